package fields

import (
	"errors"
	"strings"
	"sync"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"

	"milepost/internal/diag"
	"milepost/internal/source"
)

// YAML reads the bytes from start to end of file, which must hold one map. The
// value is a Map whatever is wrong; what could not be read is not in it.
func YAML(file *source.File, start, end int) (Value, []diag.Diagnostic) {
	r, ok := newReader(file, start, end)
	if !ok {
		return Value{Kind: Map, Span: r.span(0, len(r.text))}, r.found
	}
	if root, ok := r.plainYAML(); ok {
		return root, r.found
	}
	return r.parsedYAML()
}

// parsedYAML reads the text with the YAML parser.
func (r *reader) parsedYAML() (Value, []diag.Diagnostic) {
	root := Value{Kind: Map, Span: r.span(0, len(r.text))}
	y := &yamlReader{reader: r, text: r.text}
	node, err := load(y.text)
	if err != nil || !isMap(node) {
		y.recover(&root, err)
		return root, y.found
	}
	y.refuseAliases(node)
	if node != nil {
		root = y.value(node, 1, -1)
	}
	return root, y.found
}

// yamlReader turns the nodes of one YAML text into values. Its text has the
// same length as the reader's, with mistakes mended.
type yamlReader struct {
	*reader
	text  []byte
	lines []int // where each line starts, as YAML counts lines
	last  place // found last
	quiet bool  // after a mistake whose consequences are not reported
	at    int   // offset of text in the reader's text: not 0 when a part is read
}

var loadOptions = sync.OnceValue(func() yaml.Option {
	return yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(maxDepth)))
})

// load parses text as one YAML document and gives its root, nil when the text
// holds nothing. Values are never decoded: node.Value is the text as written.
func load(text []byte) (*yaml.Node, error) {
	var doc yaml.Node
	err := yaml.Load(text, &doc, loadOptions())
	if err == nil && len(doc.Content) > 0 {
		return doc.Content[0], nil
	}
	var at *yaml.LoadError
	if errors.As(err, &at) && at.Message == "yaml: no documents in stream" {
		return nil, nil
	}
	return nil, err
}

// isMap reports whether the root is what fields are made of; no root at all is
// an empty map.
func isMap(node *yaml.Node) bool { return node == nil || node.Kind == yaml.MappingNode }

// value makes a Value of node. indent is the column of the key it belongs to,
// -1 for the root: a block text ends where its lines are no longer deeper.
func (y *yamlReader) value(node *yaml.Node, depth, indent int) Value {
	start := y.offset(node.Line, node.Column)
	if !y.admit(depth, y.at+start, y.at+lineEnd(y.text, start)) {
		return Value{Span: y.place(start, start)}
	}
	switch node.Kind {
	case yaml.MappingNode:
		return y.mapping(node, start, depth)
	case yaml.SequenceNode:
		return y.sequence(node, start, depth)
	case yaml.ScalarNode:
		return y.scalar(node, start, indent)
	}
	return Value{Span: y.place(start, y.wordEnd(start))} // an alias: reported, and nothing here
}

func (y *yamlReader) mapping(node *yaml.Node, start, depth int) Value {
	if depth > 1 && node.Style&yaml.FlowStyle != 0 && hasComplexKey(node) { // {{ name }} is meant as text
		if size := flowEnd(y.text[start:]); size > 0 {
			y.reserved(start, start+size)
			return Value{Kind: Scalar, Text: string(y.text[start : start+size]), Span: y.place(start, start+size)}
		}
	}
	v := Value{Kind: Map, Entries: make([]Entry, 0, len(node.Content)/2)}
	end := start
	for i := 0; i+1 < len(node.Content); i += 2 {
		key := node.Content[i]
		at := y.offset(key.Line, key.Column)
		indent := at - y.rowStart(key.Line)
		name := y.scalar(key, at, indent)
		if key.Kind != yaml.ScalarNode {
			name.Span = y.place(at, at+1)
			y.report(y.at+at, y.at+lineEnd(y.text, at), "a key must be a word").Hint = `write fields as "key: value"`
		}
		value := y.value(node.Content[i+1], depth+1, indent)
		if value.Kind == Null && value.Span.Start == value.Span.End { // the parser places an empty value anywhere
			value.Span = y.file.Span(name.Span.End, name.Span.End)
		}
		end = max(end, name.Span.End-y.base-y.at, value.Span.End-y.base-y.at)
		if key.Kind == yaml.ScalarNode {
			y.add(&v, Entry{Key: name.Text, KeySpan: name.Span, Value: value})
		}
	}
	if node.Style&yaml.FlowStyle != 0 {
		end = y.closer(end, start, '}')
	}
	v.Span = y.place(start, end)
	return v
}

