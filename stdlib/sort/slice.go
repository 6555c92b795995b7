package sort

import (
	"internal/abi"
	"math/bits"
	"unsafe"
)

// sliceLess sorts a slice of any type by index comparison.
type sliceLess struct {
	base unsafe.Pointer
	n    int
	size uintptr
	tmp  unsafe.Pointer
	elem *abi.Type
	less func(i, j int) bool
}

func (s *sliceLess) Len() int           { return s.n }
func (s *sliceLess) Less(i, j int) bool { return s.less(i, j) }
func (s *sliceLess) Swap(i, j int) {
	p, q := unsafe.Add(s.base, uintptr(i)*s.size), unsafe.Add(s.base, uintptr(j)*s.size)
	if s.elem.PtrBytes == 0 {
		switch s.size {
		case 8:
			a, b := (*uint64)(p), (*uint64)(q)
			*a, *b = *b, *a
			return
		case 4:
			a, b := (*uint32)(p), (*uint32)(q)
			*a, *b = *b, *a
			return
		}
	} else {
		switch s.size {
		case 8:
			a, b := (*unsafe.Pointer)(p), (*unsafe.Pointer)(q)
			*a, *b = *b, *a
			return
		case 16:
			if s.elem.Kind == abi.String {
				a, b := (*string)(p), (*string)(q)
				*a, *b = *b, *a
				return
			}
		}
	}
	typedSwap(s.elem, p, q, s.tmp)
}

//go:noescape
//tuco:extern tu_typed_swap
func typedSwap(t *abi.Type, p, q, tmp unsafe.Pointer)

//tuco:extern tu_unsafe_new
func unsafeNew(t *abi.Type) unsafe.Pointer

func view(x any, less func(i, j int) bool) *sliceLess {
	t := abi.TypeOf(x)
	if t == nil || t.Kind != abi.Slice {
		name := "nil"
		if t != nil {
			name = t.Str
		}
		panic("sort: argument is not a slice: " + name)
	}
	h := (*abi.SliceHeader)(abi.EfaceOf(&x).Data)
	s := &sliceLess{base: h.Data, n: h.Len, size: uintptr(t.Elem.Size), elem: t.Elem, less: less}
	if s.n > 1 {
		s.tmp = unsafeNew(t.Elem)
	}
	return s
}

// Slice sorts the slice x by less, which compares elements by index. It panics when x is no slice. Equal elements are not kept in order.
func Slice(x any, less func(i, j int) bool) {
	s := view(x, less)
	if s.n > 1 {
		quick(s, 0, s.n, 2*bits.Len(uint(s.n)))
	}
}

// SliceStable is Slice that keeps the order of equal elements.
func SliceStable(x any, less func(i, j int) bool) {
	s := view(x, less)
	stable(s, s.n)
}

// SliceIsSorted reports whether x is sorted by less.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	for i := view(x, less).n - 1; i > 0; i-- {
		if less(i, i-1) {
			return false
		}
	}
	return true
}
