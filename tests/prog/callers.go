// Logical frames: inlined calls count, wrappers do not, and failures show the runtime functions that Go has.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

type T struct{ a, b int }
type I interface{ M() }

func (t T) M()  { show("T.M") }
func (t *T) P() { show("T.P") }

type E struct{ T }

func show(what string) {
	var pcs [40]uintptr
	n := runtime.Callers(0, pcs[:])
	fr := runtime.CallersFrames(pcs[:n])
	fmt.Println("--", what)
	for {
		f, more := fr.Next()
		if strings.HasPrefix(f.Function, "main.") {
			fmt.Println("  ", f.Function, f.Line)
		} else if !strings.HasPrefix(f.Function, "runtime.map") {
			fmt.Println("  ", f.Function)
		}
		if !more {
			break
		}
	}
	for i := 1; ; i++ {
		pc, _, line, ok := runtime.Caller(i)
		name := runtime.FuncForPC(pc).Name()
		if !ok || !strings.HasPrefix(name, "main.") {
			break
		}
		fmt.Println("    ", name, line)
	}
}

func pan(what string, f func()) {
	defer func() {
		show(what)
		recover()
	}()
	f()
}

var (
	z    int
	nine = 9
	ip   *int
	e    any
	ch   chan int
	fn   func()
	sl   []int
	ii   I
)

func inl3()               { inl2() }
func inl2()               { inl1() }
func inl1()               { show("inlined") }
func leafpanic(i int) int { return sl[i] }

func defret() {
	defer show("deferred, at return")
	if z == 0 {
		return
	}
	show("no")
}

func defend() {
	defer show("deferred, at the end")
	z = 0
}

func defm() {
	var t T
	defer t.M()
	defer ii.M()
}

func gen[X any](x X) { show("generic") }

func main() {
	ii = &E{}
	inl3()
	pan("index", func() { sl[nine] = 1 })
	pan("slice", func() { sl = sl[nine:] })
	pan("nil", func() { *ip = 1 })
	pan("div", func() { z = nine / z })
	pan("assert", func() { _ = e.(int) })
	pan("panic", func() { panic(1) })
	pan("panic(nil)", func() { panic(nil) })
	pan("close", func() { close(ch) })
	pan("nil func", func() { fn() })
	pan("leaf", func() { leafpanic(9) })
	ii.M()
	e := &E{}
	e.M()
	e.P()
	f := e.M
	f()
	h := (*E).M
	h(e)
	k := I.M
	k(e)
	defret()
	defend()
	defm()
	gen(1)
	func() { defer func() { show("nested") }() }()
}

func init() { show("init") }
