package reflect

import (
	"internal/abi"
	"unsafe"
)

// Comparable reports whether v == v would not panic.
func (v Value) Comparable() bool {
	switch v.Kind() {
	case Invalid:
		return true
	case Interface:
		return v.IsNil() || v.Elem().Comparable()
	case Array:
		if v.typ.Elem.Flags&abi.FlagNoHashPanic != 0 {
			return true
		}
		for i := range v.Len() {
			if !v.Index(i).Comparable() {
				return false
			}
		}
		return true
	case Func, Map, Slice:
		return false
	case Struct:
		for i := range v.NumField() {
			if !v.Field(i).Comparable() {
				return false
			}
		}
	}
	return true
}

// Equal reports whether v and u are equal values of one type. It panics if they cannot be compared.
func (v Value) Equal(u Value) bool {
	if v.Kind() == Interface {
		v = v.Elem()
	}
	if u.Kind() == Interface {
		u = u.Elem()
	}
	if !v.IsValid() || !u.IsValid() {
		return v.IsValid() == u.IsValid()
	}
	if v.Kind() != u.Kind() || v.Type() != u.Type() {
		return false
	}
	switch v.Kind() {
	case Array:
		for i := range v.Len() {
			if !v.Index(i).Equal(u.Index(i)) {
				return false
			}
		}
		return true
	case Struct:
		for i := range v.NumField() {
			if !v.Field(i).Equal(u.Field(i)) {
				return false
			}
		}
		return true
	case Func, Map, Slice:
		panic("reflect.Value.Equal: values of type " + v.Type().String() + " are not comparable")
	}
	return pack(v) == pack(u)
}

// visit is a pair that DeepEqual is comparing further up; meeting it again means that a cycle has closed without a difference.
type visit struct {
	a, b unsafe.Pointer
	t    *abi.Type
}

// DeepEqual compares x and y by content: what pointers point to, elements of slices and maps, fields of structs. Funcs are equal only if
// both are nil; NaN differs from itself; a nil slice differs from an empty one.
func DeepEqual(x, y any) bool {
	if x == nil || y == nil {
		return x == y
	}
	a, b := ValueOf(x), ValueOf(y)
	if a.typ != b.typ {
		return false
	}
	return deepEqual(a, b, make(map[visit]bool))
}

func deepEqual(a, b Value, seen map[visit]bool) bool {
	if !a.IsValid() || !b.IsValid() {
		return a.IsValid() == b.IsValid()
	}
	if a.typ != b.typ {
		return false
	}
	k := a.kind()
	switch k {
	case Pointer, Map, Slice, Interface:
		if k != Interface && a.IsNil() == b.IsNil() && !a.IsNil() {
			pa, pb := identity(a), identity(b)
			if pa == pb && k != Slice {
				break
			}
			if uintptr(pa) > uintptr(pb) {
				pa, pb = pb, pa
			}
			v := visit{pa, pb, a.typ}
			if seen[v] {
				return true
			}
			seen[v] = true
		}
	}
	switch k {
	case Array:
		for i := range a.Len() {
			if !deepEqual(a.Index(i), b.Index(i), seen) {
				return false
			}
		}
		return true
	case Slice:
		if a.IsNil() != b.IsNil() || a.Len() != b.Len() {
			return false
		}
		if a.UnsafePointer() == b.UnsafePointer() {
			return true
		}
		if a.typ.Elem.Kind == abi.Uint8 {
			return string(a.Bytes()) == string(b.Bytes())
		}
		for i := range a.Len() {
			if !deepEqual(a.Index(i), b.Index(i), seen) {
				return false
			}
		}
		return true
	case Interface:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return deepEqual(a.Elem(), b.Elem(), seen)
	case Pointer:
		if a.UnsafePointer() == b.UnsafePointer() {
			return true
		}
		return deepEqual(a.Elem(), b.Elem(), seen)
	case Struct:
		for i := range a.NumField() {
			if !deepEqual(a.Field(i), b.Field(i), seen) {
				return false
			}
		}
		return true
	case Map:
		if a.IsNil() != b.IsNil() || a.Len() != b.Len() {
			return false
		}
		if a.UnsafePointer() == b.UnsafePointer() {
			return true
		}
		for it := a.MapRange(); it.Next(); {
			x := it.Value()
			y := b.MapIndex(it.Key())
			if !y.IsValid() || !deepEqual(x, y, seen) {
				return false
			}
		}
		return true
	case Func:
		return a.IsNil() && b.IsNil()
	case Int, Int8, Int16, Int32, Int64:
		return a.Int() == b.Int()
	case Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
		return a.Uint() == b.Uint()
	case String:
		return a.String() == b.String()
	case Bool:
		return a.Bool() == b.Bool()
	case Float32, Float64:
		return a.Float() == b.Float()
	case Complex64, Complex128:
		return a.Complex() == b.Complex()
	}
	return valueInterface(a, false) == valueInterface(b, false)
}

// identity is the address that tells one pointer, map or slice header from another.
func identity(v Value) unsafe.Pointer {
	if v.kind() == Slice {
		return v.ptr
	}
	return v.word()
}
