package plan

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"milepost/internal/config"
	"milepost/internal/diag"
	"milepost/internal/document"
	"milepost/internal/fields"
	"milepost/internal/schema"
	"milepost/internal/source"
)

// Content is the folder that holds the plan.
const Content = "content/"

// KindOf tells from a path below the project what a Markdown file describes; ok
// is false for a file that is no part of the plan.
func KindOf(file string) (kind schema.Kind, ok bool) {
	rest, inside := strings.CutPrefix(file, Content)
	if !inside || !strings.HasSuffix(rest, ".md") {
		return 0, false
	}
	folder, name, nested := strings.Cut(rest, "/")
	switch {
	case !nested && folder == "_index.md":
		return schema.Roadmap, true
	case !nested:
		return 0, false
	case folder == "themes" && strings.Contains(name, "/"):
		return schema.Item, true
	case folder == "themes":
		return schema.Theme, true
	case folder == "backlog":
		return schema.Item, true
	case folder == "releases":
		return schema.Release, true
	case folder == "pages":
		return schema.Page, true
	}
	return 0, false
}

// Terms are all that Decode asks of the configuration. Two files that are alike,
// read in equal Terms, give equal entries.
type Terms struct {
	Title      string    // of the site, for a roadmap that gives itself none
	Priorities [4]string // the words, most important first
}

// TermsOf gives the Terms of a configuration.
func TermsOf(cfg *config.Config) Terms {
	return Terms{cfg.Title, [4]string(cfg.Priorities)}
}

// Decode reads the typed fields of one document. It depends on the document and
// on the Terms of the configuration, on nothing else.
func Decode(doc *document.Doc, cfg *config.Config) Entry {
	kind, ok := KindOf(doc.File.Path)
	if !ok {
		return Entry{Findings: append(slices.Clip(doc.Findings), misplaced(doc))}
	}
	// What the entity keeps of the document is without its front matter: that is
	// decoded now, and a sixth of the memory of a large plan.
	body := *doc
	body.Front = fields.Value{}
	d := &decoder{Reader: schema.Read(kind, doc.Front), front: doc.Front, doc: &body, terms: TermsOf(cfg)}
	var e Entry
	switch kind {
	case schema.Roadmap:
		e.Roadmap = d.roadmap()
	case schema.Theme:
		e.Theme = d.theme()
	case schema.Item:
		e.Item = d.item()
	case schema.Release:
		e.Release = d.release()
	default:
		e.Page = &PageText{Common: d.common(schema.Page)}
	}
	e.Findings = slices.Concat(doc.Findings, d.Findings)
	return e
}

// misplaced reports a Markdown file that no kind claims.
func misplaced(doc *document.Doc) diag.Diagnostic {
	return diag.New("misplaced-file", doc.File.Span(0, 0), "%s is in no folder of the plan", doc.File.Path).
		WithHint("themes go to content/themes, items to content/backlog or below a theme's folder, releases to content/releases, other pages to content/pages")
}

// decoder reads one document.
type decoder struct {
	*schema.Reader
	front fields.Value
	doc   *document.Doc
	terms Terms
}

func (d *decoder) common(kind schema.Kind) Common {
	hidden, internal := d.hides()
	c := Common{
		Kind:     kind,
		Doc:      d.doc,
		Owners:   d.Texts("owner"),
		Tags:     d.Texts("tags"),
		Links:    d.safeLinks("links"),
		Aliases:  d.Words("aliases"),
		Internal: internal,
		Draft:    hidden,
		Ignore:   d.Pairs("ignore"),
		Own:      d.Own(),
	}
	for _, f := range schema.Fields(kind) {
		if at := d.At(f.Key); !at.IsZero() {
			c.at = append(c.at, place{f.Key, at})
		}
	}
	c.ID, c.IDAt = d.id(kind)
	c.Title = d.title(kind, c.ID)
	return c
}

// hides tells whether the file is a draft, and whether it is internal. It errs on
// the safe side: a file whose word on this cannot be read, or is given twice, was
// meant to be hidden by somebody.
func (d *decoder) hides() (draft, internal bool) {
	before := len(d.Findings)
	draft = d.Bool("draft")
	draft = draft || len(d.Findings) > before
	before = len(d.Findings)
	internal = d.Choice("visibility") == "internal"
	internal = internal || len(d.Findings) > before
	if d.looseHiding() {
		return true, true
	}
	for _, f := range d.doc.Findings {
		if f.Rule == "duplicate-key" {
			key := f.Span.Text()
			draft = draft || key == "draft"
			internal = internal || key == "visibility"
		}
	}
	return draft, internal
}

// hiding is a field that hides a file, in whatever notation.
var hiding = regexp.MustCompile(`\b(?:draft["']?\s*[:=]\s*["']?(?:true|yes)|visibility["']?\s*[:=]\s*["']?(?:internal|private))\b`)

