// Package sort sorts slices and user-defined collections.
package sort

import (
	"math/bits"
	"slices"
)

// Interface is what a collection must offer to be sorted: its elements are known by index only.
type Interface interface {
	// Len is the number of elements.
	Len() int
	// Less reports whether element i must come before element j. It must be a strict weak ordering.
	Less(i, j int) bool
	// Swap exchanges two elements.
	Swap(i, j int)
}

// Sort sorts data in ascending order with O(n log n) calls of Less and Swap. Equal elements are not kept in order.
func Sort(data Interface) {
	n := data.Len()
	if n > 1 {
		quick(data, 0, n, 2*bits.Len(uint(n)))
	}
}

// Stable sorts data and keeps the order of equal elements: O(n log n) calls of Less, O(n log n log n) of Swap.
func Stable(data Interface) { stable(data, data.Len()) }

// IsSorted reports whether data is sorted.
func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

type reverse struct{ Interface }

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

// Reverse returns data in the reverse order.
func Reverse(data Interface) Interface { return &reverse{data} }

// IntSlice attaches the methods of Interface to []int.
type IntSlice []int

func (x IntSlice) Len() int           { return len(x) }
func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x IntSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x IntSlice) Sort() { Sort(x) }

// Float64Slice attaches the methods of Interface to []float64; NaNs come first.
type Float64Slice []float64

func (x Float64Slice) Len() int           { return len(x) }
func (x Float64Slice) Less(i, j int) bool { return x[i] < x[j] || (x[i] != x[i] && x[j] == x[j]) }
func (x Float64Slice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x Float64Slice) Sort() { Sort(x) }

// StringSlice attaches the methods of Interface to []string.
type StringSlice []string

func (x StringSlice) Len() int           { return len(x) }
func (x StringSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x StringSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x StringSlice) Sort() { Sort(x) }

// Ints sorts a slice of ints.
func Ints(x []int) { slices.Sort(x) }

// Float64s sorts a slice of float64s; NaNs come first.
func Float64s(x []float64) { slices.Sort(x) }

// Strings sorts a slice of strings.
func Strings(x []string) { slices.Sort(x) }

// IntsAreSorted reports whether x is sorted.
func IntsAreSorted(x []int) bool { return slices.IsSorted(x) }

// Float64sAreSorted reports whether x is sorted, NaNs first.
func Float64sAreSorted(x []float64) bool { return slices.IsSorted(x) }

// StringsAreSorted reports whether x is sorted.
func StringsAreSorted(x []string) bool { return slices.IsSorted(x) }

// The same introsort as in package slices, on indexes. lo and hi bound the piece; depth counts down to heap sort.
const insertionMax = 12

func insertion[D Interface](d D, lo, hi int) {
	for i := lo + 1; i < hi; i++ {
		for j := i; j > lo && d.Less(j, j-1); j-- {
			d.Swap(j, j-1)
		}
	}
}

// run reports whether the piece is sorted, turning it round first when it falls strictly.
func run[D Interface](d D, lo, hi int) bool {
	i := lo + 1
	if d.Less(i, lo) {
		for i++; i < hi && d.Less(i, i-1); i++ {
		}
		if i < hi {
			return false
		}
		for a, b := lo, hi-1; a < b; a, b = a+1, b-1 {
			d.Swap(a, b)
		}
		return true
	}
	for i++; i < hi; i++ {
		if d.Less(i, i-1) {
			return false
		}
	}
	return true
}

func median[D Interface](d D, a, b, c int) int {
	if d.Less(b, a) {
		a, b = b, a
	}
	if d.Less(c, b) {
		b = c
		if d.Less(b, a) {
			b = a
		}
	}
	return b
}

func quick[D Interface](d D, lo, hi, depth int) {
	for hi-lo > insertionMax {
		if depth == 0 {
			heapSort(d, lo, hi)
			return
		}
		depth--
		if run(d, lo, hi) {
			return
		}
		n := hi - lo
		m := lo + n/2
		if n >= 64 {
			e := n / 8
			m = median(d, median(d, lo+e, lo+2*e, lo+3*e), median(d, m-1, m, m+1), median(d, hi-1-3*e, hi-1-2*e, hi-1-e))
		} else {
			m = median(d, lo+n/4, m, lo+n/4*3)
		}
		d.Swap(lo, m)
		i, j := lo+1, hi-1
		for {
			for i <= j && d.Less(i, lo) {
				i++
			}
			for i <= j && d.Less(lo, j) {
				j--
			}
			if i >= j {
				break
			}
			d.Swap(i, j)
			i++
			j--
		}
		d.Swap(lo, j)
		if j-lo < hi-j-1 {
			quick(d, lo, j, depth)
			lo = j + 1
		} else {
			quick(d, j+1, hi, depth)
			hi = j
		}
	}
	insertion(d, lo, hi)
}

func sink[D Interface](d D, base, i, n int) {
	for {
		c := 2*i + 1
		if c >= n {
			return
		}
		if c+1 < n && d.Less(base+c, base+c+1) {
			c++
		}
		if !d.Less(base+i, base+c) {
			return
		}
		d.Swap(base+i, base+c)
		i = c
	}
}

func heapSort[D Interface](d D, lo, hi int) {
	n := hi - lo
	for i := n/2 - 1; i >= 0; i-- {
		sink(d, lo, i, n)
	}
	for n--; n > 0; n-- {
		d.Swap(lo, lo+n)
		sink(d, lo, 0, n)
	}
}

// stable: insertion sort of blocks, then merging in place by rotations (SymMerge, Kim and Kutzner 2004).
func stable[D Interface](d D, n int) {
	block := 20
	for a := 0; a < n; a += block {
		insertion(d, a, min(a+block, n))
	}
	for ; block < n; block *= 2 {
		for a := 0; a+block < n; a += 2 * block {
			merge(d, a, a+block, min(a+2*block, n))
		}
	}
}

// merge merges the sorted pieces [a, m) and [m, b).
func merge[D Interface](d D, a, m, b int) {
	switch {
	case m-a == 0 || b-m == 0:
		return
	case m-a == 1:
		// put element a before the first of [m, b) that is not less
		i, j := m, b
		for i < j {
			h := int(uint(i+j) >> 1)
			if d.Less(h, a) {
				i = h + 1
			} else {
				j = h
			}
		}
		for k := a; k < i-1; k++ {
			d.Swap(k, k+1)
		}
		return
	case b-m == 1:
		i, j := a, m
		for i < j {
			h := int(uint(i+j) >> 1)
			if !d.Less(m, h) {
				i = h + 1
			} else {
				j = h
			}
		}
		for k := m; k > i; k-- {
			d.Swap(k, k-1)
		}
		return
	}
	mid := int(uint(a+b) >> 1)
	n := mid + m
	var start, r int
	if m > mid {
		start, r = n-b, mid
	} else {
		start, r = a, m
	}
	p := n - 1
	for start < r {
		c := int(uint(start+r) >> 1)
		if !d.Less(p-c, c) {
			start = c + 1
		} else {
			r = c
		}
	}
	end := n - start
	if start < m && m < end {
		rotate(d, start, m, end)
	}
	merge(d, a, start, mid)
	merge(d, mid, end, b)
}

// rotate exchanges the pieces [a, m) and [m, b).
func rotate[D Interface](d D, a, m, b int) {
	i, j := m-a, b-m
	for i != j {
		if i > j {
			swapRange(d, m-i, m, j)
			i -= j
		} else {
			swapRange(d, m-i, m+j-i, i)
			j -= i
		}
	}
	swapRange(d, m-i, m, i)
}

func swapRange[D Interface](d D, a, b, n int) {
	for k := 0; k < n; k++ {
		d.Swap(a+k, b+k)
	}
}
