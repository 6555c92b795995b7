package strings

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// explode splits s into its code points, at most n pieces; invalid bytes are pieces of their own.
func explode(s string, n int) []string {
	if l := utf8.RuneCountInString(s); n < 0 || n > l {
		n = l
	}
	a := make([]string, n)
	for i := 0; i < n-1; i++ {
		_, size := utf8.DecodeRuneInString(s)
		a[i], s = s[:size], s[size:]
	}
	if n > 0 {
		a[n-1] = s
	}
	return a
}

func split(s, sep string, keep, n int) []string {
	if n == 0 {
		return nil
	}
	if sep == "" {
		return explode(s, n)
	}
	if n < 0 {
		n = Count(s, sep) + 1
	}
	if n > len(s)+1 {
		n = len(s) + 1
	}
	a := make([]string, 0, n)
	for len(a) < n-1 {
		i := Index(s, sep)
		if i < 0 {
			break
		}
		a = append(a, s[:i+keep])
		s = s[i+len(sep):]
	}
	return append(a, s)
}

// SplitN slices s at each sep, into at most n pieces (n < 0: all); the last piece holds the rest. An empty sep splits after each code point.
func SplitN(s, sep string, n int) []string { return split(s, sep, 0, n) }

// SplitAfterN is SplitN with each sep kept at the end of its piece.
func SplitAfterN(s, sep string, n int) []string { return split(s, sep, len(sep), n) }

// Split slices s at each sep.
func Split(s, sep string) []string { return split(s, sep, 0, -1) }

// SplitAfter slices s after each sep.
func SplitAfter(s, sep string) []string { return split(s, sep, len(sep), -1) }

func isSpaceASCII(c byte) bool {
	return c == ' ' || '\t' <= c && c <= '\r'
}

// Fields splits s around runs of white space.
func Fields(s string) []string {
	n, high := 0, byte(0)
	space := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		high |= c
		sp := isSpaceASCII(c)
		if space && !sp {
			n++
		}
		space = sp
	}
	if high >= utf8.RuneSelf {
		return FieldsFunc(s, unicode.IsSpace)
	}
	a := make([]string, 0, n)
	for i := 0; i < len(s); {
		for i < len(s) && isSpaceASCII(s[i]) {
			i++
		}
		start := i
		for i < len(s) && !isSpaceASCII(s[i]) {
			i++
		}
		if i > start {
			a = append(a, s[start:i])
		}
	}
	return a
}

// FieldsFunc splits s around runs of code points that satisfy f.
func FieldsFunc(s string, f func(rune) bool) []string {
	var room [32][2]int
	spans := room[:0]
	start := -1
	for i, r := range s {
		if f(r) {
			if start >= 0 {
				spans = append(spans, [2]int{start, i})
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		spans = append(spans, [2]int{start, len(s)})
	}
	a := make([]string, len(spans))
	for i, sp := range spans {
		a[i] = s[sp[0]:sp[1]]
	}
	return a
}

// Join concatenates the elements with sep between them.
func Join(elems []string, sep string) string {
	switch len(elems) {
	case 0:
		return ""
	case 1:
		return elems[0]
	}
	n := len(sep) * (len(elems) - 1)
	if len(sep) > 0 && n/len(sep) != len(elems)-1 {
		panic("strings: Join output length overflow")
	}
	for _, e := range elems {
		if n += len(e); n < 0 {
			panic("strings: Join output length overflow")
		}
	}
	var b Builder
	b.Grow(n)
	b.WriteString(elems[0])
	for _, e := range elems[1:] {
		b.WriteString(sep)
		b.WriteString(e)
	}
	return b.String()
}

// Lines iterates over the lines of s with their newlines; the last one may have none.
func Lines(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for len(s) > 0 {
			n := len(s)
			if i := IndexByte(s, '\n'); i >= 0 {
				n = i + 1
			}
			line := s[:n]
			s = s[n:]
			if !yield(line) {
				return
			}
		}
	}
}

func splitSeq(s, sep string, keep int) iter.Seq[string] {
	if sep == "" {
		return func(yield func(string) bool) {
			for s := s; len(s) > 0; {
				_, size := utf8.DecodeRuneInString(s)
				if !yield(s[:size]) {
					return
				}
				s = s[size:]
			}
		}
	}
	return func(yield func(string) bool) {
		s := s
		for {
			i := Index(s, sep)
			if i < 0 {
				break
			}
			if !yield(s[:i+keep]) {
				return
			}
			s = s[i+len(sep):]
		}
		yield(s)
	}
}

// SplitSeq iterates over the pieces that Split returns.
func SplitSeq(s, sep string) iter.Seq[string] { return splitSeq(s, sep, 0) }

// SplitAfterSeq iterates over the pieces that SplitAfter returns.
func SplitAfterSeq(s, sep string) iter.Seq[string] { return splitSeq(s, sep, len(sep)) }

// FieldsSeq iterates over the pieces that Fields returns.
func FieldsSeq(s string) iter.Seq[string] { return FieldsFuncSeq(s, unicode.IsSpace) }

// FieldsFuncSeq iterates over the pieces that FieldsFunc returns.
func FieldsFuncSeq(s string, f func(rune) bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := -1
		for i, r := range s {
			if f(r) {
				if start >= 0 {
					if !yield(s[start:i]) {
						return
					}
					start = -1
				}
			} else if start < 0 {
				start = i
			}
		}
		if start >= 0 {
			yield(s[start:])
		}
	}
}
