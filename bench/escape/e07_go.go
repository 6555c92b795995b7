// a variable captured by a goroutine
package main

import (
	"runtime"
)

var sink int

//go:noinline
func step(i int) {
	x := i
	done := make(chan bool)
	go func() {
		x++
		done <- true
	}()
	<-done
	sink += x
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
