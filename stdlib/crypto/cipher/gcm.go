package cipher

// Galois/counter mode (NIST SP 800-38D): CTR, and a checksum computed in GF(2^128).

import (
	"crypto/internal/aesblock"
	"crypto/internal/alias"
	"crypto/rand"
	"crypto/subtle"
	"encoding/binary"
	"errors"
	"slices"
)

const (
	gcmBlock   = 16
	gcmTag     = 16
	gcmMinTag  = 12
	gcmNonce   = 12
	gcmMaxText = (1<<32 - 2) * gcmBlock
)

// element is a polynomial; the bit of x^0 is the highest bit of hi.
type element struct{ hi, lo uint64 }

type gcm struct {
	b         Block
	nonceSize int
	tagSize   int
	table     [16]element // products of the hash key with the polynomials of degree 3
}

var errOpen = errors.New("cipher: message authentication failed")

// NewGCM returns an AEAD with nonces of 12 bytes and tags of 16 bytes. The cipher has blocks of 16 bytes.
func NewGCM(cipher Block) (AEAD, error) { return makeGCM(cipher, gcmNonce, gcmTag) }

// NewGCMWithNonceSize is NewGCM with nonces of another length.
func NewGCMWithNonceSize(cipher Block, size int) (AEAD, error) { return makeGCM(cipher, size, gcmTag) }

// NewGCMWithTagSize is NewGCM with tags of 12 to 16 bytes.
func NewGCMWithTagSize(cipher Block, tagSize int) (AEAD, error) {
	return makeGCM(cipher, gcmNonce, tagSize)
}

func makeGCM(b Block, nonceSize, tagSize int) (AEAD, error) {
	type maker interface {
		NewGCM(nonceSize, tagSize int) (AEAD, error)
	}
	if own, ok := b.(maker); ok {
		return own.NewGCM(nonceSize, tagSize)
	}
	g, err := newGCM(b, nonceSize, tagSize)
	if err != nil {
		return nil, err
	}
	return g, nil
}

func newGCM(b Block, nonceSize, tagSize int) (*gcm, error) {
	switch {
	case tagSize < gcmMinTag || tagSize > gcmBlock:
		return nil, errors.New("cipher: incorrect tag size given to GCM")
	case nonceSize <= 0:
		return nil, errors.New("cipher: the nonce can't have zero length")
	case b.BlockSize() != gcmBlock:
		return nil, errors.New("cipher: NewGCM requires 128-bit block cipher")
	}
	g := &gcm{b: b, nonceSize: nonceSize, tagSize: tagSize}
	var key [gcmBlock]byte
	b.Encrypt(key[:], key[:])
	g.setKey(element{binary.BigEndian.Uint64(key[:]), binary.BigEndian.Uint64(key[8:])})
	return g, nil
}

// timesX multiplies by x, a shift to the right; x^128 is x^7 + x^2 + x + 1.
func (e element) timesX() element {
	carry := e.lo & 1
	return element{e.hi>>1 ^ 0xe1<<56*carry, e.lo>>1 | e.hi<<63}
}

func (e element) plus(f element) element { return element{e.hi ^ f.hi, e.lo ^ f.lo} }

// setKey fills the table: index bits from the highest are x^0, x^1, x^2, x^3.
func (g *gcm) setKey(h element) {
	for bit := 8; bit > 0; bit >>= 1 {
		g.table[bit] = h
		h = h.timesX()
	}
	for i := 3; i < 16; i++ {
		if low := i & -i; low != i {
			g.table[i] = g.table[low].plus(g.table[i^low])
		}
	}
}

// overflow[i] is what the four bits i become when a shift by 4 drops them.
var overflow = func() (t [16]uint64) {
	for i := range t {
		e := element{0, uint64(i)}
		for range 4 {
			e = e.timesX()
		}
		t[i] = e.hi
	}
	return t
}()

// times multiplies y by the hash key.
func (g *gcm) times(y element) element {
	var z element
	for _, w := range [2]uint64{y.lo, y.hi} {
		for range 16 {
			drop := z.lo & 15
			z = element{z.hi>>4 ^ overflow[drop], z.lo>>4 | z.hi<<60}.plus(g.table[w&15])
			w >>= 4
		}
	}
	return z
}

// add takes data, filled up with zeros to whole blocks, into the checksum.
func (g *gcm) add(y element, data []byte) element {
	for len(data) >= gcmBlock {
		y = g.times(y.plus(element{binary.BigEndian.Uint64(data), binary.BigEndian.Uint64(data[8:])}))
		data = data[gcmBlock:]
	}
	if len(data) > 0 {
		var last [gcmBlock]byte
		copy(last[:], data)
		y = g.add(y, last[:])
	}
	return y
}

// sum is the checksum over a, b and their lengths in bits.
func (g *gcm) sum(a, b []byte) (out [gcmBlock]byte) {
	y := g.add(g.add(element{}, a), b)
	y = g.times(y.plus(element{uint64(len(a)) * 8, uint64(len(b)) * 8}))
	binary.BigEndian.PutUint64(out[:], y.hi)
	binary.BigEndian.PutUint64(out[8:], y.lo)
	return out
}

func (g *gcm) start(nonce []byte) (counter [gcmBlock]byte) {
	if len(nonce) != gcmNonce {
		return g.sum(nil, nonce)
	}
	copy(counter[:], nonce)
	counter[gcmBlock-1] = 1
	return counter
}

