package preview

import (
	"net"
	"net/http"
	"net/url"
	"strings"
)

// guard decides who is answered. A preview shows what is not published, and a page
// of somebody else in the same browser could ask for it: through a name that is
// made to mean this machine (DNS rebinding), or straight away.
type guard struct {
	host   string // the name in the address to listen at, which its owner chose
	public bool   // others may reach it, because its owner wanted that
}

// refuse says why a request is not answered; status is 0 for one that is.
func (g guard) refuse(r *http.Request) (status int, why string) {
	switch {
	case !g.admits(r.Host):
		return http.StatusForbidden, "a preview is asked for by the name localhost"
	case !sameOrigin(r):
		return http.StatusForbidden, "another site asks for this"
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		return http.StatusMethodNotAllowed, "a preview can only be read"
	case !plainPath(r.URL):
		return http.StatusBadRequest, "this is no path of a site"
	}
	return 0, ""
}

// admits tells whether a request's Host is one that nobody else can make a page
// for. The port is not looked at: a tunnel may lead here from another.
func (g guard) admits(hostport string) bool {
	host, _, err := net.SplitHostPort(hostport)
	if err != nil {
		host = hostport
	}
	host = strings.ToLower(strings.TrimSuffix(strings.Trim(host, "[]"), "."))
	if host == "localhost" || g.public && host == g.host && host != "" {
		return true
	}
	// A number is not a name: nobody can make it mean something else.
	ip := net.ParseIP(host)
	return ip != nil && (ip.IsLoopback() || g.public)
}

// sameOrigin tells whether a request comes from a page of the preview, or from a
// person who goes to one.
func sameOrigin(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+r.Host {
		return false
	}
	return r.Header.Get("Sec-Fetch-Site") != "cross-site" || r.Header.Get("Sec-Fetch-Mode") == "navigate"
}

// plainPath reports a path that means the same to everybody who reads it.
func plainPath(u *url.URL) bool {
	if !strings.HasPrefix(u.Path, "/") || strings.Contains(strings.ToLower(u.EscapedPath()), "%2f") {
		return false
	}
	if strings.ContainsFunc(u.Path, func(r rune) bool { return r == '\\' || r < ' ' || r == 0x7f || r == '\uFFFD' }) {
		return false
	}
	segments := strings.Split(u.Path[1:], "/")
	for n, s := range segments {
		if s == "." || s == ".." || s == "" && n < len(segments)-1 {
			return false
		}
	}
	return true
}
