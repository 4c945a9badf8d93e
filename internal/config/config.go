// Package config reads milepost.yaml as a typed value.
//
// Every key has a default, so there is always a Config: a project needs no
// configuration at all, and a broken one still builds with what could be read.
package config

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"milepost/internal/diag"
	"milepost/internal/fields"
	"milepost/internal/schema"
	"milepost/internal/source"
	"milepost/internal/words"
)

// Config is what milepost.yaml says, or its defaults.
type Config struct {
	File       *source.File // nil without a milepost.yaml
	Title      string
	BaseURL    string // "" or an address that ends in "/"
	Repository string // "" or an address without a slash at its end
	Branch     string
	Language   string
	Menu       []schema.Link // URL is a page id or an address
	Output     string
	SiteTheme  schema.Word
	// SiteThemeOptions are values for what the site theme lets a project choose.
	SiteThemeOptions []schema.Pair
	Accent           string
	Audience         string
	OrderBy          []string // of schema.OrderKeys; score is last
	Priorities       []string // four words, most important first
	WIP              int      // items
	NowThemes        int      // themes
	ReadyMax         float64  // effort
	StaleDays        [3]int   // for now, next, later
	HorizonWeeks     [2]int   // for now, next
	MustMax          float64  // percent
	AllocationDrift  float64  // points
	PageStaleDays    int
	Feedback         string
	Rules            []Grade
	HashReferences   bool
	IDPrefix         string
}

// Grade sets the severity of a rule.
type Grade struct {
	Rule     schema.Word
	Severity diag.Severity
}

// Read reads the configuration from file, which is nil where there is none, and
// says what is wrong with it.
func Read(file *source.File) (*Config, []diag.Diagnostic) {
	var root fields.Value
	var found []diag.Diagnostic
	if file != nil {
		root, found = fields.YAML(file, 0, len(file.Data))
	}
	r := schema.Read(schema.Config, root)
	c := &Config{
		File:             file,
		Title:            r.Text("title"),
		BaseURL:          baseURL(r),
		Repository:       repository(r),
		Branch:           textOr(r, "branch", "main"),
		Language:         language(r),
		Menu:             r.Links("menu"),
		Output:           textOr(r, "output", "public"),
		SiteTheme:        r.Word("site_theme"),
		SiteThemeOptions: r.Pairs("site_theme_options"),
		Accent:           accent(r),
		Audience:         choiceOr(r, "audience", "public"),
		OrderBy:          orderBy(r),
		Priorities:       priorities(r),
		WIP:              int(r.NumberOr("wip", 5)),
		NowThemes:        int(r.NumberOr("now_themes", 3)),
		ReadyMax:         r.NumberOr("ready_max", 5),
		MustMax:          r.NumberOr("must_max", 60),
		AllocationDrift:  r.NumberOr("allocation_drift", 15),
		PageStaleDays:    r.Days("page_stale", 45),
		Feedback:         r.Text("feedback"),
		Rules:            grades(r),
		HashReferences:   r.Bool("hash_references"),
		IDPrefix:         r.Text("id_prefix"),
	}
	r.Choice("score") // only one method so far; a wrong word is still reported
	stale := r.Table("stale")
	c.StaleDays = [3]int{stale.Days("now", 90), stale.Days("next", 180), stale.Days("later", 365)}
	weeks := r.Table("horizon_weeks")
	c.HorizonWeeks = [2]int{int(weeks.NumberOr("now", 6)), int(weeks.NumberOr("next", 13))}
	return c, slices.Concat(found, r.Findings, stale.Findings, weeks.Findings)
}

func textOr(r *schema.Reader, key, def string) string {
	if text := r.Text(key); text != "" {
		return text
	}
	return def
}

func choiceOr(r *schema.Reader, key, def string) string {
	if word := r.Choice(key); word != "" {
		return word
	}
	return def
}

// report adds a finding about the value of key.
func report(r *schema.Reader, rule, key, hint, format string, args ...any) {
	r.Findings = append(r.Findings, diag.New(rule, r.At(key), format, args...).WithHint("%s", hint))
}

