// run

// Integer widths, shifts, divisions, conversions and float corner cases as gc on amd64 computes them.
package main

import "math"

//go:noinline
func shifts(n uint, s int) {
	var i8 int8 = -128
	var u8 uint8 = 200
	var i64 int64 = math.MinInt64
	println(i8<<n, i8>>n, u8<<n, u8>>n, i64>>n, uint32(1)<<n, uint64(1)<<n, int32(-5)>>n)
	println(i8<<s, u8>>s, i64>>s, uint64(3)<<s)
}

//go:noinline
func divs(a, b int64, c, d int32, e, f int8) {
	println(a/b, a%b, c/d, c%d, e/f, e%f, -a, ^c)
}

//go:noinline
func conv(f float64) {
	println(int64(f), uint64(f), int32(f), uint32(f), int16(f), uint8(f), float32(f) == float32(f))
}

//go:noinline
func minmax(a, b float64) {
	x, y := min(a, b), max(a, b)
	println(x, y, 1/x < 0, 1/y < 0)
}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			println(name, r.(error).Error())
		}
	}()
	f()
}

func main() {
	for _, n := range []uint{0, 1, 7, 8, 31, 32, 63, 64, 200} {
		shifts(n, int(n))
	}
	divs(math.MinInt64, -1, math.MinInt32, -1, -128, -1)
	divs(-7, 2, 7, -2, -7, 3)
	for _, f := range []float64{0, -1.5, 300.7, 3e9, -3e9, 1e19, 1e30, math.NaN(), math.Inf(-1)} {
		conv(f)
	}
	negzero := math.Copysign(0, -1)
	minmax(0, negzero)
	minmax(negzero, 0)
	minmax(math.NaN(), 1)
	minmax(1, math.NaN())
	var zero, neg = 0, -1
	try("div", func() { println(1 / zero) })
	try("rem", func() { println(1 % zero) })
	try("shift", func() { println(1 << neg) })
	c := complex(1, 2)
	d := complex64(complex(3, -1))
	println(c*c, c/complex(0, 1), d*d, d/d, c == complex(1, 2), real(d), imag(c))
	var u8 uint8 = 255
	u8++
	var i16 int16 = 32767
	i16 += 2
	println(u8, i16, u8-1, ^u8, -i16, u8&^3, 7&^5)
}
