// run

package main

// What runtime/pprof writes, read back by a small decoder: gzip with stored blocks around a protocol buffer.

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"runtime"
	"runtime/pprof"
	"slices"
	"strings"
	"sync"
	"time"
)

func unzip(b []byte) []byte {
	if b[0] != 0x1f || b[1] != 0x8b || b[2] != 8 {
		panic("not gzip")
	}
	b = b[10:]
	var out []byte
	for last := false; !last; {
		last = b[0]&1 == 1
		if b[0]>>1 != 0 {
			panic("not stored")
		}
		n := int(binary.LittleEndian.Uint16(b[1:]))
		out = append(out, b[5:5+n]...)
		b = b[5+n:]
	}
	if binary.LittleEndian.Uint32(b) != crc32.ChecksumIEEE(out) || int(binary.LittleEndian.Uint32(b[4:])) != len(out) || len(b) != 8 {
		panic("bad checksum")
	}
	return out
}

// fields calls f for each field: v for numbers, b for the others.
func fields(p []byte, f func(num int, v uint64, b []byte)) {
	for len(p) > 0 {
		tag, n := binary.Uvarint(p)
		p = p[n:]
		v, n := binary.Uvarint(p)
		p = p[n:]
		switch tag & 7 {
		case 0:
			f(int(tag>>3), v, nil)
		case 2:
			f(int(tag>>3), 0, p[:v])
			p = p[v:]
		default:
			panic("wire type")
		}
	}
}

func packed(b []byte) (list []uint64) {
	for len(b) > 0 {
		v, n := binary.Uvarint(b)
		list = append(list, v)
		b = b[n:]
	}
	return
}

type sample struct {
	locs, values []uint64
	labels       []string
	bytes        uint64
}

type profile struct {
	types   []string
	samples []sample
	lines   map[uint64][]string // location -> functions, innermost first
	deflt   string
	buildID string
}

func parse(data []byte) *profile {
	var strs []string
	fields(data, func(num int, v uint64, b []byte) {
		if num == 6 {
			strs = append(strs, string(b))
		}
	})
	if strs[0] != "" {
		panic("string 0")
	}
	p := &profile{lines: map[uint64][]string{}}
	funcs := map[uint64]string{}
	fields(data, func(num int, v uint64, b []byte) {
		if num == 5 {
			var id, name uint64
			fields(b, func(num int, v uint64, _ []byte) {
				switch num {
				case 1:
					id = v
				case 2:
					name = v
				}
			})
			funcs[id] = strs[name]
		}
	})
	fields(data, func(num int, v uint64, b []byte) {
		switch num {
		case 1:
			var t, u uint64
			fields(b, func(num int, v uint64, _ []byte) {
				if num == 1 {
					t = v
				} else {
					u = v
				}
			})
			p.types = append(p.types, strs[t]+"/"+strs[u])
		case 2:
			var s sample
			fields(b, func(num int, _ uint64, b []byte) {
				switch num {
				case 1:
					s.locs = packed(b)
				case 2:
					s.values = packed(b)
				case 3:
					var k, str, n uint64
					fields(b, func(num int, v uint64, _ []byte) {
						switch num {
						case 1:
							k = v
						case 2:
							str = v
						case 3:
							n = v
						}
					})
					if strs[k] == "bytes" {
						s.bytes = n
					} else {
						s.labels = append(s.labels, strs[k]+"="+strs[str])
					}
				}
			})
			p.samples = append(p.samples, s)
		case 3:
			fields(b, func(num int, v uint64, _ []byte) {
				if num == 6 {
					p.buildID = strs[v]
				}
			})
		case 4:
			var id uint64
			fields(b, func(num int, v uint64, b []byte) {
				switch num {
				case 1:
					id = v
				case 4:
					fields(b, func(num int, v uint64, _ []byte) {
						if num == 1 {
							p.lines[id] = append(p.lines[id], funcs[v])
						}
					})
				}
			})
		case 14:
			p.deflt = strs[v]
		}
	})
	return p
}

func (p *profile) stack(s sample) string {
	var names []string
	for _, l := range s.locs {
		if len(p.lines[l]) == 0 {
			panic("location without lines")
		}
		names = append(names, p.lines[l]...)
	}
	return strings.Join(names, " ")
}

func read(name string) *profile {
	var b bytes.Buffer
	if err := pprof.Lookup(name).WriteTo(&b, 0); err != nil {
		panic(err)
	}
	return parse(unzip(b.Bytes()))
}

var sink [][]byte

func inner(n int) { sink = append(sink[:0:0], make([]byte, n)) }
func outer()      { inner(5000) }

func waitHere(c chan int) { <-c }

//go:noinline
func hold(mu *sync.Mutex) {
	buf := make([]byte, 1<<16)
	for !bytes.Contains(buf[:runtime.Stack(buf, true)], []byte("[sync.Mutex.Lock")) {
		runtime.Gosched()
	}
	time.Sleep(10 * time.Millisecond)
	mu.Unlock()
}

func main() {
	runtime.MemProfileRate = 1
	for range 7 {
		outer()
	}
	runtime.GC()
	p := read("heap")
	fmt.Println(p.types, p.deflt, len(p.buildID) > 0)
	for _, s := range p.samples {
		if st := p.stack(s); s.bytes == 5376 && strings.HasPrefix(st, "main.inner") {
			fmt.Println(st, s.values[:2], s.values[2] <= 2)
		}
	}
	fmt.Println(read("allocs").deflt)

	c := make(chan int)
	pprof.Do(context.Background(), pprof.Labels("k", "v", "a", "1", "k", "w"), func(ctx context.Context) {
		for range 3 {
			go waitHere(c)
		}
		v, ok := pprof.Label(ctx, "k")
		fmt.Println(v, ok)
	})
	runtime.SetBlockProfileRate(1)
	runtime.SetMutexProfileFraction(1)
	var mu sync.Mutex
	mu.Lock()
	go hold(&mu)
	mu.Lock()
	runtime.SetBlockProfileRate(0)
	fmt.Println(runtime.SetMutexProfileFraction(0))

	p = read("goroutine")
	fmt.Println(p.types)
	n := 0
	for _, s := range p.samples {
		if strings.Contains(p.stack(s), "main.waitHere") {
			slices.Sort(s.labels)
			fmt.Println(p.stack(s), s.labels)
			n++
		}
	}
	fmt.Println(n)
	for _, name := range []string{"block", "mutex"} {
		p = read(name)
		fmt.Println(p.types)
		for _, s := range p.samples {
			if st := p.stack(s); strings.Contains(st, "main.") {
				fmt.Println(strings.Contains(st, "sync.(*Mutex)."), strings.Contains(st, "main.hold"), s.values[0], s.values[1] > 5e6)
			}
		}
	}
	own := pprof.NewProfile("example.org/own")
	own.Add("x", 0)
	own.Add("y", 0)
	own.Remove("x")
	p = read("example.org/own")
	fmt.Println(own.Count(), p.types, p.stack(p.samples[0]), p.samples[0].values)

	var names []string
	for _, p := range pprof.Profiles() {
		names = append(names, p.Name())
	}
	fmt.Println(names)
	var cpu bytes.Buffer
	fmt.Println(pprof.StartCPUProfile(&cpu), pprof.StartCPUProfile(&cpu))
	x := 1
	for t := time.Now(); time.Since(t) < 60*time.Millisecond; {
		for i := range 10000 {
			x = x*3 + i
		}
	}
	pprof.StopCPUProfile()
	p = parse(unzip(cpu.Bytes()))
	fmt.Println(p.types, x != 0)
	close(c)
}
