package main

import "io"

var sink any

func main() {
	done := make(chan int)
	go func() {
		sink = io.EOF // RACE
		done <- 1
	}()
	if _, ok := sink.(error); ok { // RACE
		println()
	}
	<-done
}
