package net

import (
	"context"
	"io"
	"os"
	"syscall"
	"time"
)

// A TCPConn is a TCP connection.
type TCPConn struct {
	conn
}

// KeepAliveConfig says how idle connections are probed. Zero durations and counts mean 15 s, 15 s and 9; negative ones leave it to the system.
type KeepAliveConfig struct {
	Enable   bool
	Idle     time.Duration // before the first probe
	Interval time.Duration // between probes
	Count    int           // unanswered probes before the connection is dropped
}

// ReadFrom sends what r has.
func (c *TCPConn) ReadFrom(r io.Reader) (int64, error) {
	if !c.ok() {
		return 0, syscall.EINVAL
	}
	if n, err, done := c.sendFile(r); done {
		if err != nil && err != io.EOF {
			err = c.fail("readfrom", err)
		}
		return n, err
	}
	n, err := io.Copy(onlyWriter{c}, r)
	if err != nil && err != io.EOF {
		err = c.fail("readfrom", err)
	}
	return n, err
}

// WriteTo receives until the end, into w.
func (c *TCPConn) WriteTo(w io.Writer) (int64, error) {
	if !c.ok() {
		return 0, syscall.EINVAL
	}
	n, err := io.Copy(w, onlyReader{c})
	if err != nil && err != io.EOF {
		err = c.fail("writeto", err)
	}
	return n, err
}

// onlyWriter and onlyReader hide the methods that io.Copy would call again.
type onlyWriter struct{ c *TCPConn }

func (w onlyWriter) Write(b []byte) (int, error) { return w.c.Write(b) }

type onlyReader struct{ c *TCPConn }

func (r onlyReader) Read(b []byte) (int, error) { return r.c.Read(b) }

// sendFile copies regular files within the kernel; done is false when r is nothing of that kind.
func (c *TCPConn) sendFile(r io.Reader) (n int64, err error, done bool) {
	left := int64(1<<63 - 1)
	limit, _ := r.(*io.LimitedReader)
	if limit != nil {
		left, r = limit.N, limit.R
		if left <= 0 {
			return 0, nil, true
		}
	}
	f, ok := r.(*os.File)
	if !ok {
		return 0, nil, false
	}
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return 0, nil, false
	}
	raw, err := f.SyscallConn()
	if err != nil {
		return 0, nil, false
	}
	e := raw.Control(func(in uintptr) {
		for left > 0 {
			k, e := c.fd.pfd.Do('w', func(s int) (int, error) {
				return syscall.Sendfile(s, int(in), nil, int(min(left, 1<<20)))
			})
			if e != nil {
				// Some file systems do not know how; the plain way tells more.
				if n > 0 || e != syscall.EINVAL && e != syscall.ENOSYS && e != syscall.EOPNOTSUPP {
					err, done = sysError("sendfile", e), true
				}
				return
			}
			done = true
			if k == 0 {
				return
			}
			n += int64(k)
			left -= int64(k)
		}
	})
	if e != nil {
		return n, e, true
	}
	if limit != nil {
		limit.N = left
	}
	return n, err, done
}

// CloseRead ends receiving.
func (c *TCPConn) CloseRead() error { return c.shutdown(syscall.SHUT_RD) }

// CloseWrite ends sending: the peer sees the end of the stream.
func (c *TCPConn) CloseWrite() error { return c.shutdown(syscall.SHUT_WR) }

func (c *conn) shutdown(how int) error {
	if !c.ok() {
		return syscall.EINVAL
	}
	if err := c.fd.shutdown(how); err != nil {
		return c.fail("close", err)
	}
	return nil
}

// setFail is the error of the options of TCP, which names both addresses.
func (c *TCPConn) setFail(err error) error {
	if err != nil {
		return c.fail("set", err)
	}
	return nil
}

// SetLinger decides what Close does with data not sent yet: sec < 0: it is sent in the background, as is the default; 0: it is dropped;
// else it is sent in the background and dropped after sec seconds.
func (c *TCPConn) SetLinger(sec int) error {
	if !c.ok() {
		return syscall.EINVAL
	}
	l := syscall.Linger{Onoff: 1, Linger: int32(sec)}
	if sec < 0 {
		l = syscall.Linger{}
	}
	return c.setFail(sysError("setsockopt", c.fd.pfd.Call(func(s int) error {
		return syscall.SetsockoptLinger(s, syscall.SOL_SOCKET, syscall.SO_LINGER, &l)
	})))
}

func toInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// SetNoDelay decides whether data is sent at once, as is the default, or collected into fewer packets.
func (c *TCPConn) SetNoDelay(noDelay bool) error {
	if !c.ok() {
		return syscall.EINVAL
	}
	return c.setFail(c.fd.option(syscall.IPPROTO_TCP, syscall.TCP_NODELAY, toInt(noDelay)))
}

