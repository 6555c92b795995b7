// Package netip has small, comparable values for IP addresses, addresses with ports, and prefixes.
//
// An Addr is 128 bits and a handle that tells the family and the IPv6 zone: the zero handle is no address. IPv4 addresses keep the bits
// of their mapped form ::ffff:a.b.c.d, so masks and comparisons of the two families share their code. Parsing is in parse.go.
package netip

import (
	"cmp"
	"errors"
	"math/bits"
	"unique"
)

// family is what a handle stands for.
type family struct {
	six  bool
	zone string
}

var (
	noFamily unique.Handle[family]
	v4       = unique.Make(family{})
	v6       = unique.Make(family{six: true})
)

const mapped = 0xffff << 32 // bits 32 to 47 of the low half of a mapped address

// Addr is an IPv4 or IPv6 address, the latter with an optional zone. The zero Addr is not valid. Addrs compare with ==.
type Addr struct {
	hi, lo uint64
	z      unique.Handle[family]
}

var errSize = errors.New("unexpected slice size")

func be64(b []byte) uint64 {
	_ = b[7]
	return uint64(b[0])<<56 | uint64(b[1])<<48 | uint64(b[2])<<40 | uint64(b[3])<<32 |
		uint64(b[4])<<24 | uint64(b[5])<<16 | uint64(b[6])<<8 | uint64(b[7])
}

func putBE64(b []byte, v uint64) {
	for i := range 8 {
		b[i] = byte(v >> (56 - 8*i))
	}
}

// AddrFrom4 is the IPv4 address of four bytes.
func AddrFrom4(addr [4]byte) Addr {
	return Addr{0, mapped | uint64(addr[0])<<24 | uint64(addr[1])<<16 | uint64(addr[2])<<8 | uint64(addr[3]), v4}
}

// AddrFrom16 is the IPv6 address of sixteen bytes; mapped IPv4 addresses stay IPv6.
func AddrFrom16(addr [16]byte) Addr { return Addr{be64(addr[:8]), be64(addr[8:]), v6} }

// AddrFromSlice takes 4 or 16 bytes.
func AddrFromSlice(slice []byte) (ip Addr, ok bool) {
	switch len(slice) {
	case 4:
		return AddrFrom4([4]byte(slice)), true
	case 16:
		return AddrFrom16([16]byte(slice)), true
	}
	return Addr{}, false
}

// IPv4Unspecified is 0.0.0.0.
func IPv4Unspecified() Addr { return AddrFrom4([4]byte{}) }

// IPv6Unspecified is ::.
func IPv6Unspecified() Addr { return Addr{z: v6} }

// IPv6Loopback is ::1.
func IPv6Loopback() Addr { return Addr{0, 1, v6} }

// IPv6LinkLocalAllNodes is ff02::1.
func IPv6LinkLocalAllNodes() Addr { return Addr{0xff02 << 48, 1, v6} }

// IPv6LinkLocalAllRouters is ff02::2.
func IPv6LinkLocalAllRouters() Addr { return Addr{0xff02 << 48, 2, v6} }

// IsValid reports whether ip is an address at all.
func (ip Addr) IsValid() bool { return ip.z != noFamily }

// Is4 reports an IPv4 address, not counting mapped ones.
func (ip Addr) Is4() bool { return ip.z == v4 }

// Is6 reports an IPv6 address, mapped ones included.
func (ip Addr) Is6() bool { return ip.z != noFamily && ip.z != v4 }

// Is4In6 reports a mapped IPv4 address, ::ffff:a.b.c.d.
func (ip Addr) Is4In6() bool { return ip.Is6() && ip.hi == 0 && ip.lo>>32 == 0xffff }

// BitLen is 32, 128, or 0 for the zero Addr.
func (ip Addr) BitLen() int {
	switch ip.z {
	case noFamily:
		return 0
	case v4:
		return 32
	}
	return 128
}

