package strconv

import "math/bits"

// exactDigits returns n significant digits (with point: n digits after the point) of mant * 2**exp, rounded half to even, from the
// full decimal expansion. The number is kept in limbs of nine digits, lowest first; a negative power of two is m * 5**-exp / 10**-exp.
func exactDigits(mant uint64, exp, n int, point bool) decDigits {
	var limb [96]uint32
	nl := 0
	for m := mant; m != 0; m /= 1e9 {
		limb[nl] = uint32(m % 1e9)
		nl++
	}
	step, unit := 29, uint64(1<<29)
	left := exp
	if exp < 0 {
		step, unit = 12, 244140625 // 5**12
		left = -exp
	}
	for left > 0 {
		f := unit
		if left < step {
			f = 1
			for i := 0; i < left; i++ {
				if exp < 0 {
					f *= 5
				} else {
					f *= 2
				}
			}
		}
		left -= step
		var carry uint64
		for i := 0; i < nl; i++ {
			x := uint64(limb[i])*f + carry
			carry = x / 1e9
			limb[i] = uint32(x - carry*1e9)
		}
		if carry != 0 {
			limb[nl] = uint32(carry)
			nl++
		}
	}
	buf := make([]byte, 0, 9*nl)
	for i := nl - 1; i >= 0; i-- {
		x := limb[i]
		var nine [9]byte
		for j := 8; j >= 0; j-- {
			nine[j] = byte(x%10) + '0'
			x /= 10
		}
		buf = append(buf, nine[:]...)
	}
	for len(buf) > 0 && buf[0] == '0' {
		buf = buf[1:]
	}
	d := decDigits{buf, len(buf)}
	if exp < 0 {
		d.dp += exp
	}
	if point {
		n += d.dp
	}
	return d.round(n)
}

// round keeps n digits, half to even, and drops trailing zeros.
func (d decDigits) round(n int) decDigits {
	if n < 0 {
		return decDigits{}
	}
	if n < len(d.d) {
		up := d.d[n] > '5'
		if d.d[n] == '5' {
			up = n > 0 && (d.d[n-1]-'0')&1 != 0
			for _, c := range d.d[n+1:] {
				if c != '0' {
					up = true
					break
				}
			}
		}
		d.d = d.d[:n]
		if up {
			i := n - 1
			for i >= 0 && d.d[i] == '9' {
				i--
			}
			if i < 0 {
				d.d = append(d.d[:0], '1')
				d.dp++
			} else {
				d.d[i]++
				d.d = d.d[:i+1]
			}
		}
	}
	for len(d.d) > 0 && d.d[len(d.d)-1] == '0' {
		d.d = d.d[:len(d.d)-1]
	}
	if len(d.d) == 0 {
		d.dp = 0
	}
	return d
}

// bignum is an unsigned number of up to 8192 bits, for deciding what ParseFloat's fast methods cannot.
type bignum struct {
	w [128]uint64
	n int
}

func (b *bignum) mulAdd(f, add uint64) {
	carry := add
	for i := 0; i < b.n; i++ {
		hi, lo := bits.Mul64(b.w[i], f)
		var c uint64
		b.w[i], c = bits.Add64(lo, carry, 0)
		carry = hi + c
	}
	if carry != 0 {
		b.w[b.n] = carry
		b.n++
	}
}

func (b *bignum) mulPow5(n int) {
	for ; n >= 27; n -= 27 {
		b.mulAdd(7450580596923828125, 0)
	}
	f := uint64(1)
	for ; n > 0; n-- {
		f *= 5
	}
	b.mulAdd(f, 0)
}

func (b *bignum) shl(n int) {
	word, bit := n/64, uint(n%64)
	if b.n == 0 {
		return
	}
	if bit != 0 {
		var carry uint64
		for i := 0; i < b.n; i++ {
			x := b.w[i]
			b.w[i] = x<<bit | carry
			carry = x >> (64 - bit)
		}
		if carry != 0 {
			b.w[b.n] = carry
			b.n++
		}
	}
	if word > 0 {
		copy(b.w[word:word+b.n], b.w[:b.n])
		clear(b.w[:word])
		b.n += word
	}
}

func (b *bignum) cmp(c *bignum) int {
	if b.n != c.n {
		if b.n < c.n {
			return -1
		}
		return 1
	}
	for i := b.n - 1; i >= 0; i-- {
		if b.w[i] != c.w[i] {
			if b.w[i] < c.w[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// maxExactDigits is how many digits matter: the longest midpoint between two float64 has 768; what follows only breaks a tie.
const maxExactDigits = 800

// slowFloat finds the float with mantBits+1 bits nearest to the decimal digits (no point) * 10**exp, starting from the guess. Numbers are
// compared with the midpoints beside the guess until it lies between them.
func slowFloat(digits []byte, sticky bool, exp int, guess uint64, mantBits uint, bias int) uint64 {
	var d bignum
	for i := 0; i < len(digits); {
		f, v := uint64(1), uint64(0)
		for ; i < len(digits) && f < 1e18; i++ {
			f *= 10
			v = v*10 + uint64(digits[i]-'0')
		}
		d.mulAdd(f, v)
		if d.n == 0 && v != 0 {
			d.w[0], d.n = v, 1
		}
	}
	if sticky { // more digits follow, not all zero: one unit in one digit more keeps every comparison right
		d.mulAdd(10, 1)
		exp--
	}
	inf := uint64(1)<<(mantBits+8) - 1<<mantBits // 255 << 23
	if mantBits == 52 {
		inf = 2047 << 52
	}
	for {
		if guess < inf && cmpMid(&d, exp, guess, mantBits, bias) > 0 {
			guess++
			continue
		}
		if guess > 0 && cmpMid(&d, exp, guess-1, mantBits, bias) < 0 {
			guess--
			continue
		}
		// Between the midpoints, ends included.
		if guess&1 != 0 {
			if cmpMid(&d, exp, guess, mantBits, bias) == 0 {
				return guess + 1
			}
			if cmpMid(&d, exp, guess-1, mantBits, bias) == 0 {
				return guess - 1
			}
		}
		return guess
	}
}

// cmpMid compares d * 10**exp with the midpoint between the float with bits b and the next one.
func cmpMid(d *bignum, exp int, b uint64, mantBits uint, bias int) int {
	m := b & (1<<mantBits - 1)
	e := int(b >> mantBits)
	if e == 0 {
		e = 1
	} else {
		m |= 1 << mantBits
	}
	m = m<<1 + 1
	e2 := e - bias - int(mantBits) - 1 // midpoint = m * 2**e2
	x := *d
	var y bignum
	y.w[0], y.n = m, 1
	if exp >= 0 {
		x.mulPow5(exp)
	} else {
		y.mulPow5(-exp)
	}
	if s := exp - e2; s >= 0 {
		x.shl(s)
	} else {
		y.shl(-s)
	}
	return x.cmp(&y)
}
