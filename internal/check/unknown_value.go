package check

import "milepost/internal/diag"

var unknownValue = Rule{
	Name:     "unknown-value",
	Group:    Form,
	Severity: diag.Error,
	Summary:  "a field takes one of its values",
	Doc: `A word that is none of the field's values says nothing, and the field counts as not written. The names of
rules, under rules in milepost.yaml and under ignore in a file, are values too, and an ignore gives
its reason.`,
	Bad: `
-- content/backlog/search.md --
---
title: Search
status: finished
        ^^^^^^^^ status cannot be "finished"
               = it takes one of proposed, ready, in-progress, in-review, done, dropped
priority: 1
          ^ priority cannot be "1"
          = it takes one of must, should, could, wont
---
-- content/backlog/index.md --
---
title: Index the texts
ignore: {unalined: it is groundwork}
         ^^^^^^^^ there is no rule "unalined"
                = did you mean "unaligned"?
---
`,
	Good: `
-- content/backlog/search.md --
---
title: Search
status: done
priority: must
---
-- content/backlog/index.md --
---
title: Index the texts
ignore: {unaligned: it is groundwork}
---
`,
}
