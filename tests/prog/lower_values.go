// run

// Methods and wrappers, closures, failures, static data, select, conversions.
package main

import "errors"

type A struct{ n int }

func (a A) Get() int   { return a.n }
func (a *A) Set(n int) { a.n = n }

type B struct {
	*A
	name string
}
type C struct {
	B
	I
}
type I interface{ Foo(int) string }
type Im struct{ s string }

func (i Im) Foo(n int) string { return i.s + string(rune('0'+n)) }

type GS interface {
	Get() int
	Set(int)
}
type F func(int) int

func (f F) Call(x int) int { return f(x) }

type E1 struct{ msg string }

func (e *E1) Error() string { return e.msg }

func mayErr(b bool) error {
	if b {
		return &E1{"bad"}
	}
	return nil
}

type M map[string]int

func (m M) Inc(k string) { m[k]++ }

type Big struct {
	a [40]int
	s string
}

func (b Big) sum() (t int) {
	for _, x := range b.a {
		t += x
	}
	return
}

type Celsius float64
type Week int

const (
	Mon Week = iota
	Tue
)

func (w Week) String() string { return [...]string{"Mon", "Tue"}[w] }

func counter() (func() int, func()) {
	c := 0
	return func() int { c++; return c }, func() { c = 100 }
}
func nest() func() func() int {
	x := 1
	y := 2
	return func() func() int {
		z := x
		x++
		return func() int { x += y; return x*100 + z }
	}
}
func multi() (int, string, error) { return 1, "s", errors.New("e") }

func deferLoop() {
	for i := 0; i < 3; i++ {
		defer func() { println("dl", i) }()
		defer print("arg ", i, "\n")
	}
}
func panics(n int) (r int, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = e.(error)
			r = -1
		}
	}()
	var arr [5]int
	var s []int
	var m map[string][]int
	switch n {
	case 0:
		return arr[n+5*len(m)-0+int(len(s))], nil
	case 1:
		k := 5
		return arr[k:][0], nil
	case 2:
		return s[0], nil
	case 3:
		return 1 / len(s), nil
	case 4:
		return m["x"][2], nil
	case 5:
		var p *A
		return p.n, nil
	case 6:
		return len(make([]int, len(s)-1)), nil
	case 7:
		var i any = "x"
		return i.(int), nil
	case 8:
		var i any
		_ = i.(I)
	case 9:
		a, b := any([]int{1}), any([]int{1})
		_ = a == b
	case 10:
		mm := map[any]int{}
		mm[func() {}] = 1
	case 11:
		return int(s[5:][0]), nil
	case 12:
		x := "abc"
		return int(x[len(s)+3]), nil
	case 13:
		_ = [4]int(s)
	case 14:
		sh := -1
		return 1 << sh, nil
	case 15:
		var f func()
		f()
	case 16:
		close((chan int)(nil))
	case 17:
		c := make(chan int)
		close(c)
		close(c)
	}
	return 0, nil
}

type T1 struct{ x, y int }
type T2 struct {
	T1
	z [2]T1
	m map[string]T1
}

var glob = [...]T1{{1, 2}, 3: {5, 6}}
var gm = map[string][]int{"a": {1, 2}, "b": nil}
var gf = func(x int) int { return x + len(glob) }
var gp = &T2{T1: T1{7, 8}, z: [2]T1{1: {9, 10}}}
var gi I = Im{"gi"}
var ga any = 5
var init1 = init2 + 1
var init2 = f3()

func f3() int { return 41 }
func init()   { init2++ }
func init()   { println("init", init1, init2) }

func sel() {
	c1, c2 := make(chan int, 1), make(chan string, 1)
	c2 <- "x"
	var arr [2]string
	i := 0
	select {
	case v := <-c1:
		println(v)
	case arr[i] = <-c2:
		println("got", arr[0])
	}
	select {
	case c1 <- 5:
		println("sent")
	case <-c2:
	}
	v, ok := 0, false
	select {
	case v, ok = <-c1:
		println(v, ok)
	}
loop:
	for {
		select {
		case c1 <- 1:
			println("c1")
		default:
			break loop
		}
	}
}

