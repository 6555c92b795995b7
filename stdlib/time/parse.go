package time

import "errors"

// A ParseError says where a text departs from its layout.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

func (e *ParseError) Error() string {
	if e.Message == "" {
		return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " + quote(e.ValueElem) + " as " +
			quote(e.LayoutElem)
	}
	return "parsing time " + quote(e.Value) + e.Message
}

var errBad = errors.New("bad value for field")

// number reads digits: exactly two when fixed, one or two otherwise.
func number(s string, fixed bool) (int, string, error) {
	if !isDigit(s, 0) {
		return 0, s, errBad
	}
	if !isDigit(s, 1) {
		if fixed {
			return 0, s, errBad
		}
		return int(s[0] - '0'), s[1:], nil
	}
	return int(s[0]-'0')*10 + int(s[1]-'0'), s[2:], nil
}

// number3 is number for three digits.
func number3(s string, fixed bool) (int, string, error) {
	n, i := 0, 0
	for ; i < 3 && isDigit(s, i); i++ {
		n = n*10 + int(s[i]-'0')
	}
	if i == 0 || fixed && i != 3 {
		return 0, s, errBad
	}
	return n, s[i:], nil
}

// name finds which of tab s begins with, ignoring case; n letters are compared, all for 0.
func name(tab []string, n int, s string) (int, string, error) {
	for i, t := range tab {
		if n > 0 {
			t = t[:n]
		}
		if len(s) >= len(t) && foldEqual(s[:len(t)], t) {
			return i, s[len(t):], nil
		}
	}
	return -1, s, errBad
}

func foldEqual(a, b string) bool {
	for i := 0; i < len(a); i++ {
		c, d := a[i], b[i]
		if c != d {
			if c|0x20 != d|0x20 || c|0x20 < 'a' || c|0x20 > 'z' {
				return false
			}
		}
	}
	return true
}

// skip matches the text between elements; a run of spaces in the layout matches any run, also none at the end.
func skip(value, prefix string) (string, error) {
	for prefix != "" {
		if prefix[0] == ' ' {
			if value != "" && value[0] != ' ' {
				return value, errBad
			}
			for prefix != "" && prefix[0] == ' ' {
				prefix = prefix[1:]
			}
			for value != "" && value[0] == ' ' {
				value = value[1:]
			}
			continue
		}
		if value == "" || value[0] != prefix[0] {
			return value, errBad
		}
		prefix, value = prefix[1:], value[1:]
	}
	return value, nil
}

// fraction reads n bytes, a separator and digits, as nanoseconds.
func fraction(s string, n int) (ns int, rangeErr string, err error) {
	if s[0] != '.' && s[0] != ',' {
		return 0, "", errBad
	}
	if n > 10 {
		s, n = s[:10], 10
	}
	for i := 1; i < n; i++ {
		if !isDigit(s, i) {
			return 0, "", errBad
		}
		ns = ns*10 + int(s[i]-'0')
	}
	for i := n; i < 10; i++ {
		ns *= 10
	}
	return ns, "", nil
}

// Parse reads a time as the layout shows it. Without a zone it is UTC.
func Parse(layout, value string) (Time, error) { return parse(layout, value, UTC, Local) }

// ParseInLocation is Parse for times in loc, where they have no zone or an abbreviation that loc uses.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc, loc)
}

// fields is what parse collects; -1: absent.
type fields struct {
	year, month, day, yday int
	hour, min, sec, nsec   int
	pm, am                 bool
	zone                   *Location
	offset                 int
	zoneName               string
}

func parse(layout, value string, def, local *Location) (Time, error) {
	origLayout, origValue := layout, value
	rangeErr := ""
	f := fields{month: -1, day: -1, yday: -1, offset: -1}
	for {
		prefix, std, suffix := nextElem(layout)
		elem := layout[len(prefix) : len(layout)-len(suffix)]
		var err error
		value, err = skip(value, prefix)
		if err != nil {
			return Time{}, &ParseError{origLayout, origValue, prefix, value, ""}
		}
		if std == stNone {
			if value != "" {
				return Time{}, &ParseError{origLayout, origValue, "", value, ": extra text: " + quote(value)}
			}
			break
		}
		layout = suffix
		hold := value
		value, rangeErr, err = f.elem(std, value, layout)
		if rangeErr != "" {
			return Time{}, &ParseError{origLayout, origValue, elem, value, ": " + rangeErr + " out of range"}
		}
		if err != nil {
			return Time{}, &ParseError{origLayout, origValue, elem, hold, ""}
		}
	}
	if f.pm && f.hour < 12 {
		f.hour += 12
	} else if f.am && f.hour == 12 {
		f.hour = 0
	}
	bad := func(what string) (Time, error) {
		return Time{}, &ParseError{origLayout, origValue, "", origValue, ": " + what}
	}
	if f.yday >= 0 {
		if f.yday < 1 || f.yday > 365 && !(f.yday == 366 && isLeap(f.year)) {
			return bad("day-of-year out of range")
		}
		_, m, d := civil(daysTo(int64(f.year), January) + int64(f.yday) - 1)
		if f.month >= 0 && f.month != int(m) {
			return bad("day-of-year does not match month")
		}
		f.month = int(m)
		if f.day >= 0 && f.day != d {
			return bad("day-of-year does not match day")
		}
		f.day = d
	} else {
		if f.month < 0 {
			f.month = 1
		}
		if f.day < 0 {
			f.day = 1
		}
	}
	if f.day < 1 || f.day > daysIn(Month(f.month), f.year) {
		return bad("day out of range")
	}
	return f.time(def, local), nil
}

