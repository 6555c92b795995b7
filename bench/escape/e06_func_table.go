// pointers given to functions of a table
package main

import (
	"runtime"
)

type vec struct{ x, y int }

var ops = []func(*vec) int{
	func(v *vec) int { return v.x },
	func(v *vec) int { return v.y },
}

var sink int

//go:noinline
func step(i int) {
	v := vec{i, 2}
	sink += ops[i&1](&v)
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
