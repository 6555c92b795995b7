package net

import (
	"context"
	"internal/bytealg"
	"net/netip"
	"syscall"
	"time"
)

// A Dialer makes connections; the zero Dialer is what Dial uses.
type Dialer struct {
	Timeout        time.Duration // limit of the whole, look-up included; shared among the addresses of a name
	Deadline       time.Time     // or the moment of it, whichever is earlier
	LocalAddr      Addr          // of the network that is dialled
	DualStack      bool          // Deprecated: always on; see FallbackDelay.
	FallbackDelay  time.Duration // when the other family is tried as well; 0: 300 ms; negative: not before the first has failed
	KeepAlive      time.Duration // between probes of an idle connection; 0: 15 s; negative: none
	KeepAliveConfig KeepAliveConfig
	Resolver       *Resolver
	Cancel         <-chan struct{} // Deprecated: use DialContext.
	Control        func(network, address string, c syscall.RawConn) error // called before the socket connects
	ControlContext func(ctx context.Context, network, address string, c syscall.RawConn) error

	multipath bool
}

// MultipathTCP reports whether Multipath TCP is used.
func (d *Dialer) MultipathTCP() bool { return d.multipath }

// SetMultipathTCP makes the Dialer use Multipath TCP where the system and the peer have it.
func (d *Dialer) SetMultipathTCP(use bool) { d.multipath = use }

func (d *Dialer) controlFunc() controlFunc {
	if d.ControlContext != nil {
		return d.ControlContext
	}
	if f := d.Control; f != nil {
		return func(_ context.Context, network, address string, c syscall.RawConn) error { return f(network, address, c) }
	}
	return nil
}

// sysDialer is a Dialer with what it dials.
type sysDialer struct {
	Dialer
	network, address string
}

// parseNetwork splits ip:protocol and checks the name.
func parseNetwork(network string, needProto bool) (base string, proto int, err error) {
	colon := bytealg.LastIndexByteString(network, ':')
	if colon < 0 {
		switch network {
		case "tcp", "tcp4", "tcp6", "udp", "udp4", "udp6", "unix", "unixgram", "unixpacket":
			return network, 0, nil
		case "ip", "ip4", "ip6":
			if !needProto {
				return network, 0, nil
			}
		}
		return "", 0, UnknownNetworkError(network)
	}
	base = network[:colon]
	if !isNet(base, "ip") {
		return "", 0, UnknownNetworkError(network)
	}
	name := network[colon+1:]
	if n, ok := atoi(name); ok {
		return base, n, nil
	}
	if proto, err = lookupProtocol(name); err != nil {
		return "", 0, err
	}
	return base, proto, nil
}

// addresses is what an address given to dial or listen stands for.
func (r *Resolver) addresses(ctx context.Context, op, network, addr string, local Addr) (addrList, error) {
	base, _, err := parseNetwork(network, true)
	if err != nil {
		return nil, err
	}
	if op == "dial" && addr == "" {
		return nil, errMissingAddress
	}
	if isUnixNet(base) {
		if op == "dial" && local != nil && local.Network() != base {
			return nil, &AddrError{Err: "mismatched local address type", Addr: local.String()}
		}
		return addrList{&UnixAddr{Name: addr, Net: base}}, nil
	}
	list, err := r.internetAddrs(ctx, base, addr)
	if err != nil || op != "dial" || local == nil {
		return list, err
	}
	return list.suiting(local)
}

// ipOf is the IP of an address.
func ipOf(a Addr) IP {
	switch a := a.(type) {
	case *TCPAddr:
		if a != nil {
			return a.IP
		}
	case *UDPAddr:
		if a != nil {
			return a.IP
		}
	case *IPAddr:
		if a != nil {
			return a.IP
		}
	}
	return nil
}

// suiting keeps what can be reached from an address of our own.
func (l addrList) suiting(local Addr) (addrList, error) {
	var keep addrList
	from := ipOf(local)
	anyFrom := from == nil || from.IsUnspecified()
	for _, a := range l {
		if a.Network() != local.Network() {
			return nil, &AddrError{Err: "mismatched local address type", Addr: local.String()}
		}
		to := ipOf(a)
		if anyFrom || to == nil || to.IsUnspecified() || to.sameFamily(from) {
			keep = append(keep, a)
		}
	}
	if len(keep) == 0 {
		return nil, &AddrError{Err: errNoSuitableAddress.Error(), Addr: local.String()}
	}
	return keep, nil
}

