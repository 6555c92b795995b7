// Package exec runs other programs. It starts them directly: there is no shell that would expand patterns or redirect.
package exec

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

var errIsDir error = syscall.EISDIR

func quote(s string) string { return strconv.Quote(s) }

// ErrWaitDelay says that WaitDelay ran out while a pipe of the program was still open.
var ErrWaitDelay = errors.New("exec: WaitDelay expired before I/O complete")

// A Cmd is a program to run. It can be used once.
type Cmd struct {
	Path        string               // program
	Args        []string             // arguments, beginning with its name
	Env         []string             // nil: this process's; the last value of a name counts
	Dir         string               // working directory
	Stdin       io.Reader            // nil: the null device
	Stdout      io.Writer            // nil: the null device
	Stderr      io.Writer            // may be Stdout; one goroutine then writes
	ExtraFiles  []*os.File           // descriptors from 3 on
	SysProcAttr *syscall.SysProcAttr // what is special to the system

	Process      *os.Process      // once started
	ProcessState *os.ProcessState // once ended
	Err          error            // of LookPath

	Cancel    func() error  // called when the context is done; default: kill
	WaitDelay time.Duration // how long to wait for pipes after that or after the program's end

	ctx         context.Context
	childFiles  []*os.File     // closed after the start
	parentFiles []io.Closer    // closed by Wait
	goroutines  []func() error // copy input and output
	results     chan error
	ctxResult   chan ctxResult
}

type ctxResult struct {
	err   error
	timer *time.Timer
}

// Command returns a Cmd for a program, found by LookPath if its name has no slash.
func Command(name string, arg ...string) *Cmd {
	c := &Cmd{Path: name, Args: append([]string{name}, arg...)}
	if filepath.Base(name) == name {
		path, err := LookPath(name)
		if path != "" {
			c.Path = path
		}
		if err != nil {
			c.Err = err
		}
	}
	return c
}

// CommandContext is Command for a program that is stopped when ctx is done.
func CommandContext(ctx context.Context, name string, arg ...string) *Cmd {
	if ctx == nil {
		panic("nil Context")
	}
	c := Command(name, arg...)
	c.ctx = ctx
	c.Cancel = func() error { return c.Process.Kill() }
	return c
}

// String shows the command, for people only.
func (c *Cmd) String() string {
	if c.Err != nil {
		return strings.Join(c.Args, " ")
	}
	s := c.Path
	for _, a := range c.Args[min(1, len(c.Args)):] {
		s += " " + a
	}
	return s
}

