// Package pprof writes profiles of the running program for go tool pprof: heap and allocs (samples of allocations), goroutine,
// goroutineleak, block, mutex, threadcreate, the CPU profile, and profiles that a program makes itself with NewProfile.
//
// The runtime samples and encodes (runtime/obs); this package hands the result out and prints the text formats.
package pprof

import (
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// A Profile is a collection of call stacks. The predefined ones are found by Lookup.
type Profile struct {
	name  string
	mu    sync.Mutex
	m     map[any][]uintptr
	count func() int
	write func(w io.Writer, debug int) error
}

var registry struct {
	mu sync.Mutex
	m  map[string]*Profile
}

// lock makes the predefined profiles when the registry is first used.
func lock() {
	registry.mu.Lock()
	if registry.m != nil {
		return
	}
	registry.m = map[string]*Profile{}
	for _, p := range []*Profile{
		{name: "goroutine", count: runtime.NumGoroutine, write: writeGoroutine},
		{name: "goroutineleak", count: leakCount, write: writeLeak},
		{name: "threadcreate", count: threadCount, write: writeThreads},
		{name: "heap", count: heapCount, write: writeHeap},
		{name: "allocs", count: heapCount, write: writeAllocs},
		{name: "block", count: blockCount, write: writeBlock},
		{name: "mutex", count: mutexCount, write: writeMutex},
	} {
		registry.m[p.name] = p
	}
}

// NewProfile makes a profile. It panics when the name is in use.
func NewProfile(name string) *Profile {
	lock()
	defer registry.mu.Unlock()
	if name == "" {
		panic("pprof: NewProfile with empty name")
	}
	if registry.m[name] != nil {
		panic("pprof: NewProfile name already in use: " + name)
	}
	p := &Profile{name: name, m: map[any][]uintptr{}}
	registry.m[name] = p
	return p
}

// Lookup returns the profile with the name, nil if there is none.
func Lookup(name string) *Profile {
	lock()
	defer registry.mu.Unlock()
	return registry.m[name]
}

// Profiles returns all profiles, sorted by name.
func Profiles() []*Profile {
	lock()
	defer registry.mu.Unlock()
	var all []*Profile
	for _, p := range registry.m {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b *Profile) int { return strings.Compare(a.name, b.name) })
	return all
}

// Name is the name.
func (p *Profile) Name() string { return p.name }

// Count is the number of call stacks.
func (p *Profile) Count() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.count != nil {
		return p.count()
	}
	return len(p.m)
}

// Add adds the current call stack, under the key value; skip 0 begins with the caller of Add.
func (p *Profile) Add(value any, skip int) {
	if p.name == "" {
		panic("pprof: use of zero Profile")
	}
	if p.write != nil {
		panic("pprof: Add called on built-in Profile " + p.name)
	}
	var buf [32]uintptr
	stack := slices.Clone(buf[:runtime.Callers(skip+2, buf[:])])
	if len(stack) == 0 {
		stack = []uintptr{1} // nothing is left after skipping: an address without a name
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, ok := p.m[value]; ok {
		panic("pprof: Profile.Add of duplicate value")
	}
	p.m[value] = stack
}

// Remove removes the call stack of value.
func (p *Profile) Remove(value any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.m, value)
}

// WriteTo writes the profile. debug 0: for go tool pprof, compressed; 1: readable text that the tool understands too; 2: for goroutine and
// goroutineleak, the stacks as a fatal panic prints them.
func (p *Profile) WriteTo(w io.Writer, debug int) error {
	if p.name == "" {
		panic("pprof: use of zero Profile")
	}
	if p.write != nil {
		return p.write(w, debug)
	}
	p.mu.Lock()
	list := make([]record, 0, len(p.m))
	for _, s := range p.m {
		list = append(list, record{stack: s})
	}
	p.mu.Unlock()
	return writeCounts(w, p.name, list, debug)
}

// WriteHeapProfile writes the heap profile for go tool pprof.
func WriteHeapProfile(w io.Writer) error { return writeHeap(w, 0) }
