// Package rt declares functions of the C runtime that several packages of the standard library need.
package rt

import "unsafe"

// Nanotime is the monotonic clock.
//
//tuco:extern tu_nanotime
func Nanotime() int64

// Walltime is the time of day since 1970.
//
//tuco:extern tu_walltime
func Walltime() (sec, nsec int64)

// Rand64 gives random bits from a generator seeded by the kernel.
//
//tuco:extern tu_rand64
func Rand64() uint64

// Fatal ends the program with "fatal error: " and text, as an unrecoverable user error.
//
//tuco:extern tu_fatal
func Fatal(text string)

// Throw ends the program with "fatal error: " and text, for broken invariants.
//
//tuco:extern tu_throw_str
func Throw(text string)

// Procyield tells the CPU that it spins.
//
//tuco:intrinsic tu_procyield
func Procyield(n uint32)

// Gosched lets other goroutines run.
//
//tuco:extern tu_gosched
func Gosched()

// ProcPin forbids preemption until ProcUnpin and returns the number of the P.
//
//tuco:extern tu_proc_pin
func ProcPin() int

// ProcUnpin allows preemption again.
//
//tuco:extern tu_proc_unpin
func ProcUnpin()

// Wait reasons of SemaAcquire, rows of waits.def.
const (
	WaitSema = iota
	WaitMutex
	WaitRWMutexR
	WaitRWMutexW
	WaitGroup
)

// SemaAcquire waits until *addr > 0 and takes one. With lifo it waits at the head of the queue.
//
//tuco:extern tu_sema_acquire
//go:noescape
func SemaAcquire(addr *uint32, lifo bool, reason int)

// SemaRelease gives one back and wakes a waiter; with handoff the waiter runs at once.
//
//tuco:extern tu_sema_release
//go:noescape
func SemaRelease(addr *uint32, handoff bool)

// CanSpin reports whether spinning for the i-th time makes sense; DoSpin does it.
//
//tuco:extern tu_can_spin
func CanSpin(i int) bool

// DoSpin spins for a short while.
//
//tuco:extern tu_do_spin
func DoSpin()

// OnGC registers f to run with the world stopped before each collection. f must not allocate.
//
//tuco:extern tu_pool_on_gc
func OnGC(f func())

// MaxProcs sets GOMAXPROCS when n > 0 and returns the setting before.
//
//tuco:extern tu_gomaxprocs
func MaxProcs(n int) int

// HashMem hashes n bytes at p.
//
//tuco:extern tu_hash_mem
//go:noescape
func HashMem(p unsafe.Pointer, seed uint64, n int) uint64
