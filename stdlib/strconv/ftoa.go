package strconv

import (
	"math"
	"math/bits"
)

// decDigits is a decimal number 0.d[0]d[1]...d[n-1] * 10**dp. No digits: zero.
type decDigits struct {
	d  []byte
	dp int
}

// FormatFloat writes f. fmt is one of b (binary exponent), e E (decimal exponent), f (none), g G (e or f by size), x X (hexadecimal);
// prec is the number of digits after the point (g: in all), -1 the fewest that read back as f. bitSize says that f came from a float32 or
// a float64.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	var a [64]byte
	return string(AppendFloat(a[:0], f, fmt, prec, bitSize))
}

// AppendFloat appends FormatFloat(f, fmt, prec, bitSize) to dst.
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	var mant uint64
	var exp int // f == mant * 2**exp
	var neg, denorm, special bool
	mantBits := uint(52)
	switch bitSize {
	case 64:
		b := math.Float64bits(f)
		neg = b>>63 != 0
		mant = b & (1<<52 - 1)
		exp = int(b >> 52 & 0x7FF)
		special = exp == 0x7FF
		denorm = exp == 0
		exp -= 1023 + 52
	case 32:
		b := math.Float32bits(float32(f))
		neg = b>>31 != 0
		mant = uint64(b & (1<<23 - 1))
		exp = int(b >> 23 & 0xFF)
		special = exp == 0xFF
		denorm = exp == 0
		exp -= 127 + 23
		mantBits = 23
	default:
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
	if special {
		switch {
		case mant != 0:
			return append(dst, "NaN"...)
		case neg:
			return append(dst, "-Inf"...)
		}
		return append(dst, "+Inf"...)
	}
	if denorm {
		exp++
	} else {
		mant |= 1 << mantBits
	}
	if fmt == 'b' {
		if neg {
			dst = append(dst, '-')
		}
		dst = AppendUint(dst, mant, 10)
		dst = append(dst, 'p')
		if exp >= 0 {
			dst = append(dst, '+')
		}
		return AppendInt(dst, int64(exp), 10)
	}
	if fmt == 'x' || fmt == 'X' {
		return appendHexFloat(dst, mant, exp, neg, fmt, prec, mantBits)
	}

	var buf [20]byte
	var digs decDigits
	shortest := prec < 0
	if shortest {
		if mant != 0 {
			m, e := shortestDecimal(mant, exp, mantBits, denorm)
			digs = digitsOf(&buf, m, e)
		}
		switch fmt {
		case 'e', 'E':
			prec = max(len(digs.d)-1, 0)
		case 'f':
			prec = max(len(digs.d)-digs.dp, 0)
		case 'g', 'G':
			prec = len(digs.d)
		}
	} else {
		n := prec // significant digits wanted; f counts from the point instead
		switch fmt {
		case 'e', 'E':
			n++
		case 'g', 'G':
			if prec == 0 {
				prec = 1
			}
			n = prec
		case 'f':
		default:
			n = 1
		}
		if mant != 0 {
			if m, e, ok := fixedDecimal(mant, exp, n, fmt == 'f'); ok {
				digs = digitsOf(&buf, m, e)
			} else {
				digs = exactDigits(mant, exp, n, fmt == 'f')
			}
		}
	}
	return layout(dst, shortest, neg, digs, prec, fmt)
}

// layout writes the digits in the form fmt asks for.
func layout(dst []byte, shortest, neg bool, digs decDigits, prec int, fmt byte) []byte {
	switch fmt {
	case 'e', 'E':
		return putE(dst, neg, digs, prec, fmt)
	case 'f':
		return putF(dst, neg, digs, prec)
	case 'g', 'G':
		eprec := prec
		if eprec > len(digs.d) && len(digs.d) >= digs.dp {
			eprec = len(digs.d)
		}
		if shortest {
			eprec = 6
		}
		exp := digs.dp - 1
		if len(digs.d) == 0 {
			exp = -1 // the digits of 0 end before the point
		}
		if exp < -4 || exp >= eprec {
			if prec > len(digs.d) {
				prec = len(digs.d)
			}
			return putE(dst, neg, digs, prec-1, fmt+'e'-'g')
		}
		if prec > digs.dp {
			prec = len(digs.d)
		}
		return putF(dst, neg, digs, max(prec-digs.dp, 0))
	}
	return append(dst, '%', fmt)
}

