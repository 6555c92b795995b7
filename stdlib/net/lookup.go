package net

import (
	"context"
	"net/netip"
	"sync"
)

// A Resolver looks up names: in /etc/hosts, then with the servers of /etc/resolv.conf. The zero Resolver is what the functions use.
type Resolver struct {
	PreferGo     bool // no effect: there is no other resolver
	StrictErrors bool // a temporary failure for one family is a failure, instead of a shorter list
	// Dial connects to a server, whose address is given; the Resolver speaks the protocol of packets when the result is a PacketConn.
	Dial func(ctx context.Context, network, address string) (Conn, error)
}

// DefaultResolver is what the functions and Dialers use.
var DefaultResolver = &Resolver{}

// lowered is s with small letters.
func lowered(s string) string {
	for i := 0; i < len(s); i++ {
		if 'A' <= s[i] && s[i] <= 'Z' {
			b := []byte(s)
			for j := i; j < len(b); j++ {
				if 'A' <= b[j] && b[j] <= 'Z' {
					b[j] += 'a' - 'A'
				}
			}
			return string(b)
		}
	}
	return s
}

// LookupHost looks up the addresses of a host, as text.
func LookupHost(host string) (addrs []string, err error) {
	return DefaultResolver.LookupHost(context.Background(), host)
}

// LookupHost looks up the addresses of a host, as text.
func (r *Resolver) LookupHost(ctx context.Context, host string) (addrs []string, err error) {
	if host == "" {
		return nil, lookupError(errNoSuchHost, host, "")
	}
	if _, err := netip.ParseAddr(host); err == nil {
		return []string{host}, nil
	}
	list, err := r.lookupIPAddr(ctx, "ip", host)
	if err != nil {
		return nil, err
	}
	for _, a := range list {
		addrs = append(addrs, a.String())
	}
	return addrs, nil
}

// LookupIP looks up the addresses of a host.
func LookupIP(host string) ([]IP, error) {
	list, err := DefaultResolver.LookupIPAddr(context.Background(), host)
	if err != nil {
		return nil, err
	}
	ips := make([]IP, len(list))
	for i, a := range list {
		ips[i] = a.IP
	}
	return ips, nil
}

// LookupIPAddr looks up the addresses of a host.
func (r *Resolver) LookupIPAddr(ctx context.Context, host string) ([]IPAddr, error) {
	return r.lookupIPAddr(ctx, "ip", host)
}

// LookupIP looks up the addresses of a host of network "ip", "ip4" or "ip6".
func (r *Resolver) LookupIP(ctx context.Context, network, host string) ([]IP, error) {
	base, _, err := parseNetwork(network, false)
	if err != nil {
		return nil, err
	}
	if !isNet(base, "ip") {
		return nil, UnknownNetworkError(network)
	}
	if host == "" {
		return nil, lookupError(errNoSuchHost, host, "")
	}
	list, err := r.internetAddrs(ctx, base, host)
	if err != nil {
		return nil, err
	}
	ips := make([]IP, 0, len(list))
	for _, a := range list {
		ips = append(ips, a.(*IPAddr).IP)
	}
	return ips, nil
}

// LookupNetIP looks up the addresses of a host of network "ip", "ip4" or "ip6".
func (r *Resolver) LookupNetIP(ctx context.Context, network, host string) ([]netip.Addr, error) {
	ips, err := r.LookupIP(ctx, network, host)
	if err != nil {
		return nil, err
	}
	list := make([]netip.Addr, 0, len(ips))
	for _, ip := range ips {
		if a, ok := netip.AddrFromSlice(ip); ok {
			list = append(list, a)
		}
	}
	return list, nil
}

// lookupIPAddr looks up a host for a network, whose last digit tells the family that is enough.
func (r *Resolver) lookupIPAddr(ctx context.Context, network, host string) ([]IPAddr, error) {
	if host == "" {
		return nil, lookupError(errNoSuchHost, host, "")
	}
	if a, err := netip.ParseAddr(host); err == nil {
		return []IPAddr{{IP: IP(a.AsSlice()).To16(), Zone: a.Zone()}}, nil
	}
	if list := hostsFile.addrs(host); len(list) > 0 {
		return sortAddrs(list), nil
	}
	if !isDomainName(host) {
		return nil, lookupError(errNoSuchHost, host, "")
	}
	list, _, err := r.queryAddrs(ctx, network, host)
	if err != nil {
		if ctx.Err() != nil {
			return nil, lookupError(ctxError(ctx.Err()), host, "")
		}
		return nil, err
	}
	return sortAddrs(list), nil
}

// LookupPort finds the number of a service, a name of /etc/services or a number, for a network "tcp", "udp" or "ip".
func LookupPort(network, service string) (port int, err error) {
	return DefaultResolver.LookupPort(context.Background(), network, service)
}

