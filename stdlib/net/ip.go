package net

import (
	"internal/bytealg"
	"net/netip"
)

// Lengths of addresses in bytes.
const (
	IPv4len = 4
	IPv6len = 16
)

// An IP is an address of 4 or 16 bytes; 16 bytes may also hold an IPv4 address, in its mapped form.
type IP []byte

// An IPMask is a mask of 4 or 16 bytes.
type IPMask []byte

// An IPNet is a network: an address and a mask.
type IPNet struct {
	IP   IP
	Mask IPMask
}

// IPv4 is a.b.c.d, in 16 bytes.
func IPv4(a, b, c, d byte) IP { return IP{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, a, b, c, d} }

// IPv4Mask is a mask of 4 bytes.
func IPv4Mask(a, b, c, d byte) IPMask { return IPMask{a, b, c, d} }

// CIDRMask is a mask of ones bits of bits, 32 or 128; nil when that is not possible.
func CIDRMask(ones, bits int) IPMask {
	if bits != 32 && bits != 128 || ones < 0 || ones > bits {
		return nil
	}
	m := make(IPMask, bits/8)
	for i := range m {
		m[i] = ^byte(0xff >> min(max(ones-8*i, 0), 8))
	}
	return m
}

// Well-known IPv4 addresses.
var (
	IPv4bcast     = IPv4(255, 255, 255, 255)
	IPv4allsys    = IPv4(224, 0, 0, 1)
	IPv4allrouter = IPv4(224, 0, 0, 2)
	IPv4zero      = IPv4(0, 0, 0, 0)
)

// Well-known IPv6 addresses.
var (
	IPv6zero                   = make(IP, 16)
	IPv6unspecified            = make(IP, 16)
	IPv6loopback               = IP{15: 1}
	IPv6interfacelocalallnodes = IP{0xff, 1, 15: 1}
	IPv6linklocalallnodes      = IP{0xff, 2, 15: 1}
	IPv6linklocalallrouters    = IP{0xff, 2, 15: 2}
)

// addr is the address as a netip.Addr, mapped ones as IPv4.
func (ip IP) addr() netip.Addr {
	a, _ := netip.AddrFromSlice(ip)
	return a.Unmap()
}

// IsUnspecified and the other Is methods say what netip.Addr says, with mapped addresses taken as IPv4.
func (ip IP) IsUnspecified() bool { return ip.addr().IsUnspecified() }

// IsLoopback reports 127.0.0.0/8 and ::1.
func (ip IP) IsLoopback() bool { return ip.addr().IsLoopback() }

// IsPrivate reports the ranges of RFC 1918 and fc00::/7.
func (ip IP) IsPrivate() bool { return ip.addr().IsPrivate() }

// IsMulticast reports 224.0.0.0/4 and ff00::/8.
func (ip IP) IsMulticast() bool { return ip.addr().IsMulticast() }

// IsInterfaceLocalMulticast reports ff01::/16 and its other flags.
func (ip IP) IsInterfaceLocalMulticast() bool { return ip.addr().IsInterfaceLocalMulticast() }

// IsLinkLocalMulticast reports 224.0.0.0/24 and ff02::/16.
func (ip IP) IsLinkLocalMulticast() bool { return ip.addr().IsLinkLocalMulticast() }

// IsLinkLocalUnicast reports 169.254.0.0/16 and fe80::/10.
func (ip IP) IsLinkLocalUnicast() bool { return ip.addr().IsLinkLocalUnicast() }

// IsGlobalUnicast reports what is none of unspecified, loopback, multicast, link-local unicast and broadcast.
func (ip IP) IsGlobalUnicast() bool { return ip.addr().IsGlobalUnicast() }

// To4 is an IPv4 address in 4 bytes, nil for others.
func (ip IP) To4() IP {
	if len(ip) == IPv4len {
		return ip
	}
	if len(ip) == IPv6len && ip[10] == 0xff && ip[11] == 0xff && allEqual(ip[:10], 0) {
		return ip[12:16]
	}
	return nil
}

