package net

import (
	"context"
	"internal/bytealg"
	"net/netip"
	"syscall"
)

// Addr is the address of one end of a connection.
type Addr interface {
	Network() string // as "tcp"
	String() string  // as "192.0.2.1:25"
}

// TCPAddr is the address of a TCP endpoint.
type TCPAddr struct {
	IP   IP
	Port int
	Zone string // of IPv6 link-local addresses
}

// UDPAddr is the address of a UDP endpoint.
type UDPAddr struct {
	IP   IP
	Port int
	Zone string
}

// IPAddr is the address of a raw IP endpoint.
type IPAddr struct {
	IP   IP
	Zone string
}

// UnixAddr is a path, or a name that begins with @, and the kind of socket.
type UnixAddr struct {
	Name string
	Net  string // "unix", "unixgram" or "unixpacket"
}

func (a *TCPAddr) Network() string  { return "tcp" }
func (a *UDPAddr) Network() string  { return "udp" }
func (a *IPAddr) Network() string   { return "ip" }
func (a *UnixAddr) Network() string { return a.Net }

func withZone(ip IP, zone string) string {
	s := ipText(ip)
	if zone != "" {
		s += "%" + zone
	}
	return s
}

func (a *TCPAddr) String() string {
	if a == nil {
		return "<nil>"
	}
	return JoinHostPort(withZone(a.IP, a.Zone), itoa(a.Port))
}

func (a *UDPAddr) String() string {
	if a == nil {
		return "<nil>"
	}
	return JoinHostPort(withZone(a.IP, a.Zone), itoa(a.Port))
}

func (a *IPAddr) String() string {
	if a == nil {
		return "<nil>"
	}
	return withZone(a.IP, a.Zone)
}

func (a *UnixAddr) String() string {
	if a == nil {
		return "<nil>"
	}
	return a.Name
}

// AddrPort is the address as a netip.AddrPort; mapped IPv4 addresses stay as they are.
func (a *TCPAddr) AddrPort() netip.AddrPort {
	if a == nil {
		return netip.AddrPort{}
	}
	return addrPort(a.IP, a.Port, a.Zone)
}

// AddrPort is the address as a netip.AddrPort; mapped IPv4 addresses stay as they are.
func (a *UDPAddr) AddrPort() netip.AddrPort {
	if a == nil {
		return netip.AddrPort{}
	}
	return addrPort(a.IP, a.Port, a.Zone)
}

func addrPort(ip IP, port int, zone string) netip.AddrPort {
	a, _ := netip.AddrFromSlice(ip)
	return netip.AddrPortFrom(a.WithZone(zone), uint16(port))
}

// TCPAddrFromAddrPort is the TCPAddr of a netip.AddrPort.
func TCPAddrFromAddrPort(addr netip.AddrPort) *TCPAddr {
	return &TCPAddr{IP: addr.Addr().AsSlice(), Zone: addr.Addr().Zone(), Port: int(addr.Port())}
}

// UDPAddrFromAddrPort is the UDPAddr of a netip.AddrPort.
func UDPAddrFromAddrPort(addr netip.AddrPort) *UDPAddr {
	return &UDPAddr{IP: addr.Addr().AsSlice(), Zone: addr.Addr().Zone(), Port: int(addr.Port())}
}

// endpoint is an address as the socket layer needs it.
type endpoint interface {
	Addr
	family() int
	wildcard() bool
	sockaddr(family int) (syscall.Sockaddr, error)
}

func ipFamily(ip IP) int {
	if len(ip) <= IPv4len || ip.To4() != nil {
		return syscall.AF_INET
	}
	return syscall.AF_INET6
}

func (a *TCPAddr) family() int  { return ipFamily(a.IP) }
func (a *UDPAddr) family() int  { return ipFamily(a.IP) }
func (a *IPAddr) family() int   { return ipFamily(a.IP) }
func (a *UnixAddr) family() int { return syscall.AF_UNIX }

func (a *TCPAddr) wildcard() bool  { return a == nil || a.IP == nil || a.IP.IsUnspecified() }
func (a *UDPAddr) wildcard() bool  { return a == nil || a.IP == nil || a.IP.IsUnspecified() }
func (a *IPAddr) wildcard() bool   { return a == nil || a.IP == nil || a.IP.IsUnspecified() }
func (a *UnixAddr) wildcard() bool { return a == nil || a.Name == "" }

func (a *TCPAddr) sockaddr(family int) (syscall.Sockaddr, error) {
	return ipSockaddr(family, a.IP, a.Port, a.Zone)
}

func (a *UDPAddr) sockaddr(family int) (syscall.Sockaddr, error) {
	return ipSockaddr(family, a.IP, a.Port, a.Zone)
}

func (a *IPAddr) sockaddr(family int) (syscall.Sockaddr, error) {
	return ipSockaddr(family, a.IP, 0, a.Zone)
}

func (a *UnixAddr) sockaddr(family int) (syscall.Sockaddr, error) {
	return &syscall.SockaddrUnix{Name: a.Name}, nil
}

