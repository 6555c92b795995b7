// Matrix: multiplies square matrices held in one slice and checks the result by its trace.
package main

import "fmt"

type matrix struct {
	n int
	a []float64
}

func newMatrix(n int) matrix { return matrix{n, make([]float64, n*n)} }

func (m matrix) at(i, j int) float64     { return m.a[i*m.n+j] }
func (m matrix) set(i, j int, v float64) { m.a[i*m.n+j] = v }

func multiply(x, y matrix) matrix {
	z := newMatrix(x.n)
	for i := range x.n {
		row := z.a[i*z.n : (i+1)*z.n]
		for k := range x.n {
			f := x.at(i, k)
			for j, v := range y.a[k*y.n : (k+1)*y.n] {
				row[j] += f * v
			}
		}
	}
	return z
}

func main() {
	const n = 200
	x, y := newMatrix(n), newMatrix(n)
	for i := range n {
		for j := range n {
			x.set(i, j, float64(i-j)/n)
			y.set(i, j, float64(i*j%7)/n)
		}
	}
	z := multiply(x, y)
	trace := 0.0
	for i := range n {
		trace += z.at(i, i)
	}
	fmt.Printf("trace %.6f\n", trace)
	fmt.Printf("corner %.6f %.6f\n", z.at(0, 0), z.at(n-1, n-1))
}
