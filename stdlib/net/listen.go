package net

import (
	"context"
	"os"
	"syscall"
	"time"
)

// A ListenConfig says how to listen; the zero ListenConfig is what Listen uses.
type ListenConfig struct {
	Control         func(network, address string, c syscall.RawConn) error // called before the socket is bound
	KeepAlive       time.Duration                                          // as in Dialer, for the connections accepted
	KeepAliveConfig KeepAliveConfig

	multipath bool
}

// MultipathTCP reports whether Multipath TCP is used.
func (lc *ListenConfig) MultipathTCP() bool { return lc.multipath }

// SetMultipathTCP makes listeners accept Multipath TCP where the system has it.
func (lc *ListenConfig) SetMultipathTCP(use bool) { lc.multipath = use }

func (lc *ListenConfig) controlFunc() controlFunc {
	f := lc.Control
	if f == nil {
		return nil
	}
	return func(_ context.Context, network, address string, c syscall.RawConn) error { return f(network, address, c) }
}

// Listen listens at an address of "tcp", "tcp4", "tcp6", "unix" or "unixpacket". Without a host it is every address of the system, with
// port 0 a free port. A name stands for one of its addresses only.
func Listen(network, address string) (Listener, error) {
	var lc ListenConfig
	return lc.Listen(context.Background(), network, address)
}

// ListenPacket makes a socket for packets at an address of "udp", "udp4", "udp6", "unixgram" or "ip:protocol".
func ListenPacket(network, address string) (PacketConn, error) {
	var lc ListenConfig
	return lc.ListenPacket(context.Background(), network, address)
}

// resolve picks the address to listen at. The context limits the look-up.
func (lc *ListenConfig) resolve(ctx context.Context, network, address string) (Addr, error) {
	list, err := DefaultResolver.addresses(ctx, "listen", network, address, nil)
	if err != nil {
		return nil, &OpError{Op: "listen", Net: network, Err: err}
	}
	return list.first(isIPv4), nil
}

// Listen listens at an address.
func (lc *ListenConfig) Listen(ctx context.Context, network, address string) (Listener, error) {
	at, err := lc.resolve(ctx, network, address)
	if err != nil {
		return nil, err
	}
	switch a := at.(type) {
	case *TCPAddr:
		var l *TCPListener
		if l, err = lc.tcp(ctx, network, a); err == nil {
			return l, nil
		}
	case *UnixAddr:
		var l *UnixListener
		if l, err = lc.unix(ctx, network, a); err == nil {
			return l, nil
		}
	default:
		err = &AddrError{Err: "unexpected address type", Addr: address}
	}
	return nil, &OpError{Op: "listen", Net: network, Addr: at, Err: err}
}

// ListenPacket makes a socket for packets.
func (lc *ListenConfig) ListenPacket(ctx context.Context, network, address string) (PacketConn, error) {
	at, err := lc.resolve(ctx, network, address)
	if err != nil {
		return nil, err
	}
	switch a := at.(type) {
	case *UDPAddr:
		var c *UDPConn
		if c, err = lc.udp(ctx, network, a); err == nil {
			return c, nil
		}
	case *IPAddr:
		var c *IPConn
		if c, err = openRaw(ctx, network, a, nil, lc.controlFunc()); err == nil {
			return c, nil
		}
	case *UnixAddr:
		var c *UnixConn
		if c, err = lc.unixgram(ctx, network, a); err == nil {
			return c, nil
		}
	default:
		err = &AddrError{Err: "unexpected address type", Addr: address}
	}
	return nil, &OpError{Op: "listen", Net: network, Addr: at, Err: err}
}

// ---- sockets made elsewhere -----------------------------------------------------------------------------------------------------

type fileAddr string

func (fileAddr) Network() string  { return "file+net" }
func (f fileAddr) String() string { return string(f) }

