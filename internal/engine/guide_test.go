package engine_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// example is a block of code behind the path of its file.
var example = regexp.MustCompile("(?s)`(themes/[^`*]+\\.[a-z]+)`:\n\n```[a-z]+\n(.*?)```")

// TestTheExamplesOfOurGuideWork builds a site with all of them.
func TestTheExamplesOfOurGuideWork(t *testing.T) {
	guide, err := os.ReadFile("../../content/pages/site-themes.md")
	if err != nil {
		t.Fatal(err)
	}
	project := []string{"milepost.yaml", "site_theme: ours\nsite_theme_options: {greeting: Good evening.}\n", "content/backlog/x.md", "---\ntitle: X\nx_sponsor: Ada\n---\n"}
	found := example.FindAllStringSubmatch(string(guide), -1)
	for _, m := range found {
		project = append(project, m[1], m[2])
	}
	s := themed(t, project...)
	for _, d := range s.Findings {
		if d.Rule == "site-theme" || strings.HasPrefix(d.Span.Path(), "themes/") {
			t.Errorf("%s: %s", d.Span.Path(), d.Message)
		}
	}
	page := pageOf(t, s, "items/x.html")
	for _, want := range []string{"Ask us.", "for Ada</span>", "Made by the people of ", "Good evening."} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if len(found) != 6 {
		t.Errorf("%d examples were found", len(found))
	}
}
