// a value handed to a function that is not inlined
package main

import (
	"runtime"
)

type vec struct{ x, y, z int }

//go:noinline
func norm(v *vec) int { return v.x*v.x + v.y*v.y + v.z*v.z }

var sink int

//go:noinline
func step(i int) {
	v := &vec{i, 1, 2}
	sink += norm(v)
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
