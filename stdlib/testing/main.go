package testing

import (
	"flag"
	"fmt"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"
)

// options are the values of the flags -test.xxx.
type options struct {
	short, failFast, fullPath, benchMem, artifacts, paniconexit0 bool
	verbose                                                      verboseFlag
	run, skip, list, bench, cpu, shuffle, outputDir, fuzz        string
	count                                                        uint
	parallel                                                     int
	timeout                                                      time.Duration
	benchTime                                                    benchTime
	ignored                                                      [8]string
}

// opt has the defaults until Init defines the flags.
var opt = options{count: 1, parallel: 1, benchTime: benchTime{d: time.Second}, shuffle: "off"}

var (
	initRan    bool
	testBinary bool
	importPath string
)

// verboseFlag is -test.v, which takes true, false or test2json; the last is not supported and counts as true.
type verboseFlag bool

func (f *verboseFlag) IsBoolFlag() bool { return true }
func (f *verboseFlag) String() string   { return strconv.FormatBool(bool(*f)) }
func (f *verboseFlag) Get() any         { return bool(*f) }
func (f *verboseFlag) Set(s string) error {
	if s == "test2json" {
		s = "true"
	}
	v, err := strconv.ParseBool(s)
	if err != nil {
		return fmt.Errorf("invalid flag -test.v=%s", s)
	}
	*f = verboseFlag(v)
	return nil
}

// Init defines the flags -test.xxx. Programs that use Benchmark without MainStart may call it before flag.Parse.
func Init() {
	if initRan {
		return
	}
	initRan = true
	o := &opt
	flag.BoolVar(&o.short, "test.short", false, "run smaller test suite to save time")
	flag.BoolVar(&o.failFast, "test.failfast", false, "do not start new tests after the first test failure")
	flag.BoolVar(&o.fullPath, "test.fullpath", false, "show full file names in error messages")
	flag.BoolVar(&o.benchMem, "test.benchmem", false, "print memory allocations for benchmarks")
	flag.BoolVar(&o.artifacts, "test.artifacts", false, "store test artifacts in the output directory")
	flag.BoolVar(&o.paniconexit0, "test.paniconexit0", false, "panic on call to os.Exit(0)")
	flag.Var(&o.verbose, "test.v", "verbose: print additional output")
	flag.StringVar(&o.run, "test.run", "", "run only tests and examples matching `regexp`")
	flag.StringVar(&o.skip, "test.skip", "", "do not list or run tests matching `regexp`")
	flag.StringVar(&o.list, "test.list", "", "list tests, examples, and benchmarks matching `regexp` then exit")
	flag.StringVar(&o.bench, "test.bench", "", "run only benchmarks matching `regexp`")
	flag.StringVar(&o.fuzz, "test.fuzz", "", "run the fuzz test matching `regexp`")
	flag.StringVar(&o.cpu, "test.cpu", "", "comma-separated `list` of cpu counts to run each test with")
	flag.StringVar(&o.shuffle, "test.shuffle", "off", "randomize the execution order of tests and benchmarks")
	flag.StringVar(&o.outputDir, "test.outputdir", "", "write profiles to `dir`")
	flag.UintVar(&o.count, "test.count", 1, "run tests and benchmarks `n` times")
	flag.IntVar(&o.parallel, "test.parallel", runtime.GOMAXPROCS(0), "run at most `n` tests in parallel")
	flag.DurationVar(&o.timeout, "test.timeout", 0, "panic test binary after duration `d` (default 0, timeout disabled)")
	flag.Var(&o.benchTime, "test.benchtime", "run each benchmark for duration `d` or N times if `d` is of the form Nx")
	for i, name := range [...]string{"coverprofile", "gocoverdir", "cpuprofile", "memprofile", "blockprofile", "mutexprofile", "trace", "testlogfile"} {
		flag.StringVar(&o.ignored[i], "test."+name, "", "write to `file` (not supported yet)")
	}
}

func benchGoal() benchTime { return opt.benchTime }

// Short reports whether -test.short is set.
func Short() bool {
	if !initRan {
		panic("testing: Short called before Init")
	}
	if !flag.Parsed() {
		panic("testing: Short called before Parse")
	}
	return opt.short
}

// Verbose reports whether -test.v is set.
func Verbose() bool {
	if !initRan {
		panic("testing: Verbose called before Init")
	}
	if !flag.Parsed() {
		panic("testing: Verbose called before Parse")
	}
	return bool(opt.verbose)
}

// cpuList is the list of -test.cpu.
func cpuList() []int {
	var list []int
	for val := range strings.SplitSeq(opt.cpu, ",") {
		val = strings.TrimSpace(val)
		if val == "" {
			continue
		}
		n, err := strconv.Atoi(val)
		if err != nil || n <= 0 {
			fmt.Fprintf(os.Stderr, "testing: invalid value %q for -test.cpu\n", val)
			os.Exit(1)
		}
		list = append(list, n)
	}
	if list == nil {
		list = []int{runtime.GOMAXPROCS(-1)}
	}
	return list
}

