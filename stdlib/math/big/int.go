package big

import (
	"fmt"
	"io"
	"math"
	"math/rand"
	"strings"
)

// An Int is an integer. The zero value is 0. Ints must not be copied: copies share memory.
type Int struct {
	neg bool
	abs nat
}

// NewInt returns x as Int.
func NewInt(x int64) *Int { return new(Int).SetInt64(x) }

func magnitude(x int64) uint64 {
	if x < 0 {
		return -uint64(x)
	}
	return uint64(x)
}

// Sign is -1, 0 or +1.
func (x *Int) Sign() int {
	switch {
	case len(x.abs) == 0:
		return 0
	case x.neg:
		return -1
	}
	return 1
}

// SetInt64 sets z to x.
func (z *Int) SetInt64(x int64) *Int {
	z.abs = z.abs.setUint64(magnitude(x))
	z.neg = x < 0
	return z
}

// SetUint64 sets z to x.
func (z *Int) SetUint64(x uint64) *Int {
	z.abs = z.abs.setUint64(x)
	z.neg = false
	return z
}

// Set sets z to x.
func (z *Int) Set(x *Int) *Int {
	if z != x {
		z.abs = z.abs.set(x.abs)
		z.neg = x.neg
	}
	return z
}

// Bits returns the words of |x|, least significant first; they are shared with x.
func (x *Int) Bits() []Word { return x.abs }

// SetBits sets z to the number with the words abs, which z then shares.
func (z *Int) SetBits(abs []Word) *Int {
	z.abs = nat(abs).norm()
	z.neg = false
	return z
}

// Abs sets z to |x|.
func (z *Int) Abs(x *Int) *Int {
	z.Set(x)
	z.neg = false
	return z
}

// Neg sets z to -x.
func (z *Int) Neg(x *Int) *Int {
	z.Set(x)
	z.neg = len(z.abs) > 0 && !z.neg
	return z
}

// sum sets z to x + y, where y has the sign yneg.
func (z *Int) sum(x, y *Int, yneg bool) *Int {
	neg := x.neg
	if x.neg == yneg {
		z.abs = z.abs.add(x.abs, y.abs)
	} else if x.abs.cmp(y.abs) >= 0 {
		z.abs = z.abs.sub(x.abs, y.abs)
	} else {
		neg = !neg
		z.abs = z.abs.sub(y.abs, x.abs)
	}
	z.neg = len(z.abs) > 0 && neg
	return z
}

// Add sets z to x + y.
func (z *Int) Add(x, y *Int) *Int { return z.sum(x, y, y.neg) }

// Sub sets z to x - y.
func (z *Int) Sub(x, y *Int) *Int { return z.sum(x, y, !y.neg) }

// Mul sets z to x * y.
func (z *Int) Mul(x, y *Int) *Int {
	neg := x.neg != y.neg
	z.abs = z.abs.mul(x.abs, y.abs)
	z.neg = len(z.abs) > 0 && neg
	return z
}

// MulRange sets z to the product of all integers from a to b.
func (z *Int) MulRange(a, b int64) *Int {
	switch {
	case a > b:
		return z.SetInt64(1)
	case a <= 0 && b >= 0:
		return z.SetInt64(0)
	}
	neg := false
	if a < 0 {
		neg = (b-a)&1 == 0
		a, b = -b, -a
	}
	z.abs = z.abs.mulRange(uint64(a), uint64(b))
	z.neg = neg
	return z
}

// Binomial sets z to n over k.
func (z *Int) Binomial(n, k int64) *Int {
	if k > n || k < 0 {
		return z.SetInt64(0)
	}
	if k > n-k {
		k = n - k
	}
	// Multiplied and divided in turn, each quotient is a binomial coefficient itself.
	z.SetInt64(1)
	var t Int
	for i := int64(0); i < k; i++ {
		z.Mul(z, t.SetInt64(n-i))
		z.Quo(z, t.SetInt64(i+1))
	}
	return z
}

// ---- division --------------------------------------------------------------------------------------------------------------------------

// QuoRem sets z to x/y, rounded towards zero, and r to the remainder. It panics when y is 0.
func (z *Int) QuoRem(x, y, r *Int) (*Int, *Int) {
	zneg, rneg := x.neg != y.neg, x.neg
	z.abs, r.abs = z.abs.div(r.abs[:0:0], x.abs, y.abs)
	z.neg, r.neg = len(z.abs) > 0 && zneg, len(r.abs) > 0 && rneg
	return z, r
}

// Quo sets z to x/y, rounded towards zero.
func (z *Int) Quo(x, y *Int) *Int {
	neg := x.neg != y.neg
	z.abs, _ = z.abs.div(nil, x.abs, y.abs)
	z.neg = len(z.abs) > 0 && neg
	return z
}

