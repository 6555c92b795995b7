package strconv

import "errors"

// digitVal holds what each byte is worth as a digit, 255 for none.
const digitVal = "" +
	"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff" +
	"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\xff\xff\xff\xff\xff\xff" +
	"\xff\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x20\x21\x22\x23\xff\xff\xff\xff\xff" +
	"\xff\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x20\x21\x22\x23\xff\xff\xff\xff\xff" +
	"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff" +
	"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff" +
	"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff" +
	"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"

// quickUint reads plain digits too few to overflow 64 bits; anything else is left to parseUint.
func quickUint(s string, base int, bitSize int) (uint64, bool) {
	most := 12
	switch {
	case base == 10:
		most = 19
	case base == 16:
		most = 16
	case base < 2 || base > 36:
		return 0, false
	}
	if uint(len(s)-1) >= uint(most) || uint(bitSize) > 64 {
		return 0, false
	}
	b := uint64(base)
	var n uint64
	for i := 0; i < len(s); i++ {
		d := uint64(digitVal[s[i]])
		if d >= b {
			return 0, false
		}
		n = n*b + d
	}
	if bitSize != 0 && n > uint64(1)<<uint(bitSize)-1 {
		return 0, false
	}
	return n, true
}

// ParseUint is ParseInt for unsigned numbers; it takes no sign.
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	if v, ok := quickUint(s, base, bitSize); ok {
		return v, nil
	}
	v, err := parseUint("ParseUint", s, s, base, bitSize)
	return v, err
}

// parseUint reads s; whole is the full input for errors.
func parseUint(fn, whole, s string, base int, bitSize int) (uint64, error) {
	if s == "" {
		return 0, numError(fn, whole, ErrSyntax)
	}
	base0 := base == 0
	digits := s
	switch {
	case 2 <= base && base <= 36:
	case base == 0:
		base = 10
		if s[0] == '0' {
			base = 8
			digits = s[1:]
			if len(s) >= 3 {
				switch s[1] | 0x20 {
				case 'b':
					base, digits = 2, s[2:]
				case 'o':
					base, digits = 8, s[2:]
				case 'x':
					base, digits = 16, s[2:]
				}
			}
		}
	default:
		return 0, numError(fn, whole, errors.New("invalid base "+Itoa(base)))
	}
	if bitSize == 0 {
		bitSize = IntSize
	} else if bitSize < 0 || bitSize > 64 {
		return 0, numError(fn, whole, errors.New("invalid bit size "+Itoa(bitSize)))
	}
	max := uint64(1)<<uint(bitSize) - 1
	limit := ^uint64(0)/uint64(base) + 1 // from here on a multiplication overflows
	var n uint64
	under := false
	for i := 0; i < len(digits); i++ {
		c := digits[i]
		var d byte
		switch {
		case '0' <= c && c <= '9':
			d = c - '0'
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			d = c | 0x20 - 'a' + 10
		case c == '_' && base0:
			under = true
			continue
		default:
			return 0, numError(fn, whole, ErrSyntax)
		}
		if d >= byte(base) {
			return 0, numError(fn, whole, ErrSyntax)
		}
		if n >= limit {
			return max, numError(fn, whole, ErrRange)
		}
		n *= uint64(base)
		m := n + uint64(d)
		if m < n || m > max {
			return max, numError(fn, whole, ErrRange)
		}
		n = m
	}
	if under && !underscoreOK(s) {
		return 0, numError(fn, whole, ErrSyntax)
	}
	return n, nil
}

// ParseInt reads an integer in the given base (0: by prefix, as in Go source, with underscores) that fits bitSize bits (0: int). Out
// of range gives the nearest value and ErrRange.
func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	if s == "" {
		return 0, numError("ParseInt", s, ErrSyntax)
	}
	t, neg := s, false
	if s[0] == '+' {
		t = s[1:]
	} else if s[0] == '-' {
		neg = true
		t = s[1:]
	}
	u, ok := quickUint(t, base, bitSize)
	if !ok {
		u, err = parseUint("ParseInt", s, t, base, bitSize)
		if err != nil && err.(*NumError).Err != ErrRange {
			return 0, err
		}
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	cut := uint64(1) << uint(bitSize-1)
	if !neg && u >= cut {
		return int64(cut - 1), numError("ParseInt", s, ErrRange)
	}
	if neg && u > cut {
		return -int64(cut), numError("ParseInt", s, ErrRange)
	}
	if neg {
		return -int64(u), nil
	}
	return int64(u), nil
}

// Atoi is ParseInt(s, 10, 0) as an int.
func Atoi(s string) (int, error) {
	if 0 < len(s) && len(s) < 19 {
		t := s
		if s[0] == '-' || s[0] == '+' {
			t = s[1:]
			if t == "" {
				return 0, numError("Atoi", s, ErrSyntax)
			}
		}
		n := 0
		for i := 0; i < len(t); i++ {
			d := t[i] - '0'
			if d > 9 {
				return 0, numError("Atoi", s, ErrSyntax)
			}
			n = n*10 + int(d)
		}
		if s[0] == '-' {
			n = -n
		}
		return n, nil
	}
	i, err := ParseInt(s, 10, 0)
	if e, ok := err.(*NumError); ok {
		e.Func = "Atoi"
	}
	return int(i), err
}

// underscoreOK reports whether the underscores of s stand only between digits or after a base prefix.
func underscoreOK(s string) bool {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	prev := byte('^') // kind of the previous byte: 0 digit or prefix, _ underscore, ! other, ^ start
	i := 0
	hex := false
	if len(s) >= 2 && s[0] == '0' {
		if c := s[1] | 0x20; c == 'b' || c == 'o' || c == 'x' {
			i = 2
			prev = '0'
			hex = c == 'x'
		}
	}
	for ; i < len(s); i++ {
		c := s[i]
		switch {
		case '0' <= c && c <= '9' || hex && 'a' <= c|0x20 && c|0x20 <= 'f':
			prev = '0'
		case c == '_':
			if prev != '0' {
				return false
			}
			prev = '_'
		default:
			if prev == '_' {
				return false
			}
			prev = '!'
		}
	}
	return prev != '_'
}
