package big

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A Rat is a fraction in lowest terms with positive denominator. The zero value is 0. Rats must not be copied: copies share memory.
type Rat struct {
	a Int
	b Int // no words: 1
}

// NewRat returns a/b.
func NewRat(a, b int64) *Rat { return new(Rat).SetFrac64(a, b) }

func (z *Rat) norm() *Rat {
	switch {
	case len(z.a.abs) == 0:
		z.a.neg = false
		fallthrough
	case len(z.b.abs) == 0:
		z.b.abs = z.b.abs.setWord(1)
	default:
		neg := z.a.neg
		z.a.neg, z.b.neg = false, false
		if f := new(Int).GCD(nil, nil, &z.a, &z.b); f.Cmp(intOne) != 0 {
			z.a.abs, _ = nat(nil).div(nil, z.a.abs, f.abs)
			z.b.abs, _ = nat(nil).div(nil, z.b.abs, f.abs)
		}
		z.a.neg = neg
	}
	return z
}

// den is the denominator.
func (x *Rat) den() nat {
	if len(x.b.abs) == 0 {
		return natOne
	}
	return x.b.abs
}

// SetFrac sets z to a/b. It panics when b is 0.
func (z *Rat) SetFrac(a, b *Int) *Rat {
	neg := a.neg != b.neg
	if len(b.abs) == 0 {
		panic("division by zero")
	}
	den := b.abs.clone()
	z.a.abs = z.a.abs.set(a.abs)
	z.a.neg = neg
	z.b.abs, z.b.neg = den, false
	return z.norm()
}

// SetFrac64 sets z to a/b. It panics when b is 0.
func (z *Rat) SetFrac64(a, b int64) *Rat {
	if b == 0 {
		panic("division by zero")
	}
	z.a.SetInt64(a)
	z.b.abs, z.b.neg = z.b.abs.setUint64(magnitude(b)), false
	if b < 0 {
		z.a.neg = !z.a.neg
	}
	return z.norm()
}

// SetInt sets z to x.
func (z *Rat) SetInt(x *Int) *Rat {
	z.a.Set(x)
	z.b.abs = z.b.abs.setWord(1)
	return z
}

// SetInt64 sets z to x.
func (z *Rat) SetInt64(x int64) *Rat {
	z.a.SetInt64(x)
	z.b.abs = z.b.abs.setWord(1)
	return z
}

// SetUint64 sets z to x.
func (z *Rat) SetUint64(x uint64) *Rat {
	z.a.SetUint64(x)
	z.b.abs = z.b.abs.setWord(1)
	return z
}

// Set sets z to x.
func (z *Rat) Set(x *Rat) *Rat {
	if z != x {
		z.a.Set(&x.a)
		z.b.abs = z.b.abs.set(x.den())
	}
	return z
}

// SetFloat64 sets z to exactly f. The result is nil when f is not finite.
func (z *Rat) SetFloat64(f float64) *Rat {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return nil
	}
	r, _ := new(Float).SetFloat64(f).Rat(z)
	return r
}

// Float64 returns the nearest float64 and whether it is exact.
func (x *Rat) Float64() (f float64, exact bool) {
	v := x.near(53)
	f, acc := v.Float64()
	return f, acc == Exact && x.equals(f)
}

// Float32 returns the nearest float32 and whether it is exact.
func (x *Rat) Float32() (f float32, exact bool) {
	v := x.near(24)
	f, acc := v.Float32()
	return f, acc == Exact && x.equals(float64(f))
}

func (x *Rat) equals(f float64) bool {
	return !math.IsInf(f, 0) && new(Rat).SetFloat64(f).Cmp(x) == 0
}

// near is x rounded to odd with more bits than needed, so that rounding it again gives the right result.
func (x *Rat) near(bits uint) *Float {
	var f Float
	f.prec, f.mode = uint32(bits+64), ToZero
	if len(x.a.abs) == 0 {
		return &f
	}
	f.quoNat(x.a.neg, x.a.abs, x.den(), 0)
	if f.acc != Exact {
		// Bits below: set one that is lower than all of f's.
		n := uint(f.mant.bitLen())
		f.mant = f.mant.shl(f.mant, uint(f.prec)+2-n)
		f.exp -= int64(uint(f.prec) + 2 - n)
		f.prec += 2
		f.mant[0] |= 1
	}
	f.mode, f.acc = ToNearestEven, Exact
	return &f
}

