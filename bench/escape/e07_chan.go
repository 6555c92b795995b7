// a channel that stays in the function
package main

import (
	"runtime"
)

var sink int

//go:noinline
func step(i int) {
	c := make(chan int, 2)
	c <- i
	c <- 1
	sink += <-c + <-c
}

func main() {
	step(0)
	var a, b runtime.MemStats
	runtime.ReadMemStats(&a)
	for i := 0; i < 1000; i++ {
		step(i)
	}
	runtime.ReadMemStats(&b)
	println("mallocs", b.Mallocs-a.Mallocs, sink)
}
