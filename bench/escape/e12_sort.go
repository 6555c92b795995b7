// sort.Sort and sort.Slice on locals
package main

import (
	"runtime"
	"sort"
)

type byLen []string

func (b byLen) Len() int           { return len(b) }
func (b byLen) Less(i, j int) bool { return len(b[i]) < len(b[j]) }
func (b byLen) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

var sink int

//go:noinline
func step(i int) {
	s := []string{"ccc", "a", "bb"}
	sort.Sort(byLen(s))
	t := []int{3, 1, i, 2}
	sort.Slice(t, func(a, b int) bool { return t[a] < t[b] })
	sink += len(s[0]) + t[0]
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
