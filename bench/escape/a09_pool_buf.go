// buffers from a sync.Pool
package main

import (
	"runtime"
	"sync"
)

var pool = sync.Pool{New: func() any { b := make([]byte, 0, 1024); return &b }}

var sink int

//go:noinline
func step(i int) {
	p := pool.Get().(*[]byte)
	b := append((*p)[:0], "some data"...)
	sink += len(b)
	*p = b
	pool.Put(p)
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
