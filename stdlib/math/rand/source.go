package rand

const (
	size  = 607
	lag   = 273
	int31 = 1<<31 - 1
)

// A Source gives uniform 63-bit numbers. It is not safe for several goroutines.
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// A Source64 also gives 64-bit numbers at once.
type Source64 interface {
	Source
	Uint64() uint64
}

// NewSource returns a Source, which is a Source64, that starts from seed. The numbers are those of Go for the same seed.
func NewSource(seed int64) Source {
	s := new(lagged)
	s.Seed(seed)
	return s
}

// lagged is an additive lagged Fibonacci generator, x[n] = x[n-273] + x[n-607].
type lagged struct {
	tap, feed int
	vec       [size]uint64
}

func (s *lagged) Seed(seed int64) {
	s.tap, s.feed = 0, size-lag
	seed %= int31
	if seed < 0 {
		seed += int31
	}
	if seed == 0 {
		seed = 89482311
	}
	x := int64(seed)
	next := func() uint64 { // Lehmer's generator
		x = x * 48271 % int31
		return uint64(x)
	}
	for i := 0; i < 20; i++ {
		next()
	}
	for i := range s.vec {
		u := next() << 40
		u ^= next() << 20
		u ^= next()
		s.vec[i] = u ^ warm[i]
	}
}

func (s *lagged) Uint64() uint64 {
	s.tap--
	if s.tap < 0 {
		s.tap += size
	}
	s.feed--
	if s.feed < 0 {
		s.feed += size
	}
	x := s.vec[s.feed] + s.vec[s.tap]
	s.vec[s.feed] = x
	return x
}

func (s *lagged) Int63() int64 { return int64(s.Uint64() &^ (1 << 63)) }
