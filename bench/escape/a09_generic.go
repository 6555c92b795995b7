// a generic stack and a generic map function
package main

import (
	"runtime"
)

type stack[T any] struct{ v []T }

func (s *stack[T]) push(x T) { s.v = append(s.v, x) }
func (s *stack[T]) pop() T {
	x := s.v[len(s.v)-1]
	s.v = s.v[:len(s.v)-1]
	return x
}

//go:noinline
func apply[T, U any](a []T, f func(T) U) []U {
	r := make([]U, 0, len(a))
	for _, x := range a {
		r = append(r, f(x))
	}
	return r
}

var sink int

//go:noinline
func step(i int) {
	var s stack[int]
	s.push(i)
	s.push(2)
	r := apply([]int{1, 2, i}, func(v int) float64 { return float64(v) * 2 })
	sink += s.pop() + int(r[0])
}

func main() {
	step(0)
	var a, b runtime.MemStats
	runtime.ReadMemStats(&a)
	for i := 0; i < 1000; i++ {
		step(i)
	}
	runtime.ReadMemStats(&b)
	println("mallocs", b.Mallocs-a.Mallocs, sink)
}
