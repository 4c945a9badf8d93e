package preview

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"milepost/internal/engine"
	"milepost/internal/source"
)

// raw sends a request as it stands and gives the status of the answer.
func (p *running) raw(t testing.TB, request string) string {
	t.Helper()
	host, _, _ := strings.Cut(strings.TrimPrefix(p.url, "http://"), "/")
	c, err := net.Dial("tcp", host)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	io.WriteString(c, strings.ReplaceAll(request, "\n", "\r\n"))
	answer := make([]byte, len("HTTP/1.1 200"))
	io.ReadFull(c, answer)
	return string(answer[len(answer)-3:])
}

func TestOnlyWhoMayIsAnswered(t *testing.T) {
	p := start(t, small)
	const rest = "Host: localhost\nConnection: close\n\n"
	for _, tt := range []struct{ request, want string }{
		{"GET / HTTP/1.1\n" + rest, "200"},
		{"HEAD / HTTP/1.1\n" + rest, "200"},
		{"GET / HTTP/1.1\nHost: LOCALHOST:1414\nConnection: close\n\n", "200"},
		{"GET / HTTP/1.1\nHost: 127.0.0.1:99\nConnection: close\n\n", "200"},
		{"GET / HTTP/1.1\nHost: [::1]:1414\nConnection: close\n\n", "200"},
		{"GET / HTTP/1.1\nHost: localhost\nOrigin: http://localhost\nConnection: close\n\n", "200"},
		{"GET / HTTP/1.1\nHost: localhost\nSec-Fetch-Site: cross-site\nSec-Fetch-Mode: navigate\nConnection: close\n\n", "200"},

		{"GET / HTTP/1.1\nHost: example.org\nConnection: close\n\n", "403"},
		{"GET / HTTP/1.1\nHost: localhost.example.org\nConnection: close\n\n", "403"},
		{"GET / HTTP/1.1\nHost: 192.0.2.1\nConnection: close\n\n", "403"},
		{"GET / HTTP/1.1\nHost: 0.0.0.0\nConnection: close\n\n", "403"},
		{"GET / HTTP/1.0\n\n", "403"},
		{"GET http://example.org/ HTTP/1.1\nHost: localhost\nConnection: close\n\n", "403"},
		{"GET / HTTP/1.1\nHost: localhost\nOrigin: http://example.org\nConnection: close\n\n", "403"},
		{"GET / HTTP/1.1\nHost: localhost\nOrigin: https://localhost\nConnection: close\n\n", "403"},
		{"GET / HTTP/1.1\nHost: localhost\nOrigin: http://localhost:99\nConnection: close\n\n", "403"},
		{"GET / HTTP/1.1\nHost: localhost\nOrigin: null\nConnection: close\n\n", "403"},
		{"GET /.milepost/events HTTP/1.1\nHost: localhost\nOrigin: http://example.org\nConnection: close\n\n", "403"},
		{"GET /backlog.csv HTTP/1.1\nHost: localhost\nSec-Fetch-Site: cross-site\nSec-Fetch-Mode: no-cors\nConnection: close\n\n", "403"},

		{"POST / HTTP/1.1\n" + rest, "405"},
		{"PUT /index.html HTTP/1.1\n" + rest, "405"},
		{"DELETE /index.html HTTP/1.1\n" + rest, "405"},
		{"OPTIONS * HTTP/1.1\n" + rest, "405"},
		{"OPTIONS / HTTP/1.1\n" + rest, "405"},
		{"CONNECT localhost:80 HTTP/1.1\n" + rest, "405"},
		{"TRACE / HTTP/1.1\n" + rest, "405"},

		{"GET /../milepost.yaml HTTP/1.1\n" + rest, "400"},
		{"GET /items/../../milepost.yaml HTTP/1.1\n" + rest, "400"},
		{"GET /%2e%2e/milepost.yaml HTTP/1.1\n" + rest, "400"},
		{"GET /items/%2E./x HTTP/1.1\n" + rest, "400"},
		{"GET /items%2fone.html HTTP/1.1\n" + rest, "400"},
		{"GET /..%5cmilepost.yaml HTTP/1.1\n" + rest, "400"},
		{"GET /a\\b HTTP/1.1\n" + rest, "400"},
		{"GET /index.html%00.css HTTP/1.1\n" + rest, "400"},
		{"GET /a%0d%0ab HTTP/1.1\n" + rest, "400"},
		{"GET //example.org/ HTTP/1.1\n" + rest, "400"},
		{"GET /./index.html HTTP/1.1\n" + rest, "400"},
		{"GET /%zz HTTP/1.1\n" + rest, "400"},
		{"GET /%ff HTTP/1.1\n" + rest, "400"},
	} {
		if got := p.raw(t, tt.request); got != tt.want {
			t.Errorf("%q is answered %s, not %s", tt.request, got, tt.want)
		}
	}
}

