package compare

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestTheSmallestNumberOfMovesIsTold holds the subsequence that stayed against the
// longest there is, found by trying all.
func TestTheSmallestNumberOfMovesIsTold(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		numbers := r.Perm(r.IntN(9))
		stayed := longestIncreasing(numbers)
		var kept []int
		for i, n := range numbers {
			if stayed[i] {
				kept = append(kept, n)
			}
		}
		if !slices.IsSorted(kept) || len(kept) != longest(numbers, -1) {
			t.Fatalf("of %v stayed %v", numbers, kept)
		}
	}
}

func longest(numbers []int, above int) int {
	if len(numbers) == 0 {
		return 0
	}
	best := longest(numbers[1:], above)
	if numbers[0] > above {
		best = max(best, 1+longest(numbers[1:], numbers[0]))
	}
	return best
}
