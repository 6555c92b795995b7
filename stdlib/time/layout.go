package time

// Layouts show how the reference time, Mon Jan 2 15:04:05 2006 -0700, would be written.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// Elements of layouts. Fractions carry the number of digits above argShift, and whether a comma introduces them.
const (
	stNone = iota
	stLongMonth
	stMonth
	stNumMonth
	stZeroMonth
	stLongWeekday
	stWeekday
	stDay
	stUnderDay
	stZeroDay
	stUnderYearDay
	stZeroYearDay
	stHour24
	stHour12
	stZeroHour12
	stMinute
	stZeroMinute
	stSecond
	stZeroSecond
	stLongYear
	stYear
	stPM
	stpm
	stTZ
	stISOTZ            // Z0700
	stISOSecondsTZ     // Z070000
	stISOShortTZ       // Z07
	stISOColonTZ       // Z07:00
	stISOColonSecTZ    // Z07:00:00
	stNumTZ            // -0700
	stNumSecondsTZ     // -070000
	stNumShortTZ       // -07
	stNumColonTZ       // -07:00
	stNumColonSecondTZ // -07:00:00
	stFrac0            // .000
	stFrac9            // .999

	argShift = 16
	argComma = 1 << 28
	stMask   = 1<<argShift - 1
)

func isDigit(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

func hasPrefix(s, p string) bool { return len(s) >= len(p) && s[:len(p)] == p }

// words are the elements that are fixed texts, by first byte; longer ones before their prefixes.
var words = [...]struct {
	text string
	std  uint8
}{
	{"January", stLongMonth}, {"Jan", stMonth},
	{"Monday", stLongWeekday}, {"Mon", stWeekday}, {"MST", stTZ},
	{"002", stZeroYearDay}, {"01", stZeroMonth}, {"02", stZeroDay}, {"03", stZeroHour12}, {"04", stZeroMinute}, {"05", stZeroSecond}, {"06", stYear},
	{"15", stHour24}, {"1", stNumMonth}, {"2006", stLongYear}, {"2", stDay},
	{"3", stHour12}, {"4", stMinute}, {"5", stSecond},
	{"__2", stUnderYearDay}, {"_2006", stNone}, {"_2", stUnderDay},
	{"PM", stPM}, {"pm", stpm},
	{"-07:00:00", stNumColonSecondTZ}, {"-070000", stNumSecondsTZ}, {"-07:00", stNumColonTZ}, {"-0700", stNumTZ}, {"-07", stNumShortTZ},
	{"Z07:00:00", stISOColonSecTZ}, {"Z070000", stISOSecondsTZ}, {"Z07:00", stISOColonTZ}, {"Z0700", stISOTZ}, {"Z07", stISOShortTZ},
}

// nextElem splits a layout at its first element.
func nextElem(layout string) (prefix string, std int, suffix string) {
	for i := 0; i < len(layout); i++ {
		c := layout[i]
		switch c {
		case 'J', 'M', '0', '1', '2', '3', '4', '5', '_', 'P', 'p', '-', 'Z':
			rest := layout[i:]
			for j := range words {
				w := &words[j]
				if w.text[0] != c || !hasPrefix(rest, w.text) {
					continue
				}
				n := len(w.text)
				switch w.std {
				case stMonth, stWeekday:
					if n < len(rest) && 'a' <= rest[n] && rest[n] <= 'z' {
						continue // the beginning of some other word
					}
				case stNone: // _2006 is an underscore and a year
					return layout[:i+1], stLongYear, rest[n:]
				}
				return layout[:i], int(w.std), rest[n:]
			}
		case '.', ',':
			// A fraction: zeros or nines, not followed by a digit.
			if i+1 < len(layout) && (layout[i+1] == '0' || layout[i+1] == '9') {
				d := layout[i+1]
				j := i + 1
				for j < len(layout) && layout[j] == d {
					j++
				}
				if !isDigit(layout, j) {
					std := stFrac0
					if d == '9' {
						std = stFrac9
					}
					std |= (j - i - 1) << argShift
					if c == ',' {
						std |= argComma
					}
					return layout[:i], std, layout[j:]
				}
			}
		}
	}
	return layout, stNone, ""
}

func fracDigits(std int) int { return std >> argShift & 0xFFF }

func fracSep(std int) byte {
	if std&argComma != 0 {
		return ','
	}
	return '.'
}
