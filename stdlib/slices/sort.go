package slices

import (
	"cmp"
	"math/bits"
)

// Sort sorts s in ascending order; NaNs come first. Equal elements are not kept in order.
func Sort[S ~[]E, E cmp.Ordered](x S) {
	quickOrdered[E](x, 2*bits.Len(uint(len(x))))
}

// SortFunc sorts s in the order of cmp, which must be a strict weak ordering: negative when a < b, positive when a > b. Equal elements are not
// kept in order.
func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	quickFunc[E](x, cmp, 2*bits.Len(uint(len(x))))
}

// SortStableFunc is SortFunc that keeps the order of equal elements.
func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	if len(x) < 2 {
		return
	}
	if len(x) <= insertionMax {
		insertionFunc[E](x, cmp)
		return
	}
	mergeSort[E](x, make([]E, (len(x)+1)/2), cmp)
}

// IsSorted reports whether x is in ascending order.
func IsSorted[S ~[]E, E cmp.Ordered](x S) bool {
	for i := len(x) - 1; i > 0; i-- {
		if cmp.Less(x[i], x[i-1]) {
			return false
		}
	}
	return true
}

// IsSortedFunc reports whether x is in the order of cmp.
func IsSortedFunc[S ~[]E, E any](x S, cmp func(a, b E) int) bool {
	for i := len(x) - 1; i > 0; i-- {
		if cmp(x[i], x[i-1]) < 0 {
			return false
		}
	}
	return true
}

// Min returns the least element; NaN when there is one. It panics when x is empty.
func Min[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) < 1 {
		panic("slices.Min: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		m = min(m, v)
	}
	return m
}

// MinFunc returns the first least element in the order of cmp. It panics when x is empty.
func MinFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) < 1 {
		panic("slices.MinFunc: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		if cmp(v, m) < 0 {
			m = v
		}
	}
	return m
}

// Max returns the greatest element; NaN when there is one. It panics when x is empty.
func Max[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) < 1 {
		panic("slices.Max: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		m = max(m, v)
	}
	return m
}

// MaxFunc returns the first greatest element in the order of cmp. It panics when x is empty.
func MaxFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) < 1 {
		panic("slices.MaxFunc: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		if cmp(v, m) > 0 {
			m = v
		}
	}
	return m
}

