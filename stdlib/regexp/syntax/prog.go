package syntax

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// A Prog is a compiled expression: a nondeterministic automaton.
type Prog struct {
	Inst   []Inst
	Start  int // first instruction
	NumCap int // number of positions recorded, two per group and two for the whole
}

// An InstOp is the kind of an instruction.
type InstOp uint8

const (
	InstAlt          InstOp = iota // go on at Out, and with less priority at Arg
	InstAltMatch                   // not used
	InstCapture                    // record the position as number Arg
	InstEmptyWidth                 // the position must be as the EmptyOp Arg says
	InstMatch                      // done
	InstFail                       // give up
	InstNop                        // go on
	InstRune                       // a character of the ranges Rune; of one character Rune alone, Arg may be FoldCase
	InstRune1                      // the character Rune[0]
	InstRuneAny                    // any character
	InstRuneAnyNotNL               // any character but \n
)

var instNames = [...]string{"InstAlt", "InstAltMatch", "InstCapture", "InstEmptyWidth", "InstMatch", "InstFail", "InstNop", "InstRune",
	"InstRune1", "InstRuneAny", "InstRuneAnyNotNL"}

// String is the name of the kind.
func (i InstOp) String() string {
	if int(i) < len(instNames) {
		return instNames[i]
	}
	return ""
}

// An EmptyOp is a set of conditions on a position.
type EmptyOp uint8

const (
	EmptyBeginLine EmptyOp = 1 << iota
	EmptyEndLine
	EmptyBeginText
	EmptyEndText
	EmptyWordBoundary
	EmptyNoWordBoundary
)

// IsWordChar reports whether r counts for \b: letters, digits and underscores of ASCII.
func IsWordChar(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_'
}

// EmptyOpContext is what holds between the characters r1 and r2, which are -1 at the ends of the text.
func EmptyOpContext(r1, r2 rune) EmptyOp {
	op := EmptyNoWordBoundary
	if IsWordChar(r1) != IsWordChar(r2) {
		op = EmptyWordBoundary
	}
	if r1 < 0 {
		op |= EmptyBeginText | EmptyBeginLine
	} else if r1 == '\n' {
		op |= EmptyBeginLine
	}
	if r2 < 0 {
		op |= EmptyEndText | EmptyEndLine
	} else if r2 == '\n' {
		op |= EmptyEndLine
	}
	return op
}

// An Inst is an instruction.
type Inst struct {
	Op   InstOp
	Out  uint32
	Arg  uint32
	Rune []rune
}

// MatchRune reports whether an instruction that takes a character takes r.
func (i *Inst) MatchRune(r rune) bool { return i.MatchRunePos(r) >= 0 }

// MatchRunePos is the number of the range that r is in, -1 if there is none.
func (i *Inst) MatchRunePos(r rune) int {
	rs := i.Rune
	switch len(rs) {
	case 0:
		return -1
	case 1:
		c := rs[0]
		if r == c {
			return 0
		}
		if Flags(i.Arg)&FoldCase != 0 {
			for f := unicode.SimpleFold(c); f != c; f = unicode.SimpleFold(f) {
				if r == f {
					return 0
				}
			}
		}
		return -1
	}
	lo, hi := 0, len(rs)/2
	if hi <= 4 {
		for ; lo < hi; lo++ {
			if r < rs[2*lo] {
				return -1
			}
			if r <= rs[2*lo+1] {
				return lo
			}
		}
		return -1
	}
	for lo < hi {
		m := (lo + hi) / 2
		switch {
		case r < rs[2*m]:
			hi = m
		case r > rs[2*m+1]:
			lo = m + 1
		default:
			return m
		}
	}
	return -1
}

// MatchEmptyWidth reports whether the condition holds between two characters, which are -1 at the ends of the text.
func (i *Inst) MatchEmptyWidth(before rune, after rune) bool {
	op := EmptyOp(i.Arg)
	return EmptyOpContext(before, after)&op == op
}

// String is a readable form.
func (i *Inst) String() string {
	out, arg := strconv.Itoa(int(i.Out)), strconv.Itoa(int(i.Arg))
	switch i.Op {
	case InstAlt:
		return "alt -> " + out + ", " + arg
	case InstAltMatch:
		return "altmatch -> " + out + ", " + arg
	case InstCapture:
		return "cap " + arg + " -> " + out
	case InstEmptyWidth:
		return "empty " + arg + " -> " + out
	case InstMatch:
		return "match"
	case InstFail:
		return "fail"
	case InstNop:
		return "nop -> " + out
	case InstRune:
		if i.Rune == nil {
			return "rune <nil>"
		}
		s := "rune " + strconv.QuoteToASCII(string(i.Rune))
		if Flags(i.Arg)&FoldCase != 0 {
			s += "/i"
		}
		return s + " -> " + out
	case InstRune1:
		return "rune1 " + strconv.QuoteToASCII(string(i.Rune)) + " -> " + out
	case InstRuneAny:
		return "any -> " + out
	case InstRuneAnyNotNL:
		return "anynotnl -> " + out
	}
	return ""
}

