// Package utf16 encodes and decodes UTF-16.
package utf16

const (
	bad  = '\uFFFD'
	hi   = 0xD800 // first of a pair
	lo   = 0xDC00 // second of a pair
	end  = 0xE000
	self = 0x10000 // runes from here on take a pair
	maxR = '\U0010FFFF'
)

// IsSurrogate reports whether r can be part of a pair.
func IsSurrogate(r rune) bool { return hi <= r && r < end }

// DecodeRune joins a pair; U+FFFD if it is none.
func DecodeRune(r1, r2 rune) rune {
	if hi <= r1 && r1 < lo && lo <= r2 && r2 < end {
		return (r1-hi)<<10 | (r2 - lo) + self
	}
	return bad
}

// EncodeRune splits r into a pair; U+FFFD twice if it needs none.
func EncodeRune(r rune) (r1, r2 rune) {
	if r < self || r > maxR {
		return bad, bad
	}
	r -= self
	return hi + r>>10&0x3FF, lo + r&0x3FF
}

// RuneLen is the number of units for r, -1 if it has no encoding.
func RuneLen(r rune) int {
	switch {
	case 0 <= r && r < hi, end <= r && r < self:
		return 1
	case self <= r && r <= maxR:
		return 2
	}
	return -1
}

// AppendRune appends the encoding of r.
func AppendRune(a []uint16, r rune) []uint16 {
	switch RuneLen(r) {
	case 1:
		return append(a, uint16(r))
	case 2:
		r1, r2 := EncodeRune(r)
		return append(a, uint16(r1), uint16(r2))
	}
	return append(a, bad)
}

// Encode encodes runes.
func Encode(s []rune) []uint16 {
	a := make([]uint16, 0, len(s))
	for _, r := range s {
		a = AppendRune(a, r)
	}
	return a
}

// Decode decodes units; those that are not part of a pair become U+FFFD.
func Decode(s []uint16) []rune {
	out := make([]rune, 0, len(s))
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			if i+1 < len(s) {
				if p := DecodeRune(r, rune(s[i+1])); p != bad {
					out = append(out, p)
					i++
					continue
				}
			}
			r = bad
		}
		out = append(out, r)
	}
	return out
}
