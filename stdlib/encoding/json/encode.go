// Package json encodes Go values as JSON, RFC 8259, and decodes them.
//
// Exported struct fields are members of objects. The tag `json:"name,option,..."` gives another name or omits a field ("-"); options are
// omitempty, omitzero, and string (numbers and bools as strings). Types can encode themselves as Marshaler and Unmarshaler, or as texts with
// encoding.TextMarshaler and encoding.TextUnmarshaler.
//
// Messages of errors are those of Go 1.27.
package json

import (
	"encoding"
	"encoding/base64"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unsafe"
)

// Marshaler is a type that makes its own JSON.
type Marshaler interface {
	MarshalJSON() ([]byte, error)
}

// An UnsupportedTypeError reports a value of a type that has no JSON form.
type UnsupportedTypeError struct {
	Type reflect.Type
}

func (e *UnsupportedTypeError) Error() string { return "json: unsupported type: " + e.Type.String() }

// An UnsupportedValueError reports a value without JSON form, such as an infinity or a cycle.
type UnsupportedValueError struct {
	Value reflect.Value
	Str   string
}

func (e *UnsupportedValueError) Error() string { return "json: unsupported value: " + e.Str }

// InvalidUTF8Error is not used any more.
//
// Deprecated: invalid UTF-8 is replaced.
type InvalidUTF8Error struct {
	S string
}

func (e *InvalidUTF8Error) Error() string {
	return "json: invalid UTF-8 in string: " + strconv.Quote(e.S)
}

// A MarshalerError wraps what MarshalJSON or MarshalText returned.
type MarshalerError struct {
	Type   reflect.Type
	Err    error
	method string
}

func (e *MarshalerError) Error() string {
	method := e.method
	if method == "" {
		method = "MarshalJSON"
	}
	return "json: error calling " + method + " for type " + e.Type.String() + ": " + e.Err.Error()
}

// Unwrap returns Err.
func (e *MarshalerError) Unwrap() error { return e.Err }

// Marshal returns the JSON form of v.
func Marshal(v any) ([]byte, error) {
	e := encoders.Get().(*encoder)
	e.escapeHTML = true
	err := e.run(v)
	var b []byte
	if err == nil {
		b = append(b, e.buf...)
	}
	e.release()
	return b, err
}

// MarshalIndent is Marshal followed by Indent.
func MarshalIndent(v any, prefix, indent string) ([]byte, error) {
	b, err := Marshal(v)
	if err != nil {
		return nil, err
	}
	b, _ = appendIndent(make([]byte, 0, 2*len(b)), b, prefix, indent)
	return b, nil
}

// An encoder is the state of encoding one value.
type encoder struct {
	buf        []byte
	escapeHTML bool
	depth      int              // of pointers, maps and slices
	seen       map[any]struct{} // those below a depth where a cycle is likely
}

var encoders = sync.Pool{New: func() any { return new(encoder) }}

// release puts e back for reuse, unless it has grown very large.
func (e *encoder) release() {
	if cap(e.buf) > 1<<16 {
		return
	}
	e.buf, e.depth = e.buf[:0], 0
	clear(e.seen)
	encoders.Put(e)
}

// encError is the panic that leaves the recursion.
type encError struct{ err error }

func (e *encoder) fail(err error) { panic(encError{err}) }

func (e *encoder) run(v any) (err error) {
	defer func() {
		if r := recover(); r != nil {
			if p, ok := r.(encError); ok {
				err = p.err
				return
			}
			panic(r)
		}
	}()
	e.value(reflect.ValueOf(v), false)
	return nil
}

// encFunc appends a value; quoted is for the option string.
type encFunc func(e *encoder, v reflect.Value, quoted bool)

var encCache sync.Map // reflect.Type -> encFunc

func (e *encoder) value(v reflect.Value, quoted bool) {
	if !v.IsValid() {
		e.null()
		return
	}
	encoderOf(v.Type())(e, v, quoted)
}

func (e *encoder) null() { e.buf = append(e.buf, "null"...) }

