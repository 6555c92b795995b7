// GC tuning: the same allocation-heavy work under different settings, changed while it runs.
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

type record struct {
	key  int
	next *record
	pad  [6]int
}

var live [1 << 14]*record

func work(n int) {
	x := uint32(7)
	for i := 0; i < n; i++ {
		x = x*1664525 + 1013904223
		r := &record{key: i}
		if x>>28 == 0 {
			live[(x>>8)%uint32(len(live))] = r
		}
	}
}

func collections(pct int) uint32 {
	debug.SetGCPercent(pct)
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	work(1500000)
	runtime.ReadMemStats(&after)
	return after.NumGC - before.NumGC
}

func main() {
	c50, c100, c200 := collections(50), collections(100), collections(200)
	fmt.Println("a higher GOGC collects less often:", c50 > c100 && c100 > c200)
	fmt.Println("off does not collect:", collections(-1) == 0)
	old := debug.SetMemoryLimit(-1)
	fmt.Println("no limit by default:", old == 1<<63-1)
}
