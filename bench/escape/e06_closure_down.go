// function literals handed down, with captured variables
package main

import (
	"runtime"
)

//go:noinline
func each(a []int, f func(int)) {
	for _, v := range a {
		f(v)
	}
}

//go:noinline
func count(a []int, f func(int) bool) (n int) {
	for _, v := range a {
		if f(v) {
			n++
		}
	}
	return
}

var sink int

//go:noinline
func step(i int) {
	a := []int{1, 2, 3, i}
	t := 0
	each(a, func(v int) { t += v })
	sink += t + count(a, func(v int) bool { return v > i })
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
