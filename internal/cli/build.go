package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"milepost/internal/diag"
	"milepost/internal/engine"
	"milepost/internal/plan"
	"milepost/internal/publish"
	"milepost/internal/report"
	"milepost/internal/workspace"
)

// buildFlags are the flags of build.
type buildFlags struct {
	planFlags
	output              string
	strict, force, json bool
	adopt               bool
	single              string
}

func buildCommand(p *program) *cobra.Command {
	var f buildFlags
	cmd := &cobra.Command{
		Use:   "build",
		Short: "check the plan and write its website",
		Long: `Build reads the plan, checks it, and writes its website to the folder public, or
where output in milepost.yaml or -o says. The site is plain files: it works on any
web server, below any address, and opened from the disk.

When the plan has an error nothing is written, and the old site stays as it is.
With --force it is written all the same; the exit status still tells.

With --single-file the whole of a small site becomes one page without scripts, to
be sent or kept with a pull request.

Only files that differ are written, and only files that an earlier build wrote are
ever removed. What else lies in the folder stays.`,
		Example: `$ milepost build
$ milepost build --strict --base-url https://example.org/roadmap/
$ milepost build -o ../site --drafts --audience internal`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error { return p.build(f) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVarP(&f.output, "output", "o", "", "write the site to `DIR` (default: as configured, else public)")
	flags.StringVar(&f.baseURL, "base-url", "", "the `ADDRESS` where the site will stand")
	f.planFlags.add(cmd)
	flags.BoolVar(&f.strict, "strict", false, "take warnings as errors")
	flags.BoolVar(&f.force, "force", false, "write the site in spite of errors")
	flags.BoolVar(&f.adopt, "adopt", false, "write into a folder that holds files of others, and over them")
	flags.StringVar(&f.single, "single-file", "", "write the whole site into one page, `FILE`, and nothing else")
	flags.BoolVar(&f.json, "json", false, "say what was done as JSON")
	return cmd
}

func (p *program) build(f buildFlags) error {
	start := p.env.Now()
	opt, err := p.options(f.planFlags)
	if err != nil {
		return err
	}
	pr, err := p.open(opt)
	if err != nil {
		return err
	}
	if pr.empty() && !f.force {
		return fmt.Errorf("there is no plan in %s: nothing was written; milepost init begins one, --force writes an empty site", plan.Content)
	}
	p.showFindings(pr)
	b := built{Schema: "milepost/1", Output: filepath.ToSlash(p.display(p.outputDir(pr, f.output))), Left: []string{}}
	b.Errors, b.Warnings, b.Infos = diag.Count(pr.Findings)
	failed := broken(pr.Findings, f.strict)
	if failed && !f.force {
		return p.refuse(b, f)
	}
	if f.single != "" {
		if err := p.writeSingle(pr, f.single); err != nil {
			return p.stumbled(pr, err)
		}
		if failed {
			return status(planBroken)
		}
		return nil
	}
	if err := p.write(pr, f, &b); err != nil {
		return p.stumbled(pr, err)
	}
	b.Seconds = p.env.Now().Sub(start).Round(time.Millisecond).Seconds()
	p.tellBuilt(b, f.json)
	if failed {
		return status(planBroken)
	}
	return nil
}

// maxShown is how many findings build shows, the rest is for check; and how many
// notes every command.
const maxShown = 20

// showFindings shows what is worth a look while building, errors first where
// there is too much of it. Infos are counted, and shown when asked for more.
func (p *program) showFindings(pr *project) {
	var grave []diag.Diagnostic
	for _, d := range pr.Findings {
		if d.Severity > diag.Info || p.verbose {
			grave = append(grave, d)
		}
	}
	if len(grave) == 0 {
		return
	}
	shown := grave
	if len(grave) > maxShown {
		shown = slices.Clone(grave)
		slices.SortStableFunc(shown, func(a, b diag.Diagnostic) int { return int(b.Severity - a.Severity) })
		shown = shown[:maxShown]
	}
	fmt.Fprintf(p.env.Stderr, "%s\n", report.Text(shown, p.look(p.env.Stderr)))
	commands, left := p.annotations(pr.root, grave)
	fmt.Fprintf(p.env.Stderr, "%s%s\n", commands, summary(pr.Findings, left))
	if len(grave) > maxShown {
		p.say("%s more than are shown here: milepost check shows them all", report.Grouped(len(grave)-maxShown))
	}
}

// stumbled shows where the project's site theme stumbled, if that is what stopped
// the site from being written.
func (p *program) stumbled(pr *project, err error) error {
	found := pr.Mistakes(err)
	if len(found) == 0 {
		return err
	}
	fmt.Fprintf(p.env.Stderr, "%s\n", report.Text(found, p.look(p.env.Stderr)))
	p.say("milepost: nothing was written: the site theme cannot show this plan")
	return status(planBroken)
}

// refuse ends a build that must not write.
func (p *program) refuse(b built, f buildFlags) error {
	if f.json {
		p.print("%s", b.encode())
	}
	why := "the plan has errors"
	if b.Errors == 0 {
		why = "the plan has warnings, and --strict takes them as errors"
	}
	p.say("milepost: nothing was written: %s; --force writes all the same", why)
	return status(planBroken)
}

// outputDir is where the site goes: -o counts from where one stands, the
// configuration from the project.
func (p *program) outputDir(pr *project, flag string) string {
	if flag != "" {
		return p.at(p.dir(), flag)
	}
	return p.at(pr.root, filepath.FromSlash(pr.Plan.Config.Output))
}

// write renders the site and publishes it.
func (p *program) write(pr *project, f buildFlags, b *built) error {
	opt := p.publishing(pr.root)
	opt.Adopt = f.adopt
	dir := p.outputDir(pr, f.output)
	return p.whole(func() error {
		result, err := publish.Site(dir, p.files(pr, b), opt)
		if p.stopped() {
			return errInterrupted
		}
		if err != nil {
			return err
		}
		b.Built = true
		b.Written, b.Kept, b.Removed, b.Bytes = result.Written, result.Kept, result.Removed, result.Bytes
		b.Left = append(b.Left, result.Left...)
		return nil
	})
}

// publishing says where the site of a project must not go.
func (p *program) publishing(root string) publish.Options {
	opt := publish.Options{Project: root, Home: p.env.Home}
	for _, folder := range workspace.Folders {
		opt.Sources = append(opt.Sources, filepath.Join(root, folder))
	}
	return opt
}

// files are those of the finished site. They end with an error when the user
// interrupts, on which publish leaves the old site as it was.
func (p *program) files(pr *project, b *built) iter.Seq2[publish.File, error] {
	return func(yield func(publish.File, error) bool) {
		shown := p.progress()
		defer shown.end()
		all := 0
		for _, page := range pr.Pages() {
			if page.Layout != "" {
				b.Pages++
			}
			all++
		}
		done := 0
		for f, err := range pr.Files() {
			if p.stopped() {
				err = errInterrupted
			}
			done++
			shown.step(min(done, all), all)
			if !yield(toPublish(pr.root, f), err) || err != nil {
				return
			}
		}
	}
}

func toPublish(root string, f engine.File) publish.File {
	if f.Asset == "" {
		return publish.File{Path: f.Path, Data: f.Data}
	}
	return publish.File{Path: f.Path, Open: func() (io.ReadCloser, error) { return workspace.Open(root, f.Asset) }}
}

// built is what a build did, as --json tells it.
type built struct {
	Schema   string   `json:"schema"`
	Built    bool     `json:"built"`
	Output   string   `json:"output"`
	Pages    int      `json:"pages"`
	Written  int      `json:"written"`
	Kept     int      `json:"kept"`
	Removed  int      `json:"removed"`
	Left     []string `json:"left"`
	Bytes    int64    `json:"bytes"`
	Seconds  float64  `json:"seconds"`
	Errors   int      `json:"errors"`
	Warnings int      `json:"warnings"`
	Infos    int      `json:"infos"`
}

func (b built) encode() []byte {
	text, err := json.Marshal(b)
	if err != nil {
		panic("cli: " + err.Error()) // our own type can always be encoded
	}
	return append(text, '\n')
}

func (p *program) tellBuilt(b built, asJSON bool) {
	for _, left := range b.Left {
		p.say("note: %s is no longer part of the site, but somebody has changed it, so it stays", left)
	}
	switch {
	case asJSON:
		p.print("%s", b.encode())
	case !p.quiet:
		p.print("%s\n", report.Plain(b.line()))
	}
}

// line is what a build did in one sentence.
func (b built) line() string {
	did := "nothing has changed"
	switch {
	case b.Written > 0 && b.Removed > 0:
		did = fmt.Sprintf("%s written, %s removed", report.Grouped(b.Written), report.Grouped(b.Removed))
	case b.Written > 0:
		did = report.Grouped(b.Written) + " written"
	case b.Removed > 0:
		did = report.Grouped(b.Removed) + " removed"
	}
	digits := 1
	if b.Seconds < 0.1 {
		digits = 2
	}
	return fmt.Sprintf("built %s into %s in %.*f s: %s", report.Count(b.Pages, "page"), b.Output, digits, b.Seconds, did)
}
