// a big struct by pointer
package main

import (
	"runtime"
)

type big struct{ a [64]int }

//go:noinline
func sum(b *big) (t int) {
	for _, v := range b.a {
		t += v
	}
	return
}

var sink int

//go:noinline
func step(i int) {
	b := big{}
	b.a[i&63] = i
	sink += sum(&b)
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
