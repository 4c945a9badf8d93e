package diag

import (
	"strings"
	"testing"
)

func TestNearestFindsWhatWasMeant(t *testing.T) {
	keys := strings.Fields("id title type theme status horizon priority value urgency risk effort depends_on release created started finished owner tags links aliases visibility draft ignore")
	statuses := strings.Fields("proposed ready in-progress in-review done dropped")
	themes := strings.Fields("growth trust effortless-backup speed")
	commands := strings.Fields("init new build check list show explain completion version")
	tests := []struct {
		word       string
		candidates []string
		want       string
	}{
		{"grwoth", themes, "growth"},
		{"growht", themes, "growth"},
		{"gowth", themes, "growth"},
		{"Growth", themes, "growth"},
		{"effortless_backup", themes, "effortless-backup"},
		{"efortless-bakcup", themes, "effortless-backup"},
		{"titel", keys, "title"},
		{"tilte", keys, "title"},
		{"dependson", keys, "depends_on"},
		{"depends-on", keys, "depends_on"},
		{"dependsOn", keys, "depends_on"},
		{"depend_on", keys, "depends_on"},
		{"tag", keys, "tags"},
		{"prioritiy", keys, "priority"},
		{"estatus", keys, "status"},
		{"in progress", statuses, "in-progress"},
		{"in_progress", statuses, "in-progress"},
		{"In Progress", statuses, "in-progress"},
		{"inreview", statuses, "in-review"},
		{"r_e_a_d_y", statuses, "ready"},
		{"r e a d y", statuses, "ready"},
		{"r-e-a-d-y", statuses, "ready"},
		{"droped", statuses, "dropped"},
		{"chek", commands, "check"},
		{"biuld", commands, "build"},
		{"ls", commands, ""},
		{"größe", []string{"grösse", "größen"}, "größen"},

		{"xyz", themes, ""},
		{"payments", themes, ""},
		{"now", keys, ""},
		{"x", keys, ""},
		{"", keys, ""},
		{"todo", statuses, ""},
		{"blocked", statuses, ""},
		{"open", statuses, ""},
		{"deadline", keys, ""},
		{"assignee", keys, ""},
		{"estimate", keys, ""},
		{"serve", commands, ""},
	}
	for _, tt := range tests {
		if got := Nearest(tt.word, tt.candidates); got != tt.want {
			t.Errorf("for %q: %q, want %q", tt.word, got, tt.want)
		}
	}
}

func TestNearestPrefersTheNearerAndThenTheFirst(t *testing.T) {
	tests := []struct {
		word       string
		candidates []string
		want       string
	}{
		{"speed", []string{"speak", "speeds", "speed-"}, "speed-"},
		{"theme", []string{"themes", "themed"}, "themes"},
		{"theme", []string{"themed", "themes"}, "themed"},
		{"MP-12", []string{"mp-12", "MP-13"}, "mp-12"},
	}
	for _, tt := range tests {
		if got := Nearest(tt.word, tt.candidates); got != tt.want {
			t.Errorf("for %q among %q: %q, want %q", tt.word, tt.candidates, got, tt.want)
		}
	}
}

func TestDidYouMeanSaysNothingWithoutANearWord(t *testing.T) {
	if got, want := DidYouMean("grwoth", []string{"trust", "growth"}), `did you mean "growth"?`; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := DidYouMean("payments", []string{"trust", "growth"}); got != "" {
		t.Errorf("got %q, want nothing", got)
	}
}

func TestOneOfListsWhatIsAllowed(t *testing.T) {
	horizons := []string{"now", "next", "later"}
	if got, want := OneOf("soon", horizons), "it takes one of now, next, later"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if got, want := OneOf("nxet", horizons), `did you mean "next"? It takes one of now, next, later`; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// A reference swap of neighbours, a lost letter and a stray one are one slip
// each; the table of a long word must not be cut off by the limit.
func TestDistanceCountsSlips(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"abc", "abc", 0},
		{"abc", "acb", 1},
		{"abc", "ab", 1},
		{"ab", "abc", 1},
		{"abc", "axc", 1},
		{"abcd", "badc", 2},
		{"ca", "abc", 3}, // optimal string alignment: no letter is moved twice
		{"äöü", "äöu", 1},
	}
	for _, tt := range tests {
		if got := distance(tt.a, tt.b, 10); got != tt.want {
			t.Errorf("%q to %q is %d, want %d", tt.a, tt.b, got, tt.want)
		}
		if got := distance(tt.b, tt.a, 10); got != tt.want {
			t.Errorf("%q to %q is %d, want %d", tt.b, tt.a, got, tt.want)
		}
	}
	if got := distance("aaaaaaaa", "bbbbbbbb", 3); got != 3 {
		t.Errorf("a far word counts %d, want the limit 3", got)
	}
}
