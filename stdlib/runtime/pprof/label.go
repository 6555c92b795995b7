package pprof

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unsafe"
)

// A label is read by C, too (runtime/obs/proto.c).
type label struct{ key, value string }

// A labelSet is what a goroutine points to. The list is sorted by key.
type labelSet struct{ list []label }

func (s *labelSet) String() string {
	var b strings.Builder
	for i, l := range s.list {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%q:%q", l.key, l.value)
	}
	return "{" + b.String() + "}"
}

// A LabelSet is a set of labels for WithLabels.
type LabelSet struct{ list []label }

type labelKey struct{}

// Labels makes a set of keys and values in turn. Of equal keys the last one counts.
func Labels(args ...string) LabelSet {
	if len(args)%2 != 0 {
		panic("uneven number of arguments to pprof.Labels")
	}
	var list []label
	for i := 0; i < len(args); i += 2 {
		list = set(list, label{args[i], args[i+1]})
	}
	return LabelSet{list}
}

// set puts l into the sorted list.
func set(list []label, l label) []label {
	i, found := slices.BinarySearchFunc(list, l.key, func(l label, key string) int { return strings.Compare(l.key, key) })
	if found {
		list[i].value = l.value
		return list
	}
	return slices.Insert(list, i, l)
}

func labelsOf(ctx context.Context) []label {
	if s, _ := ctx.Value(labelKey{}).(*labelSet); s != nil {
		return s.list
	}
	return nil
}

// WithLabels returns a new context with the labels of ctx and labels; those replace others with the same key.
func WithLabels(ctx context.Context, labels LabelSet) context.Context {
	list := slices.Clone(labelsOf(ctx))
	for _, l := range labels.list {
		list = set(list, l)
	}
	return context.WithValue(ctx, labelKey{}, &labelSet{list})
}

// Label returns the value of a label of ctx.
func Label(ctx context.Context, key string) (string, bool) {
	for _, l := range labelsOf(ctx) {
		if l.key == key {
			return l.value, true
		}
	}
	return "", false
}

// ForLabels calls f for the labels of ctx, sorted, until it returns false.
func ForLabels(ctx context.Context, f func(key, value string) bool) {
	for _, l := range labelsOf(ctx) {
		if !f(l.key, l.value) {
			return
		}
	}
}

//tuco:extern tu_g_local_set
func setLabels(p unsafe.Pointer)

// SetGoroutineLabels gives this goroutine the labels of ctx, and those it will start. CPU and goroutine profiles show them.
func SetGoroutineLabels(ctx context.Context) {
	s, _ := ctx.Value(labelKey{}).(*labelSet)
	setLabels(unsafe.Pointer(s))
}

// Do calls f with a context that has the labels, and sets them for the duration of the call.
func Do(ctx context.Context, labels LabelSet, f func(context.Context)) {
	defer SetGoroutineLabels(ctx)
	ctx = WithLabels(ctx, labels)
	SetGoroutineLabels(ctx)
	f(ctx)
}
