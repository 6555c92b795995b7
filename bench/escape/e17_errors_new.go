// errors.New and fmt.Errorf looked at by the caller
package main

import (
	"errors"
	"runtime"
)

//go:noinline
func try(i int) error {
	if i&1 == 0 {
		return errors.New("even")
	}
	return nil
}

var sink int

//go:noinline
func step(i int) {
	if try(i) != nil {
		sink++
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
