package runtime

import (
	"internal/abi"
	"unsafe"
)

// A MemStats describes the heap. The layout is that of Go; the C runtime fills it.
type MemStats struct {
	Alloc      uint64 // bytes of live and not yet swept objects
	TotalAlloc uint64 // bytes allocated since the start
	Sys        uint64 // bytes obtained from the system
	Lookups    uint64 // always 0
	Mallocs    uint64 // objects allocated
	Frees      uint64 // objects freed

	HeapAlloc    uint64 // same as Alloc
	HeapSys      uint64 // address space in use for the heap
	HeapIdle     uint64 // bytes of spans without objects
	HeapInuse    uint64 // bytes of spans with objects
	HeapReleased uint64 // bytes returned to the system
	HeapObjects  uint64 // Mallocs - Frees

	StackInuse  uint64 // bytes of stack segments in use
	StackSys    uint64 // bytes obtained for stacks
	MSpanInuse  uint64 // bytes of span descriptors in use
	MSpanSys    uint64
	MCacheInuse uint64 // bytes of per-P caches in use
	MCacheSys   uint64
	BuckHashSys uint64 // profiling tables
	GCSys       uint64 // collector's own memory
	OtherSys    uint64

	NextGC        uint64      // heap size at which the next collection starts
	LastGC        uint64      // end of the last one, nanoseconds since 1970
	PauseTotalNs  uint64      // sum of stop-the-world pauses
	PauseNs       [256]uint64 // circular: last at (NumGC+255)%256
	PauseEnd      [256]uint64
	NumGC         uint32
	NumForcedGC   uint32
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool

	BySize [61]struct {
		Size    uint32 // largest object of the class
		Mallocs uint64
		Frees   uint64
	}
}

// ReadMemStats fills m with the state of now.
//
//tuco:extern tu_read_memstats
//go:noescape
func ReadMemStats(m *MemStats)

// GC runs a full collection and returns when it is done.
//
//tuco:intrinsic tu_gc_call
func GC()

// SetFinalizer arranges for finalizer(obj) to run in a goroutine of its own some time after obj, a pointer to the beginning of an object,
// has become unreachable. nil takes a finalizer away.
//
//tuco:extern tu_set_finalizer
func SetFinalizer(obj any, finalizer any)

// A Cleanup is the handle of a call added by AddCleanup.
type Cleanup struct {
	ptr uintptr // not a reference: the handle must not keep the object alive
	id  uint64
}

//tuco:extern tu_add_cleanup
func addCleanup(p unsafe.Pointer, fn func()) uint64

// checkCleanup finds cleanups that keep their own object: 1, arg points into it; 2, the closure fn does.
//
//tuco:extern tu_check_cleanup
//go:noescape
func checkCleanup(p, fn, arg unsafe.Pointer) int

//tuco:extern tu_stop_cleanup
func stopCleanup(p unsafe.Pointer, id uint64)

// AddCleanup arranges for cleanup(arg) to run some time after ptr's object has become unreachable. arg must not keep it reachable.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	p := unsafe.Pointer(ptr)
	if p == nil {
		panic(plainError("runtime.AddCleanup: ptr is nil"))
	}
	var a any = arg
	if e := abi.EfaceOf(&a); e.Type != nil && e.Type.Kind == abi.Pointer && e.Data == p {
		panic(plainError("runtime.AddCleanup: ptr is equal to arg, cleanup will never run"))
	}
	var inner unsafe.Pointer
	if e := abi.EfaceOf(&a); e.Type != nil && (e.Type.Kind == abi.Pointer || e.Type.Kind == abi.UnsafePointer) {
		inner = e.Data
	}
	switch checkCleanup(p, *(*unsafe.Pointer)(unsafe.Pointer(&cleanup)), inner) {
	case 1:
		panic(plainError("runtime.AddCleanup: ptr is within arg, cleanup will never run"))
	case 2:
		panic(plainError("runtime.AddCleanup: cleanup function closes over ptr, cleanup will never run"))
	}
	id := addCleanup(p, func() { cleanup(arg) })
	return Cleanup{^uintptr(p), id}
}

// Stop cancels the call, if it was not made yet.
func (c Cleanup) Stop() {
	if c.id != 0 {
		stopCleanup(unsafe.Pointer(^c.ptr), c.id)
	}
}

// A Pinner keeps objects where they are while foreign code uses them. Objects never move here; pinning keeps them reachable.
type Pinner struct {
	refs *[]any
}

// Pin pins the object that pointer points to, until Unpin.
func (p *Pinner) Pin(pointer any) {
	t := abi.TypeOf(pointer)
	if t == nil {
		panic(errorString("runtime.Pinner: argument is nil"))
	}
	if t.Kind != abi.Pointer && t.Kind != abi.UnsafePointer {
		panic(errorString("runtime.Pinner: argument is not a pointer: " + t.Str))
	}
	if p.refs == nil {
		p.refs = new([]any)
	}
	*p.refs = append(*p.refs, pointer)
}

// Unpin releases all pinned objects.
func (p *Pinner) Unpin() { p.refs = nil }
