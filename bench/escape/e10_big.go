// an array of 100 KiB
package main

import (
	"runtime"
)

var sink int

//go:noinline
func step(i int) {
	var a [100 << 10]byte
	a[i] = byte(i)
	sink += int(a[i])
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
