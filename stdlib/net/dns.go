package net

import (
	"context"
	"errors"
	"internal/rt"
	"io"
	"net/netip"
	"os"
	"sync"
	"time"
)

// Types of records and codes of answers.
const (
	typeA     = 1
	typeNS    = 2
	typeCNAME = 5
	typePTR   = 12
	typeMX    = 15
	typeTXT   = 16
	typeAAAA  = 28
	typeSRV   = 33
	typeOPT   = 41

	classIN = 1

	rcodeNoError  = 0
	rcodeServFail = 2
	rcodeNXDomain = 3

	udpSize = 1232 // what we accept in a packet
)

var (
	errCannotUnmarshal = errors.New("cannot unmarshal DNS message")
	errInvalidResponse = errors.New("invalid DNS response")
	errNoAnswer        = errors.New("no answer from DNS server")
	errMisbehaving     = errors.New("server misbehaving")
	errLame            = errors.New("lame referral")
	errTempMisbehaving = &temporaryError{"server misbehaving"}
)

type temporaryError struct{ s string }

func (e *temporaryError) Error() string   { return e.s }
func (e *temporaryError) Temporary() bool { return true }
func (e *temporaryError) Timeout() bool   { return false }

func be16(b []byte) uint16 { return uint16(b[0])<<8 | uint16(b[1]) }

// isDomainName reports whether s may be a name: labels of up to 63 letters, digits, hyphens and underscores, not numbers only.
func isDomainName(s string) bool {
	if s == "." {
		return true
	}
	n := len(s)
	if n == 0 || n > 254 || n == 254 && s[n-1] != '.' {
		return false
	}
	last, label, other := byte('.'), 0, false
	for i := 0; i < n; i++ {
		c := s[i]
		switch {
		case 'a' <= c|0x20 && c|0x20 <= 'z' || c == '_':
			other = true
			label++
		case '0' <= c && c <= '9':
			label++
		case c == '-':
			if last == '.' {
				return false
			}
			label++
			other = true
		case c == '.':
			if last == '.' || last == '-' || label > 63 || label == 0 {
				return false
			}
			label = 0
		default:
			return false
		}
		last = c
	}
	return last != '-' && label <= 63 && other
}

// ---- messages -------------------------------------------------------------------------------------------------------------------

// packQuery makes a question with an OPT record that tells the size of packets we take.
func packQuery(id uint16, name string, qtype uint16, trustAD bool) ([]byte, bool) {
	flags := byte(0)
	if trustAD {
		flags = 0x20
	}
	b := []byte{byte(id >> 8), byte(id), 1 /* recursion desired */, flags, 0, 1, 0, 0, 0, 0, 0, 1}
	for s := name; s != "" && s != "."; {
		i := 0
		for i < len(s) && s[i] != '.' {
			i++
		}
		if i == 0 || i > 63 {
			return nil, false
		}
		b = append(b, byte(i))
		b = append(b, s[:i]...)
		s = s[min(i+1, len(s)):]
	}
	b = append(b, 0, byte(qtype>>8), byte(qtype), 0, classIN)
	b = append(b, 0, 0, typeOPT, udpSize>>8, udpSize&0xff, 0, 0, 0, 0, 0, 0)
	return b, len(b) <= 12+255+4+11
}

type record struct {
	name string
	typ  uint16
	data []byte
	off  int // of data in the message
}

// message is a reply taken apart.
type message struct {
	raw     []byte
	id      uint16
	bits    uint16
	qname   string
	qtype   uint16
	answers []record
	nauth   int // records of the servers of a name, OPT not counted in extra
	nextra  int
	server  string
}

func (m *message) rcode() int              { return int(m.bits & 15) }
func (m *message) response() bool          { return m.bits&0x8000 != 0 }
func (m *message) authoritative() bool     { return m.bits&0x0400 != 0 }
func (m *message) truncated() bool         { return m.bits&0x0200 != 0 }
func (m *message) recursionAvailable() bool { return m.bits&0x0080 != 0 }

