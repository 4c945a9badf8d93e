package scaffold

import (
	"fmt"
	"strings"
	"unicode"

	"milepost/internal/schema"
)

// worth lists the fields of a new file, in the order in which they are written.
// The others have defaults that are right for most.
var worth = map[schema.Kind][]string{
	schema.Item:    {"title", "type", "theme", "status", "value", "effort", "depends_on", "release"},
	schema.Theme:   {"title", "summary", "why", "outcomes", "horizon"},
	schema.Release: {"title", "version", "goal", "date", "capacity"},
}

// bodies are what stands below the fields. A comment is not published.
var bodies = map[schema.Kind]string{
	schema.Theme:   "<!-- What will be different, and how will we know? -->\n",
	schema.Release: "<!-- What do people get, in their own words? -->\n",
}

// itemBodies are those of the types of item.
var itemBodies = map[string]string{
	"story":       "<!-- Who is helped, and what changes for them? -->\n\n## Acceptance criteria\n\n- [ ] What must be true when it is done.\n",
	"bug":         "<!-- What happens, what should happen, and how is it seen? -->\n",
	"improvement": "<!-- What is in the way today, and what becomes easier? -->\n",
	"task":        "<!-- What has to be done, and for whose sake? -->\n",
	"spike":       "## Question\n\n<!-- What must be known before the work can be planned? -->\n",
}

// text is the whole of a new file. inFolder tells that its folder names the theme.
func text(d Draft, inFolder bool) []byte {
	values := map[string]string{
		"title": quote(d.Title), "type": d.Type, "theme": d.Theme, "status": "proposed", "depends_on": "[]",
		"outcomes": "[]", "horizon": "later",
	}
	if d.Type == "" {
		values["type"] = schema.Types[0]
	}
	var lines [][2]string // "key: value" and comment
	for _, key := range worth[d.Kind] {
		if key == "theme" && inFolder {
			continue
		}
		f, ok := schema.Lookup(d.Kind, key)
		if !ok {
			panic("scaffold: the schema has no field " + key)
		}
		lines = append(lines, [2]string{strings.TrimSpace(key + ": " + values[key]), comment(f)})
	}
	return []byte("---\n" + aligned(lines) + "---\n\n" + body(d.Kind, values["type"]))
}

func body(kind schema.Kind, itemType string) string {
	if kind == schema.Item {
		return itemBodies[itemType]
	}
	return bodies[kind]
}

// aligned writes fields with their comments below each other. The title is left
// without one: it speaks for itself, and may be long.
func aligned(lines [][2]string) string {
	width := 0
	for _, l := range lines[1:] {
		width = max(width, len(l[0]))
	}
	var out strings.Builder
	fmt.Fprintln(&out, lines[0][0])
	for _, l := range lines[1:] {
		fmt.Fprintf(&out, "%-*s  # %s\n", width, l[0], l[1])
	}
	return out.String()
}

// comment says in one line what a field means and what it takes.
func comment(f schema.Field) string {
	doc := strings.TrimSuffix(f.Doc, ".")
	switch f.Type {
	case schema.Choice, schema.Number, schema.Size, schema.Interval:
		takes := strings.TrimPrefix(f.Takes(), "one of ")
		return doc + ": " + takes
	}
	return doc
}

// quote writes a text as a YAML scalar: as it is where that is beyond doubt, else
// in double quotes.
func quote(text string) string {
	if isPlainYAML(text) {
		return text
	}
	var out strings.Builder
	out.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			out.WriteByte('\\')
			out.WriteRune(r)
		case r > 0xffff && !unicode.IsPrint(r):
			fmt.Fprintf(&out, `\U%08x`, r)
		case !unicode.IsPrint(r):
			fmt.Fprintf(&out, `\u%04x`, r)
		default:
			out.WriteRune(r)
		}
	}
	out.WriteByte('"')
	return out.String()
}

// isPlainYAML is stricter than YAML: a letter or digit first, nothing that has a
// meaning anywhere, and none of the words that mean nothing at all.
func isPlainYAML(text string) bool {
	for i, r := range text {
		ordinary := unicode.IsLetter(r) || unicode.IsDigit(r)
		if i == 0 && !ordinary || !ordinary && !strings.ContainsRune(" -_.,;()/+'!?&%–—’“”…", r) {
			return false
		}
	}
	return !strings.EqualFold(text, "null") && !strings.HasSuffix(text, " ") && text != ""
}
