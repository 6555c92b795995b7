// Package base32 encodes bytes as text of 32 characters, as RFC 4648 says: five bytes are eight characters of five bits.
package base32

import (
	"io"
	"slices"
	"strconv"
	"sync/atomic"
	"unsafe"
)

// An Encoding is an alphabet and a way to pad.
type Encoding struct {
	alphabet string
	pad      rune
	values   unsafe.Pointer // *[256]byte made at the first decoding: value of each character, none for others
}

// Padding.
const (
	StdPadding rune = '='
	NoPadding  rune = -1
)

const none = 0xFF

// The encodings of RFC 4648; that of HexEncoding keeps the order.
var (
	StdEncoding = &Encoding{alphabet: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", pad: StdPadding}
	HexEncoding = &Encoding{alphabet: "0123456789ABCDEFGHIJKLMNOPQRSTUV", pad: StdPadding}
)

// NewEncoding returns a padded encoding with an alphabet of 32 different bytes without newlines.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 32 {
		panic("encoding alphabet is not 32-bytes long")
	}
	var seen [256]bool
	for i := range len(encoder) {
		switch c := encoder[i]; {
		case c == '\n' || c == '\r':
			panic("encoding alphabet contains newline character")
		case seen[c]:
			panic("encoding alphabet includes duplicate symbols")
		default:
			seen[c] = true
		}
	}
	return &Encoding{alphabet: encoder, pad: StdPadding}
}

// WithPadding returns the encoding with another padding character, or NoPadding.
func (enc Encoding) WithPadding(padding rune) *Encoding {
	switch {
	case padding < NoPadding || padding == '\r' || padding == '\n' || padding > 0xFF:
		panic("invalid padding")
	case padding != NoPadding && enc.table()[byte(padding)] != none:
		panic("padding contained in alphabet")
	}
	enc.pad = padding
	return &enc
}

func (enc *Encoding) table() *[256]byte {
	if t := (*[256]byte)(atomic.LoadPointer(&enc.values)); t != nil {
		return t
	}
	t := new([256]byte)
	for i := range t {
		t[i] = none
	}
	for i := range len(enc.alphabet) {
		t[enc.alphabet[i]] = byte(i)
	}
	atomic.StorePointer(&enc.values, unsafe.Pointer(t))
	return t
}

// EncodedLen is the number of characters for n bytes.
func (enc *Encoding) EncodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/5*8 + (n%5*8+4)/5
	}
	return (n + 4) / 5 * 8
}

// DecodedLen is the largest number of bytes that n characters stand for.
func (enc *Encoding) DecodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/8*5 + n%8*5/8
	}
	return n / 8 * 5
}

// Encode writes the text of src, EncodedLen(len(src)) characters, to dst.
func (enc *Encoding) Encode(dst, src []byte) {
	for len(src) > 0 {
		var v uint64
		n := min(len(src), 5)
		for _, b := range src[:n] {
			v = v<<8 | uint64(b)
		}
		v <<= 8 * (5 - n)
		chars := (n*8 + 4) / 5
		for i := range chars {
			dst[i] = enc.alphabet[v>>(35-5*i)&31]
		}
		if chars < 8 && enc.pad != NoPadding {
			for i := chars; i < 8; i++ {
				dst[i] = byte(enc.pad)
			}
			chars = 8
		}
		dst, src = dst[chars:], src[n:]
	}
}

// AppendEncode appends the text of src.
func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	n := enc.EncodedLen(len(src))
	dst = slices.Grow(dst, n)
	enc.Encode(dst[len(dst):][:n], src)
	return dst[:len(dst)+n]
}

// EncodeToString returns the text of src.
func (enc *Encoding) EncodeToString(src []byte) string {
	buf := make([]byte, enc.EncodedLen(len(src)))
	enc.Encode(buf, src)
	return unsafe.String(unsafe.SliceData(buf), len(buf))
}

// CorruptInputError is the position of what can not be decoded.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base32 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// decode handles text without newlines. end: there was padding, so nothing may follow.
func (enc *Encoding) decode(dst, src []byte) (n int, end bool, err error) {
	t := enc.table()
	for i := 0; i < len(src) && !end; {
		var v uint64
		k := 0 // characters so far
		for k < 8 {
			if i == len(src) {
				if enc.pad != NoPadding {
					return n, false, CorruptInputError(i - k)
				}
				end = true
				break
			}
			c := src[i]
			if rune(c) == enc.pad && k >= 2 && len(src)-i <= 8 {
				if len(src)-i+k < 8 {
					return n, false, CorruptInputError(len(src))
				}
				for j := i + 1; j < i+8-k; j++ {
					if rune(src[j]) != enc.pad {
						return n, false, CorruptInputError(j - 1)
					}
				}
				if k == 3 || k == 6 { // would end within a byte
					return n, false, CorruptInputError(i)
				}
				end = true
				break
			}
			x := t[c]
			if x == none {
				return n, false, CorruptInputError(i)
			}
			v = v<<5 | uint64(x)
			k++
			i++
		}
		if k < 8 && k > 0 {
			v <<= 5 * (8 - k)
		}
		bytes := k * 5 / 8
		for j := range bytes {
			dst[n+j] = byte(v >> (32 - 8*j))
		}
		n += bytes
	}
	return n, end, nil
}

