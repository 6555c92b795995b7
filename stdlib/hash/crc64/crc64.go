// Package crc64 implements 64-bit cyclic redundancy checks.
package crc64

import (
	"encoding/binary"
	"errors"
	"hash"
	"sync"
)

// Size is the number of bytes of the checksum.
const Size = 8

// Polynomials, lowest power in the highest bit.
const (
	ISO  = 0xD800000000000000 // ISO 3309
	ECMA = 0xC96C5795D7870F42 // ECMA 182
)

// Table is the effect of each byte.
type Table [256]uint64

// slices8 is Table for bytes that are followed by 0 to 7 others.
type slices8 [8]Table

var (
	fast struct {
		once      sync.Once
		iso, ecma slices8
	}
)

func prepare() {
	fast.once.Do(func() {
		fill(ISO, &fast.iso[0])
		fast.iso.extend()
		fill(ECMA, &fast.ecma[0])
		fast.ecma.extend()
	})
}

func fill(poly uint64, t *Table) {
	for i := range t {
		crc := uint64(i)
		for range 8 {
			crc = crc>>1 ^ poly&-(crc&1)
		}
		t[i] = crc
	}
}

func (s *slices8) extend() {
	for i := range 256 {
		crc := s[0][i]
		for j := 1; j < 8; j++ {
			crc = s[0][crc&0xFF] ^ crc>>8
			s[j][i] = crc
		}
	}
}

// MakeTable returns the table of a polynomial, which must not be modified.
func MakeTable(poly uint64) *Table {
	prepare()
	switch poly {
	case ISO:
		return &fast.iso[0]
	case ECMA:
		return &fast.ecma[0]
	}
	t := new(Table)
	fill(poly, t)
	return t
}

// Update adds p to a checksum.
func Update(crc uint64, tab *Table, p []byte) uint64 { return update(crc, tab, p) }

func update(crc uint64, tab *Table, p []byte) uint64 {
	crc = ^crc
	if len(p) >= 64 {
		prepare()
		var s *slices8
		switch {
		case tab == &fast.ecma[0] || *tab == fast.ecma[0]:
			s = &fast.ecma
		case tab == &fast.iso[0] || *tab == fast.iso[0]:
			s = &fast.iso
		case len(p) >= 2048: // worth making the other tables
			s = new(slices8)
			s[0] = *tab
			s.extend()
		}
		if s != nil {
			for len(p) >= 8 {
				crc ^= binary.LittleEndian.Uint64(p)
				crc = s[7][crc&0xFF] ^ s[6][crc>>8&0xFF] ^ s[5][crc>>16&0xFF] ^ s[4][crc>>24&0xFF] ^
					s[3][crc>>32&0xFF] ^ s[2][crc>>40&0xFF] ^ s[1][crc>>48&0xFF] ^ s[0][crc>>56]
				p = p[8:]
			}
		}
	}
	for _, c := range p {
		crc = tab[byte(crc)^c] ^ crc>>8
	}
	return ^crc
}

// Checksum is the checksum of data.
func Checksum(data []byte, tab *Table) uint64 { return update(0, tab, data) }

type digest struct {
	crc uint64
	tab *Table
}

// New returns a new hash with the polynomial of tab.
func New(tab *Table) hash.Hash64 { return &digest{0, tab} }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }
func (d *digest) Sum64() uint64  { return d.crc }

func (d *digest) Write(p []byte) (int, error) {
	d.crc = update(d.crc, d.tab, p)
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte { return binary.BigEndian.AppendUint64(in, d.crc) }

func (d *digest) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}

const magic = "crc\x02"

// tableSum tells tables apart in marshaled states. The table is hashed as big-endian numbers with the ISO polynomial.
func tableSum(t *Table) uint64 {
	var b [2048]byte
	for i, x := range t {
		binary.BigEndian.PutUint64(b[8*i:], x)
	}
	prepare()
	return update(0, &fast.iso[0], b[:])
}

func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, magic...)
	b = binary.BigEndian.AppendUint64(b, tableSum(d.tab))
	return binary.BigEndian.AppendUint64(b, d.crc), nil
}

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) UnmarshalBinary(b []byte) error {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return errors.New("hash/crc64: invalid hash state identifier")
	}
	if len(b) != len(magic)+16 {
		return errors.New("hash/crc64: invalid hash state size")
	}
	if tableSum(d.tab) != binary.BigEndian.Uint64(b[4:]) {
		return errors.New("hash/crc64: tables do not match")
	}
	d.crc = binary.BigEndian.Uint64(b[12:])
	return nil
}
