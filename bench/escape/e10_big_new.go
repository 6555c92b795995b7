// a slice of 100 KiB of constant size
package main

import (
	"runtime"
)

var sink int

//go:noinline
func step(i int) {
	a := make([]byte, 100<<10)
	a[i] = byte(i)
	sink += int(a[i])
}

func main() {
	step(0)
	var a, b runtime.MemStats
	runtime.ReadMemStats(&a)
	for i := 0; i < 200; i++ {
		step(i)
	}
	runtime.ReadMemStats(&b)
	println("mallocs", b.Mallocs-a.Mallocs, sink)
}
