// Package bzip2 decompresses bzip2 files.
package bzip2

import (
	"bufio"
	"io"
)

// StructuralError says what is wrong with the data.
type StructuralError string

func (s StructuralError) Error() string { return "bzip2 data invalid: " + string(s) }

const (
	blockMagic = 0x314159265359
	endMagic   = 0x177245385090
	groupSize  = 50 // symbols coded with one tree
	maxLen     = 20 // bits of a code
)

// bitReader reads the highest bit of a byte first. It keeps the first error and gives zeros after it.
type bitReader struct {
	r   io.ByteReader
	acc uint64
	n   uint
	err error
}

func (b *bitReader) bits(n uint) int {
	for b.n < n {
		c, err := b.r.ReadByte()
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			b.err = err
			return 0
		}
		b.acc = b.acc<<8 | uint64(c)
		b.n += 8
	}
	b.n -= n
	return int(b.acc >> b.n & (1<<n - 1))
}

func (b *bitReader) bits48() uint64 { return uint64(b.bits(24))<<24 | uint64(b.bits(24)) }
func (b *bitReader) bits32() uint32 { return uint32(b.bits(16))<<16 | uint32(b.bits(16)) }

type reader struct {
	br      bitReader
	begun   bool
	done    bool
	size    int // of a block at most
	fileCRC uint32
	want    uint32 // checksum of the block
	crc     uint32

	tt      []uint32 // the bytes of a block, and above them the way to go
	at      uint32   // where in tt
	left    int      // bytes of tt to go
	last    int      // the byte before, -1 at the beginning
	repeats int      // how often it came
	pending int      // how often it still comes
}

// NewReader decompresses r. It reads too far unless r is an io.ByteReader.
func NewReader(r io.Reader) io.Reader {
	br, ok := r.(io.ByteReader)
	if !ok {
		br = bufio.NewReader(r)
	}
	return &reader{br: bitReader{r: br}}
}

func (z *reader) Read(buf []byte) (int, error) {
	if z.br.err != nil {
		return 0, z.br.err
	}
	if z.done {
		return 0, io.EOF
	}
	n, err := z.read(buf)
	if z.br.err != nil {
		err = z.br.err
	}
	if err != nil {
		if err != io.EOF {
			z.br.err = err
		}
		return n, err
	}
	return n, nil
}

func (z *reader) read(buf []byte) (int, error) {
	if len(buf) == 0 {
		return 0, nil
	}
	if !z.begun {
		if err := z.header(true); err != nil {
			return 0, err
		}
		z.begun = true
	}
	for {
		if n := z.emit(buf); n > 0 {
			return n, nil
		}
		if z.tt != nil {
			z.crc = ^z.crc
			if z.crc != z.want {
				return 0, StructuralError("block checksum mismatch")
			}
			z.fileCRC = (z.fileCRC<<1 | z.fileCRC>>31) ^ z.crc
			z.tt = z.tt[:0]
		}
		switch z.br.bits48() {
		case blockMagic:
			if z.br.err != nil {
				return 0, z.br.err
			}
			if err := z.block(); err != nil {
				return 0, err
			}
		case endMagic:
			want := z.br.bits32()
			if z.br.err != nil {
				return 0, z.br.err
			}
			if want != z.fileCRC {
				return 0, StructuralError("file checksum mismatch")
			}
			// Bits up to the byte are padding; another file may follow.
			z.br.n -= z.br.n % 8
			if z.br.n == 0 {
				c, err := z.br.r.ReadByte()
				if err == io.EOF {
					z.done = true
					return 0, io.EOF
				}
				if err != nil {
					return 0, err
				}
				z.br.acc, z.br.n = uint64(c), 8
			}
			if err := z.header(false); err != nil {
				return 0, err
			}
			z.tt = nil
		default:
			if z.br.err != nil {
				return 0, z.br.err
			}
			return 0, StructuralError("bad magic value found")
		}
	}
}

// header reads "BZh9".
func (z *reader) header(first bool) error {
	magic := z.br.bits(16)
	if z.br.err != nil {
		return z.br.err
	}
	if magic != 'B'<<8|'Z' {
		if first {
			return StructuralError("bad magic value")
		}
		return StructuralError("bad magic value in continuation file")
	}
	if z.br.bits(8) != 'h' {
		return StructuralError("non-Huffman entropy encoding")
	}
	level := z.br.bits(8)
	if level < '1' || level > '9' {
		return StructuralError("invalid compression level")
	}
	z.size = 100 * 1000 * (level - '0')
	z.fileCRC = 0
	return nil
}

// emit undoes the transformation and the run lengths: four equal bytes are followed by a number of further ones.
func (z *reader) emit(buf []byte) (n int) {
	for n < len(buf) {
		if z.pending > 0 {
			buf[n] = byte(z.last)
			n++
			z.pending--
			if z.pending == 0 {
				z.last, z.repeats = -1, 0
			}
			continue
		}
		if z.left == 0 {
			break
		}
		z.left--
		z.at = z.tt[z.at]
		c := int(z.at & 0xff)
		z.at >>= 8
		if z.repeats == 4 {
			if z.pending = c; c == 0 {
				z.last, z.repeats = -1, 0
			}
			continue
		}
		if c == z.last {
			z.repeats++
		} else {
			z.last, z.repeats = c, 1
		}
		buf[n] = byte(c)
		n++
	}
	for _, c := range buf[:n] {
		z.crc = z.crc<<8 ^ crcTable[byte(z.crc>>24)^c]
	}
	return n
}

