// Package poll reads and writes descriptors, waiting for slow ones in the runtime's poller, and lets Close interrupt the waiters.
package poll

import (
	"errors"
	"internal/rt"
	"io"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
	"unsafe"
)

//tuco:extern tu_poll_open
func pollOpen(fd uintptr) (pd unsafe.Pointer, errno int)

//tuco:extern tu_poll_close
func pollClose(pd unsafe.Pointer)

//tuco:extern tu_poll_reset
func pollReset(pd unsafe.Pointer, mode int) int

//tuco:extern tu_poll_wait
func pollWait(pd unsafe.Pointer, mode int) int

//tuco:extern tu_poll_set_deadline
func pollSetDeadline(pd unsafe.Pointer, when int64, mode int)

//tuco:extern tu_poll_unblock
func pollUnblock(pd unsafe.Pointer)

//tuco:extern tu_rawsyscall6
//go:noescape
func raw6(n, a, b, c, d, e, f uintptr) (r1, r2, err uintptr)

// ErrFileClosing is for files, ErrNetClosing for connections.
var (
	ErrFileClosing       = errors.New("use of closed file")
	ErrNetClosing  error = errNetClosing{}
	ErrNoDeadline        = errors.New("file type does not support deadline")
	ErrNotPollable       = errors.New("not pollable")
	ErrDeadline    error = &DeadlineExceededError{}
)

type errNetClosing struct{}

func (errNetClosing) Error() string   { return "use of closed network connection" }
func (errNetClosing) Timeout() bool   { return false }
func (errNetClosing) Temporary() bool { return false }

// DeadlineExceededError is what operations return after their deadline.
type DeadlineExceededError struct{}

func (*DeadlineExceededError) Error() string   { return "i/o timeout" }
func (*DeadlineExceededError) Timeout() bool   { return true }
func (*DeadlineExceededError) Temporary() bool { return true }

// An FD is a descriptor. refs counts operations in progress, times two, plus one when closed: the descriptor itself is closed by the last
// one to leave, so its number is never used again under an operation.
type FD struct {
	Sysfd    int
	pd       unsafe.Pointer // nil: operations block in the kernel
	refs     atomic.Int32
	rmu, wmu sync.Mutex
	lazy     sync.Mutex
	IsFile   bool // errors are those of files, and reads of 0 bytes at the end are io.EOF
	Stream   bool // zero bytes read is the end
	Nonblock bool // O_NONBLOCK is set
	tcp      bool // a short read has taken all that was there
	sock     bool
	drained  bool // the last read was such; guarded by rmu
}

// maxRW keeps single transfers below the limit of the kernel.
const maxRW = 1 << 30

// Init registers a non-blocking descriptor with the poller.
func (fd *FD) Init() error {
	pd, errno := pollOpen(uintptr(fd.Sysfd))
	if errno != 0 {
		return syscall.Errno(errno)
	}
	fd.pd = pd
	return nil
}

func (fd *FD) closing() error {
	if fd.IsFile {
		return ErrFileClosing
	}
	return ErrNetClosing
}

func (fd *FD) enter() error {
	for {
		n := fd.refs.Load()
		if n&1 != 0 {
			return fd.closing()
		}
		if fd.refs.CompareAndSwap(n, n+2) {
			return nil
		}
	}
}

func (fd *FD) leave() {
	if fd.refs.Add(-2) == 1 {
		fd.destroy()
	}
}

func (fd *FD) destroy() error {
	if fd.pd != nil {
		pollClose(fd.pd)
		fd.pd = nil
	}
	err := syscall.Close(fd.Sysfd)
	fd.Sysfd = -1
	return err
}

// Close forbids further operations and wakes those that wait.
func (fd *FD) Close() error {
	for {
		n := fd.refs.Load()
		if n&1 != 0 {
			return fd.closing()
		}
		if !fd.refs.CompareAndSwap(n, n+1) {
			continue
		}
		if n == 0 {
			return fd.destroy()
		}
		if fd.pd != nil {
			pollUnblock(fd.pd)
		}
		return nil
	}
}

