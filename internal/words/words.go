// Package words holds the words of the interface in every language there is.
//
// The English text is the key: where a page says something it calls
// Say("{count} of {all} items done", 3, 7), and a table of the site's language
// may say it otherwise. So the code reads as the page does, and a word without a
// translation is still a word. A test collects all texts the pages use and asks
// every table for each of them.
//
// A text is a whole sentence or a label, never a fragment, because languages order
// words differently. Placeholders stand in braces; arguments are bound to their
// names in the order in which the English text names them. Where the number of
// things changes the words, forms are parted by a bar, "{n} item|{n} items", in
// the order in which the Unicode plural rules list them; the first number among
// the arguments chooses. Two meanings of one English word are told apart by a mark
// that is not shown: "Open^verb".
//
// Language also writes dates and numbers. Programs read other files than people
// do: nothing in JSON, CSV or calendars goes through here.
package words

import (
	"embed"
	"encoding/json"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

// Language is the words, the numbers and the dates of one language. It may be
// used by many goroutines.
type Language struct {
	// Tag is the language of the words themselves, "en" where there is no table
	// for the one that was asked for.
	Tag string
	// Dir is the direction of the language that was asked for: "ltr" or "rtl".
	Dir string

	tag   language.Tag
	table map[string]string // English text -> text
	known sync.Map          // English text -> *message
}

// English is the language of the keys.
const English = "en"

//go:embed tables/*.json
var tables embed.FS

// Of gives the words for a language tag such as "de" or "pt-BR", from the nearest
// table there is, else in English.
func Of(tag string) *Language {
	asked, err := language.Parse(tag)
	if err != nil {
		asked = language.English
	}
	name := nearest(asked)
	l := &Language{Tag: name, Dir: direction(asked), tag: language.Make(name)}
	if name != English {
		l.table = table(name)
	}
	return l
}

// InEnglish gives the English words, for what is not a page: a terminal, JSON.
func InEnglish() *Language { return english() }

var english = sync.OnceValue(func() *Language { return Of(English) })

// Known are the languages that have words, by tag.
func Known() []string {
	entries, err := tables.ReadDir("tables")
	if err != nil {
		panic("words: " + err.Error()) // the folder is embedded above
	}
	names := []string{English}
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), path.Ext(e.Name())))
	}
	slices.Sort(names)
	return names
}

// Valid reports whether a tag is one of a language, as BCP 47 writes them.
func Valid(tag string) bool {
	_, err := language.Parse(tag)
	return err == nil
}

// Has reports whether there are words for the language of a tag.
func Has(tag string) bool {
	asked, err := language.Parse(tag)
	base, _ := asked.Base()
	return err == nil && slices.Contains(Known(), base.String())
}

func nearest(asked language.Tag) string {
	if base, _ := asked.Base(); Has(asked.String()) {
		return base.String()
	}
	return English
}

func table(name string) map[string]string {
	data, err := tables.ReadFile("tables/" + name + ".json")
	if err != nil {
		panic("words: " + err.Error()) // Known names only what is embedded
	}
	texts := map[string]string{}
	if err := json.Unmarshal(data, &texts); err != nil {
		panic("words: tables/" + name + ".json: " + err.Error()) // a test reads all
	}
	return texts
}

// rightToLeft are the scripts that run from right to left.
var rightToLeft = []string{"Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"}

func direction(tag language.Tag) string {
	if script, _ := tag.Script(); slices.Contains(rightToLeft, script.String()) {
		return "rtl"
	}
	return "ltr"
}
