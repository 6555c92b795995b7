// Package rc4 is the RC4 stream cipher, which is broken: it is here for old protocols.
package rc4

import (
	"crypto/internal/alias"
	"strconv"
)

// Cipher is the state of a stream.
type Cipher struct {
	s    [256]uint32
	i, j uint8
}

// KeySizeError is the length of a key that is empty or too long.
type KeySizeError int

func (k KeySizeError) Error() string { return "crypto/rc4: invalid key size " + strconv.Itoa(int(k)) }

// NewCipher starts a stream with a key of 1 to 256 bytes.
func NewCipher(key []byte) (*Cipher, error) {
	n := len(key)
	if n < 1 || n > 256 {
		return nil, KeySizeError(n)
	}
	c := new(Cipher)
	for i := range c.s {
		c.s[i] = uint32(i)
	}
	var j uint8
	for i := range c.s {
		j += uint8(c.s[i]) + key[i%n]
		c.s[i], c.s[j] = c.s[j], c.s[i]
	}
	return c, nil
}

// Reset forgets the state; c is useless after it.
func (c *Cipher) Reset() { *c = Cipher{} }

// XORKeyStream sets dst to src combined with the next bytes of the stream.
func (c *Cipher) XORKeyStream(dst, src []byte) {
	if len(src) == 0 {
		return
	}
	_ = dst[len(src)-1]
	dst = dst[:len(src)]
	if alias.Shifted(dst, src) {
		panic("crypto/rc4: invalid buffer overlap")
	}
	i, j := c.i, c.j
	for k, v := range src {
		i++
		x := c.s[i]
		j += uint8(x)
		y := c.s[j]
		c.s[i], c.s[j] = y, x
		dst[k] = v ^ uint8(c.s[uint8(x+y)])
	}
	c.i, c.j = i, j
}
