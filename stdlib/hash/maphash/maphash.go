// Package maphash hashes strings and bytes for hash tables. Hashes of one seed agree within one run of a program and no longer.
package maphash

import (
	"hash"
	"internal/rt"
	"math"
	"reflect"
	"unsafe"
)

// A Seed selects one of many hash functions. The zero Seed is not valid.
type Seed struct {
	s uint64
}

// MakeSeed returns a random seed.
func MakeSeed() Seed {
	for {
		if s := rt.Rand64(); s != 0 {
			return Seed{s}
		}
	}
}

func (s Seed) check() uint64 {
	if s.s == 0 {
		panic("maphash: use of uninitialized Seed")
	}
	return s.s
}

func sum(seed uint64, b []byte) uint64 {
	return rt.HashMem(unsafe.Pointer(unsafe.SliceData(b)), seed, len(b))
}

// Bytes hashes b.
func Bytes(seed Seed, b []byte) uint64 {
	var h Hash
	h.SetSeed(seed)
	h.Write(b)
	return h.Sum64()
}

// String hashes s.
func String(seed Seed, s string) uint64 {
	var h Hash
	h.SetSeed(seed)
	h.WriteString(s)
	return h.Sum64()
}

const blockSize = 128

// A Hash hashes what is written to it. The zero Hash takes a random seed when first used. The input is hashed in blocks, each with the
// hash of those before as its seed, so the result does not depend on how it was cut into writes.
type Hash struct {
	_     [0]func() // not comparable
	seed  Seed
	state Seed
	buf   [blockSize]byte
	n     int
}

func (h *Hash) init() {
	if h.seed.s == 0 {
		h.SetSeed(MakeSeed())
	}
}

// Write adds b. It never fails.
func (h *Hash) Write(b []byte) (int, error) {
	size := len(b)
	h.init()
	for len(b) > 0 {
		if h.n == blockSize {
			h.flush()
		}
		k := copy(h.buf[h.n:], b)
		h.n += k
		b = b[k:]
	}
	return size, nil
}

// WriteString adds s. It never fails.
func (h *Hash) WriteString(s string) (int, error) {
	return h.Write(unsafe.Slice(unsafe.StringData(s), len(s)))
}

// WriteByte adds b. It never fails.
func (h *Hash) WriteByte(b byte) error {
	h.init()
	if h.n == blockSize {
		h.flush()
	}
	h.buf[h.n] = b
	h.n++
	return nil
}

func (h *Hash) flush() {
	h.state.s = sum(h.state.s, h.buf[:h.n])
	h.n = 0
}

// Sum64 is the hash of what was written.
func (h *Hash) Sum64() uint64 {
	h.init()
	return sum(h.state.s, h.buf[:h.n])
}

// Sum appends the hash to b.
func (h *Hash) Sum(b []byte) []byte {
	x := h.Sum64()
	return append(b, byte(x>>56), byte(x>>48), byte(x>>40), byte(x>>32), byte(x>>24), byte(x>>16), byte(x>>8), byte(x))
}

// Seed returns the seed.
func (h *Hash) Seed() Seed {
	h.init()
	return h.seed
}

// SetSeed sets the seed and drops what was written.
func (h *Hash) SetSeed(seed Seed) {
	seed.check()
	h.seed, h.state = seed, seed
	h.n = 0
}

// Reset drops what was written.
func (h *Hash) Reset() {
	h.init()
	h.state = h.seed
	h.n = 0
}

// Size is 8, BlockSize 128.
func (h *Hash) Size() int      { return 8 }
func (h *Hash) BlockSize() int { return blockSize }

// Clone returns a copy with the same state.
func (h *Hash) Clone() (hash.Cloner, error) {
	h.init()
	c := *h
	return &c, nil
}

// Comparable hashes v such that equal values have equal hashes. It panics when v holds something that cannot be compared.
func Comparable[T comparable](seed Seed, v T) uint64 {
	var h Hash
	h.SetSeed(seed)
	WriteComparable(&h, v)
	return h.Sum64()
}

// WriteComparable adds x to h.
func WriteComparable[T comparable](h *Hash, x T) { h.add(reflect.ValueOf(&x).Elem()) }

func (h *Hash) word(x uint64) {
	h.Write([]byte{byte(x), byte(x >> 8), byte(x >> 16), byte(x >> 24), byte(x >> 32), byte(x >> 40), byte(x >> 48), byte(x >> 56)})
}

func (h *Hash) float(f float64) {
	switch {
	case f == 0:
		h.word(0) // both zeros
	case f != f:
		h.word(rt.Rand64()) // NaN equals nothing
	default:
		h.word(math.Float64bits(f))
	}
}

func (h *Hash) add(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		if v.Bool() {
			h.WriteByte(1)
		} else {
			h.WriteByte(0)
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		h.word(uint64(v.Int()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		h.word(v.Uint())
	case reflect.Float32, reflect.Float64:
		h.float(v.Float())
	case reflect.Complex64, reflect.Complex128:
		h.float(real(v.Complex()))
		h.float(imag(v.Complex()))
	case reflect.String:
		h.word(uint64(v.Len()))
		h.WriteString(v.String())
	case reflect.Array:
		for i := range v.Len() {
			h.add(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			h.add(v.Field(i))
		}
	case reflect.Interface:
		if v.IsNil() {
			h.WriteByte(0)
			return
		}
		h.WriteString(v.Elem().Type().String())
		h.add(v.Elem())
	case reflect.Pointer, reflect.Chan, reflect.UnsafePointer:
		h.word(uint64(v.Pointer()))
	default:
		panic("hash/maphash: hash of unhashable type " + v.Type().String())
	}
}

// A Hasher hashes and compares values of a type that need not be comparable.
type Hasher[T any] interface {
	Hash(hash *Hash, value T)
	Equal(x, y T) bool
}

// ComparableHasher is the Hasher of == and WriteComparable.
type ComparableHasher[T comparable] struct {
	_ [0]func(T)
}

func (ComparableHasher[T]) Hash(h *Hash, value T) { WriteComparable(h, value) }
func (ComparableHasher[T]) Equal(x, y T) bool     { return x == y }
