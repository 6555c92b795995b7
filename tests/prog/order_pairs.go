// run

// Combinations of two or three operands that panic, have effects or read variables: what happens, and in which order.
package main

import "fmt"

type S struct{ f, g int }
type E struct{ *S; h int }
type I interface{ M(int) int }
type T int

//go:noinline
func (s *S) PM() int { tr("PM"); if s == nil { return -1 }; return s.f }
//go:noinline
func (s S) VM() int { tr("VM"); return s.f }
//go:noinline
func (s *S) Two(a, b int) int { tr("Two"); if s == nil { return a }; return s.f + a*10 + b }
//go:noinline
func (t T) M(a int) int { tr("M"); return int(t) + a }

var log []byte
var gx, gi, gz int
var ga []int
var gs S
var gp, gnp *S
var gm map[int]int
var gany any
var garr [4]int

func tr(s string) { log = append(log, s...); log = append(log, ' ') }
//go:noinline
func f1() int { tr("f1"); return 1 }
//go:noinline
func f2() int { tr("f2"); return 2 }
//go:noinline
func fp() int { tr("fp"); panic("fp") }
//go:noinline
func fq() int { tr("fq"); panic("fq") }
//go:noinline
func fg() int { tr("fg"); gx += 7; gi = 3; gz = 2; ga = []int{50, 51, 52, 53, 54, 55}; gs = S{70, 71}; gp = &S{80, 81}; gnp = gp; gm = map[int]int{0: 90, 1: 91, 2: 92}; gany = 95; garr[1] = 33; return 1 }
//go:noinline
func fs() []int { tr("fs"); return []int{5, 6, 7} }
//go:noinline
func fnp() *S { tr("fnp"); return nil }
//go:noinline
func fpp() *S { tr("fpp"); return &S{8, 9} }
//go:noinline
func fm() map[int]int { tr("fm"); return map[int]int{1: 4, 2: 5} }
//go:noinline
func fnm() map[int]int { tr("fnm"); return nil }
//go:noinline
func fS() S { tr("fS"); return S{11, 12} }
//go:noinline
func fstr() string { tr("fstr"); return "str" }
//go:noinline
func two() (int, int) { tr("two"); return 1, 2 }
//go:noinline
func u2(a, b int) int { tr("u2"); return a*3 + b }
//go:noinline
func u3(a, b, c int) int { tr("u3"); return a*9 + b*3 + c }
//go:noinline
func ua(a ...any) int { tr(fmt.Sprint(a...)); return len(a) }
func reset() { log = nil; gx, gi, gz = 10, 1, 0; ga = []int{20, 21, 22}; gs = S{30, 31}; gp = &S{40, 41}; gnp = nil; gm = map[int]int{0: 60, 1: 61}; gany = "s"; garr = [4]int{1, 2, 3, 4} }
func run(n int, f func() string) {
	reset()
	defer func() {
		r := recover()
		if r != nil {
			fmt.Println(n, string(log), "PANIC", r, gx, gi, ga, gs, gm, garr)
		}
	}()
	s := f()
	fmt.Println(n, string(log), s, gx, gi, ga, gs, gm, garr)
}

