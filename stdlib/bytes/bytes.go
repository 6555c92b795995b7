// Package bytes implements functions for byte slices, as package strings does for strings.
package bytes

import (
	"internal/bytealg"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// Searching and cutting do not change anything, so they look at the bytes as a string (text) and let package strings work; sub turns a
// piece of that string into the slice it stands for, with its capacity cut so that appending to it cannot overwrite what follows.
func text(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

func sub(b []byte, piece string) []byte {
	if len(piece) == 0 {
		return b[:0:0]
	}
	i := int(uintptr(unsafe.Pointer(unsafe.StringData(piece))) - uintptr(unsafe.Pointer(unsafe.SliceData(b))))
	return b[i : i+len(piece) : i+len(piece)]
}

// Equal reports whether a and b are the same length and bytes. nil equals an empty slice.
func Equal(a, b []byte) bool { return string(a) == string(b) }

// Compare returns -1, 0 or +1 as a is less than, equal to or greater than b.
func Compare(a, b []byte) int { return bytealg.Compare(a, b) }

// Clone returns a copy of b; nil stays nil. The copy may have unused capacity.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

// Contains reports whether subslice is within b.
func Contains(b, subslice []byte) bool { return Index(b, subslice) >= 0 }

// ContainsAny reports whether a code point of chars is within b.
func ContainsAny(b []byte, chars string) bool { return IndexAny(b, chars) >= 0 }

// ContainsRune reports whether r is within b.
func ContainsRune(b []byte, r rune) bool { return IndexRune(b, r) >= 0 }

// ContainsFunc reports whether a code point of b satisfies f.
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }

// Count counts the places where sep stands in s without overlap; for an empty sep, one more than the code points of s.
func Count(s, sep []byte) int { return strings.Count(text(s), text(sep)) }

// Index returns where sep first stands in s, or -1.
func Index(s, sep []byte) int { return strings.Index(text(s), text(sep)) }

// IndexByte returns where c first stands in b, or -1.
func IndexByte(b []byte, c byte) int { return bytealg.IndexByte(b, c) }

// IndexRune returns where r first stands in s, or -1. utf8.RuneError stands for any invalid sequence.
func IndexRune(s []byte, r rune) int { return strings.IndexRune(text(s), r) }

// IndexAny returns where the first code point that is in chars stands in s, or -1.
func IndexAny(s []byte, chars string) int { return strings.IndexAny(text(s), chars) }

// IndexFunc returns where the first code point that satisfies f stands in s, or -1.
func IndexFunc(s []byte, f func(r rune) bool) int { return strings.IndexFunc(text(s), f) }

// LastIndex returns where sep last stands in s, or -1.
func LastIndex(s, sep []byte) int { return strings.LastIndex(text(s), text(sep)) }

// LastIndexByte returns where c last stands in s, or -1.
func LastIndexByte(s []byte, c byte) int { return bytealg.LastIndexByte(s, c) }

// LastIndexAny returns where the last code point that is in chars stands in s, or -1.
func LastIndexAny(s []byte, chars string) int { return strings.LastIndexAny(text(s), chars) }

// LastIndexFunc returns where the last code point that satisfies f stands in s, or -1.
func LastIndexFunc(s []byte, f func(r rune) bool) int { return strings.LastIndexFunc(text(s), f) }

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix []byte) bool {
	return len(s) >= len(prefix) && string(s[:len(prefix)]) == string(prefix)
}

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix []byte) bool {
	return len(s) >= len(suffix) && string(s[len(s)-len(suffix):]) == string(suffix)
}

