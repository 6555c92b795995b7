// Package cipher makes ciphers for long data out of ciphers for blocks: CBC, CFB, CTR, OFB and GCM.
package cipher

import (
	"bytes"
	"crypto/internal/alias"
	"crypto/subtle"
	"io"
)

// Block encrypts and decrypts single blocks.
type Block interface {
	BlockSize() int
	// Encrypt and Decrypt treat the first block of src. dst and src are the same place or do not overlap.
	Encrypt(dst, src []byte)
	Decrypt(dst, src []byte)
}

// BlockMode treats whole blocks, each after the one before.
type BlockMode interface {
	BlockSize() int
	CryptBlocks(dst, src []byte)
}

// Stream treats any number of bytes, each after the one before.
type Stream interface {
	XORKeyStream(dst, src []byte)
}

// AEAD encrypts a message and protects it, together with open data, against changes.
type AEAD interface {
	NonceSize() int
	Overhead() int // by how much a message grows
	// Seal encrypts plaintext and appends the result to dst. A nonce must not be used twice with one key.
	Seal(dst, nonce, plaintext, additionalData []byte) []byte
	// Open checks and decrypts what Seal made and appends the message to dst.
	Open(dst, nonce, ciphertext, additionalData []byte) ([]byte, error)
}

// StreamReader decrypts what it reads.
type StreamReader struct {
	S Stream
	R io.Reader
}

func (r StreamReader) Read(dst []byte) (n int, err error) {
	n, err = r.R.Read(dst)
	r.S.XORKeyStream(dst[:n], dst[:n])
	return n, err
}

// StreamWriter encrypts what it writes.
type StreamWriter struct {
	S   Stream
	W   io.Writer
	Err error // not used
}

func (w StreamWriter) Write(src []byte) (n int, err error) {
	c := make([]byte, len(src))
	w.S.XORKeyStream(c, src)
	n, err = w.W.Write(c)
	if n != len(src) && err == nil {
		err = io.ErrShortWrite
	}
	return n, err
}

// Close closes W if it can be closed.
func (w StreamWriter) Close() error {
	if c, ok := w.W.(io.Closer); ok {
		return c.Close()
	}
	return nil
}

func checkBuffers(dst, src []byte) {
	if len(dst) < len(src) {
		panic("crypto/cipher: output smaller than input")
	}
	if len(src) > 0 && alias.Shifted(dst[:len(src)], src) {
		panic("crypto/cipher: invalid buffer overlap")
	}
}

// Cipher block chaining. A Block may bring its own modes.

type cbc struct {
	b       Block
	size    int
	iv, tmp []byte
}

type cbcEncrypter cbc
type cbcDecrypter cbc

func newCBC(b Block, iv []byte, who string) *cbc {
	if len(iv) != b.BlockSize() {
		panic("cipher." + who + ": IV length must equal block size")
	}
	return &cbc{b, b.BlockSize(), bytes.Clone(iv), make([]byte, b.BlockSize())}
}

func (x *cbc) check(dst, src []byte) {
	if len(src)%x.size != 0 {
		panic("crypto/cipher: input not full blocks")
	}
	checkBuffers(dst, src)
}

func (x *cbc) setIV(iv []byte) {
	if len(iv) != len(x.iv) {
		panic("cipher: incorrect length IV")
	}
	copy(x.iv, iv)
}

// NewCBCEncrypter returns a mode that encrypts. iv is one block.
func NewCBCEncrypter(b Block, iv []byte) BlockMode {
	if own, ok := b.(interface{ NewCBCEncrypter(iv []byte) BlockMode }); ok && len(iv) == b.BlockSize() {
		return own.NewCBCEncrypter(iv)
	}
	return (*cbcEncrypter)(newCBC(b, iv, "NewCBCEncrypter"))
}

// NewCBCDecrypter returns a mode that decrypts. iv is the one of the encrypter.
func NewCBCDecrypter(b Block, iv []byte) BlockMode {
	if own, ok := b.(interface{ NewCBCDecrypter(iv []byte) BlockMode }); ok && len(iv) == b.BlockSize() {
		return own.NewCBCDecrypter(iv)
	}
	return (*cbcDecrypter)(newCBC(b, iv, "NewCBCDecrypter"))
}

func (x *cbcEncrypter) BlockSize() int  { return x.size }
func (x *cbcEncrypter) SetIV(iv []byte) { (*cbc)(x).setIV(iv) }

