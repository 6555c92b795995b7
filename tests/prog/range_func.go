// run

// Range over functions: break, continue, return, labels, defer, nesting, misuse.

package main

import "fmt"

func upto(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer fmt.Print("~")
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}
func two(yield func(string, int) bool) { _ = yield("a", 1) && yield("b", 2) && yield("c", 3) }
func none(yield func() bool) {
	for yield() {
	}
}
func bad(yield func(int) bool)   { yield(1); yield(2) }
func twice(yield func(int) bool) { yield(1); go func() {}() }

var saved func(int) bool

func leak(yield func(int) bool) { saved = yield; yield(1) }
func eat(yield func(int) bool) {
	defer func() { fmt.Println("ate", recover()) }()
	yield(1)
}
func find(n int) (r string) {
	defer func() { r += "!" }()
	for i := range upto(10) {
		for k, v := range two {
			if i*10+v == n {
				return fmt.Sprint(k, i)
			}
		}
	}
	return "none"
}
func deferred() {
	for i := range upto(3) {
		defer fmt.Print("d", i, " ")
	}
	fmt.Print("end ")
}
func try(s string, f func()) {
	defer func() { fmt.Println(s, recover()) }()
	f()
}
func main() {
	sum := 0
	for i := range upto(5) {
		if i == 1 {
			continue
		}
		sum += i
		if i == 3 {
			break
		}
	}
	fmt.Println(sum, find(22), find(99))
outer:
	for i := range upto(4) {
		for j := range upto(4) {
			for k := range 3 {
				switch {
				case j == 1:
					continue outer
				case i == 2:
					break outer
				case k == 1:
					goto next
				}
				fmt.Print(i, j, k, " ")
			}
		next:
		}
	}
	fmt.Println()
	deferred()
	fmt.Println()
	n := 0
	for range none {
		if n++; n == 3 {
			break
		}
	}
	for range two {
		n++
	}
	for k := range two {
		n += len(k)
	}
	var fs []func()
	for i := range upto(3) {
		fs = append(fs, func() { fmt.Print(i, n, " "); n++ })
	}
	for _, f := range fs {
		f()
	}
	fmt.Println()
	try("bad", func() {
		for range bad {
			break
		}
	})
	try("twice", func() {
		for x := range twice {
			fmt.Print(x, " ")
		}
	})
	try("leak", func() {
		for range leak {
		}
		saved(2)
	})
	try("panic", func() {
		for x := range upto(3) {
			panic(x)
		}
	})
	try("eat", func() {
		for range eat {
			panic("p")
		}
	})
	try("nil", func() {
		var f func(func(int) bool)
		for range f {
		}
	})
	x := func() int {
		for i := range upto(3) {
			func() {
				for range upto(2) {
					return
				}
			}()
			if i == 2 {
				return i
			}
		}
		return -1
	}()
	fmt.Println(x)
	var a [3]int
	i := 5
	for i, a[1] = range two2 {
	}
	fmt.Println(i, a)
}
func two2(yield func(int, int) bool) { _ = yield(1, 10) && yield(2, 20) }
