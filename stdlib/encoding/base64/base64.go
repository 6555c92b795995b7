// Package base64 encodes bytes as text of 64 characters, as RFC 4648 says: three bytes are four characters of six bits.
package base64

import (
	"encoding/binary"
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
	strict   bool
	values   unsafe.Pointer // *[256]byte made at the first decoding: value of each character, none for others
}

// Padding.
const (
	StdPadding rune = '='
	NoPadding  rune = -1
)

const none = 0xFF

const (
	stdAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	urlAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
)

// The encodings of RFC 4648, for general use and for URLs and file names, and the same without padding.
var (
	StdEncoding    = &Encoding{alphabet: stdAlphabet, pad: StdPadding}
	URLEncoding    = &Encoding{alphabet: urlAlphabet, pad: StdPadding}
	RawStdEncoding = &Encoding{alphabet: stdAlphabet, pad: NoPadding}
	RawURLEncoding = &Encoding{alphabet: urlAlphabet, pad: NoPadding}
)

// NewEncoding returns a padded encoding with an alphabet of 64 different bytes without newlines.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 64 {
		panic("encoding alphabet is not 64-bytes long")
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

// Strict returns the encoding that rejects, when decoding, unused bits that are not zero. Newlines are still skipped.
func (enc Encoding) Strict() *Encoding {
	enc.strict = true
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
		return n/3*4 + (n%3*8+5)/6
	}
	return (n + 2) / 3 * 4
}

// DecodedLen is the largest number of bytes that n characters stand for.
func (enc *Encoding) DecodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/4*3 + n%4*6/8
	}
	return n / 4 * 3
}

// Encode writes the text of src, EncodedLen(len(src)) characters, to dst.
func (enc *Encoding) Encode(dst, src []byte) {
	if len(src) == 0 {
		return
	}
	a := (*[64]byte)(unsafe.Pointer(unsafe.StringData(enc.alphabet)))
	for len(src) >= 3 {
		v := uint(src[0])<<16 | uint(src[1])<<8 | uint(src[2])
		_ = dst[3]
		dst[0], dst[1], dst[2], dst[3] = a[v>>18&63], a[v>>12&63], a[v>>6&63], a[v&63]
		dst, src = dst[4:], src[3:]
	}
	switch len(src) {
	case 1:
		dst[0], dst[1] = a[src[0]>>2], a[src[0]&3<<4]
		if enc.pad != NoPadding {
			dst[2], dst[3] = byte(enc.pad), byte(enc.pad)
		}
	case 2:
		v := uint(src[0])<<8 | uint(src[1])
		dst[0], dst[1], dst[2] = a[v>>10], a[v>>4&63], a[v&15<<2]
		if enc.pad != NoPadding {
			dst[3] = byte(enc.pad)
		}
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
	return "illegal base64 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// quantum decodes the up to four characters from src[i] on, newlines aside. It returns where it stopped and how many bytes there were.
func (enc *Encoding) quantum(dst, src []byte, i int) (next, n int, err error) {
	t := enc.table()
	var v uint32
	k := 0 // characters so far
	for k < 4 {
		if i == len(src) {
			if k == 0 {
				return i, 0, nil
			}
			if k == 1 || enc.pad != NoPadding {
				return i, 0, CorruptInputError(i - k)
			}
			break
		}
		c := src[i]
		i++
		if x := t[c]; x != none {
			v = v<<6 | uint32(x)
			k++
			continue
		}
		if c == '\n' || c == '\r' {
			continue
		}
		if rune(c) != enc.pad || k < 2 {
			return i, 0, CorruptInputError(i - 1)
		}
		i = skipNewlines(src, i)
		if k == 2 { // another one is needed
			if i == len(src) {
				return i, 0, CorruptInputError(i)
			}
			if rune(src[i]) != enc.pad {
				return i, 0, CorruptInputError(i - 1)
			}
			i = skipNewlines(src, i+1)
		}
		if i < len(src) {
			err = CorruptInputError(i) // but what precedes it is good
		}
		break
	}
	v <<= 6 * (4 - k)
	switch k {
	case 4:
		dst[2] = byte(v)
		fallthrough
	case 3:
		if k == 3 && enc.strict && byte(v) != 0 {
			return i, 0, CorruptInputError(i - 1)
		}
		dst[1] = byte(v >> 8)
		fallthrough
	case 2:
		if k == 2 && enc.strict && v&0xFFFF != 0 {
			return i, 0, CorruptInputError(i - 2)
		}
		dst[0] = byte(v >> 16)
	}
	return i, k - 1, err
}

func skipNewlines(src []byte, i int) int {
	for i < len(src) && (src[i] == '\n' || src[i] == '\r') {
		i++
	}
	return i
}

// Decode writes the bytes of the text src, at most DecodedLen(len(src)), to dst and returns how many there were before an error. It skips
// newlines.
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	if len(src) == 0 {
		return 0, nil
	}
	t := enc.table()
	for i := 0; i < len(src); {
		// Eight characters at once while there are no others than those of the alphabet, and room to write two bytes too many.
		for len(src)-i >= 8 && len(dst)-n >= 8 {
			s := src[i : i+8 : i+8]
			a, b, c, d := t[s[0]], t[s[1]], t[s[2]], t[s[3]]
			e, f, g, h := t[s[4]], t[s[5]], t[s[6]], t[s[7]]
			if a|b|c|d|e|f|g|h == none {
				break
			}
			binary.BigEndian.PutUint64(dst[n:], uint64(a)<<58|uint64(b)<<52|uint64(c)<<46|uint64(d)<<40|
				uint64(e)<<34|uint64(f)<<28|uint64(g)<<22|uint64(h)<<16)
			i, n = i+8, n+6
		}
		if i == len(src) {
			break
		}
		var k int
		i, k, err = enc.quantum(dst[n:], src, i)
		n += k
		if err != nil {
			return n, err
		}
	}
	return n, nil
}

// AppendDecode appends the bytes of the text src.
func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	n := len(src)
	for n > 0 && rune(src[n-1]) == enc.pad {
		n--
	}
	n = n/4*3 + n%4*6/8
	dst = slices.Grow(dst, n)
	n, err := enc.Decode(dst[len(dst):][:n], src)
	return dst[:len(dst)+n], err
}

