package engine

import (
	"iter"
	"runtime"
	"sync"

	"milepost/internal/plan"
	"milepost/internal/render"
	"milepost/internal/view"
)

// File is one file of the finished site: its bytes, or the project file to copy.
type File struct {
	Path  string // below the output
	Data  []byte
	Asset string // path in the project; "" when Data holds the bytes
}

// Files renders the whole site: every page, the site theme's own files, and what
// is copied. It stops at the first page that cannot be rendered. Pages are made
// on all processors and given out in the order of the table, so that no more
// than a few are in memory at a time.
func (s *Snapshot) Files() iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		r, err := s.look.renderer()
		if err != nil {
			yield(File{}, err)
			return
		}
		for _, a := range r.Assets() {
			if !yield(File{Path: a.Path, Data: a.Data}, nil) {
				return
			}
		}
		if !renderAll(r, s.Pages(), yield) {
			return
		}
		for _, path := range s.copies() {
			if !yield(File{Path: plan.AssetPath(path), Asset: path}, nil) {
				return
			}
		}
	}
}

// File renders one file of the site. ok is false where the site has none of this
// path. Of two files of one path, which only a plan with findings has, it is the
// first that Files gives.
func (s *Snapshot) File(path string) (f File, ok bool, err error) {
	places, err := s.places()
	at, ok := places[path]
	if !ok || err != nil {
		return File{}, false, err
	}
	f = File{Path: path}
	switch r, _ := s.look.renderer(); {
	case at.asset != "":
		f.Asset = at.asset
	case at.page == nil:
		f.Data = at.data
	default:
		f.Data, err = r.Page(*at.page)
	}
	return f, true, err
}

// Has reports whether the site has a file of this path.
func (s *Snapshot) Has(path string) bool {
	places, err := s.places()
	_, ok := places[path]
	return ok && err == nil
}

// place is where a file of the site comes from: one of the three.
type place struct {
	data  []byte     // of the site theme
	page  *view.Page // to be rendered
	asset string     // to be copied
}

// index finds the files of the site by their paths.
func (s *Snapshot) index() (map[string]place, error) {
	r, err := s.look.renderer()
	if err != nil {
		return nil, err
	}
	pages := s.Pages()
	out := make(map[string]place, len(pages))
	add := func(path string, at place) {
		if _, taken := out[path]; !taken {
			out[path] = at
		}
	}
	for _, a := range r.Assets() {
		add(a.Path, place{data: a.Data})
	}
	for n := range pages {
		add(pages[n].Path, place{page: &pages[n]})
	}
	for _, path := range s.copies() {
		add(plan.AssetPath(path), place{asset: path})
	}
	return out, nil
}

// copies are the project files that are published as they are.
func (s *Snapshot) copies() []string {
	out := s.Plan.Assets()
	for _, a := range s.Plan.Tree.Assets("static/") {
		out = append(out, a.Path)
	}
	return out
}

// rendered is one page, ready to be given out.
type rendered struct {
	file File
	err  error
}

// renderAll gives out every page in order, and reports whether all were taken.
func renderAll(r *render.Renderer, pages []view.Page, yield func(File, error) bool) bool {
	workers := runtime.GOMAXPROCS(0)
	// Each page has a channel of its own in the queue: the queue keeps the order,
	// its length bounds what is rendered ahead of the reader.
	queue := make(chan chan rendered, 4*workers)
	work := make(chan func(), workers)
	stop := make(chan struct{})
	var wait sync.WaitGroup
	wait.Go(func() { feed(r, pages, queue, work, stop) })
	for range workers {
		wait.Go(func() {
			for do := range work {
				do()
			}
		})
	}
	defer wait.Wait()
	defer close(stop)
	for next := range queue {
		page := <-next
		if !yield(page.file, page.err) || page.err != nil {
			return false
		}
	}
	return true
}

// feed hands the pages to the workers until all are taken or the reader stops.
func feed(r *render.Renderer, pages []view.Page, queue chan<- chan rendered, work chan<- func(), stop <-chan struct{}) {
	defer close(queue)
	defer close(work)
	for _, page := range pages {
		done := make(chan rendered, 1)
		select {
		case queue <- done:
		case <-stop:
			return
		}
		work <- func() { done <- renderOne(r, page) }
	}
}

func renderOne(r *render.Renderer, page view.Page) rendered {
	data, err := r.Page(page)
	return rendered{file: File{Path: page.Path, Data: data}, err: err}
}
