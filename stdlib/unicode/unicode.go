// Package unicode tests properties of Unicode code points and maps their case.
package unicode

const (
	MaxRune         = '\U0010FFFF' // largest code point
	ReplacementChar = '\uFFFD'     // stands for invalid code points
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'

	// Version is the edition of Unicode the tables come from.
	Version = "17.0.0"
)

// RangeTable is a set of code points: sorted ranges of 16-bit and of larger ones.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int // entries of R16 with Hi <= MaxLatin1
}

// Range16 is the code points Lo, Lo+Stride, ... Hi.
type Range16 struct {
	Lo, Hi, Stride uint16
}

// Range32 is Range16 for code points above 16 bits.
type Range32 struct {
	Lo, Hi, Stride uint32
}

// Is reports whether r is in the table.
func Is(rangeTab *RangeTable, r rune) bool {
	if t := rangeTab.R16; len(t) > 0 && uint32(r) <= uint32(t[len(t)-1].Hi) {
		return in16(t, uint16(r))
	}
	if t := rangeTab.R32; len(t) > 0 && r >= rune(t[0].Lo) {
		return in32(t, uint32(r))
	}
	return false
}

// isAbove is Is for code points that are not Latin-1.
func isAbove(t *RangeTable, r rune) bool {
	if t16 := t.R16; len(t16) > t.LatinOffset && uint32(r) <= uint32(t16[len(t16)-1].Hi) {
		return in16(t16[t.LatinOffset:], uint16(r))
	}
	if t32 := t.R32; len(t32) > 0 && r >= rune(t32[0].Lo) {
		return in32(t32, uint32(r))
	}
	return false
}

func in16(t []Range16, r uint16) bool {
	lo, hi := 0, len(t)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		e := &t[m]
		switch {
		case r < e.Lo:
			hi = m
		case r > e.Hi:
			lo = m + 1
		default:
			return e.Stride == 1 || (r-e.Lo)%e.Stride == 0
		}
	}
	return false
}

func in32(t []Range32, r uint32) bool {
	lo, hi := 0, len(t)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		e := &t[m]
		switch {
		case r < e.Lo:
			hi = m
		case r > e.Hi:
			lo = m + 1
		default:
			return e.Stride == 1 || (r-e.Lo)%e.Stride == 0
		}
	}
	return false
}

// In reports whether r is in one of the tables.
func In(r rune, ranges ...*RangeTable) bool {
	for _, t := range ranges {
		if Is(t, r) {
			return true
		}
	}
	return false
}

// IsOneOf is In with the arguments the other way round.
func IsOneOf(ranges []*RangeTable, r rune) bool { return In(r, ranges...) }

// Classes in latin1. isLu and isLl together are letters without case.
const (
	isC = 1 << iota
	isP
	isN
	isS
	isZ
	isLu
	isLl
	isPrint
)

// GraphicRanges are the sets IsGraphic looks in.
var GraphicRanges = []*RangeTable{table_cL, table_cM, table_cN, table_cP, table_cS, table_cZs}

// PrintRanges are the sets IsPrint looks in; the ASCII space is printable too.
var PrintRanges = []*RangeTable{table_cL, table_cM, table_cN, table_cP, table_cS}

func class(r rune, bits uint8, t *RangeTable) bool {
	if uint32(r) <= MaxLatin1 {
		return latin1[uint8(r)]&bits != 0
	}
	return isAbove(t, r)
}

// IsGraphic reports whether r is a letter, mark, number, punctuation, symbol or space of category Zs.
func IsGraphic(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin1[uint8(r)]&(isPrint|isZ) != 0
	}
	return In(r, GraphicRanges...)
}

// IsPrint reports whether r is printed by Go: IsGraphic without spaces other than ' '.
func IsPrint(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin1[uint8(r)]&isPrint != 0
	}
	return In(r, PrintRanges...)
}

// IsControl reports whether r is a control character.
func IsControl(r rune) bool { return uint32(r) <= MaxLatin1 && latin1[uint8(r)]&isC != 0 }

// IsLetter reports whether r is a letter.
func IsLetter(r rune) bool { return class(r, isLu|isLl, table_cL) }

// IsMark reports whether r is a mark.
func IsMark(r rune) bool { return isAbove(table_cM, r) }

// IsNumber reports whether r is a number.
func IsNumber(r rune) bool { return class(r, isN, table_cN) }

// IsDigit reports whether r is a decimal digit.
func IsDigit(r rune) bool {
	if r <= MaxLatin1 {
		return '0' <= r && r <= '9'
	}
	return isAbove(table_cNd, r)
}

// IsPunct reports whether r is punctuation.
func IsPunct(r rune) bool { return class(r, isP, table_cP) }

// IsSymbol reports whether r is a symbol.
func IsSymbol(r rune) bool { return class(r, isS, table_cS) }

// IsSpace reports whether r is white space.
func IsSpace(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return r == ' ' || '\t' <= r && r <= '\r' || r == 0x85 || r == 0xA0
	}
	return isAbove(table_pWhite_Space, r)
}

// IsUpper reports whether r is an upper case letter.
func IsUpper(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin1[uint8(r)]&(isLu|isLl) == isLu
	}
	return isAbove(table_cLu, r)
}

// IsLower reports whether r is a lower case letter.
func IsLower(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin1[uint8(r)]&(isLu|isLl) == isLl
	}
	return isAbove(table_cLl, r)
}

// IsTitle reports whether r is a title case letter.
func IsTitle(r rune) bool { return r > MaxLatin1 && isAbove(table_cLt, r) }
