package document

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"milepost/internal/diag"
	"milepost/internal/fields"
	"milepost/internal/source"
)

var update = flag.Bool("update", false, "write what is read into testdata instead of comparing")

func parse(text string, opt Options) *Doc {
	return Parse(source.NewFile("content/x.md", []byte(text)), opt)
}

// filler fills gaps with what the file itself says; a link to "nowhere" leads
// nowhere.
func filler(d *Doc) Filler {
	return Filler{
		Link: func(i int) (string, bool) { return d.Links[i].Target, d.Links[i].Target != "nowhere" },
		Met:  "Met", Open: "Not yet", Tally: "1 of 2",
	}
}

func bodyOf(d *Doc) string { return string(d.Body.HTML(filler(d))) }

// bodies gives all bodies of d, by name.
func bodies(d *Doc) map[string]string {
	out := map[string]string{"body": bodyOf(d), "lead": string(d.Lead.HTML(filler(d)))}
	for i, u := range d.Updates {
		out[fmt.Sprint("update ", i)] = string(u.Body.HTML(filler(d)))
	}
	return out
}

// at writes the place of a span as line:column-column, or with two lines.
func at(s source.Span) string {
	from, to := s.From(), s.To()
	if from.Line == to.Line {
		return fmt.Sprintf("%d:%d-%d", from.Line, from.Column, to.Column)
	}
	return fmt.Sprintf("%d:%d-%d:%d", from.Line, from.Column, to.Line, to.Column)
}

// remark writes a finding as one line.
func remark(d diag.Diagnostic) string {
	s := at(d.Span) + " " + d.Rule + ": " + d.Message
	if d.Hint != "" {
		s += " (" + d.Hint + ")"
	}
	return s
}

func remarks(d *Doc) []string {
	var out []string
	for _, f := range d.Findings {
		out = append(out, remark(f))
	}
	return out
}

// fieldsOf writes the fields of d as one line.
func fieldsOf(d *Doc) string {
	var out []string
	for _, e := range d.Front.Entries {
		out = append(out, e.Key+"="+value(e.Value))
	}
	return strings.Join(out, " ")
}

func value(v fields.Value) string {
	switch v.Kind {
	case fields.Scalar:
		return fmt.Sprintf("%q", v.Text)
	case fields.List:
		var out []string
		for _, item := range v.Items {
			out = append(out, value(item))
		}
		return "[" + strings.Join(out, " ") + "]"
	case fields.Map:
		return "{" + fieldsOf(&Doc{Front: v}) + "}"
	}
	return "null"
}

var kindNames = [...]string{Inline: "inline", Wiki: "wiki", Image: "image", Autolink: "autolink", Reference: "reference"}

// dump writes down everything about d.
func dump(d *Doc) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	for _, e := range d.Front.Entries {
		line("field %s %s = %s %s", at(e.KeySpan), e.Key, at(e.Value.Span), value(e.Value))
	}
	if d.Title != "" {
		line("title %s %s", at(d.TitleAt), d.Title)
	}
	if d.Summary != "" {
		line("summary %s", d.Summary)
	}
	for _, h := range d.Headings {
		line("heading %s %d %q #%s", at(h.Span), h.Level, h.Text, h.Anchor)
	}
	for _, l := range d.Links {
		line("link %s %s %q %q", at(l.Span), kindNames[l.Kind], l.Target, l.Text)
	}
	for _, c := range d.Criteria {
		line("criterion %s %v %s", at(c.Span), c.Done, c.Text)
	}
	for _, u := range d.Updates {
		line("update %s %s %q", at(u.At), u.Date, u.Text)
	}
	if d.Dropped != "" {
		line("dropped %q", d.Dropped)
	}
	for _, r := range remarks(d) {
		line("finding %s", r)
	}
	if !d.Lead.IsEmpty() {
		line("lead\n%s", d.Lead.HTML(filler(d)))
	}
	line("body\n%s", bodyOf(d))
	for _, u := range d.Updates {
		line("update %s\n%s", u.Date, u.Body.HTML(filler(d)))
	}
	return b.String()
}

// equal compares two lists of lines.
func equal(t *testing.T, what, text string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s of %q\n got %s\nwant %s", what, text, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
}

// checkDoc checks what must hold for every text.
func checkDoc(t *testing.T, d *Doc) {
	t.Helper()
	inside := func(s source.Span) {
		if s.File != d.File || s.Start < 0 || s.Start > s.End || s.End > len(d.File.Data) {
			t.Fatalf("the span %d-%d is not in the file of %d bytes", s.Start, s.End, len(d.File.Data))
		}
	}
	for _, f := range d.Findings {
		inside(f.Span)
		for _, r := range f.Related {
			inside(r.Span)
		}
	}
	for _, h := range d.Headings {
		inside(h.Span)
	}
	for _, l := range d.Links {
		inside(l.Span)
		if refusedScheme(l.Target) != "" {
			t.Fatalf("the link %q was not refused", l.Target)
		}
	}
	for _, c := range d.Criteria {
		inside(c.Span)
	}
	for _, u := range d.Updates {
		inside(u.At)
	}
	if d.Title != "" {
		inside(d.TitleAt)
	}
	checkFields(t, d.Front, inside)
	ids := map[string]bool{}
	all := bodies(d)
	for name, h := range all {
		if problem := unsafe(h, name != "lead"); problem != "" {
			t.Fatalf("%s: %s in\n%s", name, problem, h)
		}
		for _, id := range attributes(h, ` id="`) {
			if ids[id] {
				t.Fatalf("the id %s is given twice", id)
			}
			ids[id] = true
		}
	}
	for name, h := range all {
		for _, id := range attributes(h, `<a href="#fn`) {
			if !ids["fn"+id] && !isTarget(d, "#fn"+id) {
				t.Fatalf("%s: no note has the id fn%s", name, id)
			}
		}
	}
}

