package publish

import (
	"fmt"
	"io"
	"os"
	"path"
	"strings"
	"testing"
)

// childArg makes the test binary build for ever; see TestKillProcess.
const childArg = "build-until-killed"

func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == childArg {
		fmt.Fprintln(os.Stderr, buildUntilKilled(os.Args[2]))
		os.Exit(1)
	}
	// Some tests write many thousand files: where there is a disk in memory,
	// they take seconds and not a minute.
	if os.TempDir() == "/tmp" {
		if dir, err := os.MkdirTemp("/dev/shm", "publish"); err == nil {
			os.Setenv("TMPDIR", dir)
			defer os.RemoveAll(dir)
		}
	}
	m.Run()
}

// pageSite is a site that shares half its paths with the site of any other
// name, and of whose pages one can tell whether they are whole.
func pageSite(name string) tree {
	site := tree{}
	for i := range 20 {
		page := strings.Repeat(fmt.Sprintf("page %d of %s\n", i, name), 2000)
		site[fmt.Sprintf("items/%d.html", i)] = page
		site[fmt.Sprintf("%s/%d.html", name, i)] = page
	}
	return site
}

// tellingDisk writes a byte to its pipe at each operation.
type tellingDisk struct {
	disk
	pipe io.Writer
}

func (d tellingDisk) create(name string) (io.WriteCloser, error) {
	fmt.Fprint(d.pipe, "c")
	return d.disk.create(name)
}

func (d tellingDisk) rename(from, to string) error {
	fmt.Fprint(d.pipe, "r")
	return d.disk.rename(from, to)
}

func buildUntilKilled(dir string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	if _, err := lock(root); err != nil {
		return err
	}
	for i := 0; ; i++ {
		site := pageSite([]string{"day", "night"}[i%2])
		if _, err := write(tellingDisk{rootDisk{root}, os.Stdout}, dir, site.files(), Options{}); err != nil {
			return err
		}
	}
}

// TestKillProcess kills real builds, at points spread over what they do. Only
// every third time a build repairs what several have left.
func TestKillProcess(t *testing.T) {
	dir := path.Join(t.TempDir(), "public")
	must(t, os.Mkdir(dir, 0o755))
	day, night := pageSite("day"), pageSite("night")
	publish(t, dir, day)
	beside := tree{"CNAME": "example.org", "items/notes.txt": "mine", "night/notes.txt": "mine"}
	beside.make(t, dir)
	shall := clean(t, day).with(beside)
	for round := range 24 {
		killAfter(t, dir, 1+round*23)
		for p, content := range visible(t, dir) {
			if content != day[p] && content != night[p] && content != beside[p] {
				t.Fatalf("after kill %d %s holds %d bytes: %.40q", round, p, len(content), content)
			}
		}
		if round%3 == 2 {
			publish(t, dir, day)
			equal(t, "after the next build", read(t, dir), shall)
		}
	}
}

// killAfter starts a build and kills it when it has told of n operations; by
// then it has gone on.
func killAfter(t *testing.T, dir string, n int) {
	t.Helper()
	r, w, err := os.Pipe()
	must(t, err)
	defer r.Close()
	args := []string{os.Args[0], childArg, dir}
	child, err := os.StartProcess(os.Args[0], args, &os.ProcAttr{Files: []*os.File{nil, w, os.Stderr}})
	w.Close()
	must(t, err)
	_, told := io.ReadFull(r, make([]byte, n))
	killed := child.Kill()
	_, err = child.Wait()
	must(t, err)
	must(t, told)
	must(t, killed)
}