// putE writes -d.ddde±dd.
func putE(dst []byte, neg bool, digs decDigits, prec int, fmt byte) []byte {
	if neg {
		dst = append(dst, '-')
	}
	if len(digs.d) == 0 {
		dst = append(dst, '0')
	} else {
		dst = append(dst, digs.d[0])
	}
	if prec > 0 {
		dst = append(dst, '.')
		i := 1
		if m := min(len(digs.d), prec+1); i < m {
			dst = append(dst, digs.d[i:m]...)
			i = m
		}
		for ; i <= prec; i++ {
			dst = append(dst, '0')
		}
	}
	exp := digs.dp - 1
	if len(digs.d) == 0 {
		exp = 0
	}
	sign := byte('+')
	if exp < 0 {
		sign = '-'
		exp = -exp
	}
	dst = append(dst, fmt, sign)
	if exp >= 100 {
		return append(dst, byte(exp/100)+'0', byte(exp/10)%10+'0', byte(exp%10)+'0')
	}
	return append(dst, byte(exp/10)+'0', byte(exp%10)+'0')
}

// putF writes -ddd.ddd.
func putF(dst []byte, neg bool, digs decDigits, prec int) []byte {
	if neg {
		dst = append(dst, '-')
	}
	if digs.dp > 0 && len(digs.d) > 0 {
		m := min(len(digs.d), digs.dp)
		dst = append(dst, digs.d[:m]...)
		for ; m < digs.dp; m++ {
			dst = append(dst, '0')
		}
	} else {
		dst = append(dst, '0')
	}
	if prec > 0 {
		dst = append(dst, '.')
		for i := 0; i < prec; i++ {
			c := byte('0')
			if j := digs.dp + i; 0 <= j && j < len(digs.d) {
				c = digs.d[j]
			}
			dst = append(dst, c)
		}
	}
	return dst
}

// digitsOf returns the digits of m * 10**e without trailing zeros, in a.
func digitsOf(a *[20]byte, m uint64, e int) decDigits {
	p := putDecimal(a, m)
	n := len(a)
	for n > p && a[n-1] == '0' {
		n--
	}
	if n == p {
		return decDigits{}
	}
	return decDigits{a[p:n], len(a) - p + e}
}

// Logarithms of powers, exact for |e| <= 1500.
func floorLog10Pow2(e int) int    { return e * 1262611 >> 22 }
func floorLog10Pow2_34(e int) int { return (e*1262611 - 524031) >> 22 } // of 3/4 * 2**e
func floorLog2Pow10(e int) int    { return e * 1741647 >> 19 }

// shortestDecimal returns the decimal m * 10**e with the fewest digits that lies in the rounding interval of mant * 2**exp, and of
// those the closest one (Giulietti, "The Schubfach way to render doubles").
//
// The interval's ends and the value, times 4, are scaled by 10**-k such that its width is between 2 and 20; an approximation
// from above with 126 bits of the power is enough to compare them with integers.
func shortestDecimal(mant uint64, exp int, mantBits uint, denorm bool) (m uint64, e int) {
	odd := mant & 1
	c := mant << 2
	lower, upper := c-2, c+2
	k := 0
	if mant == 1<<mantBits && !denorm && exp > -1074 && !(mantBits == 23 && exp == -149) {
		lower = c - 1 // the neighbour below is twice as near
		k = floorLog10Pow2_34(exp)
	} else {
		k = floorLog10Pow2(exp)
	}
	h := uint(exp + floorLog2Pow10(-k) + 2)
	t := &pow10Tab[-k-pow10Min]
	// g = floor(power / 4) + 1 as two words of 63 bits.
	lo, carry := bits.Add64(t[1]>>2|t[0]<<62, 1, 0)
	hi := t[0]>>2 + carry
	g1 := hi<<1 | lo>>63
	g0 := lo &^ (1 << 63)
	v := roundOdd(g1, g0, c<<h)
	vl := roundOdd(g1, g0, lower<<h)
	vr := roundOdd(g1, g0, upper<<h)
	s := v >> 2
	if s >= 10 {
		s10 := s / 10 * 10
		t10 := s10 + 10
		in0 := vl+odd <= s10<<2
		in1 := t10<<2+odd <= vr
		if in0 != in1 {
			if in0 {
				return s10, k
			}
			return t10, k
		}
	}
	in0 := vl+odd <= s<<2
	in1 := (s+1)<<2+odd <= vr
	if in0 != in1 {
		if in0 {
			return s, k
		}
		return s + 1, k
	}
	if mid := s<<2 + 2; v > mid || v == mid && s&1 != 0 {
		return s + 1, k
	}
	return s, k
}

// roundOdd is floor(g * c / 2**126) with the lowest bit set when the quotient is not exact.
func roundOdd(g1, g0, c uint64) uint64 {
	x1, _ := bits.Mul64(g0, c)
	y1, y0 := bits.Mul64(g1, c)
	z := y0>>1 + x1
	w := y1 + z>>63
	const mask = 1<<63 - 1
	return w | (z&mask+mask)>>63
}

