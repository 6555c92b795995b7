package net

import (
	"net/netip"
	"os"
	"sync"
	"time"
)

// eachLine calls f with the words of each line of a file, comments left out. A file that cannot be read has no lines.
func eachLine(path string, f func(words []string)) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var words []string
	start := -1
	comment := false
	for i := 0; i <= len(b); i++ {
		c := byte('\n')
		if i < len(b) {
			c = b[i]
		}
		if c == '#' {
			comment = true
		}
		if space := c == ' ' || c == '\t' || c == '\r' || c == '\n'; space || comment {
			if start >= 0 {
				words = append(words, string(b[start:i]))
				start = -1
			}
		} else if start < 0 {
			start = i
		}
		if c == '\n' {
			if len(words) > 0 {
				f(words)
			}
			words, comment = nil, false
		}
	}
	return nil
}

// freshness is a file read again when it has changed, looked at once in five seconds.
type freshness struct {
	looked, mtime time.Time
	size          int64
}

func (s *freshness) stale(path string) bool {
	now := time.Now()
	if !s.looked.IsZero() && now.Sub(s.looked) < 5*time.Second {
		return false
	}
	info, err := os.Stat(path)
	first := s.looked.IsZero()
	s.looked = now
	if err != nil {
		return first
	}
	if !first && info.ModTime().Equal(s.mtime) && info.Size() == s.size {
		return false
	}
	s.mtime, s.size = info.ModTime(), info.Size()
	return true
}

// hosts is /etc/hosts.
type hosts struct {
	sync.Mutex
	freshness
	byName map[string]*hostEntry
	byAddr map[string][]string
}

type hostEntry struct {
	addrs     []IPAddr
	canonical string
}

var hostsFile hosts

func (h *hosts) refreshLocked() {
	const path = "/etc/hosts"
	if !h.stale(path) {
		return
	}
	h.byName, h.byAddr = make(map[string]*hostEntry), make(map[string][]string)
	eachLine(path, func(f []string) {
		ip, zone := parseZone(f[0])
		if ip == nil || len(f) < 2 {
			return
		}
		a := IPAddr{IP: ip, Zone: zone}
		for _, name := range f[1:] {
			full := withDot(name)
			e := h.byName[lowered(full)]
			if e == nil {
				e = &hostEntry{canonical: withDot(f[1])}
				h.byName[lowered(full)] = e
			}
			e.addrs = append(e.addrs, a)
			h.byAddr[a.String()] = append(h.byAddr[a.String()], name)
		}
	})
}

// withDot is a name that ends with a dot.
func withDot(name string) string {
	if n := len(name); n > 0 && name[n-1] == '.' {
		return name
	}
	return name + "."
}

func trimDot(name string) string {
	if n := len(name); n > 0 && name[n-1] == '.' {
		return name[:n-1]
	}
	return name
}

func (h *hosts) addrs(name string) []IPAddr {
	h.Lock()
	defer h.Unlock()
	h.refreshLocked()
	if e := h.byName[lowered(withDot(name))]; e != nil {
		return append([]IPAddr(nil), e.addrs...)
	}
	return nil
}

func (h *hosts) canonical(name string) string {
	h.Lock()
	defer h.Unlock()
	if e := h.byName[lowered(withDot(name))]; e != nil {
		return e.canonical
	}
	return ""
}

func (h *hosts) names(addr string) []string {
	a, err := netip.ParseAddr(addr)
	if err != nil {
		return nil
	}
	h.Lock()
	defer h.Unlock()
	h.refreshLocked()
	b := a.As16()
	return append([]string(nil), h.byAddr[(&IPAddr{IP: b[:], Zone: a.Zone()}).String()]...)
}
