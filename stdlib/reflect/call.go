package reflect

import (
	"internal/abi"
	"iter"
	"unsafe"
)

// NumMethod counts the methods that Method returns.
func (v Value) NumMethod() int {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.NumMethod", Invalid})
	}
	if v.flag&flagMethod != 0 {
		return 0
	}
	return (*rtype)(unsafe.Pointer(v.typ)).NumMethod()
}

// Method returns the i-th method of v as a function that has v as its receiver.
func (v Value) Method(i int) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Method", Invalid})
	}
	if v.flag&flagMethod != 0 || uint(i) >= uint(v.NumMethod()) {
		panic("reflect: Method index out of range")
	}
	if v.typ.Kind == abi.Interface && v.IsNil() {
		panic("reflect: Method on nil interface value")
	}
	fl := v.flag.ro() | v.flag&flagIndir | flag(Func) | flag(i)<<flagMethodShift | flagMethod
	return Value{v.typ, v.ptr, fl}
}

// MethodByName returns the method with a name, the zero Value if there is none.
func (v Value) MethodByName(name string) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.MethodByName", Invalid})
	}
	if v.flag&flagMethod != 0 {
		return Value{}
	}
	if i := methodIndex(v.typ, name); i >= 0 {
		return v.Method(i)
	}
	return Value{}
}

// Methods lists methods and what Method returns for them.
func (v Value) Methods() iter.Seq2[Method, Value] {
	return func(yield func(Method, Value) bool) {
		t := v.Type()
		for i := range v.NumMethod() {
			if !yield(t.Method(i), v.Method(i)) {
				return
			}
		}
	}
}

// Fields lists the fields of a struct and their values.
func (v Value) Fields() iter.Seq2[StructField, Value] {
	t := v.Type()
	if t.Kind() != Struct {
		panic("reflect: Fields of non-struct type " + t.String())
	}
	return func(yield func(StructField, Value) bool) {
		for i := range v.NumField() {
			if !yield(t.Field(i), v.Field(i)) {
				return
			}
		}
	}
}

// receiver finds the code of a method value: its type, its code and the receiver word that the code wants.
func receiver(op string, v Value) (ft *abi.Type, code, word unsafe.Pointer) {
	i := int(v.flag >> flagMethodShift)
	if v.typ.Kind == abi.Interface {
		in := (*abi.Iface)(v.ptr)
		if in.Tab == nil {
			panic("reflect: " + op + " of method on nil interface value")
		}
		m := &v.typ.IMethods()[i]
		return m.Type, in.Tab.Fun[i], in.Data
	}
	m := &exported(v.typ)[i]
	if m.Ifn == nil {
		panic("reflect: method " + v.typ.Str + "." + m.Name + " was removed by the compiler")
	}
	switch {
	case v.typ.Direct():
		word = v.word()
	case v.flag&flagAddr != 0: // the method gets a copy
		word = unsafeNew(v.typ)
		typedCopy(v.typ, word, v.ptr)
	default:
		word = v.ptr
	}
	return m.Type, m.Ifn, word
}

// methodValue turns a method value into a plain func value.
func methodValue(v Value) Value {
	ft, code, word := receiver("Interface", v)
	p := reflectMakeFunc(ft, func(args, results unsafe.Pointer) {
		reflectCall(ft, code, args, results, true, word)
	})
	return Value{ft, p, v.flag.ro() | flag(Func)}
}

// Call calls the func v with the arguments and returns its results. A variadic func takes its last arguments one by one.
func (v Value) Call(in []Value) []Value {
	v.mustBe(Func, "Call")
	v.mustBeExported("Call")
	return v.call("Call", in)
}

// CallSlice is Call of a variadic func with the last argument as a slice.
func (v Value) CallSlice(in []Value) []Value {
	v.mustBe(Func, "CallSlice")
	v.mustBeExported("CallSlice")
	return v.call("CallSlice", in)
}

