// a visitor called through an interface
package main

import (
	"runtime"
)

type visitor interface{ visit(n *item) }
type item struct {
	kids []item
	v    int
}
type summer struct{ t int }

func (s *summer) visit(n *item) {
	s.t += n.v
	for k := range n.kids {
		n.kids[k].accept(s)
	}
}

//go:noinline
func (n *item) accept(v visitor) { v.visit(n) }

var sink int

//go:noinline
func step(i int) {
	it := item{v: i, kids: []item{{v: 1}, {v: 2}}}
	s := &summer{}
	it.accept(s)
	sink += s.t
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
