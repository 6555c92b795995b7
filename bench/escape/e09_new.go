// new(T) that stays
package main

import (
	"runtime"
)

var sink int

//go:noinline
func step(i int) {
	p := new(int)
	*p = i
	sink += *p
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
