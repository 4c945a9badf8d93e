package cli

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"milepost/internal/calendar"
	"milepost/internal/plan"
	"milepost/internal/preview"
	"milepost/internal/publish"
	"milepost/internal/workspace"
)

// serveFlags are the flags of serve.
type serveFlags struct {
	planFlags
	addr, basePath string
	open, follow   bool
	poll           time.Duration
	editor         string
}

func serveCommand(p *program) *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "show the website while the plan is written",
		Long: `Serve shows the website at an address of this machine, as build would write it, and
keeps it up to date: a saved change is on the screen in less than a tenth of a
second, where the reader is, without a reload. Nothing is written to the disk.

It starts whatever is wrong with the plan, and shows that over the page until it is
mended. On a page the key e opens its source in the editor.

The address is for this machine only, unless --addr says otherwise.`,
		Example: `$ milepost serve --open
$ milepost serve --drafts --audience internal --follow
$ milepost serve --addr 127.0.0.1:8080 --base-path /roadmap/
$ milepost serve --editor idea`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error { return p.serve(f) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.BoolVar(&f.open, "open", false, "open it in the browser")
	flags.BoolVar(&f.follow, "follow", false, "let the browser go to the page of the file saved last")
	flags.StringVar(&f.addr, "addr", "127.0.0.1:1414", "listen at `ADDRESS`")
	flags.StringVar(&f.basePath, "base-path", "/", "let the site stand below `PATH`, such as /roadmap/")
	f.planFlags.add(cmd)
	flags.StringVar(&f.editor, "editor", "", "open sources in `EDITOR` (else $MILEPOST_EDITOR, else vscode)")
	flags.DurationVar(&f.poll, "poll", 0, "look for changes every `TIME`, where the system tells of none")
	flags.Lookup("poll").NoOptDefVal = "500ms"
	complete(cmd, "editor", preview.Editors())
	return cmd
}

func (p *program) serve(f serveFlags) error {
	opt, err := p.previewOptions(f)
	if err != nil {
		return err
	}
	// It ends in order: whoever interrupts waits for it, a fifth of a second at most.
	return p.whole(func() error {
		if err := preview.Run(opt); err != nil {
			return err
		}
		return errInterrupted
	})
}

func (p *program) previewOptions(f serveFlags) (preview.Options, error) {
	root, ok := workspace.Find(p.dir())
	if !ok {
		return preview.Options{}, fmt.Errorf("there is no plan in %s or above it; milepost init begins one", p.dir())
	}
	opt := preview.Options{
		Root: root, Addr: f.addr, Open: f.open, Follow: f.follow, Poll: f.poll,
		Print: p.announce, Note: func(line string) { p.say("%s", line) },
		Sized: p.env.Sized, Now: p.env.Now, Stop: p.env.Interrupt,
		History: func() (map[string]plan.History, error) { return p.history(root) },
	}
	opt.Place = func(output string) error {
		return publish.Check(p.at(root, filepath.FromSlash(output)), p.publishing(root))
	}
	var err error
	if opt.Engine, err = p.options(f.planFlags); err != nil {
		return opt, err
	}
	opt.Today = func() calendar.Day {
		day, _ := p.today(f.today) // was read above
		return day
	}
	if opt.BasePath, err = basePath(f.basePath); err != nil {
		return opt, err
	}
	if opt.Editor, err = preview.ParseEditor(cmp.Or(f.editor, p.env.Getenv("MILEPOST_EDITOR"), "vscode")); err != nil {
		return opt, fmt.Errorf("--editor: %w", err)
	}
	if p.config != "" {
		opt.Settings = p.at(p.dir(), p.config)
		opt.Engine.Config = filepath.ToSlash(p.display(opt.Settings))
	}
	return opt, nil
}

// announce prints a line of what happens, unless nobody wants to hear it.
func (p *program) announce(line string) {
	if !p.quiet {
		p.print("%s\n", line)
	}
}

// basePath gives a path its one form: a slash at each end.
func basePath(text string) (string, error) {
	path := "/" + strings.Trim(text, "/") + "/"
	if path == "//" {
		path = "/"
	}
	if strings.ContainsAny(path, `\?#%`) || strings.Contains(path, "//") || strings.Contains(path, "/.") {
		return "", fmt.Errorf("--base-path cannot be %q; write it as /roadmap/", text)
	}
	return path, nil
}
