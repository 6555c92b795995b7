// Package reflect looks at types and values at run time.
//
// A Type is a descriptor that the compiler emitted (internal/abi) or that one of the ...Of functions made. A Value is a descriptor and
// the value's word or address. The laws are those of the language: an exported name is needed to read or set through reflect what
// the program could not, and only addressable values can be set.
package reflect

import (
	"internal/abi"
	"iter"
	"strconv"
	"unsafe"
)

// A Kind is the class of a type.
type Kind uint

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

// Ptr is the old name of Pointer.
const Ptr = Pointer

var kindNames = [...]string{"invalid", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr",
	"float32", "float64", "complex64", "complex128", "array", "chan", "func", "interface", "map", "ptr", "slice", "string", "struct",
	"unsafe.Pointer"}

func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "kind" + strconv.Itoa(int(k))
}

// A ChanDir is the direction of a channel type.
type ChanDir int

const (
	RecvDir ChanDir             = 1 << iota // <-chan
	SendDir                                 // chan<-
	BothDir = RecvDir | SendDir             // chan
)

func (d ChanDir) String() string {
	switch d {
	case SendDir:
		return "chan<-"
	case RecvDir:
		return "<-chan"
	case BothDir:
		return "chan"
	}
	return "ChanDir" + strconv.Itoa(int(d))
}

// Type describes a Go type. Types are equal by == exactly when they are identical. Methods that do not suit the kind panic.
type Type interface {
	Align() int
	FieldAlign() int
	Method(int) Method         // i-th exported method by name; for non-interface types its Func takes the receiver first
	Methods() iter.Seq[Method] // all of them
	MethodByName(string) (Method, bool)
	NumMethod() int  // exported methods; of interface types all
	Name() string    // of a defined or predeclared type, else ""
	PkgPath() string // of a defined type, else ""
	Size() uintptr
	String() string // as written, with the package's name
	Kind() Kind
	Implements(u Type) bool
	AssignableTo(u Type) bool
	ConvertibleTo(u Type) bool
	Comparable() bool // == compiles; it may still panic
	Bits() int        // of numbers
	ChanDir() ChanDir
	IsVariadic() bool // func with a final ...
	Elem() Type       // array, chan, map, pointer, slice
	Field(i int) StructField
	Fields() iter.Seq[StructField]
	FieldByIndex(index []int) StructField // along embedded structs
	FieldByName(name string) (StructField, bool)
	FieldByNameFunc(match func(string) bool) (StructField, bool)
	In(i int) Type
	Ins() iter.Seq[Type]
	Key() Type
	Len() int // of arrays
	NumField() int
	NumIn() int
	NumOut() int
	Out(i int) Type
	Outs() iter.Seq[Type]
	OverflowComplex(x complex128) bool
	OverflowFloat(x float64) bool
	OverflowInt(x int64) bool
	OverflowUint(x uint64) bool
	CanSeq() bool  // range with one variable works
	CanSeq2() bool // range with two variables works

	common() *abi.Type
}

// rtype is a descriptor seen as a Type.
type rtype struct{ t abi.Type }

func (r *rtype) common() *abi.Type { return &r.t }

// toType makes a Type; nil stays a nil interface.
func toType(t *abi.Type) Type {
	if t == nil {
		return nil
	}
	return (*rtype)(unsafe.Pointer(t))
}

// TypeOf returns the dynamic type of i, nil for a nil interface.
func TypeOf(i any) Type { return toType(abi.TypeOf(i)) }

// TypeFor returns the Type of T.
func TypeFor[T any]() Type {
	var p *T
	return toType(abi.TypeOf(p).Elem)
}

func (r *rtype) Align() int      { return int(r.t.Align) }
func (r *rtype) FieldAlign() int { return int(r.t.FieldAlign) }
func (r *rtype) Size() uintptr   { return r.t.Size }
func (r *rtype) String() string  { return r.t.Str }
func (r *rtype) Kind() Kind      { return Kind(r.t.Kind) }
func (r *rtype) Name() string    { return r.t.Name() }
func (r *rtype) PkgPath() string { return r.t.PkgPath() }

