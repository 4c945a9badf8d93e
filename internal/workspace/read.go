package workspace

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"sync"

	"milepost/internal/source"
)

// readAll reads the texts of a survey, those that are not known already. Reading
// 10,000 small files is nearly all system calls, and two threads make them in half
// the time; the result does not depend on how many there are.
func (s *survey) readAll(root *os.Root, known func(string, fs.FileInfo) *source.File) ([]*source.File, error) {
	files := make([]*source.File, len(s.texts))
	errs := make([]error, len(s.texts))
	var wg sync.WaitGroup
	share := len(s.texts)/runtime.GOMAXPROCS(0) + 1
	for from := 0; from < len(s.texts); from += share {
		to := min(from+share, len(s.texts))
		wg.Go(func() {
			r := reader{root: root}
			defer r.close()
			for i := from; i < to; i++ {
				if files[i] = known(s.texts[i], s.infos[s.texts[i]]); files[i] == nil {
					files[i], errs[i] = r.file(s.texts[i])
				}
			}
		})
	}
	wg.Wait()
	return s.sift(files, errs)
}

// sift keeps what was read. The first error in the order of paths is the one
// that is told.
func (s *survey) sift(files []*source.File, errs []error) ([]*source.File, error) {
	kept := files[:0]
	for i, f := range files {
		switch err := errs[i]; {
		case err == nil:
			kept = append(kept, f)
		case errors.Is(err, errTooLarge):
			s.note(s.texts[i], err.Error())
		case errors.Is(err, fs.ErrNotExist):
			delete(s.infos, s.texts[i]) // gone since its folder was listed, as when an editor saves
		default:
			return nil, fmt.Errorf("read %s: %w", s.texts[i], cause(err))
		}
	}
	return kept, nil
}

var errTooLarge = errors.New("is larger than 64 MiB and was not read")

// reader reads texts one after the other. It keeps the folder of the last one
// open, for an os.Root walks down to each file from the top.
type reader struct {
	root   *os.Root
	dir    string
	folder *os.Root // at dir, or nil
}

func (r *reader) file(p string) (*source.File, error) {
	f, err := r.open(p)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := readText(f)
	if err != nil {
		return nil, err
	}
	return source.NewFile(p, data), nil
}

// open opens p in its folder, or from the top where that does not help: p may be
// a link that leaves its folder but not the project.
func (r *reader) open(p string) (*os.File, error) {
	if dir := path.Dir(p); r.folder == nil || dir != r.dir {
		r.close()
		r.dir = dir
		r.folder, _ = r.root.OpenRoot(filepath.FromSlash(dir))
	}
	if r.folder != nil {
		if f, err := r.folder.Open(path.Base(p)); err == nil {
			return f, nil
		}
	}
	return r.root.Open(filepath.FromSlash(p))
}

func (r *reader) close() {
	if r.folder != nil {
		r.folder.Close()
		r.folder = nil
	}
}

func readText(f *os.File) ([]byte, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() > maxText {
		return nil, errTooLarge
	}
	// One byte more than the size lets the first read find the end too.
	data := make([]byte, 0, info.Size()+1)
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == io.EOF {
			return data, nil
		}
		if err != nil {
			return nil, err
		}
		if len(data) == cap(data) { // it has grown meanwhile
			data = append(data, 0)[:len(data)]
		}
	}
}
