// errors made on a path seldom taken
package main

import (
	"runtime"
)

type opErr struct {
	op string
	id int
}

func (e *opErr) Error() string { return e.op }

//go:noinline
func check(i int) error {
	if i%100 == 99 {
		return &opErr{"check", i}
	}
	return nil
}

var sink int

//go:noinline
func step(i int) {
	if err := check(i); err != nil {
		sink += len(err.Error())
	}
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
