package workspace

import (
	"bytes"
	"fmt"
	"strings"

	"milepost/internal/calendar"
	"milepost/internal/config"
	"milepost/internal/document"
	"milepost/internal/parallel"
	"milepost/internal/plan"
	"milepost/internal/source"
)

// version is a file as one commit left it.
type version struct {
	day  calendar.Day
	blob string
	// old tells that the file may be as it is here since before the history that
	// is known begins.
	old bool
}

// life is what the commits say of one file.
type life struct {
	versions []version
	gone     bool
}

// ReadHistory reads what the commits before HEAD say of the plan's files, by path.
// One pass over the log follows every file through its names; then the versions
// in which a status may have changed are read. Days are those on which authors
// wrote their commits, which a rebase keeps.
//
// In a shallow clone nothing is concluded from the commits at its edge: they show
// every file as new.
func (r *Repository) ReadHistory() (map[string]plan.History, error) {
	if _, err := r.Commit("HEAD"); err != nil {
		return nil, nil // there is no commit yet
	}
	edge, err := r.edge()
	if err != nil {
		return nil, err
	}
	args := []string{
		"log", "--reverse", "--topo-order", "--raw", "-z", "-M", "--no-abbrev",
		"--no-show-signature", "--no-color", "--no-ext-diff", "--format=%x01%H %as", "HEAD",
	}
	if r.prefix != "" {
		// Git compares every commit twice when it is asked for some files only, which
		// pays where most of the repository is something else.
		args = append(args, "--", ":(top)"+r.prefix+"content")
	}
	log, err := r.run(nil, args...)
	if err != nil {
		return nil, err
	}
	lives := readLog(log, r.prefix+"content/", edge)
	return r.days(lives)
}

// edge is the commits at which a shallow clone was cut off.
func (r *Repository) edge() (map[string]bool, error) {
	if !r.Shallow() {
		return nil, nil
	}
	roots, err := r.run(nil, "rev-list", "--max-parents=0", "HEAD")
	if err != nil {
		return nil, err
	}
	out := map[string]bool{}
	for _, hash := range strings.Fields(string(roots)) {
		out[hash] = true
	}
	return out, nil
}

// readLog reads commits from the oldest to the newest. All is parted by zeros: a
// commit is the byte 1 with its hash and its day; a change of a file is ":mode mode
// blob blob M" with the path behind it, and for a rename two of them.
func readLog(log []byte, folder string, edge map[string]bool) map[string]*life {
	lives := lives{folder: folder, files: map[string]*life{}, renamed: map[string]string{}}
	var at version
	fields := strings.Split(string(log), "\x00")
	for len(fields) > 0 {
		head := strings.TrimLeft(fields[0], "\n")
		commit, isCommit := strings.CutPrefix(head, "\x01")
		if !isCommit {
			fields = lives.change(strings.Fields(head), fields[1:], at)
			continue
		}
		hash, text, _ := strings.Cut(commit, " ")
		day, _ := calendar.ParseDay(text)
		at = version{day: day, old: edge[hash]}
		fields = fields[1:]
	}
	return lives.files
}

// change applies one change of a file, and gives the fields behind it.
func (l *lives) change(facts, fields []string, v version) (rest []string) {
	if len(facts) < 5 || len(fields) < 2 {
		return fields
	}
	v.blob = facts[3]
	switch name := fields[0]; facts[4][0] {
	case 'D':
		l.remove(name)
	case 'R':
		l.rename(name, fields[1])
		l.add(fields[1], v)
		return fields[2:]
	default:
		l.add(name, v)
	}
	return fields[1:]
}

// lives are the files by their last names.
type lives struct {
	folder  string // only what lies in it counts
	files   map[string]*life
	renamed map[string]string // old name -> new one
}

func (l *lives) add(path string, v version) {
	if !strings.HasPrefix(path, l.folder) {
		return
	}
	f := l.files[path]
	if f == nil {
		// Another branch may know the file by its old name still.
		if now := l.renamed[path]; now != "" && l.files[now] != nil && !l.files[now].gone {
			f = l.files[now]
		} else {
			f = &life{}
			l.files[path] = f
		}
	}
	f.gone = false
	f.versions = append(f.versions, v)
}

