// Package flate reads and writes the compressed format of RFC 1951, which gzip and zlib wrap.
package flate

import (
	"bufio"
	"io"
	"math/bits"
	"strconv"
)

const (
	windowSize = 1 << 15
	maxLit     = 286 // literals, end of block, lengths
	maxDist    = 30
	endOfBlock = 256
)

// CorruptInputError is the offset before which the input is wrong.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "flate: corrupt input before offset " + strconv.FormatInt(int64(e), 10)
}

// InternalError is a bug of this package.
type InternalError string

func (e InternalError) Error() string { return "flate: internal error: " + string(e) }

// ReadError was returned by old versions.
//
// Deprecated: it is not used.
type ReadError struct {
	Offset int64
	Err    error
}

func (e *ReadError) Error() string {
	return "flate: read error at offset " + strconv.FormatInt(e.Offset, 10) + ": " + e.Err.Error()
}

// WriteError was returned by old versions.
//
// Deprecated: it is not used.
type WriteError struct {
	Offset int64
	Err    error
}

func (e *WriteError) Error() string {
	return "flate: write error at offset " + strconv.FormatInt(e.Offset, 10) + ": " + e.Err.Error()
}

// Resetter is implemented by the readers of this package: Reset starts anew with another source.
type Resetter interface {
	Reset(r io.Reader, dict []byte) error
}

// Reader is what NewReader wants: one that is not an io.ByteReader gets a buffer, which may read too far.
type Reader interface {
	io.Reader
	io.ByteReader
}

// Base values and numbers of further bits of the codes for lengths (from 257 on) and distances; RFC 1951, 3.2.5.
var (
	lengthBase = [29]uint16{3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258}
	lengthBits = [29]uint8{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
	distBase   = [30]uint32{1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577}
	distBits   = [30]uint8{0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13}
	// order is the order in which the lengths of the codes for lengths come.
	order = [19]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}
)

const (
	fastBits = 9
	maxBits  = 15
)

// decoder decodes a canonical Huffman code: codes of up to fastBits by a table, longer ones by counting.
type decoder struct {
	fast   [1 << fastBits]uint16 // symbol<<4 | length, 0 for longer codes
	count  [maxBits + 1]uint16   // codes of each length
	symbol [288]uint16           // symbols in the order of their codes
	min    int                   // shortest length
}

// init reports whether the lengths make a complete code, or a single code of one bit.
func (d *decoder) init(lengths []uint8) bool {
	d.count = [maxBits + 1]uint16{}
	for _, n := range lengths {
		d.count[n]++
	}
	d.count[0] = 0
	d.min = 0
	left, total := 1, 0
	var next, first [maxBits + 2]int
	code := 0
	for n := 1; n <= maxBits; n++ {
		c := int(d.count[n])
		if c > 0 && d.min == 0 {
			d.min = n
		}
		left = left<<1 - c
		if left < 0 {
			return false
		}
		first[n] = total
		next[n] = code
		total += c
		code = (code + c) << 1
	}
	clear(d.fast[:])
	switch {
	case total == 0:
		return true // reading a symbol fails
	case left > 0 && !(total == 1 && d.count[1] == 1):
		return false
	}
	for sym, n := range lengths {
		if n == 0 {
			continue
		}
		d.symbol[first[n]] = uint16(sym)
		first[n]++
		c := next[n]
		next[n]++
		if n <= fastBits {
			for i := int(bits.Reverse16(uint16(c)) >> (16 - n)); i < len(d.fast); i += 1 << n {
				d.fast[i] = uint16(sym)<<4 | uint16(n)
			}
		}
	}
	return true
}

var fixedLit decoder

func init() {
	var n [288]uint8
	for i := range n {
		switch {
		case i < 144:
			n[i] = 8
		case i < 256:
			n[i] = 9
		case i < 280:
			n[i] = 7
		default:
			n[i] = 8
		}
	}
	fixedLit.init(n[:])
}

// States of the reader between calls of step.
type state uint8

const (
	atHeader state = iota
	inStored
	inCodes
	inCopy
)

type inflater struct {
	r      Reader
	own    *bufio.Reader // made here
	offset int64
	acc    uint64 // bits read and not used, the next one lowest
	nacc   uint

	lit, dist       decoder
	useLit, useDist *decoder // useDist nil: fixed codes of five bits

	window     [windowSize]byte
	wpos, rpos int  // [rpos:wpos] is not delivered yet
	full       bool // the window has been filled once

	state     state
	last      bool
	copyLen   int
	copyDist  int
	storedLen int
	err       error
	unread    []byte // delivered to Read piece by piece
}

