package publish

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

const manifestSchema = "milepost-manifest/1"

// manifest says what we wrote: for each path the SHA-256, in hex, of the
// bytes. There is more than one only while a build is under way or has been
// killed: then the file may have any of them.
type manifest map[string][]string

// manifestText is a manifest on disk: sums of one path are separated by spaces.
type manifestText struct {
	Schema string            `json:"schema"`
	Files  map[string]string `json:"files"`
}

// encode gives the same bytes for the same manifest: encoding/json sorts keys.
func (m manifest) encode() []byte {
	text := manifestText{Schema: manifestSchema, Files: make(map[string]string, len(m))}
	for p, sums := range m {
		text.Files[p] = strings.Join(sums, " ")
	}
	data, err := json.MarshalIndent(text, "", " ")
	if err != nil {
		panic(err) // strings can always be encoded
	}
	return append(data, '\n')
}

// decodeManifest trusts nothing: a manifest may come with a cloned repository,
// and what it lists may be removed.
func decodeManifest(data []byte) (manifest, error) {
	var text manifestText
	if err := json.Unmarshal(data, &text); err != nil {
		return nil, errors.New("it is damaged")
	}
	if text.Schema != manifestSchema {
		return nil, fmt.Errorf("its schema is %q, not %q", text.Schema, manifestSchema)
	}
	m := make(manifest, len(text.Files))
	for p, sums := range text.Files {
		if err := checkPath(p); err != nil {
			return nil, fmt.Errorf("it lists %w", err)
		}
		m[p] = strings.Fields(sums)
	}
	return m, nil
}

// with adds to each path of m the sum it is about to get.
func (m manifest) with(sums map[string]string) manifest {
	both := maps.Clone(m)
	for p, sum := range sums {
		if !slices.Contains(both[p], sum) {
			both[p] = append(slices.Clip(both[p]), sum)
		}
	}
	return both
}

// settled is the manifest of a finished build.
func settled(sums map[string]string) manifest {
	m := make(manifest, len(sums))
	for p, sum := range sums {
		m[p] = []string{sum}
	}
	return m
}

// readManifest learns what earlier builds wrote, and refuses a directory that
// none of them wrote to.
func (b *build) readManifest() error {
	info, err := b.look(manifestName)
	if err != nil {
		return err
	}
	if info == nil {
		return b.refuseForeign()
	}
	if info.IsDir() {
		return b.fail("read", manifestName, errors.New("it is a directory; remove it"))
	}
	b.hadManifest = true
	problem := errors.New("it is not a file")
	if info.Mode().IsRegular() {
		if b.oldText, err = b.readAll(manifestName); err != nil {
			return err
		}
		b.old, problem = decodeManifest(b.oldText)
	}
	if problem == nil {
		return nil
	}
	b.old = manifest{}
	if b.adopt {
		return nil
	}
	return b.fail("read", manifestName, fmt.Errorf("%w; add --adopt to go on without it, which removes no old page", problem))
}

// refuseForeign refuses a directory that holds anything but what a killed
// first build may have left.
func (b *build) refuseForeign() error {
	if b.adopt {
		return nil
	}
	names, err := b.disk.names(".")
	if err != nil {
		return b.fail("read", ".", err)
	}
	for _, name := range names {
		if name != stageDir {
			return b.fail("write", ".", errors.New(
				"it is not empty and milepost did not write it; name another directory, or add --adopt to keep its files and write among them"))
		}
	}
	return nil
}

func (b *build) readAll(name string) ([]byte, error) {
	r, err := b.disk.open(name)
	if err != nil {
		return nil, b.fail("read", name, err)
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, b.fail("read", name, err)
	}
	return data, nil
}
