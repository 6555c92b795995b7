// Escape: one function for each usual reason why a value is, or is not, on the heap.
// Read it beside the report of: tuco build -m -o /dev/null examples/escape/main.go
package main

import "fmt"

type point struct{ x, y int }

var kept *point

// The caller gets the address: the value must outlive this call.
//
//go:noinline
func returned() *point { p := point{1, 2}; return &p }

// The address never leaves: the value stays in the frame.
//
//go:noinline
func local() int { p := &point{3, 4}; return p.x + p.y }

// A package variable keeps it.
//
//go:noinline
func global() { kept = &point{5, 6} }

// The closure outlives the call, so what it captures by reference does too.
//
//go:noinline
func captured() func() int { n := 0; return func() int { n++; return n } }

// The size is not known when compiling.
//
//go:noinline
func sized(n int) int { s := make([]int, n); return len(s) }

// A constant size that stays: no allocation.
//
//go:noinline
func fixed() int { s := make([]int, 16); s[3] = 7; return s[3] }

// The parameter's pointee flows to the result and no further.
//
//go:noinline
func through(p *point) *int { return &p.x }

// An interface holds a copy of the value.
//
//go:noinline
func boxed(v int) any { return v }

func main() {
	p := point{7, 8}
	global()
	next := captured()
	next()
	fmt.Println(returned().y, local(), kept.x, next(), sized(9), fixed(), *through(&p), boxed(1000))
}
