package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var unknownOutcome = Rule{
	Name:     "unknown-outcome",
	Group:    Links,
	Severity: diag.Error,
	Summary:  "an outcome that is named must be there",
	Doc: `The thread from the vision to an item runs through an outcome, and here it is broken. Outcomes
are listed under outcomes in content/_index.md; a theme names them by their ids.`,
	Bad: `
-- content/_index.md --
---
title: Tintype
outcomes:
  - {id: safe, title: Photos are safe the same evening}
---
-- content/themes/backup.md --
---
title: Effortless backup
outcomes: [saef]
           ^^^^ no outcome has the id "saef"
              = did you mean "safe"?
---
`,
	Good: `
-- content/_index.md --
---
title: Tintype
outcomes:
  - {id: safe, title: Photos are safe the same evening}
---
-- content/themes/backup.md --
---
title: Effortless backup
outcomes: [safe]
---
`,
	Run: func(_ *plan.Plan, r *Reporter) { r.unknown("outcome") },
}
