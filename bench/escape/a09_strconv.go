// numbers to text and back
package main

import (
	"runtime"
	"strconv"
)

var sink int

//go:noinline
func step(i int) {
	s := strconv.Itoa(i + 1000)
	n, _ := strconv.Atoi(s)
	var buf [32]byte
	b := strconv.AppendInt(buf[:0], int64(n), 16)
	sink += n + len(b)
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
