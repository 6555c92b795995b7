// Package alias asks whether slices share memory.
package alias

import "unsafe"

// Any reports whether x and y have a byte in common.
func Any(x, y []byte) bool {
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	p, q := uintptr(unsafe.Pointer(&x[0])), uintptr(unsafe.Pointer(&y[0]))
	return p < q+uintptr(len(y)) && q < p+uintptr(len(x))
}

// Shifted reports whether x and y have a byte in common but do not begin at the same one.
func Shifted(x, y []byte) bool { return Any(x, y) && &x[0] != &y[0] }