// Abs sets z to |x|.
func (z *Rat) Abs(x *Rat) *Rat {
	z.Set(x)
	z.a.neg = false
	return z
}

// Neg sets z to -x.
func (z *Rat) Neg(x *Rat) *Rat {
	z.Set(x)
	z.a.neg = len(z.a.abs) > 0 && !z.a.neg
	return z
}

// Inv sets z to 1/x. It panics when x is 0.
func (z *Rat) Inv(x *Rat) *Rat {
	if len(x.a.abs) == 0 {
		panic("division by zero")
	}
	num, den, neg := x.a.abs.clone(), x.den().clone(), x.a.neg
	z.a.abs, z.b.abs, z.a.neg = den, num, neg
	return z
}

// Sign is -1, 0 or +1.
func (x *Rat) Sign() int { return x.a.Sign() }

// IsInt reports whether the denominator is 1.
func (x *Rat) IsInt() bool { return x.den().cmp(natOne) == 0 }

// Num returns the numerator, which is shared with x.
func (x *Rat) Num() *Int { return &x.a }

// Denom returns the denominator, which is shared with x unless x is not initialised.
func (x *Rat) Denom() *Int {
	if len(x.b.abs) == 0 {
		// Not stored in x, which may be read by several goroutines.
		return &Int{abs: nat{1}}
	}
	return &x.b
}

// times is x * y.
func times(x *Int, y nat) *Int {
	z := &Int{abs: nat(nil).mul(x.abs, y)}
	z.neg = len(z.abs) > 0 && x.neg
	return z
}

// Cmp is -1, 0 or +1 as x is less than, equal to or greater than y.
func (x *Rat) Cmp(y *Rat) int { return times(&x.a, y.den()).Cmp(times(&y.a, x.den())) }

// Add sets z to x + y.
func (z *Rat) Add(x, y *Rat) *Rat {
	a, b := times(&x.a, y.den()), times(&y.a, x.den())
	den := nat(nil).mul(x.den(), y.den())
	z.a.Add(a, b)
	z.b.abs = den
	return z.norm()
}

// Sub sets z to x - y.
func (z *Rat) Sub(x, y *Rat) *Rat {
	a, b := times(&x.a, y.den()), times(&y.a, x.den())
	den := nat(nil).mul(x.den(), y.den())
	z.a.Sub(a, b)
	z.b.abs = den
	return z.norm()
}

// Mul sets z to x * y.
func (z *Rat) Mul(x, y *Rat) *Rat {
	den := nat(nil).mul(x.den(), y.den())
	z.a.Mul(&x.a, &y.a)
	z.b.abs = den
	return z.norm()
}

// Quo sets z to x / y. It panics when y is 0.
func (z *Rat) Quo(x, y *Rat) *Rat {
	if len(y.a.abs) == 0 {
		panic("division by zero")
	}
	a, b := times(&x.a, y.den()), times(&y.a, x.den())
	z.a.abs, z.b.abs = a.abs, b.abs
	z.a.neg = a.neg != b.neg
	return z.norm()
}

// ---- texts -------------------------------------------------------------------------------------------------------------------------------

// String is a/b.
func (x *Rat) String() string { return string(x.appendTo(nil)) }

func (x *Rat) appendTo(b []byte) []byte {
	b = append(x.a.Append(b, 10), '/')
	return append(b, x.den().itoa(false, 10)...)
}

// RatString is a/b, a if b is 1.
func (x *Rat) RatString() string {
	if x.IsInt() {
		return x.a.String()
	}
	return x.String()
}

// FloatString is x with prec digits after the point, rounded half away from zero.
func (x *Rat) FloatString(prec int) string {
	den := x.den()
	prec = max(prec, 0)
	scaled := nat(nil).mul(x.a.abs, nat(nil).expNN(nat{10}, nat(nil).setUint64(uint64(prec)), nil))
	q, r := nat(nil).div(nil, scaled, den)
	if nat(nil).shl(r, 1).cmp(den) >= 0 {
		q = nat(nil).add(q, natOne)
	}
	s := string(q.itoa(false, 10))
	if prec > 0 {
		if len(s) <= prec {
			s = strings.Repeat("0", prec+1-len(s)) + s
		}
		s = s[:len(s)-prec] + "." + s[len(s)-prec:]
	}
	if x.a.neg {
		s = "-" + s
	}
	return s
}

