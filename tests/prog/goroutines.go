// run

// Goroutines: arguments evaluated at the go statement, panics inside, deep recursion, many of them, Gosched, method values.

package main

import (
	"fmt"
	"runtime"
	"sync"
)

type acc struct {
	mu sync.Mutex
	n  int
}

func (a *acc) add(n int) { a.mu.Lock(); a.n += n; a.mu.Unlock() }
func deep(n int) int {
	var pad [16]int
	pad[n&15] = n
	if n == 0 {
		return 0
	}
	return deep(n-1) + pad[n&15] - n + 1
}
func arg(s string, n int) int { fmt.Print(s, " "); return n }
func main() {
	var a acc
	var wg sync.WaitGroup
	for i := range 1000 {
		wg.Add(1)
		go func(k int) { defer wg.Done(); a.add(k); runtime.Gosched() }(i)
	}
	wg.Wait()
	fmt.Println(a.n)
	done := make(chan int)
	x := 1
	go func(v int) { done <- v }(arg("eval", x))
	x = 2
	fmt.Println(<-done)
	wg.Add(2)
	f := a.add
	go func() { defer wg.Done(); f(5) }()
	go func() {
		defer wg.Done()
		defer func() { a.add(recover().(int)) }()
		panic(7)
	}()
	wg.Wait()
	fmt.Println(a.n)
	for range 4 {
		go func() { done <- deep(20000) }()
	}
	fmt.Println(<-done, <-done, <-done, <-done)
	func() { defer func() { fmt.Println(recover()) }(); var nf func(); defer nf() }()
	ping, pong := make(chan int), make(chan int)
	go func() {
		for v := range ping {
			pong <- v + 1
		}
		close(pong)
	}()
	v := 0
	for range 500 {
		ping <- v
		v = <-pong
	}
	close(ping)
	_, ok := <-pong
	fmt.Println(v, ok, runtime.NumGoroutine() < 10, runtime.GOOS, runtime.GOARCH)
	stop := false
	go func() {
		defer close(done)
		for !stop {
			runtime.Gosched()
			stop = true
		}
	}()
	<-done
	res := make([]int, 50)
	for i := range res {
		wg.Go(func() { res[i] = deep(i * 20) })
	}
	wg.Wait()
	s := 0
	for _, r := range res {
		s += r
	}
	fmt.Println(s)
}
