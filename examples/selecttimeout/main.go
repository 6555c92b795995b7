// Select: waits on several channels, with a timeout and a ticker.
package main

import (
	"fmt"
	"time"
)

func after(d time.Duration, s string) <-chan string {
	c := make(chan string, 1)
	go func() {
		time.Sleep(d)
		c <- s
	}()
	return c
}

func main() {
	fast, slow := after(time.Millisecond, "fast"), after(300*time.Millisecond, "slow")
	for range 2 {
		select {
		case s := <-fast:
			fmt.Println("got", s)
			fast = nil
		case s := <-slow:
			fmt.Println("got", s)
		case <-time.After(60 * time.Millisecond):
			fmt.Println("timeout")
		}
	}
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for n := range 3 {
		<-tick.C
		fmt.Println("tick", n)
	}
	select {
	case s := <-slow:
		fmt.Println("early?", s)
	default:
		fmt.Println("nothing yet")
	}
}
