// a short list built in a loop
package main

import (
	"runtime"
)

type node struct {
	next *node
	v    int
}

//go:noinline
func total(n *node) (t int) {
	for ; n != nil; n = n.next {
		t += n.v
	}
	return
}

var sink int

//go:noinline
func step(i int) {
	var head *node
	for k := 0; k < 5; k++ {
		head = &node{head, k}
	}
	sink += total(head) + i&1
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
