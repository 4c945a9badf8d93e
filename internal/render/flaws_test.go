package render_test

import (
	"strings"
	"testing"

	"milepost/internal/render"
)

func TestFlawsAreTold(t *testing.T) {
	const policy = `<meta http-equiv="Content-Security-Policy" content="script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'">`
	page := func(head, body string) string {
		return "<!doctype html><html><head><title>T</title>" + head + "</head><body><main><h1>T</h1>" + body + "</main></body></html>"
	}
	for _, tt := range []struct{ name, page, want string }{
		{"none", page(policy, `<p style="width:1px">x<br><img src=a.png><script src="assets/a.js"></script><script type="application/ld+json">{}</script>`+"</p>"), ""},
		{"never closed", strings.TrimSuffix(page("", "<div>"), "</main></body></html>"), "is never closed"},
		{"closed in another order", page("", "<b><i></b></i>"), "</b> ends nothing: what is open is main, b, i"},
		{"no title", strings.Replace(page("", ""), "<title>T</title>", "", 1), "a page has one <title>, and this has 0"},
		{"two headings", page("", "<h1>U</h1>"), "a page has one <h1>, and this has 2"},
		{"one id twice", page("", `<p id="a"></p><p id="a"></p>`), `two elements have the id "a"`},
		{"a handler", page("", `<p onclick="x()"></p>`), "<p> has the handler onclick"},
		{"a script in the page", page(policy, "<script>x()</script>"), "a <script> in the page does nothing"},
		{"a style in the page", page(policy, "<style>p{}</style>"), "a <style> in the page does nothing"},
		{"a script from far away", page(policy, `<script src="https://example.org/x.js"></script>`), "https://example.org/x.js is never loaded"},
		{"a sheet from far away", page(policy, `<link rel="stylesheet" href="//example.org/x.css">`), "//example.org/x.css is never loaded"},
		{"a script that another policy admits", page(strings.Replace(policy, "script-src 'self'", "script-src 'self' https:", 1), `<script src="https://example.org/x.js"></script>`), ""},
		{"an address that was refused", page("", `<a href="#ZgotmplZ">x</a>`), "the href of a <a> was refused as unsafe"},
	} {
		got := strings.Join(render.Flaws([]byte(tt.page)), "; ")
		if (got == "") != (tt.want == "") || !strings.Contains(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
