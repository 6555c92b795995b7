// Package crypto names hash functions and keys for the packages below it.
package crypto

import (
	"hash"
	"io"
	"strconv"
)

// Hash names a hash function. Its package has to be linked into the program.
type Hash uint

const (
	MD4 Hash = 1 + iota
	MD5
	SHA1
	SHA224
	SHA256
	SHA384
	SHA512
	MD5SHA1 // both of them; there is no implementation
	RIPEMD160
	SHA3_224
	SHA3_256
	SHA3_384
	SHA3_512
	SHA512_224
	SHA512_256
	BLAKE2s_256
	BLAKE2b_256
	BLAKE2b_384
	BLAKE2b_512
	MLDSAMu // stands for a message representative made before; there is no implementation
	nhash
)

var known = [nhash]struct {
	name string
	size int
}{
	MD4: {"MD4", 16}, MD5: {"MD5", 16}, SHA1: {"SHA-1", 20}, SHA224: {"SHA-224", 28}, SHA256: {"SHA-256", 32},
	SHA384: {"SHA-384", 48}, SHA512: {"SHA-512", 64}, MD5SHA1: {"MD5+SHA1", 36}, RIPEMD160: {"RIPEMD-160", 20},
	SHA3_224: {"SHA3-224", 28}, SHA3_256: {"SHA3-256", 32}, SHA3_384: {"SHA3-384", 48}, SHA3_512: {"SHA3-512", 64},
	SHA512_224: {"SHA-512/224", 28}, SHA512_256: {"SHA-512/256", 32},
	BLAKE2s_256: {"BLAKE2s-256", 32}, BLAKE2b_256: {"BLAKE2b-256", 32}, BLAKE2b_384: {"BLAKE2b-384", 48}, BLAKE2b_512: {"BLAKE2b-512", 64},
	MLDSAMu: {"ML-DSA μ message representative", 64},
}

var makers [nhash]func() hash.Hash

// HashFunc returns h, so that Hash is a SignerOpts.
func (h Hash) HashFunc() Hash { return h }

func (h Hash) String() string {
	if h < nhash && known[h].name != "" {
		return known[h].name
	}
	return "unknown hash value " + strconv.Itoa(int(h))
}

// Size is the length of a checksum in bytes.
func (h Hash) Size() int {
	if h < nhash && known[h].size > 0 {
		return known[h].size
	}
	panic("crypto: Size of unknown hash function")
}

// Available reports whether the hash function is linked into the program.
func (h Hash) Available() bool { return h < nhash && makers[h] != nil }

// New starts a hash. It panics if the function is not linked into the program.
func (h Hash) New() hash.Hash {
	if !h.Available() {
		panic("crypto: requested hash function unavailable: " + h.String())
	}
	return makers[h]()
}

// RegisterHash says how to start a hash. Packages call it when they are initialised.
func RegisterHash(h Hash, f func() hash.Hash) {
	if h == 0 || h >= nhash {
		panic("crypto: RegisterHash of unknown hash function")
	}
	if h == MLDSAMu {
		panic("crypto: cannot RegisterHash for MLDSAMu")
	}
	makers[h] = f
}

// PublicKey is a public key of any kind.
type PublicKey any

// PrivateKey is a private key of any kind.
type PrivateKey any

// Signer is a private key that signs.
type Signer interface {
	// Public is the public key that belongs to it.
	Public() PublicKey
	// Sign signs the checksum of a message, made with opts.HashFunc.
	Sign(rand io.Reader, digest []byte, opts SignerOpts) (signature []byte, err error)
}

// MessageSigner is a Signer for whole messages.
type MessageSigner interface {
	Signer
	SignMessage(rand io.Reader, msg []byte, opts SignerOpts) (signature []byte, err error)
}

// SignerOpts are the options of a Signer.
type SignerOpts interface {
	// HashFunc names the hash of the message; 0 if it is not hashed.
	HashFunc() Hash
}

type unavailable Hash

func (u unavailable) Error() string {
	return "crypto: requested hash function unavailable: " + Hash(u).String()
}

// SignMessage signs msg with SignMessage of the signer, or hashes it and calls Sign.
func SignMessage(signer Signer, rand io.Reader, msg []byte, opts SignerOpts) (signature []byte, err error) {
	if s, ok := signer.(MessageSigner); ok {
		return s.SignMessage(rand, msg, opts)
	}
	if f := opts.HashFunc(); f != 0 {
		if !f.Available() {
			return nil, unavailable(f)
		}
		h := f.New()
		h.Write(msg)
		msg = h.Sum(nil)
	}
	return signer.Sign(rand, msg, opts)
}

// Decrypter is a private key that decrypts.
type Decrypter interface {
	Public() PublicKey
	Decrypt(rand io.Reader, msg []byte, opts DecrypterOpts) (plaintext []byte, err error)
}

// DecrypterOpts are the options of a Decrypter.
type DecrypterOpts any

// Encapsulator is the public key of a key encapsulation mechanism.
type Encapsulator interface {
	Bytes() []byte
	Encapsulate() (sharedKey, ciphertext []byte)
}

// Decapsulator is the private key of a key encapsulation mechanism.
type Decapsulator interface {
	Encapsulator() Encapsulator
	Decapsulate(ciphertext []byte) (sharedKey []byte, err error)
}
