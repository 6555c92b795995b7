// numbers and structs in an interface variable
package main

import (
	"runtime"
)

type pt struct{ x, y int }

//go:noinline
func area(v any) int {
	switch v := v.(type) {
	case int:
		return v
	case pt:
		return v.x * v.y
	case string:
		return len(v)
	}
	return 0
}

var sink int

//go:noinline
func step(i int) {
	sink += area(i+1000) + area(pt{i, 2}) + area("abc")
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
