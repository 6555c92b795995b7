package main

import "time"

func main() {
	n := 0
	done := make(chan bool)
	time.AfterFunc(time.Millisecond, func() {
		n = 1 // RACE
		close(done)
	})
	n = 2 // RACE
	<-done
	println(n)
}
