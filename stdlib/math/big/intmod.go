package big

import (
	"fmt"
	"math/rand"
)

// Exp sets z to x**y modulo |m|, without modulus if m is nil or 0. For y < 0 it is the power of the inverse, or nil if there is none; without
// modulus it is 1.
func (z *Int) Exp(x, y, m *Int) *Int {
	base := x.abs
	if y.neg {
		if m == nil || len(m.abs) == 0 {
			return z.SetInt64(1)
		}
		inverse := new(Int).ModInverse(x, m)
		if inverse == nil {
			return nil
		}
		base = inverse.abs
	}
	var mod nat
	if m != nil {
		mod = m.abs
	}
	neg := len(base) > 0 && x.neg && len(y.abs) > 0 && y.abs[0]&1 == 1 && !y.neg
	mod = mod.clone() // z may be m
	z.abs = z.abs.expNN(base, y.abs, mod)
	z.neg = len(z.abs) > 0 && neg
	if z.neg && len(mod) > 0 {
		z.abs = z.abs.sub(mod, z.abs)
		z.neg = false
	}
	return z
}

// GCD sets z to the greatest common divisor of a and b, and x and y, if not nil, such that z = a*x + b*y. GCD(0, 0) is 0.
func (z *Int) GCD(x, y, a, b *Int) *Int {
	if len(a.abs) == 0 || len(b.abs) == 0 {
		la, lb, na, nb := len(a.abs), len(b.abs), a.neg, b.neg
		if la == 0 {
			z.Set(b)
		} else {
			z.Set(a)
		}
		z.neg = false
		unit := func(v *Int, n int, neg bool) {
			if v == nil {
				return
			}
			if n == 0 {
				v.SetInt64(0)
			} else {
				v.SetInt64(1)
				v.neg = neg
			}
		}
		if x != nil {
			unit(x, la, na)
		}
		if y != nil {
			unit(y, lb, nb)
		}
		return z
	}
	// Euclid's algorithm; u follows the factor of a.
	aneg := a.neg // x or y may be a
	r0, r1 := new(Int).Abs(a), new(Int).Abs(b)
	u0, u1 := NewInt(1), NewInt(0)
	q, t, p := new(Int), new(Int), new(Int)
	for len(r1.abs) > 0 {
		if len(r0.abs) == 1 && len(r1.abs) == 1 && x == nil && y == nil {
			m, n := r0.abs[0], r1.abs[0]
			for n != 0 {
				m, n = n, m%n
			}
			r0.abs[0] = m
			break
		}
		q.QuoRem(r0, r1, t)
		r0, r1, t = r1, t, r0
		if x != nil || y != nil {
			p.Mul(q, u1)
			u0.Sub(u0, p)
			u0, u1 = u1, u0
		}
	}
	if y != nil {
		// y = (z - a*x) / b for the |a| of above.
		v := new(Int).Mul(u0, new(Int).Abs(a))
		v.Sub(r0, v)
		v.Quo(v, new(Int).Abs(b))
		if b.neg {
			v.Neg(v)
		}
		y.Set(v)
	}
	if x != nil {
		x.Set(u0)
		if aneg {
			x.Neg(x)
		}
	}
	return z.Set(r0)
}

// ModInverse sets z to the inverse of g modulo n. The result is nil, and z unchanged, if there is none.
func (z *Int) ModInverse(g, n *Int) *Int {
	if n.neg {
		n = new(Int).Neg(n)
	}
	if g.neg {
		g = new(Int).Mod(g, n)
	}
	var d, x Int
	d.GCD(&x, nil, g, n)
	if d.Cmp(intOne) != 0 {
		return nil
	}
	if x.neg {
		return z.Add(&x, n)
	}
	return z.Set(&x)
}

// Jacobi is the Jacobi symbol (x/y); y must be odd.
func Jacobi(x, y *Int) int {
	if len(y.abs) == 0 || y.abs[0]&1 == 0 {
		panic(fmt.Sprintf("big: invalid 2nd argument to Int.Jacobi: need odd integer but got %s", y.String()))
	}
	var a, b, c Int
	a.Set(x)
	b.Set(y)
	j := 1
	if b.neg {
		if a.neg {
			j = -1
		}
		b.neg = false
	}
	for {
		if b.Cmp(intOne) == 0 {
			return j
		}
		if len(a.abs) == 0 {
			return 0
		}
		a.Mod(&a, &b)
		if len(a.abs) == 0 {
			return 0
		}
		s := a.abs.trailingZeros()
		if s&1 != 0 {
			if m := b.abs[0] & 7; m == 3 || m == 5 {
				j = -j
			}
		}
		c.Rsh(&a, s)
		if b.abs[0]&3 == 3 && c.abs[0]&3 == 3 {
			j = -j
		}
		a.Set(&b)
		b.Set(&c)
	}
}

