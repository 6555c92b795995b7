// run

// Generic types: methods, nesting, constraints with methods, recursion, embedding, zero values, type switches.

package main

import (
	"cmp"
	"fmt"
	"strings"
)

type Num interface{ ~int | ~int64 | ~float64 }
type List[T any] struct {
	head *node[T]
	n    int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Push(v T) *List[T] { l.head = &node[T]{v, l.head}; l.n++; return l }
func (l *List[T]) Each(f func(int, T)) {
	i := 0
	for n := l.head; n != nil; n = n.next {
		f(i, n.v)
		i++
	}
}
func Map[A, B any](l *List[A], f func(A) B) *List[B] {
	r := &List[B]{}
	l.Each(func(_ int, a A) { r.Push(f(a)) })
	return r
}

type Tree[K cmp.Ordered, V any] struct {
	l, r *Tree[K, V]
	k    K
	v    V
}

func (t *Tree[K, V]) Put(k K, v V) *Tree[K, V] {
	switch {
	case t == nil:
		return &Tree[K, V]{k: k, v: v}
	case k < t.k:
		t.l = t.l.Put(k, v)
	case k > t.k:
		t.r = t.r.Put(k, v)
	default:
		t.v = v
	}
	return t
}
func (t *Tree[K, V]) All(yield func(K, V) bool) bool {
	return t == nil || t.l.All(yield) && yield(t.k, t.v) && t.r.All(yield)
}

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(v ...T) Set[T] {
	for _, x := range v {
		s[x] = struct{}{}
	}
	return s
}

type Stringish interface {
	~string
	Len() int
}
type Str string

func (s Str) Len() int { return len(s) }
func Total[S Stringish](xs ...S) (n int) {
	for _, x := range xs {
		n += x.Len() + len(string(x))
	}
	return
}
func Sum[T Num](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}

type Setter[T any] interface {
	*T
	Set(string)
}
type Cfg struct{ s string }

func (c *Cfg) Set(s string) { c.s = strings.ToUpper(s) }
func Make[T any, P Setter[T]](s string) T {
	var t T
	P(&t).Set(s)
	return t
}
func Kind[T any](x T) string {
	switch any(x).(type) {
	case int:
		return "int"
	case []T:
		return "slice of T"
	case *T:
		return "ptr"
	}
	var z T
	return fmt.Sprintf("%T", z)
}

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

type MyI int
type Vec[T Num] []T

func (v Vec[T]) Dot(w Vec[T]) (s T) {
	for i := range v {
		s += v[i] * w[i]
	}
	return
}

type Alias[T any] = map[string]T

func Ptr[T any](v T) *T                             { return &v }
func Keys[M ~map[K]V, K comparable, V any](m M) int { return len(m) }
func main() {
	l := (&List[int]{}).Push(1).Push(2).Push(3)
	Map(Map(l, func(i int) string { return fmt.Sprint("n", i*i) }), func(s string) []byte { return []byte(s) }).Each(func(i int, b []byte) { fmt.Print(i, string(b), " ") })
	var t *Tree[string, int]
	for i, w := range strings.Fields("the quick brown fox jumps over the lazy dog") {
		t = t.Put(w, i)
	}
	t.All(func(k string, v int) bool { fmt.Print(k, v, " "); return k != "over" })
	fmt.Println(len(Set[MyI]{}.Add(1, 2, 1)), Total(Str("ab"), Str("c")), Sum(1.5, 2), Sum[MyI](1, 2), Sum[int]())
	fmt.Println(Make[Cfg]("hi"), Kind(1), Kind("s"), Kind([]int{}), Kind(MyI(1)), Kind[any](1), Kind[error](nil))
	fmt.Println(Some(3).Or(4), Opt[string]{}.Or("d"), Vec[float64]{1, 2}.Dot(Vec[float64]{3, 4}), *Ptr("p"), Keys(Alias[int]{"a": 1}))
	fmt.Printf("%T %T %T %T\n", l, t, Opt[Opt[MyI]]{}, Map[int, List[string]])
	type local[T any] struct{ x T }
	fmt.Printf("%T %v\n", local[int]{1}, local[local[string]]{local[string]{"q"}})
	f, g := Sum[int], Vec[int].Dot
	fmt.Println(f(1, 2, 3), g(Vec[int]{2}, Vec[int]{5}), any(Opt[int]{}) == any(Opt[int]{}), any(Opt[int]{}) == any(Opt[int64]{}))
}
