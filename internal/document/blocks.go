package document

import (
	"strconv"

	gm "github.com/yuin/goldmark/ast"
	ext "github.com/yuin/goldmark/extension/ast"
)

// block writes one block.
func (w *writer) block(n gm.Node) {
	switch n := n.(type) {
	case *gm.Paragraph:
		w.element("<p>", n, "</p>\n")
	case *gm.TextBlock:
		w.children(n)
		if n.NextSibling() != nil {
			w.str("\n")
		}
	case *gm.Heading:
		w.headingElement(n)
	case *gm.Blockquote:
		w.quote(n)
	case *gm.List:
		w.list(n)
	case *gm.ThematicBreak:
		w.str("<hr>\n")
	case *gm.CodeBlock:
		w.code(n, "")
	case *gm.FencedCodeBlock:
		w.code(n, languageOf(n, w.reading))
	case *plainBlock:
		w.plainText(n)
	case *gm.HTMLBlock:
		w.htmlBlock(n)
	case *ext.Table:
		w.table(n)
	case *ext.DefinitionList:
		w.element("<dl>\n", n, "</dl>\n")
	case *ext.DefinitionTerm:
		w.element("<dt>", n, "</dt>\n")
	case *ext.DefinitionDescription:
		w.element("<dd>", n, "</dd>\n")
	case *ext.FootnoteList:
		w.element("<div class=\"footnotes\" role=\"doc-endnotes\">\n<hr>\n<ol>\n", n, "</ol>\n</div>\n")
	case *ext.Footnote:
		w.element(`<li id="fn:`+strconv.Itoa(n.Index)+"\">\n", n, "</li>\n")
	case *gm.LinkReferenceDefinition:
	default:
		w.children(n)
	}
}

// headingElement writes a heading. The page has one h1, and it is not here.
func (w *writer) headingElement(n *gm.Heading) {
	tag := "h" + strconv.Itoa(max(2, n.Level))
	w.str("<" + tag)
	if anchor := w.heading(n).Anchor; anchor != "" {
		w.str(` id="`)
		w.value(anchor)
		w.str(`"`)
	}
	if class := classOf(n); class != "" {
		w.str(` class="` + class + `"`)
	}
	w.str(">")
	w.children(n)
	if w.layout.tally == gm.Node(n) {
		w.gap(gapTally, 0)
	}
	w.str("</" + tag + ">\n")
}

// classOf is the class an author gives a heading: ## Words {.class}.
func classOf(n *gm.Heading) string {
	v, _ := n.AttributeString("class")
	class, _ := v.([]byte)
	for _, c := range class {
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '-' && c != '_' && c != ' ' {
			return ""
		}
	}
	return string(class)
}

func (w *writer) quote(n *gm.Blockquote) {
	v, _ := n.AttributeString(alertAttribute)
	kind, _ := v.(string)
	if kind == "" {
		w.element("<blockquote>\n", n, "</blockquote>\n")
		return
	}
	w.str(`<div class="alert alert-` + kind + `" role="note"><p class="alert-title">`)
	w.text(w.alertTitle(kind))
	w.str("</p>\n")
	w.children(n)
	w.str("</div>\n")
}
