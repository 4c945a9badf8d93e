package check

import (
	"cmp"
	"math/bits"
	"path"
	"strings"
	"unicode"

	"milepost/internal/diag"
	"milepost/internal/plan"
)

// directory finds the id a person meant by a text that is none. It knows what is
// published of one kind, and nothing of what is hidden: a hint may be shown to
// everybody.
type directory struct {
	ids      []string
	byTitle  map[string]string  // title -> id; see titleKey
	byDigits map[string][]entry // see digits
	files    map[string]string  // id -> path of its file
}

// entry is an id with what tells quickly that it is not near.
type entry struct {
	id      string
	length  int
	letters uint64
}

// directory gives the directory of a kind: theme, item, release, page, outcome,
// or "" for all that has a page.
func (s *survey) directory(kind string) *directory {
	s.making.Lock()
	defer s.making.Unlock()
	if d := s.directories[kind]; d != nil {
		return d
	}
	d := &directory{byTitle: map[string]string{}, byDigits: map[string][]entry{}, files: map[string]string{}}
	if kind == "outcome" {
		for _, o := range s.plan.Outcomes {
			d.add(o.ID.Text, o.Title.Text, "")
		}
	} else {
		for _, e := range s.plan.Entities()[1:] {
			if c := e.Base(); kind == "" || c.Kind.String() == kind {
				d.add(c.ID, c.Title, c.Doc.File.Path)
			}
		}
	}
	s.directories[kind] = d
	return d
}

func (d *directory) add(id, title, file string) {
	d.ids = append(d.ids, id)
	d.files[id] = file
	if key := titleKey(title); key != "" && d.byTitle[key] == "" {
		d.byTitle[key] = id
	}
	key := digits(id)
	d.byDigits[key] = append(d.byDigits[key], newEntry(id))
}

// titleKey is what a title has in common with the id somebody makes of it.
func titleKey(title string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, title)
}

// digits are the numbers in an id, without leading zeros. Another number is
// another thing and no typing slip: nobody who writes MP-31 means MP-37, though
// they may well mean mp-031.
func digits(id string) string {
	numbers := strings.FieldsFunc(id, func(c rune) bool { return c < '0' || c > '9' })
	for i, n := range numbers {
		numbers[i] = strings.TrimLeft(n, "0")
	}
	return strings.Join(numbers, " ")
}

func newEntry(id string) entry {
	e := entry{id: id}
	for _, c := range strings.ToLower(id) {
		if c != '-' && c != '_' && c != ' ' {
			e.length++
			e.letters |= 1 << (c % 64)
		}
	}
	return e
}

// nearest finds an id that differs from word by a slip or two. Comparing all
// letters of all ids is slow, so those that cannot be near are left out first:
// one slip changes the length by one and at most two letters of the alphabet.
func (d *directory) nearest(word string) string {
	w := newEntry(word)
	slips := len([]rune(word)) / 3
	var near []string
	for _, e := range d.byDigits[digits(word)] {
		if max(w.length-e.length, e.length-w.length) <= slips && bits.OnesCount64(w.letters^e.letters) <= 2*slips {
			near = append(near, e.id)
		}
	}
	return diag.Nearest(word, near)
}

// meant finds the id an author meant by text: an id dressed up as a link or a
// path, a title, or a mistyped id.
func (d *directory) meant(text string) string {
	bare := strings.TrimSuffix(strings.TrimSuffix(path.Base(strings.Trim(text, "[]#@ ")), ".md"), ".html")
	if _, ok := d.files[bare]; ok {
		return bare
	}
	return cmp.Or(d.byTitle[titleKey(text)], d.byTitle[titleKey(bare)], d.nearest(bare))
}

// fewIDs are so many that they can be listed in a hint.
const fewIDs = 8

// hint says what to write instead of an id that is unknown.
func (s *survey) hint(ref reference) string {
	if hint := listHint(ref); hint != "" {
		return hint
	}
	d := s.directory(ref.Want)
	if id := d.meant(ref.Text); id != "" {
		if d.files[id] == "" {
			return "did you mean " + quote(id) + "?"
		}
		return "did you mean " + quote(id) + " (" + d.files[id] + ")?"
	}
	switch n := len(d.ids); {
	case n == 0:
		return "there is no " + ref.Want + " yet"
	case n <= fewIDs:
		return "it takes " + or(d.ids)
	}
	return ""
}

// listHint is for several ids in one text, which no id can be: it has a comma.
func listHint(ref reference) string {
	if !strings.ContainsAny(ref.Text, ",;") {
		return ""
	}
	if ref.Field == "theme" || ref.Field == "release" {
		return "an item has one " + ref.Field
	}
	ids := strings.FieldsFunc(ref.Text, func(r rune) bool { return r == ',' || r == ';' || r == ' ' })
	return "write a list: " + ref.Field + ": [" + strings.Join(ids, ", ") + "]"
}

// named gives the entity as a hint names it: "search" (content/backlog/search.md).
func named(e plan.Entity) string {
	return quote(e.Base().ID) + " (" + e.Base().Doc.File.Path + ")"
}