func outputPath(name string) string {
	if opt.outputDir != "" && !filepath.IsAbs(name) {
		name = filepath.Join(opt.outputDir, name)
	}
	abs, err := filepath.Abs(name)
	if err != nil {
		return name
	}
	return abs
}

// testDeps is what a test program brings along, so that this package does not import all of it.
type testDeps interface {
	MatchString(pat, str string) (bool, error)
	ImportPath() string
}

type matchOnly func(pat, str string) (bool, error)

func (f matchOnly) MatchString(pat, str string) (bool, error) { return f(pat, str) }
func (f matchOnly) ImportPath() string                        { return "" }

// M is the run of a test program, handed to TestMain.
type M struct {
	deps       testDeps
	tests      []InternalTest
	benchmarks []InternalBenchmark
	fuzz       []InternalFuzzTarget
	examples   []InternalExample
	timer      *time.Timer
}

// Main is for test programs that bring only a way to match names. It does not return.
func Main(matchString func(pat, str string) (bool, error), tests []InternalTest, benchmarks []InternalBenchmark, examples []InternalExample) {
	os.Exit(MainStart(matchOnly(matchString), tests, benchmarks, nil, examples).Run())
}

// MainStart is the beginning of generated test programs.
func MainStart(deps testDeps, tests []InternalTest, benchmarks []InternalBenchmark, fuzzTargets []InternalFuzzTarget, examples []InternalExample) *M {
	Init()
	testBinary = true
	importPath = deps.ImportPath()
	return &M{deps: deps, tests: tests, benchmarks: benchmarks, fuzz: fuzzTargets, examples: examples}
}

var haveExamples bool

// Run runs everything the command line selects and returns the exit status.
func (m *M) Run() (code int) {
	if !flag.Parsed() {
		flag.Parse()
	}
	if opt.parallel < 1 {
		fmt.Fprintln(os.Stderr, "testing: -parallel can only be given a positive integer")
		flag.Usage()
		return 2
	}
	if opt.fuzz != "" {
		fmt.Fprintln(os.Stderr, "testing: -test.fuzz is not supported yet")
		return 2
	}
	for _, file := range opt.ignored {
		if file != "" {
			fmt.Fprintln(os.Stderr, "testing: profiles and coverage are not supported yet")
			break
		}
	}
	if opt.list != "" {
		return m.list()
	}
	if opt.shuffle != "off" && !m.shuffle() {
		return 2
	}
	var deadline time.Time
	if opt.timeout > 0 {
		deadline = time.Now().Add(opt.timeout)
		m.timer = time.AfterFunc(opt.timeout, timedOut)
	}
	haveExamples = len(m.examples) > 0
	tests := m.tests
	for _, target := range m.fuzz {
		tests = append(tests[:len(tests):len(tests)], InternalTest{target.Name, target.test})
	}
	testRan, testOk := runTests(m.deps.MatchString, tests, deadline)
	exampleRan, exampleOk := runExamples(m.deps.MatchString, m.examples)
	if m.timer != nil {
		m.timer.Stop()
	}
	if !testRan && !exampleRan && opt.bench == "" {
		fmt.Fprintln(os.Stderr, "testing: warning: no tests to run")
	}
	if !testOk || !exampleOk || !runBenchmarks(m.deps.MatchString, m.benchmarks) {
		fmt.Print("FAIL\n")
		return 1
	}
	fmt.Print("PASS\n")
	return 0
}

func (m *M) shuffle() bool {
	seed := time.Now().UnixNano()
	if opt.shuffle != "on" {
		var err error
		if seed, err = strconv.ParseInt(opt.shuffle, 10, 64); err != nil {
			fmt.Fprintln(os.Stderr, `testing: -shuffle should be "off", "on", or a valid integer:`, err)
			return false
		}
	}
	fmt.Println("-test.shuffle", seed)
	rng := rand.New(rand.NewSource(seed))
	rng.Shuffle(len(m.tests), func(i, j int) { m.tests[i], m.tests[j] = m.tests[j], m.tests[i] })
	rng.Shuffle(len(m.benchmarks), func(i, j int) { m.benchmarks[i], m.benchmarks[j] = m.benchmarks[j], m.benchmarks[i] })
	return true
}

