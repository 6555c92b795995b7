// Package zlib reads and writes zlib data (RFC 1950).
package zlib

import (
	"bufio"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"hash/adler32"
	"io"
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
	ErrChecksum = errors.New("zlib: invalid checksum")
	// ErrDictionary says that another dictionary is needed.
	ErrDictionary = errors.New("zlib: invalid dictionary")
	// ErrHeader says that this is no zlib data.
	ErrHeader = errors.New("zlib: invalid header")
)

const (
	method   = 8    // deflate
	maxInfo  = 7    // window of 32 KB
	flagDict = 0x20 // a dictionary is needed
)

// Resetter is implemented by the readers of this package: Reset starts anew with another source.
type Resetter interface {
	Reset(r io.Reader, dict []byte) error
}

type reader struct {
	r      flate.Reader
	own    *bufio.Reader
	body   io.ReadCloser
	digest hash.Hash32
	err    error
}

// NewReader reads the header. The result may read too far unless r is an io.ByteReader.
func NewReader(r io.Reader) (io.ReadCloser, error) { return NewReaderDict(r, nil) }

// NewReaderDict is NewReader for data compressed with a dictionary.
func NewReaderDict(r io.Reader, dict []byte) (io.ReadCloser, error) {
	z := new(reader)
	if err := z.Reset(r, dict); err != nil {
		return nil, err
	}
	return z, nil
}

func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

func (z *reader) Reset(r io.Reader, dict []byte) error {
	body, own := z.body, z.own
	*z = reader{body: body, own: own}
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
	var b [4]byte
	if _, err := io.ReadFull(z.r, b[:2]); err != nil {
		z.err = noEOF(err)
		return z.err
	}
	if b[0]&15 != method || b[0]>>4 > maxInfo || binary.BigEndian.Uint16(b[:])%31 != 0 {
		z.err = ErrHeader
		return z.err
	}
	if b[1]&flagDict == 0 {
		dict = nil
	} else {
		if _, err := io.ReadFull(z.r, b[:]); err != nil {
			z.err = noEOF(err)
			return z.err
		}
		if binary.BigEndian.Uint32(b[:]) != adler32.Checksum(dict) {
			z.err = ErrDictionary
			return z.err
		}
	}
	if z.body == nil {
		z.body = flate.NewReaderDict(z.r, dict)
	} else {
		z.body.(flate.Resetter).Reset(z.r, dict)
	}
	z.digest = adler32.New()
	return nil
}

func (z *reader) Read(p []byte) (n int, err error) {
	if z.err != nil {
		return 0, z.err
	}
	n, z.err = z.body.Read(p)
	z.digest.Write(p[:n])
	if z.err != io.EOF {
		return n, z.err
	}
	var b [4]byte
	if _, err := io.ReadFull(z.r, b[:]); err != nil {
		z.err = noEOF(err)
	} else if binary.BigEndian.Uint32(b[:]) != z.digest.Sum32() {
		z.err = ErrChecksum
	}
	return n, z.err
}

func (z *reader) Close() error {
	if z.err != nil && z.err != io.EOF {
		return z.err
	}
	z.err = z.body.Close()
	return z.err
}

// Writer compresses.
type Writer struct {
	w      io.Writer
	level  int
	dict   []byte
	body   *flate.Writer
	digest hash.Hash32
	headed bool
	err    error
}

// NewWriter compresses for w.
func NewWriter(w io.Writer) *Writer {
	z, _ := NewWriterLevelDict(w, DefaultCompression, nil)
	return z
}

// NewWriterLevel compresses for w with a level.
func NewWriterLevel(w io.Writer, level int) (*Writer, error) {
	return NewWriterLevelDict(w, level, nil)
}

// NewWriterLevelDict compresses for w with a level and a dictionary, which must not change until Close.
func NewWriterLevelDict(w io.Writer, level int, dict []byte) (*Writer, error) {
	if level < HuffmanOnly || level > BestCompression {
		return nil, fmt.Errorf("zlib: invalid compression level: %d", level)
	}
	return &Writer{w: w, level: level, dict: dict}, nil
}

// Reset starts anew with another destination.
func (z *Writer) Reset(w io.Writer) {
	z.w = w
	if z.body != nil {
		z.body.Reset(w)
		z.digest.Reset()
	}
	z.headed, z.err = false, nil
}

func (z *Writer) start() error {
	if z.err != nil || z.headed {
		return z.err
	}
	z.headed = true
	head := uint16(method|maxInfo<<4) << 8
	switch {
	case z.level == HuffmanOnly, z.level == NoCompression, z.level == BestSpeed:
	case z.level >= 2 && z.level <= 5:
		head |= 1 << 6
	case z.level == 6, z.level == DefaultCompression:
		head |= 2 << 6
	default:
		head |= 3 << 6
	}
	if z.dict != nil {
		head |= flagDict
	}
	head += 31 - head%31
	b := binary.BigEndian.AppendUint16(nil, head)
	if z.dict != nil {
		b = binary.BigEndian.AppendUint32(b, adler32.Checksum(z.dict))
	}
	if _, z.err = z.w.Write(b); z.err != nil {
		return z.err
	}
	if z.body == nil {
		if z.dict != nil {
			z.body, z.err = flate.NewWriterDict(z.w, z.level, z.dict)
		} else {
			z.body, z.err = flate.NewWriter(z.w, z.level)
		}
		z.digest = adler32.New()
	}
	return z.err
}

// Write compresses p.
func (z *Writer) Write(p []byte) (n int, err error) {
	if z.start() != nil || len(p) == 0 {
		return 0, z.err
	}
	n, z.err = z.body.Write(p)
	z.digest.Write(p[:n])
	return n, z.err
}

// Flush writes everything that was compressed.
func (z *Writer) Flush() error {
	if z.start() == nil {
		z.err = z.body.Flush()
	}
	return z.err
}

// Close writes everything and the checksum. It does not close what is below.
func (z *Writer) Close() error {
	if z.start() != nil {
		return z.err
	}
	if z.err = z.body.Close(); z.err != nil {
		return z.err
	}
	_, z.err = z.w.Write(binary.BigEndian.AppendUint32(nil, z.digest.Sum32()))
	return z.err
}
