// run

// min, max, clear over kinds; evaluation order of their operands.

package main

import "fmt"

type D float32

func t(s string, n int) int { fmt.Print(s, " "); return n }
func main() {
	fmt.Println(min(t("a", 3), t("b", 1), t("c", 2)), max(t("d", 3), 5, t("e", 9)))
	fmt.Println(min("b", "a", "c"), max("", "x"), min(2.5, 1), max(D(1), 2.5), min('a', 98), max(1, 2.5, 'a'))
	const k = min(1, 2.5) + max(10, 3)
	var u uint8 = 3
	x := 4
	fmt.Println(k, min(u, 7), max(u, 7), min(x), max(x, 3), min(float64(x), 0.5))
	m := map[float64]int{1: 1}
	var nilm map[int]int
	clear(m)
	clear(nilm)
	s := []string{"a", "b", "c"}
	clear(s[1:])
	var ns []int
	clear(ns)
	a := [3]struct {
		p *int
		n int
	}{{new(int), 1}, {nil, 2}}
	clear(a[:1])
	fmt.Println(len(m), s, len(s), a[0].p == nil, a[0].n, a[1].n)
	str := "zz"
	str2 := min(str, "zy"+str[:1])
	fmt.Println(str2, len(max("longer", "z")))
}
