package time

// A Month is a month of the year, January = 1.
type Month int

const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

var monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
	"December"}

func (m Month) String() string {
	if January <= m && m <= December {
		return monthNames[m-1]
	}
	return "%!Month(" + itoa(uint64(m)) + ")"
}

// A Weekday is a day of the week, Sunday = 0.
type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

var dayNames = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

func (d Weekday) String() string {
	if Sunday <= d && d <= Saturday {
		return dayNames[d]
	}
	return "%!Weekday(" + itoa(uint64(d)) + ")"
}

func itoa(u uint64) string {
	var a [20]byte
	return string(a[putInt(a[:], u):])
}

// civil converts days since year 1 to a date. It counts in years that begin in March, so that the leap day is the last one and
// the months have a regular pattern of 153 days per five.
func civil(days int64) (year int, month Month, day int) {
	days += 306 // since March 1, year 0
	era := days / daysPer400
	if days < 0 && days%daysPer400 != 0 {
		era--
	}
	doe := days - era*daysPer400
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day = int(doy-(153*mp+2)/5) + 1
	y := yoe + era*400
	if mp < 10 {
		month = Month(mp + 3)
	} else {
		month = Month(mp - 9)
		y++
	}
	return int(y), month, day
}

// daysTo is the number of days from January 1, year 1 to the first of a month.
func daysTo(year int64, month Month) int64 {
	if month <= February {
		year--
	}
	era := year / 400
	if year < 0 && year%400 != 0 {
		era--
	}
	yoe := year - era*400
	mp := (int64(month) + 9) % 12
	return era*daysPer400 + yoe*365 + yoe/4 - yoe/100 + (153*mp+2)/5 - 306
}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func daysIn(m Month, year int) int {
	switch m {
	case February:
		if isLeap(year) {
			return 29
		}
		return 28
	case April, June, September, November:
		return 30
	}
	return 31
}

// local is t's clock as seconds since year 1, as if it were UTC.
func (t Time) local() int64 {
	sec := t.sec()
	if t.loc != nil {
		sec += int64(t.loc.offsetAt(sec - unixToAbs))
	}
	return sec
}

// divDay splits seconds into days and the rest, the latter not negative.
func divDay(sec int64) (days int64, rest int) {
	days = sec / secsPerDay
	r := sec % secsPerDay
	if r < 0 {
		r += secsPerDay
		days--
	}
	return days, int(r)
}

// Date returns year, month and day of t.
func (t Time) Date() (year int, month Month, day int) {
	days, _ := divDay(t.local())
	return civil(days)
}

// Year, Month and Day are the parts of Date.
func (t Time) Year() int {
	y, _, _ := t.Date()
	return y
}

func (t Time) Month() Month {
	_, m, _ := t.Date()
	return m
}

func (t Time) Day() int {
	_, _, d := t.Date()
	return d
}

// Clock returns hour, minute and second of t.
func (t Time) Clock() (hour, min, sec int) {
	_, s := divDay(t.local())
	return s / 3600, s / 60 % 60, s % 60
}

// Hour, Minute, Second and Nanosecond are the parts of the time of day.
func (t Time) Hour() int {
	h, _, _ := t.Clock()
	return h
}

func (t Time) Minute() int {
	_, m, _ := t.Clock()
	return m
}

func (t Time) Second() int {
	_, _, s := t.Clock()
	return s
}

func (t Time) Nanosecond() int { return int(t.nsec()) }

// Weekday is the day of the week. January 1, year 1 was a Monday.
func (t Time) Weekday() Weekday {
	days, _ := divDay(t.local())
	return weekday(days)
}

func weekday(days int64) Weekday {
	w := (days + 1) % 7
	if w < 0 {
		w += 7
	}
	return Weekday(w)
}

// YearDay is the day of the year, from 1.
func (t Time) YearDay() int {
	days, _ := divDay(t.local())
	y, _, _ := civil(days)
	return int(days-daysTo(int64(y), January)) + 1
}

// ISOWeek is the week of ISO 8601: the one that has a Thursday in its year.
func (t Time) ISOWeek() (year, week int) {
	days, _ := divDay(t.local())
	days += int64(Thursday - (weekday(days)+6)%7 - 1) // Thursday of this week
	y, _, _ := civil(days)
	return y, int(days-daysTo(int64(y), January))/7 + 1
}

// norm carries lo's excess over base into hi.
func norm(hi, lo, base int) (nhi, nlo int) {
	if lo < 0 {
		n := (-lo-1)/base + 1
		hi -= n
		lo += n * base
	}
	if lo >= base {
		n := lo / base
		hi += n
		lo -= n * base
	}
	return hi, lo
}

// Date returns the instant with the given clock in loc. Values out of their range carry over: October 32 is November 1. In the gap
// or the repetition of a clock change one of the two possible offsets is used.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	year, m := norm(year, int(month)-1, 12)
	sec, nsec = norm(sec, nsec, 1e9)
	min, sec = norm(min, sec, 60)
	hour, min = norm(hour, min, 60)
	day, hour = norm(day, hour, 24)
	unix := (daysTo(int64(year), Month(m+1))+int64(day)-1)*secsPerDay + int64(hour*3600+min*60+sec) - unixToAbs
	if loc != UTC {
		_, offset, start, end, _ := loc.lookup(unix)
		if offset != 0 {
			utc := unix - int64(offset)
			if utc < start || utc >= end { // the guess was on the other side of a change
				_, offset, _, _, _ = loc.lookup(utc)
			}
			unix -= int64(offset)
		}
	}
	t := unixTime(unix, int32(nsec))
	t.setLoc(loc)
	return t
}