// fromFile makes a socket from a copy of a file's descriptor.
func fromFile(f *os.File) (*netFD, error) {
	raw, err := f.SyscallConn()
	if err != nil {
		return nil, err
	}
	s := -1
	var e syscall.Errno
	if err := raw.Control(func(fd uintptr) {
		var r uintptr
		if r, _, e = syscall.Syscall(syscall.SYS_FCNTL, fd, syscall.F_DUPFD_CLOEXEC, 0); e == 0 {
			s = int(r)
		}
	}); err != nil {
		return nil, err
	}
	if e != 0 {
		return nil, os.NewSyscallError("dup", e)
	}
	fd, err := adopt(s)
	if err != nil {
		syscall.Close(s)
		return nil, err
	}
	return fd, nil
}

func adopt(s int) (*netFD, error) {
	if err := syscall.SetNonblock(s, true); err != nil {
		return nil, os.NewSyscallError("setnonblock", err)
	}
	kind, err := syscall.GetsockoptInt(s, syscall.SOL_SOCKET, syscall.SO_TYPE)
	if err != nil {
		return nil, os.NewSyscallError("getsockopt", err)
	}
	own, err := syscall.Getsockname(s)
	if err != nil {
		return nil, os.NewSyscallError("getsockname", err)
	}
	family := syscall.AF_UNIX
	network := ""
	switch own.(type) {
	case *syscall.SockaddrInet4, *syscall.SockaddrInet6:
		family = syscall.AF_INET
		if _, ok := own.(*syscall.SockaddrInet6); ok {
			family = syscall.AF_INET6
		}
		network = map[int]string{syscall.SOCK_STREAM: "tcp", syscall.SOCK_DGRAM: "udp", syscall.SOCK_RAW: "ip"}[kind]
	case *syscall.SockaddrUnix:
		network = map[int]string{syscall.SOCK_STREAM: "unix", syscall.SOCK_DGRAM: "unixgram", syscall.SOCK_SEQPACKET: "unixpacket"}[kind]
	}
	if network == "" {
		return nil, syscall.EPROTONOSUPPORT
	}
	fd := newFD(s, family, kind, network)
	fd.laddr = fromSockaddr(network, own)
	if peer, err := syscall.Getpeername(s); err == nil {
		fd.raddr = fromSockaddr(network, peer)
		fd.connected = true
	}
	if err := fd.init(); err != nil {
		return nil, err
	}
	return fd, nil
}

func fileFail(f *os.File, err error) error {
	return &OpError{Op: "file", Net: "file+net", Addr: fileAddr(f.Name()), Err: err}
}

// FileConn makes a connection from a copy of f.
func FileConn(f *os.File) (c Conn, err error) {
	fd, err := fromFile(f)
	if err != nil {
		return nil, fileFail(f, err)
	}
	switch fd.net {
	case "tcp":
		return &TCPConn{conn{fd}}, nil
	case "udp":
		return &UDPConn{conn{fd}}, nil
	case "ip":
		return &IPConn{conn{fd}}, nil
	}
	return &UnixConn{conn{fd}}, nil
}

// FileListener makes a listener from a copy of f.
func FileListener(f *os.File) (ln Listener, err error) {
	fd, err := fromFile(f)
	if err != nil {
		return nil, fileFail(f, err)
	}
	switch fd.net {
	case "tcp":
		return &TCPListener{fd: fd, lc: &ListenConfig{}}, nil
	case "unix", "unixpacket":
		return &UnixListener{fd: fd, path: fd.laddr.String()}, nil
	}
	fd.Close()
	return nil, fileFail(f, syscall.EINVAL)
}

// FilePacketConn makes a socket for packets from a copy of f.
func FilePacketConn(f *os.File) (c PacketConn, err error) {
	fd, err := fromFile(f)
	if err != nil {
		return nil, fileFail(f, err)
	}
	switch fd.net {
	case "udp":
		return &UDPConn{conn{fd}}, nil
	case "ip":
		return &IPConn{conn{fd}}, nil
	case "unixgram":
		return &UnixConn{conn{fd}}, nil
	}
	fd.Close()
	return nil, fileFail(f, syscall.EINVAL)
}
