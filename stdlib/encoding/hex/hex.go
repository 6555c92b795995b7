// Package hex encodes bytes as hexadecimal digits.
package hex

import (
	"errors"
	"fmt"
	"io"
	"slices"
)

const digits = "0123456789abcdef"

// ErrLength reports an odd number of digits.
var ErrLength = errors.New("encoding/hex: odd length hex string")

// InvalidByteError reports a byte that is no digit.
type InvalidByteError byte

func (e InvalidByteError) Error() string {
	return fmt.Sprintf("encoding/hex: invalid byte: %#U", rune(e))
}

// EncodedLen is the number of digits for n bytes, DecodedLen that of bytes for x digits.
func EncodedLen(n int) int { return 2 * n }

// DecodedLen is the number of bytes of x digits.
func DecodedLen(x int) int { return x / 2 }

// Encode writes the digits of src to dst and returns how many.
func Encode(dst, src []byte) int {
	for i, b := range src {
		dst[2*i] = digits[b>>4]
		dst[2*i+1] = digits[b&15]
	}
	return 2 * len(src)
}

// AppendEncode appends the digits of src.
func AppendEncode(dst, src []byte) []byte {
	dst = slices.Grow(dst, 2*len(src))
	for _, b := range src {
		dst = append(dst, digits[b>>4], digits[b&15])
	}
	return dst
}

// EncodeToString returns the digits of src.
func EncodeToString(src []byte) string { return string(AppendEncode(nil, src)) }

// value is the value of a digit, above 15 if c is none.
func value(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10
	}
	return 0xFF
}

func decode[S string | []byte](dst []byte, src S) (int, error) {
	n := len(src) / 2
	for i := 0; i < n; i++ {
		hi, lo := value(src[2*i]), value(src[2*i+1])
		if hi|lo > 15 {
			if hi > 15 {
				return i, InvalidByteError(src[2*i])
			}
			return i, InvalidByteError(src[2*i+1])
		}
		dst[i] = hi<<4 | lo
	}
	if len(src)&1 != 0 {
		if c := src[len(src)-1]; value(c) > 15 {
			return n, InvalidByteError(c)
		}
		return n, ErrLength
	}
	return n, nil
}

// Decode writes the bytes of the digits src to dst and returns how many there were before an error.
func Decode(dst, src []byte) (int, error) { return decode(dst, src) }

// AppendDecode appends the bytes of the digits src.
func AppendDecode(dst, src []byte) ([]byte, error) {
	n := len(dst)
	dst = slices.Grow(dst, len(src)/2)
	k, err := decode(dst[n:n+len(src)/2], src)
	return dst[:n+k], err
}

// DecodeString returns the bytes of the digits s.
func DecodeString(s string) ([]byte, error) {
	dst := make([]byte, len(s)/2)
	n, err := decode(dst, s)
	return dst[:n], err
}

// bufSize is how many digits the streams handle at once.
const bufSize = 1024

type encoder struct {
	w   io.Writer
	err error
	out [bufSize]byte
}

// NewEncoder returns a writer that writes digits to w.
func NewEncoder(w io.Writer) io.Writer { return &encoder{w: w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	for len(p) > 0 && e.err == nil {
		k := min(bufSize/2, len(p))
		Encode(e.out[:], p[:k])
		var w int
		w, e.err = e.w.Write(e.out[:2*k])
		n += w / 2
		p = p[k:]
	}
	return n, e.err
}

type decoder struct {
	r   io.Reader
	err error
	in  []byte // not yet decoded, part of buf
	buf [bufSize]byte
}

// NewDecoder returns a reader of the bytes whose digits r delivers.
func NewDecoder(r io.Reader) io.Reader { return &decoder{r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.in) < 2 && d.err == nil {
		have := copy(d.buf[:], d.in)
		var got int
		got, d.err = d.r.Read(d.buf[have:])
		d.in = d.buf[:have+got]
		if d.err == io.EOF && len(d.in)&1 != 0 {
			if c := d.in[len(d.in)-1]; value(c) > 15 {
				d.err = InvalidByteError(c)
			} else {
				d.err = io.ErrUnexpectedEOF
			}
		}
	}
	p = p[:min(len(p), len(d.in)/2)]
	n, err = Decode(p, d.in[:2*len(p)])
	d.in = d.in[2*n:]
	if err != nil {
		d.in, d.err = nil, err
	}
	if len(d.in) < 2 {
		return n, d.err
	}
	return n, nil
}
