// a concrete type returned as an interface
package main

import (
	"runtime"
)

type writer interface{ Write(p []byte) (int, error) }
type logger struct {
	n      int
	prefix string
}

func (l *logger) Write(p []byte) (int, error) {
	l.n += len(p) + len(l.prefix)
	return len(p), nil
}

//go:noinline
func newLogger(prefix string) writer { return &logger{prefix: prefix} }

var sink int

//go:noinline
func step(i int) {
	w := newLogger("log")
	n, _ := w.Write([]byte("hello"))
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
