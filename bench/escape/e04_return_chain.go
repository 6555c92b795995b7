// fresh objects pass through several constructors
package main

import (
	"runtime"
)

type node struct {
	l, r *node
	v    int
}

//go:noinline
func leaf(v int) *node { return &node{v: v} }

//go:noinline
func twig(v int) *node { return &node{l: leaf(v), r: leaf(v + 1), v: v} }

var sink int

//go:noinline
func step(i int) {
	n := twig(i)
	sink += n.v + n.l.v + n.r.v
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
