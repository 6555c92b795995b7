package reflect

import (
	"internal/abi"
	"unsafe"
)

// assignTo returns v as a value of t, which it must be assignable to; context names the operation.
func (v Value) assignTo(context string, t *abi.Type) Value {
	if v.flag&flagMethod != 0 {
		v = methodValue(v)
	}
	switch {
	case directlyAssignable(t, v.typ):
		return Value{t, v.ptr, v.flag&(flagAddr|flagIndir) | v.flag.ro() | kindFlag(t)}
	case t.Kind == abi.Interface && implements(t, v.typ):
		p := unsafeNew(t)
		if v.Kind() == Interface && v.IsNil() {
			return Value{t, p, flagIndir | flag(Interface)}
		}
		storeIface(t, p, valueInterface(v, false))
		return Value{t, p, flagIndir | flag(Interface)}
	}
	panic(context + ": value of type " + v.typ.Str + " is not assignable to type " + t.Str)
}

// storeIface stores x, which is not nil, in the interface of type t at p.
func storeIface(t *abi.Type, p unsafe.Pointer, x any) {
	if t.U.N == 0 {
		*(*any)(p) = x
		return
	}
	e := abi.EfaceOf(&x)
	var in abi.Iface
	in.Tab = itabFor(t, e.Type)
	in.Data = e.Data
	*(*abi.Iface)(p) = in
}

// Set assigns x to v.
func (v Value) Set(x Value) {
	v.mustBeAssignable("Set")
	x.mustBeExported("Set")
	x = x.assignTo("reflect.Set", v.typ)
	if x.flag&flagIndir != 0 {
		if x.ptr == unsafe.Pointer(&zeros) {
			typedClear(v.typ, v.ptr, 1)
		} else {
			typedCopy(v.typ, v.ptr, x.ptr)
		}
	} else {
		*(*unsafe.Pointer)(v.ptr) = x.ptr
	}
}

// SetZero makes v the zero value of its type.
func (v Value) SetZero() {
	v.mustBeAssignable("SetZero")
	typedClear(v.typ, v.ptr, 1)
}

// SetBool, SetInt and so on set v, whose kind must fit. Numbers are cut to its size.
func (v Value) SetBool(x bool) {
	v.mustBeAssignable("SetBool")
	v.mustBe(Bool, "SetBool")
	*(*bool)(v.ptr) = x
}

func (v Value) SetInt(x int64) {
	v.mustBeAssignable("SetInt")
	switch v.kind() {
	case Int:
		*(*int)(v.ptr) = int(x)
	case Int8:
		*(*int8)(v.ptr) = int8(x)
	case Int16:
		*(*int16)(v.ptr) = int16(x)
	case Int32:
		*(*int32)(v.ptr) = int32(x)
	case Int64:
		*(*int64)(v.ptr) = x
	default:
		v.bad("SetInt")
	}
}

func (v Value) SetUint(x uint64) {
	v.mustBeAssignable("SetUint")
	switch v.kind() {
	case Uint:
		*(*uint)(v.ptr) = uint(x)
	case Uint8:
		*(*uint8)(v.ptr) = uint8(x)
	case Uint16:
		*(*uint16)(v.ptr) = uint16(x)
	case Uint32:
		*(*uint32)(v.ptr) = uint32(x)
	case Uint64:
		*(*uint64)(v.ptr) = x
	case Uintptr:
		*(*uintptr)(v.ptr) = uintptr(x)
	default:
		v.bad("SetUint")
	}
}

func (v Value) SetFloat(x float64) {
	v.mustBeAssignable("SetFloat")
	switch v.kind() {
	case Float32:
		*(*float32)(v.ptr) = float32(x)
	case Float64:
		*(*float64)(v.ptr) = x
	default:
		v.bad("SetFloat")
	}
}

func (v Value) SetComplex(x complex128) {
	v.mustBeAssignable("SetComplex")
	switch v.kind() {
	case Complex64:
		*(*complex64)(v.ptr) = complex64(x)
	case Complex128:
		*(*complex128)(v.ptr) = x
	default:
		v.bad("SetComplex")
	}
}

func (v Value) SetString(x string) {
	v.mustBeAssignable("SetString")
	v.mustBe(String, "SetString")
	*(*string)(v.ptr) = x
}

func (v Value) SetBytes(x []byte) {
	v.mustBeAssignable("SetBytes")
	v.mustBe(Slice, "SetBytes")
	if v.typ.Elem.Kind != abi.Uint8 {
		panic("reflect.Value.SetBytes of non-byte slice")
	}
	*(*[]byte)(v.ptr) = x
}

func (v Value) SetPointer(x unsafe.Pointer) {
	v.mustBeAssignable("SetPointer")
	v.mustBe(UnsafePointer, "SetPointer")
	*(*unsafe.Pointer)(v.ptr) = x
}

