// []byte(s) that is changed, and string(b) again
package main

import (
	"runtime"
)

var sink int

//go:noinline
func step(i int) {
	b := []byte("hello, a text longer than thirty-two bytes")
	b[0] = byte('A' + i%26)
	s := string(b)
	sink += len(s) + int(s[0])
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
