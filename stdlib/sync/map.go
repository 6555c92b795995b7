package sync

import (
	"internal/race"
	"sync/atomic"
	"unsafe"
)

// A Map is a map[any]any that many goroutines may use at once. It is best when keys are written once and read often, or when
// goroutines work on different keys.
//
// view is a map that is never changed and so is read without lock. New keys go to fresh, under the lock, which holds all keys of view
// that are not deleted as well. When lookups had to fall back to fresh often enough, it becomes the view. The cells are
// shared by both maps, so a value changes by one atomic store wherever its key is found.
type Map struct {
	_      noCopy
	mu     Mutex
	view   atomic.Pointer[mapView]
	fresh  map[any]*cell
	misses int
}

type mapView struct {
	m       map[any]*cell
	partial bool // fresh has keys that m lacks
}

// A cell holds a pointer to a value; nil: deleted; gone: deleted and not in fresh.
type cell struct {
	p atomic.Pointer[any]
}

var gone = new(any)

// The race detector knows a key's values by their cell: who reads or replaces one knows what its maker did.
func (c *cell) learn() {
	if race.Enabled {
		race.Acquire(unsafe.Pointer(c))
	}
}

func (c *cell) tell() {
	if race.Enabled {
		race.Release(unsafe.Pointer(c))
	}
}

func (c *cell) load() (any, bool) {
	p := c.p.Load()
	c.learn()
	if p == nil || p == gone {
		return nil, false
	}
	return *p, true
}

func (m *Map) loadView() mapView {
	if v := m.view.Load(); v != nil {
		return *v
	}
	return mapView{}
}

// find returns key's cell, nil if the map has none. locked says that m.mu is held, as it is for keys of fresh.
func (m *Map) find(key any) *cell {
	v := m.loadView()
	c, ok := v.m[key]
	if !ok && v.partial {
		m.mu.Lock()
		v = m.loadView()
		if c, ok = v.m[key]; !ok && v.partial {
			c = m.fresh[key]
			m.missLocked()
		}
		m.mu.Unlock()
	}
	return c
}

func (m *Map) missLocked() {
	m.misses++
	if m.misses >= len(m.fresh) {
		m.view.Store(&mapView{m: m.fresh})
		m.fresh = nil
		m.misses = 0
	}
}

// Load returns the value of key, nil and false if there is none.
func (m *Map) Load(key any) (value any, ok bool) {
	if c := m.find(key); c != nil {
		return c.load()
	}
	return nil, false
}

// Store sets the value of key.
func (m *Map) Store(key, value any) { m.Swap(key, value) }

// cellLocked returns key's cell, made if need be and present in every map that must have it.
func (m *Map) cellLocked(key any) *cell {
	v := m.loadView()
	if c, ok := v.m[key]; ok {
		if c.p.CompareAndSwap(gone, nil) {
			m.fresh[key] = c // fresh exists, else the cell would not be gone
		}
		return c
	}
	if c, ok := m.fresh[key]; ok {
		return c
	}
	if !v.partial {
		m.fillFreshLocked(v)
		m.view.Store(&mapView{m: v.m, partial: true})
	}
	c := new(cell)
	m.fresh[key] = c
	return c
}

// fillFreshLocked copies the live part of v to fresh and marks the rest gone.
func (m *Map) fillFreshLocked(v mapView) {
	if m.fresh != nil {
		return
	}
	m.fresh = make(map[any]*cell, len(v.m))
	for k, c := range v.m {
		for {
			p := c.p.Load()
			if p == gone || p == nil && c.p.CompareAndSwap(nil, gone) {
				break
			}
			if p != nil {
				m.fresh[k] = c
				break
			}
		}
	}
}

// Swap sets the value of key and returns the value before.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	nv := &value
	if c, ok := m.loadView().m[key]; ok {
		c.tell()
		for {
			p := c.p.Load()
			if p == gone {
				break
			}
			if c.p.CompareAndSwap(p, nv) {
				if p == nil {
					return nil, false
				}
				c.learn()
				return *p, true
			}
		}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	c := m.cellLocked(key)
	c.tell()
	if p := c.p.Swap(nv); p != nil {
		c.learn()
		return *p, true
	}
	return nil, false
}

// LoadOrStore returns the value of key if there is one (loaded true), else sets and returns value.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	if c, ok := m.loadView().m[key]; ok {
		if actual, loaded, ok := c.loadOrStore(value); ok {
			return actual, loaded
		}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	actual, loaded, _ = m.cellLocked(key).loadOrStore(value)
	return actual, loaded
}

// loadOrStore fails when the cell is gone.
func (c *cell) loadOrStore(value any) (actual any, loaded, ok bool) {
	var nv *any
	c.tell()
	for {
		p := c.p.Load()
		if p == gone {
			return nil, false, false
		}
		if p != nil {
			c.learn()
			return *p, true, true
		}
		if nv == nil {
			v := value
			nv = &v
		}
		if c.p.CompareAndSwap(nil, nv) {
			return value, false, true
		}
	}
}

// LoadAndDelete removes key and returns the value it had.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	v := m.loadView()
	c, ok := v.m[key]
	if !ok && v.partial {
		m.mu.Lock()
		v = m.loadView()
		if c, ok = v.m[key]; !ok && v.partial {
			c = m.fresh[key]
			delete(m.fresh, key)
			m.missLocked()
		}
		m.mu.Unlock()
	}
	if c == nil {
		return nil, false
	}
	for {
		p := c.p.Load()
		if p == nil || p == gone {
			return nil, false
		}
		if c.p.CompareAndSwap(p, nil) {
			c.learn()
			return *p, true
		}
	}
}

// Delete removes key.
func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

// CompareAndSwap sets the value of key to new if it is old, which must be comparable.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	c := m.find(key)
	if c == nil {
		return false
	}
	nv := &new
	c.tell()
	for {
		p := c.p.Load()
		if p == nil || p == gone || *p != old {
			return false
		}
		if c.p.CompareAndSwap(p, nv) {
			c.learn()
			return true
		}
	}
}

// CompareAndDelete removes key if its value is old, which must be comparable.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	c := m.find(key)
	if c == nil {
		return false
	}
	for {
		p := c.p.Load()
		if p == nil || p == gone || *p != old {
			return false
		}
		if c.p.CompareAndSwap(p, nil) {
			return true
		}
	}
}

// Range calls f for the keys and values until f returns false. It is no snapshot: changes made meanwhile may or may not be seen.
func (m *Map) Range(f func(key, value any) bool) {
	v := m.loadView()
	if v.partial {
		m.mu.Lock()
		if v = m.loadView(); v.partial {
			v = mapView{m: m.fresh}
			m.view.Store(&mapView{m: m.fresh})
			m.fresh = nil
			m.misses = 0
		}
		m.mu.Unlock()
	}
	for k, c := range v.m {
		if x, ok := c.load(); ok && !f(k, x) {
			return
		}
	}
}

// Clear removes all keys.
func (m *Map) Clear() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.view.Store(&mapView{})
	m.fresh = nil
	m.misses = 0
}
