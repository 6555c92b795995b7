package time

import "errors"

// appendInt writes x with at least width digits.
func appendInt(b []byte, x, width int) []byte {
	u := uint(x)
	if x < 0 {
		b = append(b, '-')
		u = -u
	}
	if width == 2 && u < 100 {
		return append(b, byte(u/10)+'0', byte(u%10)+'0')
	}
	if width == 4 && 1000 <= u && u < 10000 {
		return append(b, byte(u/1000)+'0', byte(u/100%10)+'0', byte(u/10%10)+'0', byte(u%10)+'0')
	}
	var a [20]byte
	w := putInt(a[:], uint64(u))
	for i := len(a) - w; i < width; i++ {
		b = append(b, '0')
	}
	return append(b, a[w:]...)
}

// Format writes t as the layout shows.
func (t Time) Format(layout string) string {
	var a [64]byte
	return string(t.AppendFormat(a[:0], layout))
}

// AppendFormat appends Format(layout) to b.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	switch layout {
	case RFC3339:
		return t.appendRFC3339(b, false)
	case RFC3339Nano:
		return t.appendRFC3339(b, true)
	}
	name, offset, _, _, _ := t.loc.lookup(t.unixSec())
	days, clock := divDay(t.sec() + int64(offset))
	year, month, day := civil(days)
	hour, min, sec := clock/3600, clock/60%60, clock%60
	for layout != "" {
		prefix, std, suffix := nextElem(layout)
		b = append(b, prefix...)
		if std == stNone {
			break
		}
		layout = suffix
		switch std & stMask {
		case stYear:
			b = appendInt(b, absInt(year)%100, 2)
		case stLongYear:
			b = appendInt(b, year, 4)
		case stMonth:
			b = append(b, month.String()[:3]...)
		case stLongMonth:
			b = append(b, month.String()...)
		case stNumMonth:
			b = appendInt(b, int(month), 0)
		case stZeroMonth:
			b = appendInt(b, int(month), 2)
		case stWeekday:
			b = append(b, weekday(days).String()[:3]...)
		case stLongWeekday:
			b = append(b, weekday(days).String()...)
		case stDay:
			b = appendInt(b, day, 0)
		case stUnderDay:
			if day < 10 {
				b = append(b, ' ')
			}
			b = appendInt(b, day, 0)
		case stZeroDay:
			b = appendInt(b, day, 2)
		case stUnderYearDay, stZeroYearDay:
			yday := int(days-daysTo(int64(year), January)) + 1
			if std == stUnderYearDay {
				if yday < 100 {
					b = append(b, ' ')
				}
				if yday < 10 {
					b = append(b, ' ')
				}
				b = appendInt(b, yday, 0)
			} else {
				b = appendInt(b, yday, 3)
			}
		case stHour24:
			b = appendInt(b, hour, 2)
		case stHour12, stZeroHour12:
			h := hour % 12
			if h == 0 {
				h = 12
			}
			width := 0
			if std == stZeroHour12 {
				width = 2
			}
			b = appendInt(b, h, width)
		case stMinute:
			b = appendInt(b, min, 0)
		case stZeroMinute:
			b = appendInt(b, min, 2)
		case stSecond:
			b = appendInt(b, sec, 0)
		case stZeroSecond:
			b = appendInt(b, sec, 2)
		case stPM:
			b = append(b, "AP"[hour/12], 'M')
		case stpm:
			b = append(b, "ap"[hour/12], 'm')
		case stTZ:
			if name != "" {
				b = append(b, name...)
				break
			}
			// No abbreviation: as in +07 or +0730.
			zone := offset / 60
			b = append(b, sign(zone))
			zone = absInt(zone)
			b = appendInt(b, zone/60, 2)
			b = appendInt(b, zone%60, 2)
		case stFrac0, stFrac9:
			b = appendFrac(b, int(t.nsec()), std)
		default:
			b = appendOffset(b, offset, std)
		}
	}
	return b
}

func sign(x int) byte {
	if x < 0 {
		return '-'
	}
	return '+'
}

func absInt(x int) int {
	if x < 0 {
		return -x
	}
	return x
}

// appendOffset writes a zone as numbers.
func appendOffset(b []byte, offset, std int) []byte {
	if offset == 0 && stISOTZ <= std && std <= stISOColonSecTZ {
		return append(b, 'Z')
	}
	zone := offset / 60
	abs := absInt(offset)
	b = append(b, sign(zone))
	zone = absInt(zone)
	b = appendInt(b, zone/60, 2)
	colon := std == stISOColonTZ || std == stNumColonTZ || std == stISOColonSecTZ || std == stNumColonSecondTZ
	if colon {
		b = append(b, ':')
	}
	if std != stNumShortTZ && std != stISOShortTZ {
		b = appendInt(b, zone%60, 2)
	}
	switch std {
	case stISOColonSecTZ, stNumColonSecondTZ:
		b = append(b, ':')
		fallthrough
	case stISOSecondsTZ, stNumSecondsTZ:
		b = appendInt(b, abs%60, 2)
	}
	return b
}

// appendFrac writes a fraction of a second.
func appendFrac(b []byte, nsec, std int) []byte {
	n := fracDigits(std)
	trim := std&stMask == stFrac9
	if trim && (n == 0 || nsec == 0) {
		return b
	}
	b = append(b, fracSep(std))
	b = appendInt(b, nsec, 9)
	if n < 9 {
		b = b[:len(b)-9+n]
	}
	if trim {
		for len(b) > 0 && b[len(b)-1] == '0' {
			b = b[:len(b)-1]
		}
		if len(b) > 0 && b[len(b)-1] == fracSep(std) {
			b = b[:len(b)-1]
		}
	}
	return b
}

