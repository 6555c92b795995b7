// run

// Finalizers and cleanups run after the last reference is gone; KeepAlive; resurrection.

package main

import (
	"fmt"
	"runtime"
	"time"
)

type obj struct {
	n    int
	next *obj
	pad  [64]byte
}

var saved *obj

//go:noinline
func make1(c chan int) {
	o := &obj{n: 1}
	runtime.SetFinalizer(o, func(o *obj) { saved = o; c <- o.n })
	p := &obj{n: 2}
	runtime.AddCleanup(p, func(n int) { c <- n }, 20)
	q := &obj{n: 3}
	runtime.SetFinalizer(q, func(*obj) { c <- 99 })
	runtime.SetFinalizer(q, nil)
}

//go:noinline
func clobber(n int) int {
	var a [512]int
	for i := range a {
		a[i] = n
	}
	return a[n&511]
}
func main() {
	c := make(chan int, 10)
	done := make(chan bool)
	go func() { make1(c); close(done) }()
	<-done
	sum, got := 0, 0
	for i := 0; i < 100 && got < 2; i++ {
		clobber(i)
		runtime.GC()
		select {
		case n := <-c:
			sum += n
			got++
		case <-time.After(5 * time.Millisecond):
		}
	}
	fmt.Println(sum, got, saved.n)
	func() { defer func() { fmt.Println(recover() == nil) }(); var k obj; runtime.KeepAlive(&k) }()
}
