package big

import (
	"fmt"
	"math"
)

// Limits of exponents and precision.
const (
	MaxExp  = math.MaxInt32
	MinExp  = math.MinInt32
	MaxPrec = math.MaxUint32
)

// A RoundingMode tells how results that do not fit are rounded.
type RoundingMode byte

const (
	ToNearestEven RoundingMode = iota // as IEEE 754 does
	ToNearestAway
	ToZero
	AwayFromZero
	ToNegativeInf
	ToPositiveInf
)

var modeNames = [...]string{"ToNearestEven", "ToNearestAway", "ToZero", "AwayFromZero", "ToNegativeInf", "ToPositiveInf"}

// String is the name of the mode.
func (i RoundingMode) String() string {
	if int(i) < len(modeNames) {
		return modeNames[i]
	}
	return fmt.Sprintf("RoundingMode(%d)", byte(i))
}

// An Accuracy is the sign of result minus exact value.
type Accuracy int8

const (
	Below Accuracy = iota - 1
	Exact
	Above
)

// String is the name.
func (i Accuracy) String() string {
	switch i {
	case Below:
		return "Below"
	case Exact:
		return "Exact"
	case Above:
		return "Above"
	}
	return fmt.Sprintf("Accuracy(%d)", int8(i))
}

// ErrNaN is the panic of operations without a result, such as Inf - Inf.
type ErrNaN struct{ msg string }

func (err ErrNaN) Error() string { return err.msg }

const (
	zero = iota
	finite
	inf
)

// A Float is a number of a precision of its own: mantissa bits. The zero value is 0 with precision 0. When the precision of a result is 0, it
// becomes the largest of the operands'. Floats must not be copied: copies share memory.
type Float struct {
	prec uint32
	mode RoundingMode
	acc  Accuracy
	form byte
	neg  bool
	mant nat   // the value is mant * 2**exp; no more than prec bits
	exp  int64 // the exponent that MantExp shows is exp plus the bits of mant
}

// NewFloat returns x with precision 53. It panics with ErrNaN when x is not a number.
func NewFloat(x float64) *Float {
	if math.IsNaN(x) {
		panic(ErrNaN{"NewFloat(NaN)"})
	}
	return new(Float).SetFloat64(x)
}

// Prec, Mode and Acc are the precision, the rounding mode, and the accuracy of the latest result.
func (x *Float) Prec() uint         { return uint(x.prec) }
func (x *Float) Mode() RoundingMode { return x.mode }
func (x *Float) Acc() Accuracy      { return x.acc }

// Sign is -1, 0 or +1.
func (x *Float) Sign() int {
	switch {
	case x.form == zero:
		return 0
	case x.neg:
		return -1
	}
	return 1
}

// Signbit reports whether x is negative or -0.
func (x *Float) Signbit() bool { return x.neg }

// IsInf reports whether x is an infinity.
func (x *Float) IsInf() bool { return x.form == inf }

// IsInt reports whether x is an integer.
func (x *Float) IsInt() bool {
	if x.form != finite {
		return x.form == zero
	}
	return x.exp >= 0 || int64(x.mant.trailingZeros()) >= -x.exp
}

// MinPrec is the smallest precision that x fits in.
func (x *Float) MinPrec() uint {
	if x.form != finite {
		return 0
	}
	return uint(x.mant.bitLen()) - x.mant.trailingZeros()
}

// top is the exponent for a mantissa between 0.5 and 1.
func (x *Float) top() int64 { return x.exp + int64(x.mant.bitLen()) }

// MantExp returns the exponent of x and, if mant is not nil, sets that to the mantissa, between 0.5 and 1.
func (x *Float) MantExp(mant *Float) (exp int) {
	if x.form == finite {
		exp = int(x.top())
	}
	if mant != nil {
		mant.Copy(x)
		if mant.form == finite {
			mant.exp -= int64(exp)
		}
	}
	return exp
}

// SetMantExp sets z to mant * 2**exp.
func (z *Float) SetMantExp(mant *Float, exp int) *Float {
	z.Set(mant)
	if z.form == finite {
		z.exp += int64(exp)
		z.clip()
	}
	return z
}

