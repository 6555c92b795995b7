// Package md5 implements the MD5 hash of RFC 1321, which is broken: it must not be used where security matters.
package md5

import (
	"crypto"
	"encoding/binary"
	"errors"
	"hash"
	"math/bits"
)

func init() {
	crypto.RegisterHash(crypto.MD5, New)
}

// Sizes in bytes.
const (
	Size      = 16
	BlockSize = 64
)

// digest is the state: h, and the beginning x of a block of which n bytes are there.
type digest struct {
	h   [4]uint32
	x   [BlockSize]byte
	n   int
	len uint64
}

func (d *digest) Write(p []byte) (int, error) {
	n := len(p)
	d.len += uint64(n)
	if d.n > 0 {
		k := copy(d.x[d.n:], p)
		d.n += k
		p = p[k:]
		if d.n < BlockSize {
			return n, nil
		}
		d.block(d.x[:])
		d.n = 0
	}
	if k := len(p) &^ (BlockSize - 1); k > 0 {
		d.block(p[:k])
		p = p[k:]
	}
	d.n = copy(d.x[:], p)
	return n, nil
}

// pad writes a one bit, zeros, and the length in bits.
func (d *digest) pad() {
	bits := d.len << 3
	var b [2 * BlockSize]byte
	b[0] = 0x80
	n := BlockSize - 8 - d.n
	if n <= 0 {
		n += BlockSize
	}
	binary.LittleEndian.PutUint64(b[n:], bits)
	d.Write(b[:n+8])
}

func (d *digest) BlockSize() int { return BlockSize }

func (d *digest) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}

// New returns a new MD5 hash.
func New() hash.Hash {
	d := new(digest)
	d.Reset()
	return d
}

func (d *digest) Size() int { return Size }

func (d *digest) Reset() {
	d.h = [4]uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}
	d.n, d.len = 0, 0
}

// Sum is the checksum of data.
func Sum(data []byte) [Size]byte {
	var d digest
	d.Reset()
	d.Write(data)
	return d.sum()
}

func (d *digest) sum() (out [Size]byte) {
	d.pad()
	for i, h := range d.h {
		binary.LittleEndian.PutUint32(out[4*i:], h)
	}
	return out
}

func (d *digest) Sum(in []byte) []byte {
	c := *d
	s := c.sum()
	return append(in, s[:]...)
}

// The marshaled state is an identifier, h, x and the length.

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, "md5\x01"...)
	for _, h := range d.h {
		b = binary.BigEndian.AppendUint32(b, h)
	}
	b = append(b, d.x[:d.n]...)
	b = append(b, make([]byte, BlockSize-d.n)...)
	return binary.BigEndian.AppendUint64(b, d.len), nil
}

func (d *digest) UnmarshalBinary(b []byte) error {
	magic := "md5\x01"
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return errors.New("crypto/md5: invalid hash state identifier")
	}
	if b = b[len(magic):]; len(b) != 16+BlockSize+8 {
		return errors.New("crypto/md5: invalid hash state size")
	}
	for i := range d.h {
		d.h[i] = binary.BigEndian.Uint32(b)
		b = b[4:]
	}
	b = b[copy(d.x[:], b):]
	d.len = binary.BigEndian.Uint64(b)
	d.n = int(d.len % BlockSize)
	return nil
}

// table is the integer part of 1<<32 times abs(sin(i+1)).
var table = [64]uint32{
	0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
	0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
	0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
	0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
	0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
	0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
	0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
	0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
}

// shifts are the rotations of the four rounds.
var shifts = [4][4]uint8{{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}

func (d *digest) block(p []byte) {
	a0, b0, c0, d0 := d.h[0], d.h[1], d.h[2], d.h[3]
	for ; len(p) >= BlockSize; p = p[BlockSize:] {
		var m [16]uint32
		for i := range m {
			m[i] = binary.LittleEndian.Uint32(p[4*i:])
		}
		a, b, c, e := a0, b0, c0, d0
		for i := 0; i < 16; i++ {
			f := a + (b&c | ^b&e) + table[i] + m[i]
			a, e, c, b = e, c, b, b+bits.RotateLeft32(f, int(shifts[0][i&3]))
		}
		for i := 16; i < 32; i++ {
			f := a + (e&b | ^e&c) + table[i] + m[(5*i+1)&15]
			a, e, c, b = e, c, b, b+bits.RotateLeft32(f, int(shifts[1][i&3]))
		}
		for i := 32; i < 48; i++ {
			f := a + (b ^ c ^ e) + table[i] + m[(3*i+5)&15]
			a, e, c, b = e, c, b, b+bits.RotateLeft32(f, int(shifts[2][i&3]))
		}
		for i := 48; i < 64; i++ {
			f := a + (c ^ (b | ^e)) + table[i] + m[(7*i)&15]
			a, e, c, b = e, c, b, b+bits.RotateLeft32(f, int(shifts[3][i&3]))
		}
		a0, b0, c0, d0 = a0+a, b0+b, c0+c, d0+e
	}
	d.h = [4]uint32{a0, b0, c0, d0}
}
