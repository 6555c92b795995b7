// Package atomic reads and changes memory in single steps that all goroutines see in one order.
//
// The operations are inline C builtins (runtime/include/tuco_intrin.h). Prefer the types in type.go to the functions.
package atomic

import "unsafe"

// LoadInt32 reads *addr.
//
//tuco:intrinsic tu_at_load_i32
//go:noescape
func LoadInt32(addr *int32) (val int32)

// StoreInt32 writes *addr.
//
//tuco:intrinsic tu_at_store_i32
//go:noescape
func StoreInt32(addr *int32, val int32)

// SwapInt32 writes *addr and returns what it held.
//
//tuco:intrinsic tu_at_swap_i32
//go:noescape
func SwapInt32(addr *int32, new int32) (old int32)

// CompareAndSwapInt32 writes new if *addr holds old, and reports whether it did.
//
//tuco:intrinsic tu_at_cas_i32
//go:noescape
func CompareAndSwapInt32(addr *int32, old, new int32) (swapped bool)

// AddInt32 adds delta to *addr and returns the sum.
//
//tuco:intrinsic tu_at_add_i32
//go:noescape
func AddInt32(addr *int32, delta int32) (new int32)

// AndInt32 clears in *addr the bits that mask lacks and returns what it held.
//
//tuco:intrinsic tu_at_and_i32
//go:noescape
func AndInt32(addr *int32, mask int32) (old int32)

// OrInt32 sets in *addr the bits of mask and returns what it held.
//
//tuco:intrinsic tu_at_or_i32
//go:noescape
func OrInt32(addr *int32, mask int32) (old int32)

// LoadInt64 reads *addr.
//
//tuco:intrinsic tu_at_load_i64
//go:noescape
func LoadInt64(addr *int64) (val int64)

// StoreInt64 writes *addr.
//
//tuco:intrinsic tu_at_store_i64
//go:noescape
func StoreInt64(addr *int64, val int64)

// SwapInt64 writes *addr and returns what it held.
//
//tuco:intrinsic tu_at_swap_i64
//go:noescape
func SwapInt64(addr *int64, new int64) (old int64)

// CompareAndSwapInt64 writes new if *addr holds old, and reports whether it did.
//
//tuco:intrinsic tu_at_cas_i64
//go:noescape
func CompareAndSwapInt64(addr *int64, old, new int64) (swapped bool)

// AddInt64 adds delta to *addr and returns the sum.
//
//tuco:intrinsic tu_at_add_i64
//go:noescape
func AddInt64(addr *int64, delta int64) (new int64)

// AndInt64 clears in *addr the bits that mask lacks and returns what it held.
//
//tuco:intrinsic tu_at_and_i64
//go:noescape
func AndInt64(addr *int64, mask int64) (old int64)

// OrInt64 sets in *addr the bits of mask and returns what it held.
//
//tuco:intrinsic tu_at_or_i64
//go:noescape
func OrInt64(addr *int64, mask int64) (old int64)

// LoadUint32 reads *addr.
//
//tuco:intrinsic tu_at_load_u32
//go:noescape
func LoadUint32(addr *uint32) (val uint32)

// StoreUint32 writes *addr.
//
//tuco:intrinsic tu_at_store_u32
//go:noescape
func StoreUint32(addr *uint32, val uint32)

// SwapUint32 writes *addr and returns what it held.
//
//tuco:intrinsic tu_at_swap_u32
//go:noescape
func SwapUint32(addr *uint32, new uint32) (old uint32)

// CompareAndSwapUint32 writes new if *addr holds old, and reports whether it did.
//
//tuco:intrinsic tu_at_cas_u32
//go:noescape
func CompareAndSwapUint32(addr *uint32, old, new uint32) (swapped bool)

// AddUint32 adds delta to *addr and returns the sum.
//
//tuco:intrinsic tu_at_add_u32
//go:noescape
func AddUint32(addr *uint32, delta uint32) (new uint32)

// AndUint32 clears in *addr the bits that mask lacks and returns what it held.
//
//tuco:intrinsic tu_at_and_u32
//go:noescape
func AndUint32(addr *uint32, mask uint32) (old uint32)

