// run

// Conversions between integers of all sizes: wrapping, sign extension.

package main

import "fmt"

func main() {
	for _, x := range []int64{0, 1, -1, 127, 128, -128, -129, 255, 256, 32767, 32768, 65535, 1 << 31, -1 << 31, 1<<32 - 1, 1<<63 - 1, -1 << 63} {
		fmt.Println(int8(x), uint8(x), int16(x), uint16(x), int32(x), uint32(x), uint64(x), uintptr(x), int64(int8(x)), uint64(int32(x)), int64(uint32(x)))
	}
	var i8 int8 = -128
	fmt.Println(-i8, i8-1, i8*i8, i8/-1, uint8(i8)>>1, i8>>1, ^i8, +i8)
	var u8 uint8 = 200
	fmt.Println(u8+100, u8*u8, -u8, ^u8, u8<<1, uint16(u8)<<1, int8(u8), u8-201)
}
