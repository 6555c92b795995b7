// run

// Places where an address could outlive its frame or its iteration. A collection between making and use shows what was freed.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

type node struct {
	v    int
	next *node
}

var sink any

func churn() {
	for i := 0; i < 3; i++ {
		sink = make([]byte, 1<<12)
		runtime.GC()
	}
	dirty(64)
}

//go:noinline
func dirty(n int) int {
	var a [64]int
	for i := range a {
		a[i] = -n - i
	}
	if n > 0 {
		return dirty(n-1) + a[n%64]
	}
	return a[3]
}

// a literal that escapes keeps what it captured by reference
func counter() (func() int, func()) {
	n := 10
	p := &n
	return func() int { n++; return *p }, func() { *p *= 2 }
}

// several definitions of one pointer
func several(k int) *node {
	a, b, c := node{v: 1}, node{v: 2}, node{v: 3}
	p := &a
	if k > 1 {
		p = &b
	}
	if k > 2 {
		p = &c
	}
	return p
}

// by-value captures that hold pointers
func byValue() []func() int {
	var out []func() int
	for i := 0; i < 3; i++ {
		x := &node{v: i}
		out = append(out, func() int { return x.v })
	}
	return out
}

// deferred closures in a loop
func defers() (r []int) {
	for i := 0; i < 4; i++ {
		x := node{v: i * i}
		defer func() { r = append(r, x.v) }()
	}
	churn()
	return nil
}

// a chain through the slots of a loop
func chain(n int) int {
	var head *node
	for i := 0; i < n; i++ {
		head = &node{v: i, next: head}
	}
	churn()
	s := 0
	for p := head; p != nil; p = p.next {
		s = s*10 + p.v
	}
	return s
}

// goto makes a loop too
func gotoChain(n int) int {
	var head *node
	i := 0
again:
	x := node{v: i, next: head}
	head = &x
	i++
	if i < n {
		goto again
	}
	churn()
	s := 0
	for p := head; p != nil; p = p.next {
		s = s*10 + p.v
	}
	return s
}

// the previous iteration's object is compared with this one's
func previous() (same int) {
	var last *node
	for i := 0; i < 5; i++ {
		x := &node{v: i}
		if last != nil && last.v == x.v {
			same++
		}
		last = x
	}
	return
}

func swapped() string {
	var b strings.Builder
	cur, old := []int{0, 0}, []int{0, 0}
	for i := 0; i < 4; i++ {
		fresh := []int{i, i * 2}
		old, cur = cur, fresh
		fmt.Fprint(&b, old, cur, " ")
	}
	return b.String()
}

// range over functions
func each(n int) func(func(*node) bool) {
	return func(yield func(*node) bool) {
		for i := 0; i < n; i++ {
			x := node{v: i}
			if !yield(&x) {
				return
			}
		}
	}
}

func rangeFunc() int {
	var keep []*node
	for p := range each(5) {
		q := *p
		keep = append(keep, p, &q)
	}
	churn()
	s := 0
	for _, p := range keep {
		s = s*10 + p.v
	}
	return s
}

func rangeFuncReturn() *node {
	for p := range each(3) {
		x := node{v: p.v + 40}
		if p.v == 2 {
			return &x
		}
	}
	return nil
}

// channels, select
func channels() int {
	c := make(chan *node, 4)
	for i := 0; i < 2; i++ {
		x := node{v: i + 1}
		c <- &x
	}
	y := node{v: 3}
	select {
	case c <- &y:
	default:
	}
	churn()
	s := 0
	for i := 0; i < 3; i++ {
		select {
		case p := <-c:
			s = s*10 + p.v
		default:
			s = -1
		}
	}
	return s
}

// goroutines
func goroutine() int {
	done := make(chan int)
	x := node{v: 5}
	go func(p *node) { churn(); done <- p.v + x.v }(&node{v: 7})
	x.v++
	return <-done
}

// maps: keys and values in boxes
func maps() string {
	m := map[any]any{}
	for i := 0; i < 3; i++ {
		k := [2]int{i, i}
		m[k] = &node{v: i}
	}
	churn()
	s := ""
	for i := 0; i < 3; i++ {
		s += fmt.Sprint(m[[2]int{i, i}].(*node).v)
	}
	for k, v := range m {
		if k.([2]int)[0] != v.(*node).v {
			s += "bad"
		}
	}
	return s
}

