package time

// A rule is a day of the year and a second of it at which clocks change, in the notation of TZ.
type rule struct {
	kind             byte // J: Julian without leap day, D: day from 0, M: month, week, day
	day, week, month int
	sec              int
}

// ruleLookup applies a TZ string such as EST5EDT,M3.2.0,M11.1.0 to a time after the last transition.
func ruleLookup(s string, last, unix int64) (name string, offset int, start, end int64, dst, ok bool) {
	std, s, ok := tzName(s)
	if !ok {
		return
	}
	stdOff, s, ok := tzOffset(s)
	if !ok {
		return
	}
	stdOff = -stdOff
	if s == "" || s[0] == ',' {
		return std, stdOff, last, omega, false, true
	}
	dstName, s, ok := tzName(s)
	if !ok {
		return
	}
	dstOff := stdOff + 3600
	if s != "" && s[0] != ',' {
		if dstOff, s, ok = tzOffset(s); !ok {
			return
		}
		dstOff = -dstOff
	}
	if s == "" {
		s = ",M3.2.0,M11.1.0"
	}
	if s[0] != ',' && s[0] != ';' {
		return name, 0, 0, 0, false, false
	}
	from, s, ok := tzRule(s[1:])
	if !ok || s == "" || s[0] != ',' {
		return name, 0, 0, 0, false, false
	}
	to, s, ok := tzRule(s[1:])
	if !ok || s != "" {
		return name, 0, 0, 0, false, false
	}
	days, _ := divDay(unix + unixToAbs)
	year, _, _ := civil(days)
	yearStart := daysTo(int64(year), January)*secsPerDay - unixToAbs
	ysec := unix - yearStart
	a := int64(from.secondOf(year, stdOff)) // standard to daylight saving time
	b := int64(to.secondOf(year, dstOff))
	aName, aOff, bName, bOff := std, stdOff, dstName, dstOff
	aDST, bDST := false, true
	if b < a { // southern hemisphere
		a, b = b, a
		aName, bName, aOff, bOff, aDST, bDST = bName, aName, bOff, aOff, bDST, aDST
	}
	yearEnd := yearStart + 365*secsPerDay // also in leap years, as Go reports it
	switch {
	case ysec < a:
		return aName, aOff, yearStart, a + yearStart, aDST, true
	case ysec >= b:
		return aName, aOff, b + yearStart, yearEnd, aDST, true
	}
	return bName, bOff, a + yearStart, b + yearStart, bDST, true
}

func tzName(s string) (name, rest string, ok bool) {
	if s == "" {
		return "", "", false
	}
	if s[0] == '<' {
		for i := 0; i < len(s); i++ {
			if s[i] == '>' {
				return s[1:i], s[i+1:], true
			}
		}
		return "", "", false
	}
	i := 0
	for i < len(s) && !isDigit(s, i) && s[i] != ',' && s[i] != '-' && s[i] != '+' {
		i++
	}
	return s[:i], s[i:], i >= 3
}

func tzNum(s string, lo, hi int) (n int, rest string, ok bool) {
	i := 0
	for ; isDigit(s, i); i++ {
		if n = n*10 + int(s[i]-'0'); n > hi {
			return 0, s, false
		}
	}
	return n, s[i:], i > 0 && n >= lo
}

// tzOffset reads [+-]hh[:mm[:ss]] as seconds.
func tzOffset(s string) (off int, rest string, ok bool) {
	if s == "" {
		return 0, "", false
	}
	neg := s[0] == '-'
	if neg || s[0] == '+' {
		s = s[1:]
	}
	h, s, ok := tzNum(s, 0, 24*7)
	if !ok {
		return 0, s, false
	}
	off = h * 3600
	for unit := 60; unit >= 1 && s != "" && s[0] == ':'; unit /= 60 {
		var n int
		if n, s, ok = tzNum(s[1:], 0, 59); !ok {
			return 0, s, false
		}
		off += n * unit
	}
	if neg {
		off = -off
	}
	return off, s, true
}

func tzRule(s string) (r rule, rest string, ok bool) {
	if s == "" {
		return r, s, false
	}
	switch {
	case s[0] == 'J':
		r.kind = 'J'
		if r.day, s, ok = tzNum(s[1:], 1, 365); !ok {
			return r, s, false
		}
	case s[0] == 'M':
		r.kind = 'M'
		if r.month, s, ok = tzNum(s[1:], 1, 12); !ok || s == "" || s[0] != '.' {
			return r, s, false
		}
		if r.week, s, ok = tzNum(s[1:], 1, 5); !ok || s == "" || s[0] != '.' {
			return r, s, false
		}
		if r.day, s, ok = tzNum(s[1:], 0, 6); !ok {
			return r, s, false
		}
	default:
		r.kind = 'D'
		if r.day, s, ok = tzNum(s, 0, 365); !ok {
			return r, s, false
		}
	}
	r.sec = 2 * 3600
	if s != "" && s[0] == '/' {
		if r.sec, s, ok = tzOffset(s[1:]); !ok {
			return r, s, false
		}
	}
	return r, s, true
}

// secondOf is the second of the year, in UTC, at which the rule applies; off is the offset before it.
func (r *rule) secondOf(year, off int) int {
	day := r.day
	switch r.kind {
	case 'J':
		day--
		if isLeap(year) && r.day >= 60 {
			day++
		}
	case 'M':
		first := daysTo(int64(year), Month(r.month))
		d := r.day - int(weekday(first))
		if d < 0 {
			d += 7
		}
		for i := 1; i < r.week && d+7 < daysIn(Month(r.month), year); i++ {
			d += 7
		}
		day = int(first-daysTo(int64(year), January)) + d
	}
	return day*secsPerDay + r.sec - off
}