// Zone is the zone of an IPv6 address.
func (ip Addr) Zone() string {
	if ip.z == noFamily {
		return ""
	}
	return ip.z.Value().zone
}

// WithZone returns an IPv6 address with another zone; "" removes it. IPv4 addresses stay as they are.
func (ip Addr) WithZone(zone string) Addr {
	switch {
	case !ip.Is6():
	case zone == "":
		ip.z = v6
	default:
		ip.z = unique.Make(family{true, zone})
	}
	return ip
}

func (ip Addr) withoutZone() Addr {
	if ip.Is6() {
		ip.z = v6
	}
	return ip
}

func (ip Addr) hasZone() bool { return ip.Is6() && ip.z != v6 }

// Unmap turns a mapped IPv4 address into IPv4.
func (ip Addr) Unmap() Addr {
	if ip.Is4In6() {
		ip.z = v4
	}
	return ip
}

// Compare orders by length, value and zone.
func (ip Addr) Compare(ip2 Addr) int {
	if c := cmp.Compare(ip.BitLen(), ip2.BitLen()); c != 0 {
		return c
	}
	if c := cmp.Compare(ip.hi, ip2.hi); c != 0 {
		return c
	}
	if c := cmp.Compare(ip.lo, ip2.lo); c != 0 {
		return c
	}
	return cmp.Compare(ip.Zone(), ip2.Zone())
}

// Less is Compare below zero.
func (ip Addr) Less(ip2 Addr) bool { return ip.Compare(ip2) < 0 }

// v4byte is byte i of an IPv4 address, v6word a 16-bit group of an IPv6 one.
func (ip Addr) v4byte(i int) byte { return byte(ip.lo >> (24 - 8*i)) }

func (ip Addr) v6word(i int) uint16 {
	if i < 4 {
		return uint16(ip.hi >> (48 - 16*i))
	}
	return uint16(ip.lo >> (48 - 16*(i-4)))
}

// IsUnspecified reports 0.0.0.0 and ::, the latter without a zone.
func (ip Addr) IsUnspecified() bool {
	return ip == IPv4Unspecified() || ip == IPv6Unspecified()
}

// IsLoopback reports 127.0.0.0/8 and ::1.
func (ip Addr) IsLoopback() bool {
	ip = ip.Unmap()
	if ip.Is4() {
		return ip.v4byte(0) == 127
	}
	return ip.Is6() && ip.hi == 0 && ip.lo == 1
}

// IsMulticast reports 224.0.0.0/4 and ff00::/8.
func (ip Addr) IsMulticast() bool {
	ip = ip.Unmap()
	if ip.Is4() {
		return ip.v4byte(0)>>4 == 0xe
	}
	return ip.Is6() && ip.hi>>56 == 0xff
}

// IsInterfaceLocalMulticast reports ff01::/16 and its other flags.
func (ip Addr) IsInterfaceLocalMulticast() bool {
	return ip.Is6() && !ip.Is4In6() && ip.v6word(0)&0xff0f == 0xff01
}

// IsLinkLocalMulticast reports 224.0.0.0/24 and ff02::/16 and its other flags.
func (ip Addr) IsLinkLocalMulticast() bool {
	ip = ip.Unmap()
	if ip.Is4() {
		return uint32(ip.lo)>>8 == 224<<16
	}
	return ip.Is6() && ip.v6word(0)&0xff0f == 0xff02
}

// IsLinkLocalUnicast reports 169.254.0.0/16 and fe80::/10.
func (ip Addr) IsLinkLocalUnicast() bool {
	ip = ip.Unmap()
	if ip.Is4() {
		return uint32(ip.lo)>>16 == 169<<8|254
	}
	return ip.Is6() && ip.v6word(0)&0xffc0 == 0xfe80
}

