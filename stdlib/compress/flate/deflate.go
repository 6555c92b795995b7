package flate

// The compressor: finds repetitions by chains of hashes and gathers tokens for the block writer.

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// Levels of compression.
const (
	NoCompression      = 0
	BestSpeed          = 1
	BestCompression    = 9
	DefaultCompression = -1
	HuffmanOnly        = -2 // entropy coding without a search for repetitions
)

const (
	hashBits  = 15
	minMatch  = 4
	maxMatch  = 258
	bufSize   = 5 * windowSize
	maxTokens = 1 << 14
	maxStored = 1<<16 - 1
)

// effort tells how hard a level searches.
type effort struct {
	good  int // a match this long before makes the search shorter
	lazy  int // a match shorter than this waits for a better one at the next byte; 0 never waits
	nice  int // a match this long ends the search
	chain int // candidates that are tried
}

var efforts = [10]effort{
	{}, {4, 0, 8, 4}, {4, 0, 16, 8}, {4, 0, 32, 32},
	{4, 4, 16, 16}, {8, 16, 32, 32}, {8, 16, 128, 128}, {8, 32, 128, 256}, {32, 128, 258, 1024}, {32, 258, 258, 4096},
}

// Writer compresses what is written to it.
type Writer struct {
	out    blockWriter
	level  int
	effort effort
	dict   []byte

	buf    []byte // window and what follows
	pos    int    // the next byte to look at
	start  int    // where the block begins
	base   uint32 // position of buf[0] in the whole input, plus one
	head   []uint32
	prev   []uint32 // by position modulo the window: the place before with the same hash
	tokens []token

	waiting bool // the byte before pos has no token yet; its match is length, dist
	length  int
	dist    int
	err     error
}

// NewWriter compresses for w with a level from -2 to 9.
func NewWriter(w io.Writer, level int) (*Writer, error) {
	if level < HuffmanOnly || level > BestCompression {
		return nil, fmt.Errorf("flate: invalid compression level %d: want value in range [-2, 9]", level)
	}
	if level == DefaultCompression {
		level = 6
	}
	c := &Writer{level: level, buf: make([]byte, 0, bufSize)}
	if level > 0 {
		c.effort = efforts[level]
		c.head = make([]uint32, 1<<hashBits)
		c.prev = make([]uint32, windowSize)
	}
	c.Reset(w)
	return c, nil
}

// NewWriterDict compresses as if dict had been written before; the reader has to know it too.
func NewWriterDict(w io.Writer, level int, dict []byte) (*Writer, error) {
	c, err := NewWriter(w, level)
	if err != nil {
		return nil, err
	}
	c.dict = append([]byte(nil), dict...)
	c.Reset(w)
	return c, nil
}

// Reset forgets everything and writes to w from now on, with the same level and dictionary.
func (c *Writer) Reset(w io.Writer) {
	c.out.reset(w)
	c.buf = c.buf[:0]
	c.pos, c.start, c.base = 0, 0, 1
	c.tokens = c.tokens[:0]
	c.waiting, c.err = false, nil
	clear(c.head)
	d := c.dict
	if len(d) > windowSize {
		d = d[len(d)-windowSize:]
	}
	c.buf = append(c.buf, d...)
	if c.level > 0 {
		for ; c.pos+minMatch <= len(c.buf); c.pos++ {
			c.enter(c.pos)
		}
	}
	c.pos, c.start = len(d), len(d)
}

var errWriterClosed = errors.New("flate: closed writer")

// Write compresses data. It may reach the writer below with Flush or Close only.
func (c *Writer) Write(data []byte) (n int, err error) {
	if c.err != nil {
		return 0, c.err
	}
	for len(data) > 0 {
		if len(c.buf) == cap(c.buf) {
			c.slide()
		}
		k := min(len(data), cap(c.buf)-len(c.buf))
		c.buf = append(c.buf, data[:k]...)
		data = data[k:]
		n += k
		c.run(false)
		if c.err = c.out.err; c.err != nil {
			return n, c.err
		}
	}
	return n, nil
}

// Flush writes everything, so that a reader can decompress all that was written.
func (c *Writer) Flush() error {
	if c.err != nil {
		return c.err
	}
	c.run(true)
	c.block()
	c.out.stored(nil)
	c.err = c.out.flush()
	return c.err
}

// Close writes everything and the end mark. It does not close the writer below.
func (c *Writer) Close() error {
	if c.err == errWriterClosed {
		return nil
	}
	if c.err != nil {
		return c.err
	}
	c.run(true)
	c.block()
	c.out.end()
	if c.err = c.out.flush(); c.err != nil {
		return c.err
	}
	c.err = errWriterClosed
	return nil
}

// slide drops what is neither in the window nor in the block.
func (c *Writer) slide() {
	drop := min(c.start, c.pos-windowSize) &^ (windowSize - 1)
	c.buf = c.buf[:copy(c.buf, c.buf[drop:])]
	c.pos -= drop
	c.start -= drop
	if c.base += uint32(drop); c.base > 1<<30 { // long before positions overflow
		clear(c.head)
		clear(c.prev)
		c.base = 1
	}
}

