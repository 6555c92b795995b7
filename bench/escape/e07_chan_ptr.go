// a pointer sent through a channel
package main

import (
	"runtime"
)

type job struct{ id int }

var ch = make(chan *job, 1)

var sink int

//go:noinline
func step(i int) {
	ch <- &job{i}
	sink += (<-ch).id
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
