package sitetheme

import _ "embed" // the contract, which a test keeps as the program says

//go:embed contract.md
var contract string

// Docs is what site themes can rely on, in Markdown.
func Docs() string { return contract }