// To16 is an address in 16 bytes, nil if it is none.
func (ip IP) To16() IP {
	switch len(ip) {
	case IPv4len:
		return IPv4(ip[0], ip[1], ip[2], ip[3])
	case IPv6len:
		return ip
	}
	return nil
}

func allEqual(b []byte, c byte) bool {
	for _, x := range b {
		if x != c {
			return false
		}
	}
	return true
}

// DefaultMask is the mask of an IPv4 address by its class, nil for others.
func (ip IP) DefaultMask() IPMask {
	ip4 := ip.To4()
	switch {
	case ip4 == nil:
		return nil
	case ip4[0] < 0x80:
		return CIDRMask(8, 32)
	case ip4[0] < 0xC0:
		return CIDRMask(16, 32)
	}
	return CIDRMask(24, 32)
}

// Mask is the address with the bits outside of the mask cleared, nil when the lengths do not fit.
func (ip IP) Mask(mask IPMask) IP {
	if len(mask) == IPv6len && len(ip) == IPv4len && allEqual(mask[:12], 0xff) {
		mask = mask[12:]
	}
	if len(mask) == IPv4len && len(ip) == IPv6len {
		if ip4 := ip.To4(); ip4 != nil {
			ip = ip4
		}
	}
	if len(ip) != len(mask) {
		return nil
	}
	out := make(IP, len(ip))
	for i := range out {
		out[i] = ip[i] & mask[i]
	}
	return out
}

// String is 1.2.3.4 or 2001:db8::1, "<nil>" for no address, and ?hex for what has a wrong length.
func (ip IP) String() string {
	if len(ip) == 0 {
		return "<nil>"
	}
	if a := ip.addr(); a.IsValid() {
		return a.String()
	}
	return "?" + hexString(ip)
}

func hexString(b []byte) string {
	const digits = "0123456789abcdef"
	s := make([]byte, 0, 2*len(b))
	for _, c := range b {
		s = append(s, digits[c>>4], digits[c&15])
	}
	return string(s)
}

// ipText is String, but empty for no address.
func ipText(ip IP) string {
	if len(ip) == 0 {
		return ""
	}
	return ip.String()
}

// AppendText appends String, nothing for no address.
func (ip IP) AppendText(b []byte) ([]byte, error) {
	if len(ip) == 0 {
		return b, nil
	}
	a := ip.addr()
	if !a.IsValid() {
		return b, &AddrError{Err: "invalid IP address", Addr: hexString(ip)}
	}
	return a.AppendTo(b), nil
}

// MarshalText is String, empty for no address.
func (ip IP) MarshalText() ([]byte, error) {
	b, err := ip.AppendText(make([]byte, 0, 24))
	if err != nil {
		return nil, err
	}
	return b, nil
}

// UnmarshalText reads what MarshalText wrote.
func (ip *IP) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*ip = nil
		return nil
	}
	s := string(text)
	x := ParseIP(s)
	if x == nil {
		return &ParseError{Type: "IP address", Text: s}
	}
	*ip = x
	return nil
}

// Equal reports whether two addresses are the same; the mapped form equals the IPv4 address.
func (ip IP) Equal(x IP) bool {
	if len(ip) == len(x) {
		return string(ip) == string(x)
	}
	a, b := ip.addr(), x.addr()
	return a.IsValid() && a == b
}

// sameFamily reports whether both are IPv4 or both IPv6.
func (ip IP) sameFamily(x IP) bool {
	return ip.To4() != nil && x.To4() != nil || ip.To16() != nil && ip.To4() == nil && x.To16() != nil && x.To4() == nil
}

