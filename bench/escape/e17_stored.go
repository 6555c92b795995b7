// a fresh object stored through a pointer into a local
package main

import (
	"runtime"
)

type vec struct{ x, y int }
type holder struct{ v *vec }

//go:noinline
func put(h *holder, i int) { h.v = &vec{i, 1} }

var sink int

//go:noinline
func step(i int) {
	var h holder
	put(&h, i)
	sink += h.v.x
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