// encoderOf returns the function for a type. While it is being made, recursive types get one that looks it up again when called.
func encoderOf(t reflect.Type) encFunc {
	if f, ok := encCache.Load(t); ok {
		return f.(encFunc)
	}
	var f encFunc
	ready := make(chan struct{})
	if got, loaded := encCache.LoadOrStore(t, encFunc(func(e *encoder, v reflect.Value, quoted bool) {
		<-ready
		f(e, v, quoted)
	})); loaded {
		return got.(encFunc)
	}
	f = newEncoder(t, true)
	close(ready)
	encCache.Store(t, f)
	return f
}

var (
	marshalerType     = reflect.TypeFor[Marshaler]()
	textMarshalerType = reflect.TypeFor[encoding.TextMarshaler]()
	numberType        = reflect.TypeFor[Number]()
)

// newEncoder: methods of *T serve addressable values, so what is right for a T is found out per value.
func newEncoder(t reflect.Type, viaAddr bool) encFunc {
	viaAddr = viaAddr && t.Kind() != reflect.Pointer
	switch p := reflect.PointerTo(t); {
	case viaAddr && p.Implements(marshalerType):
		return ifAddr(func(e *encoder, v reflect.Value, _ bool) { e.marshaler(v.Addr(), v.Type()) }, newEncoder(t, false))
	case t.Implements(marshalerType):
		return func(e *encoder, v reflect.Value, _ bool) { e.marshaler(v, v.Type()) }
	case viaAddr && p.Implements(textMarshalerType):
		return ifAddr(func(e *encoder, v reflect.Value, _ bool) { e.textMarshaler(v.Addr(), v.Type()) }, newEncoder(t, false))
	case t.Implements(textMarshalerType):
		return func(e *encoder, v reflect.Value, _ bool) { e.textMarshaler(v, v.Type()) }
	}
	switch t.Kind() {
	case reflect.Bool:
		return encodeBool
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return encodeInt
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return encodeUint
	case reflect.Float32:
		return encodeFloat32
	case reflect.Float64:
		return encodeFloat64
	case reflect.String:
		if t == numberType {
			return encodeNumber
		}
		return encodeString
	case reflect.Interface:
		return encodeInterface
	case reflect.Struct:
		return structEncoder(t)
	case reflect.Map:
		return mapEncoder(t)
	case reflect.Slice:
		return sliceEncoder(t)
	case reflect.Array:
		return arrayEncoder(t)
	case reflect.Pointer:
		return pointerEncoder(t)
	}
	return unsupported
}

func unsupported(e *encoder, v reflect.Value, _ bool) { e.fail(&UnsupportedTypeError{v.Type()}) }

func ifAddr(addr, other encFunc) encFunc {
	return func(e *encoder, v reflect.Value, quoted bool) {
		if v.CanAddr() {
			addr(e, v, quoted)
		} else {
			other(e, v, quoted)
		}
	}
}

func isNilRef(v reflect.Value) bool {
	k := v.Kind()
	return (k == reflect.Pointer || k == reflect.Interface) && v.IsNil()
}

func (e *encoder) marshaler(v reflect.Value, t reflect.Type) {
	if isNilRef(v) {
		e.null()
		return
	}
	b, err := v.Interface().(Marshaler).MarshalJSON()
	if err == nil {
		if bad := check(b); bad != nil {
			err = bad
		} else {
			e.buf = appendCompact(e.buf, b, e.escapeHTML)
			return
		}
	}
	e.fail(&MarshalerError{t, err, "MarshalJSON"})
}

func (e *encoder) textMarshaler(v reflect.Value, t reflect.Type) {
	if isNilRef(v) {
		e.null()
		return
	}
	b, err := v.Interface().(encoding.TextMarshaler).MarshalText()
	if err != nil {
		e.fail(&MarshalerError{t, err, "MarshalText"})
	}
	e.buf = appendString(e.buf, b, e.escapeHTML)
}

func (e *encoder) quote(quoted bool) {
	if quoted {
		e.buf = append(e.buf, '"')
	}
}

func encodeBool(e *encoder, v reflect.Value, quoted bool) {
	e.quote(quoted)
	e.buf = strconv.AppendBool(e.buf, v.Bool())
	e.quote(quoted)
}

