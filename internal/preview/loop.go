package preview

import (
	"cmp"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"milepost/internal/calendar"
	"milepost/internal/config"
	"milepost/internal/diag"
	"milepost/internal/engine"
	"milepost/internal/plan"
	"milepost/internal/report"
	"milepost/internal/source"
	"milepost/internal/watch"
	"milepost/internal/workspace"
)

// loop turns looks at the disk into states. One goroutine at a time uses it.
type loop struct {
	Options
	server  *server
	project *workspace.Project
	memo    engine.Memo
	run     string // of this run and no other
	count   int    // of the states

	site     *engine.Snapshot   // the last one, nil before the first
	reading  *workspace.Reading // it was made of
	settings *source.File       // in place of milepost.yaml, nil without
	today    calendar.Day
	repo     *workspace.Repository // nil without one
	mark     string                // of the commit that history was read at
	history  map[string]plan.History
	failed   string // why the project cannot be read, "" while it can
	rest     *time.Timer
}

// breath is how long after a state its garbage is collected.
const breath = 150 * time.Millisecond

// newLoop reads the project for the first time.
func newLoop(opt Options, s *server) (*loop, error) {
	l := &loop{
		Options: opt, server: s, project: workspace.At(opt.Root),
		run: strconv.FormatInt(opt.Now().UnixNano(), 36),
	}
	l.repo, _ = workspace.OpenRepository(opt.Root) // without one there is no history
	var err error
	if l.reading, err = l.project.Read(opt.Now()); err != nil {
		return nil, err
	}
	if _, err := l.changedAround(); err != nil {
		return nil, err
	}
	cfg, _ := config.Read(l.tree().File(cmp.Or(opt.Engine.Config, engine.ConfigFile)))
	if err := l.refused(cfg); err != nil {
		return nil, err
	}
	opt.Sized(2 * l.size()) // of two states, while one takes the place of the other
	for _, n := range l.reading.Notes {
		opt.Note("note: " + n.Path + " " + n.Why)
	}
	return l, nil
}

func (l *loop) size() int {
	n := 0
	for _, f := range l.reading.Tree.Files("") {
		n += len(f.Data)
	}
	return n
}

// matters tells whether a change of a name in a folder can be one of the project.
func (l *loop) matters(folder, name string) bool {
	if folder == "." {
		return workspace.AtTop(name) || l.Settings != "" && filepath.Dir(l.Settings) == filepath.Clean(l.Root)
	}
	return !workspace.Ignored(folder, name)
}

// look looks at the disk, and shows what it finds.
func (l *loop) look(a watch.Alarm) watch.Seen {
	begin := l.Now()
	if len(a.Named) > 0 && l.failed == "" {
		if r, ok := l.project.Reread(l.reading, a.Named, begin); ok {
			l.take(r, begin)
			return watch.Seen{Partial: true}
		}
	}
	r, err := l.project.Read(begin)
	if err != nil {
		return l.unreadable(err, a.Sure, begin)
	}
	if _, gone := r.Since(l.reading); len(gone) > 0 && !a.Sure {
		return watch.Seen{Folders: l.folders(r), Missing: true}
	}
	l.take(r, begin)
	return watch.Seen{Folders: l.folders(r)}
}

// folders are those in which something may change.
func (l *loop) folders(r *workspace.Reading) []string {
	out := append([]string{"."}, r.Folders...)
	if l.Settings != "" {
		out = append(out, filepath.Dir(l.Settings))
	}
	return out
}

// unreadable says why the project cannot be read. The first time it may be because
// somebody is moving things about.
func (l *loop) unreadable(err error, sure bool, begin time.Time) watch.Seen {
	if sure && l.failed != err.Error() {
		l.failed = err.Error()
		l.Note("milepost: " + l.failed)
		l.show(l.site, nil, nil, begin)
	}
	return watch.Seen{Folders: l.folders(l.reading), Missing: !sure}
}

// take makes a state of a reading, if anything is new in it.
func (l *loop) take(r *workspace.Reading, begin time.Time) {
	changed, gone := r.Since(l.reading)
	l.tellNotes(r)
	l.reading = r
	around, err := l.changedAround()
	if err != nil {
		l.unreadable(err, true, begin)
		return
	}
	if l.site != nil && !around && l.failed == "" && len(changed) == 0 && len(gone) == 0 {
		return
	}
	l.failed = ""
	l.show(l.evaluate(), changed, gone, begin)
}

// tellNotes tells of files that are left out, once each.
func (l *loop) tellNotes(r *workspace.Reading) {
	for _, n := range r.Notes {
		if !slices.Contains(l.reading.Notes, n) {
			l.Note("note: " + n.Path + " " + n.Why)
		}
	}
}

