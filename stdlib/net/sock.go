package net

import (
	"context"
	"internal/poll"
	"io"
	"os"
	"runtime"
	"sync"
	"syscall"
	"time"
)

// netFD is a socket. The addresses are set before anybody else sees it and never change.
type netFD struct {
	pfd          poll.FD
	family, kind uint16
	connected    bool
	net          string
	laddr, raddr Addr
}

func newFD(s, family, kind int, network string) *netFD {
	return &netFD{pfd: poll.FD{Sysfd: s}, family: uint16(family), kind: uint16(kind), net: network}
}

// init gives the socket to the poller. The finalizer closes what a program has forgotten.
func (fd *netFD) init() error {
	stream := fd.kind == syscall.SOCK_STREAM
	if err := fd.pfd.InitSocket(stream || fd.kind == syscall.SOCK_SEQPACKET, stream && fd.family != syscall.AF_UNIX); err != nil {
		return sysError("epoll_ctl", err)
	}
	runtime.SetFinalizer(fd, (*netFD).Close)
	return nil
}

func (fd *netFD) Close() error {
	runtime.SetFinalizer(fd, nil)
	return fd.pfd.Close()
}

func (fd *netFD) shutdown(how int) error {
	return sysError("shutdown", fd.pfd.Call(func(s int) error { return syscall.Shutdown(s, how) }))
}

func (fd *netFD) read(p []byte) (int, error) {
	n, err := fd.pfd.Read(p)
	if err == nil || err == io.EOF {
		return n, err
	}
	return n, sysError("read", err)
}

func (fd *netFD) write(p []byte) (int, error) {
	n, err := fd.pfd.Write(p)
	if err == nil {
		return n, nil
	}
	return n, sysError("write", err)
}

// local and remote fill in the addresses that the kernel knows.
func (fd *netFD) local() Addr {
	sa, _ := syscall.Getsockname(fd.pfd.Sysfd)
	return fromSockaddr(fd.net, sa)
}

func (fd *netFD) accept() (*netFD, error) {
	s, sa, call, err := fd.pfd.Accept()
	if err != nil {
		if call != "" {
			err = sysError(call, err)
		}
		return nil, err
	}
	c := newFD(s, int(fd.family), int(fd.kind), fd.net)
	c.connected = true
	if err := c.init(); err != nil {
		c.pfd.Close()
		return nil, err
	}
	c.laddr = c.local()
	c.raddr = fromSockaddr(fd.net, sa)
	return c, nil
}

// dup returns a File for a copy of the socket, in blocking mode as programs expect of it.
func (fd *netFD) dup() (*os.File, error) {
	s, call, err := fd.pfd.Dup()
	if err != nil {
		return nil, sysError(call, err)
	}
	name := fd.net + ":"
	if fd.laddr != nil {
		name += fd.laddr.String()
	}
	name += "->"
	if fd.raddr != nil {
		name += fd.raddr.String()
	}
	return os.NewFile(uintptr(s), name), nil
}

func newSocket(family, kind, proto int) (int, error) {
	s, err := syscall.Socket(family, kind|syscall.SOCK_NONBLOCK|syscall.SOCK_CLOEXEC, proto)
	if err != nil {
		return -1, os.NewSyscallError("socket", err)
	}
	return s, nil
}

type controlFunc func(ctx context.Context, network, address string, c syscall.RawConn) error

// request describes the socket that open makes.
type request struct {
	network       string // with digit and without protocol
	kind, proto   int
	laddr, raddr  endpoint // nil: none
	listen        bool
	control       controlFunc
	family, v6opt int
}

// chooseFamily picks IPv4 or IPv6 by the name of the network and the addresses. Listening to a wildcard means both families if the system can.
func (r *request) chooseFamily() {
	switch r.network[len(r.network)-1] {
	case '4':
		r.family = syscall.AF_INET
		return
	case '6':
		r.family, r.v6opt = syscall.AF_INET6, 1
		return
	}
	if r.listen && (r.laddr == nil || r.laddr.wildcard()) {
		switch {
		case dualStack():
			r.family = syscall.AF_INET6
		case r.laddr == nil:
			r.family = syscall.AF_INET
		default:
			r.family = r.laddr.family()
		}
		return
	}
	r.family = syscall.AF_INET6
	if (r.laddr == nil || r.laddr.family() == syscall.AF_INET) && (r.raddr == nil || r.raddr.family() == syscall.AF_INET) {
		r.family = syscall.AF_INET
	}
}