// NewReader decompresses r. The caller closes the result.
func NewReader(r io.Reader) io.ReadCloser { return NewReaderDict(r, nil) }

// NewReaderDict decompresses r as if dict had been read before.
func NewReaderDict(r io.Reader, dict []byte) io.ReadCloser {
	f := new(inflater)
	f.Reset(r, dict)
	return f
}

func (f *inflater) Reset(r io.Reader, dict []byte) error {
	br, ok := r.(Reader)
	if !ok {
		if f.own == nil {
			f.own = bufio.NewReader(r)
		} else {
			f.own.Reset(r)
		}
		br = f.own
	}
	f.r = br
	f.offset, f.acc, f.nacc = 0, 0, 0
	f.wpos, f.rpos, f.full = 0, 0, false
	f.state, f.last, f.err, f.unread = atHeader, false, nil, nil
	f.copyLen, f.storedLen = 0, 0
	if len(dict) > windowSize {
		dict = dict[len(dict)-windowSize:]
	}
	f.wpos = copy(f.window[:], dict)
	if f.wpos == windowSize {
		f.wpos, f.full = 0, true
	}
	f.rpos = f.wpos
	return nil
}

func (f *inflater) Close() error {
	if f.err == io.EOF {
		return nil
	}
	return f.err
}

func (f *inflater) Read(p []byte) (int, error) {
	for {
		if len(f.unread) > 0 {
			n := copy(p, f.unread)
			f.unread = f.unread[n:]
			if len(f.unread) == 0 {
				return n, f.err
			}
			return n, nil
		}
		if f.err != nil {
			return 0, f.err
		}
		f.step()
		if f.err != nil && len(f.unread) == 0 {
			f.deliver()
		}
	}
}

// deliver hands what was decoded to Read.
func (f *inflater) deliver() {
	f.unread = f.window[f.rpos:f.wpos]
	if f.wpos == windowSize {
		f.wpos, f.full = 0, true
	}
	f.rpos = f.wpos
}

func (f *inflater) corrupt() { f.err = CorruptInputError(f.offset) }

// more reads a byte.
func (f *inflater) more() bool {
	c, err := f.r.ReadByte()
	if err != nil {
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		f.err = err
		return false
	}
	f.offset++
	f.acc |= uint64(c) << f.nacc
	f.nacc += 8
	return true
}

// need makes at least n bits ready.
func (f *inflater) need(n uint) bool {
	for f.nacc < n {
		if !f.more() {
			return false
		}
	}
	return true
}

func (f *inflater) take(n uint) int {
	v := int(f.acc & (1<<n - 1))
	f.acc >>= n
	f.nacc -= n
	return v
}

// symbolOf decodes one symbol, reading no byte that the code does not need; -1 after an error.
func (f *inflater) symbolOf(d *decoder) int {
	if d.min == 0 {
		f.corrupt()
		return -1
	}
	for {
		if e := d.fast[f.acc&(1<<fastBits-1)]; e != 0 && uint(e&15) <= f.nacc {
			f.acc >>= e & 15
			f.nacc -= uint(e & 15)
			return int(e >> 4)
		}
		if f.nacc > fastBits || int(f.nacc) >= d.min {
			if s, ok := f.slow(d); ok {
				return s
			}
			if f.nacc >= maxBits {
				f.corrupt()
				return -1
			}
		}
		if !f.more() {
			return -1
		}
	}
}

// slow walks through the lengths; ok is false if the bits do not make a whole code.
func (f *inflater) slow(d *decoder) (sym int, ok bool) {
	code, first, index := 0, 0, 0
	acc := f.acc
	for n := uint(1); n <= maxBits && n <= f.nacc; n++ {
		code |= int(acc & 1)
		acc >>= 1
		c := int(d.count[n])
		if code-c < first {
			f.acc = acc
			f.nacc -= n
			return int(d.symbol[index+code-first]), true
		}
		index += c
		first = (first + c) << 1
		code <<= 1
	}
	return 0, false
}

// step decodes until there is something to deliver or an error.
func (f *inflater) step() {
	switch f.state {
	case atHeader:
		f.header()
	case inStored:
		f.stored()
	case inCodes, inCopy:
		f.codes()
	}
}

// endBlock is at the end of a block. A piece may wait for Read already.
func (f *inflater) endBlock() {
	f.state = atHeader
	if f.last {
		if len(f.unread) == 0 {
			f.deliver()
		}
		f.err = io.EOF
	}
}

