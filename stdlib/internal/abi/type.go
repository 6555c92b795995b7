// Package abi mirrors in Go the type descriptors and interface words that the compiler emits and the runtime reads.
//
// The C side is runtime/include/tuco.h; both change together. Descriptors are unique: two equal types have the same
// descriptor address, so type identity is pointer equality.
package abi

import "unsafe"

// Kind numbers agree with reflect.Kind.
type Kind uint8

const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

// Flags of Type.Flags.
const (
	FlagDirect      = 1 << iota // the value itself is the interface's data word
	FlagNamed                   // defined or predeclared
	FlagMemEq                   // equality is a comparison of bytes
	FlagVariadic                // func type with a final ...
	FlagComparable              // == compiles; it may panic
	FlagNoHashPanic             // hashing never panics
	FlagDynamic                 // made by reflect at run time
)

// Type is TuType. Elem, Key and Len serve several kinds; U is the C union.
type Type struct {
	Size       uintptr
	PtrBytes   uintptr
	Hash       uint32
	Kind       Kind
	Flags      uint8
	Align      uint8
	FieldAlign uint8
	PtrMask    *byte
	Eq         unsafe.Pointer // C code, not a func value
	HashFn     unsafe.Pointer // C code, not a func value
	Str        string
	PtrTo      *Type
	Uncommon   *Uncommon
	Elem       *Type
	Key        *Type
	Len        int // array length, or channel direction
	U          struct {
		P unsafe.Pointer // fields, interface methods, or parameters
		N int            // how many of them (func: inputs)
		S [2]uintptr     // package path as string words; func: S[0] is the number of results
	}
}

// Uncommon is TuUncommon: what named types and types with methods add.
type Uncommon struct {
	Pkg       string
	Name      string
	NMethod   int
	NExported int
	Methods   *Method
}

// Method is TuMethod.
type Method struct {
	Name string
	Pkg  string
	Type *Type
	Ifn  unsafe.Pointer
	Tfn  unsafe.Pointer
}

// Field is TuField.
type Field struct {
	Name     string
	Pkg      string
	Type     *Type
	Tag      string
	Offset   uintptr
	Embedded bool
}

// IMethod is TuIMethod: a method of an interface type.
type IMethod struct {
	Name string
	Pkg  string
	Type *Type
}

// Itab is TuItab; Fun has one entry per method of the interface.
type Itab struct {
	Inter *Type
	Type  *Type
	Hash  uint32
	Fun   [1 << 16]unsafe.Pointer
}

// Eface is an interface value without methods, Iface one with methods.
type Eface struct {
	Type *Type
	Data unsafe.Pointer
}

// Iface is an interface value with methods.
type Iface struct {
	Tab  *Itab
	Data unsafe.Pointer
}

// SliceHeader is the representation of a slice.
type SliceHeader struct {
	Data     unsafe.Pointer
	Len, Cap int
}

// TypeOf returns the descriptor of v's dynamic type, nil for a nil interface.
func TypeOf(v any) *Type { return (*Type)((*Eface)(unsafe.Pointer(&v)).Type) }

// TypeFor returns the descriptor of T.
func TypeFor[T any]() *Type {
	var p *T
	return TypeOf(p).Elem
}

// EfaceOf views an interface value as its two words.
func EfaceOf(p *any) *Eface { return (*Eface)(unsafe.Pointer(p)) }

// NoEscape hides p from escape analysis.
//
//go:nosplit
func NoEscape(p unsafe.Pointer) unsafe.Pointer {
	x := uintptr(p)
	return unsafe.Pointer(x ^ 0)
}

// Escape forces what x points to onto the heap.
func Escape[T any](x T) T {
	if alwaysFalse {
		escapeSink = x
	}
	return x
}

var alwaysFalse bool
var escapeSink any

// Direct reports whether values of t are stored in an interface's data word itself.
func (t *Type) Direct() bool { return t.Flags&FlagDirect != 0 }

// Fields lists the fields of a struct type.
func (t *Type) Fields() []Field { return unsafe.Slice((*Field)(t.U.P), t.U.N) }

// IMethods lists the methods of an interface type.
func (t *Type) IMethods() []IMethod { return unsafe.Slice((*IMethod)(t.U.P), t.U.N) }

// In lists the parameters of a func type.
func (t *Type) In() []*Type { return unsafe.Slice((**Type)(t.U.P), t.U.N) }

// Out lists the results of a func type.
func (t *Type) Out() []*Type {
	n := int(t.U.S[0])
	if n == 0 {
		return nil
	}
	return unsafe.Slice((**Type)(t.U.P), t.U.N+n)[t.U.N:]
}

// UnionPkg is the package path kept by struct and interface types.
func (t *Type) UnionPkg() string { return *(*string)(unsafe.Pointer(&t.U.S)) }

// SetUnionPkg stores a package path; the bytes must be static.
func (t *Type) SetUnionPkg(s string) { *(*string)(unsafe.Pointer(&t.U.S)) = s }

// Variadic reports whether a func type ends in a ... parameter.
func (t *Type) Variadic() bool { return t.Flags&FlagVariadic != 0 }

// Methods lists all methods of a type that is not an interface, by name.
func (t *Type) Methods() []Method {
	u := t.Uncommon
	if u == nil || u.NMethod == 0 || u.Methods == nil {
		return nil
	}
	return unsafe.Slice(u.Methods, u.NMethod)
}

// PkgPath is the import path of a defined type.
func (t *Type) PkgPath() string {
	if t.Flags&FlagNamed == 0 || t.Uncommon == nil {
		return ""
	}
	return t.Uncommon.Pkg
}

// Name is the name of a defined or predeclared type, with type arguments.
func (t *Type) Name() string {
	if t.Flags&FlagNamed == 0 {
		return ""
	}
	if t.Uncommon != nil && t.Uncommon.Name != "" {
		return t.Uncommon.Name
	}
	s := t.Str
	depth := 0
	for i := len(s) - 1; i >= 0; i-- {
		switch s[i] {
		case ']':
			depth++
		case '[':
			depth--
		case '.':
			if depth == 0 {
				return s[i+1:]
			}
		}
	}
	return s
}

// FindItab returns the method table of t for the interface type inter, nil when t lacks a method.
//
//tuco:extern tu_itab_find
//go:noescape
func FindItab(inter, t *Type) *Itab

// Implements reports whether t, which is not an interface, has the methods of inter.
func Implements(inter, t *Type) bool {
	if inter.U.N == 0 {
		return true
	}
	return t != nil && FindItab(inter, t) != nil
}

// DataPtr returns the address of the value held by e. For a direct type that is the address of e's own data word.
func DataPtr(e *Eface) unsafe.Pointer {
	if e.Type.Direct() {
		return unsafe.Pointer(&e.Data)
	}
	return e.Data
}
