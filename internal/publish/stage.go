package publish

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strconv"
)

// same reports whether the file at f's path has f's bytes already.
func (b *build) same(f File, info fs.FileInfo) (bool, error) {
	if !info.Mode().IsRegular() || f.Open == nil && info.Size() != int64(len(f.Data)) {
		return false, nil
	}
	there, err := b.disk.open(f.Path)
	if err != nil {
		return false, b.fail("read", f.Path, err)
	}
	defer there.Close()
	rest := info.Size() // known, so that the end need not be looked for
	sum, err := b.pump(f, func(chunk []byte) (bool, error) {
		n, err := fill(there, b.cmp[:len(chunk)])
		if err != nil {
			return false, b.fail("read", f.Path, err)
		}
		rest -= int64(n)
		return bytes.Equal(b.cmp[:n], chunk), nil
	})
	if err != nil || sum == "" || rest != 0 {
		return false, err
	}
	b.sums[f.Path] = sum
	b.result.Kept++
	return true, nil
}

// stage writes f to the staging directory, and returns its name there.
func (b *build) stage(f File) (name string, err error) {
	name, w, err := b.create(f.Path)
	if err != nil {
		return "", err
	}
	sum, err := b.pump(f, func(chunk []byte) (bool, error) {
		if _, err := w.Write(chunk); err != nil {
			return false, b.fail("write", f.Path, err)
		}
		b.result.Bytes += int64(len(chunk))
		return true, nil
	})
	if e := w.Close(); e != nil && err == nil {
		err = b.fail("write", f.Path, e)
	}
	if err != nil {
		return "", err
	}
	b.sums[f.Path] = sum
	b.result.Written++
	return name, nil
}

// stageManifests writes both manifests ahead, so that a full disk is noticed
// while nothing has been touched.
func (b *build) stageManifests() (err error) {
	if b.intent, err = b.stageText(b.old.with(b.sums).encode()); err != nil {
		return err
	}
	b.final, err = b.stageText(settled(b.sums).encode())
	return err
}

func (b *build) stageText(data []byte) (string, error) {
	name, w, err := b.create(manifestName)
	if err != nil {
		return "", err
	}
	_, err = w.Write(data)
	if err := errors.Join(err, w.Close()); err != nil {
		return "", b.fail("write", manifestName, err)
	}
	return name, nil
}

// create begins a file that will lie at p. The staging directory is made for
// the first: a build that changes nothing does not write.
func (b *build) create(p string) (name string, w io.WriteCloser, err error) {
	if !b.staging {
		if err := b.disk.mkdir(stageDir); err != nil {
			return "", nil, b.fail("make directory", stageDir, err)
		}
		b.staging = true
	}
	name = b.spare()
	if w, err = b.disk.create(name); err != nil {
		return "", nil, b.fail("write", p, err)
	}
	return name, w, nil
}

// spare is a name in the staging directory that is not taken. All files lie
// flat in it: their own directories need not be made twice.
func (b *build) spare() string {
	b.serial++
	return stageDir + "/" + strconv.Itoa(b.serial)
}

// pump reads f to its end, or until sink wants no more, and returns its sum,
// or "" if sink did not see all. The last chunk is shorter than the others and
// may be empty.
func (b *build) pump(f File, sink func(chunk []byte) (more bool, err error)) (sum string, err error) {
	// The caller's error names the source: it is not stripped like the disk's.
	fromSource := func(err error) error { return fmt.Errorf("write %s: %w", b.display(f.Path), err) }
	src, err := f.open()
	if err != nil {
		return "", fromSource(err)
	}
	defer src.Close()
	b.hash.Reset()
	for {
		n, err := fill(src, b.buf)
		if err != nil {
			return "", fromSource(err)
		}
		b.hash.Write(b.buf[:n])
		if more, err := sink(b.buf[:n]); err != nil || !more {
			return "", err
		}
		if n < len(b.buf) {
			return hex.EncodeToString(b.hash.Sum(nil)), nil
		}
	}
}

// sumOf is the sum of the file at p.
func (b *build) sumOf(p string) (string, error) {
	r, err := b.disk.open(p)
	if err != nil {
		return "", b.fail("read", p, err)
	}
	defer r.Close()
	b.hash.Reset()
	if _, err := io.CopyBuffer(b.hash, r, b.buf); err != nil {
		return "", b.fail("read", p, err)
	}
	return hex.EncodeToString(b.hash.Sum(nil)), nil
}

// fill reads until buf is full or r is at its end, which is no error.
func fill(r io.Reader, buf []byte) (int, error) {
	n, err := io.ReadFull(r, buf)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		err = nil
	}
	return n, err
}
