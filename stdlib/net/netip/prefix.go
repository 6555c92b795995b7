package netip

import (
	"cmp"
	"errors"
	"internal/bytealg"
	"strconv"
)

// AddrPort is an address and a port.
type AddrPort struct {
	ip   Addr
	port uint16
}

// AddrPortFrom joins an address and a port.
func AddrPortFrom(ip Addr, port uint16) AddrPort { return AddrPort{ip, port} }

// Addr is the address.
func (p AddrPort) Addr() Addr { return p.ip }

// Port is the port.
func (p AddrPort) Port() uint16 { return p.port }

// IsValid reports whether the address is valid; every port is.
func (p AddrPort) IsValid() bool { return p.ip.IsValid() }

// Compare orders by address, then port.
func (p AddrPort) Compare(p2 AddrPort) int {
	if c := p.ip.Compare(p2.ip); c != 0 {
		return c
	}
	return cmp.Compare(p.port, p2.port)
}

// ParseAddrPort reads 1.2.3.4:80 or [::1]:80. Names are not looked up.
func ParseAddrPort(s string) (AddrPort, error) {
	colon := bytealg.LastIndexByteString(s, ':')
	if colon < 0 {
		return AddrPort{}, errors.New("not an ip:port")
	}
	host, service := s[:colon], s[colon+1:]
	if host == "" {
		return AddrPort{}, errors.New("no IP")
	}
	if service == "" {
		return AddrPort{}, errors.New("no port")
	}
	bracket := host[0] == '['
	if bracket {
		if len(host) < 2 || host[len(host)-1] != ']' {
			return AddrPort{}, errors.New("missing ]")
		}
		host = host[1 : len(host)-1]
	}
	port, err := strconv.ParseUint(service, 10, 16)
	if err != nil {
		return AddrPort{}, errors.New("invalid port " + strconv.Quote(service) + " parsing " + strconv.Quote(s))
	}
	ip, err := ParseAddr(host)
	if err != nil {
		return AddrPort{}, err
	}
	if bracket && ip.Is4() {
		return AddrPort{}, errors.New("invalid ip:port " + strconv.Quote(s) + ", square brackets can only be used with IPv6 addresses")
	}
	if !bracket && ip.Is6() {
		return AddrPort{}, errors.New("invalid ip:port " + strconv.Quote(s) + ", IPv6 addresses must be surrounded by square brackets")
	}
	return AddrPort{ip, uint16(port)}, nil
}

// MustParseAddrPort is ParseAddrPort for constants; it panics instead of failing.
func MustParseAddrPort(s string) AddrPort { return must(ParseAddrPort(s)) }

// String is 1.2.3.4:80, [::1]:80 or "invalid AddrPort".
func (p AddrPort) String() string {
	if !p.IsValid() {
		return "invalid AddrPort"
	}
	return string(p.AppendTo(nil))
}

// AppendTo appends String, nothing when there is no address.
func (p AddrPort) AppendTo(b []byte) []byte {
	switch {
	case !p.IsValid():
		return b
	case p.ip.Is4():
		b = p.ip.AppendTo(b)
	default:
		b = append(b, '[')
		b = p.ip.AppendTo(b)
		b = append(b, ']')
	}
	b = append(b, ':')
	return strconv.AppendUint(b, uint64(p.port), 10)
}

// AppendText is AppendTo.
func (p AddrPort) AppendText(b []byte) ([]byte, error) { return p.AppendTo(b), nil }

// MarshalText is String, empty when there is no address.
func (p AddrPort) MarshalText() ([]byte, error) { return p.AppendTo([]byte{}), nil }

// UnmarshalText reads what MarshalText wrote.
func (p *AddrPort) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*p = AddrPort{}
		return nil
	}
	var err error
	*p, err = ParseAddrPort(string(text))
	return err
}

// AppendBinary appends the address and two bytes of port, the low one first.
func (p AddrPort) AppendBinary(b []byte) ([]byte, error) {
	b, _ = p.ip.AppendBinary(b)
	return append(b, byte(p.port), byte(p.port>>8)), nil
}

// MarshalBinary is the address and two bytes of port, the low one first.
func (p AddrPort) MarshalBinary() ([]byte, error) { return p.AppendBinary([]byte{}) }

// UnmarshalBinary reads what MarshalBinary wrote.
func (p *AddrPort) UnmarshalBinary(b []byte) error {
	n := len(b) - 2
	if n < 0 {
		return errSize
	}
	var ip Addr
	if err := ip.UnmarshalBinary(b[:n]); err != nil {
		return err
	}
	*p = AddrPort{ip, uint16(b[n]) | uint16(b[n+1])<<8}
	return nil
}

// Prefix is a network: an address and how many of its first bits count. The other bits are kept but match anything.
type Prefix struct {
	ip   Addr
	more uint8 // number of bits plus one; 0: not valid
}

// PrefixFrom makes a Prefix; it is not valid when bits does not suit ip. The zone is dropped.
func PrefixFrom(ip Addr, bits int) Prefix {
	p := Prefix{ip: ip.withoutZone()}
	if ip.IsValid() && bits >= 0 && bits <= ip.BitLen() {
		p.more = uint8(bits) + 1
	}
	return p
}

