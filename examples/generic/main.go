// Generic: a set and ordered helpers with type parameters.
package main

import (
	"cmp"
	"fmt"
	"slices"
)

// Set is a collection of distinct values.
type Set[T comparable] map[T]struct{}

// Add puts values in.
func (s Set[T]) Add(vs ...T) {
	for _, v := range vs {
		s[v] = struct{}{}
	}
}

// Sorted lists the members of s in order.
func Sorted[T cmp.Ordered](s Set[T]) []T {
	out := make([]T, 0, len(s))
	for v := range s {
		out = append(out, v)
	}
	slices.Sort(out)
	return out
}

// Map applies f to every element.
func Map[T, U any](in []T, f func(T) U) []U {
	out := make([]U, len(in))
	for i, v := range in {
		out[i] = f(v)
	}
	return out
}

// Pair is two values.
type Pair[A, B any] struct {
	First  A
	Second B
}

func (p Pair[A, B]) Swap() Pair[B, A] { return Pair[B, A]{p.Second, p.First} }

func main() {
	words := Set[string]{}
	words.Add("roots", "hole", "song", "hole")
	fmt.Println(Sorted(words))
	fmt.Println(Map(Sorted(words), func(s string) int { return len(s) }))
	p := Pair[string, int]{"depth", 3}
	fmt.Printf("%v %+v %T\n", p, p.Swap(), p.Swap())
	fmt.Println(min(2.5, 1), max("a", "b"))
}
