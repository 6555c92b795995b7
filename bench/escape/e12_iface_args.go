// a buffer handed to a Write method, known by its interface only
package main

import (
	"io"
	"runtime"
)

type counter struct{ n int }

func (c *counter) Write(p []byte) (int, error) { c.n += len(p); return len(p), nil }

var w io.Writer = &counter{}

var sink int

//go:noinline
func step(i int) {
	var buf [32]byte
	buf[0] = byte(i)
	n, _ := w.Write(buf[:i%32])
	sink += n
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