func (r *rtype) Comparable() bool { return r.t.Flags&abi.FlagComparable != 0 }

// wrong panics for a method that does not suit the type's kind.
func (r *rtype) wrong(method, kinds string) {
	panic("reflect: " + method + " of " + kinds + "type " + r.t.Str)
}

func (r *rtype) Bits() int {
	k := r.Kind()
	if k < Int || k > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + r.t.Str)
	}
	return int(r.t.Size) * 8
}

func (r *rtype) Elem() Type {
	switch r.t.Kind {
	case abi.Array, abi.Chan, abi.Map, abi.Pointer, abi.Slice:
		return toType(r.t.Elem)
	}
	panic("reflect: Elem of invalid type " + r.t.Str)
}

func (r *rtype) need(k abi.Kind, text string) {
	if r.t.Kind != k {
		panic("reflect: " + text + " type " + r.t.Str)
	}
}

func (r *rtype) ChanDir() ChanDir {
	r.need(abi.Chan, "ChanDir of non-chan")
	return ChanDir(r.t.Len)
}

func (r *rtype) Key() Type {
	r.need(abi.Map, "Key of non-map")
	return toType(r.t.Key)
}

func (r *rtype) Len() int {
	r.need(abi.Array, "Len of non-array")
	return r.t.Len
}

func (r *rtype) IsVariadic() bool {
	r.need(abi.Func, "IsVariadic of non-func")
	return r.t.Variadic()
}

func (r *rtype) NumIn() int {
	r.need(abi.Func, "NumIn of non-func")
	return r.t.U.N
}

func (r *rtype) NumOut() int {
	r.need(abi.Func, "NumOut of non-func")
	return int(r.t.U.S[0])
}

func (r *rtype) In(i int) Type {
	r.need(abi.Func, "In of non-func")
	return toType(r.t.In()[i])
}

func (r *rtype) Out(i int) Type {
	r.need(abi.Func, "Out of non-func")
	return toType(r.t.Out()[i])
}

func seqOf(list []*abi.Type) iter.Seq[Type] {
	return func(yield func(Type) bool) {
		for _, t := range list {
			if !yield(toType(t)) {
				return
			}
		}
	}
}

func (r *rtype) Ins() iter.Seq[Type] {
	r.need(abi.Func, "Ins of non-func")
	return seqOf(r.t.In())
}

func (r *rtype) Outs() iter.Seq[Type] {
	r.need(abi.Func, "Outs of non-func")
	return seqOf(r.t.Out())
}

func (r *rtype) OverflowComplex(x complex128) bool {
	switch r.Kind() {
	case Complex64:
		return overflowFloat32(real(x)) || overflowFloat32(imag(x))
	case Complex128:
		return false
	}
	panic("reflect: OverflowComplex of non-complex type " + r.t.Str)
}

func (r *rtype) OverflowFloat(x float64) bool {
	switch r.Kind() {
	case Float32:
		return overflowFloat32(x)
	case Float64:
		return false
	}
	panic("reflect: OverflowFloat of non-float type " + r.t.Str)
}

func (r *rtype) OverflowInt(x int64) bool {
	if k := r.Kind(); k < Int || k > Int64 {
		panic("reflect: OverflowInt of non-int type " + r.t.Str)
	}
	s := 64 - uint(r.t.Size)*8
	return x<<s>>s != x
}

func (r *rtype) OverflowUint(x uint64) bool {
	if k := r.Kind(); k < Uint || k > Uintptr {
		panic("reflect: OverflowUint of non-uint type " + r.t.Str)
	}
	s := 64 - uint(r.t.Size)*8
	return x<<s>>s != x
}

