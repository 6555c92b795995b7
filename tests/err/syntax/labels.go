// errorcheck

// Labels and branches.
package p

func f() {
L: // ERROR "label L defined and not used"
	for {
		break M // ERROR "break label not defined: M"
	}
	goto X // ERROR "goto X jumps over declaration of v at"
	v := 1
	_ = v
X:
	continue // ERROR "continue is not in a loop"
	switch {
	case true:
		fallthrough // ERROR "cannot fallthrough final case in switch"
	}
	{
	Y:
		_ = v
	}
	goto Y // ERROR "goto Y jumps into block starting at"
}
