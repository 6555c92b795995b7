package main

import (
	"sync"
	"time"
)

// Add comes too late for Wait, which orders nothing here.
func main() {
	var wg sync.WaitGroup
	n := 0
	done := make(chan bool)
	go func() {
		time.Sleep(5 * time.Millisecond)
		wg.Add(1)
		n++ // RACE
		wg.Done()
		close(done)
	}()
	wg.Wait()
	n++ // RACE
	<-done
	println(n)
}
