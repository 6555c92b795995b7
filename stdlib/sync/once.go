package sync

import (
	"internal/race"
	"sync/atomic"
	"unsafe"
)

// A Once does something once.
type Once struct {
	_    noCopy
	done atomic.Uint32
	m    Mutex
}

// Do calls f unless an earlier call of Do did. It returns when that first f has returned, also by panic. f must not call Do of the same
// Once.
func (o *Once) Do(f func()) {
	if o.done.Load() == 0 {
		o.slow(f)
		return
	}
	if race.Enabled {
		race.Acquire(unsafe.Pointer(o))
	}
}

func (o *Once) slow(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if o.done.Load() == 0 {
		defer o.finish()
		f()
	}
}

func (o *Once) finish() {
	if race.Enabled {
		race.Release(unsafe.Pointer(o))
	}
	o.done.Store(1)
}

// attempt runs f and keeps a panic of it for every later caller.
type attempt struct {
	once   Once
	ok     bool
	reason any
}

func (a *attempt) do(f func()) {
	a.once.Do(func() {
		defer func() {
			if !a.ok {
				a.reason = recover()
				panic(a.reason) // again, so that the first caller's traceback shows f
			}
		}()
		f()
		a.ok = true
	})
	if !a.ok {
		panic(a.reason)
	}
}

// OnceFunc returns a function that calls f the first time only. If f panics, every call panics with its value.
func OnceFunc(f func()) func() {
	a := new(attempt)
	return func() {
		a.do(func() {
			f()
			f = nil // let its variables go
		})
	}
}

// OnceValue returns a function that calls f the first time and returns its result every time.
func OnceValue[T any](f func() T) func() T {
	a := new(attempt)
	var v T
	return func() T {
		a.do(func() {
			v = f()
			f = nil
		})
		return v
	}
}

// OnceValues is OnceValue for two results.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	a := new(attempt)
	var v1 T1
	var v2 T2
	return func() (T1, T2) {
		a.do(func() {
			v1, v2 = f()
			f = nil
		})
		return v1, v2
	}
}
