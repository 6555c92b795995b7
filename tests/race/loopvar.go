package main

import "sync"

func main() {
	var wg sync.WaitGroup
	var i int
	sum := make([]int, 5)
	for i = 0; i < 5; i++ { // RACE
		wg.Add(1)
		go func() {
			sum[min(i, 4)] = 1 // RACE
			wg.Done()
		}()
	}
	wg.Wait()
}
