// Package time measures and shows time, in the Gregorian calendar extended to all years, without leap seconds.
//
// Now reads two clocks: the wall clock, which tells time and may be set, and the monotonic one, which measures it. Times from Now
// carry both, and differences use the second one when both operands have it.
package time

import (
	"errors"
	"internal/rt"
)

// A Time is an instant with nanosecond precision, seen in a location. The zero Time is January 1, year 1, 00:00 UTC.
//
// wall holds, from the top: whether there is a monotonic reading (1 bit), with one the seconds since 1885 (33 bits), and the
// nanoseconds (30 bits). ext is the monotonic reading, without one the seconds since year 1.
type Time struct {
	wall uint64
	ext  int64
	loc  *Location // nil: UTC
}

const (
	hasMono   = 1 << 63
	nsecShift = 30
	nsecMask  = 1<<nsecShift - 1

	secsPerMinute = 60
	secsPerHour   = 3600
	secsPerDay    = 86400

	daysPer400 = 365*400 + 97

	// Seconds from year 1 to 1885 and to 1970.
	wallToAbs = (1884*365 + 1884/4 - 1884/100 + 1884/400) * secsPerDay
	unixToAbs = (1969*365 + 1969/4 - 1969/100 + 1969/400) * secsPerDay

	minWall = wallToAbs
	maxWall = wallToAbs + 1<<33 - 1
)

// startMono is subtracted from monotonic readings, so that they are small in print.
var startMono = rt.Nanotime() - 1

// Now is the current local time.
func Now() Time {
	sec, nsec := rt.Walltime()
	mono := rt.Nanotime() - startMono
	s := sec + unixToAbs - wallToAbs
	if uint64(s)>>33 != 0 {
		return Time{uint64(nsec), s + wallToAbs, Local}
	}
	return Time{hasMono | uint64(s)<<nsecShift | uint64(nsec), mono, Local}
}

// Since is Now().Sub(t).
func Since(t Time) Duration {
	if t.wall&hasMono != 0 {
		return subMono(rt.Nanotime()-startMono, t.ext)
	}
	return Now().Sub(t)
}

// Until is t.Sub(Now()).
func Until(t Time) Duration {
	if t.wall&hasMono != 0 {
		return subMono(t.ext, rt.Nanotime()-startMono)
	}
	return t.Sub(Now())
}

func (t *Time) nsec() int32 { return int32(t.wall & nsecMask) }

// sec is the number of seconds since year 1.
func (t *Time) sec() int64 {
	if t.wall&hasMono != 0 {
		return wallToAbs + int64(t.wall<<1>>(nsecShift+1))
	}
	return t.ext
}

func (t *Time) unixSec() int64 { return t.sec() - unixToAbs }

// stripMono drops the monotonic reading.
func (t *Time) stripMono() {
	if t.wall&hasMono != 0 {
		t.ext = t.sec()
		t.wall &= nsecMask
	}
}

func (t *Time) setLoc(loc *Location) {
	if loc == &utcLoc {
		loc = nil
	}
	t.stripMono()
	t.loc = loc
}

// addSec adds seconds to the wall time.
func (t *Time) addSec(d int64) {
	if t.wall&hasMono != 0 {
		s := int64(t.wall<<1>>(nsecShift+1)) + d
		if 0 <= s && s <= 1<<33-1 {
			t.wall = t.wall&nsecMask | uint64(s)<<nsecShift | hasMono
			return
		}
		t.stripMono()
	}
	sum := t.ext + d
	switch {
	case (sum > t.ext) == (d > 0):
		t.ext = sum
	case d > 0:
		t.ext = 1<<63 - 1
	default:
		t.ext = -(1<<63 - 1)
	}
}

// unixTime makes a time in Local from seconds since 1970.
func unixTime(sec int64, nsec int32) Time { return Time{uint64(nsec), sec + unixToAbs, Local} }

// Unix returns the local time sec seconds and nsec nanoseconds after January 1, 1970 UTC; nsec may be of any size.
func Unix(sec int64, nsec int64) Time {
	if nsec < 0 || nsec >= 1e9 {
		n := nsec / 1e9
		sec += n
		nsec -= n * 1e9
		if nsec < 0 {
			nsec += 1e9
			sec--
		}
	}
	return unixTime(sec, int32(nsec))
}