// dualStack reports whether IPv6 sockets can serve IPv4 as well.
var dualStack = sync.OnceValue(func() bool {
	s, err := newSocket(syscall.AF_INET6, syscall.SOCK_STREAM, syscall.IPPROTO_TCP)
	if err != nil {
		return false
	}
	defer syscall.Close(s)
	syscall.SetsockoptInt(s, syscall.IPPROTO_IPV6, syscall.IPV6_V6ONLY, 0)
	sa, _ := ipSockaddr(syscall.AF_INET6, IPv4(127, 0, 0, 1), 0, "")
	err = syscall.Bind(s, sa)
	return err == nil || err == syscall.EPERM || err == syscall.EACCES
})

// openIP makes a socket of an Internet family.
func openIP(ctx context.Context, r *request) (*netFD, error) {
	r.chooseFamily()
	return open(ctx, r)
}

// open makes a socket, with options, bound, connected or listening as asked for.
func open(ctx context.Context, r *request) (*netFD, error) {
	s, err := newSocket(r.family, r.kind, r.proto)
	if err != nil {
		return nil, err
	}
	if r.family == syscall.AF_INET6 && r.kind != syscall.SOCK_RAW {
		syscall.SetsockoptInt(s, syscall.IPPROTO_IPV6, syscall.IPV6_V6ONLY, r.v6opt)
	}
	if r.family != syscall.AF_UNIX && (r.kind == syscall.SOCK_DGRAM || r.kind == syscall.SOCK_RAW) {
		if err := syscall.SetsockoptInt(s, syscall.SOL_SOCKET, syscall.SO_BROADCAST, 1); err != nil {
			syscall.Close(s)
			return nil, os.NewSyscallError("setsockopt", err)
		}
	}
	fd := newFD(s, r.family, r.kind, r.network)
	if r.laddr != nil && r.raddr == nil && r.kind != syscall.SOCK_RAW {
		err = fd.setupPassive(ctx, r)
	} else {
		err = fd.setupActive(ctx, r)
	}
	if err != nil {
		fd.Close()
		return nil, err
	}
	return fd, nil
}

// controlNetwork is the name with the family, as "tcp4".
func (fd *netFD) controlNetwork() string {
	if fd.family == syscall.AF_UNIX || fd.net[len(fd.net)-1] == '4' || fd.net[len(fd.net)-1] == '6' {
		return fd.net
	}
	if fd.family == syscall.AF_INET {
		return fd.net + "4"
	}
	return fd.net + "6"
}

func (fd *netFD) callControl(ctx context.Context, r *request, a Addr) error {
	if r.control == nil {
		return nil
	}
	s := ""
	if a != nil {
		s = a.String()
	}
	return r.control(ctx, fd.controlNetwork(), s, &rawConn{fd})
}

// reuse allows addresses that are still in use by connections that have ended or, for multicast, by others.
func (fd *netFD) reuse() error {
	return os.NewSyscallError("setsockopt", syscall.SetsockoptInt(fd.pfd.Sysfd, syscall.SOL_SOCKET, syscall.SO_REUSEADDR, 1))
}

func (fd *netFD) setupPassive(ctx context.Context, r *request) error {
	laddr := r.laddr
	stream := fd.kind != syscall.SOCK_DGRAM
	if stream {
		if err := fd.reuse(); err != nil {
			return err
		}
	} else if u, ok := laddr.(*UDPAddr); ok && u.IP != nil && u.IP.IsMulticast() {
		if err := fd.reuse(); err != nil {
			return err
		}
		any := *u
		if any.IP = IPv4zero; fd.family == syscall.AF_INET6 {
			any.IP = IPv6unspecified
		}
		laddr = &any
	}
	sa, err := laddr.sockaddr(int(fd.family))
	if err != nil {
		return err
	}
	if err := fd.callControl(ctx, r, laddr); err != nil {
		return err
	}
	if err := syscall.Bind(fd.pfd.Sysfd, sa); err != nil {
		return os.NewSyscallError("bind", err)
	}
	if stream {
		if err := syscall.Listen(fd.pfd.Sysfd, backlog()); err != nil {
			return os.NewSyscallError("listen", err)
		}
	}
	if err := fd.init(); err != nil {
		return err
	}
	fd.laddr = fd.local()
	return nil
}

// backlog is the kernel's limit of connections that wait to be accepted.
var backlog = sync.OnceValue(func() int {
	b, err := os.ReadFile("/proc/sys/net/core/somaxconn")
	if err != nil {
		return syscall.SOMAXCONN
	}
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			break
		}
		n = min(10*n+int(c-'0'), 1<<30)
	}
	if n == 0 {
		return syscall.SOMAXCONN
	}
	return n
})

