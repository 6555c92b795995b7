// Package lzw reads and writes the LZW format of GIF, and, with the other order of bits, of TIFF and PDF.
package lzw

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

// Order is the order of bits in a byte.
type Order int

const (
	LSB Order = iota // the lowest first, as in GIF
	MSB              // the highest first, as in TIFF and PDF
)

const (
	maxWidth = 12
	maxCode  = 1<<maxWidth - 1
	noCode   = 0xffff
)

var errClosed = errors.New("lzw: reader/writer is closed")

func checkArgs(order Order, litWidth int) error {
	if order != LSB && order != MSB {
		return errors.New("lzw: unknown order")
	}
	if litWidth < 2 || litWidth > 8 {
		return fmt.Errorf("lzw: litWidth %d out of range", litWidth)
	}
	return nil
}

// codec is what both directions have in common.
type codec struct {
	order    Order
	litWidth uint
	clear    uint16 // the code that forgets all
	eof      uint16
	hi       uint16 // the last code in use
	width    uint   // of codes now
	acc      uint32
	nacc     uint
}

func (c *codec) start(order Order, litWidth int) {
	*c = codec{order: order, litWidth: uint(litWidth), clear: 1 << litWidth}
	c.eof = c.clear + 1
	c.forget()
}

func (c *codec) forget() {
	c.hi = c.eof
	c.width = c.litWidth + 1
}

// Reader decompresses.
type Reader struct {
	codec
	r      io.ByteReader
	last   uint16
	prefix [maxCode + 1]uint16
	suffix [maxCode + 1]uint8
	buf    [2 * (maxCode + 1)]byte
	n      int // bytes of buf that are decoded
	unread []byte
	err    error
}

// NewReader decompresses r. litWidth is the number of bits of a literal, 2 to 8.
func NewReader(r io.Reader, order Order, litWidth int) io.ReadCloser {
	z := new(Reader)
	z.Reset(r, order, litWidth)
	return z
}

// Reset starts anew with another source.
func (r *Reader) Reset(src io.Reader, order Order, litWidth int) {
	r.n, r.unread, r.last = 0, nil, noCode
	if r.err = checkArgs(order, litWidth); r.err != nil {
		return
	}
	br, ok := src.(io.ByteReader)
	if !ok {
		if src == nil {
			src = errReader{}
		}
		br = bufio.NewReader(src)
	}
	r.r = br
	r.start(order, litWidth)
}

type errReader struct{}

func (errReader) Read([]byte) (int, error) { return 0, io.EOF }

// Close ends the use of the Reader, not of what is below.
func (r *Reader) Close() error {
	r.err = errClosed
	return nil
}

// Read gives the data.
func (r *Reader) Read(b []byte) (int, error) {
	for {
		if len(r.unread) > 0 {
			n := copy(b, r.unread)
			r.unread = r.unread[n:]
			return n, nil
		}
		if r.err != nil {
			return 0, r.err
		}
		r.decode()
	}
}

func (r *Reader) code() (uint16, bool) {
	for r.nacc < r.width {
		x, err := r.r.ReadByte()
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			r.err = err
			return 0, false
		}
		if r.order == LSB {
			r.acc |= uint32(x) << r.nacc
		} else {
			r.acc |= uint32(x) << (24 - r.nacc)
		}
		r.nacc += 8
	}
	var c uint16
	if r.order == LSB {
		c = uint16(r.acc & (1<<r.width - 1))
		r.acc >>= r.width
	} else {
		c = uint16(r.acc >> (32 - r.width))
		r.acc <<= r.width
	}
	r.nacc -= r.width
	return c, true
}

// decode fills the buffer.
func (r *Reader) decode() {
	r.n = 0
	for r.n < maxCode+1 {
		c, ok := r.code()
		if !ok {
			break
		}
		switch {
		case c == r.clear:
			r.forget()
			r.last = noCode
			continue
		case c == r.eof:
			r.err = io.EOF
		case c < r.clear || c <= r.hi || c == r.hi && r.last != noCode:
			r.expand(c)
		default:
			r.err = errors.New("lzw: invalid code")
		}
		if r.err != nil {
			break
		}
	}
	r.unread = r.buf[:r.n]
}

