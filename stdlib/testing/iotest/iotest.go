// Package iotest has readers and writers that make trouble, for tests.
package iotest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
)

// ErrTimeout is what TimeoutReader fails with.
var ErrTimeout = errors.New("timeout")

type readFunc func([]byte) (int, error)

func (f readFunc) Read(p []byte) (int, error) { return f(p) }

// OneByteReader reads at most one byte at a time from r.
func OneByteReader(r io.Reader) io.Reader {
	return readFunc(func(p []byte) (int, error) { return r.Read(p[:min(1, len(p))]) })
}

// HalfReader reads half of what is asked for from r.
func HalfReader(r io.Reader) io.Reader {
	return readFunc(func(p []byte) (int, error) { return r.Read(p[:(len(p)+1)/2]) })
}

// DataErrReader gives the error that ends r together with the last bytes.
func DataErrReader(r io.Reader) io.Reader {
	d := &dataErr{r: r}
	return d
}

type dataErr struct {
	r      io.Reader
	unread []byte
	buf    [1024]byte
}

func (d *dataErr) Read(p []byte) (n int, err error) {
	// Read on until there are bytes for p and it is known whether more follow.
	for {
		if len(d.unread) == 0 {
			k, e := d.r.Read(d.buf[:])
			d.unread = d.buf[:k]
			err = e
		}
		if n > 0 || err != nil {
			break
		}
		n = copy(p, d.unread)
		d.unread = d.unread[n:]
	}
	return n, err
}

// TimeoutReader fails with ErrTimeout at the second read, once.
func TimeoutReader(r io.Reader) io.Reader {
	count := 0
	return readFunc(func(p []byte) (int, error) {
		if count++; count == 2 {
			return 0, ErrTimeout
		}
		return r.Read(p)
	})
}

// ErrReader always fails with err.
func ErrReader(err error) io.Reader { return readFunc(func([]byte) (int, error) { return 0, err }) }

// NewReadLogger logs what is read from r.
func NewReadLogger(prefix string, r io.Reader) io.Reader {
	return readFunc(func(p []byte) (int, error) {
		n, err := r.Read(p)
		report(prefix, p[:n], err)
		return n, err
	})
}

type writeFunc func([]byte) (int, error)

func (f writeFunc) Write(p []byte) (int, error) { return f(p) }

// NewWriteLogger logs what is written to w.
func NewWriteLogger(prefix string, w io.Writer) io.Writer {
	return writeFunc(func(p []byte) (int, error) {
		n, err := w.Write(p)
		report(prefix, p[:n], err)
		return n, err
	})
}

func report(prefix string, data []byte, err error) {
	if err != nil {
		log.Printf("%s %x: %v", prefix, data, err)
	} else {
		log.Printf("%s %x", prefix, data)
	}
}

// TruncateWriter writes the first n bytes to w and drops the rest in silence.
func TruncateWriter(w io.Writer, n int64) io.Writer {
	return writeFunc(func(p []byte) (int, error) {
		if n <= 0 {
			return len(p), nil
		}
		part := p[:min(int64(len(p)), n)]
		k, err := w.Write(part)
		n -= int64(k)
		if err == nil {
			k = len(p)
		}
		return k, err
	})
}

// TestReader checks that r gives content in every way a reader can be used: small reads, seeks, ReadAt.
func TestReader(r io.Reader, content []byte) error {
	if len(content) > 0 {
		if n, err := r.Read(nil); n != 0 || err != nil {
			return fmt.Errorf("Read(0) = %d, %v, want 0, nil", n, err)
		}
	}
	data, err := io.ReadAll(&smallReads{r: r})
	if err != nil {
		return err
	}
	if !bytes.Equal(data, content) {
		return fmt.Errorf("ReadAll(small amounts) = %q\n\twant %q", data, content)
	}
	if n, err := r.Read(make([]byte, 10)); n != 0 || err != io.EOF {
		return fmt.Errorf("Read(10) at EOF = %v, %v, want 0, EOF", n, err)
	}
	if s, ok := r.(io.ReadSeeker); ok {
		if err := testSeeker(s, content); err != nil {
			return err
		}
	}
	if ra, ok := r.(io.ReaderAt); ok {
		return testReaderAt(ra, content)
	}
	return nil
}

