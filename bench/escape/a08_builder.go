// strings.Builder with Grow
package main

import (
	"runtime"
	"strings"
)

var sink int

//go:noinline
func step(i int) {
	var b strings.Builder
	b.Grow(40)
	for k := 0; k < 5; k++ {
		b.WriteString("part ")
	}
	sink += len(b.String()) + i&1
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
