//go:build !linux

package watch

import (
	"errors"
	"syscall"
)

// silent says why the disk a folder lies on tells of no changes, "" where it does.
// Only Linux is known to leave out what others do on a network.
func silent(string) string { return "" }

// exhausted reports the error of a system that watches so many files and no more.
func exhausted(err error) bool { return errors.Is(err, syscall.EMFILE) }
