package runtime

import (
	"internal/abi"
	"unsafe"
)

// The functions named tu... are called from C (runtime/panic): the failures of emitted code become Go panics here, and the
// values of fatal panics are printed.

func tuPanicIndex(x int64, y int64, signed bool, code uint8) {
	panic(boundsError{x, y, signed, code})
}

func tuPanicError(s string) { panic(errorString(s)) }

func tuPanicPlain(s string) { panic(plainError(s)) }

func tuPanicDottype(have, want, iface unsafe.Pointer, missing string) {
	panic(&TypeAssertionError{typeOfWords(iface), typeOfWords(have), typeOfWords(want), missing})
}

var (
	divideError   error = errorString("integer divide by zero")
	overflowError error = errorString("integer overflow")
	memoryError   error = errorString("invalid memory address or nil pointer dereference")
)

func tuPanicDivide() { panic(divideError) }

// panicOverflow is for math/bits.
func panicOverflow() { panic(overflowError) }

func tuPanicMem() { panic(memoryError) }

// tuPanicMemAddr is tuPanicMem for a goroutine that asked debug.SetPanicOnFault to see bad addresses.
func tuPanicMemAddr(addr uintptr) {
	panic(errorAddressString{"invalid memory address or nil pointer dereference", addr})
}

// tuPanicNil is panic(nil).
func tuPanicNil() { panic(new(PanicNilError)) }

// tuPanicValue is what panic(nil) stores, for C code that needs the value and not the panic.
func tuPanicNilValue() any { return new(PanicNilError) }

// throw ends the program with "fatal error: " and text.
//
//tuco:extern tu_throw_str
func throw(text string)

type stringer interface{ String() string }

// tuPreparePanicValue turns errors and Stringers into their text, which may run user code and panic. The runtime calls
// it for every pending panic before it prints the first.
func tuPreparePanicValue(v any) any {
	defer func() {
		const text = "panic while printing panic value"
		switch r := recover().(type) {
		case nil:
		case string:
			throw(text + ": " + r)
		default:
			throw(text + ": type " + typeOfWords(*(*unsafe.Pointer)(unsafe.Pointer(&r))).Str)
		}
	}()
	switch v := v.(type) {
	case error:
		return v.Error()
	case stringer:
		return v.String()
	}
	return v
}

// tuPrintPanicValue prints the argument of a fatal panic.
func tuPrintPanicValue(v any) {
	switch v := v.(type) {
	case nil:
		print("nil")
	case bool:
		print(v)
	case int:
		print(v)
	case int8:
		print(v)
	case int16:
		print(v)
	case int32:
		print(v)
	case int64:
		print(v)
	case uint:
		print(v)
	case uint8:
		print(v)
	case uint16:
		print(v)
	case uint32:
		print(v)
	case uint64:
		print(v)
	case uintptr:
		print(v)
	case float32:
		print(v)
	case float64:
		print(v)
	case complex64:
		print(v)
	case complex128:
		print(v)
	case string:
		printIndented(v)
	case error:
		printIndented(v.Error())
	case stringer:
		printIndented(v.String())
	default:
		printOther(v)
	}
}

// printOther prints values of defined types: T("text"), T(5), or (T) and an address.
func printOther(v any) {
	e := abi.EfaceOf(&v)
	t := e.Type
	p := abi.DataPtr(e)
	if t.Kind == abi.Complex64 || t.Kind == abi.Complex128 {
		print(t.Str)
		if t.Kind == abi.Complex64 {
			print(*(*complex64)(p))
		} else {
			print(*(*complex128)(p))
		}
		return
	}
	if t.Kind == abi.String {
		print(t.Str, `("`)
		printIndented(*(*string)(p))
		print(`")`)
		return
	}
	if t.Kind == abi.Invalid || t.Kind > abi.Float64 {
		print("(", t.Str, ") ", e.Data)
		return
	}
	print(t.Str, "(")
	switch t.Kind {
	case abi.Bool:
		print(*(*bool)(p))
	case abi.Int:
		print(*(*int)(p))
	case abi.Int8:
		print(*(*int8)(p))
	case abi.Int16:
		print(*(*int16)(p))
	case abi.Int32:
		print(*(*int32)(p))
	case abi.Int64:
		print(*(*int64)(p))
	case abi.Uint:
		print(*(*uint)(p))
	case abi.Uint8:
		print(*(*uint8)(p))
	case abi.Uint16:
		print(*(*uint16)(p))
	case abi.Uint32:
		print(*(*uint32)(p))
	case abi.Uint64:
		print(*(*uint64)(p))
	case abi.Uintptr:
		print(*(*uintptr)(p))
	case abi.Float32:
		print(*(*float32)(p))
	case abi.Float64:
		print(*(*float64)(p))
	}
	print(")")
}

// printIndented prints s with a tab after each newline, so that continuation lines are not mistaken for headers.
func printIndented(s string) {
	from := 0
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' {
			print(s[from:i+1], "\t")
			from = i + 1
		}
	}
	print(s[from:])
}

// keepHooks refers to every function that only C calls.
var keepHooks = [...]any{
	tuPanicIndex, tuPanicError, tuPanicPlain, tuPanicDottype, tuPanicDivide, tuPanicMem, tuPanicMemAddr, tuPanicNil,
	tuPanicNilValue, tuPreparePanicValue, tuPrintPanicValue,
}
