// run

// Interfaces: assertion between them, embedding, comparison, nil inside, method dispatch on every receiver kind.

package main

import "fmt"

type A interface{ F() string }
type B interface {
	A
	G() int
}
type c0 struct{}
type c1 struct{ n int8 }
type c8 struct{ p *int }
type c16 struct{ a, b int }
type ci int
type cs []int
type cm map[string]int
type cf func() int
type cc chan int
type ca [1]*int

func (c0) F() string    { return "c0" }
func (x c1) F() string  { return fmt.Sprint("c1 ", x.n) }
func (x c8) F() string  { return fmt.Sprint("c8 ", *x.p) }
func (x c16) F() string { return fmt.Sprint("c16 ", x.a+x.b) }
func (x c16) G() int    { return x.a * x.b }
func (x ci) F() string  { return fmt.Sprint("ci ", int(x)) }
func (x *ci) G() int    { *x++; return int(*x) }
func (x cs) F() string  { return fmt.Sprint("cs ", len(x)) }
func (x cm) F() string  { return fmt.Sprint("cm ", x["k"]) }
func (x cf) F() string  { return fmt.Sprint("cf ", x()) }
func (x cc) F() string  { return fmt.Sprint("cc ", cap(x)) }
func (x ca) F() string  { return fmt.Sprint("ca ", *x[0]) }

type bigI interface {
	A
	fmt.Stringer
	interface {
		H(a int, b string, c []byte, d float64, e any) (int, string, error)
	}
}
type impl struct{ s string }

func (i *impl) F() string      { return i.s }
func (i *impl) String() string { return "str " + i.s }
func (i *impl) H(a int, b string, c []byte, d float64, e any) (int, string, error) {
	return a + len(c), b + fmt.Sprint(d, e), fmt.Errorf("%s", i.s)
}
func main() {
	n := 5
	k := ci(1)
	for _, a := range []A{c0{}, c1{3}, c8{&n}, c16{1, 2}, ci(7), &k, cs{1, 2}, cm{"k": 4}, cf(func() int { return 6 }), make(cc, 2), ca{&n}, &c16{3, 4}} {
		b, ok := a.(B)
		fmt.Print(a.F(), " ", ok, " ")
		if ok {
			fmt.Print(b.G(), b.(A).F(), " ")
		}
		if _, ok := a.(fmt.Stringer); ok {
			panic("Stringer")
		}
		fmt.Printf("%T\n", a)
	}
	var bi bigI = &impl{"i"}
	fmt.Println(bi.H(1, "b", []byte("xy"), 2.5, nil))
	fmt.Println(bi, bi.(A).F(), any(bi).(interface{ String() string }).String(), bi == any(bi), A(bi) == bi)
	var a1, a2 A
	fmt.Println(a1 == a2, a1 == nil, any(a1) == nil)
	a1, a2 = c16{1, 2}, c16{1, 2}
	fmt.Println(a1 == a2, a1 == A(ci(1)), a1 != c16{2, 1}, c16{1, 2} == a1)
	var np *impl
	a1 = np
	fmt.Println(a1 == nil, a1 != nil, a1 == A(np))
	func() { defer func() { fmt.Println(recover()) }(); a1.F() }()
	func() { defer func() { fmt.Println(recover()) }(); a2 = nil; a2.F() }()
	func() { defer func() { fmt.Println(recover()) }(); fmt.Println(a2.(B)) }()
	func() { defer func() { fmt.Println(recover()) }(); a2 = c0{}; fmt.Println(a2.(B)) }()
	func() { defer func() { fmt.Println(recover()) }(); fmt.Println(any(3).(A)) }()
	m := map[A]int{c1{1}: 1, ci(1): 2}
	m[c1{1}]++
	fmt.Println(m[c1{1}], m[ci(1)], m[nil], len(m))
	f := A.F
	fmt.Println(f(c1{9}), A(k).F())
	type local struct{ A }
	fmt.Println(local{ci(3)}.F(), any(local{ci(3)}) == any(local{ci(3)}))
	x := any(uint8(200))
	switch y := x.(type) {
	case int8, uint8:
		fmt.Printf("%T %v\n", y, y)
	}
	vals := []any{int8(-1), int16(300), int32(-5), int64(1 << 40), uint16(9), float32(1.5), 2.5, "s", true, 'r', 1i, nil}
	for _, v := range vals {
		i, ok := v.(int32)
		s, ok2 := v.(string)
		fmt.Print(i, ok, s, ok2, v == any(int32(-5)), " ")
	}
	fmt.Println()
}
