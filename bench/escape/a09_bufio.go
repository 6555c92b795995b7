// bufio.Writer over an io.Writer
package main

import (
	"bufio"
	"fmt"
	"runtime"
)

type null struct{ n int }

func (w *null) Write(p []byte) (int, error) { w.n += len(p); return len(p), nil }

var sink int

//go:noinline
func step(i int) {
	n := &null{}
	w := bufio.NewWriterSize(n, 64)
	w.WriteString("hello")
	fmt.Fprintf(w, "%d", i)
	w.Flush()
	sink += n.n
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
