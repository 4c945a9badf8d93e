package check

import (
	"path"
	"strings"

	"milepost/internal/diag"
	"milepost/internal/document"
	"milepost/internal/source"
)

// isAddress tells an address from an id: an id has neither scheme nor slash at
// its beginning.
func isAddress(text string) bool {
	return strings.ContainsAny(text, ":") || strings.HasPrefix(text, "/") || strings.HasPrefix(text, "#")
}

// linkPath is a link's target as written, without its heading.
func linkPath(l document.Link) string {
	target, _, _ := strings.Cut(l.Target, "#")
	return strings.TrimSpace(target)
}

// start narrows a span to text where it is written there as it is.
func start(span source.Span, text string) source.Span {
	if i := strings.Index(span.Text(), text); i >= 0 {
		span.Start += i
		span.End = span.Start + len(text)
	}
	return span
}

// respell adds the fix that puts right in the place of wrong, where exactly
// wrong is written there: quotes and escapes are left to the author.
func respell(d diag.Diagnostic, wrong, right string) diag.Diagnostic {
	if d.Span.Text() != wrong {
		return d
	}
	return d.WithFix("write "+quote(right), right)
}

// relative is the path to a file as seen from another.
func relative(from, to string) string {
	here := strings.Split(path.Dir(from), "/")
	there := strings.Split(to, "/")
	for len(here) > 0 && len(there) > 1 && here[0] == there[0] {
		here, there = here[1:], there[1:]
	}
	return strings.Repeat("../", len(here)) + strings.Join(there, "/")
}
