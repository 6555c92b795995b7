// Programs without races: every kind of synchronisation, with data that only it protects.
package main

import (
	"bytes"
	"context"
	"io"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

type node struct {
	n    int
	next *node
}

func channels() {
	c, done := make(chan *node), make(chan struct{})
	sum := 0
	go func() {
		for p := range c {
			p.n *= 2
			sum += p.n
		}
		close(done)
	}()
	for i := range 100 {
		p := &node{n: i}
		p.next = p
		c <- p
	}
	close(c)
	<-done
	check("channels", sum == 9900)
}

func buffered() {
	const k = 3
	slots := make(chan struct{}, 1) // a mutex
	n := 0
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				slots <- struct{}{}
				n++
				<-slots
			}
		})
	}
	wg.Wait()
	ring := make(chan []int, k)
	go func() {
		for i := range 20 {
			ring <- []int{i}
		}
		close(ring)
	}()
	for s := range ring {
		n += s[0]
	}
	check("buffered", n == 400+190)
}

func mutexes() {
	var mu sync.Mutex
	var rw sync.RWMutex
	m := map[int]int{}
	table := map[string]int{"a": 1}
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Go(func() {
			for j := range 100 {
				mu.Lock()
				m[j] += i
				mu.Unlock()
				rw.RLock()
				_ = table["a"]
				rw.RUnlock()
				if j%25 == 0 {
					rw.Lock()
					table["a"]++
					rw.Unlock()
				}
				if mu.TryLock() {
					m[0]++
					mu.Unlock()
				}
			}
		})
	}
	wg.Wait()
	check("mutexes", table["a"] == 25 && m[1] == 15)
}

type config struct{ name string }

func atomics() {
	var ready atomic.Bool
	var p atomic.Pointer[config]
	var v atomic.Value
	var n atomic.Int64
	data := 0
	go func() {
		data = 7
		p.Store(&config{"x"})
		v.Store([]int{1, 2})
		ready.Store(true)
	}()
	for !ready.Load() {
		runtime.Gosched()
	}
	ok := data == 7 && p.Load().name == "x" && v.Load().([]int)[1] == 2
	var lock int32
	shared := 0
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 100 {
				for !atomic.CompareAndSwapInt32(&lock, 0, 1) {
					runtime.Gosched()
				}
				shared++
				atomic.StoreInt32(&lock, 0)
				n.Add(1)
			}
		})
	}
	wg.Wait()
	check("atomics", ok && shared == 400 && n.Load() == 400)
}

func onces() {
	var o sync.Once
	var c *config
	f := sync.OnceValue(func() *config { return &config{"v"} })
	var wg sync.WaitGroup
	var bad atomic.Int32
	for range 6 {
		wg.Go(func() {
			o.Do(func() { c = &config{"once"} })
			if c.name != "once" || f().name != "v" {
				bad.Add(1)
			}
		})
	}
	wg.Wait()
	check("onces", bad.Load() == 0)
}

func pools() {
	p := sync.Pool{New: func() any { return new(bytes.Buffer) }}
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Go(func() {
			for range 100 {
				b := p.Get().(*bytes.Buffer)
				b.Reset()
				b.WriteByte(byte(i))
				p.Put(b)
			}
		})
	}
	wg.Wait()
	check("pools", true)
}

func conds() {
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	queue := []int{}
	sum := 0
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for {
				mu.Lock()
				for len(queue) == 0 {
					c.Wait()
				}
				x := queue[0]
				queue = queue[1:]
				sum += x
				mu.Unlock()
				if x == 0 {
					return
				}
			}
		})
	}
	for i := 30; i >= -2; i-- {
		mu.Lock()
		queue = append(queue, max(i, 0))
		mu.Unlock()
		c.Signal()
	}
	c.Broadcast()
	wg.Wait()
	check("conds", sum == 465)
}

func selects() {
	a, b, quit := make(chan []int), make(chan []int, 4), make(chan bool)
	total := 0
	go func() {
		for i := range 100 {
			s := []int{i}
			select {
			case a <- s:
			case b <- s:
			}
		}
		quit <- true
	}()
	for n := 0; n < 100; n++ {
		select {
		case s := <-a:
			s[0]++
			total += s[0]
		case s := <-b:
			s[0]++
			total += s[0]
		}
	}
	<-quit
	check("selects", total == 5050)
}

