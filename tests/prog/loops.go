// run

// Loop variables: per iteration, modified in bodies and posts, captured by address, with continue.

package main

import "fmt"

func main() {
	var ps []*int
	var fs []func() int
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		ps = append(ps, &i, &j)
		fs = append(fs, func() int { j++; return i*100 + j })
		if i == 1 {
			i++
			continue
		}
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	for i := range 3 {
		defer func() { fmt.Print("d", i, " ") }()
		i *= 2
	}
	n := 3
	for i := range n {
		n = 10
		fmt.Print(i, " ")
	}
	for i := range uint8(3) {
		fmt.Printf("%T%d ", i, i)
	}
	for range -1 {
		panic(1)
	}
	const k = 2
	for i := range k {
		fmt.Print(i)
	}
	s := []int{1, 2, 3}
	for i, x := range s {
		s = append(s, x)
		s[0] = 99
		fmt.Print(i, x, " ")
	}
	fmt.Println(s)
	i := 100
	for i = range 4 {
	}
	fmt.Println(i)
	var st struct{ f, g int }
	for st.f, st.g = range s[:3] {
	}
	fmt.Println(st)
	for i := 0; i < 3; i++ {
		for i := i; i < 3; i++ {
			fmt.Print(i)
		}
	}
	fmt.Println()
	var last func() int
	for i := 0; i < 5; i++ {
		if last != nil {
			fmt.Print(last(), " ")
		}
		last = func() int { i++; return i }
		if i%2 == 0 {
			last()
		}
	}
	fmt.Println(last())
	type node struct {
		v    int
		next *node
	}
	var l *node
	for v := range 4 {
		l = &node{v, l}
	}
	for p := l; p != nil; p = p.next {
		fmt.Print(p.v)
	}
	x := 0
	for x < 3 {
		x++
		if x == 2 {
			continue
		}
	}
	for {
		x--
		if x < -2 {
			break
		}
	}
	var arr [5]int
	for i := range arr {
		arr[i] = i * i
	}
	for i := len(arr) - 1; i >= 0; i -= 2 {
		fmt.Print(" ", arr[i])
	}
	var u uint8 = 250
	c := 0
	for ; u != 3; u++ {
		c++
	}
	fmt.Println(x, c)
	for i, c := range []byte("az") {
		c -= 32
		fmt.Print(i, string(rune(c)))
	}
	for i, c := range "" {
		_, _ = i, c
		panic(2)
	}
	fmt.Println()
}
