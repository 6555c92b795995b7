// Calls of closures that become known only after inlining: what they capture must be the variables of the right iteration.
package main

import (
	"fmt"
	"iter"
)

func adder(k int) func(int) int { return func(x int) int { return x + k } }

func pick(b bool) func() string {
	if b {
		return func() string { return "yes" }
	}
	return func() string { return "no" }
}

func named(b bool) (f func() string) {
	if b {
		f = func() string { return "set" }
	}
	return
}

func counter() (func() int, func()) {
	n := 0
	return func() int { n++; return n }, func() { n = 100 }
}

func twice(f func(int) int) func(int) int { return func(x int) int { return f(f(x)) } }

func upto(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}

func keep[T any](s iter.Seq[T], ok func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range s {
			if ok(v) && !yield(v) {
				return
			}
		}
	}
}

func both[T any](a, b iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range a {
			if !yield(v) {
				return
			}
		}
		for v := range b {
			if !yield(v) {
				return
			}
		}
	}
}

func find(n int) (r int, s string) {
	for i := range keep(upto(100), func(v int) bool { return v%3 == 0 }) {
		for j := range upto(i) {
			if i*j == n {
				return i, fmt.Sprint("j=", j)
			}
		}
	}
	return -1, "none"
}

func deferred() (out string) {
	for i := range upto(3) {
		defer func() { out += fmt.Sprint(i, ";") }()
	}
	return "d:"
}

func bad(yield func(int) bool) {
	yield(1)
	yield(2)
}

func badLoop() (msg any) {
	defer func() { msg = recover() }()
	for x := range bad {
		if x == 1 {
			break
		}
	}
	return "not reached"
}

func panics() (msg any) {
	defer func() { msg = recover() }()
	for x := range upto(5) {
		if x == 3 {
			panic(fmt.Sprint("at ", x))
		}
	}
	return nil
}

type node struct {
	l, r *node
	v    int
}

func (n *node) all(yield func(int) bool) bool {
	return n == nil || n.l.all(yield) && yield(n.v) && n.r.all(yield)
}

func (n *node) each() iter.Seq[int] { return func(y func(int) bool) { n.all(y) } }

func main() {
	for i := 0; i < 3; i++ {
		f := adder(i)
		fmt.Print(f(10), " ", twice(f)(10), " ", twice(twice(f))(10), "; ")
	}
	fmt.Println()
	var late func() int
	var fs []func() int
	for i := 0; i < 3; i++ {
		g := func() int { i += 10; return i }
		if late == nil {
			late = g
		}
		fs = append(fs, g)
		fmt.Print(late(), " ", g(), " ")
		i -= 10
		if i > 0 {
			i -= 10
		}
		if i < 0 {
			i += 10
		}
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println(pick(true)(), pick(false)(), named(true)(), named(false) == nil)
	inc, reset := counter()
	inc()
	inc()
	reset()
	inc2, _ := counter()
	fmt.Println(inc(), inc2(), inc2())
	sum := 0
outer:
	for v := range both(keep(upto(20), func(v int) bool { return v&1 == 0 }), upto(5)) {
		for w := range upto(v) {
			if w == 7 {
				continue outer
			}
			if v == 16 {
				break outer
			}
			sum += v * w
		}
	}
	fmt.Println(sum)
	fmt.Println(find(54))
	fmt.Println(find(55))
	fmt.Println(deferred(), badLoop(), panics())
	t := &node{&node{nil, nil, 1}, &node{&node{nil, nil, 3}, nil, 4}, 2}
	for v := range t.each() {
		if v == 4 {
			break
		}
		fmt.Print(v, " ")
	}
	var y func(f func(func(int) int) func(int) int) func(int) int
	y = func(f func(func(int) int) func(int) int) func(int) int { return func(x int) int { return f(y(f))(x) } }
	fmt.Println(y(func(self func(int) int) func(int) int {
		return func(n int) int {
			if n < 2 {
				return 1
			}
			return n * self(n-1)
		}
	})(6))
	defer func() { fmt.Println(recover() != nil) }()
	named(false)()
}
