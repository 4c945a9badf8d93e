package view

// phrase is a sentence of the interface of which some arguments are more than
// text: links to items, a day. Its text is one message, like that of Say.
func (s *site) phrase(text string, args ...any) []Part {
	var out []Part
	for _, piece := range s.Pieces(text, args...) {
		if piece.Arg < 0 {
			out = append(out, Part{Text: piece.Text})
			continue
		}
		switch arg := args[piece.Arg].(type) {
		case Part:
			out = append(out, arg)
		case []Part:
			out = append(out, arg...)
		default:
			out = append(out, Part{Text: s.Argument(arg)})
		}
	}
	return out
}

// joined puts parts one after the other as a sentence lists them: "a, b and c".
func (s *site) joined(parts []Part) []Part {
	if len(parts) < 2 {
		return parts
	}
	last := len(parts) - 1
	rest := parts[:1:1]
	for _, part := range parts[1:last] {
		rest = s.phrase("{list}, {item}", rest, part)
	}
	return s.phrase("{list} and {item}", rest, parts[last])
}
