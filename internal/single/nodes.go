package single

import (
	"bytes"
	"net/url"
	"slices"

	"golang.org/x/net/html"
)

func write(out *bytes.Buffer, n *html.Node) {
	if err := html.Render(out, n); err != nil {
		panic("single: " + err.Error()) // a parsed page can be written, and memory does not fail
	}
	out.WriteByte('\n')
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func set(n *html.Node, key, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			n.Attr[i].Val = value
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: key, Val: value})
}

func remove(n *html.Node, key string) {
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// unescape reads the path of an address.
func unescape(text string) string {
	if plain, err := url.PathUnescape(text); err == nil {
		return plain
	}
	return text
}
