package card_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image/png"
	"io/fs"
	"strings"
	"testing"

	"milepost/internal/card"
	"milepost/themes"
)

func painter(t testing.TB) *card.Painter {
	t.Helper()
	var fonts [2][]byte
	for i, weight := range []string{"400", "800"} {
		data, err := fs.ReadFile(themes.Default(), "social/overpass-latin-"+weight+".ttf")
		if err != nil {
			t.Fatal(err)
		}
		fonts[i] = data
	}
	p, err := card.New(fonts[0], fonts[1])
	if err != nil {
		t.Fatal(err)
	}
	return p
}

var theme = card.Card{
	Site: "Tintype", Kicker: "Theme A, Now", Title: "Effortless backup of every photo the same evening",
	Note: "7 of 11 items done", Letter: "A", Parts: []card.Part{{"done", 7}, {"doing", 1}, {"ready", 3}},
}

// TestACardIsTheSameEverywhere holds the pixels against those of another machine:
// an image that differed would be written anew with every build.
func TestACardIsTheSameEverywhere(t *testing.T) {
	const want = "2b67a7762136f997"
	img, err := png.Decode(bytes.NewReader(painter(t).Draw(theme)))
	if err != nil {
		t.Fatal(err)
	}
	if size := img.Bounds().Size(); size.X != card.Width || size.Y != card.Height {
		t.Errorf("it is %v", size)
	}
	sum := sha256.New()
	for y := range card.Height {
		for x := range card.Width {
			r, g, b, _ := img.At(x, y).RGBA()
			sum.Write([]byte{byte(r >> 8), byte(g >> 8), byte(b >> 8)})
		}
	}
	if got := fmt.Sprintf("%x", sum.Sum(nil))[:16]; got != want {
		t.Errorf("the pixels are %s, want %s", got, want)
	}
}

func TestATextTheTypefaceLacksIsLeftOut(t *testing.T) {
	p := painter(t)
	plain := p.Draw(card.Card{Site: "T"})
	for _, title := range []string{"写真をすぐに見つける", "نسخ احتياطي", "🚀"} {
		if !bytes.Equal(p.Draw(card.Card{Site: "T", Title: title}), plain) {
			t.Errorf("%q is drawn as boxes", title)
		}
	}
}

func TestAnyTextFits(t *testing.T) {
	p := painter(t)
	for _, text := range []string{"", " ", strings.Repeat("word ", 100), strings.Repeat("x", 400), "\x00\xff", "a\nb"} {
		data := p.Draw(card.Card{Site: text, Kicker: text, Title: text, Note: text, Letter: text, Route: 99, Parts: []card.Part{{"done", 0}}})
		if _, err := png.Decode(bytes.NewReader(data)); err != nil {
			t.Errorf("%.20q: %v", text, err)
		}
	}
}

func BenchmarkDraw(b *testing.B) {
	p := painter(b)
	for b.Loop() {
		p.Draw(theme)
	}
}
