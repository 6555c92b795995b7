package main

import "sync/atomic"

var n int32

func main() {
	done := make(chan bool)
	go func() {
		atomic.AddInt32(&n, 1) // RACE
		done <- true
	}()
	n = 5 // RACE
	<-done
}
