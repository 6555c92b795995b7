// run

// Texts of run-time errors.

package main

import "fmt"

type T struct{ a, b int }
type I interface{ M() }
type J interface {
	N()
	M()
}
type X int

func (X) M() {}

type Y struct{}

func (*Y) M() {}
func try(f func()) {
	defer func() {
		r := recover()
		_, e := r.(error)
		fmt.Printf("%v %v\n", e, r)
	}()
	f()
}

//go:noinline
func id[T any](x T) T { return x }
func main() {
	a, s, str, arr := []int{1, 2, 3}, make([]int, 2, 5), "hello", [4]int{}
	var u8 uint8 = 200
	var np *T
	var ni I
	var e any = "str"
	var nf func()
	var nm map[T]int
	try(func() { _ = a[id(3)] })
	try(func() { _ = a[id(-1)] })
	try(func() { _ = a[u8] })
	try(func() { _ = arr[id(4)] })
	try(func() { _ = str[id(9)] })
	try(func() { _ = a[id(uint64(1<<63))] })
	try(func() { _ = s[id(3):id(1)] })
	try(func() { _ = s[id(1):id(9)] })
	try(func() { _ = s[id(-1):] })
	try(func() { _ = str[id(6):] })
	try(func() { _ = str[id(4):id(2)] })
	try(func() { _ = str[:id(99)] })
	try(func() { _ = arr[id(5):] })
	try(func() { _ = s[1:2:id(9)] })
	try(func() { _ = s[1:id(4):id(3)] })
	try(func() { _ = s[id(3):2:2] })
	try(func() { _ = arr[:id(2):id(8)] })
	try(func() { _ = [4]int(a) })
	try(func() { _ = (*[5]int)(s) })
	try(func() { _ = np.b })
	try(func() { ni.M() })
	try(func() { nf() })
	try(func() { nm[T{}] = 1 })
	try(func() { _ = e.(int) })
	try(func() { _ = e.(I) })
	try(func() { _ = e.(fmt.Stringer) })
	try(func() { _ = ni.(J) })
	try(func() { ni = X(1); _ = ni.(J) })
	try(func() { _ = ni.(*Y) })
	try(func() { e = nil; _ = e.(int) })
	try(func() { _ = e.(I) })
	try(func() { e = Y{}; _ = e.(I) })
	try(func() { _ = 1 / id(0) })
	try(func() { _ = 1 % id(uint8(0)) })
	try(func() { _ = 1 << id(-1) })
	try(func() { _ = make([]int, id(-1)) })
	try(func() { _ = make([]int, 1, id(0)) })
	try(func() { _ = make([]int64, id(1<<60)) })
	try(func() { _ = make(chan int, id(-1)) })
	try(func() { var c chan int; close(c) })
	try(func() { c := make(chan int); close(c); close(c) })
	try(func() { c := make(chan int, 1); close(c); c <- 1 })
	try(func() { var x, y any = []int{}, []int{}; _ = x == y })
	try(func() { _ = map[any]int{func() {}: 1} })
	try(func() { type t struct{ x any }; _ = any(t{a}) == any(t{a}) })
	try(func() { panic(fmt.Errorf("wrapped: %w", fmt.Errorf("in"))) })
	try(func() { _ = *(*int)(nil) })
	try(func() {
		var p *[8]int
		for i := range p {
			_ = i
		}
		fmt.Print(len(p), " ")
		_ = p[id(2)]
	})
	try(func() { var p *T; q := &p.b; _ = q })
	try(func() { _ = e.(interface{ Foo(int) }) })
}
