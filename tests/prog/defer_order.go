// run

// Deferred calls: order, arguments evaluated early, named results, loops.

package main

import "fmt"

func p(x ...any) { fmt.Println(x...) }

type T struct{ n int }

func (t T) val()  { p("val", t.n) }
func (t *T) ptr() { p("ptr", t.n) }
func named() (n int, err error) {
	defer func() { n *= 2 }()
	defer func() { n += 3 }()
	return 4, nil
}
func viaPanic() (s string) {
	defer func() { s = fmt.Sprint("got ", recover()) }()
	var a [3]int
	i := 3
	return fmt.Sprint(a[i])
}
func order() {
	for i := 0; i < 3; i++ {
		defer p("loop", i)
	}
	t := T{1}
	defer t.val()
	defer t.ptr()
	f := t.val
	defer f()
	t.n = 2
	g := func() { p("old g") }
	defer g()
	g = func() { p("new g") }
	defer func(n int) { p("arg", n, t.n) }(t.n)
	t.n = 3
}
func nilFunc() {
	defer func() { p("nil func:", recover()) }()
	var f func()
	defer f()
	p("body runs")
}
func nested() {
	defer func() {
		defer func() { p("inner", recover()) }()
		defer panic("second")
		p("outer", recover())
	}()
	panic("first")
}
func noRecover() {
	defer func() { p("1", recover()) }()
	defer func() { func() { p("2", recover()) }() }()
	defer p("3", recover())
	panic("x")
}
func cond(b bool) (r int) {
	if b {
		defer func() { r++ }()
	}
	if !b {
		defer func() { r-- }()
	}
	return 10
}
func main() {
	p(named())
	p(viaPanic())
	order()
	nilFunc()
	nested()
	noRecover()
	p(cond(true), cond(false))
	defer p("main's", 1)
	defer func() {
		if recover() == nil {
			p("nothing")
		}
	}()
}
