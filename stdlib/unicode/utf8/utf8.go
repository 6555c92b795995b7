// Package utf8 encodes and decodes runes in UTF-8.
package utf8

import "unsafe"

// Numbers every user of UTF-8 needs.
const (
	RuneError = '\uFFFD'     // stands for a byte that is not part of valid UTF-8
	RuneSelf  = 0x80         // runes below it are one byte
	MaxRune   = '\U0010FFFF' // largest code point
	UTFMax    = 4            // longest encoding
)

const (
	surrogateLo = 0xD800
	surrogateHi = 0xDFFF
)

// text views bytes as a string for the duration of a call.
func text(p []byte) string { return unsafe.String(unsafe.SliceData(p), len(p)) }

// FullRune reports whether p begins with a complete encoding; an invalid one is complete, as a RuneError of width 1.
func FullRune(p []byte) bool { return FullRuneInString(text(p)) }

// FullRuneInString is FullRune for a string.
func FullRuneInString(s string) bool {
	if len(s) == 0 {
		return false
	}
	c := s[0]
	n := 1
	switch {
	case c < 0xC2 || c > 0xF4:
		return true
	case c < 0xE0:
		n = 2
	case c < 0xF0:
		n = 3
	default:
		n = 4
	}
	if len(s) >= n {
		return true
	}
	// Incomplete, unless what is there is already wrong.
	if len(s) > 1 && !secondOK(c, s[1]) {
		return true
	}
	return len(s) > 2 && s[2]&0xC0 != 0x80
}

// secondOK reports whether d may follow the first byte c of a sequence of two bytes or more.
func secondOK(c, d byte) bool {
	if d&0xC0 != 0x80 {
		return false
	}
	switch c {
	case 0xE0:
		return d >= 0xA0
	case 0xED:
		return d < 0xA0
	case 0xF0:
		return d >= 0x90
	case 0xF4:
		return d < 0x90
	}
	return true
}

// DecodeRune decodes the first rune of p and its width; (RuneError, 0) for empty p, (RuneError, 1) for invalid UTF-8.
func DecodeRune(p []byte) (rune, int) {
	if len(p) > 0 && p[0] < RuneSelf {
		return rune(p[0]), 1
	}
	return decodeBytes(p)
}

// decodeBytes is the slow half of DecodeRune, apart so that the fast half is inlined.
func decodeBytes(p []byte) (rune, int) { return decode(text(p)) }

// DecodeRuneInString is DecodeRune for a string.
func DecodeRuneInString(s string) (rune, int) {
	if len(s) > 0 && s[0] < RuneSelf {
		return rune(s[0]), 1
	}
	return decode(s)
}

