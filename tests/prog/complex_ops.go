// run

// Complex arithmetic, special values, equality, printing, conversion.

package main

import (
	"fmt"
	"math"
)

func main() {
	a, b := complex(1, 2), 3-4i
	var z complex128
	fmt.Println(a+b, a-b, a*b, a/b, -a, a == b, a != b, real(a), imag(b))
	inf, nan := math.Inf(1), math.NaN()
	for _, x := range []complex128{0, 1, 1i, complex(inf, 0), complex(0, -inf), complex(nan, 1), complex(inf, nan)} {
		for _, y := range []complex128{0, 1 + 1i, complex(inf, inf), complex(nan, nan), complex(0, 1e308)} {
			fmt.Print(x/y, x*y, " ")
		}
		fmt.Println()
	}
	c := complex64(a) * 2
	c /= 1 + 1i
	c++
	fmt.Println(c, complex128(c), z == 0, real(c), imag(c))
	fmt.Printf("%T %T %T %.2f %v\n", real(c), imag(a), complex(float32(1), 2), a, c)
	m := map[complex128]string{1 + 2i: "a", 0: "z"}
	fmt.Println(m[a], m[complex(0, math.Copysign(0, -1))], len(m))
	arr := [2]complex64{1i, 2}
	arr[0] *= arr[0]
	arr[1] -= 1i
	p := &arr[1]
	*p += 5
	fmt.Println(arr, [2]complex64{-1, 7 - 1i} == arr)
	println(a, c)
	const k = (1 + 2i) * (3 - 1i)
	fmt.Println(k, real(k), imag(k)*2, k == 5+5i)
	var i any = k
	fmt.Println(i.(complex128) == i, i == any(complex64(5+5i)))
}