// hasComplexKey reports whether a key of the map node is itself a list or map.
func hasComplexKey(node *yaml.Node) bool {
	for i := 0; i < len(node.Content); i += 2 {
		if node.Content[i].Kind != yaml.ScalarNode {
			return true
		}
	}
	return false
}

func (y *yamlReader) sequence(node *yaml.Node, start, depth int) Value {
	v := Value{Kind: List, Items: make([]Value, 0, len(node.Content))}
	indent := start - y.rowStart(node.Line)
	end := start + 1
	for _, item := range node.Content {
		value := y.value(item, depth+1, indent)
		end = max(end, value.Span.End-y.base-y.at)
		v.Items = append(v.Items, value)
	}
	if node.Style&yaml.FlowStyle != 0 {
		end = y.closer(end, start, ']')
	}
	v.Span = y.place(start, end)
	return v
}

func (y *yamlReader) scalar(node *yaml.Node, start, indent int) Value {
	tag := start
	start = y.skipProperties(start)
	end := y.scalarEnd(node, start, indent)
	if node.Style&yaml.TaggedStyle != 0 && !strings.HasPrefix(node.Tag, "!!") { // "!urgent call back" is meant as text
		y.reserved(tag, end)
		return Value{Kind: Scalar, Text: string(y.text[tag:end]), Span: y.place(tag, end)}
	}
	if node.Tag == "!!null" && node.Style == 0 {
		return Value{Kind: Null, Span: y.place(start, end)}
	}
	return Value{Kind: Scalar, Text: node.Value, Span: y.place(start, end)}
}

// refuseAliases reports the first alias, or else the first anchor. One remark
// is enough: whoever uses them uses them often.
func (y *yamlReader) refuseAliases(node *yaml.Node) {
	if node == nil {
		return
	}
	alias := find(node, func(n *yaml.Node) bool { return n.Kind == yaml.AliasNode })
	if alias == nil {
		alias = find(node, func(n *yaml.Node) bool { return n.Anchor != "" })
	}
	if alias == nil {
		return
	}
	start := y.offset(alias.Line, alias.Column)
	end := y.wordEnd(start)
	y.report(y.at+start, y.at+end, "anchors and aliases are not read: %q", y.text[start:end]).
		Hint = "write the value out, or put it in quotes if it is meant as text"
}

// find is the first node, in the order of the text, that is wanted.
func find(node *yaml.Node, wanted func(*yaml.Node) bool) *yaml.Node {
	if wanted(node) {
		return node
	}
	for _, c := range node.Content {
		if n := find(c, wanted); n != nil {
			return n
		}
	}
	return nil
}

// offset is the index in text of a place as YAML counts it: line and column
// from 1, columns in characters.
func (y *yamlReader) offset(line, column int) int {
	at := place{line, 1, y.rowStart(line)}
	if y.last.line == line && y.last.column <= column { // long lines are walked along once
		at = y.last
	}
	for ; at.column < column && at.offset < len(y.text); at.column++ {
		_, n := utf8.DecodeRune(y.text[at.offset:])
		at.offset += n
	}
	y.last = at
	return at.offset
}

// place is a place as YAML counts it, and its offset.
type place struct{ line, column, offset int }

func (y *yamlReader) rowStart(line int) int {
	if y.lines == nil {
		y.lines = yamlLines(y.text)
	}
	return y.lines[min(max(line, 1), len(y.lines))-1]
}

func (y *yamlReader) place(start, end int) source.Span { return y.span(y.at+start, y.at+end) }
