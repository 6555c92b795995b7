// Package fnv implements the FNV-1 and FNV-1a hash functions of Fowler, Noll and Vo.
//
// They multiply by a prime and combine with the next byte by exclusive or, FNV-1 in this order, FNV-1a the other way round.
package fnv

import (
	"encoding/binary"
	"errors"
	"hash"
	"math/bits"
)

type (
	sum32   uint32
	sum32a  uint32
	sum64   uint64
	sum64a  uint64
	sum128  [2]uint64
	sum128a [2]uint64
)

// The 128-bit prime is 1<<primeShift + primeLow.
const (
	basis32   = 2166136261
	basis64   = 14695981039346656037
	basisHigh = 0x6c62272e07bb0142
	basisLow  = 0x62b821756295c58d
	prime32   = 16777619
	prime64   = 1099511628211

	primeLow   = 0x13b
	primeShift = 24 // within the upper half
)

// New32 returns a new 32-bit FNV-1 hash.
func New32() hash.Hash32 { s := sum32(basis32); return &s }

// New32a returns a new 32-bit FNV-1a hash.
func New32a() hash.Hash32 { s := sum32a(basis32); return &s }

// New64 returns a new 64-bit FNV-1 hash.
func New64() hash.Hash64 { s := sum64(basis64); return &s }

// New64a returns a new 64-bit FNV-1a hash.
func New64a() hash.Hash64 { s := sum64a(basis64); return &s }

// New128 returns a new 128-bit FNV-1 hash.
func New128() hash.Hash { return &sum128{basisHigh, basisLow} }

// New128a returns a new 128-bit FNV-1a hash.
func New128a() hash.Hash { return &sum128a{basisHigh, basisLow} }

func (s *sum32) Reset()   { *s = basis32 }
func (s *sum32a) Reset()  { *s = basis32 }
func (s *sum64) Reset()   { *s = basis64 }
func (s *sum64a) Reset()  { *s = basis64 }
func (s *sum128) Reset()  { *s = sum128{basisHigh, basisLow} }
func (s *sum128a) Reset() { *s = sum128a{basisHigh, basisLow} }

func (s *sum32) Sum32() uint32  { return uint32(*s) }
func (s *sum32a) Sum32() uint32 { return uint32(*s) }
func (s *sum64) Sum64() uint64  { return uint64(*s) }
func (s *sum64a) Sum64() uint64 { return uint64(*s) }

func (s *sum32) Write(data []byte) (int, error) {
	h := uint32(*s)
	for _, c := range data {
		h = h*prime32 ^ uint32(c)
	}
	*s = sum32(h)
	return len(data), nil
}

func (s *sum32a) Write(data []byte) (int, error) {
	h := uint32(*s)
	for _, c := range data {
		h = (h ^ uint32(c)) * prime32
	}
	*s = sum32a(h)
	return len(data), nil
}

func (s *sum64) Write(data []byte) (int, error) {
	h := uint64(*s)
	for _, c := range data {
		h = h*prime64 ^ uint64(c)
	}
	*s = sum64(h)
	return len(data), nil
}

func (s *sum64a) Write(data []byte) (int, error) {
	h := uint64(*s)
	for _, c := range data {
		h = (h ^ uint64(c)) * prime64
	}
	*s = sum64a(h)
	return len(data), nil
}

// times multiplies the 128-bit number hi, lo by the prime.
func times(hi, lo uint64) (uint64, uint64) {
	c, l := bits.Mul64(primeLow, lo)
	return c + lo<<primeShift + primeLow*hi, l
}

func (s *sum128) Write(data []byte) (int, error) {
	hi, lo := s[0], s[1]
	for _, c := range data {
		hi, lo = times(hi, lo)
		lo ^= uint64(c)
	}
	s[0], s[1] = hi, lo
	return len(data), nil
}

func (s *sum128a) Write(data []byte) (int, error) {
	hi, lo := s[0], s[1]
	for _, c := range data {
		hi, lo = times(hi, lo^uint64(c))
	}
	s[0], s[1] = hi, lo
	return len(data), nil
}

func (s *sum32) Size() int   { return 4 }
func (s *sum32a) Size() int  { return 4 }
func (s *sum64) Size() int   { return 8 }
func (s *sum64a) Size() int  { return 8 }
func (s *sum128) Size() int  { return 16 }
func (s *sum128a) Size() int { return 16 }

