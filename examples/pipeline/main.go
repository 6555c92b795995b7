// Pipeline: stages joined by channels; cancelling the context ends all of them.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

func numbers(ctx context.Context) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 1; ; i++ {
			select {
			case out <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func square(ctx context.Context, in <-chan int, wg *sync.WaitGroup) <-chan int {
	out := make(chan int)
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer close(out)
		for v := range in {
			select {
			case out <- v * v:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func main() {
	ctx, cancel := context.WithCancelCause(context.Background())
	var wg sync.WaitGroup
	sum := 0
	for v := range square(ctx, numbers(ctx), &wg) {
		if sum += v; sum > 10000 {
			cancel(errors.New("sum is large enough"))
			break
		}
	}
	wg.Wait()
	fmt.Println("sum:", sum)
	fmt.Println("ctx:", ctx.Err(), "because", context.Cause(ctx))

	slow, stop := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer stop()
	select {
	case <-slow.Done():
		fmt.Println("slow:", slow.Err())
	case <-time.After(5 * time.Second):
		fmt.Println("slow: no deadline?")
	}
}
