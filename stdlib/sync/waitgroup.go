package sync

import (
	"internal/race"
	"internal/rt"
	"sync/atomic"
	"unsafe"
)

// A WaitGroup counts tasks and lets goroutines wait until none is left.
type WaitGroup struct {
	_     noCopy
	state atomic.Uint64 // tasks in the high half, waiters in the low one
	sema  uint32
}

// Add adds delta, which may be negative, to the number of tasks. It panics when that drops below zero.
func (wg *WaitGroup) Add(delta int) {
	if race.Enabled && delta < 0 {
		race.Release(unsafe.Pointer(wg))
	}
	s := wg.state.Add(uint64(delta) << 32)
	n := int32(s >> 32)
	waiters := uint32(s)
	if race.Enabled && delta > 0 && n == int32(delta) {
		race.Read(unsafe.Pointer(&wg.sema), 4) // the first Add must be ordered with Wait, which writes
	}
	if n < 0 {
		panic("sync: negative WaitGroup counter")
	}
	if waiters != 0 && delta > 0 && n == int32(delta) {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	if n > 0 || waiters == 0 {
		return
	}
	if wg.state.Load() != s {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	wg.state.Store(0)
	for ; waiters != 0; waiters-- {
		rt.SemaRelease(&wg.sema, false)
	}
}

// Done says that a task is finished.
func (wg *WaitGroup) Done() { wg.Add(-1) }

// Wait waits until no task is left.
func (wg *WaitGroup) Wait() {
	for {
		s := wg.state.Load()
		if s>>32 == 0 {
			if race.Enabled {
				race.Acquire(unsafe.Pointer(wg))
			}
			return
		}
		if wg.state.CompareAndSwap(s, s+1) {
			if race.Enabled && uint32(s) == 0 {
				race.Write(unsafe.Pointer(&wg.sema), 4)
			}
			rt.SemaAcquire(&wg.sema, false, rt.WaitGroup)
			if race.Enabled {
				race.Acquire(unsafe.Pointer(wg))
			}
			if wg.state.Load() != 0 {
				panic("sync: WaitGroup is reused before previous Wait has returned")
			}
			return
		}
	}
}

// Go runs f in a new goroutine as a task of wg. f must not panic.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
