package reflect

import (
	"internal/abi"
	"unsafe"
)

// A Value is a Go value seen through its type. The zero Value stands for none; only IsValid, Kind and String work on it.
//
// typ is the type. ptr is the value itself when it is pointer-shaped and flagIndir is clear, else its address.
type Value struct {
	typ *abi.Type
	ptr unsafe.Pointer
	flag
}

// flag holds the kind in its low five bits, then how the value was got; above flagMethodShift the number of a method value.
type flag uintptr

const (
	flagKind     flag = 1<<5 - 1
	flagStickyRO flag = 1 << 5 // through an unexported field
	flagEmbedRO  flag = 1 << 6 // through an unexported embedded field
	flagIndir    flag = 1 << 7 // ptr is the address of the value
	flagAddr     flag = 1 << 8 // addressable; implies flagIndir
	flagMethod   flag = 1 << 9 // v is a receiver, the Value is its method
	flagRO            = flagStickyRO | flagEmbedRO

	flagMethodShift = 10
)

func (f flag) kind() Kind { return Kind(f & flagKind) }

// ro keeps read-only flags sticky for values derived from f.
func (f flag) ro() flag {
	if f&flagRO != 0 {
		return flagStickyRO
	}
	return 0
}

// A ValueError is a call of a method on a Value that does not have it.
type ValueError struct {
	Method string
	Kind   Kind
}

