// run

// Range over functions: every way out of nested bodies, defer and recover, misuse.
package main

func seq(n int) func(func(int) bool) {
	return func(y func(int) bool) {
		for i := 0; i < n; i++ {
			if !y(i) {
				return
			}
		}
	}
}
func seq2(n int) func(func(int, string) bool) {
	return func(y func(int, string) bool) {
		for i := range n {
			if !y(i, string(rune('a'+i))) {
				return
			}
		}
	}
}
func find(x int) (r int, ok bool) {
	for i := range seq(10) {
		for j := range seq(10) {
			if i*j == x {
				return i*100 + j, true
			}
		}
	}
	return
}
func named() (err string) {
	defer func() { err += "!" }()
	for i := range seq(5) {
		defer func() { err += string(rune('0' + i)) }()
		if i == 3 {
			return "x"
		}
	}
	return "none"
}
func outer() (s int) {
outer:
	for i := range seq(10) {
		for j := range seq(10) {
			if j == 3 {
				continue outer
			}
			if i == 4 {
				break outer
			}
			s += i*10 + j
		}
	}
	return s
}
func mix() {
	n := 0
L:
	for {
		for i := range seq(5) {
			n++
			switch {
			case i == 2 && n < 10:
				continue L
			case n > 20:
				break L
			}
		}
	}
	println("mix", n)
}
func gt() {
	i := 0
again:
	for j := range seq(3) {
		i++
		if i < 5 && j == 1 {
			goto again
		}
		if i > 8 {
			goto done
		}
	}
	println("fall", i)
done:
	println("goto", i)
}
func bad(y func(int) bool) {
	y(1)
	y(2)
}
func swallow(y func(int) bool) {
	defer func() { println("sw", recover() != nil) }()
	y(1)
}
func main() {
	println(find(42))
	println(find(97))
	println(named())
	println(outer())
	mix()
	gt()
	for i, s := range seq2(4) {
		println(i, s)
		if i == 2 {
			break
		}
	}
	var fs []func() int
	for i := range seq(3) {
		fs = append(fs, func() int { i *= 2; return i })
	}
	for _, f := range fs {
		println(f(), f())
	}
	func() {
		defer func() {
			e := recover()
			println(e.(error).Error())
		}()
		for i := range bad {
			println("b", i)
			break
		}
	}()
	func() {
		defer func() {
			e := recover()
			println(e.(error).Error())
		}()
		for range swallow {
			panic("x")
		}
		println("not reached")
	}()
	var save func(int) bool
	for range func(y func(int) bool) { save = y; y(0) } {
	}
	func() {
		defer func() {
			e := recover()
			println(e.(error).Error())
		}()
		save(1)
	}()
	for i := range seq(2) {
		func() {
			for j := range seq(2) {
				println(i, j)
				return
			}
		}()
	}
}
