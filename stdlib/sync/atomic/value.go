package atomic

import "unsafe"

// A Value holds a value of any one type and is read and changed atomically. The zero Value holds nil; once a value is stored, all
// later ones must have its type. Do not copy a Value that was used.
//
// The type word is set last, from nil through the address of busy, so a reader that sees a type sees its data.
type Value struct {
	v any
}

type words struct {
	typ, data unsafe.Pointer
}

var busy byte

// Load returns the last value stored, nil if there is none.
func (v *Value) Load() (val any) {
	w := (*words)(unsafe.Pointer(v))
	typ := LoadPointer(&w.typ)
	if typ == nil || typ == unsafe.Pointer(&busy) {
		return nil
	}
	data := LoadPointer(&w.data)
	out := (*words)(unsafe.Pointer(&val))
	out.typ = typ
	out.data = data
	return
}

// begin makes v hold *nw if it holds nothing yet. It returns the type otherwise.
func (v *Value) begin(w, nw *words) (typ unsafe.Pointer, done bool) {
	for {
		typ = LoadPointer(&w.typ)
		if typ == unsafe.Pointer(&busy) {
			procyield(10)
			continue
		}
		if typ != nil {
			return typ, false
		}
		procPin() // the first store is short but must not be interrupted: readers spin
		if !CompareAndSwapPointer(&w.typ, nil, unsafe.Pointer(&busy)) {
			procUnpin()
			continue
		}
		StorePointer(&w.data, nw.data)
		StorePointer(&w.typ, nw.typ)
		procUnpin()
		return nil, true
	}
}

// Store sets the value. It panics when val is nil or not of the type of the value before.
func (v *Value) Store(val any) {
	if val == nil {
		panic("sync/atomic: store of nil value into Value")
	}
	w := (*words)(unsafe.Pointer(v))
	nw := (*words)(unsafe.Pointer(&val))
	typ, done := v.begin(w, nw)
	if done {
		return
	}
	if typ != nw.typ {
		panic("sync/atomic: store of inconsistently typed value into Value")
	}
	StorePointer(&w.data, nw.data)
}

// Swap is Store that returns the value before, nil if there was none.
func (v *Value) Swap(new any) (old any) {
	if new == nil {
		panic("sync/atomic: swap of nil value into Value")
	}
	w := (*words)(unsafe.Pointer(v))
	nw := (*words)(unsafe.Pointer(&new))
	typ, done := v.begin(w, nw)
	if done {
		return nil
	}
	if typ != nw.typ {
		panic("sync/atomic: swap of inconsistently typed value into Value")
	}
	out := (*words)(unsafe.Pointer(&old))
	out.typ = typ
	out.data = SwapPointer(&w.data, nw.data)
	return old
}

// CompareAndSwap stores new when the value equals old, and reports whether it did. It panics when new is nil, when the types differ
// or when the values cannot be compared.
func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	if new == nil {
		panic("sync/atomic: compare and swap of nil value into Value")
	}
	w := (*words)(unsafe.Pointer(v))
	ow := (*words)(unsafe.Pointer(&old))
	nw := (*words)(unsafe.Pointer(&new))
	if old != nil && ow.typ != nw.typ {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	if old != nil {
		t := LoadPointer(&w.typ)
		if t == nil || t == unsafe.Pointer(&busy) {
			return false
		}
	} else {
		_, done := v.begin(w, nw)
		if !done && LoadPointer(&w.typ) != nw.typ {
			panic("sync/atomic: compare and swap of inconsistently typed value into Value")
		}
		return done
	}
	if LoadPointer(&w.typ) != nw.typ {
		panic("sync/atomic: compare and swap of inconsistently typed value into Value")
	}
	data := LoadPointer(&w.data)
	var cur any
	cw := (*words)(unsafe.Pointer(&cur))
	cw.typ = nw.typ
	cw.data = data
	if cur != old {
		return false
	}
	return CompareAndSwapPointer(&w.data, data, nw.data)
}

//tuco:intrinsic tu_procyield
func procyield(n uint32)

//tuco:extern tu_proc_pin
func procPin() int

//tuco:extern tu_proc_unpin
func procUnpin()
