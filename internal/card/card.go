// Package card draws the images by which other sites show a link to a page.
//
// A Painter draws a Card as a PNG of 1200 by 630 pixels: the road at the bottom,
// what the page is called, and how far it is. It knows no plan. The same Card gives
// the same bytes on every machine. A text the typeface cannot write is left out,
// because boxes in its place would look like a fault.
package card

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// The size of an image in pixels, as the sites that show it ask for.
const (
	Width  = 1200
	Height = 630
)

// Card is what an image shows. Every text may be empty.
type Card struct {
	Site   string // the product
	Kicker string // what the page is: "Theme A, Now"
	Title  string
	Note   string // below: "7 of 11 items done"
	Letter string // of a theme
	Route  int    // the colour of the theme, from 0
	Parts  []Part // progress
}

// Part is a stretch of progress: so many items that are done, doing, or open.
type Part struct {
	State string
	Size  int
}

// Painter draws cards. It may be used from many goroutines.
type Painter struct {
	regular, bold *opentype.Font
}

// New makes a Painter that writes with two weights of a typeface.
func New(regular, bold []byte) (*Painter, error) {
	r, err := opentype.Parse(regular)
	if err != nil {
		return nil, fmt.Errorf("read the regular typeface: %w", err)
	}
	b, err := opentype.Parse(bold)
	if err != nil {
		return nil, fmt.Errorf("read the bold typeface: %w", err)
	}
	return &Painter{regular: r, bold: b}, nil
}

// Draw gives the image of a card as a PNG.
func (p *Painter) Draw(c Card) []byte {
	s := newSheet()
	s.fill(s.all(), paper)
	x := left
	if c.Letter != "" {
		s.shield(p, left, 112, c.Letter, c.Route)
		x += 92
	}
	p.write(s, p.regular, 32, x, 152, onPaper, soft, c.Kicker)
	bottom := p.title(s, c.Title)
	if len(c.Parts) > 0 {
		s.progress(left, bottom+34, c.Parts)
		bottom += 66
	}
	p.write(s, p.regular, 32, left, bottom+52, onPaper, soft, c.Note)
	s.road(p, c.Site)
	return s.png()
}

const (
	left      = 80
	textWidth = Width - 2*left
	bandTop   = Height - 104
)

// titleSizes are tried from the largest, each with the lines it has room for.
var titleSizes = []struct {
	size  float64
	lines int
}{{92, 2}, {72, 3}, {56, 4}, {44, 4}}

// title writes the title and gives the baseline of its last line.
func (p *Painter) title(s *sheet, text string) int {
	for i, try := range titleSizes {
		lines := p.lines(p.bold, try.size, text)
		if len(lines) > try.lines {
			if i < len(titleSizes)-1 {
				continue
			}
			lines = append(lines[:try.lines-1:try.lines-1], lines[try.lines-1]+" …")
		}
		y := 176
		for _, line := range lines {
			y += int(try.size * 1.06)
			p.write(s, p.bold, try.size, left, y-int(try.size*.2), onPaper, full, line)
		}
		return y
	}
	return 176
}

// lines breaks a text between words. A word that is longer than a line is cut.
func (p *Painter) lines(f *opentype.Font, size float64, text string) []string {
	if !p.canWrite(f, text) {
		return nil
	}
	face := p.face(f, size)
	var out []string
	line := ""
	for _, word := range fields(text) {
		longer := word
		if line != "" {
			longer = line + " " + word
		}
		if font.MeasureString(face, longer).Ceil() <= textWidth {
			line = longer
			continue
		}
		if line != "" {
			out = append(out, line)
		}
		line = cut(face, word)
	}
	if line != "" {
		out = append(out, line)
	}
	return out
}

func cut(face font.Face, word string) string {
	runes := []rune(word)
	for len(runes) > 1 && font.MeasureString(face, string(runes)+"…").Ceil() > textWidth {
		runes = runes[:len(runes)-1]
	}
	if len(runes) < len([]rune(word)) {
		return string(runes) + "…"
	}
	return word
}