func encodeInt(e *encoder, v reflect.Value, quoted bool) {
	e.quote(quoted)
	e.buf = strconv.AppendInt(e.buf, v.Int(), 10)
	e.quote(quoted)
}

func encodeUint(e *encoder, v reflect.Value, quoted bool) {
	e.quote(quoted)
	e.buf = strconv.AppendUint(e.buf, v.Uint(), 10)
	e.quote(quoted)
}

func encodeFloat32(e *encoder, v reflect.Value, quoted bool) { e.float(v, 32, quoted) }
func encodeFloat64(e *encoder, v reflect.Value, quoted bool) { e.float(v, 64, quoted) }

// float writes as JavaScript does: an exponent only for very small and very large numbers, without leading zeros.
func (e *encoder) float(v reflect.Value, bits int, quoted bool) {
	f := v.Float()
	if math.IsInf(f, 0) || math.IsNaN(f) {
		e.fail(&UnsupportedValueError{v, strconv.FormatFloat(f, 'g', -1, bits)})
	}
	e.quote(quoted)
	format := byte('f')
	if abs := math.Abs(f); abs != 0 {
		small, large := abs < 1e-6, abs >= 1e21
		if bits == 32 {
			small, large = float32(abs) < 1e-6, float32(abs) >= 1e21
		}
		if small || large {
			format = 'e'
		}
	}
	b := strconv.AppendFloat(e.buf, f, format, -1, bits)
	if n := len(b); format == 'e' && b[n-4] == 'e' && b[n-3] == '-' && b[n-2] == '0' {
		b[n-2] = b[n-1]
		b = b[:n-1]
	}
	e.buf = b
	e.quote(quoted)
}

func encodeString(e *encoder, v reflect.Value, quoted bool) {
	if quoted {
		e.buf = appendString(e.buf, appendString(nil, v.String(), e.escapeHTML), false)
		return
	}
	e.buf = appendString(e.buf, v.String(), e.escapeHTML)
}

func encodeNumber(e *encoder, v reflect.Value, quoted bool) {
	s := v.String()
	if s == "" {
		s = "0"
	}
	if !isNumber(s) {
		e.fail(fmt.Errorf("json: invalid number literal %q", s))
	}
	e.quote(quoted)
	e.buf = append(e.buf, s...)
	e.quote(quoted)
}

func encodeInterface(e *encoder, v reflect.Value, quoted bool) {
	if v.IsNil() {
		e.null()
		return
	}
	e.value(v.Elem(), quoted)
}

func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Struct, reflect.Chan, reflect.Func, reflect.Complex64, reflect.Complex128, reflect.UnsafePointer:
		return false
	}
	return v.IsZero()
}

func structEncoder(t reflect.Type) encFunc {
	// Not fieldsOf(t) right here: fields of recursive types would find this function missing.
	info := sync.OnceValue(func() *structInfo { return fieldsOf(t) })
	return func(e *encoder, v reflect.Value, _ bool) {
		s := info()
		sep := byte('{')
	next:
		for i := range s.list {
			f := &s.list[i]
			fv := v
			for _, k := range f.index {
				if fv.Kind() == reflect.Pointer {
					if fv.IsNil() {
						continue next
					}
					fv = fv.Elem()
				}
				fv = fv.Field(k)
			}
			if f.omitEmpty && isEmpty(fv) || f.omitZero && f.isZero(fv) {
				continue
			}
			e.buf = append(e.buf, sep)
			sep = ','
			if e.escapeHTML {
				e.buf = append(e.buf, f.html...)
			} else {
				e.buf = append(e.buf, f.quoted...)
			}
			f.enc(e, fv, f.asString)
		}
		if sep == '{' {
			e.buf = append(e.buf, '{')
		}
		e.buf = append(e.buf, '}')
	}
}

// cycleDepth is where looking for cycles starts.
const cycleDepth = 1000