// FloatPrec is the number of digits after the point that x has, without those that repeat, and whether that is all of x.
func (x *Rat) FloatPrec() (n int, exact bool) {
	d := x.den().clone()
	two := int(d.trailingZeros())
	d = d.shr(d, uint(two))
	five := 0
	for {
		q, r := nat(nil).divW(d, 5)
		if r != 0 {
			break
		}
		d = q
		five++
	}
	return max(two, five), d.cmp(natOne) == 0
}

// SetString sets z to a/b, or to a decimal or hexadecimal number with optional exponent. ok is false, and z undefined, if s is none.
func (z *Rat) SetString(s string) (*Rat, bool) {
	if s == "" {
		return nil, false
	}
	if num, den, ok := strings.Cut(s, "/"); ok {
		if _, ok := z.a.SetString(num, 0); !ok {
			return nil, false
		}
		var b Int
		if den == "" || den[0] == '+' || den[0] == '-' {
			return nil, false
		}
		if _, ok := b.SetString(den, 0); !ok || len(b.abs) == 0 {
			return nil, false
		}
		z.b.abs = b.abs
		return z.norm(), true
	}
	m, err := parseNumber(s, 0)
	if err != nil || len(m.mant) > 0 && (m.exp5 > 1e6 || m.exp5 < -1e6 || m.exp2 > 1e7 || m.exp2 < -1e7) {
		return nil, false
	}
	z.a.abs, z.a.neg = m.mant, m.neg && len(m.mant) > 0
	z.b.abs = z.b.abs.setWord(1)
	if len(m.mant) == 0 {
		return z.norm(), true
	}
	scale := func(to *nat, p nat) { *to = nat(nil).mul(*to, p) }
	five := nat(nil).expNN(nat{5}, nat(nil).setUint64(magnitude(m.exp5)), nil)
	if m.exp5 >= 0 {
		scale(&z.a.abs, five)
	} else {
		scale(&z.b.abs, five)
	}
	if m.exp2 >= 0 {
		z.a.abs = nat(nil).shl(z.a.abs, uint(m.exp2))
	} else {
		z.b.abs = nat(nil).shl(z.b.abs, uint(-m.exp2))
	}
	return z.norm(), true
}

// Scan implements fmt.Scanner with the verbs e, E, f, F, g, G and v.
func (z *Rat) Scan(s fmt.ScanState, ch rune) error {
	tok, err := s.Token(true, func(ch rune) bool { return strings.ContainsRune("+-/0123456789.eE", ch) })
	if err != nil {
		return err
	}
	if !strings.ContainsRune("efgEFGv", ch) {
		return errors.New("Rat.Scan: invalid verb")
	}
	if _, ok := z.SetString(string(tok)); !ok {
		return errors.New("Rat.Scan: invalid syntax")
	}
	return nil
}

// AppendText appends a/b, or a if b is 1.
func (x *Rat) AppendText(b []byte) ([]byte, error) {
	if x.IsInt() {
		return x.a.AppendText(b)
	}
	return x.appendTo(b), nil
}

// MarshalText is AppendText(nil).
func (x *Rat) MarshalText() (text []byte, err error) { return x.AppendText(nil) }

// UnmarshalText is SetString.
func (z *Rat) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text)); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Rat", text)
	}
	return nil
}

const ratGobVersion = 1

// GobEncode returns a version with sign, the length of the numerator, numerator and denominator.
func (x *Rat) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	num := x.a.Bytes()
	b := make([]byte, 5, 5+len(num))
	b[0] = ratGobVersion << 1
	if x.a.neg {
		b[0] |= 1
	}
	binary.BigEndian.PutUint32(b[1:], uint32(len(num)))
	b = append(b, num...)
	return append(b, (&Int{abs: x.den()}).Bytes()...), nil
}

// GobDecode reads what GobEncode writes.
func (z *Rat) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Rat{}
		return nil
	}
	if len(buf) < 5 {
		return errors.New("Rat.GobDecode: buffer too small")
	}
	if v := buf[0] >> 1; v != ratGobVersion {
		return errors.New("Rat.GobDecode: encoding version " + strconv.Itoa(int(v)) + " not supported")
	}
	n := uint64(binary.BigEndian.Uint32(buf[1:]))
	if uint64(len(buf)-5) < n {
		return errors.New("Rat.GobDecode: buffer too small")
	}
	z.a.neg = buf[0]&1 != 0
	z.a.abs = z.a.abs.setBytes(buf[5 : 5+n])
	z.b.abs = z.b.abs.setBytes(buf[5+n:])
	return nil
}
