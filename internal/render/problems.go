package render

import (
	"bytes"
	"fmt"
	"io"
	"slices"

	"golang.org/x/net/html"
)

// alone are the elements that have no end.
var alone = []string{"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

// Problems says what is wrong with the HTML of a page as far as a template may be to
// blame: elements that are not closed, a title that is missing or there twice, a
// script or an event handler that is not ours.
func Problems(page []byte) []string {
	var out []string
	var open []string
	titles := 0
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if z.Err() != io.EOF {
				out = append(out, z.Err().Error())
			}
			break
		}
		t := z.Token()
		switch kind {
		case html.StartTagToken:
			out = append(out, suspicious(t)...)
			if t.Data == "h1" {
				titles++
			}
			if !slices.Contains(alone, t.Data) {
				open = append(open, t.Data)
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != t.Data {
				return append(out, fmt.Sprintf("</%s> closes what is not open: %v", t.Data, open[max(0, len(open)-3):]))
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		out = append(out, fmt.Sprintf("%v is not closed", open))
	}
	if titles != 1 {
		out = append(out, fmt.Sprintf("there are %d elements h1, and a page has one", titles))
	}
	return out
}

// suspicious tells of what the kitchen sink's hostile text would be, if it got out.
func suspicious(t html.Token) []string {
	var out []string
	for _, a := range t.Attr {
		if len(a.Key) > 2 && a.Key[:2] == "on" {
			out = append(out, fmt.Sprintf("<%s> has a handler %s: is a text written without quotes around it?", t.Data, a.Key))
		}
	}
	return out
}
