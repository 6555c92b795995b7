// a small part of a big slice is cloned
package main

import (
	"runtime"
	"slices"
)

var keep []byte

var sink int

//go:noinline
func step(i int) {
	b := make([]byte, 4096)
	b[0] = byte(i)
	keep = slices.Clone(b[:16])
	sink += len(keep)
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