// String lists the instructions; the first one is marked.
func (p *Prog) String() string {
	var b strings.Builder
	for i := range p.Inst {
		pc := strconv.Itoa(i)
		if len(pc) < 3 {
			b.WriteString("   "[len(pc):])
		}
		if i == p.Start {
			pc += "*"
		}
		b.WriteString(pc + "\t" + p.Inst[i].String() + "\n")
	}
	return b.String()
}

// skipNop follows instructions that do not matter to text.
func (p *Prog) skipNop(pc uint32) *Inst {
	i := &p.Inst[pc]
	for i.Op == InstNop || i.Op == InstCapture {
		i = &p.Inst[i.Out]
	}
	return i
}

// single reports whether i takes exactly one character, which is i.Rune[0].
func (i *Inst) single() bool {
	return i.Op == InstRune1 || i.Op == InstRune && len(i.Rune) == 1 && Flags(i.Arg)&FoldCase == 0
}

// Prefix returns a literal that every match begins with; complete tells that it is the whole match.
func (p *Prog) Prefix() (prefix string, complete bool) {
	i := p.skipNop(uint32(p.Start))
	if !i.single() {
		return "", i.Op == InstMatch
	}
	var b strings.Builder
	for i.single() {
		if i.Rune[0] == unicode.ReplacementChar {
			break // would also match invalid UTF-8
		}
		b.WriteRune(i.Rune[0])
		i = p.skipNop(i.Out)
	}
	return b.String(), i.Op == InstMatch
}

// StartCond is what must hold where a match begins; all bits when there can be no match.
func (p *Prog) StartCond() EmptyOp {
	var cond EmptyOp
	for i := &p.Inst[p.Start]; ; i = &p.Inst[i.Out] {
		switch i.Op {
		case InstEmptyWidth:
			cond |= EmptyOp(i.Arg)
		case InstFail:
			return ^EmptyOp(0)
		case InstCapture, InstNop:
		default:
			return cond
		}
	}
}

// ---- compiling -------------------------------------------------------------------------------------------------------------------

// A frag is a part of the program: where it starts, the places that go on after it, and whether it can match without text.
type frag struct {
	start    uint32
	out      patch
	nullable bool
}

// A patch is a list of Out and Arg fields that are not set yet, linked through themselves: 2*instruction, +1 for Arg. 0 ends the list, which
// works since instruction 0 is never in one.
type patch struct{ head, tail uint32 }

type compiler struct{ p *Prog }

func (c *compiler) slot(l uint32) *uint32 {
	if i := &c.p.Inst[l>>1]; l&1 == 0 {
		return &i.Out
	} else {
		return &i.Arg
	}
}

func (c *compiler) set(l patch, to uint32) {
	for head := l.head; head != 0; {
		s := c.slot(head)
		head = *s
		*s = to
	}
}

func (c *compiler) join(a, b patch) patch {
	if a.head == 0 {
		return b
	}
	if b.head == 0 {
		return a
	}
	*c.slot(a.tail) = b.head
	return patch{a.head, b.tail}
}

func (c *compiler) inst(op InstOp) (uint32, *Inst) {
	n := len(c.p.Inst)
	c.p.Inst = append(c.p.Inst, Inst{Op: op})
	return uint32(n), &c.p.Inst[n]
}

func outOf(n uint32) patch { return patch{n << 1, n << 1} }
func argOf(n uint32) patch { return patch{n<<1 | 1, n<<1 | 1} }

// Compile makes the program of a tree that is simplified.
func Compile(re *Regexp) (*Prog, error) {
	c := compiler{&Prog{NumCap: 2}}
	c.inst(InstFail)
	f := c.tree(re)
	match, _ := c.inst(InstMatch)
	c.set(f.out, match)
	c.p.Start = int(f.start)
	return c.p, nil
}

func (c *compiler) simple(op InstOp, arg uint32, nullable bool) frag {
	n, i := c.inst(op)
	i.Arg = arg
	return frag{n, outOf(n), nullable}
}

