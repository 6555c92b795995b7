package net

import (
	"context"
	"internal/poll"
	"net/netip"
	"syscall"
)

// An IPConn is a raw IP socket.
type IPConn struct {
	conn
}

func ipAddrOf(from *poll.Addr) *IPAddr {
	a := decodeIP(from).Addr()
	if !a.IsValid() {
		return nil
	}
	return &IPAddr{IP: a.AsSlice(), Zone: a.Zone()}
}

// stripHeader removes the IPv4 header that the kernel leaves in what ReadFrom receives.
func (c *IPConn) stripHeader(b []byte, n int) int {
	if c.fd.family != syscall.AF_INET || n < 20 || b[0]>>4 != 4 {
		return n
	}
	h := int(b[0]&15) << 2
	if h < 20 || h > n {
		return n
	}
	return copy(b, b[h:n])
}

// ReadFromIP receives a packet, without the IPv4 header.
func (c *IPConn) ReadFromIP(b []byte) (int, *IPAddr, error) {
	if !c.ok() {
		return 0, nil, syscall.EINVAL
	}
	var from poll.Addr
	n, err := c.fd.recvFrom(b, &from)
	if err != nil {
		return n, nil, c.fail("read", err)
	}
	return c.stripHeader(b, n), ipAddrOf(&from), nil
}

// ReadFrom receives a packet, without the IPv4 header.
func (c *IPConn) ReadFrom(b []byte) (int, Addr, error) {
	n, a, err := c.ReadFromIP(b)
	return n, opAddr(a), err
}

// ReadMsgIP receives a packet, header included, and control messages.
func (c *IPConn) ReadMsgIP(b, oob []byte) (n, oobn, flags int, addr *IPAddr, err error) {
	if !c.ok() {
		return 0, 0, 0, nil, syscall.EINVAL
	}
	var from poll.Addr
	n, oobn, flags, err = c.fd.recvMsg(b, oob, &from)
	if err != nil {
		return n, oobn, flags, nil, c.fail("read", err)
	}
	return n, oobn, flags, ipAddrOf(&from), nil
}

func (c *IPConn) encode(to *poll.Addr, addr *IPAddr) error {
	if c.fd.connected {
		return ErrWriteToConnected
	}
	if addr == nil {
		return errMissingAddress
	}
	a, _ := netip.AddrFromSlice(addr.IP)
	return encodeIP(to, c.fd.family, a.WithZone(addr.Zone), 0)
}

// WriteToIP sends a packet.
func (c *IPConn) WriteToIP(b []byte, addr *IPAddr) (int, error) {
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

// WriteTo sends a packet; addr must be an *IPAddr.
func (c *IPConn) WriteTo(b []byte, addr Addr) (int, error) {
	if !c.ok() {
		return 0, syscall.EINVAL
	}
	a, ok := addr.(*IPAddr)
	if !ok {
		return 0, &OpError{Op: "write", Net: c.fd.net, Source: c.fd.laddr, Addr: addr, Err: syscall.EINVAL}
	}
	return c.WriteToIP(b, a)
}

// WriteMsgIP sends a packet and control messages.
func (c *IPConn) WriteMsgIP(b, oob []byte, addr *IPAddr) (n, oobn int, err error) {
	if !c.ok() {
		return 0, 0, syscall.EINVAL
	}
	var to poll.Addr
	if err = c.encode(&to, addr); err == nil {
		n, oobn, err = c.fd.sendMsg(b, oob, &to)
	}
	if err != nil {
		err = &OpError{Op: "write", Net: c.fd.net, Source: c.fd.laddr, Addr: opAddr(addr), Err: err}
	}
	return n, oobn, err
}

func openRaw(ctx context.Context, network string, laddr, raddr *IPAddr, control controlFunc) (*IPConn, error) {
	base, proto, err := parseNetwork(network, true)
	if err != nil {
		return nil, err
	}
	if !isNet(base, "ip") {
		return nil, UnknownNetworkError(network)
	}
	r := request{network: base, kind: syscall.SOCK_RAW, proto: proto, listen: raddr == nil, control: control}
	if laddr != nil {
		r.laddr = laddr
	}
	if raddr != nil {
		r.raddr = raddr
	}
	fd, err := openIP(ctx, &r)
	if err != nil {
		return nil, err
	}
	return &IPConn{conn{fd}}, nil
}

// DialIP makes a raw socket with a peer. Nothing is looked up.
func DialIP(network string, laddr, raddr *IPAddr) (*IPConn, error) {
	return new(Dialer).ip(context.Background(), network, laddr, raddr)
}

func (d *Dialer) ip(ctx context.Context, network string, laddr, raddr *IPAddr) (*IPConn, error) {
	if raddr == nil {
		return nil, &OpError{Op: "dial", Net: network, Source: opAddr(laddr), Err: errMissingAddress}
	}
	c, err := openRaw(ctx, network, laddr, raddr, d.controlFunc())
	if err != nil {
		return nil, &OpError{Op: "dial", Net: network, Source: opAddr(laddr), Addr: opAddr(raddr), Err: err}
	}
	return c, nil
}

// ListenIP makes a raw socket without a peer.
func ListenIP(network string, laddr *IPAddr) (*IPConn, error) {
	at := laddr
	if at == nil {
		at = &IPAddr{}
	}
	c, err := openRaw(context.Background(), network, at, nil, nil)
	if err != nil {
		return nil, &OpError{Op: "listen", Net: network, Addr: opAddr(laddr), Err: err}
	}
	return c, nil
}
