// run

package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// Everybody gets a turn: beside pairs that always have work for each other, loops without calls, and goroutines that are started faster than
// they run.
func main() {
	for _, procs := range []int{1, 2, 4} {
		runtime.GOMAXPROCS(procs)
		hotPair()
		tightLoops(procs)
		manyStarts()
	}
	locked()
}

func hotPair() {
	a, b := make(chan int), make(chan int)
	var stop atomic.Bool
	var pairs sync.WaitGroup
	for range 2 {
		pairs.Go(func() {
			for !stop.Load() {
				select {
				case a <- 1:
				case <-b:
				}
			}
		})
		pairs.Go(func() {
			for !stop.Load() {
				select {
				case <-a:
				case b <- 1:
				}
			}
		})
	}
	var others sync.WaitGroup
	for range 5 {
		others.Go(func() {
			for range 3 {
				time.Sleep(time.Millisecond)
				runtime.Gosched()
			}
		})
	}
	others.Wait()
	stop.Store(true)
	done := make(chan bool)
	go func() { pairs.Wait(); close(done) }()
	for {
		select { // whoever is left alone with a channel is let go
		case <-a:
		case b <- 1:
		case a <- 1:
		case <-b:
		case <-done:
			fmt.Println("pairs ended")
			return
		}
	}
}

var sink [8]int

func tightLoops(procs int) {
	var stop atomic.Bool
	var wg sync.WaitGroup
	for i := range procs + 1 {
		wg.Go(func() {
			for x := 0; !stop.Load(); x++ {
				sink[i] = x
			}
		})
	}
	time.Sleep(5 * time.Millisecond)
	runtime.GC() // stops loops without calls
	n := 0
	c := make(chan int)
	go func() {
		for i := range 3 {
			c <- i
		}
		close(c)
	}()
	for range c {
		n++
	}
	stop.Store(true)
	wg.Wait()
	fmt.Println("loops ended", n)
}

func manyStarts() {
	var n atomic.Int64
	var wg sync.WaitGroup
	for range 20000 {
		wg.Go(func() { n.Add(1) })
	}
	wg.Wait()
	fmt.Println("started", n.Load())
}

func locked() {
	done := make(chan int)
	for i := range 4 {
		go func() {
			runtime.LockOSThread()
			if i%2 == 0 { // ends with its thread still bound
				defer func() { done <- i }()
				runtime.Goexit()
			}
			runtime.UnlockOSThread()
			done <- i
		}()
	}
	sum := 0
	for range 4 {
		sum += <-done
	}
	fmt.Println("locked", sum)
}
