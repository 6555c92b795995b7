package syntax

import (
	"slices"
	"strings"
	"unicode"
)

// A class is a list of ranges lo, hi, lo, hi, ... of characters. clean sorts and joins them; before that they may overlap.
type class []rune

func (c class) add(lo, hi rune) class {
	// Most ranges join one of the last two: a fold puts two lists of ranges in turn.
	for back := 2; back <= 4 && back <= len(c); back += 2 {
		r := c[len(c)-back:]
		if lo <= r[1]+1 && r[0] <= hi+1 {
			r[0], r[1] = min(r[0], lo), max(r[1], hi)
			return c
		}
	}
	return append(c, lo, hi)
}

// Outside of these, characters have no other case.
const (
	minFold = 'A'
	maxFold = 0x1E943
)

// addFold adds a range and what differs from its characters by case.
func (c class) addFold(lo, hi rune) class {
	c = c.add(lo, hi)
	if lo <= minFold && hi >= maxFold {
		return c
	}
	for r := max(lo, minFold); r <= min(hi, maxFold); r++ {
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			c = c.add(f, f)
		}
	}
	return c
}

func (c class) addTable(t *unicode.RangeTable) class {
	for _, r := range t.R16 {
		c = c.addStride(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	for _, r := range t.R32 {
		c = c.addStride(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	return c
}

func (c class) addStride(lo, hi, stride rune) class {
	if stride == 1 {
		return c.add(lo, hi)
	}
	for ; lo <= hi; lo += stride {
		c = c.add(lo, lo)
	}
	return c
}

// addClass adds another class, if negate its complement; other must be clean.
func (c class) addClass(other class, negate bool) class {
	if negate {
		other = other.negate()
	}
	for i := 0; i < len(other); i += 2 {
		c = c.add(other[i], other[i+1])
	}
	return c
}

// folded adds what differs by case.
func (c class) folded() class {
	var out class
	for i := 0; i < len(c); i += 2 {
		out = out.addFold(c[i], c[i+1])
	}
	return out.clean()
}

type span struct{ lo, hi rune }

func (c class) clean() class {
	spans := make([]span, 0, len(c)/2)
	for i := 0; i < len(c); i += 2 {
		spans = append(spans, span{c[i], c[i+1]})
	}
	slices.SortFunc(spans, func(a, b span) int { return int(a.lo - b.lo) })
	c = c[:0]
	for _, s := range spans {
		if n := len(c); n > 0 && s.lo <= c[n-1]+1 {
			c[n-1] = max(c[n-1], s.hi)
		} else {
			c = append(c, s.lo, s.hi)
		}
	}
	return c
}

// negate is the complement of a clean class.
func (c class) negate() class {
	var out class
	next := rune(0)
	for i := 0; i < len(c); i += 2 {
		if c[i] > next {
			out = append(out, next, c[i]-1)
		}
		next = c[i+1] + 1
	}
	if next <= unicode.MaxRune {
		out = append(out, next, unicode.MaxRune)
	}
	return out
}

// Classes with names: \d and its kin, [:alpha:] and its kin.
var (
	digits    = class{'0', '9'}
	spaces    = class{'\t', '\n', '\f', '\r', ' ', ' '}
	wordChars = class{'0', '9', 'A', 'Z', '_', '_', 'a', 'z'}
)

func perlClass(c byte) (set class, negate bool) {
	switch c {
	case 'd', 'D':
		set = digits
	case 's', 'S':
		set = spaces
	case 'w', 'W':
		set = wordChars
	default:
		return nil, false
	}
	return set, c < 'a'
}

func posixClass(name string) class {
	switch name {
	case "alnum":
		return class{'0', '9', 'A', 'Z', 'a', 'z'}
	case "alpha":
		return class{'A', 'Z', 'a', 'z'}
	case "ascii":
		return class{0, 0x7F}
	case "blank":
		return class{'\t', '\t', ' ', ' '}
	case "cntrl":
		return class{0, 0x1F, 0x7F, 0x7F}
	case "digit":
		return digits
	case "graph":
		return class{'!', '~'}
	case "lower":
		return class{'a', 'z'}
	case "print":
		return class{' ', '~'}
	case "punct":
		return class{'!', '/', ':', '@', '[', '`', '{', '~'}
	case "space":
		return class{'\t', '\r', ' ', ' '}
	case "upper":
		return class{'A', 'Z'}
	case "word":
		return wordChars
	case "xdigit":
		return class{'0', '9', 'A', 'F', 'a', 'f'}
	}
	return nil
}

// plainName is how names of Unicode tables are compared: without case, spaces, underscores and hyphens.
func plainName(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '_' || r == '-':
			return -1
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		}
		return r
	}, s)
}

// unicodeClass is the set called name in \p{name}; the result must be cleaned.
func unicodeClass(name string) (set class, ok bool) {
	switch plainName(name) {
	case "any":
		return class{0, unicode.MaxRune}, true
	case "ascii":
		return class{0, unicode.MaxASCII}, true
	case "assigned", "cn", "unassigned":
		for short, t := range unicode.Categories {
			if len(short) == 1 && short != "C" || len(short) == 2 && short[0] == 'C' && short != "Cn" {
				set = set.addTable(t)
			}
		}
		set = set.clean()
		if plainName(name) != "assigned" {
			set = set.negate()
		}
		return set, true
	case "lc", "casedletter":
		for _, short := range [...]string{"Lu", "Ll", "Lt"} {
			set = set.addTable(unicode.Categories[short])
		}
		return set, true
	}
	if t := unicode.Categories[name]; t != nil {
		return set.addTable(t), true
	}
	if t := unicode.Scripts[name]; t != nil {
		return set.addTable(t), true
	}
	want := plainName(name)
	if short := unicode.CategoryAliases[name]; short != "" {
		return set.addTable(unicode.Categories[short]), true
	}
	for alias, short := range unicode.CategoryAliases {
		if plainName(alias) == want && unicode.Categories[short] != nil {
			return set.addTable(unicode.Categories[short]), true
		}
	}
	for _, tables := range [...]map[string]*unicode.RangeTable{unicode.Categories, unicode.Scripts} {
		for full, t := range tables {
			if plainName(full) == want {
				return set.addTable(t), true
			}
		}
	}
	return nil, false
}