// time puts the fields together; def is used without a zone, local to understand zone names.
func (f *fields) time(def, local *Location) Time {
	date := func(loc *Location) Time {
		return Date(f.year, Month(f.month), f.day, f.hour, f.min, f.sec, f.nsec, loc)
	}
	if f.zone != nil {
		return date(f.zone)
	}
	if f.offset != -1 {
		t := date(UTC)
		t.addSec(-int64(f.offset))
		// The local zone, if its offset then agrees.
		name, offset, _, _, _ := local.lookup(t.unixSec())
		if offset == f.offset && (f.zoneName == "" || name == f.zoneName) {
			t.setLoc(local)
			return t
		}
		zoneName := f.zoneName
		t.setLoc(FixedZone(zoneName, f.offset))
		return t
	}
	if f.zoneName != "" {
		t := date(UTC)
		if offset, ok := local.offsetOfName(f.zoneName, t.unixSec()); ok {
			t.addSec(-int64(offset))
			t.setLoc(local)
			return t
		}
		offset := 0
		if len(f.zoneName) > 3 && f.zoneName[:3] == "GMT" {
			offset, _ = atoi(f.zoneName[3:])
			offset *= 3600
		}
		t.setLoc(FixedZone(f.zoneName, offset))
		return t
	}
	return date(def)
}

