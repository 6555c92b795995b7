package pprof

import (
	"io"
	"runtime"
	"sync"
	"unsafe"
)

// Kinds of profiles, as C numbers them (runtime/obs/prof.h).
const (
	kindMem = iota
	kindBlock
	kindMutex
	kindGoroutine
	kindLeak
	_
	kindCPU
	kindAllocs
)

//tuco:extern tu_prof_records
//go:noescape
func profRecords(kind int, buf []uintptr) int

//tuco:extern tu_prof_proto
func profProto(kind int) []byte

//tuco:extern tu_prof_proto_list
//go:noescape
func profProtoList(name string, words []uintptr) []byte

//tuco:extern tu_thread_count
func threadCount() int

//tuco:extern tu_leak_find
func leakFind()

// A record is a call stack; the meaning of the values depends on the profile.
type record struct {
	v     [3]uintptr
	stack []uintptr
}

// labels are those of a goroutine record.
func (r *record) labels() string {
	if r.v[0] == 0 {
		return ""
	}
	return (*labelSet)(unsafe.Pointer(r.v[0])).String()
}

func records(kind int) []record {
	n := 1 << 10
	var buf []uintptr
	for {
		buf = make([]uintptr, n)
		if n = profRecords(kind, buf); n <= len(buf) {
			buf = buf[:n]
			break
		}
		n += n / 8
	}
	var list []record
	for len(buf) > 0 {
		k := 4 + int(buf[3])
		list = append(list, record{[3]uintptr(buf), buf[4:k:k]})
		buf = buf[k:]
	}
	return list
}

// writeProto writes what the runtime has encoded.
func writeProto(w io.Writer, kind int) error { return writeCompressed(w, profProto(kind)) }

func heapCount() int {
	n, _ := runtime.MemProfile(nil, true)
	return n
}

func blockCount() int { return len(records(kindBlock)) }
func mutexCount() int { return len(records(kindMutex)) }
func leakCount() int  { return len(records(kindLeak)) }

func writeHeap(w io.Writer, debug int) error {
	if debug == 0 {
		return writeProto(w, kindMem)
	}
	return writeHeapText(w)
}

func writeAllocs(w io.Writer, debug int) error {
	if debug == 0 {
		return writeProto(w, kindAllocs)
	}
	return writeHeapText(w)
}

func writeBlock(w io.Writer, debug int) error { return writeDelays(w, "contention", kindBlock, debug) }
func writeMutex(w io.Writer, debug int) error { return writeDelays(w, "mutex", kindMutex, debug) }

func writeThreads(w io.Writer, debug int) error {
	return writeCounts(w, "threadcreate", make([]record, threadCount()), debug)
}

func writeGoroutine(w io.Writer, debug int) error {
	switch {
	case debug == 0:
		return writeProto(w, kindGoroutine)
	case debug == 1:
		return writeCounts(w, "goroutine", records(kindGoroutine), debug)
	}
	return writeStacks(w)
}

var leakLock sync.Mutex // a search and the reading of its result belong together

func writeLeak(w io.Writer, debug int) error {
	leakLock.Lock()
	defer leakLock.Unlock()
	leakFind()
	switch {
	case debug == 0:
		return writeProto(w, kindLeak)
	case debug == 1:
		return writeCounts(w, "goroutineleak", records(kindLeak), debug)
	}
	return writeStacks(w)
}

// writeStacks writes all goroutines; the buffer grows to 64 MB, longer text is cut.
func writeStacks(w io.Writer) error {
	for n := 1 << 16; ; n *= 2 {
		buf := make([]byte, n)
		if k := runtime.Stack(buf, true); k < n || n >= 64<<20 {
			_, err := w.Write(buf[:k])
			return err
		}
	}
}
