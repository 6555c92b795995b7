// maps of a hundred entries, without a hint
package main

import (
	"runtime"
)

var sink int

//go:noinline
func step(i int) {
	m := map[int]int{}
	for k := 0; k < 100; k++ {
		m[k] = i
	}
	sink += len(m)
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