// fixedDecimal computes n significant digits of mant * 2**exp (or, with point, n digits after the point), rounded half to even, as
// v * 10**e. It fails when there are too many digits or 128 bits of the power of ten do not decide the rounding.
func fixedDecimal(mant uint64, exp, n int, point bool) (v uint64, e int, ok bool) {
	shift := uint(bits.LeadingZeros64(mant))
	m := mant << shift
	e2 := exp - int(shift)
	p := n // decimal shift: the integer wanted is round(value * 10**p)
	if !point {
		if n > 17 || n <= 0 {
			return 0, 0, false
		}
		// log10 of a value in [2**(e2+63), 2**(e2+64)) has at most two floors; take the lower and drop a digit if that was wrong.
		p = n - 1 - floorLog10Pow2(e2+63)
	}
	if p < pow10Min || p > pow10Max {
		return 0, 0, false
	}
	v, ok = mulPow10(m, e2, p)
	if !ok {
		return 0, 0, false
	}
	if !point && v >= pow10u64[n] {
		// Either one digit too many, or 99..9 rounded up; one digit less must still have n.
		if p == pow10Min {
			return 0, 0, false
		}
		p--
		if v, ok = mulPow10(m, e2, p); !ok || v < pow10u64[n-1] {
			return 0, 0, false
		}
	}
	return v, -p, true
}

var pow10u64 = [...]uint64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19}

// mulPow10 rounds m * 2**e2 * 10**p to an integer below 2**63, m having its top bit set. ok is false when it is too large or the rounding
// hangs on bits that the table does not have.
func mulPow10(m uint64, e2, p int) (v uint64, ok bool) {
	t := &pow10Tab[p-pow10Min]
	exact := 0 <= p && p <= 55
	// Product of 192 bits, w2 high.
	h1, l1 := bits.Mul64(m, t[0])
	h0, w0 := bits.Mul64(m, t[1])
	w1, c := bits.Add64(l1, h0, 0)
	w2 := h1 + c
	// value = product * 2**(e2 + floorLog2Pow10(p) - 127); the integer part is what lies above bit -s.
	s := -(e2 + floorLog2Pow10(p) - 127)
	if s < 129 || s > 192+64 {
		if s > 192+64 {
			return 0, true // far below one half
		}
		return 0, false
	}
	var frac, rest uint64 // fraction: top 64 bits, and whether more follows
	switch {
	case s < 192:
		k := uint(s - 128) // bits of w2 that belong to the fraction: 1..63
		v = w2 >> k
		frac = w2<<(64-k) | w1>>k
		rest = w1<<(64-k) | w0
	case s == 192:
		frac = w2
		rest = w1 | w0
	default:
		k := uint(s - 192)
		if k >= 64 {
			return 0, true
		}
		frac = w2 >> k
		rest = w2<<(64-k) | w1 | w0
	}
	const half = 1 << 63
	if !exact {
		// The true product is larger than this one by less than m, so less than one unit of w1.
		if frac == half-1 || frac == half || frac == ^uint64(0) {
			return 0, false
		}
		if frac > half {
			v++
		}
		return v, true
	}
	if frac > half || frac == half && (rest != 0 || v&1 != 0) {
		v++
	}
	return v, true
}

// appendHexFloat writes -0x1.yyyp±dd, the form %x.
func appendHexFloat(dst []byte, mant uint64, exp int, neg bool, fmt byte, prec int, mantBits uint) []byte {
	exp += int(mantBits)
	if mant == 0 {
		exp = 0
	}
	mant <<= 60 - mantBits // leading 1 (if any) at bit 60
	for mant != 0 && mant&(1<<60) == 0 {
		mant <<= 1
		exp--
	}
	if prec >= 0 && prec < 15 {
		shift := uint(prec * 4)
		extra := mant << shift & (1<<60 - 1)
		mant >>= 60 - shift
		if extra|mant&1 > 1<<59 {
			mant++
		}
		mant <<= 60 - shift
		if mant&(1<<61) != 0 {
			mant >>= 1
			exp++
		}
	}
	hex := "0123456789abcdef"
	if fmt == 'X' {
		hex = "0123456789ABCDEF"
	}
	if neg {
		dst = append(dst, '-')
	}
	dst = append(dst, '0', fmt, '0'+byte(mant>>60&1))
	mant <<= 4
	if prec < 0 && mant != 0 {
		dst = append(dst, '.')
		for mant != 0 {
			dst = append(dst, hex[mant>>60])
			mant <<= 4
		}
	} else if prec > 0 {
		dst = append(dst, '.')
		for i := 0; i < prec; i++ {
			dst = append(dst, hex[mant>>60])
			mant <<= 4
		}
	}
	sign := byte('+')
	if exp < 0 {
		sign = '-'
		exp = -exp
	}
	dst = append(dst, fmt-'x'+'p', sign)
	switch {
	case exp < 100:
		return append(dst, byte(exp/10)+'0', byte(exp%10)+'0')
	case exp < 1000:
		return append(dst, byte(exp/100)+'0', byte(exp/10%10)+'0', byte(exp%10)+'0')
	}
	return append(dst, byte(exp/1000)+'0', byte(exp/100%10)+'0', byte(exp/10%10)+'0', byte(exp%10)+'0')
}
