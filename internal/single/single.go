// Package single makes one page of a whole small site, to be sent or kept with a
// pull request: it needs no server, no script and no other file.
//
// Every page becomes a section whose name is its path, so that a link to a page
// is a link within the file; of the sections only the one that is asked for is
// shown. Pictures, styles, icons and the font lie within. Deliberately absent: what
// needs scripts, the search and the filters, and files that are for programs.
package single

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"mime"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// File is a file of the site, by its path below the root.
type File struct {
	Path string
	Data []byte
}

// MaxSize is how many bytes a page may have: more is not opened with pleasure.
const MaxSize = 30 << 20

// ErrTooLarge is for sites that one page cannot hold.
var ErrTooLarge = errors.New("the site is too large for one page")

// Join makes one page of the files of a site. It fails with ErrTooLarge.
func Join(files []File) ([]byte, error) {
	j := joiner{files: map[string][]byte{}, pages: map[string]bool{}, symbols: map[string]*html.Node{}}
	var order []string
	for _, f := range files {
		j.files[f.Path] = f.Data
		if strings.HasSuffix(f.Path, ".html") && !slices.Contains([]string{"404.html", "search.html"}, f.Path) && bytes.Contains(f.Data, []byte("<main")) {
			j.pages[f.Path] = true
			order = append(order, f.Path)
		}
	}
	if j.files["index.html"] == nil {
		return nil, errors.New("the site has no first page")
	}
	// The first page stands first: it is shown where no other is asked for.
	slices.SortStableFunc(order, func(a, b string) int { return first(a) - first(b) })
	for _, p := range order {
		if err := j.add(p); err != nil {
			return nil, err
		}
	}
	return j.page()
}

func first(p string) int {
	if p == "index.html" {
		return 0
	}
	return 1
}

// joiner is the work of one call of Join.
type joiner struct {
	files   map[string][]byte
	pages   map[string]bool
	symbols map[string]*html.Node // of the sprite, by id
	names   []string              // of the symbols, as they were met
	head    []byte                // language and title, of the first page
	style   bytes.Buffer
	top     bytes.Buffer // the header of the first page
	foot    bytes.Buffer
	body    bytes.Buffer
}

// add takes a page in.
func (j *joiner) add(p string) error {
	doc, err := html.Parse(bytes.NewReader(j.files[p]))
	if err != nil {
		return fmt.Errorf("%s: %w", p, err)
	}
	j.rewrite(doc, p)
	isFirst := j.head == nil
	if isFirst {
		j.begin(doc)
	}
	class := ""
	for n := range doc.Descendants() {
		switch {
		case n.DataAtom == atom.Body:
			class = attribute(n, "class")
		case n.DataAtom == atom.Header && attribute(n, "class") == "top" && isFirst:
			write(&j.top, n)
		case n.DataAtom == atom.Footer && isFirst:
			write(&j.foot, n)
		}
	}
	fmt.Fprintf(&j.body, "<section class=\"page %s\" id=\"%s\">\n", html.EscapeString(class), html.EscapeString(name(p, "")))
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Nav && attribute(n, "class") == "road" {
			write(&j.body, n)
		}
		if n.DataAtom == atom.Main {
			// A document has one main part, and this is one of many of its pages.
			n.Data, n.DataAtom = "article", atom.Article
			set(n, "class", "wrap main")
			remove(n, "tabindex")
			write(&j.body, n)
		}
	}
	j.body.WriteString("</section>\n")
	if j.body.Len() > MaxSize {
		return ErrTooLarge
	}
	return nil
}

// begin takes from the first page what all have.
func (j *joiner) begin(doc *html.Node) {
	var head bytes.Buffer
	for n := range doc.Descendants() {
		switch {
		case n.DataAtom == atom.Html:
			fmt.Fprintf(&head, "<html lang=%q dir=%q>\n", html.EscapeString(attribute(n, "lang")), html.EscapeString(attribute(n, "dir")))
		case n.DataAtom == atom.Title && n.Parent.DataAtom == atom.Head:
			head.WriteString("<head>\n<meta charset=\"utf-8\">\n")
			head.WriteString("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data: https: http:; base-uri 'none'; form-action 'none'\">\n")
			head.WriteString("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
			write(&head, n)
		case n.DataAtom == atom.Link && attribute(n, "rel") == "stylesheet":
			sheet, _, _ := strings.Cut(attribute(n, "href"), "?")
			j.style.Write(bytes.ReplaceAll(j.files[sheet], []byte("</"), []byte("<\\/"))) // nothing in it ends the element
			j.style.WriteByte('\n')
		}
	}
	j.head = head.Bytes()
}

// routes show the page that is asked for, or that holds what is; else the first.
const routes = `
.page { display: none; }
.page:target, .page:has(:target), body:not(:has(.page:target, .page :target)) .page:first-of-type { display: block; }
.page > .main { padding-block: 1.6rem 3rem; min-width: 0; }
body { display: block; }
body > main { padding: 0; }
`

// page puts everything together.
func (j *joiner) page() ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("<!doctype html>\n")
	out.Write(j.head)
	out.WriteString("\n<style>\n")
	out.Write(j.style.Bytes())
	out.WriteString(routes + "</style>\n</head>\n<body>\n")
	out.Write(j.top.Bytes())
	out.WriteString("<main>\n")
	out.Write(j.body.Bytes())
	out.WriteString("</main>\n")
	out.Write(j.foot.Bytes())
	out.WriteString("<svg class=\"sprite\" width=\"0\" height=\"0\" aria-hidden=\"true\">")
	for _, id := range j.names {
		write(&out, j.symbols[id])
	}
	out.WriteString("</svg>\n</body>\n</html>\n")
	if out.Len() > MaxSize {
		return nil, ErrTooLarge
	}
	return out.Bytes(), nil
}

