// Package tabwriter aligns text in columns.
//
// Text is made of cells that end with a tab; consecutive lines that have a cell in the same place form a column, which is as wide as its
// widest cell (elastic tabstops). What follows the last tab of a line belongs to no column.
package tabwriter

import (
	"fmt"
	"io"
	"unicode/utf8"
)

// Flags of Init.
const (
	FilterHTML          uint = 1 << iota // tags have no width, entities a width of one
	StripEscape                          // do not write the Escape bytes
	AlignRight                           // put padding on the left
	DiscardEmptyColumns                  // drop columns of empty cells that end with \v
	TabIndent                            // pad leading empty cells with tabs
	Debug                                // write | between columns
)

// Escape brackets text that is passed through unchanged.
const Escape = '\xff'

// cell is a piece of a line. term is what ended it: \t, \v, or 0 for the last one.
type cell struct {
	size  int // bytes in buf
	width int // runes
	hard  bool
}

// A Writer aligns what is written to it. Nothing is written on before the columns are complete or Flush is called.
type Writer struct {
	output                      io.Writer
	minwidth, tabwidth, padding int
	pad                         byte
	flags                       uint
	buf                         []byte
	pos                         int // bytes of buf whose width is counted
	cell                        cell
	endChar                     byte // what ends the escaped text, tag or entity that is being read; 0: none
	lines                       [][]cell
	widths                      []int
	out                         []byte
}

// NewWriter returns a Writer with the parameters of Init.
func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}

// Init sets up a Writer: the least width of a cell with its padding, the width of tabs, the padding added to cells, the character to pad
// with (with tabs the width is rounded up to a multiple of tabwidth and cells are aligned left), and flags.
func (b *Writer) Init(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	if minwidth < 0 || tabwidth < 0 || padding < 0 {
		panic("negative minwidth, tabwidth, or padding")
	}
	if padchar == '\t' {
		flags &^= AlignRight
	}
	*b = Writer{output: output, minwidth: minwidth, tabwidth: tabwidth, padding: padding, pad: padchar, flags: flags}
	b.reset()
	return b
}

func (b *Writer) reset() {
	b.buf = b.buf[:0]
	b.pos = 0
	b.cell = cell{}
	b.endChar = 0
	b.lines = append(b.lines[:0], nil)
	b.widths = b.widths[:0]
}

func (b *Writer) writeN(c byte, n int) {
	for ; n > 0; n-- {
		b.out = append(b.out, c)
	}
}

// writePadding pads a cell of textw to cellw; with tabs that is up to the tab stop.
func (b *Writer) writePadding(textw, cellw int, useTabs bool) {
	if b.pad != '\t' && !useTabs {
		b.writeN(b.pad, cellw-textw)
		return
	}
	if b.tabwidth == 0 { // tabs have no width, so they cannot pad
		return
	}
	cellw = (cellw + b.tabwidth - 1) / b.tabwidth * b.tabwidth
	b.writeN('\t', (cellw-textw+b.tabwidth-1)/b.tabwidth)
}

// writeLines writes lines[from:to], whose text begins at pos in buf.
func (b *Writer) writeLines(pos, from, to int) int {
	for i := from; i < to; i++ {
		line := b.lines[i]
		useTabs := b.flags&TabIndent != 0 // until the first cell with text
		for j, c := range line {
			if j > 0 && b.flags&Debug != 0 {
				b.out = append(b.out, '|')
			}
			inColumn := j < len(b.widths)
			if c.size == 0 {
				if inColumn {
					b.writePadding(c.width, b.widths[j], useTabs)
				}
				continue
			}
			useTabs = false
			if b.flags&AlignRight != 0 && inColumn {
				b.writePadding(c.width, b.widths[j], false)
			}
			b.out = append(b.out, b.buf[pos:pos+c.size]...)
			pos += c.size
			if b.flags&AlignRight == 0 && inColumn {
				b.writePadding(c.width, b.widths[j], false)
			}
		}
		if i+1 == len(b.lines) {
			// The last line has not ended: its text so far follows.
			b.out = append(b.out, b.buf[pos:pos+b.cell.size]...)
			pos += b.cell.size
		} else {
			b.out = append(b.out, '\n')
		}
	}
	return pos
}