// attributes gives what stands behind each start, up to the next quote.
func attributes(h, start string) []string {
	var out []string
	for _, part := range strings.Split(h, start)[1:] {
		value, _, _ := strings.Cut(part, `"`)
		out = append(out, value)
	}
	return out
}

// isTarget reports whether the author wrote this address.
func isTarget(d *Doc, address string) bool {
	return slices.ContainsFunc(d.Links, func(l Link) bool { return l.Target == address })
}

func checkFields(t *testing.T, v fields.Value, inside func(source.Span)) {
	if v.Kind != fields.Null || !v.Span.IsZero() {
		inside(v.Span)
	}
	for _, item := range v.Items {
		checkFields(t, item, inside)
	}
	for _, e := range v.Entries {
		inside(e.KeySpan)
		checkFields(t, e.Value, inside)
	}
}

// allowed are the tags and attributes a body may hold.
var allowed = map[string]string{
	"h2": "id class", "h3": "id class", "h4": "id class", "h5": "id class", "h6": "id class",
	"p": "class", "a": "href title class role aria-label", "img": "src title loading alt", "em": "", "strong": "", "del": "", "br": "", "hr": "",
	"code": "class", "pre": "tabindex role aria-label class", "span": "class id", "blockquote": "", "div": "class role tabindex aria-label",
	"ul": "class role", "ol": "class role start", "li": "class id", "dl": "", "dt": "", "dd": "", "table": "", "thead": "", "tbody": "", "tr": "",
	"th": "class", "td": "class", "svg": "class aria-hidden", "use": "href", "sup": "id", "section": "class role",
	"kbd": "", "sub": "", "ins": "", "mark": "", "small": "", "abbr": "", "q": "", "cite": "", "samp": "", "var": "", "dfn": "",
	"b": "", "i": "", "u": "", "s": "", "details": "", "summary": "",
}

var voidTags = map[string]bool{"br": true, "hr": true, "img": true}

// unsafe says what is wrong with HTML that is to be put on a page: a tag or an
// attribute that is not allowed, an address that runs, tags that are not closed,
// or that a browser would move elsewhere. Blocks stand in a <div>, words in a <p>.
func unsafe(text string, blocks bool) string {
	var open, tags []string
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				return fmt.Sprintf("<%s> is not closed", open[len(open)-1])
			}
			return moved(text, tags, blocks)
		case html.CommentToken, html.DoctypeToken:
			return "a comment"
		case html.StartTagToken:
			tok := z.Token()
			if problem := badTag(tok); problem != "" {
				return problem
			}
			tags = append(tags, tok.Data)
			if !voidTags[tok.Data] {
				open = append(open, tok.Data)
			}
		case html.SelfClosingTagToken:
			tok := z.Token()
			if tok.Data != "use" {
				return "a tag that closes itself"
			}
			tags = append(tags, tok.Data)
		case html.EndTagToken:
			name := z.Token().Data
			if len(open) == 0 || open[len(open)-1] != name {
				return fmt.Sprintf("</%s> closes nothing", name)
			}
			open = open[:len(open)-1]
		}
	}
}

func badTag(tok html.Token) string {
	attributes, ok := allowed[tok.Data]
	if !ok {
		return "the tag <" + tok.Data + ">"
	}
	seen := map[string]bool{}
	for _, a := range tok.Attr {
		if !slices.Contains(strings.Fields(attributes), a.Key) {
			return "the attribute " + a.Key + " of <" + tok.Data + ">"
		}
		if seen[a.Key] {
			return "two attributes " + a.Key
		}
		seen[a.Key] = true
		if (a.Key == "href" || a.Key == "src") && refusedScheme(a.Val) != "" {
			return "the address " + a.Val
		}
	}
	return ""
}

// moved says whether a browser would read other elements than were written.
func moved(text string, tags []string, blocks bool) string {
	page := "<!doctype html><html><head></head><body><div>" + text + "</div></body></html>"
	if !blocks {
		page = "<!doctype html><html><head></head><body><div><p>" + text + "</p></div></body></html>"
		tags = append([]string{"p"}, tags...)
	}
	tree, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return ""
	}
	var got []string
	for n := range tree.Descendants() {
		if n.Type == html.ElementNode {
			got = append(got, n.Data)
		}
	}
	want := append([]string{"html", "head", "body", "div"}, tags...)
	if !slices.Equal(got, want) {
		return fmt.Sprintf("a browser reads %v, not %v", got, want)
	}
	return ""
}
