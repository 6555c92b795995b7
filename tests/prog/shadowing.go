// run

// Scopes: redeclaration, shadowed builtins, types and packages, short declarations that reuse.

package main

import "fmt"

var x = "global"

type T int

func f() (x int, err error) {
	if x, err := 5, fmt.Errorf("inner"); err != nil {
		_ = x
	}
	{
		x := 7
		x++
	}
	a, err := 1, error(nil)
	x = a
	return
}
func main() {
	fmt.Println(f())
	y := x
	x := len(x)
	fmt.Println(x, y)
	{
		len := func(s string) int { return -1 }
		true := false
		nil := 3
		int := "int"
		fmt.Println(len("abc"), true, nil, int)
		type T string
		var t T = "local"
		const iota = 9
		fmt.Println(t, iota)
	}
	var t T = 3
	if x := x + 1; x > 100 {
	} else if y := x * 2; y > 10 {
		x := "deep"
		fmt.Println(x, y)
	} else {
		fmt.Println(y, x)
	}
	for x := x; x < 8; x++ {
		x := x * 10
		fmt.Print(x, " ")
	}
	switch x := any(t).(type) {
	case T:
		x++
		fmt.Println(x, t)
	}
	a, b := 1, 2
	b, c := 3, 4
	func() { a, d := 10, 20; _, _ = a, d; b = 30 }()
	fmt.Println(a, b, c, x)
	fmt := "shadow"
	println(fmt)
	new := func(x int) int { return x }
	print(new(5), "\n")
	type string = int
	var s string = 5
	println(s)
	append := [2]int{1, 2}
	println(append[1])
	x, z := x+1, x
	println(x, z)
}
