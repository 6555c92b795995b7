// run

// Generic methods as calls, values and expressions, new(value), promoted fields in literals, generic aliases and other recent parts of the language.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

// generic methods, new(expr), promoted fields, aliases
type Box[T any] struct{ v T }

func (b Box[T]) Map[U any](f func(T) U) Box[U] { return Box[U]{f(b.v)} }
func (b *Box[T]) Fold[A any](a A, f func(A, T) A) A { return f(a, b.v) }

type Conv struct{ n int }

func (c Conv) To[T ~int | ~float64]() T { return T(c.n) }
func (c *Conv) Add[T ~int](x T) *Conv  { c.n += int(x); return c }

type Base struct {
	ID   int
	Name string
}
type Mid struct {
	Base
	Tags []string
}
type Top struct {
	*Mid
	X int
}
type Set[T comparable] = map[T]struct{}
type PairOf[A any] = struct{ a, b A }
type Vec[T any] []T

func (v Vec[T]) Each(f func(int, T)) {
	for i, x := range v {
		f(i, x)
	}
}

type Num interface {
	~int | ~int8 | ~float64
}

func Sum[T Num](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}
func MapF[T, U any](xs []T, f func(T) U) []U {
	r := make([]U, 0, len(xs))
	for _, x := range xs {
		r = append(r, f(x))
	}
	return r
}
func Ptr[T any](x T) *T { return &x }
func Keys[M ~map[K]V, K comparable, V any](m M) int { return len(m) }

type Ordered interface{ ~int | ~string }

func Max[T Ordered](a, b T) T {
	if a > b {
		return a
	}
	return b
}

type Self[T any] interface{ Less(T) bool }
type Age int

func (a Age) Less(b Age) bool { return a < b }
func MinS[T Self[T]](a, b T) T {
	if b.Less(a) {
		return b
	}
	return a
}

type PtrTo[T any] interface {
	*T
	Set(string)
}
type Cfg struct{ s string }

func (c *Cfg) Set(s string) { c.s = s }
func Make[T any, P PtrTo[T]](s string) T {
	var t T
	P(&t).Set(s)
	return t
}

type myErr struct{ code int }

func (e *myErr) Error() string { return fmt.Sprint("code ", e.code) }

func namedRes() (x int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("wrapped: %w", r.(error))
			x *= 2
		}
	}()
	x = 21
	panic(&myErr{7})
}

func shadow() (n int) {
	defer func() { n++ }()
	for i := range 3 {
		defer func() { n = n*10 + i }()
	}
	return 5
}

type State int

const (
	_  = iota
	KB = 1 << (10 * iota)
	MB
)
const (
	a, b = iota, iota * 10
	c, d
	_, _
	e, f
)

func main() {
	bx := Box[int]{41}
	fmt.Println(bx.Map(func(i int) string { return fmt.Sprint("<", i+1, ">") }), bx.Fold("s", func(a string, t int) string { return a + fmt.Sprint(t) }))
	g := bx.Map[float64]
	fmt.Printf("%T %v\n", g, g(func(i int) float64 { return float64(i) / 2 }))
	fmt.Println(Conv{3}.To[float64](), (&Conv{1}).Add(2).Add(Age(4)).n)
	h := Conv.To[int]
	fmt.Printf("%T %v\n", h, h(Conv{9}))
	p := new(5)
	q := new("str")
	r := new(Base{1, "x"})
	z := new([]int{1, 2})
	fmt.Println(*p, *q, *r, *z, *new(3.5), *new(int8(4)), *new(func() int { return 3 }()))
	*p++
	fmt.Println(*p)
	t := Top{Mid: &Mid{Base: Base{1, "n"}}, X: 2}
	fmt.Println(t.ID, t.Name, t.Tags == nil)
	m := Mid{ID: 3, Name: "prom", Tags: []string{"t"}}
	fmt.Println(m)
	s := Set[string]{"a": {}}
	fmt.Printf("%T %v %T\n", s, s, PairOf[int]{1, 2})
	Vec[string]{"x", "y"}.Each(func(i int, s string) { fmt.Print(i, s, " ") })
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[int8](100, 27, 1), MapF([]int{1, 2}, func(i int) string { return strings.Repeat("*", i) }), *Ptr(3), Keys(s))
	fmt.Println(Max("a", "b"), Max(Age2(3), 2), MinS(Age(4), Age(3)), Make[Cfg]("cfg"))
	x, err := namedRes()
	var me *myErr
	fmt.Println(x, err, errors.As(err, &me), me.code, shadow())
	fmt.Println(KB, MB, a, b, c, d, e, f)
	fmt.Println(min(3, 1, 2), max(1.5, 2), min("b", "a"), min(2, 1.5))
	mm := map[string]int{"a": 1}
	clear(mm)
	sl := []int{1, 2, 3}
	clear(sl[1:])
	fmt.Println(mm, sl, len(os.Args))
	var fns []func() int
	for i := 0; i < 3; i++ {
		fns = append(fns, func() int { i *= 10; return i })
	}
	for _, f := range fns {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	var arr [3]int
	for i, arr[i] = range []int{7, 8, 9} {
	}
	fmt.Println(arr, i)
outer:
	for i := range 3 {
		for j := range 3 {
			switch {
			case j == 1:
				continue outer
			case i == 2:
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	goto end
end:
	fmt.Println("end")
	type T = struct {
		int
		string
	}
	fmt.Printf("%+v\n", T{1, "s"})
	var iface interface {
		comparable2
	} = cmp2{}
	fmt.Println(iface.Foo())
	switch y := any(3.5).(type) {
	case int, float64:
		fmt.Printf("%T\n", y)
	case nil:
	}
	func(xs ...int) { fmt.Println(len(xs), xs == nil) }()
	var np *Conv
	defer func() { fmt.Println(recover()) }()
	_ = np.To[int]()
}

var i int

type Age2 int
type comparable2 interface{ Foo() string }
type cmp2 struct{}

func (cmp2) Foo() string { return "foo" }