// IsPrivate reports the ranges of RFC 1918 and fc00::/7.
func (ip Addr) IsPrivate() bool {
	ip = ip.Unmap()
	if ip.Is4() {
		a := uint32(ip.lo)
		return a>>24 == 10 || a>>20 == 172<<4|1 || a>>16 == 192<<8|168
	}
	return ip.Is6() && ip.hi>>57 == 0xfc>>1
}

// IsGlobalUnicast reports what is none of unspecified, loopback, multicast, link-local unicast and the IPv4 broadcast. Private ranges count.
func (ip Addr) IsGlobalUnicast() bool {
	if !ip.IsValid() {
		return false
	}
	ip = ip.Unmap()
	if ip.Is4() && uint32(ip.lo) == 1<<32-1 || ip.IsUnspecified() {
		return false
	}
	return !ip.IsLoopback() && !ip.IsMulticast() && !ip.IsLinkLocalUnicast()
}

// mask clears all but the first n of 128 bits.
func (ip Addr) mask(n int) Addr {
	if n < 64 {
		ip.hi &= ^uint64(0) << (64 - n)
		ip.lo = 0
	} else {
		ip.lo &= ^uint64(0) << (128 - n)
	}
	return ip
}

// Prefix keeps the first b bits of ip. The zone is dropped.
func (ip Addr) Prefix(b int) (Prefix, error) {
	n := ip.BitLen()
	switch {
	case b < 0:
		return Prefix{}, errors.New("negative Prefix bits")
	case n == 0:
		return Prefix{}, nil
	case b > n:
		v := "6"
		if n == 32 {
			v = "4"
		}
		return Prefix{}, errors.New("prefix length " + itoa(b) + " too large for IPv" + v)
	}
	return PrefixFrom(ip.withoutZone().mask(128-n+b), b), nil
}

// As16 is the address as IPv6 bytes, IPv4 mapped. The zone is lost; the zero Addr is all zeros.
func (ip Addr) As16() (a16 [16]byte) {
	putBE64(a16[:8], ip.hi)
	putBE64(a16[8:], ip.lo)
	return a16
}

// As4 is an IPv4 or mapped address as bytes. It panics for others.
func (ip Addr) As4() (a4 [4]byte) {
	switch {
	case ip.Is4() || ip.Is4In6():
		for i := range a4 {
			a4[i] = ip.v4byte(i)
		}
		return a4
	case !ip.IsValid():
		panic("As4 called on IP zero value")
	}
	panic("As4 called on IPv6 address")
}

// AsSlice is 4 or 16 bytes, nil for the zero Addr.
func (ip Addr) AsSlice() []byte {
	switch ip.BitLen() {
	case 0:
		return nil
	case 32:
		b := ip.As4()
		return b[:]
	}
	b := ip.As16()
	return b[:]
}

// Next is the following address, the zero Addr after the last one.
func (ip Addr) Next() Addr {
	var carry uint64
	ip.lo, carry = bits.Add64(ip.lo, 1, 0)
	ip.hi += carry
	if ip.Is4() {
		if uint32(ip.lo) == 0 {
			return Addr{}
		}
	} else if ip.hi == 0 && ip.lo == 0 {
		return Addr{}
	}
	return ip
}

// Prev is the address before ip, the zero Addr before the first one.
func (ip Addr) Prev() Addr {
	if ip.Is4() {
		if uint32(ip.lo) == 0 {
			return Addr{}
		}
	} else if ip.hi == 0 && ip.lo == 0 {
		return Addr{}
	}
	var borrow uint64
	ip.lo, borrow = bits.Sub64(ip.lo, 1, 0)
	ip.hi -= borrow
	return ip
}

// String is the usual short form: 1.2.3.4, 2001:db8::1, fe80::1%eth0, ::ffff:1.2.3.4, or "invalid IP".
func (ip Addr) String() string {
	var buf [64]byte
	if !ip.IsValid() {
		return "invalid IP"
	}
	return string(ip.AppendTo(buf[:0]))
}

