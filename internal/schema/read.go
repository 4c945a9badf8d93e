package schema

import (
	"fmt"
	"strconv"
	"strings"

	"milepost/internal/calendar"
	"milepost/internal/diag"
	"milepost/internal/fields"
	"milepost/internal/source"
)

// Word is a text an author wrote, with its place.
type Word struct {
	Text string
	Span source.Span
}

// Reader reads the values of one map by the table of its fields. What is wrong
// with a value is added to Findings, and the value then reads as if it were
// absent: one mistake never hides another.
type Reader struct {
	Findings []diag.Diagnostic

	owner  string // what the map describes, for messages: "item"
	fields []Field
	value  fields.Value
}

// Read begins to read value as kind, and reports keys that are not known. Keys
// that begin with x_ are the author's own.
func Read(kind Kind, value fields.Value) *Reader {
	return newReader(kind.String(), Fields(kind), value)
}

func newReader(owner string, table []Field, value fields.Value) *Reader {
	r := &Reader{owner: owner, fields: table, value: value}
	for _, e := range value.Entries {
		if _, known := find(table, e.Key); known || strings.HasPrefix(e.Key, "x_") {
			continue
		}
		r.report("unknown-key", e.KeySpan, "%s has no key %q", withArticle(owner), e.Key).hint("%s", r.keyHint(e.Key))
	}
	return r
}

func (r *Reader) keyHint(key string) string {
	if near := diag.DidYouMean(key, Keys(r.fields)); near != "" {
		return near
	}
	return "it takes " + join(Keys(r.fields)) + "; keys of your own begin with x_"
}

func withArticle(owner string) string {
	if strings.HasPrefix(owner, "the ") || strings.HasPrefix(owner, "an ") {
		return owner
	}
	if strings.IndexByte("aeiou", owner[0]) >= 0 {
		return "an " + owner
	}
	return "a " + owner
}

// report adds a finding; the result lets a hint be added to it.
func (r *Reader) report(rule string, at source.Span, format string, args ...any) *finding {
	r.Findings = append(r.Findings, diag.New(rule, at, format, args...))
	return (*finding)(&r.Findings[len(r.Findings)-1])
}

type finding diag.Diagnostic

func (f *finding) hint(format string, args ...any) { f.Hint = fmt.Sprintf(format, args...) }

// At is the place of key's value, or of the key where the value is missing, or
// the zero Span.
func (r *Reader) At(key string) source.Span {
	v, ok := r.value.Get(key)
	if !ok {
		return source.Span{}
	}
	if v.Kind == fields.Null || v.Span.IsZero() || v.Span.Start == v.Span.End {
		return r.value.KeySpan(key)
	}
	return v.Span
}

// Own returns the author's own keys, which begin with x_: texts, lists of
// values, or maps of them.
func (r *Reader) Own() map[string]any {
	var own map[string]any
	for _, e := range r.value.Entries {
		if strings.HasPrefix(e.Key, "x_") {
			if own == nil {
				own = map[string]any{}
			}
			own[e.Key] = plainValue(e.Value)
		}
	}
	return own
}

func plainValue(v fields.Value) any {
	switch v.Kind {
	case fields.List:
		out := make([]any, len(v.Items))
		for i, item := range v.Items {
			out[i] = plainValue(item)
		}
		return out
	case fields.Map:
		out := map[string]any{}
		for _, e := range v.Entries {
			out[e.Key] = plainValue(e.Value)
		}
		return out
	}
	return v.Text
}

// scalar gives the text under key, and reports a list or a map.
func (r *Reader) scalar(key string) (text string, at source.Span, ok bool) {
	v, _ := r.value.Get(key)
	switch v.Kind {
	case fields.Null:
		return "", at, false
	case fields.Scalar:
		return v.Text, v.Span, true
	}
	r.wrongType(key, v)
	return "", at, false
}

func (r *Reader) wrongType(key string, v fields.Value) {
	f, _ := find(r.fields, key)
	what := v.Kind.String()
	if v.Kind == fields.Scalar {
		what = strconv.Quote(v.Text)
	}
	r.report("wrong-type", v.Span, "%s cannot be %s", key, what).hint("it takes %s", f.Takes())
}

// Text reads a text, "" when it is absent.
func (r *Reader) Text(key string) string {
	text, _, _ := r.scalar(key)
	return strings.TrimSpace(text)
}

// Word reads a text with its place.
func (r *Reader) Word(key string) Word {
	text, at, _ := r.scalar(key)
	return Word{Text: strings.TrimSpace(text), Span: at}
}

