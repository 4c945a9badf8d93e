package document

import "strings"

// scanJSON tells keys from other strings.
func scanJSON(s *scanner) {
	for s.i < len(s.code) {
		c := s.code[s.i]
		switch {
		case s.comment():
		case c == '"':
			end := stringEnd(s.code, s.i, false)
			if strings.HasPrefix(strings.TrimLeft(s.code[end:min(end+20, len(s.code))], " \t"), ":") {
				s.token("nt", s.i, end)
			} else {
				s.token("s", s.i, end)
			}
		case isDigit(c):
			s.token("m", s.i, s.i+span(s.rest(), isNumber))
		case isWord(c):
			s.word()
		default:
			s.i++
		}
	}
}

// scanKeys scans lines that begin with a key, which mark ends, and headings in
// brackets.
func scanKeys(mark string) func(*scanner) {
	return func(s *scanner) {
		for s.i < len(s.code) {
			if s.lineStart() {
				s.key(mark)
			}
			s.value()
		}
	}
}

// key scans a key at the beginning of a line.
func (s *scanner) key(mark string) {
	s.i += span(s.rest(), func(c byte) bool { return c == ' ' || c == '\t' || c == '-' && mark == ":" })
	end := s.lineEnd()
	line := s.code[s.i:end]
	if strings.HasPrefix(line, "[") && mark == "=" {
		s.token("gh", s.i, end)
		return
	}
	if n := strings.Index(line, mark); n > 0 && !strings.ContainsAny(line[:n], "#;{[") &&
		(mark != ":" || n+1 == len(line) || line[n+1] == ' ') {
		s.token("nt", s.i, s.i+len(strings.TrimRight(line[:n], " \t")))
	}
}

// value scans what stands behind a key, up to the end of the line.
func (s *scanner) value() {
	for s.i < len(s.code) {
		c := s.code[s.i]
		switch {
		case c == '\n':
			s.i++
			return
		case s.comment() || s.quoted():
		case isDigit(c):
			s.token("m", s.i, s.i+span(s.rest(), func(c byte) bool { return isNumber(c) || c == '-' || c == ':' }))
		case isWord(c):
			s.word()
		default:
			s.i++
		}
	}
}

// scanMarkup scans tags with their attributes.
func scanMarkup(s *scanner) {
	for s.i < len(s.code) {
		if s.comment() {
			continue
		}
		if s.code[s.i] != '<' {
			s.i++
			continue
		}
		name := s.i + 1 + span(s.code[s.i+1:], func(c byte) bool { return c == '/' || c == '!' || c == '?' })
		end := name + span(s.code[name:], isName)
		if end == name {
			s.i++
			continue
		}
		s.token("nt", s.i, end)
		s.attributes()
	}
}

// attributes scans up to the end of a tag.
func (s *scanner) attributes() {
	for s.i < len(s.code) {
		switch c := s.code[s.i]; {
		case c == '>':
			s.token("nt", s.i, s.i+1)
			return
		case c == '<':
			return
		case c == '"' || c == '\'':
			end := len(s.code)
			if n := strings.IndexByte(s.code[s.i+1:], c); n >= 0 {
				end = s.i + n + 2
			}
			s.token("s", s.i, end)
		case isName(c):
			s.token("na", s.i, s.i+span(s.rest(), isName))
		default:
			s.i++
		}
	}
}

func isName(c byte) bool { return isWord(c) || c == '-' || c == ':' || c == '.' || c == '@' }

// scanCSS tells selectors from properties by the braces around them.
func scanCSS(s *scanner) {
	depth := 0
	for s.i < len(s.code) {
		c := s.code[s.i]
		switch {
		case s.comment() || s.quoted():
		case c == '{':
			depth++
			s.i++
		case c == '}':
			depth--
			s.i++
		case c == '@':
			s.token("k", s.i, s.i+1+span(s.code[s.i+1:], isCSSName))
		case isDigit(c) || c == '#' && depth > 0:
			s.token("m", s.i, s.i+1+span(s.code[s.i+1:], func(c byte) bool { return isNumber(c) || c == '%' }))
		case isCSSName(c):
			end := s.i + span(s.rest(), isCSSName)
			switch {
			case depth <= 0:
				s.token("nt", s.i, end)
			case end < len(s.code) && s.code[end] == ':':
				s.token("na", s.i, end)
			default:
				s.i = end
			}
		default:
			s.i++
		}
	}
}

func isCSSName(c byte) bool { return isWord(c) || c == '-' }

// scanDiff marks whole lines.
func scanDiff(s *scanner) {
	for s.i < len(s.code) {
		class := ""
		switch line := s.rest(); {
		case strings.HasPrefix(line, "+++"), strings.HasPrefix(line, "---"), strings.HasPrefix(line, "diff "), strings.HasPrefix(line, "index "):
			class = "gh"
		case line[0] == '@':
			class = "gu"
		case line[0] == '+':
			class = "gi"
		case line[0] == '-':
			class = "gd"
		}
		s.token(class, s.i, s.lineEnd())
		s.i = min(s.i+1, len(s.code))
	}
}

// scanMake marks targets, and scans the rest as a program.
func scanMake(s *scanner) {
	for s.i < len(s.code) {
		end := s.lineEnd()
		line := s.code[s.i:end]
		if n := strings.IndexByte(line, ':'); n > 0 && line[0] != '\t' && line[0] != '#' && !strings.HasPrefix(line[n:], ":=") && !strings.Contains(line[:n], "=") {
			s.token("nf", s.i, s.i+n)
		}
		s.value()
	}
}
