// Package ring implements circular lists.
package ring

// Ring is an element of a circular list; any element stands for the whole ring. A nil *Ring is an empty ring, and the zero Ring is a
// ring of one element whose Value is nil.
type Ring struct {
	next, prev *Ring

	// Value is for the user; this package does not touch it.
	Value any
}

func (r *Ring) ready() *Ring {
	if r.next == nil {
		r.next, r.prev = r, r
	}
	return r
}

// New returns a ring of n elements; nil when n <= 0.
func New(n int) *Ring {
	if n <= 0 {
		return nil
	}
	first := new(Ring)
	last := first
	for ; n > 1; n-- {
		e := &Ring{prev: last}
		last.next = e
		last = e
	}
	last.next, first.prev = first, last
	return first
}

// Next returns the next element. r must not be empty.
func (r *Ring) Next() *Ring { return r.ready().next }

// Prev returns the previous element. r must not be empty.
func (r *Ring) Prev() *Ring { return r.ready().prev }

// Move goes n elements forward, or -n backward. r must not be empty.
func (r *Ring) Move(n int) *Ring {
	r.ready()
	for ; n > 0; n-- {
		r = r.next
	}
	for ; n < 0; n++ {
		r = r.prev
	}
	return r
}

// Link makes s the element after r and returns what was after r. When both belong to the same ring, the elements between them are cut
// out and returned as a ring of their own; else s's ring is inserted after r.
func (r *Ring) Link(s *Ring) *Ring {
	after := r.Next()
	if s != nil {
		last := s.Prev()
		r.next, s.prev = s, r
		after.prev, last.next = last, after
	}
	return after
}

// Unlink removes n % r.Len() elements after r and returns them as a ring; nil when there is nothing to remove.
func (r *Ring) Unlink(n int) *Ring {
	if n <= 0 {
		return nil
	}
	return r.Link(r.Move(n + 1))
}

// Len counts the elements.
func (r *Ring) Len() int {
	if r == nil {
		return 0
	}
	n := 1
	for e := r.Next(); e != r; e = e.next {
		n++
	}
	return n
}

// Do calls f with the value of each element, forward from r. f must not change the ring.
func (r *Ring) Do(f func(any)) {
	if r == nil {
		return
	}
	f(r.Value)
	for e := r.Next(); e != r; e = e.next {
		f(e.Value)
	}
}
