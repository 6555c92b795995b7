package testing

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode"
)

// B is a running benchmark.
type B struct {
	common
	N int // iterations that the benchmark has to do

	// Loop hands out the iterations from next up to limit; bit 63 of next is set while the timer is stopped.
	next, limit uint64
	loopDone    bool

	f           func(b *B)
	list        *benchList
	goal        benchTime
	bytes       int64
	noBytes     bool // a sub-benchmark did not call SetBytes
	timing      bool
	showMem     bool
	result      BenchmarkResult
	parallelism int
	prevN       int
	prevTime    time.Duration
	allocs0     uint64
	bytes0      uint64
	allocs      uint64
	allocBytes  uint64
	extra       map[string]float64
}

// InternalBenchmark is a benchmark with its name, for Main.
type InternalBenchmark struct {
	Name string
	F    func(b *B)
}

// benchTime is the value of -test.benchtime: a duration or a number of iterations.
type benchTime struct {
	d time.Duration
	n int
}

func (f *benchTime) String() string {
	if f.n > 0 {
		return strconv.Itoa(f.n) + "x"
	}
	return f.d.String()
}

func (f *benchTime) Set(s string) error {
	if count, ok := strings.CutSuffix(s, "x"); ok {
		n, err := strconv.Atoi(count)
		if err != nil || n <= 0 {
			return errors.New("invalid count")
		}
		*f = benchTime{n: n}
		return nil
	}
	d, err := time.ParseDuration(s)
	if err != nil || d <= 0 {
		return errors.New("invalid duration")
	}
	*f = benchTime{d: d}
	return nil
}

// benchLock lets one benchmark run at a time; benchStats is used under it.
var (
	benchLock  sync.Mutex
	benchStats runtime.MemStats
)

const timerStopped = 1 << 63

// StartTimer goes on measuring; it is done already when the benchmark starts.
func (b *B) StartTimer() {
	if !b.timing {
		b.mark()
		b.timing = true
		b.next &^= timerStopped
	}
}

// mark remembers where the measurement starts.
func (b *B) mark() {
	runtime.ReadMemStats(&benchStats)
	b.allocs0, b.bytes0 = benchStats.Mallocs, benchStats.TotalAlloc
	b.start = time.Now()
}

// StopTimer stops measuring.
func (b *B) StopTimer() {
	if b.timing {
		b.duration += time.Since(b.start)
		runtime.ReadMemStats(&benchStats)
		b.allocs += benchStats.Mallocs - b.allocs0
		b.allocBytes += benchStats.TotalAlloc - b.bytes0
		b.timing = false
		b.next |= timerStopped
	}
}

// ResetTimer forgets what was measured so far, and metrics.
func (b *B) ResetTimer() {
	if b.extra == nil {
		b.extra = make(map[string]float64, 16)
	} else {
		clear(b.extra)
	}
	if b.timing {
		b.mark()
	}
	b.duration, b.allocs, b.allocBytes = 0, 0, 0
}

// Elapsed is the time measured so far.
func (b *B) Elapsed() time.Duration {
	d := b.duration
	if b.timing {
		d += time.Since(b.start)
	}
	return d
}

// SetBytes tells how many bytes an iteration processes; the result then has MB/s.
func (b *B) SetBytes(n int64) { b.bytes = n }

// ReportAllocs adds allocations to the result, as -test.benchmem does for all.
func (b *B) ReportAllocs() { b.showMem = true }

// ReportMetric adds "n unit" to the result, or replaces one of the standard metrics.
func (b *B) ReportMetric(n float64, unit string) {
	if unit == "" {
		panic("metric unit must not be empty")
	}
	if strings.ContainsFunc(unit, unicode.IsSpace) {
		panic("metric unit must not contain whitespace")
	}
	b.extra[unit] = n
}

// SetParallelism lets RunParallel start p*GOMAXPROCS goroutines.
func (b *B) SetParallelism(p int) {
	if p >= 1 {
		b.parallelism = p
	}
}

// ---- iterations ------------------------------------------------------------------------------------------------------------------

func (b *B) runN(n int) {
	benchLock.Lock()
	defer benchLock.Unlock()
	ctx, cancel := context.WithCancel(context.Background())
	defer b.runCleanup()
	runtime.GC()
	b.N, b.next, b.limit, b.loopDone = n, 0, 0, false
	b.ctx, b.cancel = ctx, cancel
	b.parallelism = 1
	b.ResetTimer()
	b.StartTimer()
	b.f(b)
	b.StopTimer()
	b.prevN, b.prevTime = n, b.duration
	if b.limit > 0 && !b.loopDone && !b.failed {
		b.Error("benchmark function returned without B.Loop() == false (break or return in loop?)")
	}
}