// Environ is the environment that the program would get.
func (c *Cmd) Environ() []string {
	env := c.Env
	if env == nil {
		env = os.Environ()
		if c.Dir != "" {
			if pwd, err := filepath.Abs(c.Dir); err == nil {
				env = append(env, "PWD="+pwd)
			}
		}
	}
	// The last value of a name counts.
	out := make([]string, 0, len(env))
	seen := make(map[string]bool, len(env))
	for i := len(env) - 1; i >= 0; i-- {
		k, _, ok := strings.Cut(env[i], "=")
		if ok && seen[k] {
			continue
		}
		seen[k] = true
		out = append(out, env[i])
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

func (c *Cmd) closeAll() {
	for _, f := range c.childFiles {
		f.Close()
	}
	for _, f := range c.parentFiles {
		f.Close()
	}
	c.childFiles, c.parentFiles = nil, nil
}

func (c *Cmd) null(flag int) (*os.File, error) {
	f, err := os.OpenFile(os.DevNull, flag, 0)
	if err == nil {
		c.childFiles = append(c.childFiles, f)
	}
	return f, err
}

func (c *Cmd) stdin() (*os.File, error) {
	if c.Stdin == nil {
		return c.null(os.O_RDONLY)
	}
	if f, ok := c.Stdin.(*os.File); ok {
		return f, nil
	}
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	c.childFiles = append(c.childFiles, r)
	c.parentFiles = append(c.parentFiles, w)
	c.goroutines = append(c.goroutines, func() error {
		_, err := io.Copy(w, c.Stdin)
		if errors.Is(err, syscall.EPIPE) { // the program did not want it all
			err = nil
		}
		if e := w.Close(); err == nil {
			err = e
		}
		return err
	})
	return r, nil
}

func (c *Cmd) output(w io.Writer) (*os.File, error) {
	if w == nil {
		return c.null(os.O_WRONLY)
	}
	if f, ok := w.(*os.File); ok {
		return f, nil
	}
	r, pw, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	c.childFiles = append(c.childFiles, pw)
	c.parentFiles = append(c.parentFiles, r)
	c.goroutines = append(c.goroutines, func() error {
		_, err := io.Copy(w, r)
		r.Close()
		return err
	})
	return pw, nil
}

// sameWriter reports whether two writers are one, also for types that cannot be compared.
func sameWriter(a, b io.Writer) bool {
	defer func() { recover() }()
	return a == b
}

// Run starts the program and waits for it.
func (c *Cmd) Run() error {
	if err := c.Start(); err != nil {
		return err
	}
	return c.Wait()
}

// Start starts the program. Wait must follow.
func (c *Cmd) Start() error {
	started := false
	defer func() {
		if !started {
			c.closeAll()
		}
	}()
	if c.Path == "" && c.Err == nil {
		c.Err = errors.New("exec: no command")
	}
	if c.Err != nil {
		return c.Err
	}
	if c.Process != nil {
		return errors.New("exec: already started")
	}
	if c.Cancel != nil && c.ctx == nil {
		return errors.New("exec: command with a non-nil Cancel was not created with CommandContext")
	}
	if c.ctx != nil {
		select {
		case <-c.ctx.Done():
			return c.ctx.Err()
		default:
		}
	}
	in, err := c.stdin()
	if err != nil {
		return err
	}
	out, err := c.output(c.Stdout)
	if err != nil {
		return err
	}
	errOut := out
	if c.Stderr == nil || c.Stdout == nil || !sameWriter(c.Stderr, c.Stdout) {
		if errOut, err = c.output(c.Stderr); err != nil {
			return err
		}
	}
	args := c.Args
	if len(args) == 0 {
		args = []string{c.Path}
	}
	c.Process, err = os.StartProcess(c.Path, args, &os.ProcAttr{
		Dir:   c.Dir,
		Env:   c.Environ(),
		Files: append([]*os.File{in, out, errOut}, c.ExtraFiles...),
		Sys:   c.SysProcAttr,
	})
	if err != nil {
		return err
	}
	started = true
	for _, f := range c.childFiles {
		f.Close()
	}
	c.childFiles = nil
	if len(c.goroutines) > 0 {
		c.results = make(chan error, len(c.goroutines))
		for _, f := range c.goroutines {
			go func() { c.results <- f() }()
		}
	}
	if (c.Cancel != nil || c.WaitDelay != 0) && c.ctx != nil && c.ctx.Done() != nil {
		ch := make(chan ctxResult)
		c.ctxResult = ch
		go c.watch(ch)
	}
	return nil
}

// watch stops the program when the context is done.
func (c *Cmd) watch(ch chan<- ctxResult) {
	select {
	case ch <- ctxResult{}:
		return
	case <-c.ctx.Done():
	}
	var err error
	if c.Cancel != nil {
		if e := c.Cancel(); e == nil {
			err = c.ctx.Err()
		} else if errors.Is(e, os.ErrProcessDone) {
			// It has ended by itself.
		} else {
			err = wrapped{"exec: canceling Cmd", e}
		}
	}
	if c.WaitDelay == 0 {
		ch <- ctxResult{err: err}
		return
	}
	timer := time.NewTimer(c.WaitDelay)
	select {
	case ch <- ctxResult{err, timer}:
		return
	case <-timer.C:
	}
	killed := false
	if e := c.Process.Kill(); e == nil {
		killed = true
	} else if !errors.Is(e, os.ErrProcessDone) {
		err = wrapped{"exec: killing Cmd", e}
	}
	if len(c.goroutines) > 0 {
		for _, f := range c.parentFiles {
			f.Close()
		}
		if err == nil {
			err = ErrWaitDelay
		}
	}
	if killed && err == nil {
		err = c.ctx.Err()
	}
	ch <- ctxResult{err: err}
}

type wrapped struct {
	prefix string
	err    error
}

func (w wrapped) Error() string { return w.prefix + ": " + w.err.Error() }
func (w wrapped) Unwrap() error { return w.err }

// An ExitError is a program that did not end with status 0.
type ExitError struct {
	*os.ProcessState
	Stderr []byte // beginning and end of what it wrote to standard error, if Output collected it
}

func (e *ExitError) Error() string { return e.ProcessState.String() }

// Wait waits for the program to end and its output to be copied. The error is an *ExitError when the program has failed.
func (c *Cmd) Wait() error {
	if c.Process == nil {
		return errors.New("exec: not started")
	}
	if c.ProcessState != nil {
		return errors.New("exec: Wait was already called")
	}
	state, err := c.Process.Wait()
	if err == nil && !state.Success() {
		err = &ExitError{ProcessState: state}
	}
	c.ProcessState = state
	var timer *time.Timer
	if c.ctxResult != nil {
		r := <-c.ctxResult
		timer = r.timer
		if err == nil && r.err != nil {
			err = r.err
		}
	}
	if e := c.collect(timer); err == nil {
		err = e
	}
	for _, f := range c.parentFiles {
		f.Close()
	}
	c.parentFiles = nil
	return err
}

// collect waits for the goroutines, up to WaitDelay.
func (c *Cmd) collect(timer *time.Timer) error {
	if timer == nil && len(c.goroutines) > 0 && c.WaitDelay != 0 {
		timer = time.NewTimer(c.WaitDelay)
	}
	var timeout <-chan time.Time
	if timer != nil {
		defer timer.Stop()
		timeout = timer.C
	}
	var first error
	for range c.goroutines {
		select {
		case err := <-c.results:
			if first == nil {
				first = err
			}
		case <-timeout:
			for _, f := range c.parentFiles {
				f.Close()
			}
			return ErrWaitDelay
		}
	}
	c.goroutines = nil
	return first
}

// Output runs the program and returns its standard output. An ExitError then holds standard error, unless that was set.
func (c *Cmd) Output() ([]byte, error) {
	if c.Stdout != nil {
		return nil, errors.New("exec: Stdout already set")
	}
	var out bytes.Buffer
	c.Stdout = &out
	var saver *endsSaver
	if c.Stderr == nil {
		saver = &endsSaver{n: 32 << 10}
		c.Stderr = saver
	}
	err := c.Run()
	if e, ok := err.(*ExitError); ok && saver != nil {
		e.Stderr = saver.bytes()
	}
	return out.Bytes(), err
}

// CombinedOutput runs the program and returns its standard output and error.
func (c *Cmd) CombinedOutput() ([]byte, error) {
	if c.Stdout != nil {
		return nil, errors.New("exec: Stdout already set")
	}
	if c.Stderr != nil {
		return nil, errors.New("exec: Stderr already set")
	}
	var b bytes.Buffer
	c.Stdout, c.Stderr = &b, &b
	err := c.Run()
	return b.Bytes(), err
}

// pipe makes the program's end of a pipe the given one and returns ours.
func (c *Cmd) pipe(set bool, name string) (r, w *os.File, err error) {
	if set {
		return nil, nil, errors.New("exec: " + name + " already set")
	}
	if c.Process != nil {
		return nil, nil, errors.New("exec: " + name + "Pipe after process started")
	}
	return os.Pipe()
}

// StdinPipe returns a pipe to standard input. Close it to let the program see the end.
func (c *Cmd) StdinPipe() (io.WriteCloser, error) {
	r, w, err := c.pipe(c.Stdin != nil, "Stdin")
	if err != nil {
		return nil, err
	}
	c.Stdin = r
	c.childFiles = append(c.childFiles, r)
	c.parentFiles = append(c.parentFiles, w)
	return w, nil
}

// StdoutPipe returns a pipe from standard output. Read it to the end before Wait.
func (c *Cmd) StdoutPipe() (io.ReadCloser, error) {
	r, w, err := c.pipe(c.Stdout != nil, "Stdout")
	if err != nil {
		return nil, err
	}
	c.Stdout = w
	c.childFiles = append(c.childFiles, w)
	c.parentFiles = append(c.parentFiles, r)
	return r, nil
}

// StderrPipe returns a pipe from standard error. Read it to the end before Wait.
func (c *Cmd) StderrPipe() (io.ReadCloser, error) {
	r, w, err := c.pipe(c.Stderr != nil, "Stderr")
	if err != nil {
		return nil, err
	}
	c.Stderr = w
	c.childFiles = append(c.childFiles, w)
	c.parentFiles = append(c.parentFiles, r)
	return r, nil
}

// endsSaver keeps the first n and the last n bytes written to it.
type endsSaver struct {
	n      int
	head   []byte
	tail   []byte // ring once full
	off    int
	missed int64
}

func (s *endsSaver) Write(p []byte) (int, error) {
	size := len(p)
	if k := min(s.n-len(s.head), len(p)); k > 0 {
		s.head = append(s.head, p[:k]...)
		p = p[k:]
	}
	for _, b := range p {
		if len(s.tail) < s.n {
			s.tail = append(s.tail, b)
			continue
		}
		s.tail[s.off] = b
		s.off = (s.off + 1) % s.n
		s.missed++
	}
	return size, nil
}

func (s *endsSaver) bytes() []byte {
	if s.tail == nil {
		return s.head
	}
	var b bytes.Buffer
	b.Write(s.head)
	if s.missed > 0 {
		b.WriteString("\n... omitting ")
		b.WriteString(strconv.FormatInt(s.missed, 10))
		b.WriteString(" bytes ...\n")
	}
	b.Write(s.tail[s.off:])
	b.Write(s.tail[:s.off])
	return b.Bytes()
}
