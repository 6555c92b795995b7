// Package sha256 implements the SHA-224 and SHA-256 hashes of FIPS 180-4.
package sha256

import (
	"crypto"
	"encoding/binary"
	"errors"
	"hash"
	"math/bits"
)

func init() {
	crypto.RegisterHash(crypto.SHA224, New224)
	crypto.RegisterHash(crypto.SHA256, New)
}

// Sizes in bytes.
const (
	Size      = 32
	Size224   = 28
	BlockSize = 64
)

// kinds are the variants: different initial states, and results cut to a length.
var kinds = [...]struct {
	size  int
	magic string
	h     [8]uint32
}{
	{32, "sha\x03", [8]uint32{
		0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
		0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
	}},
	{28, "sha\x02", [8]uint32{
		0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939,
		0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
	}},
}

// digest is the state: h, and the beginning x of a block of which n bytes are there.
type digest struct {
	h    [8]uint32
	x    [BlockSize]byte
	n    int
	len  uint64
	kind int
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

// New returns a new hash with a checksum of 32 bytes.
func New() hash.Hash {
	d := &digest{kind: 0}
	d.Reset()
	return d
}

// Sum256 is the checksum of data.
func Sum256(data []byte) (out [32]byte) {
	d := digest{kind: 0}
	d.Reset()
	d.Write(data)
	s := d.sum()
	copy(out[:], s[:])
	return out
}

// New224 returns a new hash with a checksum of 28 bytes.
func New224() hash.Hash {
	d := &digest{kind: 1}
	d.Reset()
	return d
}

// Sum224 is the checksum of data.
func Sum224(data []byte) (out [28]byte) {
	d := digest{kind: 1}
	d.Reset()
	d.Write(data)
	s := d.sum()
	copy(out[:], s[:])
	return out
}

func (d *digest) Size() int { return kinds[d.kind].size }

func (d *digest) Reset() {
	d.h = kinds[d.kind].h
	d.n, d.len = 0, 0
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
	return append(in, s[:d.Size()]...)
}

// The marshaled state is an identifier, h, x and the length.

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, kinds[d.kind].magic...)
	for _, h := range d.h {
		b = binary.BigEndian.AppendUint32(b, h)
	}
	b = append(b, d.x[:d.n]...)
	b = append(b, make([]byte, BlockSize-d.n)...)
	return binary.BigEndian.AppendUint64(b, d.len), nil
}

func (d *digest) UnmarshalBinary(b []byte) error {
	magic := kinds[d.kind].magic
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return errors.New("crypto/sha256: invalid hash state identifier")
	}
	if b = b[len(magic):]; len(b) != 32+BlockSize+8 {
		return errors.New("crypto/sha256: invalid hash state size")
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

// table has the first bits of the fractional parts of the cube roots of the first primes.
var table = [64]uint32{
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
}

func (d *digest) block(p []byte) {
	hh := d.h
	for ; len(p) >= BlockSize; p = p[BlockSize:] {
		var w [64]uint32
		for i := range 16 {
			w[i] = binary.BigEndian.Uint32(p[4*i:])
		}
		for i := 16; i < 64; i++ {
			x, y := w[i-15], w[i-2]
			s0 := bits.RotateLeft32(x, -7) ^ bits.RotateLeft32(x, -18) ^ x>>3
			s1 := bits.RotateLeft32(y, -17) ^ bits.RotateLeft32(y, -19) ^ y>>10
			w[i] = w[i-16] + s0 + w[i-7] + s1
		}
		a, b, c, e := hh[0], hh[1], hh[2], hh[3]
		f, g, h, k := hh[4], hh[5], hh[6], hh[7]
		for i := range w {
			t1 := k + (bits.RotateLeft32(f, -6) ^ bits.RotateLeft32(f, -11) ^ bits.RotateLeft32(f, -25)) + (f&g ^ ^f&h) + table[i] + w[i]
			t2 := (bits.RotateLeft32(a, -2) ^ bits.RotateLeft32(a, -13) ^ bits.RotateLeft32(a, -22)) + (a&b ^ a&c ^ b&c)
			a, b, c, e, f, g, h, k = t1+t2, a, b, c, e+t1, f, g, h
		}
		hh[0] += a
		hh[1] += b
		hh[2] += c
		hh[3] += e
		hh[4] += f
		hh[5] += g
		hh[6] += h
		hh[7] += k
	}
	d.h = hh
}
