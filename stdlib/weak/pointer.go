// Package weak has pointers that do not keep their objects alive.
package weak

import (
	"internal/abi"
	"runtime"
	"unsafe"
)

// A Pointer refers to an object of type T as long as something else does. Two are equal when they were made from equal pointers, even
// after the object is gone. The zero Pointer refers to nothing.
//
// It holds a handle of the runtime: a small object, the same for every Pointer to one address, that the collector clears.
type Pointer[T any] struct {
	_ [0]*T // a Pointer[T] does not convert to a Pointer[U]
	u unsafe.Pointer
}

//tuco:extern tu_weak_make
func weakMake(p unsafe.Pointer) unsafe.Pointer

//tuco:extern tu_weak_get
func weakGet(handle unsafe.Pointer) unsafe.Pointer

// Make returns a weak pointer to what ptr points to.
func Make[T any](ptr *T) Pointer[T] {
	ptr = abi.Escape(ptr) // objects on stacks have no handles
	var u unsafe.Pointer
	if ptr != nil {
		u = weakMake(unsafe.Pointer(ptr))
	}
	runtime.KeepAlive(ptr)
	return Pointer[T]{u: u}
}

// Value returns a pointer to the object, nil when it was collected.
func (p Pointer[T]) Value() *T {
	if p.u == nil {
		return nil
	}
	return (*T)(weakGet(p.u))
}
