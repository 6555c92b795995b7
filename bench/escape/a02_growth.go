// a thousand appends
package main

import (
	"runtime"
)

var sink int

//go:noinline
func step(i int) {
	var s []int
	for k := 0; k < 1000; k++ {
		s = append(s, k)
	}
	sink += len(s) + i&1
}

func main() {
	step(0)
	var a, b runtime.MemStats
	runtime.ReadMemStats(&a)
	for i := 0; i < 200; i++ {
		step(i)
	}
	runtime.ReadMemStats(&b)
	println("mallocs", b.Mallocs-a.Mallocs, sink)
}