func (fd *netFD) setupActive(ctx context.Context, r *request) error {
	var shown Addr
	if r.raddr != nil {
		shown = r.raddr
	} else if r.laddr != nil {
		shown = r.laddr
	}
	if err := fd.callControl(ctx, r, shown); err != nil {
		return err
	}
	if r.laddr != nil {
		sa, err := r.laddr.sockaddr(int(fd.family))
		if err != nil {
			return err
		}
		if err := syscall.Bind(fd.pfd.Sysfd, sa); err != nil {
			return os.NewSyscallError("bind", err)
		}
	}
	if r.raddr == nil {
		if err := fd.init(); err != nil {
			return err
		}
		fd.laddr = fd.local()
		return nil
	}
	sa, err := r.raddr.sockaddr(int(fd.family))
	if err != nil {
		return err
	}
	if err := fd.connect(ctx, sa); err != nil {
		return err
	}
	fd.connected = true
	fd.laddr = fd.local()
	if peer, err := syscall.Getpeername(fd.pfd.Sysfd); err == nil && peer != nil {
		fd.raddr = fromSockaddr(fd.net, peer)
	} else {
		fd.raddr = r.raddr
	}
	return nil
}

// connect connects; the context limits how long.
func (fd *netFD) connect(ctx context.Context, to syscall.Sockaddr) error {
	err := syscall.Connect(fd.pfd.Sysfd, to)
	switch err {
	case syscall.EINPROGRESS, syscall.EALREADY, syscall.EINTR:
	case nil, syscall.EISCONN:
		if ctx.Err() != nil {
			return ctxError(ctx.Err())
		}
		return fd.init()
	default:
		return os.NewSyscallError("connect", err)
	}
	if err := fd.init(); err != nil {
		return err
	}
	if t, ok := ctx.Deadline(); ok && !t.IsZero() {
		fd.pfd.SetDeadline(t, 'w')
		defer fd.pfd.SetDeadline(time.Time{}, 'w')
	}
	if ctx.Done() != nil {
		// A deadline in the past wakes the wait below. The goroutine that sets it must be gone before others use the connection.
		stop := make(chan struct{})
		gone := make(chan struct{})
		go func() {
			defer close(gone)
			select {
			case <-ctx.Done():
				fd.pfd.SetDeadline(longAgo, 'w')
			case <-stop:
			}
		}()
		defer func() {
			close(stop)
			<-gone
			fd.pfd.SetDeadline(time.Time{}, 'w')
		}()
	}
	for {
		if err := fd.pfd.WaitWrite(); err != nil {
			if ctx.Err() != nil {
				return ctxError(ctx.Err())
			}
			if err == poll.ErrDeadline {
				return errTimeout
			}
			return err
		}
		n, err := syscall.GetsockoptInt(fd.pfd.Sysfd, syscall.SOL_SOCKET, syscall.SO_ERROR)
		if err != nil {
			return os.NewSyscallError("getsockopt", err)
		}
		switch e := syscall.Errno(n); e {
		case syscall.EINPROGRESS, syscall.EALREADY, syscall.EINTR:
			continue
		case 0:
			// A spurious wake-up looks the same: only a connected socket has a peer.
			if _, err := syscall.Getpeername(fd.pfd.Sysfd); err == nil {
				return nil
			}
		case syscall.EISCONN:
			return nil
		default:
			return os.NewSyscallError("connect", e)
		}
	}
}

// rawConn is what SyscallConn returns.
type rawConn struct{ fd *netFD }

// Control calls f with the descriptor.
func (c *rawConn) Control(f func(uintptr)) error {
	if c == nil || c.fd == nil {
		return syscall.EINVAL
	}
	if err := (poll.RawConn{FD: &c.fd.pfd}).Control(f); err != nil {
		return &OpError{Op: "raw-control", Net: c.fd.net, Addr: c.fd.laddr, Err: err}
	}
	return nil
}

// Read calls f until it is done, waiting for input between calls.
func (c *rawConn) Read(f func(uintptr) bool) error {
	if c == nil || c.fd == nil {
		return syscall.EINVAL
	}
	if err := (poll.RawConn{FD: &c.fd.pfd}).Read(f); err != nil {
		return &OpError{Op: "raw-read", Net: c.fd.net, Source: c.fd.laddr, Addr: c.fd.raddr, Err: err}
	}
	return nil
}

// Write calls f until it is done, waiting for room between calls.
func (c *rawConn) Write(f func(uintptr) bool) error {
	if c == nil || c.fd == nil {
		return syscall.EINVAL
	}
	if err := (poll.RawConn{FD: &c.fd.pfd}).Write(f); err != nil {
		return &OpError{Op: "raw-write", Net: c.fd.net, Source: c.fd.laddr, Addr: c.fd.raddr, Err: err}
	}
	return nil
}

// rawListener is what SyscallConn of a listener returns: it has no data.
type rawListener struct{ rawConn }

func (l *rawListener) Read(func(uintptr) bool) error  { return syscall.EINVAL }
func (l *rawListener) Write(func(uintptr) bool) error { return syscall.EINVAL }