// AppendTo appends String, nothing for the zero Addr.
func (ip Addr) AppendTo(b []byte) []byte {
	switch {
	case !ip.IsValid():
		return b
	case ip.Is4():
		return ip.append4(b)
	case ip.Is4In6():
		b = append(b, "::ffff:"...)
		b = ip.append4(b)
	default:
		b = ip.append6(b)
	}
	return ip.appendZone(b)
}

func (ip Addr) appendZone(b []byte) []byte {
	if z := ip.Zone(); z != "" {
		b = append(b, '%')
		b = append(b, z...)
	}
	return b
}

func appendByte(b []byte, v byte) []byte {
	if v >= 100 {
		b = append(b, '0'+v/100)
	}
	if v >= 10 {
		b = append(b, '0'+v/10%10)
	}
	return append(b, '0'+v%10)
}

func (ip Addr) append4(b []byte) []byte {
	b = appendByte(b, ip.v4byte(0))
	for i := 1; i < 4; i++ {
		b = append(b, '.')
		b = appendByte(b, ip.v4byte(i))
	}
	return b
}

const hexDigits = "0123456789abcdef"

// append6 writes the groups; the longest run of two or more zero groups becomes ::.
func (ip Addr) append6(b []byte) []byte {
	from, to := -1, -1
	for i := 0; i < 8; i++ {
		j := i
		for j < 8 && ip.v6word(j) == 0 {
			j++
		}
		if j-i >= 2 && j-i > to-from {
			from, to = i, j
		}
		i = max(i, j-1)
	}
	for i := 0; i < 8; i++ {
		if i == from {
			b = append(b, ':', ':')
			if i = to; i >= 8 {
				break
			}
		} else if i > 0 {
			b = append(b, ':')
		}
		w := ip.v6word(i)
		for s := 12; s >= 0; s -= 4 {
			if s == 0 || w>>s != 0 {
				b = append(b, hexDigits[w>>s&15])
			}
		}
	}
	return b
}

// StringExpanded is String with all groups of IPv6 in full: 2001:0db8:0000:...:0001.
func (ip Addr) StringExpanded() string {
	if !ip.Is6() {
		return ip.String()
	}
	b := make([]byte, 0, 40)
	for i := range 8 {
		if i > 0 {
			b = append(b, ':')
		}
		w := ip.v6word(i)
		b = append(b, hexDigits[w>>12], hexDigits[w>>8&15], hexDigits[w>>4&15], hexDigits[w&15])
	}
	return string(ip.appendZone(b))
}

// AppendText is AppendTo.
func (ip Addr) AppendText(b []byte) ([]byte, error) { return ip.AppendTo(b), nil }

// MarshalText is String, empty for the zero Addr.
func (ip Addr) MarshalText() ([]byte, error) { return ip.AppendTo([]byte{}), nil }

// UnmarshalText reads what MarshalText wrote.
func (ip *Addr) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*ip = Addr{}
		return nil
	}
	var err error
	*ip, err = ParseAddr(string(text))
	return err
}

// AppendBinary appends 0, 4 or 16 bytes and the zone.
func (ip Addr) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, ip.AsSlice()...)
	return append(b, ip.Zone()...), nil
}

// MarshalBinary is 0, 4 or 16 bytes and the zone.
func (ip Addr) MarshalBinary() ([]byte, error) { return ip.AppendBinary([]byte{}) }

// UnmarshalBinary reads what MarshalBinary wrote.
func (ip *Addr) UnmarshalBinary(b []byte) error {
	switch n := len(b); {
	case n == 0:
		*ip = Addr{}
	case n == 4:
		*ip = AddrFrom4([4]byte(b))
	case n >= 16:
		*ip = AddrFrom16([16]byte(b[:16])).WithZone(string(b[16:]))
	default:
		return errSize
	}
	return nil
}

func itoa(n int) string {
	var a [20]byte
	i := len(a)
	for {
		i--
		a[i] = '0' + byte(n%10)
		if n /= 10; n == 0 {
			return string(a[i:])
		}
	}
}
