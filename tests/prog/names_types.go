// run

// Names and printed forms of types, generic ones and their instances above all; names of functions.
package main

import (
	"fmt"
	"reflect"
	"runtime"
)

type Pair[K comparable, V any] struct {
	K K
	V V
}
type List[T any] struct {
	next *List[T]
	val  T
}

func (l *List[T]) Push(v T) *List[T] { return &List[T]{l, v} }
func (p Pair[K, V]) Swap() string   { return fmt.Sprintf("%T", p) }

type Num interface{ ~int | ~float64 }
type MyInt int
type Alias = Pair[int, string]
type GA[T any] = Pair[string, T]
type Tree[T interface{ Less(T) bool }] struct{ l, r *Tree[T] }
type Ord int

func (o Ord) Less(p Ord) bool { return o < p }

type Fn[T any] func(T) T
type M[K comparable, V any] map[K][]V
type Ch[T any] chan T
type If[T any] interface{ Get() T }
type Emb[T any] struct {
	Pair[string, T]
	*List[T]
	x struct{ a, b T }
}

func local[T any]() any {
	type L struct{ x T }
	return L{}
}
func local2() (any, any) {
	type L struct{ x int }
	a := L{}
	{
		type L struct{ y string }
		return a, L{}
	}
}
func localg[T any](v T) []any {
	type In[U any] = Pair[string, U]
	type P struct {
		T T
		p *P
	}
	type Q map[string]P
	return []any{P{}, Q{}, []P{}, func(P) {}, In[T]{}}
}

type R[T any] struct{}

func (R[T]) loc() any {
	type inner struct{ t T }
	return inner{}
}
func caller() string {
	pc, _, _, _ := runtime.Caller(1)
	return runtime.FuncForPC(pc).Name()
}
func gen[T any]() string {
	f := func() string { return func() string { return caller() }() }
	return caller() + " " + f()
}

func (l *List[T]) Name() string { return caller() }
func (l List[T]) NameV() string { return func() string { return caller() }() }

type Outer struct{ Inner }
type Inner struct{}

func (Inner) Who() string   { return caller() }
func (*Inner) PWho() string { return caller() }

var glob = func() string { return caller() }()
var globs = map[string]func() string{"a": func() string { return caller() }, "b": func() string { return func() string { return caller() }() }}

func init() { fmt.Println(caller(), glob, globs["a"](), globs["b"]()) }
func init() { fmt.Println(caller(), func() string { return caller() }()) }

type Enum int

const (
	A Enum = iota
	B
)

func (e Enum) String() string { return [...]string{"A", "B"}[e] }

func main() {
	p := Pair[int, string]{1, "x"}
	type Loc[T any] struct{ t T }
	vs := []any{p, &p, Pair[Pair[int, string], []Pair[string, error]]{}.Swap(), &List[int]{}, List[*Pair[MyInt, any]]{}, Alias{}, GA[int]{}, GA[GA[bool]]{},
		Tree[Ord]{}, Fn[int](nil), M[string, Pair[int, int]]{}, Ch[MyInt](nil), (*If[int])(nil), (*If[func(int) (string, error)])(nil), Emb[float64]{},
		local[int](), local[string](), local[Pair[int, string]](), R[int]{}.loc(), R[List[string]]{}.loc(),
		struct {
			A int `json:"a"`
			b string
			Pair[int, bool]
		}{}, map[[2]Pair[int, int]]chan<- int{}, func(int, ...string) (a, b int) { return }, (func())(nil), []interface{ M(int) string }{}, (*interface{ error })(nil),
		[3]struct{}{}, new(any), (*error)(nil), MyInt(3), Enum(1), []Enum{0, 1}, map[Enum]Enum{1: 0}, struct{ E Enum }{1}, &struct{ e *int }{}, 'x', 1i, uintptr(3), []byte("a"), [2]byte{1, 2}, any(nil), error(nil),
		(chan (<-chan int))(nil), (<-chan chan<- int)(nil), (chan<- func())(nil), func(func(int) bool) {}, Loc[int]{},
	}
	l1, l2 := local2()
	vs = append(vs, l1, l2)
	vs = append(vs, localg(3)...)
	vs = append(vs, localg(Pair[int, MyInt]{})...)
	for _, v := range vs {
		t := reflect.TypeOf(v)
		if t == nil {
			fmt.Println("nil")
			continue
		}
		fmt.Printf("%T|%s|%q|%v|%d\n", v, t.String(), t.Name(), t.Kind(), t.Size())
		if t.Kind() != reflect.Func && t.Kind() != reflect.Pointer {
			fmt.Printf("%v %+v %#v\n", v, v, v)
		}
		fmt.Println(t.PkgPath(), t.NumMethod(), t.Comparable())
	}
	fmt.Println((&List[int]{}).Name(), List[string]{}.NameV(), Outer{}.Who(), (&Outer{}).PWho())
	f := Outer.Who
	g := (*Outer).PWho
	h := Outer{}.Who
	i := (&Outer{}).PWho
	fmt.Println(f(Outer{}), g(&Outer{}), h(), i())
	for _, x := range []any{f, g, h, i, main, gen[int], (*List[int]).Name, List[int].NameV, globs["a"], fmt.Println, Enum.String, (*Enum).String, Inner.Who, func() {}} {
		fmt.Println(runtime.FuncForPC(reflect.ValueOf(x).Pointer()).Name())
	}
	func() {
		defer func() { fmt.Println(caller()) }()
		func() { fmt.Println(caller()) }()
	}()
	for range 1 {
		func() { fmt.Println(caller()) }()
	}
	for x := range func(yield func(int) bool) { fmt.Println(caller()); yield(1) } {
		fmt.Println(x, caller())
		func() { fmt.Println(caller()) }()
	}
	done := make(chan bool)
	go func() { fmt.Println(caller()); done <- true }()
	<-done
}