func overflowFloat32(x float64) bool {
	if x < 0 {
		x = -x
	}
	const maxFloat32 = 0x1p127 * (1 + (1 - 0x1p-23))
	return maxFloat32 < x && x <= 0x1p1023*(1+(1-0x1p-52))
}

func (r *rtype) CanSeq() bool {
	switch r.Kind() {
	case Int8, Int16, Int32, Int64, Int, Uint8, Uint16, Uint32, Uint64, Uint, Uintptr, Array, Slice, Chan, String, Map:
		return true
	case Func:
		return yields(&r.t, 1)
	case Pointer:
		return r.t.Elem.Kind == abi.Array
	}
	return false
}

func (r *rtype) CanSeq2() bool {
	switch r.Kind() {
	case Array, Slice, String, Map:
		return true
	case Func:
		return yields(&r.t, 2)
	case Pointer:
		return r.t.Elem.Kind == abi.Array
	}
	return false
}

// yields reports whether t is func(yield func(n values) bool).
func yields(t *abi.Type, n int) bool {
	in := t.In()
	if len(in) != 1 || len(t.Out()) != 0 {
		return false
	}
	y := in[0]
	return y.Kind == abi.Func && len(y.In()) == n && len(y.Out()) == 1 && y.Out()[0].Kind == abi.Bool
}

// A Method is a method of a type.
type Method struct {
	Name    string
	PkgPath string // of unexported methods
	Type    Type
	Func    Value // with the receiver as first argument; invalid for interface types
	Index   int
}

// IsExported reports whether the name is exported.
func (m Method) IsExported() bool { return m.PkgPath == "" }

// exported lists the exported methods of a type that is not an interface.
func exported(t *abi.Type) []abi.Method {
	all := t.Methods()
	for i := range all {
		if all[i].Pkg == "" {
			continue
		}
		// Rare: an unexported name lies before an exported one.
		n := 0
		for j := range all {
			if all[j].Pkg == "" {
				n++
			}
		}
		if firstN(all, n) {
			return all[:n]
		}
		list := make([]abi.Method, 0, n)
		for j := range all {
			if all[j].Pkg == "" {
				list = append(list, all[j])
			}
		}
		return list
	}
	return all
}

func firstN(all []abi.Method, n int) bool {
	for _, m := range all[:n] {
		if m.Pkg != "" {
			return false
		}
	}
	return true
}

func (r *rtype) NumMethod() int {
	if r.t.Kind == abi.Interface {
		return r.t.U.N
	}
	return len(exported(&r.t))
}

func (r *rtype) Method(i int) Method {
	if r.t.Kind == abi.Interface {
		list := r.t.IMethods()
		if i < 0 || i >= len(list) {
			panic("reflect: Method index out of range")
		}
		m := &list[i]
		return Method{Name: m.Name, PkgPath: m.Pkg, Type: toType(m.Type), Index: i}
	}
	list := exported(&r.t)
	if i < 0 || i >= len(list) {
		panic("reflect: Method index out of range")
	}
	m := &list[i]
	out := Method{Name: m.Name, Index: i}
	if m.Type == nil {
		return out // the compiler dropped it
	}
	in := append([]Type{toType(&r.t)}, typesOf(m.Type.In())...)
	mt := FuncOf(in, typesOf(m.Type.Out()), m.Type.Variadic())
	out.Type = mt
	out.Func = makeFunc(mt, func(args []Value) []Value {
		f := args[0].Method(i)
		if mt.IsVariadic() {
			return f.CallSlice(args[1:])
		}
		return f.Call(args[1:])
	}, false)
	return out
}

func typesOf(list []*abi.Type) []Type {
	out := make([]Type, len(list))
	for i, t := range list {
		out[i] = toType(t)
	}
	return out
}

func (r *rtype) Methods() iter.Seq[Method] {
	return func(yield func(Method) bool) {
		for i := range r.NumMethod() {
			if !yield(r.Method(i)) {
				return
			}
		}
	}
}

