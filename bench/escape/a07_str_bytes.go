// []byte(s) that is read, string(b) as key, compared, in a switch
package main

import (
	"runtime"
)

var m = map[string]int{"k1": 1}

//go:noinline
func sum(s string) (t int) {
	for _, c := range []byte(s) {
		t += int(c)
	}
	return
}

var sink int

//go:noinline
func step(i int) {
	b := []byte{'k', byte('0' + i%10)}
	sink += m[string(b)] + sum("a string of some length, longer than the buffer of 32")
	if string(b) == "k5" {
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