// remove keeps what is known: a revert brings a file back, as old as it was.
func (l *lives) remove(path string) {
	if f := l.files[path]; f != nil {
		f.gone = true
	}
}

func (l *lives) rename(from, to string) {
	if f := l.files[from]; f != nil {
		delete(l.files, from)
		l.files[to] = f
		l.renamed[from] = to
	}
}

// days concludes from the versions of every file when what happened.
func (r *Repository) days(lives map[string]*life) (map[string]plan.History, error) {
	states, err := r.states(lives)
	if err != nil {
		return nil, err
	}
	out := make(map[string]plan.History, len(lives))
	for name, f := range lives {
		if path, inside := strings.CutPrefix(name, r.prefix); inside && !f.gone {
			out[path] = f.history(states)
		}
	}
	return out, nil
}

func (f *life) history(states map[string]state) plan.History {
	first, last := f.versions[0], f.versions[len(f.versions)-1]
	var h plan.History
	if !first.old {
		h.Created = first.day
	}
	if !last.old {
		h.Changed = last.day
	}
	if len(f.versions) == 1 {
		// As it was written first, so it is now: no version needs to be read.
		h.Started = h.Created
		return h
	}
	h.Steps = f.steps(states)
	begun, done := false, false // in the version before
	for i, v := range f.versions {
		known, ok := states[v.blob]
		if !ok || !known.isItem {
			continue
		}
		state := known.status
		if state.Started() && !begun && !v.old {
			h.Started = v.day
		}
		// A file that was done when it was first written was finished on some day
		// before: nobody knows which.
		if state == plan.Done && !done && i > 0 && !v.old {
			h.Finished = v.day
		}
		begun, done = state.Started() || state == plan.Done, state == plan.Done
		if !begun {
			h.Started = 0
		}
		if !done {
			h.Finished = 0
		}
	}
	return h
}

// steps are what the versions changed, since one was last hidden.
func (f *life) steps(states map[string]state) []plan.Step {
	var out []plan.Step
	var before plan.Said
	told := false // there is a version before that may be told of
	for _, v := range f.versions {
		now, known := states[v.blob]
		switch {
		case !known:
			continue
		case now.said.Hidden:
			out, told = nil, false
			continue
		case told && !v.old:
			out = append(out, now.said.Since(before, v.day)...)
		}
		before, told = now.said, true
	}
	return out
}

// state is what one version of a file says.
type state struct {
	isItem bool
	status plan.Status
	said   plan.Said
}

// states reads every version of the files that had more than one, by its blob.
func (r *Repository) states(lives map[string]*life) (map[string]state, error) {
	paths := map[string]string{}
	var blobs []string
	for name, f := range lives {
		if f.gone || len(f.versions) == 1 || !strings.HasSuffix(name, ".md") {
			continue
		}
		for _, v := range f.versions {
			if _, known := paths[v.blob]; !known {
				paths[v.blob] = strings.TrimPrefix(name, r.prefix)
				blobs = append(blobs, v.blob)
			}
		}
	}
	data, err := r.blobs(blobs)
	if err != nil {
		return nil, fmt.Errorf("read the history: %w", err)
	}
	return statesOf(blobs, paths, data), nil
}

// statesOf decodes versions on all processors.
func statesOf(blobs []string, paths map[string]string, data map[string][]byte) map[string]state {
	cfg, _ := config.Read(nil)
	entries := make([]plan.Entry, len(blobs))
	parallel.Each(len(blobs), func(n int) {
		file := source.NewFile(paths[blobs[n]], frontMatter(data[blobs[n]]))
		entries[n] = plan.Decode(document.Parse(file, document.Options{}), cfg)
	})
	out := make(map[string]state, len(blobs))
	for n, e := range entries {
		s := state{said: e.Said()}
		if e.Item != nil {
			s.isItem, s.status = true, e.Item.Status
		}
		out[blobs[n]] = s
	}
	return out
}

// frontMatter leaves away most of the body, of which nothing is asked here.
func frontMatter(data []byte) []byte {
	for _, fence := range []string{"\n---\n", "\n+++\n", "\n---\r\n", "\n+++\r\n"} {
		if at := bytes.Index(data, []byte(fence)); at >= 0 {
			return data[:at+len(fence)]
		}
	}
	return data
}