// Addr is the address.
func (p Prefix) Addr() Addr { return p.ip }

// Bits is the number of bits, -1 when not valid.
func (p Prefix) Bits() int { return int(p.more) - 1 }

// IsValid reports whether the number of bits suits the address.
func (p Prefix) IsValid() bool { return p.more > 0 }

// IsSingleIP reports whether all bits count.
func (p Prefix) IsSingleIP() bool { return p.IsValid() && p.Bits() == p.ip.BitLen() }

// Masked clears the bits that do not count.
func (p Prefix) Masked() Prefix {
	m, _ := p.ip.Prefix(p.Bits())
	return m
}

// Compare orders by validity, family, masked address, bits and address.
func (p Prefix) Compare(p2 Prefix) int {
	if c := p.Masked().ip.Compare(p2.Masked().ip); c != 0 {
		return c
	}
	if c := cmp.Compare(p.more, p2.more); c != 0 {
		return c
	}
	return p.ip.Compare(p2.ip)
}

// head is the bits of ip that a prefix of n bits compares.
func head(ip Addr, n int) Addr { return ip.mask(128 - ip.BitLen() + n) }

// Contains reports whether ip, which must be of the same family and have no zone, is in the network.
func (p Prefix) Contains(ip Addr) bool {
	if !p.IsValid() || ip.hasZone() || ip.BitLen() != p.ip.BitLen() {
		return false
	}
	return head(ip, p.Bits()) == head(p.ip, p.Bits())
}

// Overlaps reports whether two networks have an address in common.
func (p Prefix) Overlaps(o Prefix) bool {
	if !p.IsValid() || !o.IsValid() || p.ip.BitLen() != o.ip.BitLen() {
		return false
	}
	n := min(p.Bits(), o.Bits())
	return head(p.ip, n) == head(o.ip, n)
}

type prefixError struct{ in, msg string }

func (e prefixError) Error() string {
	return "netip.ParsePrefix(" + strconv.Quote(e.in) + "): " + e.msg
}

// ParsePrefix reads 10.0.0.0/8 or 2001:db8::/32.
func ParsePrefix(s string) (Prefix, error) {
	slash := bytealg.LastIndexByteString(s, '/')
	if slash < 0 {
		return Prefix{}, prefixError{s, "no '/'"}
	}
	ip, err := ParseAddr(s[:slash])
	if err != nil {
		return Prefix{}, prefixError{s, err.Error()}
	}
	if ip.hasZone() {
		return Prefix{}, prefixError{s, "IPv6 zones cannot be present in a prefix"}
	}
	text := s[slash+1:]
	n, err := strconv.Atoi(text)
	if err != nil || len(text) > 1 && (text[0] < '1' || text[0] > '9') {
		return Prefix{}, prefixError{s, "bad bits after slash: " + strconv.Quote(text)}
	}
	if n < 0 || n > ip.BitLen() {
		return Prefix{}, prefixError{s, "prefix length out of range"}
	}
	return PrefixFrom(ip, n), nil
}

// MustParsePrefix is ParsePrefix for constants; it panics instead of failing.
func MustParsePrefix(s string) Prefix { return must(ParsePrefix(s)) }

// String is 10.0.0.0/8 or "invalid Prefix".
func (p Prefix) String() string {
	if !p.IsValid() {
		return "invalid Prefix"
	}
	return string(p.AppendTo(nil))
}

// AppendTo appends String, nothing for the zero Prefix.
func (p Prefix) AppendTo(b []byte) []byte {
	switch {
	case p == Prefix{}:
		return b
	case !p.IsValid():
		return append(b, "invalid Prefix"...)
	}
	b = p.ip.AppendTo(b)
	b = append(b, '/')
	return appendByte(b, uint8(p.Bits()))
}

// AppendText is AppendTo.
func (p Prefix) AppendText(b []byte) ([]byte, error) { return p.AppendTo(b), nil }

// MarshalText is String, empty for the zero Prefix.
func (p Prefix) MarshalText() ([]byte, error) { return p.AppendTo([]byte{}), nil }

// UnmarshalText reads what MarshalText wrote.
func (p *Prefix) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*p = Prefix{}
		return nil
	}
	var err error
	*p, err = ParsePrefix(string(text))
	return err
}

// AppendBinary appends the address and one byte for the bits.
func (p Prefix) AppendBinary(b []byte) ([]byte, error) {
	b, _ = p.ip.AppendBinary(b)
	return append(b, uint8(p.Bits())), nil
}

// MarshalBinary is the address and one byte for the bits.
func (p Prefix) MarshalBinary() ([]byte, error) { return p.AppendBinary([]byte{}) }

// UnmarshalBinary reads what MarshalBinary wrote.
func (p *Prefix) UnmarshalBinary(b []byte) error {
	n := len(b) - 1
	if n < 0 {
		return errSize
	}
	var ip Addr
	if err := ip.UnmarshalBinary(b[:n]); err != nil {
		return err
	}
	*p = PrefixFrom(ip, int(b[n]))
	return nil
}
