// Package utf16 converts between code points and UTF-16.
package utf16

import "unicode/utf8"

// Surrogates: a code point from 0x10000 on is a high one with its upper ten bits and a low one with the others.
const (
	high    = 0xD800
	low     = 0xDC00
	after   = 0xE000
	offset  = 0x10000
	invalid = utf8.RuneError
)

// IsSurrogate reports whether r is half of a pair.
func IsSurrogate(r rune) bool { return high <= r && r < after }

// DecodeRune returns the code point of a pair, U+FFFD if it is none.
func DecodeRune(r1, r2 rune) rune {
	if high <= r1 && r1 < low && low <= r2 && r2 < after {
		return (r1-high)<<10 | (r2 - low) + offset
	}
	return invalid
}

// EncodeRune returns the pair for r, twice U+FFFD if r needs none or is invalid.
func EncodeRune(r rune) (r1, r2 rune) {
	if r < offset || r > utf8.MaxRune {
		return invalid, invalid
	}
	r -= offset
	return high + r>>10, low + r&0x3FF
}

// RuneLen is the number of words r takes: 1 or 2, -1 if it is invalid.
func RuneLen(r rune) int {
	switch {
	case !utf8.ValidRune(r):
		return -1
	case r < offset:
		return 1
	}
	return 2
}

// AppendRune appends r, or U+FFFD if it is invalid.
func AppendRune(a []uint16, r rune) []uint16 {
	switch RuneLen(r) {
	case 1:
		return append(a, uint16(r))
	case 2:
		r1, r2 := EncodeRune(r)
		return append(a, uint16(r1), uint16(r2))
	}
	return append(a, invalid)
}

// Encode returns the UTF-16 form of s.
func Encode(s []rune) []uint16 {
	n := len(s)
	for _, r := range s {
		if r >= offset {
			n++
		}
	}
	a := make([]uint16, 0, n)
	for _, r := range s {
		a = AppendRune(a, r)
	}
	return a
}

// Decode returns the code points of s; halves of pairs become U+FFFD.
func Decode(s []uint16) []rune {
	// Typical results are short and stay on the caller's stack when this is inlined.
	return decode(s, make([]rune, 0, 64))
}

func decode(s []uint16, buf []rune) []rune {
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			next := rune(0)
			if i+1 < len(s) {
				next = rune(s[i+1])
			}
			if r = DecodeRune(r, next); r != invalid {
				i++
			}
		}
		buf = append(buf, r)
	}
	return buf
}
