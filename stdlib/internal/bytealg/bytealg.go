// Package bytealg holds the byte-searching primitives that strings, bytes and others share. The hot ones are C.
package bytealg

import "unsafe"

// MaxBruteForce is the length up to which a direct search beats Rabin-Karp.
const MaxBruteForce = 64

//tuco:extern tu_index_byte
//go:noescape
func indexByte(p *byte, n int, c byte) int

//tuco:extern tu_last_index_byte
//go:noescape
func lastIndexByte(p *byte, n int, c byte) int

//tuco:extern tu_count_byte
//go:noescape
func countByte(p *byte, n int, c byte) int

//tuco:extern tu_index_mem
//go:noescape
func indexMem(p *byte, n int, q *byte, m int) int

//tuco:extern tu_str_cmp
//go:noescape
func cmp(a, b string) int

// IndexByte returns the index of the first c in b, or -1.
func IndexByte(b []byte, c byte) int { return indexByte(unsafe.SliceData(b), len(b), c) }

// IndexByteString returns the index of the first c in s, or -1.
func IndexByteString(s string, c byte) int { return indexByte(unsafe.StringData(s), len(s), c) }

// LastIndexByte returns the index of the last c in b, or -1.
func LastIndexByte(b []byte, c byte) int { return lastIndexByte(unsafe.SliceData(b), len(b), c) }

// LastIndexByteString returns the index of the last c in s, or -1.
func LastIndexByteString(s string, c byte) int { return lastIndexByte(unsafe.StringData(s), len(s), c) }

// Count counts c in b.
func Count(b []byte, c byte) int { return countByte(unsafe.SliceData(b), len(b), c) }

// CountString counts c in s.
func CountString(s string, c byte) int { return countByte(unsafe.StringData(s), len(s), c) }

// Index returns the index of the first sep in b, or -1.
func Index(b, sep []byte) int {
	return indexMem(unsafe.SliceData(b), len(b), unsafe.SliceData(sep), len(sep))
}

// IndexString returns the index of the first sep in s, or -1.
func IndexString(s, sep string) int {
	return indexMem(unsafe.StringData(s), len(s), unsafe.StringData(sep), len(sep))
}

// Compare orders a and b byte by byte.
func Compare(a, b []byte) int { return CompareString(Text(a), Text(b)) }

// CompareString orders a and b byte by byte: -1, 0 or 1.
func CompareString(a, b string) int {
	switch c := cmp(a, b); {
	case c < 0:
		return -1
	case c > 0:
		return 1
	}
	return 0
}

// Equal reports whether a and b hold the same bytes.
func Equal(a, b []byte) bool { return Text(a) == Text(b) }

// Text views b as a string. The string is only good while b does not change.
func Text(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// Bytes views s as a slice that must not be written.
func Bytes(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

//tuco:extern tu_bytes_noinit
func noinit(n int) []byte

// MakeNoZero returns n bytes of unspecified content.
func MakeNoZero(n int) []byte { return noinit(n) }
