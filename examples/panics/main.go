// Panics: run-time errors are values; deferred functions see them and can recover.
package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
)

func try(name string, f func()) {
	defer func() {
		r := recover()
		if re, ok := r.(runtime.Error); ok {
			fmt.Printf("%-10s %v\n", name, re)
			return
		}
		fmt.Printf("%-10s %v\n", name, r)
	}()
	f()
}

type shape interface{ area() float64 }
type square struct{ side float64 }

func (s square) area() float64 { return s.side * s.side }

// parse shows the usual translation of a panic inside into an error outside.
func parse(s string) (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("parse %q: %v", s, r)
		}
	}()
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			panic(errors.New("not a digit: " + s[i:i+1]))
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, nil
}

func main() {
	var (
		list  []int
		m     map[string]int
		p     *square
		zero  int
		thing any = "text"
		s     shape
	)
	try("index", func() { _ = list[5] })
	try("slice", func() { _ = list[zero+2 : 1] })
	try("map", func() { m["a"] = 1 })
	try("nil", func() { p.side = 1 })
	try("divide", func() { fmt.Println(1 / zero) })
	try("assert", func() { _ = thing.(int) })
	try("iface", func() { fmt.Println(s.area()) })
	try("make", func() { _ = make([]int, zero-1) })
	try("convert", func() { _ = [4]int(list) })
	try("custom", func() { panic(fmt.Sprintf("code %d", 7)) })
	fmt.Println(parse("123"))
	fmt.Println(parse("12x"))
	if len(os.Args) > 1 {
		panic("uncaught, as asked")
	}
}
