package document

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// alertKinds are the alerts of GitHub: a quote whose first line is [!NOTE].
func alertKinds() []string { return []string{"note", "tip", "important", "warning", "caution"} }

func (w *writer) alertTitle(kind string) string {
	switch kind {
	case "tip":
		return w.words.Say("Tip")
	case "important":
		return w.words.Say("Important")
	case "warning":
		return w.words.Say("Warning")
	case "caution":
		return w.words.Say("Caution")
	}
	return w.words.Say("Note")
}

// alertAttribute marks a quote as an alert. No author can set it: goldmark reads
// attributes of headings only.
const alertAttribute = "alert"

// markAlerts makes alerts of the quotes below n that are meant as such, and
// takes their first line away.
func (r *reading) markAlerts(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() != ast.TypeBlock {
			return
		}
		if q, ok := c.(*ast.Blockquote); ok {
			r.markAlert(q)
		}
		r.markAlerts(c)
	}
}

func (r *reading) markAlert(q *ast.Blockquote) {
	p, ok := q.FirstChild().(*ast.Paragraph)
	if !ok || p.Lines().Len() == 0 {
		return
	}
	first := p.Lines().At(0)
	line := bytes.TrimSpace(first.Value(r.body))
	if !bytes.HasPrefix(line, []byte("[!")) || !bytes.HasSuffix(line, []byte("]")) {
		return
	}
	kind := strings.ToLower(string(line[2 : len(line)-1]))
	if !slices.Contains(alertKinds(), kind) {
		return
	}
	for c := p.FirstChild(); c != nil; c = p.FirstChild() {
		t, ok := c.(*ast.Text)
		last := ok && (t.SoftLineBreak() || t.HardLineBreak())
		p.RemoveChild(p, c)
		if last {
			break
		}
	}
	if p.FirstChild() == nil {
		q.RemoveChild(q, p)
	}
	q.SetAttributeString(alertAttribute, kind)
}