// looseHiding finds such a field at the head of a file in which no front matter
// was recognised: the fences are missing or misspelt, and the file must not be
// published for that.
func (d *decoder) looseHiding() bool {
	if d.front.Kind == fields.Map {
		return false
	}
	const head = 400 // bytes: front matter stands at the top
	data := d.doc.File.Data
	at := hiding.FindIndex(data[:min(head, len(data))])
	if at == nil {
		return false
	}
	d.Findings = append(d.Findings, diag.New("front-matter-syntax", d.doc.File.Span(at[0], at[1]), "this looks like a field, but the file has no front matter").
		WithHint("put the fields between two lines of --- at the top of the file"))
	return true
}

// safeLinks drops addresses that a browser would run instead of open.
func (d *decoder) safeLinks(key string) []schema.Link {
	links := d.Links(key)
	return slices.DeleteFunc(links, func(l schema.Link) bool {
		scheme, _, ok := strings.Cut(l.URL, ":")
		bad := ok && !slices.Contains([]string{"http", "https", "mailto", "tel"}, strings.ToLower(scheme)) && !strings.ContainsAny(scheme, "/?#")
		if bad {
			d.Findings = append(d.Findings, diag.New("unknown-value", l.Span, "a link cannot begin with %q", scheme+":").
				WithHint("it takes an address that begins with https:, http:, mailto: or tel:"))
		}
		return bad
	})
}

// id gives the id and its place. A bad id is reported, and made harmless: it
// becomes part of paths and addresses.
func (d *decoder) id(kind schema.Kind) (string, source.Span) {
	top := d.doc.File.Span(0, 0)
	if kind == schema.Roadmap {
		return "index", top
	}
	w := d.Word("id")
	if w.Text == "" {
		w = schema.Word{Text: strings.TrimSuffix(path.Base(d.doc.File.Path), ".md"), Span: top}
	}
	if !validID(w.Text) {
		hint := "an id takes letters, digits, -, _ and ., and does not begin with ."
		if w.Span == top {
			hint = "rename the file, or write an id; " + hint
		}
		d.Findings = append(d.Findings, diag.New("bad-id", w.Span, "%q cannot be an id", w.Text).WithHint("%s", hint))
		w.Text = harmless(w.Text)
	}
	return w.Text, w.Span
}

// maxID is the longest id: longer ones make file names some systems refuse.
const maxID = 100

func validID(id string) bool {
	if id == "" || id[0] == '.' || len(id) > maxID || strings.HasSuffix(id, ".") || windowsName(id) {
		return false
	}
	return strings.IndexFunc(id, func(r rune) bool { return !idRune(r) }) < 0
}

// windowsName reports names that Windows keeps for devices.
func windowsName(id string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(id), ".")
	switch stem {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	return len(stem) == 4 && (strings.HasPrefix(stem, "COM") || strings.HasPrefix(stem, "LPT")) && stem[3] >= '1' && stem[3] <= '9'
}

func harmless(id string) string {
	id = strings.Map(func(r rune) rune {
		if idRune(r) {
			return r
		}
		return '-'
	}, id)
	id = strings.Trim(id, "-.")
	if len(id) > maxID {
		id = strings.ToValidUTF8(id[:maxID], "")
	}
	if id == "" || windowsName(id) {
		id += "unnamed"
	}
	return id
}

func (d *decoder) title(kind schema.Kind, id string) string {
	if t := d.Text("title"); t != "" {
		return t
	}
	if d.doc.Title != "" {
		return d.doc.Title
	}
	if kind == schema.Roadmap {
		return d.terms.Title
	}
	return titleOf(id)
}

// titleOf makes a title of an id: "retry-payments" reads "Retry payments". An id
// that is a number with a prefix is left as it is.
func titleOf(id string) string {
	if strings.ContainsAny(id, "0123456789") && !strings.Contains(strings.TrimLeft(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), "_") && strings.Count(id, "-") < 2 {
		return id
	}
	text := []rune(strings.Join(strings.FieldsFunc(id, func(r rune) bool { return r == '-' || r == '_' }), " "))
	if len(text) == 0 {
		return id
	}
	return strings.ToUpper(string(text[0])) + string(text[1:])
}

func (d *decoder) roadmap() *RoadmapText {
	r := &RoadmapText{
		Common:     d.common(schema.Roadmap),
		Vision:     d.Text("vision"),
		Goal:       d.Text("goal"),
		ThemeRefs:  d.Words("themes"),
		OrderRefs:  d.Words("order"),
		Disclaimer: d.Text("disclaimer"),
	}
	for _, o := range d.Tables("outcomes") {
		r.Outcomes = append(r.Outcomes, d.outcome(o))
	}
	return r
}

