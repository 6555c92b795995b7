// a small map that stays
package main

import (
	"runtime"
)

var sink int

//go:noinline
func step(i int) {
	m := make(map[int]int)
	m[i] = i
	m[i+1] = 2
	sink += m[i] + len(m)
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
