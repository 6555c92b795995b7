// Package html escapes text for HTML and back.
package html

import (
	"strings"
	"sync"
	"unicode/utf8"
)

var escaper = strings.NewReplacer("&", "&amp;", "'", "&#39;", "<", "&lt;", ">", "&gt;", `"`, "&#34;")

// EscapeString replaces the five characters <, >, &, ' and ".
func EscapeString(s string) string { return escaper.Replace(s) }

var entities = sync.OnceValue(func() map[string]string {
	m := make(map[string]string, 2300)
	for row := range strings.SplitSeq(entityText, "\x00") {
		if name, value, ok := strings.Cut(row, " "); ok {
			m[name] = value
			if !strings.HasSuffix(name, ";") {
				m[name+";"] = value
			}
		}
	}
	return m
})

const longestLegacy = 6 // letters of a name that needs no semicolon

// windows are the characters for 0x80 to 0x9f, which many pages mean as in Windows 1252.
var windows = [32]rune{
	'\u20AC', '\u0081', '\u201A', '\u0192', '\u201E', '\u2026', '\u2020', '\u2021', '\u02C6', '\u2030', '\u0160', '\u2039', '\u0152', '\u008D', '\u017D', '\u008F',
	'\u0090', '\u2018', '\u2019', '\u201C', '\u201D', '\u2022', '\u2013', '\u2014', '\u02DC', '\u2122', '\u0161', '\u203A', '\u0153', '\u009D', '\u017E', '\u0178',
}

// UnescapeString replaces references such as &lt;, &#60; and &#x3c; by what they mean.
func UnescapeString(s string) string {
	i := strings.IndexByte(s, '&')
	if i < 0 {
		return s
	}
	var sb strings.Builder
	sb.Grow(len(s))
	for i >= 0 {
		sb.WriteString(s[:i])
		s = s[i:]
		text, n := reference(s)
		sb.WriteString(text)
		s = s[n:]
		i = strings.IndexByte(s, '&')
	}
	sb.WriteString(s)
	return sb.String()
}

// reference decodes what s, which begins with &, begins with, and tells how long that is. What means nothing stays.
func reference(s string) (string, int) {
	if len(s) > 1 && s[1] == '#' {
		return numeric(s)
	}
	n := 1
	for n < len(s) && isAlnum(s[n]) {
		n++
	}
	name := s[1:n]
	if n < len(s) && s[n] == ';' {
		if v, ok := entities()[s[1:n+1]]; ok {
			return v, n + 1
		}
	} else if v, ok := entities()[name]; ok {
		return v, n
	}
	for k := min(len(name)-1, longestLegacy); k > 1; k-- {
		if v, ok := entities()[name[:k]]; ok {
			return v, k + 1
		}
	}
	return s[:n], n
}

func isAlnum(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

func numeric(s string) (string, int) {
	i, base := 2, rune(10)
	if i < len(s) && s[i]|0x20 == 'x' {
		i, base = 3, 16
	}
	var r rune
	start := i
	for ; i < len(s); i++ {
		d := rune(99)
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			d = rune(c - '0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			d = rune(c|0x20-'a') + 10
		}
		if d >= base {
			break
		}
		if r <= utf8.MaxRune {
			r = r*base + d
		}
	}
	if i == start { // no digits
		return s[:2], 2
	}
	if i < len(s) && s[i] == ';' {
		i++
	}
	switch {
	case 0x80 <= r && r <= 0x9f:
		r = windows[r-0x80]
	case r == 0 || r > utf8.MaxRune || 0xd800 <= r && r <= 0xdfff:
		r = utf8.RuneError
	}
	return string(r), i
}