// expand appends the bytes of a code and makes the new code: the last one and the first byte of this.
func (r *Reader) expand(c uint16) {
	i := len(r.buf)
	x := c
	if c == r.hi && r.last != noCode && c > r.eof {
		// The code that is just being made: the last one followed by its own first byte.
		x = r.last
		for x >= r.clear {
			x = r.prefix[x]
		}
		i--
		r.buf[i] = uint8(x)
		x = r.last
	}
	for x >= r.clear {
		i--
		r.buf[i] = r.suffix[x]
		x = r.prefix[x]
	}
	i--
	r.buf[i] = uint8(x)
	r.n += copy(r.buf[r.n:], r.buf[i:])
	if r.last != noCode {
		r.suffix[r.hi], r.prefix[r.hi] = uint8(x), r.last
	}
	r.last = c
	r.hi++
	if r.hi >= 1<<r.width {
		if r.hi > 1<<r.width {
			panic("lzw: code too large")
		}
		if r.width == maxWidth {
			r.last = noCode
			r.hi--
		} else {
			r.width++
		}
	}
}

// Writer compresses.
type Writer struct {
	codec
	w     *bufio.Writer
	saved uint16
	table map[uint32]uint16 // code<<8 | byte
	err   error
}

// NewWriter compresses for w. litWidth is the number of bits of a literal, 2 to 8.
func NewWriter(w io.Writer, order Order, litWidth int) io.WriteCloser {
	z := new(Writer)
	z.Reset(w, order, litWidth)
	return z
}

// Reset starts anew with another destination.
func (w *Writer) Reset(dst io.Writer, order Order, litWidth int) {
	if w.err = checkArgs(order, litWidth); w.err != nil {
		return
	}
	w.w = bufio.NewWriter(dst)
	w.start(order, litWidth)
	w.saved = noCode
	w.table = map[uint32]uint16{}
}

func (w *Writer) put(c uint16) {
	if w.order == LSB {
		w.acc |= uint32(c) << w.nacc
	} else {
		w.acc |= uint32(c) << (32 - w.width - w.nacc)
	}
	for w.nacc += w.width; w.nacc >= 8; w.nacc -= 8 {
		x := byte(w.acc)
		if w.order == LSB {
			w.acc >>= 8
		} else {
			x = byte(w.acc >> 24)
			w.acc <<= 8
		}
		if err := w.w.WriteByte(x); err != nil {
			w.err = err
		}
	}
}

// next makes room for one more code; false if all are used, and forgotten now.
func (w *Writer) next() bool {
	w.hi++
	if w.hi == 1<<w.width {
		w.width++
	}
	if w.hi == maxCode {
		w.put(w.clear)
		w.forget()
		clear(w.table)
		return false
	}
	return true
}

// Write compresses p.
func (w *Writer) Write(p []byte) (n int, err error) {
	if w.err != nil {
		return 0, w.err
	}
	for _, x := range p {
		if uint16(x) >= w.clear {
			w.err = errors.New("lzw: input byte too large for the litWidth")
			return 0, w.err
		}
	}
	for i, x := range p {
		if w.saved == noCode {
			w.put(w.clear)
			w.saved = uint16(x)
			continue
		}
		key := uint32(w.saved)<<8 | uint32(x)
		if c, ok := w.table[key]; ok {
			w.saved = c
			continue
		}
		w.put(w.saved)
		w.saved = uint16(x)
		if w.next() {
			w.table[key] = w.hi
		}
		if w.err != nil {
			return i, w.err
		}
	}
	return len(p), nil
}

// Close writes everything and the end mark. It does not close what is below.
func (w *Writer) Close() error {
	if w.err != nil {
		if w.err == errClosed {
			return nil
		}
		return w.err
	}
	if w.saved != noCode {
		w.put(w.saved)
		w.next()
	} else {
		w.put(w.clear)
	}
	w.put(w.eof)
	if w.nacc > 0 {
		if w.order == MSB {
			w.acc >>= 24
		}
		w.w.WriteByte(byte(w.acc))
	}
	err := w.w.Flush()
	w.err = errClosed
	return err
}
