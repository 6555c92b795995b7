// append in a function that returns the slice to its caller
package main

import (
	"runtime"
)

//go:noinline
func upto(n int) []int {
	var s []int
	for k := 0; k < n; k++ {
		s = append(s, k)
	}
	return s
}

var sink int

//go:noinline
func step(i int) {
	sink += len(upto(5)) + i&1
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
