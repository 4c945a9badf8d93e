package words

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
)

// Text is a text of the interface that is said later, as an argument of another.
type Text string

// Tenths is a number that is written with one decimal: a score.
type Tenths float64

// Say gives a text of the interface in this language, with its arguments: strings
// as they are, numbers in the form of the language, a Text as it is said. Of a text
// with plural forms the argument {n} chooses, else the first whole number. Anything
// else is a mistake of ours and panics, and so does an argument too few or too
// many.
func (l *Language) Say(text string, args ...any) string {
	form := l.form(text, args)
	if len(form) == 1 && form[0].arg < 0 {
		return form[0].text
	}
	var b strings.Builder
	for _, p := range form {
		if p.arg < 0 {
			b.WriteString(p.text)
		} else {
			b.WriteString(l.Argument(args[p.arg]))
		}
	}
	return b.String()
}

// Piece is a part of a text: words, or the place of an argument.
type Piece struct {
	Text string
	Arg  int // index of the argument that stands here, -1 for words
}

// Pieces cuts a text of the interface where its arguments stand, for sentences in
// which one of them is more than text: a link. Ints choose among plural forms as
// they do for Say; an argument may be of any type.
func (l *Language) Pieces(text string, args ...any) []Piece {
	form := l.form(text, args)
	out := make([]Piece, len(form))
	for i, p := range form {
		out[i] = Piece{Text: p.text, Arg: p.arg}
	}
	return out
}

// message is a text that was taken apart: its plural forms, of which most have one.
type message struct {
	names int // arguments it takes
	count int // index of the argument that chooses among the forms, -1 for the first number
	forms [][]part
}

type part struct {
	text string
	arg  int // -1 for words
}

func (l *Language) form(text string, args []any) []part {
	m := l.message(text)
	if m.names != len(args) {
		panic(fmt.Sprintf("words: %q takes %d arguments and got %d", text, m.names, len(args)))
	}
	if len(m.forms) == 1 {
		return m.forms[0]
	}
	if m.count >= 0 {
		args = args[m.count : m.count+1]
	}
	for _, arg := range args {
		if n, ok := arg.(int); ok {
			return m.forms[min(l.pluralForm(n), len(m.forms)-1)]
		}
	}
	return m.forms[len(m.forms)-1]
}

func (l *Language) message(text string) *message {
	if m, ok := l.known.Load(text); ok {
		return m.(*message)
	}
	said, ok := l.table[text]
	if !ok || said == "" {
		said = text
	}
	m, _ := l.known.LoadOrStore(text, parse(said, names(text)))
	return m.(*message)
}

// parse takes a text apart; args are the names of its arguments in their order.
func parse(said string, args []string) *message {
	m := &message{names: len(args), count: indexOf(args, "{n}")}
	for form := range strings.SplitSeq(unmarked(said), "|") {
		m.forms = append(m.forms, cut(form, args))
	}
	return m
}

// unmarked is a text without the mark that tells its meaning from another.
func unmarked(text string) string {
	text, _, _ = strings.Cut(text, "^")
	return text
}

// cut parts a form at its placeholders. Braces that name no argument are words.
func cut(form string, args []string) []part {
	var out []part
	words := ""
	for form != "" {
		before, name, rest := placeholder(form)
		arg := indexOf(args, name)
		if arg < 0 {
			words += before + name
			form = rest
			continue
		}
		if words+before != "" {
			out = append(out, part{words + before, -1})
		}
		out = append(out, part{"", arg})
		words, form = "", rest
	}
	if words != "" || len(out) == 0 {
		out = append(out, part{words, -1})
	}
	return out
}

// placeholder finds the first placeholder: what stands before it, itself with its
// braces, and the rest. Without one, all is before.
func placeholder(text string) (before, name, rest string) {
	from := strings.IndexByte(text, '{')
	if from < 0 {
		return text, "", ""
	}
	to := strings.IndexByte(text[from:], '}')
	if to < 0 {
		return text, "", ""
	}
	return text[:from], text[from : from+to+1], text[from+to+1:]
}

// names lists the placeholders of an English text by their first appearance.
func names(text string) []string {
	var out []string
	text = unmarked(text)
	for text != "" {
		var name string
		_, name, text = placeholder(text)
		if name != "" && indexOf(out, name) < 0 {
			out = append(out, name)
		}
	}
	return out
}

func indexOf(names []string, name string) int {
	for i, n := range names {
		if n == name {
			return i
		}
	}
	return -1
}

// Argument writes what Say takes besides its text.
func (l *Language) Argument(arg any) string {
	switch arg := arg.(type) {
	case string:
		return arg
	case int:
		return l.Number(arg)
	case float64:
		return l.Decimal(arg)
	case Tenths:
		return l.tenths(float64(arg))
	case Text:
		return l.Say(string(arg))
	}
	panic(fmt.Sprintf("words: an argument of type %T", arg))
}

// pluralForm is the index among the forms of a text that a count asks for. The
// forms of a language are those of the Unicode plural rules for cardinal numbers,
// as golang.org/x/text/feature/plural has them.
func (l *Language) pluralForm(n int) int {
	forms := formsOf[l.Tag]
	found := plural.Cardinal.MatchPlural(l.tag, max(n, -n), 0, 0, 0, 0)
	for i, f := range forms {
		if f == found {
			return i
		}
	}
	return len(forms) - 1
}

// formsOf lists the plural forms of the languages there are, in the order in which
// a text gives them.
var formsOf = map[string][]plural.Form{
	"en": {plural.One, plural.Other},
	"de": {plural.One, plural.Other},
	"fr": {plural.One, plural.Other},
	"ja": {plural.Other},
}

// Number writes a count in the form of the language: "5,800", "5.800".
func (l *Language) Number(n int) string {
	digits := strconv.Itoa(max(n, -n))
	if len(digits) > 3 {
		digits = grouped(digits, l.separator())
	}
	if n < 0 {
		return "−" + digits
	}
	return digits
}

// grouped puts a mark between the thousands.
func grouped(digits, mark string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + mark + digits[i:]
	}
	return digits
}

func (l *Language) separator() string { return l.Say(",^between thousands") }

func (l *Language) tenths(x float64) string {
	whole, rest, _ := strings.Cut(strconv.FormatFloat(x, 'f', 1, 64), ".")
	n, _ := strconv.Atoi(whole)
	return l.Number(n) + l.Say(".^before decimals") + rest
}

// Decimal writes a number with at most two decimals: "2.5", "1,234".
func (l *Language) Decimal(x float64) string {
	text := strconv.FormatFloat(x, 'f', 2, 64)
	whole, rest, _ := strings.Cut(text, ".")
	n, _ := strconv.Atoi(strings.TrimPrefix(whole, "-"))
	out := l.Number(n)
	if rest = strings.TrimRight(rest, "0"); rest != "" {
		out += l.Say(".^before decimals") + rest
	}
	if strings.HasPrefix(text, "-") && (n != 0 || rest != "") {
		return "−" + out
	}
	return out
}

// Arguments is how many arguments an English text takes.
func Arguments(text string) int { return len(names(text)) }
