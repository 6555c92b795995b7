package strconv

import (
	"math"
	"math/bits"
)

// ParseFloat reads a decimal or hexadecimal floating-point number, infinity or NaN, rounded to bitSize 32 or 64. A number too large gives
// ±Inf and ErrRange.
func ParseFloat(s string, bitSize int) (float64, error) {
	f, n, err := parseFloatPrefix(s, bitSize)
	if n != len(s) && (err == nil || err == ErrRange) {
		f, err = 0, ErrSyntax
	}
	if err != nil {
		if err == ErrSyntax {
			f = 0
		}
		return f, numError("ParseFloat", s, err)
	}
	return f, nil
}

// parseFloatPrefix reads the number s starts with and says how long it is. err is nil, ErrSyntax or ErrRange.
func parseFloatPrefix(s string, bitSize int) (f float64, n int, err error) {
	if f, n, ok := special(s); ok {
		if bitSize == 32 {
			f = float64(float32(f))
		}
		return f, n, nil
	}
	num, n, ok := scanFloat(s)
	if !ok {
		return 0, n, ErrSyntax
	}
	mantBits, bias := uint(52), 1023
	if bitSize == 32 {
		mantBits, bias = 23, 127
	}
	var b uint64
	if num.hex {
		b = hexToBits(&num, mantBits, bias)
	} else {
		b = num.toBits(s[:n], mantBits, bias)
	}
	if bitSize == 32 {
		if b>>23 == 255 {
			err = ErrRange
		}
		f = float64(math.Float32frombits(uint32(b)))
	} else {
		if b>>52 == 2047 {
			err = ErrRange
		}
		f = math.Float64frombits(b)
	}
	if num.neg {
		f = -f
	}
	return f, n, err
}

// special recognises inf, infinity and nan in any case.
func special(s string) (f float64, n int, ok bool) {
	if s == "" {
		return 0, 0, false
	}
	sign := 0
	t := s
	if s[0] == '+' || s[0] == '-' {
		sign = 1
		t = s[1:]
	}
	switch {
	case foldPrefix(t, "infinity"):
		n = sign + 8
	case foldPrefix(t, "inf"):
		n = sign + 3
	case sign == 0 && foldPrefix(t, "nan"):
		return math.NaN(), 3, true
	default:
		return 0, 0, false
	}
	if s[0] == '-' {
		return math.Inf(-1), n, true
	}
	return math.Inf(1), n, true
}

func foldPrefix(s, lower string) bool {
	if len(s) < len(lower) {
		return false
	}
	for i := 0; i < len(lower); i++ {
		if s[i]|0x20 != lower[i] {
			return false
		}
	}
	return true
}

// scanned is a number as read: mant * 10**exp (hex: 2**exp), trunc when digits beyond the 19th (16th) are not in mant.
type scanned struct {
	mant            uint64
	exp             int
	neg, trunc, hex bool
}

func scanFloat(s string) (num scanned, i int, ok bool) {
	if i >= len(s) {
		return
	}
	if s[i] == '+' || s[i] == '-' {
		num.neg = s[i] == '-'
		i++
	}
	base, maxDigits, expChar := uint64(10), 19, byte('e')
	if i+2 < len(s) && s[i] == '0' && s[i+1]|0x20 == 'x' {
		num.hex = true
		base, maxDigits, expChar = 16, 16, 'p'
		i += 2
	}
	under, point, any := false, false, false
	nd, dp := 0, 0 // digits in mant and digits before the point, without leading zeros
	kept := 0
loop:
	for ; i < len(s); i++ {
		c := s[i]
		var d byte
		switch {
		case c == '_':
			under = true
			continue
		case c == '.':
			if point {
				break loop
			}
			point = true
			dp = nd
			continue
		case '0' <= c && c <= '9':
			d = c - '0'
		case num.hex && 'a' <= c|0x20 && c|0x20 <= 'f':
			d = c | 0x20 - 'a' + 10
		default:
			break loop
		}
		any = true
		if d == 0 && nd == 0 {
			dp-- // counts only after a point, which sets dp to 0 first
			continue
		}
		nd++
		if kept < maxDigits {
			num.mant = num.mant*base + uint64(d)
			kept++
		} else if d != 0 {
			num.trunc = true
		}
	}
	if !any {
		return num, i, false
	}
	if !point {
		dp = nd
	}
	if num.hex {
		dp *= 4
		kept *= 4
	}
	if i < len(s) && s[i]|0x20 == expChar {
		j := i + 1
		if j >= len(s) {
			return num, i, false
		}
		sign := 1
		if s[j] == '+' {
			j++
		} else if s[j] == '-' {
			j++
			sign = -1
		}
		if j >= len(s) || s[j] < '0' || s[j] > '9' {
			return num, i, false
		}
		e := 0
		for ; j < len(s) && ('0' <= s[j] && s[j] <= '9' || s[j] == '_'); j++ {
			if s[j] == '_' {
				under = true
				continue
			}
			if e < 10000 {
				e = e*10 + int(s[j]-'0')
			}
		}
		dp += e * sign
		i = j
	} else if num.hex {
		return num, i, false // a hexadecimal mantissa needs an exponent
	}
	if num.mant != 0 {
		num.exp = dp - kept
	}
	if under && !underscoreOK(s[:i]) {
		return num, i, false
	}
	return num, i, true
}

// exactPow10 are the powers of ten that a float64 holds exactly.
var exactPow10 = [...]float64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
	1e19, 1e20, 1e21, 1e22}

