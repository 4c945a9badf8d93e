package document

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// alertTitles are the alerts of GitHub: a quote whose first line is [!NOTE].
func alertTitle(kind string) string {
	switch kind {
	case "note":
		return "Note"
	case "tip":
		return "Tip"
	case "important":
		return "Important"
	case "warning":
		return "Warning"
	case "caution":
		return "Caution"
	}
	return ""
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
	if alertTitle(kind) == "" {
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
