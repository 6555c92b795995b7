// Package strconv converts numbers, booleans and quoted strings to and from text.
//
// Floats are printed with Schubfach's method (shortest) or by a product with 128 bits of a power of ten (given precision), and
// read with Eisel and Lemire's; the few inputs these cannot decide go through exact big-number code (bigdec.go).
package strconv

import "errors"

// IntSize is the width of int.
const IntSize = 64

// ErrRange says that a value does not fit the target type.
var ErrRange = errors.New("value out of range")

// ErrSyntax says that a text does not have the right form.
var ErrSyntax = errors.New("invalid syntax")

// A NumError is a failed conversion.
type NumError struct {
	Func string // the function: ParseInt, ParseFloat, ...
	Num  string // its input
	Err  error  // why: ErrRange, ErrSyntax, ...
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

func (e *NumError) Unwrap() error { return e.Err }

// numError copies s, so that the error does not keep a larger string alive or move the caller's to the heap.
func numError(fn, s string, err error) *NumError {
	return &NumError{fn, string([]byte(s)), err}
}

// ParseBool accepts 1, t, T, TRUE, true, True, 0, f, F, FALSE, false, False.
func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, numError("ParseBool", str, ErrSyntax)
}

// FormatBool gives "true" or "false".
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// AppendBool appends "true" or "false".
func AppendBool(dst []byte, b bool) []byte {
	return append(dst, FormatBool(b)...)
}
