package main

import "sync"

// More goroutines than the detector keeps clocks for.
func main() {
	var mu sync.Mutex
	total, last := 0, 0
	var wg sync.WaitGroup
	for i := range 2000 {
		wg.Go(func() {
			mu.Lock()
			total++
			mu.Unlock()
			last = i // RACE
		})
	}
	wg.Wait()
	println(total, last)
}
