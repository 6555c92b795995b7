// assigned to a package variable
package main

import (
	"runtime"
)

var last *int

var sink int

//go:noinline
func step(i int) {
	x := i
	last = &x
	sink += *last
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