// canWrite reports whether the typeface has a shape for every letter.
func (p *Painter) canWrite(f *opentype.Font, text string) bool {
	for _, r := range text {
		if glyph, err := f.GlyphIndex(nil, r); err != nil || glyph == 0 && r != ' ' {
			return false
		}
	}
	return true
}

func (p *Painter) face(f *opentype.Font, size float64) font.Face {
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		panic("card: " + err.Error()) // the options are ours
	}
	return face
}

// write writes one line of text, as far as it fits, and gives where it ends.
func (p *Painter) write(s *sheet, f *opentype.Font, size float64, x, y int, ink ramp, strength int, text string) int {
	if !p.canWrite(f, text) {
		return x
	}
	face := p.face(f, size)
	dot := fixed.P(x, y)
	before := rune(-1)
	for _, r := range text {
		if before >= 0 {
			dot.X += face.Kern(before, r)
		}
		before = r
		at, mask, from, advance, ok := face.Glyph(dot, r)
		if ok {
			s.blend(at, mask, from, ink, strength)
		}
		dot.X += advance
		if dot.X.Ceil() > Width-left/2 {
			break
		}
	}
	return dot.X.Ceil()
}

func fields(text string) []string {
	var out []string
	for _, word := range bytes.Fields([]byte(text)) {
		out = append(out, string(word))
	}
	return out
}

// sheet is an image of few colours: flat ones, and ramps between two of them for
// the edges of letters.
type sheet struct{ *image.Paletted }

// The flat colours, by their place in the palette. The eight routes follow.
const (
	paper = uint8(iota)
	ink
	here
	band
	edge
	routes
)

// ramp is where in the palette a row of colours between two others begins.
type ramp uint8

const (
	steps           = 16
	onPaper    ramp = 16            // from paper to ink
	onBand     ramp = onPaper + 16  // from the band to white
	onRoute    ramp = onBand + 16   // from each route to white: 8 ramps
	full, soft int  = steps - 1, 10 // how dark letters get
)

// The colours of the site theme by day, as sRGB.
var flat = []color.RGBA{
	{0xfa, 0xf9, 0xf5, 0xff},
	{0x1b, 0x22, 0x2c, 0xff},
	{0xfb, 0xd0, 0x28, 0xff},
	{0x1f, 0x27, 0x32, 0xff},
	{0x83, 0x80, 0x76, 0xff},
	{0x40, 0x61, 0xdb, 0xff},
	{0x7e, 0x24, 0x04, 0xff},
	{0x0d, 0x83, 0x56, 0xff},
	{0x6d, 0x0d, 0x9f, 0xff},
	{0x00, 0x4c, 0x53, 0xff},
	{0x85, 0x6c, 0x11, 0xff},
	{0xba, 0x00, 0x37, 0xff},
	{0x70, 0x6c, 0x79, 0xff},
}

const routeCount = 8

func palette() color.Palette {
	out := make(color.Palette, int(onRoute)+routeCount*steps)
	for i := range out {
		out[i] = flat[paper]
	}
	for i, c := range flat {
		out[i] = c
	}
	white := color.RGBA{0xff, 0xff, 0xff, 0xff}
	mix(out[onPaper:], flat[paper], flat[ink])
	mix(out[onBand:], flat[band], white)
	for i := range routeCount {
		mix(out[int(onRoute)+i*steps:], flat[int(routes)+i], white)
	}
	return out
}

func mix(to color.Palette, from, until color.RGBA) {
	step := func(a, b uint8, i int) uint8 { return uint8((int(a)*(steps-1-i) + int(b)*i) / (steps - 1)) }
	for i := range steps {
		to[i] = color.RGBA{step(from.R, until.R, i), step(from.G, until.G, i), step(from.B, until.B, i), 0xff}
	}
}

