package forecast

import (
	"reflect"
	"slices"
	"testing"
)

func TestBurnUp(t *testing.T) {
	const d = today
	tests := []struct {
		name           string
		finished, open []Item
		points         []Point
		undated        int
	}{
		{"nothing", nil, nil, nil, 0},
		{"all on one day", []Item{{200, false, d, d}}, []Item{{300, false, d, 0}}, []Point{{d, 500, 200}}, 0},
		{
			"a day counts in the point that ends with it, or after it",
			[]Item{{200, false, d - 14, d - 7}, {100, false, d - 13, d - 6}},
			nil,
			[]Point{{d - 14, 200, 0}, {d - 7, 300, 200}, {d, 300, 300}},
			0,
		},
		{
			"it begins before anything happened",
			nil,
			[]Item{{500, false, d - 8, 0}, {100, false, d - 1, 0}},
			[]Point{{d - 14, 0, 0}, {d - 7, 500, 0}, {d, 600, 0}},
			0,
		},
		{
			"days that are missing",
			[]Item{{200, false, 0, d - 7}, {100, false, d - 7, 0}, {40, false, 0, 0}},
			[]Item{{3, false, 0, 0}},
			[]Point{{d - 7, 343, 200}, {d, 343, 340}},
			5,
		},
		{
			"days that cannot be",
			[]Item{{200, false, d + 9, d + 5}, {100, false, d, d - 7}},
			[]Item{{10, false, d + 2, 0}},
			[]Point{{d - 7, 100, 100}, {d, 310, 300}},
			0,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Predict(Work{Today: today}).BurnUp(tt.finished, tt.open)
			if !reflect.DeepEqual(got, BurnUp{tt.points, tt.undated}) {
				t.Errorf("%+v\nwant %v, %d", got, tt.points, tt.undated)
			}
		})
	}
}

func TestALongBurnUpIsCut(t *testing.T) {
	open := []Item{{Effort: 500, Created: today - 7*400}, {Effort: 100, Created: today - 7*259}}
	points := Forecast{Today: today}.BurnUp(nil, open).Points
	if len(points) != BurnUpWeeks+1 || points[0] != (Point{today - 7*260, 500, 0}) || points[1].Scope != 600 {
		t.Errorf("%d points from %+v", len(points), points[:2])
	}
}

func TestBurnUpIsInTheUnitOfTheForecast(t *testing.T) {
	open := slices.Repeat([]Item{{Effort: 500, Assumed: true, Created: today}}, 3)
	if points := Predict(Work{Today: today, Open: open}).BurnUp(nil, open).Points; points[0].Scope != 3*One {
		t.Errorf("%+v", points)
	}
}
