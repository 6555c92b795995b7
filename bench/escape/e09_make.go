// make([]T, 10) that stays
package main

import (
	"runtime"
)

var sink int

//go:noinline
func step(i int) {
	s := make([]int, 10)
	s[i%10] = i
	sink += s[i%10]
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
