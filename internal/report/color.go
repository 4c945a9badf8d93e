package report

import "milepost/internal/diag"

// The colours, as the escapes that begin them. Bold and Dim set a text off from,
// or back behind, what is around it.
const (
	Bold = "\x1b[1m"
	Dim  = "\x1b[2m"

	red    = "\x1b[31m"
	yellow = "\x1b[33m"
	blue   = "\x1b[34m"
	cyan   = "\x1b[36m"

	reset = "\x1b[0m"
)

// tints are the colours of the severities.
var tints = [...]string{diag.Unset: "", diag.Off: "", diag.Info: cyan, diag.Warning: yellow, diag.Error: red}

// Paint puts text into a colour, where colour is wanted.
func Paint(wanted bool, color, text string) string {
	if !wanted || text == "" || color == "" {
		return text
	}
	return color + text + reset
}