func (e *ValueError) Error() string {
	if e.Kind == Invalid {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

func (f flag) bad(method string) { panic(&ValueError{"reflect.Value." + method, f.kind()}) }

func (f flag) mustBe(k Kind, method string) {
	if f.kind() != k {
		f.bad(method)
	}
}

func (f flag) mustBeExported(method string) {
	if f == 0 {
		panic(&ValueError{"reflect.Value." + method, Invalid})
	}
	if f&flagRO != 0 {
		panic("reflect: reflect.Value." + method + " using value obtained using unexported field")
	}
}

func (f flag) mustBeAssignable(method string) {
	f.mustBeExported(method)
	if f&flagAddr == 0 {
		panic("reflect: reflect.Value." + method + " using unaddressable value")
	}
}

// kindFlag is the flag of a value of t stored at an address.
func kindFlag(t *abi.Type) flag { return flag(t.Kind) }

// ValueOf returns the value in i; the zero Value for nil.
func ValueOf(i any) Value {
	e := abi.EfaceOf(&i)
	t := e.Type
	if t == nil {
		return Value{}
	}
	f := kindFlag(t)
	if !t.Direct() {
		f |= flagIndir
	}
	return Value{t, e.Data, f}
}

// word is the pointer that a pointer-shaped value is.
func (v Value) word() unsafe.Pointer {
	if v.flag&flagIndir != 0 {
		return *(*unsafe.Pointer)(v.ptr)
	}
	return v.ptr
}

// addr is the address of the value's bytes. For a direct value that is the address of p's own word.
func (v *Value) addr() unsafe.Pointer {
	if v.flag&flagIndir != 0 {
		return v.ptr
	}
	return unsafe.Pointer(&v.ptr)
}

// pack makes an interface of v.
func pack(v Value) (i any) {
	t := v.typ
	e := abi.EfaceOf(&i)
	switch {
	case t.Direct():
		e.Data = v.word()
	case v.flag&flagAddr != 0: // others may change it
		c := unsafeNew(t)
		typedCopy(t, c, v.ptr)
		e.Data = c
	default:
		e.Data = v.ptr
	}
	e.Type = t
	return i
}

// CanInterface reports whether Interface works.
func (v Value) CanInterface() bool {
	if v.flag == 0 {
		v.bad("CanInterface")
	}
	return v.flag&flagRO == 0
}

// Interface returns the value as an interface. It panics if the value was got through an unexported field.
func (v Value) Interface() (i any) { return valueInterface(v, true) }

func valueInterface(v Value, safe bool) any {
	if v.flag == 0 {
		panic(&ValueError{"reflect.Value.Interface", Invalid})
	}
	if safe && v.flag&flagRO != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	if v.flag&flagMethod != 0 {
		v = methodValue(v)
	}
	if v.kind() == Interface {
		return ifaceAny(v.typ, v.ptr)
	}
	return pack(v)
}

// ifaceAny reads the interface of type t at p.
func ifaceAny(t *abi.Type, p unsafe.Pointer) any {
	if t.U.N == 0 {
		return *(*any)(p)
	}
	in := (*abi.Iface)(p)
	var i any
	if in.Tab != nil {
		e := abi.EfaceOf(&i)
		e.Type = in.Tab.Type
		e.Data = in.Data
	}
	return i
}

// TypeAssert is v.Interface().(T), without an interface on the way where that is possible.
func TypeAssert[T any](v Value) (T, bool) {
	if v.flag == 0 {
		panic(&ValueError{"reflect.TypeAssert", Invalid})
	}
	if v.flag&flagRO != 0 {
		panic("reflect.TypeAssert: cannot return value obtained from unexported field or method")
	}
	if v.flag&flagMethod != 0 {
		v = methodValue(v)
	}
	if want := abi.TypeFor[T](); want.Kind != abi.Interface && v.kind() != Interface {
		if v.typ != want {
			var zero T
			return zero, false
		}
		return *(*T)(v.addr()), true
	}
	x, ok := valueInterface(v, false).(T)
	return x, ok
}

// InterfaceData returns the two words of an interface.
func (v Value) InterfaceData() [2]uintptr {
	v.mustBe(Interface, "InterfaceData")
	return *(*[2]uintptr)(v.ptr)
}

// IsValid reports whether v is a value at all.
func (v Value) IsValid() bool { return v.flag != 0 }

// Kind is the kind of v's type, Invalid for the zero Value.
func (v Value) Kind() Kind { return v.kind() }

// Type is v's type.
func (v Value) Type() Type {
	if v.flag != 0 && v.flag&flagMethod == 0 {
		return (*rtype)(unsafe.Pointer(v.typ))
	}
	if v.flag == 0 {
		panic(&ValueError{"reflect.Value.Type", Invalid})
	}
	i := int(v.flag >> flagMethodShift)
	if v.typ.Kind == abi.Interface {
		return toType(v.typ.IMethods()[i].Type)
	}
	return toType(exported(v.typ)[i].Type)
}

// CanAddr reports whether Addr works: elements of slices, fields and elements of addressable values, what pointers point to.
func (v Value) CanAddr() bool { return v.flag&flagAddr != 0 }

// CanSet reports whether v can be changed: it is addressable and was not got through unexported fields.
func (v Value) CanSet() bool { return v.flag&(flagAddr|flagRO) == flagAddr }

// Addr returns a pointer to v.
func (v Value) Addr() Value {
	if v.flag&flagAddr == 0 {
		panic("reflect.Value.Addr of unaddressable value")
	}
	return Value{ptrTo(v.typ), v.ptr, v.flag&flagRO | flag(Pointer)}
}

// UnsafeAddr is the address of v.
func (v Value) UnsafeAddr() uintptr {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.UnsafeAddr", Invalid})
	}
	if v.flag&flagAddr == 0 {
		panic("reflect.Value.UnsafeAddr of unaddressable value")
	}
	return uintptr(abi.Escape(v.ptr)) // the number may become a pointer again
}

// Elem returns what an interface holds or a pointer points to; the zero Value for nil.
func (v Value) Elem() Value {
	switch v.kind() {
	case Interface:
		i := ifaceAny(v.typ, v.ptr)
		x := ValueOf(i)
		if x.flag != 0 {
			x.flag |= v.flag.ro()
		}
		return x
	case Pointer:
		p := v.word()
		if p == nil {
			return Value{}
		}
		t := v.typ.Elem
		return Value{t, p, v.flag&flagRO | flagIndir | flagAddr | kindFlag(t)}
	}
	panic(&ValueError{"reflect.Value.Elem", v.kind()})
}

// Indirect is v.Elem() for pointers, v otherwise.
func Indirect(v Value) Value {
	if v.Kind() != Pointer {
		return v
	}
	return v.Elem()
}

// NumField counts the fields of a struct.
func (v Value) NumField() int {
	v.mustBe(Struct, "NumField")
	return v.typ.U.N
}

// Field returns the i-th field of a struct.
func (v Value) Field(i int) Value {
	v.mustBe(Struct, "Field")
	if uint(i) >= uint(v.typ.U.N) {
		panic("reflect: Field index out of range")
	}
	f := (*abi.Field)(unsafe.Add(v.typ.U.P, uintptr(i)*unsafe.Sizeof(abi.Field{})))
	fl := v.flag&(flagStickyRO|flagIndir|flagAddr) | kindFlag(f.Type)
	if f.Pkg != "" {
		if f.Embedded {
			fl |= flagEmbedRO
		} else {
			fl |= flagStickyRO
		}
	}
	// A direct struct has one field, which is the word.
	return Value{f.Type, unsafe.Add(v.ptr, f.Offset), fl}
}

// FieldByIndex follows index through embedded structs; nil pointers on the way panic.
func (v Value) FieldByIndex(index []int) Value {
	if len(index) == 1 {
		return v.Field(index[0])
	}
	v.mustBe(Struct, "FieldByIndex")
	for n, i := range index {
		if n > 0 && v.Kind() == Pointer && v.typ.Elem.Kind == abi.Struct {
			if v.IsNil() {
				panic("reflect: indirection through nil pointer to embedded struct")
			}
			v = v.Elem()
		}
		v = v.Field(i)
	}
	return v
}

type stringError string

func (e stringError) Error() string { return string(e) }

// FieldByIndexErr is FieldByIndex that returns an error for a nil pointer.
func (v Value) FieldByIndexErr(index []int) (Value, error) {
	if len(index) == 1 {
		return v.Field(index[0]), nil
	}
	v.mustBe(Struct, "FieldByIndexErr")
	for n, i := range index {
		if n > 0 && v.Kind() == Pointer && v.typ.Elem.Kind == abi.Struct {
			if v.IsNil() {
				return Value{}, stringError("reflect: indirection through nil pointer to embedded struct field " + v.typ.Elem.Name())
			}
			v = v.Elem()
		}
		v = v.Field(i)
	}
	return v, nil
}

// FieldByName returns the field with a name, the zero Value if there is none.
func (v Value) FieldByName(name string) Value {
	v.mustBe(Struct, "FieldByName")
	if f, ok := (*rtype)(unsafe.Pointer(v.typ)).FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// FieldByNameFunc returns the field whose name matches, the zero Value if there is not exactly one.
func (v Value) FieldByNameFunc(match func(string) bool) Value {
	if f, ok := (*rtype)(unsafe.Pointer(v.typ)).FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// Len is the length of an array, channel, map, slice, string or pointer to array.
func (v Value) Len() int {
	switch v.kind() {
	case Slice:
		return (*abi.SliceHeader)(v.ptr).Len
	case String:
		return len(*(*string)(v.ptr))
	case Array:
		return v.typ.Len
	case Map:
		return mapLenOf(v.word())
	case Chan:
		return chanLenOf(v.word())
	case Pointer:
		if v.typ.Elem.Kind == abi.Array {
			return v.typ.Elem.Len
		}
		panic("reflect: call of reflect.Value.Len on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Len", v.kind()})
}

func mapLenOf(m unsafe.Pointer) int {
	if m == nil {
		return 0
	}
	return mapLen(m)
}

func chanLenOf(c unsafe.Pointer) int {
	if c == nil {
		return 0
	}
	return chanLen(c)
}

// Cap is the capacity of an array, channel, slice or pointer to array.
func (v Value) Cap() int {
	switch v.kind() {
	case Slice:
		return (*abi.SliceHeader)(v.ptr).Cap
	case Array:
		return v.typ.Len
	case Chan:
		if c := v.word(); c != nil {
			return chanCap(c)
		}
		return 0
	case Pointer:
		if v.typ.Elem.Kind == abi.Array {
			return v.typ.Elem.Len
		}
		panic("reflect: call of reflect.Value.Cap on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Cap", v.kind()})
}

// Index returns the i-th element of an array, slice or string.
func (v Value) Index(i int) Value {
	switch v.kind() {
	case Slice:
		s := (*abi.SliceHeader)(v.ptr)
		if uint(i) >= uint(s.Len) {
			panic("reflect: slice index out of range")
		}
		t := v.typ.Elem
		return Value{t, unsafe.Add(s.Data, uintptr(i)*t.Size), flagAddr | flagIndir | v.flag.ro() | kindFlag(t)}
	case Array:
		if uint(i) >= uint(v.typ.Len) {
			panic("reflect: array index out of range")
		}
		t := v.typ.Elem
		return Value{t, unsafe.Add(v.ptr, uintptr(i)*t.Size), v.flag&(flagIndir|flagAddr) | v.flag.ro() | kindFlag(t)}
	case String:
		s := *(*string)(v.ptr)
		if uint(i) >= uint(len(s)) {
			panic("reflect: string index out of range")
		}
		return Value{uint8Type, unsafe.Pointer(&unsafe.Slice(unsafe.StringData(s), len(s))[i]), v.flag.ro() | flag(Uint8) | flagIndir}
	}
	panic(&ValueError{"reflect.Value.Index", v.kind()})
}

var (
	uint8Type  = abi.TypeFor[uint8]()
	stringType = abi.TypeFor[string]()
	bytesType  = abi.TypeFor[[]byte]()
	boolType   = abi.TypeFor[bool]()
)

// IsNil reports whether a channel, func, interface, map, pointer, slice or unsafe.Pointer is nil.
func (v Value) IsNil() bool {
	switch v.kind() {
	case Chan, Func, Map, Pointer, UnsafePointer:
		if v.flag&flagMethod != 0 {
			return false
		}
		return v.word() == nil
	case Interface, Slice:
		return *(*unsafe.Pointer)(v.ptr) == nil
	}
	panic(&ValueError{"reflect.Value.IsNil", v.kind()})
}

// IsZero reports whether v is the zero value of its type.
func (v Value) IsZero() bool {
	switch v.kind() {
	case Float32, Float64:
		return bytesZero(v.ptr, v.typ.Size) // -0 is not zero
	case Complex64, Complex128:
		return bytesZero(v.ptr, v.typ.Size)
	case Array:
		if v.flag&flagIndir == 0 {
			return v.ptr == nil
		}
		if v.typ.Flags&abi.FlagMemEq != 0 {
			return bytesZero(v.ptr, v.typ.Size)
		}
		for i := range v.typ.Len {
			if !v.Index(i).IsZero() {
				return false
			}
		}
		return true
	case Struct:
		if v.flag&flagIndir == 0 {
			return v.ptr == nil
		}
		if v.typ.Flags&abi.FlagMemEq != 0 {
			return bytesZero(v.ptr, v.typ.Size)
		}
		for i := range v.typ.U.N {
			if f := v.Field(i); v.typ.Fields()[i].Name != "_" && !f.IsZero() {
				return false
			}
		}
		return true
	case Bool, Int, Int8, Int16, Int32, Int64, Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
		return bytesZero(v.ptr, v.typ.Size)
	case String:
		return *(*string)(v.ptr) == ""
	case Chan, Func, Interface, Map, Pointer, Slice, UnsafePointer:
		return v.IsNil()
	}
	panic(&ValueError{"reflect.Value.IsZero", v.Kind()})
}

func bytesZero(p unsafe.Pointer, n uintptr) bool {
	for _, b := range unsafe.Slice((*byte)(p), n) {
		if b != 0 {
			return false
		}
	}
	return true
}

// Zero returns the zero value of typ.
func Zero(typ Type) Value {
	if typ == nil {
		panic("reflect: Zero(nil)")
	}
	t := typ.common()
	if t.Direct() {
		return Value{t, nil, kindFlag(t)}
	}
	var p unsafe.Pointer
	if t.Size <= uintptr(len(zeros)) {
		p = unsafe.Pointer(&zeros)
	} else {
		p = unsafeNew(t)
	}
	return Value{t, p, kindFlag(t) | flagIndir}
}

// zeros backs zero values, which are never written to.
var zeros [1024]byte

// New returns a pointer to a new zero value.
func New(typ Type) Value {
	if typ == nil {
		panic("reflect: New(nil)")
	}
	t := typ.common()
	return Value{ptrTo(t), unsafeNew(t), flag(Pointer)}
}

// NewAt returns p as a pointer to typ.
func NewAt(typ Type, p unsafe.Pointer) Value { return Value{ptrTo(typ.common()), p, flag(Pointer)} }

// Int returns the value of a signed integer.
func (v Value) Int() int64 {
	p := v.ptr
	switch v.kind() {
	case Int:
		return int64(*(*int)(p))
	case Int8:
		return int64(*(*int8)(p))
	case Int16:
		return int64(*(*int16)(p))
	case Int32:
		return int64(*(*int32)(p))
	case Int64:
		return *(*int64)(p)
	}
	panic(&ValueError{"reflect.Value.Int", v.kind()})
}

// Uint returns the value of an unsigned integer.
func (v Value) Uint() uint64 {
	p := v.ptr
	switch v.kind() {
	case Uint:
		return uint64(*(*uint)(p))
	case Uint8:
		return uint64(*(*uint8)(p))
	case Uint16:
		return uint64(*(*uint16)(p))
	case Uint32:
		return uint64(*(*uint32)(p))
	case Uint64:
		return *(*uint64)(p)
	case Uintptr:
		return uint64(*(*uintptr)(p))
	}
	panic(&ValueError{"reflect.Value.Uint", v.kind()})
}

// Float returns the value of a floating-point number.
func (v Value) Float() float64 {
	switch v.kind() {
	case Float32:
		return float64(*(*float32)(v.ptr))
	case Float64:
		return *(*float64)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.Float", v.kind()})
}

// Complex returns the value of a complex number.
func (v Value) Complex() complex128 {
	switch v.kind() {
	case Complex64:
		return complex128(*(*complex64)(v.ptr))
	case Complex128:
		return *(*complex128)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.Complex", v.kind()})
}

// Bool returns the value of a boolean.
func (v Value) Bool() bool {
	if v.kind() != Bool {
		v.bad("Bool")
	}
	return *(*bool)(v.ptr)
}

// String returns the value of a string; for other kinds it is <T Value>, for the zero Value <invalid Value>.
func (v Value) String() string {
	switch v.kind() {
	case String:
		return *(*string)(v.ptr)
	case Invalid:
		return "<invalid Value>"
	}
	return "<" + v.Type().String() + " Value>"
}

// Bytes returns the value of a slice of bytes or an addressable array of bytes.
func (v Value) Bytes() []byte {
	switch v.kind() {
	case Slice:
		if v.typ.Elem.Kind != abi.Uint8 {
			panic("reflect.Value.Bytes of non-byte slice")
		}
		return *(*[]byte)(v.ptr)
	case Array:
		if v.typ.Elem.Kind != abi.Uint8 {
			panic("reflect.Value.Bytes of non-byte array")
		}
		if !v.CanAddr() {
			panic("reflect.Value.Bytes of unaddressable byte array")
		}
		return unsafe.Slice((*byte)(v.ptr), v.typ.Len)
	}
	panic(&ValueError{"reflect.Value.Bytes", v.kind()})
}

// runes is the value of a slice of runes.
func (v Value) runes() []rune {
	v.mustBe(Slice, "runes")
	return *(*[]rune)(v.ptr)
}

// CanInt, CanUint, CanFloat and CanComplex report whether the method after Can works.
func (v Value) CanInt() bool     { k := v.kind(); return Int <= k && k <= Int64 }
func (v Value) CanUint() bool    { k := v.kind(); return Uint <= k && k <= Uintptr }
func (v Value) CanFloat() bool   { k := v.kind(); return k == Float32 || k == Float64 }
func (v Value) CanComplex() bool { k := v.kind(); return k == Complex64 || k == Complex128 }

// OverflowInt and the others report whether v's type cannot hold x.
func (v Value) OverflowInt(x int64) bool {
	if !v.CanInt() {
		v.bad("OverflowInt")
	}
	return toType(v.typ).OverflowInt(x)
}

func (v Value) OverflowUint(x uint64) bool {
	if !v.CanUint() {
		v.bad("OverflowUint")
	}
	return toType(v.typ).OverflowUint(x)
}

func (v Value) OverflowFloat(x float64) bool {
	if !v.CanFloat() {
		v.bad("OverflowFloat")
	}
	return toType(v.typ).OverflowFloat(x)
}

func (v Value) OverflowComplex(x complex128) bool {
	if !v.CanComplex() {
		v.bad("OverflowComplex")
	}
	return toType(v.typ).OverflowComplex(x)
}

// Pointer is the address that a chan, func, map, pointer, slice, string or unsafe.Pointer holds. For a func it is its code.
func (v Value) Pointer() uintptr {
	switch v.kind() {
	case Pointer, Chan, Map, UnsafePointer:
		return uintptr(abi.Escape(v.word()))
	case Func:
		if v.flag&flagMethod != 0 {
			_, code, _ := receiver("Pointer", v)
			return uintptr(code)
		}
		p := v.word()
		if p != nil { // a closure object begins with its code
			p = *(*unsafe.Pointer)(p)
		}
		return uintptr(p)
	case Slice, String:
		return uintptr(*(*unsafe.Pointer)(v.ptr))
	}
	panic(&ValueError{"reflect.Value.Pointer", v.kind()})
}

// UnsafePointer is Pointer as an unsafe.Pointer.
func (v Value) UnsafePointer() unsafe.Pointer {
	switch v.kind() {
	case Pointer, Chan, Map, UnsafePointer:
		return v.word()
	case Func:
		return unsafe.Pointer(v.Pointer())
	case Slice, String:
		return *(*unsafe.Pointer)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.UnsafePointer", v.kind()})
}

// StringHeader is how a string lies in memory. Deprecated: use unsafe.String.
type StringHeader struct {
	Data uintptr
	Len  int
}

// SliceHeader is how a slice lies in memory. Deprecated: use unsafe.Slice.
type SliceHeader struct {
	Data uintptr
	Len  int
	Cap  int
}