const maxIterations = 1e9

// nextCount estimates the iterations that take goal, 20 % more to be sure, growing from last by a factor of 100 at most.
func nextCount(goal, prevTime time.Duration, prevN, last int64) int {
	n := int64(goal) * prevN / max(int64(prevTime), 1)
	n += n / 5
	return int(min(max(min(n, 100*last), last+1), maxIterations))
}

// Loop reports whether the benchmark shall do another iteration. The first call starts the measurement and the last one ends it.
func (b *B) Loop() bool {
	if b.next < b.limit {
		b.next++
		return true
	}
	return b.loopSlow()
}

func (b *B) loopSlow() bool {
	if !b.timing {
		b.Fatal("B.Loop called with timer stopped")
	}
	if b.limit == 0 {
		b.limit = uint64(max(b.goal.n, 1))
		b.N = 0
		b.ResetTimer()
		b.next++
		return true
	}
	if t := b.Elapsed(); b.goal.n == 0 && t < b.goal.d {
		n := uint64(nextCount(b.goal.d, t, int64(b.limit), int64(b.limit)))
		if n > b.limit {
			b.limit = n
			b.next++
			return true
		}
	}
	b.StopTimer()
	b.N = int(b.limit)
	b.loopDone = true
	return false
}

// first does one iteration. It returns false when that settles the matter: failed, skipped, or only sub-benchmarks.
func (b *B) first() bool {
	if l := b.list; l != nil {
		if n := len(b.name) + l.extra + 1; n > l.width {
			l.width = n + 8
		}
	}
	go func() {
		defer func() { b.signal <- true }()
		b.runN(1)
	}()
	<-b.signal
	if b.failed {
		fmt.Fprintf(b.w, "--- FAIL: %s\n%s", b.name, b.output)
		return false
	}
	finished := b.isFinished()
	if b.hasSub.Load() || finished {
		tag := "BENCH"
		if b.skipped {
			tag = "SKIP"
		}
		if b.chat != nil && (len(b.output) > 0 || finished) {
			b.trimOutput()
			fmt.Fprintf(b.w, "--- %s: %s\n%s", tag, b.name, b.output)
		}
		return false
	}
	return true
}

// measure runs the benchmark with more and more iterations until it takes long enough.
func (b *B) measure() BenchmarkResult {
	go func() {
		defer func() { b.signal <- true }()
		switch {
		case b.limit > 0: // Loop has done it
		case b.goal.n > 1:
			b.runN(b.goal.n)
		case b.goal.n == 0:
			for n := 1; !b.failed && b.duration < b.goal.d && n < maxIterations; {
				n = nextCount(b.goal.d, b.duration, int64(b.N), int64(n))
				b.runN(n)
			}
		}
		b.result = BenchmarkResult{b.N, b.duration, b.bytes, b.allocs, b.allocBytes, b.extra}
	}()
	<-b.signal
	return b.result
}

var labels sync.Once

func printLabels(w io.Writer) {
	labels.Do(func() {
		fmt.Fprintf(w, "goos: %s\ngoarch: %s\n", runtime.GOOS, runtime.GOARCH)
		if importPath != "" {
			fmt.Fprintf(w, "pkg: %s\n", importPath)
		}
		if cpu := cpuName(); cpu != "" {
			fmt.Fprintf(w, "cpu: %s\n", cpu)
		}
	})
}