func (m *M) list() int {
	if _, err := m.deps.MatchString(opt.list, "non-empty"); err != nil {
		fmt.Fprintf(os.Stderr, "testing: invalid regexp in -test.list (%q): %s\n", opt.list, err)
		return 1
	}
	var names []string
	for _, t := range m.tests {
		names = append(names, t.Name)
	}
	for _, b := range m.benchmarks {
		names = append(names, b.Name)
	}
	for _, f := range m.fuzz {
		names = append(names, f.Name)
	}
	for _, e := range m.examples {
		names = append(names, e.Name)
	}
	for _, name := range names {
		if ok, _ := m.deps.MatchString(opt.list, name); ok {
			fmt.Println(name)
		}
	}
	return 0
}

// timedOut ends the program with the names of the tests that run.
func timedOut() {
	debug.SetTraceback("all")
	var list []string
	running.Range(func(name, start any) bool {
		if name != "" {
			list = append(list, fmt.Sprintf("\t%s (%v)", name, time.Since(start.(time.Time)).Round(time.Second)))
		}
		return true
	})
	slices.Sort(list)
	text := ""
	if len(list) > 0 {
		text = "\n\trunning tests:\n\t" + strings.Join(list, "\n\t")
	}
	panic(fmt.Sprintf("test timed out after %v%s", opt.timeout, text))
}

// ---- examples ------------------------------------------------------------------------------------------------------------------------

// InternalExample is an example with the output it must have.
type InternalExample struct {
	Name      string
	F         func()
	Output    string
	Unordered bool
}

// RunExamples runs the examples that -test.run selects and reports whether all have the right output.
func RunExamples(matchString func(pat, str string) (bool, error), examples []InternalExample) (ok bool) {
	_, ok = runExamples(matchString, examples)
	return ok
}

func runExamples(match func(pat, str string) (bool, error), examples []InternalExample) (ran, ok bool) {
	ok = true
	m := newMatcher(match, opt.run, "-test.run", opt.skip)
	for i := range examples {
		if _, hit, _ := m.fullName(nil, examples[i].Name); hit {
			ran = true
			ok = examples[i].run() && ok
		}
	}
	return ran, ok
}

func (e *InternalExample) run() (ok bool) {
	if opt.verbose {
		fmt.Printf("=== RUN   %s\n", e.Name)
	}
	stdout := os.Stdout
	r, w, err := os.Pipe()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Stdout = w
	text := make(chan string)
	go func() {
		b, err := io.ReadAll(r)
		r.Close()
		if err != nil {
			fmt.Fprintf(os.Stderr, "testing: copying pipe: %v\n", err)
			os.Exit(1)
		}
		text <- string(b)
	}()
	finished := false
	start := time.Now()
	defer func() {
		d := time.Since(start)
		w.Close()
		os.Stdout = stdout
		ok = e.check(<-text, d, finished, recover())
	}()
	e.F()
	finished = true
	return
}

func sortedLines(s string) []string {
	lines := strings.Split(s, "\n")
	slices.Sort(lines)
	return lines
}

func (e *InternalExample) check(stdout string, d time.Duration, finished bool, panicked any) bool {
	got, want := strings.TrimSpace(stdout), strings.TrimSpace(e.Output)
	fail := ""
	if panicked == nil {
		if e.Unordered {
			if !slices.Equal(sortedLines(got), sortedLines(want)) {
				fail = fmt.Sprintf("got:\n%s\nwant (unordered):\n%s\n", stdout, e.Output)
			}
		} else if got != want {
			fail = fmt.Sprintf("got:\n%s\nwant:\n%s\n", got, want)
		}
	}
	ok := fail == "" && finished && panicked == nil
	if !ok {
		fmt.Printf("--- FAIL: %s (%s)\n%s", e.Name, seconds(d), fail)
	} else if opt.verbose {
		fmt.Printf("--- PASS: %s (%s)\n", e.Name, seconds(d))
	}
	if panicked != nil {
		panic(panicked)
	}
	if !finished {
		panic(errGoexit)
	}
	return ok
}

// ---- fuzz targets --------------------------------------------------------------------------------------------------------------------

// InternalFuzzTarget is a fuzz target with its name.
type InternalFuzzTarget struct {
	Name string
	Fn   func(f *F)
}

// F is a fuzz target; it runs with the seeds of Add only.
type F struct {
	common
	t     *T
	seeds [][]any
}

// Add adds arguments for the function given to Fuzz.
func (f *F) Add(args ...any) { f.seeds = append(f.seeds, args) }

func (target InternalFuzzTarget) test(t *T) {
	f := &F{t: t}
	c := &f.common
	c.name, c.parent, c.level, c.w, c.chat = t.name, t.parent, t.level, t.w, t.chat
	c.ctx, c.creator = t.ctx, t.creator
	defer func() {
		f.runCleanup()
		f.flushPartial()
		t.mu.Lock()
		t.output = append(t.output, f.output...)
		t.failed = t.failed || f.failed
		t.skipped = t.skipped || f.skipped
		t.finished = t.finished || f.finished
		t.mu.Unlock()
	}()
	target.Fn(f)
}
