// run

// Timers, tickers, AfterFunc, Stop and Reset, sleeping goroutines in order.

package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop(), t.Reset(time.Millisecond))
	<-t.C
	c := make(chan int, 3)
	for _, d := range []int{240, 80, 160} {
		go func() { time.Sleep(time.Duration(d) * time.Millisecond); c <- d }()
	}
	fmt.Println(<-c, <-c, <-c)
	tick := time.NewTicker(2 * time.Millisecond)
	for range 3 {
		<-tick.C
	}
	tick.Stop()
	done := make(chan bool)
	af := time.AfterFunc(time.Millisecond, func() { close(done) })
	<-done
	fmt.Println(af.Stop())
	select {
	case <-time.After(time.Millisecond):
		fmt.Println("timeout")
	case <-make(chan int):
	}
	start := time.Now()
	time.Sleep(5 * time.Millisecond)
	fmt.Println(time.Since(start) >= 5*time.Millisecond, time.Duration(1500)*time.Millisecond, 90*time.Second, time.Duration(0))
	func() { defer func() { fmt.Println(recover()) }(); time.NewTicker(0) }()
	x := time.NewTimer(0)
	time.Sleep(2 * time.Millisecond)
	fmt.Println(x.Stop(), len(x.C))
}
