// run

// Plain variables are read after the calls of the same expression, as gc does.
package main

import "fmt"

type S struct{ a, b, c int }

//go:noinline
func inc(p *int) int { *p++; return *p }

//go:noinline
func incs(p *string) string { *p += "x"; return *p }

//go:noinline
func incS(p *S) int { p.a++; return p.a }

//go:noinline
func incl(p *[]int) int { *p = append(*p, 1); return len(*p) }

//go:noinline
func incf(p *float64) float64 { *p++; return *p }

func two(a, b any)     { fmt.Println(a, b) }
func ints(a, b int)    { fmt.Println(a, b) }
func strs(a, b string) { fmt.Println(a, b) }

type P struct{ x *int }

func main() {
	x := 1
	fmt.Println(x, inc(&x))
	two(x, inc(&x))
	ints(x, inc(&x))
	s := "s"
	fmt.Println(s, incs(&s))
	strs(s, incs(&s))
	strs(s+"!", incs(&s))
	st := S{}
	fmt.Println(st, incS(&st))
	fmt.Println(st.a, incS(&st))
	var l []int
	fmt.Println(l, incl(&l))
	fmt.Println(len(l), incl(&l))
	f := 1.5
	fmt.Println(f, incf(&f))
	fmt.Println(x+1, inc(&x))
	ints(x+1, inc(&x))
	a := []int{1, 2}
	ints(a[0], inc(&a[0]))
	fmt.Println(a[0], inc(&a[0]))
	p := &x
	ints(*p, inc(p))
	fmt.Println(*p, inc(p))
	m := map[string]int{"a": 1}
	chg := func() int { m["a"]++; return m["a"] }
	ints(m["a"], chg())
	fmt.Println(m["a"], chg())
	r := []any{x, inc(&x), x}
	fmt.Println(r...)
	q := []int{x, inc(&x), x}
	fmt.Println(q)
	y, z := x, inc(&x)
	fmt.Println(y, z)
	b := x == inc(&x)
	fmt.Println(b)
	t := S{x, inc(&x), x}
	fmt.Println(t)
	var i any = x
	fmt.Println(i == inc(&x), -x, inc(&x))
	arr := [2]int{1, 2}
	fmt.Println(arr, inc(&arr[0]))
	ss := string([]byte(s)) + s
	fmt.Println(ss)
	bs := []byte("abc")
	cp := func() int { return copy(bs, "xyz") }
	fmt.Println(string(bs), cp())
	bs = []byte("abc")
	strs2 := func(a string, n int) { fmt.Println(a, n) }
	strs2(string(bs), cp())
	bs = []byte("abc")
	_ = bs
	fn := func() (r int) { defer func() { r += x }(); return x*100 + inc(&x) }
	fmt.Println(fn())
	ret := func() (int, int) { return x, inc(&x) }
	fmt.Println(ret())
	mm := map[int]int{x: inc(&x)}
	fmt.Println(mm)
	mm[x] = inc(&x)
	fmt.Println(mm)
	a[x-x] = inc(&x)
	fmt.Println(a)
	ch := make(chan int, 2)
	ch <- x + inc(&x)
	fmt.Println(<-ch)
	var e1, e2 any = x, inc(&x)
	fmt.Println(e1, e2)
	fmt.Println(any(x) == any(inc(&x)))
	fmt.Println(min(x, inc(&x)), max(x, inc(&x)))
	switch x {
	case inc(&x) - 1:
		fmt.Println("eq")
	default:
		fmt.Println("ne")
	}
	if x < inc(&x) {
		fmt.Println("lt")
	}
	cl := func(k int) func() int { return func() int { return k } }
	fmt.Println(cl(x)(), inc(&x))
	fmt.Println(fmt.Sprint(x), inc(&x), x)
}
