package sync

import (
	"sync/atomic"
	"unsafe"
)

// A Cond is a place where goroutines wait for a condition that others announce. L is held around changes of the condition and
// around Wait.
type Cond struct {
	_    noCopy
	L    Locker
	list notifyList
	self uintptr // address of this field at first use, to find copies
}

// notifyList is TuNotifyList.
type notifyList struct {
	wait, notify uint32
	lock         uintptr
	head, tail   unsafe.Pointer
}

//tuco:extern tu_notify_add
//go:noescape
func notifyAdd(l *notifyList) uint32

//tuco:extern tu_notify_wait
//go:noescape
func notifyWait(l *notifyList, ticket uint32)

//tuco:extern tu_notify_all
//go:noescape
func notifyAll(l *notifyList)

//tuco:extern tu_notify_one
//go:noescape
func notifyOne(l *notifyList)

// NewCond returns a Cond with lock l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

func (c *Cond) check() {
	here := uintptr(unsafe.Pointer(&c.self))
	if atomic.LoadUintptr(&c.self) != here && !atomic.CompareAndSwapUintptr(&c.self, 0, here) &&
		atomic.LoadUintptr(&c.self) != here {
		panic("sync.Cond is copied")
	}
}

// Wait unlocks c.L, waits for Signal or Broadcast, and locks c.L again. Another goroutine may run in between, so call it in a loop
// that tests the condition.
func (c *Cond) Wait() {
	c.check()
	t := notifyAdd(&c.list)
	c.L.Unlock()
	notifyWait(&c.list, t)
	c.L.Lock()
}

// Signal wakes one waiter, if there is any.
func (c *Cond) Signal() {
	c.check()
	notifyOne(&c.list)
}

// Broadcast wakes all waiters.
func (c *Cond) Broadcast() {
	c.check()
	notifyAll(&c.list)
}
