package main

import (
	"math/rand"
	"slices"
	"sync"
	"time"
)

const depth = 4000000

// timers: 100 thousand goroutines sleep for random times below two seconds; how late does each wake?
func timers() int {
	const n = 100000
	late := make([]int64, n)
	r := rand.New(rand.NewSource(1))
	var wg sync.WaitGroup
	for i := range n {
		d := time.Duration(r.Int63n(int64(2 * time.Second)))
		wg.Go(func() {
			t := time.Now()
			time.Sleep(d)
			late[i] = int64(time.Since(t) - d)
		})
	}
	wg.Wait()
	slices.Sort(late)
	note("late_p50_us", float64(late[n/2])/1e3)
	note("late_p99_us", float64(late[n*99/100])/1e3)
	return n
}
