package render

import (
	"fmt"
	"math"
)

// readable are the colours that stand on each other, and the contrast they need
// for people to read them: 4.5 for text and 3 for the edge of a field, after
// WCAG 2.2.
var readable = []struct {
	over, under []string
	need        float64
}{
	{[]string{"--ink", "--ink-2", "--ink-3", "--link", "--halt"}, []string{"--paper", "--card", "--sunk"}, 4.5},
	{[]string{"--edge"}, []string{"--paper", "--card"}, 3},
	{[]string{"--on-here"}, []string{"--here"}, 4.5},
	{[]string{"--on-band", "--on-band-2", "--here-on-band"}, []string{"--band"}, 4.5},
	{[]string{"--on-t"}, []string{"--t1", "--t2", "--t3", "--t4", "--t5", "--t6", "--t7", "--t8"}, 4.5},
}

// Faint says which colours of a sheet cannot be read on each other, by day and by
// night. Of colours in a form that it does not know it says nothing.
func Faint(sheet []byte) []string {
	p := palette{properties: rootProperties(sheet)}
	var out []string
	for _, pair := range readable {
		for _, over := range pair.over {
			for _, under := range pair.under {
				out = append(out, p.faint(over, under, pair.need)...)
			}
		}
	}
	return out
}

// palette is the custom properties of a sheet.
type palette struct{ properties map[string]string }

func (p palette) faint(over, under string, need float64) []string {
	var out []string
	for _, night := range []bool{false, true} {
		a, ok := p.luminance(over, night)
		b, also := p.luminance(under, night)
		if !ok || !also {
			continue
		}
		// Two digits, as people compare them; a colour just right is not faint.
		ratio := math.Round((max(a, b)+.05)/(min(a, b)+.05)*100) / 100
		if ratio < need {
			out = append(out, fmt.Sprintf("%s on %s has a contrast of %.2f by %s, and needs %g", over, under, ratio, when(night), need))
		}
	}
	return out
}

func when(night bool) string {
	if night {
		return "night"
	}
	return "day"
}

// luminance is how bright a property is, between 0 and 1.
func (p palette) luminance(property string, night bool) (float64, bool) {
	rgb, ok := p.colour("var("+property+")", night, 0)
	if !ok {
		return 0, false
	}
	return .2126*rgb[0] + .7152*rgb[1] + .0722*rgb[2], true
}

// light is red, green and blue as amounts of light, each between 0 and 1.
type light [3]float64

// ofOKLCH turns a colour into light, after Björn Ottosson, "A perceptual color
// space for image processing" (2020). What a screen cannot show is cut off.
func ofOKLCH(l, c, hue float64) light {
	a, b := c*math.Cos(hue*math.Pi/180), c*math.Sin(hue*math.Pi/180)
	cube := func(x float64) float64 { return x * x * x }
	long := cube(l + .3963377774*a + .2158037573*b)
	middle := cube(l - .1055613458*a - .0638541728*b)
	short := cube(l - .0894841775*a - 1.2914855480*b)
	return light{
		within(4.0767416621*long - 3.3077115913*middle + .2309699292*short),
		within(-1.2684380046*long + 2.6097574011*middle - .3413193965*short),
		within(-.0041960863*long - .7034186147*middle + 1.7076147010*short),
	}
}

// ofSRGB turns the values of a screen, from 0 to 1, into light.
func ofSRGB(values [3]float64) light {
	var out light
	for i, v := range values {
		if v <= .04045 {
			out[i] = v / 12.92
		} else {
			out[i] = math.Pow((v+.055)/1.055, 2.4)
		}
	}
	return out
}

func within(x float64) float64 { return min(max(x, 0), 1) }