// DecodeString returns the bytes of the text s.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	buf := make([]byte, enc.DecodedLen(len(s)))
	n, err := enc.Decode(buf, unsafe.Slice(unsafe.StringData(s), len(s)))
	return buf[:n], err
}

// ---- streams -----------------------------------------------------------------------------------------------------------------------

type encoder struct {
	enc  *Encoding
	w    io.Writer
	err  error
	rest [3]byte // not yet encoded
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
		if e.n < 3 {
			return n, nil
		}
		if e.encode(e.rest[:]); e.err != nil {
			return n, e.err
		}
		e.n = 0
	}
	for len(p) >= 3 {
		k := min(len(p)/3*3, len(e.out)/4*3)
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
	n    int   // characters in buf
	buf  [1024]byte
	out  []byte // decoded, not yet read
	obuf [1024 / 4 * 3]byte
}

// NewDecoder returns a reader of the bytes whose text r delivers. It skips newlines.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: r} }

// fill reads at most up to limit characters and drops newlines.
func (d *decoder) fill(limit int) {
	k, err := d.r.Read(d.buf[d.n:limit])
	d.rerr = err
	n := d.n
	for _, c := range d.buf[n : n+k] {
		if c != '\n' && c != '\r' {
			d.buf[d.n] = c
			d.n++
		}
	}
}

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.out) > 0 {
		n = copy(p, d.out)
		d.out = d.out[n:]
		return n, nil
	}
	if d.err != nil {
		return 0, d.err
	}
	for d.n < 4 && d.rerr == nil {
		d.fill(min(max(len(p)/3*4, 4), len(d.buf)))
	}
	whole := d.n &^ 3
	if whole == 0 {
		if d.n == 0 || d.enc.pad != NoPadding || d.rerr != io.EOF {
			d.err = d.rerr
			if d.err == io.EOF && d.n > 0 {
				d.err = io.ErrUnexpectedEOF
			}
			return 0, d.err
		}
		whole = d.n
	}
	k, derr := d.enc.Decode(d.obuf[:], d.buf[:whole])
	d.err = derr
	d.n = copy(d.buf[:], d.buf[whole:d.n])
	n = copy(p, d.obuf[:k])
	d.out = d.obuf[n:k]
	if len(d.out) == 0 {
		err = d.err
	}
	return n, err
}