func (d *decoder) outcome(o *schema.Reader) OutcomeText {
	out := OutcomeText{
		ID: o.Word("id"), Title: o.Word("title"), Measure: o.Word("measure"),
		Baseline: quantity(o, "baseline"), Target: quantity(o, "target"), Current: quantity(o, "current"),
		By: o.Interval("by"), Checked: o.Day("checked"), At: o.Span(),
	}
	for _, need := range []struct{ key, text string }{{"id", out.ID.Text}, {"title", out.Title.Text}} {
		if need.text == "" {
			o.Findings = append(o.Findings, diag.New("wrong-type", o.Span(), "an outcome has no %s", need.key).
				WithHint("write {id: …, title: …, measure: …, baseline: …, target: …, current: …}"))
		}
	}
	if out.Title.Text == "" {
		out.Title.Text = titleOf(out.ID.Text)
	}
	d.Findings = append(d.Findings, o.Findings...)
	return out
}

// number is one number with at most a unit around it: "95 %", "$3.50", "1,200 ms".
// A comma only groups digits by three; anything else could mean two things.
var number = regexp.MustCompile(`^[^\d.,]*?(-?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?)(?:[^\d.,-][^\d]*)?$`)

// quantity reads a number that may carry a unit on either side.
func quantity(o *schema.Reader, key string) Quantity {
	w := o.Word(key)
	if w.Text == "" {
		return Quantity{}
	}
	if m := number.FindStringSubmatch(w.Text); m != nil {
		if n, err := strconv.ParseFloat(strings.ReplaceAll(m[1], ",", ""), 64); err == nil {
			return Quantity{Text: w.Text, Value: n}
		}
	}
	o.Findings = append(o.Findings, diag.New("wrong-type", w.Span, "%s cannot be %q", key, w.Text).
		WithHint("it takes one number, also with a unit, such as 95 %% or 71.5"))
	return Quantity{}
}

func (d *decoder) theme() *ThemeText {
	t := &ThemeText{
		Common:      d.common(schema.Theme),
		Summary:     d.Text("summary"),
		Why:         d.Text("why"),
		OutcomeRefs: d.Words("outcomes"),
		Horizon:     horizon(d.Choice("horizon")),
		Confidence:  d.Choice("confidence"),
		Allocation:  d.NumberOr("allocation", -1),
		Health:      d.Choice("health"),
		Status:      ThemeStatus(index(schema.Theme, "status", d.Choice("status"), 0)),
	}
	if t.Horizon == NoHorizon {
		t.Horizon = Later
	}
	if t.Summary == "" {
		t.Summary = d.doc.Summary
	}
	if t.Confidence == "" {
		t.Confidence = [...]string{Now: "high", Next: "medium", Later: "low"}[t.Horizon]
	}
	return t
}

func (d *decoder) item() *ItemText {
	i := &ItemText{
		Common:     d.common(schema.Item),
		Type:       d.Choice("type"),
		ThemeRef:   d.themeRef(),
		Status:     Status(index(schema.Item, "status", d.Choice("status"), 0)),
		Horizon:    horizon(d.Choice("horizon")),
		Priority:   d.priority(),
		Value:      d.NumberOr("value", 0),
		Urgency:    d.NumberOr("urgency", 0),
		Risk:       d.NumberOr("risk", 0),
		NeedRefs:   d.Words("depends_on"),
		ReleaseRef: d.Word("release"),
		Created:    d.Day("created"),
		Started:    d.Day("started"),
		Finished:   d.Day("finished"),
	}
	i.Effort, _ = d.Size("effort")
	if i.Type == "" {
		i.Type = schema.Types[0]
	}
	return i
}

// themeRef is the theme that is written, else the one whose folder holds the file.
func (d *decoder) themeRef() schema.Word {
	if w := d.Word("theme"); w.Text != "" {
		return w
	}
	rest, ok := strings.CutPrefix(d.doc.File.Path, Content+"themes/")
	if !ok {
		return schema.Word{}
	}
	folder, _, _ := strings.Cut(rest, "/")
	return schema.Word{Text: folder, Span: d.doc.File.Span(0, 0)}
}

func (d *decoder) priority() Priority {
	word := d.ChoiceOf("priority", d.terms.Priorities[:])
	if word == "" {
		return Should
	}
	return Priority(slices.Index(d.terms.Priorities[:], word))
}

func (d *decoder) release() *ReleaseText {
	r := &ReleaseText{
		Common:   d.common(schema.Release),
		Version:  d.Text("version"),
		Goal:     d.Text("goal"),
		Date:     d.Interval("date"),
		Fixed:    d.Bool("fixed"),
		Capacity: d.NumberOr("capacity", 0),
		Released: d.Day("released"),
	}
	r.Status = ReleaseStatus(index(schema.Release, "status", d.Choice("status"), -1))
	if r.Status < 0 {
		r.Status = Planned
		if r.Released != 0 {
			r.Status = Released
		}
	}
	return r
}

func horizon(word string) Horizon { return Horizon(slices.Index(schema.Horizons, word) + 1) }

// index is the place of a value among those of its field: the constants of this
// package stand in the same order. def is given for an absent value.
func index(kind schema.Kind, key, word string, def int) int {
	f, _ := schema.Lookup(kind, key)
	if i := slices.Index(f.Values, word); i >= 0 {
		return i
	}
	return def
}
