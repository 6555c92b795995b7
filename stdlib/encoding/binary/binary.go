package binary

import (
	"errors"
	"io"
	"math"
	"reflect"
	"slices"
	"sync"
	"unsafe"
)

// Values of fixed size are numbers, bools, and arrays and structs of them; at the top also slices of such, and pointers. A value is encoded
// as its parts in order, without padding. Fields named _ are zero when written and skipped when read.

var errShort = errors.New("buffer too small")

// Read fills data, a pointer to a value of fixed size or a slice of such, from r. The error is io.EOF only if there was no byte at all.
func Read(r io.Reader, order ByteOrder, data any) error {
	v, n := target(data)
	if n < 0 {
		return errors.New("binary.Read: invalid type " + reflect.TypeOf(data).String())
	}
	var small [64]byte
	buf := small[:]
	if n > len(buf) {
		buf = make([]byte, n)
	}
	buf = buf[:n]
	if _, err := io.ReadFull(r, buf); err != nil {
		return err
	}
	decodeInto(buf, order, data, v)
	return nil
}

// Decode is Read from a slice. It returns how many bytes the value took.
func Decode(buf []byte, order ByteOrder, data any) (int, error) {
	v, n := target(data)
	if n < 0 {
		return 0, errors.New("binary.Decode: invalid type " + reflect.TypeOf(data).String())
	}
	if len(buf) < n {
		return 0, errShort
	}
	decodeInto(buf[:n], order, data, v)
	return n, nil
}

// target is where data is decoded to and its encoded size, -1 if that is impossible. The value is not needed when decodeFast knows the type.
func target(data any) (reflect.Value, int) {
	if n := fastSize(data); n >= 0 {
		switch data.(type) {
		case bool, int8, uint8, int16, uint16, int32, uint32, int64, uint64, float32, float64:
			return reflect.Value{}, -1 // not a pointer
		}
		return reflect.Value{}, n
	}
	v := reflect.ValueOf(data)
	switch v.Kind() {
	case reflect.Pointer:
		v = v.Elem()
		return v, valueSize(v)
	case reflect.Slice:
		return v, valueSize(v)
	}
	return v, -1
}

func decodeInto(buf []byte, order ByteOrder, data any, v reflect.Value) {
	if v.IsValid() {
		c := coder{order: order, buf: buf}
		c.read(v)
		return
	}
	decodeFast(buf, order, data)
}

// Write writes data, a value of fixed size, a slice of such, or a pointer to it.
func Write(w io.Writer, order ByteOrder, data any) error {
	v, n := source(data)
	if n < 0 {
		return errors.New("binary.Write: some values are not fixed-sized in type " + reflect.TypeOf(data).String())
	}
	var small [64]byte
	buf := small[:]
	if n > len(buf) {
		buf = make([]byte, n)
	}
	encodeFrom(buf[:n], order, data, v)
	_, err := w.Write(buf[:n])
	return err
}

// Encode is Write to a slice. It returns how many bytes the value took.
func Encode(buf []byte, order ByteOrder, data any) (int, error) {
	v, n := source(data)
	if n < 0 {
		return 0, errors.New("binary.Encode: some values are not fixed-sized in type " + reflect.TypeOf(data).String())
	}
	if len(buf) < n {
		return 0, errShort
	}
	encodeFrom(buf[:n], order, data, v)
	return n, nil
}

// Append is Write to the end of a slice.
func Append(buf []byte, order ByteOrder, data any) ([]byte, error) {
	v, n := source(data)
	if n < 0 {
		return nil, errors.New("binary.Append: some values are not fixed-sized in type " + reflect.TypeOf(data).String())
	}
	k := len(buf)
	buf = slices.Grow(buf, n)[:k+n]
	encodeFrom(buf[k:], order, data, v)
	return buf, nil
}

func source(data any) (reflect.Value, int) {
	if n := fastSize(data); n >= 0 {
		return reflect.Value{}, n
	}
	v := reflect.Indirect(reflect.ValueOf(data))
	return v, valueSize(v)
}

func encodeFrom(buf []byte, order ByteOrder, data any, v reflect.Value) {
	if v.IsValid() {
		c := coder{order: order, buf: buf}
		c.write(v)
		return
	}
	encodeFast(buf, order, data)
}

// Size is the encoded size of v, -1 if it is not fixed.
func Size(v any) int {
	if n := fastSize(v); n >= 0 {
		return n
	}
	return valueSize(reflect.Indirect(reflect.ValueOf(v)))
}

func valueSize(v reflect.Value) int {
	switch v.Kind() {
	case reflect.Invalid:
		return -1
	case reflect.Slice:
		if n := typeSize(v.Type().Elem()); n >= 0 {
			return n * v.Len()
		}
		return -1
	}
	return typeSize(v.Type())
}

