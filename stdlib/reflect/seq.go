package reflect

import (
	"internal/abi"
	"iter"
)

// Seq returns what range over v with one variable gives.
func (v Value) Seq() iter.Seq[Value] {
	if t := v.Type(); t.Kind() == Func && yields(t.common(), 1) {
		return func(yield func(Value) bool) {
			v.Call([]Value{MakeFunc(t.In(0), func(in []Value) []Value {
				return []Value{boolValue(t.In(0).Out(0), yield(in[0]))}
			})})
		}
	}
	switch v.kind() {
	case Int, Int8, Int16, Int32, Int64:
		t := v.typ
		return func(yield func(Value) bool) {
			for i := int64(0); i < v.Int(); i++ {
				if !yield(makeNum(0, uint64(i), t)) {
					return
				}
			}
		}
	case Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
		t := v.typ
		return func(yield func(Value) bool) {
			for i := uint64(0); i < v.Uint(); i++ {
				if !yield(makeNum(0, i, t)) {
					return
				}
			}
		}
	case Pointer:
		if v.typ.Elem.Kind != abi.Array {
			break
		}
		return indexes(v.typ.Elem.Len)
	case Array:
		return indexes(v.Len())
	case Slice:
		return func(yield func(Value) bool) {
			for i := range v.Len() {
				if !yield(ValueOf(i)) {
					return
				}
			}
		}
	case String:
		return func(yield func(Value) bool) {
			for i := range v.String() {
				if !yield(ValueOf(i)) {
					return
				}
			}
		}
	case Map:
		return func(yield func(Value) bool) {
			for it := v.MapRange(); it.Next(); {
				if !yield(it.Key()) {
					return
				}
			}
		}
	case Chan:
		return func(yield func(Value) bool) {
			for x, ok := v.Recv(); ok; x, ok = v.Recv() {
				if !yield(x) {
					return
				}
			}
		}
	}
	panic("reflect: " + v.Type().String() + " cannot produce iter.Seq[Value]")
}

func indexes(n int) iter.Seq[Value] {
	return func(yield func(Value) bool) {
		for i := range n {
			if !yield(ValueOf(i)) {
				return
			}
		}
	}
}

func boolValue(t Type, b bool) Value {
	v := New(t).Elem()
	v.SetBool(b)
	return v
}

// Seq2 returns what range over v with two variables gives.
func (v Value) Seq2() iter.Seq2[Value, Value] {
	if t := v.Type(); t.Kind() == Func && yields(t.common(), 2) {
		return func(yield func(Value, Value) bool) {
			v.Call([]Value{MakeFunc(t.In(0), func(in []Value) []Value {
				return []Value{boolValue(t.In(0).Out(0), yield(in[0], in[1]))}
			})})
		}
	}
	switch v.Kind() {
	case Pointer:
		if v.typ.Elem.Kind != abi.Array {
			break
		}
		return elements(v.Elem())
	case Array, Slice:
		return elements(v)
	case String:
		return func(yield func(Value, Value) bool) {
			for i, r := range v.String() {
				if !yield(ValueOf(i), ValueOf(r)) {
					return
				}
			}
		}
	case Map:
		return func(yield func(Value, Value) bool) {
			for it := v.MapRange(); it.Next(); {
				if !yield(it.Key(), it.Value()) {
					return
				}
			}
		}
	}
	panic("reflect: " + v.Type().String() + " cannot produce iter.Seq2[Value, Value]")
}

func elements(v Value) iter.Seq2[Value, Value] {
	return func(yield func(Value, Value) bool) {
		for i := range v.Len() {
			if !yield(ValueOf(i), v.Index(i)) {
				return
			}
		}
	}
}
