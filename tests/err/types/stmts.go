// errorcheck

// Statements: switch, select, range, conditions, operators.
package p

import "io"

type shape interface{ area() int }
type square struct{}

func (square) area() int { return 1 }

func f(n int, s shape, c chan int, w io.Writer) {
	switch n {
	case 1:
	case 1: // ERROR "duplicate case 1"
	case "x": // ERROR "invalid case .x. in switch on n \(mismatched types untyped string and int\)|cannot convert"
	default:
	default: // ERROR "multiple defaults"
	}
	switch x := s.(type) { // ERROR "x declared and not used"
	case square:
	case square: // ERROR "duplicate case square in type switch"
	case io.Reader:
	case int: // ERROR "impossible type switch case: int"
	}
	select {
	case n = <-c:
	case n: // ERROR "select case must be send or receive"
	}
	if n { // ERROR "non-boolean condition in if statement"
	}
	for i, j := range n { // ERROR "range over n \(variable of type int\) permits only one iteration variable"
		_, _ = i, j
	}
	for range s { // ERROR "cannot range over s \(variable of interface type shape\)"
	}
	for k := range func(yield func(int) bool) {} {
		_ = k
	}
	n == 1 // ERROR "n == 1 \(untyped bool value\) is not used"
	n++
	s++         // ERROR "invalid operation: s\+\+ \(non-numeric type shape\)"
	_ = n + 1.5 // ERROR "1.5 \(untyped float constant\) truncated to int"
	_ = n + w   // ERROR "mismatched types int and io.Writer"
	_ = []int{} == nil
	_ = []int{} == []int{} // ERROR "slice can only be compared to nil"
	_ = n << -1            // ERROR "negative shift count"
	_ = n / 0              // ERROR "division by zero"
	_ = &n.x               // ERROR "n.x undefined"
	_ = *n                 // ERROR "cannot indirect n"
	_ = w.(square)         // ERROR "impossible type assertion: w.\(square\)"
	undefinedName()        // ERROR "undefined: undefinedName"
}
