// Package gzip reads and writes gzip files (RFC 1952).
package gzip

import (
	"bufio"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"time"
)

// Levels of compression, those of flate.
const (
	NoCompression      = flate.NoCompression
	BestSpeed          = flate.BestSpeed
	BestCompression    = flate.BestCompression
	DefaultCompression = flate.DefaultCompression
	HuffmanOnly        = flate.HuffmanOnly
)

var (
	// ErrChecksum says that the data is not what was compressed.
	ErrChecksum = errors.New("gzip: invalid checksum")
	// ErrHeader says that this is no gzip file.
	ErrHeader = errors.New("gzip: invalid header")
)

const (
	magic1, magic2, deflate = 0x1f, 0x8b, 8

	flagHeaderCRC = 1 << 1
	flagExtra     = 1 << 2
	flagName      = 1 << 3
	flagComment   = 1 << 4

	osUnknown = 255
	maxText   = 512 // of name and comment
)

// Header is what a file tells about its content. Name and Comment are Latin-1 in the file.
type Header struct {
	Comment string
	Extra   []byte
	ModTime time.Time
	Name    string
	OS      byte
}

// Reader decompresses a file, and those that follow it, if any.
type Reader struct {
	Header
	r      flate.Reader
	own    *bufio.Reader
	body   io.ReadCloser
	digest uint32
	size   uint32
	err    error
	single bool
}

// NewReader reads the header. The Reader may read too far unless r is an io.ByteReader.
func NewReader(r io.Reader) (*Reader, error) {
	z := new(Reader)
	if err := z.Reset(r); err != nil {
		return nil, err
	}
	return z, nil
}

// Reset starts anew with another source.
func (z *Reader) Reset(r io.Reader) error {
	body, own := z.body, z.own
	*z = Reader{body: body, own: own}
	if br, ok := r.(flate.Reader); ok {
		z.r = br
	} else {
		if z.own == nil {
			z.own = bufio.NewReader(r)
		} else {
			z.own.Reset(r)
		}
		z.r = z.own
	}
	z.Header, z.err = z.readHeader()
	return z.err
}

// Multistream says whether Read goes on with the next file when one ends, as it does unless told otherwise.
func (z *Reader) Multistream(ok bool) { z.single = !ok }

func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// text reads a text that a zero byte ends, and its checksum.
func (z *Reader) text() (string, error) {
	var raw []byte
	latin := false
	for {
		if len(raw) >= maxText {
			return "", ErrHeader
		}
		c, err := z.r.ReadByte()
		if err != nil {
			return "", noEOF(err)
		}
		z.digest = crc32.Update(z.digest, crc32.IEEETable, []byte{c})
		if c == 0 {
			break
		}
		latin = latin || c >= 0x80
		raw = append(raw, c)
	}
	if !latin {
		return string(raw), nil
	}
	var s []rune
	for _, c := range raw {
		s = append(s, rune(c))
	}
	return string(s), nil
}

// fill reads b and adds it to the checksum.
func (z *Reader) fill(b []byte) error {
	if _, err := io.ReadFull(z.r, b); err != nil {
		return noEOF(err)
	}
	z.digest = crc32.Update(z.digest, crc32.IEEETable, b)
	return nil
}

// readHeader reads a header. Nothing at all is io.EOF.
func (z *Reader) readHeader() (h Header, err error) {
	var b [10]byte
	if _, err = io.ReadFull(z.r, b[:]); err != nil {
		return h, err
	}
	if b[0] != magic1 || b[1] != magic2 || b[2] != deflate {
		return h, ErrHeader
	}
	flags := b[3]
	if t := int64(binary.LittleEndian.Uint32(b[4:])); t > 0 {
		h.ModTime = time.Unix(t, 0)
	}
	h.OS = b[9]
	z.digest = crc32.ChecksumIEEE(b[:])
	if flags&flagExtra != 0 {
		if err = z.fill(b[:2]); err != nil {
			return h, err
		}
		h.Extra = make([]byte, binary.LittleEndian.Uint16(b[:]))
		if err = z.fill(h.Extra); err != nil {
			return h, err
		}
	}
	if flags&flagName != 0 {
		if h.Name, err = z.text(); err != nil {
			return h, err
		}
	}
	if flags&flagComment != 0 {
		if h.Comment, err = z.text(); err != nil {
			return h, err
		}
	}
	if flags&flagHeaderCRC != 0 {
		if _, err := io.ReadFull(z.r, b[:2]); err != nil {
			return h, noEOF(err)
		}
		if binary.LittleEndian.Uint16(b[:]) != uint16(z.digest) {
			return h, ErrHeader
		}
	}
	z.digest, z.size = 0, 0
	if z.body == nil {
		z.body = flate.NewReader(z.r)
	} else {
		z.body.(flate.Resetter).Reset(z.r, nil)
	}
	return h, nil
}