// crypt combines src with the encrypted numbers after counter.
func (g *gcm) crypt(dst, src []byte, counter [gcmBlock]byte) {
	n := binary.BigEndian.Uint32(counter[12:])
	var mask [gcmBlock]byte
	for len(src) > 0 {
		n++
		binary.BigEndian.PutUint32(counter[12:], n)
		g.b.Encrypt(mask[:], counter[:])
		k := subtle.XORBytes(dst, src, mask[:])
		dst, src = dst[k:], src[k:]
	}
}

func (g *gcm) tag(counter [gcmBlock]byte, ciphertext, additional []byte) (tag [gcmBlock]byte) {
	g.b.Encrypt(tag[:], counter[:])
	s := g.sum(additional, ciphertext)
	subtle.XORBytes(tag[:], tag[:], s[:])
	return tag
}

func (g *gcm) NonceSize() int { return g.nonceSize }
func (g *gcm) Overhead() int  { return g.tagSize }

// extend makes room for n bytes behind dst and returns the whole and the new part.
func extend(dst []byte, n int) (all, part []byte) {
	all = slices.Grow(dst, n)[:len(dst)+n]
	return all, all[len(dst):]
}

func checkOverlap(out, in, additional []byte) {
	if alias.Shifted(out, in) {
		panic("crypto/cipher: invalid buffer overlap of output and input")
	}
	if alias.Any(out, additional) {
		panic("crypto/cipher: invalid buffer overlap of output and additional data")
	}
}

func (g *gcm) Seal(dst, nonce, plaintext, data []byte) []byte {
	if len(nonce) != g.nonceSize {
		panic("crypto/cipher: incorrect nonce length given to GCM")
	}
	if uint64(len(plaintext)) > gcmMaxText {
		panic("crypto/cipher: message too large for GCM")
	}
	all, out := extend(dst, len(plaintext)+g.tagSize)
	checkOverlap(out, plaintext, data)
	counter := g.start(nonce)
	g.crypt(out, plaintext, counter)
	tag := g.tag(counter, out[:len(plaintext)], data)
	copy(out[len(plaintext):], tag[:])
	return all
}

func (g *gcm) Open(dst, nonce, ciphertext, data []byte) ([]byte, error) {
	if len(nonce) != g.nonceSize {
		panic("crypto/cipher: incorrect nonce length given to GCM")
	}
	n := len(ciphertext) - g.tagSize
	if n < 0 || uint64(n) > gcmMaxText {
		return nil, errOpen
	}
	ciphertext, got := ciphertext[:n], ciphertext[n:]
	all, out := extend(dst, n)
	checkOverlap(out, ciphertext, data)
	counter := g.start(nonce)
	tag := g.tag(counter, ciphertext, data)
	if subtle.ConstantTimeCompare(tag[:g.tagSize], got) != 1 {
		clear(out)
		return nil, errOpen
	}
	g.crypt(out, ciphertext, counter)
	return all, nil
}

// randomNonce puts a random nonce before each message.
type randomNonce struct{ *gcm }

// NewGCMWithRandomNonce returns an AEAD that makes its nonces itself and puts them before the message. The cipher is AES.
func NewGCMWithRandomNonce(cipher Block) (AEAD, error) {
	if _, ok := cipher.(*aesblock.Block); !ok {
		return nil, errors.New("cipher: NewGCMWithRandomNonce requires aes.Block")
	}
	g, err := newGCM(cipher, gcmNonce, gcmTag)
	if err != nil {
		return nil, err
	}
	return randomNonce{g}, nil
}

func (randomNonce) NonceSize() int { return 0 }
func (randomNonce) Overhead() int  { return gcmNonce + gcmTag }

func (g randomNonce) Seal(dst, nonce, plaintext, data []byte) []byte {
	if len(nonce) != 0 {
		panic("crypto/cipher: non-empty nonce passed to GCMWithRandomNonce")
	}
	all, out := extend(dst, gcmNonce+len(plaintext)+gcmTag)
	if alias.Any(out, plaintext) {
		// The message may lie where the result goes; it moves behind the nonce.
		if alias.Shifted(out, plaintext) {
			panic("crypto/cipher: invalid buffer overlap of output and input")
		}
	}
	if alias.Any(out, data) {
		panic("crypto/cipher: invalid buffer overlap of output and additional data")
	}
	copy(out[gcmNonce:], plaintext)
	rand.Read(out[:gcmNonce])
	g.gcm.Seal(out[gcmNonce:gcmNonce], out[:gcmNonce], out[gcmNonce:][:len(plaintext)], data)
	return all
}

func (g randomNonce) Open(dst, nonce, ciphertext, data []byte) ([]byte, error) {
	if len(nonce) != 0 {
		panic("crypto/cipher: non-empty nonce passed to GCMWithRandomNonce")
	}
	if len(ciphertext) < gcmNonce+gcmTag {
		return nil, errOpen
	}
	all, out := extend(dst, len(ciphertext)-gcmNonce-gcmTag)
	checkOverlap(out, ciphertext, data)
	var n [gcmNonce]byte
	copy(n[:], ciphertext)
	// Decrypted in place behind the nonce, then moved: the destination may be the source.
	plain, err := g.gcm.Open(nil, n[:], ciphertext[gcmNonce:], data)
	if err != nil {
		clear(out)
		return nil, err
	}
	copy(out, plain)
	return all, nil
}
