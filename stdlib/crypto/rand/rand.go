// Package rand gives random numbers of the kernel that nobody can guess.
package rand

import (
	"crypto/internal/sysrand"
	"errors"
	"io"
	"math/big"
)

// Reader gives random bytes. Several goroutines may use it at once.
var Reader io.Reader = kernel{}

type kernel struct{}

func (kernel) Read(b []byte) (int, error) {
	if err := sysrand.Fill(b); err != nil {
		return 0, err
	}
	return len(b), nil
}

// Read fills b. It never fails: the program ends if the system has no random bytes.
func Read(b []byte) (n int, err error) {
	if _, err := io.ReadFull(Reader, b); err != nil {
		panic("crypto/rand: failed to read random data (see https://go.dev/issue/66821): " + err.Error())
	}
	return len(b), nil
}

// Text returns a random text of letters and digits with at least 128 bits.
func Text() string {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
	var b [26]byte
	Read(b[:])
	for i := range b {
		b[i] = alphabet[b[i]%32]
	}
	return string(b[:])
}

// Int returns a number from 0 to max-1.
func Int(rand io.Reader, max *big.Int) (*big.Int, error) {
	if max.Sign() <= 0 {
		panic("crypto/rand: argument to Int is <= 0")
	}
	bits := new(big.Int).Sub(max, big.NewInt(1)).BitLen()
	n := new(big.Int)
	if bits == 0 {
		return n, nil
	}
	b := make([]byte, (bits+7)/8)
	for {
		if _, err := io.ReadFull(rand, b); err != nil {
			return nil, err
		}
		b[0] &= 0xff >> (uint(8-bits%8) % 8)
		if n.SetBytes(b); n.Cmp(max) < 0 {
			return n, nil
		}
	}
}

// Prime returns a number of the given size that is prime with high probability.
func Prime(r io.Reader, bits int) (*big.Int, error) {
	if bits < 2 {
		return nil, errors.New("crypto/rand: prime size must be at least 2-bit")
	}
	b := make([]byte, (bits+7)/8)
	for p := new(big.Int); ; {
		if _, err := io.ReadFull(r, b); err != nil {
			return nil, err
		}
		p.SetBytes(b)
		p.Rsh(p, uint(8*len(b)-bits))
		// The two highest bits are set, so that a product of two such numbers has full size; and it is odd.
		p.SetBit(p, bits-1, 1)
		if bits > 2 {
			p.SetBit(p, bits-2, 1)
		}
		if bits > 2 || b[0]&1 != 0 {
			p.SetBit(p, 0, 1)
		}
		if p.ProbablyPrime(20) {
			return p, nil
		}
	}
}
