package document

import (
	"strconv"

	gm "github.com/yuin/goldmark/ast"
	ext "github.com/yuin/goldmark/extension/ast"
)

// list writes a list, or a check list.
func (w *writer) list(n *gm.List) {
	if isCheckList(n) {
		w.checkList(n)
		return
	}
	tag := "ul"
	if n.IsOrdered() {
		tag = "ol"
	}
	w.str("<" + tag)
	if n.IsOrdered() && n.Start != 1 {
		w.str(` start="` + strconv.Itoa(n.Start) + `"`)
	}
	w.str(">\n")
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		w.element("<li>", item, "</li>\n")
	}
	w.str("</" + tag + ">\n")
}

// checkBox is the check box a list item begins with, or nil.
func checkBox(item gm.Node) *ext.TaskCheckBox {
	if item.FirstChild() == nil {
		return nil
	}
	box, _ := item.FirstChild().FirstChild().(*ext.TaskCheckBox)
	return box
}

func isCheckList(n *gm.List) bool {
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		if checkBox(item) != nil {
			return true
		}
	}
	return false
}

// checkList writes a list in which at least one item has a check box.
func (w *writer) checkList(n *gm.List) {
	tag := "ul"
	if n.IsOrdered() {
		tag = "ol"
	}
	w.str("<" + tag + " class=\"stack checks\" role=\"list\">\n")
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		w.checkItem(item)
	}
	w.str("</" + tag + ">\n")
}

func (w *writer) checkItem(item gm.Node) {
	box := checkBox(item)
	switch {
	case box == nil:
		w.str(`<li class="it">`)
	case box.IsChecked:
		w.str(`<li class="it on"><svg class="icon" aria-hidden="true"><use href="#i-boxon"/></svg>`)
	default:
		w.str(`<li class="it"><svg class="icon" aria-hidden="true"><use href="#i-box"/></svg>`)
	}
	wrap := "div" // a span may hold no block
	if _, ok := item.FirstChild().(*gm.TextBlock); ok && item.FirstChild() == item.LastChild() {
		wrap = "span"
	}
	w.str("<" + wrap + ">")
	if box != nil {
		w.str(`<span class="vh">`)
		if box.IsChecked {
			w.gap(gapMet, 0)
		} else {
			w.gap(gapOpen, 0)
		}
		w.str(": </span>")
	}
	w.element("", item, "</"+wrap+"></li>\n")
}

// table writes a table in a box that scrolls by itself, also by keyboard.
func (w *writer) table(n *ext.Table) {
	w.tables++
	w.str(`<div class="scroller" tabindex="0" role="region" aria-label="`)
	w.text(w.words.Say("Table {n}", w.tables))
	w.str("\">\n<table>\n")
	inBody := false
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		if _, ok := row.(*ext.TableHeader); ok {
			w.str("<thead>\n")
			w.row(row, "th")
			w.str("</thead>\n")
			continue
		}
		if !inBody {
			w.str("<tbody>\n")
			inBody = true
		}
		w.row(row, "td")
	}
	if inBody {
		w.str("</tbody>\n")
	}
	w.str("</table>\n</div>\n")
}

func (w *writer) row(row gm.Node, tag string) {
	w.str("<tr>")
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		w.str("<" + tag)
		if cell, ok := c.(*ext.TableCell); ok && cell.Alignment == ext.AlignRight {
			w.str(` class="right"`)
		} else if ok && cell.Alignment == ext.AlignCenter {
			w.str(` class="center"`)
		}
		w.element(">", c, "</"+tag+">")
	}
	w.str("</tr>\n")
}
