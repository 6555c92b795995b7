package big

import (
	"errors"
	"io"
	"math/bits"
)

const digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// MaxBase is the largest base of conversions.
const MaxBase = 10 + ('z' - 'a' + 1) + ('Z' - 'A' + 1)

const maxBaseSmall = 10 + ('z' - 'a' + 1)

// bigBase is the largest power of base that is a word, and its exponent.
func bigBase(base Word) (p Word, n int) {
	p, n = base, 1
	for limit := ^Word(0) / base; p <= limit; {
		p *= base
		n++
	}
	return
}

// itoa is the text of x.
func (x nat) itoa(neg bool, base int) []byte {
	if base < 2 || base > MaxBase {
		panic("invalid base")
	}
	if len(x) == 0 {
		return []byte("0")
	}
	n := int(float64(x.bitLen())/log2(base)) + 2
	buf := make([]byte, n+1)
	i := len(buf)
	if base&(base-1) == 0 {
		shift := uint(bits.TrailingZeros(uint(base)))
		for pos, total := uint(0), uint(x.bitLen()); pos < total; pos += shift {
			j, s := pos/wordBits, pos%wordBits
			w := x[j] >> s
			if s+shift > wordBits && int(j+1) < len(x) {
				w |= x[j+1] << (wordBits - s)
			}
			i--
			buf[i] = digits[w&Word(base-1)]
		}
	} else {
		i = x.clone().digits(buf, Word(base))
		for i < len(buf)-1 && buf[i] == '0' {
			i++
		}
	}
	if neg {
		i--
		buf[i] = '-'
	}
	return buf[i:]
}

// log2 is a lower bound, good to three digits.
func log2(base int) float64 {
	n := bits.Len(uint(base)) - 1
	f := float64(base) / float64(int(1)<<n)
	r := float64(n)
	for step := 0.5; step > 1e-6; step /= 2 {
		if f *= f; f >= 2 {
			f /= 2
			r += step
		}
	}
	return r - 1e-9
}

// splitWords is the length from which on numbers are converted by halves.
const splitWords = 30

// digits writes the digits of q to the end of buf, filling it with zeros, and returns where the digits begin. It overwrites q.
func (q nat) digits(buf []byte, base Word) int {
	if len(q) > splitWords {
		// About half of the digits; a power of the base with half as many words splits q.
		n := int(float64(q.bitLen()) / log2(int(base)) / 2)
		p := nat(nil).expNN(nat{base}, nat{Word(n)}, nil)
		hi, lo := nat(nil).div(nil, q, p)
		lo.digits(buf[len(buf)-n:], base)
		return hi.digits(buf[:len(buf)-n], base)
	}
	i := len(buf)
	p, n := bigBase(base)
	var r Word
	for len(q) > 0 {
		q, r = q.divW(q, p)
		if base == 10 {
			for k := 0; k < n && i > 0; k++ {
				i--
				t := r / 10
				buf[i] = '0' + byte(r-t*10)
				r = t
			}
			continue
		}
		for k := 0; k < n && i > 0; k++ {
			i--
			buf[i] = digits[r%base]
			r /= base
		}
	}
	for k := range i {
		buf[k] = '0'
	}
	return 0
}

var (
	errNoDigits = errors.New("number has no digits")
	errInvalSep = errors.New("'_' must separate successive digits")
)

func digitValue(c byte, base int) Word {
	switch {
	case '0' <= c && c <= '9':
		return Word(c - '0')
	case 'a' <= c && c <= 'z':
		return Word(c - 'a' + 10)
	case 'A' <= c && c <= 'Z':
		if base <= maxBaseSmall {
			return Word(c - 'A' + 10)
		}
		return Word(c - 'A' + maxBaseSmall)
	}
	return MaxBase + 1
}

// scan reads a number. Base 0 allows prefixes 0b, 0o, 0 and 0x and underscores; with fractions it also allows a point, and count is then the
// number of digits after it, negated. It returns the base, and the number of digits otherwise.
func (z nat) scan(r io.ByteScanner, base int, fraction bool) (res nat, b, count int, err error) {
	if base != 0 && base < 2 || !fraction && base > MaxBase || fraction && base != 0 && base != 2 && base != 8 && base != 10 && base != 16 {
		panic("invalid number base")
	}
	prev := byte('.') // '0' for digits, '_', or '.'
	badSep := false
	c, err := r.ReadByte()
	b = base
	prefix := byte(0)
	if base == 0 {
		b = 10
		if err == nil && c == '0' {
			prev, count = '0', 1
			if c, err = r.ReadByte(); err == nil {
				switch c | 0x20 {
				case 'b':
					b, prefix = 2, 'b'
				case 'o':
					b, prefix = 8, 'o'
				case 'x':
					b, prefix = 16, 'x'
				default:
					if !fraction {
						b, prefix = 8, '0'
					}
				}
				if prefix != 0 {
					count = 0
					if prefix != '0' {
						c, err = r.ReadByte()
					}
				}
			}
		}
	}
	z = z[:0]
	p, n := bigBase(Word(b))
	var w Word
	k := 0
	point := -1
	for err == nil {
		if c == '.' && fraction {
			fraction = false
			if prev == '_' {
				badSep = true
			}
			prev = '.'
			point = count
		} else if c == '_' && base == 0 {
			if prev != '0' {
				badSep = true
			}
			prev = '_'
		} else {
			d := digitValue(c, b)
			if d >= Word(b) {
				r.UnreadByte()
				break
			}
			prev = '0'
			count++
			w = w*Word(b) + d
			if k++; k == n {
				z = z.mulAddWW(z, p, w)
				w, k = 0, 0
			}
		}
		c, err = r.ReadByte()
	}
	if err == io.EOF {
		err = nil
	}
	if err == nil && (badSep || prev == '_') {
		err = errInvalSep
	}
	if count == 0 {
		if prefix == '0' {
			return z[:0], 10, 1, err // the prefix was the number
		}
		err = errNoDigits
	}
	if k > 0 {
		p := Word(1)
		for range k {
			p *= Word(b)
		}
		z = z.mulAddWW(z, p, w)
	}
	if point >= 0 {
		count = point - count
	}
	return z.norm(), b, count, err
}