func testSeeker(r io.ReadSeeker, content []byte) error {
	size := int64(len(content))
	if off, err := r.Seek(0, io.SeekCurrent); off != size || err != nil {
		return fmt.Errorf("Seek(0, 1) at EOF = %d, %v, want %d, nil", off, err, size)
	}
	mid := size / 2
	if size >= 1 {
		if off, err := r.Seek(-1, io.SeekCurrent); off != size-1 || err != nil {
			return fmt.Errorf("Seek(-1, 1) from EOF = %d, %v, want %d, nil", off, err, size-1)
		}
		if off, err := r.Seek(1, io.SeekCurrent); off != size || err != nil {
			return fmt.Errorf("Seek(+1, 1) from %d = %d, %v, want %d, nil", size-1, off, err, size)
		}
	}
	type step struct {
		off    int64
		whence int
		at     int64
	}
	for _, s := range []step{{0, io.SeekStart, 0}, {mid, io.SeekStart, mid}, {mid - size, io.SeekEnd, mid}, {size, io.SeekStart, size}, {0, io.SeekEnd, size}} {
		if off, err := r.Seek(s.off, s.whence); off != s.at || err != nil {
			return fmt.Errorf("Seek(%d, %d) = %d, %v, want %d, nil", s.off, s.whence, off, err, s.at)
		}
		data, err := io.ReadAll(&smallReads{r: r})
		if err != nil {
			return fmt.Errorf("ReadAll from offset %d: %v", s.at, err)
		}
		if !bytes.Equal(data, content[s.at:]) {
			return fmt.Errorf("ReadAll from offset %d = %q\n\twant %q", s.at, data, content[s.at:])
		}
	}
	for _, whence := range []int{io.SeekStart, io.SeekEnd} {
		back := int64(-1)
		if whence == io.SeekEnd {
			back = -size - 1
		}
		if off, err := r.Seek(back, whence); err == nil {
			return fmt.Errorf("Seek(%d, %d) = %d, nil, want error", back, whence, off)
		}
	}
	return nil
}

func testReaderAt(r io.ReaderAt, content []byte) error {
	size := int64(len(content))
	buf := make([]byte, size+20)
	fill := func() {
		for i := range buf {
			buf[i] = 0xfe
		}
	}
	fill()
	n, err := r.ReadAt(buf[:size], 0)
	if int64(n) != size || err != nil && err != io.EOF || !bytes.Equal(buf[:size], content) {
		return fmt.Errorf("ReadAt(%d, 0) = %v, %v\n\t%q\n\twant %d, nil or EOF\n\t%q", size, n, err, buf[:max(0, n)], size, content)
	}
	fill()
	if n, err = r.ReadAt(buf, 0); int64(n) != size || err != io.EOF || !bytes.Equal(buf[:size], content) {
		return fmt.Errorf("ReadAt(%d, 0) = %v, %v\n\t%q\n\twant %d, EOF\n\t%q", len(buf), n, err, buf[:max(0, n)], size, content)
	}
	for i, c := range buf[size:] {
		if c != 0xfe {
			return fmt.Errorf("ReadAt(%d, 0) wrote at %d, past the data", len(buf), size+int64(i))
		}
	}
	for i := int64(0); i <= size; i++ {
		for j := i; j <= size; j++ {
			if j > i+4 && j < size-4 {
				continue
			}
			fill()
			n, err := r.ReadAt(buf[:j-i], i)
			if int64(n) != j-i || err != nil && (err != io.EOF || j < size && n > 0) || !bytes.Equal(buf[:j-i], content[i:j]) {
				return fmt.Errorf("ReadAt(%d, %d) = %v, %v\n\t%q\n\twant %d, nil\n\t%q", j-i, i, n, err, buf[:max(0, n)], j-i, content[i:j])
			}
		}
	}
	if n, err := r.ReadAt(buf[:10], -1); err == nil {
		return fmt.Errorf("ReadAt(10, -1) = %d, nil, want error", n)
	}
	return nil
}

// smallReads reads 1, 2, 3, 1... bytes at a time, and looks for bytes written where none belong.
type smallReads struct {
	r io.Reader
	n int
}

func (s *smallReads) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	s.n = s.n%3 + 1
	want := min(s.n, len(p))
	n, err := s.r.Read(p[:want])
	if n < 0 || n > want {
		return 0, fmt.Errorf("Read(%d) = %d, %v", want, n, err)
	}
	return n, err
}
