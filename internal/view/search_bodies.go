package view

import (
	"html"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"milepost/internal/plan"
	"milepost/internal/words"
)

const (
	textsPerFile = 20   // texts to quote from in one file
	textLength   = 2000 // bytes of each
	longestWord  = 32   // characters of a word of the index
	commonRows   = 400  // a word in more rows than this, and in over half, finds nothing
)

// shardCount is over how many files the words are spread, so that each stays small.
func shardCount(rows int) int {
	n := 1
	for n < 128 && n*60 < rows {
		n *= 2
	}
	return n
}

// bodies is what the files of words and texts are made of.
type bodies struct {
	words []map[string][]int // by shard: the rows of each word, ascending
	texts []string           // by row
}

// read takes the words out of every body as its page shows it, so that nothing can
// be found that cannot be read.
func (x *searchIndex) read() *bodies {
	b := &bodies{texts: make([]string, len(x.rows)), words: make([]map[string][]int, x.shards)}
	for i := range b.words {
		b.words[i] = map[string][]int{}
	}
	all := map[string][]int{}
	h, secret := x.at("search.html", "search"), secretsOf(x.plan)
	for row, e := range x.rows {
		text := secret.blank(h.plainBody(e))
		b.texts[row] = cutText(text, textLength)
		eachWord(text, func(word string) {
			if rows := all[word]; len(rows) == 0 || rows[len(rows)-1] != row {
				all[word] = append(rows, row)
			}
		})
	}
	for word, rows := range all {
		if len(rows) <= commonRows || len(rows)*2 <= len(x.rows) {
			b.words[shardOf(word, x.shards)][word] = rows
		}
	}
	return b
}

// plainBody is what a page says below its title.
func (h here) plainBody(e plan.Entity) string {
	doc := e.Base().Doc
	var b strings.Builder
	add := func(words ...string) {
		for _, w := range words {
			if w != "" {
				b.WriteString(w + " ")
			}
		}
	}
	switch e := e.(type) {
	case *plan.Theme:
		if e.Wrote("summary") {
			add(e.Summary)
		}
		add(e.Why)
	case *plan.Release:
		add(e.Goal)
	}
	plainText(&b, string(h.body(e, doc.Lead)))
	plainText(&b, string(h.body(e, doc.Body)))
	for _, u := range doc.Updates {
		add(u.Text)
	}
	add(e.Base().Tags...)
	add(e.Base().Owners...)
	return strings.TrimSpace(b.String())
}

// plainText writes the text of HTML that we made ourselves, its white space folded.
func plainText(b *strings.Builder, text string) {
	blank := true
	for len(text) > 0 {
		end := strings.IndexByte(text, '<')
		if end < 0 {
			end = len(text)
		}
		blank = foldInto(b, html.UnescapeString(text[:end]), blank)
		text = text[end:]
		if close := strings.IndexByte(text, '>'); close >= 0 {
			text = text[close+1:]
		} else {
			text = ""
		}
		// A tag parts words where it is a block, and rarely inside of one.
		blank = foldInto(b, " ", blank)
	}
}

// foldInto appends text with its white space folded; blank tells whether a blank
// stands at the end.
func foldInto(b *strings.Builder, text string, blank bool) bool {
	for _, r := range text {
		if unicode.IsSpace(r) {
			if !blank {
				b.WriteByte(' ')
			}
			blank = true
			continue
		}
		b.WriteRune(r)
		blank = false
	}
	return blank
}

// cutText shortens a text to at most limit bytes, between characters.
func cutText(text string, limit int) string {
	if len(text) <= limit {
		return text
	}
	for limit > 0 && !utf8.RuneStart(text[limit]) {
		limit--
	}
	return text[:limit]
}

// eachWord gives the words of a text in the form in which they are compared: in
// lower case and without marks on their letters. Scripts without blanks between
// words are taken by pairs of characters.
func eachWord(text string, yield func(string)) {
	for word := range strings.FieldsFuncSeq(words.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		runes := []rune(word)
		switch {
		case slices.ContainsFunc(runes, unspaced):
			for i := 0; i+1 < len(runes); i++ {
				yield(string(runes[i : i+2]))
			}
		case len(runes) < 2:
		case len(runes) > longestWord:
			yield(string(runes[:longestWord]))
		default:
			yield(word)
		}
	}
}

// unspaced reports characters of scripts that put no blanks between words.
func unspaced(r rune) bool {
	return r > 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// shardOf spreads words by their first two characters, so that all words with one
// beginning lie in one file. The script computes the same.
func shardOf(word string, shards int) int {
	first, size := utf8.DecodeRuneInString(word)
	second, _ := utf8.DecodeRuneInString(word[size:])
	return int(first*31+second) % shards
}

type wordShard struct {
	Version string            `json:"v"`
	Words   map[string]string `json:"words"` // of each word its rows, as differences in base 36
}

func (x *searchIndex) wordFile(n int) []byte {
	s := wordShard{Version: x.version, Words: map[string]string{}}
	shard := x.bodies().words[n]
	for _, word := range slices.Sorted(maps.Keys(shard)) {
		var b strings.Builder
		before := 0
		for i, row := range shard[word] {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(strconv.FormatInt(int64(row-before), 36))
			before = row
		}
		s.Words[word] = b.String()
	}
	return call("w"+strconv.Itoa(n), s)
}

type textShard struct {
	Version string   `json:"v"`
	Texts   []string `json:"texts"`
}

func (x *searchIndex) textFile(n int) []byte {
	texts := x.bodies().texts
	from := n * textsPerFile
	return call("t"+strconv.Itoa(n), textShard{Version: x.version, Texts: texts[from:min(from+textsPerFile, len(texts))]})
}
