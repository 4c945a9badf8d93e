package forecast

import "sort"

// table tells how much is done by when: done[p][w] is the largest amount that in
// at least p percent of the trials is finished by the end of week w, p from 1 to
// 99. It never decreases with w and never increases with p. Week 0 is the past,
// in which nothing of what is ahead was done.
//
// It is made from the history alone, so an edit of the backlog moves an item
// along it and does not shake it. A hundred percent has no row: no number of
// trials can promise that.
type table struct {
	done [surest + 1][Horizon + 1]int64
}

// surest is the highest percentage that is told.
const surest = 99

// fill reads a week's column off the tally of its sums. Of n sums in ascending
// order p percent reach the one with n*(100-p)/100 of them before it.
func (t *table) fill(week int, sums *tally, unit int64) {
	percent, upTo := surest, 0
	before := sums.all * (100 - percent) / 100
	for bucket, n := range sums.counts {
		upTo += int(n)
		for upTo > before {
			t.done[percent][week] = int64(bucket) << sums.shift * unit
			percent--
			if percent == 0 {
				return
			}
			before = sums.all * (100 - percent) / 100
		}
	}
}

// by is what is done in percent of the trials after so many days, which may be
// part of a week. Past the Horizon nothing more is done.
func (t *table) by(days, percent int) int64 {
	days = min(days, 7*Horizon)
	week, rest := days/7, int64(days%7)
	whole := t.done[percent][week]
	if rest == 0 {
		return whole
	}
	return whole + (t.done[percent][week+1]-whole)*rest/7
}

// chance is the share of trials in percent, rounded down, in which amount is done
// after so many days.
func (t *table) chance(amount int64, days int) int {
	return sort.Search(surest, func(i int) bool { return t.by(days, i+1) < amount })
}