func (x *cbcEncrypter) CryptBlocks(dst, src []byte) {
	(*cbc)(x).check(dst, src)
	for ; len(src) > 0; dst, src = dst[x.size:], src[x.size:] {
		subtle.XORBytes(x.iv, x.iv, src[:x.size])
		x.b.Encrypt(x.iv, x.iv)
		copy(dst, x.iv)
	}
}

func (x *cbcDecrypter) BlockSize() int  { return x.size }
func (x *cbcDecrypter) SetIV(iv []byte) { (*cbc)(x).setIV(iv) }

func (x *cbcDecrypter) CryptBlocks(dst, src []byte) {
	(*cbc)(x).check(dst, src)
	for ; len(src) > 0; dst, src = dst[x.size:], src[x.size:] {
		copy(x.tmp, src)
		x.b.Decrypt(dst[:x.size], src[:x.size])
		subtle.XORBytes(dst, dst[:x.size], x.iv)
		x.iv, x.tmp = x.tmp, x.iv
	}
}

// Cipher feedback.

type cfb struct {
	b       Block
	next    []byte // becomes the key stream
	out     []byte // the key stream
	used    int
	decrypt bool
}

func newCFB(b Block, iv []byte, decrypt bool) Stream {
	n := b.BlockSize()
	if len(iv) != n {
		panic("cipher.newCFB: IV length must equal block size")
	}
	return &cfb{b, bytes.Clone(iv), make([]byte, n), n, decrypt}
}

// NewCFBEncrypter returns a stream that encrypts.
//
// Deprecated: CFB does not protect against changes; use an AEAD, or CTR.
func NewCFBEncrypter(block Block, iv []byte) Stream { return newCFB(block, iv, false) }

// NewCFBDecrypter returns a stream that decrypts.
//
// Deprecated: as NewCFBEncrypter.
func NewCFBDecrypter(block Block, iv []byte) Stream { return newCFB(block, iv, true) }

func (x *cfb) XORKeyStream(dst, src []byte) {
	checkBuffers(dst, src)
	for len(src) > 0 {
		if x.used == len(x.out) {
			x.b.Encrypt(x.out, x.next)
			x.used = 0
		}
		if x.decrypt {
			copy(x.next[x.used:], src)
		}
		n := subtle.XORBytes(dst, src, x.out[x.used:])
		if !x.decrypt {
			copy(x.next[x.used:], dst[:n])
		}
		dst, src = dst[n:], src[n:]
		x.used += n
	}
}

// Counter mode and output feedback: a key stream made of a changing block.

const streamBuffer = 512

type keystream struct {
	b     Block
	block []byte
	out   []byte // bytes ready from used to len(out)
	used  int
	count bool // CTR: the block counts up; OFB: it is encrypted again and again
}

func newStream(b Block, iv []byte, who string, count bool) Stream {
	if len(iv) != b.BlockSize() {
		panic("cipher." + who + ": IV length must equal block size")
	}
	return &keystream{b, bytes.Clone(iv), make([]byte, 0, max(streamBuffer, b.BlockSize())), 0, count}
}

// NewCTR returns a stream whose key stream is the encrypted numbers from iv on.
func NewCTR(block Block, iv []byte) Stream {
	if own, ok := block.(interface{ NewCTR(iv []byte) Stream }); ok {
		return own.NewCTR(iv)
	}
	return newStream(block, iv, "NewCTR", true)
}

// NewOFB returns a stream whose key stream is iv encrypted again and again.
//
// Deprecated: OFB does not protect against changes; use an AEAD, or CTR.
func NewOFB(b Block, iv []byte) Stream { return newStream(b, iv, "NewOFB", false) }

func (x *keystream) refill() {
	n := copy(x.out, x.out[x.used:])
	size := len(x.block)
	for x.out = x.out[:n]; n+size <= cap(x.out); n += size {
		x.out = x.out[:n+size]
		if !x.count {
			x.b.Encrypt(x.block, x.block)
			copy(x.out[n:], x.block)
			continue
		}
		x.b.Encrypt(x.out[n:], x.block)
		for i := size - 1; i >= 0; i-- {
			if x.block[i]++; x.block[i] != 0 {
				break
			}
		}
	}
	x.used = 0
}

func (x *keystream) XORKeyStream(dst, src []byte) {
	checkBuffers(dst, src)
	for len(src) > 0 {
		if x.used >= len(x.out)-len(x.block) {
			x.refill()
		}
		n := subtle.XORBytes(dst, src, x.out[x.used:])
		dst, src = dst[n:], src[n:]
		x.used += n
	}
}
