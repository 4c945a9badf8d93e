package forecast

import "slices"

// BulkShare is the share of items, in percent, above which those finished on one
// day look like dates that came with an import.
const BulkShare = 30

// Bulk warns that much of the history was finished on one day. The zero Bulk is
// no warning.
type Bulk struct {
	Day       int
	Items, Of int // so many of those finished in the window
}

// bulkOf looks for a day on which too much was finished; of two such days it takes
// the fuller one, then the earlier. Below MinFinished items it says nothing: of
// three items any day has a third.
func bulkOf(finished []Item) Bulk {
	if len(finished) < MinFinished {
		return Bulk{}
	}
	days := make([]int, len(finished))
	for i, item := range finished {
		days[i] = item.Finished
	}
	slices.Sort(days)
	most := Bulk{Of: len(days)}
	for start := 0; start < len(days); {
		end := start
		for end < len(days) && days[end] == days[start] {
			end++
		}
		if end-start > most.Items {
			most.Day, most.Items = days[start], end-start
		}
		start = end
	}
	if most.Items*100 <= most.Of*BulkShare {
		return Bulk{}
	}
	return most
}
