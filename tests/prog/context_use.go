// run

// context: cancel, causes, deadlines, values, AfterFunc, trees.

package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key int

func main() {
	bg := context.Background()
	fmt.Println(bg, context.TODO(), bg.Err(), bg.Done() == nil)
	ctx, cancel := context.WithCancel(context.WithValue(bg, key(1), "v"))
	child, stop := context.WithCancelCause(ctx)
	fmt.Println(child.Value(key(1)), child.Value(key(2)), child.Value(1), child.Err())
	done := make(chan string)
	go func() {
		<-child.Done()
		done <- fmt.Sprint(child.Err(), context.Cause(child))
	}()
	cancel()
	fmt.Println(<-done, ctx.Err() == context.Canceled)
	stop(errors.New("late"))
	fmt.Println(context.Cause(child))
	c2, stop2 := context.WithCancelCause(bg)
	stop2(errors.New("why"))
	fmt.Println(c2.Err(), context.Cause(c2))
	c3, cancel3 := context.WithTimeout(bg, time.Millisecond)
	defer cancel3()
	_, has := c3.Deadline()
	<-c3.Done()
	fmt.Println(c3.Err(), errors.Is(c3.Err(), context.DeadlineExceeded), has)
	fired := make(chan bool)
	c4, cancel4 := context.WithCancel(bg)
	context.AfterFunc(c4, func() { close(fired) })
	cancel4()
	<-fired
	wc := context.WithoutCancel(ctx)
	fmt.Println(wc.Err(), wc.Value(key(1)), c4)
	c5, cancel5 := context.WithDeadline(bg, time.Now().Add(-time.Hour))
	fmt.Println(c5.Err())
	cancel5()
	select {
	case <-c5.Done():
		fmt.Println("done")
	default:
		fmt.Println("no")
	}
}
