package view

import (
	"milepost/internal/forecast"
	"milepost/internal/plan"
	"milepost/internal/words"
)

// forecastRecord are the days by which a thing is done in 50, 85 and 95 of 100
// futures. It is absent where no days can be told.
type forecastRecord struct {
	P50 string `json:"p50"`
	P85 string `json:"p85"`
	P95 string `json:"p95"`
}

func forecastJSON(o plan.Outlook) *forecastRecord {
	if !o.Known {
		return nil
	}
	day := func(w forecast.When) string { return plan.Day(w.Day).String() }
	return &forecastRecord{P50: day(o.Dates.P50), P85: day(o.Dates.P85), P95: day(o.Dates.P95)}
}

// forecastBase is the history the days rest on, or why there are none.
type forecastBase struct {
	Unit     string   `json:"unit"`
	Weeks    int      `json:"weeks"`
	Finished int      `json:"finished"`
	Amount   float64  `json:"amount"`
	Silence  []string `json:"silence"`
}

func forecastBaseJSON(p *plan.Plan) *forecastBase {
	if len(p.Backlog) == 0 {
		return nil
	}
	f := p.Forecast
	return &forecastBase{
		Unit:     unitName(f.Unit),
		Weeks:    f.Base.Weeks,
		Finished: f.Base.Finished,
		Amount:   float64(f.Base.Amount) / forecast.One,
		Silence:  list(silenceWords(words.InEnglish(), f)),
	}
}

// unitName is what a forecast counts.
func unitName(u forecast.Unit) string {
	if u == forecast.Effort {
		return "effort"
	}
	return "items"
}
