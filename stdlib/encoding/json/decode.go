package json

import (
	"encoding"
	"encoding/base64"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// Unmarshaler is a type that reads its own JSON. It must copy data that it keeps.
type Unmarshaler interface {
	UnmarshalJSON([]byte) error
}

// An UnmarshalTypeError reports a JSON value that does not fit the Go value it is for.
type UnmarshalTypeError struct {
	Value  string       // what it is: "bool", "array", "number -5"
	Type   reflect.Type // what it is for
	Offset int64        // bytes read
	Struct string       // name of the outermost type
	Field  string       // path of keys and indexes from there, separated by dots
	Err    error        // may be nil
}

func (e *UnmarshalTypeError) Error() string {
	text := "json: cannot unmarshal " + e.Value + " into "
	if e.Struct == "" && e.Field == "" {
		text += "Go value"
	} else {
		last := e.Field[strings.LastIndexByte(e.Field, '.')+1:]
		if last == "" || strings.Trim(last, "0123456789") != "" { // else probably an index
			text += "Go struct field "
		}
		text += e.Struct + "." + e.Field
	}
	text += " of type " + e.Type.String()
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

// Unwrap returns Err.
func (e *UnmarshalTypeError) Unwrap() error { return e.Err }

// An UnmarshalFieldError is not used any more.
//
// Deprecated: unexported fields are ignored.
type UnmarshalFieldError struct {
	Key   string
	Type  reflect.Type
	Field reflect.StructField
}

func (e *UnmarshalFieldError) Error() string {
	return "json: cannot unmarshal object key " + strconv.Quote(e.Key) + " into unexported field " + e.Field.Name + " of type " + e.Type.String()
}

// An InvalidUnmarshalError reports an argument of Unmarshal that is no pointer, or nil.
type InvalidUnmarshalError struct {
	Type reflect.Type
}

func (e *InvalidUnmarshalError) Error() string {
	switch {
	case e.Type == nil:
		return "json: Unmarshal(nil)"
	case e.Type.Kind() != reflect.Pointer:
		return "json: Unmarshal(non-pointer " + e.Type.String() + ")"
	}
	return "json: Unmarshal(nil " + e.Type.String() + ")"
}

// Number is a number as it was written.
type Number string

// String returns the text.
func (n Number) String() string { return string(n) }

// Float64 parses the text.
func (n Number) Float64() (float64, error) { return strconv.ParseFloat(string(n), 64) }

// Int64 parses the text.
func (n Number) Int64() (int64, error) { return strconv.ParseInt(string(n), 10, 64) }

// Unmarshal decodes data into what v points to. Keys are matched with field names regardless of case if no exact match exists. Values
// that do not fit are left out; the first of them is reported, after the rest was decoded.
func Unmarshal(data []byte, v any) error {
	if err := check(data); err != nil {
		return err
	}
	d := decoder{data: data}
	return d.run(v)
}

// A decoder decodes valid JSON.
type decoder struct {
	data      []byte
	i         int
	useNumber bool
	strict    bool // unknown fields are errors
	root      reflect.Type
	few       [6]step // where in the value: the outermost steps, and the others
	more      []step
	depth     int
	err       error // first value that did not fit
}

// step is a key or an index on the way to the current value.
type step struct {
	key   string
	index int // when key is ""
}

func (d *decoder) push() {
	if d.depth < len(d.few) {
		d.few[d.depth] = step{}
	} else {
		d.more = append(d.more[:d.depth-len(d.few)], step{})
	}
	d.depth++
}

func (d *decoder) step(i int) *step {
	if i < len(d.few) {
		return &d.few[i]
	}
	return &d.more[i-len(d.few)]
}

func (d *decoder) run(v any) error {
	p := reflect.ValueOf(v)
	if p.Kind() != reflect.Pointer || p.IsNil() {
		return &InvalidUnmarshalError{reflect.TypeOf(v)}
	}
	d.root = p.Type().Elem()
	d.depth = 0
	d.space()
	if err := d.value(p); err != nil {
		return err
	}
	return d.err
}

func (d *decoder) space() {
	for isSpace(d.data[d.i]) {
		d.i++
	}
}

// mismatch records that the value at hand does not fit t.
func (d *decoder) mismatch(value string, t reflect.Type, cause error) {
	if d.err != nil {
		return
	}
	e := &UnmarshalTypeError{Value: value, Type: t, Offset: int64(d.i), Err: cause}
	if d.depth > 0 {
		e.Struct = d.root.Name()
		var b []byte
		for i := range d.depth {
			s := d.step(i)
			if i > 0 {
				b = append(b, '.')
			}
			if s.key != "" {
				b = append(b, s.key...)
			} else {
				b = strconv.AppendInt(b, int64(s.index), 10)
			}
		}
		e.Field = string(b)
	}
	d.err = e
}

func (d *decoder) save(err error) {
	if d.err == nil {
		d.err = err
	}
}

// skip moves behind the value at hand.
func (d *decoder) skip() {
	depth := 0
	for {
		switch c := d.data[d.i]; c {
		case '"':
			d.i = stringEnd(d.data, d.i)
		case '{', '[':
			depth++
			d.i++
		case '}', ']':
			depth--
			d.i++
		case ',', ':', ' ', '\t', '\n', '\r':
			d.i++
			continue
		default:
			d.literal()
		}
		if depth == 0 {
			return
		}
	}
}

// literal moves behind a number, true, false or null and returns it.
func (d *decoder) literal() []byte {
	from := d.i
	for d.i < len(d.data) {
		switch c := d.data[d.i]; {
		case '0' <= c && c <= '9', 'a' <= c && c <= 'z', c == '.', c == '-', c == '+', c == 'E':
			d.i++
			continue
		}
		break
	}
	return d.data[from:d.i]
}

// str moves behind a string and returns it with its quotes.
func (d *decoder) str() []byte {
	from := d.i
	d.i = stringEnd(d.data, from)
	return d.data[from:d.i]
}

// next moves to the next element and reports whether there is one; first is whether it would be the first.
func (d *decoder) next(first bool) bool {
	if first {
		d.i++ // bracket
	}
	d.space()
	switch d.data[d.i] {
	case ']', '}':
		d.i++
		return false
	case ',':
		if !first {
			d.i++
			d.space()
		}
	}
	return true
}

// settle finds where to decode to: through pointers, which are made, and interfaces that hold pointers, to something with methods for
// decoding or to the value itself. null only clears pointers.
func settle(v reflect.Value, null bool) (Unmarshaler, encoding.TextUnmarshaler, reflect.Value) {
	v0 := v
	taken := false // v is the address of v0
	if v.Kind() != reflect.Pointer && v.Type().Name() != "" && v.CanAddr() {
		taken = true
		v = v.Addr()
	}
	for {
		if v.Kind() == reflect.Interface && !v.IsNil() {
			if e := v.Elem(); e.Kind() == reflect.Pointer && !e.IsNil() && (!null || e.Elem().Kind() == reflect.Pointer) {
				taken = false
				v = e
				continue
			}
		}
		if v.Kind() != reflect.Pointer || null && v.CanSet() {
			return nil, nil, v
		}
		if e := v.Elem(); e.IsValid() && e.Kind() == reflect.Interface && e.Elem().IsValid() && e.Elem().Kind() == reflect.Pointer &&
			e.Elem().Type() == v.Type() && e.Elem().UnsafePointer() == v.UnsafePointer() {
			return nil, nil, e // an interface that contains its own address
		}
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		if v.Type().NumMethod() > 0 && v.CanInterface() {
			i := v.Interface()
			if u, ok := i.(Unmarshaler); ok {
				return u, nil, reflect.Value{}
			}
			if !null {
				if u, ok := i.(encoding.TextUnmarshaler); ok {
					return nil, u, v
				}
			}
		}
		if taken {
			v = v0
			taken = false
		} else {
			v = v.Elem()
		}
	}
}

// value decodes the value at hand, or skips it when v is not valid. An error ends decoding.
func (d *decoder) value(v reflect.Value) error {
	if !v.IsValid() {
		d.skip()
		return nil
	}
	c := d.data[d.i]
	u, ut, v := settle(v, c == 'n')
	if u != nil {
		from := d.i
		d.skip()
		return u.UnmarshalJSON(d.data[from:d.i])
	}
	if ut != nil {
		return d.text(ut, v)
	}
	switch c {
	case '{':
		return d.object(v)
	case '[':
		return d.array(v)
	case '"':
		return d.string(v)
	}
	item := d.literal()
	switch c {
	case 'n':
		switch v.Kind() {
		case reflect.Interface, reflect.Pointer, reflect.Map, reflect.Slice:
			v.SetZero()
		}
	case 't', 'f':
		d.bool(v, c == 't')
	default:
		d.number(item, v)
	}
	return nil
}

var errNotString = errors.New("JSON value must be string type")

// text passes a string to UnmarshalText; v is the pointer.
func (d *decoder) text(u encoding.TextUnmarshaler, v reflect.Value) error {
	c := d.data[d.i]
	if c == '"' {
		b, _ := unquote(d.str())
		return u.UnmarshalText(b)
	}
	kind := "number"
	switch c {
	case '{':
		kind = "object"
	case '[':
		kind = "array"
	case 't', 'f':
		kind = "bool"
	}
	if c == '{' || c == '[' {
		d.i++
		d.mismatch(kind, v.Type().Elem(), errNotString)
		d.i--
		d.skip()
	} else {
		d.literal()
		d.mismatch(kind, v.Type().Elem(), errNotString)
	}
	return nil
}

// isAny reports whether v is an interface that takes every value.
func isAny(v reflect.Value) bool { return v.Kind() == reflect.Interface && v.NumMethod() == 0 }

func (d *decoder) bool(v reflect.Value, b bool) {
	switch {
	case v.Kind() == reflect.Bool:
		v.SetBool(b)
	case isAny(v):
		v.Set(reflect.ValueOf(b))
	default:
		d.mismatch("bool", v.Type(), nil)
	}
}

func (d *decoder) string(v reflect.Value) error {
	item := d.str()
	b, _ := unquote(item)
	switch {
	case v.Kind() == reflect.String:
		if v.Type() == numberType && !isNumber(view(b)) {
			d.save(&UnmarshalTypeError{Value: "string " + string(item), Type: numberType, Err: strconv.ErrSyntax})
			return nil
		}
		v.SetString(string(b))
	case isAny(v):
		v.Set(reflect.ValueOf(string(b)))
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8:
		out := make([]byte, base64.StdEncoding.DecodedLen(len(b)))
		n, err := base64.StdEncoding.Decode(out, b)
		if err != nil {
			d.save(err)
			return nil
		}
		v.SetBytes(out[:n])
	default:
		d.mismatch("string", v.Type(), nil)
	}
	return nil
}

func (d *decoder) number(item []byte, v reflect.Value) {
	var err error
	switch k := v.Kind(); k {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		var n int64
		if n, err = strconv.ParseInt(view(item), 10, 64); err == nil && !v.OverflowInt(n) {
			v.SetInt(n)
			return
		}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		var n uint64
		if n, err = strconv.ParseUint(view(item), 10, 64); err == nil && !v.OverflowUint(n) {
			v.SetUint(n)
			return
		}
	case reflect.Float32, reflect.Float64:
		var f float64
		if f, err = strconv.ParseFloat(view(item), v.Type().Bits()); err == nil && !v.OverflowFloat(f) {
			v.SetFloat(f)
			return
		}
	default:
		if v.Type() == numberType {
			v.SetString(string(item))
		} else if isAny(v) {
			if n := d.anyNumber(item); n != nil {
				v.Set(reflect.ValueOf(n))
			}
		} else {
			d.mismatch("number", v.Type(), nil)
		}
		return
	}
	d.mismatch("number "+string(item), v.Type(), nil)
}

// anyNumber is nil when the number is out of range.
func (d *decoder) anyNumber(item []byte) any {
	if d.useNumber {
		return Number(item)
	}
	f, err := strconv.ParseFloat(view(item), 64)
	if err != nil {
		d.mismatch("number "+string(item), reflect.TypeFor[float64](), nil)
		return nil
	}
	return f
}

func (d *decoder) array(v reflect.Value) error {
	if isAny(v) {
		v.Set(reflect.ValueOf(d.anyArray()))
		return nil
	}
	k := v.Kind()
	if k != reflect.Slice && k != reflect.Array {
		d.i++
		d.mismatch("array", v.Type(), nil)
		d.i--
		d.skip()
		return nil
	}
	d.push()
	n := 0
	for d.next(n == 0) {
		if k == reflect.Slice {
			if n >= v.Cap() {
				v.Grow(max(1, 4-n)) // few arrays have one element
			}
			if n >= v.Len() {
				v.SetLen(n + 1)
			}
		}
		var elem reflect.Value
		if n < v.Len() {
			elem = v.Index(n)
		}
		d.step(d.depth - 1).index = n
		if err := d.value(elem); err != nil {
			return err
		}
		n++
	}
	d.depth--
	if k == reflect.Array {
		for ; n < v.Len(); n++ {
			v.Index(n).SetZero()
		}
	} else if n == 0 {
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	} else if n < v.Len() {
		v.SetLen(n)
	}
	return nil
}

// ---- objects ---------------------------------------------------------------------------------------------------------------------

func (d *decoder) object(v reflect.Value) error {
	switch v.Kind() {
	case reflect.Struct:
		return d.structure(v)
	case reflect.Map:
		return d.mapping(v, v.Type())
	case reflect.Interface:
		if v.NumMethod() == 0 {
			v.Set(reflect.ValueOf(d.anyObject()))
			return nil
		}
	}
	d.i++
	d.mismatch("object", v.Type(), nil)
	d.i--
	d.skip()
	return nil
}

// key moves behind a key and its colon to the value. end is the end of the key.
func (d *decoder) key() (key []byte, end int) {
	key, _ = unquote(d.str())
	end = d.i
	d.space()
	d.i++
	d.space()
	return key, end
}

func (d *decoder) structure(v reflect.Value) error {
	info := fieldsOf(v.Type())
	d.push()
	for first := true; d.next(first); first = false {
		key, _ := d.key()
		f := info.find(key)
		if f == nil {
			if d.strict {
				d.save(fmt.Errorf("json: unknown field %q", key))
			}
			d.skip()
			continue
		}
		d.step(d.depth - 1).key = f.name
		fv := v
		for _, k := range f.index {
			if fv.Kind() == reflect.Pointer {
				if fv.IsNil() {
					if !fv.CanSet() {
						d.mismatch(d.kind(), v.Type(), errors.New("cannot set embedded pointer to unexported struct type"))
						fv = reflect.Value{}
						break
					}
					fv.Set(reflect.New(fv.Type().Elem()))
				}
				fv = fv.Elem()
			}
			fv = fv.Field(k)
		}
		var err error
		if f.asString && fv.IsValid() {
			err = d.quoted(fv)
		} else {
			err = d.value(fv)
		}
		if err != nil {
			return err
		}
	}
	d.depth--
	return nil
}

// kind names the kind of the value at hand.
func (d *decoder) kind() string {
	switch d.data[d.i] {
	case '{':
		return "object"
	case '[':
		return "array"
	case '"':
		return "string"
	case 'n':
		return "null"
	case 't', 'f':
		return "bool"
	}
	return "number"
}

// quoted decodes a field with the option string: a string that contains a number, bool or string, or null.
func (d *decoder) quoted(v reflect.Value) error {
	c := d.data[d.i]
	if c == 'n' {
		return d.value(v)
	}
	t := v.Type()
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	kind := d.kind()
	if c != '"' && t == numberType {
		d.skip()
		d.save(&UnmarshalTypeError{Value: kind, Type: t})
		return nil
	}
	if c != '"' {
		if c == '{' || c == '[' {
			d.i++
			d.mismatch(kind, t, nil)
			d.i--
			d.skip()
		} else {
			d.skip()
			d.mismatch(kind, t, nil)
		}
		return nil
	}
	item := d.str()
	inner, _ := unquote(item)
	if string(inner) == "null" {
		// what null without quotes does
		_, _, v = settle(v, true)
		if v.IsValid() && v.Kind() == reflect.Pointer {
			v.SetZero()
		}
		return nil
	}
	if k := t.Kind(); reflect.Int <= k && k <= reflect.Float64 {
		_, _, v = settle(v, false)
		d.number(inner, v)
		return nil
	}
	switch ok := len(inner) > 0; {
	case t == numberType:
		if !isNumber(view(inner)) {
			d.save(&UnmarshalTypeError{Value: "string " + string(item), Type: t, Err: strconv.ErrSyntax})
			return nil
		}
	case t.Kind() == reflect.Bool:
		if s := view(inner); s != "true" && s != "false" {
			d.mismatch("string "+string(item), t, strconv.ErrSyntax)
			return nil
		}
	default:
		var cause error
		if ok && inner[0] != '"' && !isSpace(inner[0]) {
			cause = &SyntaxError{"invalid character " + quoteChar(inner[0]) + " looking for beginning of object key string", 1}
		} else if bad := check(inner); bad != nil {
			cause = bad
		}
		if cause != nil {
			d.mismatch("string", t, cause)
			return nil
		}
	}
	sub := decoder{data: inner, useNumber: d.useNumber, root: d.root, few: d.few, more: d.more, depth: d.depth}
	err := sub.value(v)
	d.save(sub.err)
	return err
}

// Ways to make map keys from strings.
const (
	keyNone = iota
	keyText
	keyString
	keyInt
	keyUint
)

var textUnmarshalerType = reflect.TypeFor[encoding.TextUnmarshaler]()

func keyKind(t reflect.Type) int {
	if t.Kind() == reflect.String && t.Name() == "string" && t.PkgPath() == "" {
		return keyString
	}
	if reflect.PointerTo(t).Implements(textUnmarshalerType) {
		return keyText
	}
	switch k := t.Kind(); {
	case k == reflect.String:
		return keyString
	case reflect.Int <= k && k <= reflect.Int64:
		return keyInt
	case reflect.Uint <= k && k <= reflect.Uintptr:
		return keyUint
	}
	return keyNone
}

func (d *decoder) mapping(v reflect.Value, t reflect.Type) error {
	if v.IsNil() {
		v.Set(reflect.MakeMap(t))
	}
	kt := t.Key()
	how := keyKind(kt)
	elem := reflect.New(t.Elem()).Elem()
	d.push()
	for first := true; d.next(first); first = false {
		key, end := d.key()
		name := string(key)
		d.step(d.depth - 1).key = name
		k := reflect.New(kt).Elem()
		at := d.i
		d.i = end // for offsets
		good := true
		switch how {
		case keyNone:
			d.mismatch("string", kt, nil)
			d.i = at
			d.skip()
			continue
		case keyString:
			k.SetString(name)
		case keyText:
			if err := k.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText(key); err != nil {
				return err
			}
		case keyInt:
			n, err := strconv.ParseInt(name, 10, 64)
			if good = err == nil && !k.OverflowInt(n); good {
				k.SetInt(n)
			}
		case keyUint:
			n, err := strconv.ParseUint(name, 10, 64)
			if good = err == nil && !k.OverflowUint(n); good {
				k.SetUint(n)
			}
		}
		if !good {
			d.mismatch("number "+name, kt, nil)
		}
		d.i = at
		elem.SetZero()
		if err := d.value(elem); err != nil {
			return err
		}
		if good {
			v.SetMapIndex(k, elem)
		}
	}
	d.depth--
	return nil
}

// ---- without a type ----------------------------------------------------------------------------------------------------------------

func (d *decoder) any() any {
	switch d.data[d.i] {
	case '{':
		return d.anyObject()
	case '[':
		return d.anyArray()
	case '"':
		s, _ := unquoteString(d.str())
		return s
	}
	switch item := d.literal(); item[0] {
	case 'n':
		return nil
	case 't', 'f':
		return item[0] == 't'
	default:
		return d.anyNumber(item)
	}
}

func (d *decoder) anyArray() []any {
	list := []any{}
	for d.next(len(list) == 0) {
		list = append(list, d.any())
	}
	return list
}

func (d *decoder) anyObject() map[string]any {
	m := make(map[string]any)
	for first := true; d.next(first); first = false {
		key, _ := d.key()
		name := string(key)
		m[name] = d.any()
	}
	return m
}
