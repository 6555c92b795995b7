// Package big implements numbers of any size: integers, fractions, and floating-point numbers of any precision.
//
// Methods of the form z.Op(x, y) set z to the result, reusing its memory, and return z. Operands may be the same as z.
package big

import "math/bits"

// A Word is a digit of a natural number.
type Word uint

const (
	wordBits  = bits.UintSize
	wordBytes = wordBits / 8
)

// The vectors of the functions below have the same length; z may be one of the operands. They return the carry.

func addVV(z, x, y []Word) (c Word) {
	x, y = x[:len(z)], y[:len(z)]
	var carry uint
	for i := range z {
		var s uint
		s, carry = bits.Add(uint(x[i]), uint(y[i]), carry)
		z[i] = Word(s)
	}
	return Word(carry)
}

func subVV(z, x, y []Word) (c Word) {
	x, y = x[:len(z)], y[:len(z)]
	var borrow uint
	for i := range z {
		var d uint
		d, borrow = bits.Sub(uint(x[i]), uint(y[i]), borrow)
		z[i] = Word(d)
	}
	return Word(borrow)
}

func addVW(z, x []Word, w Word) Word {
	x = x[:len(z)]
	for i := range z {
		s := x[i] + w
		if s >= w { // no carry: the rest is the same
			z[i] = s
			if &z[0] != &x[0] {
				copy(z[i+1:], x[i+1:])
			}
			return 0
		}
		z[i], w = s, 1
	}
	return w
}

func subVW(z, x []Word, w Word) Word {
	x = x[:len(z)]
	for i := range z {
		old := x[i]
		z[i] = old - w
		if old >= w {
			if &z[0] != &x[0] {
				copy(z[i+1:], x[i+1:])
			}
			return 0
		}
		w = 1
	}
	return w
}

// mulAddVWW is z = x*y + r.
func mulAddVWW(z, x []Word, y, r Word) Word {
	x = x[:len(z)]
	c := uint(r)
	for i := range z {
		hi, lo := bits.Mul(uint(x[i]), uint(y))
		lo, carry := bits.Add(lo, c, 0)
		z[i], c = Word(lo), hi+carry
	}
	return Word(c)
}

// addMulVVW is z += x*y.
func addMulVVW(z, x []Word, y Word) Word {
	x = x[:len(z)]
	var c uint
	for i := range z {
		hi, lo := bits.Mul(uint(x[i]), uint(y))
		lo, carry := bits.Add(lo, uint(z[i]), 0)
		hi += carry
		lo, carry = bits.Add(lo, c, 0)
		z[i], c = Word(lo), hi+carry
	}
	return Word(c)
}

// subMulVVW is z -= x*y.
func subMulVVW(z, x []Word, y Word) Word {
	x = x[:len(z)]
	var c uint
	for i := range z {
		hi, lo := bits.Mul(uint(x[i]), uint(y))
		lo, carry := bits.Add(lo, c, 0)
		d, borrow := bits.Sub(uint(z[i]), lo, 0)
		z[i], c = Word(d), hi+carry+borrow
	}
	return Word(c)
}

// divVW is z = (r, x) / y and returns the remainder; r < y.
func divVW(z []Word, r Word, x []Word, y Word) Word {
	rem := uint(r)
	for i := len(z) - 1; i >= 0; i-- {
		var q uint
		q, rem = bits.Div(rem, uint(x[i]), uint(y))
		z[i] = Word(q)
	}
	return Word(rem)
}

// shlVU is z = x << s for 0 < s < wordBits, from the top down so that z may be above x.
func shlVU(z, x []Word, s uint) (c Word) {
	if len(z) == 0 {
		return 0
	}
	t := wordBits - s
	c = x[len(x)-1] >> t
	for i := len(z) - 1; i > 0; i-- {
		z[i] = x[i]<<s | x[i-1]>>t
	}
	z[0] = x[0] << s
	return c
}

// shrVU is z = x >> s for 0 < s < wordBits, from the bottom up so that z may be below x.
func shrVU(z, x []Word, s uint) {
	n := len(z) - 1
	for i := 0; i < n; i++ {
		z[i] = x[i]>>s | x[i+1]<<(wordBits-s)
	}
	if n >= 0 {
		z[n] = x[n] >> s
	}
}
