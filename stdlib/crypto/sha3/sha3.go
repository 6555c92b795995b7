// Package sha3 implements the hashes and the functions of variable length of FIPS 202 and SP 800-185.
package sha3

import (
	"crypto"
	"encoding/binary"
	"errors"
	"hash"
	"math/bits"
)

func init() {
	crypto.RegisterHash(crypto.SHA3_224, func() hash.Hash { return New224() })
	crypto.RegisterHash(crypto.SHA3_256, func() hash.Hash { return New256() })
	crypto.RegisterHash(crypto.SHA3_384, func() hash.Hash { return New384() })
	crypto.RegisterHash(crypto.SHA3_512, func() hash.Hash { return New512() })
}

// Bits that end the input of the kinds of functions.
const (
	endHash   = 0x06
	endShake  = 0x1f
	endCShake = 0x04
)

// sponge is the state: input is added to the first rate bytes, which become the output.
type sponge struct {
	a         [200]byte
	n         int // bytes used of the rate
	rate      int
	end       byte
	size      int
	squeezing bool
}

var roundConst = func() (rc [24]uint64) {
	r := byte(1) // a shift register makes the bits
	for i := range rc {
		for j := range 7 {
			rc[i] |= uint64(r&1) << (1<<j - 1)
			r = r<<1 ^ r>>7*0x71
		}
	}
	return rc
}()

// Lanes move along one cycle through the 24 places beside the centre, from place 1 on, rotated by triangular numbers.
var (
	moves = [24]int{10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1}
	turns = [24]int{1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44}
)

// permute is Keccak-f[1600].
func (s *sponge) permute() {
	var a [25]uint64
	for i := range a {
		a[i] = binary.LittleEndian.Uint64(s.a[8*i:])
	}
	for _, rc := range roundConst {
		var c [5]uint64
		for x := range c {
			c[x] = a[x] ^ a[x+5] ^ a[x+10] ^ a[x+15] ^ a[x+20]
		}
		for x := range c {
			d := c[(x+4)%5] ^ bits.RotateLeft64(c[(x+1)%5], 1)
			for y := 0; y < 25; y += 5 {
				a[x+y] ^= d
			}
		}
		last := a[1]
		for t, to := range moves {
			last, a[to] = a[to], bits.RotateLeft64(last, turns[t])
		}
		for y := 0; y < 25; y += 5 {
			b0, b1, b2, b3, b4 := a[y], a[y+1], a[y+2], a[y+3], a[y+4]
			a[y] = b0 ^ ^b1&b2
			a[y+1] = b1 ^ ^b2&b3
			a[y+2] = b2 ^ ^b3&b4
			a[y+3] = b3 ^ ^b4&b0
			a[y+4] = b4 ^ ^b0&b1
		}
		a[0] ^= rc
	}
	for i, v := range a {
		binary.LittleEndian.PutUint64(s.a[8*i:], v)
	}
	s.n = 0
}

func (s *sponge) reset() {
	s.a, s.n, s.squeezing = [200]byte{}, 0, false
}

func (s *sponge) write(p []byte) (int, error) {
	if s.squeezing {
		panic("sha3: Write after Read")
	}
	n := len(p)
	for len(p) > 0 {
		k := min(len(p), s.rate-s.n)
		for i, b := range p[:k] {
			s.a[s.n+i] ^= b
		}
		p = p[k:]
		if s.n += k; s.n == s.rate {
			s.permute()
		}
	}
	return n, nil
}

func (s *sponge) read(out []byte) (int, error) {
	if !s.squeezing {
		s.a[s.n] ^= s.end
		s.a[s.rate-1] ^= 0x80
		s.permute()
		s.squeezing = true
	}
	n := len(out)
	for len(out) > 0 {
		if s.n == s.rate {
			s.permute()
		}
		k := copy(out, s.a[s.n:s.rate])
		s.n += k
		out = out[k:]
	}
	return n, nil
}

// The marshaled state: identifier, rate, state, position, whether output has begun.

func (s *sponge) magic() string {
	switch s.end {
	case endHash:
		return "sha\x08"
	case endShake:
		return "sha\x09"
	}
	return "sha\x0a"
}

const stateSize = 4 + 1 + 200 + 1 + 1

func (s *sponge) marshal(b []byte) []byte {
	b = append(b, s.magic()...)
	b = append(b, byte(s.rate))
	b = append(b, s.a[:]...)
	last := byte(0)
	if s.squeezing {
		last = 1
	}
	return append(b, byte(s.n), last)
}

func (s *sponge) unmarshal(b []byte) error {
	switch {
	case len(b) != stateSize:
		return errors.New("sha3: invalid hash state")
	case string(b[:4]) != s.magic():
		return errors.New("sha3: invalid hash state identifier")
	case int(b[4]) != s.rate:
		return errors.New("sha3: invalid hash state function")
	case int(b[205]) > s.rate || b[206] > 1:
		return errors.New("sha3: invalid hash state")
	}
	copy(s.a[:], b[5:])
	s.n, s.squeezing = int(b[205]), b[206] == 1
	return nil
}

// SHA3 is a hash.
type SHA3 struct{ s sponge }

func newHash(size int) *SHA3 { return &SHA3{sponge{rate: 200 - 2*size, end: endHash, size: size}} }

// New224 starts SHA3-224.
func New224() *SHA3 { return newHash(28) }

// New256 starts SHA3-256.
func New256() *SHA3 { return newHash(32) }

// New384 starts SHA3-384.
func New384() *SHA3 { return newHash(48) }

// New512 starts SHA3-512.
func New512() *SHA3 { return newHash(64) }

