// run

// Constants are exact until they get a type.

package main

import "fmt"

const (
	big   = 1 << 200
	third = 1.0 / 3
	huge  = 1e1000 / 1e997
)
const (
	a0 = iota * 10
	a1
	_
	a3
	b0, b1 = iota, -iota
	b2, b3
	s0 = "s"
	s1
	k0 = iota
)

type bits uint8

const (
	f0 bits = 1 << iota
	f1
	f2
	all = f0 | f1 | f2
)
const c = 'a' + 1.0
const cc = 2i * 2i

func main() {
	fmt.Println(big>>198, third*3 == 1, huge, a0, a1, a3, b0, b1, b2, b3, s0, s1, k0, all, ^f1, c, cc, real(cc))
	fmt.Printf("%T %T %T %T %T %v\n", c, cc, 'a'*1, 1+0i, "a"+"b", f1&^f1)
	const m = -7
	fmt.Println(m/2, m%2, m>>1, 7/2, 7/2.0, 1/3+1/3.0, 5.0/2, 0x1p-3, 0b1010_1010, 0o17, 017, 1_000_000, 'x'-'a', "\x41\101\u0041")
	const max = ^uint64(0)
	fmt.Println(max, uint64(max>>1), int64(max>>1), len("h\u00e9"), len([10]int{}), cap([...]int{5: 1}))
	var x uint8 = 255
	var sh = 3
	fmt.Println(x+1 == 0, 1<<sh, uint8(1<<sh), 1<<sh == int64(8.0), int64(1)<<sh<<60, x<<sh>>sh)
	var f float64 = 1 << 3
	var i interface{} = 1 << sh
	fmt.Printf("%v %T %v\n", f, i, float32(0.1) == 0.1)
	fmt.Println(0.1+0.2, float32(16777216.0)+1, 1e-400 == 0, complex(1, 2) == 1+2i, imag(3i), 08.5, .5e1, 1i*1i)
}

//go:noinline
func smallest(z *int32) (int32, int32, bool) {
	d := (*z - int32(-2147483648)) / int32(3)
	return d, (*z - int32(-2147483648)) % 7, *z+int32(-2147483648) <= 65
}

func init() {
	z := int32(0)
	println(smallest(&z))
	z = -1018935690
	println(smallest(&z))
}
