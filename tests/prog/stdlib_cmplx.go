// run

// Complex functions on ordinary and special values; a hash of all results must be that of Go.

package main

import (
	"fmt"
	"hash/fnv"
	"math"
	"math/cmplx"
)

func main() {
	h := fnv.New64a()
	v := []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -2, math.Inf(1), math.Inf(-1), math.NaN(), 1e10, 1.5707963267948966, 3.141592653589793, 1e-9, 700, -700, 1e200, 0.3, 2.5}
	fs := []func(complex128) complex128{cmplx.Exp, cmplx.Log, cmplx.Log10, cmplx.Sqrt, cmplx.Sin, cmplx.Cos, cmplx.Tan, cmplx.Cot, cmplx.Sinh, cmplx.Cosh, cmplx.Tanh, cmplx.Asin, cmplx.Acos, cmplx.Atan, cmplx.Asinh, cmplx.Acosh, cmplx.Atanh, cmplx.Conj}
	for _, a := range v {
		for _, b := range v {
			z := complex(a, b)
			for i, f := range fs {
				fmt.Fprintln(h, i, z, f(z))
			}
			fmt.Fprintln(h, cmplx.Abs(z), cmplx.Phase(z), cmplx.IsInf(z), cmplx.IsNaN(z))
			for _, c := range v {
				func() {
					defer func() { recover() }()
					fmt.Fprintln(h, cmplx.Pow(z, complex(c, 0.5)), cmplx.Pow(z, complex(c, 0)), z/complex(c, a), z*complex(c, a))
				}()
			}
		}
	}
	fmt.Println(h.Sum64())
}
