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
)

//go:embed all:default
var files embed.FS

// Default is the built-in site theme.
func Default() fs.FS {
	sub, err := fs.Sub(files, "default")
	if err != nil {
		panic("themes: " + err.Error()) // the folder is embedded above
	}
	return sub
}
