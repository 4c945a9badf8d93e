package report

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/url"
	"strings"

	"milepost/internal/check"
	"milepost/internal/diag"
)

// sarifLevels are the levels of SARIF for the severities.
var sarifLevels = map[diag.Severity]string{diag.Error: "error", diag.Warning: "warning", diag.Info: "note"}

// The parts of the format that are used, named as in SARIF 2.1.0 (OASIS Standard,
// 27 March 2020), section 3.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string         `json:"id"`
		Short   sarifText      `json:"shortDescription"`
		Full    sarifText      `json:"fullDescription"`
		Help    sarifText      `json:"help"`
		Default sarifDefault   `json:"defaultConfiguration"`
		Tags    sarifGroupTags `json:"properties"`
	}
	sarifDefault struct {
		Level   string `json:"level,omitempty"`
		Enabled bool   `json:"enabled"`
	}
	sarifGroupTags struct {
		Tags []string `json:"tags"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      sarifText         `json:"message"`
		Locations    []sarifLocation   `json:"locations,omitempty"`
		Related      []sarifLocation   `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifText    `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
)

// SARIF gives diagnostics in the Static Analysis Results Interchange Format 2.1.0,
// which GitHub's code scanning takes, with the rules they come from. version is that
// of Milepost; prefix is the path from the repository's root to the project, "" or
// ending in a slash. Columns count in characters of Unicode.
func SARIF(ds []diag.Diagnostic, prefix, version string) []byte {
	run := sarifRun{
		Tool:       sarifTool{sarifDriver{Name: "Milepost", Version: version}},
		ColumnKind: "unicodeCodePoints",
		Results:    make([]sarifResult, 0, len(ds)),
	}
	index := map[string]int{}
	for n, r := range check.Rules() {
		index[r.Name] = n
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{
			ID: r.Name, Short: sarifText{r.Summary}, Full: sarifText{strings.TrimSpace(r.Doc)},
			Help:    sarifText{"milepost explain " + r.Name + " shows an example of each."},
			Default: sarifDefault{sarifLevels[r.Severity], r.Severity != diag.Off},
			Tags:    sarifGroupTags{[]string{r.Group.String()}},
		})
	}
	again := map[string]int{}
	for _, d := range ds {
		run.Results = append(run.Results, sarifResult{
			RuleID: d.Rule, RuleIndex: index[d.Rule], Level: sarifLevels[d.Severity], Message: sarifMessage(sentences(d)),
			Locations: locations(prefix, diag.Related{Span: d.Span}), Related: locations(prefix, d.Related...),
			Fingerprints: map[string]string{"milepost/v1": fingerprint(d, again)},
		})
	}
	text, err := json.Marshal(sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
	if err != nil {
		panic("report: " + err.Error()) // strings and numbers can always be encoded
	}
	return append(text, '\n')
}

// sentences are what is wrong and what to do about it.
func sentences(d diag.Diagnostic) string {
	if d.Hint == "" {
		return d.Message
	}
	return d.Message + "\n" + d.Hint
}

func locations(prefix string, places ...diag.Related) []sarifLocation {
	var out []sarifLocation
	for _, p := range places {
		if p.Span.IsZero() {
			continue
		}
		from, to := p.Span.From(), p.Span.To()
		l := sarifLocation{Physical: sarifPhysical{
			Artifact: sarifArtifact{(&url.URL{Path: prefix + p.Span.Path()}).EscapedPath()},
			Region:   sarifRegion{from.Line, from.Column, to.Line, to.Column},
		}}
		if p.Message != "" {
			text := sarifMessage(p.Message)
			l.Message = &text
		}
		out = append(out, l)
	}
	return out
}

// fingerprint is the same for the same finding when lines move: it is made of the
// rule, the words and the file, and of how many there were of them before.
func fingerprint(d diag.Diagnostic, again map[string]int) string {
	what := d.Rule + "\x00" + d.Message + "\x00" + d.Span.Path()
	again[what]++
	sum := sha256.Sum256([]byte(what + strings.Repeat("\x00", again[what])))
	return hex.EncodeToString(sum[:16])
}

// sarifMessage is a text of authors as a message: in one, brackets would be a link
// (SARIF 2.1.0, 3.11.6), and a backslash keeps them what they are.
func sarifMessage(text string) sarifText {
	return sarifText{strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`).Replace(text)}
}