// cpuName is the model of the CPU as the kernel reports it.
func cpuName() string {
	text, _ := os.ReadFile("/proc/cpuinfo")
	for line := range strings.Lines(string(text)) {
		if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

func (b *B) run() {
	printLabels(b.w)
	if b.list != nil {
		b.list.process(b)
	} else {
		b.measure()
	}
}

// Run runs f as a sub-benchmark. A benchmark with sub-benchmarks is not measured itself.
func (b *B) Run(name string, f func(b *B)) bool {
	b.hasSub.Store(true)
	benchLock.Unlock()
	defer benchLock.Lock()
	full, ok, partial := b.name, true, false
	if b.list != nil {
		full, ok, partial = b.list.match.fullName(&b.common, name)
	}
	if !ok {
		return true
	}
	var pc [50]uintptr
	n := runtime.Callers(2, pc[:])
	sub := &B{f: f, goal: b.goal, list: b.list}
	c := &sub.common
	c.signal, c.name, c.parent, c.level = make(chan bool), full, &b.common, b.level+1
	c.creator = append([]uintptr(nil), pc[:n]...)
	c.w, c.chat, c.bench = b.w, b.chat, true
	if partial {
		sub.hasSub.Store(true) // not measured: only some of its sub-benchmarks are wanted
	}
	if b.chat != nil {
		printLabels(os.Stdout)
		fmt.Println(full)
	}
	if sub.first() {
		sub.run()
	}
	b.add(&sub.result)
	return !sub.failed
}

// add makes the result of a benchmark with parts the sum of theirs.
func (b *B) add(other *BenchmarkResult) {
	r := &b.result
	r.N = 1
	r.T += time.Duration(other.NsPerOp())
	if other.Bytes == 0 {
		b.noBytes = true
		r.Bytes = 0
	}
	if !b.noBytes {
		r.Bytes += other.Bytes
	}
	r.MemAllocs += uint64(other.AllocsPerOp())
	r.MemBytes += uint64(other.AllocedBytesPerOp())
}

// trimOutput keeps the first ten lines.
func (b *B) trimOutput() {
	lines := 0
	for i, c := range b.output {
		if c == '\n' {
			if lines++; lines >= 10 {
				b.output = append(b.output[:i], "\n\t... [output truncated]\n"...)
				return
			}
		}
	}
}

// A PB hands out the iterations of RunParallel.
type PB struct {
	taken *atomic.Uint64 // by all goroutines
	grain uint64         // how many are taken at once
	own   uint64
	total uint64
}

// Next reports whether there is another iteration to do.
func (pb *PB) Next() bool {
	if pb.own == 0 {
		n := pb.taken.Add(pb.grain)
		switch {
		case n <= pb.total:
			pb.own = pb.grain
		case n < pb.total+pb.grain:
			pb.own = pb.total + pb.grain - n
		default:
			return false
		}
	}
	pb.own--
	return true
}

// RunParallel runs body in several goroutines, which share the iterations.
func (b *B) RunParallel(body func(*PB)) {
	if b.N == 0 {
		return
	}
	grain := uint64(1)
	if b.prevN > 0 && b.prevTime > 0 { // about 100 µs of work
		grain = min(max(1e5*uint64(b.prevN)/uint64(b.prevTime), 1), 1e4)
	}
	var taken atomic.Uint64
	var wg sync.WaitGroup
	for range b.parallelism * runtime.GOMAXPROCS(0) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			body(&PB{taken: &taken, grain: grain, total: uint64(b.N)})
		}()
	}
	wg.Wait()
	if taken.Load() <= uint64(b.N) && !b.Failed() {
		b.Fatal("RunParallel: body exited without pb.Next() == false")
	}
}

// Benchmark measures f and returns the result, without printing anything.
func Benchmark(f func(b *B)) BenchmarkResult {
	b := &B{f: f, goal: benchGoal()}
	b.signal, b.w = make(chan bool), io.Discard
	if b.first() {
		b.measure()
	}
	return b.result
}

// ---- results -----------------------------------------------------------------------------------------------------------------------

// A BenchmarkResult is what a benchmark measured.
type BenchmarkResult struct {
	N         int           // iterations
	T         time.Duration // total time
	Bytes     int64         // processed by an iteration
	MemAllocs uint64        // allocations in total
	MemBytes  uint64        // their bytes
	Extra     map[string]float64
}

func (r BenchmarkResult) per(unit string, total int64) int64 {
	if v, ok := r.Extra[unit]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return total / int64(r.N)
}

// NsPerOp is the time of an iteration in nanoseconds.
func (r BenchmarkResult) NsPerOp() int64 { return r.per("ns/op", r.T.Nanoseconds()) }

// AllocsPerOp is the number of allocations of an iteration.
func (r BenchmarkResult) AllocsPerOp() int64 { return r.per("allocs/op", int64(r.MemAllocs)) }

// AllocedBytesPerOp is the number of bytes an iteration allocates.
func (r BenchmarkResult) AllocedBytesPerOp() int64 { return r.per("B/op", int64(r.MemBytes)) }

func (r BenchmarkResult) mbPerSec() float64 {
	if v, ok := r.Extra["MB/s"]; ok {
		return v
	}
	if r.Bytes <= 0 || r.T <= 0 || r.N <= 0 {
		return 0
	}
	return float64(r.Bytes) * float64(r.N) / 1e6 / r.T.Seconds()
}

