//go:build race

// Package race tells the race detector what happens before what. Packages that implement synchronisation are not watched; they call this
// one, behind Enabled, so that other builds lose nothing.
package race

import "unsafe"

// Enabled says that the program is built with -race.
const Enabled = true

// Acquire lets the caller know of everything that was released at p.
//
//tuco:extern tu_race_acquire
//go:noescape
func Acquire(p unsafe.Pointer)

// Release adds what the caller knows to what p hands on.
//
//tuco:extern tu_race_release
//go:noescape
func Release(p unsafe.Pointer)

// Read counts as a read of n bytes at p by the caller.
//
//tuco:extern tu_race_read_range
//go:noescape
func Read(p unsafe.Pointer, n int)

// Write counts as a write of n bytes at p by the caller.
//
//tuco:extern tu_race_write_range
//go:noescape
func Write(p unsafe.Pointer, n int)
