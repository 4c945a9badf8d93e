package forecast

import "testing"

// The first numbers from seed 1234567, by which implementations of splitmix64 are
// commonly compared.
func TestSplitmix(t *testing.T) {
	s := splitmix(1234567)
	for _, want := range []uint64{6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821} {
		if got := s.next(); got != want {
			t.Errorf("%d, want %d", got, want)
		}
	}
}

func TestBelow(t *testing.T) {
	const n, draws = 7, 70_000
	var counts [n]int
	s := splitmix(seed)
	for range draws {
		counts[s.below(n)]++
	}
	for i, c := range counts {
		if c < 9_700 || c > 10_300 { // three standard deviations
			t.Errorf("%d was drawn %d times of %d", i, c, draws)
		}
	}
}
