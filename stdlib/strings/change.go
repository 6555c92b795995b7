package strings

import (
	"unicode"
	"unicode/utf8"
)

// Map returns s with each code point replaced by mapping's result; negative results drop it. When nothing changes the result is s itself.
func Map(mapping func(rune) rune, s string) string {
	var b Builder
	for i, c := range s {
		r := mapping(c)
		if r == c && c != utf8.RuneError {
			continue
		}
		width := 0
		if c == utf8.RuneError {
			c, width = utf8.DecodeRuneInString(s[i:])
			if width != 1 && r == c {
				continue
			}
		} else {
			width = utf8.RuneLen(c)
		}
		// the first change: copy what is before, then go on writing
		b.Grow(len(s) + utf8.UTFMax)
		b.WriteString(s[:i])
		if r >= 0 {
			b.WriteRune(r)
		}
		for _, c := range s[i+width:] {
			if r := mapping(c); r >= 0 {
				if r < utf8.RuneSelf {
					b.WriteByte(byte(r))
				} else {
					b.WriteRune(r)
				}
			}
		}
		return b.String()
	}
	return s
}

// Repeat returns count copies of s. It panics when count is negative or the result too long.
func Repeat(s string, count int) string {
	switch {
	case count == 0:
		return ""
	case count == 1:
		return s
	case count < 0:
		panic("strings: negative Repeat count")
	case len(s) > 0 && len(s)*count/count != len(s) || len(s)*count < 0:
		panic("strings: Repeat output length overflow")
	case s == "":
		return ""
	}
	n := len(s) * count
	b := make([]byte, n)
	have := copy(b, s)
	for have < n {
		have += copy(b[have:], b[:have])
	}
	var out Builder
	out.buf = b
	return out.String()
}

func isASCII(s string) (ascii, hasLower, hasUpper bool) {
	var high byte
	for i := 0; i < len(s); i++ {
		c := s[i]
		high |= c
		hasLower = hasLower || 'a' <= c && c <= 'z'
		hasUpper = hasUpper || 'A' <= c && c <= 'Z'
	}
	return high < utf8.RuneSelf, hasLower, hasUpper
}

func flipASCII(s string, from byte) string {
	b := make([]byte, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c-from < 26 {
			c ^= 'a' - 'A'
		}
		b[i] = c
	}
	var out Builder
	out.buf = b
	return out.String()
}

// ToUpper returns s in upper case.
func ToUpper(s string) string {
	ascii, hasLower, _ := isASCII(s)
	if !ascii {
		return Map(unicode.ToUpper, s)
	}
	if !hasLower {
		return s
	}
	return flipASCII(s, 'a')
}

// ToLower returns s in lower case.
func ToLower(s string) string {
	ascii, _, hasUpper := isASCII(s)
	if !ascii {
		return Map(unicode.ToLower, s)
	}
	if !hasUpper {
		return s
	}
	return flipASCII(s, 'A')
}

// ToTitle returns s in title case, every letter of it.
func ToTitle(s string) string { return Map(unicode.ToTitle, s) }

// ToUpperSpecial returns s in upper case by the rules of c first.
func ToUpperSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToUpper, s) }

// ToLowerSpecial returns s in lower case by the rules of c first.
func ToLowerSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToLower, s) }

// ToTitleSpecial returns s in title case by the rules of c first.
func ToTitleSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToTitle, s) }

// ToValidUTF8 returns s with each run of invalid bytes replaced by replacement.
func ToValidUTF8(s, replacement string) string {
	if utf8.ValidString(s) {
		return s
	}
	var b Builder
	b.Grow(len(s) + len(replacement))
	bad := false
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			b.WriteByte(c)
			bad = false
			i++
			continue
		}
		_, width := utf8.DecodeRuneInString(s[i:])
		if width == 1 {
			if !bad {
				b.WriteString(replacement)
			}
			bad = true
			i++
			continue
		}
		bad = false
		b.WriteString(s[i : i+width])
		i += width
	}
	return b.String()
}

