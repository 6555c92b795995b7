package main

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"time"
	"unique"
	"weak"
)

// Finalizers, cleanups, weak pointers, unique, KeepAlive, Pinner and sync.Pool in the corners where implementations differ.

type obj struct {
	name string
	peer *obj
	pad  [4]int
}

func gc() {
	for range 3 {
		runtime.GC()
		time.Sleep(5 * time.Millisecond)
	}
}

//go:noinline
func chain(ch chan string) {
	a, b := &obj{name: "a"}, &obj{name: "b"}
	a.peer = b
	runtime.SetFinalizer(a, func(o *obj) { ch <- "final " + o.name })
	runtime.SetFinalizer(b, func(o *obj) { ch <- "final " + o.name })
}

var saved *obj

//go:noinline
func resurrect(ch chan string) weak.Pointer[obj] {
	o := &obj{name: "r"}
	runtime.SetFinalizer(o, func(o *obj) { saved = o; ch <- "resurrected" })
	return weak.Make(o)
}

//go:noinline
func cleanups(ch chan string) {
	o := &obj{name: "c"}
	runtime.AddCleanup(o, func(s string) { ch <- s }, "cleanup 1")
	runtime.AddCleanup(&o.pad[2], func(s string) { ch <- s }, "cleanup 2")
	c := runtime.AddCleanup(o, func(s string) { ch <- s }, "stopped")
	c.Stop()
	c.Stop()
	runtime.KeepAlive(o)
}

//go:noinline
func weaks() (weak.Pointer[obj], weak.Pointer[int], weak.Pointer[obj]) {
	o := &obj{name: "w"}
	w, in := weak.Make(o), weak.Make(&o.pad[1])
	fmt.Println(w == weak.Make(o), w.Value() == o, in.Value() == &o.pad[1], weak.Make[obj](nil) == weak.Pointer[obj]{})
	runtime.KeepAlive(o)
	return w, in, weak.Make(o)
}

//go:noinline
func handles(n int) (hs []unique.Handle[string]) {
	for i := range n {
		hs = append(hs, unique.Make(strings.Repeat("x", i%10)))
	}
	return
}

//go:noinline
func pooled(p *sync.Pool) weak.Pointer[obj] {
	o := &obj{name: "pooled"}
	p.Put(o)
	return weak.Make(o)
}

func caught(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

//go:noinline
func pinned(p *runtime.Pinner) weak.Pointer[obj] {
	o := &obj{name: "pinned"}
	p.Pin(o)
	return weak.Make(o)
}

func main() {
	ch := make(chan string, 100)
	chain(ch)
	gc()
	fmt.Println(<-ch)
	gc()
	fmt.Println(<-ch)

	w := resurrect(ch)
	gc()
	fmt.Println(<-ch, saved.name, w.Value() == nil)
	saved = nil

	cleanups(ch)
	gc()
	x, y := <-ch, <-ch
	fmt.Println(min(x, y), max(x, y), len(ch))

	a, b, c := weaks()
	gc()
	fmt.Println(a.Value(), b.Value(), a == c)

	hs := handles(30)
	fmt.Println(hs[3] == hs[13], hs[3] == hs[4], hs[5].Value(), unique.Make(1) == unique.Make(1), unique.Make(any(1)) == unique.Make(any("1")))
	hs = nil
	gc()
	fmt.Println(unique.Make("xxx").Value())

	var p sync.Pool
	pw := pooled(&p)
	runtime.GC()
	fmt.Println("after one collection:", pw.Value() != nil)
	p.Get()
	pooled(&p)
	gc()
	fmt.Println("after three:", p.Get(), pw.Value() == nil)
	p.New = func() any { return "new" }
	fmt.Println(p.Get())

	var pin runtime.Pinner
	w = pinned(&pin)
	gc()
	fmt.Println("pinned:", w.Value() != nil)
	pin.Unpin()
	gc()
	fmt.Println("unpinned:", w.Value() == nil)
	caught(func() { pin.Pin(5) })
	caught(func() { pin.Pin(nil) })
	o := &obj{}
	caught(func() { runtime.AddCleanup(o, func(*obj) {}, o) })
	caught(func() { runtime.AddCleanup((*obj)(nil), func(int) {}, 1) })
	caught(func() { runtime.AddCleanup(o, func(*obj) {}, o.peer) })
	caught(func() { runtime.AddCleanup(o, func(*int) {}, &o.pad[1]) })
	q := &obj{name: "q"}
	caught(func() { runtime.AddCleanup(q, func(int) { fmt.Println(q.name) }, 3) })
	runtime.SetFinalizer(o, func(*obj) {})
	runtime.SetFinalizer(o, nil)
	runtime.SetFinalizer(o, func(any) int { return 1 })
	runtime.KeepAlive(o)
	var m sync.Map
	for i := range 1000 {
		m.Store(i, weak.Make(&obj{}))
	}
	gc()
	left := 0
	m.Range(func(k, v any) bool {
		if v.(weak.Pointer[obj]).Value() != nil {
			left++
		}
		return true
	})
	fmt.Println(left <= 1)
}
