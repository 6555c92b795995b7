// Package metrics names what the runtime measures, so that programs can find and read it without knowing this implementation.
//
// A name is a path and a unit: /gc/heap/live:bytes. All lists the names with their kinds; Read reads any of them, all in one short stop of the
// world, so that the numbers of one Read agree with each other.
package metrics

import (
	"math"
	"runtime"
)

// A ValueKind says what a Value holds.
type ValueKind int

const (
	KindBad              ValueKind = iota // nothing: the name is unknown
	KindUint64                            // Value.Uint64
	KindFloat64                           // Value.Float64
	KindFloat64Histogram                  // Value.Float64Histogram
)

// A Description tells about one metric.
type Description struct {
	Name        string // path:unit
	Description string // what is measured, in English
	Kind        ValueKind
	Cumulative  bool // the value only grows
}

// A Float64Histogram is a distribution: Counts[i] values lie in [Buckets[i], Buckets[i+1]). Buckets stay the same for a name while the
// program runs, may be shared, and must not be written to.
type Float64Histogram struct {
	Counts  []uint64
	Buckets []float64
}

// A Value is what was measured.
type Value struct {
	kind ValueKind
	bits uint64
	hist *Float64Histogram
}

// Kind is the kind of v.
func (v Value) Kind() ValueKind { return v.kind }

// Uint64 is the value of a KindUint64; it panics for other kinds.
func (v Value) Uint64() uint64 {
	if v.kind != KindUint64 {
		panic("called Uint64 on non-uint64 metric value")
	}
	return v.bits
}

// Float64 is the value of a KindFloat64; it panics for other kinds.
func (v Value) Float64() float64 {
	if v.kind != KindFloat64 {
		panic("called Float64 on non-float64 metric value")
	}
	return math.Float64frombits(v.bits)
}

// Float64Histogram is the value of a KindFloat64Histogram; it panics for other kinds.
func (v Value) Float64Histogram() *Float64Histogram {
	if v.kind != KindFloat64Histogram {
		panic("called Float64Histogram on non-Float64Histogram metric value")
	}
	return v.hist
}

// A Sample names a metric; Read fills in its value.
type Sample struct {
	Name  string
	Value Value
}

// All describes every metric, sorted by name.
func All() []Description {
	all := make([]Description, len(table))
	for i, m := range table {
		all[i] = m.Description
	}
	return all
}

const (
	numClasses = 68  // size classes, the last: large objects
	numTimes   = 146 // buckets of times
)

// raw is filled by the C runtime (runtime/obs/metrics.c).
type raw struct {
	value       [64]uint64
	alloc, free [numClasses + 1]uint64
	times       [5][numTimes]uint64
}

//tuco:extern tu_read_metrics
func readRaw(r *raw)

//tuco:extern tu_metrics_enable
func enable()

func init() { enable() }

// Read fills in the values of the samples; that of an unknown name gets KindBad. Histograms are reused when a sample has one.
func Read(samples []Sample) {
	r := new(raw)
	readRaw(r)
	for i := range samples {
		s := &samples[i]
		at, ok := find(s.Name)
		if !ok {
			s.Value = Value{}
			continue
		}
		m := &table[at]
		switch {
		case m.Kind == KindUint64:
			s.Value = Value{kind: KindUint64, bits: r.value[m.index]}
		case m.Kind == KindFloat64: // the runtime counts nanoseconds
			s.Value = Value{kind: KindFloat64, bits: math.Float64bits(float64(r.value[m.index]) / 1e9)}
		case m.index == bySizeAlloc:
			s.Value.setHistogram(r.alloc[:numClasses], sizeBuckets())
		case m.index == bySizeFree:
			s.Value.setHistogram(r.free[:numClasses], sizeBuckets())
		default:
			s.Value.setHistogram(r.times[m.index][:], timeBuckets())
		}
	}
}

func (v *Value) setHistogram(counts []uint64, buckets []float64) {
	h := v.hist
	if v.kind != KindFloat64Histogram || h == nil || len(h.Counts) != len(counts) {
		h = &Float64Histogram{Counts: make([]uint64, len(counts))}
	}
	copy(h.Counts, counts)
	h.Buckets = buckets
	*v = Value{kind: KindFloat64Histogram, hist: h}
}

// find looks a name up in the sorted table.
func find(name string) (int, bool) {
	lo, hi := 0, len(table)
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		if table[mid].Name < name {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, lo < len(table) && table[lo].Name == name
}

// timeBuckets are boundaries in seconds: 0, then four per power of two from 16 ns to 2^40 ns, then infinity.
func timeBuckets() []float64 { return times }

var times = func() []float64 {
	b := make([]float64, 0, numTimes+1)
	b = append(b, 0)
	for e := 4; e < 40; e++ {
		for k := range 4 {
			b = append(b, float64(uint64(4+k)<<(e-2))/1e9)
		}
	}
	return append(b, float64(1<<40)/1e9, math.Inf(1))
}()

// sizeBuckets are the size classes: a bucket holds the sizes above the class before and up to its own.
func sizeBuckets() []float64 { return sizes }

var sizes = func() []float64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b := make([]float64, 0, numClasses+1)
	b = append(b, 1)
	for _, c := range m.BySize[1:] {
		b = append(b, float64(c.Size)+1)
	}
	for _, c := range largest {
		b = append(b, float64(c)+1)
	}
	return append(b, math.Inf(1))
}()

// largest are the size classes that MemStats has no room for.
var largest = [...]int{19072, 20480, 21760, 24576, 27264, 28672, 32768}