// SetLen sets the length of a slice, up to its capacity.
func (v Value) SetLen(n int) {
	v.mustBeAssignable("SetLen")
	v.mustBe(Slice, "SetLen")
	s := (*abi.SliceHeader)(v.ptr)
	if uint(n) > uint(s.Cap) {
		panic("reflect: slice length out of range in SetLen")
	}
	s.Len = n
}

// SetCap sets the capacity of a slice, between its length and its capacity.
func (v Value) SetCap(n int) {
	v.mustBeAssignable("SetCap")
	v.mustBe(Slice, "SetCap")
	s := (*abi.SliceHeader)(v.ptr)
	if n < s.Len || n > s.Cap {
		panic("reflect: slice capacity out of range in SetCap")
	}
	s.Cap = n
}

// Clear empties a map or zeroes the elements of a slice.
func (v Value) Clear() {
	switch v.Kind() {
	case Slice:
		s := (*abi.SliceHeader)(v.ptr)
		typedClear(v.typ.Elem, s.Data, s.Len)
	case Map:
		if m := v.word(); m != nil {
			mapClear(v.typ, m)
		}
	default:
		panic(&ValueError{"reflect.Value.Clear", v.Kind()})
	}
}

// Grow makes room for n more elements of a slice.
func (v Value) Grow(n int) {
	v.mustBeAssignable("Grow")
	v.mustBe(Slice, "Grow")
	if n < 0 {
		panic("reflect.Value.Grow: negative len")
	}
	s := (*abi.SliceHeader)(v.ptr)
	if s.Len+n < 0 {
		panic("reflect.Value.Grow: slice overflow")
	}
	if s.Len+n > s.Cap {
		*s = grown(v.typ.Elem, *s, s.Len+n, s.Len)
	}
}

// grown returns s with room for need elements and length n.
func grown(elem *abi.Type, s abi.SliceHeader, need, n int) abi.SliceHeader {
	b := sliceGrow(elem, s.Data, s.Len, s.Cap, need)
	return abi.SliceHeader{Data: unsafe.Pointer(unsafe.SliceData(b)), Len: n, Cap: cap(b)}
}

// Slice returns v[i:j] of a slice, string or addressable array.
func (v Value) Slice(i, j int) Value {
	var base unsafe.Pointer
	var t *abi.Type
	c := 0
	switch v.kind() {
	case Array:
		if v.flag&flagAddr == 0 {
			panic("reflect.Value.Slice: slice of unaddressable array")
		}
		c = v.typ.Len
		t = sliceOf(v.typ.Elem)
		base = v.ptr
	case Slice:
		s := (*abi.SliceHeader)(v.ptr)
		c, t, base = s.Cap, v.typ, s.Data
	case String:
		s := *(*string)(v.ptr)
		if i < 0 || j < i || j > len(s) {
			panic("reflect.Value.Slice: string slice index out of bounds")
		}
		x := s[i:j]
		return Value{v.typ, unsafe.Pointer(&x), v.flag&^flagAddr | flagIndir}
	default:
		panic(&ValueError{"reflect.Value.Slice", v.kind()})
	}
	if i < 0 || j < i || j > c {
		panic("reflect.Value.Slice: slice index out of bounds")
	}
	return newSlice(v, t, base, i, j-i, c-i)
}

// Slice3 returns v[i:j:k] of a slice or addressable array.
func (v Value) Slice3(i, j, k int) Value {
	var base unsafe.Pointer
	var t *abi.Type
	c := 0
	switch v.kind() {
	case Array:
		if v.flag&flagAddr == 0 {
			panic("reflect.Value.Slice3: slice of unaddressable array")
		}
		c = v.typ.Len
		t = sliceOf(v.typ.Elem)
		base = v.ptr
	case Slice:
		s := (*abi.SliceHeader)(v.ptr)
		c, t, base = s.Cap, v.typ, s.Data
	default:
		panic(&ValueError{"reflect.Value.Slice3", v.kind()})
	}
	if i < 0 || j < i || k < j || k > c {
		panic("reflect.Value.Slice3: slice index out of bounds")
	}
	return newSlice(v, t, base, i, j-i, k-i)
}

func newSlice(v Value, t *abi.Type, base unsafe.Pointer, i, n, c int) Value {
	s := new(abi.SliceHeader)
	s.Data = base
	if c > 0 { // else the pointer would be past the array
		s.Data = unsafe.Add(base, uintptr(i)*t.Elem.Size)
	}
	s.Len, s.Cap = n, c
	return Value{t, unsafe.Pointer(s), v.flag.ro() | flagIndir | flag(Slice)}
}

