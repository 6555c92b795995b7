// fmt.Sprintf whose result stays
package main

import (
	"fmt"
	"runtime"
)

var sink int

//go:noinline
func step(i int) {
	s := fmt.Sprintf("%d-%s", i+1000, "abc")
	sink += len(s)
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
