package preview

import (
	"bytes"
	"html"
	"regexp"
	"slices"
	"strings"
)

var (
	headTag   = regexp.MustCompile(`(?i)<head(?:\s[^>]*)?>`)
	policyTag = regexp.MustCompile(`(?i)<meta\s[^>]*http-equiv\s*=\s*["']?content-security-policy["']?[^>]*>`)
	content   = regexp.MustCompile(`(?i)\scontent\s*=\s*(?:"([^"]*)"|'([^']*)')`)
)

// alive puts the preview's script into a page, before all others, so that it sees
// the page as it was made; and lets the page's own policy admit what it needs. The
// site that is built has neither.
func alive(page []byte, tag string) []byte {
	at := headTag.FindIndex(page)
	if at == nil {
		return slices.Concat([]byte(tag), page)
	}
	meta := policyTag.FindIndex(page)
	end := bytes.Index(bytes.ToLower(page), []byte("</head>"))
	if meta == nil || end >= 0 && meta[0] > end {
		return slices.Concat(page[:at[1]], []byte(tag), page[at[1]:])
	}
	return slices.Concat(page[:meta[0]], admitting(page[meta[0]:meta[1]]), []byte(tag), page[meta[1]:])
}

// admitting is the element of a policy with the policy opened for the preview.
func admitting(meta []byte) []byte {
	m := content.FindSubmatchIndex(meta)
	if m == nil {
		return meta
	}
	from, to := m[2], m[3]
	if from < 0 {
		from, to = m[4], m[5]
	}
	policy := html.UnescapeString(string(meta[from:to]))
	return slices.Concat(meta[:m[0]], []byte(` content="`+strings.ReplaceAll(html.EscapeString(admit(policy)), "&#39;", "'")+`"`), meta[m[1]:])
}

// needed are the directives that decide over the preview's script and sheet and its
// connection, and over where a page that stands at any address counts from.
var needed = []string{"script-src", "style-src", "connect-src", "base-uri"}

// admit opens a content security policy for files and connections of the page's own
// origin, and for nothing else.
func admit(policy string) string {
	var directives []string
	for d := range strings.SplitSeq(policy, ";") {
		if d = strings.Join(strings.Fields(d), " "); d != "" {
			directives = append(directives, d)
		}
	}
	find := func(name string) int {
		return slices.IndexFunc(directives, func(d string) bool {
			first, _, _ := strings.Cut(d, " ")
			return strings.EqualFold(first, name)
		})
	}
	for _, name := range needed {
		at := find(name)
		if at < 0 {
			general := find("default-src")
			if general < 0 || name == "base-uri" {
				continue // everything is admitted
			}
			_, sources, _ := strings.Cut(directives[general], " ")
			at = len(directives)
			directives = append(directives, name+" "+sources)
		}
		directives[at] = withSelf(directives[at])
	}
	return strings.Join(directives, "; ")
}

// withSelf adds the page's own origin to the sources of a directive.
func withSelf(directive string) string {
	words := strings.Fields(directive)
	words = slices.DeleteFunc(words, func(w string) bool { return strings.EqualFold(w, "'none'") })
	if !slices.Contains(words, "'self'") {
		words = append(words, "'self'")
	}
	return strings.Join(words, " ")
}
