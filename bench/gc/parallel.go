// Goroutines that only allocate objects of 16 to 64 bytes and drop them. Arguments: goroutines (default 2), objects each (default 20000000).
package main

import (
	"fmt"
	"os"
	"strconv"
	"sync"
)

type A struct {
	p *A
	v int
}
type B struct {
	p *A
	v [3]int
}
type C struct {
	p *A
	v [7]int
}

func work(n int, a **A, b **B, c **C) {
	for i := 0; i < n; i += 3 {
		*a = &A{v: i}
		*b = &B{p: *a}
		*c = &C{p: *a}
	}
}

func main() {
	g, n := 2, 20000000
	if len(os.Args) > 1 {
		g, _ = strconv.Atoi(os.Args[1])
	}
	if len(os.Args) > 2 {
		n, _ = strconv.Atoi(os.Args[2])
	}
	var wg sync.WaitGroup
	for k := 0; k < g; k++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			s := new(struct {
				a   *A
				b   *B
				c   *C
				pad [12]int
			})
			work(n, &s.a, &s.b, &s.c)
		}()
	}
	wg.Wait()
	fmt.Println("done")
}
