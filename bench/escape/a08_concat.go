// five strings joined by +, and in a loop
package main

import (
	"runtime"
)

//go:noinline
func word(i int) string { return "word"[:i&3] }

var sink int

//go:noinline
func step(i int) {
	s := word(i) + " " + word(i+1) + " " + word(2)
	t := ""
	for k := 0; k < 5; k++ {
		t += word(k)
	}
	sink += len(s) + len(t)
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