func (v Value) call(op string, in []Value) []Value {
	var ft *abi.Type
	var fn, word unsafe.Pointer
	method := v.flag&flagMethod != 0
	if method {
		ft, fn, word = receiver(op, v)
	} else {
		ft, fn = v.typ, v.word()
	}
	if fn == nil {
		panic("reflect.Value.Call: call of nil function")
	}
	params, results := ft.In(), ft.Out()
	n := len(params)
	variadic := ft.Variadic()
	if op == "CallSlice" {
		if !variadic {
			panic("reflect: CallSlice of non-variadic function")
		}
		if len(in) < n {
			panic("reflect: CallSlice with too few input arguments")
		}
		if len(in) > n {
			panic("reflect: CallSlice with too many input arguments")
		}
	} else {
		if variadic {
			n--
		}
		if len(in) < n {
			panic("reflect: Call with too few input arguments")
		}
		if !variadic && len(in) > n {
			panic("reflect: Call with too many input arguments")
		}
	}
	for _, x := range in {
		if x.Kind() == Invalid {
			panic("reflect: " + op + " using zero Value argument")
		}
	}
	for i := 0; i < n; i++ {
		if !(*rtype)(ptrOf(in[i].typeOf())).AssignableTo(toType(params[i])) {
			panic("reflect: " + op + " using " + in[i].typeOf().Str + " as type " + params[i].Str)
		}
	}
	if variadic && op != "CallSlice" {
		st := params[n]
		m := len(in) - n
		rest := MakeSlice(toType(st), m, m)
		for i := 0; i < m; i++ {
			x := in[n+i]
			if !(*rtype)(ptrOf(x.typeOf())).AssignableTo(toType(st.Elem)) {
				panic("reflect: cannot use " + x.typeOf().Str + " as type " + st.Elem.Str + " in " + op)
			}
			rest.Index(i).Set(x)
		}
		full := make([]Value, n+1)
		copy(full, in[:n])
		full[n] = rest
		in = full
	}
	vals := make([]Value, len(in))
	args := make([]unsafe.Pointer, len(in)+len(results)+1)
	for i := range in {
		in[i].mustBeExported(op)
		vals[i] = in[i].assignTo("reflect.Value.Call", params[i])
		args[i] = vals[i].addr()
	}
	out := args[len(in):]
	ret := make([]Value, len(results))
	for i, t := range results {
		out[i] = unsafeNew(t)
	}
	reflectCall(ft, fn, unsafe.Pointer(unsafe.SliceData(args)), unsafe.Pointer(unsafe.SliceData(out)), method, word)
	for i, t := range results {
		if t.Direct() {
			ret[i] = Value{t, *(*unsafe.Pointer)(out[i]), kindFlag(t)}
		} else {
			ret[i] = Value{t, out[i], kindFlag(t) | flagIndir}
		}
	}
	return ret
}

// typeOf is the descriptor of Type().
func (v Value) typeOf() *abi.Type {
	if v.flag&flagMethod != 0 {
		return v.Type().common()
	}
	return v.typ
}

// MakeFunc returns a func of type typ that calls fn with its arguments and returns what fn returns.
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value {
	return makeFunc(typ, fn, true)
}

// makeFunc is MakeFunc. When the result is deferred, fn may recover, or else the first function that it calls through this package.
func makeFunc(typ Type, fn func(args []Value) (results []Value), recovers bool) Value {
	if typ.Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	ft := typ.common()
	p := reflectMakeFunc(ft, func(args, results unsafe.Pointer) {
		params, outs := ft.In(), ft.Out()
		a := unsafe.Slice((*unsafe.Pointer)(args), len(params))
		in := make([]Value, len(params))
		for i, t := range params {
			in[i] = copyVal(t, 0, a[i]) // the originals end with the call
		}
		if recovers {
			reflectPassRight(*(*unsafe.Pointer)(unsafe.Pointer(&fn)))
		}
		out := fn(in)
		if len(out) != len(outs) {
			panic("reflect: wrong return count from function created by MakeFunc")
		}
		r := unsafe.Slice((*unsafe.Pointer)(results), len(outs))
		for i, t := range outs {
			v := out[i]
			if v.typ == nil {
				panic("reflect: function created by MakeFunc using closure returned zero Value")
			}
			if v.flag&flagRO != 0 {
				panic("reflect: function created by MakeFunc using closure returned value obtained from unexported field")
			}
			v = v.assignTo("reflect.MakeFunc", t)
			typedCopy(t, r[i], v.addr())
		}
	})
	return Value{ft, p, flag(Func)}
}
