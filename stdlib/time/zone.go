package time

import (
	"errors"
	"sync"
	"syscall"
)

// A Location is a name and the zones, with their offsets, that clocks there have shown.
type Location struct {
	name   string
	zones  []zone
	trans  []transition
	extend string // rule for times after the last transition, as in TZ
}

type zone struct {
	name   string
	offset int // seconds east of UTC
	dst    bool
}

type transition struct {
	when int64 // seconds since 1970
	zone uint8
}

// alpha and omega stand for the beginning and the end of time.
const (
	alpha = -1 << 63
	omega = 1<<63 - 1
)

var utcLoc = Location{name: "UTC"}

// UTC is Universal Coordinated Time.
var UTC *Location = &utcLoc

var (
	localLoc  Location
	localOnce sync.Once
)

// Local is the zone of the system: TZ if set, else /etc/localtime. It is read on first use.
var Local *Location = &localLoc

func (l *Location) get() *Location {
	if l == nil {
		return &utcLoc
	}
	if l == &localLoc {
		localOnce.Do(initLocal)
	}
	return l
}

// String is the name given to LoadLocation or FixedZone.
func (l *Location) String() string { return l.get().name }

// FixedZone returns a Location that always has the given zone; offset is in seconds east of UTC.
func FixedZone(name string, offset int) *Location {
	return &Location{name: name, zones: []zone{{name, offset, false}}}
}

func (l *Location) offsetAt(unix int64) int {
	if l == nil || l == &utcLoc {
		return 0
	}
	_, offset, _, _, _ := l.lookup(unix)
	return offset
}

// lookup returns the zone in use at unix and from when until when.
func (l *Location) lookup(unix int64) (name string, offset int, start, end int64, dst bool) {
	if l == nil || l == &utcLoc {
		return "UTC", 0, alpha, omega, false
	}
	l = l.get()
	if len(l.zones) == 0 {
		return "UTC", 0, alpha, omega, false
	}
	tx := l.trans
	if len(tx) == 0 || unix < tx[0].when {
		z := &l.zones[l.firstZone()]
		end = omega
		if len(tx) > 0 {
			end = tx[0].when
		}
		return z.name, z.offset, alpha, end, z.dst
	}
	lo, hi := 0, len(tx) // the last transition at or before unix
	for hi-lo > 1 {
		m := int(uint(lo+hi) >> 1)
		if unix < tx[m].when {
			hi = m
		} else {
			lo = m
		}
	}
	z := &l.zones[tx[lo].zone]
	start, end = tx[lo].when, omega
	if hi < len(tx) {
		end = tx[hi].when
	} else if l.extend != "" {
		if name, offset, s, e, dst, ok := ruleLookup(l.extend, start, unix); ok {
			return name, offset, s, e, dst
		}
	}
	return z.name, z.offset, start, end, z.dst
}

// firstZone is the zone before the first transition: the first one that is not daylight saving time.
func (l *Location) firstZone() int {
	used := false
	for _, t := range l.trans {
		if t.zone == 0 {
			used = true
			break
		}
	}
	if !used {
		return 0
	}
	if len(l.trans) > 0 && l.zones[l.trans[0].zone].dst {
		for i := int(l.trans[0].zone) - 1; i >= 0; i-- {
			if !l.zones[i].dst {
				return i
			}
		}
	}
	for i := range l.zones {
		if !l.zones[i].dst {
			return i
		}
	}
	return 0
}

// offsetOfName finds the offset of an abbreviation, preferring a zone that is in use at unix, a time not yet corrected.
func (l *Location) offsetOfName(name string, unix int64) (offset int, ok bool) {
	l = l.get()
	for i := range l.zones {
		if z := &l.zones[i]; z.name == name {
			if n, off, _, _, _ := l.lookup(unix - int64(z.offset)); n == z.name {
				return off, true
			}
		}
	}
	for i := range l.zones {
		if z := &l.zones[i]; z.name == name {
			return z.offset, true
		}
	}
	return 0, false
}

// zoneDirs are where systems keep their time zones.
var zoneDirs = [...]string{"/usr/share/zoneinfo/", "/usr/share/lib/zoneinfo/", "/usr/lib/locale/TZ/", "/etc/zoneinfo/"}

func initLocal() {
	tz, set := syscall.Getenv("TZ")
	if set {
		if tz != "" && tz[0] == ':' {
			tz = tz[1:]
		}
		switch {
		case tz != "" && tz[0] == '/':
			if data, err := readFile(tz); err == nil {
				if l, err := LoadLocationFromTZData(tz, data); err == nil {
					localLoc = *l
					if tz == "/etc/localtime" {
						localLoc.name = "Local"
					}
					return
				}
			}
		case tz != "" && tz != "UTC":
			if l, err := loadByName(tz); err == nil {
				localLoc = *l
				return
			}
		}
		localLoc.name = "UTC"
		return
	}
	if data, err := readFile("/etc/localtime"); err == nil {
		if l, err := LoadLocationFromTZData("Local", data); err == nil {
			localLoc = *l
			localLoc.name = "Local"
			return
		}
	}
	localLoc.name = "UTC"
}

