// loops: sums and products over slices that a compiler can vectorise.
package main

import "fmt"

func sum(a []int32) (s int32) {
	for _, v := range a {
		s += v
	}
	return s
}

func axpy(y, x []float64, a float64) {
	for i := range y {
		y[i] += a * x[i]
	}
}

func main() {
	a := make([]int32, 1<<16)
	for i := range a {
		a[i] = int32(i * 7)
	}
	x, y := make([]float64, 1<<14), make([]float64, 1<<14)
	for i := range x {
		x[i] = float64(i)
	}
	var s int32
	for i := 0; i < 8000; i++ {
		s += sum(a)
		axpy(y, x, 0.5)
	}
	fmt.Println(s, y[100])
}
