// reflection on a local
package main

import (
	"reflect"
	"runtime"
)

type pt struct{ x, y int }

var sink int

//go:noinline
func step(i int) {
	p := pt{i, 2}
	v := reflect.ValueOf(&p).Elem()
	sink += int(v.Field(0).Int()) + v.NumField()
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
