package rand

import "errors"

// A ChaCha8 is a generator of cryptographic strength, though this package is not meant for secrets.
//
// A refill runs the ChaCha block function with 8 rounds for four counters at once; the words of the four blocks are interleaved, and the
// constants and the counter are not added back. Of every sixteenth batch of 32 numbers the last four become the next key.
type ChaCha8 struct {
	buf     [32]uint64
	key     [4]uint64
	next    uint32 // index in buf
	limit   uint32 // numbers of buf that may be used
	counter uint32

	readBuf [8]byte
	readLen int // bytes at the end of readBuf not yet read
}

const (
	chachaStep = 4  // blocks per refill
	chachaMax  = 16 // counter at which the key changes
	chachaKey  = 4  // numbers that make the key
)

// NewChaCha8 returns a ChaCha8 started from seed.
func NewChaCha8(seed [32]byte) *ChaCha8 {
	c := new(ChaCha8)
	c.Seed(seed)
	return c
}

func get64le(b []byte) (x uint64) {
	for i := 7; i >= 0; i-- {
		x = x<<8 | uint64(b[i])
	}
	return x
}

func put64le(b []byte, x uint64) {
	for i := range 8 {
		b[i] = byte(x >> (8 * uint(i)))
	}
}

// Seed starts the generator over.
func (c *ChaCha8) Seed(seed [32]byte) {
	*c = ChaCha8{}
	for i := range c.key {
		c.key[i] = get64le(seed[8*i:])
	}
	c.fill()
}

// fill makes the numbers for the current counter.
func (c *ChaCha8) fill() {
	var word [16][4]uint32
	for lane := range 4 {
		var b [16]uint32
		b[0], b[1], b[2], b[3] = 0x61707865, 0x3320646E, 0x79622D32, 0x6B206574
		for i, k := range c.key {
			b[4+2*i], b[5+2*i] = uint32(k), uint32(k>>32)
		}
		b[12] = c.counter + uint32(lane)
		start := b
		for range 4 {
			quarter(&b, 0, 4, 8, 12)
			quarter(&b, 1, 5, 9, 13)
			quarter(&b, 2, 6, 10, 14)
			quarter(&b, 3, 7, 11, 15)
			quarter(&b, 0, 5, 10, 15)
			quarter(&b, 1, 6, 11, 12)
			quarter(&b, 2, 7, 8, 13)
			quarter(&b, 3, 4, 9, 14)
		}
		for i := range b {
			if 4 <= i && i < 12 {
				b[i] += start[i]
			}
			word[i][lane] = b[i]
		}
	}
	for i := range c.buf {
		w := word[i/2]
		c.buf[i] = uint64(w[i%2*2]) | uint64(w[i%2*2+1])<<32
	}
	c.next, c.limit = 0, uint32(len(c.buf))
	if c.counter == chachaMax-chachaStep {
		c.limit -= chachaKey
	}
}

func quarter(b *[16]uint32, i, j, k, l int) {
	x, y, z, w := b[i], b[j], b[k], b[l]
	x += y
	w ^= x
	w = w<<16 | w>>16
	z += w
	y ^= z
	y = y<<12 | y>>20
	x += y
	w ^= x
	w = w<<8 | w>>24
	z += w
	y ^= z
	y = y<<7 | y>>25
	b[i], b[j], b[k], b[l] = x, y, z, w
}

// Uint64 returns the next number.
func (c *ChaCha8) Uint64() uint64 {
	if c.next >= c.limit {
		c.counter += chachaStep
		if c.counter == chachaMax {
			copy(c.key[:], c.buf[len(c.buf)-chachaKey:])
			c.counter = 0
		}
		c.fill()
	}
	x := c.buf[c.next]
	c.next++
	return x
}

// Read fills p. Reads use up the same bytes whatever their lengths.
func (c *ChaCha8) Read(p []byte) (n int, err error) {
	if c.readLen > 0 {
		n = copy(p, c.readBuf[len(c.readBuf)-c.readLen:])
		c.readLen -= n
		p = p[n:]
	}
	for ; len(p) >= 8; p = p[8:] {
		put64le(p, c.Uint64())
		n += 8
	}
	if len(p) > 0 {
		put64le(c.readBuf[:], c.Uint64())
		n += copy(p, c.readBuf[:])
		c.readLen = 8 - len(p)
	}
	return n, nil
}

// AppendBinary appends the state.
func (c *ChaCha8) AppendBinary(b []byte) ([]byte, error) {
	if c.readLen > 0 {
		b = append(b, "readbuf:"...)
		b = append(b, byte(c.readLen))
		b = append(b, c.readBuf[len(c.readBuf)-c.readLen:]...)
	}
	b = append(b, "chacha8:"...)
	b = put64be(b, uint64(c.counter/chachaStep*32+c.next))
	for _, k := range c.key {
		var a [8]byte
		put64le(a[:], k)
		b = append(b, a[:]...)
	}
	return b, nil
}

// MarshalBinary returns the state.
func (c *ChaCha8) MarshalBinary() ([]byte, error) { return c.AppendBinary(make([]byte, 0, 64)) }

// UnmarshalBinary restores a state.
func (c *ChaCha8) UnmarshalBinary(data []byte) error {
	const mark = "readbuf:"
	if len(data) >= len(mark) && string(data[:len(mark)]) == mark {
		data = data[len(mark):]
		if len(data) == 0 || len(data) < 1+int(data[0]) {
			return errors.New("invalid ChaCha8 Read buffer encoding")
		}
		n := int(data[0])
		c.readLen = copy(c.readBuf[max(len(c.readBuf)-n, 0):], data[1:1+n])
		data = data[1+n:]
	}
	if len(data) != 48 || string(data[:8]) != "chacha8:" {
		return errors.New("invalid ChaCha8 encoding")
	}
	used := get64be(data[8:])
	if used > chachaMax/chachaStep*32-chachaKey {
		return errors.New("invalid ChaCha8 encoding")
	}
	for i := range c.key {
		c.key[i] = get64le(data[16+8*i:])
	}
	c.counter = chachaStep * uint32(used/32)
	c.fill()
	c.next = uint32(used % 32)
	return nil
}
