package preview

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// listen opens what a browser opens for a page, and gives the messages that come.
func (p *running) listen(t testing.TB, page string) <-chan message {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	r, err := http.NewRequestWithContext(ctx, "GET", p.url+".milepost/events?page="+url.QueryEscape(url.PathEscape(page)), nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	out := make(chan message, 1000)
	go func() {
		defer answer.Body.Close()
		lines := bufio.NewReader(answer.Body)
		for {
			line, err := lines.ReadString('\n')
			if err != nil {
				close(out)
				return
			}
			var m message
			if data, ok := strings.CutPrefix(line, "data: "); ok && json.Unmarshal([]byte(data), &m) == nil {
				out <- m
			}
		}
	}()
	return out
}

// told waits for a message of which something holds.
func (p *running) told(t testing.TB, page string, holds func(message) bool) message {
	t.Helper()
	return await(t, p.listen(t, page), holds)
}

func await(t testing.TB, messages <-chan message, holds func(message) bool) message {
	t.Helper()
	for limit := time.After(10 * time.Second); ; {
		select {
		case m, open := <-messages:
			if !open {
				t.Fatal("the connection is closed")
			}
			if holds(m) {
				return m
			}
		case <-limit:
			t.Fatal("no message says so")
		}
	}
}

func anyMessage(message) bool { return true }

func TestABrowserIsToldOfEachState(t *testing.T) {
	p := start(t, small, func(o *Options) { o.Follow = true })
	one, two, none := p.listen(t, "items/one.html"), p.listen(t, "items/two.html"), p.listen(t, "items/three.html")
	first, missing := await(t, one, anyMessage), await(t, none, anyMessage)
	await(t, two, anyMessage)
	if first.Source != "vscode://file"+p.root+"/content/backlog/one.md:1:1" || !first.Made || first.Follow != "" || missing.Source != "" {
		t.Errorf("at first it is told %+v", first)
	}
	put(t, p.root, "content/backlog/one.md", "---\ntitle: First things\ntheme: grwoth\neffort: 1\n---\nChanged.\n")
	changed, same := await(t, one, anyMessage), await(t, two, anyMessage)
	if changed.Page == first.Page || changed.State == first.State || same.State != changed.State {
		t.Errorf("the page that changed is told %+v after %+v", changed, first)
	}
	if changed.Follow != "items/one.html" {
		t.Errorf("it is to follow %q", changed.Follow)
	}
	if changed.Errors != 1 || changed.Files[0].Path != "content/backlog/one.md" {
		t.Fatalf("of the mistake it is told %+v", changed.problems)
	}
	want := problem{
		Severity: "error", Rule: "unknown-theme", Message: `no theme has the id "grwoth"`, Hint: `did you mean "growth" (content/themes/growth.md)?`,
		At: "content/backlog/one.md:3:8", Open: "vscode://file" + p.root + "/content/backlog/one.md:3:8",
	}
	got := changed.Files[0].Found[0]
	if frame := got.Frame; len(frame) != 1 || frame[0] != (line{3, "theme: ", "grwoth", ""}) {
		t.Errorf("the frame is %+v", frame)
	}
	if got.Frame, got.Related = nil, nil; !equal(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	put(t, p.root, "content/backlog/shot.png", "another picture")
	if m := await(t, one, func(m message) bool { return len(m.Touched) > 0 }); !slices.Equal(m.Touched, []string{"backlog/shot.png"}) || m.Follow != "" {
		t.Errorf("of a picture it is told %+v", m)
	}
	put(t, p.root, "content/backlog/three.md", "---\ntitle: New\n---\n")
	if m := await(t, none, func(m message) bool { return m.Page != missing.Page }); m.Source == "" {
		t.Errorf("of a page that is new it is told %+v", m)
	}
	put(t, p.root, "themes/scripts/mine.js", "1;")
	if m := await(t, one, func(m message) bool { return m.Scripts != first.Scripts }); m.Page == changed.Page {
		t.Error("the page refers to the old scripts")
	}
}

func equal(a, b problem) bool {
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	return string(x) == string(y)
}

func TestNoStateIsMissed(t *testing.T) {
	first := newState("1", nil)
	last := first
	for _, next := range []*state{{files: []string{"a"}}, {follow: "x.html"}, {files: []string{"b", "a"}}, {}} {
		next.next = make(chan struct{})
		last.after = next
		close(last.next)
		last = next
	}
	got, files, follow := first.latest()
	if got != last || !slices.Equal(files, []string{"a", "b", "a"}) || follow != "x.html" {
		t.Errorf("the latest has %v, %q", files, follow)
	}
}

func TestFollowIsOnlyForWhoAsked(t *testing.T) {
	p := start(t, small)
	messages := p.listen(t, "index.html")
	await(t, messages, anyMessage)
	put(t, p.root, "content/backlog/one.md", "Changed")
	if m := await(t, messages, anyMessage); m.Follow != "" {
		t.Errorf("it is to follow %q", m.Follow)
	}
}

func TestABranchIsNotFollowed(t *testing.T) {
	p := start(t, small, func(o *Options) { o.Follow = true })
	last := strings.Repeat("x", 40)
	messages := p.listen(t, "items/"+last+".html")
	await(t, messages, anyMessage)
	branch := t.TempDir()
	for n := range last {
		put(t, branch, "many/"+last[:n+1]+".md", "New")
	}
	if err := os.Rename(branch+"/many", p.root+"/content/backlog/many"); err != nil {
		t.Skip("the folders lie on two disks:", err)
	}
	if m := await(t, messages, func(m message) bool { return m.Source != "" || m.Follow != "" }); m.Follow != "" {
		t.Errorf("it is to follow %s", m.Follow)
	}
}