// internetAddrs looks up host and port.
func (r *Resolver) internetAddrs(ctx context.Context, network, addr string) (addrList, error) {
	var host string
	var port int
	switch network {
	case "tcp", "tcp4", "tcp6", "udp", "udp4", "udp6":
		if addr != "" {
			h, p, err := SplitHostPort(addr)
			if err != nil {
				return nil, err
			}
			if port, err = r.LookupPort(ctx, network, p); err != nil {
				return nil, err
			}
			host = h
		}
	case "ip", "ip4", "ip6":
		host = addr
	default:
		return nil, UnknownNetworkError(network)
	}
	make := func(ip IPAddr) Addr {
		switch network[0] {
		case 't':
			return &TCPAddr{IP: ip.IP, Port: port, Zone: ip.Zone}
		case 'u':
			return &UDPAddr{IP: ip.IP, Port: port, Zone: ip.Zone}
		}
		return &IPAddr{IP: ip.IP, Zone: ip.Zone}
	}
	if host == "" {
		return addrList{make(IPAddr{})}, nil
	}
	ips, err := r.lookupIPAddr(ctx, network, host)
	if err != nil {
		return nil, err
	}
	// A system may be able to listen at :: without being able to connect to it.
	if len(ips) == 1 && ips[0].IP.Equal(IPv6unspecified) {
		ips = append(ips, IPAddr{IP: IPv4zero})
	}
	var list addrList
	for _, ip := range ips {
		four := ip.IP.To4() != nil
		switch network[len(network)-1] {
		case '4':
			if !four {
				continue
			}
		case '6':
			if four {
				continue
			}
		}
		list = append(list, make(ip))
	}
	if len(list) == 0 {
		return nil, &AddrError{Err: errNoSuitableAddress.Error(), Addr: host}
	}
	return list, nil
}

// Dial connects to an address: host:port for "tcp" and "udp" with 4 or 6 for one family only, a host for "ip:protocol", a path for "unix",
// "unixgram" and "unixpacket". The addresses of a name are tried in turn.
func Dial(network, address string) (Conn, error) {
	var d Dialer
	return d.Dial(network, address)
}

// DialTimeout is Dial with a limit of time.
func DialTimeout(network, address string, timeout time.Duration) (Conn, error) {
	d := Dialer{Timeout: timeout}
	return d.Dial(network, address)
}

// Dial connects to an address.
func (d *Dialer) Dial(network, address string) (Conn, error) {
	return d.DialContext(context.Background(), network, address)
}

// limit is ctx with the limits of the Dialer.
func (d *Dialer) limit(ctx context.Context) (context.Context, context.CancelFunc) {
	if ctx == nil {
		panic("nil context")
	}
	end := d.Deadline
	if d.Timeout != 0 {
		if t := time.Now().Add(d.Timeout); end.IsZero() || t.Before(end) {
			end = t
		}
	}
	stop := func() {}
	if !end.IsZero() {
		ctx, stop = context.WithDeadline(ctx, end)
	}
	if d.Cancel == nil {
		return ctx, stop
	}
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		select {
		case <-d.Cancel:
			cancel()
		case <-ctx.Done():
		}
	}()
	outer := stop
	return ctx, func() { cancel(); outer() }
}

// DialContext connects to an address. The context limits the connecting, not the connection.
func (d *Dialer) DialContext(ctx context.Context, network, address string) (Conn, error) {
	ctx, cancel := d.limit(ctx)
	defer cancel()
	r := d.Resolver
	if r == nil {
		r = DefaultResolver
	}
	list, err := r.addresses(ctx, "dial", network, address, d.LocalAddr)
	if err != nil {
		return nil, &OpError{Op: "dial", Net: network, Err: err}
	}
	sd := &sysDialer{Dialer: *d, network: network, address: address}
	if network != "tcp" || d.FallbackDelay < 0 {
		return sd.serial(ctx, list)
	}
	primaries, fallbacks := list.split()
	if len(fallbacks) == 0 {
		return sd.serial(ctx, primaries)
	}
	return sd.race(ctx, primaries, fallbacks)
}

type raceResult struct {
	c       Conn
	err     error
	primary bool
}

// race tries one family, and the other as well when that takes long. The first connection wins.
func (sd *sysDialer) race(ctx context.Context, primaries, fallbacks addrList) (Conn, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	results := make(chan raceResult)
	over := make(chan struct{})
	defer close(over)
	start := func(list addrList, primary bool) {
		c, err := sd.serial(ctx, list)
		select {
		case results <- raceResult{c, err, primary}:
		case <-over:
			if c != nil {
				c.Close()
			}
		}
	}
	delay := sd.FallbackDelay
	if delay == 0 {
		delay = 300 * time.Millisecond
	}
	timer := time.NewTimer(delay)
	defer timer.Stop()
	fallback := timer.C
	go start(primaries, true)
	var primaryErr error
	for running := 1; running > 0; {
		select {
		case <-fallback:
			fallback = nil
			running++
			go start(fallbacks, false)
		case r := <-results:
			running--
			if r.err == nil {
				return r.c, nil
			}
			if r.primary {
				primaryErr = r.err
				if fallback != nil {
					fallback = nil
					running++
					go start(fallbacks, false)
				}
			}
		}
	}
	return nil, primaryErr
}

