// json.Marshal and Unmarshal of a small struct
package main

import (
	"encoding/json"
	"runtime"
)

type rec struct {
	ID   int
	Name string
	Tags []string
}

var sink int

//go:noinline
func step(i int) {
	b, _ := json.Marshal(rec{i, "anna", []string{"x", "y"}})
	var r rec
	json.Unmarshal(b, &r)
	sink += r.ID + len(r.Name)
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
