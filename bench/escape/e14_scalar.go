// a point that is only looked at
package main

import (
	"runtime"
)

type point struct{ x, y float64 }

func dist(a, b *point) float64 { return (a.x-b.x)*(a.x-b.x) + (a.y-b.y)*(a.y-b.y) }

var sink int

//go:noinline
func step(i int) {
	a, b := &point{float64(i), 1}, &point{2, float64(i)}
	sink += int(dist(a, b))
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
