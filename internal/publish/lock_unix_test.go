//go:build darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd

package publish

import "testing"

func TestSecondBuildAtTheSameTimeIsRefused(t *testing.T) {
	dir := t.TempDir()
	_, err := Site(dir, func(yield func(File, error) bool) {
		_, err := Site(dir, unused(t), Options{})
		wantError(t, err, "write "+dir+": another build is writing there")
		yield(File{Path: "a", Data: []byte("1")}, nil)
	}, Options{})
	must(t, err)
	publish(t, dir, tree{"a": "1"})
}
