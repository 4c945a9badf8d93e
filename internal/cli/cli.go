// Package cli is the table of commands.
//
// Main runs one command in an Env, which holds everything a command may know of
// the world: arguments, streams, a folder, a clock. A command is a file of this
// package and a row of the table in root.go; what it does beyond reading flags
// and printing lies in other packages. This is the only owner of cobra.
//
// What was asked for goes to standard output, everything else to standard error.
// The exit status is 0 when all is well, 1 when the plan has errors, 2 when the
// command could not run, and 130 when it was interrupted.
package cli

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"milepost/internal/engine"
	"milepost/internal/report"
)

// Env is the world a command runs in.
type Env struct {
	Args   []string // without the name of the program
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	Dir    string // the working directory, absolute
	Home   string // the user's home directory, which is never built into; "" if there is none
	Now    func() time.Time
	Getenv func(string) string
	// Interrupt is closed when the user wants to stop. It may be nil.
	Interrupt <-chan struct{}
	// Sized is told how many bytes of text a plan has, before it is evaluated. It
	// may be nil.
	Sized func(text int)
	// Terminal tells whether a stream is a terminal, and how wide it is. Nil
	// asks the operating system.
	Terminal func(io.Writer) (columns int, ok bool)
}

// The exit statuses.
const (
	fine        = 0
	planBroken  = 1
	couldNotRun = 2
	interrupted = 130
)

// status is an error that has been shown already: it only ends the program.
type status int

func (s status) Error() string { return fmt.Sprintf("exit status %d", int(s)) }

// errInterrupted ends what was interrupted.
var errInterrupted = status(interrupted)

// Main runs the command that env names and returns its exit status.
func Main(env Env) int {
	if env.Terminal == nil {
		env.Terminal = terminal
	}
	if env.Sized == nil {
		env.Sized = func(int) {}
	}
	p := &program{env: env, out: &stream{w: env.Stdout}}
	done := make(chan int, 1)
	go func() { done <- p.run() }()
	select {
	case code := <-done:
		return code
	case <-env.Interrupt:
		// A write that has begun is ended in order; none begins any more, for
		// nobody unlocks this again.
		p.writing.Lock()
		return interrupted
	}
}

// program is one run of one command.
type program struct {
	env     Env
	out     *stream     // standard output
	memo    engine.Memo // of the states of the plan that were read: most files are the same in all
	writing sync.Mutex

	// The flags every command has.
	chdir, config  string
	quiet, verbose bool
	color          choice
}

// run executes the command. Everything that goes wrong is shown here, once.
func (p *program) run() (code int) {
	defer func() {
		if r := recover(); r != nil {
			p.bug(r)
			code = couldNotRun
		}
	}()
	err := newRoot(p).Execute()
	if err == nil && p.out.err != nil {
		err = fmt.Errorf("write to standard output: %w", p.out.err)
	}
	if shown, ok := errors.AsType[status](err); ok {
		return int(shown)
	}
	if err != nil {
		p.say("milepost: %s", err)
		return couldNotRun
	}
	return fine
}

// bug says that a mistake is ours, and where.
func (p *program) bug(r any) {
	p.say("milepost: this is a mistake in milepost, not in your plan: %v", r)
	p.say("Please report it with what you typed and the lines that follow.")
	fmt.Fprintf(p.env.Stderr, "%s", debug.Stack())
}

// whole runs what an interruption must not cut in two.
func (p *program) whole(do func() error) error {
	p.writing.Lock()
	defer p.writing.Unlock()
	return do()
}

// stopped reports whether the user has interrupted.
func (p *program) stopped() bool {
	select {
	case <-p.env.Interrupt:
		return true
	default:
		return false
	}
}

// dir is the folder the command runs in, which -C may have changed.
func (p *program) dir() string { return p.at(p.env.Dir, p.chdir) }

// at resolves a file named on the command line.
func (p *program) at(dir, file string) string {
	if filepath.IsAbs(file) {
		return filepath.Clean(file)
	}
	return filepath.Join(dir, file)
}

// display names a file the way it is shortest for who stands in the folder.
func (p *program) display(file string) string {
	rel, err := filepath.Rel(p.env.Dir, file)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return file
	}
	return rel
}

// print writes to standard output.
func (p *program) print(format string, args ...any) { fmt.Fprintf(p.out, format, args...) }

// say writes one line to standard error.
func (p *program) say(format string, args ...any) {
	fmt.Fprintln(p.env.Stderr, report.Plain(fmt.Sprintf(format, args...)))
}

// stream remembers the first error of its writer: a full disk must not pass for
// success.
type stream struct {
	w   io.Writer
	err error
}

func (s *stream) Write(data []byte) (int, error) {
	n, err := s.w.Write(data)
	if s.err == nil {
		s.err = err
	}
	return n, err
}
