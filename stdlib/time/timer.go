package time

import (
	"internal/rt"
	"sync/atomic"
)

// Sleep pauses the goroutine for at least d.
func Sleep(d Duration) {
	if d > 0 {
		sleep(int64(d))
	}
}

//tuco:extern tu_sleep
func sleep(ns int64)

// core is TuTimer.
type core struct {
	when, period int64
	f            func(arg any, seq uintptr)
	arg          any
	seq          uintptr
	state        [4]uintptr
}

//tuco:extern tu_timer_start
func startTimer(t *core)

//tuco:extern tu_timer_stop
func stopTimer(t *core) bool

//tuco:extern tu_timer_reset
func resetTimer(t *core, when, period int64) bool

// deadline is the monotonic time d from now; overflow means never.
func deadline(d Duration) int64 {
	if d <= 0 {
		return rt.Nanotime()
	}
	t := rt.Nanotime() + int64(d)
	if t < 0 {
		t = 1<<63 - 1
	}
	return t
}

// chanTimer is a timer that sends on a channel. Since Go 1.23 such channels act as if unbuffered: after Stop or Reset no value of the
// old setting arrives. The channel has room for one value; Stop and Reset empty it. The lock orders that against the callback, and
// seq makes a callback that comes late do nothing.
type chanTimer struct {
	core
	c    chan Time
	lock uint32
}

func (t *chanTimer) acquire() {
	rt.ProcPin()
	for !atomic.CompareAndSwapUint32(&t.lock, 0, 1) {
		rt.Procyield(4)
	}
}

func (t *chanTimer) release() {
	atomic.StoreUint32(&t.lock, 0)
	rt.ProcUnpin()
}

// sendTime is the callback; it runs on a stack of the system and must not block.
func sendTime(arg any, seq uintptr) {
	t := arg.(*chanTimer)
	now := Now()
	t.acquire()
	if t.seq == seq {
		select {
		case t.c <- now:
		default:
		}
	}
	t.release()
}

// cancel stops t and drops an unreceived value. It reports whether the timer had not been seen to fire.
func (t *chanTimer) cancel() bool {
	active := stopTimer(&t.core)
	t.acquire()
	t.seq++
	select {
	case <-t.c:
		active = true
	default:
	}
	t.release()
	return active
}

// A Timer fires once, by a value on C or by a call of a function.
type Timer struct {
	C <-chan Time
	t *chanTimer
}

func newChanTimer(d, period Duration) *chanTimer {
	t := &chanTimer{c: make(chan Time, 1)}
	t.when = deadline(d)
	t.period = int64(period)
	t.f = sendTime
	t.arg = t
	startTimer(&t.core)
	return t
}

// NewTimer returns a Timer that sends the time on its channel after d.
func NewTimer(d Duration) *Timer {
	t := newChanTimer(d, 0)
	return &Timer{t.c, t}
}

// Stop prevents the timer from firing. It reports false when the timer had fired or was stopped.
func (t *Timer) Stop() bool {
	if t.t == nil {
		panic("time: Stop called on uninitialized Timer")
	}
	if t.t.c == nil {
		return stopTimer(&t.t.core)
	}
	return t.t.cancel()
}

// Reset makes the timer fire after d from now. It reports whether the timer was active.
func (t *Timer) Reset(d Duration) bool {
	if t.t == nil {
		panic("time: Reset called on uninitialized Timer")
	}
	w := deadline(d)
	if t.t.c == nil {
		return resetTimer(&t.t.core, w, 0)
	}
	active := t.t.cancel()
	resetTimer(&t.t.core, w, 0)
	return active
}

// AfterFunc calls f in a goroutine of its own after d. Stop can prevent that. C is not used.
func AfterFunc(d Duration, f func()) *Timer {
	t := new(chanTimer)
	t.when = deadline(d)
	t.f = goFunc
	t.arg = f
	startTimer(&t.core)
	return &Timer{nil, t}
}

func goFunc(arg any, seq uintptr) { go arg.(func())() }

// After returns a channel that gets the time after d.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// A Ticker sends the time on C at intervals; it drops ticks for slow receivers.
type Ticker struct {
	C <-chan Time
	t *chanTimer
}

// NewTicker returns a Ticker with period d, which must be positive.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	t := newChanTimer(d, d)
	return &Ticker{t.c, t}
}

// Stop ends the ticks. It does not close C.
func (t *Ticker) Stop() {
	if t.t != nil {
		t.t.cancel()
	}
}

// Reset stops the ticker and starts it with period d.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.t == nil {
		panic("time: Reset called on uninitialized Ticker")
	}
	t.t.cancel()
	resetTimer(&t.t.core, deadline(d), int64(d))
}

// Tick is NewTicker(d).C, nil for d <= 0.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
