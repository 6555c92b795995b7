// Package rand has random numbers for simulations, games and tests, not for secrets. New code should prefer math/rand/v2.
//
// The functions of the package use a generator that is seeded by the system, unless Seed was called. A Rand made with a seeded Source
// repeats its numbers, which are those of Go.
package rand

import (
	"internal/rt"
	"internal/ziggurat"
	"sync"
)

// A Rand draws numbers from a Source.
type Rand struct {
	src     Source
	s64     Source64 // src if it is one
	readVal int64    // bytes that Read has left over
	readPos int8
}

// New returns a Rand that uses src.
func New(src Source) *Rand {
	s64, _ := src.(Source64)
	return &Rand{src: src, s64: s64}
}

// Seed starts the source from seed.
func (r *Rand) Seed(seed int64) {
	if g, ok := r.src.(*global); ok {
		g.seedRead(seed, r)
		return
	}
	r.src.Seed(seed)
	r.readPos = 0
}

// Int63, Uint32, Uint64, Int31 and Int are uniform over the non-negative values of their types (Int63: 63 bits).
func (r *Rand) Int63() int64   { return r.src.Int63() }
func (r *Rand) Uint32() uint32 { return uint32(r.Int63() >> 31) }
func (r *Rand) Int31() int32   { return int32(r.Int63() >> 32) }
func (r *Rand) Int() int       { return int(uint(r.Int63())) }
func (r *Rand) Uint64() uint64 {
	if r.s64 != nil {
		return r.s64.Uint64()
	}
	return uint64(r.Int63())>>31 | uint64(r.Int63())<<32
}

// Int63n is uniform in [0, n). It panics for n <= 0, as the next ones do.
func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if n&(n-1) == 0 {
		return r.Int63() & (n - 1)
	}
	limit := int64(1<<63 - 1 - (1<<63)%uint64(n)) // a multiple of n, less one
	v := r.Int63()
	for v > limit {
		v = r.Int63()
	}
	return v % n
}

// Int31n is uniform in [0, n).
func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	if n&(n-1) == 0 {
		return r.Int31() & (n - 1)
	}
	limit := int32(1<<31 - 1 - (1<<31)%uint32(n))
	v := r.Int31()
	for v > limit {
		v = r.Int31()
	}
	return v % n
}

// below is Int31n by a product instead of a division; the numbers differ.
func (r *Rand) below(n int32) int32 {
	prod := uint64(r.Uint32()) * uint64(n)
	if low := uint32(prod); low < uint32(n) {
		thresh := uint32(-n) % uint32(n)
		for low < thresh {
			prod = uint64(r.Uint32()) * uint64(n)
			low = uint32(prod)
		}
	}
	return int32(prod >> 32)
}

// Intn is uniform in [0, n).
func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n <= 1<<31-1 {
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}

// Float64 is uniform in [0, 1).
func (r *Rand) Float64() float64 {
	for {
		if f := float64(r.Int63()) / (1 << 63); f != 1 {
			return f
		}
	}
}

// Float32 is uniform in [0, 1).
func (r *Rand) Float32() float32 {
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
	}
}

// Perm is a permutation of 0 to n-1.
func (r *Rand) Perm(n int) []int {
	m := make([]int, n)
	for i := 0; i < n; i++ {
		j := r.Intn(i + 1)
		m[i] = m[j]
		m[j] = i
	}
	return m
}

// Shuffle brings n things into random order by swapping pairs.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	i := n - 1
	for ; i > 1<<31-2; i-- {
		swap(i, int(r.Int63n(int64(i+1))))
	}
	for ; i > 0; i-- {
		swap(i, int(r.below(int32(i+1))))
	}
}

// Read fills p with random bytes.
func (r *Rand) Read(p []byte) (n int, err error) {
	if g, ok := r.src.(*global); ok {
		return g.read(p, r)
	}
	return r.read(p)
}