// enter counts a level of references, identified by key, and panics when it is within itself.
func (e *encoder) enter(v reflect.Value, key func() any) (k any) {
	if e.depth++; e.depth <= cycleDepth {
		return nil
	}
	k = key()
	if _, ok := e.seen[k]; ok {
		e.fail(&UnsupportedValueError{v, "encountered a cycle via " + v.Type().String()})
	}
	if e.seen == nil {
		e.seen = make(map[any]struct{})
	}
	e.seen[k] = struct{}{}
	return k
}

func (e *encoder) leave(k any) {
	e.depth--
	if k != nil {
		delete(e.seen, k)
	}
}

func pointerEncoder(t reflect.Type) encFunc {
	elem := encoderOf(t.Elem())
	return func(e *encoder, v reflect.Value, quoted bool) {
		if v.IsNil() {
			e.null()
			return
		}
		k := e.enter(v, func() any { return v.UnsafePointer() })
		elem(e, v.Elem(), quoted)
		e.leave(k)
	}
}

func arrayEncoder(t reflect.Type) encFunc {
	elem := encoderOf(t.Elem())
	return func(e *encoder, v reflect.Value, quoted bool) {
		e.buf = append(e.buf, '[')
		for i, n := 0, v.Len(); i < n; i++ {
			if i > 0 {
				e.buf = append(e.buf, ',')
			}
			elem(e, v.Index(i), false)
		}
		e.buf = append(e.buf, ']')
	}
}

func sliceEncoder(t reflect.Type) encFunc {
	if p := reflect.PointerTo(t.Elem()); t.Elem().Kind() == reflect.Uint8 && !p.Implements(marshalerType) && !p.Implements(textMarshalerType) {
		return encodeBytes
	}
	array := arrayEncoder(t)
	type id struct {
		p unsafe.Pointer
		n int
	}
	return func(e *encoder, v reflect.Value, quoted bool) {
		if v.IsNil() {
			e.null()
			return
		}
		k := e.enter(v, func() any { return id{v.UnsafePointer(), v.Len()} })
		array(e, v, false)
		e.leave(k)
	}
}

func encodeBytes(e *encoder, v reflect.Value, _ bool) {
	if v.IsNil() {
		e.null()
		return
	}
	e.buf = append(e.buf, '"')
	e.buf = base64.StdEncoding.AppendEncode(e.buf, v.Bytes())
	e.buf = append(e.buf, '"')
}

// member is a map entry with its key as text.
type member struct {
	key   string
	value reflect.Value
}

func textOfKey(k reflect.Value) (string, error) {
	if k.Kind() == reflect.String {
		return k.String(), nil
	}
	if m, ok := k.Interface().(encoding.TextMarshaler); ok {
		if isNilRef(k) {
			return "", nil
		}
		b, err := m.MarshalText()
		return string(b), err
	}
	if k.CanInt() {
		return strconv.FormatInt(k.Int(), 10), nil
	}
	if k.CanUint() {
		return strconv.FormatUint(k.Uint(), 10), nil
	}
	return "", errors.New("unexpected map key type") // an interface that is nil
}

func mapEncoder(t reflect.Type) encFunc {
	if k := t.Key().Kind(); k != reflect.String && (k < reflect.Int || k > reflect.Uintptr) && !t.Key().Implements(textMarshalerType) {
		return unsupported
	}
	elem := encoderOf(t.Elem())
	return func(e *encoder, v reflect.Value, quoted bool) {
		if v.IsNil() {
			e.null()
			return
		}
		k := e.enter(v, func() any { return v.UnsafePointer() })
		members := make([]member, 0, v.Len())
		for iter := v.MapRange(); iter.Next(); {
			key, err := textOfKey(iter.Key())
			if err != nil {
				e.fail(fmt.Errorf("json: encoding error for type %q: %q", t.String(), err.Error()))
			}
			members = append(members, member{key, iter.Value()})
		}
		slices.SortFunc(members, func(a, b member) int { return strings.Compare(a.key, b.key) })
		e.buf = append(e.buf, '{')
		for i := range members {
			if i > 0 {
				e.buf = append(e.buf, ',')
			}
			e.buf = append(appendString(e.buf, members[i].key, e.escapeHTML), ':')
			elem(e, members[i].value, false)
		}
		e.buf = append(e.buf, '}')
		e.leave(k)
	}
}
