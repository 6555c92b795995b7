// run

// Division and remainder: signs, constants, powers of two, smallest values.

package main

import "fmt"

//go:noinline
func d(a, b int) (int, int) { return a / b, a % b }

//go:noinline
func d8(a, b int8) (int8, int8) { return a / b, a % b }

//go:noinline
func d32(a, b int32) (int32, int32) { return a / b, a % b }
func main() {
	for _, a := range []int{7, -7, 0, 1, -1, 1 << 62, -1 << 63, 1<<63 - 1} {
		for _, b := range []int{1, -1, 2, -2, 3, -3, 1<<63 - 1, -1 << 63} {
			q, r := d(a, b)
			if q*b+r != a {
				fmt.Println("wrong", a, b, q, r)
			}
			fmt.Print(q, ",", r, " ")
		}
		fmt.Println(a/2, a%2, a/-2, a/8, a%8, a/10, a%10, a/7, a%-7, a>>1, a/1, a%1, a/-1, a%-1)
	}
	fmt.Println(d8(-128, -1))
	fmt.Println(d32(-1<<31, -1))
	for _, u := range []uint64{0, 1, 9, 1 << 63, 1<<64 - 1} {
		fmt.Print(u/3, u%3, u/10, u%10, u/16, u%16, u/(1<<63), u%(1<<64-1), " ")
	}
	var u8 uint8 = 250
	var i16 int16 = -32768
	fmt.Println(u8/7, u8%7, i16/-1, i16%-1, i16/3, i16%3, -i16, u8/255)
	x := -17
	x /= 5
	x %= 2
	fmt.Println(x)
}
