package big

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// parsed is a number mant * 2**exp2 * 5**exp5.
type parsed struct {
	neg        bool
	mant       nat
	exp2, exp5 int64
	base       int
}

// parseNumber parses all of s: sign, mantissa, and an exponent e (of ten) or p (of two).
func parseNumber(s string, base int) (m parsed, err error) {
	r := strings.NewReader(s)
	m, err = scanNumber(r, base)
	if err == nil && r.Len() > 0 {
		c, _ := r.ReadByte()
		err = fmt.Errorf("expected end of string, found %q", c)
	}
	return m, err
}

func scanNumber(r io.ByteScanner, base int) (m parsed, err error) {
	c, err := r.ReadByte()
	if err != nil {
		return m, err
	}
	switch c {
	case '-':
		m.neg = true
	case '+':
	default:
		r.UnreadByte()
	}
	var count int
	m.mant, m.base, count, err = m.mant.scan(r, base, true)
	if err != nil {
		return m, err
	}
	if count < 0 { // digits after the point
		d := int64(count)
		switch m.base {
		case 10:
			m.exp5, m.exp2 = d, d
		case 2:
			m.exp2 = d
		case 8:
			m.exp2 = 3 * d
		case 16:
			m.exp2 = 4 * d
		}
	}
	c, err = r.ReadByte()
	if err == io.EOF {
		return m, nil
	}
	if err != nil {
		return m, err
	}
	ten := (c == 'e' || c == 'E') && m.base != 16
	if !ten && (c != 'p' && c != 'P') {
		r.UnreadByte()
		return m, nil
	}
	var digits []byte
	any, last := false, byte('_')
	for {
		c, err = r.ReadByte()
		if err != nil {
			break
		}
		if len(digits) == 0 && (c == '+' || c == '-') {
			digits = append(digits, c)
			continue
		}
		if c == '_' && base == 0 && last != '_' {
			last = c
			continue
		}
		if c < '0' || c > '9' {
			r.UnreadByte()
			break
		}
		digits = append(digits, c)
		any, last = true, c
	}
	if err != nil && err != io.EOF {
		return m, err
	}
	if !any {
		return m, errNoDigits
	}
	if last == '_' {
		return m, errInvalSep
	}
	e, err := strconv.ParseInt(string(digits), 10, 64)
	if err != nil {
		return m, err
	}
	m.exp2 += e
	if ten {
		m.exp5 += e
	}
	return m, nil
}

// setParsed sets z to m, rounded once.
func (z *Float) setParsed(m *parsed) {
	if z.prec == 0 {
		z.prec = 64
	}
	z.acc = Exact
	z.neg = m.neg
	if len(m.mant) == 0 {
		z.form = zero
		return
	}
	if m.exp5 > 1<<28 || m.exp2 > 1<<40 {
		z.setInf(m.neg)
		z.acc = makeAcc(!m.neg)
		return
	}
	if m.exp5 < -1<<28 || m.exp2 < -1<<40 {
		z.form = zero
		z.acc = makeAcc(m.neg)
		return
	}
	p := nat(nil).expNN(nat{5}, nat(nil).setUint64(magnitude(m.exp5)), nil)
	if m.exp5 < 0 {
		z.quoNat(m.neg, m.mant, p, m.exp2)
		return
	}
	z.form, z.mant, z.exp = finite, nat(nil).mul(m.mant, p), m.exp2
	z.round(0)
}

// SetString sets z to the number in s. ok is false if there is none.
func (z *Float) SetString(s string) (*Float, bool) {
	if f, _, err := z.Parse(s, 0); err == nil {
		return f, true
	}
	return nil, false
}

// Parse sets z to the number that is all of s, rounded; precision 0 becomes 64. Base is 0, 2, 8, 10 or 16. Inf is accepted too. b is the base
// that was used.
func (z *Float) Parse(s string, base int) (f *Float, b int, err error) {
	switch s {
	case "Inf", "inf", "+Inf", "+inf":
		return z.SetInf(false), 0, nil
	case "-Inf", "-inf":
		return z.SetInf(true), 0, nil
	}
	m, err := parseNumber(s, base)
	if err != nil {
		return nil, m.base, err
	}
	z.setParsed(&m)
	return z, m.base, nil
}

// ParseFloat is Parse for a new Float.
func ParseFloat(s string, base int, prec uint, mode RoundingMode) (f *Float, b int, err error) {
	return new(Float).SetPrec(prec).SetMode(mode).Parse(s, base)
}

