// run

package main

// The heap profile with every object sampled: stacks, inlined frames, objects in use after a collection.

import (
	"fmt"
	"runtime"
	"strings"
)

type node struct {
	l, r *node
	pad  [4]int
}

var (
	keep  *node
	slabs [][]byte
	drop  []byte
	bits  []*int32
)

func tree(d int) *node {
	if d == 0 {
		return &node{}
	}
	return &node{l: tree(d - 1), r: tree(d - 1)}
}

func slab(n int) []byte { return make([]byte, n) }

//go:noinline
func leafAlloc() *int32 { return new(int32) }

//go:noinline
func dropped() {
	for i := 0; i < 100; i++ {
		drop = slab(300)
	}
	drop = nil
}

type sum struct{ allocs, allocBytes, inUse, inUseBytes int64 }

// readProfile adds up the records by the innermost function of main.
func readProfile() map[string]sum {
	var p []runtime.MemProfileRecord
	for n, ok := runtime.MemProfile(nil, true); ; {
		p = make([]runtime.MemProfileRecord, n+100)
		if n, ok = runtime.MemProfile(p, true); ok {
			p = p[:n]
			break
		}
	}
	sums := map[string]sum{}
	for i := range p {
		r := &p[i]
		for frames := runtime.CallersFrames(r.Stack()); ; {
			f, more := frames.Next()
			if strings.HasPrefix(f.Function, "main.") {
				s := sums[f.Function]
				s.allocs += r.AllocObjects
				s.allocBytes += r.AllocBytes
				s.inUse += r.InUseObjects()
				s.inUseBytes += r.InUseBytes()
				sums[f.Function] = s
				break
			}
			if !more {
				break
			}
		}
	}
	return sums
}

func main() {
	runtime.MemProfileRate = 1
	keep = tree(6)
	for i := 0; i < 20; i++ {
		slabs = append(slabs, slab(100000))
	}
	for i := 0; i < 400; i++ {
		bits = append(bits, leafAlloc())
	}
	dropped()
	runtime.GC()
	runtime.GC()
	s := readProfile()
	fmt.Println("tree", s["main.tree"])
	fmt.Println("slab allocs", s["main.slab"].allocs, s["main.slab"].allocBytes)
	if n := s["main.slab"].inUse; n < 20 || n > 22 {
		fmt.Println("slabs in use:", n)
	}
	fmt.Println("tiny blocks", s["main.leafAlloc"])

	// Turned off, nothing is added.
	runtime.MemProfileRate = 0
	for i := 0; i < 1000; i++ {
		drop = slab(3000)
	}
	runtime.GC()
	runtime.GC()
	fmt.Println("no more:", readProfile()["main.slab"].allocs <= 121)
	runtime.KeepAlive(keep)
}
