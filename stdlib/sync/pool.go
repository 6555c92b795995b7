package sync

import (
	"internal/race"
	"internal/rt"
	"sync/atomic"
	"unsafe"
)

// A Pool keeps objects that can be used again until the collector takes them. An object that is not taken out during two
// collections is dropped.
//
// Each P has its own shelf, used by goroutines that are pinned to it; a shelf's lock is contended only by thieves, and held only
// while pinned, so spinning on it is short. The collector turns the shelves into victims, which Get looks at last.
type Pool struct {
	_       noCopy
	shelves unsafe.Pointer // *[n]shelf
	n       int
	victim  unsafe.Pointer
	victimN int

	// New makes an object when the pool is empty; may be nil.
	New func() any
}

type shelf struct {
	private any // only used by the P
	lock    uint32
	items   []any
	_       [128 - 16 - 8 - 24]byte // shelves of two Ps do not share a cache line
}

func (s *shelf) acquire() {
	for !atomic.CompareAndSwapUint32(&s.lock, 0, 1) {
		rt.Procyield(4)
	}
}

func (s *shelf) release() { atomic.StoreUint32(&s.lock, 0) }

// pop takes the object stored last, nil if there is none.
func (s *shelf) pop() (x any) {
	s.acquire()
	if n := len(s.items); n > 0 {
		x = s.items[n-1]
		s.items[n-1] = nil
		s.items = s.items[:n-1]
	}
	s.release()
	return x
}

func shelfAt(base unsafe.Pointer, i int) *shelf {
	return (*shelf)(unsafe.Add(base, uintptr(i)*unsafe.Sizeof(shelf{})))
}

// pin returns the shelf of this P, pinned to it.
func (p *Pool) pin() (*shelf, int) {
	for {
		pid := rt.ProcPin()
		// n is published after shelves.
		if n := atomicInt(&p.n); pid < n {
			return shelfAt(atomic.LoadPointer(&p.shelves), pid), pid
		}
		rt.ProcUnpin()
		p.grow()
	}
}

func atomicInt(p *int) int       { return int(atomic.LoadInt64((*int64)(unsafe.Pointer(p)))) }
func setAtomicInt(p *int, v int) { atomic.StoreInt64((*int64)(unsafe.Pointer(p)), int64(v)) }

var pools struct {
	mu     Mutex
	hooked bool
	live   []*Pool // have shelves
	old    []*Pool // have victims
}

// grow gives p shelves for all Ps.
func (p *Pool) grow() {
	n := rt.MaxProcs(0)
	fresh := make([]shelf, n)
	pools.mu.Lock()
	defer pools.mu.Unlock()
	if !pools.hooked {
		pools.hooked = true
		rt.OnGC(poolSweep)
	}
	if p.n >= n {
		return
	}
	// A collection may empty pools.live between these steps, never inside one.
	list := append(pools.live, p)
	rt.ProcPin()
	if p.shelves == nil {
		pools.live = list
	}
	setAtomicInt(&p.n, 0)
	atomic.StorePointer(&p.shelves, unsafe.Pointer(unsafe.SliceData(fresh)))
	setAtomicInt(&p.n, n)
	rt.ProcUnpin()
}

// poolSweep runs with the world stopped. Nobody is pinned then.
func poolSweep() {
	for i, p := range pools.old {
		p.victim, p.victimN = nil, 0
		pools.old[i] = nil
	}
	for _, p := range pools.live {
		p.victim, p.victimN = p.shelves, p.n
		p.shelves, p.n = nil, 0
	}
	pools.old, pools.live = pools.live, nil
}

var raceKeys [128]uint64

// raceKey is what the race detector knows an object by on its way through a pool.
func raceKey(x any) unsafe.Pointer {
	word := uintptr((*[2]unsafe.Pointer)(unsafe.Pointer(&x))[1])
	return unsafe.Pointer(&raceKeys[uint32(uint64(uint32(word))*0x85ebca6b>>16)%128])
}

// Put adds x to the pool.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	if race.Enabled {
		race.Release(raceKey(x))
	}
	s, _ := p.pin()
	if s.private == nil {
		s.private = x
		rt.ProcUnpin()
		return
	}
	for {
		s.acquire()
		if n := len(s.items); n < cap(s.items) {
			s.items = s.items[:n+1]
			s.items[n] = x
			s.release()
			rt.ProcUnpin()
			return
		}
		size := 2*cap(s.items) + 8
		s.release()
		rt.ProcUnpin()
		bigger := make([]any, 0, size) // not while pinned: it may collect
		s, _ = p.pin()
		s.acquire()
		if n := len(s.items); n < cap(bigger) && cap(s.items) < cap(bigger) {
			bigger = bigger[:n]
			copy(bigger, s.items)
			s.items = bigger
		}
		s.release()
	}
}

// Get takes an object out of the pool; when there is none it returns New(), or nil without New.
func (p *Pool) Get() any {
	s, pid := p.pin()
	x := s.private
	s.private = nil
	if x == nil {
		if x = s.pop(); x == nil {
			x = p.steal(pid)
		}
	}
	rt.ProcUnpin()
	if race.Enabled && x != nil {
		race.Acquire(raceKey(x))
	}
	if x == nil && p.New != nil {
		x = p.New()
	}
	return x
}

// steal looks at the shelves of other Ps, then at the victims.
func (p *Pool) steal(pid int) any {
	n := atomicInt(&p.n)
	base := atomic.LoadPointer(&p.shelves)
	for i := 1; i < n; i++ {
		if x := shelfAt(base, (pid+i)%n).pop(); x != nil {
			return x
		}
	}
	n = p.victimN
	if n == 0 || pid >= n {
		return nil
	}
	s := shelfAt(p.victim, pid)
	if x := s.private; x != nil {
		s.private = nil
		return x
	}
	for i := 0; i < n; i++ {
		if x := shelfAt(p.victim, (pid+i)%n).pop(); x != nil {
			return x
		}
	}
	return nil
}
