// Package iter names the functions that range accepts and turns them into values that are asked for one by one.
package iter

import _ "unsafe" // for go:linkname

// Seq calls yield for each value of a sequence until yield returns false.
type Seq[V any] func(yield func(V) bool)

// Seq2 is Seq for pairs.
type Seq2[K, V any] func(yield func(K, V) bool)

// puller runs a sequence in a goroutine of its own, which only moves while Pull's caller waits for it.
type puller struct {
	resume chan bool // true: give the next value; false: stop
	ready  chan bool // a value is there, or the sequence has ended
	begun  bool
	done   bool
	busy   bool
	reason any // panic of the sequence
	failed bool
	exited bool // the sequence called runtime.Goexit
}

// run is the body of the goroutine; seq calls yield with the value stored already.
func (p *puller) run(seq func(yield func() bool)) {
	if !<-p.resume {
		p.done = true
		p.ready <- false
		return
	}
	p.exited = true
	defer func() {
		p.done = true
		if r := recover(); r != nil {
			p.reason, p.failed, p.exited = r, true, false
		}
		p.ready <- false
	}()
	seq(func() bool {
		if p.done {
			return false
		}
		p.ready <- true
		return <-p.resume
	})
	p.exited = false
}

// step lets the sequence run to its next value (or its end, when it should stop) and reports whether there is a value.
func (p *puller) step(more bool) bool {
	if p.busy {
		panic("iter.Pull: next called again before yield")
	}
	p.busy = true
	p.resume <- more
	ok := <-p.ready
	p.busy = false
	if p.failed {
		p.failed = false
		panic(p.reason)
	}
	if p.exited && p.done {
		p.exited = false
		goexit()
	}
	return ok
}

//go:linkname goexit runtime.Goexit
func goexit()

// Pull returns a function that gives the values of seq one after the other (ok is false after the last), and one that ends the sequence
// and must be called unless next has returned false. Neither may be called from several goroutines at once.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	var v V
	p := &puller{resume: make(chan bool), ready: make(chan bool)}
	begin := func() {
		p.begun = true
		go p.run(func(yield func() bool) {
			seq(func(x V) bool {
				v = x
				return yield()
			})
		})
	}
	next = func() (V, bool) {
		var zero V
		if p.done {
			return zero, false
		}
		if !p.begun {
			begin()
		}
		if !p.step(true) {
			return zero, false
		}
		x := v
		v = zero
		return x, true
	}
	return next, p.stopper()
}

func (p *puller) stopper() func() {
	return func() {
		if p.done {
			return
		}
		if !p.begun {
			p.done = true
			return
		}
		p.step(false)
	}
}

// Pull2 is Pull for pairs.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	var k K
	var v V
	p := &puller{resume: make(chan bool), ready: make(chan bool)}
	begin := func() {
		p.begun = true
		go p.run(func(yield func() bool) {
			seq(func(x K, y V) bool {
				k, v = x, y
				return yield()
			})
		})
	}
	next = func() (K, V, bool) {
		var zk K
		var zv V
		if p.done {
			return zk, zv, false
		}
		if !p.begun {
			begin()
		}
		if !p.step(true) {
			return zk, zv, false
		}
		x, y := k, v
		k, v = zk, zv
		return x, y, true
	}
	return next, p.stopper()
}
