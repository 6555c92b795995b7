// run

// runtime.Goexit runs deferred calls, is not recovered, and wins over panics that were recovered.

package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	do := func(f func()) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer fmt.Println("deferred")
			f()
			fmt.Println("returned")
		}()
		wg.Wait()
	}
	do(func() {})
	do(func() { runtime.Goexit() })
	do(func() { defer func() { fmt.Println(recover()) }(); runtime.Goexit() })
	do(func() { defer func() { fmt.Println(recover()) }(); defer runtime.Goexit(); panic(1) })
	do(func() { defer func() { fmt.Println(recover()) }(); defer panic("in defer"); runtime.Goexit() })
	do(func() {
		for range seq {
			runtime.Goexit()
		}
	})
}
func seq(yield func(int) bool) { defer fmt.Println("seq out"); yield(1) }
