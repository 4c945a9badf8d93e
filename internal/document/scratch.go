package document

import (
	"bufio"
	"sync"
)

// scratch is memory that one file after another is read with.
type scratch struct {
	reader *bufio.Reader
	buf    []byte
	cuts   []cut
}

// maxScratch bounds what is kept of it, so that one huge file does not cost
// memory for good.
const maxScratch = 256 << 10

var scratches = sync.OnceValue(func() *sync.Pool {
	return &sync.Pool{New: func() any { return &scratch{reader: bufio.NewReader(nil)} }}
})

// release gives s back, without the file it was last used for.
func (s *scratch) release() {
	s.reader.Reset(nil)
	scratches().Put(s)
}