// ones counts the leading ones of a mask, -1 if others follow.
func (m IPMask) ones() int {
	n := 0
	for i, b := range m {
		n += 8
		if b == 0xff {
			continue
		}
		n -= 8
		for b&0x80 != 0 {
			n++
			b <<= 1
		}
		if b != 0 || !allEqual(m[i+1:], 0) {
			return -1
		}
		break
	}
	return n
}

// Size is the number of leading ones and of all bits, 0, 0 when the mask is not ones followed by zeros.
func (m IPMask) Size() (ones, bits int) {
	if ones = m.ones(); ones < 0 {
		return 0, 0
	}
	return ones, 8 * len(m)
}

// String is the mask in hexadecimal.
func (m IPMask) String() string {
	if len(m) == 0 {
		return "<nil>"
	}
	return hexString(m)
}

// parts is address and mask of one length, nil if they do not fit.
func (n *IPNet) parts() (ip IP, m IPMask) {
	if ip = n.IP.To4(); ip == nil {
		if ip = n.IP; len(ip) != IPv6len {
			return nil, nil
		}
	}
	m = n.Mask
	if len(m) == IPv6len && len(ip) == IPv4len {
		m = m[12:]
	}
	if len(m) != len(ip) {
		return nil, nil
	}
	return ip, m
}

// Contains reports whether ip is in the network.
func (n *IPNet) Contains(ip IP) bool {
	nip, m := n.parts()
	if x := ip.To4(); x != nil {
		ip = x
	}
	if len(ip) != len(nip) {
		return false
	}
	for i := range ip {
		if (ip[i]^nip[i])&m[i] != 0 {
			return false
		}
	}
	return true
}

// Network is "ip+net".
func (n *IPNet) Network() string { return "ip+net" }

// String is 192.0.2.0/24; masks that are not ones followed by zeros are in hexadecimal.
func (n *IPNet) String() string {
	if n == nil {
		return "<nil>"
	}
	ip, m := n.parts()
	if ip == nil || m == nil {
		return "<nil>"
	}
	if ones := m.ones(); ones >= 0 {
		return ip.String() + "/" + itoa(ones)
	}
	return ip.String() + "/" + m.String()
}

// ParseIP reads 192.0.2.1 or 2001:db8::68, without a zone, nil for anything else. The result has 16 bytes.
func ParseIP(s string) IP {
	a, err := netip.ParseAddr(s)
	if err != nil || a.Zone() != "" {
		return nil
	}
	b := a.As16()
	return IP(b[:])
}

// parseZone is ParseIP with the zone.
func parseZone(s string) (IP, string) {
	a, err := netip.ParseAddr(s)
	if err != nil {
		return nil, ""
	}
	b := a.As16()
	return IP(b[:]), a.Zone()
}

// ParseCIDR reads 192.0.2.1/24: the address and the network it is in.
func ParseCIDR(s string) (IP, *IPNet, error) {
	bad := &ParseError{Type: "CIDR address", Text: s}
	slash := bytealg.IndexByteString(s, '/')
	if slash < 0 {
		return nil, nil, bad
	}
	a, err := netip.ParseAddr(s[:slash])
	if err != nil || a.Zone() != "" {
		return nil, nil, bad
	}
	n, ok := atoi(s[slash+1:])
	if !ok || n > a.BitLen() {
		return nil, nil, bad
	}
	m := CIDRMask(n, a.BitLen())
	b := a.As16()
	return IP(b[:]), &IPNet{IP: IP(b[:]).Mask(m), Mask: m}, nil
}

// atoi reads a short decimal number without sign.
func atoi(s string) (int, bool) {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' || n >= 0xFFFFFF {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, s != ""
}

func itoa(n int) string {
	var a [20]byte
	i := len(a)
	u := uint(n)
	if n < 0 {
		u = -u
	}
	for {
		i--
		a[i] = byte('0' + u%10)
		if u /= 10; u == 0 {
			break
		}
	}
	if n < 0 {
		i--
		a[i] = '-'
	}
	return string(a[i:])
}
