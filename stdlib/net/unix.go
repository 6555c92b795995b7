package net

import (
	"context"
	"internal/poll"
	"os"
	"sync"
	"syscall"
	"time"
	"unsafe"
)

// A UnixConn is a Unix socket.
type UnixConn struct {
	conn
}

func (fd *netFD) unixAddr(from *poll.Addr) *UnixAddr {
	if from.Len == 0 || from.Raw.Addr.Family != syscall.AF_UNIX {
		return nil
	}
	p := (*syscall.RawSockaddrUnix)(unsafe.Pointer(&from.Raw))
	b := unsafe.Slice((*byte)(unsafe.Pointer(&p.Path[0])), max(0, min(int(from.Len)-2, len(p.Path))))
	if len(b) == 0 {
		return nil
	}
	if b[0] == 0 {
		return &UnixAddr{Name: "@" + string(b[1:]), Net: fd.net}
	}
	for i, c := range b {
		if c == 0 {
			b = b[:i]
			break
		}
	}
	return &UnixAddr{Name: string(b), Net: fd.net}
}

// CloseRead ends receiving.
func (c *UnixConn) CloseRead() error { return c.shutdown(syscall.SHUT_RD) }

// CloseWrite ends sending.
func (c *UnixConn) CloseWrite() error { return c.shutdown(syscall.SHUT_WR) }

// ReadFromUnix receives a packet; the sender may have no address.
func (c *UnixConn) ReadFromUnix(b []byte) (int, *UnixAddr, error) {
	if !c.ok() {
		return 0, nil, syscall.EINVAL
	}
	var from poll.Addr
	n, err := c.fd.recvFrom(b, &from)
	if err != nil {
		return n, nil, c.fail("read", err)
	}
	return n, c.fd.unixAddr(&from), nil
}

// ReadFrom receives a packet; the sender may have no address.
func (c *UnixConn) ReadFrom(b []byte) (int, Addr, error) {
	n, a, err := c.ReadFromUnix(b)
	return n, opAddr(a), err
}

// ReadMsgUnix receives data and control messages, such as descriptors.
func (c *UnixConn) ReadMsgUnix(b, oob []byte) (n, oobn, flags int, addr *UnixAddr, err error) {
	if !c.ok() {
		return 0, 0, 0, nil, syscall.EINVAL
	}
	var from poll.Addr
	n, oobn, flags, err = c.fd.recvMsg(b, oob, &from)
	if err != nil {
		return n, oobn, flags, nil, c.fail("read", err)
	}
	return n, oobn, flags, c.fd.unixAddr(&from), nil
}

// encode checks and writes the address of a packet.
func (c *UnixConn) encode(to *poll.Addr, addr *UnixAddr) error {
	if c.fd.connected {
		return ErrWriteToConnected
	}
	if addr == nil {
		return errMissingAddress
	}
	if addr.Net != c.fd.net {
		return syscall.EAFNOSUPPORT
	}
	p := (*syscall.RawSockaddrUnix)(unsafe.Pointer(&to.Raw))
	n := len(addr.Name)
	if n == 0 || n > len(p.Path) || n == len(p.Path) && addr.Name[0] != '@' {
		return sysError("sendto", syscall.EINVAL)
	}
	p.Family = syscall.AF_UNIX
	for i := range n {
		p.Path[i] = int8(addr.Name[i])
	}
	to.Len = uint32(2 + n)
	if addr.Name[0] == '@' {
		p.Path[0] = 0
	} else {
		to.Len++ // the NUL
	}
	return nil
}

// WriteToUnix sends a packet.
func (c *UnixConn) WriteToUnix(b []byte, addr *UnixAddr) (int, error) {
	if !c.ok() {
		return 0, syscall.EINVAL
	}
	var to poll.Addr
	n, err := 0, c.encode(&to, addr)
	if err == nil {
		n, err = c.fd.sendTo(b, &to)
	}
	if err != nil {
		err = &OpError{Op: "write", Net: c.fd.net, Source: c.fd.laddr, Addr: opAddr(addr), Err: err}
	}
	return n, err
}

// WriteTo sends a packet; addr must be a *UnixAddr.
func (c *UnixConn) WriteTo(b []byte, addr Addr) (int, error) {
	if !c.ok() {
		return 0, syscall.EINVAL
	}
	a, ok := addr.(*UnixAddr)
	if !ok {
		return 0, &OpError{Op: "write", Net: c.fd.net, Source: c.fd.laddr, Addr: addr, Err: syscall.EINVAL}
	}
	return c.WriteToUnix(b, a)
}

// WriteMsgUnix sends data and control messages; addr is nil for a socket with a peer.
func (c *UnixConn) WriteMsgUnix(b, oob []byte, addr *UnixAddr) (n, oobn int, err error) {
	if !c.ok() {
		return 0, 0, syscall.EINVAL
	}
	var to poll.Addr
	if addr != nil || c.fd.kind == syscall.SOCK_DGRAM && !c.fd.connected {
		err = c.encode(&to, addr)
	}
	if err == nil {
		n, oobn, err = c.fd.sendMsg(b, oob, &to)
	}
	if err != nil {
		err = &OpError{Op: "write", Net: c.fd.net, Source: c.fd.laddr, Addr: opAddr(addr), Err: err}
	}
	return n, oobn, err
}

func openUnix(ctx context.Context, network string, laddr, raddr *UnixAddr, listen bool, control controlFunc) (*netFD, error) {
	r := request{network: network, family: syscall.AF_UNIX, control: control}
	switch network {
	case "unix":
		r.kind = syscall.SOCK_STREAM
	case "unixgram":
		r.kind = syscall.SOCK_DGRAM
	case "unixpacket":
		r.kind = syscall.SOCK_SEQPACKET
	default:
		return nil, UnknownNetworkError(network)
	}
	if !laddr.wildcard() || listen {
		r.laddr = laddr
	}
	if !raddr.wildcard() {
		r.raddr = raddr
	}
	if !listen && r.raddr == nil && (r.kind != syscall.SOCK_DGRAM || r.laddr == nil) {
		return nil, errMissingAddress
	}
	return open(ctx, &r)
}

