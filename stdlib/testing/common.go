package testing

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode"
)

// common is what tests and benchmarks share: a node in the tree of tests.
type common struct {
	mu       sync.RWMutex
	output   []byte // indented lines, not yet passed to the parent
	partial  []byte // last line written through Output, without its newline
	w        io.Writer
	chat     *chatty // nil unless verbose
	name     string
	parent   *common
	level    int
	signal   chan bool // a test ended or became parallel; false: it ended a test above it by FailNow
	barrier  chan bool // closed when parallel subtests may run
	sub      []*T      // parallel subtests
	creator  []uintptr // stack of the call of Run
	start    time.Time
	duration time.Duration

	ran, failed, skipped bool
	finished             bool // the function returned or ended by FailNow or SkipNow
	done                 bool // all subtests ended and the result was reported
	parallel             bool
	bench                bool
	hasSub               atomic.Bool
	cleaning             atomic.Bool
	cleanups             []func()
	helpers              map[string]bool // functions that called Helper

	tempMu   sync.Mutex
	temp     string
	tempSeq  int
	artifact string

	ctx    context.Context
	cancel context.CancelFunc
}

// TB is what T, B and F have in common. It can not be implemented elsewhere.
type TB interface {
	ArtifactDir() string
	Attr(key, value string)
	Cleanup(func())
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Setenv(key, value string)
	Chdir(dir string)
	Skip(args ...any)
	SkipNow()
	Skipf(format string, args ...any)
	Skipped() bool
	TempDir() string
	Context() context.Context
	Output() io.Writer

	private()
}

func (c *common) private() {}

const indent = "    "

// ---- state ---------------------------------------------------------------------------------------------------------------------

// Name is the full name: names of enclosing tests and this one's, with slashes between.
func (c *common) Name() string { return c.name }

// Context is cancelled just before the functions of Cleanup run.
func (c *common) Context() context.Context { return c.ctx }

// Fail marks the test, and those around it, as failed, and goes on.
func (c *common) Fail() {
	if c.parent != nil {
		c.parent.Fail()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done {
		panic("Fail in goroutine after " + c.name + " has completed")
	}
	c.failed = true
}

// FailNow is Fail, and ends the test's goroutine.
func (c *common) FailNow() {
	c.Fail()
	c.finish(false)
}

func (c *common) finish(skipped bool) {
	c.mu.Lock()
	c.finished = true
	if skipped {
		c.skipped = true
	}
	c.mu.Unlock()
	runtime.Goexit()
}

// Failed reports whether the test has failed.
func (c *common) Failed() bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.failed
}

// SkipNow marks the test as skipped and ends its goroutine.
func (c *common) SkipNow() { c.finish(true) }

// Skipped reports whether the test was skipped.
func (c *common) Skipped() bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.skipped
}

func (c *common) isFinished() bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.finished
}

func (c *common) setRan() {
	for ; c != nil; c = c.parent {
		c.mu.Lock()
		c.ran = true
		c.mu.Unlock()
	}
}

// ---- log -----------------------------------------------------------------------------------------------------------------------

// Log formats as Println does. The text is shown when the test fails or with -test.v.
func (c *common) Log(args ...any) { c.log(fmt.Sprintln(args...)) }

// Logf formats as Printf does.
func (c *common) Logf(format string, args ...any) { c.log(fmt.Sprintf(format, args...)) }

// Error is Log and Fail.
func (c *common) Error(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.Fail()
}

// Errorf is Logf and Fail.
func (c *common) Errorf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.Fail()
}

// Fatal is Log and FailNow.
func (c *common) Fatal(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.FailNow()
}

// Fatalf is Logf and FailNow.
func (c *common) Fatalf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.FailNow()
}

// Skip is Log and SkipNow.
func (c *common) Skip(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.SkipNow()
}

// Skipf is Logf and SkipNow.
func (c *common) Skipf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.SkipNow()
}

// sink is the innermost test, from c outwards, that still takes output.
func (c *common) sink() *common {
	for ; c != nil; c = c.parent {
		c.mu.RLock()
		done := c.done
		c.mu.RUnlock()
		if !done {
			return c
		}
	}
	return nil
}

// log is two calls below the test's code.
func (c *common) log(s string) {
	s = strings.ReplaceAll(strings.TrimSuffix(s, "\n"), "\n", "\n"+indent+indent) + "\n"
	to := c.sink()
	if to == nil {
		panic("Log in goroutine after " + c.name + " has completed: " + s)
	}
	s = to.callSite() + s
	to.flushPartial()
	to.mu.Lock()
	defer to.mu.Unlock()
	to.line(s)
}

