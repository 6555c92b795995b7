// Leak: goroutines that wait for a value nobody sends stay for ever; the same code with a way out does not leak.
package main

import (
	"context"
	"fmt"
	"runtime"
	"time"
)

func leaky() {
	ch := make(chan int)
	go func() { fmt.Println("never printed:", <-ch) }()
}

func tidy(ctx context.Context) {
	ch := make(chan int)
	go func() {
		select {
		case v := <-ch:
			fmt.Println("never printed:", v)
		case <-ctx.Done():
		}
	}()
}

// settle waits until the number of goroutines is n, or gives up.
func settle(n int) int {
	for i := 0; i < 200 && runtime.NumGoroutine() > n; i++ {
		time.Sleep(time.Millisecond)
	}
	return runtime.NumGoroutine()
}

func main() {
	fmt.Println("at start:", runtime.NumGoroutine())
	ctx, cancel := context.WithCancel(context.Background())
	for i := 0; i < 10; i++ {
		tidy(ctx)
	}
	fmt.Println("tidy ones waiting:", runtime.NumGoroutine()-1)
	cancel()
	fmt.Println("after cancel:", settle(1))
	for i := 0; i < 10; i++ {
		leaky()
	}
	fmt.Println("leaked:", settle(1)-1)
}
