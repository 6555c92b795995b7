// Package net is the interface to networks: TCP, UDP, IP and Unix sockets, and the look-up of names.
//
// sock.go has the socket itself, which package internal/poll connects to the poller; conn.go what all connections share; tcp.go, udp.go,
// unix.go and raw.go what each kind adds; dial.go and listen.go go from names to sockets; the resolver is in lookup.go and dns*.go.
package net

import (
	"internal/poll"
	"io"
	"os"
	"syscall"
	"time"
)

// A Conn is a connection that carries a stream. Its methods may be called at the same time.
type Conn interface {
	Read(b []byte) (n int, err error)
	Write(b []byte) (n int, err error)
	Close() error // waiting reads and writes return errors
	LocalAddr() Addr
	RemoteAddr() Addr
	SetDeadline(t time.Time) error // for reads and writes, also those that wait already; the zero Time is none
	SetReadDeadline(t time.Time) error
	SetWriteDeadline(t time.Time) error
}

// A PacketConn sends and receives packets.
type PacketConn interface {
	ReadFrom(p []byte) (n int, addr Addr, err error)
	WriteTo(p []byte, addr Addr) (n int, err error)
	Close() error
	LocalAddr() Addr
	SetDeadline(t time.Time) error
	SetReadDeadline(t time.Time) error
	SetWriteDeadline(t time.Time) error
}

// A Listener accepts connections.
type Listener interface {
	Accept() (Conn, error)
	Close() error
	Addr() Addr
}

type conn struct {
	fd *netFD
}

func (c *conn) ok() bool { return c != nil && c.fd != nil }

// fail makes the error of an operation between the two addresses.
func (c *conn) fail(op string, err error) error {
	return &OpError{Op: op, Net: c.fd.net, Source: c.fd.laddr, Addr: c.fd.raddr, Err: err}
}

// setError is the error of an operation on the own side.
func (c *conn) setError(err error) error {
	if err == nil {
		return nil
	}
	return &OpError{Op: "set", Net: c.fd.net, Addr: c.fd.laddr, Err: err}
}

// Read receives; at the end it returns io.EOF.
func (c *conn) Read(b []byte) (int, error) {
	if !c.ok() {
		return 0, syscall.EINVAL
	}
	n, err := c.fd.read(b)
	if err != nil && err != io.EOF {
		err = c.fail("read", err)
	}
	return n, err
}

// Write sends all of b.
func (c *conn) Write(b []byte) (int, error) {
	if !c.ok() {
		return 0, syscall.EINVAL
	}
	n, err := c.fd.write(b)
	if err != nil {
		err = c.fail("write", err)
	}
	return n, err
}

// Close closes the connection.
func (c *conn) Close() error {
	if !c.ok() {
		return syscall.EINVAL
	}
	if err := c.fd.Close(); err != nil {
		return c.fail("close", err)
	}
	return nil
}

// LocalAddr is the own address.
func (c *conn) LocalAddr() Addr {
	if !c.ok() {
		return nil
	}
	return c.fd.laddr
}

// RemoteAddr is the address of the peer.
func (c *conn) RemoteAddr() Addr {
	if !c.ok() {
		return nil
	}
	return c.fd.raddr
}

func (c *conn) deadline(t time.Time, mode int) error {
	if !c.ok() {
		return syscall.EINVAL
	}
	return c.setError(c.fd.pfd.SetDeadline(t, mode))
}

// SetDeadline limits reads and writes.
func (c *conn) SetDeadline(t time.Time) error { return c.deadline(t, 'r'+'w') }

// SetReadDeadline limits reads.
func (c *conn) SetReadDeadline(t time.Time) error { return c.deadline(t, 'r') }

// SetWriteDeadline limits writes.
func (c *conn) SetWriteDeadline(t time.Time) error { return c.deadline(t, 'w') }

// option sets an integer option of the socket.
func (fd *netFD) option(level, opt, value int) error {
	return sysError("setsockopt", fd.pfd.Call(func(s int) error { return syscall.SetsockoptInt(s, level, opt, value) }))
}

