package main

import "sync"

var counter int

func main() {
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 10 {
				counter++ // RACE
			}
		}()
	}
	wg.Wait()
}
