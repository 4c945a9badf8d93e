package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var unknownItem = Rule{
	Name:     "unknown-item",
	Group:    Links,
	Severity: diag.Error,
	Summary:  "an item that is named must be there",
	Doc: `A dependency on nothing holds nothing back, and a place in the order for nothing is lost: both
are most often a slip, or an item that was renamed. Write the id of an item. Where an item
gets a new id on purpose, keep the old one among its aliases.`,
	Bad: `
-- content/backlog/MP-1.md --
# Read the files
-- content/backlog/MP-2.md --
---
title: Search the files
depends_on: [MP-1, MP1]
                   ^^^ no item has the id "MP1"
                     = did you mean "MP-1" (content/backlog/MP-1.md)?
---
-- content/backlog/MP-3.md --
---
title: Draw the files
depends_on: MP-1, MP-2
            ^^^^^^^^^^ no item has the id "MP-1, MP-2"
                     = write a list: depends_on: [MP-1, MP-2]
---
`,
	Good: `
-- content/backlog/MP-1.md --
# Read the files
-- content/backlog/MP-2.md --
---
title: Search the files
depends_on: [MP-1]
---
`,
	Run: func(_ *plan.Plan, r *Reporter) { r.unknown("item") },
}
