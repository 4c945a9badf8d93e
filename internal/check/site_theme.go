package check

import "milepost/internal/diag"

var siteTheme = Rule{
	Name:     "site-theme",
	Group:    Form,
	Severity: diag.Error,
	Summary:  "the site theme is there and its files are whole",
	Doc: `site_theme in milepost.yaml names a folder below themes/, or a theme that is built in; files in
themes/partials and its neighbours lie on any. A theme that cannot be found, a file that would never be used,
or a template that asks for what no page has would leave the site broken, or looking like another: so all are
read before anything is written. milepost site-theme docs says what templates are given.

milepost site-theme check looks closer: it tries every layout on a plan made to break it.`,
	Bad: `
-- milepost.yaml --
site_theme: plian
            ^^^^^ there is no site theme "plian"
                  = did you mean "plain"? It takes one of default, plain; a theme of your own is a folder themes/NAME
`,
	Good: `
-- milepost.yaml --
site_theme: ours
site_theme_options: {rounded: no}
-- themes/ours/theme.yaml --
name: Ours
options:
  rounded: {type: bool, default: yes}
`,
}
