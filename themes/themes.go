// Package themes holds the site theme that is built in.
//
// A site theme is a folder of files: layouts and partials for render to execute,
// styles and scripts it joins, icons and fonts. What a file is for is told by the
// folder it lies in; a project or a theme of its own replaces a file by one of
// the same path.
package themes

import (
	"embed"
	"io/fs"
	"slices"
)

//go:embed all:default all:plain
var files embed.FS

// Names lists the site themes that are built in.
func Names() []string { return []string{"default", "plain"} }

// Named is a site theme that is built in.
func Named(name string) (fs.FS, bool) {
	if !slices.Contains(Names(), name) {
		return nil, false
	}
	sub, err := fs.Sub(files, name)
	return sub, err == nil
}

// Default is the built-in site theme.
func Default() fs.FS {
	sub, err := fs.Sub(files, "default")
	if err != nil {
		panic("themes: " + err.Error()) // the folder is embedded above
	}
	return sub
}
