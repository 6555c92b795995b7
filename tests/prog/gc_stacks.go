// Objects that only stacks of parked goroutines know, handed over channels while collections run; deep stacks; system calls.
package main

import (
	"fmt"
	"os"
	"runtime"
	"sync"
)

type box struct {
	next *box
	v    int
	pad  [3]int
}

func chain(n, v int) *box {
	var b *box
	for i := 0; i < n; i++ {
		b = &box{next: b, v: v + i}
	}
	return b
}

func (b *box) sum() int {
	s := 0
	for ; b != nil; b = b.next {
		s += b.v
	}
	return s
}

func churn(n int) int {
	s := 0
	for i := 0; i < n; i++ {
		s += len(make([]byte, 512+i%64)) + chain(4, i).v
	}
	return s
}

// Each keeps a chain of its own on its stack and passes on what it is given.
func relay(in, out chan *box, id int, wg *sync.WaitGroup, total *[64]int) {
	defer wg.Done()
	own := chain(20, id)
	for b := range in {
		own.v += b.v & 1
		nb := &box{next: b.next, v: b.v + 1}
		b.next = nil
		out <- nb
	}
	total[id] = own.sum()
	close(out)
}

func deep(n int) int {
	b := chain(2, n)
	if n == 0 {
		runtime.GC()
		return churn(3000)&1 + b.sum()
	}
	return deep(n-1) + b.sum()
}

type tree struct{ l, r *tree }

func grow(d int) *tree {
	if d == 0 {
		return &tree{}
	}
	return &tree{grow(d - 1), grow(d - 1)}
}

func (t *tree) n() int {
	if t.l == nil {
		return 1
	}
	return 1 + t.l.n() + t.r.n()
}

var global [3000]*box

func main() {
	const n = 40
	var wg sync.WaitGroup
	var total [64]int
	first := make(chan *box)
	last := first
	for i := 0; i < n; i++ {
		out := make(chan *box, i%3)
		wg.Add(1)
		go relay(last, out, i, &wg, &total)
		last = out
	}
	var parked sync.WaitGroup
	gate := make(chan bool)
	sums := make([]int, 2000)
	for i := range sums {
		parked.Add(1)
		go func() {
			b := chain(3, i)
			<-gate
			sums[i] = b.sum()
			parked.Done()
		}()
	}
	go func() {
		for i := 0; i < 400; i++ {
			first <- chain(5, i)
			global[i*7%len(global)] = chain(2, i)
			churn(30)
		}
		close(first)
	}()
	stop, calls := make(chan bool), make(chan int)
	go func() {
		k := 0
		for {
			select {
			case <-stop:
				calls <- k
				return
			default:
			}
			b := chain(3, 5)
			if _, err := os.Stat("/"); err == nil && b.sum() == 18 {
				k++
			}
		}
	}()
	keep := grow(14)
	got, count := 0, 0
	for b := range last {
		got += b.sum()
		count++
		if count%100 == 0 {
			go runtime.GC()
		}
	}
	wg.Wait()
	d := deep(3000)
	close(gate)
	parked.Wait()
	stop <- true
	if <-calls == 0 {
		fmt.Println("no system calls")
	}
	s := 0
	for _, v := range sums {
		s += v
	}
	g := 0
	for _, b := range global {
		g += b.sum()
	}
	fmt.Println(count, got, total[:n], d, s, g, keep.n())
}