// format writes lines[from:to]. widths holds the columns to the left of the one that is looked at, which is number len(widths).
func (b *Writer) format(pos0, from, to int) int {
	pos := pos0
	col := len(b.widths)
	for this := from; this < to; this++ {
		if col >= len(b.lines[this])-1 {
			continue
		}
		// A block of lines with this column begins. What is above it is complete.
		pos = b.writeLines(pos, from, this)
		from = this
		width := b.minwidth
		discard := true
		for ; this < to && col < len(b.lines[this])-1; this++ {
			c := b.lines[this][col]
			if w := c.width + b.padding; w > width {
				width = w
			}
			if c.width > 0 || c.hard {
				discard = false
			}
		}
		if discard && b.flags&DiscardEmptyColumns != 0 {
			width = 0
		}
		b.widths = append(b.widths, width)
		pos = b.format(pos, from, this)
		b.widths = b.widths[:len(b.widths)-1]
		from = this // this line ended the block and has no such column
	}
	return b.writeLines(pos, from, to)
}

// updateWidth adds the text not yet counted to the cell.
func (b *Writer) updateWidth() {
	b.cell.width += utf8.RuneCount(b.buf[b.pos:])
	b.pos = len(b.buf)
}

func (b *Writer) startEscape(c byte) {
	switch c {
	case Escape:
		b.endChar = Escape
	case '<':
		b.endChar = '>'
	case '&':
		b.endChar = ';'
	}
}

func (b *Writer) endEscape() {
	switch b.endChar {
	case Escape:
		b.updateWidth()
		if b.flags&StripEscape == 0 {
			b.cell.width -= 2
		}
	case ';':
		b.cell.width++
	}
	b.pos = len(b.buf)
	b.endChar = 0
}

// terminate ends the cell and returns how many the line has.
func (b *Writer) terminate(hard bool) int {
	b.cell.hard = hard
	last := len(b.lines) - 1
	b.lines[last] = append(b.lines[last], b.cell)
	b.cell = cell{}
	return len(b.lines[last])
}

// Flush writes everything. An escape that was not ended is taken as complete.
func (b *Writer) Flush() error {
	defer b.reset()
	defer rephrase("Flush")
	return b.flush()
}

// rephrase makes a panic of the writer below tell where it happened.
func rephrase(op string) {
	if e := recover(); e != nil {
		panic(fmt.Sprintf("tabwriter: panic during %s (%v)", op, e))
	}
}

func (b *Writer) flush() error {
	if b.cell.size > 0 {
		if b.endChar != 0 {
			b.endEscape()
		}
		b.terminate(false)
	}
	b.out = b.out[:0]
	b.format(0, 0, len(b.lines))
	if len(b.out) == 0 {
		return nil
	}
	n, err := b.output.Write(b.out)
	if err == nil && n != len(b.out) {
		err = io.ErrShortWrite
	}
	return err
}

// Write takes text. Errors are those of the output.
func (b *Writer) Write(buf []byte) (n int, err error) {
	defer rephrase("Write")
	n = 0
	add := func(i int) {
		b.buf = append(b.buf, buf[n:i]...)
		b.cell.size += i - n
	}
	for i, c := range buf {
		if b.endChar != 0 {
			if c == b.endChar {
				j := i + 1
				if c == Escape && b.flags&StripEscape != 0 {
					j = i
				}
				add(j)
				n = i + 1
				b.endEscape()
			}
			continue
		}
		switch c {
		case '\t', '\v', '\n', '\f':
			add(i)
			b.updateWidth()
			n = i + 1
			ncells := b.terminate(c == '\t')
			if c != '\n' && c != '\f' {
				continue
			}
			b.lines = append(b.lines, nil)
			if c == '\f' || ncells == 1 {
				// A line of one cell ends all columns, so what came before can be written.
				if err = b.flush(); err != nil {
					return 0, err
				}
				b.reset()
				if c == '\f' && b.flags&Debug != 0 {
					if _, err = b.output.Write([]byte("---\n")); err != nil {
						return 0, err
					}
				}
			}
		case Escape:
			add(i)
			b.updateWidth()
			n = i
			if b.flags&StripEscape != 0 {
				n++
			}
			b.startEscape(Escape)
		case '<', '&':
			if b.flags&FilterHTML != 0 {
				add(i)
				b.updateWidth()
				n = i
				b.startEscape(c)
			}
		}
	}
	add(len(buf))
	return len(buf), nil
}
