// append five times, with and without capacity
package main

import (
	"runtime"
)

var sink int

//go:noinline
func step(i int) {
	var s []int
	for k := 0; k < 5; k++ {
		s = append(s, k+i)
	}
	t := make([]int, 0, 5)
	for k := 0; k < 5; k++ {
		t = append(t, k)
	}
	sink += s[4] + t[4]
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
