// run

// Calls, receives and method calls run in order; assignment in two phases.

package main

import "fmt"

var log []string

func f(s string, n int) int   { log = append(log, s); return n }
func g(s string) []int        { log = append(log, s); return []int{1, 2, 3} }
func m(s string) map[int]int  { log = append(log, s); return map[int]int{} }
func p(s string) *int         { log = append(log, s); return new(int) }
func two(s string) (int, int) { log = append(log, s); return 1, 2 }
func show()                   { fmt.Println(log); log = nil }

type T struct{ n int }

func (t T) add(s string, n int) T { log = append(log, s); return T{t.n*10 + n} }
func main() {
	g("a")[f("b", 1)], *p("c"), m("d")[f("e", 2)] = f("f", 1), f("g", 2), f("h", 3)
	show()
	fmt.Println(f("a", 1)+f("b", 2)*f("c", 3), f("d", 0) == 0 || f("never", 1) == 1, f("e", 1) == 0 && f("never", 1) == 1)
	show()
	fmt.Println(T{}.add("x", f("y", 1)).add("z", f("w", 2)).n)
	show()
	_ = []int{f("1", 1), 5: f("2", 2), f("3", 3)}
	_ = map[int]int{f("k1", 1): f("v1", 2), f("k2", 2): f("v2", 1)}
	_ = struct{ b, a int }{a: f("a", 1), b: f("b", 2)}
	show()
	g("s")[f("i", 0)] += f("r", 5)
	m("m")[f("k", 0)]++
	show()
	i := 0
	a := []int{10, 20, 30}
	i, a[i] = 2, 99
	fmt.Println(i, a)
	a[0], a[1], a[2] = a[2], a[0], a[1]
	fmt.Println(a)
	a, a[0] = []int{7}, 5
	fmt.Println(a)
	x, y := 1, 2
	x, y = y, x+y
	q := &T{1}
	q, q.n = &T{8}, 9
	fmt.Println(x, y, q.n)
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	fmt.Println(<-ch*10 + <-ch)
	a = []int{1, 2, 3}
	for i, a[i] = range []int{7, 8, 9} {
		fmt.Print(i, a, " ")
	}
	a[i], i = two("t")
	fmt.Println(a, i)
}
