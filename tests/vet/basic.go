package main

import (
	"fmt"
	"os"
	"sync"
)

type T struct {
	mu sync.Mutex
}

func f(t T) int {
	for {
	}
	return 1
}

type M[P any] struct{ x P }

func g(err error) {
	fmt.Printf("%d %s\n", "x", 3)
	fmt.Println("hi %d\n", 4)
	x := 5
	x = x
	var t T
	u := t
	_ = u
	var m M[sync.Mutex]
	mm := m
	_ = mm
	fmt.Printf("%z", x+x*2)
	fmt.Printf("%s", x+x*2)
	fmt.Printf(os.Args[0])
	return
	fmt.Println()
}

func main() { g(nil); f(T{}) }