// SetKeepAlive decides whether an idle connection is probed.
func (c *TCPConn) SetKeepAlive(keepalive bool) error {
	if !c.ok() {
		return syscall.EINVAL
	}
	return c.setFail(c.fd.option(syscall.SOL_SOCKET, syscall.SO_KEEPALIVE, toInt(keepalive)))
}

// SetKeepAlivePeriod sets how long a connection is idle before it is probed.
func (c *TCPConn) SetKeepAlivePeriod(d time.Duration) error {
	if !c.ok() {
		return syscall.EINVAL
	}
	return c.setFail(c.fd.keepAliveTime(syscall.TCP_KEEPIDLE, d))
}

// SetKeepAliveConfig sets how an idle connection is probed.
func (c *TCPConn) SetKeepAliveConfig(config KeepAliveConfig) error {
	if !c.ok() {
		return syscall.EINVAL
	}
	return c.setFail(c.fd.setKeepAlive(config))
}

// keepAliveTime sets a time in seconds, rounded up.
func (fd *netFD) keepAliveTime(opt int, d time.Duration) error {
	if d == 0 {
		d = 15 * time.Second
	} else if d < 0 {
		return nil
	}
	return fd.option(syscall.IPPROTO_TCP, opt, int((d+time.Second-1)/time.Second))
}

func (fd *netFD) setKeepAlive(k KeepAliveConfig) error {
	if err := fd.option(syscall.SOL_SOCKET, syscall.SO_KEEPALIVE, toInt(k.Enable)); err != nil {
		return err
	}
	if err := fd.keepAliveTime(syscall.TCP_KEEPIDLE, k.Idle); err != nil {
		return err
	}
	if err := fd.keepAliveTime(syscall.TCP_KEEPINTVL, k.Interval); err != nil {
		return err
	}
	if k.Count < 0 {
		return nil
	}
	if k.Count == 0 {
		k.Count = 9
	}
	return fd.option(syscall.IPPROTO_TCP, syscall.TCP_KEEPCNT, k.Count)
}

// tcpDefaults sets what a new connection has. On a listener, its connections inherit it, which saves five system calls for each.
func (fd *netFD) tcpDefaults(idle time.Duration, k KeepAliveConfig) {
	fd.option(syscall.IPPROTO_TCP, syscall.TCP_NODELAY, 1)
	if !k.Enable && idle >= 0 {
		k = KeepAliveConfig{Enable: true, Idle: idle}
	}
	fd.setKeepAlive(k)
}

const protoMPTCP = 262

// MultipathTCP reports whether the connection uses Multipath TCP.
func (c *TCPConn) MultipathTCP() (bool, error) {
	if !c.ok() {
		return false, syscall.EINVAL
	}
	multi := false
	err := c.fd.pfd.Call(func(s int) error {
		p, err := syscall.GetsockoptInt(s, syscall.SOL_SOCKET, syscall.SO_PROTOCOL)
		if err != nil || p != protoMPTCP {
			return err
		}
		// A connection that fell back to plain TCP has no information of this kind.
		const solMPTCP, mptcpInfo = 284, 1
		_, err = syscall.GetsockoptInt(s, solMPTCP, mptcpInfo)
		multi = err == nil
		return nil
	})
	return multi, err
}

// ---- dialling and listening ----------------------------------------------------------------------------------------------------

func (sd *sysDialer) dialTCP(ctx context.Context, laddr, raddr *TCPAddr) (*TCPConn, error) {
	r := request{network: sd.network, kind: syscall.SOCK_STREAM, raddr: raddr, control: sd.controlFunc()}
	if laddr != nil {
		r.laddr = laddr
	}
	if sd.MultipathTCP() {
		r.proto = protoMPTCP
	}
	var fd *netFD
	var err error
	for try := 0; ; try++ {
		q := r
		if fd, err = openIP(ctx, &q); err != nil && r.proto == protoMPTCP && ctx.Err() == nil {
			r.proto = 0
			continue
		}
		// The kernel may choose a port that makes the socket its own peer, or one in use: try again.
		if try >= 2 || laddr != nil && laddr.Port != 0 || !fd.isOwnPeer() && !isErrno(err, syscall.EADDRNOTAVAIL) {
			break
		}
		if fd != nil {
			fd.Close()
		}
	}
	if err != nil {
		return nil, err
	}
	fd.tcpDefaults(sd.KeepAlive, sd.KeepAliveConfig)
	return &TCPConn{conn{fd}}, nil
}

func (fd *netFD) isOwnPeer() bool {
	if fd == nil {
		return false
	}
	l, ok1 := fd.laddr.(*TCPAddr)
	r, ok2 := fd.raddr.(*TCPAddr)
	return !ok1 || !ok2 || l.Port == r.Port && l.IP.Equal(r.IP)
}

func isErrno(err error, e syscall.Errno) bool {
	if op, ok := err.(*OpError); ok {
		err = op.Err
	}
	s, ok := err.(*os.SyscallError)
	return ok && s.Err == e
}

