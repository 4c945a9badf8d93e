package document

import (
	"strings"

	gm "github.com/yuin/goldmark/ast"
)

// code writes a block of code, highlighted where its language is known. It
// scrolls by itself, also by keyboard, and has a name of its own for that.
func (w *writer) code(n gm.Node, language string) {
	w.codes++
	w.str(`<pre tabindex="0" role="region" aria-label="`)
	if language != "" {
		w.text(w.words.Say("Code {n}, {language}", w.codes, language))
	} else {
		w.text(w.words.Say("Code {n}", w.codes))
	}
	w.str(`"><code`)
	if language != "" {
		w.str(` class="language-`)
		w.text(language)
		w.str(`"`)
	}
	w.str(">")
	w.highlight(language, string(n.Lines().Value(w.reading.body)))
	w.str("</code></pre>\n")
}

// plainText writes a block as it is written in the file.
func (w *writer) plainText(n *plainBlock) {
	w.str(`<pre class="plain">`)
	w.buf = appendEscaped(w.buf, n.Lines().Value(w.reading.body))
	w.str("</pre>\n")
}

// languageOf is the language a block of code names, "" for none.
func languageOf(n *gm.FencedCodeBlock, r *reading) string {
	language := strings.TrimSpace(string(appendText(nil, n.Language(r.body))))
	language, _, _ = strings.Cut(language, "{")
	if len(language) > 40 || strings.ContainsFunc(language, func(c rune) bool {
		return (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && !strings.ContainsRune("+#-_.", c)
	}) {
		return ""
	}
	return language
}