var crcTable = func() (t [256]uint32) {
	for i := range t {
		c := uint32(i) << 24
		for range 8 {
			c = c<<1 ^ c>>31*0x04c11db7
		}
		t[i] = c
	}
	return t
}()

// tree decodes one of the codes of a block.
type tree struct {
	limit  [maxLen + 2]int // the first code that is too large for a length
	offset [maxLen + 2]int // from a code to its place in symbols
	sorted []uint16
}

func newTree(lengths []uint8) (*tree, error) {
	t := new(tree)
	code := 0
	for n := 1; n <= maxLen; n++ {
		t.offset[n] = len(t.sorted) - code
		for sym, l := range lengths {
			if int(l) == n {
				t.sorted = append(t.sorted, uint16(sym))
				code++
			}
		}
		t.limit[n] = code
		code <<= 1
	}
	if len(t.sorted) == 0 {
		return nil, StructuralError("empty Huffman tree")
	}
	return t, nil
}

func (t *tree) decode(br *bitReader) (int, error) {
	code := 0
	for n := 1; n <= maxLen; n++ {
		code = code<<1 | br.bits(1)
		if br.err != nil {
			return 0, br.err
		}
		if code < t.limit[n] {
			if i := code + t.offset[n]; i >= 0 && i < len(t.sorted) {
				return int(t.sorted[i]), nil
			}
			break
		}
	}
	return 0, StructuralError("invalid Huffman code")
}

// block reads a block up to the transformation.
func (z *reader) block() error {
	br := &z.br
	z.want = br.bits32()
	if br.bits(1) != 0 {
		return StructuralError("deprecated randomized files")
	}
	origin := br.bits(24)

	// Which bytes occur: a bit for each sixteen, then one for each.
	var front []byte
	used := br.bits(16)
	for i := range 16 {
		if used<<i&0x8000 == 0 {
			continue
		}
		part := br.bits(16)
		for j := range 16 {
			if part<<j&0x8000 != 0 {
				front = append(front, byte(16*i+j))
			}
		}
	}
	if br.err != nil {
		return br.err
	}
	if len(front) == 0 {
		return StructuralError("no symbols in input")
	}
	nsym := len(front) + 2
	ntree := br.bits(3)
	if ntree < 2 || ntree > 6 {
		return StructuralError("invalid number of Huffman trees")
	}
	nsel := br.bits(15)
	selectors := make([]uint8, nsel)
	order := []uint8{0, 1, 2, 3, 4, 5}[:ntree]
	for i := range selectors {
		k := 0
		for br.bits(1) == 1 {
			k++
		}
		if br.err != nil {
			return br.err
		}
		if k >= ntree {
			return StructuralError("tree index too large")
		}
		x := order[k]
		copy(order[1:], order[:k])
		order[0] = x
		selectors[i] = x
	}
	trees := make([]*tree, ntree)
	for i := range trees {
		lengths := make([]uint8, nsym)
		n := br.bits(5)
		for j := range lengths {
			for {
				if n < 1 || n > maxLen {
					if br.err != nil {
						return br.err
					}
					return StructuralError("Huffman length out of range")
				}
				if br.bits(1) == 0 {
					break
				}
				n += 1 - 2*br.bits(1)
			}
			lengths[j] = uint8(n)
		}
		if br.err != nil {
			return br.err
		}
		var err error
		if trees[i], err = newTree(lengths); err != nil {
			return err
		}
	}
	if nsel == 0 {
		return StructuralError("no tree selectors given")
	}
	if err := z.symbols(front, trees, selectors); err != nil {
		return err
	}
	if origin >= len(z.tt) {
		return StructuralError("origPtr out of bounds")
	}
	z.untangle(origin)
	return nil
}

// symbols undoes the move-to-front coding with its runs of the front byte.
func (z *reader) symbols(front []byte, trees []*tree, selectors []uint8) error {
	if cap(z.tt) < z.size {
		z.tt = make([]uint32, 0, z.size)
	}
	z.tt = z.tt[:0]
	end := len(front) + 1
	run, weight := 0, 1 // digits of a number in base 2 with the digits 1 and 2
	for i := 0; ; i++ {
		if i/groupSize >= len(selectors) {
			return StructuralError("insufficient selector indices for number of symbols")
		}
		s, err := trees[selectors[i/groupSize]].decode(&z.br)
		if err != nil {
			return err
		}
		if s < 2 {
			if weight > 2<<20 {
				return StructuralError("repeat count too large")
			}
			run += weight << s
			weight <<= 1
			continue
		}
		if run > 0 {
			if len(z.tt)+run > z.size {
				return StructuralError("repeats past end of block")
			}
			for range run {
				z.tt = append(z.tt, uint32(front[0]))
			}
			run, weight = 0, 1
		}
		if s == end {
			return nil
		}
		if len(z.tt) >= z.size {
			return StructuralError("data exceeds block size")
		}
		c := front[s-1]
		copy(front[1:], front[:s-1])
		front[0] = c
		z.tt = append(z.tt, uint32(c))
	}
}

// untangle undoes the Burrows-Wheeler transformation: above each byte stands where the next one is.
func (z *reader) untangle(origin int) {
	var next [256]int
	for _, c := range z.tt {
		next[c]++
	}
	sum := 0
	for c := range next {
		sum, next[c] = sum+next[c], sum
	}
	for i := range z.tt {
		c := z.tt[i] & 0xff
		z.tt[next[c]] |= uint32(i) << 8
		next[c]++
	}
	z.at = z.tt[origin] >> 8
	z.left = len(z.tt)
	z.last, z.repeats, z.pending = -1, 0, 0
	z.crc = 0xffffffff
}
