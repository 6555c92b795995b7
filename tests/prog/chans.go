// run

// Channels: buffering, closing, ranges, nil channels, direction types, comparison, structs, cap and len.

package main

import (
	"fmt"
	"sync"
)

type msg struct {
	id   int
	body string
	pad  [5]int
}

func gen(n int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := 2; i < n; i++ {
			c <- i
		}
	}()
	return c
}
func filter(in <-chan int, p int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for x := range in {
			if x%p != 0 {
				out <- x
			}
		}
	}()
	return out
}
func try(f func()) { defer func() { fmt.Println(recover()) }(); f() }
func main() {
	c := gen(60)
	for {
		p, ok := <-c
		if !ok {
			break
		}
		fmt.Print(p, " ")
		c = filter(c, p)
	}
	fmt.Println()
	b := make(chan msg, 2)
	b <- msg{1, "a", [5]int{4: 9}}
	b <- msg{id: 2}
	fmt.Println(len(b), cap(b), (<-b).pad[4], (<-b).id)
	close(b)
	m, ok := <-b
	fmt.Println(m, ok, len(b))
	var n chan int
	fmt.Println(len(n), cap(n), n == nil)
	try(func() { close(n) })
	try(func() { b <- msg{} })
	try(func() { close(b) })
	var s chan<- int = make(chan int, 1)
	s <- 1
	var r <-chan int = n
	fmt.Println(r == n, s != nil, fmt.Sprintf("%T %T %T", s, r, make(chan (<-chan int))))
	var wg sync.WaitGroup
	res := make(chan int)
	for i := range 5 {
		wg.Add(1)
		go func() { defer wg.Done(); res <- i * i }()
	}
	go func() { wg.Wait(); close(res) }()
	t := 0
	for x := range res {
		t += x
	}
	fmt.Println(t)
	cc := make(chan chan string, 1)
	in := make(chan string, 1)
	cc <- in
	(<-cc) <- "via"
	fmt.Println(<-in)
	z := make(chan struct{}, 3)
	z <- struct{}{}
	z <- struct{}{}
	fmt.Println(len(z), <-z)
	f := make(chan func() int, 1)
	f <- func() int { return 5 }
	fmt.Println((<-f)())
	sem := make(chan bool, 2)
	max, cur := 0, 0
	var mu sync.Mutex
	for range 6 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sem <- true
			mu.Lock()
			cur++
			if cur > max {
				max = cur
			}
			mu.Unlock()
			mu.Lock()
			cur--
			mu.Unlock()
			<-sem
		}()
	}
	wg.Wait()
	fmt.Println(max <= 2, cur)
}
