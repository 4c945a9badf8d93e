package sitetheme

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"milepost/internal/config"
	"milepost/internal/diag"
	"milepost/internal/schema"
)

// Option is a value that a project may choose.
type Option struct {
	Name     string
	Type     string   // of schema.OptionTypes
	Values   []string // of a choice
	Min, Max int      // of a number
	Property string   // the custom property that is set to it, "" for none
	Doc      string
	Value    any // string, int or bool
}

// Words is the value as a style sheet and a person write it.
func (o Option) Words() string { return fmt.Sprint(o.Value) }

var (
	optionForm   = regexp.MustCompile(`^[a-z][a-z0-9]*([_-][a-z0-9]+)*$`)
	propertyForm = regexp.MustCompile(`^--[a-z][a-z0-9-]*$`)
	// keyword is a word that may stand in a sheet as the value of a property.
	keyword = regexp.MustCompile(`^[a-zA-Z0-9][-a-zA-Z0-9 .%]*$`)
)

// option reads the definition of one; ok is false where it cannot be used.
func (f *finder) option(d schema.Option) (o Option, ok bool) {
	name := d.Name.Text
	o = Option{
		Name: name, Type: d.Choice("type"), Values: d.Texts("values"), Doc: d.Text("doc"),
		Min: int(d.NumberOr("min", -1e9)), Max: int(d.NumberOr("max", 1e9)), Property: d.Text("property"),
	}
	if o.Type == "" {
		o.Type = "text"
	}
	given := d.Word("default")
	f.found = append(f.found, d.Findings...)
	if len(d.Findings) > 0 {
		return o, false
	}
	switch {
	case !optionForm.MatchString(name):
		f.report(d.Name.Span, "it takes small letters and digits, parted by _ or -", "an option cannot be called %q", name)
	case o.Type == "choice" && len(o.Values) == 0:
		f.report(d.Name.Span, "write values: [wide, narrow]", "the option %s is a choice without values", name)
	case o.Property != "" && !propertyForm.MatchString(o.Property):
		f.report(d.At("property"), "write one such as --paper", "a custom property cannot be called %q", o.Property)
	case o.Property != "" && !o.fitsSheet():
		f.report(d.At("property"), "a colour, a number or a choice of plain words can", "the option %s cannot set a property", name)
	case given.Text == "" && o.Type != "text":
		f.report(d.Name.Span, "write default: with a value", "the option %s has no default", name)
	default:
		return o, f.set(&o, given)
	}
	return o, false
}

// fitsSheet reports whether every value of the option may stand in a sheet.
func (o Option) fitsSheet() bool {
	switch o.Type {
	case "colour", "number":
		return true
	case "choice":
		return !slices.ContainsFunc(o.Values, func(v string) bool { return !keyword.MatchString(v) })
	}
	return false
}

// choose gives the options their values.
func (f *finder) choose(theme string, given []schema.Pair) []Option {
	options := slices.Clone(f.options)
	var names []string
	for _, o := range options {
		names = append(names, o.Name)
	}
	for _, g := range given {
		i := slices.Index(names, g.Key.Text)
		if i >= 0 {
			f.set(&options[i], g.Value)
			continue
		}
		hint := "it has no options"
		if len(names) > 0 {
			hint = diag.OneOf(g.Key.Text, names)
		}
		f.found = append(f.found, diag.New("unknown-key", g.Key.Span, "the site theme %s has no option %q", theme, g.Key.Text).WithHint("%s", hint))
	}
	return options
}

// set gives an option a value, or reports why it cannot have it.
func (f *finder) set(o *Option, given schema.Word) bool {
	value, ok := o.read(given.Text)
	if !ok {
		f.found = append(f.found, diag.New("wrong-type", given.Span, "the option %s cannot be %q", o.Name, given.Text).WithHint("%s", o.takes(given.Text)))
		return false
	}
	o.Value = value
	return true
}

func (o Option) read(text string) (value any, ok bool) {
	switch o.Type {
	case "number":
		n, err := strconv.Atoi(text)
		return n, err == nil && n >= o.Min && n <= o.Max
	case "bool":
		yes := slices.Contains([]string{"true", "yes"}, strings.ToLower(text))
		return yes, yes || slices.Contains([]string{"false", "no"}, strings.ToLower(text))
	case "colour":
		return text, config.IsColour(text)
	case "choice":
		return text, slices.Contains(o.Values, text)
	}
	return text, true
}

// takes says what the option takes, as a hint.
func (o Option) takes(text string) string {
	switch o.Type {
	case "number":
		if o.Min > -1e9 || o.Max < 1e9 {
			return "it takes a whole number from " + number(o.Min) + " to " + number(o.Max)
		}
		return "it takes a whole number"
	case "bool":
		return "it takes true or false"
	case "colour":
		return `it takes a colour such as "#f4c900" or oklch(.87 .17 93)`
	}
	return diag.OneOf(text, o.Values)
}

func number(n int) string { return strconv.Itoa(n) }