func decode(s string) (rune, int) {
	if len(s) == 0 {
		return RuneError, 0
	}
	c := s[0]
	if c < RuneSelf {
		return rune(c), 1
	}
	if c < 0xC2 || c > 0xF4 || len(s) < 2 {
		return RuneError, 1
	}
	d := s[1]
	if !secondOK(c, d) {
		return RuneError, 1
	}
	if c < 0xE0 {
		return rune(c&0x1F)<<6 | rune(d&0x3F), 2
	}
	if len(s) < 3 || s[2]&0xC0 != 0x80 {
		return RuneError, 1
	}
	if c < 0xF0 {
		return rune(c&0x0F)<<12 | rune(d&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	if len(s) < 4 || s[3]&0xC0 != 0x80 {
		return RuneError, 1
	}
	return rune(c&0x07)<<18 | rune(d&0x3F)<<12 | rune(s[2]&0x3F)<<6 | rune(s[3]&0x3F), 4
}

// DecodeLastRune decodes the last rune of p and its width, with the error results of DecodeRune.
func DecodeLastRune(p []byte) (rune, int) { return DecodeLastRuneInString(text(p)) }

// DecodeLastRuneInString is DecodeLastRune for a string.
func DecodeLastRuneInString(s string) (rune, int) {
	n := len(s)
	if n == 0 {
		return RuneError, 0
	}
	if c := s[n-1]; c < RuneSelf {
		return rune(c), 1
	}
	for i := n - 1; i >= 0 && i >= n-UTFMax; i-- {
		if RuneStart(s[i]) {
			if r, w := decode(s[i:]); i+w == n {
				return r, w
			}
			break
		}
	}
	return RuneError, 1
}

// RuneLen is the number of bytes of r's encoding, -1 when r has none.
func RuneLen(r rune) int {
	switch {
	case r < 0:
		return -1
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case surrogateLo <= r && r <= surrogateHi:
		return -1
	case r < 0x10000:
		return 3
	case r <= MaxRune:
		return 4
	}
	return -1
}

// EncodeRune writes the encoding of r to p, which must be long enough, and returns its length. Runes that have no encoding are
// written as RuneError.
func EncodeRune(p []byte, r rune) int {
	if uint32(r) < RuneSelf {
		p[0] = byte(r)
		return 1
	}
	switch u := uint32(r); {
	case u < 0x800:
		_ = p[1]
		p[0] = 0xC0 | byte(r>>6)
		p[1] = 0x80 | byte(r)&0x3F
		return 2
	case u < surrogateLo, surrogateHi < u && u < 0x10000:
		_ = p[2]
		p[0] = 0xE0 | byte(r>>12)
		p[1] = 0x80 | byte(r>>6)&0x3F
		p[2] = 0x80 | byte(r)&0x3F
		return 3
	case 0x10000 <= u && u <= MaxRune:
		_ = p[3]
		p[0] = 0xF0 | byte(r>>18)
		p[1] = 0x80 | byte(r>>12)&0x3F
		p[2] = 0x80 | byte(r>>6)&0x3F
		p[3] = 0x80 | byte(r)&0x3F
		return 4
	}
	_ = p[2]
	p[0], p[1], p[2] = 0xEF, 0xBF, 0xBD
	return 3
}

// AppendRune appends the encoding of r to p.
func AppendRune(p []byte, r rune) []byte {
	if uint32(r) < RuneSelf {
		return append(p, byte(r))
	}
	switch u := uint32(r); {
	case u < 0x800:
		return append(p, 0xC0|byte(r>>6), 0x80|byte(r)&0x3F)
	case u < surrogateLo, surrogateHi < u && u < 0x10000:
		return append(p, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	case 0x10000 <= u && u <= MaxRune:
		return append(p, 0xF0|byte(r>>18), 0x80|byte(r>>12)&0x3F, 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	}
	return append(p, 0xEF, 0xBF, 0xBD)
}

// RuneCount counts the runes of p; invalid bytes count one each.
func RuneCount(p []byte) int { return RuneCountInString(text(p)) }

// RuneCountInString is RuneCount for a string.
func RuneCountInString(s string) (n int) {
	for range s {
		n++
	}
	return n
}

// RuneStart reports whether b can be the first byte of an encoding.
func RuneStart(b byte) bool { return b&0xC0 != 0x80 }

// Valid reports whether p is entirely valid UTF-8.
func Valid(p []byte) bool { return ValidString(text(p)) }

// ValidString is Valid for a string.
func ValidString(s string) bool {
	for len(s) >= 8 {
		// Eight bytes at a time while they are ASCII.
		w := uint32(s[0]) | uint32(s[1]) | uint32(s[2]) | uint32(s[3]) | uint32(s[4]) | uint32(s[5]) | uint32(s[6]) | uint32(s[7])
		if w >= RuneSelf {
			break
		}
		s = s[8:]
	}
	for i := 0; i < len(s); {
		if s[i] < RuneSelf {
			i++
			continue
		}
		_, w := decode(s[i:])
		if w == 1 {
			return false
		}
		i += w
	}
	return true
}

// ValidRune reports whether r has an encoding.
func ValidRune(r rune) bool {
	return 0 <= r && r < surrogateLo || surrogateHi < r && r <= MaxRune
}
