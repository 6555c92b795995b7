// Package hmac makes checksums with a key (FIPS 198).
package hmac

import (
	"crypto/subtle"
	"errors"
	"hash"
	"reflect"
)

type mac struct {
	outer, inner hash.Hash
	opad, ipad   []byte
}

// New returns a hash with the key. h starts the hash it is built on, a new one at each call.
func New(h func() hash.Hash, key []byte) hash.Hash {
	m := &mac{outer: h(), inner: h()}
	if t := reflect.TypeOf(m.outer); t.Comparable() && m.outer == m.inner && t.Kind() == reflect.Pointer {
		panic("crypto/hmac: hash generation function does not produce unique values")
	}
	n := m.inner.BlockSize()
	if len(key) > n {
		m.outer.Write(key)
		key = m.outer.Sum(nil)
	}
	m.opad, m.ipad = make([]byte, n), make([]byte, n)
	copy(m.opad, key)
	copy(m.ipad, key)
	for i := range n {
		m.opad[i] ^= 0x5c
		m.ipad[i] ^= 0x36
	}
	m.inner.Write(m.ipad)
	return m
}

func (m *mac) Write(p []byte) (int, error) { return m.inner.Write(p) }
func (m *mac) Size() int                   { return m.outer.Size() }
func (m *mac) BlockSize() int              { return m.inner.BlockSize() }

func (m *mac) Reset() {
	m.inner.Reset()
	m.inner.Write(m.ipad)
}

func (m *mac) Sum(in []byte) []byte {
	n := len(in)
	in = m.inner.Sum(in)
	m.outer.Reset()
	m.outer.Write(m.opad)
	m.outer.Write(in[n:])
	return m.outer.Sum(in[:n])
}

// errNoCloner says that the hash below cannot be copied; it matches errors.ErrUnsupported.
type errNoCloner struct{}

func (errNoCloner) Error() string        { return "crypto/hmac: hash does not support hash.Cloner" }
func (errNoCloner) Is(target error) bool { return target == errors.ErrUnsupported }

// Clone copies the state.
func (m *mac) Clone() (hash.Cloner, error) {
	c := *m
	for _, h := range []*hash.Hash{&c.outer, &c.inner} {
		from, ok := (*h).(hash.Cloner)
		if !ok {
			return nil, errNoCloner{}
		}
		to, err := from.Clone()
		if err != nil {
			return nil, errNoCloner{}
		}
		*h = to
	}
	return &c, nil
}

// Equal compares two checksums without telling by its time where they differ.
func Equal(mac1, mac2 []byte) bool { return subtle.ConstantTimeCompare(mac1, mac2) == 1 }