func (f *inflater) header() {
	if !f.need(3) {
		return
	}
	f.last = f.take(1) == 1
	switch f.take(2) {
	case 0:
		f.acc >>= f.nacc & 7
		f.nacc &^= 7
		if !f.need(32) {
			return
		}
		n, inverse := f.take(16), f.take(16)
		if n != ^inverse&0xffff {
			f.corrupt()
			return
		}
		f.storedLen = n
		f.state = inStored
		if n == 0 {
			f.deliver()
			f.endBlock()
		}
	case 1:
		f.useLit, f.useDist = &fixedLit, nil
		f.state = inCodes
	case 2:
		if f.readCodes() {
			f.useLit, f.useDist = &f.lit, &f.dist
			f.state = inCodes
		}
	default:
		f.corrupt()
	}
}

func (f *inflater) readCodes() bool {
	if !f.need(14) {
		return false
	}
	nlit, ndist, nlen := f.take(5)+257, f.take(5)+1, f.take(4)+4
	if nlit > maxLit || ndist > maxDist {
		f.corrupt()
		return false
	}
	var lengths [maxLit + maxDist]uint8
	for _, at := range order[:nlen] {
		if !f.need(3) {
			return false
		}
		lengths[at] = uint8(f.take(3))
	}
	if !f.lit.init(lengths[:19]) {
		f.corrupt()
		return false
	}
	clear(lengths[:19])
	for i := 0; i < nlit+ndist; {
		sym := f.symbolOf(&f.lit)
		if sym < 0 {
			return false
		}
		if sym < 16 {
			lengths[i] = uint8(sym)
			i++
			continue
		}
		rep, n, b := 3, uint(2), uint8(0)
		switch sym {
		case 16:
			if i == 0 {
				f.corrupt()
				return false
			}
			b = lengths[i-1]
		case 17:
			n = 3
		case 18:
			rep, n = 11, 7
		}
		if !f.need(n) {
			return false
		}
		rep += f.take(n)
		if i+rep > nlit+ndist {
			f.corrupt()
			return false
		}
		for range rep {
			lengths[i] = b
			i++
		}
	}
	if !f.lit.init(lengths[:nlit]) || !f.dist.init(lengths[nlit:nlit+ndist]) {
		f.corrupt()
		return false
	}
	return true
}

func (f *inflater) stored() {
	// Whole bytes may wait in the accumulator.
	for f.nacc >= 8 && f.storedLen > 0 && f.wpos < windowSize {
		f.window[f.wpos] = byte(f.take(8))
		f.wpos++
		f.storedLen--
	}
	n, err := io.ReadFull(f.r, f.window[f.wpos:min(windowSize, f.wpos+f.storedLen)])
	f.offset += int64(n)
	f.wpos += n
	f.storedLen -= n
	if err != nil {
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		f.err = err
		return
	}
	if f.wpos == windowSize {
		f.deliver()
	}
	if f.storedLen == 0 {
		f.endBlock()
	}
}

func (f *inflater) codes() {
	for {
		if f.state == inCopy {
			f.copy()
			if f.copyLen > 0 || f.wpos == windowSize {
				f.deliver()
				return
			}
		}
		sym := f.symbolOf(f.useLit)
		switch {
		case sym < 0:
			return
		case sym < endOfBlock:
			f.window[f.wpos] = byte(sym)
			if f.wpos++; f.wpos == windowSize {
				f.deliver()
				return
			}
			continue
		case sym == endOfBlock:
			f.endBlock()
			return
		case sym >= maxLit:
			f.corrupt()
			return
		}
		sym -= 257
		n := uint(lengthBits[sym])
		if !f.need(n) {
			return
		}
		length := int(lengthBase[sym]) + f.take(n)
		if f.useDist == nil {
			if !f.need(5) {
				return
			}
			sym = int(bits.Reverse8(uint8(f.take(5))) >> 3)
		} else if sym = f.symbolOf(f.useDist); sym < 0 {
			return
		}
		if sym >= maxDist {
			f.corrupt()
			return
		}
		n = uint(distBits[sym])
		if !f.need(n) {
			return
		}
		dist := int(distBase[sym]) + f.take(n)
		if dist > f.wpos && !f.full {
			f.corrupt()
			return
		}
		f.copyLen, f.copyDist, f.state = length, dist, inCopy
	}
}

// copy repeats what was written before, as far as the window goes.
func (f *inflater) copy() {
	n := min(f.copyLen, windowSize-f.wpos)
	f.copyLen -= n
	from, to, end := f.wpos-f.copyDist, f.wpos, f.wpos+n
	if from < 0 { // the source begins at the end of the window
		to += copy(f.window[to:end], f.window[from+windowSize:])
		from = 0
	}
	for to < end { // a source that overlaps grows with each copy
		to += copy(f.window[to:end], f.window[from:to])
	}
	f.wpos = end
	if f.copyLen == 0 {
		f.state = inCodes
	}
}
