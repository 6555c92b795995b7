// Package syntax parses regular expressions and compiles them to programs for the matchers of package regexp.
//
// The syntax is that of RE2: Perl's without back references and look-around, so that matching takes time linear in the text.
package syntax

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// An Op is the kind of a Regexp.
type Op uint8

const (
	OpNoMatch        Op = 1 + iota // matches nothing
	OpEmptyMatch                   // matches the empty string
	OpLiteral                      // the characters Rune
	OpCharClass                    // one character of the ranges Rune
	OpAnyCharNotNL                 // any character but \n
	OpAnyChar                      // any character
	OpBeginLine                    // empty at the beginning of a line
	OpEndLine                      // empty at the end of a line
	OpBeginText                    // empty at the beginning of the text
	OpEndText                      // empty at the end of the text
	OpWordBoundary                 // \b
	OpNoWordBoundary               // \B
	OpCapture                      // group number Cap, called Name if that is not empty
	OpStar                         // Sub[0], any number of times
	OpPlus                         // Sub[0], once or more
	OpQuest                        // Sub[0] or nothing
	OpRepeat                       // Sub[0], from Min to Max times; Max -1: no limit
	OpConcat                       // all of Sub in order
	OpAlternate                    // one of Sub, the first preferred
)

var kindNames = [...]string{"NoMatch", "EmptyMatch", "Literal", "CharClass", "AnyCharNotNL", "AnyChar", "BeginLine", "EndLine", "BeginText",
	"EndText", "WordBoundary", "NoWordBoundary", "Capture", "Star", "Plus", "Quest", "Repeat", "Concat", "Alternate"}

// String is the name of the kind.
func (i Op) String() string {
	if i >= 1 && int(i) <= len(kindNames) {
		return kindNames[i-1]
	}
	return "Op(" + strconv.Itoa(int(i)) + ")"
}

// A Regexp is a node of the syntax tree.
type Regexp struct {
	Op       Op
	Flags    Flags
	Sub      []*Regexp
	Sub0     [1]*Regexp // room for Sub
	Rune     []rune
	Rune0    [2]rune // room for Rune
	Min, Max int
	Cap      int
	Name     string
}

// Equal reports whether x and y have the same structure.
func (x *Regexp) Equal(y *Regexp) bool {
	if x == nil || y == nil {
		return x == y
	}
	if x.Op != y.Op {
		return false
	}
	switch x.Op {
	case OpEndText:
		if x.Flags&WasDollar != y.Flags&WasDollar {
			return false
		}
	case OpLiteral, OpCharClass:
		return x.Flags&FoldCase == y.Flags&FoldCase && slices.Equal(x.Rune, y.Rune) || x.Op == OpCharClass && slices.Equal(x.Rune, y.Rune)
	case OpStar, OpPlus, OpQuest:
		return x.Flags&NonGreedy == y.Flags&NonGreedy && x.Sub[0].Equal(y.Sub[0])
	case OpRepeat:
		return x.Flags&NonGreedy == y.Flags&NonGreedy && x.Min == y.Min && x.Max == y.Max && x.Sub[0].Equal(y.Sub[0])
	case OpCapture:
		return x.Cap == y.Cap && x.Name == y.Name && x.Sub[0].Equal(y.Sub[0])
	case OpConcat, OpAlternate:
		return slices.EqualFunc(x.Sub, y.Sub, (*Regexp).Equal)
	}
	return true
}

// MaxCap is the highest number of a group.
func (re *Regexp) MaxCap() int {
	n := 0
	if re.Op == OpCapture {
		n = re.Cap
	}
	for _, sub := range re.Sub {
		n = max(n, sub.MaxCap())
	}
	return n
}

// CapNames are the names of the groups, "" for those without; names[0] is the whole expression.
func (re *Regexp) CapNames() []string {
	names := make([]string, re.MaxCap()+1)
	re.capNames(names)
	return names
}

func (re *Regexp) capNames(names []string) {
	if re.Op == OpCapture {
		names[re.Cap] = re.Name
	}
	for _, sub := range re.Sub {
		sub.capNames(names)
	}
}