// SetPrec sets the precision, rounding z.
func (z *Float) SetPrec(prec uint) *Float {
	z.acc = Exact
	if prec == 0 {
		z.prec = 0
		if z.form == finite {
			z.acc = Above
			if !z.neg {
				z.acc = Below
			}
			z.form = zero
		}
		return z
	}
	z.prec = uint32(min(prec, MaxPrec))
	z.round(0)
	return z
}

// SetMode sets the rounding mode.
func (z *Float) SetMode(mode RoundingMode) *Float {
	z.mode = mode
	z.acc = Exact
	return z
}

// clip makes numbers out of range infinite or zero.
func (z *Float) clip() {
	switch e := z.top(); {
	case e > MaxExp:
		z.setInf(z.neg)
		z.acc = makeAcc(!z.neg)
	case e < MinExp:
		z.form = zero
		z.mant = z.mant[:0]
		z.acc = makeAcc(z.neg)
	}
}

func makeAcc(above bool) Accuracy {
	if above {
		return Above
	}
	return Below
}

// round brings the mantissa to the precision. sticky tells that the exact value has more bits below those of mant, which then must be more
// than the precision.
func (z *Float) round(sticky uint) {
	z.acc = Exact
	if z.form != finite {
		return
	}
	if len(z.mant) == 0 {
		z.form = zero
		return
	}
	n := uint(z.mant.bitLen())
	if n > uint(z.prec) {
		s := n - uint(z.prec)
		half := z.mant.bit(s - 1)
		rest := z.mant.sticky(s-1) | sticky
		z.mant = z.mant.shr(z.mant, s)
		z.exp += int64(s)
		if half|rest != 0 {
			up := false
			switch z.mode {
			case ToNearestEven:
				up = half == 1 && (rest == 1 || z.mant.bit(0) == 1)
			case ToNearestAway:
				up = half == 1
			case AwayFromZero:
				up = true
			case ToNegativeInf:
				up = z.neg
			case ToPositiveInf:
				up = !z.neg
			}
			if up {
				z.mant = z.mant.add(z.mant, natOne)
				if uint(z.mant.bitLen()) > uint(z.prec) {
					z.mant = z.mant.shr(z.mant, 1)
					z.exp++
				}
			}
			z.acc = makeAcc(up != z.neg)
		}
	}
	z.clip()
}

// ---- setting -----------------------------------------------------------------------------------------------------------------------------

func (z *Float) setNat(neg bool, m nat, exp int64) *Float {
	z.acc = Exact
	z.neg = neg
	if len(m) == 0 {
		z.form = zero
		return z
	}
	z.form = finite
	z.mant = z.mant.set(m)
	z.exp = exp
	z.round(0)
	return z
}

// SetUint64 sets z to x; precision 0 becomes 64.
func (z *Float) SetUint64(x uint64) *Float {
	if z.prec == 0 {
		z.prec = 64
	}
	return z.setNat(false, nat(nil).setUint64(x), 0)
}

// SetInt64 sets z to x; precision 0 becomes 64.
func (z *Float) SetInt64(x int64) *Float {
	if z.prec == 0 {
		z.prec = 64
	}
	return z.setNat(x < 0, nat(nil).setUint64(magnitude(x)), 0)
}

// SetFloat64 sets z to x; precision 0 becomes 53. It panics with ErrNaN when x is not a number.
func (z *Float) SetFloat64(x float64) *Float {
	if z.prec == 0 {
		z.prec = 53
	}
	if math.IsNaN(x) {
		panic(ErrNaN{"Float.SetFloat64(NaN)"})
	}
	z.acc = Exact
	z.neg = math.Signbit(x)
	switch {
	case x == 0:
		z.form = zero
		return z
	case math.IsInf(x, 0):
		z.form = inf
		return z
	}
	f, e := math.Frexp(math.Abs(x))
	return z.setNat(z.neg, nat{Word(f * (1 << 53))}, int64(e)-53)
}

// SetInt sets z to x; precision 0 becomes that of x, at least 64.
func (z *Float) SetInt(x *Int) *Float {
	if z.prec == 0 {
		z.prec = uint32(max(x.abs.bitLen(), 64))
	}
	return z.setNat(x.neg, x.abs, 0)
}

