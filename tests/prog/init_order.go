// run

// Package variables are initialised by dependency, then in order; several init functions.

package main

import "fmt"

var (
	a        = c + b
	b        = f()
	c        = 1
	d        = func() int { say("d"); return e + 1 }()
	e        = g("e", 10)
	x, y     = pair()
	_        = g("blank", 0)
	z        = T{}.m()
	lazy     = func() int { return last }
	last     = g("last", lazyBase*2)
	lazyBase = g("lazyBase", 21)
	arr      = [...]int{g("arr0", 1), len(table)}
	table    = map[string]int{"k": g("table", 2)}
	p        = &q
	q        = g("q", 3)
)

type T struct{}

func (T) m() int { return h() }
func h() int     { say("h"); return w }

var w = g("w", 5)

func say(s string)          { fmt.Print(s, " ") }
func f() int                { c++; say("f"); return c }
func g(s string, n int) int { say(s); return n }
func pair() (int, int)      { say("pair"); return b, c }
func init()                 { say("init1"); a *= 100 }
func init()                 { say("init2"); a++ }
func main() {
	fmt.Println()
	fmt.Println(a, b, c, d, e, x, y, z, lazy(), arr, table, *p)
}
func init() { say("init3") }
