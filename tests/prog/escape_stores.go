// run

// Stores through pointers into objects of the frame, objects of a loop beside each other, loops of deferred calls, maps in the frame.
package main

import (
	"fmt"
	"runtime"
)

type node struct {
	next *node
	v    *int
	n    int
}

func churn() {
	for i := 0; i < 30; i++ {
		_ = make([]byte, 4096)
	}
	runtime.GC()
}

//go:noinline
func total(n *node) (t int) {
	for ; n != nil; n = n.next {
		t += n.n
		if n.v != nil {
			t += *n.v
		}
	}
	return
}

//go:noinline
func list(k int) int {
	var head *node
	for i := 0; i < k; i++ {
		head = &node{next: head, n: i, v: new(int)}
		*head.v = i
	}
	churn()
	return total(head)
}

//go:noinline
func through(c bool) int {
	x, y := 5, 7
	a, b := &node{n: 1}, &node{n: 2}
	p := a
	if c {
		p = b
	}
	p.v = &x
	pp := &p
	(*pp).next = &node{n: 10, v: &y}
	churn()
	return total(a)*100 + total(b)
}

var saved *node

//go:noinline
func fill(n *node) { n.next = saved; n.v = &n.n }

// A call stores a package's object into a local one: what is stored through that then is on the heap.
func dirty() int {
	saved = &node{n: 100}
	var l node
	fill(&l)
	x := 3
	l.next.v = &x
	churn()
	return total(saved)
}

func keepsOut() []*int {
	var out []*int
	for i := 0; i < 6; i++ {
		k := i
		s := []*int{&k}
		out = append(out, s...)
	}
	churn()
	return out
}

func texts(n int) int {
	all := []string{}
	s := ""
	for i := 0; i < n; i++ {
		b := []byte{byte('a' + i%26), 'x', 'y'}
		all = append(all, string(b))
		s += string(b[:2])
		t := s + ""
		if i == 3 {
			all = append(all, t)
		}
	}
	churn()
	for _, t := range all {
		s += t
	}
	return len(s) + int(s[len(s)-1])
}

func defers(n int) (s string) {
	for i := 0; i < n; i++ {
		defer func() { s += fmt.Sprint(i, " ") }()
		defer func(v int) { s += fmt.Sprint(v*10, " ") }(i)
	}
	return ""
}

func maps(n int) (r int) {
	for i := 0; i < n; i++ {
		m := map[int]string{1: "a", i: "b"}
		for k := 0; k < i; k++ {
			m[k] = fmt.Sprint(k)
		}
		churnSome(i)
		for k, v := range m {
			r += k + len(v)
		}
		delete(m, 1)
		clear(m)
		m[7] = "z"
		r += len(m)
	}
	return
}

func churnSome(i int) {
	if i%5 == 0 {
		churn()
	}
}

func closures() int {
	var fs []func() int
	for i := 0; i < 10; i++ {
		fs = append(fs, func() int { i *= 2; return i })
	}
	churn()
	t := 0
	for _, f := range fs {
		t += f() + f()
	}
	return t
}

func main() {
	fmt.Println(list(3), list(40))
	fmt.Println(through(false), through(true))
	fmt.Println(dirty())
	for _, p := range keepsOut() {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	fmt.Println(texts(5), texts(60))
	fmt.Println(defers(2))
	fmt.Println(len(defers(12)))
	fmt.Println(maps(4), maps(20))
	fmt.Println(closures())
}
