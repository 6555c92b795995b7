// bytes.Buffer that stays
package main

import (
	"bytes"
	"fmt"
	"runtime"
)

var sink int

//go:noinline
func step(i int) {
	var b bytes.Buffer
	b.WriteString("hello ")
	b.WriteByte(byte(i))
	fmt.Fprintf(&b, "%d", i)
	sink += b.Len()
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
