// run

// Generic types with generic methods, iterators, type switches on type parameters; promoted fields in static data.
package main

import (
	"fmt"
	"iter"
	"maps"
	"reflect"
	"slices"
	"sort"
	"unsafe"
)

type B struct {
	X int
	S string
}
type M struct {
	B
	T int
}
type O struct {
	M
	A [2]int
}

var g = O{X: 1, T: 2, A: [2]int{3, 4}}
var gp = &O{S: "s"}
var gs = []O{{X: 5}, {M: M{T: 6}}}
var gm = map[string]O{"a": {X: 7, S: "q"}}
var gi any = O{X: f(), S: "t"}

func f() int { fmt.Println("f"); return 9 }

// chains of generic methods, constraints, embedded generics
type Stream[T any] struct{ seq iter.Seq[T] }

func Of[T any](xs ...T) Stream[T] { return Stream[T]{slices.Values(xs)} }
func (s Stream[T]) Map[U any](f func(T) U) Stream[U] {
	return Stream[U]{func(y func(U) bool) {
		for x := range s.seq {
			if !y(f(x)) {
				return
			}
		}
	}}
}
func (s Stream[T]) Filter(p func(T) bool) Stream[T] {
	return Stream[T]{func(y func(T) bool) {
		for x := range s.seq {
			if p(x) && !y(x) {
				return
			}
		}
	}}
}
func (s Stream[T]) Reduce[A any](a A, f func(A, T) A) A {
	for x := range s.seq {
		a = f(a, x)
	}
	return a
}
func (s Stream[T]) Collect() []T { return slices.Collect(s.seq) }

type Opt[T any] struct {
	v  T
	ok bool
}

func Some[T any](v T) Opt[T] { return Opt[T]{v, true} }
func (o Opt[T]) Or(d T) T {
	if o.ok {
		return o.v
	}
	return d
}
func (o Opt[T]) Then[U any](f func(T) Opt[U]) Opt[U] {
	if !o.ok {
		return Opt[U]{}
	}
	return f(o.v)
}

type Node[K any, V any] struct {
	Opt[V]
	k    K
	l, r *Node[K, V]
}
type TreeMap[K, V any] struct {
	root *Node[K, V]
	cmp  func(K, K) int
}

func (t *TreeMap[K, V]) Put(k K, v V) {
	p := &t.root
	for *p != nil {
		switch c := t.cmp(k, (*p).k); {
		case c < 0:
			p = &(*p).l
		case c > 0:
			p = &(*p).r
		default:
			(*p).v = v
			return
		}
	}
	*p = &Node[K, V]{k: k, Opt: Some(v)}
}
func (t *TreeMap[K, V]) All() iter.Seq2[K, V] {
	return func(y func(K, V) bool) {
		var walk func(*Node[K, V]) bool
		walk = func(n *Node[K, V]) bool {
			return n == nil || walk(n.l) && y(n.k, n.v) && walk(n.r)
		}
		walk(t.root)
	}
}

type Shape interface {
	Area() float64
	comparable
}
type Sq float64

func (s Sq) Area() float64 { return float64(s * s) }
func Total[S Shape](xs ...S) (t float64) {
	for i, x := range xs {
		if i > 0 && x == xs[i-1] {
			continue
		}
		t += x.Area()
	}
	return
}

type Int interface{ ~int | ~int32 }

func SumAny[T Int](x any) (T, bool) {
	switch v := x.(type) {
	case T:
		return v, true
	case []T:
		var s T
		for _, e := range v {
			s += e
		}
		return s, true
	case map[T]T:
		return T(len(v)), true
	case func(T) T:
		return v(1), true
	}
	return 0, false
}

type E32 int32
type Rec[T any] struct {
	kids []Rec[T]
	v    T
}

func (r Rec[T]) Sum(f func(T) int) int {
	s := f(r.v)
	for _, k := range r.kids {
		s += k.Sum(f)
	}
	return s
}

type Lister[T any] interface {
	Len() int
	At(int) T
}
type SL[T any] []T

func (s SL[T]) Len() int   { return len(s) }
func (s SL[T]) At(i int) T { return s[i] }
func Last[T any, L Lister[T]](l L) T { return l.At(l.Len() - 1) }

func apply[T, U any, F ~func(T) U](x T, f F) U { return f(x) }

type byLen []string

func (b byLen) Len() int           { return len(b) }
func (b byLen) Less(i, j int) bool { return len(b[i]) < len(b[j]) }
func (b byLen) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

type u struct {
	a byte
	b *int
	c struct{}
}

func main() {
	fmt.Println(g, *gp, gs, gm, gi, O{T: 3}.T, (&O{A: [2]int{1}}).A)
	l := O{S: "loc", T: f()}
	l2 := []*O{{X: 1}, {T: 2}}
	fmt.Println(l, *l2[0], *l2[1], map[O]int{{X: 1}: 2}[O{X: 1}])
	r := Of(1, 2, 3, 4, 5).Filter(func(i int) bool { return i%2 == 1 }).Map(func(i int) string { return fmt.Sprint("#", i) })
	fmt.Println(r.Collect(), r.Reduce(0, func(a int, s string) int { return a + len(s) }))
	red := Of(1.5, 2).Reduce[string]
	fmt.Println(red("", func(s string, f float64) string { return s + fmt.Sprint(f) }))
	fmt.Println(Some(3).Then(func(i int) Opt[string] { return Some(fmt.Sprint(i)) }).Or("none"), Opt[int]{}.Then(func(i int) Opt[bool] { return Some(true) }).Or(false))
	t := TreeMap[string, int]{cmp: func(a, b string) int { return len(a) - len(b) }}
	for i, s := range []string{"ccc", "a", "bb", "dddd", "xx"} {
		t.Put(s, i)
	}
	for k, v := range t.All() {
		if k == "dddd" {
			break
		}
		fmt.Print(k, v, " ")
	}
	fmt.Println(Total(Sq(2), Sq(2), Sq(3)))
	fmt.Println(SumAny[int](3))
	fmt.Println(SumAny[E32]([]E32{1, 2}))
	fmt.Println(SumAny[int](map[int]int{1: 1}))
	fmt.Println(SumAny[int](func(i int) int { return i + 9 }))
	fmt.Println(SumAny[int]("x"))
	fmt.Println(Rec[string]{[]Rec[string]{{nil, "ab"}, {nil, "c"}}, "def"}.Sum(func(s string) int { return len(s) }))
	fmt.Println(Last[int](SL[int]{1, 2, 3}), apply(3, func(i int) string { return fmt.Sprint(i) }))
	b := byLen{"ccc", "a", "bb"}
	sort.Sort(b)
	fmt.Println(b, slices.Sorted(maps.Keys(map[string]int{"z": 1, "y": 2})))
	fmt.Println(unsafe.Sizeof(u{}), reflect.TypeOf(Opt[Opt[int]]{}), reflect.TypeOf(t.All()), reflect.TypeOf(red))
	next, stop := iter.Pull2(t.All())
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	type lt[T any] struct{ x T }
	fmt.Printf("%T %+v\n", lt[lt[int]]{}, lt[string]{"q"})
	for i := range 2 {
		type lt struct{ i int }
		fmt.Printf("%T %v\n", lt{i}, lt{i})
	}
}
