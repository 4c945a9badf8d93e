package render

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var cssComment = regexp.MustCompile(`(?s)/\*.*?\*/`)

// rootProperties reads the custom properties that a sheet gives to :root for all
// media. What stands in no layer counts before what does, a later layer before an
// earlier one, and of two the last.
func rootProperties(sheet []byte) map[string]string {
	r := &sheetReader{rank: map[string]int{}, out: map[string]string{}}
	rest := cssComment.ReplaceAll(sheet, nil)
	for {
		end := bytes.IndexAny(rest, "{};")
		if end < 0 {
			return r.out
		}
		r.piece(strings.TrimSpace(string(rest[:end])), rest[end])
		rest = rest[end+1:]
	}
}

// sheetReader is where a sheet is being read.
type sheetReader struct {
	open   []string // the heads of the blocks around
	layers []string // in the order in which they were first named
	rank   map[string]int
	out    map[string]string
}

// noLayer ranks above all layers.
const noLayer = 1 << 20

func (r *sheetReader) piece(text string, ended byte) {
	names, isLayer := strings.CutPrefix(text, "@layer ")
	for name := range strings.SplitSeq(names, ",") {
		if name = strings.TrimSpace(name); isLayer && !slices.Contains(r.layers, name) {
			r.layers = append(r.layers, name)
		}
	}
	if ended == '{' {
		r.open = append(r.open, text)
		return
	}
	if name, value, ok := strings.Cut(text, ":"); ok && strings.HasPrefix(name, "--") {
		r.declare(strings.TrimSpace(name), strings.TrimSpace(value))
	}
	if ended == '}' {
		r.open = r.open[:max(len(r.open)-1, 0)]
	}
}

func (r *sheetReader) declare(name, value string) {
	rank := noLayer
	for i, head := range r.open {
		layer, isLayer := strings.CutPrefix(head, "@layer ")
		switch {
		case isLayer:
			rank = slices.Index(r.layers, strings.TrimSpace(layer))
		case i < len(r.open)-1 || head != ":root":
			return
		}
	}
	if rank >= r.rank[name] {
		r.rank[name], r.out[name] = rank, value
	}
}

// call is a function of CSS with what stands in its brackets.
var call = regexp.MustCompile(`^([a-z-]+)\((.*)\)$`)

// deepest is how many properties may stand for each other.
const deepest = 20

// colour reads a colour; ok is false for a form that is not known.
func (p palette) colour(text string, night bool, depth int) (light, bool) {
	text = strings.TrimSpace(text)
	if hex, ok := strings.CutPrefix(text, "#"); ok {
		return ofHex(hex)
	}
	m := call.FindStringSubmatch(text)
	if m == nil || depth > deepest {
		return light{}, false
	}
	switch m[1] {
	case "var":
		return p.colour(p.properties[strings.TrimSpace(m[2])], night, depth+1)
	case "light-dark":
		at := comma(m[2])
		if at < 0 {
			return light{}, false
		}
		if night {
			return p.colour(m[2][at+1:], night, depth+1)
		}
		return p.colour(m[2][:at], night, depth+1)
	case "oklch":
		if n, ok := numbers(m[2]); ok && len(n) == 3 {
			return ofOKLCH(n[0], n[1], n[2]), true
		}
	}
	return light{}, false
}

// comma finds the first comma that stands in no brackets.
func comma(text string) int {
	depth := 0
	for i, c := range text {
		switch {
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == ',' && depth == 0:
			return i
		}
	}
	return -1
}

func numbers(text string) ([]float64, bool) {
	var out []float64
	for field := range strings.FieldsSeq(text) {
		n, err := strconv.ParseFloat(strings.TrimSuffix(field, "%"), 64)
		if err != nil {
			return nil, false
		}
		if strings.HasSuffix(field, "%") {
			n /= 100
		}
		out = append(out, n)
	}
	return out, true
}

func ofHex(digits string) (light, bool) {
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 6 {
		return light{}, false
	}
	part := func(shift int) float64 { return float64(n>>shift&0xff) / 255 }
	return ofSRGB([3]float64{part(16), part(8), part(0)}), true
}