var structSizes sync.Map // reflect.Type -> int

func typeSize(t reflect.Type) int {
	switch k := t.Kind(); k {
	case reflect.Array:
		if n := typeSize(t.Elem()); n >= 0 {
			return n * t.Len()
		}
	case reflect.Struct:
		if n, ok := structSizes.Load(t); ok {
			return n.(int)
		}
		sum := 0
		for i := range t.NumField() {
			n := typeSize(t.Field(i).Type)
			if n < 0 {
				sum = -1
				break
			}
			sum += n
		}
		structSizes.Store(t, sum)
		return sum
	case reflect.Bool, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint8, reflect.Uint16, reflect.Uint32,
		reflect.Uint64, reflect.Float32, reflect.Float64, reflect.Complex64, reflect.Complex128:
		return int(t.Size())
	}
	return -1
}

// ---- without reflection ----------------------------------------------------------------------------------------------------------

// words views a slice of numbers as one of the unsigned numbers of their size.
func words[U, T any](s []T) []U {
	return unsafe.Slice((*U)(unsafe.Pointer(unsafe.SliceData(s))), len(s))
}

// fast is one of the views below of a value, of a pointer or of a slice.
type fast struct {
	b1 []uint8
	b2 []uint16
	b4 []uint32
	b8 []uint64
}

// one views a number as a slice.
func one[U, T any](p *T) []U { return unsafe.Slice((*U)(unsafe.Pointer(p)), 1) }

// view returns false when data is not of the common types. Pointers must not be nil.
func view(data any) (f fast, size int) {
	switch p := data.(type) {
	case *bool:
		return fast{b1: one[uint8](p)}, 1
	case *int8:
		return fast{b1: one[uint8](p)}, 1
	case *uint8:
		return fast{b1: one[uint8](p)}, 1
	case *int16:
		return fast{b2: one[uint16](p)}, 2
	case *uint16:
		return fast{b2: one[uint16](p)}, 2
	case *int32:
		return fast{b4: one[uint32](p)}, 4
	case *uint32:
		return fast{b4: one[uint32](p)}, 4
	case *float32:
		return fast{b4: one[uint32](p)}, 4
	case *int64:
		return fast{b8: one[uint64](p)}, 8
	case *uint64:
		return fast{b8: one[uint64](p)}, 8
	case *float64:
		return fast{b8: one[uint64](p)}, 8
	case []bool:
		return fast{b1: words[uint8](p)}, len(p)
	case []int8:
		return fast{b1: words[uint8](p)}, len(p)
	case []uint8:
		return fast{b1: p}, len(p)
	case []int16:
		return fast{b2: words[uint16](p)}, 2 * len(p)
	case []uint16:
		return fast{b2: p}, 2 * len(p)
	case []int32:
		return fast{b4: words[uint32](p)}, 4 * len(p)
	case []uint32:
		return fast{b4: p}, 4 * len(p)
	case []float32:
		return fast{b4: words[uint32](p)}, 4 * len(p)
	case []int64:
		return fast{b8: words[uint64](p)}, 8 * len(p)
	case []uint64:
		return fast{b8: p}, 8 * len(p)
	case []float64:
		return fast{b8: words[uint64](p)}, 8 * len(p)
	}
	return fast{}, -1
}

// fastSize is the size of values that need no reflection, else -1.
func fastSize(data any) int {
	switch data.(type) {
	case bool, int8, uint8:
		return 1
	case int16, uint16:
		return 2
	case int32, uint32, float32:
		return 4
	case int64, uint64, float64:
		return 8
	case []bool, []int8, []uint8, []int16, []uint16, []int32, []uint32, []float32, []int64, []uint64, []float64:
		_, n := view(data)
		return n
	default:
		if (*[2]unsafe.Pointer)(unsafe.Pointer(&data))[1] == nil {
			return -1 // a nil pointer, if it is one
		}
		_, n := view(data)
		return n
	}
}

func decodeFast(buf []byte, order ByteOrder, data any) {
	f, _ := view(data)
	copy(f.b1, buf)
	if p, ok := data.(*bool); ok {
		*p = buf[0] != 0
	} else if s, ok := data.([]bool); ok {
		for i := range s {
			s[i] = buf[i] != 0
		}
	}
	for i := range f.b2 {
		f.b2[i] = order.Uint16(buf[2*i:])
	}
	for i := range f.b4 {
		f.b4[i] = order.Uint32(buf[4*i:])
	}
	for i := range f.b8 {
		f.b8[i] = order.Uint64(buf[8*i:])
	}
}