// Read gives the data. io.EOF comes after the checksum was found right.
func (z *Reader) Read(p []byte) (n int, err error) {
	if z.err != nil {
		return 0, z.err
	}
	for n == 0 {
		n, z.err = z.body.Read(p)
		z.digest = crc32.Update(z.digest, crc32.IEEETable, p[:n])
		z.size += uint32(n)
		if z.err != io.EOF {
			return n, z.err
		}
		var b [8]byte
		if _, err := io.ReadFull(z.r, b[:]); err != nil {
			z.err = noEOF(err)
			return n, z.err
		}
		if binary.LittleEndian.Uint32(b[:]) != z.digest || binary.LittleEndian.Uint32(b[4:]) != z.size {
			z.err = ErrChecksum
			return n, z.err
		}
		z.digest, z.size = 0, 0
		if z.single {
			return n, io.EOF
		}
		z.err = nil
		if _, z.err = z.readHeader(); z.err != nil {
			return n, z.err
		}
	}
	return n, nil
}

// Close closes the Reader, not what is below.
func (z *Reader) Close() error { return z.body.Close() }

// Writer compresses. The Header is written before the first data.
type Writer struct {
	Header
	w      io.Writer
	level  int
	body   *flate.Writer
	digest uint32
	size   uint32
	headed bool
	closed bool
	err    error
}

// NewWriter compresses for w.
func NewWriter(w io.Writer) *Writer {
	z, _ := NewWriterLevel(w, DefaultCompression)
	return z
}

// NewWriterLevel compresses for w with a level.
func NewWriterLevel(w io.Writer, level int) (*Writer, error) {
	if level < HuffmanOnly || level > BestCompression {
		return nil, fmt.Errorf("gzip: invalid compression level: %d", level)
	}
	return &Writer{Header: Header{OS: osUnknown}, w: w, level: level}, nil
}

// Reset starts anew with another destination.
func (z *Writer) Reset(w io.Writer) {
	body := z.body
	if body != nil {
		body.Reset(w)
	}
	*z = Writer{Header: Header{OS: osUnknown}, w: w, level: z.level, body: body}
}

// latin1 is s as Latin-1, with the zero at the end.
func latin1(s string) ([]byte, error) {
	b := make([]byte, 0, len(s)+1)
	for _, r := range s {
		if r == 0 || r > 0xff {
			return nil, errors.New("gzip.Write: non-Latin-1 header string")
		}
		b = append(b, byte(r))
	}
	return append(b, 0), nil
}

func (z *Writer) header() error {
	b := []byte{magic1, magic2, deflate, 0, 0, 0, 0, 0, 0, z.OS}
	if z.ModTime.After(time.Unix(0, 0)) {
		binary.LittleEndian.PutUint32(b[4:], uint32(z.ModTime.Unix()))
	}
	switch z.level {
	case BestCompression:
		b[8] = 2
	case BestSpeed:
		b[8] = 4
	}
	if z.Extra != nil {
		if len(z.Extra) > 0xffff {
			return errors.New("gzip.Write: Extra data is too large")
		}
		b[3] |= flagExtra
		b = binary.LittleEndian.AppendUint16(b, uint16(len(z.Extra)))
		b = append(b, z.Extra...)
	}
	for _, x := range []struct {
		text string
		flag byte
	}{{z.Name, flagName}, {z.Comment, flagComment}} {
		if x.text != "" {
			t, err := latin1(x.text)
			if err != nil {
				return err
			}
			b[3] |= x.flag
			b = append(b, t...)
		}
	}
	if _, err := z.w.Write(b); err != nil {
		return err
	}
	if z.body == nil {
		z.body, _ = flate.NewWriter(z.w, z.level)
	}
	return nil
}

// Write compresses p.
func (z *Writer) Write(p []byte) (int, error) {
	if z.err != nil {
		return 0, z.err
	}
	if !z.headed {
		z.headed = true
		if z.err = z.header(); z.err != nil {
			return 0, z.err
		}
	}
	z.size += uint32(len(p))
	z.digest = crc32.Update(z.digest, crc32.IEEETable, p)
	var n int
	n, z.err = z.body.Write(p)
	return n, z.err
}

// Flush writes everything that was compressed.
func (z *Writer) Flush() error {
	if z.err != nil || z.closed {
		return z.err
	}
	if !z.headed {
		if z.Write(nil); z.err != nil {
			return z.err
		}
	}
	z.err = z.body.Flush()
	return z.err
}

// Close writes everything and the checksum. It does not close what is below.
func (z *Writer) Close() error {
	if z.err != nil || z.closed {
		return z.err
	}
	z.closed = true
	if !z.headed {
		if z.Write(nil); z.err != nil {
			return z.err
		}
	}
	if z.err = z.body.Close(); z.err != nil {
		return z.err
	}
	var b [8]byte
	binary.LittleEndian.PutUint32(b[:], z.digest)
	binary.LittleEndian.PutUint32(b[4:], z.size)
	_, z.err = z.w.Write(b[:])
	return z.err
}
