package reflect

import (
	"internal/abi"
	"unsafe"
)

// MakeMap returns a new map.
func MakeMap(typ Type) Value { return MakeMapWithSize(typ, 0) }

// MakeMapWithSize returns a new map with room for n entries.
func MakeMapWithSize(typ Type, n int) Value {
	if typ.Kind() != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	t := typ.common()
	return Value{t, makeMap(t, n), flag(Map)}
}

// copyVal returns the value of type t at p as a Value of its own.
func copyVal(t *abi.Type, fl flag, p unsafe.Pointer) Value {
	if t.Direct() {
		return Value{t, *(*unsafe.Pointer)(p), fl | kindFlag(t)}
	}
	c := unsafeNew(t)
	typedCopy(t, c, p)
	return Value{t, c, fl | flagIndir | kindFlag(t)}
}

// MapIndex returns the value of key in a map, the zero Value if there is none.
func (v Value) MapIndex(key Value) Value {
	v.mustBe(Map, "MapIndex")
	key = key.assignTo("reflect.Value.MapIndex", v.typ.Key)
	m := v.word()
	if m == nil {
		return Value{}
	}
	p := mapFind(v.typ, m, key.addr())
	if p == nil {
		return Value{}
	}
	return copyVal(v.typ.Elem, (v.flag | key.flag).ro(), p)
}

// SetMapIndex sets the value of key; the zero Value as elem deletes key.
func (v Value) SetMapIndex(key, elem Value) {
	v.mustBe(Map, "SetMapIndex")
	v.mustBeExported("SetMapIndex")
	key.mustBeExported("SetMapIndex")
	key = key.assignTo("reflect.Value.SetMapIndex", v.typ.Key)
	m := v.word()
	if elem.typ == nil {
		if m != nil {
			mapDelete(v.typ, m, key.addr())
		}
		return
	}
	elem.mustBeExported("SetMapIndex")
	elem = elem.assignTo("reflect.Value.SetMapIndex", v.typ.Elem)
	typedCopy(v.typ.Elem, mapAssign(v.typ, m, key.addr()), elem.addr())
}

// MapKeys returns the keys of a map in no particular order.
func (v Value) MapKeys() []Value {
	v.mustBe(Map, "MapKeys")
	m := v.word()
	list := make([]Value, 0, mapLenOf(m))
	if m == nil {
		return list
	}
	var it mapIter
	for mapIterInit(v.typ, m, &it); it.key != nil; mapIterNext(&it) {
		list = append(list, copyVal(v.typ.Key, v.flag.ro(), it.key))
	}
	return list
}

// A MapIter walks over a map.
type MapIter struct {
	m     Value
	it    mapIter
	begun bool
}

// MapRange returns an iterator over a map; call Next before the first Key.
func (v Value) MapRange() *MapIter {
	if v.kind() != Map {
		v.bad("MapRange")
	}
	return &MapIter{m: v}
}

// Reset makes the iterator walk over v, nothing for the zero Value.
func (iter *MapIter) Reset(v Value) {
	if v.IsValid() {
		v.mustBe(Map, "MapRange")
	}
	*iter = MapIter{m: v}
}

// Next moves to the next entry and reports whether there is one.
func (iter *MapIter) Next() bool {
	if !iter.m.IsValid() {
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	}
	m := iter.m.word()
	if !iter.begun {
		iter.begun = true
		if m == nil {
			return false
		}
		mapIterInit(iter.m.typ, m, &iter.it)
	} else {
		if iter.it.key == nil {
			panic("MapIter.Next called on exhausted iterator")
		}
		mapIterNext(&iter.it)
	}
	return iter.it.key != nil
}

func (iter *MapIter) at(method string) {
	if !iter.begun {
		panic("MapIter." + method + " called before Next")
	}
	if iter.it.key == nil {
		panic("MapIter." + method + " called on exhausted iterator")
	}
}

// Key returns the key of the entry.
func (iter *MapIter) Key() Value {
	iter.at("Key")
	return copyVal(iter.m.typ.Key, iter.m.flag.ro(), iter.it.key)
}

// Value returns the value of the entry.
func (iter *MapIter) Value() Value {
	iter.at("Value")
	return copyVal(iter.m.typ.Elem, iter.m.flag.ro(), iter.it.val)
}

// SetIterKey is v.Set(iter.Key()) without a copy.
func (v Value) SetIterKey(iter *MapIter) { v.setIter(iter, iter.m.typ.Key, true) }

// SetIterValue is v.Set(iter.Value()) without a copy.
func (v Value) SetIterValue(iter *MapIter) { v.setIter(iter, iter.m.typ.Elem, false) }

func (v Value) setIter(iter *MapIter, t *abi.Type, key bool) {
	method := "SetIterValue"
	p := iter.it.val
	if key {
		method = "SetIterKey"
		p = iter.it.key
	}
	if !iter.begun {
		panic("reflect: Value." + method + " called before Next")
	}
	if iter.it.key == nil {
		panic("reflect: Value." + method + " called on exhausted iterator")
	}
	v.mustBeAssignable(method)
	iter.m.mustBeExported(method)
	x := Value{t, p, iter.m.flag | kindFlag(t) | flagIndir}
	x.flag = iter.m.flag.ro() | kindFlag(t) | flagIndir
	x = x.assignTo("reflect.MapIter."+method, v.typ)
	typedCopy(v.typ, v.ptr, x.addr())
}