func (c *compiler) tree(re *Regexp) frag {
	switch re.Op {
	case OpNoMatch:
		return frag{}
	case OpEmptyMatch:
		return c.simple(InstNop, 0, true)
	case OpLiteral:
		if len(re.Rune) == 0 {
			return c.simple(InstNop, 0, true)
		}
		var f frag
		for j := range re.Rune {
			g := c.rune(re.Rune[j:j+1], re.Flags)
			if j == 0 {
				f = g
			} else {
				f = c.concat(f, g)
			}
		}
		return f
	case OpCharClass:
		return c.rune(re.Rune, re.Flags)
	case OpAnyCharNotNL:
		return c.rune([]rune{0, '\n' - 1, '\n' + 1, unicode.MaxRune}, 0)
	case OpAnyChar:
		return c.rune([]rune{0, unicode.MaxRune}, 0)
	case OpBeginLine:
		return c.simple(InstEmptyWidth, uint32(EmptyBeginLine), true)
	case OpEndLine:
		return c.simple(InstEmptyWidth, uint32(EmptyEndLine), true)
	case OpBeginText:
		return c.simple(InstEmptyWidth, uint32(EmptyBeginText), true)
	case OpEndText:
		return c.simple(InstEmptyWidth, uint32(EmptyEndText), true)
	case OpWordBoundary:
		return c.simple(InstEmptyWidth, uint32(EmptyWordBoundary), true)
	case OpNoWordBoundary:
		return c.simple(InstEmptyWidth, uint32(EmptyNoWordBoundary), true)
	case OpCapture:
		c.p.NumCap = max(c.p.NumCap, 2*re.Cap+2)
		open := c.simple(InstCapture, uint32(2*re.Cap), true)
		sub := c.tree(re.Sub[0])
		end := c.simple(InstCapture, uint32(2*re.Cap+1), true)
		return c.concat(c.concat(open, sub), end)
	case OpStar:
		return c.star(c.tree(re.Sub[0]), re.Flags&NonGreedy != 0)
	case OpPlus:
		f := c.tree(re.Sub[0])
		return frag{f.start, c.loop(f, re.Flags&NonGreedy != 0).out, f.nullable}
	case OpQuest:
		return c.quest(c.tree(re.Sub[0]), re.Flags&NonGreedy != 0)
	case OpConcat:
		if len(re.Sub) == 0 {
			return c.simple(InstNop, 0, true)
		}
		f := c.tree(re.Sub[0])
		for _, sub := range re.Sub[1:] {
			f = c.concat(f, c.tree(sub))
		}
		return f
	case OpAlternate:
		var f frag
		for _, sub := range re.Sub {
			f = c.alternate(f, c.tree(sub))
		}
		return f
	}
	panic("regexp: unhandled case in compile")
}

func (c *compiler) concat(a, b frag) frag {
	if a.start == 0 || b.start == 0 {
		return frag{}
	}
	c.set(a.out, b.start)
	return frag{a.start, b.out, a.nullable && b.nullable}
}

func (c *compiler) alternate(a, b frag) frag {
	if a.start == 0 {
		return b
	}
	if b.start == 0 {
		return a
	}
	n, i := c.inst(InstAlt)
	i.Out, i.Arg = a.start, b.start
	return frag{n, c.join(a.out, b.out), a.nullable || b.nullable}
}

// choice makes an Alt that prefers first, or leaving it when lazy.
func (c *compiler) choice(first uint32, lazy bool) (n uint32, out patch) {
	n, i := c.inst(InstAlt)
	if lazy {
		i.Arg = first
		return n, outOf(n)
	}
	i.Out = first
	return n, argOf(n)
}

func (c *compiler) quest(f frag, lazy bool) frag {
	n, out := c.choice(f.start, lazy)
	return frag{n, c.join(out, f.out), true}
}

// loop is the end of x*: after x, again or on.
func (c *compiler) loop(f frag, lazy bool) frag {
	n, out := c.choice(f.start, lazy)
	c.set(f.out, n)
	return frag{n, out, true}
}

// star: for an x that can be empty, x* is (x+)?, because a loop that is entered at its end would prefer wrong captures.
func (c *compiler) star(f frag, lazy bool) frag {
	if f.nullable {
		return c.quest(frag{f.start, c.loop(f, lazy).out, f.nullable}, lazy)
	}
	return c.loop(f, lazy)
}

func (c *compiler) rune(set []rune, flags Flags) frag {
	n, i := c.inst(InstRune)
	i.Rune = set
	flags &= FoldCase
	if len(set) != 1 || unicode.SimpleFold(set[0]) == set[0] {
		flags = 0
	}
	i.Arg = uint32(flags)
	switch {
	case flags&FoldCase == 0 && (len(set) == 1 || len(set) == 2 && set[0] == set[1]):
		i.Op = InstRune1
	case slices.Equal(set, []rune{0, unicode.MaxRune}):
		i.Op = InstRuneAny
	case slices.Equal(set, []rune{0, '\n' - 1, '\n' + 1, unicode.MaxRune}):
		i.Op = InstRuneAnyNotNL
	}
	return frag{n, outOf(n), false}
}
