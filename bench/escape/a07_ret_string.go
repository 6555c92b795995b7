// a string made by a function from bytes
package main

import (
	"runtime"
)

//go:noinline
func key(b []byte) string {
	k := string(b)
	return k
}

var sink int

//go:noinline
func step(i int) {
	b := []byte{'k', byte(i)}
	sink += len(key(b))
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
