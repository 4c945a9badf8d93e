package sitetheme

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"milepost/internal/diag"
	"milepost/internal/fields"
	"milepost/internal/schema"
	"milepost/internal/source"
	"milepost/themes"
)

// finder gathers the layers of a theme, from the bottom to the top.
type finder struct {
	tree    *source.Tree
	layers  []Layer
	options []Option
	above   []string // the themes that are being added: each extends the next
	found   []diag.Diagnostic
}

func (f *finder) report(at source.Span, hint, format string, args ...any) {
	f.found = append(f.found, diag.New("site-theme", at, format, args...).WithHint("%s", hint))
}

// nameForm is what the folder of a theme may be called: nothing that could lead
// out of the folder it lies in.
var nameForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]*$`)

// add adds the theme of a name, with all that it extends below it. A theme of the
// project comes before one of the same name that is built in.
func (f *finder) add(name schema.Word) {
	dir := path.Join(Folder, name.Text)
	switch {
	case !nameForm.MatchString(name.Text):
		f.report(name.Span, "it takes the name of a folder in themes, without a path", "a site theme cannot be called %q", name.Text)
	case slices.Contains(Kinds, name.Text):
		f.report(name.Span, "leave this line out: the files in themes/"+name.Text+" always count", "%q is no site theme", name.Text)
	case slices.Contains(f.above, name.Text):
		f.report(name.Span, "one of them has to extend "+Default, "the site theme %s extends itself: %s", name.Text, strings.Join(append(f.above, name.Text), " → "))
	case name.Text != Default && len(f.tree.Files(dir+"/")) > 0:
		f.addProject(name.Text, dir)
	case f.addBuiltIn(name.Text):
	default:
		f.report(name.Span, diag.OneOf(name.Text, f.names())+"; a theme of your own is a folder themes/NAME", "there is no site theme %q", name.Text)
	}
}

// names lists the themes there are.
func (f *finder) names() []string {
	out := themes.Names()
	for _, file := range f.tree.Files(Folder + "/") {
		name, _, nested := strings.Cut(strings.TrimPrefix(file.Path, Folder+"/"), "/")
		if nested && nameForm.MatchString(name) && !slices.Contains(Kinds, name) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// addProject adds a theme of the project.
func (f *finder) addProject(name, dir string) {
	f.above = append(f.above, name)
	var base schema.Word
	var options []Option
	if file := f.tree.File(path.Join(dir, File)); file != nil {
		base, options = f.manifest(file)
	}
	before := len(f.layers)
	if base.Text != "" {
		f.add(base)
	}
	if len(f.layers) == before { // none, or one that cannot be used
		f.addBuiltIn(Default)
	}
	f.layers = append(f.layers, Layer{Name: name, Dir: dir, FS: filesBelow(f.tree, dir+"/")})
	f.declare(options)
}

// addBuiltIn adds a theme that comes with Milepost, if there is one of the name.
func (f *finder) addBuiltIn(name string) bool {
	files, ok := themes.Named(name)
	if !ok {
		return false
	}
	var options []Option
	if data, err := fs.ReadFile(files, File); err == nil {
		base, own := f.manifest(source.NewFile(path.Join(name, File), data))
		f.addBuiltIn(base.Text)
		options = own
	}
	f.layers = append(f.layers, Layer{Name: name, FS: files})
	f.declare(options)
	return true
}

// addOwn adds the project's own files, where there are any.
func (f *finder) addOwn() {
	own := files{}
	for _, kind := range Kinds {
		for name, data := range filesBelow(f.tree, path.Join(Folder, kind)+"/") {
			own[path.Join(kind, name)] = data
		}
	}
	if len(own) > 0 {
		f.layers = append(f.layers, Layer{Dir: Folder, FS: own})
	}
}

// filesBelow are the texts below a folder by their path in it.
func filesBelow(tree *source.Tree, dir string) files {
	out := files{}
	for _, f := range tree.Files(dir) {
		out[strings.TrimPrefix(f.Path, dir)] = f.Data
	}
	return out
}

// manifest reads a theme.yaml.
func (f *finder) manifest(file *source.File) (base schema.Word, options []Option) {
	root, found := fields.YAML(file, 0, len(file.Data))
	r := schema.Read(schema.SiteTheme, root)
	r.Text("name")
	r.Text("version")
	if n := r.NumberOr("contract", Contract); n > Contract {
		f.report(r.At("contract"), "a newer milepost may know it; this one knows "+number(Contract), "the contract %s is not known", number(int(n)))
	}
	base = r.Word("extends")
	definitions := r.Options("options")
	f.found = append(f.found, slices.Concat(found, r.Findings)...)
	for _, d := range definitions {
		if o, ok := f.option(d); ok {
			options = append(options, o)
		}
	}
	return base, options
}

// declare adds options; one of a name that is there already takes its place.
func (f *finder) declare(options []Option) {
	for _, o := range options {
		f.options = slices.DeleteFunc(f.options, func(old Option) bool { return old.Name == o.Name })
		f.options = append(f.options, o)
	}
}
