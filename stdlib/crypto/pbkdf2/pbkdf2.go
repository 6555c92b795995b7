// Package pbkdf2 derives keys from passwords (RFC 8018).
package pbkdf2

import (
	"crypto/hmac"
	"crypto/subtle"
	"encoding/binary"
	"errors"
	"hash"
)

// Key derives keyLength bytes from a password. iter makes it slow.
func Key[Hash hash.Hash](h func() Hash, password string, salt []byte, iter, keyLength int) ([]byte, error) {
	if keyLength <= 0 {
		return nil, errors.New("pbkdf2: keyLength must be larger than 0")
	}
	m := hmac.New(func() hash.Hash { return h() }, []byte(password))
	size := m.Size()
	blocks := (keyLength-1)/size + 1
	if blocks > 1<<32-1 {
		return nil, errors.New("pbkdf2: keyLength too long")
	}
	out := make([]byte, 0, blocks*size)
	var u []byte
	for n := range blocks {
		m.Reset()
		m.Write(salt)
		m.Write(binary.BigEndian.AppendUint32(nil, uint32(n+1)))
		out = m.Sum(out)
		t := out[n*size:]
		u = append(u[:0], t...)
		for range iter - 1 {
			m.Reset()
			m.Write(u)
			u = m.Sum(u[:0])
			subtle.XORBytes(t, t, u)
		}
	}
	return out[:keyLength], nil
}
