package net

import (
	"context"
	"internal/poll"
	"net/netip"
	"syscall"
	"unsafe"
)

// A UDPConn is a UDP socket, with a fixed peer or without.
type UDPConn struct {
	conn
}

// encodeIP writes an address in the kernel's form for a socket of the family.
func encodeIP(to *poll.Addr, family uint16, a netip.Addr, port uint16) error {
	port = port<<8 | port>>8
	if family == syscall.AF_INET {
		if a = a.Unmap(); !a.Is4() {
			return &AddrError{Err: "non-IPv4 address", Addr: a.String()}
		}
		*(*syscall.RawSockaddrInet4)(unsafe.Pointer(&to.Raw)) = syscall.RawSockaddrInet4{Family: family, Port: port, Addr: a.As4()}
		to.Len = syscall.SizeofSockaddrInet4
		return nil
	}
	if !a.IsValid() {
		return &AddrError{Err: "non-IPv6 address", Addr: a.String()}
	}
	*(*syscall.RawSockaddrInet6)(unsafe.Pointer(&to.Raw)) = syscall.RawSockaddrInet6{Family: family, Port: port, Addr: a.As16(), Scope_id: uint32(zoneIndex(a.Zone()))}
	to.Len = syscall.SizeofSockaddrInet6
	return nil
}

// decodeIP is the inverse.
func decodeIP(from *poll.Addr) netip.AddrPort {
	switch from.Raw.Addr.Family {
	case syscall.AF_INET:
		p := (*syscall.RawSockaddrInet4)(unsafe.Pointer(&from.Raw))
		return netip.AddrPortFrom(netip.AddrFrom4(p.Addr), p.Port<<8|p.Port>>8)
	case syscall.AF_INET6:
		p := (*syscall.RawSockaddrInet6)(unsafe.Pointer(&from.Raw))
		return netip.AddrPortFrom(netip.AddrFrom16(p.Addr).WithZone(zoneName(int(p.Scope_id))), p.Port<<8|p.Port>>8)
	}
	return netip.AddrPort{}
}

func udpAddr(a netip.AddrPort) *UDPAddr {
	if !a.IsValid() {
		return nil
	}
	return UDPAddrFromAddrPort(a)
}

// ReadFromUDP receives a packet.
func (c *UDPConn) ReadFromUDP(b []byte) (n int, addr *UDPAddr, err error) {
	n, ap, err := c.recv(b)
	return n, udpAddr(ap), err
}

// ReadFrom receives a packet.
func (c *UDPConn) ReadFrom(b []byte) (int, Addr, error) {
	n, ap, err := c.recv(b)
	return n, opAddr(udpAddr(ap)), err
}

// ReadFromUDPAddrPort receives a packet, without allocating memory.
func (c *UDPConn) ReadFromUDPAddrPort(b []byte) (n int, addr netip.AddrPort, err error) { return c.recv(b) }

func (c *UDPConn) recv(b []byte) (int, netip.AddrPort, error) {
	if !c.ok() {
		return 0, netip.AddrPort{}, syscall.EINVAL
	}
	var from poll.Addr
	n, err := c.fd.recvFrom(b, &from)
	if err != nil {
		return n, netip.AddrPort{}, c.fail("read", err)
	}
	return n, decodeIP(&from), nil
}

// ReadMsgUDP receives a packet and control messages.
func (c *UDPConn) ReadMsgUDP(b, oob []byte) (n, oobn, flags int, addr *UDPAddr, err error) {
	n, oobn, flags, ap, err := c.ReadMsgUDPAddrPort(b, oob)
	return n, oobn, flags, udpAddr(ap), err
}

// ReadMsgUDPAddrPort receives a packet and control messages.
func (c *UDPConn) ReadMsgUDPAddrPort(b, oob []byte) (n, oobn, flags int, addr netip.AddrPort, err error) {
	if !c.ok() {
		return 0, 0, 0, netip.AddrPort{}, syscall.EINVAL
	}
	var from poll.Addr
	n, oobn, flags, err = c.fd.recvMsg(b, oob, &from)
	if err != nil {
		return n, oobn, flags, addr, c.fail("read", err)
	}
	return n, oobn, flags, decodeIP(&from), nil
}