// Cut slices s around the first sep. Without one it returns s, nil, false.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutLast slices s around the last sep. Without one it returns s, nil, false.
func CutLast(s, sep []byte) (before, after []byte, found bool) {
	if i := LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutPrefix returns s without the prefix, and whether it was there.
func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix returns s without the suffix, and whether it was there.
func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// EqualFold reports whether s and t are equal under simple Unicode case-folding.
func EqualFold(s, t []byte) bool { return strings.EqualFold(text(s), text(t)) }

// SplitN slices s at each sep, into at most n pieces (n < 0: all); the last piece holds the rest. An empty sep splits after each code point.
func SplitN(s, sep []byte, n int) [][]byte {
	return subs(s, len(sep), strings.SplitN(text(s), text(sep), n))
}

// SplitAfterN is SplitN with each sep kept at the end of its piece.
func SplitAfterN(s, sep []byte, n int) [][]byte {
	return subs(s, 0, strings.SplitAfterN(text(s), text(sep), n))
}

// subs lays consecutive pieces, gap bytes apart, over b.
func subs(b []byte, gap int, pieces []string) [][]byte {
	if pieces == nil {
		return nil
	}
	out := make([][]byte, len(pieces))
	at := 0
	for i, p := range pieces {
		if i == len(pieces)-1 {
			out[i] = b[at:]
			break
		}
		out[i] = b[at : at+len(p) : at+len(p)]
		at += len(p) + gap
	}
	return out
}

// Split slices s at each sep.
func Split(s, sep []byte) [][]byte { return SplitN(s, sep, -1) }

// SplitAfter slices s after each sep.
func SplitAfter(s, sep []byte) [][]byte { return SplitAfterN(s, sep, -1) }

// Fields splits s around runs of white space.
func Fields(s []byte) [][]byte { return pieces(s, strings.Fields(text(s))) }

// FieldsFunc splits s around runs of code points that satisfy f.
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	return pieces(s, strings.FieldsFunc(text(s), f))
}

// pieces turns non-empty pieces of b's text into slices.
func pieces(b []byte, p []string) [][]byte {
	out := make([][]byte, len(p))
	for i := range p {
		out[i] = sub(b, p[i])
	}
	return out
}

// Join concatenates the elements with sep between them.
func Join(s [][]byte, sep []byte) []byte {
	if len(s) == 0 {
		return []byte{}
	}
	if len(s) == 1 {
		return append([]byte(nil), s[0]...)
	}
	n := len(sep) * (len(s) - 1)
	if len(sep) > 0 && n/len(sep) != len(s)-1 {
		panic("bytes: Join output length overflow")
	}
	for _, v := range s {
		if n += len(v); n < 0 {
			panic("bytes: Join output length overflow")
		}
	}
	b := bytealg.MakeNoZero(n)[:0]
	b = append(b, s[0]...)
	for _, v := range s[1:] {
		b = append(b, sep...)
		b = append(b, v...)
	}
	return b
}

func seq(s []byte, in iter.Seq[string]) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for p := range in {
			var piece []byte
			if len(p) == 0 {
				piece = s[:0:0]
			} else {
				piece = sub(s, p)
			}
			if !yield(piece) {
				return
			}
		}
	}
}

// Lines iterates over the lines of s with their newlines; the last one may have none.
func Lines(s []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for len(s) > 0 {
			n := len(s)
			if i := IndexByte(s, '\n'); i >= 0 {
				n = i + 1
			}
			line := s[:n:n]
			s = s[n:]
			if !yield(line) {
				return
			}
		}
	}
}

// SplitSeq iterates over the pieces that Split returns.
func SplitSeq(s, sep []byte) iter.Seq[[]byte] { return seq(s, strings.SplitSeq(text(s), text(sep))) }

// SplitAfterSeq iterates over the pieces that SplitAfter returns.
func SplitAfterSeq(s, sep []byte) iter.Seq[[]byte] {
	return seq(s, strings.SplitAfterSeq(text(s), text(sep)))
}

// FieldsSeq iterates over the pieces that Fields returns.
func FieldsSeq(s []byte) iter.Seq[[]byte] { return seq(s, strings.FieldsSeq(text(s))) }

// FieldsFuncSeq iterates over the pieces that FieldsFunc returns.
func FieldsFuncSeq(s []byte, f func(rune) bool) iter.Seq[[]byte] {
	return seq(s, strings.FieldsFuncSeq(text(s), f))
}

// Map returns a copy of s with each code point replaced by mapping's result; negative results drop it.
func Map(mapping func(r rune) rune, s []byte) []byte {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, w := utf8.DecodeRune(s[i:])
		if m := mapping(r); m >= 0 {
			b = utf8.AppendRune(b, m)
		}
		i += w
	}
	return b
}

// Repeat returns a new slice of count copies of b. It panics when count is negative or the result too long.
func Repeat(b []byte, count int) []byte {
	if count == 0 {
		return []byte{}
	}
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	n := len(b) * count
	if len(b) > 0 && n/len(b) != count || n < 0 {
		panic("bytes: Repeat output length overflow")
	}
	if len(b) == 0 {
		return []byte{}
	}
	out := bytealg.MakeNoZero(n)
	have := copy(out, b)
	for have < n {
		have += copy(out[have:], out[:have])
	}
	return out
}

