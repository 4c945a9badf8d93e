package archtest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// levels is the import order: a package imports only what stands on a line
// above its own. A line may name packages that are still to come. A package
// that is missing here fails the test, so that its place is decided and not
// found out.
var levels = [][]string{
	{"parallel", "source", "graph", "order", "forecast", "calendar", "card", "themes"},
	{"words"},
	{"diag"},
	{"fields"},
	{"schema"},
	{"config"},
	{"sitetheme"},
	{"document"},
	{"plan"},
	{"check"},
	{"compare"},
	{"view"},
	{"render"},
	{"engine"},
	{"workspace", "publish", "watch", "report", "scaffold", "single", "importer"},
	{"preview", "lsp"},
	{"cli"},
	{"cmd"},
	{"archtest"},
}

// level is the line on which a package stands, or -1.
func level(name string) int {
	return slices.IndexFunc(levels, func(l []string) bool { return slices.Contains(l, name) })
}

func importOrder(pkgs []pkg) []string {
	var out []string
	for _, p := range pkgs {
		own := level(p.name())
		if own < 0 {
			out = append(out, fmt.Sprintf("%s has no place in the import order", p.dir))
			continue
		}
		for _, f := range p.files {
			for _, spec := range f.Imports {
				rest, ours := strings.CutPrefix(importPath(spec), "milepost/")
				if !ours {
					continue
				}
				other := pkg{dir: rest}.name()
				if l := level(other); l < 0 || l >= own {
					out = append(out, fmt.Sprintf("%s: %s imports %s, which does not stand before it", f.at(spec.Pos()), p.name(), other))
				}
			}
		}
	}
	return out
}

func TestImportOrder(t *testing.T) { hold(t, importOrder) }

func TestImportOrderBites(t *testing.T) {
	try(t, importOrder, []snippet{
		{
			"downwards", map[string]string{
				"internal/plan/a.go":     "package plan\nimport (\n\"strings\"\n\"milepost/internal/document\"\n)",
				"internal/engine/a.go":   "package engine\nimport \"milepost/themes\"",
				"cmd/milepost/main.go":   "package main\nimport \"milepost/internal/cli\"",
				"internal/archtest/a.go": "package archtest",
			}, nil,
		},
		{
			"upwards", one("internal/document/a.go", "package document\n\nimport \"milepost/internal/plan\""),
			[]string{"internal/document/a.go:3: document imports plan, which does not stand before it"},
		},
		{
			"sideways", one("internal/publish/a.go", "package publish\nimport \"milepost/internal/workspace\""),
			[]string{"internal/publish/a.go:2: publish imports workspace, which does not stand before it"},
		},
		{
			"under another name", one("themes/a.go", "package themes\nimport _ \"milepost/internal/source\""),
			[]string{"themes/a.go:2: themes imports source, which does not stand before it"},
		},
		{
			"a package without a place", one("internal/magic/a.go", "package magic"),
			[]string{"internal/magic has no place in the import order"},
		},
		{
			"an import without a place", one("cmd/milepost/main.go", "package main\nimport \"milepost/internal/magic\""),
			[]string{"cmd/milepost/main.go:2: cmd imports magic, which does not stand before it"},
		},
		{
			"a folder inside a package is another package", one("internal/plan/deep/a.go", "package deep"),
			[]string{"internal/plan/deep has no place in the import order"},
		},
	})
}