// Words reads a list of texts, or a single one.
func (r *Reader) Words(key string) []Word {
	v, _ := r.value.Get(key)
	items := v.Items
	switch v.Kind {
	case fields.Null:
		return nil
	case fields.Map:
		r.wrongType(key, v)
		return nil
	case fields.Scalar:
		items = []fields.Value{v}
	}
	var out []Word
	for _, item := range items {
		if item.Kind != fields.Scalar {
			r.wrongItem(key, item)
			continue
		}
		if text := strings.TrimSpace(item.Text); text != "" {
			out = append(out, Word{Text: text, Span: item.Span})
		}
	}
	return out
}

func (r *Reader) wrongItem(key string, item fields.Value) {
	f, _ := find(r.fields, key)
	r.report("wrong-type", item.Span, "an entry of %s cannot be %s", key, item.Kind).hint("it takes %s", f.Takes())
}

// Texts reads a list of texts without their places.
func (r *Reader) Texts(key string) []string {
	var out []string
	for _, w := range r.Words(key) {
		out = append(out, w.Text)
	}
	return out
}

// Bool reads true or false, also as yes and no.
func (r *Reader) Bool(key string) bool {
	text, at, ok := r.scalar(key)
	if !ok {
		return false
	}
	switch strings.ToLower(text) {
	case "true", "yes":
		return true
	case "false", "no":
		return false
	}
	r.report("wrong-type", at, "%s cannot be %q", key, text).hint("it takes true or false")
	return false
}

// Choice reads one of the field's values, in its canonical spelling; "" when it
// is absent or unknown.
func (r *Reader) Choice(key string) string {
	f, _ := find(r.fields, key)
	return r.choice(key, f.Values, f.Aliases)
}

// ChoiceOf reads one of words in place of the values in the table.
func (r *Reader) ChoiceOf(key string, words []string) string { return r.choice(key, words, nil) }

func (r *Reader) choice(key string, words []string, aliases map[string]string) string {
	text, at, ok := r.scalar(key)
	if !ok {
		return ""
	}
	for _, w := range words {
		if strings.EqualFold(w, text) {
			return w
		}
	}
	if w, ok := aliases[strings.ToLower(text)]; ok {
		return w
	}
	r.report("unknown-value", at, "%s cannot be %q", key, text).hint("%s", diag.OneOf(text, words))
	return ""
}

// Number reads a number between the field's limits.
func (r *Reader) Number(key string) (n float64, ok bool) {
	f, _ := find(r.fields, key)
	text, at, ok := r.scalar(key)
	if !ok {
		return 0, false
	}
	n, ok = parseNumber(text)
	if !ok {
		r.report("wrong-type", at, "%s cannot be %q", key, text).hint("it takes %s", f.Takes())
		return 0, false
	}
	if n < f.Min || n > f.Max {
		r.report("unknown-value", at, "%s cannot be %s", key, text).hint("it takes %s", f.Takes())
		return 0, false
	}
	return n, true
}

// NumberOr reads a number, or gives def.
func (r *Reader) NumberOr(key string, def float64) float64 {
	if n, ok := r.Number(key); ok {
		return n
	}
	return def
}

// parseNumber reads a finite decimal number; hexadecimal, infinities and NaN
// are not numbers an author means.
func parseNumber(text string) (float64, bool) {
	if strings.Trim(text, "+-.0123456789eE") != "" {
		return 0, false
	}
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil
}

// sizes are the efforts of the T-shirt sizes.
var sizes = map[string]float64{"XS": 1, "S": 2, "M": 3, "L": 5, "XL": 8}

// Size reads an effort: a number above 0, or a T-shirt size.
func (r *Reader) Size(key string) (n float64, ok bool) {
	text, at, ok := r.scalar(key)
	if !ok {
		return 0, false
	}
	if n, ok := sizes[strings.ToUpper(text)]; ok {
		return n, true
	}
	n, ok = parseNumber(text)
	f, _ := find(r.fields, key)
	if !ok {
		r.report("wrong-type", at, "%s cannot be %q", key, text).hint("it takes %s", f.Takes())
		return 0, false
	}
	if n <= 0 || n > 1e6 {
		r.report("unknown-value", at, "%s cannot be %s", key, text).hint("it takes %s", f.Takes())
		return 0, false
	}
	return n, true
}

// Day reads a day, 0 when it is absent or wrong.
func (r *Reader) Day(key string) calendar.Day {
	text, at, ok := r.scalar(key)
	if !ok {
		return 0
	}
	d, err := calendar.ParseDay(text)
	if err != nil {
		r.report("bad-date", at, "%s: %v", key, err)
	}
	return d
}