// String is the line of the result without the benchmark's name and allocations.
func (r BenchmarkResult) String() string {
	b := fmt.Appendf(nil, "%8d", r.N)
	ns, ok := r.Extra["ns/op"]
	if !ok {
		ns = float64(r.T.Nanoseconds()) / float64(r.N)
	}
	if ns != 0 {
		b = appendMetric(append(b, '\t'), ns, "ns/op")
	}
	if mbs := r.mbPerSec(); mbs != 0 {
		b = fmt.Appendf(b, "\t%7.2f MB/s", mbs)
	}
	var units []string
	for unit := range r.Extra {
		if unit != "ns/op" && unit != "MB/s" && unit != "B/op" && unit != "allocs/op" {
			units = append(units, unit)
		}
	}
	slices.Sort(units)
	for _, unit := range units {
		b = appendMetric(append(b, '\t'), r.Extra[unit], unit)
	}
	return string(b)
}

// appendMetric shows at least four digits of x, with the decimal points of different lines below each other.
func appendMetric(b []byte, x float64, unit string) []byte {
	digits := 0
	if y := math.Abs(x); y != 0 {
		// Each digit more is for numbers that would round to less than 100.0, 10.00, 1.000, ...
		for _, limit := range [...]float64{999.95, 99.995, 9.9995, 0.99995, 0.099995, 0.0099995, 0.00099995} {
			if y >= limit {
				break
			}
			digits++
		}
	}
	width := 10
	if digits > 0 {
		width = 11 + digits
	}
	return fmt.Appendf(b, "%*.*f %s", width, digits, x, unit)
}

// MemString shows the allocations of an iteration.
func (r BenchmarkResult) MemString() string {
	return fmt.Sprintf("%8d B/op\t%8d allocs/op", r.AllocedBytesPerOp(), r.AllocsPerOp())
}

// ---- all benchmarks ------------------------------------------------------------------------------------------------------------------

// benchList formats the results of several benchmarks.
type benchList struct {
	match *matcher
	width int // of the column of names
	extra int // longest suffix -N
}

func benchName(name string, procs int) string {
	if procs != 1 {
		return name + "-" + strconv.Itoa(procs)
	}
	return name
}

// RunBenchmarks runs those that -test.bench selects.
func RunBenchmarks(matchString func(pat, str string) (bool, error), benchmarks []InternalBenchmark) {
	runBenchmarks(matchString, benchmarks)
}

func runBenchmarks(match func(pat, str string) (bool, error), benchmarks []InternalBenchmark) bool {
	if opt.bench == "" {
		return true
	}
	procs := slices.Max(cpuList())
	l := &benchList{match: newMatcher(match, opt.bench, "-test.bench", opt.skip), extra: len(benchName("", procs))}
	var chosen []InternalBenchmark
	for _, bench := range benchmarks {
		if _, ok, _ := l.match.fullName(nil, bench.Name); ok {
			chosen = append(chosen, bench)
			l.width = max(l.width, len(benchName(bench.Name, procs))+l.extra+1)
		}
	}
	root := &B{goal: opt.benchTime, list: l, f: func(b *B) {
		for _, bench := range chosen {
			b.Run(bench.Name, bench.F)
		}
	}}
	root.name, root.w, root.bench = "Main", os.Stdout, true
	if Verbose() {
		root.chat = &chatty{w: root.w}
	}
	root.runN(1)
	return !root.failed
}

// process measures b for each number of processors and prints the results. b has done its first iteration.
func (l *benchList) process(b *B) {
	fresh := true
	for _, procs := range cpuList() {
		for range opt.count {
			runtime.GOMAXPROCS(procs)
			name := benchName(b.name, procs)
			if b.chat == nil {
				fmt.Fprintf(b.w, "%-*s\t", l.width, name)
			}
			if !fresh {
				again := &B{f: b.f, goal: b.goal}
				again.signal, again.name, again.w, again.chat, again.bench = make(chan bool), b.name, b.w, b.chat, true
				b = again
				b.first()
			}
			fresh = false
			r := b.measure()
			if b.failed {
				// The first iteration succeeded: more of them do not.
				fmt.Fprintf(b.w, "--- FAIL: %s\n%s", name, b.output)
				continue
			}
			if b.chat != nil {
				fmt.Fprintf(b.w, "%-*s\t", l.width, name)
			}
			text := r.String()
			if opt.benchMem || b.showMem {
				text += "\t" + r.MemString()
			}
			fmt.Fprintln(b.w, text)
			if len(b.output) > 0 {
				b.trimOutput()
				fmt.Fprintf(b.w, "--- BENCH: %s\n%s", name, b.output)
			}
			if p := runtime.GOMAXPROCS(-1); p != procs {
				fmt.Fprintf(os.Stderr, "testing: %s left GOMAXPROCS set to %d\n", name, p)
			}
		}
	}
}
