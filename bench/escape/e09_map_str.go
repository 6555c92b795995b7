// a map of strings to slices that stays
package main

import (
	"runtime"
)

var sink int

//go:noinline
func step(i int) {
	m := map[string][]int{}
	m["x"] = append(m["x"], i)
	sink += len(m["x"])
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
