// run

// append, copy and slicing share memory exactly when Go says so.

package main

import "fmt"

func main() {
	a := make([]int, 3, 10)
	b := append(a, 1)
	c := append(a, 2)
	fmt.Println(b[3], c[3], len(a), a[:4])
	d := a[:2:2]
	d = append(d, 9)
	fmt.Println(a, d, cap(a[1:2:5]), cap(a[4:4]))
	s := []int{1, 2, 3, 4, 5}
	fmt.Println(copy(s[1:], s), s, copy(s, s[2:]), s)
	s = append(s[:1], s[2:]...)
	fmt.Println(s, s[:5])
	s = append(s, s...)
	s = append(s, s[1], s[2])
	fmt.Println(s, len(s))
	var n []int
	n = append(n)
	fmt.Println(n == nil, append(n, n...) == nil, append([]int{}) == nil, n[:0] == nil, n[0:] == nil)
	p := (*[3]int)(s)
	p[0] = 77
	v := [3]int(s)
	v[0] = 1
	fmt.Println(s[0], v, (*[0]int)(n) == nil, len((*[0]int)(s)))
	arr := [5]int{1, 2, 3, 4, 5}
	br := arr
	sl := arr[1:3]
	sl = append(sl, 100)
	fmt.Println(arr, br, len(sl), cap(sl))
	for i, x := range arr {
		arr[4-i] = x * 10
		fmt.Print(x, " ")
	}
	fmt.Println(arr)
	for i, x := range &br {
		br[4-i] = x * 10
		fmt.Print(x, " ")
	}
	fmt.Println(br)
	for i, x := range s[:3] {
		s = append(s, x+i)
	}
	fmt.Println(s)
	var grow []byte
	for i := range 3000 {
		grow = append(grow, byte(i))
	}
	total := 0
	for i, x := range grow {
		if byte(i) != x {
			panic(i)
		}
		total += int(x)
	}
	fmt.Println(total, string(append([]byte("x"), "yz"...)))
	mat := [][]int{{1}, {2, 3}, nil}
	mat[2] = append(mat[2], mat[1]...)
	mat[1][0] = 9
	fmt.Println(mat)
	clear(s[1:3])
	fmt.Println(s[:4])
	z := make([]struct{}, 5)
	z = append(z, struct{}{})
	fmt.Println(len(z), z[5], [2][2]int{{1}, {2}} == [...][2]int{{1, 0}, {2, 0}})
}