// NormalBaseURL gives the one form of a site's address, which ends in "/"; ok is
// false when text is not an http address.
func NormalBaseURL(text string) (normal string, ok bool) {
	u, err := url.Parse(text)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		return "", false
	}
	if u.User != nil || u.RawQuery != "" || u.Fragment != "" || strings.Contains(u.Path+"/", "/../") {
		return "", false // a password has no place on a page, and the rest none in front of a path
	}
	u.ForceQuery = false
	return strings.TrimRight(u.String(), "/") + "/", true
}

func baseURL(r *schema.Reader) string {
	text := r.Text("base_url")
	if text == "" {
		return ""
	}
	normal, ok := NormalBaseURL(text)
	if !ok {
		report(r, "unknown-value", "base_url", "write it as https://example.org/roadmap/", "base_url cannot be %q", text)
	}
	return normal
}

func repository(r *schema.Reader) string {
	text := strings.TrimSuffix(strings.TrimRight(r.Text("repository"), "/"), ".git")
	if text == "" {
		return ""
	}
	if _, ok := NormalBaseURL(text); !ok {
		report(r, "unknown-value", "repository", "write it as https://github.com/owner/name", "repository cannot be %q", text)
		return ""
	}
	return text
}

// colour is a name, a hexadecimal number or one function without another inside:
// whatever else, a bracket left open for one, would change the rest of the sheet.
var colour = regexp.MustCompile(`(?i)^(?:[a-z]+|#[0-9a-f]{3,8}|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([-a-z0-9.,%/ ]+\))$`)

// IsColour reports whether a text is a colour and nothing else.
func IsColour(text string) bool { return colour.MatchString(text) }

// accent admits nothing but a colour, so that no other style can be smuggled
// into the sheet.
func accent(r *schema.Reader) string {
	text := r.Text("accent")
	if text != "" && !IsColour(text) {
		report(r, "unknown-value", "accent", `write a colour such as "#f4c900" or oklch(.87 .17 93)`, "accent cannot be %q", text)
		return ""
	}
	return text
}

// language is the tag of a language. One without words of its own is told, because
// the site will be half in English.
func language(r *schema.Reader) string {
	tag := r.Text("language")
	switch {
	case tag == "":
		return words.English
	case !words.Valid(tag):
		report(r, "unknown-value", "language", "write a tag such as en, de or pt-BR", "language cannot be %q", tag)
		return words.English
	case !words.Has(tag):
		report(r, "untranslated", "language", "there are words for "+strings.Join(words.Known(), ", "), "there are no words for %q yet, so the interface is in English", tag)
	}
	return tag
}

func orderBy(r *schema.Reader) []string {
	written := r.Words("order_by")
	if len(written) == 0 {
		return schema.OrderKeys
	}
	var keys []string
	for _, w := range written {
		if !slices.Contains(schema.OrderKeys, w.Text) {
			r.Findings = append(r.Findings, diag.New("unknown-value", w.Span, "the backlog cannot be ordered by %q", w.Text).
				WithHint("%s", diag.OneOf(w.Text, schema.OrderKeys)))
			continue
		}
		if w.Text != "score" && !slices.Contains(keys, w.Text) {
			keys = append(keys, w.Text)
		}
	}
	return append(keys, "score")
}

func priorities(r *schema.Reader) []string {
	words := r.Texts("priorities")
	if len(words) == 0 {
		return schema.Priorities
	}
	distinct := map[string]bool{}
	for _, w := range words {
		distinct[strings.ToLower(w)] = true
	}
	if len(words) != 4 || len(distinct) != 4 {
		count := len(words)
		if count == 4 {
			count = len(distinct)
		}
		report(r, "unknown-value", "priorities", "the last word stands for what will not be done", "priorities takes four different words, not %d", count)
		return schema.Priorities
	}
	return words
}

func grades(r *schema.Reader) []Grade {
	var out []Grade
	for _, p := range r.Pairs("rules") {
		severity, ok := diag.ParseSeverity(strings.ToLower(p.Value.Text))
		if !ok {
			r.Findings = append(r.Findings, diag.New("unknown-value", p.Value.Span, "a rule cannot be graded %q", p.Value.Text).
				WithHint("%s", diag.OneOf(p.Value.Text, []string{"error", "warning", "info", "off"})))
			continue
		}
		out = append(out, Grade{Rule: p.Key, Severity: severity})
	}
	return out
}
