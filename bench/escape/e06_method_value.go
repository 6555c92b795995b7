// method values handed to a function value
package main

import (
	"runtime"
)

type acc struct{ n int }

func (a *acc) add(v int) { a.n += v }

var run = func(f func(int), v int) { f(v) }

var sink int

//go:noinline
func step(i int) {
	a := acc{}
	run(a.add, i)
	sink += a.n
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