// unpackName reads a name, which may point backwards, and returns where it ends.
func (m *message) unpackName(off int) (name string, end int, ok bool) {
	var b []byte
	for jumps := 0; ; {
		if off >= len(m.raw) {
			return "", 0, false
		}
		n := int(m.raw[off])
		off++
		switch n & 0xC0 {
		case 0:
			if n == 0 {
				if end == 0 {
					end = off
				}
				if len(b) == 0 {
					b = append(b, '.')
				}
				return string(b), end, true
			}
			if off+n > len(m.raw) || len(b)+n+1 > 254 {
				return "", 0, false
			}
			for _, c := range m.raw[off : off+n] {
				if c == '.' {
					return "", 0, false // a dot within a label cannot be written
				}
				b = append(b, c)
			}
			b = append(b, '.')
			off += n
		case 0xC0:
			if off >= len(m.raw) {
				return "", 0, false
			}
			if end == 0 {
				end = off + 1
			}
			if jumps++; jumps > 10 {
				return "", 0, false
			}
			off = n&0x3F<<8 | int(m.raw[off])
		default:
			return "", 0, false
		}
	}
}

// unpack takes a message apart.
func unpack(raw []byte) (*message, bool) {
	if len(raw) < 12 {
		return nil, false
	}
	m := &message{raw: raw, id: be16(raw), bits: be16(raw[2:])}
	nq, na := int(be16(raw[4:])), int(be16(raw[6:]))
	m.nauth, m.nextra = int(be16(raw[8:])), int(be16(raw[10:]))
	off := 12
	for i := range nq {
		name, end, ok := m.unpackName(off)
		if !ok || end+4 > len(raw) {
			return nil, false
		}
		if i == 0 {
			m.qname, m.qtype = name, be16(raw[end:])
		}
		off = end + 4
	}
	for range na {
		name, end, ok := m.unpackName(off)
		if !ok || end+10 > len(raw) {
			return m, m.truncated()
		}
		n := int(be16(raw[end+8:]))
		off = end + 10 + n
		if off > len(raw) {
			return m, m.truncated()
		}
		if be16(raw[end+2:]) == classIN {
			m.answers = append(m.answers, record{name, be16(raw[end:]), raw[end+10 : off], end + 10})
		}
	}
	return m, true
}

// ---- configuration ----------------------------------------------------------------------------------------------------------------

// dnsConfig is /etc/resolv.conf.
type dnsConfig struct {
	servers  []string
	search   []string
	ndots    int
	timeout  time.Duration
	attempts int
	rotate   bool
	useTCP   bool
	trustAD  bool
	single   bool // one query after the other
}

var dnsState struct {
	sync.Mutex
	freshness
	conf   *dnsConfig
	offset int
}

func readConfig() *dnsConfig {
	c := &dnsConfig{ndots: 1, timeout: 5 * time.Second, attempts: 2}
	eachLine("/etc/resolv.conf", func(f []string) {
		if f[0][0] == ';' || len(f) < 2 {
			return
		}
		switch f[0] {
		case "nameserver":
			if a, err := netip.ParseAddr(f[1]); err == nil && len(c.servers) < 3 {
				c.servers = append(c.servers, JoinHostPort(a.String(), "53"))
			}
		case "domain":
			c.search = []string{withDot(f[1])}
		case "search":
			c.search = nil
			for _, s := range f[1:] {
				if s != "." {
					c.search = append(c.search, withDot(s))
				}
			}
		case "options":
			for _, o := range f[1:] {
				c.option(o)
			}
		}
	})
	if len(c.servers) == 0 {
		c.servers = []string{"127.0.0.1:53", "[::1]:53"}
	}
	if len(c.search) == 0 {
		c.search = ownDomain()
	}
	return c
}

// ownDomain is the domain of the host's own name.
func ownDomain() []string {
	name, _ := os.Hostname()
	for i := 0; i+1 < len(name); i++ {
		if name[i] == '.' {
			return []string{withDot(name[i+1:])}
		}
	}
	return nil
}

func (c *dnsConfig) option(o string) {
	number := func(prefix string) (int, bool) {
		if len(o) <= len(prefix) || o[:len(prefix)] != prefix {
			return 0, false
		}
		return atoi(o[len(prefix):])
	}
	if n, ok := number("ndots:"); ok {
		c.ndots = min(n, 15)
	} else if n, ok := number("timeout:"); ok {
		c.timeout = time.Duration(max(n, 1)) * time.Second
	} else if n, ok := number("attempts:"); ok {
		c.attempts = max(n, 1)
	}
	switch o {
	case "rotate":
		c.rotate = true
	case "use-vc", "usevc", "tcp":
		c.useTCP = true
	case "trust-ad":
		c.trustAD = true
	case "single-request", "single-request-reopen":
		c.single = true
	}
}