// toBits rounds num to a float with mantBits bits after the leading one. text is what num was read from.
func (num *scanned) toBits(text string, mantBits uint, bias int) uint64 {
	inf := uint64(2*bias+1) << mantBits
	if num.mant == 0 {
		return 0
	}
	if !num.trunc && mantBits == 52 && num.mant>>53 == 0 {
		// Both operands and so the rounding of one operation are exact.
		f := float64(num.mant)
		switch {
		case num.exp == 0:
			return math.Float64bits(f)
		case 0 < num.exp && num.exp <= 22:
			return math.Float64bits(f * exactPow10[num.exp])
		case num.exp < 0 && num.exp >= -22:
			return math.Float64bits(f / exactPow10[-num.exp])
		}
	}
	if num.exp > 310 {
		return inf
	}
	if num.exp < -400 {
		return 0
	}
	guess := uint64(0)
	if num.exp >= pow10Min && num.exp <= pow10Max {
		b, ok := eiselLemire(num.mant, num.exp, mantBits, bias)
		if ok && num.trunc {
			// The true mantissa lies between mant and mant+1; good when both round alike.
			b2, ok2 := eiselLemire(num.mant+1, num.exp, mantBits, bias)
			ok = ok2 && b == b2
		}
		if ok {
			return b
		}
		guess = b
	}
	digits, sticky, exp := textDigits(text)
	return slowFloat(digits, sticky, exp, guess, mantBits, bias)
}

// eiselLemire rounds m * 10**e using 128 bits of the power (Lemire, "Number parsing at a gigabyte per second"). When not ok the result is
// near but the rounding is not certain.
func eiselLemire(m uint64, e int, mantBits uint, bias int) (b uint64, ok bool) {
	shift := uint(bits.LeadingZeros64(m))
	m <<= shift
	t := &pow10Tab[e-pow10Min]
	h, l := bits.Mul64(m, t[0])
	h0, w0 := bits.Mul64(m, t[1])
	l, c := bits.Add64(l, h0, 0)
	h += c
	// value = (h, l, w0) * 2**(e2 - 191), top bit of h possibly clear; the product is short by less than one unit of l if inexact.
	exact := 0 <= e && e <= 55
	e2 := floorLog2Pow10(e) - int(shift) + 63 + 1 // exponent of h's top bit, plus one
	if h>>63 == 0 {
		h = h<<1 | l>>63
		l = l<<1 | w0>>63
		w0 <<= 1
		e2--
	}
	biased := e2 + bias
	drop := 63 - mantBits
	if biased <= 0 { // denormal: fewer bits stay
		drop += uint(1 - biased)
		biased = 0
		if drop > 64 {
			return 0, true
		}
	}
	var mant, frac, rest uint64
	if drop == 64 {
		frac, rest = h, l|w0
	} else {
		mant = h >> drop
		frac = h << (64 - drop)
		rest = l | w0
	}
	const half = 1 << 63
	ok = true
	if !exact && l >= ^uint64(1) {
		ok = false // what is missing could carry into frac
	}
	if frac == half && rest == 0 && !exact {
		ok = false
	}
	if !exact && frac == half && l <= 1 {
		ok = false
	}
	if frac > half || frac == half && (rest != 0 || mant&1 != 0) {
		mant++
	}
	if biased > 0 {
		mant += uint64(biased-1) << mantBits
	}
	if inf := uint64(2*bias+1) << mantBits; mant >= inf {
		return inf, ok
	}
	return mant, ok
}

// hexToBits rounds mant * 2**exp.
func hexToBits(num *scanned, mantBits uint, bias int) uint64 {
	m := num.mant
	if m == 0 {
		return 0
	}
	shift := uint(bits.LeadingZeros64(m))
	m <<= shift
	biased := num.exp - int(shift) + 63 + bias
	drop := 63 - mantBits
	if biased <= 0 {
		if biased < -70 {
			return 0
		}
		drop += uint(1 - biased)
		biased = 0
	}
	var mant, frac uint64
	switch {
	case drop > 64:
		return 0
	case drop == 64:
		frac = m
	default:
		mant = m >> drop
		frac = m << (64 - drop)
	}
	const half = 1 << 63
	if frac > half || frac == half && (num.trunc || mant&1 != 0) {
		mant++
	}
	if biased > 0 {
		mant += uint64(biased-1) << mantBits
	}
	if inf := uint64(2*bias+1) << mantBits; mant >= inf || biased > 2*bias {
		return inf
	}
	return mant
}

// textDigits collects the significant digits of a decimal number that scanFloat has accepted, at most maxExactDigits, and the power of ten
// to multiply the integer they form by; sticky says that digits that are not zero were left out.
func textDigits(s string) (digits []byte, sticky bool, exp int) {
	digits = make([]byte, 0, min(len(s), maxExactDigits))
	point := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '.':
			point = true
		case c|0x20 == 'e':
			e, neg := 0, false
			for _, c := range s[i+1:] {
				if c == '-' {
					neg = true
				} else if '0' <= c && c <= '9' && e < 10000 {
					e = e*10 + int(c-'0')
				}
			}
			if neg {
				e = -e
			}
			return digits, sticky, exp + e
		case '0' <= c && c <= '9':
			if point {
				exp--
			}
			if c == '0' && len(digits) == 0 {
				continue
			}
			if len(digits) == maxExactDigits {
				exp++
				sticky = sticky || c != '0'
				continue
			}
			digits = append(digits, c)
		}
	}
	return digits, sticky, exp
}