// Rem sets z to the remainder of Quo.
func (z *Int) Rem(x, y *Int) *Int {
	neg := x.neg
	_, z.abs = nat(nil).div(z.abs[:0:0], x.abs, y.abs)
	z.neg = len(z.abs) > 0 && neg
	return z
}

// DivMod sets z to x/y and m to the modulus, which is never negative.
func (z *Int) DivMod(x, y, m *Int) (*Int, *Int) {
	d := y
	if z == y || alias(z.abs, y.abs) || m == y {
		d = new(Int).Set(y)
	}
	z.QuoRem(x, y, m)
	if m.neg {
		if d.neg {
			z.Add(z, intOne)
			m.Sub(m, d)
		} else {
			z.Sub(z, intOne)
			m.Add(m, d)
		}
	}
	return z, m
}

var intOne = &Int{abs: natOne}

// Rounding modes of Divide.
const (
	Trunc = ToZero
	Floor = ToNegativeInf
	Round = ToNearestEven
	Ceil  = ToPositiveInf
)

// Divide sets z to x/y, rounded by mode, which is Trunc, Floor, Round or Ceil, and r to the remainder. Either may be nil.
func (z *Int) Divide(x, y, r *Int, mode RoundingMode) (*Int, *Int) {
	neg, xneg := x.neg != y.neg, x.neg
	den := y.abs.clone()
	q, rem := nat(nil).div(nil, x.abs, den)
	up := false // away from zero
	if len(rem) > 0 {
		switch mode {
		case Trunc:
		case Floor:
			up = neg
		case Ceil:
			up = !neg
		case Round:
			c := nat(nil).shl(rem, 1).cmp(den)
			up = c > 0 || c == 0 && q.bit(0) == 1
		default:
			panic("unsupported rounding mode")
		}
	}
	if up {
		q = nat(nil).add(q, natOne)
		rem = nat(nil).sub(den, rem)
	}
	if z != nil {
		z.abs, z.neg = q, len(q) > 0 && neg
	}
	if r != nil {
		r.abs, r.neg = rem, len(rem) > 0 && xneg != up
	}
	return z, r
}

// Div sets z to the quotient of DivMod.
func (z *Int) Div(x, y *Int) *Int {
	z.DivMod(x, y, new(Int))
	return z
}

// Mod sets z to the modulus of DivMod.
func (z *Int) Mod(x, y *Int) *Int {
	d := y
	if z == y || alias(z.abs, y.abs) {
		d = new(Int).Set(y)
	}
	z.Rem(x, y)
	if z.neg {
		if d.neg {
			z.Sub(z, d)
		} else {
			z.Add(z, d)
		}
	}
	return z
}

// ---- comparison and conversion ---------------------------------------------------------------------------------------------------------

// Cmp is -1, 0 or +1 as x is less than, equal to or greater than y.
func (x *Int) Cmp(y *Int) int {
	switch {
	case x == y:
		return 0
	case x.neg != y.neg:
		if x.neg {
			return -1
		}
		return 1
	case x.neg:
		return y.abs.cmp(x.abs)
	}
	return x.abs.cmp(y.abs)
}

// CmpAbs compares |x| and |y|.
func (x *Int) CmpAbs(y *Int) int { return x.abs.cmp(y.abs) }

func (x nat) low64() uint64 {
	if len(x) == 0 {
		return 0
	}
	return uint64(x[0])
}

// Int64 returns x; what does not fit is lost.
func (x *Int) Int64() int64 {
	v := int64(x.abs.low64())
	if x.neg {
		v = -v
	}
	return v
}

// Uint64 returns x; what does not fit is lost.
func (x *Int) Uint64() uint64 { return x.abs.low64() }

// IsInt64 reports whether Int64 returns x.
func (x *Int) IsInt64() bool {
	if len(x.abs) > 1 {
		return false
	}
	w := x.abs.low64()
	return w <= math.MaxInt64 || x.neg && w == 1<<63
}

// IsUint64 reports whether Uint64 returns x.
func (x *Int) IsUint64() bool { return !x.neg && len(x.abs) <= 1 }

// Float64 returns the nearest float64 and how it compares with x.
func (x *Int) Float64() (float64, Accuracy) {
	n := x.abs.bitLen()
	if n == 0 {
		return 0, Exact
	}
	if n <= 53 || n <= 64 && n-int(x.abs.trailingZeros()) <= 53 {
		f := float64(x.abs.low64())
		if x.neg {
			f = -f
		}
		return f, Exact
	}
	return new(Float).SetInt(x).Float64()
}