func TestAPublicPreviewAnswersNumbersAndItsOwnName(t *testing.T) {
	g := guard{host: "plan.example.org", public: true}
	for host, want := range map[string]bool{
		"192.0.2.1": true, "192.0.2.1:80": true, "[2001:db8::1]:80": true, "plan.example.org:1414": true, "Plan.Example.org.": true,
		"localhost": true, "example.org": false, "evil.plan.example.org": false, "": false,
	} {
		if g.admits(host) != want {
			t.Errorf("%q is admitted: %v", host, !want)
		}
	}
	if (guard{public: true}).admits("") {
		t.Error("no name at all is admitted")
	}
}

// TestHostileTextStaysText is a project in which every name and text wants to run.
func TestHostileTextStaysText(t *testing.T) {
	const evil = `<img src=x onerror=alert(1)>`
	p := start(t, map[string]string{
		"content/backlog/" + evil + ".md": "---\ntitle: " + evil + "\ntheme: '" + evil + "'\nstatus: \"</script>" + evil + "\"\n---\n",
		"content/backlog/a.md":            "---\ntitle: A\neffort: [\n---\n",
		"content/backlog/pic.svg":         "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
		"content/backlog/b.md":            "![](pic.svg)",
	})
	m := p.told(t, "index.html", func(m message) bool { return m.Errors > 0 })
	if len(m.Files) == 0 {
		t.Fatal("nothing is wrong with the plan")
	}
	for _, path := range []string{"", "items/nothing" + strings.ReplaceAll(evil, " ", "%20") + ".html", "backlog.html"} {
		_, body := p.get(path)
		root, err := html.Parse(strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() {
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") {
					t.Errorf("%s has %s=%q", path, a.Key, a.Val)
				}
			}
		}
	}
	answer, err := http.Get(p.url + "backlog/pic.svg")
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if got := answer.Header.Get("Content-Security-Policy"); !strings.Contains(got, "sandbox") {
		t.Errorf("a drawing has the policy %q", got)
	}
}

// TestWhatCannotBeMadeIsToldAsText is the page that stands in for one that cannot.
func TestWhatCannotBeMadeIsToldAsText(t *testing.T) {
	site := engine.Evaluate(source.NewTree([]*source.File{
		source.NewFile("content/backlog/a.md", []byte("A")),
		source.NewFile("themes/slots/item-after.html", []byte("{{index .Facts 99}}<img src=x onerror=x>")),
	}, nil), engine.Options{})
	s := newServer(Options{BasePath: "/"}, fakeAddr("127.0.0.1:1"))
	s.show(newState("1", site))
	for path, want := range map[string]string{"/items/a.html": "index out of range", `/items/a.html"><b>x`: "data-page=\"items%2Fa.html%22%3E%3Cb%3Ex"} {
		w := httptest.NewRecorder()
		r := httptest.NewRequest("GET", "http://localhost/", nil)
		r.URL.Path = path
		s.ServeHTTP(w, r)
		if body := w.Body.String(); !strings.Contains(body, want) || strings.Contains(body, "<b>x") || strings.Contains(body, "<img src=x") {
			t.Errorf("%s: %s", path, body)
		}
	}
}