func contexts() {
	ctx, cancel := context.WithCancel(context.WithValue(context.Background(), "k", 1))
	x := 0
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			<-ctx.Done()
			_ = x
			_ = ctx.Err()
		})
	}
	x = 1
	cancel()
	wg.Wait()
	ctx, cancel = context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	<-ctx.Done()
	check("contexts", ctx.Err() == context.DeadlineExceeded)
}

func workers() {
	jobs, results := make(chan int, 10), make(chan *node, 10)
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range jobs {
				results <- &node{n: j * j}
			}
		}()
	}
	go func() {
		for i := range 50 {
			jobs <- i
		}
		close(jobs)
		wg.Wait()
		close(results)
	}()
	out := []int{}
	for r := range results {
		out = append(out, r.n)
	}
	slices.Sort(out)
	check("workers", len(out) == 50 && out[49] == 2401)
}

func timers() {
	x := 0
	done := make(chan bool)
	x = 1
	time.AfterFunc(time.Millisecond, func() {
		x++
		done <- true
	})
	<-done
	y := 5
	t := time.NewTimer(time.Millisecond)
	<-t.C
	y++
	tick := time.NewTicker(time.Millisecond)
	<-tick.C
	tick.Stop()
	check("timers", x == 2 && y == 6)
}

func maps() {
	var m sync.Map
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Go(func() {
			for j := range 30 {
				v, loaded := m.LoadOrStore(j, &config{strconv.Itoa(j)})
				if c := v.(*config); loaded && c.name != strconv.Itoa(j) {
					panic(c.name)
				}
				m.Store(100+i, []int{j})
				m.Range(func(k, v any) bool {
					if s, ok := v.([]int); ok && len(s) != 1 {
						panic("range")
					}
					return true
				})
				if j%7 == 0 {
					m.Delete(j)
				}
			}
		})
	}
	wg.Wait()
	check("maps", true)
}

type finalized struct{ p []int }

func finalizers() {
	c := make(chan int, 1)
	func() {
		f := &finalized{make([]int, 4)}
		f.p[2] = 3
		runtime.SetFinalizer(f, func(f *finalized) {
			f.p[2]++
			c <- f.p[2]
		})
	}()
	for range 20 {
		runtime.GC()
		select {
		case n := <-c:
			check("finalizers", n == 4)
			return
		case <-time.After(10 * time.Millisecond):
		}
	}
	check("finalizers", true) // conservative stacks may keep it
}

func pipes() {
	r, w := io.Pipe()
	go func() {
		w.Write(make([]byte, 1000))
		w.Close()
	}()
	b, err := io.ReadAll(r)
	check("pipes", err == nil && len(b) == 1000)
}

// Memory that is used again has no past.
func reuse() {
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			var keep *node
			for i := range 20000 {
				keep = &node{n: i, next: &node{n: i}}
				if i%8 == 0 {
					s := make([]int, 1000+i%9)
					s[i%100] = i
				}
			}
			_ = keep
		})
	}
	wg.Wait()
	runtime.GC()
	for range 3 {
		wg.Go(func() {
			for i := range 5000 {
				p := &node{n: i}
				p.n++
			}
		})
	}
	wg.Wait()
	check("reuse", true)
}

func neighbours() {
	var flags [16]bool
	s := make([]int32, 64)
	var wg sync.WaitGroup
	for i := range 16 {
		wg.Go(func() {
			flags[i] = true
			s[2*i], s[2*i+1] = 1, 2
		})
	}
	wg.Wait()
	check("neighbours", flags[15] && s[31] == 2)
}

func panics() {
	var mu sync.Mutex
	n := 0
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			defer func() { recover() }()
			mu.Lock()
			defer mu.Unlock()
			n++
			var p *node
			p.n = 1
		})
	}
	wg.Wait()
	check("panics", n == 4)
}

func crowd() {
	const n = 3000
	start := make(chan bool)
	var wg sync.WaitGroup
	x := make([]int, n)
	for i := range n {
		wg.Go(func() {
			<-start
			x[i]++
		})
	}
	for i := range x {
		_ = i
	}
	close(start)
	wg.Wait()
	sum := 0
	for _, v := range x {
		sum += v
	}
	check("crowd", sum == n)
}

func check(name string, ok bool) {
	if !ok {
		panic(name)
	}
}

func main() {
	for _, f := range []func(){channels, buffered, mutexes, atomics, onces, pools, conds, selects, contexts, workers, timers, maps, finalizers,
		pipes, reuse, neighbours, panics, crowd} {
		f()
	}
}
