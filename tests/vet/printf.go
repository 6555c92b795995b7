package main

import (
	"errors"
	"fmt"
	"os"
)

type point struct{ x, y int }

type named struct{ s string }

func (n named) String() string { return fmt.Sprintf("%s", n) }

type ptr struct{ s string }

func (p *ptr) String() string { return fmt.Sprint(p) }

type myErr struct{}

func (*myErr) Error() string { return "" }

type valErr struct{}

func (valErr) Error() string { return "" }

type form struct{}

func (form) Format(s fmt.State, verb rune) {}

func logf(format string, args ...any) { fmt.Fprintf(os.Stderr, format, args...) }

func logln(args ...interface{}) { fmt.Println(args...) }

func again(n int, format string, args ...any) { logf(format, args...) }

func forgot(format string, args ...any) { fmt.Printf(format, args) }

func changed(format string, args ...any) {
	format += "\n"
	fmt.Printf(format, args...)
}

type logger struct{ prefix string }

func (l *logger) Infof(format string, args ...any) { fmt.Printf(l.prefix+format, args...) }

func (l *logger) Errorf(format string, args ...any) { logf(format, args...) }

func num[T int | float64](v T) { fmt.Printf("%d %v\n", v, v) }

func str[T ~string](v T) { fmt.Printf("%s %d\n", v, v) }

func main() {
	var i int
	var f float64
	var s string
	var b bool
	var p *point
	var e error
	var any1 any
	var list []string
	var m map[string]int
	var ch chan int
	fn := func() {}
	fmt.Printf("%d %s %f %t %v\n", i, s, f, b, p)
	fmt.Printf("%d\n", s)
	fmt.Printf("%s\n", i)
	fmt.Printf("%t\n", f)
	fmt.Printf("%x %X %q\n", s, f, list)
	fmt.Printf("%d %d\n", i)
	fmt.Printf("%d\n", i, i)
	fmt.Printf("%d %d %d\n", i)
	fmt.Printf("no verbs\n", i)
	fmt.Printf("%[2]d %[1]d\n", i, i)
	fmt.Printf("%[3]d\n", i, i)
	fmt.Printf("%[x]d\n", i)
	fmt.Printf("%[1d\n", i)
	fmt.Printf("%*d %.*f\n", i, i, i, f)
	fmt.Printf("%*d\n", s, i)
	fmt.Printf("%-+# 08d\n", i)
	fmt.Printf("%#s\n", s)
	fmt.Printf("%!\n", s)
	fmt.Printf("%z\n", s)
	fmt.Printf("%世\n", s)
	fmt.Printf("100%\n")
	fmt.Printf("50%")
	fmt.Printf("%v %T %p\n", fn, fn, fn)
	fmt.Printf("%d\n", fn)
	fmt.Printf("%d %v\n", p, *p)
	fmt.Printf("%s\n", p)
	fmt.Printf("%s\n", *p)
	fmt.Printf("%s %d\n", e, e)
	fmt.Printf("%s %d\n", any1, any1)
	fmt.Printf("%d\n", list)
	fmt.Printf("%d %s\n", m, m)
	fmt.Printf("%d %s\n", ch, ch)
	fmt.Printf("%d %z\n", form{}, form{})
	fmt.Printf("%c %U %q\n", 'x', 'y', i)
	fmt.Printf("%d\n", nil)
	fmt.Printf("a\tb\u4e16 \x41 %d\n", s)
	fmt.Printf(`raw	%d`, s)
	fmt.Printf("%"+"d", s)
	fmt.Printf("%d", f+f*2)
	fmt.Printf("%d %s", i, (f+2)*f)
	fmt.Printf(s)
	fmt.Printf(s, i)
	const format = "%d"
	fmt.Printf(format, s)
	fmt.Println("%d", i)
	fmt.Println("http://x/%2F")
	fmt.Println("end\n")
	fmt.Print("end\n")
	fmt.Println(fn)
	fmt.Println(os.Stderr, "x")
	fmt.Errorf("%w", s)
	_ = fmt.Errorf("%w %w", e, e)
	_ = fmt.Errorf("%w", &valErr{})
	_ = fmt.Errorf("%w", &myErr{})
	fmt.Printf("%w", e)
	_ = fmt.Sprintf("%s", errors.New)
	logf("%d", s)
	logln("%d", s)
	again(1, "%d", s)
	forgot("%d", s)
	changed("%d", s)
	l := &logger{}
	l.Infof("%d", s)
	l.Errorf("%d", s)
	local := func(format string, args ...any) { fmt.Printf(format, args...) }
	local("%d", s)
	num(1)
	str("x")
}
