// Package sync has locks and other ways for goroutines to wait for each other.
//
// Everything here is Go code above two services of the runtime: semaphores (internal/rt) and notification lists. Values of these
// types must not be copied after first use.
package sync

import (
	"internal/race"
	"internal/rt"
	"sync/atomic"
	"unsafe"
)

// A Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// noCopy makes vet complain about copies.
type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

// A Mutex is a mutual exclusion lock; the zero value is unlocked.
//
// state is a locked bit, a bit that says that somebody is awake and trying, a bit for hungry mode, and the number of waiters. In
// normal mode newcomers compete with the woken waiter, which is fast. A waiter that loses for longer than hungryAfter switches
// to hungry mode, in which Unlock hands the lock to the head of the queue and newcomers line up at its tail.
type Mutex struct {
	_     noCopy
	state int32
	sema  uint32
}

const (
	mLocked = 1 << iota
	mAwake
	mHungry
	mShift  = iota
	mWaiter = 1 << mShift

	hungryAfter = 1e6 // nanoseconds
)

// Lock locks m, waiting until it is free.
func (m *Mutex) Lock() {
	if !atomic.CompareAndSwapInt32(&m.state, 0, mLocked) {
		m.lockSlow()
	}
	if race.Enabled {
		race.Acquire(unsafe.Pointer(m))
	}
}

// TryLock locks m if it is free, and reports whether it did.
func (m *Mutex) TryLock() bool {
	s := atomic.LoadInt32(&m.state)
	ok := s&(mLocked|mHungry) == 0 && atomic.CompareAndSwapInt32(&m.state, s, s|mLocked)
	if race.Enabled && ok {
		race.Acquire(unsafe.Pointer(m))
	}
	return ok
}

func (m *Mutex) lockSlow() {
	var since int64 // when this goroutine began to sleep
	hungry, awake := false, false
	spins := 0
	for {
		old := atomic.LoadInt32(&m.state)
		if old&(mLocked|mHungry) == mLocked && rt.CanSpin(spins) {
			// Tell Unlock that it need not wake anybody.
			if !awake && old&mAwake == 0 && old>>mShift != 0 && atomic.CompareAndSwapInt32(&m.state, old, old|mAwake) {
				awake = true
			}
			rt.DoSpin()
			spins++
			continue
		}
		s := old
		if old&mHungry == 0 {
			s |= mLocked // in hungry mode the lock is handed over, never taken
		}
		if old&(mLocked|mHungry) != 0 {
			s += mWaiter
		}
		if hungry && old&mLocked != 0 {
			s |= mHungry
		}
		if awake {
			s &^= mAwake
		}
		if !atomic.CompareAndSwapInt32(&m.state, old, s) {
			continue
		}
		if old&(mLocked|mHungry) == 0 {
			return
		}
		again := since != 0
		if !again {
			since = rt.Nanotime()
		}
		rt.SemaAcquire(&m.sema, again, rt.WaitMutex)
		hungry = hungry || rt.Nanotime()-since > hungryAfter
		if old = atomic.LoadInt32(&m.state); old&mHungry != 0 {
			// The lock was handed to this goroutine with the locked bit clear and itself still counted.
			delta := int32(mLocked - mWaiter)
			if !hungry || old>>mShift == 1 {
				delta -= mHungry
			}
			atomic.AddInt32(&m.state, delta)
			return
		}
		awake = true
		spins = 0
	}
}

// Unlock unlocks m. It is a fatal error when m is not locked.
func (m *Mutex) Unlock() {
	if race.Enabled {
		race.Release(unsafe.Pointer(m))
	}
	if s := atomic.AddInt32(&m.state, -mLocked); s != 0 {
		m.unlockSlow(s)
	}
}

func (m *Mutex) unlockSlow(s int32) {
	if (s+mLocked)&mLocked == 0 {
		rt.Fatal("sync: unlock of unlocked mutex")
	}
	if s&mHungry != 0 {
		rt.SemaRelease(&m.sema, true)
		return
	}
	for s>>mShift != 0 && s&(mLocked|mAwake|mHungry) == 0 {
		if atomic.CompareAndSwapInt32(&m.state, s, (s-mWaiter)|mAwake) {
			rt.SemaRelease(&m.sema, false)
			return
		}
		s = atomic.LoadInt32(&m.state)
	}
}
