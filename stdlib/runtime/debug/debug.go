// Package debug lets a program steer the collector and its stacks, and print where it is.
package debug

import (
	"errors"
	"os"
	"runtime"
	"slices"
	"sync/atomic"
	"syscall"
	"time"
)

// GCStats tells about collections so far. Slices are reused when their capacity allows.
type GCStats struct {
	LastGC         time.Time       // end of the last collection
	NumGC          int64           // how many there were
	PauseTotal     time.Duration   // sum of all pauses
	Pause          []time.Duration // the latest pauses, newest first
	PauseEnd       []time.Time     // when they ended
	PauseQuantiles []time.Duration // caller chooses the length n: minimum, the n-2 quantiles between, maximum
}

// keptPauses is how many pauses the runtime remembers.
const keptPauses = 256

//tuco:extern tu_read_gc_stats
func readGCStats(list *[]time.Duration)

// ReadGCStats fills stats. The runtime hands over pauses, their ends, and three totals in one list.
func ReadGCStats(stats *GCStats) {
	if cap(stats.Pause) < 2*keptPauses+3 {
		stats.Pause = make([]time.Duration, 2*keptPauses+3)
	}
	list := stats.Pause[:cap(stats.Pause)]
	readGCStats(&list)
	n := (len(list) - 3) / 2
	totals := list[2*n:]
	stats.LastGC = time.Unix(0, int64(totals[0]))
	stats.NumGC = int64(totals[1])
	stats.PauseTotal = totals[2]
	if cap(stats.PauseEnd) < keptPauses {
		stats.PauseEnd = make([]time.Time, 0, keptPauses)
	}
	stats.PauseEnd = stats.PauseEnd[:0]
	for _, ns := range list[n : 2*n] {
		stats.PauseEnd = append(stats.PauseEnd, time.Unix(0, int64(ns)))
	}
	stats.Pause = list[:n]
	q := stats.PauseQuantiles
	if len(q) == 0 {
		return
	}
	if n == 0 {
		clear(q)
		return
	}
	order := list[n : 2*n] // the ends are not needed any more
	copy(order, stats.Pause)
	slices.Sort(order)
	last := len(q) - 1
	for i := range last {
		q[i] = order[n*i/last]
	}
	q[last] = order[n-1]
}

//tuco:extern tu_set_gc_percent
func setGCPercent(percent int32) int32

// SetGCPercent sets GOGC and returns the setting before: a collection starts when the heap has grown by percent since the last one.
// A negative number switches growth-driven collections off.
func SetGCPercent(percent int) int { return int(setGCPercent(int32(percent))) }

// SetMemoryLimit sets GOMEMLIMIT in bytes, soft, and returns the limit before. A negative number only asks.
//
//tuco:extern tu_set_memory_limit
func SetMemoryLimit(limit int64) int64

// FreeOSMemory collects and returns as much memory as possible to the system.
//
//tuco:extern tu_free_os_memory
func FreeOSMemory()

//tuco:extern tu_set_max_stack
func setMaxStack(bytes int) int

// SetMaxStack limits the stack of each goroutine and returns the limit before. Growing beyond it ends the program.
func SetMaxStack(bytes int) int { return setMaxStack(bytes) }

// threadLimit is 0 before the first SetMaxThreads.
var threadLimit atomic.Int64

const defaultThreads = 10000

// SetMaxThreads records the number of threads that the program wants to be limited to and returns the number before. The runtime does not
// enforce it yet.
func SetMaxThreads(threads int) int {
	old := threadLimit.Swap(int64(threads))
	if old == 0 {
		old = defaultThreads
	}
	return int(old)
}

// SetPanicOnFault asks for a panic, in this goroutine, instead of the program's end when an address that is not nil can not be accessed, and
// returns the setting before. The panic's value has a method Addr() uintptr.
//
//tuco:extern tu_set_panic_on_fault
func SetPanicOnFault(enabled bool) bool

// SetTraceback sets how much a fatal panic prints: none, single, all, system or crash, but no less than GOTRACEBACK says.
//
//tuco:extern tu_set_traceback
//go:noescape
func SetTraceback(level string)

// WriteHeapDump is not supported yet; it panics.
func WriteHeapDump(fd uintptr) { panic(errors.New("debug.WriteHeapDump is not supported yet")) }

// CrashOptions has no options.
type CrashOptions struct{}

//tuco:extern tu_set_crash_fd
func setCrashFD(fd int) int

// SetCrashOutput names a file that fatal panics and other fatal errors are written to, besides standard error; nil: none any more. The file
// may be closed afterwards.
func SetCrashOutput(f *os.File, opts CrashOptions) error {
	fd := -1
	if f != nil {
		r, _, e := syscall.Syscall(syscall.SYS_FCNTL, f.Fd(), syscall.F_DUPFD_CLOEXEC, 0)
		if e != 0 {
			return os.NewSyscallError("fcntl", e)
		}
		runtime.KeepAlive(f)
		fd = int(r)
	}
	if old := setCrashFD(fd); old >= 0 {
		syscall.Close(old)
	}
	return nil
}

// PrintStack writes the stack of the calling goroutine to standard error.
func PrintStack() { os.Stderr.Write(Stack()) }

// Stack returns the stack of the calling goroutine as a fatal panic would print it.
func Stack() []byte {
	buf := make([]byte, 1024)
	for {
		if n := runtime.Stack(buf, false); n < len(buf) {
			return buf[:n]
		}
		buf = make([]byte, 2*len(buf))
	}
}
