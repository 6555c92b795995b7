// run

// goto, labelled break and continue, in loops, switches and selects.

package main

import "fmt"

func collatz(n int) (steps int) {
again:
	if n == 1 {
		return
	}
	steps++
	if n%2 == 0 {
		n /= 2
		goto again
	}
	n = 3*n + 1
	goto again
}
func scan(s string) string {
	i := 0
	out := ""
start:
	if i >= len(s) {
		goto end
	}
	switch c := s[i]; {
	case c >= '0' && c <= '9':
		goto digit
	case c == ' ':
		i++
		goto start
	}
	out += "w"
	i++
	goto start
digit:
	out += "d"
	i++
	goto start
end:
	return out
}
func main() {
	fmt.Println(collatz(27), scan("a1 22b"))
outer:
	for i := 0; i < 4; i++ {
	inner:
		for j := range 4 {
			switch {
			case j == 1:
				continue inner
			case i == 2:
				continue outer
			case i == 3:
				break outer
			case j == 3:
				break inner
			}
			fmt.Print(i, j, " ")
		}
		fmt.Print("| ")
	}
	fmt.Println()
sw:
	switch x := 1; x {
	case 1:
		for {
			if x++; x > 5 {
				break sw
			}
		}
		fallthrough
	default:
		fmt.Println("never")
	}
	var fs []func() int
	k := 0
redo:
	v := k * k
	fs = append(fs, func() int { v++; return v })
	if k++; k < 3 {
		goto redo
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
L:
	for i := range 10 {
		for range 10 {
			if i < 5 {
				continue L
			}
			fmt.Println(i)
			break L
		}
	}
}
