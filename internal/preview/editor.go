package preview

import (
	"fmt"
	"maps"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Editor is an address that opens a file in an editor, with {path}, {line} and
// {column} in it; "" opens none.
type Editor string

// editors are those that are known by name.
var editors = map[string]Editor{
	"vscode":   "vscode://file{path}:{line}:{column}",
	"vscodium": "vscodium://file{path}:{line}:{column}",
	"cursor":   "cursor://file{path}:{line}:{column}",
	"windsurf": "windsurf://file{path}:{line}:{column}",
	"zed":      "zed://file{path}:{line}:{column}",
	"idea":     "idea://open?file={path}&line={line}&column={column}",
	"sublime":  "subl://open?url=file://{path}&line={line}&column={column}",
	"textmate": "txmt://open?url=file://{path}&line={line}&column={column}",
	"none":     "",
}

// Editors lists the names that ParseEditor knows.
func Editors() []string { return slices.Sorted(maps.Keys(editors)) }

// scheme is one that a browser hands to another program.
var scheme = regexp.MustCompile(`^([a-z][a-z0-9+.-]*):`)

// ParseEditor reads the name of an editor, or an address of one's own.
func ParseEditor(text string) (Editor, error) {
	if e, known := editors[strings.ToLower(text)]; known {
		return e, nil
	}
	m := scheme.FindStringSubmatch(text)
	if m == nil || !strings.Contains(text, "{path}") || slices.Contains([]string{"javascript", "data", "blob", "vbscript", "file", "http", "https"}, m[1]) {
		return "", fmt.Errorf("it takes one of %s, or an address such as myeditor://open?file={path}&line={line}", strings.Join(Editors(), ", "))
	}
	return Editor(text), nil
}

// open is the address of a place in a file of a project, "" without an editor.
func (e Editor) open(root, file string, line, column int) string {
	if e == "" {
		return ""
	}
	full := filepath.ToSlash(filepath.Join(root, filepath.FromSlash(file)))
	if !strings.HasPrefix(full, "/") {
		full = "/" + full // C:/plan
	}
	// In a query these would end the path, or be another character in it.
	escaped := strings.NewReplacer("&", "%26", "+", "%2B", "=", "%3D").Replace((&url.URL{Path: full}).EscapedPath())
	return strings.NewReplacer(
		"{path}", escaped,
		"{line}", strconv.Itoa(max(line, 1)),
		"{column}", strconv.Itoa(max(column, 1)),
	).Replace(string(e))
}