func fresh(s []byte, t string) []byte {
	if unsafe.StringData(t) == unsafe.SliceData(s) {
		return append([]byte(""), s...)
	}
	return bytealg.Bytes(t) // just made by package strings, nobody else has it
}

// ToUpper returns a copy of s in upper case.
func ToUpper(s []byte) []byte { return fresh(s, strings.ToUpper(text(s))) }

// ToLower returns a copy of s in lower case.
func ToLower(s []byte) []byte { return fresh(s, strings.ToLower(text(s))) }

// ToTitle returns a copy of s in title case, every letter of it.
func ToTitle(s []byte) []byte { return Map(unicode.ToTitle, s) }

// ToUpperSpecial returns a copy of s in upper case by the rules of c first.
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }

// ToLowerSpecial returns a copy of s in lower case by the rules of c first.
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }

// ToTitleSpecial returns a copy of s in title case by the rules of c first.
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }

// ToValidUTF8 returns a copy of s with each run of invalid bytes replaced by replacement.
func ToValidUTF8(s, replacement []byte) []byte {
	return fresh(s, strings.ToValidUTF8(text(s), text(replacement)))
}

// Title returns a copy of s with the first letter of each word in title case.
//
// Deprecated: it does not handle punctuation as Unicode asks.
func Title(s []byte) []byte { return fresh(s, strings.Title(text(s))) }

// trimmed turns a piece cut off both ends of s into a slice; everything cut off gives nil, as TrimLeft and others of this package do.
func trimmed(s []byte, t string) []byte {
	if len(t) == 0 {
		return nil
	}
	i := int(uintptr(unsafe.Pointer(unsafe.StringData(t))) - uintptr(unsafe.Pointer(unsafe.SliceData(s))))
	return s[i : i+len(t)]
}

// TrimLeftFunc removes leading code points that satisfy f.
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	return trimmed(s, strings.TrimLeftFunc(text(s), f))
}

// TrimRightFunc removes trailing code points that satisfy f.
func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	return s[:len(strings.TrimRightFunc(text(s), f))]
}

// TrimFunc removes leading and trailing code points that satisfy f.
func TrimFunc(s []byte, f func(r rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimPrefix returns s without the prefix, if it is there.
func TrimPrefix(s, prefix []byte) []byte {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix returns s without the suffix, if it is there.
func TrimSuffix(s, suffix []byte) []byte {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

// Trim removes leading and trailing code points that are in cutset.
func Trim(s []byte, cutset string) []byte {
	if len(s) == 0 {
		return nil
	}
	if cutset == "" {
		return s
	}
	return trimmed(s, strings.Trim(text(s), cutset))
}

// TrimLeft removes leading code points that are in cutset.
func TrimLeft(s []byte, cutset string) []byte {
	if len(s) == 0 {
		return nil
	}
	if cutset == "" {
		return s
	}
	return trimmed(s, strings.TrimLeft(text(s), cutset))
}

// TrimRight removes trailing code points that are in cutset.
func TrimRight(s []byte, cutset string) []byte {
	if len(s) == 0 || cutset == "" {
		return s
	}
	return s[:len(strings.TrimRight(text(s), cutset))]
}

// TrimSpace removes leading and trailing white space.
func TrimSpace(s []byte) []byte { return trimmed(s, strings.TrimSpace(text(s))) }

// Runes returns the code points of s.
func Runes(s []byte) []rune {
	t := make([]rune, utf8.RuneCount(s))
	i := 0
	for len(s) > 0 {
		r, n := utf8.DecodeRune(s)
		t[i] = r
		i++
		s = s[n:]
	}
	return t
}

// Replace returns a copy of s with the first n places of old replaced by new (n < 0: all). An empty old stands before each code point and at
// the end.
func Replace(s, old, new []byte, n int) []byte {
	if n == 0 || string(old) == string(new) {
		return append([]byte(nil), s...)
	}
	t := strings.Replace(text(s), text(old), text(new), n)
	if len(t) == 0 {
		return []byte{}
	}
	if unsafe.StringData(t) == unsafe.SliceData(s) {
		return append([]byte(nil), s...)
	}
	return bytealg.Bytes(t)
}

// ReplaceAll returns a copy of s with every old replaced by new.
func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }
