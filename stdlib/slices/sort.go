package slices

import (
	"cmp"
	"math/bits"
)

// Sort sorts in ascending order; NaN comes first.
func Sort[S ~[]E, E cmp.Ordered](x S) { quickOrdered(x, 2*bits.Len(uint(len(x)))) }

// SortFunc sorts by cmp, which is negative, zero or positive as its arguments are in order, equal or not. Equal elements may change places.
func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	quickFunc(x, 2*bits.Len(uint(len(x))), cmp)
}

// SortStableFunc is SortFunc that keeps the order of equal elements.
func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) { stableFunc(x, cmp) }

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

// Min returns the least element, NaN if there is one. It panics for an empty slice.
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

// MinFunc returns the first of the least elements. It panics for an empty slice.
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

// Max returns the greatest element, NaN if there is one. It panics for an empty slice.
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

// MaxFunc returns the first of the greatest elements. It panics for an empty slice.
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

// BinarySearch returns where target is, or would be put, in the sorted x, and whether it is there.
func BinarySearch[S ~[]E, E cmp.Ordered](x S, target E) (int, bool) {
	lo, hi := 0, len(x)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if cmp.Less(x[m], target) {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo, lo < len(x) && (x[lo] == target || x[lo] != x[lo] && target != target)
}

// BinarySearchFunc is BinarySearch with a function that compares an element with the target.
func BinarySearchFunc[S ~[]E, E, T any](x S, target T, cmp func(E, T) int) (int, bool) {
	lo, hi := 0, len(x)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if cmp(x[m], target) < 0 {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo, lo < len(x) && cmp(x[lo], target) == 0
}

// The sorts are quicksort with the median of three, or of nine for long slices, that turns to insertion for short pieces and to heapsort when
// limit says that the pivots were bad. The ordered versions exist because a call per comparison costs most of the time.

const short = 16

func insertOrdered[E cmp.Ordered](x []E) {
	for i := 1; i < len(x); i++ {
		v := x[i]
		j := i
		for j > 0 && cmp.Less(v, x[j-1]) {
			x[j] = x[j-1]
			j--
		}
		x[j] = v
	}
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

func quickOrdered[E cmp.Ordered](x []E, limit int) {
	for len(x) > short {
		if limit == 0 {
			heapOrdered(x)
			return
		}
		limit--
		n := len(x)
		p := medianOrdered(x, n/4, n/2, n/4*3)
		if n > 128 {
			s := n / 8
			p = medianOrdered(x, medianOrdered(x, s-1, s, s+1), medianOrdered(x, 4*s-1, 4*s, 4*s+1), medianOrdered(x, 7*s-1, 7*s, 7*s+1))
		}
		pivot := x[p]
		i, j := 0, n-1
		swapped := false
		for {
			for cmp.Less(x[i], pivot) {
				i++
			}
			for cmp.Less(pivot, x[j]) {
				j--
			}
			if i >= j {
				break
			}
			if x[i] != x[j] {
				x[i], x[j] = x[j], x[i]
				swapped = true
			}
			i++
			j--
		}
		if !swapped && IsSorted(x) {
			return
		}
		// x[:j+1] <= pivot <= x[j+1:]
		left, right := x[:j+1], x[j+1:]
		if len(left) < len(right) {
			quickOrdered(left, limit)
			x = right
		} else {
			quickOrdered(right, limit)
			x = left
		}
	}
	insertOrdered(x)
}

func heapOrdered[E cmp.Ordered](x []E) {
	n := len(x)
	down := func(i, n int) {
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
	for i := n/2 - 1; i >= 0; i-- {
		down(i, n)
	}
	for i := n - 1; i > 0; i-- {
		x[0], x[i] = x[i], x[0]
		down(0, i)
	}
}

func insertFunc[E any](x []E, cmp func(a, b E) int) {
	for i := 1; i < len(x); i++ {
		for j := i; j > 0 && cmp(x[j], x[j-1]) < 0; j-- {
			x[j], x[j-1] = x[j-1], x[j]
		}
	}
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

func quickFunc[E any](x []E, limit int, cmp func(a, b E) int) {
	for len(x) > short {
		if limit == 0 {
			heapFunc(x, cmp)
			return
		}
		limit--
		n := len(x)
		p := medianFunc(x, n/4, n/2, n/4*3, cmp)
		if n > 128 {
			s := n / 8
			p = medianFunc(x, medianFunc(x, s-1, s, s+1, cmp), medianFunc(x, 4*s-1, 4*s, 4*s+1, cmp), medianFunc(x, 7*s-1, 7*s, 7*s+1, cmp), cmp)
		}
		// The pivot waits at x[0]; a comparison that makes no sense must not lead out of the slice, hence the tests of i and j.
		x[0], x[p] = x[p], x[0]
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
		left, right := x[:j], x[j+1:]
		if len(left) < len(right) {
			quickFunc(left, limit, cmp)
			x = right
		} else {
			quickFunc(right, limit, cmp)
			x = left
		}
	}
	insertFunc(x, cmp)
}

func heapFunc[E any](x []E, cmp func(a, b E) int) {
	n := len(x)
	down := func(i, n int) {
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
	for i := n/2 - 1; i >= 0; i-- {
		down(i, n)
	}
	for i := n - 1; i > 0; i-- {
		x[0], x[i] = x[i], x[0]
		down(0, i)
	}
}

// stableFunc is merge sort, bottom up, over runs made by insertion. The buffer holds the left half of a merge.
func stableFunc[E any](x []E, cmp func(a, b E) int) {
	n := len(x)
	for a := 0; a < n; a += short {
		insertFunc(x[a:min(a+short, n)], cmp)
	}
	if n <= short {
		return
	}
	buf := make([]E, (n+1)/2+short)
	for w := short; w < n; w *= 2 {
		for a := 0; a+w < n; a += 2 * w {
			mergeFunc(x[a:min(a+2*w, n)], w, &buf, cmp)
		}
	}
}

func mergeFunc[E any](x []E, m int, room *[]E, cmp func(a, b E) int) {
	if cmp(x[m], x[m-1]) >= 0 {
		return // in order already
	}
	if len(*room) < m {
		*room = make([]E, m)
	}
	buf := (*room)[:m]
	copy(buf, x[:m])
	i, j, k := 0, m, 0
	for i < m && j < len(x) {
		if cmp(x[j], buf[i]) < 0 {
			x[k] = x[j]
			j++
		} else {
			x[k] = buf[i]
			i++
		}
		k++
	}
	copy(x[k:], buf[i:])
}