// Scan implements fmt.Scanner.
func (z *Float) Scan(s fmt.ScanState, ch rune) error {
	s.SkipSpace()
	m, err := scanNumber(byteReader{s}, 0)
	if err == nil {
		z.setParsed(&m)
	}
	return err
}

// ---- texts -----------------------------------------------------------------------------------------------------------------------------------

// decimal is 0.d1d2d3... times 10**exp, without zeros at the end.
type decimal struct {
	d   []byte
	exp int
}

// exactDecimal is m * 2**e.
func exactDecimal(m nat, e int64) (d decimal) {
	if e >= 0 {
		m = nat(nil).shl(m, uint(e))
	} else {
		if tz := int64(m.trailingZeros()); tz > 0 {
			tz = min(tz, -e)
			m = nat(nil).shr(m, uint(tz))
			e += tz
		}
		m = nat(nil).mul(m, nat(nil).expNN(nat{5}, nat(nil).setUint64(uint64(-e)), nil))
	}
	d.d = m.itoa(false, 10)
	d.exp = len(d.d)
	if e < 0 {
		d.exp += int(e)
	}
	d.trim()
	return d
}

func (d *decimal) trim() {
	for len(d.d) > 0 && d.d[len(d.d)-1] == '0' {
		d.d = d.d[:len(d.d)-1]
	}
	if len(d.d) == 0 {
		d.exp = 0
	}
}

// at is digit i, '0' behind the end.
func (d *decimal) at(i int) byte {
	if 0 <= i && i < len(d.d) {
		return d.d[i]
	}
	return '0'
}

func (d *decimal) cut(n int, up bool) {
	if n < 0 || n >= len(d.d) {
		return
	}
	d.d = d.d[:n]
	if up {
		for n > 0 && d.d[n-1] == '9' {
			n--
		}
		if n == 0 {
			d.d = append(d.d[:0], '1')
			d.exp++
			return
		}
		d.d[n-1]++
		d.d = d.d[:n]
	}
	d.trim()
}

// round keeps n digits, to the nearest, half to even.
func (d *decimal) round(n int) {
	if n < 0 || n >= len(d.d) {
		return
	}
	up := d.d[n] > '5' || d.d[n] == '5' && (n+1 < len(d.d) || n > 0 && (d.d[n-1]-'0')&1 != 0)
	if n == 0 && !up {
		d.d, d.exp = nil, 0
		return
	}
	d.cut(n, up)
}

// shortest keeps as many digits as needed to tell x from its neighbours of the same precision.
func (d *decimal) shortest(x *Float) {
	// Half way to the neighbours, with one bit more than the precision.
	s := uint(x.prec) - uint(x.mant.bitLen()) + 1
	m := nat(nil).shl(x.mant, s)
	e := x.exp - int64(s)
	lower, upper := exactDecimal(nat(nil).sub(m, natOne), e), exactDecimal(nat(nil).add(m, natOne), e)
	inclusive := nat(nil).shr(m, 1).bit(0) == 0
	// The digits of all three at the same places: lower may have one digit less before the point.
	shift := 0
	if lower.exp < d.exp {
		shift = d.exp - lower.exp
	}
	up := upper.exp - d.exp // 1 when upper has one digit more
	for i := range d.d {
		l, u := lower.at(i-shift), upper.at(i+up)
		if up > 0 {
			u = '9' + 1
		}
		c := d.d[i]
		down := l != c || inclusive && i+1 == len(lower.d)+shift
		roundUp := c != u && (inclusive || c+1 < u || i+1 < len(upper.d)-up)
		switch {
		case down && roundUp:
			d.round(i + 1)
			return
		case down:
			d.cut(i+1, false)
			return
		case roundUp:
			d.cut(i+1, true)
			return
		}
	}
}

// Text is x in a format of strconv.FormatFloat (e E f g G, x for hexadecimal), or b, p for mantissa and exponent of two. prec is the number of
// digits, -1 for as many as needed.
func (x *Float) Text(format byte, prec int) string { return string(x.Append(nil, format, prec)) }

// String is Text('g', 10).
func (x *Float) String() string { return x.Text('g', 10) }

