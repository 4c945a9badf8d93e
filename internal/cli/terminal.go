package cli

import (
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"

	"milepost/internal/report"
)

// terminal asks the operating system about a stream.
func terminal(w io.Writer) (columns int, ok bool) {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0, false
	}
	columns, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		columns = 0
	}
	return columns, true
}

// look says how text on a stream is to look.
func (p *program) look(w io.Writer) report.Options {
	columns, is := p.env.Terminal(w)
	return report.Options{Color: p.wantsColor(is), Width: columns}
}

// wantsColor follows the flag, then what the environment asks for everywhere
// (no-color.org, force-color.org, bixense.com/clicolors), then the terminal.
func (p *program) wantsColor(isTerminal bool) bool {
	switch {
	case p.color.value != "auto":
		return p.color.value == "always"
	case p.env.Getenv("NO_COLOR") != "":
		return false
	case isSet(p.env.Getenv("FORCE_COLOR")), isSet(p.env.Getenv("CLICOLOR_FORCE")):
		return true
	}
	return isTerminal && p.env.Getenv("TERM") != "dumb"
}

func isSet(value string) bool { return value != "" && value != "0" }

// progress shows on a terminal how far long work is, in one line that vanishes.
type progress struct {
	p       *program
	start   time.Time
	shown   time.Time // when the line was last written; zero for never
	enabled bool
}

// The work is long after a second; more than ten times a second nobody can read.
const (
	longWork = time.Second
	redraw   = 100 * time.Millisecond
)

func (p *program) progress() *progress {
	_, is := p.env.Terminal(p.env.Stderr)
	return &progress{p: p, start: p.env.Now(), enabled: is && !p.quiet}
}

// step tells that done of all pages are there.
func (g *progress) step(done, all int) {
	if !g.enabled {
		return
	}
	now := g.p.env.Now()
	if now.Sub(g.start) < longWork || now.Sub(g.shown) < redraw {
		return
	}
	g.shown = now
	fmt.Fprintf(g.p.env.Stderr, "\r\x1b[Krendering page %s of %s", report.Grouped(done), report.Grouped(all))
}

// end takes the line away.
func (g *progress) end() {
	if !g.shown.IsZero() {
		fmt.Fprint(g.p.env.Stderr, "\r\x1b[K")
	}
}
