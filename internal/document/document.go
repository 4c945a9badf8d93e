// Package document reads one Markdown file: its front matter, and its body.
//
// Parse never fails: what is wrong with a file is among the Doc's Findings, and
// whatever could be read is still there. A Doc knows nothing of other files: its
// links are as written, with their places, and package plan resolves them. The
// HTML of a body is made once, with gaps where a link's address or a word of the
// interface belongs; HTML fills the gaps for the page it is shown on.
//
// A text is hostile until shown otherwise: no script, style, event handler or
// unknown address scheme reaches the HTML, its tags are always closed, and no
// text takes more than a moment to read (see limits.go).
//
// This package is the only owner of goldmark and the front-matter library, and
// the only one that makes template.HTML.
package document

import (
	"milepost/internal/diag"
	"milepost/internal/fields"
	"milepost/internal/source"
	"milepost/internal/words"
)

// Options says how a file is to be read.
type Options struct {
	// KeepInternal keeps what stands between <!-- internal --> and
	// <!-- /internal -->; without it that text is blanked before anything
	// reads it, so that no byte of it can reach a page.
	KeepInternal bool
	// HashReferences reads #some-id in the text as a link to that id.
	HashReferences bool
	// Words name what has no name of its own: a table, a warning. nil is English.
	Words *words.Language
}

// Doc is one Markdown file, read. It is never changed after Parse.
type Doc struct {
	File     *source.File
	Front    fields.Value // the front matter; Null when the file has none
	Body     Body         // everything below the front matter, without Lead, the title heading and Updates
	Lead     Body         // the words of the first paragraph, without <p>, where the body begins with one
	Title    string       // text of the first level-1 heading at the top of the body, "" without one
	TitleAt  source.Span  // that heading's text
	Summary  string       // text of the first paragraph, for descriptions and lists
	Headings []Heading    // all, in order, the title heading included
	Anchors  []string     // further places that links may lead to: <a name="x"></a>
	Links    []Link       // links and images, in order
	Criteria []Criterion  // check list under "Acceptance criteria" or "Done when"
	Updates  []Update     // dated log under "Updates", newest first
	Dropped  string       // text of the section "Why dropped", "" without one
	Empty    bool         // neither front matter nor a body
	Findings []diag.Diagnostic
}

// Heading is one heading of a body.
type Heading struct {
	Level  int         // 1…6 as written
	Text   string      // plain text
	Anchor string      // GitHub's slug, made unique within the file
	Span   source.Span // the heading's text, without its #
}

// LinkKind tells the forms of a link apart.
type LinkKind int

// The forms of a link.
const (
	Inline    LinkKind = iota // [words](target) or [words][ref]
	Wiki                      // [[id]] or [[id|words]]
	Image                     // ![words](target)
	Autolink                  // <https://…> or a bare address
	Reference                 // #id, where the configuration switches that on
)

// Link is one link or image of a body as it is written. A link whose address
// scheme is refused is not among them: it is a finding.
type Link struct {
	Kind   LinkKind
	Target string      // destination as written, unescaped: "../backlog/x.md#why", "search", "https://…"
	Span   source.Span // the destination's bytes in the file
	Text   string      // plain text of the link, or the image's alternative text
}

// Criterion is one line of an acceptance check list.
type Criterion struct {
	Text string // plain text
	Done bool
	Span source.Span // from the check box to the end of its line
}

// Update is one entry of a theme's dated log.
type Update struct {
	Date string      // as written in its heading, and a real day: 2026-11-02
	At   source.Span // the heading's text
	Body Body
	Text string // plain text, for feeds
}
