package time

import "errors"

// A Duration is a time span in nanoseconds, up to about 290 years.
type Duration int64

// Common spans. There is none for a day, whose length varies.
const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

// String writes d as 72h3m0.5s, with the units it needs; below a second as 1.5ms, 3µs or 7ns. Zero is 0s.
func (d Duration) String() string {
	var a [32]byte
	return string(a[d.put(&a):])
}

// put fills a from its end and returns the start.
func (d Duration) put(a *[32]byte) int {
	w := len(a)
	u := uint64(d)
	if d < 0 {
		u = -u
	}
	w--
	a[w] = 's'
	if u < uint64(Second) {
		prec := 0
		switch {
		case u == 0:
			w--
			a[w] = '0'
			return w
		case u < uint64(Microsecond):
			w--
			a[w] = 'n'
		case u < uint64(Millisecond):
			prec = 3
			w -= len("µ")
			copy(a[w:], "µ")
		default:
			prec = 6
			w--
			a[w] = 'm'
		}
		w, u = putFrac(a[:w], u, prec)
		w = putInt(a[:w], u)
	} else {
		w, u = putFrac(a[:w], u, 9)
		w = putInt(a[:w], u%60)
		if u /= 60; u > 0 {
			w--
			a[w] = 'm'
			w = putInt(a[:w], u%60)
			if u /= 60; u > 0 {
				w--
				a[w] = 'h'
				w = putInt(a[:w], u)
			}
		}
	}
	if d < 0 {
		w--
		a[w] = '-'
	}
	return w
}

// putFrac writes v/10**prec's fraction, without trailing zeros, to the end of a.
func putFrac(a []byte, v uint64, prec int) (w int, rest uint64) {
	w = len(a)
	some := false
	for i := 0; i < prec; i++ {
		digit := v % 10
		if some = some || digit != 0; some {
			w--
			a[w] = byte(digit) + '0'
		}
		v /= 10
	}
	if some {
		w--
		a[w] = '.'
	}
	return w, v
}

func putInt(a []byte, v uint64) int {
	w := len(a)
	for {
		w--
		a[w] = byte(v%10) + '0'
		if v /= 10; v == 0 {
			return w
		}
	}
}

// Nanoseconds, Microseconds and Milliseconds count whole units.
func (d Duration) Nanoseconds() int64  { return int64(d) }
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

// Seconds, Minutes and Hours count with a fraction.
func (d Duration) Seconds() float64 { return float64(d/Second) + float64(d%Second)/1e9 }
func (d Duration) Minutes() float64 { return float64(d/Minute) + float64(d%Minute)/(60*1e9) }
func (d Duration) Hours() float64   { return float64(d/Hour) + float64(d%Hour)/(60*60*1e9) }

// Truncate rounds d toward zero to a multiple of m; m <= 0 leaves it.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round rounds d to the nearest multiple of m, halves away from zero; m <= 0 leaves it.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	r := d % m
	if d < 0 {
		r = -r
		if uint64(r)+uint64(r) < uint64(m) {
			return d + r
		}
		if e := d - m + r; e < d {
			return e
		}
		return minDuration
	}
	if uint64(r)+uint64(r) < uint64(m) {
		return d - r
	}
	if e := d + m - r; e > d {
		return e
	}
	return maxDuration
}

// Abs is the absolute value; the least Duration becomes the greatest.
func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	}
	return -d
}

// unitOf returns the length of a unit's name, 0 if there is no such unit.
func unitOf(s string) uint64 {
	switch s {
	case "ns":
		return 1
	case "us", "µs", "μs":
		return uint64(Microsecond)
	case "ms":
		return uint64(Millisecond)
	case "s":
		return uint64(Second)
	case "m":
		return uint64(Minute)
	case "h":
		return uint64(Hour)
	}
	return 0
}

// ParseDuration reads a sequence of decimal numbers with units, such as 300ms, -1.5h or 2h45m.
func ParseDuration(s string) (Duration, error) {
	orig := s
	bad := func() (Duration, error) { return 0, errors.New("time: invalid duration " + quote(orig)) }
	var d uint64
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	if s == "0" {
		return 0, nil
	}
	if s == "" {
		return bad()
	}
	for s != "" {
		if s[0] != '.' && (s[0] < '0' || s[0] > '9') {
			return bad()
		}
		var v, f uint64
		scale := 1.0
		n := len(s)
		i := 0
		for ; i < len(s) && '0' <= s[i] && s[i] <= '9'; i++ {
			if v > 1<<63/10 {
				return bad()
			}
			if v = v*10 + uint64(s[i]-'0'); v > 1<<63 {
				return bad()
			}
		}
		s = s[i:]
		digits := len(s) != n
		if s != "" && s[0] == '.' {
			s = s[1:]
			m := len(s)
			over := false
			for i = 0; i < len(s) && '0' <= s[i] && s[i] <= '9'; i++ {
				if over || f > (1<<63-1)/10 {
					over = true // further digits do not matter
					continue
				}
				y := f*10 + uint64(s[i]-'0')
				if y > 1<<63 {
					over = true
					continue
				}
				f = y
				scale *= 10
			}
			s = s[i:]
			digits = digits || len(s) != m
		}
		if !digits {
			return bad()
		}
		for i = 0; i < len(s) && s[i] != '.' && (s[i] < '0' || s[i] > '9'); i++ {
		}
		if i == 0 {
			return 0, errors.New("time: missing unit in duration " + quote(orig))
		}
		unit := unitOf(s[:i])
		if unit == 0 {
			return 0, errors.New("time: unknown unit " + quote(s[:i]) + " in duration " + quote(orig))
		}
		s = s[i:]
		if v > 1<<63/unit {
			return bad()
		}
		v *= unit
		if f > 0 {
			if v += uint64(float64(f) * (float64(unit) / scale)); v > 1<<63 {
				return bad()
			}
		}
		if d += v; d > 1<<63 {
			return bad()
		}
	}
	if neg {
		return -Duration(d), nil
	}
	if d > 1<<63-1 {
		return bad()
	}
	return Duration(d), nil
}

// quote is strconv.Quote for the texts of errors, with \x escapes for what is not plain ASCII.
func quote(s string) string {
	b := make([]byte, 1, len(s)+2)
	b[0] = '"'
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c < ' ' || c >= 0x80:
			b = append(b, '\\', 'x', "0123456789abcdef"[c>>4], "0123456789abcdef"[c&15])
		default:
			b = append(b, c)
		}
	}
	return string(append(b, '"'))
}