func encodeFast(buf []byte, order ByteOrder, data any) {
	switch v := data.(type) {
	case bool:
		buf[0] = 0
		if v {
			buf[0] = 1
		}
	case int8:
		buf[0] = byte(v)
	case uint8:
		buf[0] = v
	case int16:
		order.PutUint16(buf, uint16(v))
	case uint16:
		order.PutUint16(buf, v)
	case int32:
		order.PutUint32(buf, uint32(v))
	case uint32:
		order.PutUint32(buf, v)
	case float32:
		order.PutUint32(buf, math.Float32bits(v))
	case int64:
		order.PutUint64(buf, uint64(v))
	case uint64:
		order.PutUint64(buf, v)
	case float64:
		order.PutUint64(buf, math.Float64bits(v))
	default:
		f, _ := view(data)
		copy(buf, f.b1)
		for i, x := range f.b2 {
			order.PutUint16(buf[2*i:], x)
		}
		for i, x := range f.b4 {
			order.PutUint32(buf[4*i:], x)
		}
		for i, x := range f.b8 {
			order.PutUint64(buf[8*i:], x)
		}
	}
}

// ---- with reflection -------------------------------------------------------------------------------------------------------------

type coder struct {
	order ByteOrder
	buf   []byte // rest
}

func (c *coder) take(n int) []byte {
	b := c.buf[:n]
	c.buf = c.buf[n:]
	return b
}

func (c *coder) getWord(size uintptr) uint64 {
	b := c.take(int(size))
	switch size {
	case 1:
		return uint64(b[0])
	case 2:
		return uint64(c.order.Uint16(b))
	case 4:
		return uint64(c.order.Uint32(b))
	}
	return c.order.Uint64(b)
}

func (c *coder) putWord(size uintptr, x uint64) {
	b := c.take(int(size))
	switch size {
	case 1:
		b[0] = byte(x)
	case 2:
		c.order.PutUint16(b, uint16(x))
	case 4:
		c.order.PutUint32(b, uint32(x))
	default:
		c.order.PutUint64(b, x)
	}
}

func (c *coder) read(v reflect.Value) {
	switch v.Kind() {
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			c.read(v.Index(i))
		}
	case reflect.Struct:
		t := v.Type()
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() || t.Field(i).Name != "_" {
				c.read(f)
			} else {
				c.take(typeSize(f.Type()))
			}
		}
	case reflect.Bool:
		v.SetBool(c.getWord(1) != 0)
	case reflect.Int8:
		v.SetInt(int64(int8(c.getWord(1))))
	case reflect.Int16:
		v.SetInt(int64(int16(c.getWord(2))))
	case reflect.Int32:
		v.SetInt(int64(int32(c.getWord(4))))
	case reflect.Int64:
		v.SetInt(int64(c.getWord(8)))
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(c.getWord(v.Type().Size()))
	case reflect.Float32:
		v.SetFloat(float64(math.Float32frombits(uint32(c.getWord(4)))))
	case reflect.Float64:
		v.SetFloat(math.Float64frombits(c.getWord(8)))
	case reflect.Complex64:
		re := math.Float32frombits(uint32(c.getWord(4)))
		v.SetComplex(complex(float64(re), float64(math.Float32frombits(uint32(c.getWord(4))))))
	case reflect.Complex128:
		re := math.Float64frombits(c.getWord(8))
		v.SetComplex(complex(re, math.Float64frombits(c.getWord(8))))
	}
}

func (c *coder) write(v reflect.Value) {
	switch v.Kind() {
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			c.write(v.Index(i))
		}
	case reflect.Struct:
		t := v.Type()
		for i := range v.NumField() {
			if f := v.Field(i); t.Field(i).Name != "_" {
				c.write(f)
			} else {
				clear(c.take(typeSize(f.Type())))
			}
		}
	case reflect.Bool:
		x := uint64(0)
		if v.Bool() {
			x = 1
		}
		c.putWord(1, x)
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		c.putWord(v.Type().Size(), uint64(v.Int()))
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		c.putWord(v.Type().Size(), v.Uint())
	case reflect.Float32:
		c.putWord(4, uint64(math.Float32bits(float32(v.Float()))))
	case reflect.Float64:
		c.putWord(8, math.Float64bits(v.Float()))
	case reflect.Complex64:
		x := v.Complex()
		c.putWord(4, uint64(math.Float32bits(float32(real(x)))))
		c.putWord(4, uint64(math.Float32bits(float32(imag(x)))))
	case reflect.Complex128:
		x := v.Complex()
		c.putWord(8, math.Float64bits(real(x)))
		c.putWord(8, math.Float64bits(imag(x)))
	}
}
