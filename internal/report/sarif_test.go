package report

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"milepost/internal/diag"
)

// TestSARIF holds what the standard demands of the members that are written, in
// section 3 of SARIF 2.1.0.
func TestSARIF(t *testing.T) {
	ds := []diag.Diagnostic{
		diag.New("unknown-theme", at("content/backlog/a b%.md", "é: «nope»"), "no theme %q", `<img src=x> ::error::`).WithHint("%s", "hint\x1b[31m"),
		diag.New("unknown-theme", at("content/backlog/a b%.md", "é: «nope»"), "no theme %q", `<img src=x> ::error::`).WithRelated(at("x.md", "«here»"), "the other"),
		diag.New("broken-link", at("c.md", "«»"), "gone"),
	}
	ds[0].Severity, ds[1].Severity, ds[2].Severity = diag.Error, diag.Warning, diag.Info
	for _, ds := range [][]diag.Diagnostic{ds, nil} {
		var log struct {
			Schema  string `json:"$schema"`
			Version string
			Runs    []struct {
				Tool struct {
					Driver struct {
						Name  string
						Rules []struct {
							ID                   string
							ShortDescription     struct{ Text string }
							FullDescription      struct{ Text string }
							DefaultConfiguration struct{ Level string }
						}
					}
				}
				ColumnKind string
				Results    *[]struct {
					RuleID              string
					RuleIndex           int
					Level               string
					Message             struct{ Text string }
					PartialFingerprints map[string]string
					Locations           []struct {
						PhysicalLocation struct {
							ArtifactLocation struct{ URI string }
							Region           struct{ StartLine, StartColumn, EndLine, EndColumn int }
						}
					}
					RelatedLocations []struct{ Message struct{ Text string } }
				}
			}
		}
		if err := json.Unmarshal(SARIF(ds, "docs/", "1.0"), &log); err != nil {
			t.Fatal(err)
		}
		if log.Version != "2.1.0" || !strings.HasSuffix(log.Schema, "sarif-2.1.0.json") || len(log.Runs) != 1 {
			t.Fatalf("%+v", log)
		}
		run := log.Runs[0]
		levels := regexp.MustCompile(`^(none|note|warning|error)$`)
		for _, r := range run.Tool.Driver.Rules {
			if r.ShortDescription.Text == "" || r.FullDescription.Text == "" || !levels.MatchString(r.DefaultConfiguration.Level) {
				t.Errorf("the rule %+v", r)
			}
		}
		if run.Tool.Driver.Name == "" || run.ColumnKind != "unicodeCodePoints" || run.Results == nil {
			t.Fatalf("the run %+v", run)
		}
		prints := map[string]bool{}
		for n, r := range *run.Results {
			if rules := run.Tool.Driver.Rules; r.RuleIndex >= len(rules) || rules[r.RuleIndex].ID != r.RuleID {
				t.Errorf("%s is not rule %d", r.RuleID, r.RuleIndex)
			}
			if !levels.MatchString(r.Level) || r.Message.Text == "" || len(r.Locations) != 1 {
				t.Errorf("the result %+v", r)
			}
			place := r.Locations[0].PhysicalLocation
			if _, err := url.ParseRequestURI("/" + place.ArtifactLocation.URI); err != nil || !strings.HasPrefix(place.ArtifactLocation.URI, "docs/") {
				t.Errorf("%q is no address: %v", place.ArtifactLocation.URI, err)
			}
			if g := place.Region; g.StartLine < 1 || g.StartColumn < 1 || g.EndLine < g.StartLine || g.EndColumn < g.StartColumn {
				t.Errorf("the region %+v", g)
			}
			prints[r.PartialFingerprints["milepost/v1"]] = true
			if n == 1 && r.RelatedLocations[0].Message.Text != "the other" {
				t.Errorf("related: %+v", r.RelatedLocations)
			}
		}
		if len(prints) != len(ds) {
			t.Errorf("%d results have %d fingerprints", len(ds), len(prints))
		}
	}
}

// TestAFingerprintOutlivesALine: what was found is the same when it moves down.
func TestAFingerprintOutlivesALine(t *testing.T) {
	fingerprint := regexp.MustCompile(`"milepost/v1":"(\w+)"`)
	of := func(text string) string {
		return fingerprint.FindStringSubmatch(string(SARIF([]diag.Diagnostic{diag.New("broken-link", at("a.md", text), "gone")}, "", "")))[1]
	}
	if of("«x»") != of("\n\nmore «x»") {
		t.Error("it is another one")
	}
}

// TestMarkdownFindingsAreBounded: GitHub takes so many bytes, and an author can do
// nothing with them.
func TestMarkdownFindingsAreBounded(t *testing.T) {
	hostile := "</details> @team #1 `x` [a](javascript:b) <script> | \n# big https://x.example"
	var ds []diag.Diagnostic
	for range 2000 {
		d := diag.New("broken-link", at("content/`@all`.md", "«x»"), "%s", hostile).WithHint("%s", hostile)
		d.Severity = diag.Warning
		ds = append(ds, d)
	}
	got := string(MarkdownFindings(ds))
	if len(got) > maxMarkdown || strings.Count(got, "<details>") != 1 || strings.Count(got, "</details>") != 1 {
		t.Errorf("%d bytes, folded %d times", len(got), strings.Count(got, "<details>"))
	}
	if !regexp.MustCompile(`… and 1,\d{3} more; .milepost check. shows them all\.\n$`).MatchString(got) {
		t.Errorf("it ends with %q", got[len(got)-100:])
	}
	for _, power := range []string{"<script", " @team", "\n# big", "](javascript", "https://x"} {
		if strings.Contains(got, power) {
			t.Errorf("%q has kept its power", power)
		}
	}
	if few := string(MarkdownFindings(ds[:2])); strings.Contains(few, "<details>") || strings.Count(few, "\n- ") != 2 {
		t.Errorf("two findings:\n%s", few)
	}
}

func TestAMessageInSARIFHoldsNoLinkOfAnAuthor(t *testing.T) {
	d := diag.New("broken-link", at("c.md", "«»"), "%s", `[here](1) \[x]`).WithRelated(at("x.md", "«here»"), "[there](2)")
	out := string(SARIF([]diag.Diagnostic{d}, "", "1.0"))
	for _, want := range []string{`\\[here\\](1)`, `\\[there\\](2)`} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in %s", want, out)
		}
	}
}
