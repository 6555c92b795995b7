// Package unique gives equal values one identity, so that they compare by pointer and are kept once.
package unique

import (
	"runtime"
	"sync"
	"weak"
)

// A Handle stands for a value; two handles are equal exactly when their values are.
type Handle[T comparable] struct {
	value *T
}

// Value returns the value.
func (h Handle[T]) Value() T { return *h.value }

// A table holds the values of one type, weakly: what no handle refers to any more is dropped.
type table[T comparable] struct {
	mu sync.Mutex
	m  map[T]weak.Pointer[T]
}

// tables maps (*T)(nil) to *table[T].
var tables sync.Map

// Make returns the handle of value.
func Make[T comparable](value T) Handle[T] {
	var key *T
	t, ok := tables.Load(key)
	if !ok {
		t, _ = tables.LoadOrStore(key, &table[T]{m: make(map[T]weak.Pointer[T])})
	}
	return Handle[T]{t.(*table[T]).get(value)}
}

func (t *table[T]) get(value T) *T {
	t.mu.Lock()
	defer t.mu.Unlock()
	if w, ok := t.m[value]; ok {
		if p := w.Value(); p != nil {
			return p
		}
	}
	value = detach(value)
	h := new(holder[T])
	h.value = value
	p := &h.value
	w := weak.Make(p)
	t.m[value] = w
	// The key is a copy of the value, so the entry goes by a cleanup of the object and not with it.
	runtime.AddCleanup(p, func(v T) {
		t.mu.Lock()
		defer t.mu.Unlock()
		if t.m[v] == w {
			delete(t.m, v)
		}
	}, value)
	return p
}

// holder gives values without size an address of their own.
type holder[T any] struct {
	value T
	_     [1]byte
}

// detach copies a string, so that it does not keep a larger one alive.
func detach[T comparable](v T) T {
	if s, ok := any(v).(string); ok {
		return any(string([]byte(s))).(T)
	}
	return v
}
