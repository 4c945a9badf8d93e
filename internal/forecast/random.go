package forecast

import "math/bits"

// seed is where the stream of chance begins, in every forecast. One seed for all
// means that an edit of the plan never makes dates jitter.
const seed = 20261122

// splitmix is a generator of random numbers (Steele, Lea, Flood, Fast splittable
// pseudorandom number generators, OOPSLA 2014). Those of the library may change
// with it, and the dates of a site with them.
type splitmix uint64

// next gives 64 random bits.
func (s *splitmix) next() uint64 {
	*s += 0x9e3779b97f4a7c15
	z := uint64(*s)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below gives a number from 0 to before n. It is the high half of a product and
// favours some numbers by n in 2^64, which nobody will ever see.
func (s *splitmix) below(n int) int {
	high, _ := bits.Mul64(s.next(), uint64(n))
	return int(high)
}
