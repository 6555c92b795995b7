// run

// print and println to standard error: every kind.

package main

func main() {
	println(1, int8(-2), uint64(1<<64-1), uintptr(7), true, false, "str", 'x')
	println(1.0, -2.5, 1e100, float32(0.1), 3.0e-10, 123456789.0, 0.0)
	println(1+2i, complex64(-1i))
	zero := 0.0
	println(1/zero, -1/zero, zero/zero)
	print("a", 1, "b\n")
	print()
	println()
	type S string
	type I int8
	type F float32
	type B bool
	println(S("named"), I(-3), F(1.5), B(true))
	var p *int
	var m map[int]int
	var c chan int
	var f func()
	println(p, m == nil, c, f == nil)
	const big = 1 << 40
	println(big, -big, 'a', "x"+"y", len("abc"), 7/2, 7/2.0, 07, 1<<3)
	var e any
	var s []int
	println(e == nil, len(s), cap(s))
}
