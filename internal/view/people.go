package view

// peoplePages are the people who look after something, and a page for each of
// them with all that is theirs.
func peoplePages(s *site) []Page { return crossPages(s, s.people, personSort) }
