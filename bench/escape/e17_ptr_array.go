// pointers kept in a local array and a local slice
package main

import (
	"runtime"
)

type vec struct{ x, y int }

var sink int

//go:noinline
func step(i int) {
	var s [4]*vec
	for k := range s {
		s[k] = &vec{k, i}
	}
	t := []*vec{}
	for k := 0; k < 4; k++ {
		t = append(t, &vec{i, k})
	}
	for k, v := range s {
		sink += v.x + t[k].y
	}
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
