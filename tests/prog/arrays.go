// run

// Arrays are values: copies, nested, comparison, ranges, literals with indices, through pointers, as parameters.

package main

import "fmt"

type G [3][3]int

func (g G) T() (r G) {
	for i, row := range g {
		for j, x := range row {
			r[j][i] = x
		}
	}
	return
}
func (g *G) Fill(n int) {
	for i := range g {
		for j := range g[i] {
			g[i][j] = n + i*3 + j
		}
	}
}
func change(a [4]int) [4]int { a[0] = 99; return a }
func main() {
	var g G
	g.Fill(1)
	h := g
	h[1][1] = 0
	fmt.Println(g, g.T(), h == g, h.T().T() == h, len(g), len(g[0]))
	a := [...]int{3: 4, 1, 0: 9}
	b := change([4]int(a[:4]))
	fmt.Println(a, len(a), b, [...]string{2: "c", 1: "b"}, [5]bool{1: true})
	p := &a
	p[1]++
	for i := range p {
		p[i] *= 2
	}
	fmt.Println(a, *p, p[1:3], len(p), cap(p[2:]))
	s := p[:]
	s[0] = -1
	c := *p
	s[0] = -2
	fmt.Println(a[0], c[0])
	m := map[[2]int][2]string{{1, 2}: {"x", "y"}}
	v := m[[2]int{1, 2}]
	v[0] = "z"
	fmt.Println(m, v)
	type pt struct{ c [2]int }
	ps := []pt{{[2]int{1, 2}}, {}}
	ps[1] = ps[0]
	ps[1].c[0] = 7
	for _, q := range ps {
		q.c[1] = 100
	}
	fmt.Println(ps)
	f := func() [3]int { return [3]int{1, 2, 3} }
	fmt.Println(f()[1], len(f()), f() == [3]int{1, 2, 3})
	var e [0]int
	for range e {
		panic("x")
	}
	var big [1000]byte
	copy(big[10:], "hello")
	big2 := big
	big[10] = 'J'
	fmt.Println(string(big2[10:15]), string(big[10:15]), big == big2)
	x, y := [2]int{1, 2}, [2]int{3, 4}
	x, y = y, x
	x[0], x[1] = x[1], x[0]
	fmt.Println(x, y)
	i := 0
	arr := [3]int{}
	i, arr[i], arr[2] = 1, 5, i
	fmt.Println(i, arr)
	n := [2][2][2]int{{{1}}, {{2, 3}, {4}}}
	n[0], n[1] = n[1], n[0]
	fmt.Println(n, any(n) == any([2][2][2]int{}))
}
