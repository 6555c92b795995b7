package main

import "sync"

// pingpong: two goroutines hand a value back and forth over unbuffered channels.
func pingpong() int {
	const n = 1000000
	a, b := make(chan int), make(chan int)
	go func() {
		for v := range a {
			b <- v + 1
		}
		close(b)
	}()
	v := 0
	for v < n {
		a <- v
		v = <-b
	}
	close(a)
	return n
}

// pipeline: four stages joined by buffered channels.
func pipeline() int {
	const n = 1000000
	stage := func(in <-chan int) <-chan int {
		out := make(chan int, 128)
		go func() {
			for v := range in {
				out <- v + 1
			}
			close(out)
		}()
		return out
	}
	first := make(chan int, 128)
	go func() {
		for i := range n {
			first <- i
		}
		close(first)
	}()
	sum := 0
	for v := range stage(stage(stage(first))) {
		sum += v
	}
	if sum != n*(n-1)/2+3*n {
		panic(sum)
	}
	return n
}

// fanin: one goroutine selects over six senders and a channel that says stop.
func fanin() int {
	const each = 200000
	var c [6]chan int
	stop := make(chan struct{})
	var wg sync.WaitGroup
	for i := range c {
		c[i] = make(chan int)
		wg.Go(func() {
			for j := range each {
				c[i] <- j
			}
		})
	}
	go func() {
		wg.Wait()
		close(stop)
	}()
	n := 0
	for {
		select {
		case <-c[0]:
		case <-c[1]:
		case <-c[2]:
		case <-c[3]:
		case <-c[4]:
		case <-c[5]:
		case <-stop:
			if n != len(c)*each {
				panic(n)
			}
			return n
		}
		n++
	}
}

// sieve: a chain of goroutines, each of which drops the multiples of one prime.
func sieve() int {
	const want = 1500
	generate := func(c chan<- int) {
		for i := 2; ; i++ {
			c <- i
		}
	}
	filter := func(in <-chan int, out chan<- int, prime int) {
		for {
			if i := <-in; i%prime != 0 {
				out <- i
			}
		}
	}
	c := make(chan int)
	go generate(c)
	last := 0
	for range want {
		last = <-c
		next := make(chan int)
		go filter(c, next, last)
		c = next
	}
	if last != 12553 {
		panic(last)
	}
	return want
}

// ring: a token goes round a thousand goroutines.
func ring() int {
	const size, n = 1000, 2000000
	first := make(chan int)
	in := first
	done := make(chan int)
	for range size {
		out := make(chan int)
		go func(in <-chan int) {
			for v := range in {
				if v == 0 {
					done <- 0
					return
				}
				out <- v - 1
			}
		}(in)
		in = out
	}
	go func() {
		for v := range in {
			first <- v
		}
	}()
	first <- n
	<-done
	return n
}