// OrUint32 sets in *addr the bits of mask and returns what it held.
//
//tuco:intrinsic tu_at_or_u32
//go:noescape
func OrUint32(addr *uint32, mask uint32) (old uint32)

// LoadUint64 reads *addr.
//
//tuco:intrinsic tu_at_load_u64
//go:noescape
func LoadUint64(addr *uint64) (val uint64)

// StoreUint64 writes *addr.
//
//tuco:intrinsic tu_at_store_u64
//go:noescape
func StoreUint64(addr *uint64, val uint64)

// SwapUint64 writes *addr and returns what it held.
//
//tuco:intrinsic tu_at_swap_u64
//go:noescape
func SwapUint64(addr *uint64, new uint64) (old uint64)

// CompareAndSwapUint64 writes new if *addr holds old, and reports whether it did.
//
//tuco:intrinsic tu_at_cas_u64
//go:noescape
func CompareAndSwapUint64(addr *uint64, old, new uint64) (swapped bool)

// AddUint64 adds delta to *addr and returns the sum.
//
//tuco:intrinsic tu_at_add_u64
//go:noescape
func AddUint64(addr *uint64, delta uint64) (new uint64)

// AndUint64 clears in *addr the bits that mask lacks and returns what it held.
//
//tuco:intrinsic tu_at_and_u64
//go:noescape
func AndUint64(addr *uint64, mask uint64) (old uint64)

// OrUint64 sets in *addr the bits of mask and returns what it held.
//
//tuco:intrinsic tu_at_or_u64
//go:noescape
func OrUint64(addr *uint64, mask uint64) (old uint64)

// LoadUintptr reads *addr.
//
//tuco:intrinsic tu_at_load_uptr
//go:noescape
func LoadUintptr(addr *uintptr) (val uintptr)

// StoreUintptr writes *addr.
//
//tuco:intrinsic tu_at_store_uptr
//go:noescape
func StoreUintptr(addr *uintptr, val uintptr)

// SwapUintptr writes *addr and returns what it held.
//
//tuco:intrinsic tu_at_swap_uptr
//go:noescape
func SwapUintptr(addr *uintptr, new uintptr) (old uintptr)

// CompareAndSwapUintptr writes new if *addr holds old, and reports whether it did.
//
//tuco:intrinsic tu_at_cas_uptr
//go:noescape
func CompareAndSwapUintptr(addr *uintptr, old, new uintptr) (swapped bool)

// AddUintptr adds delta to *addr and returns the sum.
//
//tuco:intrinsic tu_at_add_uptr
//go:noescape
func AddUintptr(addr *uintptr, delta uintptr) (new uintptr)

// AndUintptr clears in *addr the bits that mask lacks and returns what it held.
//
//tuco:intrinsic tu_at_and_uptr
//go:noescape
func AndUintptr(addr *uintptr, mask uintptr) (old uintptr)

// OrUintptr sets in *addr the bits of mask and returns what it held.
//
//tuco:intrinsic tu_at_or_uptr
//go:noescape
func OrUintptr(addr *uintptr, mask uintptr) (old uintptr)

// LoadPointer reads *addr.
//
//tuco:intrinsic tu_at_load_ptr
//go:noescape
func LoadPointer(addr *unsafe.Pointer) (val unsafe.Pointer)

// StorePointer writes *addr.
//
//tuco:intrinsic tu_at_store_ptr
func StorePointer(addr *unsafe.Pointer, val unsafe.Pointer)

// SwapPointer writes *addr and returns what it held.
//
//tuco:intrinsic tu_at_swap_ptr
func SwapPointer(addr *unsafe.Pointer, new unsafe.Pointer) (old unsafe.Pointer)

// CompareAndSwapPointer writes new if *addr holds old, and reports whether it did.
//
//tuco:intrinsic tu_at_cas_ptr
func CompareAndSwapPointer(addr *unsafe.Pointer, old, new unsafe.Pointer) (swapped bool)