// UnixMilli is Unix for milliseconds.
func UnixMilli(msec int64) Time { return Unix(msec/1e3, msec%1e3*1e6) }

// UnixMicro is Unix for microseconds.
func UnixMicro(usec int64) Time { return Unix(usec/1e6, usec%1e6*1e3) }

// Unix, UnixMilli, UnixMicro and UnixNano count from January 1, 1970 UTC.
func (t Time) Unix() int64      { return t.unixSec() }
func (t Time) UnixMilli() int64 { return t.unixSec()*1e3 + int64(t.nsec())/1e6 }
func (t Time) UnixMicro() int64 { return t.unixSec()*1e6 + int64(t.nsec())/1e3 }
func (t Time) UnixNano() int64  { return t.unixSec()*1e9 + int64(t.nsec()) }

// IsZero reports whether t is the zero instant.
func (t Time) IsZero() bool { return t.sec() == 0 && t.nsec() == 0 }

// After reports whether t is after u.
func (t Time) After(u Time) bool { return t.Compare(u) > 0 }

// Before reports whether t is before u.
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }

// Compare returns -1, 0 or +1 for t before, at or after u.
func (t Time) Compare(u Time) int {
	var a, b int64
	if t.wall&u.wall&hasMono != 0 {
		a, b = t.ext, u.ext
	} else {
		a, b = t.sec(), u.sec()
		if a == b {
			a, b = int64(t.nsec()), int64(u.nsec())
		}
	}
	switch {
	case a < b:
		return -1
	case a > b:
		return +1
	}
	return 0
}

// Equal reports whether t and u are the same instant; == also compares locations and monotonic readings.
func (t Time) Equal(u Time) bool { return t.Compare(u) == 0 }

// Add returns t+d.
func (t Time) Add(d Duration) Time {
	sec := int64(d / 1e9)
	ns := t.nsec() + int32(d%1e9)
	if ns >= 1e9 {
		sec++
		ns -= 1e9
	} else if ns < 0 {
		sec--
		ns += 1e9
	}
	t.wall = t.wall&^nsecMask | uint64(ns)
	t.addSec(sec)
	if t.wall&hasMono != 0 {
		m := t.ext + int64(d)
		if d < 0 && m > t.ext || d > 0 && m < t.ext {
			t.stripMono()
		} else {
			t.ext = m
		}
	}
	return t
}

// Sub returns t-u, or the nearest Duration when that is too long.
func (t Time) Sub(u Time) Duration {
	if t.wall&u.wall&hasMono != 0 {
		return subMono(t.ext, u.ext)
	}
	d := Duration(t.sec()-u.sec())*Second + Duration(t.nsec()-u.nsec())
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

func subMono(a, b int64) Duration {
	d := Duration(a - b)
	if d < 0 && a > b {
		return maxDuration
	}
	if d > 0 && a < b {
		return minDuration
	}
	return d
}

// AddDate adds years, months and days, normalised as Date does.
func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec()), t.Location())
}

// UTC returns t in UTC.
func (t Time) UTC() Time {
	t.setLoc(&utcLoc)
	return t
}

// Local returns t in local time.
func (t Time) Local() Time {
	t.setLoc(Local)
	return t
}

// In returns t in loc.
func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.setLoc(loc)
	return t
}

// Location returns t's location.
func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}

// Zone returns the abbreviation and the offset, in seconds east of UTC, of t's zone.
func (t Time) Zone() (name string, offset int) {
	name, offset, _, _, _ = t.loc.lookup(t.unixSec())
	return name, offset
}

// ZoneBounds returns when t's zone began and ends; the zero Time stands for ever.
func (t Time) ZoneBounds() (start, end Time) {
	_, _, from, to, _ := t.loc.lookup(t.unixSec())
	if from != alpha {
		start = unixTime(from, 0)
		start.setLoc(t.loc)
	}
	if to != omega {
		end = unixTime(to, 0)
		end.setLoc(t.loc)
	}
	return start, end
}

// IsDST reports whether t's zone is daylight saving time.
func (t Time) IsDST() bool {
	_, _, _, _, dst := t.loc.lookup(t.Unix())
	return dst
}

// Truncate rounds t down to a multiple of d since the zero time; it drops the monotonic reading.
func (t Time) Truncate(d Duration) Time {
	t.stripMono()
	if d <= 0 {
		return t
	}
	return t.Add(-t.since0(d))
}

