package syntax

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An Error describes an expression that can not be parsed.
type Error struct {
	Code ErrorCode
	Expr string // the offending part
}

func (e *Error) Error() string {
	return "error parsing regexp: " + e.Code.String() + ": `" + e.Expr + "`"
}

// An ErrorCode is the text of a kind of error.
type ErrorCode string

const (
	ErrInternalError         ErrorCode = "regexp/syntax: internal error"
	ErrInvalidCharClass      ErrorCode = "invalid character class"
	ErrInvalidCharRange      ErrorCode = "invalid character class range"
	ErrInvalidEscape         ErrorCode = "invalid escape sequence"
	ErrInvalidNamedCapture   ErrorCode = "invalid named capture"
	ErrInvalidPerlOp         ErrorCode = "invalid or unsupported Perl syntax"
	ErrInvalidRepeatOp       ErrorCode = "invalid nested repetition operator"
	ErrInvalidRepeatSize     ErrorCode = "invalid repeat count"
	ErrInvalidUTF8           ErrorCode = "invalid UTF-8"
	ErrMissingBracket        ErrorCode = "missing closing ]"
	ErrMissingParen          ErrorCode = "missing closing )"
	ErrMissingRepeatArgument ErrorCode = "missing argument to repetition operator"
	ErrTrailingBackslash     ErrorCode = "trailing backslash at end of expression"
	ErrUnexpectedParen       ErrorCode = "unexpected )"
	ErrNestingDepth          ErrorCode = "expression nests too deeply"
	ErrLarge                 ErrorCode = "expression too large"
)

// String returns the text.
func (e ErrorCode) String() string { return string(e) }

// Flags change what expressions mean and hold facts about nodes.
type Flags uint16

const (
	FoldCase      Flags = 1 << iota // case does not matter
	Literal                         // the expression is a literal string
	ClassNL                         // [^a] and \S match newlines
	DotNL                           // . matches newlines
	OneLine                         // ^ and $ match at the ends of the text only
	NonGreedy                       // repetitions match as little as possible, and ? makes them greedy
	PerlX                           // Perl's extensions
	UnicodeGroups                   // \p{Han}
	WasDollar                       // an OpEndText was $, not \z
	Simple                          // not used

	MatchNL = ClassNL | DotNL

	Perl        = ClassNL | OneLine | PerlX | UnicodeGroups
	POSIX Flags = 0
)

const (
	maxNesting = 1000
	maxRepeat  = 1000 // of single and nested repetitions
	maxRunes   = 128 << 20 / 4
	maxInsts   = 128 << 20 / 40
)

// A parser is at s, the rest of the expression.
type parser struct {
	whole string
	s     string
	flags Flags
	ncap  int
	depth int
	runes int // in all classes and literals
}

// bail is the panic that leaves the recursion.
type bail struct{ err *Error }

func fail(code ErrorCode, expr string) { panic(bail{&Error{code, expr}}) }

// Parse parses an expression.
func Parse(s string, flags Flags) (re *Regexp, err error) {
	defer func() {
		if r := recover(); r != nil {
			b, ok := r.(bail)
			if !ok {
				panic(r)
			}
			re, err = nil, b.err
		}
	}()
	checkUTF8(s)
	if flags&Literal != 0 {
		p := &parser{flags: flags}
		var list []*Regexp
		for _, r := range s {
			list = p.push(list, p.literal(r))
		}
		return concat(list), nil
	}
	p := &parser{whole: s, s: s, flags: flags}
	re = p.alternate()
	if p.s != "" {
		fail(ErrUnexpectedParen, s)
	}
	if size := re.size(); size > maxInsts {
		fail(ErrLarge, s)
	}
	return re, nil
}

func checkUTF8(s string) {
	if !utf8.ValidString(s) {
		fail(ErrInvalidUTF8, s)
	}
}

// size estimates the number of instructions.
func (re *Regexp) size() int64 {
	var n int64
	switch re.Op {
	case OpLiteral:
		return int64(len(re.Rune))
	case OpRepeat:
		sub := re.Sub[0].size()
		if re.Max >= 0 {
			return max(1, int64(re.Max)*sub+int64(re.Max-re.Min))
		}
		return max(1, int64(max(re.Min, 1))*sub+1)
	case OpCapture, OpStar:
		n = 2
	case OpPlus, OpQuest:
		n = 1
	case OpAlternate:
		n = int64(len(re.Sub)) - 1
	}
	for _, sub := range re.Sub {
		n += sub.size()
	}
	return max(n, 1)
}

