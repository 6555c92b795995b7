package flate

// The block writer: chooses the shortest form of a block and writes its bits.

import (
	"encoding/binary"
	"io"
	"math/bits"
	"slices"
)

// token is a literal, or matchFlag | (length-3)<<16 | distance-1.
type token uint32

const matchFlag token = 1 << 31

func match(length, dist int) token { return matchFlag | token(length-3)<<16 | token(dist-1) }

// lengthCode maps a length - 3 to its code - 257.
var lengthCode = func() (t [256]uint8) {
	for i, base := range lengthBase {
		for j := int(base) - 3; j < len(t); j++ {
			t[j] = uint8(i)
		}
	}
	return t
}()

// distCode is the code of a distance - 1.
func distCode(d uint32) int {
	if d < 4 {
		return int(d)
	}
	n := bits.Len32(d) - 1
	return 2*n + int(d>>(n-1)&1)
}

type code struct {
	bits uint16 // the first bit of the code is the lowest
	len  uint8
}

type blockWriter struct {
	w        io.Writer
	err      error
	acc      uint64
	nacc     uint
	buf      []byte
	litFreq  [maxLit]uint32
	distFreq [maxDist]uint32
	lit      [288]code
	dist     [32]code
}

var (
	fixedCodes = func() (c [288]code) {
		var n [288]uint8
		for i := range n {
			n[i] = 8 - uint8(i>>8&1) // 256 and above: 7
			if i >= 280 {
				n[i] = 8
			} else if i >= 144 && i < 256 {
				n[i] = 9
			}
		}
		assign(n[:], c[:])
		return c
	}()
	fixedDist = func() (c [32]code) {
		for i := range c {
			c[i] = code{uint16(bits.Reverse8(uint8(i)) >> 3), 5}
		}
		return c
	}()
)

func (b *blockWriter) reset(w io.Writer) {
	b.w, b.err, b.acc, b.nacc = w, nil, 0, 0
	b.buf = b.buf[:0]
}

func (b *blockWriter) put(v uint64, n uint) {
	b.acc |= v << b.nacc
	if b.nacc += n; b.nacc >= 32 {
		b.buf = binary.LittleEndian.AppendUint32(b.buf, uint32(b.acc))
		b.acc >>= 32
		b.nacc -= 32
	}
}

// align fills up to a whole byte.
func (b *blockWriter) align() {
	for n := b.nacc; n > 0; n = max(n, 8) - 8 {
		b.buf = append(b.buf, byte(b.acc))
		b.acc >>= 8
	}
	b.acc, b.nacc = 0, 0
}

// send writes the whole bytes that are ready.
func (b *blockWriter) send() {
	if b.err == nil && len(b.buf) > 0 {
		_, b.err = b.w.Write(b.buf)
	}
	b.buf = b.buf[:0]
}

// flush writes all bits.
func (b *blockWriter) flush() error {
	b.align()
	b.send()
	return b.err
}

func (b *blockWriter) stored(raw []byte) {
	b.put(0, 3)
	b.align()
	n := uint16(len(raw))
	b.buf = binary.LittleEndian.AppendUint16(b.buf, n)
	b.buf = binary.LittleEndian.AppendUint16(b.buf, ^n)
	b.buf = append(b.buf, raw...)
	b.send()
}

// end writes the empty block that ends the data.
func (b *blockWriter) end() {
	b.put(1|1<<1, 3)
	b.put(0, 7)
}

// write writes a block of tokens, which stand for raw.
func (b *blockWriter) write(tokens []token, raw []byte) {
	clear(b.litFreq[:])
	clear(b.distFreq[:])
	extra := 0
	for _, t := range tokens {
		if t < matchFlag {
			b.litFreq[t]++
			continue
		}
		l, d := lengthCode[t>>16&255], distCode(uint32(t&0xffff))
		b.litFreq[257+int(l)]++
		b.distFreq[d]++
		extra += int(lengthBits[l]) + int(distBits[d])
	}
	b.litFreq[endOfBlock]++

	var litLen [maxLit]uint8
	var distLen [maxDist]uint8
	huffman(b.litFreq[:], litLen[:], maxBits)
	huffman(b.distFreq[:], distLen[:], maxBits)
	nlit, ndist := maxLit, maxDist
	for nlit > 257 && litLen[nlit-1] == 0 {
		nlit--
	}
	for ndist > 1 && distLen[ndist-1] == 0 {
		ndist--
	}
	h := pack(litLen[:nlit], distLen[:ndist])

	fixed, dynamic := 3+extra, 3+extra+h.size
	for i, f := range b.litFreq {
		fixed += int(f) * int(fixedCodes[i].len)
		dynamic += int(f) * int(litLen[i])
	}
	for i, f := range b.distFreq {
		fixed += int(f) * 5
		dynamic += int(f) * int(distLen[i])
	}
	switch best := min(fixed, dynamic); {
	case len(raw) <= maxStored && (len(raw)+4)*8+3 < best:
		b.stored(raw)
		return
	case best == fixed:
		b.put(1<<1, 3)
		b.tokens(tokens, &fixedCodes, &fixedDist)
	default:
		b.put(2<<1, 3)
		b.put(uint64(nlit-257), 5)
		b.put(uint64(ndist-1), 5)
		b.put(uint64(h.n-4), 4)
		for _, i := range order[:h.n] {
			b.put(uint64(h.codes[i].len), 3)
		}
		for _, s := range h.syms {
			c := h.codes[s.sym]
			b.put(uint64(c.bits), uint(c.len))
			b.put(uint64(s.extra), uint(packBits[s.sym]))
		}
		assign(litLen[:], b.lit[:])
		assign(distLen[:], b.dist[:])
		b.tokens(tokens, &b.lit, &b.dist)
	}
	b.send()
}

