package plan

// Place is why an item stands where it stands in the backlog, as parts of a
// sentence. A Part with an Item is that item's id, to be shown as a link.
type Place struct {
	Reason []Part // the whole explanation, in the grammar of the backlog
	Source *Item  // the item whose urgency it takes over, nil for its own
	After  *Item  // the item right before it in line that it needs, or nil
	// Key is the effective key in words, for machine output: "horizon" -> "now".
	Key []KeyValue
}

// Part is a piece of an explanation.
type Part struct {
	Text string // of a part with an item: its id
	Item *Item
}

// KeyValue is one field of the key the backlog is ordered by.
type KeyValue struct{ Name, Value string }

// String is the explanation as plain text.
func (p Place) String() string {
	var text string
	for _, part := range p.Reason {
		text += part.Text
	}
	return text
}