// alternate parses up to the end or a closing parenthesis.
func (p *parser) alternate() *Regexp {
	if p.depth++; p.depth > maxNesting {
		fail(ErrNestingDepth, p.whole)
	}
	subs := []*Regexp{p.concat()}
	for strings.HasPrefix(p.s, "|") {
		p.s = p.s[1:]
		subs = append(subs, p.concat())
	}
	p.depth--
	return alternation(subs)
}

// isSet reports whether re matches exactly one character.
func isSet(re *Regexp) bool {
	return re.Op == OpCharClass || re.Op == OpAnyChar || re.Op == OpAnyCharNotNL || re.Op == OpLiteral && len(re.Rune) == 1
}

func (c class) addSet(re *Regexp) class {
	switch re.Op {
	case OpAnyChar:
		return c.add(0, unicode.MaxRune)
	case OpAnyCharNotNL:
		return c.add(0, '\n'-1).add('\n'+1, unicode.MaxRune)
	case OpCharClass:
		return c.addClass(re.Rune, false)
	}
	if re.Flags&FoldCase != 0 {
		return c.addFold(re.Rune[0], re.Rune[0])
	}
	return c.add(re.Rune[0], re.Rune[0])
}

// flat replaces the elements of a kind by their parts.
func flat(op Op, subs []*Regexp) []*Regexp {
	if !slices.ContainsFunc(subs, func(re *Regexp) bool { return re.Op == op }) {
		return subs
	}
	var out []*Regexp
	for _, re := range subs {
		if re.Op == op {
			out = append(out, re.Sub...)
		} else {
			out = append(out, re)
		}
	}
	return out
}

// alternation joins neighbours that match single characters into classes, and neighbours that match nothing.
func alternation(subs []*Regexp) *Regexp {
	subs = flat(OpAlternate, subs)
	out := subs[:0]
	for i := 0; i < len(subs); {
		if i > 0 && subs[i].Op == OpEmptyMatch && out[len(out)-1].Op == OpEmptyMatch {
			i++
			continue
		}
		j := i
		for j < len(subs) && isSet(subs[j]) {
			j++
		}
		if j-i < 2 {
			out = append(out, subs[i])
			i++
			continue
		}
		var set class
		for _, re := range subs[i:j] {
			set = set.addSet(re)
		}
		out = append(out, newClass(set.clean(), subs[i].Flags))
		i = j
	}
	if len(out) == 1 {
		return out[0]
	}
	return &Regexp{Op: OpAlternate, Sub: slices.Clone(out)}
}

func newClass(set class, flags Flags) *Regexp {
	if len(set) == 2 && set[0] == 0 && set[1] == unicode.MaxRune {
		return &Regexp{Op: OpAnyChar, Flags: flags}
	}
	if len(set) == 4 && set[0] == 0 && set[1] == '\n'-1 && set[2] == '\n'+1 && set[3] == unicode.MaxRune {
		return &Regexp{Op: OpAnyCharNotNL, Flags: flags}
	}
	if len(set) == 2 && set[0] == set[1] {
		return &Regexp{Op: OpLiteral, Flags: flags &^ FoldCase, Rune: set[:1]}
	}
	if len(set) == 4 && set[0] == set[1] && set[2] == set[3] || len(set) == 2 && set[0]+1 == set[1] {
		lo, hi := set[0], set[len(set)-1]
		if unicode.SimpleFold(lo) == hi && unicode.SimpleFold(hi) == lo {
			return &Regexp{Op: OpLiteral, Flags: flags | FoldCase, Rune: set[:1]}
		}
	}
	return &Regexp{Op: OpCharClass, Flags: flags, Rune: set}
}

func concat(list []*Regexp) *Regexp {
	switch len(list) {
	case 0:
		return &Regexp{Op: OpEmptyMatch}
	case 1:
		return list[0]
	}
	return &Regexp{Op: OpConcat, Sub: flat(OpConcat, list)}
}