// line takes a text that ends in a newline, with c.mu held.
func (c *common) line(s string) {
	switch {
	case c.done || c.chat == nil:
		c.output = append(append(c.output, indent...), s...)
	case c.bench:
		fmt.Print(indent, s)
	default:
		c.chat.print(c.name, indent+s)
	}
}

func (c *common) flushPartial() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.partial) > 0 {
		s := string(c.partial) + "\n"
		c.partial = c.partial[:0]
		c.line(s)
	}
}

type outputWriter struct{ c *common }

// Output returns a writer into the test's log; lines have no position.
func (c *common) Output() io.Writer {
	to := c.sink()
	if to == nil {
		panic("Output called after " + c.name + " has completed")
	}
	return outputWriter{to}
}

func (o outputWriter) Write(p []byte) (int, error) {
	c := o.c.sink()
	if c == nil {
		panic("Write called after " + o.c.name + " has completed")
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	n := len(p)
	for {
		i := bytes.IndexByte(p, '\n')
		if i < 0 {
			c.partial = append(c.partial, p...)
			return n, nil
		}
		s := string(c.partial) + string(p[:i+1])
		c.partial = c.partial[:0]
		p = p[i+1:]
		c.line(s)
	}
}

// indenter passes the output of a subtest to its parent's, indented.
type indenter struct{ c *common }

func (w indenter) Write(b []byte) (n int, err error) {
	for line := range bytes.Lines(b) {
		w.c.output = append(append(w.c.output, indent...), line...)
	}
	return len(b), nil
}

// flushTo writes the line with the result, then the log, to where the parent's output goes.
func (c *common) flushTo(format string, args ...any) {
	p := c.parent
	p.mu.Lock()
	defer p.mu.Unlock()
	c.mu.Lock()
	defer c.mu.Unlock()
	text := fmt.Sprintf(format, args...) + string(c.output)
	c.output = c.output[:0]
	if c.chat != nil && p.w == c.chat.w {
		c.chat.update(c.name, text)
	} else {
		io.WriteString(p.w, text)
	}
}

// Attr writes a key and a value into verbose output.
func (c *common) Attr(key, value string) {
	if strings.ContainsFunc(key, unicode.IsSpace) {
		c.Errorf("disallowed whitespace in attribute key %q", key)
		return
	}
	if strings.ContainsAny(value, "\r\n") {
		c.Errorf("disallowed newline in attribute value %q", value)
		return
	}
	if c.chat != nil {
		c.chat.update(c.name, fmt.Sprintf("=== ATTR  %s %v %v\n", c.name, key, value))
	}
}

// ---- positions -------------------------------------------------------------------------------------------------------------------

// Helper marks the calling function: positions in the log are those of its callers.
func (c *common) Helper() {
	name := callerName(1)
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.helpers[name] {
		if c.helpers == nil {
			c.helpers = make(map[string]bool)
		}
		c.helpers[name] = true
	}
}

// callerName is the name of a function on the stack: 0 is the caller of callerName.
func callerName(skip int) string {
	var pc [1]uintptr
	if runtime.Callers(skip+2, pc[:]) == 0 {
		panic("testing: zero callers found")
	}
	frame, _ := runtime.CallersFrames(pc[:]).Next()
	return frame.Function
}

// rangeBody cuts what the name of a loop body, as a function, has more than the function around it.
func rangeBody(name string) string {
	i := strings.LastIndex(name, "-range")
	if i > 0 && strings.Trim(name[i+len("-range"):], "0123456789") == "" {
		return name[:i]
	}
	return name
}

// logMethod reports whether a function is one of those that write the log.
func logMethod(name string) bool {
	name, ok := strings.CutPrefix(name, "testing.(*common).")
	if !ok {
		return false
	}
	switch name {
	case "callSite", "log", "Log", "Logf", "Error", "Errorf", "Fatal", "Fatalf", "Skip", "Skipf":
		return true
	}
	return false
}

// callSite is the position of a log call: that of the innermost function that is no helper. When a whole test is a helper, it is that of
// the call of Run.
func (c *common) callSite() string {
	var buf [50]uintptr
	n := runtime.Callers(1, buf[:])
	frames := runtime.CallersFrames(buf[:n])
	c.mu.RLock()
	defer c.mu.RUnlock()
	var best runtime.Frame
	at := c
	for {
		f, more := frames.Next()
		if f.PC == 0 {
			break
		}
		if logMethod(f.Function) {
			continue
		}
		if best.PC == 0 {
			best = f
		}
		if f.Function == "runtime.gopanic" || strings.HasPrefix(f.Function, "testing.(*common).runCleanup") {
			continue
		}
		if strings.HasPrefix(f.Function, "testing.tRunner") || strings.HasPrefix(f.Function, "testing.(*B).runN") {
			if at.level > 1 && at.creator != nil && at.parent != nil {
				frames = runtime.CallersFrames(at.creator)
				at = at.parent
				continue
			}
			break
		}
		best = f
		if !at.helpers[rangeBody(f.Function)] && !c.helpers[rangeBody(f.Function)] {
			break
		}
		if !more {
			break
		}
	}
	file, line := best.File, max(best.Line, 1)
	if file == "" {
		file = "???"
	} else if !opt.fullPath {
		file = filepath.Base(file)
	}
	return fmt.Sprintf("%s:%d: ", file, line)
}

// ---- cleaning up -----------------------------------------------------------------------------------------------------------------

// Cleanup adds a function that runs after the test and its subtests; the last added runs first.
func (c *common) Cleanup(f func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cleanups = append(c.cleanups, f)
}

// runCleanup runs the functions even when one panics; the panic goes on after them.
func (c *common) runCleanup() {
	c.cleaning.Store(true)
	defer c.cleaning.Store(false)
	if c.cancel != nil {
		c.cancel()
	}
	c.cleanRest()
}

func (c *common) cleanRest() {
	for {
		c.mu.Lock()
		n := len(c.cleanups) - 1
		if n < 0 {
			c.mu.Unlock()
			return
		}
		f := c.cleanups[n]
		c.cleanups = c.cleanups[:n]
		c.mu.Unlock()
		func() {
			ok := false
			defer func() {
				if !ok {
					c.cleanRest()
				}
			}()
			f()
			ok = true
		}()
	}
}

// catchCleanup is runCleanup that returns a panic's value.
func (c *common) catchCleanup() (value any) {
	defer func() { value = recover() }()
	c.runCleanup()
	return nil
}

// TempDir makes a directory, a new one for each call, that is removed after the test.
func (c *common) TempDir() string {
	dir, err := c.makeTemp()
	if err != nil {
		c.Fatalf("TempDir: %v", err)
	}
	return dir
}

// fileName keeps of a test's name what can stand in a file's.
func fileName(name, allowed string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || strings.ContainsRune(allowed, r) {
			return r
		}
		return -1
	}, name)
}

