// run

// Generic code together with the library: iterators, sorting, formatting, goroutines.
package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"sort"
	"strings"
	"sync"
)

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(v ...T) Set[T] {
	for _, x := range v {
		s[x] = struct{}{}
	}
	return s
}
func (s Set[T]) Items() iter.Seq[T] {
	return func(y func(T) bool) {
		for k := range s {
			if !y(k) {
				return
			}
		}
	}
}

type Opt[T any] func(*T)

func Apply[T any](t *T, o ...Opt[T]) *T {
	for _, f := range o {
		f(t)
	}
	return t
}

type Cfg struct {
	A int
	B string
}

type Heap[T any] struct {
	d    []T
	less func(a, b T) bool
}

func (h *Heap[T]) Push(x T) {
	h.d = append(h.d, x)
	i := len(h.d) - 1
	for i > 0 {
		p := (i - 1) / 2
		if !h.less(h.d[i], h.d[p]) {
			break
		}
		h.d[i], h.d[p] = h.d[p], h.d[i]
		i = p
	}
}
func (h *Heap[T]) Pop() (x T, ok bool) {
	if len(h.d) == 0 {
		return
	}
	x = h.d[0]
	n := len(h.d) - 1
	h.d[0] = h.d[n]
	h.d = h.d[:n]
	i := 0
	for {
		c := 2*i + 1
		if c >= n {
			break
		}
		if c+1 < n && h.less(h.d[c+1], h.d[c]) {
			c++
		}
		if !h.less(h.d[c], h.d[i]) {
			break
		}
		h.d[c], h.d[i] = h.d[i], h.d[c]
		i = c
	}
	return x, true
}

type Node interface {
	Name() string
	Kids() []Node
}
type Leaf string

func (l Leaf) Name() string { return string(l) }
func (Leaf) Kids() []Node   { return nil }

type Branch struct {
	Leaf
	kids []Node
}

func (b *Branch) Kids() []Node { return b.kids }
func walk(n Node) iter.Seq2[int, Node] {
	var rec func(d int, n Node, y func(int, Node) bool) bool
	rec = func(d int, n Node, y func(int, Node) bool) bool {
		if !y(d, n) {
			return false
		}
		for _, k := range n.Kids() {
			if !rec(d+1, k, y) {
				return false
			}
		}
		return true
	}
	return func(y func(int, Node) bool) { rec(0, n, y) }
}

type cache[K comparable, V any] struct {
	sync.Mutex
	m map[K]V
}

func (c *cache[K, V]) get(k K, mk func(K) V) V {
	c.Lock()
	defer c.Unlock()
	if v, ok := c.m[k]; ok {
		return v
	}
	if c.m == nil {
		c.m = make(map[K]V)
	}
	v := mk(k)
	c.m[k] = v
	return v
}

type Shape interface {
	Area() float64
	fmt.Stringer
}
type Sq struct{ s float64 }

func (s Sq) Area() float64  { return s.s * s.s }
func (s Sq) String() string { return fmt.Sprintf("Sq(%g)", s.s) }
func total[S Shape](xs []S) (t float64) {
	for _, x := range xs {
		t += x.Area()
	}
	return
}

func main() {
	s := Set[string]{}.Add("x", "y", "z", "x")
	items := slices.Sorted(s.Items())
	fmt.Println(items, len(s))
	c := Apply(&Cfg{}, func(c *Cfg) { c.A = 3 }, func(c *Cfg) { c.B = "b" })
	fmt.Printf("%+v\n", *c)
	h := &Heap[string]{less: func(a, b string) bool { return a < b }}
	for _, w := range strings.Fields("the quick brown fox jumps over the lazy dog") {
		h.Push(w)
	}
	for x, ok := h.Pop(); ok; x, ok = h.Pop() {
		fmt.Print(x, " ")
	}
	fmt.Println()
	t := &Branch{"root", []Node{Leaf("a"), &Branch{"b", []Node{Leaf("c")}}}}
	for d, n := range walk(t) {
		fmt.Println(strings.Repeat("  ", d), n.Name())
		if n.Name() == "b" {
			break
		}
	}
	cc := cache[int, string]{}
	for i := range 4 {
		fmt.Print(cc.get(i%2, func(k int) string { return fmt.Sprint("v", k, i) }), " ")
	}
	fmt.Println(len(cc.m))
	fmt.Println(total([]Sq{{1}, {2}}), total([]Shape{Sq{3}}), Shape(Sq{2}))
	m := map[string]int{"a": 3, "b": 1, "c": 2}
	keys := slices.Collect(maps.Keys(m))
	sort.Slice(keys, func(i, j int) bool { return m[keys[i]] < m[keys[j]] })
	fmt.Println(keys, m)
	fmt.Printf("%T %T %T %v\n", s, h, cc.get, Opt[int](nil) == nil)
	type pair[A, B any] struct {
		a A
		b B
	}
	fmt.Printf("%v %+v %T\n", pair[int, string]{1, "q"}, pair[bool, error]{}, pair[int, []string]{})
	next, stop := iter.Pull(s.Items())
	_, ok := next()
	stop()
	_, ok2 := next()
	fmt.Println(ok, ok2)
	var sb strings.Builder
	fmt.Fprintf(&sb, "%08.3f|%-5s|%5d|%x|%q|%v", 3.14159, "ab", 42, "hi", 'x', []any{1, nil, "s", 2.5})
	fmt.Println(sb.String())
	var e error = fmt.Errorf("wrap: %w", fmt.Errorf("in"))
	fmt.Println(e)
	var wg sync.WaitGroup
	res := make([]int, 8)
	for i := range res {
		wg.Go(func() { res[i] = i * i })
	}
	wg.Wait()
	fmt.Println(res)
}
