package json

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
	"unsafe"
)

const hexDigits = "0123456789abcdef"

// plain has a bit for each byte below 128 that needs no escape in a string; plainHTML also lacks <, > and &.
var (
	plain     = [2]uint64{^uint64(1<<32-1) &^ (1 << '"'), ^uint64(1 << ('\\' - 64))}
	plainHTML = [2]uint64{^uint64(1<<32-1) &^ (1<<'"' | 1<<'<' | 1<<'>' | 1<<'&'), ^uint64(1 << ('\\' - 64))}
)

// appendString appends s in quotes.
func appendString[S string | []byte](dst []byte, s S, escapeHTML bool) []byte {
	set := &plain
	if escapeHTML {
		set = &plainHTML
	}
	dst = append(dst, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if set[c>>6]>>(c&63)&1 != 0 {
				i++
				continue
			}
			dst = append(dst, s[from:i]...)
			switch c {
			case '\\', '"':
				dst = append(dst, '\\', c)
			case '\b':
				dst = append(dst, `\b`...)
			case '\f':
				dst = append(dst, `\f`...)
			case '\n':
				dst = append(dst, `\n`...)
			case '\r':
				dst = append(dst, `\r`...)
			case '\t':
				dst = append(dst, `\t`...)
			default:
				dst = append(dst, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
			}
			i++
			from = i
			continue
		}
		r, n := utf8.DecodeRuneInString(string(s[i:min(i+utf8.UTFMax, len(s))]))
		switch {
		case r == utf8.RuneError && n == 1:
			dst = append(append(dst, s[from:i]...), "\ufffd"...)
			from = i + 1
		case r == '\u2028' || r == '\u2029': // line ends in JavaScript
			dst = append(append(dst, s[from:i]...), `\u202`...)
			dst = append(dst, hexDigits[r&15])
			from = i + n
		}
		i += n
	}
	dst = append(dst, s[from:]...)
	return append(dst, '"')
}

func hexValue(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// hex4 is the value of four digits, -1 if there are none.
func hex4(s []byte) rune {
	if len(s) < 4 {
		return -1
	}
	var r rune
	for _, c := range s[:4] {
		v := hexValue(c)
		if v < 0 {
			return -1
		}
		r = r<<4 | rune(v)
	}
	return r
}

// unquote returns the bytes that a string in quotes stands for: a part of s if possible. ok is false when s is no valid string.
func unquote(s []byte) (b []byte, ok bool) {
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return nil, false
	}
	s = s[1 : len(s)-1]
	i := 0
	for i < len(s) {
		c := s[i]
		if c == '\\' || c == '"' || c < ' ' {
			break
		}
		if c < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(s[i:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		i += n
	}
	if i == len(s) {
		return s, true
	}
	b = make([]byte, i, len(s)+2*utf8.UTFMax)
	copy(b, s)
	for i < len(s) {
		switch c := s[i]; {
		case c == '\\':
			i++
			if i == len(s) {
				return nil, false
			}
			switch c := s[i]; c {
			case '"', '\\', '/', '\'':
				b = append(b, c)
			case 'b':
				b = append(b, '\b')
			case 'f':
				b = append(b, '\f')
			case 'n':
				b = append(b, '\n')
			case 'r':
				b = append(b, '\r')
			case 't':
				b = append(b, '\t')
			case 'u':
				r := hex4(s[i+1:])
				if r < 0 {
					return nil, false
				}
				i += 4
				if utf16.IsSurrogate(r) {
					// A pair, or else half of one: U+FFFD.
					low := rune(-1)
					if i+2 < len(s) && s[i+1] == '\\' && s[i+2] == 'u' {
						low = hex4(s[i+3:])
					}
					if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
						i += 6
					}
				}
				b = utf8.AppendRune(b, r)
			default:
				return nil, false
			}
			i++
		case c == '"' || c < ' ':
			return nil, false
		case c < utf8.RuneSelf:
			b = append(b, c)
			i++
		default:
			r, n := utf8.DecodeRune(s[i:])
			b = utf8.AppendRune(b, r)
			i += n
		}
	}
	return b, true
}

func unquoteString(s []byte) (string, bool) {
	b, ok := unquote(s)
	return string(b), ok
}

// view is b as a string, for calls that do not keep it.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// isNumber reports whether s is a JSON number.
func isNumber(s string) bool {
	if s == "" || s[0] != '-' && (s[0] < '0' || s[0] > '9') {
		return false
	}
	var sc scanner
	n := sc.scan(unsafe.Slice(unsafe.StringData(s), len(s)), 0)
	return n == len(s) && sc.state != failed && sc.eof()
}

// fold returns a form of a key that is the same for all keys that differ in case only.
func fold(key string) string {
	upper := true
	for i := 0; i < len(key); i++ {
		if c := key[i]; c >= utf8.RuneSelf || 'a' <= c && c <= 'z' {
			upper = false
			break
		}
	}
	if upper {
		return key
	}
	return strings.Map(foldRune, key)
}