func (c *common) makeTemp() (string, error) {
	c.tempMu.Lock()
	defer c.tempMu.Unlock()
	missing := c.temp == ""
	if !missing {
		_, err := os.Stat(c.temp)
		if missing = os.IsNotExist(err); err != nil && !missing {
			return "", err
		}
	}
	if missing {
		name := fileName(c.name[:min(len(c.name), 64)], "!#$%&()+,-.=@^_{}~ ")
		dir, err := os.MkdirTemp(os.Getenv("GOTMPDIR"), name)
		if err != nil {
			return "", err
		}
		c.temp = dir
		c.Cleanup(func() {
			if err := os.RemoveAll(dir); err != nil {
				c.Errorf("TempDir RemoveAll cleanup: %v", err)
			}
		})
	}
	c.tempSeq++
	dir := fmt.Sprintf("%s%c%03d", c.temp, os.PathSeparator, c.tempSeq)
	return dir, os.Mkdir(dir, 0o777)
}

// ArtifactDir returns a directory for files of lasting interest: below the output directory with -test.artifacts, else a temporary one.
func (c *common) ArtifactDir() string {
	c.tempMu.Lock()
	dir := c.artifact
	c.tempMu.Unlock()
	if dir != "" {
		return dir
	}
	var err error
	if opt.artifacts {
		dir = filepath.Join(outputPath("_artifacts"), fileName(strings.ReplaceAll(c.name, "/", "__"), "!#$%&()+,-.=@^_{}~ "))
		if err = os.MkdirAll(dir, 0o777); err == nil {
			dir, err = os.MkdirTemp(dir, "")
		}
		if err == nil && c.chat != nil {
			c.chat.update(c.name, fmt.Sprintf("=== ARTIFACTS %s %v\n", c.name, dir))
		}
	} else {
		dir, err = c.makeTemp()
	}
	if err != nil {
		c.Fatalf("ArtifactDir: %v", err)
	}
	c.tempMu.Lock()
	c.artifact = dir
	c.tempMu.Unlock()
	return dir
}

// Setenv sets an environment variable until the test ends. Parallel tests must not use it.
func (c *common) Setenv(key, value string) {
	old, had := os.LookupEnv(key)
	if err := os.Setenv(key, value); err != nil {
		c.Fatalf("cannot set environment variable: %v", err)
	}
	c.Cleanup(func() {
		if had {
			os.Setenv(key, old)
		} else {
			os.Unsetenv(key)
		}
	})
}

