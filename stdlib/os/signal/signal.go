// Package signal delivers signals of the system to channels.
//
// Signals arrive as bytes on a pipe (runtime/os/notify.c), which one goroutine reads and hands out. SIGKILL and SIGSTOP cannot be caught;
// SIGURG is used by the runtime.
package signal

import (
	"context"
	"os"
	"slices"
	"sync"
	"syscall"
)

//tuco:extern tu_signal_mode
func signalMode(sig, mode int) int

//tuco:extern tu_signal_pipe
func signalPipe(fd int)

const (
	modeAsk     = -1
	modeDefault = 0
	modeIgnore  = 1
	modeNotify  = 2

	numSig = 65
)

// want is the set of signals that a channel asked for.
type want [numSig/64 + 1]uint64

func (w *want) has(n int) bool { return w[n/64]>>uint(n%64)&1 != 0 }
func (w *want) set(n int)      { w[n/64] |= 1 << uint(n%64) }
func (w *want) clear(n int)    { w[n/64] &^= 1 << uint(n%64) }
func (w *want) empty() bool    { return *w == want{} }

var state struct {
	sync.Mutex
	started bool
	byChan  map[chan<- os.Signal]*want
	refs    [numSig]int
}

func number(s os.Signal) int {
	if n, ok := s.(syscall.Signal); ok && 0 < n && n < numSig {
		return int(n)
	}
	return -1
}

// each calls f for the signals, for all when there are none.
func each(sigs []os.Signal, f func(n int)) {
	if len(sigs) == 0 {
		for n := 1; n < numSig; n++ {
			f(n)
		}
		return
	}
	for _, s := range sigs {
		if n := number(s); n >= 0 {
			f(n)
		}
	}
}

// startLocked makes the pipe and the goroutine.
func startLocked() {
	if state.started {
		return
	}
	r, w, err := os.Pipe()
	if err != nil {
		panic("os/signal: " + err.Error())
	}
	state.started = true
	state.byChan = make(map[chan<- os.Signal]*want)
	c, _ := w.SyscallConn()
	c.Control(func(fd uintptr) { signalPipe(int(fd)) })
	keep = w
	go loop(r)
}

// keep holds the writing end, which only the handler uses.
var keep *os.File

func loop(r *os.File) {
	var buf [64]byte
	for {
		n, err := r.Read(buf[:])
		if err != nil {
			return
		}
		for _, b := range buf[:n] {
			deliver(int(b))
		}
	}
}

func deliver(n int) {
	state.Lock()
	defer state.Unlock()
	if n >= numSig {
		return
	}
	for c, w := range state.byChan {
		if w.has(n) {
			select {
			case c <- syscall.Signal(n):
			default: // the receiver is not ready and has no room
			}
		}
	}
}

// Notify makes the package send the signals, all if none are named, to c, without waiting for it. c should have room for one at least.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	state.Lock()
	defer state.Unlock()
	startLocked()
	w := state.byChan[c]
	if w == nil {
		w = new(want)
		state.byChan[c] = w
	}
	each(sig, func(n int) {
		if w.has(n) {
			return
		}
		// Faults of the program stay panics unless they are asked for by name.
		if len(sig) == 0 && (n == int(syscall.SIGSEGV) || n == int(syscall.SIGBUS) || n == int(syscall.SIGFPE)) {
			return
		}
		w.set(n)
		if state.refs[n]++; state.refs[n] == 1 {
			signalMode(n, modeNotify)
		}
	})
}

// dropLocked ends the interest in n of every channel or of one.
func dropLocked(n, mode int) {
	for c, w := range state.byChan {
		if w.has(n) {
			w.clear(n)
			if w.empty() {
				delete(state.byChan, c)
			}
		}
	}
	state.refs[n] = 0
	signalMode(n, mode)
}

// Stop ends the delivery to c. When it returns, c gets no more signals.
func Stop(c chan<- os.Signal) {
	state.Lock()
	defer state.Unlock()
	w := state.byChan[c]
	if w == nil {
		return
	}
	delete(state.byChan, c)
	for n := range numSig {
		if w.has(n) {
			if state.refs[n]--; state.refs[n] == 0 {
				signalMode(n, modeDefault)
			}
		}
	}
}

// Ignore makes the system ignore the signals, all if none are named.
func Ignore(sig ...os.Signal) {
	state.Lock()
	defer state.Unlock()
	each(sig, func(n int) { dropLocked(n, modeIgnore) })
}

// Ignored reports whether a signal is ignored.
func Ignored(sig os.Signal) bool {
	n := number(sig)
	return n > 0 && signalMode(n, modeAsk) == modeIgnore
}

// Reset undoes Notify for the signals, all if none are named.
func Reset(sig ...os.Signal) {
	state.Lock()
	defer state.Unlock()
	each(sig, func(n int) {
		if state.refs[n] > 0 || signalMode(n, modeAsk) == modeIgnore {
			dropLocked(n, modeDefault)
		}
	})
}

// NotifyContext returns a copy of parent that is done when one of the signals arrives, stop is called or parent is done.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(parent)
	c := &signalCtx{Context: ctx, cancel: cancel, signals: slices.Clone(signals), ch: make(chan os.Signal, 1)}
	Notify(c.ch, c.signals...)
	if ctx.Err() == nil {
		go func() {
			select {
			case s := <-c.ch:
				c.cancel(signalError(s.String() + " signal received"))
			case <-c.Done():
			}
		}()
	}
	return c, c.stop
}

type signalCtx struct {
	context.Context
	cancel  context.CancelCauseFunc
	signals []os.Signal
	ch      chan os.Signal
}

type signalError string

func (e signalError) Error() string { return string(e) }

func (c *signalCtx) stop() {
	c.cancel(nil)
	Stop(c.ch)
}

func (c *signalCtx) String() string {
	b := []byte("signal.NotifyContext(")
	if s, ok := c.Context.(interface{ String() string }); ok {
		name := s.String()
		const suffix = ".WithCancel" // of the context made here
		if len(name) > len(suffix) && name[len(name)-len(suffix):] == suffix {
			name = name[:len(name)-len(suffix)]
		}
		b = append(b, name...)
	}
	if len(c.signals) > 0 {
		b = append(b, ", ["...)
		for i, s := range c.signals {
			if i > 0 {
				b = append(b, ' ')
			}
			b = append(b, s.String()...)
		}
		b = append(b, ']')
	}
	return string(append(b, ')'))
}
