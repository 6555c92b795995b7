// deferred literals and a mutex
package main

import (
	"runtime"
	"sync"
)

var mu sync.Mutex

var sink int

//go:noinline
func step(i int) {
	mu.Lock()
	defer mu.Unlock()
	defer func() { sink += i }()
	for k := 0; k < 3; k++ {
		defer func(v int) { sink += v }(k)
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
