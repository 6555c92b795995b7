package main

import "time"

var data int
var ready bool

func main() {
	go func() {
		data = 42    // RACE
		ready = true // RACE
	}()
	for range 100 {
		time.Sleep(time.Millisecond)
		if ready { // RACE
			data++ // RACE
			break
		}
	}
}
