package workspace

import (
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// themeFiles are the endings of the files of a site theme that are read: texts, and
// the typefaces it brings.
var themeFiles = []string{".html", ".css", ".js", ".json", ".md", ".svg", ".txt", ".woff2", ".xml", ".yaml", ".yml"}

// isText tells the files that are read from those that are only copied.
func isText(p string) bool {
	folder, _, _ := strings.Cut(p, "/")
	switch folder {
	case ConfigName:
		return true
	case "content":
		return strings.HasSuffix(p, ".md")
	case "themes":
		return slices.Contains(themeFiles, path.Ext(p))
	}
	return false
}

// nearlyText reports a name by which somebody probably meant a file of the plan.
func nearlyText(p string) bool {
	ext := strings.ToLower(path.Ext(p))
	return strings.HasPrefix(p, "content/") && (ext == ".md" || ext == ".markdown")
}

// AtTop reports the names in the root of a project that are of the project.
func AtTop(name string) bool { return name == ConfigName || slices.Contains(Folders, name) }

// Ignored reports that a file of this name in this folder is never read.
func Ignored(folder, name string) bool { return name == "" || ignored(folder, name) }

// ignored reports the names an author did not make, or does not want published.
// In static, which is copied as it is, other hidden names are: .nojekyll,
// .well-known.
func ignored(dir, name string) bool {
	switch {
	case name == ".git" || name == "node_modules" || name == "Thumbs.db" || name == ".DS_Store":
		return true
	case isSwap(name):
		return true
	case name[0] == '.':
		folder, _, _ := strings.Cut(dir, "/")
		return folder != "static"
	}
	return false
}

// isSwap reports the names editors give to what they have not saved yet: vim's
// .x.swp and 4913, Emacs' #x# and .#x, x~ of many, JetBrains' x___jb_tmp___,
// and macOS' ._x on foreign disks.
func isSwap(name string) bool {
	switch path.Ext(name) {
	case ".swp", ".swo", ".swx":
		return name[0] == '.'
	}
	return name == "4913" || strings.HasSuffix(name, "~") ||
		len(name) > 1 && name[0] == '#' && strings.HasSuffix(name, "#") ||
		strings.HasPrefix(name, ".#") || strings.HasPrefix(name, "._") ||
		strings.HasSuffix(name, "___jb_tmp___") || strings.HasSuffix(name, "___jb_old___")
}

// unusable says why a name cannot stand in a plan, "" for one that can.
func unusable(name string) string {
	if !utf8.ValidString(name) {
		return "has a name that is not valid UTF-8"
	}
	if strings.ContainsFunc(name, unicode.IsControl) {
		return "has a control character in its name"
	}
	return ""
}
