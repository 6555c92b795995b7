// a value that escapes on a path seldom taken
package main

import (
	"runtime"
)

type req struct{ id, n int }

var failed []*req

//go:noinline
func size(r *req) int { return r.n }

var sink int

//go:noinline
func step(i int) {
	r := &req{i, 3}
	if r.id == 500 {
		failed = append(failed, r)
	}
	sink += size(r)
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