func sum(out, data []byte) {
	h := newHash(len(out))
	h.s.write(data)
	h.s.read(out)
}

// Sum224 is the checksum of data.
func Sum224(data []byte) (out [28]byte) {
	sum(out[:], data)
	return out
}

// Sum256 is the checksum of data.
func Sum256(data []byte) (out [32]byte) {
	sum(out[:], data)
	return out
}

// Sum384 is the checksum of data.
func Sum384(data []byte) (out [48]byte) {
	sum(out[:], data)
	return out
}

// Sum512 is the checksum of data.
func Sum512(data []byte) (out [64]byte) {
	sum(out[:], data)
	return out
}

// init makes the zero value a SHA3-256.
func (d *SHA3) init() {
	if d.s.rate == 0 {
		*d = *New256()
	}
}

// Write adds data.
func (d *SHA3) Write(p []byte) (n int, err error) {
	d.init()
	return d.s.write(p)
}

// Sum appends the checksum to b and leaves the state.
func (d *SHA3) Sum(b []byte) []byte {
	d.init()
	if d.s.squeezing {
		panic("sha3: Sum after Read")
	}
	c := d.s
	out := make([]byte, c.size)
	c.read(out)
	return append(b, out...)
}

// Reset starts anew.
func (d *SHA3) Reset() {
	d.init()
	d.s.reset()
}

// Size is the length of the checksum.
func (d *SHA3) Size() int {
	d.init()
	return d.s.size
}

// BlockSize is the rate.
func (d *SHA3) BlockSize() int {
	d.init()
	return d.s.rate
}

// Clone copies the state.
func (d *SHA3) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}

// MarshalBinary saves the state.
func (d *SHA3) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

// AppendBinary saves the state behind p.
func (d *SHA3) AppendBinary(p []byte) ([]byte, error) {
	d.init()
	return d.s.marshal(p), nil
}

// UnmarshalBinary restores the state.
func (d *SHA3) UnmarshalBinary(data []byte) error {
	d.init()
	return d.s.unmarshal(data)
}

// SHAKE gives any number of bytes.
type SHAKE struct {
	s      sponge
	prefix []byte // what a cSHAKE begins with
}

func newShake(rate int) *SHAKE { return &SHAKE{s: sponge{rate: rate, end: endShake}} }

// NewSHAKE128 starts SHAKE128.
func NewSHAKE128() *SHAKE { return newShake(168) }

// NewSHAKE256 starts SHAKE256.
func NewSHAKE256() *SHAKE { return newShake(136) }

// NewCSHAKE128 starts cSHAKE128 for the function N with the customisation S. It is SHAKE128 if both are empty.
func NewCSHAKE128(N, S []byte) *SHAKE { return newCShake(168, N, S) }

// NewCSHAKE256 starts cSHAKE256, as NewCSHAKE128.
func NewCSHAKE256(N, S []byte) *SHAKE { return newCShake(136, N, S) }

// appendLen writes the bytes of v after their number.
func appendLen(b []byte, v uint64) []byte {
	n := max(1, (bits.Len64(v)+7)/8)
	b = append(b, byte(n))
	for i := n - 1; i >= 0; i-- {
		b = append(b, byte(v>>(8*i)))
	}
	return b
}

func newCShake(rate int, n, s []byte) *SHAKE {
	d := newShake(rate)
	if len(n) == 0 && len(s) == 0 {
		return d
	}
	d.s.end = endCShake
	b := appendLen(nil, uint64(rate))
	for _, part := range [][]byte{n, s} {
		b = append(appendLen(b, uint64(len(part))*8), part...)
	}
	d.prefix = append(b, make([]byte, (rate-len(b)%rate)%rate)...)
	d.s.write(d.prefix)
	return d
}

// SumSHAKE128 is the first length bytes for data.
func SumSHAKE128(data []byte, length int) []byte { return sumShake(168, data, length) }

// SumSHAKE256 is the first length bytes for data.
func SumSHAKE256(data []byte, length int) []byte { return sumShake(136, data, length) }

func sumShake(rate int, data []byte, length int) []byte {
	d := newShake(rate)
	d.s.write(data)
	out := make([]byte, length)
	d.s.read(out)
	return out
}

func (s *SHAKE) init() {
	if s.s.rate == 0 {
		*s = *NewSHAKE256()
	}
}

// Write adds data. It panics after a Read.
func (s *SHAKE) Write(p []byte) (n int, err error) {
	s.init()
	return s.s.write(p)
}

// Read gives the next bytes of the output. It never fails.
func (s *SHAKE) Read(p []byte) (n int, err error) {
	s.init()
	return s.s.read(p)
}

// Reset starts anew.
func (s *SHAKE) Reset() {
	s.init()
	s.s.reset()
	s.s.write(s.prefix)
}

// BlockSize is the rate.
func (s *SHAKE) BlockSize() int {
	s.init()
	return s.s.rate
}

// MarshalBinary saves the state.
func (s *SHAKE) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

// AppendBinary saves the state behind p.
func (s *SHAKE) AppendBinary(p []byte) ([]byte, error) {
	s.init()
	return append(s.s.marshal(p), s.prefix...), nil
}

// UnmarshalBinary restores the state.
func (s *SHAKE) UnmarshalBinary(data []byte) error {
	s.init()
	if len(data) < stateSize {
		return errors.New("sha3: invalid hash state")
	}
	if err := s.s.unmarshal(data[:stateSize]); err != nil {
		return err
	}
	s.prefix = append([]byte(nil), data[stateSize:]...)
	return nil
}
