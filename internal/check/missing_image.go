package check

import (
	"path"
	"strings"

	"milepost/internal/diag"
	"milepost/internal/document"
	"milepost/internal/plan"
)

var missingImage = Rule{
	Name:     "missing-image",
	Group:    Links,
	Severity: diag.Error,
	Summary:  "an image must be there",
	Doc: `The reader sees a broken picture. An image lies somewhere below content or static; its
address is the path to it, as seen from the file it stands in.`,
	Bad: `
-- content/backlog/search.md --
# Search

![The box with three results](images/serach.png)
                              ^^^^^^^^^^^^^^^^^ there is no image content/backlog/images/serach.png
                                              = did you mean images/search.png?
-- content/backlog/images/search.png --
`,
	Good: `
-- content/backlog/search.md --
# Search

![The box with three results](images/search.png)
-- content/backlog/images/search.png --
`,
	Run: func(p *plan.Plan, r *Reporter) {
		images := images{plan: p}
		for l := range r.leading(plan.NoFile) {
			if l.Kind != document.Image {
				continue
			}
			d := diag.New(r.Rule, l.Span, "there is no image %s", l.Target.Path)
			if near := images.near(l.Target.Path); near != "" {
				d = d.WithHint("did you mean %s?", relative(l.From.Base().Doc.File.Path, near))
			}
			r.Report(d)
		}
	},
}

// images finds an image that was meant; its lists are made when they are first
// needed, because most plans miss none.
type images struct {
	plan   *plan.Plan
	byName map[string][]string
	names  []string
}

// near finds an image of the same name in another folder, or of a near name.
func (m *images) near(file string) string {
	if m.byName == nil {
		m.byName = map[string][]string{}
		for _, a := range m.plan.Tree.Assets("") {
			name := strings.ToLower(path.Base(a.Path))
			if m.byName[name] == nil {
				m.names = append(m.names, name)
			}
			m.byName[name] = append(m.byName[name], a.Path)
		}
	}
	name := strings.ToLower(path.Base(file))
	if m.byName[name] == nil {
		name = diag.Nearest(name, m.names)
	}
	if paths := m.byName[name]; len(paths) == 1 {
		return paths[0]
	}
	return ""
}
