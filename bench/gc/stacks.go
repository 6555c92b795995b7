// Collections beside many parked goroutines and one deep stack. Arguments: goroutines (default 100000), stack depth (default 200000), MB allocated (default 600).
package main

import (
	"fmt"
	"os"
	"strconv"
)

type Cell struct {
	next *Cell
	v    [2]int
}

func park(in chan int, c *Cell) int { return <-in + c.v[0] }

func deep(n int, mb int) int {
	var here [24]*Cell
	c := &Cell{v: [2]int{n, 1}}
	here[n%24] = c
	if n == 0 {
		var list *Cell
		for i := 0; i < mb<<20/24; i++ {
			if i%1000 == 0 {
				list = nil
			}
			list = &Cell{next: list}
		}
		return list.v[0]
	}
	return deep(n-1, mb) + here[n%24].v[0]
}

func main() {
	arg := []int{100000, 200000, 600}
	for i := 1; i < len(os.Args) && i <= len(arg); i++ {
		arg[i-1], _ = strconv.Atoi(os.Args[i])
	}
	in, out := make(chan int), make(chan int)
	for i := 0; i < arg[0]; i++ {
		go func() { out <- park(in, &Cell{v: [2]int{i}}) }()
	}
	sum := deep(arg[1], arg[2])
	go func() {
		for i := 0; i < arg[0]; i++ {
			in <- 1
		}
	}()
	for i := 0; i < arg[0]; i++ {
		sum += <-out
	}
	fmt.Println(sum)
}