// Append appends Text.
func (x *Float) Append(buf []byte, format byte, prec int) []byte {
	if x == nil {
		return append(buf, "<nil>"...)
	}
	if x.neg {
		buf = append(buf, '-')
	}
	if x.form == inf {
		if !x.neg {
			buf = append(buf, '+')
		}
		return append(buf, "Inf"...)
	}
	switch format {
	case 'b':
		return x.appendB(buf)
	case 'p':
		return x.appendP(buf)
	case 'x':
		return x.appendX(buf, prec)
	}
	var d decimal
	if x.form == finite {
		d = exactDecimal(x.mant, x.exp)
	}
	short := prec < 0
	if short {
		if x.form == finite {
			d.shortest(x)
		}
		switch format {
		case 'e', 'E':
			prec = len(d.d) - 1
		case 'f':
			prec = max(len(d.d)-d.exp, 0)
		case 'g', 'G':
			prec = len(d.d)
		}
	} else {
		switch format {
		case 'e', 'E':
			d.round(1 + prec)
		case 'f':
			if n := d.exp + prec; n < 0 {
				d = decimal{}
			} else {
				d.round(n)
			}
		case 'g', 'G':
			if prec == 0 {
				prec = 1
			}
			d.round(prec)
		}
	}
	switch format {
	case 'e', 'E':
		return appendE(buf, format, prec, &d)
	case 'f':
		return appendF(buf, prec, &d)
	case 'g', 'G':
		eprec := prec
		if eprec > len(d.d) && len(d.d) >= d.exp {
			eprec = len(d.d)
		}
		if short {
			eprec = 6
		}
		if exp := d.exp - 1; exp < -4 || exp >= eprec {
			if prec > len(d.d) {
				prec = len(d.d)
			}
			return appendE(buf, format+'e'-'g', prec-1, &d)
		}
		if prec > d.exp {
			prec = len(d.d)
		}
		return appendF(buf, max(prec-d.exp, 0), &d)
	}
	if x.neg {
		buf = buf[:len(buf)-1]
	}
	return append(buf, '%', format)
}

func appendE(buf []byte, format byte, prec int, d *decimal) []byte {
	buf = append(buf, d.at(0))
	if prec > 0 {
		buf = append(buf, '.')
		for i := 1; i <= prec; i++ {
			buf = append(buf, d.at(i))
		}
	}
	exp := 0
	if len(d.d) > 0 {
		exp = d.exp - 1
	}
	return appendExp(append(buf, format), exp, true)
}

func appendExp(buf []byte, exp int, two bool) []byte {
	if exp < 0 {
		buf = append(buf, '-')
		exp = -exp
	} else {
		buf = append(buf, '+')
	}
	if two && exp < 10 {
		buf = append(buf, '0')
	}
	return strconv.AppendInt(buf, int64(exp), 10)
}

func appendF(buf []byte, prec int, d *decimal) []byte {
	if d.exp > 0 {
		for i := range d.exp {
			buf = append(buf, d.at(i))
		}
	} else {
		buf = append(buf, '0')
	}
	if prec > 0 {
		buf = append(buf, '.')
		for i := range prec {
			buf = append(buf, d.at(d.exp+i))
		}
	}
	return buf
}

// appendB writes the mantissa, with prec bits, in decimal.
func (x *Float) appendB(buf []byte) []byte {
	if x.form == zero {
		return append(buf, '0')
	}
	s := uint(x.prec) - uint(x.mant.bitLen())
	buf = append(buf, nat(nil).shl(x.mant, s).itoa(false, 10)...)
	return appendExp(append(buf, 'p'), int(x.exp-int64(s)), false)
}

// appendP writes a hexadecimal fraction from 0.5 on.
func (x *Float) appendP(buf []byte) []byte {
	if x.form == zero {
		return append(buf, '0')
	}
	n := uint(x.mant.bitLen())
	m := nat(nil).shl(x.mant, (4-n%4)%4)
	buf = append(buf, "0x."...)
	buf = append(buf, strings.TrimRight(string(m.itoa(false, 16)), "0")...)
	return appendExp(append(buf, 'p'), int(x.top()), false)
}

// appendX writes a hexadecimal number from 1 on.
func (x *Float) appendX(buf []byte, prec int) []byte {
	if x.form == zero {
		buf = append(buf, "0x0"...)
		if prec > 0 {
			buf = append(append(buf, '.'), strings.Repeat("0", prec)...)
		}
		return append(buf, "p+00"...)
	}
	n := (1 + (x.MinPrec()-1+3)/4*4)
	if prec >= 0 {
		n = 1 + 4*uint(prec)
	}
	r := new(Float).SetPrec(n).SetMode(x.mode).Set(x)
	m := nat(nil).shl(r.mant, n-uint(r.mant.bitLen()))
	h := string(m.itoa(false, 16))
	buf = append(append(buf, "0x1"...))
	if len(h) > 1 {
		buf = append(append(buf, '.'), h[1:]...)
	}
	return appendExp(append(buf, 'p'), int(r.top()-1), true)
}

