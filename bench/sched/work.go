package main

import (
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"
)

// contended: eight goroutines and one mutex, held for a moment.
func contended() int {
	const ng, each = 8, 500000
	var mu sync.Mutex
	var wg sync.WaitGroup
	count, x := 0, 1
	for range ng {
		wg.Go(func() {
			for range each {
				mu.Lock()
				count++
				x = x*31 + count
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	if count != ng*each {
		panic(count)
	}
	return count
}

// spawn: a million goroutines that end at once, waited for by a WaitGroup.
func spawn() int {
	const n = 1000000
	var wg sync.WaitGroup
	wg.Add(n)
	for range n {
		go wg.Done()
	}
	wg.Wait()
	return n
}

// workers: small jobs, taken from one channel by eight goroutines, results on another.
func workers() int {
	const n = 500000
	jobs, results := make(chan uint32, 64), make(chan uint32, 64)
	for range 8 {
		go func() {
			for j := range jobs {
				h := j
				for range 20 {
					h = h*1664525 + 1013904223
				}
				results <- h
			}
		}()
	}
	go func() {
		for i := range n {
			jobs <- uint32(i)
		}
		close(jobs)
	}()
	var sum uint32
	for range n {
		sum += <-results
	}
	if sum == 1 {
		panic(sum)
	}
	return n
}

func rss() int64 {
	b, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		panic(err)
	}
	n, err := strconv.ParseInt(strings.Fields(string(b))[1], 10, 64)
	if err != nil {
		panic(err)
	}
	return n * 4096
}

// parked: a million goroutines wait in a receive. Only creation is timed.
func parked() int {
	const n = 1000000
	c := make(chan struct{})
	before := rss()
	t, u := time.Now(), cpu()
	for range n {
		go func() { <-c }()
	}
	runtime.Gosched()
	note("create_ns", float64(time.Since(t).Nanoseconds())/n)
	note("create_cpu_ns", float64(cpu()-u)/n)
	note("bytes", float64(rss()-before)/n)
	close(c)
	return n
}

//go:noinline
func deep(n int, a *[64]byte) int {
	var b [64]byte
	b[n&63] = a[n&63] + 1
	if n == 0 {
		return int(b[0])
	}
	return deep(n-1, &b) + 1
}

// recursion: down to about 900 MB of stack and back.
func recursion() int {
	n := depth
	done := make(chan int)
	go func() {
		var b [64]byte
		done <- deep(n, &b)
	}()
	<-done
	return n
}

//go:noinline
func leaf(x int) int {
	var b [256]byte
	b[x&255] = byte(x)
	return int(b[(x>>8)&255]) + x
}

//go:noinline
func at(d, n int) int {
	if d > 0 {
		return at(d-1, n)
	}
	s := 0
	for i := range n {
		s += leaf(i)
	}
	return s
}

// boundary: calls from every depth of a small stack; the slowest depth per call is noted. Where stacks are chained, one of these depths
// lies at the end of a segment.
func boundary() int {
	const n, deepest = 100000, 80
	worst, total := 0.0, 0
	done := make(chan int)
	go func() {
		at(deepest, 1) // stacks that grow by copying have grown now
		for d := range deepest {
			best := 1e9
			for range 3 {
				t := time.Now()
				at(d, n)
				best = min(best, float64(time.Since(t).Nanoseconds())/n)
				total += n
			}
			worst = max(worst, best)
		}
		done <- 0
	}()
	<-done
	note("worst_ns", worst)
	return total
}