// LookupPort finds the number of a service.
func (r *Resolver) LookupPort(ctx context.Context, network, service string) (port int, err error) {
	port, isNumber := portNumber(service)
	if !isNumber {
		shown, kinds := network, []string{"tcp", "udp"}
		switch network {
		case "tcp", "tcp4", "tcp6":
			shown, kinds = "tcp", kinds[:1]
		case "udp", "udp4", "udp6":
			shown, kinds = "udp", kinds[1:]
		case "ip", "":
			shown = "ip"
		default:
			return 0, &AddrError{Err: "unknown network", Addr: network}
		}
		name := lowered(service)
		for _, kind := range kinds {
			if p, ok := servicePort(kind, name); ok {
				return p, nil
			}
		}
		return 0, lookupError(errUnknownPort, shown+"/"+service, "")
	}
	if port < 0 || port > 65535 {
		return 0, &AddrError{Err: "invalid port", Addr: service}
	}
	return port, nil
}

// portNumber reads a number with an optional sign; too big ones stay out of range. The empty name is port 0.
func portNumber(s string) (n int, ok bool) {
	neg := false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		neg = s[0] == '-'
		s = s[1:]
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = min(10*n+int(s[i]-'0'), 1<<30)
	}
	if neg {
		n = -n
	}
	return n, true
}

// services are the ports known without a file.
var services = map[string]int{
	"tcp/ftp": 21, "tcp/ftps": 990, "tcp/gopher": 70, "tcp/http": 80, "tcp/https": 443, "tcp/imap2": 143, "tcp/imap3": 220,
	"tcp/imaps": 993, "tcp/pop3": 110, "tcp/pop3s": 995, "tcp/smtp": 25, "tcp/submissions": 465, "tcp/ssh": 22, "tcp/telnet": 23,
	"udp/domain": 53, "tcp/domain": 53,
}

var readServices = sync.OnceFunc(func() {
	eachLine("/etc/services", func(f []string) { // name port/tcp alias ...
		if len(f) < 2 {
			return
		}
		for i := 0; i < len(f[1]); i++ {
			if f[1][i] != '/' {
				continue
			}
			if port, ok := atoi(f[1][:i]); ok {
				kind := f[1][i:]
				services[kind[1:]+"/"+f[0]] = port
				for _, alias := range f[2:] {
					services[kind[1:]+"/"+alias] = port
				}
			}
			return
		}
	})
})

func servicePort(kind, name string) (int, bool) {
	readServices()
	p, ok := services[kind+"/"+name]
	return p, ok
}

// protocols are the numbers known without a file.
var protocols = map[string]int{"icmp": 1, "igmp": 2, "tcp": 6, "udp": 17, "ipv6-icmp": 58}

var readProtocols = sync.OnceFunc(func() {
	eachLine("/etc/protocols", func(f []string) { // name number alias ...
		if len(f) < 2 {
			return
		}
		n, ok := atoi(f[1])
		if !ok {
			return
		}
		for i, name := range f {
			if _, have := protocols[name]; i != 1 && !have {
				protocols[name] = n
			}
		}
	})
})

func lookupProtocol(name string) (int, error) {
	readProtocols()
	if n, ok := protocols[lowered(name)]; ok {
		return n, nil
	}
	return 0, &AddrError{Err: "unknown IP protocol specified", Addr: name}
}

// LookupCNAME follows a name to the one that has addresses.
func LookupCNAME(host string) (cname string, err error) {
	return DefaultResolver.LookupCNAME(context.Background(), host)
}

// LookupCNAME follows a name to the one that has addresses.
func (r *Resolver) LookupCNAME(ctx context.Context, host string) (string, error) {
	if list := hostsFile.addrs(host); len(list) > 0 {
		if name := hostsFile.canonical(host); name != "" {
			return name, nil
		}
	}
	if !isDomainName(host) {
		return "", lookupError(errNoSuchHost, host, "")
	}
	_, cname, err := r.queryAddrs(ctx, "CNAME", host)
	if err != nil {
		return "", err
	}
	if !isDomainName(cname) {
		return "", &DNSError{Err: errMalformed, Name: host}
	}
	return cname, nil
}

const errMalformed = "DNS response contained records which contain invalid names"

// An SRV is a host that offers a service.
type SRV struct {
	Target   string
	Port     uint16
	Priority uint16
	Weight   uint16
}

// An MX is a host that takes mail.
type MX struct {
	Host string
	Pref uint16
}

// An NS is a server of names.
type NS struct {
	Host string
}

// LookupSRV looks up _service._proto.name, or just name when the others are empty.
func LookupSRV(service, proto, name string) (cname string, addrs []*SRV, err error) {
	return DefaultResolver.LookupSRV(context.Background(), service, proto, name)
}

// LookupMX looks up who takes mail for a name, the preferred first.
func LookupMX(name string) ([]*MX, error) { return DefaultResolver.LookupMX(context.Background(), name) }

// LookupNS looks up the servers of a name.
func LookupNS(name string) ([]*NS, error) { return DefaultResolver.LookupNS(context.Background(), name) }

// LookupTXT looks up the texts of a name.
func LookupTXT(name string) ([]string, error) { return DefaultResolver.LookupTXT(context.Background(), name) }

