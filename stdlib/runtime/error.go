package runtime

import (
	"internal/abi"
	"unsafe"
)

// An Error is a run-time failure that the language defines: a bounds error, a nil dereference, a failed type assertion.
type Error interface {
	error

	// RuntimeError marks the type; it does nothing.
	RuntimeError()
}

// A TypeAssertionError explains a failed type assertion.
type TypeAssertionError struct {
	inter    *abi.Type // static type of the operand; nil when unknown
	concrete *abi.Type // dynamic type; nil for a nil interface
	asserted *abi.Type
	missing  string // first method that concrete lacks
}

func (*TypeAssertionError) RuntimeError() {}

func (e *TypeAssertionError) Error() string {
	inter := "interface"
	if e.inter != nil {
		inter = e.inter.Str
	}
	want := e.asserted.Str
	if e.concrete == nil {
		return "interface conversion: " + inter + " is nil, not " + want
	}
	have := e.concrete.Str
	if e.missing != "" {
		return "interface conversion: " + have + " is not " + want + ": missing method " + e.missing
	}
	text := "interface conversion: " + inter + " is " + have + ", not " + want
	if have == want {
		if packageOf(e.concrete) != packageOf(e.asserted) {
			text += " (types from different packages)"
		} else {
			text += " (types from different scopes)"
		}
	}
	return text
}

// A PanicNilError is what recover returns after panic(nil).
type PanicNilError struct {
	_ [0]func() // keeps the type from being compared
}

func (*PanicNilError) Error() string { return "runtime error: panic called with nil argument" }
func (*PanicNilError) RuntimeError() {}

// errorString is a run-time error with a fixed text.
type errorString string

func (errorString) RuntimeError()   {}
func (e errorString) Error() string { return "runtime error: " + string(e) }

// plainError is a run-time error whose text has no prefix.
type plainError string

func (plainError) RuntimeError()   {}
func (e plainError) Error() string { return string(e) }

// errorAddressString adds the address whose access failed.
type errorAddressString struct {
	msg  string
	addr uintptr
}

func (errorAddressString) RuntimeError()   {}
func (e errorAddressString) Error() string { return "runtime error: " + e.msg }
func (e errorAddressString) Addr() uintptr { return e.addr }

// boundsError describes a failed index or slice expression; code is 0 for an index, else TU_SL_* + 1.
type boundsError struct {
	x, y   int64
	signed bool // x is a signed number
	code   uint8
}

// In the texts below %x and %y stand for the two numbers. The second text of a pair is for a negative x.
var boundsText = [...][2]string{
	{"index out of range [%x] with length %y", "index out of range [%x]"},
	{"slice bounds out of range [:%x] with length %y", "slice bounds out of range [:%x]"},
	{"slice bounds out of range [:%x] with capacity %y", "slice bounds out of range [:%x]"},
	{"slice bounds out of range [%x:%y]", "slice bounds out of range [%x:]"},
	{"slice bounds out of range [::%x] with length %y", "slice bounds out of range [::%x]"},
	{"slice bounds out of range [::%x] with capacity %y", "slice bounds out of range [::%x]"},
	{"slice bounds out of range [:%x:%y]", "slice bounds out of range [:%x:]"},
	{"slice bounds out of range [%x:%y:]", "slice bounds out of range [%x::]"},
	{"cannot convert slice with length %x to array or pointer to array with length %y", ""},
}

func (boundsError) RuntimeError() {}

func (e boundsError) Error() string {
	text := boundsText[e.code][0]
	if e.signed && e.x < 0 {
		text = boundsText[e.code][1]
	}
	b := make([]byte, 0, 100)
	b = append(b, "runtime error: "...)
	for i := 0; i < len(text); i++ {
		if text[i] != '%' {
			b = append(b, text[i])
			continue
		}
		i++
		if text[i] == 'x' {
			b = appendNum(b, uint64(e.x), e.signed)
		} else {
			b = appendNum(b, uint64(e.y), true)
		}
	}
	return string(b)
}

// appendNum writes v in decimal.
func appendNum(b []byte, v uint64, signed bool) []byte {
	var d [20]byte
	i := len(d)
	neg := signed && int64(v) < 0
	if neg {
		v = -v
	}
	for {
		i--
		d[i] = byte('0' + v%10)
		v /= 10
		if v == 0 {
			break
		}
	}
	if neg {
		b = append(b, '-')
	}
	return append(b, d[i:]...)
}

// itoa is the decimal text of v.
func itoa(v int64) string { return string(appendNum(nil, uint64(v), true)) }

// typeOfWords rebuilds a type from the pointer that C passes.
func typeOfWords(p unsafe.Pointer) *abi.Type { return (*abi.Type)(p) }

// packageOf is the import path of the package that t, or a field or method of it, belongs to.
func packageOf(t *abi.Type) string {
	if t.Flags&abi.FlagNamed == 0 && (t.Kind == abi.Struct || t.Kind == abi.Interface) {
		return *(*string)(unsafe.Pointer(&t.U.S))
	}
	return t.PkgPath()
}