// isSeparator says where words begin, for Title.
func isSeparator(r rune) bool {
	if r <= 0x7F {
		switch {
		case '0' <= r && r <= '9', 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', r == '_':
			return false
		}
		return true
	}
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return false
	}
	return unicode.IsSpace(r)
}

// Title returns s with the first letter of each word in title case.
//
// Deprecated: it does not handle punctuation as Unicode asks.
func Title(s string) string {
	prev := ' '
	return Map(func(r rune) rune {
		if isSeparator(prev) {
			prev = r
			return unicode.ToTitle(r)
		}
		prev = r
		return r
	}, s)
}

// TrimLeftFunc removes leading code points that satisfy f.
func TrimLeftFunc(s string, f func(rune) bool) string {
	for i, r := range s {
		if !f(r) {
			return s[i:]
		}
	}
	return ""
}

// TrimRightFunc removes trailing code points that satisfy f.
func TrimRightFunc(s string, f func(rune) bool) string {
	i := lastIndexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[:i+size]
}

// TrimFunc removes leading and trailing code points that satisfy f.
func TrimFunc(s string, f func(rune) bool) string { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// Trim removes leading and trailing code points that are in cutset.
func Trim(s, cutset string) string {
	return TrimRight(TrimLeft(s, cutset), cutset)
}

// TrimLeft removes leading code points that are in cutset.
func TrimLeft(s, cutset string) string {
	if as, ok := makeASCIISet(cutset); ok {
		for len(s) > 0 && as.has(s[0]) {
			s = s[1:]
		}
		return s
	}
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		if !ContainsRune(cutset, r) {
			break
		}
		s = s[n:]
	}
	return s
}

// TrimRight removes trailing code points that are in cutset.
func TrimRight(s, cutset string) string {
	if as, ok := makeASCIISet(cutset); ok {
		for len(s) > 0 && as.has(s[len(s)-1]) {
			s = s[:len(s)-1]
		}
		return s
	}
	for len(s) > 0 {
		r, n := utf8.DecodeLastRuneInString(s)
		if !ContainsRune(cutset, r) {
			break
		}
		s = s[:len(s)-n]
	}
	return s
}

// TrimSpace removes leading and trailing white space.
func TrimSpace(s string) string {
	for len(s) > 0 {
		c := s[0]
		if c >= utf8.RuneSelf {
			s = TrimLeftFunc(s, unicode.IsSpace)
			break
		}
		if !isSpaceASCII(c) {
			break
		}
		s = s[1:]
	}
	for len(s) > 0 {
		c := s[len(s)-1]
		if c >= utf8.RuneSelf {
			return TrimRightFunc(s, unicode.IsSpace)
		}
		if !isSpaceASCII(c) {
			break
		}
		s = s[:len(s)-1]
	}
	return s
}

// TrimPrefix returns s without the prefix, if it is there.
func TrimPrefix(s, prefix string) string {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix returns s without the suffix, if it is there.
func TrimSuffix(s, suffix string) string {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

// Replace returns s with the first n places of old replaced by new (n < 0: all). An empty old stands before each code point and at the end.
func Replace(s, old, new string, n int) string {
	if old == new || n == 0 {
		return s
	}
	m := Count(s, old)
	if m == 0 {
		return s
	}
	if n < 0 || m < n {
		n = m
	}
	var b Builder
	b.Grow(len(s) + n*(len(new)-len(old)))
	start := 0
	for i := 0; i < n; i++ {
		j := start
		if len(old) == 0 {
			if i > 0 {
				_, w := utf8.DecodeRuneInString(s[start:])
				j += w
			}
		} else {
			j += Index(s[start:], old)
		}
		b.WriteString(s[start:j])
		b.WriteString(new)
		start = j + len(old)
	}
	b.WriteString(s[start:])
	return b.String()
}

// ReplaceAll returns s with every old replaced by new.
func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }
