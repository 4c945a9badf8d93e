package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
)

var leak = Rule{
	Name:     "leak",
	Group:    Links,
	Severity: diag.Error,
	Summary:  "public text must not carry internal work",
	Doc: `What is marked visibility: internal is left out of a public site, and so is the text between
<!-- internal --> and <!-- /internal -->. A public text that links to internal work or
carries its id or its title would give it away. Take it out, put it into an internal block, or
make the whole file internal. A dependency on internal work may stay: readers see "other work".

An id is looked for as a whole word, in upper and lower case, where it cannot be a word of the
language: where it has an underscore, three parts (buy-acme-corp), or a digit, a letter and a
hyphen or dot (MP-31). A title is looked for where it has three words or more and no public
thing bears it too. Shorter ones may stand in any sentence, so look for those yourself.`,
	Bad: `
-- content/backlog/MP-31.md --
---
title: Raise the price in May
visibility: internal
---
-- content/backlog/MP-32.md --
---
title: Show the price
depends_on: [MP-31]
---
The page shows what will come after MP-31,
                                    ^^^^^ "MP-31" is internal
                                        = take it out, or put it between <!-- internal --> and <!-- /internal -->
see [there](MP-31.md):
            ^^^^^^^^ "MP-31.md" is internal
                   = take it out, or put it between <!-- internal --> and <!-- /internal -->
we will *raise* the price in May.
         ^^^^^^^^^^^^^^^^^^^^^^^ this is the title of internal work
                                = take it out, or put it between <!-- internal --> and <!-- /internal -->
`,
	Good: `
-- content/backlog/MP-31.md --
---
title: Raise the price in May
visibility: internal
---
-- content/backlog/MP-32.md --
---
title: Show the price
depends_on: [MP-31]
---
The page shows the price.
<!-- internal -->
The new one comes with MP-31.
<!-- /internal -->
`,
	Run: func(p *plan.Plan, r *Reporter) {
		secrets := secretsOf(p)
		if secrets.none() {
			return
		}
		for l := range r.leading(plan.ToHidden) {
			if l.Target.Hidden == plan.IsInternal {
				r.Report(diag.New(r.Rule, l.Span, "%q is internal", l.Link.Target).WithHint(leakHint))
			}
		}
		for _, e := range p.Entities() {
			for _, found := range secrets.in(e) {
				r.Report(found.diagnostic(r.Rule))
			}
		}
	},
}

const leakHint = "take it out, or put it between <!-- internal --> and <!-- /internal -->"
