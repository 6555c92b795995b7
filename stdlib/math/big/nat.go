package big

import (
	"math/bits"
	"math/rand"
	"slices"
)

// A nat is a natural number, least significant word first, without leading zeros. Zero is empty.
type nat []Word

var natOne = nat{1}

func (z nat) norm() nat {
	n := len(z)
	for n > 0 && z[n-1] == 0 {
		n--
	}
	return z[:n]
}

// make returns room for n words, z's if possible; the contents are undefined.
func (z nat) make(n int) nat {
	if n <= cap(z) {
		return z[:n]
	}
	if n == 1 {
		return make(nat, 1)
	}
	return make(nat, n, n+4) // room for carries
}

func (z nat) set(x nat) nat {
	z = z.make(len(x))
	copy(z, x)
	return z
}

func (z nat) setWord(x Word) nat {
	if x == 0 {
		return z[:0]
	}
	z = z.make(1)
	z[0] = x
	return z
}

func (z nat) setUint64(x uint64) nat { return z.setWord(Word(x)) }

func (x nat) cmp(y nat) int {
	if len(x) != len(y) {
		if len(x) < len(y) {
			return -1
		}
		return 1
	}
	for i := len(x) - 1; i >= 0; i-- {
		if x[i] != y[i] {
			if x[i] < y[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// alias reports whether x and y share memory.
func alias(x, y nat) bool {
	return cap(x) > 0 && cap(y) > 0 && &x[:cap(x)][cap(x)-1] == &y[:cap(y)][cap(y)-1]
}

func (x nat) bitLen() int {
	if n := len(x); n > 0 {
		return (n-1)*wordBits + bits.Len(uint(x[n-1]))
	}
	return 0
}

func (x nat) trailingZeros() uint {
	for i, w := range x {
		if w != 0 {
			return uint(i*wordBits + bits.TrailingZeros(uint(w)))
		}
	}
	return 0
}

func (x nat) bit(i uint) uint {
	j := i / wordBits
	if j >= uint(len(x)) {
		return 0
	}
	return uint(x[j] >> (i % wordBits) & 1)
}

// sticky is 1 if any of the lowest i bits is set.
func (x nat) sticky(i uint) uint {
	j := i / wordBits
	if j >= uint(len(x)) {
		if len(x) == 0 {
			return 0
		}
		return 1
	}
	for _, w := range x[:j] {
		if w != 0 {
			return 1
		}
	}
	if x[j]<<(wordBits-i%wordBits) != 0 && i%wordBits != 0 {
		return 1
	}
	return 0
}

func (z nat) setBit(x nat, i, b uint) nat {
	j := int(i / wordBits)
	m := Word(1) << (i % wordBits)
	n := len(x)
	if b == 0 {
		z = z.set(x)
		if j < n {
			z[j] &^= m
		}
		return z.norm()
	}
	old := x
	z = z.make(max(n, j+1))
	copy(z, old)
	if j >= n {
		clear(z[n:])
	}
	z[j] |= m
	return z.norm()
}

// ---- addition and shifts ---------------------------------------------------------------------------------------------------------------

func (z nat) add(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	m, n := len(x), len(y)
	if n == 0 {
		return z.set(x)
	}
	z = z.make(m + 1)
	c := addVV(z[:n], x[:n], y)
	if m > n {
		c = addVW(z[n:m], x[n:], c)
	}
	z[m] = c
	return z.norm()
}

// sub is x - y for x >= y.
func (z nat) sub(x, y nat) nat {
	m, n := len(x), len(y)
	if m < n {
		panic("underflow")
	}
	if n == 0 {
		return z.set(x)
	}
	z = z.make(m)
	c := subVV(z[:n], x[:n], y)
	if m > n {
		c = subVW(z[n:], x[n:], c)
	}
	if c != 0 {
		panic("underflow")
	}
	return z.norm()
}

func (z nat) shl(x nat, s uint) nat {
	if len(x) == 0 {
		return z[:0]
	}
	if s == 0 {
		return z.set(x)
	}
	words, s := int(s/wordBits), s%wordBits
	n := len(x) + words
	z = z.make(n + 1)
	if s == 0 {
		copy(z[words:n], x)
		z[n] = 0
	} else {
		z[n] = shlVU(z[words:n], x, s)
	}
	clear(z[:words])
	return z.norm()
}

func (z nat) shr(x nat, s uint) nat {
	words := s / wordBits
	if words >= uint(len(x)) {
		return z[:0]
	}
	x = x[words:]
	z = z.make(len(x))
	if s %= wordBits; s == 0 {
		copy(z, x)
	} else {
		shrVU(z, x, s)
	}
	return z.norm()
}

func (z nat) and(x, y nat) nat {
	n := min(len(x), len(y))
	z = z.make(n)
	for i := range z {
		z[i] = x[i] & y[i]
	}
	return z.norm()
}

func (z nat) andNot(x, y nat) nat {
	n := min(len(x), len(y))
	m := len(x)
	z = z.make(m)
	for i := range n {
		z[i] = x[i] &^ y[i]
	}
	copy(z[n:], x[n:])
	return z.norm()
}

func (z nat) or(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	z = z.make(len(x))
	for i := range y {
		z[i] = x[i] | y[i]
	}
	copy(z[len(y):], x[len(y):])
	return z
}

func (z nat) xor(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	z = z.make(len(x))
	for i := range y {
		z[i] = x[i] ^ y[i]
	}
	copy(z[len(y):], x[len(y):])
	return z.norm()
}

// ---- multiplication ------------------------------------------------------------------------------------------------------------------

// karatsubaMin is the length from which on splitting pays.
const karatsubaMin = 40

// basicMul is z = x*y by columns; len(z) is len(x)+len(y).
func basicMul(z, x, y nat) {
	clear(z)
	for i, w := range y {
		if w != 0 {
			z[len(x)+i] = addMulVVW(z[i:i+len(x)], x, w)
		}
	}
}

// addAt is z += x << (i words).
func addAt(z, x nat, i int) {
	if n := len(x); n > 0 {
		if c := addVV(z[i:i+n], z[i:i+n], x); c != 0 {
			if j := i + n; j < len(z) {
				addVW(z[j:], z[j:], c)
			}
		}
	}
}

// karatsuba is z = x*y for operands of the same length n. With x = x1 B + x0 and y = y1 B + y0 three products are enough:
// x1 y0 + x0 y1 = x1 y1 + x0 y0 - (x1 - x0)(y1 - y0).
func karatsuba(z, x, y nat) {
	n := len(x)
	if n < karatsubaMin {
		basicMul(z, x, y)
		return
	}
	h := n / 2 // of the low halves; the high ones may have a word more
	x0, x1, y0, y1 := x[:h], x[h:], y[:h], y[h:]
	k := n - h
	karatsuba(z[:2*h], x0, y0)
	karatsuba(z[2*h:], x1, y1)
	buf := make(nat, 6*k+2)
	dx, dy := buf[:k], buf[k:2*k]
	neg := absDiff(dx, x1, x0) != absDiff(dy, y1, y0)
	p := buf[2*k : 4*k]
	karatsuba(p, dx, dy)
	mid := buf[4*k : 6*k+1]
	copy(mid, z[2*h:])
	mid[2*k] = 0
	addAt(mid, z[:2*h], 0)
	if neg {
		addAt(mid, p, 0)
	} else if c := subVV(mid[:2*k], mid[:2*k], p); c != 0 {
		mid[2*k] -= c
	}
	addAt(z, mid.norm(), h)
}

// absDiff is z = |x - y|, len(x) >= len(y); it reports whether x < y.
func absDiff(z, x, y nat) bool {
	if nat(x).norm().cmp(nat(y).norm()) >= 0 {
		n := len(y)
		c := subVV(z[:n], x[:n], y)
		if len(x) > n {
			subVW(z[n:], x[n:], c)
		}
		return false
	}
	n := len(y)
	subVV(z[:n], y, x[:n])
	clear(z[n:])
	return true
}

func (z nat) mul(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	m, n := len(x), len(y)
	switch n {
	case 0:
		return z[:0]
	case 1:
		z = z.make(m + 1)
		z[m] = mulAddVWW(z[:m], x, y[0], 0)
		return z.norm()
	}
	if alias(z, x) || alias(z, y) {
		z = nil
	}
	z = z.make(m + n)
	if n < karatsubaMin {
		basicMul(z, x, y)
		return z.norm()
	}
	// Pieces of x as long as y.
	clear(z)
	var t nat
	for i := 0; i < m; i += n {
		piece := x[i:min(i+n, m)]
		if len(piece) == n {
			t = t.make(2 * n)
			karatsuba(t, piece, y)
			addAt(z, t, i)
		} else if piece = piece.norm(); len(piece) > 0 {
			addAt(z, nat(nil).mul(y, piece), i)
		}
	}
	return z.norm()
}

func (z nat) sqr(x nat) nat { return z.mul(x, x) }

func (z nat) mulAddWW(x nat, y, r Word) nat {
	m := len(x)
	if m == 0 || y == 0 {
		return z.setWord(r)
	}
	z = z.make(m + 1)
	z[m] = mulAddVWW(z[:m], x, y, r)
	return z.norm()
}

// mulRange is the product of a to b.
func (z nat) mulRange(a, b uint64) nat {
	switch {
	case a == 0:
		return z[:0]
	case a > b:
		return z.setWord(1)
	case a == b:
		return z.setUint64(a)
	case a+1 == b:
		return z.mul(nat(nil).setUint64(a), nat(nil).setUint64(b))
	}
	m := a + (b-a)/2
	return z.mul(nat(nil).mulRange(a, m), nat(nil).mulRange(m+1, b))
}

// ---- division --------------------------------------------------------------------------------------------------------------------------

func (z nat) divW(x nat, y Word) (q nat, r Word) {
	if y == 0 {
		panic("division by zero")
	}
	z = z.make(len(x))
	r = divVW(z, 0, x, y)
	return z.norm(), r
}

// div returns quotient and remainder; z and z2 are reused for them and must be different.
func (z nat) div(z2, u, v nat) (q, r nat) {
	switch {
	case len(v) == 0:
		panic("division by zero")
	case u.cmp(v) < 0:
		r = z2.set(u)
		return z[:0], r
	case len(v) == 1:
		q, w := z.divW(u, v[0])
		return q, z2.setWord(w)
	}
	// Shifted such that the highest bit of v is set.
	s := uint(bits.LeadingZeros(uint(v[len(v)-1])))
	n := len(v)
	vn := make(nat, n)
	un := make(nat, len(u)+1)
	if s > 0 {
		shlVU(vn, v, s)
		un[len(u)] = shlVU(un[:len(u)], u, s)
	} else {
		copy(vn, v)
		copy(un, u)
	}
	if alias(z, u) || alias(z, v) {
		z = nil
	}
	q = z.make(len(u) - n + 1)
	clear(q)
	divSteps(q, un, vn)
	q = q.norm()
	r = z2.make(n)
	if s > 0 {
		shrVU(r, un[:n], s)
	} else {
		copy(r, un[:n])
	}
	return q, r.norm()
}

// divRecMin is the length of divisors from which on division is done by multiplication of halves.
const divRecMin = 100

// divSteps divides u by v, which has its highest bit set; u becomes the remainder. q is as long as len(u)-len(v) and zero.
func divSteps(q, u, v nat) {
	n := len(v)
	m := len(u) - n
	if n < divRecMin || m < divRecMin {
		divBasic(q, u, v)
		return
	}
	// Blocks of n words of the quotient from the top.
	for hi := m; hi > 0; {
		lo := max(0, hi-n)
		divBlock(q[lo:hi], u[lo:min(hi+n, len(u))], v)
		hi = lo
	}
}

// divBlock is divSteps for a quotient of at most len(v) words; the len(v) upper words of u are less than v.
func divBlock(q, u, v nat) {
	n, k := len(v), len(q)
	if k < divRecMin || n < divRecMin {
		divBasic(q, u, v)
		return
	}
	// Halves of the quotient, high first: each is estimated with the high part of v, then corrected.
	h := k / 2
	for _, part := range [2][2]int{{h, k}, {0, h}} {
		lo, hi := part[0], part[1]
		w := hi - lo
		if w == 0 {
			continue
		}
		uu := u[lo : hi+n]
		cut := n - min(n, w+1) // words of v that the estimate ignores
		if cut == 0 {
			divBasic(q[lo:hi], uu, v)
			continue
		}
		vh := v[cut:]
		qq := q[lo:hi]
		var t nat
		if slices.Equal(uu[n+w-len(vh):], vh) {
			// The high parts alone would give a quotient with a word more.
			for i := range qq {
				qq[i] = ^Word(0)
			}
			t = t.mul(qq, v)
		} else {
			divBlock(qq, uu[cut:], vh)
			// uu[cut:] is now the remainder of the high parts; q times the low part of v has still to be taken away.
			t = t.mul(qq.norm(), v[:cut].norm())
		}
		for !subtract(uu, t) {
			addBack(qq, uu, v)
		}
	}
}

// subtract is u -= t if u >= t, else it reports false and changes nothing.
func subtract(u, t nat) bool {
	if u.norm().cmp(t) < 0 {
		return false
	}
	n := len(t)
	c := subVV(u[:n], u[:n], t)
	subVW(u[n:], u[n:], c)
	return true
}

// addBack takes one from the quotient.
func addBack(q, u, v nat) {
	subVW(q, q, 1)
	n := len(v)
	c := addVV(u[:n], u[:n], v)
	addVW(u[n:], u[n:], c)
}

// divBasic is long division, Knuth's algorithm D.
func divBasic(q, u, v nat) {
	n := len(v)
	v1, v2 := uint(v[n-1]), uint(v[n-2])
	for j := len(u) - n - 1; j >= 0; j-- {
		// Estimate a word of the quotient by the three highest words of u; it is at most one too large.
		qhat := ^uint(0)
		top := uint(u[j+n])
		if top != v1 {
			var rhat uint
			qhat, rhat = bits.Div(top, uint(u[j+n-1]), v1)
			hi, lo := bits.Mul(qhat, v2)
			for hi > rhat || hi == rhat && lo > uint(u[j+n-2]) {
				qhat--
				old := rhat
				if rhat += v1; rhat < old {
					break
				}
				hi, lo = bits.Mul(qhat, v2)
			}
		}
		c := subMulVVW(u[j:j+n], v, Word(qhat))
		if uint(c) > top {
			addVV(u[j:j+n], u[j:j+n], v)
			u[j+n] = 0
			qhat--
		} else {
			u[j+n] = Word(top) - c
		}
		q[j] = Word(qhat)
	}
}

func (z nat) mod(x, m nat) nat {
	_, r := nat(nil).div(z[:0:0], x, m)
	return z.set(r)
}

// ---- powers and roots -------------------------------------------------------------------------------------------------------------------

// expNN is x**y, modulo m unless that is zero.
func (z nat) expNN(x, y, m nat) nat {
	if len(m) == 1 && m[0] == 1 {
		return z[:0]
	}
	if len(y) == 0 {
		return z.setWord(1)
	}
	if len(x) == 0 {
		return z[:0]
	}
	if len(m) > 0 {
		x = nat(nil).mod(x, m)
		if len(m) > 1 && m[0]&1 == 1 && len(y) > 0 {
			return z.set(expMontgomery(x, y, m))
		}
	}
	r := nat(nil).setWord(1)
	var t, q nat
	for i := y.bitLen() - 1; i >= 0; i-- {
		t = t.mul(r, r)
		if len(m) > 0 {
			q, r = q.div(r[:0:0], t, m)
		} else {
			r, t = t, r
		}
		if y.bit(uint(i)) != 0 {
			t = t.mul(r, x)
			if len(m) > 0 {
				q, r = q.div(r[:0:0], t, m)
			} else {
				r, t = t, r
			}
		}
	}
	return z.set(r)
}

// montgomery is z = x*y/2**(n*wordBits) modulo m; k is -1/m modulo 2**wordBits. All have n words; z is different from x and y.
func montgomery(z, x, y, m nat, k Word) {
	n := len(m)
	t := z[:2*n]
	clear(t)
	var c Word
	for i := range n {
		c2 := addMulVVW(t[i:n+i], x, y[i])
		c3 := addMulVVW(t[i:n+i], m, t[i]*k)
		s := c + c2
		cy := s + c3
		t[n+i] = cy
		c = 0
		if s < c2 || cy < c3 {
			c = 1
		}
	}
	if c != 0 || nat(t[n:]).norm().cmp(m) >= 0 {
		subVV(t[:n], t[n:], m)
	} else {
		copy(t[:n], t[n:])
	}
}

// expMontgomery is x**y modulo an odd m, with four bits of y at a time.
func expMontgomery(x, y, m nat) nat {
	n := len(m)
	k := 2 - m[0] // Newton: each step doubles the correct bits of 1/m
	for t, i := m[0]-1, 1; i < wordBits; i <<= 1 {
		t *= t
		k *= t + 1
	}
	k = -k
	pad := func(v nat) nat {
		p := make(nat, 2*n)
		copy(p, v)
		return p
	}
	_, rr := nat(nil).div(nil, nat(nil).shl(natOne, uint(2*n*wordBits)), m)
	one := pad(natOne)
	rr = pad(rr)
	var powers [16]nat
	powers[0], powers[1] = make(nat, 2*n), make(nat, 2*n)
	montgomery(powers[0], one[:n], rr[:n], m, k)
	montgomery(powers[1], pad(x)[:n], rr[:n], m, k)
	for i := 2; i < 16; i++ {
		powers[i] = make(nat, 2*n)
		montgomery(powers[i], powers[i-1][:n], powers[1][:n], m, k)
	}
	z, t := pad(powers[0][:n]), make(nat, 2*n)
	for i := len(y) - 1; i >= 0; i-- {
		for s := wordBits - 4; s >= 0; s -= 4 {
			for range 4 {
				montgomery(t, z[:n], z[:n], m, k)
				z, t = t, z
			}
			montgomery(t, z[:n], powers[y[i]>>s&15][:n], m, k)
			z, t = t, z
		}
	}
	montgomery(t, z[:n], one[:n], m, k)
	return t[:n].norm()
}

// sqrt is the integer part of the square root, by Newton's method from above.
func (z nat) sqrt(x nat) nat {
	if x.cmp(natOne) <= 0 {
		return z.set(x)
	}
	r := nat(nil).shl(natOne, uint(x.bitLen()+1)/2)
	for {
		q, _ := nat(nil).div(nil, x, r)
		q = q.add(q, r)
		q = q.shr(q, 1)
		if q.cmp(r) >= 0 {
			return z.set(r)
		}
		r = q
	}
}

// random is a random number below limit.
func (z nat) random(rnd *rand.Rand, limit nat, n int) nat {
	if alias(z, limit) {
		z = nil
	}
	z = z.make(len(limit))
	top := uint(n % wordBits)
	if top == 0 {
		top = wordBits
	}
	mask := Word(1)<<top - 1
	if top == wordBits {
		mask = ^Word(0)
	}
	for {
		for i := range z {
			z[i] = Word(rnd.Uint32()) | Word(rnd.Uint32())<<32
		}
		z[len(limit)-1] &= mask
		if z.norm().cmp(limit) < 0 {
			return z.norm()
		}
	}
}

func (x nat) clone() nat { return slices.Clone(x) }

// ---- bytes ---------------------------------------------------------------------------------------------------------------------------

// bytes writes x to the end of buf in big-endian order and returns where it begins.
func (x nat) bytes(buf []byte) int {
	i := len(buf)
	for _, w := range x {
		for range wordBytes {
			i--
			if i >= 0 {
				buf[i] = byte(w)
			} else if byte(w) != 0 {
				panic("math/big: buffer too small to fit value")
			}
			w >>= 8
		}
	}
	i = max(i, 0)
	for i < len(buf) && buf[i] == 0 {
		i++
	}
	return i
}

func (z nat) setBytes(buf []byte) nat {
	z = z.make((len(buf) + wordBytes - 1) / wordBytes)
	for k := range z {
		var w Word
		end := len(buf) - k*wordBytes
		for _, b := range buf[max(0, end-wordBytes):end] {
			w = w<<8 | Word(b)
		}
		z[k] = w
	}
	return z.norm()
}
