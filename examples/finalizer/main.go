// Finalizer: a function run after its object became unreachable; AddCleanup is the newer, safer form.
package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
	"time"
)

type handle struct {
	id   int
	data [64]byte
}

var closed, cleaned atomic.Int32

//go:noinline
func use(n int) (sum int) {
	for i := 0; i < n; i++ {
		h := &handle{id: i}
		runtime.SetFinalizer(h, func(h *handle) { closed.Add(1) })
		c := &handle{id: -i}
		runtime.AddCleanup(c, func(id int) { cleaned.Add(1) }, i)
		sum += h.id + c.id
	}
	return sum
}

func main() {
	fmt.Println("sum:", use(1000))
	for i := 0; i < 100 && (closed.Load() < 950 || cleaned.Load() < 950); i++ {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	fmt.Println("most finalizers ran:", closed.Load() >= 950)
	fmt.Println("most cleanups ran:", cleaned.Load() >= 950)
}