// Format implements fmt.Formatter with the formats of Text, and v and s like g.
func (x *Float) Format(s fmt.State, format rune) {
	prec, hasPrec := s.Precision()
	if !hasPrec {
		prec = 6
	}
	switch format {
	case 'e', 'E', 'f', 'b', 'p', 'x':
	case 'F':
		format = 'f'
	case 'v':
		format = 'g'
		fallthrough
	case 'g', 'G':
		if !hasPrec {
			prec = -1
		}
	case 's':
		format = 'g'
		if !hasPrec {
			prec = 10
		}
	default:
		fmt.Fprintf(s, "%%!%c(*big.Float=%s)", format, x.String())
		return
	}
	text := string(x.Append(nil, byte(format), prec))
	sign := ""
	switch {
	case text[0] == '-':
		sign, text = "-", text[1:]
	case text[0] == '+': // +Inf
		if sign = "+"; s.Flag(' ') {
			sign = " "
		}
		text = text[1:]
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	pad := 0
	if width, ok := s.Width(); ok {
		pad = max(0, width-len(sign)-len(text))
	}
	switch {
	case s.Flag('0') && !x.IsInf():
		text = sign + strings.Repeat("0", pad) + text
	case s.Flag('-'):
		text = sign + text + strings.Repeat(" ", pad)
	default:
		text = strings.Repeat(" ", pad) + sign + text
	}
	io.WriteString(s, text)
}

// AppendText appends x with as many digits as needed.
func (x *Float) AppendText(b []byte) ([]byte, error) { return x.Append(b, 'g', -1), nil }

// MarshalText is AppendText(nil).
func (x *Float) MarshalText() (text []byte, err error) { return x.AppendText(nil) }

// UnmarshalText parses a number; precision 0 becomes 64.
func (z *Float) UnmarshalText(text []byte) error {
	if _, _, err := z.Parse(string(text), 0); err != nil {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Float (%v)", text, err)
	}
	return nil
}

const floatGobVersion = 1

// GobEncode returns version, flags, precision, exponent and mantissa, whose highest bit is set.
func (x *Float) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	b := []byte{floatGobVersion, byte(x.mode&7)<<5 | byte(x.acc+1)<<3 | x.form<<1}
	if x.neg {
		b[1] |= 1
	}
	b = binary.BigEndian.AppendUint32(b, x.prec)
	if x.form == finite {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(x.top())))
		n := uint(x.mant.bitLen())
		m := nat(nil).shl(x.mant, (wordBits-n%wordBits)%wordBits)
		b = append(b, (&Int{abs: m}).Bytes()...)
	}
	return b, nil
}

// GobDecode reads what GobEncode writes; z keeps its precision and mode unless the precision is 0.
func (z *Float) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Float{}
		return nil
	}
	if len(buf) < 6 {
		return errors.New("Float.GobDecode: buffer too small")
	}
	if buf[0] != floatGobVersion {
		return fmt.Errorf("Float.GobDecode: encoding version %d not supported", buf[0])
	}
	prec, mode := z.prec, z.mode
	c := buf[1]
	z.mode, z.acc, z.form, z.neg = RoundingMode(c>>5&7), Accuracy(c>>3&3)-1, c>>1&3, c&1 != 0
	z.prec = binary.BigEndian.Uint32(buf[2:])
	if z.form == finite {
		if len(buf) < 10 {
			return errors.New("Float.GobDecode: buffer too small for finite form float")
		}
		top := int64(int32(binary.BigEndian.Uint32(buf[6:])))
		z.mant = z.mant.setBytes(buf[10:])
		z.exp = top - int64(z.mant.bitLen())
		z.mant = z.mant.shr(z.mant, 0)
		if tz := z.mant.trailingZeros(); tz > 0 {
			z.mant = z.mant.shr(z.mant, tz)
			z.exp += int64(tz)
		}
	}
	if prec != 0 {
		z.mode = mode
		z.SetPrec(uint(prec))
	}
	return nil
}
