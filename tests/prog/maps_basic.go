// run

// Maps: nil maps, missing keys, delete while ranging, key kinds, op-assign, struct values, clear.

package main

import (
	"fmt"
	"maps"
	"slices"
)

type P struct {
	x int8
	s string
}

func main() {
	var n map[string][]int
	fmt.Println(n["a"], len(n), n == nil)
	delete(n, "a")
	for range n {
		panic(1)
	}
	m := map[string][]int{}
	m["a"] = append(m["a"], 1, 2)
	m["b"] = append(m["b"], 3)
	fmt.Println(m, len(m["zz"]))
	c := map[rune]int{}
	for _, r := range "hello world" {
		c[r]++
	}
	fmt.Println(c['l'], c['o'], c['z'], len(c))
	big := map[int]int{}
	for i := range 1000 {
		big[i*7] = i
	}
	for k := range big {
		if k%2 == 0 {
			delete(big, k)
		}
	}
	sum := 0
	for k, v := range big {
		sum += k*3 + v
	}
	fmt.Println(len(big), sum)
	seen := map[int]bool{}
	for k := range big {
		if seen[k] {
			panic("twice")
		}
		seen[k] = true
		big[k+1] = 1
		if len(big) > 3000 {
			break
		}
	}
	ps := map[P]*P{{1, "a"}: {2, "b"}, {-1, ""}: nil}
	fmt.Println(*ps[P{1, "a"}], ps[P{-1, ""}], ps[P{1, "b"}] == nil)
	arr := map[[2]string]int{{"a", "b"}: 1}
	arr[[2]string{"a", "b"}] <<= 4
	fmt.Println(arr)
	im := map[any]string{1: "int", int8(1): "int8", 1.0: "f", "1": "s", P{}: "P", [1]int{1}: "arr", nil: "nil", true: "b", 'x': "r"}
	fmt.Println(im[1], im[int8(1)], im[float64(1)], im["1"], im[P{}], im[[1]int{1}], im[nil], im[true], im['x'], im[int16(1)] == "", len(im))
	v, ok := im[uint(1)]
	_, ok2 := im[nil]
	fmt.Printf("%q %v %v\n", v, ok, ok2)
	clear(im)
	fmt.Println(len(im), im)
	mm := map[string]map[string]int{"a": {"b": 1}}
	mm["a"]["c"] += 5
	mm["a"]["b"]--
	fmt.Println(mm, slices.Sorted(maps.Keys(mm["a"])))
	type big2 struct{ a [40]int }
	bm := map[int]big2{}
	bm[1] = big2{}
	x := bm[2]
	x.a[39] = 7
	bm[1] = x
	fmt.Println(bm[1].a[39], bm[3].a[0])
	e := map[struct{}]int{{}: 1}
	e[struct{}{}]++
	fmt.Println(e, map[bool]int{true: 1, false: 0}, map[[0]int]int{{}: 3})
	f := map[string]func(int) int{"d": func(x int) int { return x * 2 }}
	fmt.Println(f["d"](4), f["e"] == nil)
	keys := map[*int]int{}
	for range 10 {
		keys[new(int)]++
	}
	fmt.Println(len(keys), min(3, len(keys)))
}
