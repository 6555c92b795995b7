// methods of a context
package main

import (
	"context"
	"runtime"
)

type key struct{}

var sink int

//go:noinline
func step(i int) {
	ctx := context.WithValue(context.Background(), key{}, 7)
	sink += ctx.Value(key{}).(int)
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
