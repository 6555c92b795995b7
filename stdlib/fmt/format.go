package fmt

import (
	"strconv"
	"unicode/utf8"
)

// flags are what stands between % and the verb.
type flags struct {
	wid, prec     int
	hasWid        bool
	hasPrec       bool
	minus         bool
	plus          bool
	sharp         bool
	space         bool
	zero          bool
	plusV, sharpV bool // %+v and %#v, whose marks do not act as flags of what is inside
}

// formatter writes one operand to buf.
type formatter struct {
	buf []byte
	flags
	num [68]byte // room for numbers: 64 binary digits, sign and prefix
}

func (f *formatter) clearFlags() { f.flags = flags{} }

// writePadding writes n fill characters.
func (f *formatter) writePadding(n int) {
	if n <= 0 {
		return
	}
	c := byte(' ')
	if f.zero && !f.minus {
		c = '0'
	}
	for ; n > 0; n-- {
		f.buf = append(f.buf, c)
	}
}

// pad writes b, which is UTF-8, filled up to the width.
func (f *formatter) pad(b []byte) {
	if !f.hasWid || f.wid == 0 {
		f.buf = append(f.buf, b...)
		return
	}
	n := f.wid - utf8.RuneCount(b)
	if !f.minus {
		f.writePadding(n)
		f.buf = append(f.buf, b...)
	} else {
		f.buf = append(f.buf, b...)
		f.writePadding(n)
	}
}

// padString is pad for a string.
func (f *formatter) padString(s string) {
	if !f.hasWid || f.wid == 0 {
		f.buf = append(f.buf, s...)
		return
	}
	n := f.wid - utf8.RuneCountInString(s)
	if !f.minus {
		f.writePadding(n)
		f.buf = append(f.buf, s...)
	} else {
		f.buf = append(f.buf, s...)
		f.writePadding(n)
	}
}

func (f *formatter) fmtBool(v bool) {
	if v {
		f.padString("true")
	} else {
		f.padString("false")
	}
}

const (
	lowerDigits = "0123456789abcdefx"
	upperDigits = "0123456789ABCDEFX"
)

// fmtUnicode writes U+0078, with # also 'x'.
func (f *formatter) fmtUnicode(u uint64) {
	var room [64]byte
	b := room[:0]
	b = append(b, 'U', '+')
	prec := 4
	if f.hasPrec && f.prec > 4 {
		prec = f.prec
	}
	digits := 1
	for x := u >> 4; x != 0; x >>= 4 {
		digits++
	}
	for i := digits; i < prec; i++ {
		b = append(b, '0')
	}
	for i := digits - 1; i >= 0; i-- {
		b = append(b, upperDigits[u>>(4*uint(i))&15])
	}
	if f.sharp && u <= utf8.MaxRune && strconv.IsPrint(rune(u)) {
		b = append(b, " '"...)
		b = utf8.AppendRune(b, rune(u))
		b = append(b, '\'')
	}
	zero := f.zero
	f.zero = false
	f.pad(b)
	f.zero = zero
}

// fmtInteger writes u, negative when signed says so, in a base; verb tells the prefix that # asks for.
func (f *formatter) fmtInteger(u uint64, base int, signed bool, verb rune, digits string) {
	neg := signed && int64(u) < 0
	if neg {
		u = -u
	}
	if base == 10 && !f.hasWid && !f.hasPrec && !f.plus && !f.space { // the usual case
		if neg {
			f.buf = append(f.buf, '-')
		}
		f.buf = strconv.AppendUint(f.buf, u, 10)
		return
	}
	buf := f.num[:]
	if f.hasWid || f.hasPrec {
		if need := 3 + f.wid + f.prec; need > len(buf) {
			buf = make([]byte, need)
		}
	}
	// The precision is the least number of digits; without one, zeros fill the width.
	prec := 0
	if f.hasPrec {
		prec = f.prec
		if prec == 0 && u == 0 { // nothing at all but padding
			zero := f.zero
			f.zero = false
			f.writePadding(f.wid)
			f.zero = zero
			return
		}
	} else if f.zero && !f.minus && f.hasWid {
		prec = f.wid
		if neg || f.plus || f.space {
			prec--
		}
	}
	i := len(buf)
	switch base {
	case 10:
		for u >= 10 {
			i--
			q := u / 10
			buf[i] = byte('0' + u - q*10)
			u = q
		}
	case 16:
		for u >= 16 {
			i--
			buf[i] = digits[u&15]
			u >>= 4
		}
	case 8:
		for u >= 8 {
			i--
			buf[i] = byte('0' + u&7)
			u >>= 3
		}
	case 2:
		for u >= 2 {
			i--
			buf[i] = byte('0' + u&1)
			u >>= 1
		}
	default:
		panic("fmt: unknown base; can't happen")
	}
	i--
	buf[i] = digits[u]
	for i > 0 && prec > len(buf)-i {
		i--
		buf[i] = '0'
	}
	if f.sharp {
		switch base {
		case 2:
			i -= 2
			buf[i], buf[i+1] = '0', 'b'
		case 8:
			if buf[i] != '0' {
				i--
				buf[i] = '0'
			}
		case 16:
			i -= 2
			buf[i], buf[i+1] = '0', digits[16]
		}
	}
	if verb == 'O' {
		i -= 2
		buf[i], buf[i+1] = '0', 'o'
	}
	switch {
	case neg:
		i--
		buf[i] = '-'
	case f.plus:
		i--
		buf[i] = '+'
	case f.space:
		i--
		buf[i] = ' '
	}
	zero := f.zero
	f.zero = false
	f.pad(buf[i:])
	f.zero = zero
}

