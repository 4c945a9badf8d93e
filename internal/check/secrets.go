package check

import (
	"bytes"
	"slices"
	"strings"

	"milepost/internal/plan"
)

// secrets are the ids and titles of internal work that no public text may
// carry. The Doc of leak says which of them are looked for.
type secrets struct {
	ids     map[string]plan.Entity // by lower-cased id
	titles  map[string][]secret    // by all words of the title
	lengths map[string][]int       // by its first words: how many words such titles have
	first   []bool                 // by the hash of its first word: most words begin no title
}

// secret is a title in the form in which texts are compared.
type secret struct {
	text string
	of   plan.Entity
}

// firstWords is how many words of a title must agree before more of it is looked
// at; a title of fewer is not looked for.
const firstWords = 3

// buckets is the number of hashes of first words.
const buckets = 1 << 16

func secretsOf(p *plan.Plan) *secrets {
	s := &secrets{
		ids: map[string]plan.Entity{}, titles: map[string][]secret{},
		lengths: map[string][]int{}, first: make([]bool, buckets),
	}
	internal := slices.DeleteFunc(slices.Clone(p.Hidden()), func(e plan.Entity) bool { return !e.Base().Internal })
	if len(internal) == 0 {
		return s
	}
	public := map[string]bool{}
	for _, e := range p.Entities() {
		public[plainTitle(e.Base().Title)] = true
	}
	for _, e := range internal {
		c := e.Base()
		s.addID(c.ID, e)
		for _, a := range c.Aliases {
			s.addID(a.Text, e)
		}
		if title := plainTitle(c.Title); !public[title] {
			s.addTitle(title, e)
		}
	}
	return s
}

func (s *secrets) none() bool { return len(s.ids) == 0 && len(s.titles) == 0 }

func (s *secrets) addID(id string, e plan.Entity) {
	if id = strings.ToLower(id); distinctive(id) {
		s.ids[id] = e
	}
}

// distinctive reports whether an id in lower case can be no word of a language.
// A hyphen alone does not make it so (sign-up), nor digits alone (2026-09); an id
// of one part (utf8) is not looked for at all.
func distinctive(id string) bool {
	parts := strings.FieldsFunc(id, isJoint)
	letters := strings.ContainsFunc(id, func(c rune) bool { return isWord(byte(min(c, 0x80))) && (c < '0' || c > '9') })
	return letters && (len(parts) > 2 || strings.Contains(id, "_") || strings.ContainsAny(id, "0123456789"))
}

// isJoint reports the characters that join the parts of an id.
func isJoint(c rune) bool { return c == '-' || c == '_' || c == '.' }

func (s *secrets) addTitle(title string, e plan.Entity) {
	begin, n := leadingWords(nil, []byte(title), firstWords)
	if n < firstWords {
		return
	}
	all, n := leadingWords(nil, []byte(title), len(title))
	s.titles[string(all)] = append(s.titles[string(all)], secret{title, e})
	if !slices.Contains(s.lengths[string(begin)], n) {
		s.lengths[string(begin)] = append(s.lengths[string(begin)], n)
	}
	var hash uint32
	for _, c := range begin[:bytes.IndexByte(begin, ' ')] {
		hash = mix(hash, c)
	}
	s.first[hash%buckets] = true
}

// mix adds a byte to the hash of a word (FNV-1a, with 0 to begin with).
func mix(hash uint32, c byte) uint32 { return (hash ^ uint32(c)) * 16777619 }

// isWord reports the bytes words are made of: letters and digits, and all of
// what is not ASCII.
func isWord(c byte) bool {
	return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c >= 0x80
}

// isMark reports the bytes of emphasis and code, which may stand within a title.
func isMark(c byte) bool { return c == '*' || c == '_' || c == '`' }

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// plainTitle brings a title into the form in which texts are compared: in lower
// case, without marks, with one space for any.
func plainTitle(title string) string {
	title = strings.Map(func(c rune) rune {
		if c < 0x80 && isMark(byte(c)) {
			return -1
		}
		return c
	}, strings.ToLower(title))
	return strings.Join(strings.Fields(title), " ")
}

// leadingWords appends up to n words from the beginning of text, with a space
// after each, and says how many there are.
func leadingWords(dst, text []byte, n int) (words []byte, count int) {
	for at := 0; count < n; count++ {
		for at < len(text) && !isWord(text[at]) {
			at++
		}
		start := at
		for at < len(text) && isWord(text[at]) {
			at++
		}
		if at == start {
			break
		}
		dst = append(append(dst, text[start:at]...), ' ')
	}
	return dst, count
}

// matches reports whether the title stands at the beginning of text, and where
// it ends there.
func matches(text []byte, title string) (end int, ok bool) {
	at := 0
	for i := range len(title) {
		for at < len(text) && isMark(text[at]) {
			at++
		}
		if at == len(text) || title[i] == ' ' && !isSpace(text[at]) || title[i] != ' ' && title[i] != text[at] {
			return 0, false
		}
		for at++; title[i] == ' ' && at < len(text) && isSpace(text[at]); at++ {
		}
	}
	return at, at == len(text) || !isWord(text[at])
}

// match is a secret at text[start:end].
type match struct {
	start, end int
	of         plan.Entity
	isID       bool
}

// scan finds the secrets in a text in lower case. It looks at each byte once,
// and at few of them longer.
func (s *secrets) scan(text []byte) []match {
	var found []match
	var scratch []byte
	token, joined := 0, false // a run of words and joints, which may be an id
	for at := 0; at < len(text); {
		if !isWord(text[at]) {
			at++
			token, joined = at, false
			continue
		}
		start, hash := at, uint32(0)
		for ; at < len(text) && isWord(text[at]); at++ {
			hash = mix(hash, text[at])
		}
		if s.first[hash%buckets] {
			if m, ok := s.titleAt(text, start, &scratch); ok {
				found = append(found, m)
			}
		}
		end := at
		for at < len(text) && isJoint(rune(text[at])) {
			at++
		}
		if at > end && at < len(text) && isWord(text[at]) {
			joined = true
			continue
		}
		if !joined {
			continue
		}
		if m, ok := s.idAt(text[token:end], token); ok {
			found = append(found, m)
		}
	}
	return found
}

func (s *secrets) titleAt(text []byte, start int, scratch *[]byte) (m match, ok bool) {
	words, _ := leadingWords((*scratch)[:0], text[start:], firstWords)
	for _, n := range s.lengths[string(words)] {
		words, _ = leadingWords(words[:0], text[start:], n)
		for _, t := range s.titles[string(words)] {
			if size, ok := matches(text[start:], t.text); ok {
				return match{start: start, end: start + size, of: t.of}, true
			}
		}
	}
	*scratch = words
	return match{}, false
}

// idAt looks for an id in a token that begins at the offset at, where it may
// also be the name of a file.
func (s *secrets) idAt(token []byte, at int) (m match, ok bool) {
	e := s.ids[string(token)]
	for _, ending := range []string{".md", ".html"} {
		if name, is := bytes.CutSuffix(token, []byte(ending)); is && e == nil {
			token, e = name, s.ids[string(name)]
		}
	}
	return match{start: at, end: at + len(token), of: e, isID: true}, e != nil
}