func (r *rtype) MethodByName(name string) (Method, bool) {
	if i := methodIndex(&r.t, name); i >= 0 {
		return r.Method(i), true
	}
	return Method{}, false
}

func methodIndex(t *abi.Type, name string) int {
	if t.Kind == abi.Interface {
		for i, m := range t.IMethods() {
			if m.Name == name {
				return i
			}
		}
		return -1
	}
	for i, m := range exported(t) {
		if m.Name == name {
			return i
		}
	}
	return -1
}

func (r *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return implements(u.common(), &r.t)
}

// implements reports whether v has all methods of the interface type t.
func implements(t, v *abi.Type) bool {
	if t.U.N == 0 {
		return true
	}
	if v.Kind != abi.Interface {
		return abi.FindItab(t, v) != nil
	}
	have := v.IMethods() // sorted as want
	for _, w := range t.IMethods() {
		for len(have) > 0 && (have[0].Name != w.Name || have[0].Pkg != w.Pkg) {
			have = have[1:]
		}
		if len(have) == 0 || have[0].Type != w.Type {
			return false
		}
	}
	return true
}

func (r *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	t := u.common()
	return directlyAssignable(t, &r.t) || t.Kind == abi.Interface && implements(t, &r.t)
}

func (r *rtype) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return convertOp(u.common(), &r.t) != nil
}

// directlyAssignable reports whether a V may be stored as a T without change: the same type, or identical underlying types one of
// which has no name.
func directlyAssignable(T, V *abi.Type) bool {
	if T == V {
		return true
	}
	if T.Flags&V.Flags&abi.FlagNamed != 0 || T.Kind != V.Kind {
		return false
	}
	if T.Kind == abi.Chan && ChanDir(V.Len) == BothDir && T.Elem == V.Elem {
		return true
	}
	return sameUnderlying(T, V, true)
}

// sameType compares types; without tags the tags of structs do not matter.
func sameType(T, V *abi.Type, tags bool) bool {
	if T == V || tags {
		return T == V
	}
	if T.Kind != V.Kind || T.Name() != V.Name() || T.PkgPath() != V.PkgPath() {
		return false
	}
	if T.Flags&abi.FlagNamed != 0 {
		return false // two descriptors of defined types are two types
	}
	return sameUnderlying(T, V, false)
}

func sameUnderlying(T, V *abi.Type, tags bool) bool {
	if T == V {
		return true
	}
	if T.Kind != V.Kind {
		return false
	}
	switch T.Kind {
	case abi.Array:
		return T.Len == V.Len && sameType(T.Elem, V.Elem, tags)
	case abi.Chan:
		return T.Len == V.Len && sameType(T.Elem, V.Elem, tags)
	case abi.Func:
		if T.Variadic() != V.Variadic() {
			return false
		}
		return sameList(T.In(), V.In(), tags) && sameList(T.Out(), V.Out(), tags)
	case abi.Interface:
		return T.U.N == V.U.N && implements(T, V)
	case abi.Map:
		return sameType(T.Key, V.Key, tags) && sameType(T.Elem, V.Elem, tags)
	case abi.Pointer, abi.Slice:
		return sameType(T.Elem, V.Elem, tags)
	case abi.Struct:
		a, b := T.Fields(), V.Fields()
		if len(a) != len(b) {
			return false
		}
		for i := range a {
			x, y := &a[i], &b[i]
			if x.Name != y.Name || x.Pkg != y.Pkg || x.Embedded != y.Embedded || tags && x.Tag != y.Tag ||
				!sameType(x.Type, y.Type, tags) {
				return false
			}
		}
		return true
	}
	return true // basic kinds
}

func sameList(a, b []*abi.Type, tags bool) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !sameType(a[i], b[i], tags) {
			return false
		}
	}
	return true
}