func (b *blockWriter) tokens(tokens []token, lit *[288]code, dist *[32]code) {
	for _, t := range tokens {
		if t < matchFlag {
			c := lit[t]
			b.put(uint64(c.bits), uint(c.len))
			continue
		}
		length, d := uint64(t>>16&255), uint32(t&0xffff)
		l := lengthCode[length]
		c := lit[257+int(l)]
		b.put(uint64(c.bits)|(length-uint64(lengthBase[l]-3))<<c.len, uint(c.len+lengthBits[l]))
		dc := distCode(d)
		c = dist[dc]
		b.put(uint64(c.bits), uint(c.len))
		b.put(uint64(d-(distBase[dc]-1)), uint(distBits[dc]))
	}
	c := lit[endOfBlock]
	b.put(uint64(c.bits), uint(c.len))
}

// packed is the list of code lengths with its repetitions packed, and the code for that.
type packed struct {
	syms  []packSym
	codes [19]code
	n     int // lengths to write, in the order of 'order'
	size  int // bits of all that
}

type packSym struct{ sym, extra uint8 }

var packBits = [19]uint8{16: 2, 17: 3, 18: 7}

func pack(lit, dist []uint8) (h packed) {
	all := slices.Concat(lit, dist)
	var freq [19]uint32
	add := func(sym, extra int) {
		h.syms = append(h.syms, packSym{uint8(sym), uint8(extra)})
		freq[sym]++
	}
	for i := 0; i < len(all); {
		v, n := all[i], 1
		for i+n < len(all) && all[i+n] == v {
			n++
		}
		i += n
		if v != 0 {
			add(int(v), 0)
			n--
		}
		for n > 0 {
			k := 0
			switch {
			case v == 0 && n >= 11:
				k = min(n, 138)
				add(18, k-11)
			case v == 0 && n >= 3:
				k = n
				add(17, k-3)
			case v != 0 && n >= 3:
				k = min(n, 6)
				add(16, k-3)
			default:
				k = 1
				add(int(v), 0)
			}
			n -= k
		}
	}
	var lens [19]uint8
	huffman(freq[:], lens[:], 7)
	assign(lens[:], h.codes[:])
	for h.n = 19; h.n > 4 && lens[order[h.n-1]] == 0; h.n-- {
	}
	h.size = 14 + 3*h.n
	for i, f := range freq {
		h.size += int(f) * int(lens[i]+packBits[i])
	}
	return h
}

// assign gives canonical codes to lengths.
func assign(lens []uint8, codes []code) {
	var count, next [maxBits + 2]uint16
	for _, n := range lens {
		count[n]++
	}
	count[0] = 0
	for n := 1; n <= maxBits; n++ {
		next[n+1] = (next[n] + count[n]) << 1
	}
	for i, n := range lens {
		codes[i] = code{len: n}
		if n > 0 {
			codes[i].bits = bits.Reverse16(next[n]) >> (16 - n)
			next[n]++
		}
	}
}

// huffman computes the lengths of a Huffman code of at most limit bits. There are always two codes at least, as some decoders want.
func huffman(freq []uint32, lens []uint8, limit int) {
	type leaf struct {
		freq uint32
		sym  int
	}
	var buf [maxLit]leaf
	leaves := buf[:0]
	for i, f := range freq {
		lens[i] = 0
		if f > 0 {
			leaves = append(leaves, leaf{f, i})
		}
	}
	for i := 0; len(leaves) < 2; i++ {
		if freq[i] == 0 {
			leaves = append(leaves, leaf{1, i})
		}
	}
	slices.SortFunc(leaves, func(a, b leaf) int {
		if a.freq != b.freq {
			if a.freq < b.freq {
				return -1
			}
			return 1
		}
		return a.sym - b.sym
	})
	// Join the two lightest trees again and again: inner nodes come out in order of weight.
	n := len(leaves)
	var weight, parent [2 * maxLit]uint32
	for i, l := range leaves {
		weight[i] = l.freq
	}
	nextLeaf, nextInner := 0, n
	for inner := n; inner < 2*n-1; inner++ {
		for range 2 {
			if nextLeaf < n && (nextInner == inner || weight[nextLeaf] <= weight[nextInner]) {
				weight[inner] += weight[nextLeaf]
				parent[nextLeaf] = uint32(inner)
				nextLeaf++
			} else {
				weight[inner] += weight[nextInner]
				parent[nextInner] = uint32(inner)
				nextInner++
			}
		}
	}
	// Depths from the root down; count the leaves of each.
	var depth [2 * maxLit]uint8
	var count [64]int
	for i := 2*n - 3; i >= 0; i-- {
		depth[i] = depth[parent[i]] + 1
		if i < n {
			count[min(int(depth[i]), limit)]++
		}
	}
	// Leaves that were too deep make the code too large: move others down until it fits.
	total := 0
	for d := 1; d <= limit; d++ {
		total += count[d] << (limit - d)
	}
	for ; total > 1<<limit; total-- {
		count[limit]--
		for d := limit - 1; d > 0; d-- {
			if count[d] > 0 {
				count[d]--
				count[d+1] += 2
				break
			}
		}
	}
	i := 0
	for d := limit; d > 0; d-- {
		for range count[d] {
			lens[leaves[i].sym] = uint8(d)
			i++
		}
	}
}