// result turns the poller's answer into an error.
func (fd *FD) result(r int) error {
	switch r {
	case 0:
		return nil
	case 1:
		return fd.closing()
	case 2:
		return ErrDeadline
	}
	return ErrNotPollable
}

func (fd *FD) prepare(mode int) error {
	if fd.pd == nil {
		return nil
	}
	return fd.result(pollReset(fd.pd, mode))
}

// wait is called after EAGAIN. A descriptor that turns out to be non-blocking is registered now.
func (fd *FD) wait(mode int) error {
	if fd.pd == nil {
		fd.lazy.Lock()
		if fd.pd == nil {
			if err := fd.Init(); err != nil {
				fd.lazy.Unlock()
				return syscall.EAGAIN
			}
		}
		fd.lazy.Unlock()
	}
	return fd.result(pollWait(fd.pd, mode))
}

// Do runs a system call that may say EAGAIN or EINTR until it says something else.
func (fd *FD) Do(mode int, f func(sysfd int) (int, error)) (int, error) {
	if err := fd.enter(); err != nil {
		return 0, err
	}
	defer fd.leave()
	if mode == 'r' {
		fd.rmu.Lock()
		defer fd.rmu.Unlock()
		fd.drained = false // f may leave something
	} else {
		fd.wmu.Lock()
		defer fd.wmu.Unlock()
	}
	if err := fd.prepare(mode); err != nil {
		return 0, err
	}
	for {
		n, err := f(fd.Sysfd)
		switch err {
		case syscall.EINTR:
			continue
		case syscall.EAGAIN:
			if err = fd.wait(mode); err == nil {
				continue
			}
		}
		return n, err
	}
}

// Read reads; at the end it returns io.EOF.
func (fd *FD) Read(p []byte) (int, error) {
	if err := fd.enter(); err != nil {
		return 0, err
	}
	fd.rmu.Lock()
	n, err := fd.read(p)
	fd.rmu.Unlock()
	fd.leave()
	return n, err
}

func (fd *FD) read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if fd.drained {
		fd.drained = false
		if err := fd.result(pollWait(fd.pd, 'd')); err != nil {
			return 0, err
		}
	} else if err := fd.prepare('r'); err != nil {
		return 0, err
	}
	if len(p) > maxRW {
		p = p[:maxRW]
	}
	for {
		n, e := fd.transfer(syscall.SYS_READ, p)
		switch e {
		case 0:
			if n == 0 && fd.Stream {
				return 0, io.EOF
			}
			fd.drained = fd.tcp && n < len(p)
			return n, nil
		case syscall.EINTR:
			continue
		case syscall.EAGAIN:
			err := fd.wait('r')
			if err == nil {
				continue
			}
			return 0, err
		}
		return 0, e
	}
}

// direct is the length up to which a transfer of a non-blocking descriptor is too short to be worth giving the processor to others.
const direct = 32 << 10

// transfer reads or writes once. The kernel does not wait for non-blocking descriptors, so that the call need not be announced to the scheduler.
// Sockets may share their mode with another process, which may change it: the flag says that this call does not wait.
func (fd *FD) transfer(call uintptr, p []byte) (int, syscall.Errno) {
	at := uintptr(unsafe.Pointer(unsafe.SliceData(p)))
	if fd.pd != nil && len(p) <= direct {
		if fd.sock {
			if call == syscall.SYS_READ {
				call = syscall.SYS_RECVFROM
			} else {
				call = syscall.SYS_SENDTO
			}
			r, _, e := raw6(call, uintptr(fd.Sysfd), at, uintptr(len(p)), syscall.MSG_DONTWAIT|syscall.MSG_NOSIGNAL, 0, 0)
			return int(r), syscall.Errno(e)
		}
		if fd.Nonblock {
			r, _, e := raw6(call, uintptr(fd.Sysfd), at, uintptr(len(p)), 0, 0, 0)
			return int(r), syscall.Errno(e)
		}
	}
	r, _, e := syscall.Syscall(call, uintptr(fd.Sysfd), at, uintptr(len(p)))
	return int(r), e
}

