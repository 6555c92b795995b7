package net

import "internal/bytealg"

// SplitHostPort takes apart host:port, [host]:port or [host%zone]:port.
func SplitHostPort(hostport string) (host, port string, err error) {
	bad := func(why string) (string, string, error) { return "", "", &AddrError{Err: why, Addr: hostport} }
	colon := bytealg.LastIndexByteString(hostport, ':')
	if colon < 0 {
		return bad("missing port in address")
	}
	open, shut := 0, 0 // brackets before these are right
	if hostport[0] == '[' {
		end := bytealg.IndexByteString(hostport, ']')
		switch {
		case end < 0:
			return bad("missing ']' in address")
		case end+1 == colon:
		case end+1 < len(hostport) && hostport[end+1] == ':':
			return bad("too many colons in address")
		default:
			return bad("missing port in address")
		}
		host, open, shut = hostport[1:end], 1, end+1
	} else if host = hostport[:colon]; bytealg.IndexByteString(host, ':') >= 0 {
		return bad("too many colons in address")
	}
	if bytealg.IndexByteString(hostport[open:], '[') >= 0 {
		return bad("unexpected '[' in address")
	}
	if bytealg.IndexByteString(hostport[shut:], ']') >= 0 {
		return bad("unexpected ']' in address")
	}
	return host, hostport[colon+1:], nil
}

// JoinHostPort is host:port, with brackets around hosts with colons.
func JoinHostPort(host, port string) string {
	if bytealg.IndexByteString(host, ':') >= 0 {
		return "[" + host + "]:" + port
	}
	return host + ":" + port
}
