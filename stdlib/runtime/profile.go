package runtime

// MemProfileRate is the mean number of bytes between samples of the allocation profile. The runtime keeps no such profile yet.
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

// The profiles below have no records: the runtime does not sample yet.

// MemProfile returns the records of the allocation profile.
func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool) { return 0, true }

// BlockProfile returns the records of the blocking profile.
func BlockProfile(p []BlockProfileRecord) (n int, ok bool) { return 0, true }

// MutexProfile returns the records of the mutex profile.
func MutexProfile(p []BlockProfileRecord) (n int, ok bool) { return 0, true }

// ThreadCreateProfile returns the records of the thread creation profile.
func ThreadCreateProfile(p []StackRecord) (n int, ok bool) { return 0, true }

// GoroutineProfile counts goroutines; only the caller's stack is filled in.
func GoroutineProfile(p []StackRecord) (n int, ok bool) {
	n = NumGoroutine()
	if n > len(p) {
		return n, false
	}
	if n > 0 {
		k := Callers(1, p[0].Stack0[:])
		clear(p[0].Stack0[k:])
	}
	return n, true
}

// SetBlockProfileRate and SetMutexProfileFraction have no effect.
func SetBlockProfileRate(rate int) {}

// SetMutexProfileFraction returns 0.
func SetMutexProfileFraction(rate int) int { return 0 }

// SetCPUProfileRate reports that it is not supported, once, when asked to start.
func SetCPUProfileRate(hz int) {
	if hz > 0 {
		print("runtime: SetCPUProfileRate is not supported yet\n")
	}
}

// CPUProfile panics: it was removed from Go long ago.
func CPUProfile() []byte { panic("CPUProfile no longer available") }

// StartTrace fails: there is no execution tracer yet.
func StartTrace() error { return plainError("runtime.StartTrace is not supported yet") }

// StopTrace does nothing.
func StopTrace() {}

// ReadTrace returns nil.
func ReadTrace() (buf []byte) { return nil }
