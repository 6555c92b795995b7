// run

// Order of evaluation, assignment phases, failures, loops, switches.
package main

var tr string

func f(s string, v int) int { tr += s; return v }
func p(s string)            { println(s, tr); tr = "" }

type T struct{ a, b int }

func (t T) val(x int) int     { return t.a*1000 + x }
func (t *T) ptr(x int) int    { t.a = 9; return x }
func two(s string) (int, int) { tr += s; return 1, 2 }
func inc(p *int) int          { *p++; return *p }

type I interface{ val(int) int }

func vari(a int, s ...int) int {
	t := a
	for _, x := range s {
		t = t*10 + x
	}
	return t
}

func named() (a, b int) {
	a, b = 1, 2
	return b, a
}
func nd() (x int) {
	defer func() { x *= 2 }()
	x = 5
	return x + 1
}
func rec() (s string) {
	defer func() {
		if e := recover(); e != nil {
			s = e.(string)
		}
	}()
	panic("boo")
}

func main() {
	a := []int{0, 1, 2, 3, 4, 5}
	i := 1
	i, a[i] = 2, 10
	println(i, a[1], a[2])
	a[f("i", 0)], a[f("j", 1)] = f("x", 5), f("y", 6)
	p("assign")
	m := map[int]int{}
	m[f("k", 1)] = f("v", 2)
	p("map")
	m[f("k", 1)] += f("v", 2)
	p("mapop")
	println(m[1])
	x := f("a", 1) + f("b", 2)*f("c", 3)
	p("arith")
	println(x)
	println(vari(f("1", 1), f("2", 2), f("3", 3)))
	p("vari")
	println(vari(two("t")))
	_ = f("a", 1) == 1 && f("b", 2) == 1 || f("c", 3) == 3
	p("logic")
	t := T{1, 2}
	var it I = t
	t.a = 5
	println(it.val(1), t.val(2), t.ptr(3), t.a)
	fv := t.val
	t.a = 77
	println(fv(1))
	fp := t.ptr
	println(fp(4), t.a)
	fe := T.val
	println(fe(t, 3))
	fpe := (*T).val
	println(fpe(&t, 4))
	ie := I.val
	println(ie(t, 5))
	println(named())
	println(nd())
	println(rec())
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 10
		if i == 2 {
			println(v)
		}
	}
	for i, v := range &arr {
		arr[2] = 20
		if i == 2 {
			println(v)
		}
	}
	sl := arr[:]
	for i := range sl {
		sl = append(sl, i)
	}
	println(len(sl))
	k := 1
	z := k + inc(&k)
	println(z)
	var e1 interface{} = 1
	println(e1 == 1, e1 == 2, e1 == "a", e1 != nil)
	var np *T
	func() {
		defer func() { println(recover().(error).Error()) }()
		println(np.val(1))
	}()
	func() {
		defer func() { println(recover().(error).Error()) }()
		var ii I
		println(ii.val(1))
	}()
	func() {
		defer func() { println(recover().(error).Error()) }()
		println(a[f("", 10)])
	}()
	func() {
		defer func() { println(recover().(error).Error()) }()
		println(e1.(string))
	}()
	func() {
		defer func() { println(recover().(error).Error()) }()
		var mm map[string]int
		mm["a"] = 1
	}()
	switch y := 5; y {
	case 1, 2:
		println("12")
	case 5:
		println("5")
		fallthrough
	case 6:
		println("6")
	default:
		println("d")
	}
	switch s := "hello"; s {
	case "a", "b", "c":
	case "hellp", "hello":
		println("hello")
	case "x":
	}
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		println(f())
	}
	for i, r := range "aé世\xff" {
		println(i, r)
	}
	c := make(chan int, 3)
	go func() {
		for i := range 3 {
			c <- i
		}
		close(c)
	}()
	for v := range c {
		println("c", v)
	}
	v, ok := <-c
	println(v, ok)
	select {
	case v, ok := <-c:
		println("sel", v, ok)
	default:
		println("def")
	}
	var cc complex128 = complex(1, 2)
	cc *= cc
	println(real(cc), imag(cc), cc == complex(-3, 4))
	println(min(3, 1, 2), max(2.5, 1), min("b", "a"))
	b := append([]byte("ab"), "cd"...)
	println(string(b), len(b))
	b = append(b, make([]byte, 3)...)
	println(len(b), copy(b, "zz"), string(b[:4]))
	type pt struct{ x, y int }
	mp := map[pt]string{{1, 2}: "a", {3, 4}: "b"}
	println(mp[pt{1, 2}], mp[pt{3, 4}], len(mp))
	delete(mp, pt{1, 2})
	clear(a)
	println(len(mp), a[1])
	ps := []*pt{{1, 2}, {3, 4}}
	println(ps[1].y)
	s4 := [4]int(a[:4])
	println(len(s4))
	l := 0
loop:
	if l < 5 {
		l++
		goto loop
	}
	println(l)
	defer println("deferred", l)
	defer func(q int) { println("dq", q) }(l)
	l = 100
	var ee error
	_, isE := any(ee).(error)
	println(isE)
	str := ""
	for i := range 3 {
		str += string(rune('a'+i)) + "-"
	}
	println(str)
}
