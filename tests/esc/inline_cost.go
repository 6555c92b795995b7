// Costs of small functions in the inliner's budget, as gc counts them; tests/cli/inline_cost.sh reads the comments.
package p

type T struct{ a, b int; p *T; s []int }
type U struct { T; x int }
type I interface{ M(int) int }
func (t *T) M(x int) int { return t.a + x } // cost 5
func (t T) V(x int) int { return t.a + x } // cost 5

//go:noinline
func ext(x int) int { return x } // not inlined: marked go:noinline
//go:noinline
func ext2(x int) (int, int) { return x, x } // not inlined: marked go:noinline
//go:noinline
func extv(x ...int) int { return 0 } // not inlined: marked go:noinline
//go:noinline
func exta(x any) int { return 0 } // not inlined: marked go:noinline

func f1(x int) int { return x + 1 } // cost 4
func f2(x int) int { y := x + 1; return y } // cost 9
func f3(x int) int { var y int; y = x; return y } // cost 9
func f4(x int) int { var y = x; return y } // cost 7
func f5(x int) int { x++; return x } // cost 5
func f6(x int) int { x += 2; return x } // cost 5
func f7(x int) int { return ext(x) } // cost 61
func f8(t *T) int { return t.a } // cost 3
func f9(t T) int { return t.a } // cost 3
func f10(t *T) int { return t.M(1) } // cost 9
func f11(t T) int { return t.M(1) } // cost 10
func f12(t *T) int { return t.V(1) } // cost 10
func f13(i I) int { return i.M(1) } // cost 62
func f14(x int) any { return x } // cost 3
func f15(x int) *T { return &T{a: x} } // cost 5
func f16(x int) T { return T{a: x, b: 2} } // cost 6
func f17(x int) []int { return []int{x, 1, 2} } // cost 6
func f18(x []int) int { return x[0] } // cost 4
func f19(x []int) []int { return x[1:2] } // cost 5
func f20(x []int) []int { return x[0:len(x)] } // cost 3
func f21(x []int) int { return len(x) } // cost 3
func f22(x []int, y int) []int { return append(x, y) } // cost 4
func f23(x int) []int { return make([]int, x) } // cost 3
func f24() *int { return new(int) } // cost 2
func f25(x int) int { if x > 1 { return 2 }; return 3 } // cost 8
func f26(x int) int { s := 0; for i := 0; i < x; i++ { s += i }; return s } // cost 22
func f27(x []int) int { s := 0; for _, v := range x { s += v }; return s } // cost 16
func f28(x []int) int { s := 0; for i := range x { s += i }; return s } // cost 15
func f29(x int) int { switch x { case 1, 2: return 1; case 3: return 2; default: return 0 } } // cost 14
func f30(x int) (int, int) { a, b := x, 1; return a, b } // cost 12
func f31(x int) int { a, b := ext2(x); return a + b } // cost 71
func f32(x any) int { return x.(int) } // cost 3
func f33(x any) (int, bool) { v, ok := x.(int); return v, ok } // cost 12
func f34(m map[int]int) int { return m[1] } // cost 4
func f35(m map[int]int) (int, bool) { v, ok := m[1]; return v, ok } // cost 13
func f36(m map[int]int) { m[1] = 2 } // cost 5
func f37(x int) func() int { return func() int { return x } } // cost 17
func f38(t *T) func(int) int { return t.M } // cost 4
func f39(p *int) int { return *p } // cost 3
func f40(p *int) { *p = 1 } // cost 4
func f41(t *T) *int { return &t.a } // cost 2
func f42(t *T) *int { return &t.b } // cost 4
func f43(x int) { panic("x") } // cost 3
func f44(x int) { panic(x) } // cost 3
func f45(x int) int { return extv(1, 2, x) } // cost 65
func f46(x int) int { return extv() } // cost 61
func f47(x int) int { return exta(x) } // cost 62
func f48(c chan int) int { return <-c } // cost 3
func f49(c chan int) { c <- 1 } // cost 3
func f50(x int) int64 { return int64(x) } // cost 2
func f51(x int) uint { return uint(x) } // cost 3
func f52(b []byte) string { return string(b) } // cost 3
func f53(x bool) bool { return !x && x } // cost 5
func f54(u *U) int { return u.a } // cost 4
func f55(u *U) int { return u.M(2) } // cost 9
func f56(x int) int { const c = 4; return x * c } // cost 4
func f57(x int) (r int) { r = x; return } // cost 4
func f58(x int) { _ = x } // cost 3
func f59(f func(int) int) int { return f(1) } // cost 21
func f60(x any) int { switch v := x.(type) { case int: return v; case string: return len(v) }; return 0 } // cost 15
func f61(x int) int { return f1(x) } // cost 8
func f62(x int) map[string]int { return map[string]int{"a": x} } // cost 5
func f63(s string) string { return s + "x" + s } // cost 5
func f64(a, b []int) int { return copy(a, b) } // cost 4
func f65(x int) int { for { x++; if x > 10 { break } }; return x } // cost 11
func f66(x int) [3]int { return [3]int{1, 2, x} } // cost 5
func f67(x, y int) (int, int) { x, y = y, x; return x, y } // cost 8
func f68(x int) { println(x) } // cost 2
func f69(m map[int]int) { delete(m, 1) } // cost 3
func f70(x int) int { return min(x, 3) } // cost 4
func f71() {} // cost 0
var g int
func f72() int { g++; return g } // cost 5
func f73(x int) int { { y := x; x = y }; return x } // cost 10
func f74(x int) int { if y := x; y > 1 { return y }; return 0 } // cost 13
func f75(x int) int { if x > 1 { return 1 } else if x > 2 { return 3 } else { return 4 } } // cost 14
func f76(x []int) int { for i, v := range x { if v == 1 { return i } }; return -1 } // cost 16
func f77(n int) int { s := 0; for i := range n { s += i }; return s } // cost 15
func f78(x int) int { var a, b int = x, 2; return a+b } // cost 13
func f79(x int) string { switch { case x < 1: return "a"; case x < 2: return "b" }; return "c" } // cost 15
func f80(x int) int { return func(y int) int { return y + x }(2) } // cost 23
func f81(e error) bool { return e != nil } // cost 4
func f82(t *T) { t.a = 1; t.b = 2; t.p = nil } // cost 12
func f83(x *T) bool { return x == nil } // cost 4
func f84(s string) byte { return s[0] } // cost 4
func f85(x int) int { return -x } // cost 3
func f86(x int) int { return int(int8(x)) } // cost 4
func f87(x int) (a, b int) { return x, x } // cost 3
func f88(t *T) int { return t.p.p.a } // cost 5
func f89(t *T) []int { return t.s[:] } // cost 4
func f90(t *T, x int) { t.s = append(t.s, x) } // cost 7
func f91(x int) int { L: for { if x > 3 { break L }; x++; continue L }; return x } // cost 13
