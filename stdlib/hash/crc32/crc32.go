// Package crc32 implements 32-bit cyclic redundancy checks.
package crc32

import (
	"encoding/binary"
	"errors"
	"hash"
	"sync"
)

// Size is the number of bytes of the checksum.
const Size = 4

// Polynomials, lowest power in the highest bit.
const (
	IEEE       = 0xedb88320 // Ethernet, gzip, png, ...
	Castagnoli = 0x82f63b78 // iSCSI, ext4
	Koopman    = 0xeb31d82e
)

// Table is the effect of each byte.
type Table [256]uint32

// slices8 is Table for bytes that are followed by 0 to 7 others: eight bytes are one step.
type slices8 [8]Table

// IEEETable is the table of IEEE. It is filled by an initialiser because programs index it.
var IEEETable = ieee()

// The tables are made when first needed.
var (
	ieeeTabs slices8
	ieeeOnce sync.Once
	castTabs slices8
	castOnce sync.Once
)

func fill(poly uint32, t *Table) {
	for i := range t {
		crc := uint32(i)
		for range 8 {
			crc = crc>>1 ^ poly&-(crc&1)
		}
		t[i] = crc
	}
}

func (s *slices8) make(poly uint32) {
	fill(poly, &s[0])
	for i := range 256 {
		crc := s[0][i]
		for j := 1; j < 8; j++ {
			crc = s[0][crc&0xFF] ^ crc>>8
			s[j][i] = crc
		}
	}
}

func ieee() *Table {
	ieeeOnce.Do(func() { ieeeTabs.make(IEEE) })
	return &ieeeTabs[0]
}

func castagnoli() *Table {
	castOnce.Do(func() { castTabs.make(Castagnoli) })
	return &castTabs[0]
}

// MakeTable returns the table of a polynomial, which must not be modified.
func MakeTable(poly uint32) *Table {
	switch poly {
	case IEEE:
		return ieee()
	case Castagnoli:
		return castagnoli()
	}
	t := new(Table)
	fill(poly, t)
	return t
}

func update(crc uint32, tab *Table, p []byte) uint32 {
	var s *slices8
	switch tab {
	case &ieeeTabs[0]:
		s = &ieeeTabs
	case &castTabs[0]:
		s = &castTabs
	}
	crc = ^crc
	if s != nil {
		for len(p) >= 8 {
			x := binary.LittleEndian.Uint64(p) ^ uint64(crc)
			crc = s[7][x&0xFF] ^ s[6][x>>8&0xFF] ^ s[5][x>>16&0xFF] ^ s[4][x>>24&0xFF] ^
				s[3][x>>32&0xFF] ^ s[2][x>>40&0xFF] ^ s[1][x>>48&0xFF] ^ s[0][x>>56]
			p = p[8:]
		}
	}
	for _, c := range p {
		crc = tab[byte(crc)^c] ^ crc>>8
	}
	return ^crc
}

// Update adds p to a checksum.
func Update(crc uint32, tab *Table, p []byte) uint32 { return update(crc, tab, p) }

// Checksum is the checksum of data.
func Checksum(data []byte, tab *Table) uint32 { return update(0, tab, data) }

// ChecksumIEEE is Checksum with the polynomial IEEE.
func ChecksumIEEE(data []byte) uint32 { return update(0, &ieeeTabs[0], data) }

type digest struct {
	crc uint32
	tab *Table
}

// New returns a new hash with the polynomial of tab.
func New(tab *Table) hash.Hash32 { return &digest{0, tab} }

// NewIEEE is New with the polynomial IEEE.
func NewIEEE() hash.Hash32 { return New(ieee()) }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }
func (d *digest) Sum32() uint32  { return d.crc }

func (d *digest) Write(p []byte) (int, error) {
	d.crc = update(d.crc, d.tab, p)
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte { return binary.BigEndian.AppendUint32(in, d.crc) }

func (d *digest) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}

const magic = "crc\x01"

// tableSum tells tables apart in marshaled states.
func tableSum(t *Table) uint32 {
	var b [1024]byte
	for i, x := range t {
		binary.BigEndian.PutUint32(b[4*i:], x)
	}
	return ChecksumIEEE(b[:])
}

func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, magic...)
	b = binary.BigEndian.AppendUint32(b, tableSum(d.tab))
	return binary.BigEndian.AppendUint32(b, d.crc), nil
}

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) UnmarshalBinary(b []byte) error {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return errors.New("hash/crc32: invalid hash state identifier")
	}
	if len(b) != len(magic)+8 {
		return errors.New("hash/crc32: invalid hash state size")
	}
	if tableSum(d.tab) != binary.BigEndian.Uint32(b[4:]) {
		return errors.New("hash/crc32: tables do not match")
	}
	d.crc = binary.BigEndian.Uint32(b[8:])
	return nil
}