// String returns an expression for the tree; flags are written where they differ from (?-ims).
func (re *Regexp) String() string {
	var b strings.Builder
	re.write(&b)
	return b.String()
}

// writeSub puts what binds less than its surroundings into a group.
func (re *Regexp) writeSub(b *strings.Builder, loose bool) {
	if loose {
		b.WriteString("(?:")
		re.write(b)
		b.WriteByte(')')
		return
	}
	re.write(b)
}

func (re *Regexp) write(b *strings.Builder) {
	switch re.Op {
	case OpNoMatch:
		b.WriteString(`[^\x00-\x{10FFFF}]`)
	case OpEmptyMatch:
		b.WriteString(`(?:)`)
	case OpLiteral:
		if re.Flags&FoldCase != 0 {
			b.WriteString(`(?i:`)
		}
		for _, r := range re.Rune {
			escape(b, r, false)
		}
		if re.Flags&FoldCase != 0 {
			b.WriteByte(')')
		}
	case OpCharClass:
		re.writeClass(b)
	case OpAnyCharNotNL:
		b.WriteString(`(?-s:.)`)
	case OpAnyChar:
		b.WriteString(`(?s:.)`)
	case OpBeginLine:
		b.WriteString(`(?m:^)`)
	case OpEndLine:
		b.WriteString(`(?m:$)`)
	case OpBeginText:
		b.WriteString(`\A`)
	case OpEndText:
		if re.Flags&WasDollar != 0 {
			b.WriteString(`(?-m:$)`)
		} else {
			b.WriteString(`\z`)
		}
	case OpWordBoundary:
		b.WriteString(`\b`)
	case OpNoWordBoundary:
		b.WriteString(`\B`)
	case OpCapture:
		if re.Name != "" {
			b.WriteString(`(?P<` + re.Name + `>`)
		} else {
			b.WriteByte('(')
		}
		if re.Sub[0].Op != OpEmptyMatch {
			re.Sub[0].write(b)
		}
		b.WriteByte(')')
	case OpStar, OpPlus, OpQuest, OpRepeat:
		sub := re.Sub[0]
		re.Sub[0].writeSub(b, sub.Op > OpCapture || sub.Op == OpLiteral && len(sub.Rune) > 1)
		switch re.Op {
		case OpStar:
			b.WriteByte('*')
		case OpPlus:
			b.WriteByte('+')
		case OpQuest:
			b.WriteByte('?')
		default:
			b.WriteString("{" + strconv.Itoa(re.Min))
			if re.Max != re.Min {
				b.WriteByte(',')
				if re.Max >= 0 {
					b.WriteString(strconv.Itoa(re.Max))
				}
			}
			b.WriteByte('}')
		}
		if re.Flags&NonGreedy != 0 {
			b.WriteByte('?')
		}
	case OpConcat:
		for _, sub := range re.Sub {
			sub.writeSub(b, sub.Op == OpAlternate)
		}
	case OpAlternate:
		for i, sub := range re.Sub {
			if i > 0 {
				b.WriteByte('|')
			}
			sub.write(b)
		}
	default:
		b.WriteString("<invalid op" + strconv.Itoa(int(re.Op)) + ">")
	}
}

func (re *Regexp) writeClass(b *strings.Builder) {
	if len(re.Rune)%2 != 0 {
		b.WriteString(`[invalid char class]`)
		return
	}
	b.WriteByte('[')
	r := re.Rune
	if len(r) == 0 {
		b.WriteString(`^\x00-\x{10FFFF}`)
	} else if r[0] == 0 && r[len(r)-1] == unicode.MaxRune && len(r) > 2 {
		b.WriteByte('^') // the gaps are shorter to write
		for i := 1; i < len(r)-1; i += 2 {
			writeRange(b, r[i]+1, r[i+1]-1)
		}
	} else {
		for i := 0; i < len(r); i += 2 {
			writeRange(b, r[i], r[i+1])
		}
	}
	b.WriteByte(']')
}

