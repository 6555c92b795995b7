// time.Now().Format
package main

import (
	"runtime"
	"time"
)

var sink int

//go:noinline
func step(i int) {
	t := time.Unix(int64(i), 0).UTC()
	sink += len(t.Format(time.RFC3339)) + len(t.String())
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
