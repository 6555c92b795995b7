// Package rand has random numbers for simulations, games and tests, not for secrets.
//
// The functions use a generator that is seeded by the system. A Rand made with a PCG or ChaCha8 repeats its numbers, which are those of Go.
package rand

import (
	"internal/rt"
	"internal/ziggurat"
	"math/bits"
)

// A Source gives uniform 64-bit numbers.
type Source interface {
	Uint64() uint64
}

// A Rand draws numbers from a Source.
type Rand struct {
	src Source
}

// New returns a Rand that uses src.
func New(src Source) *Rand { return &Rand{src: src} }

// Uniform numbers over the non-negative values of their types.
func (r *Rand) Int64() int64   { return int64(r.src.Uint64() &^ (1 << 63)) }
func (r *Rand) Uint32() uint32 { return uint32(r.src.Uint64() >> 32) }
func (r *Rand) Uint64() uint64 { return r.src.Uint64() }
func (r *Rand) Int32() int32   { return int32(r.src.Uint64() >> 33) }
func (r *Rand) Int() int       { return int(uint(r.src.Uint64()) << 1 >> 1) }
func (r *Rand) Uint() uint     { return uint(r.src.Uint64()) }

// below is uniform in [0, n) for n > 0 (Lemire, "Fast random integer generation in an interval").
func (r *Rand) below(n uint64) uint64 {
	if n&(n-1) == 0 {
		return r.src.Uint64() & (n - 1)
	}
	hi, lo := bits.Mul64(r.src.Uint64(), n)
	if lo < n {
		thresh := -n % n
		for lo < thresh {
			hi, lo = bits.Mul64(r.src.Uint64(), n)
		}
	}
	return hi
}

// Int64N is uniform in [0, n). It panics for n <= 0, as the next ones do.
func (r *Rand) Int64N(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int64N")
	}
	return int64(r.below(uint64(n)))
}

// Uint64N is uniform in [0, n).
func (r *Rand) Uint64N(n uint64) uint64 {
	if n == 0 {
		panic("invalid argument to Uint64N")
	}
	return r.below(n)
}

// Int32N is uniform in [0, n).
func (r *Rand) Int32N(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int32N")
	}
	return int32(r.below(uint64(n)))
}

// Uint32N is uniform in [0, n).
func (r *Rand) Uint32N(n uint32) uint32 {
	if n == 0 {
		panic("invalid argument to Uint32N")
	}
	return uint32(r.below(uint64(n)))
}

// IntN is uniform in [0, n).
func (r *Rand) IntN(n int) int {
	if n <= 0 {
		panic("invalid argument to IntN")
	}
	return int(r.below(uint64(n)))
}

// UintN is uniform in [0, n).
func (r *Rand) UintN(n uint) uint {
	if n == 0 {
		panic("invalid argument to UintN")
	}
	return uint(r.below(uint64(n)))
}

// N is uniform in [0, n) for any integer type. It panics for n <= 0.
func (r *Rand) N[Int intType](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(r.below(uint64(n)))
}

// Float64 is uniform in [0, 1).
func (r *Rand) Float64() float64 { return float64(r.Uint64()<<11>>11) / (1 << 53) }

// Float32 is uniform in [0, 1).
func (r *Rand) Float32() float32 { return float32(r.Uint32()<<8>>8) / (1 << 24) }

// Perm is a permutation of 0 to n-1.
func (r *Rand) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	r.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}

// Shuffle brings n things into random order by swapping pairs.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.below(uint64(i+1))))
	}
}

// strips adapts a Rand to package ziggurat.
type strips struct{ r *Rand }

func (s strips) Float64() float64 { return s.r.Float64() }
func (s strips) Strip(mask uint32) (uint32, uint32) {
	u := s.r.Uint64()
	return uint32(u), uint32(u>>32) & mask
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

// system is the generator of the runtime.
type system struct{}

func (system) Uint64() uint64 { return rt.Rand64() }

var theRand = &Rand{system{}}

// The functions are the methods of a common Rand and may be used by several goroutines.

func Int64() int64                       { return int64(rt.Rand64() &^ (1 << 63)) }
func Uint32() uint32                     { return uint32(rt.Rand64() >> 32) }
func Uint64() uint64                     { return rt.Rand64() }
func Int32() int32                       { return int32(rt.Rand64() >> 33) }
func Int() int                           { return int(uint(rt.Rand64()) << 1 >> 1) }
func Uint() uint                         { return uint(rt.Rand64()) }
func Int64N(n int64) int64               { return theRand.Int64N(n) }
func Uint64N(n uint64) uint64            { return theRand.Uint64N(n) }
func Int32N(n int32) int32               { return theRand.Int32N(n) }
func Uint32N(n uint32) uint32            { return theRand.Uint32N(n) }
func IntN(n int) int                     { return theRand.IntN(n) }
func UintN(n uint) uint                  { return theRand.UintN(n) }
func Float64() float64                   { return theRand.Float64() }
func Float32() float32                   { return theRand.Float32() }
func Perm(n int) []int                   { return theRand.Perm(n) }
func Shuffle(n int, swap func(i, j int)) { theRand.Shuffle(n, swap) }
func NormFloat64() float64               { return theRand.NormFloat64() }
func ExpFloat64() float64                { return theRand.ExpFloat64() }

type intType interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// N is uniform in [0, n) for any integer type. It panics for n <= 0.
func N[Int intType](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(theRand.below(uint64(n)))
}
