// run

// Keys that cannot be hashed, in empty and full maps, nested in structs and arrays; comparisons that panic or do not.

package main

import "fmt"

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

type K struct {
	a [2]any
	_ any
}

func main() {
	var n map[any]int
	e, s, ks, big := map[any]int{}, map[any]int{1: 1}, map[K]int{}, map[any]int{}
	for i := range 100 {
		big[i] = i
	}
	try(func() { _ = n[[]int{}] })
	try(func() { _ = e[[]int{}] })
	try(func() { _ = s[[]int{}] })
	try(func() { _ = big[[]int{}] })
	try(func() { n[[]int{}] = 1 })
	try(func() { e[[]int{}] = 1 })
	try(func() { s[[]int{}] = 1 })
	try(func() { big[func() {}] = 1 })
	try(func() { delete(n, any([]int{})) })
	try(func() { delete(e, any([]int{})) })
	try(func() { delete(s, any(map[int]int{})) })
	try(func() { delete(big, any([]int{})) })
	try(func() { _ = ks[K{[2]any{1, []string{}}, nil}] })
	try(func() { ks[K{[2]any{1, []string{}}, nil}] = 1 })
	try(func() { _, ok := e[struct{ x any }{[]int{}}]; _ = ok })
	try(func() { fmt.Println(e[K{}], ks[K{}], len(e), len(ks)) })
	var a, b any = []int{1}, []int{1}
	try(func() { fmt.Println(a == b) })
	try(func() { fmt.Println(any(K{[2]any{1, a}, 0}) == any(K{[2]any{2, b}, 0})) })
	try(func() { fmt.Println(any(K{[2]any{1, a}, 0}) == any(K{[2]any{1, b}, 0})) })
	try(func() { fmt.Println([1]any{a} == [1]any{b}) })
	try(func() { fmt.Println(a == any(1), a != nil, any(K{}) == any(K{})) })
}
