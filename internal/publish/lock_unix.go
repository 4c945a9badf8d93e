//go:build darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd

package publish

import (
	"errors"
	"os"
	"syscall"
)

// lock keeps a second build out of the directory until release is called. It
// locks the directory itself: that leaves no lock file, and the system gives
// it up when the process is killed. A file system that cannot lock is no
// reason not to build.
func lock(root *os.Root) (release func(), err error) {
	dir, err := root.Open(".")
	if err != nil {
		return nil, cause(err)
	}
	err = syscall.Flock(int(dir.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		dir.Close()
		return nil, errors.New("another build is writing there")
	}
	return func() {
		// Not only closed: a process that is being started right now may hold a copy
		// of the descriptor for a moment, and the lock with it.
		_ = syscall.Flock(int(dir.Fd()), syscall.LOCK_UN)
		dir.Close()
	}, nil
}
