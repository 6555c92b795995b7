// errorcheck -0 -l

// Where values flow: one case per rule.
package p

type T struct {
	a int
	p *T
	s []int
}

type I interface{ M(*int) }

var g *T
var sink any

func ret() *T { return &T{} } // ERROR "&T\{\} escapes to heap$"

func keep(p *T) { g = p } // ERROR "leaking param: p$"

func through(p *T) *T { return p } // ERROR "leaking param: p to result ~r0 level=0$"

func content(p *T) *T { return p.p } // ERROR "leaking param: p to result ~r0 level=1$"

func stays() int {
	t := T{a: 1}
	p := &t
	q := &T{p: p} // ERROR "&T\{\.\.\.\} does not escape$"
	return q.p.a
}

func loop(n int) int {
	var last *T
	for i := 0; i < n; i++ {
		x := T{a: i} // ERROR "moved to heap: x$"
		y := T{a: i}
		p := &y
		last = &x
		_ = p.a
	}
	return last.a
}

func lit(n int) func() int {
	x := n // ERROR "moved to heap: x$"
	return func() int { x++; return x } // ERROR "func literal escapes to heap$"
}

func litStays(n int) int {
	x := n
	f := func() { x++ } // ERROR "func literal does not escape$"
	f()
	g := func(p *int) { *p = 1 } // ERROR "p does not escape$" "func literal does not escape$"
	g(&x)
	return x
}

func iface(i I) { // ERROR "leaking param: i$"
	x := 1 // ERROR "moved to heap: x$"
	i.M(&x)
}

func box(n int) {
	var a any = n // ERROR "n escapes to heap$"
	sink = a
	var b any = n // ERROR "n does not escape$"
	_ = b
}

func deferred(p *T) { // ERROR "p does not escape$"
	x := T{}
	defer func(q *T) { q.a = p.a }(&x) // ERROR "q does not escape$" "func literal does not escape$"
	for range 3 {
		y := T{} // ERROR "moved to heap: y$"
		defer func() { y.a++ }() // ERROR "func literal does not escape$"
	}
}

func deferIface(i I) { // ERROR "leaking param: i$"
	x := 2 // ERROR "moved to heap: x$"
	defer i.M(&x)
}

func goes() {
	x := T{} // ERROR "moved to heap: x$"
	go func() { x.a++ }() // ERROR "func literal escapes to heap$"
}

func makes(n int) int {
	a := make([]int, n) // ERROR "make\(\[\]int, n\) does not escape$"
	b := make([]int, 10) // ERROR "make\(\[\]int, 10\) does not escape$"
	c := make([]int, 100000) // ERROR "make\(\[\]int, 100000\) escapes to heap$"
	m := map[string]int{} // ERROR "map\[string\]int\{\} does not escape$"
	return a[0] + b[0] + c[0] + m["a"]
}

func text(b []byte, s string) (int, string) { // ERROR "b does not escape$" "s does not escape$"
	t := string(b) // ERROR "string\(b\) does not escape$"
	c := []byte(s) // ERROR "\(\[\]byte\)\(s\) does not escape$" "zero-copy string->\[\]byte conversion$"
	u := s + t // ERROR "s \+ t does not escape$"
	return len(t) + len(c) + len(u), s + "x" // ERROR "s \+ .x. escapes to heap$"
}

func appends(n int) []int {
	var a, b []int
	for i := range n {
		a = append(a, i) // ERROR "append does not escape$"
		b = append(b, i) // ERROR "append escapes to heap$"
	}
	_ = a
	return b
}

func sends(c chan *T) { // ERROR "c does not escape$"
	c <- &T{} // ERROR "&T\{\} escapes to heap$"
	x := T{} // ERROR "moved to heap: x$"
	select {
	case c <- &x:
	default:
	}
}

func maps(m map[any]*T, k [2]int) { m[k] = &T{} } // ERROR "m does not escape$" "k escapes to heap$" "&T\{\} escapes to heap$"

func (t *T) method() int { return t.a } // ERROR "t does not escape$"

func methodValue(t *T) func() int { return t.method } // ERROR "leaking param: t$" "t\.method escapes to heap$"

func methodStays(t *T) int { // ERROR "t does not escape$"
	f := t.method // ERROR "t\.method does not escape$"
	return f()
}

func inner() *T {
	t := through(&T{}) // ERROR "&T\{\} does not escape$"
	return content(t)
}

func named() (r *T, err error) {
	r = &T{} // ERROR "&T\{\} escapes to heap$"
	r.s = r.s[:0] // ERROR "named ignoring self-assignment in r\.s = r\.s\[:0\]$"
	return
}
