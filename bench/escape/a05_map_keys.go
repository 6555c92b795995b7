// a map with struct keys
package main

import (
	"runtime"
)

type k3 struct{ a, b, c int }

var m = map[k3]int{}

var sink int

//go:noinline
func step(i int) {
	m[k3{i, 1, 2}] = i
	sink += len(m)
}

func main() {
	step(0)
	var a, b runtime.MemStats
	runtime.ReadMemStats(&a)
	for i := 0; i < 10000; i++ {
		step(i)
	}
	runtime.ReadMemStats(&b)
	println("mallocs", b.Mallocs-a.Mallocs, sink)
}
