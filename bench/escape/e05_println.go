// arguments of fmt.Fprintln: numbers, strings, structs
package main

import (
	"fmt"
	"io"
	"runtime"
)

var sink int

//go:noinline
func step(i int) {
	fmt.Fprintln(io.Discard, i+1000, "text", float64(i))
	fmt.Fprintf(io.Discard, "%d %s %v\n", i+1000, "x", i+5000)
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
