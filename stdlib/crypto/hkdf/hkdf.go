// Package hkdf derives keys from a secret (RFC 5869).
package hkdf

import (
	"crypto/hmac"
	"errors"
	"hash"
)

// maker fits h to hmac.New.
func maker[H hash.Hash](h func() H) func() hash.Hash { return func() hash.Hash { return h() } }

// Extract makes a uniform key of a secret. The salt may be nil.
func Extract[H hash.Hash](h func() H, secret, salt []byte) ([]byte, error) {
	if salt == nil {
		salt = make([]byte, h().Size())
	}
	m := hmac.New(maker(h), salt)
	m.Write(secret)
	return m.Sum(nil), nil
}

// Expand makes keyLength bytes for the purpose named by info.
func Expand[H hash.Hash](h func() H, pseudorandomKey []byte, info string, keyLength int) ([]byte, error) {
	if keyLength > 255*h().Size() {
		return nil, errors.New("hkdf: requested key length too large")
	}
	m := hmac.New(maker(h), pseudorandomKey)
	var out, part []byte
	for n := byte(1); len(out) < keyLength; n++ {
		if n > 1 {
			m.Reset()
		}
		m.Write(part)
		m.Write([]byte(info))
		m.Write([]byte{n})
		part = m.Sum(part[:0])
		out = append(out, part...)
	}
	return out[:keyLength], nil
}

// Key is Extract followed by Expand.
func Key[Hash hash.Hash](h func() Hash, secret, salt []byte, info string, keyLength int) ([]byte, error) {
	if keyLength > 255*h().Size() {
		return nil, errors.New("hkdf: requested key length too large")
	}
	k, err := Extract(h, secret, salt)
	if err != nil {
		return nil, err
	}
	return Expand(h, k, info, keyLength)
}
