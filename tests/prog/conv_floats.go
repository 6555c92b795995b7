// run

// Conversions between floats and integers, rounding of float32, signed zeros, NaN.

package main

import (
	"fmt"
	"math"
)

func main() {
	for _, f := range []float64{0, 1.5, -1.5, 2.999999, -2.999999, 1e9, 16777217, 0.1, 1e-40, 3.4e38} {
		fmt.Println(int(f), int32(f), float32(f), float64(float32(f)), int64(float32(f)))
	}
	var u uint64 = 1<<64 - 1
	fmt.Println(float64(u), float32(u), uint64(float64(uint64(1)<<63)), float64(int64(-1<<63)), float64(u>>1))
	for _, u := range []uint64{1<<53 + 1, 1<<63 + 1025, 1<<63 + 1024, 1<<24 + 1} {
		fmt.Println(float64(u), float32(u), uint64(float64(u)) == u)
	}
	z, nan := 0.0, math.NaN()
	nz := -z
	mz := math.Copysign(0, -1)
	fmt.Println(1/z, -1/z, 1/nz, 1/mz, z == mz, nan == nan, nan < 1, nan != nan, !(nan < 1), nan >= 1)
	m := map[float64]int{nan: 1, 0: 2}
	m[nan], m[mz] = 3, 4
	fmt.Println(len(m), m[0], m[nan])
	fmt.Println(min(1, nan), max(nan, 1), min(z, mz), max(mz, z), 1/min(z, mz))
	var f32 float32 = 0.1
	fmt.Println(f32*f32, float64(f32)*float64(f32), f32+0.2, float32(1)/3)
}