// SetString sets z to the number in s; base 0 means that a prefix tells the base. ok is false, and z is undefined, if s is no number.
func (z *Int) SetString(s string, base int) (*Int, bool) {
	r := strings.NewReader(s)
	if _, _, err := z.scan(r, base); err != nil || r.Len() > 0 {
		return nil, false
	}
	return z, true
}

func (z *Int) scan(r io.ByteScanner, base int) (*Int, int, error) {
	neg := false
	c, err := r.ReadByte()
	if err != nil {
		return nil, 0, err
	}
	switch c {
	case '-':
		neg = true
	case '+':
	default:
		r.UnreadByte()
	}
	z.abs, base, _, err = z.abs.scan(r, base, false)
	if err != nil {
		return nil, base, err
	}
	z.neg = len(z.abs) > 0 && neg
	return z, base, nil
}

// SetBytes sets z to the number with the big-endian bytes buf.
func (z *Int) SetBytes(buf []byte) *Int {
	z.abs = z.abs.setBytes(buf)
	z.neg = false
	return z
}

// Bytes returns |x| in big-endian bytes.
func (x *Int) Bytes() []byte {
	buf := make([]byte, len(x.abs)*wordBytes)
	return buf[x.abs.bytes(buf):]
}

// FillBytes fills buf with |x| in big-endian bytes. It panics when buf is too short.
func (x *Int) FillBytes(buf []byte) []byte {
	clear(buf)
	x.abs.bytes(buf)
	return buf
}

// BitLen is the number of bits of |x|.
func (x *Int) BitLen() int { return x.abs.bitLen() }

// TrailingZeroBits is the number of zero bits at the end of |x|.
func (x *Int) TrailingZeroBits() uint { return x.abs.trailingZeros() }

// Text is x in base, from 2 to 62.
func (x *Int) Text(base int) string {
	if x == nil {
		return "<nil>"
	}
	return string(x.abs.itoa(x.neg, base))
}

// Append appends Text.
func (x *Int) Append(buf []byte, base int) []byte {
	if x == nil {
		return append(buf, "<nil>"...)
	}
	return append(buf, x.abs.itoa(x.neg, base)...)
}

// String is x in decimal.
func (x *Int) String() string { return x.Text(10) }

