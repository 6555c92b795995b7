// Package heap keeps any sortable collection as a binary heap: the least element is always at index 0.
//
// The heap is a tree laid out in a slice: the children of index i are at 2i+1 and 2i+2, and no element is less than its parent. A
// priority queue is the usual use: implement Interface over the queue's slice and let Push and Pop keep the order.
package heap

import "sort"

// Interface is what a collection must offer. Push and Pop are for this package to call: they add and remove the element at the end;
// use heap.Push and heap.Pop to change a heap.
type Interface interface {
	sort.Interface
	Push(x any) // add x as element Len()
	Pop() any   // remove and return element Len() - 1
}

// Init establishes the heap order, in O(n) where n is h.Len(). It must be called before the other functions unless the collection is
// empty or sorted.
func Init(h Interface) {
	n := h.Len()
	for i := n/2 - 1; i >= 0; i-- {
		sink(h, i, n)
	}
}

// Push adds x, in O(log n).
func Push(h Interface, x any) {
	h.Push(x)
	rise(h, h.Len()-1)
}

// Pop removes and returns the least element, in O(log n). It is the same as Remove(h, 0).
func Pop(h Interface) any {
	last := h.Len() - 1
	h.Swap(0, last)
	sink(h, 0, last)
	return h.Pop()
}

// Remove removes and returns the element at index i, in O(log n).
func Remove(h Interface, i int) any {
	last := h.Len() - 1
	if i != last {
		h.Swap(i, last)
		if !sink(h, i, last) {
			rise(h, i)
		}
	}
	return h.Pop()
}

// Fix restores the order after the element at index i changed its value, in O(log n). It is cheaper than Remove followed by Push.
func Fix(h Interface, i int) {
	if !sink(h, i, h.Len()) {
		rise(h, i)
	}
}

func rise(h Interface, i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if !h.Less(i, parent) {
			return
		}
		h.Swap(i, parent)
		i = parent
	}
}

// sink moves element i of the first n down to its place and reports whether it moved.
func sink(h Interface, i, n int) bool {
	start := i
	for {
		child := 2*i + 1
		if child >= n || child < 0 {
			break
		}
		if right := child + 1; right < n && h.Less(right, child) {
			child = right
		}
		if !h.Less(child, i) {
			break
		}
		h.Swap(i, child)
		i = child
	}
	return i > start
}
