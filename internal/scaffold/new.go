package scaffold

import (
	"fmt"
	"strconv"
	"strings"

	"milepost/internal/diag"
	"milepost/internal/document"
	"milepost/internal/plan"
	"milepost/internal/schema"
	"milepost/internal/source"
)

// Draft is what an author says of a new entity.
type Draft struct {
	Kind  schema.Kind // Item, Theme or Release
	Title string
	ID    string // "" to have one made
	Theme string // of an item; "" for none
	Type  string // of an item; "" for a story
}

// Elsewhere is another state of the plan, in which an id may be taken as well: on
// the branch that this one will be merged into. The zero value is none.
type Elsewhere struct {
	Plan *plan.Plan
	Name string // of the branch
}

// New makes the file of a draft. The plan it is for must hold everything,
// drafts and internal work too: an id is taken whether or not it is published.
// The error is for the author: a taken or impossible id, an unknown theme.
func New(p *plan.Plan, other Elsewhere, d Draft) (File, error) {
	d.Title = strings.Join(strings.Fields(d.Title), " ")
	if d.Title == "" {
		return File{}, fmt.Errorf("a new %s needs a title", d.Kind)
	}
	if err := checkTheme(p, d.Theme); err != nil {
		return File{}, err
	}
	if d.ID == "" {
		d.ID = makeID(p, other.Plan, d)
	}
	if err := checkID(p, d); err != nil {
		return File{}, err
	}
	if other.Plan != nil {
		if err := taken(other.Plan, d.ID, " on "+other.Name); err != nil {
			return File{}, err
		}
	}
	f := File{Path: place(p, d)}
	inFolder := strings.HasPrefix(f.Path, plan.Content+"themes/"+d.Theme+"/")
	f.Data = text(d, inFolder)
	try(p, f)
	return f, nil
}

func checkTheme(p *plan.Plan, id string) error {
	if id == "" {
		return nil
	}
	if _, ok := p.Lookup(id).Entity.(*plan.Theme); ok {
		return nil
	}
	var ids []string
	for _, t := range p.Themes {
		ids = append(ids, t.ID)
	}
	hint := "milepost new theme begins one"
	if near := diag.Nearest(id, ids); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	} else if len(ids) > 0 {
		hint = "there are " + strings.Join(ids, ", ")
	}
	return fmt.Errorf("no theme has the id %q; %s", id, hint)
}

// checkID refuses an id that somebody has, or had: links to an old id still
// lead somewhere.
func checkID(p *plan.Plan, d Draft) error {
	if d.ID == "" {
		return fmt.Errorf("no id can be made of the title %q; choose one with --id", d.Title)
	}
	if read := decodeID(p, d.ID); read != d.ID {
		return fmt.Errorf("%q cannot be an id; it takes letters, digits, -, _ and dots, and no dot at its start", d.ID)
	}
	return taken(p, d.ID, "")
}

// taken says who in a plan has an id, or had it.
func taken(p *plan.Plan, id, where string) error {
	for _, e := range p.Entities()[1:] {
		c := e.Base()
		if strings.EqualFold(c.ID, id) {
			return fmt.Errorf("the id %q is taken by %s%s; choose another with --id", c.ID, c.Doc.File.Path, where)
		}
		for _, a := range c.Aliases {
			if strings.EqualFold(a.Text, id) {
				return fmt.Errorf("the id %q is an old one of %s%s; choose another with --id", a.Text, c.Doc.File.Path, where)
			}
		}
	}
	return nil
}

// decodeID is the id as it reads when it is written in a file: an impossible one
// reads as another.
func decodeID(p *plan.Plan, id string) string {
	text := "---\nid: " + quote(id) + "\n---\n"
	doc := document.Parse(source.NewFile(plan.Content+"backlog/x.md", []byte(text)), document.Options{})
	return plan.Decode(doc, p.Config).Item.ID
}

func makeID(p, other *plan.Plan, d Draft) string {
	if prefix := p.Config.IDPrefix; prefix != "" && d.Kind == schema.Item {
		all := p.Entities()[1:]
		if other != nil {
			all = append(all, other.Entities()[1:]...)
		}
		return nextID(all, prefix)
	}
	return slug(d.Title)
}

// nextID is the prefix with the number after the highest that was ever given. It
// has as many digits as the others where those are filled up with zeros.
func nextID(all []plan.Entity, prefix string) string {
	highest, digits := 0, 0
	count := func(id string) {
		head, tail, ok := cutLast(id, "-")
		if n, err := strconv.Atoi(tail); ok && err == nil && strings.EqualFold(head, prefix) {
			highest = max(highest, n)
			if tail[0] == '0' {
				digits = max(digits, len(tail))
			}
		}
	}
	for _, e := range all {
		count(e.Base().ID)
		for _, a := range e.Base().Aliases {
			count(a.Text)
		}
	}
	return fmt.Sprintf("%s-%0*d", prefix, digits, highest+1)
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// place is the path of the new file. An item goes to the folder of its theme
// where the theme has one.
func place(p *plan.Plan, d Draft) string {
	folder := map[schema.Kind]string{schema.Item: "backlog/", schema.Theme: "themes/", schema.Release: "releases/"}[d.Kind]
	if d.Kind == schema.Item && d.Theme != "" {
		if own := "themes/" + d.Theme + "/"; len(p.Tree.Files(plan.Content+own)) > 0 {
			folder = own
		}
	}
	return plan.Content + folder + d.ID + ".md"
}

// try reads the new file as it will be read from the disk. It cannot be wrong:
// if it is, that is our mistake and not the author's.
func try(p *plan.Plan, f File) {
	doc := document.Parse(source.NewFile(f.Path, f.Data), document.Options{HashReferences: p.Config.HashReferences})
	if found := plan.Decode(doc, p.Config).Findings; len(found) > 0 {
		panic(fmt.Sprintf("scaffold: a new file is wrong: %s: %s", found[0].Rule, found[0].Message))
	}
}
