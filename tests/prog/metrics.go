package main

import (
	"fmt"
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sort"
	"strings"
	"sync"
)

// runtime/metrics: the names and kinds, values that agree with each other and with MemStats, and MemStats within itself.

type node struct {
	next *node
	pad  [5]int
}

var keep *node
var bytes [][]byte

func check(name string, ok bool, v ...any) {
	if ok {
		fmt.Println("ok", name)
	} else {
		fmt.Println("WRONG", name, v)
	}
}

func work() {
	for i := range 100000 {
		n := &node{}
		if i%4 == 0 {
			n.next = keep
			keep = n
		}
	}
	for range 20 {
		bytes = append(bytes, make([]byte, 100000))
	}
	var mu sync.Mutex
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 100 {
				mu.Lock()
				runtime.Gosched()
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	runtime.GC()
}

func main() {
	var names []string
	all := metrics.All()
	for _, d := range all {
		if !strings.HasPrefix(d.Name, "/godebug/") {
			fmt.Println(d.Name, int(d.Kind), d.Cumulative, d.Description != "")
			names = append(names, d.Name)
		}
	}
	check("sorted", sort.StringsAreSorted(names))

	var m0, m runtime.MemStats
	runtime.ReadMemStats(&m0)
	work()
	runtime.ReadMemStats(&m)
	check("HeapSys", m.HeapSys == m.HeapInuse+m.HeapIdle)
	check("Sys", m.Sys == m.HeapSys+m.StackSys+m.MSpanSys+m.MCacheSys+m.BuckHashSys+m.GCSys+m.OtherSys)
	check("objects", m.HeapObjects == m.Mallocs-m.Frees)
	check("Alloc", m.Alloc == m.HeapAlloc && m.HeapAlloc <= m.HeapInuse)
	check("HeapReleased", m.HeapReleased <= m.HeapIdle)
	check("monotone", m.TotalAlloc >= m0.TotalAlloc+48*100000 && m.Mallocs >= m0.Mallocs+100000 && m.Frees > m0.Frees)
	check("inuse", m.StackInuse <= m.StackSys && m.MSpanInuse <= m.MSpanSys && m.MCacheInuse <= m.MCacheSys)
	var n, f uint64
	for i, c := range m.BySize {
		n += c.Mallocs
		f += c.Frees
		if i > 0 && c.Size <= m.BySize[i-1].Size || c.Frees > c.Mallocs {
			check("BySize", false, i, c)
		}
	}
	check("BySize sum", n <= m.Mallocs && f <= m.Frees && n > 100000)
	check("collections", m.NumGC > m0.NumGC && m.NumForcedGC == m0.NumForcedGC+1 && m.EnableGC && !m.DebugGC)
	check("pause ring", m.PauseNs[(m.NumGC+255)%256] > 0 && m.PauseEnd[(m.NumGC+255)%256] == m.LastGC && m.LastGC > 1e18)
	var sum uint64
	for i := range min(m.NumGC, 256) {
		sum += m.PauseNs[i]
	}
	check("PauseTotalNs", sum == m.PauseTotalNs || m.NumGC > 256, sum, m.PauseTotalNs)
	check("GCCPUFraction", m.GCCPUFraction > 0 && m.GCCPUFraction < 1)
	check("NextGC", m.NextGC > 0 && m.Lookups == 0)

	s := make([]metrics.Sample, len(names)+1)
	for i, name := range names {
		s[i].Name = name
	}
	s[len(names)].Name = "/no/such:metric"
	metrics.Read(s)
	u := map[string]uint64{}
	fl := map[string]float64{}
	for _, x := range s {
		switch x.Value.Kind() {
		case metrics.KindUint64:
			u[x.Name] = x.Value.Uint64()
		case metrics.KindFloat64:
			fl[x.Name] = x.Value.Float64()
			check(x.Name, fl[x.Name] >= 0)
		case metrics.KindFloat64Histogram:
			h := x.Value.Float64Histogram()
			var total uint64
			for _, c := range h.Counts {
				total += c
			}
			check(x.Name, len(h.Buckets) == len(h.Counts)+1 && sort.Float64sAreSorted(h.Buckets) && math.IsInf(h.Buckets[len(h.Counts)], 1))
			check("values", total > 0)
		case metrics.KindBad:
			fmt.Println("bad", x.Name)
		}
	}
	var classes uint64
	for name, v := range u {
		if strings.HasPrefix(name, "/memory/classes/") && name != "/memory/classes/total:bytes" {
			classes += v
		}
	}
	check("memory", classes == u["/memory/classes/total:bytes"])
	check("objects", u["/gc/heap/objects:objects"] == u["/gc/heap/allocs:objects"]-u["/gc/heap/frees:objects"])
	check("bytes", u["/memory/classes/heap/objects:bytes"] == u["/gc/heap/allocs:bytes"]-u["/gc/heap/frees:bytes"])
	check("cycles", u["/gc/cycles/total:gc-cycles"] == u["/gc/cycles/automatic:gc-cycles"]+u["/gc/cycles/forced:gc-cycles"])
	check("scan", u["/gc/scan/total:bytes"] == u["/gc/scan/heap:bytes"]+u["/gc/scan/stack:bytes"]+u["/gc/scan/globals:bytes"])
	check("live", u["/gc/heap/live:bytes"] > 25000*48)
	check("procs", u["/sched/gomaxprocs:threads"] == uint64(runtime.GOMAXPROCS(0)))
	check("goroutines", u["/sched/goroutines:goroutines"] >= 1 && u["/sched/goroutines-created:goroutines"] >= 9)
	c := "/cpu/classes/"
	near := func(a, b float64) bool { return math.Abs(a-b) < 1e-6 }
	check("cpu gc", near(fl[c+"gc/total:cpu-seconds"], fl[c+"gc/mark/assist:cpu-seconds"]+fl[c+"gc/mark/dedicated:cpu-seconds"]+fl[c+"gc/mark/idle:cpu-seconds"]+fl[c+"gc/pause:cpu-seconds"]))
	check("cpu", near(fl[c+"total:cpu-seconds"], fl[c+"gc/total:cpu-seconds"]+fl[c+"scavenge/total:cpu-seconds"]+fl[c+"user:cpu-seconds"]+fl[c+"idle:cpu-seconds"]))

	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(1 << 40)
	s = s[:2]
	s[0].Name, s[1].Name = "/gc/gogc:percent", "/gc/gomemlimit:bytes"
	metrics.Read(s)
	fmt.Println(s[0].Value.Uint64() == math.MaxUint64, s[1].Value.Uint64())
	defer func() { fmt.Println(recover()) }()
	s[0].Value.Float64()
}
