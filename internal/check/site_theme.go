package check

import (
	"milepost/internal/diag"
	"milepost/internal/plan"
	"milepost/internal/sitetheme"
)

var siteTheme = Rule{
	Name:     "site-theme",
	Group:    Form,
	Severity: diag.Error,
	Summary:  "the site theme is there and can be read",
	Doc: `site_theme in milepost.yaml names a folder below themes/, or a theme that is built in. Its theme.yaml may
name the theme it extends and options that site_theme_options gives values. A theme that cannot be found,
an option it does not have, or a template that cannot be read would leave the site looking like another.

milepost site-theme check looks closer: it tries every layout on a plan made to break it.`,
	Bad: `
-- milepost.yaml --
site_theme: plian
            ^^^^^ there is no site theme "plian"
                  = did you mean "plain"? It takes one of default, plain; a theme of your own is a folder themes/NAME
`,
	Good: `
-- milepost.yaml --
site_theme: plain
`,
	Run: func(p *plan.Plan, r *Reporter) {
		for _, d := range sitetheme.Read(p.Tree, p.Config).Findings {
			r.Report(d)
		}
	},
}