// SetRat sets z to x; precision 0 becomes that of the larger part, at least 64.
func (z *Float) SetRat(x *Rat) *Float {
	if x.IsInt() {
		return z.SetInt(x.Num())
	}
	if z.prec == 0 {
		z.prec = uint32(max(x.a.abs.bitLen(), x.b.abs.bitLen(), 64))
	}
	z.quoNat(x.a.neg, x.a.abs, x.b.abs, 0)
	return z
}

// quoNat sets z to a / b * 2**exp.
func (z *Float) quoNat(neg bool, a, b nat, exp int64) {
	// Shifted such that the quotient has at least two bits more than the precision.
	s := int(z.prec) + 3 + b.bitLen() - a.bitLen()
	if s > 0 {
		a = nat(nil).shl(a, uint(s))
		exp -= int64(s)
	}
	q, r := nat(nil).div(nil, a, b)
	z.form, z.neg, z.mant, z.exp = finite, neg, q, exp
	sticky := uint(0)
	if len(r) > 0 {
		sticky = 1
	}
	z.round(sticky)
}

func (z *Float) setInf(neg bool) {
	z.form, z.neg, z.mant = inf, neg, z.mant[:0]
}

// SetInf sets z to an infinity.
func (z *Float) SetInf(signbit bool) *Float {
	z.acc = Exact
	z.setInf(signbit)
	return z
}

// Set sets z to x, rounded; precision 0 becomes that of x.
func (z *Float) Set(x *Float) *Float {
	if z == x {
		return z
	}
	z.acc = Exact
	z.form, z.neg, z.exp = x.form, x.neg, x.exp
	if x.form == finite {
		z.mant = z.mant.set(x.mant)
	}
	if z.prec == 0 {
		z.prec = x.prec
	} else if z.prec < x.prec {
		z.round(0)
	}
	return z
}

// Copy makes z the same as x, with precision, mode and accuracy.
func (z *Float) Copy(x *Float) *Float {
	if z != x {
		z.prec, z.mode, z.acc, z.form, z.neg, z.exp = x.prec, x.mode, x.acc, x.form, x.neg, x.exp
		z.mant = z.mant.set(x.mant)
	}
	return z
}

// Abs sets z to |x|, rounded.
func (z *Float) Abs(x *Float) *Float {
	z.Set(x)
	z.neg = false
	return z
}

// Neg sets z to -x, rounded.
func (z *Float) Neg(x *Float) *Float {
	z.Set(x)
	z.neg = !z.neg
	return z
}

// ---- arithmetic ----------------------------------------------------------------------------------------------------------------------------

func (z *Float) choosePrec(x, y *Float) {
	if z.prec == 0 {
		z.prec = max(x.prec, y.prec)
	}
}

// Add sets z to x + y, rounded. It panics with ErrNaN for infinities of opposite signs.
func (z *Float) Add(x, y *Float) *Float {
	return z.sum(x, y, y.neg, "addition of infinities with opposite signs")
}

// Sub sets z to x - y, rounded. It panics with ErrNaN for infinities of equal signs.
func (z *Float) Sub(x, y *Float) *Float {
	return z.sum(x, y, !y.neg, "subtraction of infinities with equal signs")
}

func (z *Float) sum(x, y *Float, yneg bool, nan string) *Float {
	z.choosePrec(x, y)
	switch {
	case x.form == inf && y.form == inf && x.neg != yneg:
		z.acc, z.form, z.neg = Exact, zero, false
		panic(ErrNaN{nan})
	case x.form == zero && y.form == zero:
		neg := x.neg && yneg
		z.acc, z.form, z.neg = Exact, zero, neg
		return z
	case x.form == inf || y.form == zero:
		return z.Set(x)
	case y.form == inf || x.form == zero:
		// Directed rounding depends on the sign.
		t := Float{prec: z.prec, mode: z.mode, form: y.form, neg: yneg, mant: y.mant.clone(), exp: y.exp}
		t.round(0)
		return z.Copy(&t)
	}
	xm, ym, e := x.mant, y.mant, min(x.exp, y.exp)
	xneg := x.neg
	// Of a number far below the other only matters that it is there.
	switch far := int64(z.prec) + 3; {
	case x.exp-far >= y.top():
		xm, ym, e = nat(nil).shl(xm, uint(far)), natOne, x.exp-far
	case y.exp-far >= x.top():
		xm, ym, e = natOne, nat(nil).shl(ym, uint(far)), y.exp-far
	default:
		if x.exp > e {
			xm = nat(nil).shl(xm, uint(x.exp-e))
		}
		if y.exp > e {
			ym = nat(nil).shl(ym, uint(y.exp-e))
		}
	}
	z.form, z.exp = finite, e
	switch {
	case xneg == yneg:
		z.mant, z.neg = nat(nil).add(xm, ym), xneg
	case xm.cmp(ym) > 0:
		z.mant, z.neg = nat(nil).sub(xm, ym), xneg
	case xm.cmp(ym) < 0:
		z.mant, z.neg = nat(nil).sub(ym, xm), yneg
	default:
		z.acc, z.form, z.neg = Exact, zero, z.mode == ToNegativeInf
		return z
	}
	z.round(0)
	return z
}

