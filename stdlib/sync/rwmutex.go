package sync

import (
	"internal/race"
	"internal/rt"
	"sync/atomic"
	"unsafe"
)

// An RWMutex is held by any number of readers or by one writer; the zero value is unlocked. A writer that waits keeps new readers
// out, so readers must not lock it twice.
//
// For the race detector readers learn from writers through &readers, and writers from readers through the RWMutex itself, so that readers
// learn nothing from each other.
//
// readers counts readers; a writer subtracts maxReaders to announce itself. leaving counts the readers it still waits for.
type RWMutex struct {
	w       Mutex // held by the writer
	wsema   uint32
	rsema   uint32
	readers atomic.Int32
	leaving atomic.Int32
}

const maxReaders = 1 << 30

// RLock locks rw for reading.
func (rw *RWMutex) RLock() {
	if rw.readers.Add(1) < 0 {
		rt.SemaAcquire(&rw.rsema, false, rt.WaitRWMutexR)
	}
	if race.Enabled {
		race.Acquire(unsafe.Pointer(&rw.readers))
	}
}

// TryRLock locks rw for reading if no writer holds or awaits it.
func (rw *RWMutex) TryRLock() bool {
	for {
		n := rw.readers.Load()
		if n < 0 {
			return false
		}
		if rw.readers.CompareAndSwap(n, n+1) {
			if race.Enabled {
				race.Acquire(unsafe.Pointer(&rw.readers))
			}
			return true
		}
	}
}

// RUnlock undoes one RLock.
func (rw *RWMutex) RUnlock() {
	if race.Enabled {
		race.Release(unsafe.Pointer(rw))
	}
	n := rw.readers.Add(-1)
	if n >= 0 {
		return
	}
	if n+1 == 0 || n+1 == -maxReaders {
		rt.Fatal("sync: RUnlock of unlocked RWMutex")
	}
	if rw.leaving.Add(-1) == 0 {
		rt.SemaRelease(&rw.wsema, false)
	}
}

// Lock locks rw for writing.
func (rw *RWMutex) Lock() {
	rw.w.Lock()
	n := rw.readers.Add(-maxReaders) + maxReaders
	if n != 0 && rw.leaving.Add(n) != 0 {
		rt.SemaAcquire(&rw.wsema, false, rt.WaitRWMutexW)
	}
	if race.Enabled {
		race.Acquire(unsafe.Pointer(rw))
	}
}

// TryLock locks rw for writing if nobody holds it.
func (rw *RWMutex) TryLock() bool {
	if !rw.w.TryLock() {
		return false
	}
	if !rw.readers.CompareAndSwap(0, -maxReaders) {
		rw.w.Unlock()
		return false
	}
	if race.Enabled {
		race.Acquire(unsafe.Pointer(rw))
	}
	return true
}

// Unlock undoes Lock and lets the waiting readers in.
func (rw *RWMutex) Unlock() {
	if race.Enabled {
		race.Release(unsafe.Pointer(&rw.readers))
	}
	n := rw.readers.Add(maxReaders)
	if n >= maxReaders {
		rt.Fatal("sync: Unlock of unlocked RWMutex")
	}
	for ; n > 0; n-- {
		rt.SemaRelease(&rw.rsema, false)
	}
	rw.w.Unlock()
}

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }

// RLocker returns a Locker whose methods are RLock and RUnlock.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }
