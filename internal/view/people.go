package view

import "milepost/internal/words"

var personSort = sort{
	name: "people", single: "person",
	title: words.Text("People"), level: words.Text("Person"),
	lede: words.Text("Who looks after what."), all: words.Text("All people"), road: words.Text("by person"),
	here: words.Text("{name}"), about: words.Text("With {name}: {what}."),
	persons: true,
}

// peoplePages are the people who look after something, and a page for each of
// them with all that is theirs.
func peoplePages(s *site) []Page { return crossPages(s, s.people, personSort) }