func writeRange(b *strings.Builder, lo, hi rune) {
	escape(b, lo, lo == '-')
	if lo != hi {
		if hi != lo+1 {
			b.WriteByte('-')
		}
		escape(b, hi, hi == '-')
	}
}

const meta = `\.+*?()|[]{}^$`

func escape(b *strings.Builder, r rune, force bool) {
	if unicode.IsPrint(r) {
		if force || strings.ContainsRune(meta, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		return
	}
	switch r {
	case '\a':
		b.WriteString(`\a`)
	case '\f':
		b.WriteString(`\f`)
	case '\n':
		b.WriteString(`\n`)
	case '\r':
		b.WriteString(`\r`)
	case '\t':
		b.WriteString(`\t`)
	case '\v':
		b.WriteString(`\v`)
	default:
		s := strconv.FormatInt(int64(r), 16)
		if r < 0x100 {
			b.WriteString(`\x`)
			if len(s) == 1 {
				b.WriteByte('0')
			}
			b.WriteString(s)
			return
		}
		b.WriteString(`\x{` + s + `}`)
	}
}

// Simplify returns an equivalent tree without OpRepeat and without repetitions of repetitions. It shares nodes with re.
func (re *Regexp) Simplify() *Regexp {
	if re == nil {
		return nil
	}
	switch re.Op {
	case OpCapture, OpConcat, OpAlternate:
		out := re
		for i, sub := range re.Sub {
			s := sub.Simplify()
			if s != sub && out == re {
				c := *re
				c.Rune = nil
				c.Sub = slices.Clone(re.Sub)
				out = &c
			}
			out.Sub[i] = s
		}
		return out
	case OpStar, OpPlus, OpQuest:
		return repeat(re.Op, re.Flags, re.Sub[0].Simplify(), re)
	case OpRepeat:
		if re.Min == 0 && re.Max == 0 {
			return &Regexp{Op: OpEmptyMatch}
		}
		return expand(re)
	}
	return re
}

// expand writes x{n,m} as n copies of x and m-n optional ones, nested so that each is tried only after the one before.
func expand(re *Regexp) *Regexp {
	sub := re.Sub[0].Simplify()
	if re.Max < 0 {
		switch re.Min {
		case 0:
			return repeat(OpStar, re.Flags, sub, nil)
		case 1:
			return repeat(OpPlus, re.Flags, sub, nil)
		}
		all := &Regexp{Op: OpConcat}
		for range re.Min - 1 {
			all.Sub = append(all.Sub, sub)
		}
		all.Sub = append(all.Sub, repeat(OpPlus, re.Flags, sub, nil))
		return all
	}
	if re.Min == 1 && re.Max == 1 {
		return sub
	}
	var all *Regexp
	if re.Min > 0 {
		all = &Regexp{Op: OpConcat}
		for range re.Min {
			all.Sub = append(all.Sub, sub)
		}
	}
	if re.Max > re.Min {
		rest := repeat(OpQuest, re.Flags, sub, nil)
		for i := re.Min + 1; i < re.Max; i++ {
			pair := &Regexp{Op: OpConcat, Sub: []*Regexp{sub, rest}}
			rest = repeat(OpQuest, re.Flags, pair, nil)
		}
		if all == nil {
			return rest
		}
		all.Sub = append(all.Sub, rest)
	}
	if all == nil {
		return &Regexp{Op: OpNoMatch} // only if Max < Min
	}
	return all
}

// repeat returns sub repeated, old if that is the same.
func repeat(op Op, flags Flags, sub *Regexp, old *Regexp) *Regexp {
	if sub.Op == OpEmptyMatch {
		return sub
	}
	if op == sub.Op && flags&NonGreedy == sub.Flags&NonGreedy {
		return sub // x** is x*
	}
	if old != nil && old.Op == op && old.Flags&NonGreedy == flags&NonGreedy && old.Sub[0] == sub {
		return old
	}
	re := &Regexp{Op: op, Flags: flags}
	re.Sub = append(re.Sub0[:0], sub)
	return re
}
