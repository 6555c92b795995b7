// run

// Captured variables: shared, per iteration, nested, recursive, method values, escaping.

package main

import "fmt"

func counter() (inc func() int, get func() int) {
	n := 0
	return func() int { n++; return n }, func() int { return n }
}
func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

type T struct{ v int }

func (t T) Get() int                      { return t.v }
func (t *T) Set(v int) *T                 { t.v = v; return t }
func variadic(p string, xs ...int) string { return fmt.Sprint(p, len(xs), xs == nil, xs) }
func main() {
	inc, get := counter()
	inc()
	inc()
	i2, _ := counter()
	fmt.Println(get(), i2())
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
		i := i * 100
		fs = append(fs, func() int { return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
	var ps []*int
	for i := 0; i < 4; i++ {
		if i == 2 {
			i++
		}
		ps = append(ps, &i)
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println(compose(func(x int) int { return x + 1 }, func(x int) int { return x * x })(4))
	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	t := T{1}
	g, s := t.Get, t.Set
	t.v = 5
	fmt.Println(fib(15), g(), s(7).Get(), t.v, T.Get(t), (*T).Get(&t), (*T).Set(&t, 3).v)
	x := 1
	func() {
		x := x + 1
		x++
		func() { x *= 10 }()
		fmt.Print(x, " ")
	}()
	fmt.Println(x)
	fmt.Println(variadic("a"), variadic("b", 1, 2), variadic("c", []int{}...), variadic("d", []int(nil)...))
	sum := func(xs ...int) (t int) {
		for _, x := range xs {
			t += x
		}
		return
	}
	fmt.Println(sum(), sum([]int{1, 2, 3}...), func(a, b int) int { return a - b }(5, 3))
	var self any
	f := func() any { return self }
	self = "late"
	fmt.Println(f())
	type node struct{ f func(*node) int }
	n := &node{}
	n.f = func(m *node) int {
		if m == n {
			return 1
		}
		return 2
	}
	fmt.Println(n.f(n), n.f(nil))
	big := [20]int{19: 3}
	h := func() int { return big[19] }
	big[19] = 4
	fmt.Println(h())
	for i, r := range "ab" {
		defer func() { fmt.Println(i, string(r)) }()
	}
}