// Interval reads a date as coarse as it is written.
func (r *Reader) Interval(key string) calendar.Interval {
	text, at, ok := r.scalar(key)
	if !ok {
		return calendar.Interval{}
	}
	i, err := calendar.ParseInterval(text)
	if err != nil {
		r.report("bad-date", at, "%s: %v", key, err)
		return calendar.Interval{}
	}
	return i
}

// Days reads a length of time such as 45d or 6w in days, or gives def.
func (r *Reader) Days(key string, def int) int {
	text, at, ok := r.scalar(key)
	if !ok {
		return def
	}
	unit := map[byte]int{'d': 1, 'w': 7}
	if n := len(text) - 1; n > 0 && unit[text[n]] > 0 {
		if count, err := strconv.Atoi(text[:n]); err == nil && count > 0 && count < 1e5 {
			return count * unit[text[n]]
		}
	}
	r.report("wrong-type", at, "%s cannot be %q", key, text).hint("it takes a number of days or weeks such as 45d or 6w")
	return def
}

// Table reads the map under key by the field's own table.
func (r *Reader) Table(key string) *Reader {
	f, _ := find(r.fields, key)
	v, _ := r.value.Get(key)
	if v.Kind != fields.Map && v.Kind != fields.Null {
		r.wrongType(key, v)
	}
	return newReader("the map "+key, f.Fields, v)
}

// Tables reads a list of maps, or a single one, by the field's own table.
func (r *Reader) Tables(key string) []*Reader {
	f, _ := find(r.fields, key)
	v, _ := r.value.Get(key)
	items := v.Items
	switch v.Kind {
	case fields.Scalar:
		r.wrongType(key, v)
		return nil
	case fields.Map:
		items = []fields.Value{v}
	}
	var out []*Reader
	for _, item := range items {
		if item.Kind != fields.Map {
			r.wrongItem(key, item)
			continue
		}
		out = append(out, newReader("an entry of "+key, f.Fields, item))
	}
	return out
}

// Pairs reads a map from text to text, in written order.
func (r *Reader) Pairs(key string) []Pair {
	v, _ := r.value.Get(key)
	if v.Kind != fields.Map {
		if v.Kind != fields.Null {
			r.wrongType(key, v)
		}
		return nil
	}
	var out []Pair
	for _, e := range v.Entries {
		if e.Value.Kind == fields.List || e.Value.Kind == fields.Map {
			r.report("wrong-type", e.Value.Span, "%s of %s cannot be %s", e.Key, key, e.Value.Kind)
			continue
		}
		at := e.Value.Span
		if e.Value.Kind == fields.Null {
			at = e.KeySpan
		}
		out = append(out, Pair{Key: Word{e.Key, e.KeySpan}, Value: Word{strings.TrimSpace(e.Value.Text), at}})
	}
	return out
}

// Pair is a key with its text.
type Pair struct{ Key, Value Word }

// Link is an address an author put beside a text.
type Link struct {
	Title string // the address itself where none is given
	URL   string
	Span  source.Span // of the address
}

// Links reads addresses, or maps of title and url.
func (r *Reader) Links(key string) []Link {
	v, _ := r.value.Get(key)
	items := v.Items
	if v.Kind == fields.Scalar || v.Kind == fields.Map {
		items = []fields.Value{v}
	}
	var out []Link
	for _, item := range items {
		switch item.Kind {
		case fields.Scalar:
			out = append(out, Link{Title: item.Text, URL: item.Text, Span: item.Span})
		case fields.Map:
			out = append(out, r.titledLink(key, item)...)
		default:
			r.wrongItem(key, item)
		}
	}
	return out
}

var linkFields = []Field{{Key: "title", Type: Text}, {Key: "url", Type: Text}}

func (r *Reader) titledLink(key string, item fields.Value) []Link {
	in := newReader("an entry of "+key, linkFields, item)
	url := in.Word("url")
	title := in.Text("title")
	r.Findings = append(r.Findings, in.Findings...)
	if url.Text == "" {
		r.report("wrong-type", item.Span, "an entry of %s has no url", key).hint("write {title: …, url: https://…}")
		return nil
	}
	if title == "" {
		title = url.Text
	}
	return []Link{{Title: title, URL: url.Text, Span: url.Span}}
}

// Span is the place of the whole map.
func (r *Reader) Span() source.Span { return r.value.Span }
