package render

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Flaws says what is wrong with the HTML of a page as far as a template may be to
// blame: elements that are not closed, what has to be there once and is not, what
// browsers will not do because the policy of the page forbids it.
func Flaws(page []byte) []string {
	in := &inspection{counts: map[string]int{}, policy: map[string]string{}, ids: map[string]bool{}}
	z := html.NewTokenizer(bytes.NewReader(page))
	for in.nested == "" {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		in.token(kind, z.Token())
	}
	return in.flaws()
}

// inspection is what has been seen of a page.
type inspection struct {
	open   []string // elements
	counts map[string]int
	ids    map[string]bool
	policy map[string]string // of the page, by directive
	nested string            // an end that ends nothing
	out    []string
}

// alone are the elements that have no end.
var alone = []string{"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

func (in *inspection) token(kind html.TokenType, t html.Token) {
	switch kind {
	case html.StartTagToken, html.SelfClosingTagToken:
		in.element(t)
		if kind == html.StartTagToken && !slices.Contains(alone, t.Data) {
			in.open = append(in.open, t.Data)
		}
	case html.EndTagToken:
		last := len(in.open) - 1
		if last < 0 || in.open[last] != t.Data {
			in.nested = fmt.Sprintf("</%s> ends nothing: what is open is %s", t.Data, strings.Join(in.open[max(0, last-2):], ", "))
			return
		}
		in.open = in.open[:last]
	}
}

func (in *inspection) element(t html.Token) {
	in.counts[t.Data]++
	attr := map[string]string{}
	for _, a := range t.Attr {
		attr[a.Key] = a.Val
		if strings.HasPrefix(a.Key, "on") {
			in.flaw("<%s> has the handler %s, which the policy of the page forbids", t.Data, a.Key)
		}
		if strings.Contains(a.Val, "ZgotmplZ") {
			in.flaw("the %s of a <%s> was refused as unsafe", a.Key, t.Data)
		}
	}
	if id := attr["id"]; id != "" && in.ids[id] {
		in.flaw("two elements have the id %q", id)
	} else if id != "" {
		in.ids[id] = true
	}
	in.allowed(t.Data, attr)
}

func (in *inspection) flaw(format string, args ...any) {
	if text := fmt.Sprintf(format, args...); !slices.Contains(in.out, text) {
		in.out = append(in.out, text)
	}
}

func (in *inspection) flaws() []string {
	if in.nested != "" {
		return append(in.out, in.nested)
	}
	if len(in.open) > 0 {
		in.flaw("<%s> is never closed", strings.Join(in.open, ">, <"))
	}
	for _, name := range []string{"h1", "main", "title"} {
		if n := in.counts[name]; n != 1 {
			in.flaw("a page has one <%s>, and this has %d", name, n)
		}
	}
	return in.out
}

// allowed holds an element against the policy of the page.
func (in *inspection) allowed(name string, attr map[string]string) {
	switch {
	case attr["http-equiv"] == "Content-Security-Policy":
		for directive := range strings.SplitSeq(attr["content"], ";") {
			name, sources, _ := strings.Cut(strings.TrimSpace(directive), " ")
			in.policy[name] = sources
		}
	case name == "style":
		in.inline("style-src", name)
	case name == "script" && attr["src"] == "" && attr["type"] != "application/ld+json":
		in.inline("script-src", name)
	case name == "script":
		in.far("script-src", attr["src"])
	case name == "link" && attr["rel"] == "stylesheet":
		in.far("style-src", attr["href"])
	}
}

func (in *inspection) inline(directive, name string) {
	if sources := in.policy[directive]; sources == "'self'" {
		in.flaw("a <%s> in the page does nothing: the policy of the page admits files of the site only", name)
	}
}

func (in *inspection) far(directive, address string) {
	if sources := in.policy[directive]; sources == "'self'" && strings.Contains(address, "//") {
		in.flaw("%s is never loaded: the policy of the page admits files of the site only", address)
	}
}