func c0() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := S{g: ys.(int), f: ga[gi]}
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c1() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := u2(arr[i], a[big])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c2() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := map[int]int{fp(): fe(), 777: [3]int{1,2,3}[big]}
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c3() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := I(T(x)).M(ni.M(1))
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c4() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := ^fx() & len(fs())
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c5() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := make([]int, fe(), gx)
	return fmt.Sprint(len(v), cap(v)) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c6() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := &[]S{{ni.M(1), ni.M(1)}, {f: m[i]}}
	return fmt.Sprint(*v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c7() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := [...]any{m[i], cap(ga)}
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c8() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	v := S{f1(), x%z}
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c9() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := T(x).M(*npi)
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c10() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := u3(a[big], np.f, <-ch)
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c11() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	fs()[fs()[big]] |= x
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c12() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := u2(a[big], gm[i])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c13() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v, w := *npi, m[i]
	return fmt.Sprint(v, w) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c14() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	v := copy(a[m[i]:], ga[nf():])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c15() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := map[int]int{*npi: fx(), 777: fg()}
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c16() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := str[-x:nf()]
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c17() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	n := 0
	for j := range str { n++; if j > 3 { break }; a[big] = j }
	return fmt.Sprint(n) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c18() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := &[]S{{int(real(complex(float64(x),1))), ys.(int)}, {f: a[big]}}
	return fmt.Sprint(*v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c19() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	m[i] <<= <-ch
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c20() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v, w := func() (int, int) { defer func() { recover(); tr("rec") }(); return x, a[big] }()
	return fmt.Sprint(v, w) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c21() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := complex(float64(np.f), float64(<-ch))
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c22() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	v := make([]int, gx, arr[big])
	return fmt.Sprint(len(v), cap(v)) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c23() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := T(x).M(u2(f1(),x))
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c24() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := ua(mk[un], e.f)
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c25() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	select {
	case map[int]chan int{}[nf()] <- u2(fs()[i], len(append(a,1))): tr("sent")
	case fs()[arr[i]] = <-ro: tr("recv")
	}
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c26() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	ga[(*[9]int)(a)[1]] %= a[i]
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c27() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	delete(nm, fe())
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c28() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	func() { defer u2(-x, *npi); tr("body"); x++ }()
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c29() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	m[np.PM()], fnm()[a[fx()]] = two()
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c30() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := im.M(nf())
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c31() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	delete(fm(), x*f1())
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c32() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := gp.Two(arr[big], mk[un])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c33() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	if x%z < *&x { tr("lt") }
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c34() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	delete(m, int(real(complex(float64(x),1))))
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c35() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := len(str) < p.PM() && ys.(int) != gm[i]
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c36() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	func() { defer u2(len(str[i:]), copy(a,ga)); tr("body"); x++ }()
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c37() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := any(len(append(a,1))) == any(fx())
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c38() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	ok := false
	a[a[neg]], ok = m[int(float64(x))]
	tr(fmt.Sprint(ok))
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c39() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := &[]S{{nf(), [3]int{1,2,3}[big]}, {f: m[i]}}
	return fmt.Sprint(*v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c40() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := complex(float64(x), float64(int(float64(x))))
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c41() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := fpp().Two(a[big], gx/gz)
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c42() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v, w := func() (int, int) { defer func() { recover(); tr("rec") }(); return x, ni.M(1) }()
	return fmt.Sprint(v, w) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c43() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := arr[i] ^ arr[i]
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c44() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v, w := func() (int, int) { defer func() { recover(); tr("rec") }(); return a[big], func()int{x++;return(x)}() }()
	return fmt.Sprint(v, w) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c45() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := &[]S{{e.h, p.f}, {f: fg()}}
	return fmt.Sprint(*v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c46() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := any(ni.M(1)) == any(a[neg])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c47() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v, w := min(x,f1()), im.M(f1())
	return fmt.Sprint(v, w) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c48() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	ga[len(y.(fmt.Stringer).String())], x = two()
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c49() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	v := S{len(a[big:]), [3]int{1,2,3}[big]}
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c50() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := S{g: S{x,2}.f, f: fe()}
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c51() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := copy(a[(&S{x,fx()}).g:], ga[u2(x,1):])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c52() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := arr[x:fnp().f]
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c53() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	v := fmt.Sprint(<-ch) + str + fmt.Sprint(fg())
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c54() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := &[]S{{fp(), a[big]}, {f: len(bs)}}
	return fmt.Sprint(*v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c55() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := &[]S{{arr[big], gx}, {f: fx()}}
	return fmt.Sprint(*v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c56() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	a[int(real(complex(float64(x),1)))] = fp()
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c57() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := []int{f1(), fp(), len(string(bs))}
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c58() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	fs()[np.f] *= np.f
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c59() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	arr[fe()], gm[fp()] = two()
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c60() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	switch arr[i] {
	case fe(): tr("A")
	case x/z, arr[i]: tr("B")
	default: tr("D")
	}
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c61() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := fe() / ([3]int{1,2,3}[big])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c62() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	if ys.(int) < im.M(x) { tr("lt") }
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c63() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := fmt.Sprint(fp()) + str + fmt.Sprint(arr[i])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c64() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	fnm()[gx] *= x%z
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c65() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := append(a[big:], fp(), np.PM())
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c66() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v, ok := mk[100/z]
	tr(fmt.Sprint(ok))
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c67() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	fpp().f = nf()
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c68() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := y.(I).M(np.f)
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c69() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := [...]any{mk[un], min(x,f1())}
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c70() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v, w := *npi, fx()+x
	return fmt.Sprint(v, w) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c71() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v, w := ni.M(1), int(im.(T))
	return fmt.Sprint(v, w) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c72() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := append(ga, min(x,f1()), s.f)
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c73() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := complex(float64(gx), float64(m[i]))
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c74() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	ch <- int(str[big])
	close(ch)
	for v := range ch { tr(fmt.Sprint(v)) }
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c75() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := [...]any{fs()[big], func()int{x++;return(x)}()}
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c76() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := u3((*[2]int)(a)[1], func()int{return(x)}(), func()int{return(x)}())
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c77() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	ok := false
	e.f, ok = gm[[3]int{1,2,3}[i]]
	tr(fmt.Sprint(ok))
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c78() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := <-ch < ni.M(1) && p.f != int(real(complex(float64(x),1)))
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c79() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	ga = append(ga, mk[y])
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c80() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	e.f -= fx()
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c81() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v, w := gx, ys.(int)
	return fmt.Sprint(v, w) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c82() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v, w := func() (r int, q int) { defer func() { tr(fmt.Sprint("d", r, q)); r += 5; x += r }(); r = 77; return x/z, int(str[i]) }()
	return fmt.Sprint(v, w) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c83() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	v := copy(a[f1():], ga[s.f:])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c84() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := p.f / (nm[i])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c85() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := ua(p.VM(), [3]int{1,2,3}[big])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c86() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := copy(a[x/z:], ga[^fx():])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c87() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := nf() < arr[fx()] && a[big] != x/z
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c88() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	switch fpp().f {
	case ni.M(1): tr("A")
	case x, fnp().f: tr("B")
	default: tr("D")
	}
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c89() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := any(S{x,2}.f) == any(a[i])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c90() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := any(map[int]int{1:x}[1]) == any(mk[un])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c91() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	v, w := a[f1()], f1()
	return fmt.Sprint(v, w) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c92() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := arr[fx()] / (len(fs()))
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c93() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := str[x+fx():fx()]
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c94() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	ga = append(ga, mk[un])
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c95() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	p.g <<= uint(x)
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c96() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	v := map[int]int{fp(): gnp.g, 777: s.VM()}
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c97() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v, w := func() (int, int) { defer func() { recover(); tr("rec") }(); return nf(), a[neg] }()
	return fmt.Sprint(v, w) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c98() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	n := 0
	for j := range gm { n++; if j > 3 { break }; np.f = j }
	return fmt.Sprint(n) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c99() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := make([]int, f1(), nf())
	return fmt.Sprint(len(v), cap(v)) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c100() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	ch <- *npi
	close(ch)
	for v := range ch { tr(fmt.Sprint(v)) }
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c101() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	fm()[im.(T).M(1)] &= s.VM()
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c102() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	select {
	case map[int]chan int{}[np.f] <- u2(ga[big], x): tr("sent")
	case m[y.(int)] = <-ro: tr("recv")
	}
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c103() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := [...]any{ys.(int), a[big]}
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c104() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	garr[x<<neg] <<= (*[9]int)(a)[1]
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c105() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	a[big] &= func()int{return(x)}()
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c106() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	m[arr[i]] = gx/gz
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c107() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	v := ua(nm[i], a[big])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c108() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	v := S{g: a[big], f: ni.M(1)}
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c109() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	v := &[]S{{ni.M(1), len(append(a,1))}, {f: fp()}}
	return fmt.Sprint(*v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c110() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	v := copy(a[gx:], ga[gx:])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c111() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	v := make([]int, f1(), a[i])
	return fmt.Sprint(len(v), cap(v)) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c112() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := make([]int, np.PM(), arr[i])
	return fmt.Sprint(len(v), cap(v)) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c113() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	a[fg()], np.f = ni.M(1), len(str)
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c114() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := m[i] / (x*f1())
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c115() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := e.Two(100/z, (&s).f)
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c116() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := map[int]int{fp(): <-ch, 777: fg()}
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c117() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	m[i] = func()int{panic("lit")}()
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c118() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	p.g |= x>>neg
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c119() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := s.VM() < nm[i] && nf() != <-ch
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c120() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := complex(float64(im.M(x)), float64(fx()))
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c121() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := fmt.Sprint(*npi) + str + fmt.Sprint([9]int(a)[0])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c122() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	v := ga[x*f1():np.f]
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c123() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	fs()[x/z], s.f = two()
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c124() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := complex(float64(nm[i]), float64([9]int(a)[0]))
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c125() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	garr[fpp().f], nm[x] = <-ro, int(real(complex(float64(x),1)))
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c126() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := func()int{panic("lit")}() < gm[i] && x/z != m[fx()]
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c127() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	fnm()[ni.M(1)] = *npi
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c128() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := im.M(a[i])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c129() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	ch <- fg()
	close(ch)
	for v := range ch { tr(fmt.Sprint(v)) }
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c130() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := &[]S{{*npi, nm[i]}, {f: map[int]int{1:x}[1]}}
	return fmt.Sprint(*v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c131() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	v := map[int]int{gnp.g: len(append(a,1)), 777: len(str)}
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c132() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := fmt.Sprint(x>>neg) + str + fmt.Sprint(fx()+x)
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c133() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	ok := false
	fm()[x/z], ok = m[f1()]
	tr(fmt.Sprint(ok))
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c134() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := fmt.Sprint(fx()) + str + fmt.Sprint(func()int{return(x)}())
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c135() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := s.Two(m[i], p.f)
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c136() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	nm[nm[i]] &= a[i]
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c137() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	if fg() < nm[i] { tr("lt") }
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c138() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	v := [...]any{x/z, y.(int)}
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c139() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	v := copy(a[a[i]:], ga[[2]int(a)[0]:])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c140() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	arr[i], x = x%z, min(x,f1())
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c141() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	v := ua(a[i], a[i])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c142() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := append(a[:i], a[i], (&S{x,fx()}).g)
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c143() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := np.f / (p.VM())
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c144() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	fnm()[len(str[:big])] = fg()
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c145() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := fS().f / (p.PM())
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c146() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := append([]int(nil), fnp().f, a[i])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c147() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := int(str[i]) / (mk[un])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c148() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := S{mk[un], fx()}
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c149() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := complex(float64(fg()), float64(fg()))
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c150() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	v := *npi | m[i]
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c151() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	nm[a[big]], mk[un] = a[big], -x
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c152() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _ = ro, str, bs
	v := any([3]int{1,2,3}[big]) == any(fg())
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c153() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := u2(p.f+fe(), x%z)
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}


func c155() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	nm[gx/gz], ga[nm[i]] = len(string(bs)), fpp().f
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c156() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := fp() & [2]int(a)[0]
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c157() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := fmt.Sprint(arr[fx()]) + str + fmt.Sprint(*npi)
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c158() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	v := u3(fs()[i], len(str[i:]), a[f1()])
	return fmt.Sprint(v) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func c159() string {
	x, z, i, big, neg := 3, 0, 1, 9, -1
	a := []int{20, 21, 22}
	arr := [4]int{5, 6, 7, 8}
	s := S{30, 31}
	p := &S{40, 41}
	var np *S
	var npi *int
	var nf func() int
	var ni I
	var im I = T(4)
	m := map[int]int{0: 60, 1: 61, 3: 63}
	mk := map[any]int{1: 2}
	var nm map[int]int
	var y any = 7
	var ys any = "q"
	var un any = []int{1}
	e := E{}
	ch := make(chan int, 4)
	var ro <-chan int = ch
	ch <- 17
	str := "hello"
	bs := []byte("bytes")
	fx := func() int { tr("fx"); x += 100; z = 4; i = 2; big = 0; neg = 1; a = []int{120, 121, 122, 123, 124, 125, 126, 127, 128, 129}; arr = [4]int{15, 16, 17, 18}; s = S{130, 131}; p = &S{140, 141}; np = p; m = map[int]int{0: 160, 1: 161}; y = 8; ys = 9; un = 1; str = "world"; bs = []byte("BYTES"); return 1 }
	fe := func() int { tr("fe"); p.f++; a[0]++; a[1] += 1000; m[1]++; s.f++; arr[1]++; bs[0]++; return 0 }
	_, _, _, _, _, _, _, _, _, _, _ = x, z, i, big, neg, a, arr, s, p, np, npi
	_, _, _, _, _, _, _, _, _, _, _ = nf, ni, im, m, mk, nm, y, ys, un, e, ch
	_, _, _, _, _ = ro, str, bs, fx, fe
	fm()[fx()+a[i]] = a[i]
	return fmt.Sprint(0) + fmt.Sprint(" ", x, i, a, arr, s, *p, m)
}

func main() {
	run(0, c0)
	run(1, c1)
	run(2, c2)
	run(3, c3)
	run(4, c4)
	run(5, c5)
	run(6, c6)
	run(7, c7)
	run(8, c8)
	run(9, c9)
	run(10, c10)
	run(11, c11)
	run(12, c12)
	run(13, c13)
	run(14, c14)
	run(15, c15)
	run(16, c16)
	run(17, c17)
	run(18, c18)
	run(19, c19)
	run(20, c20)
	run(21, c21)
	run(22, c22)
	run(23, c23)
	run(24, c24)
	run(25, c25)
	run(26, c26)
	run(27, c27)
	run(28, c28)
	run(29, c29)
	run(30, c30)
	run(31, c31)
	run(32, c32)
	run(33, c33)
	run(34, c34)
	run(35, c35)
	run(36, c36)
	run(37, c37)
	run(38, c38)
	run(39, c39)
	run(40, c40)
	run(41, c41)
	run(42, c42)
	run(43, c43)
	run(44, c44)
	run(45, c45)
	run(46, c46)
	run(47, c47)
	run(48, c48)
	run(49, c49)
	run(50, c50)
	run(51, c51)
	run(52, c52)
	run(53, c53)
	run(54, c54)
	run(55, c55)
	run(56, c56)
	run(57, c57)
	run(58, c58)
	run(59, c59)
	run(60, c60)
	run(61, c61)
	run(62, c62)
	run(63, c63)
	run(64, c64)
	run(65, c65)
	run(66, c66)
	run(67, c67)
	run(68, c68)
	run(69, c69)
	run(70, c70)
	run(71, c71)
	run(72, c72)
	run(73, c73)
	run(74, c74)
	run(75, c75)
	run(76, c76)
	run(77, c77)
	run(78, c78)
	run(79, c79)
	run(80, c80)
	run(81, c81)
	run(82, c82)
	run(83, c83)
	run(84, c84)
	run(85, c85)
	run(86, c86)
	run(87, c87)
	run(88, c88)
	run(89, c89)
	run(90, c90)
	run(91, c91)
	run(92, c92)
	run(93, c93)
	run(94, c94)
	run(95, c95)
	run(96, c96)
	run(97, c97)
	run(98, c98)
	run(99, c99)
	run(100, c100)
	run(101, c101)
	run(102, c102)
	run(103, c103)
	run(104, c104)
	run(105, c105)
	run(106, c106)
	run(107, c107)
	run(108, c108)
	run(109, c109)
	run(110, c110)
	run(111, c111)
	run(112, c112)
	run(113, c113)
	run(114, c114)
	run(115, c115)
	run(116, c116)
	run(117, c117)
	run(118, c118)
	run(119, c119)
	run(120, c120)
	run(121, c121)
	run(122, c122)
	run(123, c123)
	run(124, c124)
	run(125, c125)
	run(126, c126)
	run(127, c127)
	run(128, c128)
	run(129, c129)
	run(130, c130)
	run(131, c131)
	run(132, c132)
	run(133, c133)
	run(134, c134)
	run(135, c135)
	run(136, c136)
	run(137, c137)
	run(138, c138)
	run(139, c139)
	run(140, c140)
	run(141, c141)
	run(142, c142)
	run(143, c143)
	run(144, c144)
	run(145, c145)
	run(146, c146)
	run(147, c147)
	run(148, c148)
	run(149, c149)
	run(150, c150)
	run(151, c151)
	run(152, c152)
	run(153, c153)
	run(155, c155)
	run(156, c156)
	run(157, c157)
	run(158, c158)
	run(159, c159)
}

