package check

import (
	"math"
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

// counted is a number with its noun: "1 item", "3 items".
func counted(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}

// is gives the verb for so many things.
func is(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// amount prints an effort, or a sum of them, as an author would write it.
func amount(x float64) string { return strconv.FormatFloat(math.Round(100*x)/100, 'f', -1, 64) }

// slip is what adding up decimal fractions may be off by.
const slip = 1e-9

// more reports whether a is more than b, and not just by adding up.
func more(a, b float64) bool { return a > b+slip*max(1, b) }

// above and below print a share in percent. They round away from a limit, so that
// 60.2 never reads as "60 %; the limit is 60 %".
func above(part, whole float64) string { return amount(math.Ceil(100*part/whole-slip)) + " %" }
func below(part, whole float64) string { return amount(math.Floor(100*part/whole+slip)) + " %" }

// mostRelated is how many places are shown besides the one of a remark on very
// many.
const mostRelated = 12

// several names items, but only the first few of many: "a", "b", "c" and 9 more.
func several(items []*plan.Item) string {
	const few = 3
	if len(items) <= few+1 { // "and 1 more" is no shorter than the one
		return and(idsOf(items))
	}
	return strings.ReplaceAll(and(idsOf(items[:few])), " and ", ", ") + " and " + strconv.Itoa(len(items)-few) + " more"
}

// chain names items each of which needs the next: "a" needs "b" needs "c".
func chain(items []*plan.Item) string {
	quoted := make([]string, len(items))
	for n, id := range idsOf(items) {
		quoted[n] = quote(id)
	}
	return strings.Join(quoted, " needs ")
}

// abridged is chain without the middle of a very long one.
func abridged(items []*plan.Item) string {
	const ends = 4
	if len(items) <= 2*ends+1 {
		return chain(items)
	}
	return chain(items[:ends]) + " needs … needs " + chain(items[len(items)-ends:])
}

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

// wholeAt is the place of a remark on the plan as a whole: a field of its roadmap,
// or where it has no such file the first thing that is meant.
func wholeAt(p *plan.Plan, key string, first plan.Entity) source.Span {
	if len(p.Roadmap.Doc.File.Data) > 0 {
		return fieldAt(p.Roadmap, key)
	}
	return titleAt(first)
}

// planned reports whether an item is still to be done: it is neither done nor
// dropped, and nobody said it will not be.
func planned(i *plan.Item) bool { return i.Status.Open() && i.Priority != plan.Wont }
