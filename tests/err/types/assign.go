// errorcheck

// Assignability, counts, unused variables.
package p

type celsius float64

func pair() (int, string) { return 0, "" }
func none()               {}

func f(a int, s string, c celsius) (n int, err error) {
	a = s // ERROR "cannot use s \(variable of type string\) as int value in assignment"
	c = 36.6
	c = float64(a) // ERROR "cannot use float64\(a\) \(value of type float64\) as celsius value in assignment"
	x := 1         // ERROR "declared and not used: x"
	a, s = pair()
	a, s, c = pair() // ERROR "assignment mismatch: 3 variables but pair returns 2 values"
	a = none()       // ERROR "none\(\) \(no value\) used as value"
	a := 2           // ERROR "no new variables on left side of :="
	"lit" = s        // ERROR "cannot assign to .lit. \(neither addressable nor a map index expression\)"
	m := map[string]struct{ n int }{}
	m["a"].n = 1       // ERROR "cannot assign to struct field m\[.a.\].n in map"
	var u8 uint8 = 256 // ERROR "cannot use 256 \(untyped int constant\) as uint8 value in variable declaration \(overflows\)" "declared and not used: u8"
	var i = 1.5 % 2    // ERROR "operator % not defined on 1.5 \(untyped float constant\)" "declared and not used: i"
	_ = nil            // ERROR "use of untyped nil in assignment"
	if n := s; a == 1 {
		return // ERROR "result parameter n not in scope at return"
	} else {
		_ = n
	}
	return 1 // ERROR "not enough return values\n\thave \(number\)\n\twant \(int, error\)"
}

func g() int {
	for {
		break
	}
} // ERROR "missing return"
