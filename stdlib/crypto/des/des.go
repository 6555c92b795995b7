// Package des is the DES block cipher and its triple form, which are broken: they are here for old protocols.
package des

import (
	"crypto/cipher"
	"crypto/internal/alias"
	"encoding/binary"
	"math/bits"
	"strconv"
	"sync"
)

// BlockSize is the size of a block in bytes.
const BlockSize = 8

// KeySizeError is the length of a key that is wrong.
type KeySizeError int

func (k KeySizeError) Error() string { return "crypto/des: invalid key size " + strconv.Itoa(int(k)) }

// The tables of FIPS 46-3: bits are numbered from 1, the highest one.
var (
	initial = [64]uint8{
		58, 50, 42, 34, 26, 18, 10, 2, 60, 52, 44, 36, 28, 20, 12, 4, 62, 54, 46, 38, 30, 22, 14, 6, 64, 56, 48, 40, 32, 24, 16, 8,
		57, 49, 41, 33, 25, 17, 9, 1, 59, 51, 43, 35, 27, 19, 11, 3, 61, 53, 45, 37, 29, 21, 13, 5, 63, 55, 47, 39, 31, 23, 15, 7,
	}
	final    [64]uint8 // the inverse of initial
	permuteP = [32]uint8{16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10, 2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11, 4, 25}
	choice1  = [56]uint8{
		57, 49, 41, 33, 25, 17, 9, 1, 58, 50, 42, 34, 26, 18, 10, 2, 59, 51, 43, 35, 27, 19, 11, 3, 60, 52, 44, 36,
		63, 55, 47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53, 45, 37, 29, 21, 13, 5, 28, 20, 12, 4,
	}
	choice2 = [48]uint8{
		14, 17, 11, 24, 1, 5, 3, 28, 15, 6, 21, 10, 23, 19, 12, 4, 26, 8, 16, 7, 27, 20, 13, 2,
		41, 52, 31, 37, 47, 55, 30, 40, 51, 45, 33, 48, 44, 49, 39, 56, 34, 53, 46, 42, 50, 36, 29, 32,
	}
	rotations = [16]int{1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1}
	boxes     = [8]string{ // four rows of 16, in hexadecimal
		"e4d12fb83a6c59070f74e2d1a6cb953841e8d62bfc973a50fc8249175b3ea06d",
		"f18e6b34972dc05a3d47f28ec01a69b50e7ba4d158c6932fd8a13f42b67c05e9",
		"a09e63f51dc7b428d709346a285ecbf1d6498f30b12c5ae71ad069874fe3b52c",
		"7de3069a1285bc4fd8b56f03472c1ae9a690cb7df13e52843f06a1d8945bc72e",
		"2c417ab6853fd0e9eb2c47d150fa3986421bad78f9c5630eb8c71e2d6f09a453",
		"c1af92680d34e75baf427c9561de0b389ef528c3704a1db6432c95fabe17608d",
		"4b2ef08d3c975a61d0b7491ae35c2f8614bdc37eaf6805926bd814a7950fe23c",
		"d2846fb1a93e50c71fd8a374c56b0e927b419ce206adf35821e74a8dfc90356b",
	}
	round [8][64]uint32 // the boxes followed by permuteP
)

// permute picks bits of a value of n bits.
func permute(v uint64, n int, table []uint8) (out uint64) {
	for _, b := range table {
		out = out<<1 | v>>(n-int(b))&1
	}
	return out
}

var makeTables = sync.OnceFunc(func() {
	for i, b := range initial {
		final[b-1] = uint8(i + 1)
	}
	for i := range boxes {
		for row, c := range boxes[i] {
			v, _ := strconv.ParseUint(string(c), 16, 8)
			// row is the 6 bits b5 b0 b4 b3 b2 b1 of the input, whose outer bits choose the row of the box.
			in := row>>4&2<<4 | row>>4&1 | row&15<<1
			round[i][in] = uint32(permute(v<<(28-4*i), 32, permuteP[:]))
		}
	}
})

type single [16]uint64 // keys of the rounds, 48 bits each

func newSingle(key []byte) *single {
	makeTables()
	k := permute(binary.BigEndian.Uint64(key), 64, choice1[:])
	c, d := uint32(k>>28), uint32(k)&(1<<28-1)
	s := new(single)
	for i, n := range rotations {
		c = (c<<n | c>>(28-n)) & (1<<28 - 1)
		d = (d<<n | d>>(28-n)) & (1<<28 - 1)
		s[i] = permute(uint64(c)<<28|uint64(d), 56, choice2[:])
	}
	return s
}

// rounds does the 16 rounds; down takes the keys from the last one.
func (s *single) rounds(v uint64, down bool) uint64 {
	l, r := uint32(v>>32), uint32(v)
	for i := range s {
		k := s[i]
		if down {
			k = s[15-i]
		}
		// Box i sees bits 4i to 4i+5 of r, counted from the last one before.
		x := bits.RotateLeft32(r, -1)
		var f uint32
		for j := range 8 {
			f ^= round[j][(x>>26^uint32(k>>(42-6*j)))&63]
			x = bits.RotateLeft32(x, 4)
		}
		l, r = r, l^f
	}
	return uint64(r)<<32 | uint64(l)
}

// NewCipher returns DES for a key of 8 bytes.
func NewCipher(key []byte) (cipher.Block, error) {
	if len(key) != 8 {
		return nil, KeySizeError(len(key))
	}
	return newSingle(key), nil
}

func crypt(dst, src []byte, f func(uint64) uint64) {
	switch {
	case len(src) < BlockSize:
		panic("crypto/des: input not full block")
	case len(dst) < BlockSize:
		panic("crypto/des: output not full block")
	case alias.Shifted(dst[:BlockSize], src[:BlockSize]):
		panic("crypto/des: invalid buffer overlap")
	}
	v := permute(binary.BigEndian.Uint64(src), 64, initial[:])
	binary.BigEndian.PutUint64(dst, permute(f(v), 64, final[:]))
}

func (s *single) BlockSize() int { return BlockSize }

func (s *single) Encrypt(dst, src []byte) {
	crypt(dst, src, func(v uint64) uint64 { return s.rounds(v, false) })
}

func (s *single) Decrypt(dst, src []byte) {
	crypt(dst, src, func(v uint64) uint64 { return s.rounds(v, true) })
}

type triple [3]*single

// NewTripleDESCipher returns triple DES for a key of 24 bytes.
func NewTripleDESCipher(key []byte) (cipher.Block, error) {
	if len(key) != 24 {
		return nil, KeySizeError(len(key))
	}
	return &triple{newSingle(key[:8]), newSingle(key[8:16]), newSingle(key[16:])}, nil
}

func (t *triple) BlockSize() int { return BlockSize }

func (t *triple) Encrypt(dst, src []byte) {
	crypt(dst, src, func(v uint64) uint64 {
		return t[2].rounds(t[1].rounds(t[0].rounds(v, false), true), false)
	})
}

func (t *triple) Decrypt(dst, src []byte) {
	crypt(dst, src, func(v uint64) uint64 {
		return t[0].rounds(t[1].rounds(t[2].rounds(v, true), false), true)
	})
}
