package runtime

import "unsafe"

// MemProfileRate is the mean number of bytes between samples of the allocation profile: 1 takes every
// object, 0 none. It should be set once, as early as possible.
var MemProfileRate int = 512 * 1024

// A StackRecord is a call stack.
type StackRecord struct {
	Stack0 [32]uintptr // ended by 0
}

// Stack returns the part of Stack0 in use.
func (r *StackRecord) Stack() []uintptr { return cutStack(r.Stack0[:]) }

func cutStack(s []uintptr) []uintptr {
	for i, pc := range s {
		if pc == 0 {
			return s[:i]
		}
	}
	return s
}

// A MemProfileRecord is what one call stack has allocated.
type MemProfileRecord struct {
	AllocBytes, FreeBytes     int64
	AllocObjects, FreeObjects int64
	Stack0                    [32]uintptr
}

// InUseBytes is AllocBytes - FreeBytes.
func (r *MemProfileRecord) InUseBytes() int64 { return r.AllocBytes - r.FreeBytes }

// InUseObjects is AllocObjects - FreeObjects.
func (r *MemProfileRecord) InUseObjects() int64 { return r.AllocObjects - r.FreeObjects }

// Stack returns the part of Stack0 in use.
func (r *MemProfileRecord) Stack() []uintptr { return cutStack(r.Stack0[:]) }

// A BlockProfileRecord is how long goroutines were blocked at one call stack.
type BlockProfileRecord struct {
	Count  int64
	Cycles int64
	StackRecord
}

// Kinds of profiles, as C numbers them (runtime/obs/prof.h).
const (
	profMem = iota
	profBlock
	profMutex
	profGoroutine
)

//tuco:extern tu_prof_records
//go:noescape
func profRecords(kind int, buf []uintptr) int

// records returns the stacks of a profile, one after the other: three values, the number of addresses, the addresses.
func records(kind int) []uintptr {
	n := 1 << 10
	for {
		buf := make([]uintptr, n)
		if n = profRecords(kind, buf); n <= len(buf) {
			return buf[:n]
		}
		n += n / 8
	}
}

// eachRecord calls f for each stack of w and returns how many there are.
func eachRecord(w []uintptr, f func(i int, v [3]uintptr, stack []uintptr)) int {
	n := 0
	for len(w) > 0 {
		k := 4 + int(w[3])
		if f != nil {
			f(n, [3]uintptr{w[0], w[1], w[2]}, w[4:k])
		}
		w = w[k:]
		n++
	}
	return n
}

func fillStack(dst *[32]uintptr, stack []uintptr) { clear(dst[copy(dst[:], stack):]) }

// MemProfile returns the records of the allocation profile: as of the end of the last collection, or of now when there was none. inuseZero
// asks for those too of which nothing is left.
func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool) {
	w := records(profMem)
	eachRecord(w, func(i int, v [3]uintptr, stack []uintptr) {
		if inuseZero || v[0] != v[1] {
			n++
		}
	})
	if n > len(p) {
		return n, false
	}
	n = 0
	eachRecord(w, func(i int, v [3]uintptr, stack []uintptr) {
		if inuseZero || v[0] != v[1] {
			r := &p[n]
			r.AllocObjects, r.FreeObjects = int64(v[0]), int64(v[1])
			r.AllocBytes, r.FreeBytes = int64(v[0]*v[2]), int64(v[1]*v[2])
			fillStack(&r.Stack0, stack)
			n++
		}
	})
	return n, true
}

func blockRecords(kind int, p []BlockProfileRecord) (n int, ok bool) {
	w := records(kind)
	if n = eachRecord(w, nil); n > len(p) {
		return n, false
	}
	eachRecord(w, func(i int, v [3]uintptr, stack []uintptr) {
		count := *(*float64)(unsafe.Pointer(&v[0]))
		p[i].Count = max(1, int64(count))
		p[i].Cycles = int64(v[1])
		fillStack(&p[i].Stack0, stack)
	})
	return n, true
}

// BlockProfile returns the records of the blocking profile. Cycles are nanoseconds.
func BlockProfile(p []BlockProfileRecord) (n int, ok bool) { return blockRecords(profBlock, p) }

// MutexProfile returns the records of the mutex profile. Cycles are nanoseconds.
func MutexProfile(p []BlockProfileRecord) (n int, ok bool) { return blockRecords(profMutex, p) }

// ThreadCreateProfile counts the threads; their stacks are empty, since threads are made by the scheduler and not by Go code.
func ThreadCreateProfile(p []StackRecord) (n int, ok bool) {
	n = threadCount()
	if n > len(p) {
		return n, false
	}
	clear(p[:n])
	return n, true
}

//tuco:extern tu_thread_count
func threadCount() int

// GoroutineProfile returns the stacks of all goroutines, the caller's first.
func GoroutineProfile(p []StackRecord) (n int, ok bool) {
	if n = NumGoroutine(); n > len(p) {
		return n, false
	}
	w := records(profGoroutine)
	if n = eachRecord(w, nil); n > len(p) {
		return n, false
	}
	me := uintptr(goid())
	next := 1
	eachRecord(w, func(i int, v [3]uintptr, stack []uintptr) {
		at := 0
		if v[1] != me && next < n {
			at = next
			next++
		}
		fillStack(&p[at].Stack0, stack)
	})
	return n, true
}

//tuco:extern tu_goid
func goid() int

//tuco:extern tu_block_rate
func blockRate(ns int) int

//tuco:extern tu_mutex_fraction
func mutexFraction(n int) int

// SetBlockProfileRate sets how often blocking events are recorded: on average one for each rate nanoseconds spent blocked. 1 records
// all, 0 none.
func SetBlockProfileRate(rate int) { blockRate(max(rate, 0)) }

// SetMutexProfileFraction sets how often contended unlocking is recorded: one event in rate. 0 records none, a negative number only asks. It
// returns the setting before.
func SetMutexProfileFraction(rate int) int { return mutexFraction(rate) }

//tuco:extern tu_cpuprof_start
func cpuprofStart(hz int)

//tuco:extern tu_cpuprof_stop
func cpuprofStop()

var cpuRate int // of the profile that runs, 0: none

// SetCPUProfileRate starts the CPU profile with hz samples a second of each thread's time, or stops it when hz is 0. Most programs
// use runtime/pprof.
func SetCPUProfileRate(hz int) {
	hz = min(max(hz, 0), 1000000)
	switch {
	case hz == 0:
		if cpuRate != 0 {
			cpuprofStop()
		}
	case cpuRate != 0:
		print("runtime: cannot set CPU profile rate until previous profile has finished.\n")
		return
	default:
		cpuprofStart(hz)
	}
	cpuRate = hz
}

// CPUProfile panics: it was removed from Go long ago.
func CPUProfile() []byte { panic("CPUProfile no longer available") }

// StartTrace fails: there is no execution tracer yet.
func StartTrace() error { return plainError("runtime.StartTrace is not supported yet") }

// StopTrace does nothing.
func StopTrace() {}

// ReadTrace returns nil.
func ReadTrace() (buf []byte) { return nil }
