package unicode

// Indexes of CaseRange.Delta.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// UpperLower as a delta says that the range alternates: upper, lower, upper, lower.
const UpperLower = MaxRune + 1

type d [MaxCase]rune

// CaseRange says how the case of the code points Lo to Hi is mapped: by adding Delta.
type CaseRange struct {
	Lo, Hi uint32
	Delta  d
}

// SpecialCase is a list of mappings of a language that differ from the usual ones.
type SpecialCase []CaseRange

func mapCase(_case int, r rune, ranges []CaseRange) (mapped rune, found bool) {
	if _case < 0 || MaxCase <= _case {
		return ReplacementChar, false
	}
	lo, hi := 0, len(ranges)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		e := &ranges[m]
		switch {
		case r < rune(e.Lo):
			hi = m
		case r > rune(e.Hi):
			lo = m + 1
		default:
			delta := e.Delta[_case]
			if delta > MaxRune {
				// even offsets are upper case, odd ones lower
				return rune(e.Lo) + ((r-rune(e.Lo))&^1 | rune(_case&1)), true
			}
			return r + delta, true
		}
	}
	return r, false
}

// To maps r to UpperCase, LowerCase or TitleCase.
func To(_case int, r rune) rune {
	r, _ = mapCase(_case, r, caseRanges)
	return r
}

// ToUpper maps r to upper case.
func ToUpper(r rune) rune {
	if r <= MaxASCII {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	return To(UpperCase, r)
}

// ToLower maps r to lower case.
func ToLower(r rune) rune {
	if r <= MaxASCII {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return To(LowerCase, r)
}

// ToTitle maps r to title case.
func ToTitle(r rune) rune {
	if r <= MaxASCII {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	return To(TitleCase, r)
}

func (special SpecialCase) to(_case int, r rune, usual func(rune) rune) rune {
	m, found := mapCase(_case, r, []CaseRange(special))
	if m == r && !found {
		m = usual(r)
	}
	return m
}

// ToUpper maps r to upper case, the special mapping first.
func (special SpecialCase) ToUpper(r rune) rune { return special.to(UpperCase, r, ToUpper) }

// ToTitle maps r to title case, the special mapping first.
func (special SpecialCase) ToTitle(r rune) rune { return special.to(TitleCase, r, ToTitle) }

// ToLower maps r to lower case, the special mapping first.
func (special SpecialCase) ToLower(r rune) rune { return special.to(LowerCase, r, ToLower) }

// SimpleFold goes on to the next code point that is equal to r under simple case folding: the smallest one larger than r, or the smallest of
// all. So it walks an orbit: 'A' to 'a' to 'A'; 'K' to 'k' to '\u212A' (Kelvin) to 'K'. For a code point without equals, and an invalid one,
// it returns r.
func SimpleFold(r rune) rune {
	if r < 0 || r > MaxRune {
		return r
	}
	lo, hi := 0, len(caseOrbit)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if rune(caseOrbit[m][0]) < r {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(caseOrbit) && rune(caseOrbit[lo][0]) == r {
		return rune(caseOrbit[lo][1])
	}
	if l := ToLower(r); l != r {
		return l
	}
	return ToUpper(r)
}

// TurkishCase has the dotted and dotless i of Turkish.
var TurkishCase SpecialCase = turkish

var turkish = SpecialCase{
	{0x49, 0x49, d{0, 0x131 - 0x49, 0}},
	{0x69, 0x69, d{0x130 - 0x69, 0, 0x130 - 0x69}},
	{0x130, 0x130, d{0, 0x69 - 0x130, 0}},
	{0x131, 0x131, d{0x49 - 0x131, 0, 0x49 - 0x131}},
}

// AzeriCase is TurkishCase for Azeri.
var AzeriCase SpecialCase = turkish
