package view

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"milepost/internal/diag"
	"milepost/internal/plan"
)

// Finding is one finding as the health page shows it: with its place, for those
// who will mend it.
type Finding struct {
	Words []Part // what is so
	Hint  []Part // what to do, empty where nothing is known
	Place Link   // "content/backlog/x.md:5", with where to change it
	About *Link  // the page of the thing it is about, nil for none
}

// finding shows a finding, with the ids it names as links. about maps the files
// of the plan to what they hold.
func (h here) finding(d diag.Diagnostic, about map[string]plan.Entity) Finding {
	f := Finding{
		Words: h.linked(signalSentence(d.Message)),
		Hint:  h.linked(signalSentence(d.Hint)),
		Place: h.place(d),
	}
	if e := about[d.Span.Path()]; e != nil {
		f.About = &Link{Text: e.Base().Title, Href: h.href(e)}
	}
	return f
}

// place names the line of a finding, and leads to where it can be changed.
func (h here) place(d diag.Diagnostic) Link {
	if d.Span.IsZero() {
		return Link{}
	}
	path := d.Span.Path()
	link := Link{Text: path + ":" + strconv.Itoa(d.Span.From().Line)}
	if repo := h.plan.Config.Repository; repo != "" {
		link.Href = repo + "/edit/" + h.plan.Config.Branch + "/" + (&url.URL{Path: path}).EscapedPath()
	}
	return link
}

// quoted finds what a message names: an id, a word an author wrote.
var quoted = regexp.MustCompile(`"[^"\\ ]+"`)

// linked makes links of the ids a text names in quotes.
func (h here) linked(text string) []Part {
	var out []Part
	add := func(part Part) {
		if part.Text != "" {
			out = append(out, part)
		}
	}
	done := 0
	for _, at := range quoted.FindAllStringIndex(text, -1) {
		id := text[at[0]+1 : at[1]-1]
		e := h.plan.Lookup(id).Entity
		if e == nil || e.Base().ID != id {
			continue
		}
		add(Part{Text: text[done:at[0]]})
		part := Part{Text: id, Href: h.href(e)}
		if it, ok := e.(*plan.Item); ok {
			part = h.ref(it)
		}
		add(part)
		done = at[1]
	}
	add(Part{Text: text[done:]})
	return out
}

// signalSentence makes a sentence of a message. It begins with a capital unless
// its first word is somebody else's: a path, a key, a quotation.
func signalSentence(text string) string {
	first, _, _ := strings.Cut(text, " ")
	if strings.ContainsFunc(first, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != ',' }) {
		return closed(text)
	}
	return sentence(text)
}

// closed ends a text with a full stop, unless it ends in a mark already or in an
// address, which a full stop would become a part of.
func closed(text string) string {
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".?!:/") {
		return text
	}
	return text + "."
}
