// run

// Embedded fields: promotion, shadowing, depth, pointers, interfaces, method sets, overriding.

package main

import "fmt"

type Animal interface {
	Name() string
	Sound() string
}
type Base struct {
	name string
	n    int
}

func (b Base) Name() string     { return b.name }
func (b *Base) Rename(s string) { b.name = s }
func (b Base) Sound() string    { return "..." }

type Dog struct {
	Base
	n int
}

func (d Dog) Sound() string { return "woof " + d.Base.Sound() }

type Puppy struct {
	*Dog
	Age int
}
type L struct{ X, Y int }
type M struct{ X, Z int }
type N struct {
	L
	M
	Y string
}
type Log struct {
	Animal
	calls *int
}

func (l Log) Name() string { *l.calls++; return "<" + l.Animal.Name() + ">" }

type G[T any] struct{ v T }

func (g *G[T]) Put(v T) { g.v = v }
func (g G[T]) Got() T   { return g.v }

type H struct {
	G[int]
	fmt.Stringer
}
type Deep struct{ N1 }
type N1 struct{ N2 }
type N2 struct{ *N3 }
type N3 struct{ V int }

func (n *N3) Inc() int { n.V++; return n.V }

type myInt int

func (m myInt) String() string { return fmt.Sprint("my", int(m)) }

type I2 struct{ myInt }

func main() {
	d := Dog{Base{"rex", 1}, 2}
	p := Puppy{&d, 3}
	d.Rename("max")
	p.Rename(p.Name() + "!")
	var a Animal = p
	fmt.Println(a.Name(), a.Sound(), d.n, d.Base.n, p.n, p.Base.n)
	n := N{L{1, 2}, M{3, 4}, "y"}
	fmt.Println(n.Y, n.L.X, n.M.X, n.Z, n.L.Y)
	calls := 0
	l := Log{a, &calls}
	a = l
	fmt.Println(a.Name(), a.Name(), a.Sound(), calls)
	h := H{}
	h.Put(5)
	f := h.Got
	h.Put(6)
	fmt.Println(h.Got(), f(), h.v)
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(h.String())
	}()
	dp := Deep{N1{N2{&N3{1}}}}
	cp := dp
	cp.Inc()
	g := dp.Inc
	fmt.Println(g(), dp.V, Deep.Inc(cp), (*Deep).Inc(&cp))
	fmt.Println(I2{4}, I2{4}.String(), I2.String(I2{5}))
	var e struct {
		Base
		*L
	}
	e.Base = Base{"e", 9}
	func() {
		defer func() { fmt.Println(recover() != nil, e.Name()) }()
		fmt.Println(e.X)
	}()
	var iface interface{ Rename(string) } = &d
	iface.Rename("zed")
	_, ok := any(d).(interface{ Rename(string) })
	_, ok2 := any(p).(interface{ Rename(string) })
	fmt.Println(p.Name(), ok, ok2)
	fmt.Printf("%v %+v\n", n, n)
}
