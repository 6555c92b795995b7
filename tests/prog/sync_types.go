// run

// Mutex, RWMutex, Once, WaitGroup, Cond, Pool, Map, atomics.

package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	n := 0
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 100 {
				mu.Lock()
				n += i
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println(n, mu.TryLock(), mu.TryLock())
	mu.Unlock()
	func() {
		var once sync.Once
		func() { defer func() { fmt.Println(recover()) }(); once.Do(func() { panic("once") }) }()
		once.Do(func() { fmt.Println("never") })
		f := sync.OnceValue(func() int { n++; return n })
		a, b := sync.OnceValues(func() (int, string) { return 1, "x" })()
		fmt.Println(f(), f(), a, b)
	}()
	var rw sync.RWMutex
	rw.RLock()
	fmt.Println(rw.TryRLock(), rw.TryLock())
	rw.RUnlock()
	rw.RUnlock()
	rw.Lock()
	fmt.Println(rw.TryRLock())
	rw.Unlock()
	c := sync.NewCond(&mu)
	ready := 0
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			for ready == 0 {
				c.Wait()
			}
			ready++
			mu.Unlock()
		}()
	}
	mu.Lock()
	ready = 1
	c.Broadcast()
	mu.Unlock()
	wg.Wait()
	fmt.Println(ready)
	p := sync.Pool{New: func() any { return "new" }}
	fmt.Println(p.Get(), (&sync.Pool{}).Get())
	var m sync.Map
	m.Store("a", 1)
	v, loaded := m.LoadOrStore("a", 2)
	w, ok := m.LoadAndDelete("a")
	_, ok2 := m.Load("a")
	fmt.Println(v, loaded, w, ok, ok2, m.CompareAndSwap("b", nil, 1))
	var a32 atomic.Int32
	var u64 atomic.Uint64
	var b atomic.Bool
	var ptr atomic.Pointer[string]
	var val atomic.Value
	s := "s"
	fmt.Println(a32.Add(5), a32.Swap(7), a32.CompareAndSwap(7, -1), a32.Load(), u64.Add(^uint64(0)), u64.Or(1), u64.And(6), b.Swap(true), b.Load(), ptr.Load() == nil, ptr.Swap(&s) == nil, *ptr.Load(), val.Load())
	val.Store([]int{1})
	func() { defer func() { fmt.Println(recover()) }(); val.Store("x") }()
	func() { defer func() { fmt.Println(recover()) }(); val.Store(nil) }()
	func() { defer func() { fmt.Println(recover()) }(); var w sync.WaitGroup; w.Done() }()
	var x int64
	for range 4 {
		wg.Go(func() { atomic.AddInt64(&x, 2) })
	}
	wg.Wait()
	fmt.Println(atomic.LoadInt64(&x))
}
