// a pointer to a local is returned, and stays with the caller
package main

import (
	"runtime"
)

type user struct {
	id   int
	name string
}

//go:noinline
func newUser(id int) *user {
	u := user{id: id, name: "anna"}
	if id < 0 {
		u.name = "none"
	}
	return &u
}

var sink int

//go:noinline
func step(i int) {
	u := newUser(i)
	sink += u.id + len(u.name)
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