// strip copies src without newlines to dst and returns how much is left.
func strip(dst, src []byte) int {
	n := 0
	for _, c := range src {
		if c != '\n' && c != '\r' {
			dst[n] = c
			n++
		}
	}
	return n
}

// Decode writes the bytes of the text src, at most DecodedLen(len(src)), to dst and returns how many there were before an error. It skips
// newlines; positions in errors do not count them.
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	buf := make([]byte, len(src))
	n, _, err = enc.decode(dst, buf[:strip(buf, src)])
	return n, err
}

// AppendDecode appends the bytes of the text src.
func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	n := len(src)
	for n > 0 && rune(src[n-1]) == enc.pad {
		n--
	}
	n = n/8*5 + n%8*5/8
	dst = slices.Grow(dst, n)
	n, err := enc.Decode(dst[len(dst):][:n], src)
	return dst[:len(dst)+n], err
}

// DecodeString returns the bytes of the text s.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	buf := []byte(s)
	n, _, err := enc.decode(buf, buf[:strip(buf, buf)]) // in place: bytes are never more than characters
	return buf[:n], err
}

// ---- streams -----------------------------------------------------------------------------------------------------------------------

type encoder struct {
	enc  *Encoding
	w    io.Writer
	err  error
	rest [5]byte // not yet encoded
	n    int     // of them
	out  [1024]byte
}

// NewEncoder returns a writer that writes text to w. Close writes what is left, but does not close w.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser { return &encoder{enc: enc, w: w} }

func (e *encoder) encode(p []byte) {
	e.enc.Encode(e.out[:], p)
	_, e.err = e.w.Write(e.out[:e.enc.EncodedLen(len(p))])
}

func (e *encoder) Write(p []byte) (n int, err error) {
	if e.err != nil {
		return 0, e.err
	}
	if e.n > 0 {
		k := copy(e.rest[e.n:], p)
		e.n += k
		n, p = k, p[k:]
		if e.n < 5 {
			return n, nil
		}
		if e.encode(e.rest[:]); e.err != nil {
			return n, e.err
		}
		e.n = 0
	}
	for len(p) >= 5 {
		k := min(len(p)/5*5, len(e.out)/8*5)
		if e.encode(p[:k]); e.err != nil {
			return n, e.err
		}
		n, p = n+k, p[k:]
	}
	e.n = copy(e.rest[:], p)
	return n + e.n, nil
}

func (e *encoder) Close() error {
	if e.err == nil && e.n > 0 {
		e.encode(e.rest[:e.n])
		e.n = 0
	}
	return e.err
}

type decoder struct {
	enc  *Encoding
	r    io.Reader
	err  error // of decoding: final
	rerr error // of r
	end  bool  // padding was seen
	n    int   // characters in buf
	buf  [1024]byte
	out  []byte // decoded, not yet read
	obuf [1024 / 8 * 5]byte
}

// NewDecoder returns a reader of the bytes whose text r delivers. It skips newlines.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.out) > 0 {
		n = copy(p, d.out)
		d.out = d.out[n:]
		return n, nil
	}
	if d.err != nil {
		return 0, d.err
	}
	limit := min(max((len(p)+4)/5*8, 8), len(d.buf))
	least := 8
	if d.enc.pad == NoPadding {
		least = limit // only the end tells how to read the last characters
	}
	for d.n < least && d.rerr == nil {
		var k int
		k, d.rerr = d.r.Read(d.buf[d.n:limit])
		d.n += strip(d.buf[d.n:], d.buf[d.n:d.n+k])
	}
	whole := d.n &^ 7
	if d.enc.pad == NoPadding && d.rerr == io.EOF {
		whole = d.n
	}
	if whole == 0 {
		d.err = d.rerr
		if d.err == io.EOF && d.n > 0 {
			d.err = io.ErrUnexpectedEOF
		}
		return 0, d.err
	}
	if d.end {
		d.err = CorruptInputError(0)
		return 0, d.err
	}
	var k int
	k, d.end, d.err = d.enc.decode(d.obuf[:], d.buf[:whole])
	d.n = copy(d.buf[:], d.buf[whole:d.n])
	if d.rerr != nil && (d.rerr != io.EOF || d.err == nil && d.n == 0) {
		d.err = d.rerr
	}
	n = copy(p, d.obuf[:k])
	d.out = d.obuf[n:k]
	if len(d.out) == 0 {
		err = d.err
	}
	return n, err
}