func ipSockaddr(family int, ip IP, port int, zone string) (syscall.Sockaddr, error) {
	switch family {
	case syscall.AF_INET:
		if len(ip) == 0 {
			ip = IPv4zero
		}
		b := ip.To4()
		if b == nil {
			return nil, &AddrError{Err: "non-IPv4 address", Addr: ip.String()}
		}
		return &syscall.SockaddrInet4{Port: port, Addr: [4]byte(b)}, nil
	case syscall.AF_INET6:
		if len(ip) == 0 || ip.Equal(IPv4zero) {
			ip = IPv6zero // the wildcard of both families
		}
		b := ip.To16()
		if b == nil {
			return nil, &AddrError{Err: "non-IPv6 address", Addr: ip.String()}
		}
		return &syscall.SockaddrInet6{Port: port, ZoneId: uint32(zoneIndex(zone)), Addr: [16]byte(b)}, nil
	}
	return nil, &AddrError{Err: "invalid address family", Addr: ip.String()}
}

// fromSockaddr is the inverse: the address in the form of the network.
func fromSockaddr(network string, sa syscall.Sockaddr) Addr {
	var ip IP
	var port int
	var zone string
	switch s := sa.(type) {
	case *syscall.SockaddrInet4:
		ip, port = append(IP(nil), s.Addr[:]...), s.Port
	case *syscall.SockaddrInet6:
		ip, port, zone = append(IP(nil), s.Addr[:]...), s.Port, zoneName(int(s.ZoneId))
	case *syscall.SockaddrUnix:
		return &UnixAddr{Name: s.Name, Net: network}
	default:
		return nil
	}
	switch network[0] {
	case 't':
		return &TCPAddr{IP: ip, Port: port, Zone: zone}
	case 'u':
		return &UDPAddr{IP: ip, Port: port, Zone: zone}
	}
	return &IPAddr{IP: ip, Zone: zone}
}

func resolveOne(network, address string) (Addr, error) {
	list, err := DefaultResolver.internetAddrs(context.Background(), network, address)
	if err != nil {
		return nil, err
	}
	return list.forResolve(network, address), nil
}

// ResolveTCPAddr looks up host and port of an address of network "tcp", "tcp4" or "tcp6".
func ResolveTCPAddr(network, address string) (*TCPAddr, error) {
	switch network {
	case "tcp", "tcp4", "tcp6":
	case "":
		network = "tcp"
	default:
		return nil, UnknownNetworkError(network)
	}
	a, err := resolveOne(network, address)
	if err != nil {
		return nil, err
	}
	return a.(*TCPAddr), nil
}

// ResolveUDPAddr looks up host and port of an address of network "udp", "udp4" or "udp6".
func ResolveUDPAddr(network, address string) (*UDPAddr, error) {
	switch network {
	case "udp", "udp4", "udp6":
	case "":
		network = "udp"
	default:
		return nil, UnknownNetworkError(network)
	}
	a, err := resolveOne(network, address)
	if err != nil {
		return nil, err
	}
	return a.(*UDPAddr), nil
}

// ResolveIPAddr looks up a host for network "ip", "ip4" or "ip6".
func ResolveIPAddr(network, address string) (*IPAddr, error) {
	if network == "" {
		network = "ip"
	}
	name, _, err := parseNetwork(network, false)
	if err != nil {
		return nil, err
	}
	switch name {
	case "ip", "ip4", "ip6":
	default:
		return nil, UnknownNetworkError(network)
	}
	a, err := resolveOne(name, address)
	if err != nil {
		return nil, err
	}
	return a.(*IPAddr), nil
}

// ResolveUnixAddr makes an address of network "unix", "unixgram" or "unixpacket".
func ResolveUnixAddr(network, address string) (*UnixAddr, error) {
	switch network {
	case "unix", "unixgram", "unixpacket":
		return &UnixAddr{Name: address, Net: network}, nil
	}
	return nil, UnknownNetworkError(network)
}

// addrList is what a name stands for.
type addrList []Addr

func isIPv4(a Addr) bool {
	switch a := a.(type) {
	case *TCPAddr:
		return a.IP.To4() != nil
	case *UDPAddr:
		return a.IP.To4() != nil
	case *IPAddr:
		return a.IP.To4() != nil
	}
	return false
}

// first is the first that is wanted, or else the first.
func (l addrList) first(want func(Addr) bool) Addr {
	for _, a := range l {
		if want(a) {
			return a
		}
	}
	return l[0]
}

// forResolve prefers IPv4 unless the network or brackets say IPv6.
func (l addrList) forResolve(network, addr string) Addr {
	six := false
	switch network {
	case "ip":
		six = bytealg.IndexByteString(addr, ':') >= 0
	case "tcp", "udp":
		six = bytealg.IndexByteString(addr, '[') >= 0
	}
	if six {
		return l.first(func(a Addr) bool { return !isIPv4(a) })
	}
	return l.first(isIPv4)
}

// split divides a list: those like the first, and the others.
func (l addrList) split() (primaries, fallbacks addrList) {
	for _, a := range l {
		if isIPv4(a) == isIPv4(l[0]) {
			primaries = append(primaries, a)
		} else {
			fallbacks = append(fallbacks, a)
		}
	}
	return primaries, fallbacks
}
