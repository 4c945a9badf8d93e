package view

import (
	"strings"

	"milepost/internal/plan"
)

// llmsPage is the site in outline for language models, after llmstxt.org: what the
// product is, then links with a line each. A long backlog is cut: the whole plan
// is in milepost.json.
func llmsPage(s *site) Page { return Page{Path: "llms.txt", Raw: s.llms} }

const llmsItems = 100

func (s *site) llms() []byte {
	var b strings.Builder
	p, secret := s.plan, secretsOf(s.plan)
	b.WriteString("# " + inMarkdown(s.frame.Title) + "\n")
	if about := firstOf(p.Roadmap.Vision, p.Roadmap.Goal); about != "" {
		b.WriteString("\n> " + inMarkdown(about) + "\n")
	}
	section := func(title string) { b.WriteString("\n## " + title + "\n\n") }
	link := func(text, path, note string) {
		b.WriteString("- [" + inMarkdown(text) + "](" + strings.TrimPrefix(absolute(p.Config.BaseURL, path), "./") + ")")
		if note != "" {
			b.WriteString(": " + inMarkdown(secret.blank(shorten(note, 200))))
		}
		b.WriteByte('\n')
	}
	section(s.Say("Pages"))
	for _, m := range s.frame.Menu {
		if !m.External {
			link(m.Title, m.Href, "")
		}
	}
	link("milepost.json", "milepost.json", s.Say("The whole plan, for programs"))
	if len(p.Themes) > 0 {
		section(s.Say("Themes"))
		for _, t := range p.Themes {
			link(t.Title, plan.Path(t), firstOf(t.Summary, t.Why))
		}
	}
	if len(p.Releases) > 0 {
		section(s.Say("Releases"))
		for _, r := range p.Releases {
			link(releaseTitle(r), plan.Path(r), r.Goal)
		}
	}
	if len(p.Backlog) > 0 {
		section(s.Say("Backlog"))
		for _, it := range p.Backlog[:min(len(p.Backlog), llmsItems)] {
			link(it.Title, plan.Path(it), it.Doc.Summary)
		}
	}
	return []byte(b.String())
}

// inMarkdown is text on one line, with nothing in it that Markdown would take for a
// link.
func inMarkdown(text string) string {
	return strings.NewReplacer("[", `\[`, "]", `\]`, "<", `\<`, "`", "\\`").Replace(oneLine(text))
}