// changedAround takes in what the site depends on besides the project's files: the
// day, the history, settings that lie elsewhere. It reports whether any is new.
func (l *loop) changedAround() (changed bool, err error) {
	if today := l.Today(); today != l.today {
		l.today, changed = today, true
	}
	if l.repo != nil {
		if mark := l.repo.Mark(); mark != l.mark {
			history, err := l.History()
			if err != nil {
				return false, err
			}
			l.history, l.mark, changed = history, mark, true
		}
	}
	if l.Settings != "" {
		settings, err := workspace.ReadText(l.Settings, l.Engine.Config)
		if err != nil {
			return false, err
		}
		if l.settings == nil || settings.Hash != l.settings.Hash {
			l.settings, changed = settings, true
		}
	}
	return changed, nil
}

// tree is what is evaluated.
func (l *loop) tree() *source.Tree {
	if l.settings != nil {
		return l.reading.Tree.With(l.settings)
	}
	return l.reading.Tree
}

// refused says why a build would write nothing to the configured output.
func (l *loop) refused(cfg *config.Config) error {
	if err := l.Place(cfg.Output); err != nil {
		return fmt.Errorf("output: %s: %w", cfg.Output, err)
	}
	return nil
}

// evaluate makes the site of what is known. A panic of ours is one more thing to
// show over the site as it was.
func (l *loop) evaluate() (site *engine.Snapshot) {
	defer func() {
		if r := recover(); r != nil {
			l.failed = bug(r).Error()
			l.memo = engine.Memo{} // nobody knows in what state it is
			l.Note("milepost: " + l.failed)
			site = l.site
		}
	}()
	opt := l.Engine
	opt.Today, opt.History, opt.Preview = l.today, l.history, l.server.address()
	site = l.memo.Evaluate(l.tree(), opt)
	site.Pages() // here, where a panic of it is caught
	return site
}

// show makes a site the current one. One that was shown already is shown anew, with
// what has gone wrong since.
func (l *loop) show(site *engine.Snapshot, changed, gone []string, begin time.Time) {
	l.site = site
	l.count++
	st := newState(l.run+"-"+strconv.Itoa(l.count), site)
	var found []diag.Diagnostic
	if l.failed != "" {
		found = append(found, diag.Diagnostic{Severity: diag.Error, Message: l.failed})
	}
	if site != nil {
		if err := l.refused(site.Plan.Config); err != nil {
			found = append(found, diag.Diagnostic{Severity: diag.Error, Message: err.Error()})
		}
		found = append(found, site.Findings...)
		st.files = copies(changed, gone)
		st.follow = st.pageOf(l.reading.Latest(texts(changed)))
	}
	st.problems = shown(found, l.server.openAt)
	l.server.show(st)
	if l.count > 1 {
		l.Print(l.status(st, changed, gone, begin))
	}
	l.tidy()
}

// tidy collects the garbage of a state when its author has seen it, so that the
// next save does not have to: at 10,000 items that is a third of what a save takes.
func (l *loop) tidy() {
	if l.rest == nil {
		l.rest = time.AfterFunc(breath, runtime.GC)
	}
	l.rest.Reset(breath)
}

// texts are the files of a plan among those that changed. Where it is a whole
// branch, nobody has saved one of them last.
func texts(changed []string) []string {
	const branch = 20
	if len(changed) > branch {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(changed), func(p string) bool { return !strings.HasSuffix(p, ".md") })
}

// copies are the paths in the site of files that are copied into it.
func copies(lists ...[]string) []string {
	var out []string
	for _, p := range slices.Concat(lists...) {
		if !strings.HasSuffix(p, ".md") && (strings.HasPrefix(p, plan.Content) || strings.HasPrefix(p, "static/")) {
			out = append(out, plan.AssetPath(p))
		}
	}
	return out
}

// greeting says where the site is.
func (l *loop) greeting() string {
	st := l.server.current.Load()
	return fmt.Sprintf("%s (%s); Ctrl-C ends it", l.server.address(), st.summary())
}

// status says in one line what has changed, how long it took and what is wrong now.
func (l *loop) status(st *state, changed, gone []string, begin time.Time) string {
	now := l.Now()
	what := "read again"
	switch n := len(changed) + len(gone); {
	case n == 1 && len(gone) == 1:
		what = gone[0] + " is gone"
	case n == 1:
		what = changed[0]
	case n > 1:
		what = fmt.Sprintf("%s and %s", append(changed, gone...)[0], report.Count(n-1, "more file"))
	}
	took := now.Sub(begin).Round(100 * time.Microsecond)
	return fmt.Sprintf("%s  %s: %.1f ms, %s", now.Format(time.TimeOnly), report.Plain(what), float64(took.Microseconds())/1000, st.summary())
}