// block writes the tokens gathered.
func (c *Writer) block() {
	if raw := c.buf[c.start:c.pos]; c.level == 0 {
		if len(raw) > 0 {
			c.out.stored(raw)
		}
	} else if len(c.tokens) > 0 {
		c.out.write(c.tokens, raw)
	}
	c.tokens = c.tokens[:0]
	c.start = c.pos
}

// run looks at the bytes in the buffer. Without all it leaves as many as a match may need.
func (c *Writer) run(all bool) {
	switch {
	case c.level == 0:
		for len(c.buf)-c.pos >= maxStored || all && c.pos < len(c.buf) {
			c.pos += min(maxStored, len(c.buf)-c.pos)
			c.block()
		}
	case c.level == HuffmanOnly:
		for c.pos < len(c.buf) {
			c.token(token(c.buf[c.pos]))
			c.pos++
			c.check()
		}
	case c.effort.lazy == 0:
		c.greedy(all)
	default:
		c.lazy(all)
	}
}

// check ends the block when it is large. No byte waits then.
func (c *Writer) check() {
	if len(c.tokens) >= maxTokens || c.pos-c.start > maxStored-maxMatch {
		c.block()
	}
}

func (c *Writer) token(t token) { c.tokens = append(c.tokens, t) }

func (c *Writer) greedy(all bool) {
	for c.pos < len(c.buf) && (all || len(c.buf)-c.pos >= maxMatch+minMatch) {
		n, dist := 0, 0
		if c.pos+minMatch <= len(c.buf) {
			n, dist = c.find(c.enter(c.pos), minMatch-1, c.effort.chain)
		}
		if n == 0 {
			c.token(token(c.buf[c.pos]))
			c.pos++
		} else {
			c.token(match(n, dist))
			c.skip(n - 1)
			c.pos++
		}
		c.check()
	}
}

// skip enters the next n positions after pos and goes there.
func (c *Writer) skip(n int) {
	for range n {
		c.pos++
		if c.pos+minMatch <= len(c.buf) {
			c.enter(c.pos)
		}
	}
}

func (c *Writer) lazy(all bool) {
	for c.pos < len(c.buf) && (all || len(c.buf)-c.pos >= maxMatch+minMatch) {
		n, dist := 0, 0
		before := 0
		if c.waiting {
			before = c.length
		}
		if c.pos+minMatch <= len(c.buf) {
			cand := c.enter(c.pos)
			if before < c.effort.lazy {
				chain := c.effort.chain
				if before >= c.effort.good {
					chain >>= 2
				}
				n, dist = c.find(cand, max(before, minMatch-1), chain)
			}
		}
		switch {
		case before > 0 && n == 0: // nothing better: take the match at the byte before
			c.token(match(before, c.dist))
			c.skip(before - 2)
			c.pos++
			c.waiting = false
			c.check()
			continue
		case c.waiting:
			c.token(token(c.buf[c.pos-1]))
			c.waiting = false
			c.check2()
		}
		c.waiting, c.length, c.dist = true, n, dist
		c.pos++
	}
	if all && c.waiting {
		// The last byte never begins a match.
		c.token(token(c.buf[c.pos-1]))
		c.waiting = false
	}
}

// check2 is check when the token of the byte before pos was the last one.
func (c *Writer) check2() {
	if len(c.tokens) >= maxTokens || c.pos-c.start > maxStored-2*maxMatch {
		c.block()
	}
}

// enter puts a position in the tables and returns the newest one before with the same hash.
func (c *Writer) enter(at int) uint32 {
	h := binary.LittleEndian.Uint32(c.buf[at:]) * 0x9e3779b1 >> (32 - hashBits)
	p := c.base + uint32(at)
	old := c.head[h]
	c.prev[p%windowSize] = old
	c.head[h] = p
	return old
}

// find returns the longest match at pos that is longer than 'longer', or 0.
func (c *Writer) find(cand uint32, longer, chain int) (length, dist int) {
	s := c.buf[c.pos:]
	limit := min(len(s), maxMatch)
	if longer >= limit {
		return 0, 0
	}
	s = s[:limit]
	here := c.base + uint32(c.pos)
	nice := min(c.effort.nice, limit)
	for ; cand >= c.base && here-cand <= windowSize && chain > 0; chain-- {
		t := c.buf[cand-c.base:]
		if t[longer] == s[longer] && t[0] == s[0] {
			n := 0
			for n < limit && t[n] == s[n] {
				n++
			}
			if n > longer {
				longer = n
				length, dist = n, int(here-cand)
				if n >= nice || n == limit {
					break
				}
			}
		}
		next := c.prev[cand%windowSize]
		if next >= cand {
			break
		}
		cand = next
	}
	return length, dist
}
