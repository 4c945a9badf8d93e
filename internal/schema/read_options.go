package schema

import "milepost/internal/fields"

// Option is a key of the author's own choice, with the map under it.
type Option struct {
	Name Word
	*Reader
}

// Options reads a map whose keys are names and whose values are maps, by the
// field's own table.
func (r *Reader) Options(key string) []Option {
	f, _ := find(r.fields, key)
	v, _ := r.value.Get(key)
	if v.Kind != fields.Map && v.Kind != fields.Null {
		r.wrongType(key, v)
	}
	var out []Option
	for _, e := range v.Entries {
		if e.Value.Kind != fields.Map {
			at := e.Value.Span
			if e.Value.Kind == fields.Null {
				at = e.KeySpan
			}
			r.report("wrong-type", at, "the option %s cannot be %s", e.Key, e.Value.Kind).hint("it takes a map such as {type: number, default: 2}")
			continue
		}
		out = append(out, Option{Word{e.Key, e.KeySpan}, newReader("the option "+e.Key, f.Fields, e.Value)})
	}
	return out
}
