// mix SEED ROUNDS: random networks of goroutines whose sums are known. Prints "ok", or what was wrong and exits 1.
package main

import (
	"fmt"
	"math/rand"
	"os"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

type msg struct {
	v int
	p *int // a pointer for the collector to follow
}

func fail(args ...any) {
	fmt.Println(args...)
	os.Exit(1)
}

// pause does what lets others run, or does not.
func pause(r *rand.Rand) {
	switch r.Intn(12) {
	case 0:
		runtime.Gosched()
	case 1:
		time.Sleep(time.Duration(r.Intn(30)) * time.Microsecond)
	case 2:
		runtime.GC()
	case 3:
		x := 0
		for i := range r.Intn(20000) {
			x ^= i
		}
		sinks.Add(int64(x & 1))
	}
}

var sinks atomic.Int64

func round(seed int64) {
	r := rand.New(rand.NewSource(seed))
	nsend, nrecv, each := 1+r.Intn(6), 1+r.Intn(6), 1+r.Intn(60)
	chans := make([]chan msg, 1+r.Intn(4))
	for i := range chans {
		chans[i] = make(chan msg, r.Intn(3)*r.Intn(5))
	}
	var sent, got, locked, rlocked atomic.Int64
	var mu sync.Mutex
	var rw sync.RWMutex
	cond := sync.NewCond(&mu)
	plain := 0
	var senders, receivers sync.WaitGroup
	for i := range nsend {
		s := r.Int63()
		senders.Go(func() {
			r := rand.New(rand.NewSource(s))
			for j := range each {
				v := i*1000 + j
				m := msg{v, &v}
				switch c := chans[r.Intn(len(chans))]; r.Intn(3) {
				case 0:
					c <- m
				case 1: // one of two
					select {
					case c <- m:
					case chans[0] <- m:
					}
				case 2: // try, then wait with a deadline that is never the end
					for done := false; !done; {
						select {
						case c <- m:
							done = true
						case <-time.After(time.Millisecond):
						}
					}
				}
				sent.Add(int64(v))
				mu.Lock()
				plain++
				mu.Unlock()
				cond.Broadcast()
				locked.Add(1)
				pause(r)
			}
		})
	}
	for range nrecv {
		s := r.Int63()
		receivers.Go(func() {
			r := rand.New(rand.NewSource(s))
			open := make([]chan msg, len(chans))
			copy(open, chans)
			for left := len(open); left > 0; {
				i, k := r.Intn(len(open)), r.Intn(len(open))
				var m msg
				ok := true
				select {
				case m, ok = <-open[i]:
				case m, ok = <-open[k]:
					i = k
				case <-time.After(100 * time.Microsecond):
					continue
				}
				if !ok {
					open[i] = nil
					left--
					continue
				}
				if *m.p != m.v {
					fail("seed", seed, "value", m.v, "points to", *m.p)
				}
				got.Add(int64(m.v))
				rw.RLock()
				rlocked.Add(1)
				rw.RUnlock()
				pause(r)
				if r.Intn(4) == 0 {
					rw.Lock()
					rw.Unlock()
				}
			}
		})
	}
	receivers.Go(func() { // waits on the condition until all is sent
		mu.Lock()
		for plain < nsend*each {
			cond.Wait()
		}
		mu.Unlock()
	})
	senders.Wait()
	for _, c := range chans {
		close(c)
	}
	receivers.Wait()
	if sent.Load() != got.Load() || int(locked.Load()) != plain || plain != nsend*each || int(rlocked.Load()) != plain {
		fail("seed", seed, "sent", sent.Load(), "got", got.Load(), "locked", plain, "of", nsend*each, "read", rlocked.Load())
	}
}

func main() {
	seed, _ := strconv.ParseInt(os.Args[1], 10, 64)
	rounds, _ := strconv.Atoi(os.Args[2])
	go func() {
		time.Sleep(100 * time.Second)
		panic("stuck")
	}()
	for i := range rounds {
		round(seed*1000003 + int64(i))
	}
	fmt.Println("ok")
}
