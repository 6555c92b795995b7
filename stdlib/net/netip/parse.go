package netip

import (
	"internal/bytealg"
	"strconv"
)

// parseError is a failed ParseAddr; at is what was left when it failed.
type parseError struct{ in, msg, at string }

func (e parseError) Error() string {
	s := "ParseAddr(" + strconv.Quote(e.in) + "): " + e.msg
	if e.at != "" {
		s += " (at " + strconv.Quote(e.at) + ")"
	}
	return s
}

// ParseAddr reads 192.0.2.1, 2001:db8::68 or fe80::1%eth0.
func ParseAddr(s string) (Addr, error) {
	p := parser{in: s}
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '.':
			var b [4]byte
			if !p.dotted(s, b[:]) {
				return Addr{}, p.err
			}
			return AddrFrom4(b), nil
		case ':':
			ip, ok := p.groups()
			if !ok {
				return Addr{}, p.err
			}
			return ip, nil
		case '%':
			return Addr{}, parseError{in: s, msg: "missing IPv6 address"}
		}
	}
	return Addr{}, parseError{in: s, msg: "unable to parse IP"}
}

// MustParseAddr is ParseAddr for constants; it panics instead of failing.
func MustParseAddr(s string) Addr { return must(ParseAddr(s)) }

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

type parser struct {
	in  string
	err parseError
}

func (p *parser) fail(msg, at string) bool {
	p.err = parseError{p.in, msg, at}
	return false
}

// dotted reads four decimal numbers into to.
func (p *parser) dotted(s string, to []byte) bool {
	n, v, digits := 0, 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			if digits == 1 && v == 0 {
				return p.fail("IPv4 field has octet with leading zero", "")
			}
			v = 10*v + int(c-'0')
			digits++
			if v > 255 {
				return p.fail("IPv4 field has value >255", "")
			}
		case c != '.':
			return p.fail("unexpected character", s[i:])
		case digits == 0 || i+1 == len(s):
			return p.fail("IPv4 field must have at least one digit", s[i:])
		case n == 3:
			return p.fail("IPv4 address too long", "")
		default:
			to[n] = byte(v)
			n++
			v, digits = 0, 0
		}
	}
	if n < 3 {
		return p.fail("IPv4 address too short", "")
	}
	to[3] = byte(v)
	return true
}

// hexGroup reads up to four hexadecimal digits.
func hexGroup(s string) (v uint32, n int) {
	for ; n < len(s); n++ {
		switch c := s[n]; {
		case '0' <= c && c <= '9':
			v = v<<4 | uint32(c-'0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			v = v<<4 | uint32(c|0x20-'a'+10)
		default:
			return v, n
		}
		if n == 4 {
			return v, 5
		}
	}
	return v, n
}

// groups reads an IPv6 address: groups, at most one gap, at the end perhaps an IPv4 address, then a zone.
func (p *parser) groups() (Addr, bool) {
	var b [16]byte
	var zone string
	s, at, gap := p.in, 0, -1
	if i := bytealg.IndexByteString(s, '%'); i >= 0 {
		if zone = s[i+1:]; zone == "" {
			return Addr{}, p.fail("zone must be a non-empty string", "")
		}
		s = s[:i]
	}
	if len(s) >= 2 && s[:2] == "::" {
		if s, gap = s[2:], 0; s == "" {
			return IPv6Unspecified().WithZone(zone), true
		}
	}
	for at < 16 {
		v, n := hexGroup(s)
		switch {
		case n > 4:
			return Addr{}, p.fail("each group must have 4 or less digits", s)
		case n == 0:
			return Addr{}, p.fail("each colon-separated field must have at least one digit", s)
		}
		if n < len(s) && s[n] == '.' {
			if gap < 0 && at != 12 {
				return Addr{}, p.fail("embedded IPv4 address must replace the final 2 fields of the address", s)
			}
			if at > 12 {
				return Addr{}, p.fail("too many hex fields to fit an embedded IPv4 at the end of the address", s)
			}
			if !p.dotted(s, b[at:at+4]) {
				return Addr{}, false
			}
			s = ""
			at += 4
			break
		}
		b[at], b[at+1] = byte(v>>8), byte(v)
		at += 2
		if s = s[n:]; s == "" {
			break
		}
		if s[0] != ':' {
			return Addr{}, p.fail("unexpected character, want colon", s)
		}
		if len(s) == 1 {
			return Addr{}, p.fail("colon must be followed by more characters", s)
		}
		if s = s[1:]; s[0] == ':' {
			if gap >= 0 {
				return Addr{}, p.fail("multiple :: in address", s)
			}
			gap = at
			if s = s[1:]; s == "" {
				break
			}
		}
	}
	switch {
	case s != "":
		return Addr{}, p.fail("trailing garbage after address", s)
	case at < 16 && gap < 0:
		return Addr{}, p.fail("address string too short", "")
	case at == 16 && gap >= 0:
		return Addr{}, p.fail("the :: must expand to at least one field of zeros", "")
	case at < 16:
		n := copy(b[16-(at-gap):], b[gap:at])
		clear(b[gap : 16-n])
	}
	return AddrFrom16(b).WithZone(zone), true
}