func TestThePolicyOfAPageAdmitsThePreview(t *testing.T) {
	for policy, want := range map[string]string{
		"default-src 'none'; script-src 'self'; style-src 'self'; img-src data:": "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'",
		"default-src 'none'; base-uri 'none'":                                    "default-src 'none'; base-uri 'self'; script-src 'self'; style-src 'self'; connect-src 'self'",
		"default-src https:; connect-src 'none'; script-src 'none'; style-src x": "default-src https:; connect-src 'self'; script-src 'self'; style-src x 'self'",
		"img-src 'self'":              "img-src 'self'",
		"SCRIPT-SRC 'NONE';;":         "SCRIPT-SRC 'self'",
		"":                            "",
		"default-src\n 'self'  a.org": "default-src 'self' a.org; script-src 'self' a.org; style-src 'self' a.org; connect-src 'self' a.org",
	} {
		if got := admit(policy); got != want {
			t.Errorf("%q becomes\n%q, not\n%q", policy, got, want)
		}
	}
}

func TestTheScriptComesFirst(t *testing.T) {
	const tag = `<script src="x"></script>`
	for page, want := range map[string]string{
		`<!doctype html><html><head><title>T</title></head>`:                                                                                                       `<!doctype html><html><head>` + tag + `<title>T</title></head>`,
		`<HEAD lang="x"><META HTTP-EQUIV='Content-Security-Policy' CONTENT='default-src &#39;none&#39;'><title>`:                                                   `<HEAD lang="x"><META HTTP-EQUIV='Content-Security-Policy' content="default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'">` + tag + `<title>`,
		`<head><meta content="img-src 'self'" http-equiv="content-security-policy"></head>`:                                                                        `<head><meta content="img-src 'self'" http-equiv="content-security-policy">` + tag + `</head>`,
		`<head></head><body><p>&lt;meta http-equiv="content-security-policy" content=""> <meta http-equiv="Content-Security-Policy" content="default-src 'none'">`: `<head>` + tag + `</head><body><p>&lt;meta http-equiv="content-security-policy" content=""> <meta http-equiv="Content-Security-Policy" content="default-src 'none'">`,
		`<p>no head`: tag + `<p>no head`,
		``:           tag,
	} {
		if got := string(alive([]byte(page), tag)); got != want {
			t.Errorf("%s\nbecomes %s\nwant    %s", page, got, want)
		}
	}
}

func TestEditors(t *testing.T) {
	for text, want := range map[string]string{
		"vscode": "vscode://file/p/content/a%20b.md:3:8", "IDEA": "idea://open?file=/p/content/a%20b.md&line=3&column=8", "none": "",
		"my-editor+x://open?f={path}&l={line}": "my-editor+x://open?f=/p/content/a%20b.md&l=3",
	} {
		e, err := ParseEditor(text)
		if got := e.open("/p", "content/a b.md", 3, 8); err != nil || got != want {
			t.Errorf("%s opens %q, %v", text, got, err)
		}
	}
	if got := editors["idea"].open("/p", "content/R&D + x=1.md", 3, 8); got != "idea://open?file=/p/content/R%26D%20%2B%20x%3D1.md&line=3&column=8" {
		t.Errorf("a path with signs of a query opens %q", got)
	}
	for _, text := range []string{"", "emacs", "javascript:alert('{path}')", "data:{path}", "http://example.org/{path}", "vscode://file", "{path}"} {
		if _, err := ParseEditor(text); err == nil || !strings.Contains(err.Error(), "vscode") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestTooManyProblemsAreCut(t *testing.T) {
	files := map[string]string{}
	for n := range maxShown + 20 {
		files[fmt.Sprintf("content/backlog/%03d.md", n)] = ""
	}
	files["content/backlog/zzz.md"] = "---\ntheme: nowhere\n---\n"
	p := start(t, files)
	m := p.told(t, "index.html", anyMessage)
	n := 0
	for _, f := range m.Files {
		n += len(f.Found)
	}
	if n != maxShown || m.More == 0 || m.Files[0].Path != "content/backlog/zzz.md" {
		t.Errorf("%d are shown, %d more, first those of %s", n, m.More, m.Files[0].Path)
	}
}