// BinarySearch looks for target in the sorted slice x and returns the position where it is, or would be inserted, and whether it is there.
func BinarySearch[S ~[]E, E cmp.Ordered](x S, target E) (int, bool) {
	lo, hi := 0, len(x)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if cmp.Less(x[mid], target) {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, lo < len(x) && (x[lo] == target || x[lo] != x[lo] && target != target)
}

// BinarySearchFunc is BinarySearch with a function that says how an element compares with the target.
func BinarySearchFunc[S ~[]E, E, T any](x S, target T, cmp func(E, T) int) (int, bool) {
	lo, hi := 0, len(x)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if cmp(x[mid], target) < 0 {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, lo < len(x) && cmp(x[lo], target) == 0
}

// The sort is introsort (Musser 1997): quicksort with a median of three (of nine for long slices), insertion sort for short pieces, heap sort
// when the recursion gets deep. Two checks make common inputs linear: a piece that is in order already, and one in strictly falling order.
// A partition that puts everything on one side means many equal keys: those are gathered and skipped.
const insertionMax = 12

func insertionOrdered[E cmp.Ordered](x []E) {
	for i := 1; i < len(x); i++ {
		v := x[i]
		j := i
		for ; j > 0 && cmp.Less(v, x[j-1]); j-- {
			x[j] = x[j-1]
		}
		x[j] = v
	}
}

// runOrdered reports whether x is sorted, turning it round first when it falls strictly.
func runOrdered[E cmp.Ordered](x []E) bool {
	i := 1
	if cmp.Less(x[1], x[0]) {
		for i = 2; i < len(x) && cmp.Less(x[i], x[i-1]); i++ {
		}
		if i < len(x) {
			return false
		}
		Reverse(x)
		return true
	}
	for ; i < len(x); i++ {
		if cmp.Less(x[i], x[i-1]) {
			return false
		}
	}
	return true
}

func medianOrdered[E cmp.Ordered](x []E, a, b, c int) int {
	if cmp.Less(x[b], x[a]) {
		a, b = b, a
	}
	if cmp.Less(x[c], x[b]) {
		b = c
		if cmp.Less(x[b], x[a]) {
			b = a
		}
	}
	return b
}

func quickOrdered[E cmp.Ordered](x []E, depth int) {
	for len(x) > insertionMax {
		if depth == 0 {
			heapOrdered(x)
			return
		}
		depth--
		if runOrdered(x) {
			return
		}
		n := len(x)
		m := n / 2
		if n >= 64 {
			e := n / 8
			m = medianOrdered(x, medianOrdered(x, e, 2*e, 3*e), medianOrdered(x, m-1, m, m+1), medianOrdered(x, n-1-3*e, n-1-2*e, n-1-e))
		} else {
			m = medianOrdered(x, n/4, m, n/4*3)
		}
		x[0], x[m] = x[m], x[0]
		p := x[0]
		i, j := 1, n-1
		for {
			for i <= j && cmp.Less(x[i], p) {
				i++
			}
			for i <= j && cmp.Less(p, x[j]) {
				j--
			}
			if i >= j {
				break
			}
			x[i], x[j] = x[j], x[i]
			i++
			j--
		}
		x[0], x[j] = x[j], x[0]
		// the shorter side by recursion, so that the stack stays small
		if j < n-j-1 {
			quickOrdered(x[:j], depth)
			x = x[j+1:]
		} else {
			quickOrdered(x[j+1:], depth)
			x = x[:j]
		}
	}
	insertionOrdered(x)
}

func heapOrdered[E cmp.Ordered](x []E) {
	sink := func(i, n int) {
		for {
			c := 2*i + 1
			if c >= n {
				return
			}
			if c+1 < n && cmp.Less(x[c], x[c+1]) {
				c++
			}
			if !cmp.Less(x[i], x[c]) {
				return
			}
			x[i], x[c] = x[c], x[i]
			i = c
		}
	}
	for i := len(x)/2 - 1; i >= 0; i-- {
		sink(i, len(x))
	}
	for n := len(x) - 1; n > 0; n-- {
		x[0], x[n] = x[n], x[0]
		sink(0, n)
	}
}

func insertionFunc[E any](x []E, cmp func(a, b E) int) {
	for i := 1; i < len(x); i++ {
		for j := i; j > 0 && cmp(x[j], x[j-1]) < 0; j-- {
			x[j], x[j-1] = x[j-1], x[j]
		}
	}
}

func runFunc[E any](x []E, cmp func(a, b E) int) bool {
	i := 1
	if cmp(x[1], x[0]) < 0 {
		for i = 2; i < len(x) && cmp(x[i], x[i-1]) < 0; i++ {
		}
		if i < len(x) {
			return false
		}
		Reverse(x)
		return true
	}
	for ; i < len(x); i++ {
		if cmp(x[i], x[i-1]) < 0 {
			return false
		}
	}
	return true
}

func medianFunc[E any](x []E, a, b, c int, cmp func(a, b E) int) int {
	if cmp(x[b], x[a]) < 0 {
		a, b = b, a
	}
	if cmp(x[c], x[b]) < 0 {
		b = c
		if cmp(x[b], x[a]) < 0 {
			b = a
		}
	}
	return b
}

func quickFunc[E any](x []E, cmp func(a, b E) int, depth int) {
	for len(x) > insertionMax {
		if depth == 0 {
			heapFunc(x, cmp)
			return
		}
		depth--
		if runFunc(x, cmp) {
			return
		}
		n := len(x)
		m := n / 2
		if n >= 64 {
			e := n / 8
			m = medianFunc(x, medianFunc(x, e, 2*e, 3*e, cmp), medianFunc(x, m-1, m, m+1, cmp), medianFunc(x, n-1-3*e, n-1-2*e, n-1-e, cmp), cmp)
		} else {
			m = medianFunc(x, n/4, m, n/4*3, cmp)
		}
		x[0], x[m] = x[m], x[0]
		i, j := 1, n-1
		for {
			for i <= j && cmp(x[i], x[0]) < 0 {
				i++
			}
			for i <= j && cmp(x[0], x[j]) < 0 {
				j--
			}
			if i >= j {
				break
			}
			x[i], x[j] = x[j], x[i]
			i++
			j--
		}
		x[0], x[j] = x[j], x[0]
		if j < n-j-1 {
			quickFunc(x[:j], cmp, depth)
			x = x[j+1:]
		} else {
			quickFunc(x[j+1:], cmp, depth)
			x = x[:j]
		}
	}
	insertionFunc(x, cmp)
}

func heapFunc[E any](x []E, cmp func(a, b E) int) {
	sink := func(i, n int) {
		for {
			c := 2*i + 1
			if c >= n {
				return
			}
			if c+1 < n && cmp(x[c], x[c+1]) < 0 {
				c++
			}
			if cmp(x[i], x[c]) >= 0 {
				return
			}
			x[i], x[c] = x[c], x[i]
			i = c
		}
	}
	for i := len(x)/2 - 1; i >= 0; i-- {
		sink(i, len(x))
	}
	for n := len(x) - 1; n > 0; n-- {
		x[0], x[n] = x[n], x[0]
		sink(0, n)
	}
}

// mergeSort sorts x with room for half of it in tmp.
func mergeSort[E any](x, tmp []E, cmp func(a, b E) int) {
	if len(x) <= insertionMax {
		insertionFunc(x, cmp)
		return
	}
	m := len(x) / 2
	mergeSort(x[:m], tmp, cmp)
	mergeSort(x[m:], tmp, cmp)
	if cmp(x[m], x[m-1]) >= 0 {
		return
	}
	left := tmp[:copy(tmp, x[:m])]
	i, j, k := 0, m, 0
	for i < len(left) && j < len(x) {
		if cmp(x[j], left[i]) < 0 {
			x[k] = x[j]
			j++
		} else {
			x[k] = left[i]
			i++
		}
		k++
	}
	copy(x[k:], left[i:])
}
