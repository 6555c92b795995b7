// a pointer to a local stored in a local object
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
	a := &node{v: i}
	b := &node{v: 1}
	p := a
	p.next = b
	sink += total(a)
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
