package view

import (
	"milepost/internal/forecast"
)

// silenceWords says why there are no dates, a sentence for each reason, the
// weightiest first; none where there are dates.
func silenceWords(f forecast.Forecast) []string {
	var out []string
	for _, r := range f.Silence {
		out = append(out, reasonWords(r))
	}
	return out
}

func reasonWords(r forecast.Reason) string {
	switch r.Kind {
	case forecast.TooFewWeeks:
		return "A forecast needs " + counted(r.Need, "week", "weeks") + " of finished items; " + thereAre(r.Have) + "."
	case forecast.TooFewFinished:
		return "A forecast needs " + counted(r.Need, "item", "items") + " finished in the last weeks; " + thereAre(r.Have) + "."
	case forecast.TooFewActive:
		return "A forecast needs " + counted(r.Need, "week", "weeks") + " in which something was finished; " + thereAre(r.Have) + "."
	}
	return "Nothing has been finished in the last " + counted(r.Have, "week", "weeks") + ", so there is no pace to foresee a day with."
}

// undatedWords says how many finished items a forecast cannot count, "" for none.
func undatedWords(n int) string {
	if n == 0 {
		return ""
	}
	return counted(n, "finished item does", "finished items do") + " not say on which day, and could not be counted. "
}

func thereAre(n int) string {
	switch n {
	case 0:
		return "there is none"
	case 1:
		return "there is 1"
	}
	return "there are " + number(n)
}
