// run

// Composite literals: nested, elided types, pointers, keys, anonymous structs, functions inside, taking addresses.

package main

import "fmt"

type P struct{ X, Y int }
type T struct {
	P
	L []P
	M map[string]*P
	F func(int) int
	A [2]P
	I any
}

func main() {
	t := T{P: P{1, 2}, L: []P{{3, 4}, {Y: 5}}, M: map[string]*P{"a": {6, 7}, "b": nil}, F: func(x int) int { return x + 1 }, A: [2]P{1: {8, 9}}, I: struct{ z int }{10}}
	fmt.Println(t.P, t.L, *t.M["a"], t.M["b"] == nil, t.F(1), t.A, t.I)
	pp := []*P{{1, 2}, nil, {}}
	pp[0].X = 9
	fmt.Println(*pp[0], pp[1] == nil, *pp[2], len(pp))
	m := map[P]string{{1, 2}: "x", {}: "zero"}
	fmt.Println(m[P{1, 2}], m[P{}], m[P{9, 9}] == "")
	mm := map[[2]int][]map[string]int{{1, 2}: {{"q": 1}, nil}}
	fmt.Println(mm)
	arr := [...][]int{{1}, {2, 3}, 5: {4}}
	fmt.Println(len(arr), arr)
	q := &[]int{1, 2}
	*q = append(*q, 3)
	r := &map[string]int{"z": 1}
	(*r)["y"] = 2
	fmt.Println(*q, *r, (&P{3, 4}).Y, (&[2]int{5, 6})[1], struct{ a, b int }{1, 2}.b, []int{7, 8}[1], map[int]string{1: "m"}[1], "str"[1])
	const i = 2
	s := []string{i: "two", 0: "zero", i + 2: "four", "five"}
	fmt.Printf("%q\n", s)
	b := [...]byte{'a': 1, 'c': 3}
	fmt.Println(len(b), b['c'])
	var fs = []func() int{func() int { return 1 }, func() int { return t.X }}
	fmt.Println(fs[0](), fs[1]())
	anon := []struct {
		name string
		f    float64
	}{{"a", 1}, {name: "b"}}
	for _, x := range anon {
		fmt.Print(x.name, x.f, " ")
	}
	x := 1
	y := []int{x, x + 1, func() int { x = 10; return x }(), x}
	fmt.Println(y[2], len(y))
	t2 := t
	t2.L[0].X = 100
	t2.A[1].X = 100
	t2.P.X = 100
	fmt.Println(t.L[0], t.A[1], t.P)
	t = T{P: P{t.Y, t.X}}
	fmt.Println(t.P, t.L == nil)
	a := [3]int{1, 2, 3}
	a = [3]int{a[2], a[1], a[0]}
	sl := []int{1, 2}
	sl = []int{sl[1], sl[0]}
	fmt.Println(a, sl)
	p := P{1, 2}
	p = P{p.Y, p.X}
	pq := &p
	*pq = P{Y: pq.X, X: pq.Y + 1}
	fmt.Println(p)
	type rec struct {
		kids []rec
		n    int
	}
	tree := rec{[]rec{{nil, 1}, {[]rec{{n: 2}}, 3}}, 4}
	fmt.Println(tree)
}
