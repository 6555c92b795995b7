// Closures: functions that keep variables; each loop iteration has its own.
package main

import "fmt"

func counter() func() int {
	n := 0
	return func() int { n++; return n }
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

func fibonacci(yield func(int) bool) {
	a, b := 0, 1
	for yield(a) {
		a, b = b, a+b
	}
}

func main() {
	a, b := counter(), counter()
	fmt.Println(a(), a(), b(), a())
	var adders []func(int) int
	for i := range 4 {
		adders = append(adders, func(x int) int { return x + i })
	}
	fmt.Println(compose(adders...)(100))
	for v := range fibonacci {
		if v > 100 {
			break
		}
		fmt.Print(v, " ")
	}
	fmt.Println()
}
