package forecast

import (
	"fmt"
	"testing"
)

// The sum of weeks drawn with replacement is a convolution, and needs no chance
// at all. sums[w][s] is the probability that w weeks give s.
func convolution(history []int64, weeks int) (sums [][]float64) {
	width := widthOf(history, weeks)
	now := make([]float64, width)
	now[0] = 1
	for range weeks + 1 {
		sums = append(sums, now)
		next := make([]float64, width)
		for s, p := range now {
			for _, x := range history {
				if p > 0 {
					next[s+int(x)] += p / float64(len(history))
				}
			}
		}
		now = next
	}
	return sums
}

// The draws of a Pólya urn that begins with one ball each fall on the balls in
// every way that sums up with the same probability (Bose-Einstein statistics).
// So the chance of s in w weeks is the share of multisets of w weeks that sum up
// to s, and multisets are counted week by week: with this week once more, or not.
func bose(history []int64, weeks int) (sums [][]float64) {
	width := widthOf(history, weeks)
	for range weeks + 1 {
		sums = append(sums, make([]float64, width))
	}
	sums[0][0] = 1
	for _, x := range history {
		for w := 1; w <= weeks; w++ {
			for s := int(x); s < width; s++ {
				sums[w][s] += sums[w-1][s-int(x)]
			}
		}
	}
	all := 1.0 // the multisets of w weeks
	for w := range sums {
		if w > 0 {
			all = all * float64(len(history)+w-1) / float64(w)
		}
		for s := range sums[w] {
			sums[w][s] /= all
		}
	}
	return sums
}

func widthOf(history []int64, weeks int) int {
	var best int64
	for _, x := range history {
		best = max(best, x)
	}
	return int(best)*(weeks+2) + 1
}

// atLeast turns the probabilities of sums into those of at least as much.
func atLeast(sums [][]float64) [][]float64 {
	for _, p := range sums {
		for s := len(p) - 2; s >= 0; s-- {
			p[s] += p[s+1]
		}
	}
	return sums
}

// quantile is the largest s that is reached with the probability.
func quantile(reached []float64, percent int) int64 {
	s := len(reached) - 1
	for s > 0 && reached[s] < float64(percent)/100 {
		s--
	}
	return int64(s)
}

var histories = [][]int64{
	{5, 3, 8, 0, 2, 6, 4, 7},
	{1, 2, 0, 1, 3, 1},
	{0, 0, 9, 0, 4, 0, 0, 12, 0, 1, 0, 3},
	{4, 6, 5, 7, 3, 5, 6, 4, 5, 5, 8, 2},
	{1, 0, 0, 1, 0, 30},
}

func TestPlainSimulationIsAConvolution(t *testing.T) {
	const weeks = 52
	for _, history := range [][]int64{histories[0], histories[1], histories[3]} {
		table := simulate(history, Trials, 0)
		exact := atLeast(convolution(history, weeks))
		for w := 1; w <= weeks; w++ {
			for _, p := range []int{50, 85, 95} {
				got, want := table.done[p][w], quantile(exact[w], p)
				if got < want-1 || got > want+1 {
					t.Errorf("%v: %d %% in %d weeks is %d items, exactly %d", history, p, w, got, want)
				}
			}
		}
	}
}

// All of the table, not only the rows that become dates. Ten thousand trials tell
// a share to half a percent (one standard deviation).
func TestUrnIsBoseEinstein(t *testing.T) {
	const tolerance = 0.02
	for _, history := range histories {
		table := simulate(history, Trials, 1)
		exact := atLeast(bose(history, Horizon))
		for w := 1; w <= Horizon; w++ {
			for p := 1; p <= surest; p++ {
				share, done := float64(p)/100, table.done[p][w]
				if got := exact[w][done]; got < share-tolerance {
					t.Fatalf("%v: %d in %d weeks is told with %d %%, exactly it is %.3f", history, done, w, p, got)
				}
				if got := exact[w][done+1]; got > share+tolerance {
					t.Fatalf("%v: more than %d in %d weeks is not told with %d %%, exactly it is %.3f", history, done, w, p, got)
				}
			}
		}
	}
}

// The oracle itself: what is known of it without it.
func TestBoseEinsteinByHand(t *testing.T) {
	// One ball 0 and one ball 1: after w draws every number of ones is equally likely.
	for w, sums := range bose([]int64{0, 1}, 10) {
		for s := 0; s <= w; s++ {
			if want := 1 / float64(w+1); fmt.Sprintf("%.9f", sums[s]) != fmt.Sprintf("%.9f", want) {
				t.Errorf("%d of %d: %v, want %v", s, w, sums[s], want)
			}
		}
	}
}
