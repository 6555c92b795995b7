// Package testing runs tests, benchmarks and examples.
//
// A test is a function TestXxx(*testing.T), a benchmark BenchmarkXxx(*testing.B). MainStart and Main run them as the command line says; the
// functions Benchmark and AllocsPerRun also serve ordinary programs.
//
// Fuzz targets run with their seed corpus only. There are no profiles, traces and coverage yet.
package testing

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// T is a running test.
type T struct {
	common
	noParallel bool // Setenv or Chdir was called
	state      *testState
}

var (
	_ TB = (*T)(nil)
	_ TB = (*B)(nil)
	_ TB = (*F)(nil)
)

// InternalTest is a test with its name, for Main.
type InternalTest struct {
	Name string
	F    func(*T)
}

// chatty prints verbose output at once; a line === NAME tells when it goes on with another test.
type chatty struct {
	w    io.Writer
	mu   sync.Mutex
	last string
}

// update prints a line that itself names the test.
func (p *chatty) update(name, text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.last = name
	io.WriteString(p.w, text)
}

func (p *chatty) print(name, text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.last == "" {
		p.last = name
	} else if p.last != name {
		fmt.Fprintf(p.w, "=== NAME  %s\n", name)
		p.last = name
	}
	io.WriteString(p.w, text)
}

// testState limits how many parallel tests run at once.
type testState struct {
	match    *matcher
	deadline time.Time
	mu       sync.Mutex
	running  int
	waiting  int
	limit    int
	start    chan bool
}

func (s *testState) enter() {
	s.mu.Lock()
	if s.running < s.limit {
		s.running++
		s.mu.Unlock()
		return
	}
	s.waiting++
	s.mu.Unlock()
	<-s.start
}

func (s *testState) leave() {
	s.mu.Lock()
	if s.waiting == 0 {
		s.running--
		s.mu.Unlock()
		return
	}
	s.waiting--
	s.mu.Unlock()
	s.start <- true
}

// running has the start time of each test that is not paused, for the message about -test.timeout.
var running sync.Map

var numFailed atomic.Int32

func failFast() bool { return opt.failFast && numFailed.Load() > 0 }

const parallelConflict = `testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel`

// Parallel lets the test wait for the end of the sequential ones, and then run together with other parallel tests.
func (t *T) Parallel() {
	if t.parallel {
		panic("testing: t.Parallel called multiple times")
	}
	if t.noParallel {
		panic(parallelConflict)
	}
	if t.parent == nil || t.parent.barrier == nil {
		return
	}
	t.parallel = true
	t.duration += time.Since(t.start)
	t.parent.sub = append(t.parent.sub, t)
	if t.chat != nil {
		t.chat.update(t.name, "=== PAUSE "+t.name+"\n")
	}
	running.Delete(t.name)
	t.signal <- true
	<-t.parent.barrier
	t.state.enter()
	if t.chat != nil {
		t.chat.update(t.name, "=== CONT  "+t.name+"\n")
	}
	t.start = time.Now()
	running.Store(t.name, t.start)
}

func (t *T) forbidParallel() {
	for c := &t.common; c != nil; c = c.parent {
		if c.parallel {
			panic(parallelConflict)
		}
	}
	t.noParallel = true
}

// Setenv sets an environment variable until the test ends. Parallel tests must not use it.
func (t *T) Setenv(key, value string) {
	t.forbidParallel()
	t.common.Setenv(key, value)
}

// Chdir changes the working directory until the test ends. Parallel tests must not use it.
func (t *T) Chdir(dir string) {
	t.forbidParallel()
	t.common.Chdir(dir)
}