// ModSqrt sets z to a square root of x modulo the odd prime p. The result is nil, and z unchanged, if there is none.
func (z *Int) ModSqrt(x, p *Int) *Int {
	switch Jacobi(x, p) {
	case -1:
		return nil
	case 0:
		return z.SetInt64(0)
	}
	if x.neg || x.Cmp(p) >= 0 {
		x = new(Int).Mod(x, p)
	}
	if p.abs[0]&3 == 3 {
		e := new(Int).Add(p, intOne)
		e.Rsh(e, 2)
		return z.Exp(x, e, p)
	}
	// Tonelli and Shanks: p-1 is s*2**e with s odd; n is no square.
	var s Int
	s.Sub(p, intOne)
	e := s.abs.trailingZeros()
	s.Rsh(&s, e)
	n := NewInt(2)
	for Jacobi(n, p) != -1 {
		n.Add(n, intOne)
	}
	var y, b, g, t Int
	y.Add(&s, intOne)
	y.Rsh(&y, 1)
	y.Exp(x, &y, p)
	b.Exp(x, &s, p)
	g.Exp(n, &s, p)
	for r := e; ; {
		m := uint(0)
		t.Set(&b)
		for t.Cmp(intOne) != 0 {
			t.Mul(&t, &t).Mod(&t, p)
			m++
		}
		if m == 0 {
			return z.Set(&y)
		}
		t.SetInt64(0).SetBit(&t, int(r-m-1), 1).Exp(&g, &t, p)
		g.Mul(&t, &t).Mod(&g, p)
		y.Mul(&y, &t).Mod(&y, p)
		b.Mul(&b, &g).Mod(&b, p)
		r = m
	}
}

// Sqrt sets z to the integer part of the square root of x. It panics when x is negative.
func (z *Int) Sqrt(x *Int) *Int {
	if x.neg {
		panic("square root of negative number")
	}
	z.neg = false
	z.abs = z.abs.sqrt(x.abs)
	return z
}

// ProbablyPrime reports whether x is probably prime, by n Miller-Rabin tests with pseudorandom bases and a Lucas test. It is right for x below
// 2**64; for others the chance of taking a composite number for a prime is at most 4**-n unless it was chosen by an adversary.
func (x *Int) ProbablyPrime(n int) bool {
	if n < 0 {
		panic("negative n for ProbablyPrime")
	}
	if x.neg || len(x.abs) == 0 {
		return false
	}
	if w := x.abs[0]; len(x.abs) == 1 && w < 64 {
		const primes = 1<<2 | 1<<3 | 1<<5 | 1<<7 | 1<<11 | 1<<13 | 1<<17 | 1<<19 | 1<<23 | 1<<29 | 1<<31 | 1<<37 | 1<<41 | 1<<43 | 1<<47 |
			1<<53 | 1<<59 | 1<<61
		return primes>>w&1 != 0
	}
	if x.abs[0]&1 == 0 {
		return false
	}
	const product = 3 * 5 * 7 * 11 * 13 * 17 * 19 * 23 * 29 * 31 * 37 * 41 * 43 * 47
	r := uint64(divVW(make(nat, len(x.abs)), 0, x.abs, product))
	for _, p := range [...]uint64{3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47} {
		if r%p == 0 {
			return false
		}
	}
	return x.abs.millerRabin(n+1) && x.abs.lucas()
}

// millerRabin does reps tests, the last with base 2.
func (n nat) millerRabin(reps int) bool {
	nm1 := nat(nil).sub(n, natOne)
	k := nm1.trailingZeros()
	q := nat(nil).shr(nm1, k)
	nm3 := nat(nil).sub(nm1, nat{2})
	rnd := rand.New(rand.NewSource(int64(n[0])))
	size := nm3.bitLen()
next:
	for i := range reps {
		x := nat{2}
		if i < reps-1 {
			x = nat(nil).random(rnd, nm3, size)
			x = x.add(x, nat{2})
		}
		y := nat(nil).expNN(x, q, n)
		if y.cmp(natOne) == 0 || y.cmp(nm1) == 0 {
			continue
		}
		for j := uint(1); j < k; j++ {
			y = nat(nil).mod(nat(nil).sqr(y), n)
			if y.cmp(nm1) == 0 {
				continue next
			}
			if y.cmp(natOne) == 0 {
				return false
			}
		}
		return false
	}
	return true
}

