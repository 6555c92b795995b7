// a function literal is returned and called by the caller
package main

import (
	"runtime"
)

//go:noinline
func adder(k int) func(int) int { return func(v int) int { return v + k } }

var sink int

//go:noinline
func step(i int) {
	sink += adder(i)(1)
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