// MakeChan returns a new channel.
func MakeChan(typ Type, buffer int) Value {
	if typ.Kind() != Chan {
		panic("reflect.MakeChan of non-chan type")
	}
	if buffer < 0 {
		panic("reflect.MakeChan: negative buffer size")
	}
	if typ.ChanDir() != BothDir {
		panic("reflect.MakeChan: unidirectional channel type")
	}
	t := typ.common()
	return Value{t, makeChan(t, buffer), flag(Chan)}
}

// Close closes a channel.
func (v Value) Close() {
	v.mustBe(Chan, "Close")
	v.mustBeExported("Close")
	if ChanDir(v.typ.Len)&SendDir == 0 {
		panic("reflect: close of receive-only channel")
	}
	chanClose(v.word())
}

func (v Value) recv(nb bool, method string) (x Value, ok bool) {
	v.mustBe(Chan, method)
	v.mustBeExported(method)
	if ChanDir(v.typ.Len)&RecvDir == 0 {
		panic("reflect: recv on send-only channel")
	}
	t := v.typ.Elem
	p := unsafeNew(t)
	selected, ok := chanRecv(v.word(), p, nb)
	if !selected {
		return Value{}, false
	}
	if t.Direct() {
		return Value{t, *(*unsafe.Pointer)(p), kindFlag(t)}, ok
	}
	return Value{t, p, kindFlag(t) | flagIndir}, ok
}

// Recv receives a value; ok is false when the channel is closed and empty.
func (v Value) Recv() (x Value, ok bool) { return v.recv(false, "Recv") }

// TryRecv is Recv that does not wait: x is the zero Value if nothing could be received.
func (v Value) TryRecv() (x Value, ok bool) { return v.recv(true, "TryRecv") }

func (v Value) send(x Value, nb bool, method string) bool {
	v.mustBe(Chan, method)
	v.mustBeExported(method)
	if ChanDir(v.typ.Len)&SendDir == 0 {
		panic("reflect: send on recv-only channel")
	}
	x.mustBeExported(method)
	x = x.assignTo("reflect.Value.Send", v.typ.Elem)
	return chanSend(v.word(), x.addr(), nb)
}

// Send sends x.
func (v Value) Send(x Value) { v.send(x, false, "Send") }

// TrySend is Send that does not wait; it reports whether x was sent.
func (v Value) TrySend(x Value) bool { return v.send(x, true, "TrySend") }

// A SelectDir is the direction of a case of Select.
type SelectDir int

const (
	_             SelectDir = iota
	SelectSend              // case Chan <- Send
	SelectRecv              // case <-Chan
	SelectDefault           // default
)

// A SelectCase is a case of Select. A zero Chan is never ready.
type SelectCase struct {
	Dir  SelectDir
	Chan Value
	Send Value
}

// Select does a select statement: it waits until a case can go on, does it, and returns its index and, for receives, the value and
// whether it was sent.
func Select(cases []SelectCase) (chosen int, recv Value, recvOK bool) {
	if len(cases) >= 65536 {
		panic("reflect.Select: too many cases (max 65536)")
	}
	list := make([]selectCase, 0, len(cases))
	index := make([]int, 0, len(cases)) // of list's entries in cases
	def := -1
	for i := range cases {
		c := &cases[i]
		switch c.Dir {
		default:
			panic("reflect.Select: invalid Dir")
		case SelectDefault:
			if def >= 0 {
				panic("reflect.Select: multiple default cases")
			}
			def = i
			if c.Chan.IsValid() {
				panic("reflect.Select: default case has Chan value")
			}
			if c.Send.IsValid() {
				panic("reflect.Select: default case has Send value")
			}
		case SelectSend:
			ch := c.Chan
			if !ch.IsValid() {
				break
			}
			ch.mustBe(Chan, "Select")
			ch.mustBeExported("Select")
			if ChanDir(ch.typ.Len)&SendDir == 0 {
				panic("reflect.Select: SendDir case using recv-only channel")
			}
			if !c.Send.IsValid() {
				panic("reflect.Select: SendDir case missing Send value")
			}
			c.Send.mustBeExported("Select")
			v := c.Send.assignTo("reflect.Select", ch.typ.Elem)
			p := v.ptr
			if v.flag&flagIndir == 0 {
				w := new(unsafe.Pointer)
				*w = v.ptr
				p = unsafe.Pointer(w)
			}
			list = append(list, selectCase{c: ch.word(), elem: p, send: 1})
			index = append(index, i)
		case SelectRecv:
			if c.Send.IsValid() {
				panic("reflect.Select: RecvDir case has Send value")
			}
			ch := c.Chan
			if !ch.IsValid() {
				break
			}
			ch.mustBe(Chan, "Select")
			ch.mustBeExported("Select")
			if ChanDir(ch.typ.Len)&RecvDir == 0 {
				panic("reflect.Select: RecvDir case using send-only channel")
			}
			list = append(list, selectCase{c: ch.word(), elem: unsafeNew(ch.typ.Elem)})
			index = append(index, i)
		}
	}
	hasDefault := int32(0)
	if def >= 0 {
		hasDefault = 1
	}
	k := selectGo(unsafe.SliceData(list), len(list), hasDefault)
	if k < 0 {
		return def, Value{}, false
	}
	chosen = index[k]
	if cases[chosen].Dir == SelectRecv {
		t := cases[chosen].Chan.typ.Elem
		if p := list[k].elem; t.Direct() {
			recv = Value{t, *(*unsafe.Pointer)(p), kindFlag(t)}
		} else {
			recv = Value{t, p, kindFlag(t) | flagIndir}
		}
		recvOK = list[k].ok != 0
	}
	return chosen, recv, recvOK
}
