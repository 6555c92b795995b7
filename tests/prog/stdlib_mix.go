// run

// A walk through the library: numbers and text, errors, locks, timers, files, processes, run-time errors, random numbers.

package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"math"
	"math/bits"
	"math/rand"
	r2 "math/rand/v2"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type myErr struct{ n int }

func (e *myErr) Error() string { return fmt.Sprint("my", e.n) }

func main() {
	// strconv/fmt hash
	h := uint64(14695981039346656037)
	add := func(s string) {
		for i := 0; i < len(s); i++ {
			h = (h ^ uint64(s[i])) * 1099511628211
		}
	}
	seed := uint64(88172645463325252)
	next := func() uint64 { seed ^= seed << 13; seed ^= seed >> 7; seed ^= seed << 17; return seed }
	for i := 0; i < 20000; i++ {
		f := math.Float64frombits(next())
		s := strconv.FormatFloat(f, "gefGx"[i%5], i%30-1, 64)
		add(s)
		g, err := strconv.ParseFloat(s, 64)
		add(strconv.FormatUint(math.Float64bits(g), 16))
		add(fmt.Sprint(err))
		add(fmt.Sprintf("%v %8.3f %+d %x %q %U %t %e", f, f, int64(next()), next(), s, rune(next()%0x110000), i%2 == 0, float32(f)))
		x := math.Abs(f)
		add(fmt.Sprint(math.Sin(f), math.Log(x), math.Exp(float64(i)/100), math.Pow(x, 0.3), math.Atan(f), math.Gamma(float64(i)/200), math.Erf(float64(i)/5000), math.Mod(f, 3), math.FMA(f, f, 1), math.Floor(f), math.Round(f)))
		add(strconv.Quote(string(rune(next() % 0x110000))))
		a, b := bits.Mul64(next(), next())
		q, r := bits.Div64(a%b, b, b)
		add(fmt.Sprint(a, b, q, r, bits.LeadingZeros64(a), bits.TrailingZeros32(uint32(b)), bits.Reverse64(a), bits.OnesCount16(uint16(b)), bits.Len(uint(a)), bits.RotateLeft8(uint8(a), 3)))
	}
	fmt.Println("hash", h)
	// errors
	e1 := &myErr{1}
	w := fmt.Errorf("w: %w", e1)
	j := errors.Join(io.EOF, w)
	var me *myErr
	fmt.Println(errors.Is(j, io.EOF), errors.As(j, &me), me, errors.Unwrap(w) == e1, j)
	_, err := os.Open("/no/such")
	var pe *fs.PathError
	fmt.Println(err, errors.Is(err, fs.ErrNotExist), errors.As(err, &pe), pe.Op, os.IsNotExist(err))
	if x, ok := errors.AsType[*myErr](j); ok {
		fmt.Println(x.n)
	}
	// sync
	var wg sync.WaitGroup
	var mu sync.Mutex
	var rw sync.RWMutex
	var n int
	var at atomic.Int64
	var once sync.Once
	m := map[int]int{}
	var sm sync.Map
	for i := 0; i < 100; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for k := 0; k < 200; k++ {
				mu.Lock()
				n++
				mu.Unlock()
				rw.Lock()
				m[k] += i
				rw.Unlock()
				rw.RLock()
				_ = m[k]
				rw.RUnlock()
				at.Add(1)
				once.Do(func() { fmt.Println("once") })
				sm.Store(k, i)
				sm.Load(k + 1)
				if k%50 == 0 {
					sm.Delete(k)
				}
				if k%37 == 0 {
					runtime.Gosched()
				}
			}
		}()
	}
	wg.Wait()
	fmt.Println(n, m[3], at.Load())
	cnt := 0
	sm.Range(func(k, v any) bool { cnt++; return true })
	fmt.Println(cnt > 190)
	pool := sync.Pool{New: func() any { return new(bytes.Buffer) }}
	for i := 0; i < 1000; i++ {
		b := pool.Get().(*bytes.Buffer)
		b.Reset()
		b.WriteString("x")
		pool.Put(b)
		if i%100 == 0 {
			runtime.GC()
		}
	}
	c := sync.NewCond(&mu)
	ready := false
	go func() { mu.Lock(); ready = true; mu.Unlock(); c.Broadcast() }()
	mu.Lock()
	for !ready {
		c.Wait()
	}
	mu.Unlock()
	wg.Go(func() { fmt.Println("wg.Go") })
	wg.Wait()
	ov := sync.OnceValue(func() int { fmt.Println("computed"); return 7 })
	fmt.Println(ov(), ov())
	// time
	t0 := time.Now()
	time.Sleep(20 * time.Millisecond)
	d := time.Since(t0)
	fmt.Println(d >= 20*time.Millisecond, d < 500*time.Millisecond)
	fmt.Println(time.Date(2024, 2, 29, 12, 30, 45, 123456789, time.UTC).Format(time.RFC3339Nano), time.Unix(0, 0).UTC(), 90*time.Minute)
	select {
	case <-time.After(10 * time.Millisecond):
		fmt.Println("after")
	case <-time.After(2 * time.Second):
		fmt.Println("late")
	}
	tm := time.NewTimer(time.Hour)
	fmt.Println(tm.Stop(), tm.Stop(), tm.Reset(5*time.Millisecond))
	<-tm.C
	tk := time.NewTicker(3 * time.Millisecond)
	for i := 0; i < 3; i++ {
		<-tk.C
	}
	tk.Stop()
	af := make(chan bool)
	time.AfterFunc(time.Millisecond, func() { af <- true })
	fmt.Println(<-af)
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx))
	cancel()
	ctx, cancel = context.WithCancel(context.WithValue(context.Background(), "k", "v"))
	cancel()
	fmt.Println(ctx.Err(), ctx.Value("k"), ctx)
	// iter.Pull
	nx, stop := iter.Pull(func(y func(int) bool) {
		for i := 0; i < 5; i++ {
			if !y(i * i) {
				fmt.Println("stopped")
				return
			}
		}
	})
	for i := 0; i < 3; i++ {
		fmt.Print(fmt.Sprint(nx()))
	}
	stop()
	fmt.Println(nx())
	fmt.Println(slices.Sorted(maps.Keys(map[string]int{"b": 1, "a": 2})), slices.Collect(slices.Chunk([]int{1, 2, 3, 4, 5}, 2)))
	// os
	dir, err := os.MkdirTemp("", "tuco")
	fmt.Println(err)
	defer os.RemoveAll(dir)
	fn := dir + "/f.txt"
	fmt.Println(os.WriteFile(fn, []byte("line1\nline2\n"), 0644))
	data, err := os.ReadFile(fn)
	fmt.Printf("%q %v\n", data, err)
	fi, err := os.Stat(fn)
	fmt.Println(fi.Name(), fi.Size(), fi.Mode(), fi.IsDir(), err)
	f, _ := os.OpenFile(fn, os.O_APPEND|os.O_RDWR, 0)
	fmt.Fprintf(f, "line%d\n", 3)
	f.Seek(0, 0)
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		fmt.Println(sc.Text())
	}
	fmt.Println(f.Close(), f.Close() != nil)
	os.MkdirAll(dir+"/a/b/c", 0755)
	os.Rename(fn, dir+"/a/g.txt")
	os.Symlink("g.txt", dir+"/a/link")
	ents, _ := os.ReadDir(dir + "/a")
	for _, e := range ents {
		fmt.Println(e.Name(), e.IsDir(), e.Type())
	}
	l, _ := os.Readlink(dir + "/a/link")
	fmt.Println(l, os.Remove(dir+"/a") != nil, os.RemoveAll(dir+"/a"))
	r, wr, _ := os.Pipe()
	go func() { time.Sleep(5 * time.Millisecond); wr.Write([]byte("through pipe")); wr.Close() }()
	all, err := io.ReadAll(r)
	fmt.Println(string(all), err)
	r2p, w2p, _ := os.Pipe()
	go func() { time.Sleep(5 * time.Millisecond); r2p.Close() }()
	_, err = r2p.Read(make([]byte, 1))
	fmt.Println(err)
	w2p.Close()
	os.Setenv("TUCO_X", "1")
	fmt.Println(os.Getenv("TUCO_X"), os.ExpandEnv("$TUCO_X-${TUCO_X}"), len(os.Args))
	p, err := os.StartProcess("/bin/sh", []string{"sh", "-c", "echo child $TUCO_X; exit 3"}, &os.ProcAttr{Files: []*os.File{nil, os.Stdout, os.Stderr}})
	if err == nil {
		ps, err := p.Wait()
		fmt.Println(ps, ps.ExitCode(), err)
	} else {
		fmt.Println(err)
	}
	_, err = os.StartProcess("/no/prog", nil, &os.ProcAttr{})
	fmt.Println(err)
	// runtime
	_, file, line, ok := runtime.Caller(0)
	fmt.Println(file[strings.LastIndexByte(file, '/')+1:], line, ok)
	pc, _, _, _ := runtime.Caller(0)
	fmt.Println(runtime.FuncForPC(pc).Name(), runtime.GOOS, runtime.GOARCH)
	var ms runtime.MemStats
	runtime.ReadMemStats(&ms)
	fmt.Println(ms.HeapAlloc > 0, ms.NumGC > 0, debug.SetGCPercent(50), debug.SetGCPercent(100))
	fin := make(chan int, 1)
	made := make(chan bool)
	go func() { // on a stack that is gone when the collector looks
		x := new([64]int)
		runtime.SetFinalizer(x, func(*[64]int) { fin <- 1 })
		made <- true
	}()
	<-made
	for i := 0; i < 50; i++ {
		runtime.GC()
		time.Sleep(time.Millisecond)
		if len(fin) > 0 {
			break
		}
	}
	fmt.Println(len(fin))
	for _, f := range []func(){
		func() { var a []int; i := 5; _ = a[i] },
		func() { a := []int{1}; i := 5; _ = a[:i] },
		func() { a := []int{1}; i, j := 3, 2; _ = a[i:j] },
		func() { a := "abc"; i := -1; _ = a[i:] },
		func() { var p *int; *p = 1 },
		func() { x := 0; _ = 1 / x },
		func() { var m map[string]int; m["a"] = 1 },
		func() { var i any = "s"; _ = i.(int) },
		func() { var i any; _ = i.(int) },
		func() { var i any = 5; _ = i.(fmt.Stringer) },
		func() { var i any = []int{1}; m := map[any]int{}; m[i] = 1 },
		func() { var i, j any = []int{1}, []int{1}; _ = i == j },
		func() { close((chan int)(nil)) },
		func() { c := make(chan int); close(c); close(c) },
		func() { c := make(chan int); close(c); c <- 1 },
		func() { n := -1; _ = make([]int, n) },
		func() { s := []int{1}; _ = [2]int(s) },
		func() { panic(nil) },
		func() { n := -1; _ = 1 << n },
		func() { var wg sync.WaitGroup; wg.Done() },
	} {
		func() {
			defer func() { r := recover(); _, isRT := r.(runtime.Error); fmt.Printf("%T %v %v\n", r, r, isRT) }()
			f()
		}()
	}
	rr := rand.New(rand.NewSource(42))
	fmt.Println(rr.Intn(100), rr.Float64(), rr.Perm(5), r2.New(r2.NewPCG(1, 2)).IntN(1000))
	xs := make([]int, 1000)
	for i := range xs {
		xs[i] = int(next() % 1000)
	}
	sort.Ints(xs)
	fmt.Println(sort.IntsAreSorted(xs), sort.SearchInts(xs, 500) > 0)
	var sb strings.Builder
	for i := 0; i < 10; i++ {
		fmt.Fprintf(&sb, "%d,", i)
	}
	fmt.Println(sb.String(), strings.Fields(" a b  c "), strings.Split("a,b,c", ","), strings.ToUpper("héllo"), strings.Index("chicken", "ken"), strings.Replace("oink oink", "k", "ky", -1), strings.NewReplacer("a", "1", "b", "2").Replace("abc"))
	var i1, i2 int
	fmt.Sscanf("10-20", "%d-%d", &i1, &i2)
	fmt.Println(i1, i2)
}
