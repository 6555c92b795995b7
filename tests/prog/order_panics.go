// run

// An assignment's operands are evaluated before its panics; what was assigned before a panic stays.

package main

import "fmt"

func try(s string, f func()) {
	defer func() { fmt.Println(s, recover()) }()
	f()
}
func n(x int) int { fmt.Print("n", x, " "); return x }
func main() {
	a := []int{1, 2, 3}
	var m map[string]int
	var p *struct{ x, y int }
	x := 0
	try("index after value", func() { a[n(5)] = n(1) })
	try("first stays", func() { x, a[5] = 7, 8 })
	fmt.Println(x, a)
	try("nil map", func() { a[0], m["k"] = 42, n(2) })
	fmt.Println(a)
	try("nil pointer", func() { a[1], p.x = 43, n(3) })
	fmt.Println(a)
	try("divide", func() { a[2] = n(4) / x % (x - 7) })
	try("slice", func() { a = a[n(2):n(1)] })
	try("shift", func() { x = 1 << (n(0) - 1) })
	try("op", func() { m["a"] += n(1) })
	try("delete", func() { delete(m, "a"); fmt.Print(m["a"], len(m), " ") })
	try("append", func() { var e []int; e = append(e, e[n(0)]) })
	fmt.Println(x, a)
}