// name is what a page, or a place in it, is called in the file.
func name(page, place string) string {
	if place == "" {
		return "/" + page
	}
	return "/" + page + "~" + place
}

// rewrite makes a page fit for the file: names are its own, links stay inside, and
// what cannot work is gone.
func (j *joiner) rewrite(n *html.Node, page string) {
	for child := n.FirstChild; child != nil; {
		next := child.NextSibling
		if child.Type == html.ElementNode {
			if j.sprite(child) || useless(child) {
				n.RemoveChild(child)
			} else {
				j.element(child, page)
				j.rewrite(child, page)
			}
		}
		child = next
	}
}

// sprite keeps the icons of a page, each once, and reports whether n holds them.
func (j *joiner) sprite(n *html.Node) bool {
	if n.Data != "svg" || attribute(n, "class") != "sprite" {
		return false
	}
	for symbol := range n.ChildNodes() {
		if id := attribute(symbol, "id"); symbol.Data == "symbol" && j.symbols[id] == nil {
			j.symbols[id] = symbol
			j.names = append(j.names, id)
		}
	}
	return true
}

// useless are the elements that only work with scripts, or lead to them.
func useless(n *html.Node) bool {
	if n.DataAtom == atom.Script {
		return true
	}
	for class := range strings.FieldsSeq(attribute(n, "class")) {
		if slices.Contains([]string{"js-only", "copy", "tools", "skip"}, class) {
			return true
		}
	}
	return false
}

func (j *joiner) element(n *html.Node, page string) {
	for i, a := range n.Attr {
		switch a.Key {
		case "id":
			n.Attr[i].Val = name(page, a.Val)
		case "for", "aria-labelledby", "aria-describedby", "aria-controls", "headers":
			var ids []string
			for id := range strings.FieldsSeq(a.Val) {
				ids = append(ids, name(page, id))
			}
			n.Attr[i].Val = strings.Join(ids, " ")
		}
	}
	switch n.DataAtom {
	case atom.A:
		if inside, ok := j.link(attribute(n, "href"), page); ok {
			set(n, "href", inside)
		} else {
			remove(n, "href")
		}
		if n.Parent.Parent != nil && n.Parent.Parent.Parent != nil && attribute(n.Parent.Parent.Parent, "class") == "mainnav" {
			remove(n, "aria-current") // the menu is that of all pages
		}
	case atom.Img:
		if data, ok := j.picture(attribute(n, "src"), page); ok {
			set(n, "src", data)
		}
	}
}

// link gives an address its form in the file. ok is false for what the file does not
// hold.
func (j *joiner) link(href, page string) (inside string, ok bool) {
	if href == "" || outside(href) {
		return href, href != ""
	}
	target, place, _ := strings.Cut(href, "#")
	target, _, _ = strings.Cut(target, "?")
	at := page
	if target != "" {
		at = path.Join(path.Dir(page), unescape(target))
	}
	return "#" + name(at, place), j.pages[at]
}

// outside reports whether an address is of another host, or of a scheme of its own.
func outside(href string) bool {
	scheme, _, ok := strings.Cut(href, ":")
	return strings.HasPrefix(href, "//") || ok && !strings.ContainsAny(scheme, "/?#")
}

// picture is an image of the site as part of the file.
func (j *joiner) picture(src, page string) (data string, ok bool) {
	if src == "" || outside(src) {
		return "", false
	}
	src, _, _ = strings.Cut(src, "?")
	file, known := j.files[path.Join(path.Dir(page), unescape(src))]
	if !known {
		return "", false
	}
	kind := mime.TypeByExtension(path.Ext(src))
	if kind == "" {
		kind = "application/octet-stream"
	}
	return "data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(file), true
}