// LookupAddr looks up the names of an address.
func LookupAddr(addr string) (names []string, err error) {
	return DefaultResolver.LookupAddr(context.Background(), addr)
}

// someBad is the error for answers of which some were dropped for their names.
func someBad(dropped bool, name string) error {
	if !dropped {
		return nil
	}
	return &DNSError{Err: errMalformed, Name: name}
}

// LookupSRV looks up a service; the result is sorted by priority and shuffled by weight.
func (r *Resolver) LookupSRV(ctx context.Context, service, proto, name string) (string, []*SRV, error) {
	target := name
	if service != "" || proto != "" {
		target = "_" + service + "._" + proto + "." + name
	}
	reply, err := r.query(ctx, target, typeSRV)
	if err != nil {
		return "", nil, err
	}
	var list []*SRV
	cname, dropped := "", false
	for _, rr := range reply.answers {
		if rr.typ != typeSRV || len(rr.data) < 7 {
			continue
		}
		if cname == "" {
			cname = rr.name
		}
		host, _, ok := reply.unpackName(rr.off + 6)
		if !ok || !isDomainName(host) {
			dropped = true
			continue
		}
		list = append(list, &SRV{Target: host, Priority: be16(rr.data), Weight: be16(rr.data[2:]), Port: be16(rr.data[4:])})
	}
	sortSRV(list)
	return cname, list, someBad(dropped, name)
}

// LookupMX looks up who takes mail.
func (r *Resolver) LookupMX(ctx context.Context, name string) ([]*MX, error) {
	reply, err := r.query(ctx, name, typeMX)
	if err != nil {
		return nil, err
	}
	var list []*MX
	dropped := false
	for _, rr := range reply.answers {
		if rr.typ != typeMX || len(rr.data) < 3 {
			continue
		}
		host, _, ok := reply.unpackName(rr.off + 2)
		if !ok || !isDomainName(host) {
			if _, err := netip.ParseAddr(trimDot(host)); !ok || err != nil {
				dropped = true
				continue
			}
		}
		list = append(list, &MX{Host: host, Pref: be16(rr.data)})
	}
	shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	insertionSort(len(list), func(i, j int) bool { return list[i].Pref < list[j].Pref }, func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list, someBad(dropped, name)
}

// LookupNS looks up the servers of a name.
func (r *Resolver) LookupNS(ctx context.Context, name string) ([]*NS, error) {
	reply, err := r.query(ctx, name, typeNS)
	if err != nil {
		return nil, err
	}
	var list []*NS
	dropped := false
	for _, rr := range reply.answers {
		if rr.typ != typeNS {
			continue
		}
		host, _, ok := reply.unpackName(rr.off)
		if !ok || !isDomainName(host) {
			dropped = true
			continue
		}
		list = append(list, &NS{Host: host})
	}
	return list, someBad(dropped, name)
}

// LookupTXT looks up the texts; the parts of each are joined.
func (r *Resolver) LookupTXT(ctx context.Context, name string) ([]string, error) {
	reply, err := r.query(ctx, name, typeTXT)
	if err != nil {
		return nil, err
	}
	var list []string
	for _, rr := range reply.answers {
		if rr.typ != typeTXT {
			continue
		}
		var text []byte
		for d := rr.data; len(d) > 0; d = d[1+int(d[0]):] {
			if int(d[0]) >= len(d) {
				return nil, &DNSError{Err: "cannot unmarshal DNS message", Name: name, Server: reply.server}
			}
			text = append(text, d[1:1+int(d[0])]...)
		}
		list = append(list, string(text))
	}
	return list, nil
}

// LookupAddr looks up the names of an address.
func (r *Resolver) LookupAddr(ctx context.Context, addr string) ([]string, error) {
	if names := hostsFile.names(addr); len(names) > 0 {
		return names, nil
	}
	a, err := netip.ParseAddr(addr)
	if err != nil {
		return nil, &DNSError{Err: "unrecognized address", Name: addr}
	}
	reply, err := r.query(ctx, reverseName(a), typePTR)
	if err != nil {
		return nil, err
	}
	var names []string
	dropped := false
	for _, rr := range reply.answers {
		if rr.typ != typePTR {
			continue
		}
		host, _, ok := reply.unpackName(rr.off)
		if !ok || !isDomainName(host) {
			dropped = true
			continue
		}
		names = append(names, host)
	}
	return names, someBad(dropped, addr)
}

// reverseName is 4.3.2.1.in-addr.arpa. or the nibbles in ip6.arpa.
func reverseName(a netip.Addr) string {
	a = a.Unmap()
	s := ""
	if a.Is4() {
		for _, b := range a.As4() {
			s = itoa(int(b)) + "." + s
		}
		return s + "in-addr.arpa."
	}
	const digits = "0123456789abcdef"
	for _, b := range a.As16() {
		s = string([]byte{digits[b&15], '.', digits[b>>4], '.'}) + s
	}
	return s + "ip6.arpa."
}
