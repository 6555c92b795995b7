// run

// Method values and expressions bind receivers at once; through pointers, interfaces, embedding, nil.

package main

import "fmt"

type P struct{ x, y int }

func (p P) Sum(k int) int  { return p.x + p.y + k }
func (p *P) Move(d int) *P { p.x += d; return p }

type I interface{ Sum(int) int }
type E struct {
	P
	I2 I
}
type F func(int) int

func (f F) Twice(x int) int { return f(f(x)) }

type M map[string]int

func (m M) Get(k string) int { return m[k] }

type S []int

func (s *S) Add(v ...int) { *s = append(*s, v...) }
func (s S) Len() int      { return len(s) }

type N int

func (n N) Plus(m N) N { return n + m }
func (n *N) Inc()      { *n++ }
func try(f func())     { defer func() { fmt.Println(recover()) }(); f() }
func main() {
	p := P{1, 2}
	s, m := p.Sum, p.Move
	p.x = 100
	fmt.Println(s(0), m(5).x)
	fmt.Println(p.x, P.Sum(p, 1), (*P).Sum(&p, 1))
	var i I = p
	is := i.Sum
	i = P{}
	fmt.Println(is(0), i.Sum(0), I.Sum(i, 9), interface{ Sum(int) int }.Sum(p, 0))
	e := E{p, P{7, 8}}
	es, em, ei := e.Sum, e.Move, e.I2.Sum
	e.x, e.I2 = 0, nil
	em(3)
	fmt.Println(es(0), e.x, ei(0), E.Sum(e, 0))
	double := F(func(x int) int { return x * 2 })
	fmt.Println(double.Twice(3), F.Twice(double, 4), F(double.Twice).Twice(1))
	mm := M{"a": 1}
	get := mm.Get
	mm["a"] = 2
	mm = nil
	fmt.Println(get("a"), mm.Get("a"))
	var sl S
	add := sl.Add
	add(1, 2)
	add()
	n := sl.Len
	add(3)
	fmt.Println(sl, n(), sl.Len(), (*S).Len(&sl))
	var k N = 1
	inc := k.Inc
	inc()
	inc()
	plus := k.Plus
	k.Inc()
	fmt.Println(k, plus(10), N.Plus(1, 2))
	var np *P
	var ni I
	try(func() { f := np.Sum; _ = f })
	try(func() { f := np.Move; fmt.Println("bound"); f(1) })
	try(func() { f := ni.Sum; _ = f })
	try(func() { (*P).Sum(np, 1) })
	try(func() { I.Sum(nil, 1) })
	try(func() { i = np; i.Sum(1) })
	ms := []func(int) int{p.Sum, double, double.Twice}
	_ = ms
}