// config returns the configuration and the place in the list of servers to begin with.
func config() (*dnsConfig, int) {
	dnsState.Lock()
	defer dnsState.Unlock()
	if dnsState.stale("/etc/resolv.conf") || dnsState.conf == nil {
		dnsState.conf = readConfig()
	}
	at := 0
	if dnsState.conf.rotate {
		at = dnsState.offset
		dnsState.offset++
	}
	return dnsState.conf, at
}

// names lists what a name may stand for: with enough dots first itself, then with the domains to search.
func (c *dnsConfig) names(name string) []string {
	if n := len(name); n == 0 || n > 254 || n == 254 && name[n-1] != '.' {
		return nil
	} else if name[n-1] == '.' {
		return []string{name}
	}
	dots := 0
	for i := 0; i < len(name); i++ {
		if name[i] == '.' {
			dots++
		}
	}
	var list []string
	first := dots >= c.ndots
	if first {
		list = append(list, name+".")
	}
	for _, s := range c.search {
		if full := name + "." + s; len(full) <= 254 {
			list = append(list, full)
		}
	}
	if !first {
		list = append(list, name+".")
	}
	return list
}

// ---- questions ----------------------------------------------------------------------------------------------------------------------

// ask sends a question over a connection and returns the answer to it.
func ask(c Conn, query []byte, id uint16, name string, qtype uint16) (*message, error) {
	_, packets := c.(PacketConn)
	fits := func(m *message) bool {
		return m.response() && m.id == id && m.qtype == qtype && lowered(m.qname) == lowered(name)
	}
	if packets {
		if _, err := c.Write(query); err != nil {
			return nil, err
		}
		buf := make([]byte, udpSize)
		for {
			n, err := c.Read(buf)
			if err != nil {
				return nil, err
			}
			// What does not fit may be a late answer or a forgery: wait on.
			if m, ok := unpack(buf[:n]); ok && fits(m) {
				return m, nil
			}
		}
	}
	if _, err := c.Write(append([]byte{byte(len(query) >> 8), byte(len(query))}, query...)); err != nil {
		return nil, err
	}
	var size [2]byte
	if _, err := io.ReadFull(c, size[:]); err != nil {
		return nil, err
	}
	buf := make([]byte, be16(size[:]))
	if _, err := io.ReadFull(c, buf); err != nil {
		return nil, err
	}
	m, ok := unpack(buf)
	if !ok {
		return nil, errCannotUnmarshal
	}
	if !fits(m) {
		return nil, errInvalidResponse
	}
	return m, nil
}

func (r *Resolver) dialServer(ctx context.Context, network, server string) (Conn, error) {
	if r != nil && r.Dial != nil {
		return r.Dial(ctx, network, server)
	}
	var d Dialer
	return d.DialContext(ctx, network, server)
}

// exchange asks one server, again over TCP when the answer did not fit into a packet.
func (r *Resolver) exchange(ctx context.Context, server, name string, qtype uint16, conf *dnsConfig) (*message, error) {
	id := uint16(rt.Rand64())
	query, ok := packQuery(id, name, qtype, conf.trustAD)
	if !ok {
		return nil, errors.New("cannot marshal DNS message")
	}
	networks := []string{"udp", "tcp"}
	if conf.useTCP {
		networks = networks[1:]
	}
	for _, network := range networks {
		m, err := func() (*message, error) {
			ctx, cancel := context.WithTimeout(ctx, conf.timeout)
			defer cancel()
			c, err := r.dialServer(ctx, network, server)
			if err != nil {
				return nil, err
			}
			defer c.Close()
			if t, ok := ctx.Deadline(); ok {
				c.SetDeadline(t)
			}
			// A canceled look-up does not wait for the server.
			stop := context.AfterFunc(ctx, func() { c.SetDeadline(longAgo) })
			defer stop()
			return ask(c, query, id, name, qtype)
		}()
		if err != nil {
			return nil, ctxError(err)
		}
		if m.truncated() && network == "udp" {
			continue
		}
		return m, nil
	}
	return nil, errNoAnswer
}

