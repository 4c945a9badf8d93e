package cli_test

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"milepost/internal/cli"
)

// spoken is a stream that others may look at while it is written.
type spoken struct {
	mu   sync.Mutex
	text strings.Builder
}

func (s *spoken) Write(data []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(data)
}

// await waits until something was said, and gives all that was.
func (s *spoken) await(t *testing.T, form string) string {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); ; time.Sleep(time.Millisecond) {
		s.mu.Lock()
		text := s.text.String()
		s.mu.Unlock()
		if regexp.MustCompile(form).MatchString(text) {
			return text
		}
		if time.Now().After(end) {
			t.Fatalf("it does not say %q but %q", form, text)
		}
	}
}

func TestServeUntilInterrupted(t *testing.T) {
	dir := example(t)
	out, stop, done := &spoken{}, make(chan struct{}), make(chan int, 1)
	w := newWorld(dir, "serve", "--addr", "127.0.0.1:0", "--base-path", "plan", "--today", "2026-11-24", "--poll=30ms")
	w.Stdout, w.Interrupt = out, stop
	w.Now = time.Now
	go func() { done <- cli.Main(w.Env) }()
	said := out.await(t, `(?m)^http://127\.0\.0\.1:\d+/plan/ \(.*\); Ctrl-C ends it$`)
	address, _, _ := strings.Cut(said, " ")
	answer, err := http.Get(address + "items/wrong-hour.html")
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if body, _ := io.ReadAll(answer.Body); answer.StatusCode != 200 || !strings.Contains(string(body), "24 November 2026") {
		t.Errorf("%d\n%s", answer.StatusCode, body)
	}
	if err := os.WriteFile(filepath.Join(dir, "content", "backlog", "wrong-hour.md"), []byte("---\ntitle: [\n---\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	out.await(t, `(?m)^\d\d:\d\d:\d\d  content/backlog/wrong-hour\.md: \d+\.\d ms, \d+ errors?, .*$`)
	begin := time.Now()
	close(stop)
	if code := <-done; code != 130 || time.Since(begin) > 200*time.Millisecond {
		t.Errorf("exit status %d after %v", code, time.Since(begin))
	}
	if _, err := http.Get(address); err == nil {
		t.Error("it still answers")
	}
}
