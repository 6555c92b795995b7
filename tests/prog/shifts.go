// run

// Shifts by large, signed and unsigned counts of every size.

package main

import "fmt"

func all[T int8 | int16 | int32 | int64 | int | uint8 | uint16 | uint32 | uint64 | uint](x T) {
	for _, n := range []uint{0, 1, 7, 8, 15, 16, 31, 32, 33, 63, 64, 65, 1 << 40} {
		fmt.Print(x<<n, " ", x>>n, " ")
	}
	fmt.Println()
}
func main() {
	all[int8](-3)
	all[int16](-300)
	all[int32](-5)
	all[int64](-5)
	all[uint8](200)
	all[uint16](50000)
	all[uint32](1<<32 - 1)
	all[uint64](1<<64 - 1)
	var s8 int8 = 5
	var s64 int64 = 63
	var u8 uint8 = 255
	fmt.Println(1<<s8, -1>>s64, int32(1)<<s64, uint8(1)<<u8, int64(-8)>>u8, u8<<4>>4, u8>>s8<<s8)
	fmt.Println(uint8(u8+1)<<1, int8(s8<<5), int8(s8<<5)>>5, ^u8<<1, -s8>>1, u8&^(1<<s8))
	var i any = 1 << s8
	var f = float64(uint32(1) << 31 << s8)
	fmt.Printf("%T %v %v\n", i, i, f)
	x := uint64(1)
	x <<= 63
	x >>= s8
	x |= 1 << s8
	fmt.Println(x, x<<(s8&3), len([1 << 3]int{}), 1<<3.0)
	for _, c := range []int{-1, -64} {
		func() {
			defer func() { fmt.Println(recover()) }()
			fmt.Println(1 << c)
		}()
	}
	w := 64
	fmt.Println(uint64(1)<<w, int64(-1)<<w, int64(-1)>>w, uint32(7)>>w)
}
