// run

// What was stored before a nil dereference is there afterwards; what comes after it is not.
package main

import "fmt"

type T struct{ x, y int }
type E struct{ *T }

var step, a, b int
var arr [4]int
var log []string

func f1() { step = 1; var p *T; p.x = 2; step = 3 }
func f2() { step = 1; var p *T; a = p.x; step = 3 }
func f3() { step = 1; e := E{}; e.x = 5; step = 3 }
func f4() { step = 1; var p *T; b = 7; p.y++; step = 3; b = 8 }
func f5(c bool) {
	var p *T
	step = 1
	if c {
		p = &T{}
	}
	arr[2] = 9
	a = p.y
	step = 3
	arr[2] = 10
}
func f6() { log = append(log, "a"); var p *int; *p = 1; log = append(log, "b") }
func f7() { step = 1; var m struct{ p *[4]int }; m.p[2] = 1; step = 3 }
func f8() int { step = 1; var p *T; for i := 0; i < 3; i++ { step++; a += p.x }; return step }
func none() *T { return nil }
func f9() { step = 1; none().x = 3; step = 3 }
func f10() { step = 1; x := none(); y := x; b = 4; y.y = 3; step = 3 }
func f11() { step = 1; var ps [2]*T; b = 4; ps[1].y = 3; step = 3 }
func f12() { step = 1; var f func(); b = 4; f(); step = 3 }
func f13() { step = 1; var e fmt.Stringer; b = 4; _ = e.String(); step = 3 }
func f14() { step = 1; var s []int; i := 2; b = 4; s[i] = 1; step = 3 }
func f15() { step = 1; z := 0; b = 4; a = 5 / z; step = 3 }

func try(n int, f func()) {
	step, a, b, arr, log = 0, 0, 0, [4]int{}, nil
	defer func() { fmt.Println(n, recover() != nil, step, a, b, arr, log) }()
	f()
}
func main() {
	for i, f := range []func(){f1, f2, f3, f4, func() { f5(false) }, f6, f7, func() { f8() }, f9, f10, f11, f12, f13, f14, f15} {
		try(i+1, f)
	}
}

func (p *T) set()          { step = 1; p.x = 2; step = 3 }
func (p *T) get() int      { step = 1; b = 4; a = p.y; step = 3; return a }
func deref(p *T, q *[3]int) { step = 1; q[1] = 3; p.x = 1; step = 3 }

//go:noinline
func deref2(p *T) { step = 1; b = 5; p.x = 1; step = 3 }
func pick(c bool) (p *T, err error) {
	if c {
		p = &T{}
	}
	return
}

type L struct {
	next *L
	v    int
}

func chain(n int) *L {
	var head, tail *L
	for i := range n {
		x := &L{v: i}
		if head == nil {
			head = x
		} else {
			tail.next = x
		}
		tail = x
	}
	return head
}

func init() {
	more := []func(){
		func() { var p *T; p.set() },
		func() { var p *T; _ = p.get() },
		func() { (*T)(nil).set() },
		func() { var q [3]int; deref(nil, &q) },
		func() { println(chain(2).next.v) },
		func() { step = 1; s := struct{ a, b *T }{b: &T{}}; b = 1; s.b.x = 1; a = 6; s.a.x = 1; step = 3 },
		func() { var p *T; g := func() { step = 1; b = 1; p.x = 1; step = 3 }; g() },
	}
	for i, f := range more {
		try(100+i, f)
	}
}
