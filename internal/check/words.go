package check

import (
	"strconv"
	"strings"

	"milepost/internal/plan"
	"milepost/internal/source"
)

func quote(text string) string { return strconv.Quote(text) }

// or lists words one of which is wanted: "a", "b" or "c".
func or(words []string) string { return join(words, " or ") }

// and lists words all of which count: "a", "b" and "c".
func and(words []string) string { return join(words, " and ") }

func join(words []string, last string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = quote(w)
	}
	if len(quoted) < 2 {
		return strings.Join(quoted, "")
	}
	n := len(quoted) - 1
	return strings.Join(quoted[:n], ", ") + last + quoted[n]
}

// article puts a or an before the noun of a kind.
func article(kind string) string {
	if strings.IndexByte("aeiou", kind[0]) >= 0 {
		return "an " + kind
	}
	return "a " + kind
}

// inWords is a status in the middle of a sentence.
func inWords(s plan.Status) string { return strings.ReplaceAll(s.String(), "-", " ") }

func idsOf(items []*plan.Item) []string {
	ids := make([]string, len(items))
	for i, item := range items {
		ids[i] = item.ID
	}
	return ids
}

// titleAt is the place of an entity's title: where an author looks for a remark
// on all of it.
func titleAt(e plan.Entity) source.Span {
	c := e.Base()
	if c.Wrote("title") || c.Doc.TitleAt.IsZero() {
		return c.At("title")
	}
	return c.Doc.TitleAt
}

// fieldAt is the place of a field's value, or where it is not written that of
// the title.
func fieldAt(e plan.Entity, key string) source.Span {
	if c := e.Base(); c.Wrote(key) {
		return c.At(key)
	}
	return titleAt(e)
}

// planned reports whether an item is still to be done: it is neither done nor
// dropped, and nobody said it will not be.
func planned(i *plan.Item) bool { return i.Status.Open() && i.Priority != plan.Wont }