// results of inlined calls
func fresh(i int) *node { return &node{v: i} }

func inlined() int {
	var a []*node
	for i := 0; i < 3; i++ {
		a = append(a, fresh(i+1))
	}
	p := fresh(9)
	for i := 0; i < 2; i++ {
		q := fresh(i)
		p.next, p = q, q
	}
	churn()
	return a[0].v*100 + a[1].v*10 + a[2].v + p.v*1000
}

// makes of variable size
func variable(n int) int {
	var keep [][]int
	t := 0
	for i := 1; i <= n; i++ {
		tmp := make([]int, i)
		for k := range tmp {
			if tmp[k] != 0 {
				panic("not cleared")
			}
			tmp[k] = i
			t += tmp[k]
		}
		if i%3 == 0 {
			kept := make([]int, i)
			copy(kept, tmp)
			keep = append(keep, kept)
		}
	}
	churn()
	for _, k := range keep {
		t = t*10 + k[len(k)-1]
	}
	return t
}

func grow(n int) (string, int) {
	var b []byte
	for i := 0; i < n; i++ {
		b = append(b, byte('a'+i%26))
	}
	var c []int
	for i := 0; i < n; i++ {
		c = append(c, i)
	}
	s := 0
	for _, v := range c {
		s += v
	}
	return string(b), s
}

func growKept(n int) []int {
	var c []int
	for i := 0; i < n; i++ {
		c = append(c, i)
	}
	return c
}

// interfaces that are not what they seem
type area interface{ area() int }
type sq struct{ s int }
type kept struct{ p *int }

func (s sq) area() int    { return s.s * s.s }
func (k *kept) area() int { return *k.p }

var lastArea area

func pick(k int) area {
	x := k * 3
	var a area = sq{k}
	if k&1 == 1 {
		a = &kept{&x}
	}
	lastArea = a
	return a
}

func bound() []func() int {
	var fs []func() int
	for i := 1; i < 4; i++ {
		s := sq{i}
		k := &kept{&i}
		fs = append(fs, s.area, k.area)
	}
	return fs
}

// a literal returns the address of a variable of the function around it
func indirect() int {
	x := 4
	get := func() *int { return &x }
	p := get()
	*p = 6
	set := func(f func() *int) *int { return f() }
	q := set(get)
	*q++
	return x
}

// strings whose bytes live in the frame
func texts(n int) []string {
	var out []string
	for i := 0; i < n; i++ {
		s := "k" + string(rune('a'+i))
		b := []byte(s)
		b[0] = 'z'
		out = append(out, s, string(b))
	}
	churn()
	return out
}

// deferred calls with arguments and temporaries
func deferArgs() (out []int) {
	add := func(p *node) { out = append(out, p.v) }
	for i := 0; i < 2; i++ {
		defer add(&node{v: i})
	}
	var i area = sq{3}
	defer func(a area) { out = append(out, a.area()) }(i)
	defer keepArea(i)
	churn()
	return
}

func keepArea(a area) { lastArea = a }

type shape struct{ a area }

func (s *shape) hold(a area) { s.a = a }

func deferIface() int {
	var s shape
	func() {
		var a area = sq{5}
		defer s.hold(a)
	}()
	churn()
	return s.a.area()
}

func main() {
	get, double := counter()
	get()
	double()
	churn()
	fmt.Println(get())
	for k := 1; k < 4; k++ {
		p := several(k)
		churn()
		fmt.Print(p.v, " ")
	}
	fs := byValue()
	churn()
	fmt.Println(fs[0](), fs[1](), fs[2]())
	fmt.Println(defers(), chain(5), gotoChain(5), previous(), swapped())
	p := rangeFuncReturn()
	fmt.Println(rangeFunc(), channels(), goroutine(), maps(), inlined())
	churn()
	fmt.Println(p.v, variable(20))
	s, n := grow(100)
	fmt.Println(s, n)
	g := growKept(50)
	churn()
	fmt.Println(g[0], g[49], len(g))
	for k := 0; k < 4; k++ {
		a := pick(k)
		churn()
		fmt.Print(a.area(), " ", lastArea.area(), " ")
	}
	for _, f := range bound() {
		churn()
		fmt.Print(f(), " ")
	}
	fmt.Println(indirect(), texts(3))
	fmt.Println(deferArgs(), lastArea.area(), deferIface())
}
