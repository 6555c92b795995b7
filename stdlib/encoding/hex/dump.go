package hex

import (
	"errors"
	"io"
	"strings"
)

// Dump shows data as hexdump -C does.
func Dump(data []byte) string {
	if len(data) == 0 {
		return ""
	}
	var b strings.Builder
	b.Grow((len(data)/16 + 1) * lineLen)
	d := Dumper(&b)
	d.Write(data)
	d.Close()
	return b.String()
}

// A line is: offset, two groups of eight bytes, the bytes as characters between bars.
const (
	lineLen  = 79
	textCol  = 61
	hexCol   = 10
	perGroup = 8
)

type dumper struct {
	w      io.Writer
	line   [lineLen]byte
	used   int // bytes of the current line
	n      uint
	closed bool
}

// Dumper returns a writer that writes such lines to w. Close writes the last one.
func Dumper(w io.Writer) io.WriteCloser { return &dumper{w: w} }

func (d *dumper) start() {
	for i := range d.line {
		d.line[i] = ' '
	}
	for i := range 8 {
		d.line[i] = digits[d.n>>(28-4*i)&15]
	}
}

// flush writes the line, whose text ends after the bytes in use.
func (d *dumper) flush() error {
	d.line[textCol-1] = '|'
	end := textCol + d.used
	d.line[end] = '|'
	d.line[end+1] = '\n'
	_, err := d.w.Write(d.line[:end+2])
	d.n += uint(d.used)
	d.used = 0
	return err
}

func (d *dumper) Write(data []byte) (n int, err error) {
	if d.closed {
		return 0, errors.New("encoding/hex: dumper closed")
	}
	for i, b := range data {
		if d.used == 0 {
			d.start()
		}
		col := hexCol + 3*d.used + d.used/perGroup
		d.line[col] = digits[b>>4]
		d.line[col+1] = digits[b&15]
		c := b
		if c < ' ' || c > '~' {
			c = '.'
		}
		d.line[textCol+d.used] = c
		if d.used++; d.used == 16 {
			if err = d.flush(); err != nil {
				return i, err
			}
		}
	}
	return len(data), nil
}

func (d *dumper) Close() error {
	if d.closed {
		return nil
	}
	d.closed = true
	if d.used == 0 {
		return nil
	}
	return d.flush()
}