// cut shortens s to the precision, in runes.
func (f *formatter) cut(s string) string {
	if f.hasPrec {
		n := f.prec
		for i := range s {
			n--
			if n < 0 {
				return s[:i]
			}
		}
	}
	return s
}

func (f *formatter) fmtS(s string) { f.padString(f.cut(s)) }

// fmtHex writes bytes, of b or else s, as hexadecimal digits: # adds 0x, a space parts the bytes, both do it for each byte.
func (f *formatter) fmtHex(s string, digits string) {
	n := len(s)
	if f.hasPrec && f.prec < n {
		n = f.prec
	}
	width := 2 * n
	if width == 0 {
		if f.hasWid {
			f.writePadding(f.wid)
		}
		return
	}
	if f.space {
		if f.sharp {
			width *= 2
		}
		width += n - 1
	} else if f.sharp {
		width += 2
	}
	if f.hasWid && f.wid > width && !f.minus {
		f.writePadding(f.wid - width)
	}
	if f.sharp {
		f.buf = append(f.buf, '0', digits[16])
	}
	for i := 0; i < n; i++ {
		if f.space && i > 0 {
			f.buf = append(f.buf, ' ')
			if f.sharp {
				f.buf = append(f.buf, '0', digits[16])
			}
		}
		c := s[i]
		f.buf = append(f.buf, digits[c>>4], digits[c&15])
	}
	if f.hasWid && f.wid > width && f.minus {
		f.writePadding(f.wid - width)
	}
}

func (f *formatter) fmtQ(s string) {
	s = f.cut(s)
	if f.sharp && strconv.CanBackquote(s) {
		f.padString("`" + s + "`")
		return
	}
	var room [128]byte
	if f.plus {
		f.pad(strconv.AppendQuoteToASCII(room[:0], s))
	} else {
		f.pad(strconv.AppendQuote(room[:0], s))
	}
}

func (f *formatter) fmtC(c uint64) {
	r := rune(c)
	if c > utf8.MaxRune {
		r = utf8.RuneError
	}
	f.pad(utf8.AppendRune(f.num[:0], r))
}

func (f *formatter) fmtQc(c uint64) {
	r := rune(c)
	if c > utf8.MaxRune {
		r = utf8.RuneError
	}
	if f.plus {
		f.pad(strconv.AppendQuoteRuneToASCII(f.num[:0], r))
	} else {
		f.pad(strconv.AppendQuoteRune(f.num[:0], r))
	}
}

// fmtFloat writes v; prec is used unless the flags have one.
func (f *formatter) fmtFloat(v float64, size int, verb rune, prec int) {
	if f.hasPrec {
		prec = f.prec
	}
	// The sign always comes first in num.
	num := strconv.AppendFloat(f.num[:1], v, byte(verb), prec, size)
	if num[1] == '-' || num[1] == '+' {
		num = num[1:]
	} else {
		num[0] = '+'
	}
	if f.space && num[0] == '+' && !f.plus {
		num[0] = ' '
	}
	if num[1] == 'I' || num[1] == 'N' { // no zeros before Inf and NaN
		zero := f.zero
		f.zero = false
		if num[1] == 'N' && !f.space && !f.plus {
			num = num[1:]
		}
		f.pad(num)
		f.zero = zero
		return
	}
	if f.sharp && verb != 'b' {
		num = f.sharpFloat(num, v, verb, prec)
	}
	if f.plus || num[0] != '+' {
		// With zeros the sign goes before them.
		if f.zero && !f.minus && f.hasWid && f.wid > len(num) {
			f.buf = append(f.buf, num[0])
			f.writePadding(f.wid - len(num))
			f.buf = append(f.buf, num[1:]...)
			return
		}
		f.pad(num)
		return
	}
	f.pad(num[1:])
}

// sharpFloat adds what # asks for: a decimal point always, and for %g the trailing zeros.
func (f *formatter) sharpFloat(num []byte, v float64, verb rune, prec int) []byte {
	digits := 0
	switch verb {
	case 'v', 'g', 'G', 'x':
		if digits = prec; digits < 0 {
			digits = 6
		}
	}
	var room [16]byte
	tail := room[:0] // exponent
	body := num
	point, nonzero := false, false
	for i := 1; i < len(num); i++ {
		c := num[i]
		if c == '.' {
			point = true
			continue
		}
		isExp := c == 'p' || c == 'P' || (c == 'e' || c == 'E') && verb != 'x' && verb != 'X'
		if isExp {
			tail = append(tail, num[i:]...)
			body = num[:i]
			break
		}
		if c != '0' {
			nonzero = true
		}
		if nonzero {
			digits--
		}
	}
	if !point {
		if len(body) == 2 && body[1] == '0' { // a lone 0 counts as a digit
			digits--
		}
		body = append(body, '.')
	}
	if verb != 'e' && verb != 'E' && verb != 'f' && verb != 'F' {
		for ; digits > 0; digits-- {
			body = append(body, '0')
		}
	}
	return append(body, tail...)
}