// Round rounds t to the nearest multiple of d since the zero time, halves up; it drops the monotonic reading.
func (t Time) Round(d Duration) Time {
	t.stripMono()
	if d <= 0 {
		return t
	}
	r := t.since0(d)
	if uint64(r)+uint64(r) < uint64(d) {
		return t.Add(-r)
	}
	return t.Add(d - r)
}

// since0 is the time since the zero time modulo d, in [0, d).
func (t Time) since0(d Duration) Duration {
	sec, ns := t.sec(), uint64(t.nsec())
	neg := sec < 0
	u := uint64(sec)
	if neg { // magnitude of sec*1e9 + ns
		u = -u
		if ns > 0 {
			u--
			ns = 1e9 - ns
		}
	}
	// (u*1e9 + ns) mod d, one decimal digit at a time.
	m := uint64(d)
	r := u % m
	for i := 0; i < 9; i++ {
		r = mulMod10(r, m)
	}
	r = (r + ns%m) % m
	if neg && r != 0 {
		r = m - r
	}
	return Duration(r)
}

// mulMod10 is r*10 mod m for r < m < 1<<63.
func mulMod10(r, m uint64) uint64 {
	dbl := func(x uint64) uint64 {
		x += x
		if x >= m {
			x -= m
		}
		return x
	}
	r2 := dbl(r)
	r8 := dbl(dbl(r2))
	s := r8 + r2
	if s >= m {
		s -= m
	}
	return s
}

// MarshalBinary encodes t in the format that Go uses: version, seconds since year 1, nanoseconds, offset in minutes (and seconds).
func (t Time) MarshalBinary() ([]byte, error) { return t.AppendBinary(make([]byte, 0, 16)) }

// AppendBinary appends MarshalBinary to b.
func (t Time) AppendBinary(b []byte) ([]byte, error) {
	offMin := int16(-1) // UTC
	offSec := int8(0)
	version := byte(1)
	if t.Location() != UTC {
		_, offset := t.Zone()
		if offset%60 != 0 {
			version = 2
			offSec = int8(offset % 60)
		}
		offset /= 60
		if offset < -32768 || offset == -1 || offset > 32767 {
			return b, errors.New("Time.MarshalBinary: unexpected zone offset")
		}
		offMin = int16(offset)
	}
	b = append(b, version)
	sec := t.sec()
	for s := 56; s >= 0; s -= 8 {
		b = append(b, byte(sec>>uint(s)))
	}
	ns := t.nsec()
	b = append(b, byte(ns>>24), byte(ns>>16), byte(ns>>8), byte(ns), byte(offMin>>8), byte(offMin))
	if version == 2 {
		b = append(b, byte(offSec))
	}
	return b, nil
}

// UnmarshalBinary decodes what MarshalBinary made.
func (t *Time) UnmarshalBinary(data []byte) error {
	if len(data) == 0 {
		return errors.New("Time.UnmarshalBinary: no data")
	}
	version := data[0]
	if version != 1 && version != 2 {
		return errors.New("Time.UnmarshalBinary: unsupported version")
	}
	want := 15
	if version == 2 {
		want++
	}
	if len(data) != want {
		return errors.New("Time.UnmarshalBinary: invalid length")
	}
	var sec int64
	for _, c := range data[1:9] {
		sec = sec<<8 | int64(c)
	}
	var ns int32
	for _, c := range data[9:13] {
		ns = ns<<8 | int32(c)
	}
	offset := int(int16(data[13])<<8|int16(data[14])) * 60
	if version == 2 {
		offset += int(int8(data[15]))
	}
	*t = Time{wall: uint64(ns), ext: sec}
	if offset == -60 {
		t.setLoc(&utcLoc)
	} else if _, local, _, _, _ := Local.lookup(t.unixSec()); offset == local {
		t.setLoc(Local)
	} else {
		t.setLoc(FixedZone("", offset))
	}
	return nil
}

// GobEncode is MarshalBinary.
func (t Time) GobEncode() ([]byte, error) { return t.MarshalBinary() }

// GobDecode is UnmarshalBinary.
func (t *Time) GobDecode(data []byte) error { return t.UnmarshalBinary(data) }
