// Package hash has the interfaces of hash functions.
package hash

import "io"

// Hash computes a checksum of what is written to it. Write never fails.
type Hash interface {
	io.Writer

	// Sum appends the checksum so far to b; it does not change the state.
	Sum(b []byte) []byte

	// Reset makes the state that of a new Hash.
	Reset()

	// Size is the number of bytes that Sum appends.
	Size() int

	// BlockSize is the length, or a divisor of the lengths, of writes that are handled best.
	BlockSize() int
}

// Hash32 is a Hash with a 32-bit checksum.
type Hash32 interface {
	Hash
	Sum32() uint32
}

// Hash64 is a Hash with a 64-bit checksum.
type Hash64 interface {
	Hash
	Sum64() uint64
}

// A Cloner is a Hash whose state can be copied. Clone fails with an error that wraps errors.ErrUnsupported if it can not.
type Cloner interface {
	Hash
	Clone() (Cloner, error)
}

// XOF is a hash function with output of any length. After the first Read, Write panics until Reset.
type XOF interface {
	io.Writer
	io.Reader
	Reset()
	BlockSize() int
}
