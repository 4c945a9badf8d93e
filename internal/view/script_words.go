package view

import "encoding/json"

// wordsPath is the script that holds what other scripts say.
const wordsPath = "assets/words.js"

// scriptWordPages are the words of the interface that only scripts show, in the
// language of the site. Scripts know them by their English form. Numbers are put
// into them by the script, so braces stay.
func scriptWordPages(s *site) []Page {
	return []Page{{Path: wordsPath, Raw: s.scriptWordFile}}
}

func (s *site) scriptWordFile() []byte {
	text, err := json.Marshal(s.scriptWords())
	if err != nil {
		panic("view: " + err.Error()) // strings can always be encoded
	}
	return append(append([]byte("self.milepostWords = "), text...), ";\n"...)
}

func (s *site) scriptWords() map[string]string {
	return map[string]string{
		"auto":     s.Say("Colours: as your system has them"),
		"light":    s.Say("Colours: light"),
		"dark":     s.Say("Colours: dark"),
		"count":    s.Say("{n} of {all}", "{n}", "{all}"),
		"search":   s.Say("Search"),
		"hint":     s.Say("Search for items, themes and releases"),
		"results":  s.Say("Results"),
		"found":    s.Say("Found: {n}", "{n}"),
		"none":     s.Say("Nothing found"),
		"begin":    s.Say("Themes and releases"),
		"choose":   s.Say("choose^with the arrow keys"),
		"open":     s.Say("open^with Enter"),
		"close":    s.Say("close^with Esc"),
		"failed":   s.Say("The search cannot be loaded. Reload the page and try again."),
		"keyboard": s.Say("Keyboard"),
		"Close":    s.Say("Close"),
		"single":   s.Say("Single keys do something"),
		"copied":   s.Say("Copied"),
		"copy":     s.Say("Copy the link"),
		"k-search": s.Say("Search"),
		"k-filter": s.Say("Filter, or search"),
		"k-lines":  s.Say("Next, previous line; Enter opens"),
		"k-up":     s.Say("Up, to the why"),
		"k-down":   s.Say("Down, to the next task"),
		"k-sides":  s.Say("Item before, item after"),
		"k-edit":   s.Say("Edit this page"),
		"k-go":     s.Say("Go to the roadmap; also t timeline, b backlog, o board, m map, l releases, s shipped, h health"),
		"k-help":   s.Say("This list"),
	}
}