// Deadline tells when -test.timeout ends the program.
func (t *T) Deadline() (deadline time.Time, ok bool) {
	return t.state.deadline, !t.state.deadline.IsZero()
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.2fs", d.Seconds()) }

// Run runs f as a subtest in a goroutine of its own and waits until it ends or calls Parallel. It reports whether f has not failed so far.
func (t *T) Run(name string, f func(t *T)) bool {
	if t.cleaning.Load() {
		panic("testing: t.Run called during t.Cleanup")
	}
	t.hasSub.Store(true)
	full, ok, _ := t.state.match.fullName(&t.common, name)
	if !ok || failFast() {
		return true
	}
	var pc [50]uintptr
	n := runtime.Callers(2, pc[:])
	ctx, cancel := context.WithCancel(context.Background())
	sub := &T{state: t.state}
	c := &sub.common
	c.barrier, c.signal = make(chan bool), make(chan bool, 1)
	c.name, c.parent, c.level = full, &t.common, t.level+1
	c.creator = append([]uintptr(nil), pc[:n]...)
	c.chat, c.ctx, c.cancel = t.chat, ctx, cancel
	c.w = indenter{c}
	if c.chat != nil {
		c.chat.update(full, "=== RUN   "+full+"\n")
	}
	running.Store(full, time.Now())
	go tRunner(sub, f)
	if !<-sub.signal {
		runtime.Goexit() // the subtest called FailNow on this test, or on one above
	}
	return !sub.failed
}

// tRunner is the goroutine of a test.
func tRunner(t *T, f func(t *T)) {
	defer t.end()
	defer func() {
		if len(t.sub) == 0 {
			t.runCleanup()
		}
	}()
	t.start = time.Now()
	f(t)
	t.mu.Lock()
	t.finished = true
	t.mu.Unlock()
}

// end waits for parallel subtests and reports the result. A panic of the test is raised again after what is known was printed.
func (t *T) end() {
	value := recover()
	signal := true
	if !t.isFinished() && value == nil {
		value = errGoexit
		for p := t.parent; p != nil; p = p.parent {
			if p.isFinished() {
				if !t.parallel {
					t.Errorf("%v: subtest may have called FailNow on a parent test", value)
					value = nil
				}
				signal = false
				break
			}
		}
	}
	if value != nil {
		t.die(value)
	}
	t.duration += time.Since(t.start)
	if len(t.sub) > 0 {
		t.state.leave()
		running.Delete(t.name)
		close(t.barrier)
		for _, sub := range t.sub {
			<-sub.signal
		}
		start := time.Now()
		running.Store(t.name, start)
		value := t.catchCleanup()
		t.duration += time.Since(start)
		if value != nil {
			t.die(value)
		}
		if !t.parallel {
			t.state.enter() // the sequential tests go on
		}
	} else if t.parallel {
		t.state.leave()
	}
	for c := &t.common; c.parent != nil; c = c.parent {
		c.flushPartial()
	}
	if t.Failed() {
		numFailed.Add(1)
	}
	t.report()
	t.mu.Lock()
	t.done = true
	t.mu.Unlock()
	if t.parent != nil && !t.hasSub.Load() {
		t.setRan()
	}
	running.Delete(t.name)
	t.signal <- signal
}

func (t *T) die(value any) {
	t.Fail()
	if v := t.catchCleanup(); v != nil {
		t.Logf("cleanup panicked with %v", v)
	}
	for c := &t.common; c.parent != nil; c = c.parent {
		c.mu.Lock()
		c.duration += time.Since(c.start)
		d := c.duration
		c.mu.Unlock()
		c.flushPartial()
		c.flushTo("--- FAIL: %s (%s)\n", c.name, seconds(d))
		if v := c.parent.catchCleanup(); v != nil {
			fmt.Fprintf(c.parent.w, "cleanup panicked with %v", v)
		}
	}
	panic(value)
}

func (t *T) report() {
	if t.parent == nil {
		return
	}
	const format = "--- %s: %s (%s)\n"
	switch d := seconds(t.duration); {
	case t.Failed():
		t.flushTo(format, "FAIL", t.name, d)
	case t.chat == nil:
	case t.Skipped():
		t.flushTo(format, "SKIP", t.name, d)
	default:
		t.flushTo(format, "PASS", t.name, d)
	}
}

// RunTests runs tests as the command line says and reports whether none failed.
func RunTests(matchString func(pat, str string) (bool, error), tests []InternalTest) (ok bool) {
	var deadline time.Time
	if opt.timeout > 0 {
		deadline = time.Now().Add(opt.timeout)
	}
	ran, ok := runTests(matchString, tests, deadline)
	if !ran && !haveExamples {
		fmt.Fprintln(os.Stderr, "testing: warning: no tests to run")
	}
	return ok
}

func runTests(match func(pat, str string) (bool, error), tests []InternalTest, deadline time.Time) (ran, ok bool) {
	ok = true
	for _, procs := range cpuList() {
		runtime.GOMAXPROCS(procs)
		for i := uint(0); i < opt.count && (i == 0 || ran) && !failFast(); i++ {
			ctx, cancel := context.WithCancel(context.Background())
			t := &T{state: &testState{
				match:    newMatcher(match, opt.run, "-test.run", opt.skip),
				deadline: deadline,
				running:  1,
				limit:    opt.parallel,
				start:    make(chan bool),
			}}
			t.signal, t.barrier, t.w, t.ctx, t.cancel = make(chan bool, 1), make(chan bool), os.Stdout, ctx, cancel
			if Verbose() {
				t.chat = &chatty{w: t.w}
			}
			tRunner(t, func(t *T) {
				for _, test := range tests {
					t.Run(test.Name, test.F)
				}
			})
			<-t.signal
			ok = ok && !t.Failed()
			ran = ran || t.ran
		}
	}
	return ran, ok
}

// AllocsPerRun returns the mean number of allocations of a call of f, rounded down. f runs once before counting, and GOMAXPROCS is 1 meanwhile.
func AllocsPerRun(runs int, f func()) (avg float64) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	f()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	before := stats.Mallocs
	for range runs {
		f()
	}
	runtime.ReadMemStats(&stats)
	return float64((stats.Mallocs - before) / uint64(runs))
}

// CoverMode is empty: there is no coverage.
func CoverMode() string { return "" }

// Coverage is 0.
func Coverage() float64 { return 0 }

// CoverBlock, Cover and RegisterCover are for the coverage of old; they do nothing.
type CoverBlock struct {
	Line0 uint32
	Col0  uint16
	Line1 uint32
	Col1  uint16
	Stmts uint16
}

// Cover records coverage.
type Cover struct {
	Mode            string
	Counters        map[string][]uint32
	Blocks          map[string][]CoverBlock
	CoveredPackages string
}

// RegisterCover does nothing.
func RegisterCover(c Cover) {}

// Testing reports whether the program is a test binary: MainStart or Main was called.
func Testing() bool { return testBinary || strings.HasSuffix(os.Args[0], ".test") }
