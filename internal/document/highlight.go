package document

import "strings"

// Code is highlighted by a scanner of our own, in one pass and in the time the
// text is long. The lexers of chroma were tried and left: their regular
// expressions backtrack, so that 600 bytes of hostile code take seconds, and
// give up by the clock, so that the same text gives different pages.

// maxLit bounds how much code of one file is highlighted, in bytes: each word
// may cost a tag.
const maxLit = 256 << 10

// highlight writes code, its parts marked by the classes of Pygments: k keyword,
// kt type, kc constant, s string, c comment, m number, nf function, nt tag or
// key, na attribute, nv variable, gi and gd inserted and deleted, gh heading.
func (w *writer) highlight(name, code string) {
	l := languageByName(name)
	w.lit += len(code)
	if l == nil || w.lit > maxLit {
		w.text(code)
		return
	}
	s := &scanner{w: w, language: l, code: code}
	switch {
	case l.scan != nil:
		l.scan(s)
	default:
		s.program()
	}
	s.flush(len(code))
}

// scanner walks over code; what lies before done is written.
type scanner struct {
	*language
	w       *writer
	code    string
	i, done int
}

// flush writes the code up to end without a class.
func (s *scanner) flush(end int) {
	s.w.text(s.code[s.done:end])
	s.done = end
}

// token writes the code from start to end with a class and goes on behind it.
func (s *scanner) token(class string, start, end int) {
	s.i = end
	if class == "" || start == end {
		return
	}
	s.flush(start)
	s.w.str(`<span class="` + class + `">`)
	s.flush(end)
	s.w.str("</span>")
}

// rest is the code from i on.
func (s *scanner) rest() string { return s.code[s.i:] }

// lineEnd is the end of the line at i.
func (s *scanner) lineEnd() int {
	if n := strings.IndexByte(s.rest(), '\n'); n >= 0 {
		return s.i + n
	}
	return len(s.code)
}

// lineStart reports whether only blanks stand before i on its line.
func (s *scanner) lineStart() bool {
	before := s.code[:s.i]
	return strings.TrimRight(before[strings.LastIndexByte(before, '\n')+1:], " \t") == ""
}

// program scans a language made of comments, strings, numbers and words.
func (s *scanner) program() {
	for s.i < len(s.code) {
		if s.comment() || s.quoted() {
			continue
		}
		switch c := s.code[s.i]; {
		case isDigit(c):
			s.token("m", s.i, s.i+span(s.rest(), isNumber))
		case isWord(c) || s.sigils != "" && strings.IndexByte(s.sigils, c) >= 0:
			s.word()
		default:
			s.i++
		}
	}
}

// comment scans a comment, if one begins here.
func (s *scanner) comment() bool {
	for _, mark := range s.line {
		if strings.HasPrefix(s.rest(), mark) && (mark != "#" || s.i == 0 || !isWord(s.code[s.i-1]) && s.code[s.i-1] != '$' && s.code[s.i-1] != '{') {
			s.token("c", s.i, s.lineEnd())
			return true
		}
	}
	if s.open == "" || !strings.HasPrefix(s.rest(), s.open) {
		return false
	}
	end := len(s.code)
	if n := strings.Index(s.code[s.i+len(s.open):], s.close); n >= 0 {
		end = s.i + len(s.open) + n + len(s.close)
	}
	s.token("c", s.i, end)
	return true
}

// quoted scans a string, if one begins here.
func (s *scanner) quoted() bool {
	for _, mark := range s.long {
		if strings.HasPrefix(s.rest(), mark) {
			end := len(s.code)
			if n := strings.Index(s.code[s.i+len(mark):], mark); n >= 0 {
				end = s.i + n + 2*len(mark)
			}
			s.token("s", s.i, end)
			return true
		}
	}
	c := s.code[s.i]
	if strings.IndexByte(s.quotes, c) < 0 {
		return false
	}
	if c == '\'' && s.i > 0 && isWord(s.code[s.i-1]) { // an apostrophe, or a separator of digits
		s.i++
		return true
	}
	end := stringEnd(s.code, s.i, s.noEscapes)
	if s.lifetimes && c == '\'' && end-s.i > 4 && s.code[s.i+1] != '\\' { // 'a is a lifetime
		s.i++
		return true
	}
	s.token("s", s.i, end)
	return true
}

// stringEnd is the end of the string at i: its other quote, or the line's end.
func stringEnd(code string, i int, noEscapes bool) int {
	for k := i + 1; k < len(code); k++ {
		switch {
		case code[k] == code[i]:
			return k + 1
		case code[k] == '\n':
			return k
		case code[k] == '\\' && !noEscapes:
			k++
		}
	}
	return len(code)
}

// word scans a word and gives it the class it has in the language.
func (s *scanner) word() {
	start := s.i
	end := start + 1 + span(s.code[start+1:], s.isWordByte)
	word := s.code[start:end]
	if s.fold {
		word = strings.ToLower(word)
	}
	class := s.words[word]
	switch {
	case class != "":
	case strings.IndexByte(s.sigils, word[0]) >= 0:
		class = "nv"
	case end < len(s.code) && s.code[end] == '(':
		class = "nf"
	}
	s.token(class, start, end)
}

func (s *scanner) isWordByte(c byte) bool { return isWord(c) || s.dashes && c == '-' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || isDigit(c) || c >= 0x80
}

func isNumber(c byte) bool { return isWord(c) || c == '.' }

// span is how many bytes at the beginning of text are in.
func span(text string, in func(byte) bool) int {
	for i := range len(text) {
		if !in(text[i]) {
			return i
		}
	}
	return len(text)
}
