// Package pprof gives access to profiles of the program.
//
// There is one that works, goroutine, in text form (debug levels 1 and 2), besides those a program makes itself with NewProfile. The runtime does
// not sample CPU time and allocations yet: functions that need this return an error that says so.
package pprof

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// A Profile counts call stacks by the values that were added there.
type Profile struct {
	name  string
	mu    sync.Mutex
	m     map[any][]uintptr
	count func() int
	write func(w io.Writer, debug int) error
}

var (
	errCPU     = errors.New("runtime/pprof: CPU profiles are not supported yet")
	errHeap    = errors.New("runtime/pprof: heap profiles are not supported yet")
	errSamples = errors.New("runtime/pprof: this profile is not supported yet")
	errProto   = errors.New("runtime/pprof: the format of debug level 0 is not supported yet")
)

var registry struct {
	mu sync.Mutex
	m  map[string]*Profile
}

func nothing() int { return 0 }

func unsupported(err error) func(io.Writer, int) error {
	return func(io.Writer, int) error { return err }
}

// lock makes the predefined profiles when the registry is first used.
func lock() {
	registry.mu.Lock()
	if registry.m != nil {
		return
	}
	registry.m = map[string]*Profile{
		"goroutine":    {name: "goroutine", count: runtime.NumGoroutine, write: writeGoroutines},
		"threadcreate": {name: "threadcreate", count: nothing, write: unsupported(errSamples)},
		"heap":         {name: "heap", count: nothing, write: unsupported(errHeap)},
		"allocs":       {name: "allocs", count: nothing, write: unsupported(errHeap)},
		"block":        {name: "block", count: nothing, write: unsupported(errSamples)},
		"mutex":        {name: "mutex", count: nothing, write: unsupported(errSamples)},
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
	if p.write != nil {
		panic("pprof: Add called on built-in Profile " + p.name)
	}
	var stack [32]uintptr
	n := runtime.Callers(skip+2, stack[:])
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, ok := p.m[value]; ok {
		panic("pprof: Profile.Add of duplicate value")
	}
	p.m[value] = slices.Clone(stack[:n])
}

// Remove removes the call stack of value.
func (p *Profile) Remove(value any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.m, value)
}

// WriteTo writes the profile; debug 1 is readable text, 2 for goroutine that of a fatal panic.
func (p *Profile) WriteTo(w io.Writer, debug int) error {
	if p.name == "" {
		panic("pprof: use of zero Profile")
	}
	if p.write != nil {
		return p.write(w, debug)
	}
	if debug == 0 {
		return errProto
	}
	p.mu.Lock()
	stacks := make([][]uintptr, 0, len(p.m))
	for _, s := range p.m {
		stacks = append(stacks, s)
	}
	p.mu.Unlock()
	slices.SortFunc(stacks, slices.Compare)
	if _, err := fmt.Fprintf(w, "%s profile: total %d\n", p.name, len(stacks)); err != nil {
		return err
	}
	for i := 0; i < len(stacks); {
		j := i
		for j < len(stacks) && slices.Equal(stacks[i], stacks[j]) {
			j++
		}
		var b strings.Builder
		fmt.Fprintf(&b, "%d @", j-i)
		for _, pc := range stacks[i] {
			fmt.Fprintf(&b, " %#x", pc)
		}
		b.WriteByte('\n')
		for frames := runtime.CallersFrames(stacks[i]); ; {
			f, more := frames.Next()
			fmt.Fprintf(&b, "#\t%#x\t%s+%#x\t%s:%d\n", f.PC, f.Function, f.PC-f.Entry, f.File, f.Line)
			if !more {
				break
			}
		}
		b.WriteByte('\n')
		if _, err := io.WriteString(w, b.String()); err != nil {
			return err
		}
		i = j
	}
	return nil
}

func writeGoroutines(w io.Writer, debug int) error {
	if debug == 0 {
		return errProto
	}
	buf := make([]byte, 1<<14)
	for {
		if n := runtime.Stack(buf, true); n < len(buf) {
			buf = buf[:n]
			break
		}
		buf = make([]byte, 2*len(buf))
	}
	if debug == 1 {
		if _, err := fmt.Fprintf(w, "goroutine profile: total %d\n", runtime.NumGoroutine()); err != nil {
			return err
		}
	}
	_, err := w.Write(buf)
	return err
}

// StartCPUProfile fails: there are no CPU profiles yet.
func StartCPUProfile(w io.Writer) error { return errCPU }

// StopCPUProfile does nothing.
func StopCPUProfile() {}

// WriteHeapProfile fails: there are no heap profiles yet.
func WriteHeapProfile(w io.Writer) error { return errHeap }

// ---- labels --------------------------------------------------------------------------------------------------------------------------

// A LabelSet is a set of labels for WithLabels.
type LabelSet struct{ list []label }

type label struct{ key, value string }

type labelKey struct{}

// Labels makes a set of keys and values in turn.
func Labels(args ...string) LabelSet {
	if len(args)%2 != 0 {
		panic("uneven number of arguments to pprof.Labels")
	}
	var s LabelSet
	for i := 0; i < len(args); i += 2 {
		s.list = append(s.list, label{args[i], args[i+1]})
	}
	return s
}

// WithLabels returns a context with the labels of ctx and labels; those replace others with the same key.
func WithLabels(ctx context.Context, labels LabelSet) context.Context {
	m := map[string]string{}
	old, _ := ctx.Value(labelKey{}).(map[string]string)
	for k, v := range old {
		m[k] = v
	}
	for _, l := range labels.list {
		m[l.key] = l.value
	}
	return context.WithValue(ctx, labelKey{}, m)
}

// Label returns the value of a label of ctx.
func Label(ctx context.Context, key string) (string, bool) {
	m, _ := ctx.Value(labelKey{}).(map[string]string)
	v, ok := m[key]
	return v, ok
}

// ForLabels calls f for the labels of ctx, sorted, until it returns false.
func ForLabels(ctx context.Context, f func(key, value string) bool) {
	m, _ := ctx.Value(labelKey{}).(map[string]string)
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		if !f(k, m[k]) {
			return
		}
	}
}

// SetGoroutineLabels would label the goroutine in profiles; no profile shows labels yet.
func SetGoroutineLabels(ctx context.Context) {}

// Do calls f with a context that has the labels.
func Do(ctx context.Context, labels LabelSet, f func(context.Context)) {
	defer SetGoroutineLabels(ctx)
	ctx = WithLabels(ctx, labels)
	SetGoroutineLabels(ctx)
	f(ctx)
}
