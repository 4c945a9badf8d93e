package view

import (
	"milepost/internal/forecast"
	"milepost/internal/words"
)

// silenceWords says why there are no dates, a sentence for each reason, the
// weightiest first; none where there are dates.
func silenceWords(l *words.Language, f forecast.Forecast) []string {
	return each(f.Silence, func(r forecast.Reason) string { return reasonWords(l, r) })
}

func reasonWords(l *words.Language, r forecast.Reason) string {
	switch r.Kind {
	case forecast.TooFewWeeks:
		return l.Say("A forecast needs {need} weeks of finished items; so far: {n}.", r.Need, r.Have)
	case forecast.TooFewFinished:
		return l.Say("A forecast needs {need} items finished in the last weeks; so far: {n}.", r.Need, r.Have)
	case forecast.TooFewActive:
		return l.Say("A forecast needs {need} weeks in which something was finished; so far: {n}.", r.Need, r.Have)
	}
	return l.Say("Nothing has been finished in the last week, so there is no pace to foresee a day with.|Nothing has been finished in the last {n} weeks, so there is no pace to foresee a day with.", r.Have)
}
