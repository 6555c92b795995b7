package reflect

import (
	"internal/abi"
	"strconv"
	"unsafe"
)

// CanConvert reports whether Convert works, which for slices to arrays depends on the length.
func (v Value) CanConvert(t Type) bool {
	vt := v.Type()
	if !vt.ConvertibleTo(t) {
		return false
	}
	switch {
	case vt.Kind() == Slice && t.Kind() == Array:
		return t.Len() <= v.Len()
	case vt.Kind() == Slice && t.Kind() == Pointer && t.Elem().Kind() == Array:
		return t.Elem().Len() <= v.Len()
	}
	return true
}

// Convert converts v as the language does.
func (v Value) Convert(t Type) Value {
	if v.flag&flagMethod != 0 {
		v = methodValue(v)
	}
	op := convertOp(t.common(), v.typ)
	if op == nil {
		panic("reflect.Value.Convert: value of type " + v.typ.Str + " cannot be converted to type " + t.String())
	}
	return op(v, t.common())
}

type convertFunc func(v Value, t *abi.Type) Value

func isInt(k abi.Kind) bool     { return abi.Int <= k && k <= abi.Int64 }
func isUint(k abi.Kind) bool    { return abi.Uint <= k && k <= abi.Uintptr }
func isFloat(k abi.Kind) bool   { return k == abi.Float32 || k == abi.Float64 }
func isComplex(k abi.Kind) bool { return k == abi.Complex64 || k == abi.Complex128 }

// convertOp returns how to convert a src to a dst, nil if that is not possible.
func convertOp(dst, src *abi.Type) convertFunc {
	d, s := dst.Kind, src.Kind
	switch {
	case isInt(s) || isUint(s):
		switch {
		case isInt(d) || isUint(d):
			return cvtInt
		case isFloat(d):
			return cvtIntFloat
		case d == abi.String:
			return cvtIntString
		}
	case isFloat(s):
		switch {
		case isInt(d) || isUint(d):
			return cvtFloatInt
		case isFloat(d):
			return cvtFloat
		}
	case isComplex(s):
		if isComplex(d) {
			return cvtComplex
		}
	case s == abi.String:
		if d == abi.Slice && dst.Elem.PkgPath() == "" {
			switch dst.Elem.Kind {
			case abi.Uint8:
				return func(v Value, t *abi.Type) Value { return makeBytes(v.flag.ro(), []byte(*(*string)(v.ptr)), t) }
			case abi.Int32:
				return func(v Value, t *abi.Type) Value {
					r := []rune(*(*string)(v.ptr))
					return Value{t, unsafe.Pointer(&r), v.flag.ro() | flagIndir | flag(Slice)}
				}
			}
		}
	case s == abi.Slice:
		if d == abi.String && src.Elem.PkgPath() == "" {
			switch src.Elem.Kind {
			case abi.Uint8:
				return func(v Value, t *abi.Type) Value { return makeString(v.flag.ro(), string(v.Bytes()), t) }
			case abi.Int32:
				return func(v Value, t *abi.Type) Value { return makeString(v.flag.ro(), string(v.runes()), t) }
			}
		}
		if d == abi.Pointer && dst.Elem.Kind == abi.Array && src.Elem == dst.Elem.Elem {
			return cvtSliceArrayPtr
		}
		if d == abi.Array && src.Elem == dst.Elem {
			return cvtSliceArray
		}
	case s == abi.Chan:
		if d == abi.Chan && specialChan(dst, src) {
			return cvtDirect
		}
	}
	if sameUnderlying(dst, src, false) {
		return cvtDirect
	}
	// Pointers without names to types that differ in names and tags only.
	if d == abi.Pointer && s == abi.Pointer && dst.Name() == "" && src.Name() == "" && sameUnderlying(dst.Elem, src.Elem, false) {
		return cvtDirect
	}
	if d == abi.Interface && implements(dst, src) {
		if s == abi.Interface {
			return cvtIfaceIface
		}
		return cvtToIface
	}
	return nil
}

func specialChan(t, v *abi.Type) bool {
	return ChanDir(v.Len) == BothDir && (t.Name() == "" || v.Name() == "") && t.Elem == v.Elem
}

func makeString(f flag, s string, t *abi.Type) Value {
	return Value{t, unsafe.Pointer(&s), f | flagIndir | flag(String)}
}

func makeBytes(f flag, b []byte, t *abi.Type) Value {
	return Value{t, unsafe.Pointer(&b), f | flagIndir | flag(Slice)}
}

