// run

// Rounding to float32 is not lost between two conversions, however the values are arranged.

package main

import "fmt"

type pair struct{ x, y float64 }

//go:noinline
func id[T any](x T) T { return x }

//go:noinline
func round(p *pair, q *[2]float64) {
	a, b := q[0], q[1]
	p.x, p.y = float64(float32(a)), float64(float32(b))
}

//go:noinline
func mul(p *pair, q *[2]float64) {
	a, b := q[0], q[1]
	x, y := float32(a*b), float32(b*b)
	p.x, p.y = float64(x)*a, float64(y)*b
}

//go:noinline
func ints(p *pair, a, b int32) { p.x, p.y = float64(float32(a)), float64(float32(b)) }
func main() {
	var p pair
	q := [2]float64{0.1, 7.77}
	round(&p, &q)
	fmt.Println(p)
	mul(&p, &q)
	fmt.Println(p)
	ints(&p, 16777217, 16777219)
	fmt.Println(p)
	var c [4]float64
	for i := range c {
		c[i] = float64(float32(q[i&1] * 3))
	}
	fmt.Println(c)
	vs := []complex64{0.1 + 0.2i, 1e-3 - 4i, 3.3333 + 7.77i, 16777217 + 1e10i, -0.5i, 3}
	for _, a := range vs {
		for _, b := range vs {
			x := id(a)
			x *= b
			y := id(a)
			y /= b
			fmt.Println(id(a)*id(b), id(a)/id(b), x, y, id(complex128(a))*id(complex128(b)), id(complex128(a))/id(complex128(b)), a*b+a/b, a*b*a, a*b-b, complex64(complex128(a)*0.1))
		}
	}
}