// encodeUDP checks that an address is given exactly when the socket has no peer. Without an IP it is the own host.
func (c *UDPConn) encodeUDP(to *poll.Addr, addr *UDPAddr) error {
	if c.fd.connected {
		return ErrWriteToConnected
	}
	if addr == nil {
		return errMissingAddress
	}
	ip := addr.IP
	if len(ip) == 0 {
		ip = IPv4zero
	}
	if c.fd.family == syscall.AF_INET6 && ip.Equal(IPv4zero) {
		ip = IPv6zero
	}
	a, ok := netip.AddrFromSlice(ip)
	if !ok {
		what := "non-IPv4 address"
		if c.fd.family == syscall.AF_INET6 {
			what = "non-IPv6 address"
		}
		return &AddrError{Err: what, Addr: ip.String()}
	}
	if addr.Port < 0 || addr.Port > 0xFFFF {
		return sysError("sendto", syscall.EINVAL)
	}
	return encodeIP(to, c.fd.family, a.WithZone(addr.Zone), uint16(addr.Port))
}

func (c *UDPConn) encodeAddrPort(to *poll.Addr, addr netip.AddrPort) error {
	if c.fd.connected {
		return ErrWriteToConnected
	}
	if !addr.IsValid() {
		return errMissingAddress
	}
	return encodeIP(to, c.fd.family, addr.Addr(), addr.Port())
}

func (c *UDPConn) sendFail(addr Addr, err error) error {
	return &OpError{Op: "write", Net: c.fd.net, Source: c.fd.laddr, Addr: addr, Err: err}
}

// WriteToUDP sends a packet.
func (c *UDPConn) WriteToUDP(b []byte, addr *UDPAddr) (int, error) {
	if !c.ok() {
		return 0, syscall.EINVAL
	}
	var to poll.Addr
	n, err := 0, c.encodeUDP(&to, addr)
	if err == nil {
		n, err = c.fd.sendTo(b, &to)
	}
	if err != nil {
		err = c.sendFail(opAddr(addr), err)
	}
	return n, err
}

// WriteToUDPAddrPort sends a packet.
func (c *UDPConn) WriteToUDPAddrPort(b []byte, addr netip.AddrPort) (int, error) {
	if !c.ok() {
		return 0, syscall.EINVAL
	}
	var to poll.Addr
	n, err := 0, c.encodeAddrPort(&to, addr)
	if err == nil {
		n, err = c.fd.sendTo(b, &to)
	}
	if err != nil {
		err = c.sendFail(apAddr{addr}, err)
	}
	return n, err
}

// apAddr is a netip.AddrPort as an Addr.
type apAddr struct{ netip.AddrPort }

func (apAddr) Network() string { return "udp" }

// WriteTo sends a packet; addr must be a *UDPAddr.
func (c *UDPConn) WriteTo(b []byte, addr Addr) (int, error) {
	if !c.ok() {
		return 0, syscall.EINVAL
	}
	a, ok := addr.(*UDPAddr)
	if !ok {
		return 0, c.sendFail(addr, syscall.EINVAL)
	}
	return c.WriteToUDP(b, a)
}

// WriteMsgUDP sends a packet and control messages; addr is nil for a socket with a peer.
func (c *UDPConn) WriteMsgUDP(b, oob []byte, addr *UDPAddr) (n, oobn int, err error) {
	if !c.ok() {
		return 0, 0, syscall.EINVAL
	}
	var to poll.Addr
	if addr != nil || !c.fd.connected {
		err = c.encodeUDP(&to, addr)
	}
	if err == nil {
		n, oobn, err = c.fd.sendMsg(b, oob, &to)
	}
	if err != nil {
		err = c.sendFail(opAddr(addr), err)
	}
	return n, oobn, err
}

// WriteMsgUDPAddrPort sends a packet and control messages; addr is not valid for a socket with a peer.
func (c *UDPConn) WriteMsgUDPAddrPort(b, oob []byte, addr netip.AddrPort) (n, oobn int, err error) {
	if !c.ok() {
		return 0, 0, syscall.EINVAL
	}
	var to poll.Addr
	if addr.IsValid() || !c.fd.connected {
		err = c.encodeAddrPort(&to, addr)
	}
	if err == nil {
		n, oobn, err = c.fd.sendMsg(b, oob, &to)
	}
	if err != nil {
		err = c.sendFail(apAddr{addr}, err)
	}
	return n, oobn, err
}

func (sd *sysDialer) dialUDP(ctx context.Context, laddr, raddr *UDPAddr) (*UDPConn, error) {
	r := request{network: sd.network, kind: syscall.SOCK_DGRAM, raddr: raddr, control: sd.controlFunc()}
	if laddr != nil {
		r.laddr = laddr
	}
	fd, err := openIP(ctx, &r)
	if err != nil {
		return nil, err
	}
	return &UDPConn{conn{fd}}, nil
}