func (r *Rand) read(p []byte) (n int, err error) {
	pos, val := r.readPos, r.readVal
	l, fast := r.src.(*lagged)
	for n = 0; n < len(p); n++ {
		if pos == 0 {
			if fast {
				val = l.Int63()
			} else {
				val = r.src.Int63()
			}
			pos = 7
		}
		p[n] = byte(val)
		val >>= 8
		pos--
	}
	r.readPos, r.readVal = pos, val
	return n, nil
}

// strips adapts a Rand to package ziggurat.
type strips struct{ r *Rand }

func (s strips) Float64() float64 { return s.r.Float64() }
func (s strips) Strip(mask uint32) (uint32, uint32) {
	u := s.r.Uint32()
	return u, u & mask
}

// NormFloat64 is normal with mean 0 and deviation 1.
func (r *Rand) NormFloat64() float64 { return ziggurat.Norm(strips{r}) }

// ExpFloat64 is exponential with mean 1.
func (r *Rand) ExpFloat64() float64 { return ziggurat.Exp(strips{r}) }

// A Zipf draws from a Zipf distribution.
type Zipf struct {
	r *Rand
	z ziggurat.Zipfian
}

// NewZipf returns a Zipf of values k <= imax with probability proportional to (v+k)**-s, nil unless s > 1 and v >= 1.
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	z, ok := ziggurat.NewZipf(s, v, imax)
	if !ok {
		return nil
	}
	return &Zipf{r, z}
}

// Uint64 draws a value.
func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	return z.z.Draw(z.r.Float64)
}

// global is the source of the functions of the package: the system's generator, or after Seed a lagged one with a lock.
type global struct {
	mu     sync.Mutex
	seeded *lagged
}

func (g *global) Uint64() uint64 {
	if g.seeded == nil {
		return rt.Rand64()
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.seeded.Uint64()
}

func (g *global) Int63() int64 { return int64(g.Uint64() &^ (1 << 63)) }

func (g *global) Seed(seed int64) {
	g.mu.Lock()
	defer g.mu.Unlock()
	s := new(lagged)
	s.Seed(seed)
	g.seeded = s
}

func (g *global) seedRead(seed int64, r *Rand) {
	g.Seed(seed)
	g.mu.Lock()
	r.readPos = 0
	g.mu.Unlock()
}

func (g *global) read(p []byte, r *Rand) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.seeded != nil {
		t := Rand{src: g.seeded, readVal: r.readVal, readPos: r.readPos}
		n, err := t.read(p)
		r.readVal, r.readPos = t.readVal, t.readPos
		return n, err
	}
	for i := range p {
		if i%8 == 0 {
			r.readVal = int64(rt.Rand64())
		}
		p[i] = byte(r.readVal)
		r.readVal >>= 8
	}
	return len(p), nil
}

var (
	theSource global
	theRand   = &Rand{src: &theSource, s64: &theSource}
)

// Seed makes the functions below repeat the numbers of a seed. Deprecated: use New(NewSource(seed)).
func Seed(seed int64) { theRand.Seed(seed) }

// The functions are the methods of a common Rand and may be used by several goroutines.

func Int63() int64                       { return theRand.Int63() }
func Uint32() uint32                     { return theRand.Uint32() }
func Uint64() uint64                     { return theRand.Uint64() }
func Int31() int32                       { return theRand.Int31() }
func Int() int                           { return theRand.Int() }
func Int63n(n int64) int64               { return theRand.Int63n(n) }
func Int31n(n int32) int32               { return theRand.Int31n(n) }
func Intn(n int) int                     { return theRand.Intn(n) }
func Float64() float64                   { return theRand.Float64() }
func Float32() float32                   { return theRand.Float32() }
func Perm(n int) []int                   { return theRand.Perm(n) }
func Shuffle(n int, swap func(i, j int)) { theRand.Shuffle(n, swap) }
func Read(p []byte) (n int, err error)   { return theRand.Read(p) }
func NormFloat64() float64               { return theRand.NormFloat64() }
func ExpFloat64() float64                { return theRand.ExpFloat64() }