func main() {
	a := &A{5}
	b := B{a, "b"}
	c := C{b, Im{"im"}}
	println(c.Get(), c.Foo(3))
	c.Set(9)
	println(a.n, b.Get())
	var gs GS = c
	gs.Set(11)
	println(gs.Get(), a.Get())
	gs = &c
	println(gs.Get())
	var i I = c
	println(i.Foo(1))
	i = &c
	println(i.Foo(2))
	mv := i.Foo
	println(mv(7))
	var fi interface{ Call(int) int } = F(func(x int) int { return x * 2 })
	println(fi.Call(21))
	println(mayErr(false) == nil, mayErr(true) != nil, mayErr(true).Error())
	m := M{}
	m.Inc("a")
	m.Inc("a")
	println(m["a"])
	var inc interface{ Inc(string) } = m
	inc.Inc("a")
	println(m["a"])
	var bg Big
	bg.a[3] = 4
	bg2 := bg
	bg2.a[3] = 5
	fb := bg.sum
	bg.a[3] = 100
	println(bg.sum(), bg2.sum(), fb(), bg == bg2)
	var ab any = bg
	println(ab == any(bg), ab.(Big).sum())
	var st interface{ String() string } = Tue
	println(st.String(), Mon.String())
	f, r := counter()
	f()
	f()
	r()
	println(f())
	n := nest()
	n1 := n()
	n2 := n()
	println(n1(), n2(), n1())
	x, y, z := multi()
	println(x, y, z.Error())
	deferLoop()
	for k := range 18 {
		r, err := panics(k)
		if err != nil {
			println(k, r, err.Error())
		} else {
			println(k, r)
		}
	}
	println(len(glob), glob[3].y, gm["a"][1], len(gm), gf(1), gp.z[1].y, gp.x, gi.Foo(0), ga.(int))
	sel()
	t := T2{T1: T1{1, 2}, m: map[string]T1{"q": {3, 4}}}
	t2 := t
	t2.z[0].x = 5
	println(t.z[0].x, t2.z[0].x, t2.m["q"].y, t.T1 == t2.T1)
	pp := &t.z[1].y
	*pp = 77
	println(t.z[1].y)
	var mat [3][4]int
	for i := range mat {
		for j := range mat[i] {
			mat[i][j] = i * j
		}
	}
	println(mat[2][3])
	q := [][]int{{1}, {2, 3}}
	q[1][0], q[0] = q[0][0], q[1]
	println(q[0][0], q[1][0])
	type node struct {
		next *node
		v    int
	}
	var head *node
	for i := range 3 {
		head = &node{head, i}
	}
	for p := head; p != nil; p = p.next {
		print(p.v, " ")
	}
	println()
	var u8 uint8 = 250
	u8 += 10
	var i8 int8 = -128
	i8 = -i8
	println(u8, i8, u8<<1, i8>>1, ^u8, 7&^2, -7/2, -7%3)
	var sh uint = 70
	println(1<<sh == 0, int32(-1)>>sh, uint32(1)<<31)
	println(Celsius(3.7)+0.3 == 4, int(Celsius(-3)), uint8(int(300)&0xff))
	s := "héllo"
	bs := []byte(s)
	rs := []rune(s)
	println(len(s), len(bs), len(rs), string(rs[1]), s[1:3] == "é", string(bs[:1]))
	sw := func(x any) string {
		switch v := x.(type) {
		case nil:
			return "nil"
		case int, int8:
			_ = v
			return "ints"
		case error:
			return "err " + v.Error()
		case func() int:
			return "func"
		case []int:
			return "slice"
		case *A:
			return "ptr"
		default:
			return "other"
		}
	}
	println(sw(nil), sw(1), sw(int8(2)), sw(errors.New("z")), sw(f), sw([]int{}), sw(a), sw(2.5))
	if v, ok := any(a).(GS); ok {
		println("GS", v.Get())
	}
	var e error = (*E1)(nil)
	println(e == nil, e != nil)
	func() {
		defer func() {
			println(recover().(string))
		}()
		defer func() {
			panic("second")
		}()
		panic("first")
	}()
	ch := make(chan func() int)
	go func() { ch <- func() int { return 42 } }()
	println((<-ch)())
	var arr [3]func()
	for i := range arr {
		arr[i] = func() { print(i, ",") }
	}
	for _, f := range arr {
		f()
	}
	println()
	goto end
end:
	println(string(append([]byte("x"), s[:1]...)))
	lbl := 0
outer:
	for i := 0; i < 3; i++ {
		for j := 0; j < 3; j++ {
			switch {
			case j == 1:
				continue outer
			case i == 2:
				break outer
			}
			lbl += 10*i + j
		}
	}
	println(lbl)
	var nilm map[string]int
	delete(nilm, "a")
	println(nilm["q"], len(nilm))
	for range nilm {
	}
	var iface1, iface2 any = T1{1, 2}, T1{1, 2}
	println(iface1 == iface2)
	as := struct {
		A
		k int
	}{A{3}, 4}
	println(as.Get(), as.k)
	as.Set(8)
	println(as.n)
	var anon interface{ Get() int } = as
	println(anon.Get())
	println(func(xs ...int) int { return len(xs) }(), func(xs ...any) int { return len(xs) }(1, "a", nil))
	copy(bs[1:], "zz")
	println(string(bs))
	c128 := complex(1, 2)
	c128 = c128*c128 + 1
	println(real(c128) == -2, imag(c128) == 4)
	const huge = 1 << 100
	println(huge>>98, 'a'+1, "s"+"t")
	new1 := new(int)
	*new1++
	*new1 <<= 3
	println(*new1)
	n5 := new(T1{4, 5})
	println(n5.y)
}