// literal is the node of a character. Of characters that differ by case only, the smallest stands for all.
func (p *parser) literal(r rune) *Regexp {
	flags := p.flags
	if flags&FoldCase != 0 {
		least := r
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			least = min(least, f)
		}
		if unicode.SimpleFold(r) == r {
			flags &^= FoldCase
		}
		r = least
	}
	re := &Regexp{Op: OpLiteral, Flags: flags}
	re.Rune0[0] = r
	re.Rune = re.Rune0[:1]
	p.count(1)
	return re
}

func (p *parser) count(runes int) {
	if p.runes += runes; p.runes > maxRunes {
		fail(ErrLarge, p.whole)
	}
}

// push appends re, joining literals. The last literal is joined only when something follows it, since a repetition binds its last character.
func (p *parser) push(list []*Regexp, re *Regexp) []*Regexp {
	if n := len(list); re.Op == OpLiteral && n > 0 && list[n-1].Op == OpLiteral && list[n-1].Flags&FoldCase == re.Flags&FoldCase {
		list[n-1].Rune = append(list[n-1].Rune, re.Rune...)
		return list
	}
	return append(list, re)
}

func (p *parser) concat() *Regexp {
	var list []*Regexp
	for p.s != "" && p.s[0] != '|' && p.s[0] != ')' {
		before := p.s
		if p.flags&PerlX != 0 && strings.HasPrefix(p.s, `\Q`) {
			var text string
			text, p.s, _ = strings.Cut(p.s[2:], `\E`)
			for i, r := range text {
				atom := p.literal(r)
				if i+utf8.RuneLen(r) == len(text) {
					atom = p.repetitions(atom, before)
				}
				list = p.push(list, atom)
			}
			continue
		}
		atom := p.atom()
		if atom == nil { // flags
			continue
		}
		list = p.push(list, p.repetitions(atom, before))
	}
	return concat(list)
}

// repetitions parses the operators after an atom.
func (p *parser) repetitions(re *Regexp, before string) *Regexp {
	last := "" // from the operator before on
	for p.s != "" {
		from := p.s
		op, lo, hi := OpRepeat, 0, 0
		switch p.s[0] {
		case '*':
			op = OpStar
			p.s = p.s[1:]
		case '+':
			op = OpPlus
			p.s = p.s[1:]
		case '?':
			op = OpQuest
			p.s = p.s[1:]
		case '{':
			var ok bool
			if lo, hi, ok = p.count2(); !ok {
				return re
			}
			if lo < 0 || lo > maxRepeat || hi > maxRepeat || hi >= 0 && lo > hi {
				fail(ErrInvalidRepeatSize, from[:len(from)-len(p.s)])
			}
		default:
			return re
		}
		flags := p.flags
		if p.flags&PerlX != 0 {
			if strings.HasPrefix(p.s, "?") {
				p.s = p.s[1:]
				flags ^= NonGreedy
			}
			if last != "" {
				fail(ErrInvalidRepeatOp, last[:len(last)-len(p.s)])
			}
		}
		last = from
		if op == re.Op && flags&NonGreedy == re.Flags&NonGreedy && op != OpRepeat {
			continue // x**
		}
		rep := &Regexp{Op: op, Flags: flags, Min: lo, Max: hi}
		rep.Sub = append(rep.Sub0[:0], re)
		if op == OpRepeat && (lo >= 2 || hi >= 2) && !rep.countsBelow(maxRepeat) {
			fail(ErrInvalidRepeatSize, from[:len(from)-len(p.s)])
		}
		re = rep
		if re.height() > maxNesting {
			fail(ErrNestingDepth, p.whole)
		}
	}
	return re
}

func (re *Regexp) height() int {
	h := 0
	if re.Op == OpStar || re.Op == OpPlus || re.Op == OpQuest || re.Op == OpRepeat {
		for re.Op >= OpStar && re.Op <= OpRepeat {
			h++
			re = re.Sub[0]
		}
	}
	return h
}

