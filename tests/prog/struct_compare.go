// run

// Equality of structs, arrays, interfaces, channels, pointers; blank fields; padding; floats inside.

package main

import (
	"fmt"
	"math"
)

type P struct {
	a int8
	b int64
	c bool
}
type Q struct {
	s string
	f float64
	_ int
	i any
	p P
}
type R struct {
	a [2]P
	e error
	c chan int
}

func mk(n int8) P {
	var junk [3]P
	for i := range junk {
		junk[i] = P{n + int8(i), -1, true}
	}
	return junk[0]
}
func main() {
	p := mk(1)
	fmt.Println(p == P{1, -1, true}, p != P{1, -1, false}, mk(2) == mk(2))
	q := Q{"x", 1, 2, 3, p}
	r := q
	r.f = 1.0
	fmt.Println(q == r)
	r.i = int8(3)
	fmt.Println(q == r)
	q.f, r.f, r.i = math.NaN(), math.NaN(), 3
	fmt.Println(q == r, q == q)
	q.f, r.f = 0, math.Copysign(0, -1)
	fmt.Println(q == r)
	c := make(chan int)
	a, b := R{c: c}, R{c: c}
	fmt.Println(a == b)
	b.e = fmt.Errorf("x")
	fmt.Println(a == b, a.e == nil)
	var i, j any = p, mk(1)
	fmt.Println(i == j, i == any(&p), any(&p) == any(&p), i != nil)
	x, y := &struct{}{}, &p
	fmt.Println(x == x, y == &p, *y == p, [0]int{} == [0]int{}, struct{}{} == struct{}{})
	type A struct{ s, t string }
	fmt.Println(A{"ab", "c"} == A{"a", "bc"}, [2]string{"a", "b"} == [2]string{"a", "b"}, [3]any{1, "a", nil} == [3]any{1, "a", nil})
	anon := struct {
		s, t string
	}{"m", "n"}
	fmt.Println(A(anon) == anon, A{"m", "n"} == anon)
	m := map[any]int{p: 1, [2]P{p}: 2, A{"q", ""}: 3}
	fmt.Println(m[mk(1)], m[[2]P{mk(1)}], m[A{s: "q"}], m[anon])
	type big struct {
		a [100]int
		s string
	}
	b1, b2 := big{s: "z"}, big{s: "z"}
	b1.a[99], b2.a[99] = 1, 1
	fmt.Println(b1 == b2)
	b2.a[50]++
	fmt.Println(b1 == b2)
	var e1, e2 error
	fmt.Println(e1 == e2, e1 == nil, any(e1) == nil, (*P)(nil) == nil, any((*P)(nil)) == nil)
}
