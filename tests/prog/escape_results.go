// run

// Fresh results in the caller's frame: collections in between, loops, chains, interfaces, faults in arguments, panics.
package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
)

type node struct {
	l, r *node
	v    int
	s    string
}

//go:noinline
func leaf(v int) *node { return &node{v: v, s: strconv.Itoa(v + 1000)} }

//go:noinline
func twig(v int) *node { return &node{l: leaf(v), r: leaf(v + 1), v: v} }

//go:noinline
func maybe(v int) (*node, error) {
	if v%3 == 0 {
		return nil, errors.New("three " + strconv.Itoa(v))
	}
	n := node{v: v}
	return &n, nil
}

//go:noinline
func sum(n *node) int {
	if n == nil {
		return 0
	}
	return n.v + sum(n.l) + sum(n.r) + len(n.s)
}

var global *node

//go:noinline
func keep(n *node) { global = n }

type shape interface{ area() int }
type rect struct{ a, b int }

func (r *rect) area() int { return r.a * r.b }

//go:noinline
func newShape(a int) shape { return &rect{a, a + 1} }

//go:noinline
func boxed(v int) any { return [3]int{v, v + 1, v + 2} }

//go:noinline
func counter(start int) func() int {
	n := start
	return func() int { n++; return n }
}

//go:noinline
func squares(n int) []int {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i*i)
	}
	return s
}

//go:noinline
func table(n int) map[string]int {
	m := map[string]int{}
	for i := 0; i < n; i++ {
		m[strconv.Itoa(i)] = i
	}
	return m
}

//go:noinline
func zeros(n int) []byte { return make([]byte, n) }

//go:noinline
func join(a, b string) string { return a + b }

// The argument faults after the room was given; the deferred call must not take it.
func faulty() (s string) {
	defer func() {
		recover()
		n := leaf(7)
		keep(n)
		s = n.s
	}()
	var p *node
	return join(leaf(p.v).s, "x")
}

func churn() {
	for i := 0; i < 50; i++ {
		_ = make([]byte, 4096)
	}
	runtime.GC()
}

func main() {
	t := 0
	for i := 0; i < 20; i++ {
		n := twig(i)
		churnSome(i)
		t += sum(n)
	}
	fmt.Println(t)

	var all []*node
	for i := 0; i < 20; i++ {
		n := leaf(i)
		all = append(all, n)
	}
	churn()
	for _, n := range all {
		t += sum(n)
	}
	fmt.Println(t, *all[3], all[19].s)

	var last *node
	for i := 0; i < 10; i++ {
		n, err := maybe(i)
		if err != nil {
			fmt.Print(err, " ")
			continue
		}
		if i == 4 {
			last = n
		}
	}
	keep(leaf(77))
	churn()
	fmt.Println(last.v, global.s)

	c1, c2 := counter(10), counter(20)
	churn()
	fmt.Println(c1(), c1(), c2(), c1())

	fmt.Println(newShape(4).area(), boxed(5), boxed(9).([3]int)[1])
	q, w := squares(4), squares(30)
	churn()
	fmt.Println(q, cap(q), len(w), w[29], append(q, 99))
	m := table(5)
	churn()
	fmt.Println(m, len(table(40)))
	z := zeros(10)
	z[3] = 1
	y := zeros(1000)
	y[999] = 2
	fmt.Println(z, y[999], len(zeros(0)))

	x := ""
	for i := 0; i < 12; i++ {
		x = join(x, strconv.Itoa(i))
		if i%4 == 0 {
			x = join(x, "")
		}
	}
	churn()
	fmt.Println(x, strings.ToUpper(join("a", "b")))
	fmt.Println(faulty(), global.v)

	ch := make(chan *node)
	go func() {
		n := leaf(3)
		ch <- n
	}()
	n := <-ch
	churn()
	fmt.Fprintln(os.Stdout, n.v, n.s)
}

func churnSome(i int) {
	if i%7 == 0 {
		churn()
	}
}
