// run

// A mixture: methods, literals, maps, conversions, type switches, labels.
package main

import "fmt"

// generic methods (Go 1.27?) and misc
type Box[T any] struct{ v T }

func (b Box[T]) Get() T { return b.v }

type Named interface{ Name() string }
type Base struct{ n string }

func (b Base) Name() string { return b.n }

type W[T Named] struct {
	T2 T
	Base
}

func (w *W[T]) Hello() string { return "hello " + w.T2.Name() + w.Name() }

type Matrix [3][3]int

func (m *Matrix) Set(i, j, v int) { m[i][j] = v }
func (m Matrix) Tr() (t Matrix) {
	for i := range m {
		for j, v := range m[i] {
			t[j][i] = v
		}
	}
	return
}

type Fn func(int) Fn

func step(n int) Fn {
	if n == 0 {
		return nil
	}
	return func(k int) Fn { fmt.Print(k, " "); return step(n - 1) }
}

type Enum uint8

const (
	A Enum = iota
	B
	C
)

var names = map[Enum]string{A: "a", B: "b", C: "c"}
var tbl = [...]func(int) int{func(x int) int { return x }, 2: func(x int) int { return -x }}
var nested = []struct {
	k string
	v []int
	m map[string]bool
}{{"x", []int{1, 2}, nil}, {k: "y", m: map[string]bool{"q": true}}}

type Visitor interface{ Visit(n int) Visitor }
type cnt struct{ n *int }

func (c cnt) Visit(n int) Visitor {
	*c.n += n
	if n > 3 {
		return nil
	}
	return c
}

type Err string

func (e Err) Error() string { return string(e) }
func try(f func()) (err error) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case error:
			err = e
		default:
			err = Err(fmt.Sprint(e))
		}
	}()
	f()
	return
}

type Stack[E any] []E

func (s *Stack[E]) Push(e E) { *s = append(*s, e) }
func (s *Stack[E]) Pop() E {
	old := *s
	e := old[len(old)-1]
	*s = old[:len(old)-1]
	return e
}

func variadic(pre string, xs ...interface{}) string {
	return pre + fmt.Sprint(len(xs)) + fmt.Sprint(xs...)
}

func shadow() (err error) {
	if err := try(func() { panic("in") }); err != nil {
		return err
	}
	return
}

func main() {
	w := &W[Base]{Base{"t"}, Base{"b"}}
	fmt.Println(w.Hello(), Box[string]{"q"}.Get())
	var m Matrix
	m.Set(0, 2, 5)
	fmt.Println(m.Tr(), m)
	for i, f := 0, step(3); f != nil; i++ {
		f = f(i)
	}
	fmt.Println()
	fmt.Println(names[B], tbl[2](4), tbl[1] == nil, nested[1].m["q"], nested[0].v[1])
	n := 0
	var v Visitor = cnt{&n}
	for i := 1; v != nil; i++ {
		v = v.Visit(i)
	}
	fmt.Println(n)
	fmt.Println(try(func() { var a []int; _ = a[3] }), try(func() { panic(Err("custom")) }), try(func() {}), shadow())
	var s Stack[string]
	s.Push("a")
	s.Push("b")
	fmt.Println(s.Pop(), len(s))
	fmt.Println(variadic("p"), variadic("p", 1, "a", nil), variadic("p", []interface{}{1, 2}...))
	type T struct {
		a int
		b string
	}
	mm := map[T][]string{}
	mm[T{1, "x"}] = append(mm[T{1, "x"}], "v1")
	mm[T{1, "x"}] = append(mm[T{1, "x"}], "v2")
	fmt.Println(mm)
	ms := map[string]*T{"k": {1, "z"}}
	ms["k"].a++
	ms["k"].b += "!"
	fmt.Println(*ms["k"])
	arr := [...]int{5: 1, 2, 1: 7}
	fmt.Println(len(arr), arr)
	sl := arr[1:3:4]
	fmt.Println(len(sl), cap(sl))
	x := 10
	p := &x
	pp := &p
	**pp = 20
	fmt.Println(x, *p == **pp)
	ch := make(chan [2]int, 1)
	ch <- [2]int{1, 2}
	a, ok := <-ch, true
	fmt.Println(a, ok)
	var i8 int8 = 127
	i8++
	var u uint32 = 1 << 31
	str0 := "日本語"
	fmt.Println(i8, u<<1, int64(u)<<1, -5>>1, uint8(len(str0)+250))
	f32 := float32(0.1)
	fmt.Println(f32, float64(f32), f32*3, 1e100, 5/2, 5.0/2)
	fmt.Printf("%v %T\n", any(C), any(C))
	str := "日本語"
	for i := 0; i < len(str); i += 3 {
		fmt.Print(str[i:i+3], ",")
	}
	fmt.Println([]byte(str)[:3], []rune(str)[1], string([]rune{0x65e5, -1}))
	func() {
		defer fmt.Println("deferred", x)
		x = 99
	}()
	c := make(chan int)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for v := range c {
			fmt.Print(v, ";")
		}
	}()
	for i := range 5 {
		c <- i * i
	}
	close(c)
	<-done
	fmt.Println()
	var e1, e2 error = Err("x"), Err("x")
	fmt.Println(e1 == e2, e1 != nil, any(1) == any(1.0))
	type rec struct {
		self *rec
		f    func() *rec
	}
	r := &rec{}
	r.self = r
	r.f = func() *rec { return r.self }
	fmt.Println(r.f().f() == r)
	lbl := ""
L:
	for i := range 3 {
		switch i {
		case 1:
			continue L
		case 2:
			break L
		}
		lbl += fmt.Sprint(i)
	}
	fmt.Println(lbl)
	switch y := any(x).(type) {
	case int, string:
		fmt.Printf("%T\n", y)
	}
	b := []byte("abc")
	switch string(b) {
	case "abc":
		fmt.Println("ok")
	}
	bm := map[string]int{"abc": 3}
	fmt.Println(bm[string(b)], copy(b, "xy"), string(b))
	cx := complex(1, -2)
	fmt.Println(cx*cx, real(cx), imag(cx), cx == complex(1, -2), -cx)
	const big = 1 << 62
	fmt.Println(uint64(big)<<1, big>>60)
	fn := (*Stack[int]).Push
	var si Stack[int]
	fn(&si, 4)
	fmt.Println(si)
	g := Matrix.Tr
	fmt.Println(g(m)[2][0])
	func(xs ...int) { fmt.Println(xs == nil, len(xs)) }()
	var np *Matrix
	fmt.Println(len(np), try(func() { np.Set(1, 1, 1) }))
	for i := range np {
		_ = i
	}
	goto done
done:
	fmt.Println(max(1, 2.5, 'a'), min("b", "a"))
}