func (c *conn) setOption(level, opt, value int) error {
	if !c.ok() {
		return syscall.EINVAL
	}
	return c.setError(c.fd.option(level, opt, value))
}

// SetReadBuffer sets the size of the kernel's buffer for what was received.
func (c *conn) SetReadBuffer(bytes int) error {
	return c.setOption(syscall.SOL_SOCKET, syscall.SO_RCVBUF, bytes)
}

// SetWriteBuffer sets the size of the kernel's buffer for what is to be sent.
func (c *conn) SetWriteBuffer(bytes int) error {
	return c.setOption(syscall.SOL_SOCKET, syscall.SO_SNDBUF, bytes)
}

// File returns a copy of the socket. Closing one does not affect the other.
func (c *conn) File() (f *os.File, err error) {
	if !c.ok() {
		return nil, syscall.EINVAL
	}
	if f, err = c.fd.dup(); err != nil {
		err = c.fail("file", err)
	}
	return f, err
}

// SyscallConn gives access to the descriptor.
func (c *conn) SyscallConn() (syscall.RawConn, error) {
	if !c.ok() {
		return nil, syscall.EINVAL
	}
	return &rawConn{c.fd}, nil
}

// ---- packets ------------------------------------------------------------------------------------------------------------------

// recvFrom receives a packet.
func (fd *netFD) recvFrom(b []byte, from *poll.Addr) (int, error) {
	n, err := fd.pfd.RecvFrom(b, from)
	return n, sysError("recvfrom", err)
}

func (fd *netFD) sendTo(b []byte, to *poll.Addr) (int, error) {
	n, err := fd.pfd.SendTo(b, to)
	return n, sysError("sendto", err)
}

// recvMsg receives data and control messages; descriptors that arrive are closed in children.
func (fd *netFD) recvMsg(b, oob []byte, from *poll.Addr) (n, oobn, flags int, err error) {
	if fd.family == syscall.AF_UNIX {
		flags = syscall.MSG_CMSG_CLOEXEC
	}
	n, oobn, flags, err = fd.pfd.RecvMsg(b, oob, flags, from)
	if err == io.EOF {
		return n, oobn, flags, err
	}
	return n, oobn, flags, sysError("recvmsg", err)
}

func (fd *netFD) sendMsg(b, oob []byte, to *poll.Addr) (n, oobn int, err error) {
	n, oobn, err = fd.pfd.SendMsg(b, oob, to)
	return n, oobn, sysError("sendmsg", err)
}

// ---- gathering writes ---------------------------------------------------------------------------------------------------------

// Buffers are pieces to write. A connection takes them with one system call.
type Buffers [][]byte

// WriteTo writes the pieces to w and drops what was written.
func (v *Buffers) WriteTo(w io.Writer) (n int64, err error) {
	if c, ok := w.(interface {
		writeBuffers(*Buffers) (int64, error)
	}); ok {
		return c.writeBuffers(v)
	}
	for len(*v) > 0 {
		m, err := w.Write((*v)[0])
		n += int64(m)
		if err != nil {
			(*v)[0] = (*v)[0][m:]
			return n, err
		}
		(*v)[0] = nil
		*v = (*v)[1:]
	}
	return n, nil
}

// Read reads from the pieces and drops what was read.
func (v *Buffers) Read(p []byte) (n int, err error) {
	for len(p) > 0 && len(*v) > 0 {
		k := copy(p, (*v)[0])
		p, n = p[k:], n+k
		if (*v)[0] = (*v)[0][k:]; len((*v)[0]) == 0 {
			(*v)[0] = nil
			*v = (*v)[1:]
		}
	}
	if len(*v) == 0 {
		err = io.EOF
	}
	return n, err
}

func (c *conn) writeBuffers(v *Buffers) (int64, error) {
	if !c.ok() {
		return 0, syscall.EINVAL
	}
	n, err := c.fd.pfd.Writev((*[][]byte)(v))
	if err != nil {
		return n, c.fail("write", sysError("writev", err))
	}
	return n, nil
}