// LoadLocation returns the Location with a name of the IANA time zone database, such as America/New_York, from $ZONEINFO or the system.
// "" and UTC mean UTC, Local means Local.
func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	for i := 0; i < len(name); i++ {
		if name[i] == '\\' || name[i] == '.' && i+1 < len(name) && name[i+1] == '.' {
			return nil, errBadName
		}
	}
	if name[0] == '/' {
		return nil, errBadName
	}
	if dir, _ := syscall.Getenv("ZONEINFO"); dir != "" {
		if data, err := readFile(dir + "/" + name); err == nil {
			return LoadLocationFromTZData(name, data)
		}
	}
	return loadByName(name)
}

var errBadName = errors.New("time: invalid location name")

func loadByName(name string) (*Location, error) {
	var first error
	for _, dir := range zoneDirs {
		data, err := readFile(dir + name)
		if err == nil {
			return LoadLocationFromTZData(name, data)
		}
		if err != syscall.ENOENT && first == nil {
			first = err
		}
	}
	if first != nil {
		return nil, first
	}
	return nil, errors.New("unknown time zone " + name)
}

// readFile reads a small file.
func readFile(name string) ([]byte, error) {
	fd, err := syscall.Open(name, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	defer syscall.Close(fd)
	var data []byte
	buf := make([]byte, 4096)
	for {
		n, err := syscall.Read(fd, buf)
		if err == syscall.EINTR {
			continue
		}
		if err != nil {
			return nil, err
		}
		if n <= 0 {
			return data, nil
		}
		if data = append(data, buf[:n]...); len(data) > 10<<20 {
			return nil, errors.New("time: file " + name + " is too large")
		}
	}
}

var errBadData = errors.New("malformed time zone information")

func big4(b []byte) int {
	return int(int32(uint32(b[0])<<24 | uint32(b[1])<<16 | uint32(b[2])<<8 | uint32(b[3])))
}

// LoadLocationFromTZData makes a Location from the content of a TZif file (RFC 9636).
func LoadLocationFromTZData(name string, data []byte) (*Location, error) {
	const headLen = 44
	if len(data) < headLen || string(data[:4]) != "TZif" {
		return nil, errBadData
	}
	version := data[4]
	if version != 0 && version != '2' && version != '3' && version != '4' {
		return nil, errBadData
	}
	// Counts: UTC flags, standard flags, leap seconds, transitions, types, characters.
	var n [6]int
	counts := func() {
		for i := range n {
			n[i] = big4(data[20+4*i:])
		}
	}
	size := func(w int) int { return n[3]*w + n[3] + n[4]*6 + n[5] + n[2]*(w+4) + n[1] + n[0] }
	counts()
	width := 4
	if version > 0 { // a second part with 8-byte times follows
		skip := headLen + size(4)
		if len(data) < skip+headLen {
			return nil, errBadData
		}
		data = data[skip:]
		counts()
		width = 8
	}
	if len(data) < headLen+size(width) {
		return nil, errBadData
	}
	body := data[headLen:]
	take := func(k int) []byte {
		b := body[:k]
		body = body[k:]
		return b
	}
	times, idx, types, chars := take(n[3]*width), take(n[3]), take(n[4]*6), take(n[5])
	take(n[2]*(width+4) + n[1] + n[0])
	if n[4] == 0 {
		return nil, errBadData
	}
	l := &Location{name: name}
	if len(body) > 2 && body[0] == '\n' && body[len(body)-1] == '\n' {
		l.extend = string(body[1 : len(body)-1])
	}
	l.zones = make([]zone, n[4])
	for i := range l.zones {
		t := types[6*i:]
		at := int(t[5])
		if at >= len(chars) {
			return nil, errBadData
		}
		end := at
		for end < len(chars) && chars[end] != 0 {
			end++
		}
		l.zones[i] = zone{string(chars[at:end]), big4(t), t[4] != 0}
	}
	l.trans = make([]transition, n[3])
	for i := range l.trans {
		var w int64
		if width == 8 {
			w = int64(big4(times[8*i:]))<<32 | int64(uint32(big4(times[8*i+4:])))
		} else {
			w = int64(big4(times[4*i:]))
		}
		if int(idx[i]) >= len(l.zones) {
			return nil, errBadData
		}
		l.trans[i] = transition{w, idx[i]}
	}
	if len(l.trans) == 0 {
		l.trans = []transition{{alpha, 0}}
	}
	return l, nil
}