// DialUDP makes a socket with a peer. Nothing is looked up.
func DialUDP(network string, laddr, raddr *UDPAddr) (*UDPConn, error) {
	return new(Dialer).udp(context.Background(), network, laddr, raddr)
}

func (d *Dialer) udp(ctx context.Context, network string, laddr, raddr *UDPAddr) (*UDPConn, error) {
	if !isNet(network, "udp") {
		return nil, &OpError{Op: "dial", Net: network, Source: opAddr(laddr), Addr: opAddr(raddr), Err: UnknownNetworkError(network)}
	}
	if raddr == nil {
		return nil, &OpError{Op: "dial", Net: network, Source: opAddr(laddr), Err: errMissingAddress}
	}
	sd := &sysDialer{Dialer: *d, network: network, address: raddr.String()}
	c, err := sd.dialUDP(ctx, laddr, raddr)
	if err != nil {
		return nil, &OpError{Op: "dial", Net: network, Source: opAddr(laddr), Addr: opAddr(raddr), Err: err}
	}
	return c, nil
}

// ListenUDP makes a socket without a peer.
func ListenUDP(network string, laddr *UDPAddr) (*UDPConn, error) {
	if !isNet(network, "udp") {
		return nil, &OpError{Op: "listen", Net: network, Addr: opAddr(laddr), Err: UnknownNetworkError(network)}
	}
	at := laddr
	if at == nil {
		at = &UDPAddr{}
	}
	c, err := (&ListenConfig{}).udp(context.Background(), network, at)
	if err != nil {
		return nil, &OpError{Op: "listen", Net: network, Addr: opAddr(laddr), Err: err}
	}
	return c, nil
}

func (lc *ListenConfig) udp(ctx context.Context, network string, laddr *UDPAddr) (*UDPConn, error) {
	fd, err := openIP(ctx, &request{network: network, kind: syscall.SOCK_DGRAM, laddr: laddr, listen: true, control: lc.controlFunc()})
	if err != nil {
		return nil, err
	}
	return &UDPConn{conn{fd}}, nil
}

// ListenMulticastUDP makes a socket that receives the packets of a group, on one interface or the system's choice for nil. What the socket
// sends to the group does not come back.
func ListenMulticastUDP(network string, ifi *Interface, gaddr *UDPAddr) (*UDPConn, error) {
	fail := func(err error) (*UDPConn, error) {
		return nil, &OpError{Op: "listen", Net: network, Addr: opAddr(gaddr), Err: err}
	}
	if !isNet(network, "udp") {
		return fail(UnknownNetworkError(network))
	}
	if gaddr == nil || gaddr.IP == nil {
		return fail(errMissingAddress)
	}
	c, err := (&ListenConfig{}).udp(context.Background(), network, gaddr)
	if err != nil {
		return fail(err)
	}
	if err := c.joinGroup(ifi, gaddr.IP); err != nil {
		c.Close()
		return fail(err)
	}
	return c, nil
}

func (c *UDPConn) joinGroup(ifi *Interface, group IP) error {
	index := 0
	if ifi != nil {
		index = ifi.Index
	}
	call := func(f func(s int) error) error { return sysError("setsockopt", c.fd.pfd.Call(f)) }
	if ip4 := group.To4(); ip4 != nil {
		m := syscall.IPMreqn{Multiaddr: [4]byte(ip4), Ifindex: int32(index)}
		if ifi != nil {
			err := call(func(s int) error { return syscall.SetsockoptIPMreqn(s, syscall.IPPROTO_IP, syscall.IP_MULTICAST_IF, &syscall.IPMreqn{Ifindex: int32(index)}) })
			if err != nil {
				return err
			}
		}
		if err := c.fd.option(syscall.IPPROTO_IP, syscall.IP_MULTICAST_LOOP, 0); err != nil {
			return err
		}
		return call(func(s int) error { return syscall.SetsockoptIPMreqn(s, syscall.IPPROTO_IP, syscall.IP_ADD_MEMBERSHIP, &m) })
	}
	if ifi != nil {
		if err := c.fd.option(syscall.IPPROTO_IPV6, syscall.IPV6_MULTICAST_IF, index); err != nil {
			return err
		}
	}
	if err := c.fd.option(syscall.IPPROTO_IPV6, syscall.IPV6_MULTICAST_LOOP, 0); err != nil {
		return err
	}
	m := syscall.IPv6Mreq{Multiaddr: [16]byte(group.To16()), Interface: uint32(index)}
	return call(func(s int) error { return syscall.SetsockoptIPv6Mreq(s, syscall.IPPROTO_IPV6, syscall.IPV6_JOIN_GROUP, &m) })
}
