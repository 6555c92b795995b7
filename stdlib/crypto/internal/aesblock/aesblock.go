// Package aesblock is the block cipher AES of FIPS 197. It uses tables, so its time depends on the data.
// It lies below crypto/cipher, which has to know the type.
package aesblock

import (
	"crypto/internal/alias"
	"encoding/binary"
	"math/bits"
	"sync"
)

// BlockSize is the size of a block in bytes.
const BlockSize = 16

// sbox and its inverse; enc[i] is the product of sbox[i] with the column (2,1,1,3), dec[i] of inv[i] with (14,9,13,11).
// The other columns of the matrices are rotations.
var (
	sbox, inv [256]byte
	enc, dec  [256]uint32
)

// double multiplies by x in GF(2^8).
func double(b byte) byte { return b<<1 ^ 0x1b&-(b>>7) }

func mul(a, b byte) (p byte) {
	for ; b > 0; b >>= 1 {
		p ^= a & -(b & 1)
		a = double(a)
	}
	return p
}

var makeTables = sync.OnceFunc(func() {
	// p runs through the powers of 3, q through those of 1/3: q is the inverse of p.
	p, q := byte(1), byte(1)
	for {
		p ^= double(p)
		q ^= q << 1
		q ^= q << 2
		q ^= q << 4
		q ^= 0x09 & -(q >> 7)
		r := func(n int) byte { return bits.RotateLeft8(q, n) }
		sbox[p] = q ^ r(1) ^ r(2) ^ r(3) ^ r(4) ^ 0x63
		if p == 1 {
			break
		}
	}
	sbox[0] = 0x63
	for i, s := range sbox {
		inv[s] = byte(i)
		enc[i] = uint32(double(s))<<24 | uint32(s)<<16 | uint32(s)<<8 | uint32(double(s)^s)
	}
	for i, s := range inv {
		dec[i] = uint32(mul(s, 14))<<24 | uint32(mul(s, 9))<<16 | uint32(mul(s, 13))<<8 | uint32(mul(s, 11))
	}
})

// Block is the cipher with one key.
type Block struct {
	n        int // words of the schedules
	enc, dec [60]uint32
}

// New returns the cipher for a key of 16, 24 or 32 bytes.
func New(key []byte) *Block {
	k := len(key) / 4
	makeTables()
	b := &Block{n: 4 * (k + 7)}
	for i := range k {
		b.enc[i] = binary.BigEndian.Uint32(key[4*i:])
	}
	round := byte(1)
	for i := k; i < b.n; i++ {
		t := b.enc[i-1]
		switch {
		case i%k == 0:
			t = subWord(bits.RotateLeft32(t, 8)) ^ uint32(round)<<24
			round = double(round)
		case k > 6 && i%k == 4:
			t = subWord(t)
		}
		b.enc[i] = b.enc[i-k] ^ t
	}
	for i := 0; i < b.n; i += 4 {
		for j := range 4 {
			w := b.enc[b.n-4-i+j]
			if i > 0 && i < b.n-4 {
				w = dec[sbox[w>>24]] ^ bits.RotateLeft32(dec[sbox[w>>16&255]], -8) ^
					bits.RotateLeft32(dec[sbox[w>>8&255]], -16) ^ bits.RotateLeft32(dec[sbox[w&255]], -24)
			}
			b.dec[i+j] = w
		}
	}
	return b
}

func subWord(w uint32) uint32 {
	return uint32(sbox[w>>24])<<24 | uint32(sbox[w>>16&255])<<16 | uint32(sbox[w>>8&255])<<8 | uint32(sbox[w&255])
}

// BlockSize returns 16.
func (b *Block) BlockSize() int { return BlockSize }

func check(dst, src []byte) {
	switch {
	case len(src) < BlockSize:
		panic("crypto/aes: input not full block")
	case len(dst) < BlockSize:
		panic("crypto/aes: output not full block")
	case alias.Shifted(dst[:BlockSize], src[:BlockSize]):
		panic("crypto/aes: invalid buffer overlap")
	}
}

// Encrypt encrypts one block.
func (b *Block) Encrypt(dst, src []byte) {
	check(dst, src)
	crypt(dst, src, b.enc[:b.n], &enc, &sbox, 1)
}

// Decrypt decrypts one block.
func (b *Block) Decrypt(dst, src []byte) {
	check(dst, src)
	crypt(dst, src, b.dec[:b.n], &dec, &inv, 3)
}

// crypt is both directions: they differ in the tables and in the way the rows shift, which step tells.
func crypt(dst, src []byte, keys []uint32, t *[256]uint32, s *[256]byte, step int) {
	a := binary.BigEndian.Uint32(src) ^ keys[0]
	b := binary.BigEndian.Uint32(src[4:]) ^ keys[1]
	c := binary.BigEndian.Uint32(src[8:]) ^ keys[2]
	d := binary.BigEndian.Uint32(src[12:]) ^ keys[3]
	keys = keys[4:]
	if step == 3 {
		for ; len(keys) > 4; keys = keys[4:] {
			a, b, c, d = column(t, a, d, c, b, keys[0]), column(t, b, a, d, c, keys[1]), column(t, c, b, a, d, keys[2]), column(t, d, c, b, a, keys[3])
		}
		a, b, c, d = last(s, a, d, c, b, keys[0]), last(s, b, a, d, c, keys[1]), last(s, c, b, a, d, keys[2]), last(s, d, c, b, a, keys[3])
	} else {
		for ; len(keys) > 4; keys = keys[4:] {
			a, b, c, d = column(t, a, b, c, d, keys[0]), column(t, b, c, d, a, keys[1]), column(t, c, d, a, b, keys[2]), column(t, d, a, b, c, keys[3])
		}
		a, b, c, d = last(s, a, b, c, d, keys[0]), last(s, b, c, d, a, keys[1]), last(s, c, d, a, b, keys[2]), last(s, d, a, b, c, keys[3])
	}
	binary.BigEndian.PutUint32(dst, a)
	binary.BigEndian.PutUint32(dst[4:], b)
	binary.BigEndian.PutUint32(dst[8:], c)
	binary.BigEndian.PutUint32(dst[12:], d)
}

// column is one column of a round: bytes 0 to 3 come from w, x, y, z.
func column(t *[256]uint32, w, x, y, z, key uint32) uint32 {
	return key ^ t[w>>24] ^ bits.RotateLeft32(t[x>>16&255], -8) ^ bits.RotateLeft32(t[y>>8&255], -16) ^ bits.RotateLeft32(t[z&255], -24)
}

// last is one column of the last round.
func last(s *[256]byte, w, x, y, z, key uint32) uint32 {
	return key ^ (uint32(s[w>>24])<<24 | uint32(s[x>>16&255])<<16 | uint32(s[y>>8&255])<<8 | uint32(s[z&255]))
}
