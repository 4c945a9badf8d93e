package view

import (
	"strings"

	"milepost/internal/plan"
)

// backlogIndex is what the filters of the backlog look at, for a backlog that has
// more than one page: the open items in order, what each says by number.
type backlogIndex struct {
	Version string   `json:"v"`
	Types   []string `json:"types"`
	Owners  []string `json:"owners"` // with commas, as an item has them; "none" for nobody
	Tags    []string `json:"tags"`
	Rows    [][4]int `json:"rows"` // row of the index, type, owners, tags
}

func (x *searchIndex) backlogFile() []byte {
	number := make(map[plan.Entity]int, len(x.rows))
	for n, e := range x.rows {
		number[e] = n
	}
	out := backlogIndex{Version: x.version, Rows: [][4]int{}}
	types, owners, tags := numbering{list: &out.Types}, numbering{list: &out.Owners}, numbering{list: &out.Tags}
	for _, it := range x.plan.Backlog {
		owner := strings.Join(it.Owners, ",")
		if owner == "" {
			owner = "none"
		}
		out.Rows = append(out.Rows, [4]int{number[it], types.of(it.Type), owners.of(owner), tags.of(strings.Join(it.Tags, ","))})
	}
	return call("backlog", out)
}

// numbering gives texts numbers in the order in which they come.
type numbering struct {
	list  *[]string
	known map[string]int
}

func (n *numbering) of(text string) int {
	if n.known == nil {
		n.known = map[string]int{}
	}
	at, ok := n.known[text]
	if !ok {
		at = len(*n.list)
		n.known[text] = at
		*n.list = append(*n.list, text)
	}
	return at
}