// MakeSlice returns a new slice.
func MakeSlice(typ Type, len, cap int) Value {
	if typ.Kind() != Slice {
		panic("reflect.MakeSlice of non-slice type")
	}
	if len < 0 {
		panic("reflect.MakeSlice: negative len")
	}
	if cap < 0 {
		panic("reflect.MakeSlice: negative cap")
	}
	if len > cap {
		panic("reflect.MakeSlice: len > cap")
	}
	t := typ.common()
	s := &abi.SliceHeader{Data: unsafeNewArray(t.Elem, cap), Len: len, Cap: cap}
	return Value{t, unsafe.Pointer(s), flagIndir | flag(Slice)}
}

// SliceAt returns the n elements at p as a slice.
func SliceAt(typ Type, p unsafe.Pointer, n int) Value {
	t := sliceOf(typ.common())
	s := &abi.SliceHeader{Data: p, Len: n, Cap: n}
	return Value{t, unsafe.Pointer(s), flagIndir | flag(Slice)}
}

// extend returns a copy of the slice s with n more elements.
func extend(s Value, n int) Value {
	h := *(*abi.SliceHeader)(s.ptr)
	if n < 0 {
		panic("reflect.Append: negative len")
	}
	if h.Len+n > h.Cap {
		h = grown(s.typ.Elem, h, h.Len+n, h.Len+n)
	} else {
		h.Len += n
	}
	p := new(abi.SliceHeader)
	*p = h
	return Value{s.typ, unsafe.Pointer(p), s.flag.ro() | flagIndir | flag(Slice)}
}

// Append returns the slice s with the values appended.
func Append(s Value, x ...Value) Value {
	s.mustBe(Slice, "Append")
	n := s.Len()
	s = extend(s, len(x))
	for i, v := range x {
		s.Index(n + i).Set(v)
	}
	return s
}

// AppendSlice returns the slice s with the elements of t appended.
func AppendSlice(s, t Value) Value {
	s.mustBe(Slice, "AppendSlice")
	t.mustBe(Slice, "AppendSlice")
	if s.typ.Elem != t.typ.Elem {
		panic("reflect.AppendSlice: " + s.typ.Str + " != " + t.typ.Str)
	}
	ns, nt := s.Len(), t.Len()
	s = extend(s, nt)
	Copy(s.Slice(ns, ns+nt), t)
	return s
}

// Copy copies elements of src to dst, both slices or arrays (src may be a string), and returns how many.
func Copy(dst, src Value) int {
	dk := dst.kind()
	if dk != Array && dk != Slice {
		panic(&ValueError{"reflect.Copy", dk})
	}
	if dk == Array {
		dst.mustBeAssignable("Copy")
	}
	dst.mustBeExported("Copy")
	sk := src.kind()
	fromString := sk == String && dst.typ.Elem.Kind == abi.Uint8
	if sk != Array && sk != Slice && !fromString {
		panic(&ValueError{"reflect.Copy", sk})
	}
	src.mustBeExported("Copy")
	elem := dst.typ.Elem
	if !fromString && elem != src.typ.Elem {
		panic("reflect.Copy: " + dst.typ.Str + " and " + src.typ.Str + " have different element types")
	}
	n := min(dst.Len(), src.Len())
	if n == 0 {
		return 0
	}
	to, from := dst.ptr, src.addr()
	if dk == Slice {
		to = (*abi.SliceHeader)(dst.ptr).Data
	}
	if sk != Array {
		from = *(*unsafe.Pointer)(src.ptr)
	}
	typedMove(elem, to, from, n)
	return n
}

// Swapper returns a function that swaps elements of a slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.Kind() != Slice {
		panic(&ValueError{Method: "Swapper", Kind: v.Kind()})
	}
	t := v.typ.Elem
	s := (*abi.SliceHeader)(v.ptr)
	n := s.Len
	switch {
	case t.Kind == abi.String:
		s := *(*[]string)(v.ptr)
		return func(i, j int) { s[i], s[j] = s[j], s[i] }
	case t.Size == 8 && t.PtrBytes != 0:
		s := *(*[]unsafe.Pointer)(v.ptr)
		return func(i, j int) { s[i], s[j] = s[j], s[i] }
	case t.Size == 8:
		s := *(*[]int64)(v.ptr)
		return func(i, j int) { s[i], s[j] = s[j], s[i] }
	case t.Size == 4:
		s := *(*[]int32)(v.ptr)
		return func(i, j int) { s[i], s[j] = s[j], s[i] }
	case t.Size == 1:
		s := *(*[]int8)(v.ptr)
		return func(i, j int) { s[i], s[j] = s[j], s[i] }
	}
	tmp := unsafeNew(t)
	return func(i, j int) {
		if uint(i) >= uint(n) || uint(j) >= uint(n) {
			panic("reflect: slice index out of range")
		}
		a, b := unsafe.Add(s.Data, uintptr(i)*t.Size), unsafe.Add(s.Data, uintptr(j)*t.Size)
		typedCopy(t, tmp, a)
		typedCopy(t, a, b)
		typedCopy(t, b, tmp)
	}
}
