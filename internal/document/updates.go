package document

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"

	"milepost/internal/calendar"
)

// addUpdates reads a section "Updates": each sub-heading is a day. A section in
// which no sub-heading begins with a digit is an ordinary one. An entry without
// a day in its heading is reported and stays in the body.
func (r *reading) addUpdates(s section) {
	level := 7
	log := false
	for _, b := range s.blocks {
		if h, ok := b.(*ast.Heading); ok {
			level = min(level, h.Level)
			text := r.heading(h).Text
			log = log || text != "" && text[0] >= '0' && text[0] <= '9'
		}
	}
	if !log {
		return
	}
	kept := false
	for i, b := range s.blocks {
		h, ok := b.(*ast.Heading)
		switch {
		case !ok && !kept && i == 0: // words above the first entry
			kept = !r.invisible(b)
		case ok && h.Level == level:
			entry := s.blocks[i+1 : i+1+sectionLength(s.blocks[i+1:], level)]
			if !r.addUpdate(h, entry) {
				kept = true
			}
		}
	}
	if !kept {
		r.layout.leave(s.heading)
	}
}

// addUpdate adds one entry; ok is false when its heading is no day.
func (r *reading) addUpdate(h *ast.Heading, blocks []ast.Node) (ok bool) {
	info := r.heading(h)
	_, err := calendar.ParseDay(info.Text)
	if !dayForm().MatchString(info.Text) { // a time of day, or words behind the day
		err = fmt.Errorf("%q is not a day", info.Text)
	}
	if err != nil {
		r.find(ruleDate, info.Span.Start, info.Span.End, "%s", err).
			Hint = "write the day alone, as in 2026-11-02, and the words below it"
		return false
	}
	r.doc.Updates = append(r.doc.Updates, Update{Date: info.Text, At: info.Span, Text: r.plainBlocks(blocks)})
	r.layout.updates = append(r.layout.updates, blocks)
	r.layout.leave(h)
	r.layout.leave(blocks...)
	return true
}

var dayForm = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`) })

// sortUpdates puts the newest first; entries of one day stay as written.
func (r *reading) sortUpdates() {
	order := make([]int, len(r.doc.Updates))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return strings.Compare(r.doc.Updates[b].Date, r.doc.Updates[a].Date)
	})
	updates, blocks := slices.Clone(r.doc.Updates), slices.Clone(r.layout.updates)
	for i, from := range order {
		r.doc.Updates[i], r.layout.updates[i] = updates[from], blocks[from]
	}
}
