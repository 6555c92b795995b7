// Package sha1 implements the SHA-1 hash of RFC 3174, which is broken: it must not be used where security matters.
package sha1

import (
	"crypto"
	"encoding/binary"
	"errors"
	"hash"
	"math/bits"
)

func init() {
	crypto.RegisterHash(crypto.SHA1, New)
}

// Sizes in bytes.
const (
	Size      = 20
	BlockSize = 64
)

// digest is the state: h, and the beginning x of a block of which n bytes are there.
type digest struct {
	h   [5]uint32
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
	binary.BigEndian.PutUint64(b[n:], bits)
	d.Write(b[:n+8])
}

func (d *digest) BlockSize() int { return BlockSize }

func (d *digest) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}

// New returns a new SHA-1 hash.
func New() hash.Hash {
	d := new(digest)
	d.Reset()
	return d
}

func (d *digest) Size() int { return Size }

func (d *digest) Reset() {
	d.h = [5]uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}
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
		binary.BigEndian.PutUint32(out[4*i:], h)
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
	b = append(b, "sha\x01"...)
	for _, h := range d.h {
		b = binary.BigEndian.AppendUint32(b, h)
	}
	b = append(b, d.x[:d.n]...)
	b = append(b, make([]byte, BlockSize-d.n)...)
	return binary.BigEndian.AppendUint64(b, d.len), nil
}

func (d *digest) UnmarshalBinary(b []byte) error {
	magic := "sha\x01"
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return errors.New("crypto/sha1: invalid hash state identifier")
	}
	if b = b[len(magic):]; len(b) != 20+BlockSize+8 {
		return errors.New("crypto/sha1: invalid hash state size")
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

func (d *digest) block(p []byte) {
	h := d.h
	for ; len(p) >= BlockSize; p = p[BlockSize:] {
		var w [80]uint32
		for i := range 16 {
			w[i] = binary.BigEndian.Uint32(p[4*i:])
		}
		for i := 16; i < 80; i++ {
			w[i] = bits.RotateLeft32(w[i-3]^w[i-8]^w[i-14]^w[i-16], 1)
		}
		a, b, c, e, f := h[0], h[1], h[2], h[3], h[4]
		for i := 0; i < 20; i++ {
			t := bits.RotateLeft32(a, 5) + (b&c | ^b&e) + f + w[i] + 0x5A827999
			a, b, c, e, f = t, a, bits.RotateLeft32(b, 30), c, e
		}
		for i := 20; i < 40; i++ {
			t := bits.RotateLeft32(a, 5) + (b ^ c ^ e) + f + w[i] + 0x6ED9EBA1
			a, b, c, e, f = t, a, bits.RotateLeft32(b, 30), c, e
		}
		for i := 40; i < 60; i++ {
			t := bits.RotateLeft32(a, 5) + (b&c | b&e | c&e) + f + w[i] + 0x8F1BBCDC
			a, b, c, e, f = t, a, bits.RotateLeft32(b, 30), c, e
		}
		for i := 60; i < 80; i++ {
			t := bits.RotateLeft32(a, 5) + (b ^ c ^ e) + f + w[i] + 0xCA62C1D6
			a, b, c, e, f = t, a, bits.RotateLeft32(b, 30), c, e
		}
		h[0] += a
		h[1] += b
		h[2] += c
		h[3] += e
		h[4] += f
	}
	d.h = h
}