func isUnixNet(network string) bool {
	return network == "unix" || network == "unixgram" || network == "unixpacket"
}

// DialUnix connects.
func DialUnix(network string, laddr, raddr *UnixAddr) (*UnixConn, error) {
	return new(Dialer).unix(context.Background(), network, laddr, raddr)
}

func (d *Dialer) unix(ctx context.Context, network string, laddr, raddr *UnixAddr) (*UnixConn, error) {
	var err error = UnknownNetworkError(network)
	var fd *netFD
	if isUnixNet(network) {
		fd, err = openUnix(ctx, network, laddr, raddr, false, d.controlFunc())
	}
	if err != nil {
		return nil, &OpError{Op: "dial", Net: network, Source: opAddr(laddr), Addr: opAddr(raddr), Err: err}
	}
	return &UnixConn{conn{fd}}, nil
}

// A UnixListener accepts connections of a Unix socket.
type UnixListener struct {
	fd         *netFD
	path       string
	unlink     bool // Close removes the file
	unlinkOnce sync.Once
}

func (l *UnixListener) ok() bool { return l != nil && l.fd != nil }

// ListenUnix listens; the network is "unix" or "unixpacket".
func ListenUnix(network string, laddr *UnixAddr) (*UnixListener, error) {
	var err error
	var l *UnixListener
	switch {
	case network != "unix" && network != "unixpacket":
		err = UnknownNetworkError(network)
	case laddr == nil:
		err = errMissingAddress
	default:
		l, err = (&ListenConfig{}).unix(context.Background(), network, laddr)
	}
	if err != nil {
		return nil, &OpError{Op: "listen", Net: network, Addr: opAddr(laddr), Err: err}
	}
	return l, nil
}

func (lc *ListenConfig) unix(ctx context.Context, network string, laddr *UnixAddr) (*UnixListener, error) {
	fd, err := openUnix(ctx, network, laddr, nil, true, lc.controlFunc())
	if err != nil {
		return nil, err
	}
	return &UnixListener{fd: fd, path: fd.laddr.String(), unlink: true}, nil
}

// ListenUnixgram makes a socket for packets.
func ListenUnixgram(network string, laddr *UnixAddr) (*UnixConn, error) {
	var err error
	var c *UnixConn
	switch {
	case network != "unixgram":
		err = UnknownNetworkError(network)
	case laddr == nil:
		err = errMissingAddress
	default:
		c, err = (&ListenConfig{}).unixgram(context.Background(), network, laddr)
	}
	if err != nil {
		return nil, &OpError{Op: "listen", Net: network, Addr: opAddr(laddr), Err: err}
	}
	return c, nil
}

func (lc *ListenConfig) unixgram(ctx context.Context, network string, laddr *UnixAddr) (*UnixConn, error) {
	fd, err := openUnix(ctx, network, laddr, nil, true, lc.controlFunc())
	if err != nil {
		return nil, err
	}
	return &UnixConn{conn{fd}}, nil
}

// AcceptUnix takes the next connection.
func (l *UnixListener) AcceptUnix() (*UnixConn, error) {
	if !l.ok() {
		return nil, syscall.EINVAL
	}
	fd, err := l.fd.accept()
	if err != nil {
		return nil, &OpError{Op: "accept", Net: l.fd.net, Addr: l.fd.laddr, Err: err}
	}
	return &UnixConn{conn{fd}}, nil
}

// Accept takes the next connection.
func (l *UnixListener) Accept() (Conn, error) {
	c, err := l.AcceptUnix()
	if err != nil {
		return nil, err
	}
	return c, nil
}

// Close stops listening and removes the file, unless SetUnlinkOnClose says otherwise.
func (l *UnixListener) Close() error {
	if !l.ok() {
		return syscall.EINVAL
	}
	// Removed before the socket is closed, so that nobody connects to a socket that is gone, and once, because it may be another's later.
	l.unlinkOnce.Do(func() {
		if l.path != "" && l.path[0] != '@' && l.unlink {
			syscall.Unlink(l.path)
		}
	})
	if err := l.fd.Close(); err != nil {
		return &OpError{Op: "close", Net: l.fd.net, Addr: l.fd.laddr, Err: err}
	}
	return nil
}

// SetUnlinkOnClose decides whether Close removes the file: the default for sockets that this package has made.
func (l *UnixListener) SetUnlinkOnClose(unlink bool) { l.unlink = unlink }

// Addr is the address it listens at.
func (l *UnixListener) Addr() Addr { return l.fd.laddr }

// SetDeadline limits Accept.
func (l *UnixListener) SetDeadline(t time.Time) error {
	if !l.ok() {
		return syscall.EINVAL
	}
	return (&conn{l.fd}).SetDeadline(t)
}

// File returns a copy of the socket.
func (l *UnixListener) File() (f *os.File, err error) {
	if !l.ok() {
		return nil, syscall.EINVAL
	}
	if f, err = l.fd.dup(); err != nil {
		return nil, &OpError{Op: "file", Net: l.fd.net, Addr: l.fd.laddr, Err: err}
	}
	return f, nil
}

// SyscallConn gives access to the descriptor, for Control only.
func (l *UnixListener) SyscallConn() (syscall.RawConn, error) {
	if !l.ok() {
		return nil, syscall.EINVAL
	}
	return &rawListener{rawConn{l.fd}}, nil
}