// makeNum stores the low bytes of bits as a number of t.
func makeNum(f flag, bits uint64, t *abi.Type) Value {
	p := unsafeNew(t)
	switch t.Size {
	case 1:
		*(*uint8)(p) = uint8(bits)
	case 2:
		*(*uint16)(p) = uint16(bits)
	case 4:
		*(*uint32)(p) = uint32(bits)
	case 8:
		*(*uint64)(p) = bits
	}
	return Value{t, p, f | flagIndir | kindFlag(t)}
}

func makeFloat(f flag, x float64, t *abi.Type) Value {
	p := unsafeNew(t)
	if t.Size == 4 {
		*(*float32)(p) = float32(x)
	} else {
		*(*float64)(p) = x
	}
	return Value{t, p, f | flagIndir | kindFlag(t)}
}

// bits is the value of an integer, extended to 64 bits.
func (v Value) bits() uint64 {
	if isInt(v.typ.Kind) {
		return uint64(v.Int())
	}
	return v.Uint()
}

func cvtInt(v Value, t *abi.Type) Value { return makeNum(v.flag.ro(), v.bits(), t) }

func cvtIntFloat(v Value, t *abi.Type) Value {
	if isInt(v.typ.Kind) {
		return makeFloat(v.flag.ro(), float64(v.Int()), t)
	}
	return makeFloat(v.flag.ro(), float64(v.Uint()), t)
}

func cvtIntString(v Value, t *abi.Type) Value {
	s := "\uFFFD"
	if u := v.bits(); u <= 0x10FFFF {
		s = string(rune(u))
	}
	return makeString(v.flag.ro(), s, t)
}

func cvtFloatInt(v Value, t *abi.Type) Value {
	if isInt(t.Kind) {
		return makeNum(v.flag.ro(), uint64(int64(v.Float())), t)
	}
	return makeNum(v.flag.ro(), uint64(v.Float()), t)
}

func cvtFloat(v Value, t *abi.Type) Value {
	if v.typ.Kind == abi.Float32 && t.Kind == abi.Float32 { // keep the bits of NaN
		return makeNum(v.flag.ro(), uint64(*(*uint32)(v.ptr)), t)
	}
	return makeFloat(v.flag.ro(), v.Float(), t)
}

func cvtComplex(v Value, t *abi.Type) Value {
	p := unsafeNew(t)
	if t.Size == 8 {
		*(*complex64)(p) = complex64(v.Complex())
	} else {
		*(*complex128)(p) = v.Complex()
	}
	return Value{t, p, v.flag.ro() | flagIndir | kindFlag(t)}
}

func cvtSliceArrayPtr(v Value, t *abi.Type) Value {
	n := t.Elem.Len
	h := (*abi.SliceHeader)(v.ptr)
	if n > h.Len {
		panic("reflect: cannot convert slice with length " + strconv.Itoa(h.Len) + " to pointer to array with length " + strconv.Itoa(n))
	}
	return Value{t, h.Data, v.flag&^(flagIndir|flagAddr|flagKind) | flag(Pointer)}
}

func cvtSliceArray(v Value, t *abi.Type) Value {
	n := t.Len
	h := (*abi.SliceHeader)(v.ptr)
	if n > h.Len {
		panic("reflect: cannot convert slice with length " + strconv.Itoa(h.Len) + " to array with length " + strconv.Itoa(n))
	}
	p := unsafeNew(t)
	typedMove(t.Elem, p, h.Data, n)
	if t.Direct() {
		return Value{t, *(*unsafe.Pointer)(p), v.flag.ro() | flag(Array)}
	}
	return Value{t, p, v.flag.ro() | flagIndir | flag(Array)}
}

func cvtDirect(v Value, t *abi.Type) Value {
	f := v.flag
	p := v.ptr
	if f&flagAddr != 0 {
		c := unsafeNew(t)
		typedCopy(t, c, p)
		p = c
		f &^= flagAddr
	}
	return Value{t, p, v.flag.ro() | f&flagIndir | kindFlag(t)}
}

func cvtToIface(v Value, t *abi.Type) Value {
	p := unsafeNew(t)
	storeIface(t, p, valueInterface(v, false))
	return Value{t, p, v.flag.ro() | flagIndir | flag(Interface)}
}

func cvtIfaceIface(v Value, t *abi.Type) Value {
	if v.IsNil() {
		z := Zero(toType(t))
		z.flag |= v.flag.ro()
		return z
	}
	return cvtToIface(v.Elem(), t)
}