// Pread reads at an offset.
func (fd *FD) Pread(p []byte, off int64) (int, error) {
	if err := fd.enter(); err != nil {
		return 0, err
	}
	defer fd.leave()
	if len(p) > maxRW {
		p = p[:maxRW]
	}
	for {
		n, err := syscall.Pread(fd.Sysfd, p, off)
		if err == syscall.EINTR {
			continue
		}
		if err != nil {
			return 0, err
		}
		if n == 0 && len(p) > 0 {
			return 0, io.EOF
		}
		return n, nil
	}
}

// Write writes all of p.
func (fd *FD) Write(p []byte) (int, error) {
	if err := fd.enter(); err != nil {
		return 0, err
	}
	fd.wmu.Lock()
	n, err := fd.write(p)
	fd.wmu.Unlock()
	fd.leave()
	return n, err
}

func (fd *FD) write(p []byte) (int, error) {
	if err := fd.prepare('w'); err != nil {
		return 0, err
	}
	done := 0
	for {
		end := len(p)
		if end-done > maxRW {
			end = done + maxRW
		}
		n, e := fd.transfer(syscall.SYS_WRITE, p[done:end])
		switch e {
		case 0:
			if done += n; done == len(p) {
				return done, nil
			}
			if n == 0 {
				return done, io.ErrUnexpectedEOF
			}
			continue
		case syscall.EINTR:
			continue
		case syscall.EAGAIN:
			err := fd.wait('w')
			if err == nil {
				continue
			}
			return done, err
		}
		return done, e
	}
}

// Pwrite writes all of p at an offset.
func (fd *FD) Pwrite(p []byte, off int64) (int, error) {
	if err := fd.enter(); err != nil {
		return 0, err
	}
	defer fd.leave()
	done := 0
	for done < len(p) {
		end := min(len(p), done+maxRW)
		n, err := syscall.Pwrite(fd.Sysfd, p[done:end], off+int64(done))
		if err == syscall.EINTR {
			continue
		}
		if err != nil {
			return done, err
		}
		if n == 0 {
			return done, io.ErrUnexpectedEOF
		}
		done += n
	}
	return done, nil
}

// Call runs f with the descriptor, which stays open meanwhile.
func (fd *FD) Call(f func(sysfd int) error) error {
	if err := fd.enter(); err != nil {
		return err
	}
	defer fd.leave()
	for {
		err := f(fd.Sysfd)
		if err != syscall.EINTR {
			return err
		}
	}
}

// SetDeadline sets the deadline for mode r, w or r+w; the zero Time means none.
func (fd *FD) SetDeadline(t time.Time, mode int) error {
	if err := fd.enter(); err != nil {
		return err
	}
	defer fd.leave()
	if fd.pd == nil {
		return ErrNoDeadline
	}
	var when int64
	if !t.IsZero() {
		d := int64(time.Until(t))
		switch now := rt.Nanotime(); {
		case d <= 0:
			when = -1
		case d > 1<<63-1-now:
			when = 1<<63 - 1
		default:
			when = now + d
		}
	}
	pollSetDeadline(fd.pd, when, mode)
	return nil
}

// SetBlocking takes the descriptor out of non-blocking mode.
func (fd *FD) SetBlocking() error {
	return fd.Call(func(sysfd int) error {
		fd.Nonblock = false
		return syscall.SetNonblock(sysfd, false)
	})
}

// Pollable reports whether the poller knows fd.
func (fd *FD) Pollable() bool { return fd.pd != nil }

// RawConn implements syscall.RawConn.
type RawConn struct{ FD *FD }

// Control calls f with the descriptor.
func (c RawConn) Control(f func(fd uintptr)) error {
	return c.FD.Call(func(s int) error { f(uintptr(s)); return nil })
}

// Read calls f until it is done, waiting for input between calls.
func (c RawConn) Read(f func(fd uintptr) (done bool)) error { return c.raw('r', f) }

// Write calls f until it is done, waiting for room between calls.
func (c RawConn) Write(f func(fd uintptr) (done bool)) error { return c.raw('w', f) }

func (c RawConn) raw(mode int, f func(fd uintptr) bool) error {
	_, err := c.FD.Do(mode, func(s int) (int, error) {
		if f(uintptr(s)) {
			return 0, nil
		}
		return 0, syscall.EAGAIN
	})
	return err
}