// Mul sets z to x * y, rounded. It panics with ErrNaN for zero times infinity.
func (z *Float) Mul(x, y *Float) *Float {
	z.choosePrec(x, y)
	neg := x.neg != y.neg
	switch {
	case x.form == zero && y.form == inf || x.form == inf && y.form == zero:
		z.acc, z.form, z.neg = Exact, zero, false
		panic(ErrNaN{"multiplication of zero with infinity"})
	case x.form == inf || y.form == inf:
		return z.SetInf(neg)
	case x.form == zero || y.form == zero:
		z.acc, z.form, z.neg = Exact, zero, neg
		return z
	}
	e := x.exp + y.exp
	z.mant = nat(nil).mul(x.mant, y.mant)
	z.form, z.neg, z.exp = finite, neg, e
	z.round(0)
	return z
}

// Quo sets z to x / y, rounded. It panics with ErrNaN for 0/0 and infinities.
func (z *Float) Quo(x, y *Float) *Float {
	z.choosePrec(x, y)
	neg := x.neg != y.neg
	switch {
	case x.form == zero && y.form == zero || x.form == inf && y.form == inf:
		z.acc, z.form, z.neg = Exact, zero, false
		panic(ErrNaN{"division of zero by zero or infinity by infinity"})
	case x.form == zero || y.form == inf:
		z.acc, z.form, z.neg = Exact, zero, neg
		return z
	case x.form == inf || y.form == zero:
		return z.SetInf(neg)
	}
	z.quoNat(neg, x.mant, y.mant, x.exp-y.exp)
	return z
}

// Sqrt sets z to the square root of x, rounded. It panics with ErrNaN when x is negative.
func (z *Float) Sqrt(x *Float) *Float {
	if z.prec == 0 {
		z.prec = x.prec
	}
	if x.Sign() < 0 {
		panic(ErrNaN{"square root of negative operand"})
	}
	if x.form != finite {
		z.acc, z.form, z.neg = Exact, x.form, x.neg
		return z
	}
	m, e := x.mant, x.exp
	s := max(0, 2*(int64(z.prec)+2)-int64(m.bitLen()))
	if (e-s)&1 != 0 {
		s++
	}
	m = nat(nil).shl(m, uint(s))
	r := nat(nil).sqrt(m)
	sticky := uint(0)
	if nat(nil).sqr(r).cmp(m) != 0 {
		sticky = 1
	}
	z.form, z.neg, z.mant, z.exp = finite, false, r, (e-s)/2
	z.round(sticky)
	return z
}

// Cmp is -1, 0 or +1 as x is less than, equal to or greater than y.
func (x *Float) Cmp(y *Float) int {
	order := func(f *Float) int {
		s := 1
		if f.neg {
			s = -1
		}
		return s * int(f.form) // -2, -1, 0, 1, 2
	}
	a, b := order(x), order(y)
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	case a != 1 && a != -1:
		return 0
	}
	c := 0
	if tx, ty := x.top(), y.top(); tx != ty {
		c = 1
		if tx < ty {
			c = -1
		}
	} else {
		xm, ym := x.mant, y.mant
		if d := x.exp - y.exp; d > 0 {
			xm = nat(nil).shl(xm, uint(d))
		} else if d < 0 {
			ym = nat(nil).shl(ym, uint(-d))
		}
		c = xm.cmp(ym)
	}
	return c * a
}

// ---- conversion ------------------------------------------------------------------------------------------------------------------------------

