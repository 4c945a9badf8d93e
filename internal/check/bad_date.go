package check

import "milepost/internal/diag"

var badDate = Rule{
	Name:     "bad-date",
	Group:    Form,
	Severity: diag.Error,
	Summary:  "a date must be in the calendar",
	Doc: `Days are written 2026-09-18. The date of a release may be as coarse as it is known: 2026, 2026-H2,
2026-Q3, 2026-09 or 2026-W38.`,
	Bad: `
-- content/backlog/search.md --
---
title: Search
created: 2026-02-30
         ^^^^^^^^^^ created: February 2026 has only 28 days
---
-- content/releases/autumn.md --
---
title: Autumn
date: autumn 2026
      ^^^^^^^^^^^ date: "autumn 2026" is not a date; write 2026, 2026-H2, 2026-Q3, 2026-09, 2026-W38 or 2026-09-18
---
`,
	Good: `
-- content/backlog/search.md --
---
title: Search
created: 2026-02-28
---
-- content/releases/autumn.md --
---
title: Autumn
date: 2026-Q4
---
`,
}