// Chdir changes the working directory, and $PWD, until the test ends. Parallel tests must not use it.
func (c *common) Chdir(dir string) {
	old, err := os.Open(".")
	if err == nil {
		err = os.Chdir(dir)
	}
	if err == nil && !filepath.IsAbs(dir) {
		dir, err = os.Getwd()
	}
	if err != nil {
		c.Fatal(err)
	}
	c.Setenv("PWD", dir)
	c.Cleanup(func() {
		err := old.Chdir()
		old.Close()
		if err != nil {
			panic("testing.Chdir: " + err.Error())
		}
	})
}

// ---- names -----------------------------------------------------------------------------------------------------------------------

// A matcher chooses tests by -test.run and -test.skip, and makes names unique.
type matcher struct {
	mu     sync.Mutex
	match  func(pat, str string) (bool, error)
	run    [][]string // alternatives; each a pattern per level
	skip   [][]string
	counts map[string]int
}

func newMatcher(match func(pat, str string) (bool, error), run, option, skip string) *matcher {
	m := &matcher{match: match, run: splitPattern(run), skip: splitPattern(skip), counts: make(map[string]int)}
	for _, p := range []struct {
		option string
		list   [][]string
	}{{option, m.run}, {"-test.skip", m.skip}} {
		for _, alt := range p.list {
			for i, pattern := range alt {
				if _, err := match(pattern, "non-empty"); err != nil {
					fmt.Fprintf(os.Stderr, "testing: invalid regexp for element %d of %s (%q): %s\n", i, p.option, pattern, err)
					os.Exit(1)
				}
			}
		}
	}
	return m
}

// splitPattern splits at | and then at /, outside of brackets and parentheses.
func splitPattern(s string) [][]string {
	if s == "" {
		return nil
	}
	alts := [][]string{nil}
	depth, class, from := 0, 0, 0
	add := func(end int) {
		last := &alts[len(alts)-1]
		*last = append(*last, rewriteName(s[from:end]))
	}
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[':
			class++
		case ']':
			class = max(class-1, 0)
		case '(':
			if class == 0 {
				depth++
			}
		case ')':
			if class == 0 {
				depth--
			}
		case '\\':
			i++
		case '/', '|':
			if class == 0 && depth == 0 {
				add(i)
				from = i + 1
				if s[i] == '|' {
					alts = append(alts, nil)
				}
			}
		}
	}
	add(len(s))
	return alts
}

// matches looks at as many levels as name and pattern both have. partial: the name's subtests may still differ.
func (m *matcher) matches(list [][]string, name []string) (ok, partial bool) {
	for _, alt := range list {
		all := true
		for i, elem := range name {
			if i >= len(alt) {
				break
			}
			if hit, _ := m.match(alt[i], elem); !hit {
				all = false
				break
			}
		}
		if all {
			if ok, partial = true, len(name) < len(alt); !partial {
				return
			}
		}
	}
	return
}

// fullName is the unique name of a subtest and whether it is wanted, if only in part.
func (m *matcher) fullName(c *common, name string) (full string, ok, partial bool) {
	full = name
	m.mu.Lock()
	defer m.mu.Unlock()
	if c != nil && c.level > 0 {
		full = m.unique(c.name, rewriteName(name))
	}
	elems := strings.Split(full, "/")
	if ok = true; m.run != nil {
		ok, partial = m.matches(m.run, elems)
	}
	if ok && m.skip != nil {
		if skip, some := m.matches(m.skip, elems); skip && !some {
			ok = false
		}
	}
	return full, ok, partial
}

// unique appends #NN when the name was used already or is empty.
func (m *matcher) unique(parent, sub string) string {
	base := parent + "/" + sub
	for {
		n := m.counts[base]
		m.counts[base] = n + 1
		if n == 0 && sub != "" {
			return base
		}
		name := fmt.Sprintf("%s#%02d", base, n)
		if m.counts[name] == 0 {
			m.counts[name] = 1
			return name
		}
	}
}

// rewriteName makes a name printable and free of spaces.
func rewriteName(s string) string {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			b = append(b, '_')
		case !unicode.IsPrint(r):
			q := fmt.Sprintf("%+q", r)
			b = append(b, q[1:len(q)-1]...)
		default:
			b = append(b, string(r)...)
		}
	}
	return string(b)
}

var errGoexit = errors.New("test executed panic(nil) or runtime.Goexit")