// Format implements fmt.Formatter with the verbs b, o, O, d, x, X, s and v, and all flags of integers.
func (x *Int) Format(s fmt.State, ch rune) {
	base := 10
	switch ch {
	case 'b':
		base = 2
	case 'o', 'O':
		base = 8
	case 'x', 'X':
		base = 16
	case 'd', 's', 'v':
	default:
		fmt.Fprintf(s, "%%!%c(big.Int=%s)", ch, x.String())
		return
	}
	if x == nil {
		fmt.Fprint(s, "<nil>")
		return
	}
	sign := ""
	switch {
	case x.neg:
		sign = "-"
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	prefix := ""
	if s.Flag('#') {
		switch ch {
		case 'b':
			prefix = "0b"
		case 'o':
			prefix = "0"
		case 'x':
			prefix = "0x"
		case 'X':
			prefix = "0X"
		}
	}
	if ch == 'O' {
		prefix = "0o"
	}
	text := string(x.abs.itoa(false, base))
	if ch == 'X' {
		text = strings.ToUpper(text)
	}
	left, zeros, right := 0, 0, 0
	prec, hasPrec := s.Precision()
	if hasPrec {
		switch {
		case len(text) < prec:
			zeros = prec - len(text)
		case text == "0" && prec == 0:
			return
		}
	}
	length := len(sign) + len(prefix) + zeros + len(text)
	if width, ok := s.Width(); ok && length < width {
		switch d := width - length; {
		case s.Flag('-'):
			right = d
		case s.Flag('0') && !hasPrec:
			zeros = d
		default:
			left = d
		}
	}
	io.WriteString(s, strings.Repeat(" ", left)+sign+prefix+strings.Repeat("0", zeros)+text+strings.Repeat(" ", right))
}

// Scan implements fmt.Scanner with the verbs b, o, d, x, X, s and v.
func (z *Int) Scan(s fmt.ScanState, ch rune) error {
	s.SkipSpace()
	base := 0
	switch ch {
	case 'b':
		base = 2
	case 'o':
		base = 8
	case 'd':
		base = 10
	case 'x', 'X':
		base = 16
	case 's', 'v':
	default:
		return fmt.Errorf("Int.Scan: invalid verb")
	}
	_, _, err := z.scan(byteReader{s}, base)
	return err
}

// byteReader reads bytes from a source of ASCII characters.
type byteReader struct{ fmt.ScanState }

func (r byteReader) ReadByte() (byte, error) {
	ch, n, err := r.ReadRune()
	if n != 1 && err == nil {
		err = fmt.Errorf("invalid rune %#U", ch)
	}
	return byte(ch), err
}

func (r byteReader) UnreadByte() error { return r.UnreadRune() }

// ---- bits --------------------------------------------------------------------------------------------------------------------------------

// Lsh sets z to x << n.
func (z *Int) Lsh(x *Int, n uint) *Int {
	z.abs = z.abs.shl(x.abs, n)
	z.neg = x.neg
	return z
}

// Rsh sets z to x >> n, rounded down.
func (z *Int) Rsh(x *Int, n uint) *Int {
	if x.neg {
		t := z.abs.sub(x.abs, natOne)
		t = t.shr(t, n)
		z.abs = t.add(t, natOne)
		z.neg = true
		return z
	}
	z.abs = z.abs.shr(x.abs, n)
	z.neg = false
	return z
}

// Negative numbers are treated as two's complement: ^x is -x-1, so the bits of a negative x are those of ^(|x|-1).

// Bit is bit i of x.
func (x *Int) Bit(i int) uint {
	if i < 0 {
		panic("negative bit index")
	}
	if x.neg {
		return nat(nil).sub(x.abs, natOne).bit(uint(i)) ^ 1
	}
	return x.abs.bit(uint(i))
}

// SetBit sets z to x with bit i set to b.
func (z *Int) SetBit(x *Int, i int, b uint) *Int {
	if i < 0 {
		panic("negative bit index")
	}
	if b > 1 {
		panic("set bit is not 0 or 1")
	}
	if x.neg {
		t := z.abs.sub(x.abs, natOne)
		t = t.setBit(t, uint(i), b^1)
		z.abs = t.add(t, natOne)
		z.neg = true
		return z
	}
	z.abs = z.abs.setBit(x.abs, uint(i), b)
	z.neg = false
	return z
}

// setNot sets z to ^t if neg, else to t.
func (z *Int) setNot(t nat, neg bool) *Int {
	if neg {
		t = t.add(t, natOne)
	}
	z.abs, z.neg = t, neg
	return z
}

// minus1 is |x| - 1.
func minus1(x *Int) nat { return nat(nil).sub(x.abs, natOne) }

// And sets z to x & y.
func (z *Int) And(x, y *Int) *Int {
	if x.neg && !y.neg {
		x, y = y, x
	}
	switch {
	case x.neg: // ^a & ^b = ^(a | b)
		return z.setNot(nat(nil).or(minus1(x), minus1(y)), true)
	case y.neg: // x & ^b
		return z.setNot(z.abs.andNot(x.abs, minus1(y)), false)
	}
	return z.setNot(z.abs.and(x.abs, y.abs), false)
}

// AndNot sets z to x &^ y.
func (z *Int) AndNot(x, y *Int) *Int {
	switch {
	case x.neg && y.neg: // ^a & b
		return z.setNot(nat(nil).andNot(minus1(y), minus1(x)), false)
	case x.neg: // ^a & ^y = ^(a | y)
		return z.setNot(nat(nil).or(minus1(x), y.abs), true)
	case y.neg: // x & b
		return z.setNot(z.abs.and(x.abs, minus1(y)), false)
	}
	return z.setNot(z.abs.andNot(x.abs, y.abs), false)
}

// Or sets z to x | y.
func (z *Int) Or(x, y *Int) *Int {
	if x.neg && !y.neg {
		x, y = y, x
	}
	switch {
	case x.neg: // ^a | ^b = ^(a & b)
		return z.setNot(nat(nil).and(minus1(x), minus1(y)), true)
	case y.neg: // x | ^b = ^(b &^ x)
		return z.setNot(nat(nil).andNot(minus1(y), x.abs), true)
	}
	return z.setNot(z.abs.or(x.abs, y.abs), false)
}

// Xor sets z to x ^ y.
func (z *Int) Xor(x, y *Int) *Int {
	a, b := x.abs, y.abs
	if x.neg {
		a = minus1(x)
	}
	if y.neg {
		b = minus1(y)
	}
	return z.setNot(nat(nil).xor(a, b), x.neg != y.neg)
}

// Not sets z to ^x.
func (z *Int) Not(x *Int) *Int {
	if x.neg {
		return z.setNot(z.abs.sub(x.abs, natOne), false)
	}
	return z.setNot(z.abs.set(x.abs), true)
}

// Rand sets z to a random number from 0 up to n.
func (z *Int) Rand(rnd *rand.Rand, n *Int) *Int {
	if n.neg || len(n.abs) == 0 {
		z.neg, z.abs = false, nil
		return z
	}
	z.neg = false
	z.abs = z.abs.random(rnd, n.abs, n.abs.bitLen())
	return z
}