func atoi(s string) (n int, ok bool) {
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	if s == "" {
		return 0, false
	}
	for i := 0; i < len(s); i++ {
		if !isDigit(s, i) || n > 1e9 {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	if neg {
		n = -n
	}
	return n, true
}

// elem reads one element from value and returns what follows. layout is the rest of the layout.
func (f *fields) elem(std int, value, layout string) (rest, rangeErr string, err error) {
	switch std & stMask {
	case stYear:
		if len(value) < 2 {
			return value, "", errBad
		}
		var ok bool
		if f.year, ok = atoi(value[:2]); !ok {
			return value, "", errBad
		}
		value = value[2:]
		if f.year >= 69 { // 1970 in some zones is 1969
			f.year += 1900
		} else {
			f.year += 2000
		}
	case stLongYear:
		if len(value) < 4 || !isDigit(value, 0) {
			return value, "", errBad
		}
		var ok bool
		if f.year, ok = atoi(value[:4]); !ok {
			return value, "", errBad
		}
		value = value[4:]
	case stMonth, stLongMonth:
		n := 3
		if std == stLongMonth {
			n = 0
		}
		f.month, value, err = name(monthNames[:], n, value)
		f.month++
	case stNumMonth, stZeroMonth:
		f.month, value, err = number(value, std == stZeroMonth)
		if err == nil && (f.month <= 0 || f.month > 12) {
			rangeErr = "month"
		}
	case stWeekday:
		_, value, err = name(dayNames[:], 3, value)
	case stLongWeekday:
		_, value, err = name(dayNames[:], 0, value)
	case stDay, stUnderDay, stZeroDay:
		if std == stUnderDay && value != "" && value[0] == ' ' {
			value = value[1:]
		}
		f.day, value, err = number(value, std == stZeroDay)
	case stUnderYearDay, stZeroYearDay:
		for i := 0; i < 2; i++ {
			if std == stUnderYearDay && value != "" && value[0] == ' ' {
				value = value[1:]
			}
		}
		f.yday, value, err = number3(value, std == stZeroYearDay)
	case stHour24:
		f.hour, value, err = number(value, false)
		if f.hour < 0 || 24 <= f.hour {
			rangeErr = "hour"
		}
	case stHour12, stZeroHour12:
		f.hour, value, err = number(value, std == stZeroHour12)
		if f.hour < 0 || 12 < f.hour {
			rangeErr = "hour"
		}
	case stMinute, stZeroMinute:
		f.min, value, err = number(value, std == stZeroMinute)
		if f.min < 0 || 60 <= f.min {
			rangeErr = "minute"
		}
	case stSecond, stZeroSecond:
		f.sec, value, err = number(value, std == stZeroSecond)
		if err != nil {
			break
		}
		if f.sec < 0 || 60 <= f.sec {
			rangeErr = "second"
			break
		}
		// A fraction is accepted where the layout has none.
		if len(value) >= 2 && (value[0] == '.' || value[0] == ',') && isDigit(value, 1) {
			_, next, _ := nextElem(layout)
			if next &= stMask; next == stFrac0 || next == stFrac9 {
				break
			}
			n := 2
			for isDigit(value, n) {
				n++
			}
			f.nsec, rangeErr, err = fraction(value, n)
			value = value[n:]
		}
	case stPM, stpm:
		if len(value) < 2 {
			return value, "", errBad
		}
		p := value[:2]
		value = value[2:]
		switch {
		case std == stPM && p == "PM" || std == stpm && p == "pm":
			f.pm = true
		case std == stPM && p == "AM" || std == stpm && p == "am":
			f.am = true
		default:
			err = errBad
		}
	case stTZ:
		if hasPrefix(value, "UTC") {
			f.zone = UTC
			return value[3:], "", nil
		}
		n := zoneNameLen(value)
		if n == 0 {
			return value, "", errBad
		}
		f.zoneName, value = value[:n], value[n:]
	case stFrac0:
		n := 1 + fracDigits(std)
		if len(value) < n {
			return value, "", errBad
		}
		f.nsec, rangeErr, err = fraction(value, n)
		value = value[n:]
	case stFrac9:
		if len(value) < 2 || value[0] != '.' && value[0] != ',' || !isDigit(value, 1) {
			break // there may be none
		}
		i := 0
		for i+1 < len(value) && isDigit(value, i+1) {
			i++
		}
		f.nsec, rangeErr, err = fraction(value, 1+i)
		value = value[1+i:]
	default:
		return f.zoneOffset(std, value)
	}
	return value, rangeErr, err
}

// zoneOffset reads a zone given as numbers.
func (f *fields) zoneOffset(std int, value string) (rest, rangeErr string, err error) {
	if stISOTZ <= std && std <= stISOColonTZ && value != "" && value[0] == 'Z' {
		f.zone = UTC
		return value[1:], "", nil
	}
	if std == stISOColonSecTZ && value != "" && value[0] == 'Z' {
		f.zone = UTC
		return value[1:], "", nil
	}
	mm, ss := 0, 0 // where minutes and seconds are, 0: absent
	n := 3
	switch std {
	case stISOColonTZ, stNumColonTZ:
		mm, n = 4, 6
	case stISOTZ, stNumTZ:
		mm, n = 3, 5
	case stISOSecondsTZ, stNumSecondsTZ:
		mm, ss, n = 3, 5, 7
	case stISOColonSecTZ, stNumColonSecondTZ:
		mm, ss, n = 4, 7, 9
	}
	if len(value) < n || mm == 4 && value[3] != ':' || ss == 7 && value[6] != ':' {
		return value, "", errBad
	}
	two := func(at int) int {
		if at == 0 {
			return 0
		}
		x := 0
		if err == nil {
			x, _, err = number(value[at:], true)
		}
		return x
	}
	hr, min, sec := two(1), two(mm), two(ss)
	switch {
	case hr > 24:
		rangeErr = "time zone offset hour"
	case min > 60:
		rangeErr = "time zone offset minute"
	case sec > 60:
		rangeErr = "time zone offset second"
	}
	f.offset = (hr*60+min)*60 + sec
	switch value[0] {
	case '+':
	case '-':
		f.offset = -f.offset
	default:
		return value, rangeErr, errBad
	}
	return value[n:], rangeErr, err
}

// zoneNameLen is the length of the zone abbreviation that s begins with, 0 if it does not.
func zoneNameLen(s string) int {
	if len(s) < 3 {
		return 0
	}
	if hasPrefix(s, "ChST") || hasPrefix(s, "MeST") {
		return 4
	}
	if s[:3] == "GMT" {
		n := signedHour(s[3:])
		return 3 + n
	}
	if s[0] == '+' || s[0] == '-' {
		n := signedHour(s)
		if n > 0 {
			return n
		}
		return 0
	}
	n := 0
	for n < 6 && n < len(s) && 'A' <= s[n] && s[n] <= 'Z' {
		n++
	}
	switch n {
	case 5:
		if s[4] == 'T' {
			return 5
		}
	case 4:
		if s[3] == 'T' || s[:4] == "WITA" {
			return 4
		}
	case 3:
		return 3
	}
	return 0
}

// signedHour is the length of a sign and an hour of at most 23.
func signedHour(s string) int {
	if s == "" || s[0] != '+' && s[0] != '-' {
		return 0
	}
	i, x := 1, 0
	for isDigit(s, i) {
		if x = x*10 + int(s[i]-'0'); x > 1000 {
			return 0
		}
		i++
	}
	if i == 1 || x > 23 {
		return 0
	}
	return i
}