// share is the part of the remaining time that the next of n addresses may use: an even share, but 2 s at least while there is as much.
func share(deadline time.Time, n int) (time.Time, error) {
	left := time.Until(deadline)
	if left <= 0 {
		return time.Time{}, errTimeout
	}
	return time.Now().Add(max(left/time.Duration(n), min(left, 2*time.Second))), nil
}

// serial tries one address after the other. The first error is the most telling.
func (sd *sysDialer) serial(ctx context.Context, list addrList) (Conn, error) {
	var first error
	for i, a := range list {
		if err := ctx.Err(); err != nil {
			return nil, &OpError{Op: "dial", Net: sd.network, Source: sd.LocalAddr, Addr: a, Err: ctxError(err)}
		}
		sub, cancel := ctx, context.CancelFunc(nil)
		if deadline, ok := ctx.Deadline(); ok {
			t, err := share(deadline, len(list)-i)
			if err != nil {
				if first == nil {
					first = &OpError{Op: "dial", Net: sd.network, Source: sd.LocalAddr, Addr: a, Err: err}
				}
				break
			}
			if i+1 < len(list) && t.Before(deadline) {
				sub, cancel = context.WithDeadline(ctx, t)
			}
		}
		c, err := sd.one(sub, a)
		if cancel != nil {
			cancel()
		}
		if err == nil {
			return c, nil
		}
		if first == nil {
			first = err
		}
	}
	if first == nil {
		first = &OpError{Op: "dial", Net: sd.network, Err: errMissingAddress}
	}
	return nil, first
}

// one dials one address.
func (sd *sysDialer) one(ctx context.Context, to Addr) (Conn, error) {
	var c Conn
	var err error
	switch to := to.(type) {
	case *TCPAddr:
		from, _ := sd.LocalAddr.(*TCPAddr)
		c, err = sd.dialTCP(ctx, from, to)
	case *UDPAddr:
		from, _ := sd.LocalAddr.(*UDPAddr)
		c, err = sd.dialUDP(ctx, from, to)
	case *IPAddr:
		from, _ := sd.LocalAddr.(*IPAddr)
		c, err = openRaw(ctx, sd.network, from, to, sd.controlFunc())
	case *UnixAddr:
		from, _ := sd.LocalAddr.(*UnixAddr)
		var fd *netFD
		if fd, err = openUnix(ctx, sd.network, from, to, false, sd.controlFunc()); err == nil {
			return &UnixConn{conn{fd}}, nil
		}
	default:
		err = &AddrError{Err: "unexpected address type", Addr: sd.address}
	}
	if err != nil {
		return nil, &OpError{Op: "dial", Net: sd.network, Source: sd.LocalAddr, Addr: to, Err: err}
	}
	return c, nil
}

// DialTCP connects to an address; the zero laddr leaves the own address to the system.
func (d *Dialer) DialTCP(ctx context.Context, network string, laddr netip.AddrPort, raddr netip.AddrPort) (*TCPConn, error) {
	ctx, cancel := d.limit(ctx)
	defer cancel()
	return d.tcp(ctx, network, TCPAddrFromAddrPort(laddr), TCPAddrFromAddrPort(raddr))
}

// DialUDP makes a socket with a peer.
func (d *Dialer) DialUDP(ctx context.Context, network string, laddr netip.AddrPort, raddr netip.AddrPort) (*UDPConn, error) {
	ctx, cancel := d.limit(ctx)
	defer cancel()
	return d.udp(ctx, network, UDPAddrFromAddrPort(laddr), UDPAddrFromAddrPort(raddr))
}

// DialIP makes a raw socket with a peer.
func (d *Dialer) DialIP(ctx context.Context, network string, laddr netip.Addr, raddr netip.Addr) (*IPConn, error) {
	ctx, cancel := d.limit(ctx)
	defer cancel()
	return d.ip(ctx, network, &IPAddr{IP: laddr.AsSlice(), Zone: laddr.Zone()}, &IPAddr{IP: raddr.AsSlice(), Zone: raddr.Zone()})
}

// DialUnix connects to a Unix socket.
func (d *Dialer) DialUnix(ctx context.Context, network string, laddr *UnixAddr, raddr *UnixAddr) (*UnixConn, error) {
	ctx, cancel := d.limit(ctx)
	defer cancel()
	return d.unix(ctx, network, laddr, raddr)
}