// check says what is wrong with an answer.
func (m *message) check(qtype uint16) error {
	switch m.rcode() {
	case rcodeNXDomain:
		return errNoSuchHost
	case rcodeServFail:
		return errTempMisbehaving
	case rcodeNoError:
	default:
		return errMisbehaving
	}
	if len(m.answers) == 0 && !m.authoritative() && !m.recursionAvailable() && m.nextra == 0 {
		return errLame
	}
	for _, rr := range m.answers {
		if rr.typ == qtype {
			return nil
		}
	}
	return errNoSuchHost
}

// askAll asks the servers in turn, as often as configured.
func (r *Resolver) askAll(ctx context.Context, conf *dnsConfig, at int, name string, qtype uint16) (*message, error) {
	var last error
	for range conf.attempts {
		for i := range conf.servers {
			server := conf.servers[(at+i)%len(conf.servers)]
			m, err := r.exchange(ctx, server, name, qtype, conf)
			if err != nil {
				d := lookupError(err, name, server)
				// A failure to reach the server may pass.
				if _, ok := err.(*OpError); ok {
					d.IsTemporary = true
				}
				last = d
				if ctx.Err() != nil {
					return nil, last
				}
				continue
			}
			m.server = server
			switch err := m.check(qtype); err {
			case nil:
				return m, nil
			case errNoSuchHost:
				return m, lookupError(err, name, server)
			default:
				d := lookupError(err, name, server)
				d.IsTemporary = err == error(errTempMisbehaving)
				last = d
			}
		}
	}
	return nil, last
}

// query asks for records of one type under every name that host may stand for.
func (r *Resolver) query(ctx context.Context, host string, qtype uint16) (*message, error) {
	if !isDomainName(host) {
		return nil, lookupError(errNoSuchHost, host, "")
	}
	conf, at := config()
	var last error
	for _, name := range conf.names(host) {
		m, err := r.askAll(ctx, conf, at, name, qtype)
		if err == nil {
			return m, nil
		}
		last = err
		if d, ok := err.(*DNSError); ok && d.Temporary() && r != nil && r.StrictErrors {
			break
		}
	}
	if last == nil {
		last = lookupError(errNoSuchHost, host, "")
	}
	if d, ok := last.(*DNSError); ok {
		d.Name = host
	}
	return nil, last
}

type familyResult struct {
	m   *message
	err error
}

// queryAddrs asks for the addresses of both families at the same time and follows the names to the canonical one.
func (r *Resolver) queryAddrs(ctx context.Context, network, host string) (list []IPAddr, cname string, err error) {
	conf, at := config()
	types := []uint16{typeA, typeAAAA}
	switch network[len(network)-1] {
	case '4':
		types = types[:1]
	case '6':
		types = types[1:]
	}
	var last error
	for _, name := range conf.names(host) {
		results := make([]familyResult, len(types))
		var wg sync.WaitGroup
		for i, t := range types {
			run := func() { results[i].m, results[i].err = r.askAll(ctx, conf, at, name, t) }
			if conf.single {
				run()
			} else {
				wg.Go(run)
			}
		}
		wg.Wait()
		strict := false
		for _, res := range results {
			if res.err != nil {
				if d, ok := res.err.(*DNSError); ok && d.Temporary() && r != nil && r.StrictErrors {
					strict, last = true, res.err
				} else if last == nil || name == withDot(host) {
					last = res.err
				}
			}
			if res.m == nil {
				continue
			}
			for _, rr := range res.m.answers {
				switch {
				case rr.typ == typeA && len(rr.data) == 4:
					list = append(list, IPAddr{IP: append(IP(nil), rr.data...)})
				case rr.typ == typeAAAA && len(rr.data) == 16:
					list = append(list, IPAddr{IP: append(IP(nil), rr.data...)})
				case rr.typ == typeCNAME:
					if to, _, ok := res.m.unpackName(rr.off); ok && cname == "" && network == "CNAME" {
						cname = to
					}
					continue
				default:
					continue
				}
				if rr.name != "" {
					cname = rr.name
				}
			}
		}
		if strict {
			list = nil
			break
		}
		if len(list) > 0 || network == "CNAME" && cname != "" {
			return list, cname, nil
		}
	}
	if last == nil {
		last = lookupError(errNoSuchHost, host, "")
	}
	if d, ok := last.(*DNSError); ok {
		d.Name = host
	}
	return nil, "", last
}