// countsBelow reports whether nested repetitions multiply to n at most.
func (re *Regexp) countsBelow(n int) bool {
	if re.Op == OpRepeat {
		m := re.Max
		if m == 0 {
			return true
		}
		if m < 0 {
			m = re.Min
		}
		if m > n {
			return false
		}
		if m > 0 {
			n /= m
		}
	}
	for _, sub := range re.Sub {
		if !sub.countsBelow(n) {
			return false
		}
	}
	return true
}

// count2 parses {n}, {n,} or {n,m}; anything else is no repetition. hi is -1 when there is no limit; numbers too large are -1 as lo, or
// above the limit.
func (p *parser) count2() (lo, hi int, ok bool) {
	s := p.s[1:]
	lo, s, ok = number(s)
	if !ok || s == "" {
		return 0, 0, false
	}
	hi = lo
	if s[0] == ',' {
		s = s[1:]
		if s == "" {
			return 0, 0, false
		}
		if s[0] == '}' {
			hi = -1
		} else {
			hi, s, ok = number(s)
			if !ok || s == "" {
				return 0, 0, false
			}
			if hi < 0 {
				lo = -1 // too large
			}
		}
	}
	if s[0] != '}' {
		return 0, 0, false
	}
	p.s = s[1:]
	return lo, hi, true
}

// number parses digits without leading zeros. -1 stands for numbers that are too large.
func number(s string) (n int, rest string, ok bool) {
	i := 0
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		if n < 1e8 {
			n = n*10 + int(s[i]-'0')
		}
		i++
	}
	if i == 0 || i > 1 && s[0] == '0' {
		return 0, s, false
	}
	if n >= 1e8 {
		n = -1
	}
	return n, s[i:], true
}

func (p *parser) node(op Op) *Regexp { return &Regexp{Op: op, Flags: p.flags} }

// atom parses what a repetition can follow. It returns nil for (?flags).
func (p *parser) atom() *Regexp {
	switch p.s[0] {
	case '(':
		return p.group()
	case '[':
		return p.class()
	case '\\':
		return p.backslash()
	case '*', '+', '?':
		p.missing(p.s[:1])
	case '{':
		rest := p.s
		if _, _, ok := p.count2(); ok {
			p.missing(rest[:len(rest)-len(p.s)])
		}
		p.s = rest
	case '^':
		p.s = p.s[1:]
		if p.flags&OneLine != 0 {
			return p.node(OpBeginText)
		}
		return p.node(OpBeginLine)
	case '$':
		p.s = p.s[1:]
		if p.flags&OneLine != 0 {
			re := p.node(OpEndText)
			re.Flags |= WasDollar
			return re
		}
		return p.node(OpEndLine)
	case '.':
		p.s = p.s[1:]
		if p.flags&DotNL != 0 {
			return p.node(OpAnyChar)
		}
		return p.node(OpAnyCharNotNL)
	}
	return p.literal(p.rune())
}

func (p *parser) missing(op string) {
	fail(ErrMissingRepeatArgument, op)
}

func (p *parser) rune() rune {
	r, n := utf8.DecodeRuneInString(p.s)
	p.s = p.s[n:]
	return r
}

// ---- groups ----------------------------------------------------------------------------------------------------------------------

func (p *parser) group() *Regexp {
	outer := p.flags
	var capture *Regexp
	if p.flags&PerlX != 0 && strings.HasPrefix(p.s, "(?") {
		name, named := p.groupName()
		if named {
			p.ncap++
			capture = p.node(OpCapture)
			capture.Cap, capture.Name = p.ncap, name
		} else if !p.groupFlags() {
			return nil
		}
	} else {
		p.s = p.s[1:]
		p.ncap++
		capture = p.node(OpCapture)
		capture.Cap = p.ncap
	}
	re := p.alternate()
	if p.s == "" {
		fail(ErrMissingParen, p.whole)
	}
	p.s = p.s[1:]
	p.flags = outer
	if capture == nil {
		// A literal in a group is not joined with what precedes it before its repetition is known; the node is fresh anyway.
		return re
	}
	capture.Sub = append(capture.Sub0[:0], re)
	return capture
}

