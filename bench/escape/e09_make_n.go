// make([]T, n) of a few elements that stays
package main

import (
	"runtime"
)

var sink int

//go:noinline
func step(i int) {
	s := make([]int, i%20+1)
	s[0] = i
	sink += s[0] + len(s)
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
