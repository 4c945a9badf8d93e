package document

import (
	"slices"
	"strings"
	"testing"

	"milepost/internal/source"
)

// Places that authors name with bare HTML are places a link may lead to.
func TestNamedPlaces(t *testing.T) {
	for _, c := range []struct{ text, html, anchors string }{
		{`1. <a name="r1"></a>A source`, `<span id="r1"></span>A source`, "r1"},
		{`<div id="term"></div>`, `<span id="term"></span>`, "term"},
		{"<div id='a.b'>\n\nText\n\n</div>", `<span id="a.b"></span>`, "a.b"},
		{`<a name="x"></a><a name="x"></a>Twice`, `<span id="x"></span>Twice`, "x"},
		{"## Words\n\n<a id=\"words\"></a>Text", `<p>Text</p>`, ""},
		{`<a name="at.main"></a>`, `&lt;a name=`, ""},
		{`<a name="x" onclick="y"></a>`, `&lt;a name=`, ""},
		{`<a href="x"></a>`, `&lt;a href=`, ""},
	} {
		d := Parse(sourceOf("# T\n\n"+c.text+"\n\nEnd.\n"), Options{})
		html := string(d.Lead.HTML(Filler{})) + string(d.Body.HTML(Filler{}))
		if !strings.Contains(html, c.html) || strings.Join(d.Anchors, " ") != c.anchors {
			t.Errorf("%s\nanchors %v, want %s\n%s", c.text, d.Anchors, c.anchors, html)
		}
	}
}

func TestSlugsAreOfWordsAlone(t *testing.T) {
	d := Parse(sourceOf("text\n\n### <a name=\"addr\"></a>Contract Address\n"), Options{})
	if len(d.Headings) != 1 || d.Headings[0].Anchor != "contract-address" || !slices.Contains(d.Anchors, "addr") {
		t.Errorf("%+v %v", d.Headings, d.Anchors)
	}
}

func sourceOf(text string) *source.File { return source.NewFile("content/backlog/a.md", []byte(text)) }
