package strconv

// FormatComplex writes c as (a+bi), each part by FormatFloat. bitSize is 64 or 128.
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	bitSize /= 2
	var a [128]byte
	b := append(a[:0], '(')
	b = AppendFloat(b, real(c), fmt, prec, bitSize)
	at := len(b)
	b = AppendFloat(b, imag(c), fmt, prec, bitSize)
	if b[at] != '+' && b[at] != '-' {
		b = append(b, 0)
		copy(b[at+1:], b[at:])
		b[at] = '+'
	}
	return string(append(b, "i)"...))
}

// ParseComplex reads N, Ni or N±Ni, with or without parentheses; bitSize 64 or 128 says what to round to.
func ParseComplex(s string, bitSize int) (complex128, error) {
	size := 64
	if bitSize == 64 {
		size = 32
	}
	whole := s
	if n := len(s); n >= 2 && s[0] == '(' && s[n-1] == ')' {
		s = s[1 : n-1]
	}
	fail := func(err error) (complex128, error) { return 0, numError("ParseComplex", whole, err) }
	var pending error
	re, n, err := parseFloatPrefix(s, size)
	if err == ErrSyntax {
		return fail(err)
	}
	pending = err
	s = s[n:]
	if s == "" {
		return finishComplex(complex(re, 0), pending, whole)
	}
	switch s[0] {
	case '+':
		if len(s) > 1 && s[1] != '+' {
			s = s[1:]
		}
	case '-':
	case 'i':
		if len(s) == 1 {
			return finishComplex(complex(0, re), pending, whole)
		}
		return fail(ErrSyntax)
	default:
		return fail(ErrSyntax)
	}
	im, n, err := parseFloatPrefix(s, size)
	if err == ErrSyntax {
		return fail(err)
	}
	if err != nil {
		pending = err
	}
	if s[n:] != "i" {
		return fail(ErrSyntax)
	}
	return finishComplex(complex(re, im), pending, whole)
}

func finishComplex(c complex128, err error, whole string) (complex128, error) {
	if err != nil {
		return c, numError("ParseComplex", whole, err)
	}
	return c, nil
}
