package document

import (
	"sync"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark-emoji"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown is the one parser of the program, and the keys under which its parts
// find what belongs to one file. It is safe for many goroutines at once.
type markdown struct {
	parser   parser.Parser
	guardKey parser.ContextKey // the *guard of this file
	hashKey  parser.ContextKey // set when #id is a link
}

// theMarkdown is made on first use. Only goldmark's parsers are used: render.go
// writes the HTML.
var theMarkdown = sync.OnceValue(func() *markdown {
	m := &markdown{guardKey: parser.NewContextKey(), hashKey: parser.NewContextKey()}
	m.parser = parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(parser.WithHeadingAttribute()), 100),
			util.Prioritized(m.shallow(extension.NewDefinitionListParser()), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(m.shallow(parser.NewListParser()), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(calm(parser.NewATXHeadingParser(parser.WithHeadingAttribute())), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(m.shallow(parser.NewBlockquoteParser()), 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(m.few(m.shallow(extension.NewFootnoteBlockParser())), 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(extension.NewFootnoteParser(), 101),
			util.Prioritized(wikiParser{}, 199),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(parser.NewEmphasisParser(), 500),
			util.Prioritized(extension.NewStrikethroughParser(), 500),
			util.Prioritized(hashParser{m.hashKey}, 900),
			util.Prioritized(extension.NewLinkifyParser(extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"})), 999),
			util.Prioritized(emojiParser{emoji.NewParser()}, 999),
			util.Prioritized(newTypographer(), 9999),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(definitionGuard{m}, 99),
			util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
			util.Prioritized(tableGuard{m}, 199),
			util.Prioritized(paragraphGuard{m}, 300),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
		),
	)
	extension.Table.Extend(goldmark.New(goldmark.WithParser(m.parser))) // half of it is exported no other way
	return m
})

// newTypographer makes quotes, dashes and dots typographic, as characters. Not
// << and >>: in a plan they are more often code than French.
func newTypographer() parser.InlineParser {
	return extension.NewTypographerParser(extension.WithTypographicSubstitutions(map[extension.TypographicPunctuation][]byte{
		extension.LeftSingleQuote:  []byte("‘"),
		extension.RightSingleQuote: []byte("’"),
		extension.LeftDoubleQuote:  []byte("“"),
		extension.RightDoubleQuote: []byte("”"),
		extension.EnDash:           []byte("–"),
		extension.EmDash:           []byte("—"),
		extension.Ellipsis:         []byte("…"),
		extension.LeftAngleQuote:   nil,
		extension.RightAngleQuote:  nil,
		extension.Apostrophe:       []byte("’"),
	}))
}

// emojiParser reads :name: where it is a word of its own: not in a:b:c.
type emojiParser struct{ parser.InlineParser }

func (p emojiParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if partOfWord(block.PrecendingCharacter()) {
		return nil
	}
	n := p.InlineParser.Parse(parent, block, pc)
	if n != nil && partOfWord(rune(block.Peek())) {
		return nil
	}
	return n
}

func partOfWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// parse parses the body.
func (r *reading) parse() {
	m := theMarkdown()
	pc := parser.NewContext()
	r.guard = newGuard(r.body)
	pc.Set(m.guardKey, r.guard)
	if r.opt.HashReferences {
		pc.Set(m.hashKey, true)
	}
	r.root = m.parser.Parse(text.NewReader(r.body), parser.WithContext(pc))
}
