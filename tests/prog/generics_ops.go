// run

// Operators and conversions on type parameters behave as on the type argument.

package main

import "fmt"

type Int interface {
	~int8 | ~int16 | ~int32 | ~int64 | ~uint8 | ~uint16 | ~uint32 | ~uint64
}

func Ops[T Int](a, b T) string {
	s := fmt.Sprint(a+b, a-b, a*b, a&b, a|b, a^b, a&^b, ^a, -a, a<<3, a>>1, a < b, a == b, T(100)+a, uint64(a), int8(a), float64(a))
	if b != 0 {
		s += fmt.Sprint(" ", a/b, a%b)
	}
	return s
}
func Conv[A, B Int | ~float32 | ~float64](a A) B { return B(a) }
func Len[T ~string | ~[]byte](x T) (n int) {
	for i := range len(x) {
		n += int(x[i])
	}
	return n*10 + len(x[1:])
}
func Idx[T ~[]E, E any](x T, i int) (E, T)    { return x[i], append(x[:i:i], x[i+1:]...) }
func At[T [3]int | []int](x T, i int) int     { return x[i] }
func Chan[C ~chan T, T any](c C, x T) T       { c <- x; return <-c }
func Call[F ~func(A) R, A, R any](f F, a A) R { return f(a) }
func Fld[T any, P interface {
	*T
	Get() int
}](t T) int {
	return P(&t).Get()
}

type V struct{ n int }

func (v *V) Get() int { return v.n }
func Range[T ~[]E, E any](x T) (n int) {
	for k := range x {
		n += k
	}
	return
}
func Mk[S ~[]E, E any](n int) S                        { return make(S, n, n*2) }
func Zero[T any]() (z T)                               { return }
func Eq[T comparable](a, b T) bool                     { return a == b }
func MinMax[T Int | ~string | ~float64](a, b T) (T, T) { return min(a, b), max(a, b) }
func Rec[T any](n int, x T) string {
	if n == 0 {
		return fmt.Sprintf("%T", x)
	}
	return Rec(n-1, x) + "."
}

type B8 int8

func main() {
	fmt.Println(Ops[int8](100, 50), Ops[B8](-128, -1))
	fmt.Println(Ops[uint8](200, 100), Ops[uint64](1<<63, 3))
	fmt.Println(Ops[int64](-1<<63, -1), Ops[uint16](1, 0))
	fmt.Println(Conv[int64, int8](300), Conv[float64, int32](-2.7), Conv[uint8, float32](255), Conv[int8, uint64](-1), Conv[float64, float32](0.1))
	fmt.Println(Len("abc"), Len([]byte("abc")))
	fmt.Println(Idx([]string{"a", "b", "c"}, 1))
	fmt.Println(At([3]int{1, 2, 3}, 2), At([]int{4}, 0), Chan(make(chan string, 1), "c"), Call(func(x int) string { return fmt.Sprint(x) }, 3), Fld(V{4}))
	fmt.Println(Range([]bool{true, true, true}), Range([]string{5: ""}), cap(Mk[[]int](3)), Zero[*int]() == nil, Zero[[2]string]())
	fmt.Println(Eq(1, 1), Eq[any](1, 1.0), Eq([2]any{1, "a"}, [2]any{1, "a"}), Eq(struct{ a, b string }{"x", "y"}, struct{ a, b string }{"x", "y"}))
	fmt.Println(MinMax("b", "a"))
	fmt.Println(MinMax(2.5, -1))
	fmt.Println(Rec(2, []int(nil)))
	func() { defer func() { fmt.Println(recover()) }(); Eq[any]([]int{}, []int{}) }()
	func() { defer func() { fmt.Println(recover()) }(); Ops[int8](1, 0); At([]int{}, 2) }()
}
