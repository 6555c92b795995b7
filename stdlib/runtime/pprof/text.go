package pprof

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"text/tabwriter"
	"unsafe"
)

// align runs print on a buffer whose columns are aligned, and writes the result.
func align(w io.Writer, print func(w io.Writer)) error {
	var b bytes.Buffer
	tw := tabwriter.NewWriter(&b, 1, 8, 1, '\t', 0)
	print(tw)
	tw.Flush()
	_, err := w.Write(b.Bytes())
	return err
}

func printAddresses(w io.Writer, stack []uintptr) {
	for _, pc := range stack {
		fmt.Fprintf(w, " %#x", pc)
	}
	fmt.Fprintln(w)
}

// printFrames explains the addresses, one line each. Functions of the runtime at the inner end are left out, unless there are no others.
func printFrames(w io.Writer, stack []uintptr, all bool) {
	shown := all
	for frames := runtime.CallersFrames(stack); ; {
		f, more := frames.Next()
		switch {
		case f.Function == "" && f.PC != 0:
			shown = true
			fmt.Fprintf(w, "#\t%#x\n", f.PC)
		case f.Function == "" || f.Function == "runtime.goexit":
		case shown || !strings.HasPrefix(f.Function, "runtime."):
			shown = true
			offset := f.PC - f.Entry
			if f.PC >= 1<<40 {
				offset = 0 // an inlined function: see runtime.Callers
			}
			fmt.Fprintf(w, "#\t%#x\t%s+%#x\t%s:%d\n", f.PC, f.Function, offset, f.File, f.Line)
		}
		if !more {
			break
		}
	}
	if !shown {
		printFrames(w, stack, true)
		return
	}
	fmt.Fprintln(w)
}

// A group is a set of equal records.
type group struct {
	n   int
	key string
	r   *record
}

func grouped(list []record) []*group {
	groups := map[string]*group{}
	var all []*group
	for i := range list {
		var b strings.Builder
		b.WriteByte('@')
		for _, pc := range list[i].stack {
			fmt.Fprintf(&b, " %#x", pc)
		}
		if l := list[i].labels(); l != "" {
			b.WriteString("\n# labels: " + l)
		}
		g := groups[b.String()]
		if g == nil {
			g = &group{key: b.String(), r: &list[i]}
			groups[g.key] = g
			all = append(all, g)
		}
		g.n++
	}
	slices.SortFunc(all, func(a, b *group) int { return cmp.Or(b.n-a.n, strings.Compare(a.key, b.key)) })
	return all
}

// writeCounts writes a profile whose stacks only count.
func writeCounts(w io.Writer, name string, list []record, debug int) error {
	all := grouped(list)
	if debug == 0 {
		var words []uintptr
		for _, g := range all {
			words = append(words, uintptr(g.n), uintptr(len(g.r.stack)))
			words = append(words, g.r.stack...)
		}
		return writeCompressed(w, profProtoList(name, words))
	}
	return align(w, func(w io.Writer) {
		fmt.Fprintf(w, "%s profile: total %d\n", name, len(list))
		for _, g := range all {
			fmt.Fprintf(w, "%d %s\n", g.n, g.key)
			printFrames(w, g.r.stack, false)
		}
	})
}

// writeDelays writes a profile of time spent waiting.
func writeDelays(w io.Writer, title string, kind, debug int) error {
	if debug == 0 {
		return writeProto(w, kind)
	}
	list := records(kind)
	slices.SortFunc(list, func(a, b record) int { return cmp.Compare(b.v[1], a.v[1]) })
	return align(w, func(w io.Writer) {
		fmt.Fprintf(w, "--- %s:\ncycles/second=1000000000\n", title)
		if kind == kindMutex {
			fmt.Fprintf(w, "sampling period=%d\n", runtime.SetMutexProfileFraction(-1))
		}
		for i := range list {
			r := &list[i]
			count := *(*float64)(unsafe.Pointer(&r.v[0]))
			fmt.Fprintf(w, "%d %d @", r.v[1], max(1, int64(count)))
			printAddresses(w, r.stack)
			printFrames(w, r.stack, true)
		}
	})
}

func writeHeapText(w io.Writer) error {
	m := new(runtime.MemStats)
	runtime.ReadMemStats(m)
	list := records(kindMem) // allocations, frees, bytes of each
	inUse := func(r *record) int64 { return int64((r.v[0] - r.v[1]) * r.v[2]) }
	slices.SortFunc(list, func(a, b record) int { return cmp.Compare(inUse(&a), inUse(&b)) })
	var allocs, allocBytes, live, liveBytes int64
	for i := range list {
		r := &list[i]
		allocs += int64(r.v[0])
		allocBytes += int64(r.v[0] * r.v[2])
		live += int64(r.v[0] - r.v[1])
		liveBytes += inUse(r)
	}
	if allocBytes == liveBytes {
		allocBytes++ // equal numbers would make pprof take it for a profile of another kind
	}
	return align(w, func(w io.Writer) {
		fmt.Fprintf(w, "heap profile: %d: %d [%d: %d] @ heap/%d\n", live, liveBytes, allocs, allocBytes, 2*runtime.MemProfileRate)
		for i := range list {
			r := &list[i]
			fmt.Fprintf(w, "%d: %d [%d: %d] @", r.v[0]-r.v[1], inUse(r), r.v[0], r.v[0]*r.v[2])
			printAddresses(w, r.stack)
			printFrames(w, r.stack, false)
		}
		printMemStats(w, m)
	})
}

func printMemStats(w io.Writer, m *runtime.MemStats) {
	fmt.Fprintf(w, "\n# runtime.MemStats\n")
	for _, l := range []struct {
		name string
		v    any
	}{
		{"Alloc", m.Alloc}, {"TotalAlloc", m.TotalAlloc}, {"Sys", m.Sys}, {"Lookups", m.Lookups}, {"Mallocs", m.Mallocs}, {"Frees", m.Frees},
		{"HeapAlloc", m.HeapAlloc}, {"HeapSys", m.HeapSys}, {"HeapIdle", m.HeapIdle}, {"HeapInuse", m.HeapInuse},
		{"HeapReleased", m.HeapReleased}, {"HeapObjects", m.HeapObjects},
		{"Stack", pair(m.StackInuse, m.StackSys)}, {"MSpan", pair(m.MSpanInuse, m.MSpanSys)}, {"MCache", pair(m.MCacheInuse, m.MCacheSys)},
		{"BuckHashSys", m.BuckHashSys}, {"GCSys", m.GCSys}, {"OtherSys", m.OtherSys}, {"NextGC", m.NextGC}, {"LastGC", m.LastGC},
		{"PauseNs", m.PauseNs}, {"PauseEnd", m.PauseEnd}, {"NumGC", m.NumGC}, {"NumForcedGC", m.NumForcedGC},
		{"GCCPUFraction", m.GCCPUFraction}, {"DebugGC", m.DebugGC}, {"MaxRSS", maxRSS()},
	} {
		fmt.Fprintf(w, "# %s = %v\n", l.name, l.v)
	}
}

func pair(a, b uint64) string { return fmt.Sprintf("%d / %d", a, b) }