// opAddr keeps a nil pointer from becoming an Addr that is not nil.
func opAddr[T any, P interface {
	*T
	Addr
}](a P) Addr {
	if a == nil {
		return nil
	}
	return a
}

func isNet(network, base string) bool {
	return network == base || len(network) == len(base)+1 && network[:len(base)] == base && (network[len(base)] == '4' || network[len(base)] == '6')
}

// DialTCP connects. Nothing is looked up.
func DialTCP(network string, laddr, raddr *TCPAddr) (*TCPConn, error) {
	return new(Dialer).tcp(context.Background(), network, laddr, raddr)
}

func (d *Dialer) tcp(ctx context.Context, network string, laddr, raddr *TCPAddr) (*TCPConn, error) {
	if !isNet(network, "tcp") {
		return nil, &OpError{Op: "dial", Net: network, Source: opAddr(laddr), Addr: opAddr(raddr), Err: UnknownNetworkError(network)}
	}
	if raddr == nil {
		return nil, &OpError{Op: "dial", Net: network, Source: opAddr(laddr), Err: errMissingAddress}
	}
	sd := &sysDialer{Dialer: *d, network: network, address: raddr.String()}
	c, err := sd.dialTCP(ctx, laddr, raddr)
	if err != nil {
		return nil, &OpError{Op: "dial", Net: network, Source: opAddr(laddr), Addr: opAddr(raddr), Err: err}
	}
	return c, nil
}

// A TCPListener accepts TCP connections.
type TCPListener struct {
	fd *netFD
	lc *ListenConfig // nil: connections inherit what they need
}

func (l *TCPListener) ok() bool { return l != nil && l.fd != nil }

// ListenTCP listens. Nothing is looked up.
func ListenTCP(network string, laddr *TCPAddr) (*TCPListener, error) {
	if !isNet(network, "tcp") {
		return nil, &OpError{Op: "listen", Net: network, Addr: opAddr(laddr), Err: UnknownNetworkError(network)}
	}
	at := laddr
	if at == nil {
		at = &TCPAddr{}
	}
	l, err := (&ListenConfig{}).tcp(context.Background(), network, at)
	if err != nil {
		return nil, &OpError{Op: "listen", Net: network, Addr: opAddr(laddr), Err: err}
	}
	return l, nil
}

func (lc *ListenConfig) tcp(ctx context.Context, network string, laddr *TCPAddr) (*TCPListener, error) {
	r := request{network: network, kind: syscall.SOCK_STREAM, laddr: laddr, listen: true, control: lc.controlFunc()}
	if lc.MultipathTCP() {
		r.proto = protoMPTCP
	}
	q := r
	fd, err := openIP(ctx, &q)
	if err != nil && r.proto != 0 {
		r.proto = 0
		fd, err = openIP(ctx, &r)
	}
	if err != nil {
		return nil, err
	}
	fd.tcpDefaults(lc.KeepAlive, lc.KeepAliveConfig)
	return &TCPListener{fd: fd}, nil
}

// AcceptTCP takes the next connection.
func (l *TCPListener) AcceptTCP() (*TCPConn, error) {
	if !l.ok() {
		return nil, syscall.EINVAL
	}
	fd, err := l.fd.accept()
	if err != nil {
		return nil, &OpError{Op: "accept", Net: l.fd.net, Addr: l.fd.laddr, Err: err}
	}
	if l.lc != nil {
		fd.tcpDefaults(l.lc.KeepAlive, l.lc.KeepAliveConfig)
	}
	return &TCPConn{conn{fd}}, nil
}

// Accept takes the next connection.
func (l *TCPListener) Accept() (Conn, error) {
	c, err := l.AcceptTCP()
	if err != nil {
		return nil, err
	}
	return c, nil
}

// Close stops listening. Connections that were accepted stay.
func (l *TCPListener) Close() error {
	if !l.ok() {
		return syscall.EINVAL
	}
	if err := l.fd.Close(); err != nil {
		return &OpError{Op: "close", Net: l.fd.net, Addr: l.fd.laddr, Err: err}
	}
	return nil
}

// Addr is the address it listens at.
func (l *TCPListener) Addr() Addr { return l.fd.laddr }

// SetDeadline limits Accept; the zero Time is no limit.
func (l *TCPListener) SetDeadline(t time.Time) error {
	if !l.ok() {
		return syscall.EINVAL
	}
	return (&conn{l.fd}).SetDeadline(t)
}

// File returns a copy of the socket.
func (l *TCPListener) File() (f *os.File, err error) {
	if !l.ok() {
		return nil, syscall.EINVAL
	}
	if f, err = l.fd.dup(); err != nil {
		return nil, &OpError{Op: "file", Net: l.fd.net, Addr: l.fd.laddr, Err: err}
	}
	return f, nil
}

// SyscallConn gives access to the descriptor, for Control only.
func (l *TCPListener) SyscallConn() (syscall.RawConn, error) {
	if !l.ok() {
		return nil, syscall.EINVAL
	}
	return &rawListener{rawConn{l.fd}}, nil
}
