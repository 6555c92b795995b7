package main

import "sync"

func main() {
	var s []int
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Go(func() {
			s = append(s, i) // RACE
		})
	}
	wg.Wait()
}