func (t Time) appendRFC3339(b []byte, nanos bool) []byte {
	_, offset, _, _, _ := t.loc.lookup(t.unixSec())
	days, clock := divDay(t.sec() + int64(offset))
	year, month, day := civil(days)
	b = appendInt(b, year, 4)
	b = append(b, '-')
	b = appendInt(b, int(month), 2)
	b = append(b, '-')
	b = appendInt(b, day, 2)
	b = append(b, 'T')
	b = appendInt(b, clock/3600, 2)
	b = append(b, ':')
	b = appendInt(b, clock/60%60, 2)
	b = append(b, ':')
	b = appendInt(b, clock%60, 2)
	if nanos {
		b = appendFrac(b, int(t.nsec()), stFrac9|9<<argShift)
	}
	return appendOffset(b, offset, stISOColonTZ)
}

// String writes t in full, for debugging, with the monotonic reading as m=±seconds.
func (t Time) String() string {
	var a [96]byte
	b := t.AppendFormat(a[:0], "2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&hasMono != 0 {
		u := uint64(t.ext)
		b = append(b, " m="...)
		if t.ext < 0 {
			b = append(b, '-')
			u = -u
		} else {
			b = append(b, '+')
		}
		s, f := u/1e9, u%1e9
		b = appendInt(b, int(s), 0)
		b = append(b, '.')
		b = appendInt(b, int(f), 9)
	}
	return string(b)
}

// GoString writes t as a call of Date.
func (t Time) GoString() string {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	b := append(make([]byte, 0, 80), "time.Date("...)
	b = appendInt(b, year, 0)
	if January <= month && month <= December {
		b = append(b, ", time."...)
		b = append(b, month.String()...)
	} else {
		b = appendInt(b, int(month), 0)
	}
	for _, x := range [...]int{day, hour, min, sec, t.Nanosecond()} {
		b = append(b, ", "...)
		b = appendInt(b, x, 0)
	}
	b = append(b, ", "...)
	switch loc := t.Location(); loc {
	case UTC:
		b = append(b, "time.UTC"...)
	case Local:
		b = append(b, "time.Local"...)
	default:
		b = append(b, "time.Location("...)
		b = append(b, quote(loc.name)...)
		b = append(b, ')')
	}
	return string(append(b, ')'))
}

// strictRFC3339 is appendRFC3339 for encodings, which refuse what RFC 3339 cannot say.
func (t Time) strictRFC3339(b []byte) ([]byte, error) {
	n := len(b)
	b = t.appendRFC3339(b, true)
	switch {
	case b[n+4] != '-':
		return b, errors.New("year outside of range [0,9999]")
	case b[len(b)-1] != 'Z':
		c := b[len(b)-6:]
		if ('0' <= c[0] && c[0] <= '9') || int(c[1]-'0')*10+int(c[2]-'0') >= 24 {
			return b, errors.New("timezone hour outside of range [0,23]")
		}
	}
	return b, nil
}

// MarshalJSON writes t as a quoted string of RFC 3339.
func (t Time) MarshalJSON() ([]byte, error) {
	b := append(make([]byte, 0, len(RFC3339Nano)+2), '"')
	b, err := t.strictRFC3339(b)
	if err != nil {
		return nil, errors.New("Time.MarshalJSON: " + err.Error())
	}
	return append(b, '"'), nil
}

// UnmarshalJSON reads a quoted string of RFC 3339; null changes nothing.
func (t *Time) UnmarshalJSON(data []byte) error {
	s := string(data)
	if s == "null" {
		return nil
	}
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return errors.New("Time.UnmarshalJSON: input is not a JSON string")
	}
	var err error
	*t, err = parseStrict(s[1 : len(s)-1])
	return err
}

// MarshalText writes t in RFC 3339.
func (t Time) MarshalText() ([]byte, error) {
	return t.appendTo(make([]byte, 0, 40), "Time.MarshalText: ")
}

// AppendText appends MarshalText to b.
func (t Time) AppendText(b []byte) ([]byte, error) { return t.appendTo(b, "Time.AppendText: ") }

func (t Time) appendTo(b []byte, what string) ([]byte, error) {
	b, err := t.strictRFC3339(b)
	if err != nil {
		return nil, errors.New(what + err.Error())
	}
	return b, nil
}

// UnmarshalText reads RFC 3339.
func (t *Time) UnmarshalText(data []byte) error {
	var err error
	*t, err = parseStrict(string(data))
	return err
}

// parseStrict is Parse(RFC3339, s) without the liberties that Parse takes.
func parseStrict(s string) (Time, error) {
	t, err := Parse(RFC3339, s)
	if err != nil {
		return Time{}, err
	}
	fail := func(elem, text, msg string) (Time, error) {
		return Time{}, &ParseError{RFC3339, s, elem, text, msg}
	}
	// Go's Parse accepts a comma, an hour of one digit and zones out of range.
	if s[len("2006-01-02T")+1] == ':' {
		return fail("15", s[len("2006-01-02T"):][:1], "")
	}
	if s[len("2006-01-02T15:04:05")] == ',' {
		return fail(".", ",", "")
	}
	if s[len(s)-1] != 'Z' {
		z := s[len(s)-len("07:00"):]
		if int(z[0]-'0')*10+int(z[1]-'0') >= 24 {
			return fail("Z07:00", z, ": timezone hour out of range")
		}
		if int(z[3]-'0')*10+int(z[4]-'0') >= 60 {
			return fail("Z07:00", z, ": timezone minute out of range")
		}
	}
	return t, nil
}
