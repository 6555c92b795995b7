// Package aes is the block cipher of FIPS 197.
package aes

import (
	"crypto/cipher"
	"crypto/internal/aesblock"
	"strconv"
)

// BlockSize is the size of a block in bytes.
const BlockSize = 16

// KeySizeError is the length of a key that is not 16, 24 or 32 bytes long.
type KeySizeError int

func (k KeySizeError) Error() string { return "crypto/aes: invalid key size " + strconv.Itoa(int(k)) }

// NewCipher returns the cipher for a key of 16, 24 or 32 bytes.
func NewCipher(key []byte) (cipher.Block, error) {
	switch len(key) {
	case 16, 24, 32:
		return aesblock.New(key), nil
	}
	return nil, KeySizeError(len(key))
}