// groupName parses (?P<name> and (?<name>.
func (p *parser) groupName() (name string, ok bool) {
	from := 3
	if strings.HasPrefix(p.s, "(?P<") {
		from = 4
	} else if !strings.HasPrefix(p.s, "(?<") {
		return "", false
	}
	end := strings.IndexByte(p.s, '>')
	if end < 0 {
		fail(ErrInvalidNamedCapture, p.s)
	}
	name = p.s[from:end]
	valid := name != ""
	for _, c := range name {
		valid = valid && (c == '_' || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z')
	}
	if !valid {
		fail(ErrInvalidNamedCapture, p.s[:end+1])
	}
	p.s = p.s[end+1:]
	return name, true
}

// groupFlags parses (?flags: or (?flags); it reports whether a group begins.
func (p *parser) groupFlags() bool {
	whole := p.s
	p.s = p.s[2:]
	flags := p.flags
	minus, any := false, false
	for p.s != "" {
		c := p.rune()
		var bit Flags
		invert := false // the flag of the node means the opposite
		switch c {
		case 'i':
			bit = FoldCase
		case 'm':
			bit, invert = OneLine, true
		case 's':
			bit = DotNL
		case 'U':
			bit = NonGreedy
		case '-':
			if minus {
				fail(ErrInvalidPerlOp, whole[:len(whole)-len(p.s)])
			}
			minus, any = true, false
			continue
		case ':', ')':
			if minus && !any {
				fail(ErrInvalidPerlOp, whole[:len(whole)-len(p.s)])
			}
			p.flags = flags
			return c == ':'
		default:
			fail(ErrInvalidPerlOp, whole[:len(whole)-len(p.s)])
		}
		any = true
		if minus != invert {
			flags &^= bit
		} else {
			flags |= bit
		}
	}
	fail(ErrMissingParen, p.whole)
	return false
}

// ---- escapes and classes ---------------------------------------------------------------------------------------------------------------

func (p *parser) backslash() *Regexp {
	if p.flags&PerlX != 0 && len(p.s) >= 2 {
		op := Op(0)
		switch p.s[1] {
		case 'A':
			op = OpBeginText
		case 'b':
			op = OpWordBoundary
		case 'B':
			op = OpNoWordBoundary
		case 'z':
			op = OpEndText
		case 'C':
			fail(ErrInvalidEscape, p.s[:2])
		}
		if op != 0 {
			p.s = p.s[2:]
			return p.node(op)
		}
	}
	if set, ok := p.escapedClass(nil); ok {
		p.count(len(set))
		return newClass(set.clean(), p.flags)
	}
	return p.literal(p.escape())
}

// escapedClass adds \d or \pL, if that is next.
func (p *parser) escapedClass(set class) (class, bool) {
	if len(p.s) < 2 || p.s[0] != '\\' {
		return set, false
	}
	if p.flags&PerlX != 0 {
		if named, negate := perlClass(p.s[1]); named != nil {
			p.s = p.s[2:]
			return p.addNamed(set, named, negate), true
		}
	}
	if p.flags&UnicodeGroups == 0 || p.s[1] != 'p' && p.s[1] != 'P' {
		return set, false
	}
	whole := p.s
	negate := p.s[1] == 'P'
	p.s = p.s[2:]
	if p.s == "" {
		fail(ErrInvalidCharRange, whole)
	}
	var name string
	if p.s[0] == '{' {
		end := strings.IndexByte(p.s, '}')
		if end < 0 {
			fail(ErrInvalidCharRange, whole)
		}
		name, p.s = p.s[1:end], p.s[end+1:]
	} else {
		r := p.rune()
		name = string(r)
	}
	if strings.HasPrefix(name, "^") {
		negate = !negate
		name = name[1:]
	}
	named, ok := unicodeClass(name)
	if !ok {
		fail(ErrInvalidCharRange, whole[:len(whole)-len(p.s)])
	}
	return p.addNamed(set, named.clean(), negate), true
}

// addNamed adds a clean class.
func (p *parser) addNamed(set, named class, negate bool) class {
	if p.flags&FoldCase != 0 {
		named = named.folded()
	}
	if negate && p.flags&ClassNL == 0 {
		named = slices.Clone(named).add('\n', '\n').clean()
	}
	p.count(len(named))
	return set.addClass(named, negate)
}

// escape parses a backslash and what it escapes.
func (p *parser) escape() rune {
	whole := p.s
	p.s = p.s[1:]
	if p.s == "" {
		fail(ErrTrailingBackslash, "")
	}
	c := p.rune()
	switch c {
	case '1', '2', '3', '4', '5', '6', '7':
		// One digit alone would be a back reference.
		if p.s == "" || p.s[0] < '0' || p.s[0] > '7' {
			break
		}
		fallthrough
	case '0':
		r := c - '0'
		for i := 1; i < 3 && p.s != "" && '0' <= p.s[0] && p.s[0] <= '7'; i++ {
			r = r*8 + rune(p.s[0]-'0')
			p.s = p.s[1:]
		}
		return r
	case 'x':
		if r, ok := p.hex(); ok {
			return r
		}
	case 'a':
		return '\a'
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	case 'v':
		return '\v'
	default:
		if c < utf8.RuneSelf && !isAlnum(c) {
			return c
		}
	}
	fail(ErrInvalidEscape, whole[:len(whole)-len(p.s)])
	return 0
}

func isAlnum(c rune) bool {
	return '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
}

func hexDigit(c rune) rune {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return -1
}

// hex parses what follows \x: two digits, or any number in braces.
func (p *parser) hex() (rune, bool) {
	if p.s == "" {
		return 0, false
	}
	c := p.rune()
	if c == '{' {
		var r rune
		for n := 0; p.s != ""; n++ {
			c := p.rune()
			if c == '}' {
				return r, n > 0
			}
			d := hexDigit(c)
			if d < 0 {
				return 0, false
			}
			if r = r*16 + d; r > unicode.MaxRune {
				return 0, false
			}
		}
		return 0, false
	}
	hi := hexDigit(c)
	if p.s == "" {
		return 0, false
	}
	lo := hexDigit(p.rune())
	if hi < 0 || lo < 0 {
		return 0, false
	}
	return hi<<4 | lo, true
}

func (p *parser) class() *Regexp {
	whole := p.s
	p.s = p.s[1:]
	negate := false
	var set class
	if strings.HasPrefix(p.s, "^") {
		negate = true
		p.s = p.s[1:]
		if p.flags&ClassNL == 0 {
			set = set.add('\n', '\n')
		}
	}
	for first := true; p.s == "" || p.s[0] != ']' || first; first = false {
		// POSIX: a hyphen is literal only at the ends. Perl does not mind.
		if p.s != "" && p.s[0] == '-' && p.flags&PerlX == 0 && !first && (len(p.s) == 1 || p.s[1] != ']') {
			_, n := utf8.DecodeRuneInString(p.s[1:])
			fail(ErrInvalidCharRange, p.s[:1+n])
		}
		if p.s == "" {
			fail(ErrMissingBracket, whole)
		}
		if strings.HasPrefix(p.s, "[:") {
			if end := strings.Index(p.s[2:], ":]"); end >= 0 {
				name, text := p.s[2:2+end], p.s[:end+4]
				short, neg := strings.CutPrefix(name, "^")
				named := posixClass(short)
				if named == nil {
					fail(ErrInvalidCharRange, text)
				}
				p.s = p.s[len(text):]
				set = p.addNamed(set, named, neg)
				continue
			}
		}
		var ok bool
		if set, ok = p.escapedClass(set); ok {
			continue
		}
		from := p.s
		lo := p.classRune(whole)
		hi := lo
		if len(p.s) >= 2 && p.s[0] == '-' && p.s[1] != ']' {
			p.s = p.s[1:]
			if hi = p.classRune(whole); hi < lo {
				fail(ErrInvalidCharRange, from[:len(from)-len(p.s)])
			}
		}
		if p.flags&FoldCase != 0 {
			set = set.addFold(lo, hi)
		} else {
			set = set.add(lo, hi)
		}
	}
	p.s = p.s[1:]
	set = set.clean()
	if negate {
		set = set.negate()
	}
	p.count(len(set))
	return newClass(set, p.flags)
}

func (p *parser) classRune(whole string) rune {
	if p.s == "" {
		fail(ErrMissingBracket, whole)
	}
	if p.s[0] == '\\' {
		return p.escape()
	}
	return p.rune()
}
