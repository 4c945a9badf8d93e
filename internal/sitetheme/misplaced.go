package sitetheme

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"milepost/internal/diag"
)

// endings are what the files of each kind end in.
var endings = map[string][]string{
	"layouts":  {".html"},
	"partials": {".html"},
	"slots":    {".html"},
	"styles":   {".css"},
	"scripts":  {".js"},
	"icons":    {".svg"},
	"fonts":    {".woff2", ".txt"},
}

// misplaced reports the files of a project's theme that would never be used: most
// often their name is a slip for another.
func (f *finder) misplaced() {
	f.mistyped()
	for i, l := range f.layers {
		own, ok := l.FS.(files)
		if !ok {
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(own)) {
			if message, hint := f.unused(name, f.layers[:i]); message != "" {
				f.report(f.tree.File(l.At(name)).Span(0, 0), hint, "%s", message)
			}
		}
	}
}

// mistyped reports folders of the project's own files whose name is a slip: they
// would be taken for themes that nobody uses.
func (f *finder) mistyped() {
	told := ""
	for _, file := range f.tree.Files(Folder + "/") {
		name, _, nested := strings.Cut(strings.TrimPrefix(file.Path, Folder+"/"), "/")
		if !nested || name == told || slices.Contains(Kinds, name) || slices.Contains(f.above, name) || f.tree.File(path.Join(Folder, name, File)) != nil {
			continue
		}
		if near := diag.Nearest(name, Kinds); near != "" {
			told = name
			f.report(file.Span(0, 0), "did you mean themes/"+near+"?", "nothing in the folder themes/%s is used", name)
		}
	}
}

// unused says why a file is never used, "" for one that may be. below are the
// layers under its own.
func (f *finder) unused(name string, below []Layer) (message, hint string) {
	folder, base, nested := strings.Cut(name, "/")
	if !nested {
		return "", ""
	}
	admitted, known := endings[folder]
	stem := strings.TrimSuffix(base, path.Ext(base))
	switch {
	case !known:
		near := diag.Nearest(folder, Kinds)
		if near == "" {
			return "", "" // a theme may bring what it likes: a picture of itself, a licence
		}
		return "nothing in the folder " + folder + " is used", "did you mean " + near + "?"
	case !slices.Contains(admitted, path.Ext(base)):
		return "this file is not used: its name does not end in " + strings.Join(admitted, " or "), ""
	case strings.Contains(base, "/"):
		return "this file is not used: it lies in a folder of " + folder, "move it to " + folder + "/" + path.Base(base)
	case folder == "layouts" && !has(below, name):
		return "no page has the layout " + stem, diag.OneOf(stem, stems(below, folder))
	case folder == "slots" && !has(below, name):
		return "there is no slot " + stem, diag.OneOf(stem, stems(below, folder))
	}
	return "", ""
}

func has(layers []Layer, name string) bool {
	return slices.ContainsFunc(layers, func(l Layer) bool {
		_, err := fs.Stat(l.FS, name)
		return err == nil
	})
}

// stems lists the names of the files in a folder of any of the layers.
func stems(layers []Layer, folder string) []string {
	var out []string
	for _, l := range layers {
		entries, _ := fs.ReadDir(l.FS, folder) // a theme need not have the folder
		for _, e := range entries {
			out = append(out, strings.TrimSuffix(e.Name(), path.Ext(e.Name())))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
