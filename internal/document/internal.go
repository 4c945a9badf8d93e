package document

import (
	"bytes"
	"regexp"
	"slices"
	"sort"
	"sync"

	"github.com/yuin/goldmark/ast"
)

// internalForm finds the markers around text that is not for the public.
var internalForm = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)<!--\s*(/?)\s*internal\s*-->`)
})

// blankInternal puts spaces in place of what stands between the markers, unless
// it is kept. It happens before anything is read from the body, so that there is
// no way for that text to get anywhere. Lines and offsets stay as they are.
//
// A marker counts wherever it stands, but not in code: there it is an example.
// In doubt text is hidden, not shown: markers nest, and one that is never closed
// reaches to the end of the file.
func (r *reading) blankInternal() {
	if !bytes.Contains(r.body, []byte("<!--")) {
		return
	}
	markers := internalForm().FindAllSubmatchIndex(r.body, -1)
	if markers == nil {
		return
	}
	r.parse()
	code := r.codeRanges()
	var hidden [][2]int
	var open []int // where the markers start that are not yet closed
	for _, m := range markers {
		if within(code, m[0]) {
			continue
		}
		closer := m[3] > m[2]
		switch {
		case !closer:
			open = append(open, m[0])
		case len(open) == 0:
			r.find(ruleLeak, r.base+m[0], r.base+m[1], "no internal block is open here").
				Hint = "write <!-- internal --> where the block begins, or delete this marker"
		case len(open) == 1:
			hidden = append(hidden, [2]int{open[0], m[1]})
			open = nil
		default:
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		start := open[len(open)-1]
		r.find(ruleLeak, r.base+start, r.base+start+len(internalForm().Find(r.body[start:])), "the internal block is never closed, so everything below is hidden").
			Hint = "write <!-- /internal --> where the block ends"
		hidden = append(hidden, [2]int{open[0], len(r.body)})
	}
	if !r.opt.KeepInternal && len(hidden) > 0 {
		r.body = bytes.Clone(r.body)
		for _, h := range hidden {
			blank(r.body, h[0], h[1])
		}
	}
}

// blank makes spaces of body[start:end], line ends stay. Where words follow on
// the same line, spaces before them could make code of them; there it leaves an
// empty comment, which shows nothing, and before that a space that is no
// indentation where the line would begin with the comment.
func blank(body []byte, start, end int) {
	for at := start; at < end; at = nextLine(body, at) {
		stop := min(lineEnd(body, at), end)
		for i := at; i < stop; i++ {
			body[i] = ' '
		}
		if stop < end || len(bytes.TrimSpace(body[stop:lineEnd(body, stop)])) == 0 {
			continue
		}
		hole := body[at:stop]
		if len(hole) >= len("&#32;") && blockStart().Match(body[bytes.LastIndexByte(body[:at], '\n')+1:at]) {
			hole = hole[copy(hole, "&#32;"):]
		}
		if len(hole) >= len("<!---->") {
			copy(hole, "<!--")
			copy(hole[len(hole)-len("-->"):], "-->")
		}
	}
}

// blockStart matches what may stand on a line before its first word.
var blockStart = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[ \t>]*(?:(?:[-+*:]|\d+[.)])[ \t>]+)*$`)
})

// codeRanges are the stretches of the body that are code, in order.
func (r *reading) codeRanges() [][2]int {
	var out [][2]int
	_ = ast.Walk(r.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			for i := range n.Lines().Len() {
				line := n.Lines().At(i)
				out = append(out, [2]int{line.Start, line.Stop})
			}
		case *ast.CodeSpan:
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if t, ok := c.(*ast.Text); ok {
					out = append(out, [2]int{t.Segment.Start, t.Segment.Stop})
				}
			}
		}
		return ast.WalkContinue, nil
	})
	slices.SortFunc(out, func(a, b [2]int) int { return a[0] - b[0] }) // footnotes were moved
	return out
}

// within reports whether at lies in one of the ranges, which are in order.
func within(ranges [][2]int, at int) bool {
	n := sort.Search(len(ranges), func(i int) bool { return ranges[i][0] > at }) - 1
	return n >= 0 && at < ranges[n][1]
}