// integer is |x| rounded towards zero.
func (x *Float) integer() nat {
	if x.form != finite {
		return nil
	}
	if x.exp >= 0 {
		return nat(nil).shl(x.mant, uint(x.exp))
	}
	return nat(nil).shr(x.mant, uint(-x.exp))
}

// Int returns x rounded towards zero, nil for an infinity; z is used if it is not nil.
func (x *Float) Int(z *Int) (*Int, Accuracy) {
	if z == nil && x.form <= finite {
		z = new(Int)
	}
	switch x.form {
	case inf:
		return nil, makeAcc(x.neg)
	case zero:
		return z.SetInt64(0), Exact
	}
	acc := Exact
	if !x.IsInt() {
		acc = makeAcc(x.neg)
	}
	z.abs = z.abs.set(x.integer())
	z.neg = len(z.abs) > 0 && x.neg
	return z, acc
}

// Rat returns x, nil for an infinity; z is used if it is not nil.
func (x *Float) Rat(z *Rat) (*Rat, Accuracy) {
	if x.form == inf {
		return nil, makeAcc(x.neg)
	}
	if z == nil {
		z = new(Rat)
	}
	if x.form == zero {
		return z.SetInt64(0), Exact
	}
	z.a.neg = x.neg
	z.a.abs = z.a.abs.set(x.mant)
	z.b.abs = z.b.abs.setWord(1)
	if x.exp >= 0 {
		z.a.abs = z.a.abs.shl(z.a.abs, uint(x.exp))
	} else {
		z.b.abs = z.b.abs.shl(z.b.abs, uint(-x.exp))
	}
	return z.norm(), Exact
}

// Int64 returns x rounded towards zero and limited to the range.
func (x *Float) Int64() (int64, Accuracy) {
	if x.form == zero {
		return 0, Exact
	}
	limit := x.form == inf || x.top() > 64
	var v uint64
	if !limit {
		v = x.integer().low64()
	}
	acc := Exact
	if !limit && !x.IsInt() {
		acc = makeAcc(x.neg)
	}
	if x.neg {
		if limit || v > 1<<63 {
			return math.MinInt64, Above
		}
		return -int64(v), acc
	}
	if limit || v > math.MaxInt64 {
		return math.MaxInt64, Below
	}
	return int64(v), acc
}

// Uint64 returns x rounded towards zero and limited to the range.
func (x *Float) Uint64() (uint64, Accuracy) {
	switch {
	case x.form == zero:
		return 0, Exact
	case x.neg:
		return 0, Above
	case x.form == inf || x.top() > 64:
		return math.MaxUint64, Below
	case x.IsInt():
		return x.integer().low64(), Exact
	}
	return x.integer().low64(), Below
}

// small rounds x to a machine number with bits of mantissa, the smallest of which is 2**least; top is the largest exponent.
func (x *Float) small(bits, least, top int64) (f float64, acc Accuracy) {
	if x.form == zero {
		if x.neg {
			return math.Copysign(0, -1), Exact
		}
		return 0, Exact
	}
	sign := 1
	if x.neg {
		sign = -1
	}
	if x.form == inf {
		return math.Inf(sign), Exact
	}
	p := min(bits, x.top()-least)
	if p < 0 || p == 0 && x.mant.bitLen()-int(x.mant.trailingZeros()) == 1 {
		// Below half of the smallest number, or just half.
		return math.Copysign(0, float64(sign)), makeAcc(x.neg)
	}
	if p == 0 {
		return math.Copysign(math.Ldexp(1, int(least)), float64(sign)), makeAcc(!x.neg)
	}
	r := Float{prec: uint32(p)}
	r.Set(x)
	if r.top() > top {
		return math.Inf(sign), makeAcc(!x.neg)
	}
	m := nat(nil).set(r.mant)
	e := r.exp
	if n := int64(m.bitLen()); n > 64 {
		m = m.shr(m, uint(n-64))
		e += n - 64
	}
	f = math.Ldexp(float64(m.low64()), int(e))
	return math.Copysign(f, float64(sign)), r.acc
}

// Float64 returns the nearest float64.
func (x *Float) Float64() (float64, Accuracy) { return x.small(53, -1074, 1024) }

// Float32 returns the nearest float32.
func (x *Float) Float32() (float32, Accuracy) {
	f, acc := x.small(24, -149, 128)
	return float32(f), acc
}
