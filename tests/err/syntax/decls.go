// errorcheck

// Declarations that are broken.
package p

import "errors" "os" // ERROR "unexpected literal .os. after top level declaration"

type T[P any, Q] struct{} // ERROR "missing type constraint"

func (a, b T) m() {} // ERROR "method has multiple receivers"

func () n() {} // ERROR "method has no receiver"

func g(a int, b) {} // ERROR "missing parameter type"

func h(a ...int, b int) {} // ERROR "can only use ... with final parameter"

type S struct {
	(T) // ERROR "cannot parenthesize embedded type"
}

x := 1 // ERROR "non-declaration statement outside function body"
