package net

import (
	"io"
	"os"
	"sync"
	"time"
)

// pipeDeadline is a channel that is closed when time runs out, and made anew when the deadline moves.
type pipeDeadline struct {
	mu    sync.Mutex
	timer *time.Timer
	done  chan struct{}
	past  bool
}

func newPipeDeadline() *pipeDeadline { return &pipeDeadline{done: make(chan struct{})} }

func (d *pipeDeadline) set(t time.Time) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.timer != nil {
		d.timer.Stop()
		d.timer = nil
	}
	left := time.Until(t)
	if !t.IsZero() && left <= 0 {
		d.expireLocked()
		return
	}
	if d.past {
		d.past = false
		d.done = make(chan struct{})
	}
	if t.IsZero() {
		return
	}
	done := d.done
	d.timer = time.AfterFunc(left, func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		if d.done == done { // else the deadline has moved meanwhile
			d.expireLocked()
		}
	})
}

func (d *pipeDeadline) expireLocked() {
	if !d.past {
		d.past = true
		close(d.done)
	}
}

func (d *pipeDeadline) wait() <-chan struct{} {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.done
}

func isClosed(c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

// half is one direction: a writer offers its data, readers answer how much they took.
type half struct {
	data chan []byte
	took chan int
}

type pipe struct {
	wmu         sync.Mutex // one Write at a time
	in, out     half
	once        sync.Once
	done        chan struct{}
	peerDone    <-chan struct{}
	read, write *pipeDeadline
}

type pipeAddr struct{}

func (pipeAddr) Network() string { return "pipe" }
func (pipeAddr) String() string  { return "pipe" }

// Pipe returns the two ends of a connection within the program: a Write ends when all of it was read.
func Pipe() (Conn, Conn) {
	a := half{make(chan []byte), make(chan int)}
	b := half{make(chan []byte), make(chan int)}
	p := &pipe{in: a, out: b, done: make(chan struct{}), read: newPipeDeadline(), write: newPipeDeadline()}
	q := &pipe{in: b, out: a, done: make(chan struct{}), peerDone: p.done, read: newPipeDeadline(), write: newPipeDeadline()}
	p.peerDone = q.done
	return p, q
}

func (*pipe) LocalAddr() Addr  { return pipeAddr{} }
func (*pipe) RemoteAddr() Addr { return pipeAddr{} }

func (p *pipe) fail(op string, err error) error {
	if err == nil || err == io.EOF || err == io.ErrClosedPipe {
		return err
	}
	return &OpError{Op: op, Net: "pipe", Err: err}
}

func (p *pipe) Read(b []byte) (int, error) {
	n, err := p.receive(b)
	return n, p.fail("read", err)
}

func (p *pipe) receive(b []byte) (int, error) {
	switch {
	case isClosed(p.done):
		return 0, io.ErrClosedPipe
	case isClosed(p.peerDone):
		return 0, io.EOF
	case isClosed(p.read.wait()):
		return 0, os.ErrDeadlineExceeded
	}
	select {
	case data := <-p.in.data:
		n := copy(b, data)
		p.in.took <- n
		return n, nil
	case <-p.done:
		return 0, io.ErrClosedPipe
	case <-p.peerDone:
		return 0, io.EOF
	case <-p.read.wait():
		return 0, os.ErrDeadlineExceeded
	}
}

func (p *pipe) Write(b []byte) (int, error) {
	n, err := p.send(b)
	return n, p.fail("write", err)
}

func (p *pipe) send(b []byte) (n int, err error) {
	switch {
	case isClosed(p.done), isClosed(p.peerDone):
		return 0, io.ErrClosedPipe
	case isClosed(p.write.wait()):
		return 0, os.ErrDeadlineExceeded
	}
	p.wmu.Lock()
	defer p.wmu.Unlock()
	for first := true; first || len(b) > 0; first = false {
		select {
		case p.out.data <- b:
			k := <-p.out.took
			b = b[k:]
			n += k
		case <-p.done:
			return n, io.ErrClosedPipe
		case <-p.peerDone:
			return n, io.ErrClosedPipe
		case <-p.write.wait():
			return n, os.ErrDeadlineExceeded
		}
	}
	return n, nil
}

func (p *pipe) deadline(t time.Time, ds ...*pipeDeadline) error {
	if isClosed(p.done) || isClosed(p.peerDone) {
		return io.ErrClosedPipe
	}
	for _, d := range ds {
		d.set(t)
	}
	return nil
}

func (p *pipe) SetDeadline(t time.Time) error      { return p.deadline(t, p.read, p.write) }
func (p *pipe) SetReadDeadline(t time.Time) error  { return p.deadline(t, p.read) }
func (p *pipe) SetWriteDeadline(t time.Time) error { return p.deadline(t, p.write) }

func (p *pipe) Close() error {
	p.once.Do(func() { close(p.done) })
	return nil
}
