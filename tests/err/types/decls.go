// errorcheck

// Declarations: cycles, duplicates, methods, imports.
package p

import (
	"fmt"         // ERROR "imported and not used"
	str "strings" // ERROR "imported as str and not used"
)

type A struct{ b B } // ERROR "invalid recursive type A"
type B struct{ a A }

type L = L // ERROR "invalid recursive type: L refers to itself"

type ok struct{ next *ok }

const (
	c0 = c1 + 1 // ERROR "initialization cycle for c0"
	c1 = c0
)

var v0 = f0() // ERROR "initialization cycle for v0"

func f0() int { return v0 }

var self = func() int { return self }() // ERROR "initialization cycle: self refers to itself"

func dup() {}
func dup() {} // ERROR "dup redeclared in this block"

type M struct{ name int }

func (M) name()  {} // ERROR "field and method with the same name name"
func (M) twice() {}
func (M) twice() {} // ERROR "method M.twice already declared at"
func (int) x()   {} // ERROR "cannot define new methods on non-local type int"

type S struct {
	a int
	a string // ERROR "a redeclared"
}

func init() int { return 0 } // ERROR "func init must have no arguments and no return values"

const big = 1 << 600 // ERROR "constant shift overflow"

var arr [n]int // ERROR "undefined array length n or missing type constraint"

type mk map[[]int]bool // ERROR "invalid map key type \[\]int"