func (s *sum32) BlockSize() int   { return 1 }
func (s *sum32a) BlockSize() int  { return 1 }
func (s *sum64) BlockSize() int   { return 1 }
func (s *sum64a) BlockSize() int  { return 1 }
func (s *sum128) BlockSize() int  { return 1 }
func (s *sum128a) BlockSize() int { return 1 }

var be = binary.BigEndian

func append128(b []byte, s *[2]uint64) []byte {
	return be.AppendUint64(be.AppendUint64(b, s[0]), s[1])
}

func (s *sum32) Sum(in []byte) []byte   { return be.AppendUint32(in, uint32(*s)) }
func (s *sum32a) Sum(in []byte) []byte  { return be.AppendUint32(in, uint32(*s)) }
func (s *sum64) Sum(in []byte) []byte   { return be.AppendUint64(in, uint64(*s)) }
func (s *sum64a) Sum(in []byte) []byte  { return be.AppendUint64(in, uint64(*s)) }
func (s *sum128) Sum(in []byte) []byte  { return append128(in, (*[2]uint64)(s)) }
func (s *sum128a) Sum(in []byte) []byte { return append128(in, (*[2]uint64)(s)) }

func (s *sum32) Clone() (hash.Cloner, error)   { c := *s; return &c, nil }
func (s *sum32a) Clone() (hash.Cloner, error)  { c := *s; return &c, nil }
func (s *sum64) Clone() (hash.Cloner, error)   { c := *s; return &c, nil }
func (s *sum64a) Clone() (hash.Cloner, error)  { c := *s; return &c, nil }
func (s *sum128) Clone() (hash.Cloner, error)  { c := *s; return &c, nil }
func (s *sum128a) Clone() (hash.Cloner, error) { c := *s; return &c, nil }

// The marshaled state is "fnv", a number for the function, and the sum.

func (s *sum32) AppendBinary(b []byte) ([]byte, error)  { return s.Sum(append(b, "fnv\x01"...)), nil }
func (s *sum32a) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, "fnv\x02"...)), nil }
func (s *sum64) AppendBinary(b []byte) ([]byte, error)  { return s.Sum(append(b, "fnv\x03"...)), nil }
func (s *sum64a) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, "fnv\x04"...)), nil }
func (s *sum128) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, "fnv\x05"...)), nil }
func (s *sum128a) AppendBinary(b []byte) ([]byte, error) {
	return s.Sum(append(b, "fnv\x06"...)), nil
}

func (s *sum32) MarshalBinary() ([]byte, error)   { return s.AppendBinary(nil) }
func (s *sum32a) MarshalBinary() ([]byte, error)  { return s.AppendBinary(nil) }
func (s *sum64) MarshalBinary() ([]byte, error)   { return s.AppendBinary(nil) }
func (s *sum64a) MarshalBinary() ([]byte, error)  { return s.AppendBinary(nil) }
func (s *sum128) MarshalBinary() ([]byte, error)  { return s.AppendBinary(nil) }
func (s *sum128a) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

// state checks the beginning and the length of a marshaled state and returns the sum.
func state(b []byte, magic string, size int) ([]byte, error) {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return nil, errors.New("hash/fnv: invalid hash state identifier")
	}
	if b = b[len(magic):]; len(b) != size {
		return nil, errors.New("hash/fnv: invalid hash state size")
	}
	return b, nil
}

func (s *sum32) UnmarshalBinary(b []byte) error {
	b, err := state(b, "fnv\x01", 4)
	if err == nil {
		*s = sum32(be.Uint32(b))
	}
	return err
}

func (s *sum32a) UnmarshalBinary(b []byte) error {
	b, err := state(b, "fnv\x02", 4)
	if err == nil {
		*s = sum32a(be.Uint32(b))
	}
	return err
}

func (s *sum64) UnmarshalBinary(b []byte) error {
	b, err := state(b, "fnv\x03", 8)
	if err == nil {
		*s = sum64(be.Uint64(b))
	}
	return err
}

func (s *sum64a) UnmarshalBinary(b []byte) error {
	b, err := state(b, "fnv\x04", 8)
	if err == nil {
		*s = sum64a(be.Uint64(b))
	}
	return err
}

func (s *sum128) UnmarshalBinary(b []byte) error {
	b, err := state(b, "fnv\x05", 16)
	if err == nil {
		s[0], s[1] = be.Uint64(b), be.Uint64(b[8:])
	}
	return err
}

func (s *sum128a) UnmarshalBinary(b []byte) error {
	b, err := state(b, "fnv\x06", 16)
	if err == nil {
		s[0], s[1] = be.Uint64(b), be.Uint64(b[8:])
	}
	return err
}
