// run

// switch: order of cases, fallthrough, no tag, duplicate types, init statements, strings, types.

package main

import (
	"errors"
	"fmt"
)

func t(s string, v int) int { fmt.Print(s, " "); return v }

type MyErr struct{ c int }

func (e *MyErr) Error() string { return fmt.Sprint("myerr ", e.c) }
func class(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int8:
		return fmt.Sprintf("int-ish %T %v", v, v)
	case uint:
		return fmt.Sprint("uint ", v+1)
	case []int:
		return fmt.Sprint("slice ", len(v))
	case func() int:
		return fmt.Sprint("func ", v())
	case error:
		return "error " + v.Error()
	case fmt.Stringer:
		return "stringer"
	case map[string]int, chan int:
		return fmt.Sprintf("%T", v)
	case struct{ X int }:
		return fmt.Sprint("anon ", v.X)
	case *int:
		return "ptr"
	case interface{ Foo() }:
		return "foo"
	default:
		return fmt.Sprintf("other %T", v)
	}
}
func grade(n int) (s string) {
	switch {
	case n > 90:
		s += "A"
		fallthrough
	case n > 80:
		s += "B"
		fallthrough
	case n < 0:
		s += "neg"
	case n > 70:
		s += "C"
	default:
		s += "D"
	}
	return
}
func dense(n int) string {
	switch n {
	default:
		return "other"
	case 0, 1, 2:
		return "low"
	case 3:
		return "three"
	case 5, 4:
		return "mid"
	case 1 << 40:
		return "big"
	case -1:
		return "neg"
	}
}
func word(s string) int {
	switch s {
	case "alpha", "beta":
		return 1
	case "":
		return 2
	case "gamma":
		return 3
	case "delta", "epsilon", "zeta", "eta", "theta", "iota":
		return 4
	}
	return 0
}
func main() {
	switch t("tag", 2) {
	case t("a", 1), t("b", 2), t("c", 3):
		fmt.Println("hit")
	case t("d", 4):
	}
	n := 5
	for _, x := range []any{nil, 1, int8(2), uint(3), []int{1}, func() int { return 4 }, errors.New("e"), &MyErr{7}, map[string]int{}, make(chan int), struct{ X int }{3}, &n, 1.5, "s", [2]int{}} {
		fmt.Println(class(x))
	}
	fmt.Println(grade(95), grade(85), grade(75), grade(-1), grade(50))
	for _, n := range []int{-1, 0, 2, 3, 4, 5, 6, 1 << 40} {
		fmt.Print(dense(n), " ")
	}
	for _, s := range []string{"alpha", "beta", "", "gamma", "eta", "iota", "x", "zet"} {
		fmt.Print(word(s), " ")
	}
	fmt.Println()
	switch x := any(n).(type) {
	case string:
		_ = x
	}
	switch f := 1.5; {
	case f > 1 && f < 2:
		fmt.Println("between")
	}
	switch {
	}
	switch x := n; x {
	}
	var e any = 3
	switch e {
	case "3":
		fmt.Println("string")
	case 3.0:
		fmt.Println("float")
	case 3:
		fmt.Println("int")
	}
	switch true {
	case n > 4:
		fmt.Println("gt")
		break
	case n > 3:
		fmt.Println("no")
	}
	var err error = &MyErr{1}
	switch err := err.(type) {
	case *MyErr:
		err.c++
	}
	fmt.Println(err)
}
