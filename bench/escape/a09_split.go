// strings.Split, Fields, Join
package main

import (
	"runtime"
	"strings"
)

var sink int

//go:noinline
func step(i int) {
	f := strings.Fields("the quick brown fox")
	p := strings.Split("a,b,c,d", ",")
	s := strings.Join(f, "-")
	sink += len(f) + len(p) + len(s) + i&1
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
