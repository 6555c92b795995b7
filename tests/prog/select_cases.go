// run

// select: default, closed and nil channels, evaluation of all operands, break, one case at a time.

package main

import "fmt"

func ev(s string, c chan int) chan int { fmt.Print(s, " "); return c }
func val(n int) int                    { fmt.Print("v", n, " "); return n }
func main() {
	var nilc chan int
	c, d := make(chan int, 1), make(chan int)
	select {
	case x := <-ev("nil", nilc):
		fmt.Println(x)
	case ev("d", d) <- val(1):
	case ev("c", c) <- val(2):
		fmt.Println("sent")
	}
	select {
	case x, ok := <-c:
		fmt.Println(x, ok)
	default:
		fmt.Println("no")
	}
	select {
	case <-c:
	default:
		fmt.Println("default")
	}
	close(c)
	select {
	case x, ok := <-c:
		fmt.Println(x, ok)
	case <-nilc:
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		select {
		case c <- 1:
		default:
		}
	}()
	arr := []int{0, 0}
	i := 0
	c = make(chan int, 2)
	c <- 5
	select {
	case arr[func() int { i++; return i }()] = <-c:
		fmt.Println(arr)
	}
loop:
	for n := 0; ; n++ {
		select {
		default:
			if n == 3 {
				fmt.Println("out", n)
				break loop
			}
			if n == 1 {
				continue loop
			}
			break
		}
	}
	done := make(chan bool)
	go func() {
		for v := range d {
			fmt.Print(v, " ")
		}
		close(done)
	}()
	for k := range 3 {
		select {
		case d <- k:
		case <-done:
		}
	}
	close(d)
	<-done
	fmt.Println()
	counts := [2]int{}
	a, b := make(chan int, 200), make(chan int, 200)
	for range 200 {
		a <- 1
		b <- 1
	}
	for range 200 {
		select {
		case <-a:
			counts[0]++
		case <-b:
			counts[1]++
		}
	}
	fmt.Println(counts[0] > 40, counts[1] > 40, counts[0]+counts[1])
	var m map[string]int = map[string]int{}
	e := make(chan int, 1)
	e <- 3
	var ok bool
	select {
	case m["x"], ok = <-e:
	}
	fmt.Println(m, ok)
}
