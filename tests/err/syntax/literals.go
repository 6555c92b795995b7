// errorcheck

// Malformed literals.
package p

var (
	a = 0x       // ERROR "hexadecimal literal has no digits"
	b = 0b12     // ERROR "invalid digit '2' in binary literal"
	c = 1_000_   // ERROR "'_' must separate successive digits"
	d = 1e       // ERROR "exponent has no digits"
	e = 0x1.0    // ERROR "hexadecimal mantissa requires a 'p' exponent"
	f = 08       // ERROR "invalid digit '8' in octal literal"
	g = ''       // ERROR "empty rune literal or unescaped '"
	h = 'ab'     // ERROR "more than one character in rune literal"
	i = "\q"     // ERROR "unknown escape"
	j = "\xz0"   // ERROR "invalid character 'z' in hexadecimal escape"
	k = '\uD800' // ERROR "escape is invalid Unicode code point U.D800"
	l = 0b1.0    // ERROR "invalid radix point in binary literal"
	m = "\400"   // ERROR "octal escape value 256 > 255"
	n = 1p3      // ERROR "'p' exponent requires hexadecimal mantissa"
)