// lucas is the "almost extra strong" Lucas test with Q = 1 and the smallest P from 3 on for which P*P-4 is no square modulo n.
func (n nat) lucas() bool {
	num := &Int{abs: n}
	d := new(Int)
	p := int64(3)
	for ; ; p++ {
		if p > 10000 {
			panic("math/big: internal error: cannot find (D/n) = -1 for " + num.String())
		}
		j := Jacobi(d.SetInt64(p*p-4), num)
		if j == -1 {
			break
		}
		if j == 0 { // n shares a factor with P*P-4 = (P-2)(P+2)
			return len(n) == 1 && n[0] == Word(p)+2
		}
		if p == 40 {
			r := nat(nil).sqrt(n)
			if nat(nil).sqr(r).cmp(n) == 0 {
				return false
			}
		}
	}
	s := nat(nil).add(n, natOne)
	r := s.trailingZeros()
	s = s.shr(s, r)
	nm2 := nat(nil).sub(n, nat{2})
	// V(2k) = V(k)**2 - 2 and V(2k+1) = V(k) V(k+1) - P.
	pn := nat{Word(p)}
	vk, vk1 := nat{2}, nat{Word(p)}
	var t nat
	for i := s.bitLen() - 1; i >= 0; i-- {
		a := nat(nil).mul(vk, vk1)
		a = a.add(a, n)
		a = a.sub(a, pn)
		a = nat(nil).mod(a, n)
		if s.bit(uint(i)) != 0 {
			vk = a
			t = nat(nil).sqr(vk1)
			t = t.add(t, nm2)
			vk1 = nat(nil).mod(t, n)
		} else {
			vk1 = a
			t = nat(nil).sqr(vk)
			t = t.add(t, nm2)
			vk = nat(nil).mod(t, n)
		}
	}
	if vk.cmp(nat{2}) == 0 || vk.cmp(nm2) == 0 {
		// U(s) = 0 means V(s) P = 2 V(s+1).
		a := nat(nil).mul(vk, pn)
		b := nat(nil).shl(vk1, 1)
		if a.cmp(b) < 0 {
			a, b = b, a
		}
		a = nat(nil).sub(a, b)
		if len(nat(nil).mod(a, n)) == 0 {
			return true
		}
	}
	for range r - 1 {
		if len(vk) == 0 {
			return true
		}
		if len(vk) == 1 && vk[0] == 2 {
			return false
		}
		t = nat(nil).sqr(vk)
		if t.cmp(nat{2}) < 0 {
			t = t.add(t, n)
		}
		t = t.sub(t, nat{2})
		vk = nat(nil).mod(t, n)
	}
	return false
}

// ---- encodings ---------------------------------------------------------------------------------------------------------------------------

// AppendText appends x in decimal.
func (x *Int) AppendText(b []byte) (text []byte, err error) { return x.Append(b, 10), nil }

// MarshalText returns x in decimal.
func (x *Int) MarshalText() (text []byte, err error) { return x.AppendText(nil) }

// UnmarshalText reads a number with optional prefix.
func (z *Int) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text), 0); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Int", text)
	}
	return nil
}

// MarshalJSON returns x in decimal, null for nil.
func (x *Int) MarshalJSON() ([]byte, error) {
	if x == nil {
		return []byte("null"), nil
	}
	return x.AppendText(nil)
}

// UnmarshalJSON reads a number; null changes nothing.
func (z *Int) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		return nil
	}
	return z.UnmarshalText(text)
}

const intGobVersion = 1

// GobEncode returns a version with sign, and the bytes.
func (x *Int) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	b := make([]byte, 1, 1+len(x.abs)*wordBytes)
	b[0] = intGobVersion << 1
	if x.neg {
		b[0] |= 1
	}
	return append(b, x.Bytes()...), nil
}

// GobDecode reads what GobEncode writes.
func (z *Int) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Int{}
		return nil
	}
	if buf[0]>>1 != intGobVersion {
		return fmt.Errorf("Int.GobDecode: encoding version %d not supported", buf[0]>>1)
	}
	z.neg = buf[0]&1 != 0
	z.abs = z.abs.setBytes(buf[1:])
	return nil
}
