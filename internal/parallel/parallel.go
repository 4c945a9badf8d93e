// Package parallel does one thing for many, on all processors.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls do with every number below n, on all processors and in no order that
// can be relied on, and returns when all are done. A panic of one is thrown again
// where Each was called, so that who recovers there recovers from it; the others
// may be left undone then.
func Each(n int, do func(int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	if workers < 2 {
		for i := range n {
			do(i)
		}
		return
	}
	var next, failed atomic.Int64
	var first any
	block := max(1, n/(16*workers)) // many small shares, for their costs differ
	work := func() {
		defer func() {
			if r := recover(); r != nil && failed.Add(1) == 1 {
				first = r
			}
		}()
		for failed.Load() == 0 {
			to := int(next.Add(int64(block)))
			if to-block >= n {
				return
			}
			for i := to - block; i < min(to, n); i++ {
				do(i)
			}
		}
	}
	var wait sync.WaitGroup
	for range workers - 1 {
		wait.Go(work)
	}
	work()
	wait.Wait()
	if failed.Load() > 0 {
		panic(first)
	}
}

// Both does two things side by side, if there is more than one processor.
func Both(one, other func()) {
	Each(2, func(n int) {
		if n == 0 {
			one()
		} else {
			other()
		}
	})
}
