package io

import (
	"errors"
	"sync"
)

// ErrClosedPipe is returned by operations on a closed pipe.
var ErrClosedPipe = errors.New("io: read/write on closed pipe")

// pipe hands each Write's bytes to Reads until they are used up, without a buffer between.
type pipe struct {
	write sync.Mutex // one Write at a time
	data  chan []byte
	taken chan int

	once sync.Once
	done chan struct{}
	mu   sync.Mutex
	rerr error // set by the reader's close
	werr error // set by the writer's close
}

func (p *pipe) setErr(slot *error, err error) {
	p.mu.Lock()
	if *slot == nil {
		*slot = err
	}
	p.mu.Unlock()
	p.once.Do(func() { close(p.done) })
}

func (p *pipe) getErr(mine, other *error) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if *mine == nil && *other != nil {
		return *other
	}
	return ErrClosedPipe
}

func (p *pipe) read(b []byte) (n int, err error) {
	select {
	case <-p.done:
		return 0, p.getErr(&p.rerr, &p.werr)
	default:
	}
	select {
	case d := <-p.data:
		n = copy(b, d)
		p.taken <- n
		return n, nil
	case <-p.done:
		return 0, p.getErr(&p.rerr, &p.werr)
	}
}

func (p *pipe) writeAll(b []byte) (n int, err error) {
	select {
	case <-p.done:
		return 0, p.getErr(&p.werr, &p.rerr)
	default:
		p.write.Lock()
		defer p.write.Unlock()
	}
	for once := true; once || len(b) > 0; once = false {
		select {
		case p.data <- b:
			k := <-p.taken
			b = b[k:]
			n += k
		case <-p.done:
			return n, p.getErr(&p.werr, &p.rerr)
		}
	}
	return n, nil
}

// A PipeReader is the reading end of a pipe.
type PipeReader struct{ pipe }

// Read waits for a Write or for the writing end to be closed, with its error or EOF.
func (r *PipeReader) Read(data []byte) (n int, err error) { return r.pipe.read(data) }

// Close makes writes fail with ErrClosedPipe.
func (r *PipeReader) Close() error { return r.CloseWithError(nil) }

// CloseWithError makes writes fail with err. It returns nil.
func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	r.pipe.setErr(&r.pipe.rerr, err)
	return nil
}

// A PipeWriter is the writing end of a pipe.
type PipeWriter struct{ r PipeReader }

// Write waits until readers have taken all data or the reading end is closed.
func (w *PipeWriter) Write(data []byte) (n int, err error) { return w.r.pipe.writeAll(data) }

// Close makes reads return EOF.
func (w *PipeWriter) Close() error { return w.CloseWithError(nil) }

// CloseWithError makes reads return err, EOF for nil. It returns nil.
func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	w.r.pipe.setErr(&w.r.pipe.werr, err)
	return nil
}

// Pipe connects code that writes with code that reads, in memory and without buffer.
func Pipe() (*PipeReader, *PipeWriter) {
	w := &PipeWriter{r: PipeReader{pipe: pipe{
		data:  make(chan []byte),
		taken: make(chan int),
		done:  make(chan struct{}),
	}}}
	return &w.r, w
}