func newSheet() *sheet { return &sheet{image.NewPaletted(image.Rect(0, 0, Width, Height), palette())} }

func (s *sheet) all() image.Rectangle { return s.Rect }

func (s *sheet) fill(r image.Rectangle, c uint8) {
	r = r.Intersect(s.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := s.Pix[y*s.Stride+r.Min.X : y*s.Stride+r.Max.X]
		for x := range row {
			row[x] = c
		}
	}
}

// blend sets the shape of a letter with colours of a ramp.
func (s *sheet) blend(at image.Rectangle, mask image.Image, from image.Point, r ramp, strength int) {
	alpha, ok := mask.(*image.Alpha)
	if !ok {
		return
	}
	clip := at.Intersect(s.Rect)
	for y := clip.Min.Y; y < clip.Max.Y; y++ {
		for x := clip.Min.X; x < clip.Max.X; x++ {
			if level := int(alpha.AlphaAt(from.X+x-at.Min.X, from.Y+y-at.Min.Y).A) * strength / 255; level > 0 {
				s.Pix[y*s.Stride+x] = uint8(r) + uint8(level)
			}
		}
	}
}

// disc fills a circle.
func (s *sheet) disc(cx, cy, radius int, c uint8) {
	for y := -radius; y <= radius; y++ {
		half := 0
		for half*half+y*y <= radius*radius {
			half++
		}
		s.fill(image.Rect(cx-half+1, cy+y, cx+half, cy+y+1), c)
	}
}

// shield draws the letter of a theme on its colour: square above, round below.
func (s *sheet) shield(p *Painter, x, y int, letter string, route int) {
	const size = 64
	route %= routeCount
	c := routes + uint8(route)
	s.fill(image.Rect(x, y, x+size, y+size/2), c)
	for row := range size/2 + 8 {
		half := 0
		for (half+1)*(half+1)+row*row*16/25 <= size*size/4 {
			half++
		}
		s.fill(image.Rect(x+size/2-half, y+size/2+row, x+size/2+half, y+size/2+row+1), c)
	}
	face := p.face(p.bold, 44)
	width := font.MeasureString(face, letter).Ceil()
	p.write(s, p.bold, 44, x+(size-width)/2, y+48, onRoute+ramp(route*steps), full, letter)
}

// progress draws a bar of parts.
func (s *sheet) progress(x, y int, parts []Part) {
	const height, width = 22, 720
	all := 0
	for _, part := range parts {
		all += part.Size
	}
	if all == 0 {
		return
	}
	at := 0
	for _, part := range parts {
		from, to := x+width*at/all, x+width*(at+part.Size)/all
		at += part.Size
		r := image.Rect(from, y, to-4, y+height)
		switch part.State {
		case "done":
			s.fill(r, ink)
		case "doing", "review":
			s.fill(r, ink)
			s.fill(r.Inset(3), here)
		default:
			s.fill(r, edge)
			s.fill(r.Inset(2), paper)
		}
	}
}

// road draws the band at the bottom, with the stop where the reader is.
func (s *sheet) road(p *Painter, site string) {
	const middle = bandTop + 52
	s.fill(image.Rect(0, bandTop, Width, Height), band)
	end := p.write(s, p.bold, 38, left+50, middle+13, onBand, full, site)
	s.disc(left+14, middle, 17, here)
	s.disc(left+14, middle, 11, band)
	s.disc(left+14, middle, 7, here)
	for x := end + 28; x < Width-left-24; x += 26 {
		s.fill(image.Rect(x, middle-2, x+14, middle+3), paper)
	}
	s.disc(Width-left, middle, 9, paper)
}

func (s *sheet) png() []byte {
	var out bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := enc.Encode(&out, s.Paletted); err != nil {
		panic("card: " + err.Error()) // a buffer takes everything
	}
	return out.Bytes()
}
