// run

// Conversions of floats that do not fit: what the CPU gives, for constants the compiler sees as well.
package main

import "fmt"

//go:noinline
func show(x float64) {
	fmt.Println(int(x), uint64(x), int32(x), uint32(x), int16(x), uint16(x), int8(x), uint8(x), uint(x))
}

//go:noinline
func show32(x float32) { fmt.Println(int64(x), uint64(x), int32(x), uint32(x), int8(x)) }

func main() {
	for _, x := range []float64{0, 1.9, -1.5, 127.7, 255.5, 3e9, -3e9, 1e18, 1e19, 1e38, -1e38, 9.3e18} {
		show(x)
		show32(float32(x))
	}
	a, b := 1e38, float32(-1e38)
	fmt.Println(int(a), uint64(a), int32(a), uint32(a), int8(a), uint8(a))
	fmt.Println(int(b), uint64(b), int32(b), uint32(b), int8(b), uint8(b))
}
