// Package regexp finds matches of regular expressions.
//
// The syntax is described at package regexp/syntax. Matching takes time proportional to the length of the text, whatever the expression. Of the
// matches that begin first, the one is chosen that a backtracking search, as Perl's, would find first; Longest and CompilePOSIX choose the longest.
//
// The methods for finding are called Find, with All for all matches that do not overlap, String for strings instead of byte slices, Submatch
// for the groups as well, and Index for positions instead of texts.
package regexp

import (
	"io"
	"regexp/syntax"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// A Regexp is a compiled expression. It can be used by several goroutines at once, but not during Longest.
type Regexp struct {
	expr       string
	prog       *syntax.Prog
	names      []string
	prefix     string // every match begins with it
	whole      bool   // and it is all of the match
	cond       syntax.EmptyOp
	minLen     int // no match is shorter
	longest    bool
	backtracks int        // longest text for the backtracking matcher
	first      *[256]bool // bytes that matches can begin with; nil: any, or empty matches
}

// String is the expression.
func (re *Regexp) String() string { return re.expr }

// Copy returns a copy.
//
// Deprecated: a Regexp can be shared.
func (re *Regexp) Copy() *Regexp {
	c := *re
	return &c
}

// Compile parses an expression.
func Compile(expr string) (*Regexp, error) { return compile(expr, syntax.Perl, false) }

// CompilePOSIX accepts only the syntax of egrep and looks for the longest match.
func CompilePOSIX(expr string) (*Regexp, error) { return compile(expr, syntax.POSIX, true) }

// Longest makes future matches the longest instead of the first ones.
func (re *Regexp) Longest() { re.longest = true }

func compile(expr string, mode syntax.Flags, longest bool) (*Regexp, error) {
	tree, err := syntax.Parse(expr, mode)
	if err != nil {
		return nil, err
	}
	re := &Regexp{expr: expr, names: tree.CapNames(), longest: longest}
	simple := tree.Simplify()
	if re.prog, err = syntax.Compile(simple); err != nil {
		return nil, err
	}
	re.minLen = minLen(simple)
	re.cond = re.prog.StartCond()
	re.prefix, re.whole = re.prog.Prefix()
	if n := len(re.prog.Inst); n < maxBacktrackProg {
		re.backtracks = maxBacktrackBits / n
	}
	re.first = firstBytes(re.prog)
	return re, nil
}

// minLen is the number of bytes that a match has at least.
func minLen(re *syntax.Regexp) int {
	switch re.Op {
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL, syntax.OpCharClass:
		return 1
	case syntax.OpLiteral:
		n := 0
		for _, r := range re.Rune {
			if r == utf8.RuneError || re.Flags&syntax.FoldCase != 0 {
				n++
			} else {
				n += utf8.RuneLen(r)
			}
		}
		return n
	case syntax.OpCapture, syntax.OpPlus:
		return minLen(re.Sub[0])
	case syntax.OpRepeat:
		return re.Min * minLen(re.Sub[0])
	case syntax.OpConcat:
		n := 0
		for _, sub := range re.Sub {
			n += minLen(sub)
		}
		return n
	case syntax.OpAlternate:
		n := minLen(re.Sub[0])
		for _, sub := range re.Sub[1:] {
			n = min(n, minLen(sub))
		}
		return n
	}
	return 0
}

// firstBytes finds out which bytes matches begin with, from the instructions that can be reached without text.
func firstBytes(p *syntax.Prog) *[256]bool {
	set := new([256]bool)
	seen := make([]bool, len(p.Inst))
	todo := []uint32{uint32(p.Start)}
	for len(todo) > 0 {
		pc := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[pc] {
			continue
		}
		seen[pc] = true
		switch i := &p.Inst[pc]; i.Op {
		case syntax.InstAlt:
			todo = append(todo, i.Out, i.Arg)
		case syntax.InstCapture, syntax.InstNop, syntax.InstEmptyWidth:
			todo = append(todo, i.Out)
		case syntax.InstMatch:
			return nil
		case syntax.InstFail:
		default:
			for c := range rune(utf8.RuneSelf) {
				if takes(i, c) {
					set[c] = true
				}
			}
			for c := utf8.RuneSelf; c < 256; c++ {
				set[c] = true // not worth finding out
			}
		}
	}
	for _, ok := range set {
		if !ok {
			return set
		}
	}
	return nil
}

// takes reports whether an instruction that takes a character takes r.
func takes(i *syntax.Inst, r rune) bool {
	switch i.Op {
	case syntax.InstRune1:
		return r == i.Rune[0]
	case syntax.InstRuneAny:
		return true
	case syntax.InstRuneAnyNotNL:
		return r != '\n'
	}
	return i.MatchRune(r)
}

func quote(s string) string {
	if strconv.CanBackquote(s) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}

// MustCompile is Compile that panics instead of returning an error.
func MustCompile(str string) *Regexp {
	re, err := Compile(str)
	if err != nil {
		panic(`regexp: Compile(` + quote(str) + `): ` + err.Error())
	}
	return re
}

// MustCompilePOSIX is CompilePOSIX that panics instead of returning an error.
func MustCompilePOSIX(str string) *Regexp {
	re, err := CompilePOSIX(str)
	if err != nil {
		panic(`regexp: CompilePOSIX(` + quote(str) + `): ` + err.Error())
	}
	return re
}

// NumSubexp is the number of groups.
func (re *Regexp) NumSubexp() int { return len(re.names) - 1 }

// SubexpNames are the names of the groups; the one with index 0 is "".
func (re *Regexp) SubexpNames() []string { return re.names }

// SubexpIndex is the number of the first group with the name, -1 if there is none.
func (re *Regexp) SubexpIndex(name string) int {
	if name != "" {
		return slices.Index(re.names, name)
	}
	return -1
}

// LiteralPrefix returns a text that every match begins with; complete tells that it is the whole expression.
func (re *Regexp) LiteralPrefix() (prefix string, complete bool) {
	i := &re.prog.Inst[re.prog.Start]
	if i.Op != syntax.InstEmptyWidth || syntax.EmptyOp(i.Arg)&syntax.EmptyBeginText == 0 {
		return re.prefix, re.whole
	}
	// \A and characters; complete if \z or the end follows.
	next := func() { i = &re.prog.Inst[i.Out] }
	for next(); i.Op == syntax.InstNop; next() {
	}
	var b []rune
	for ; i.Op == syntax.InstRune1; next() {
		b = append(b, i.Rune[0])
	}
	if i.Op == syntax.InstEmptyWidth && syntax.EmptyOp(i.Arg)&syntax.EmptyEndText != 0 {
		next()
		return string(b), i.Op == syntax.InstMatch && len(b) > 0
	}
	return string(b), false
}

// MarshalText returns the expression.
func (re *Regexp) MarshalText() ([]byte, error) { return re.AppendText(nil) }

// AppendText appends the expression.
func (re *Regexp) AppendText(b []byte) ([]byte, error) { return append(b, re.expr...), nil }

// UnmarshalText is Compile.
func (re *Regexp) UnmarshalText(text []byte) error {
	n, err := Compile(string(text))
	if err == nil {
		*re = *n
	}
	return err
}

// QuoteMeta escapes what has a meaning in expressions.
func QuoteMeta(s string) string {
	const special = `\.+*?()|[]{}^$`
	i := strings.IndexAny(s, special)
	if i < 0 {
		return s
	}
	b := append(make([]byte, 0, 2*len(s)), s[:i]...)
	for ; i < len(s); i++ {
		if strings.IndexByte(special, s[i]) >= 0 {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return string(b)
}

// ---- matching ----------------------------------------------------------------------------------------------------------------------

// view is b as a string, for calls that do not keep it.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// MatchReader reports whether the text of r contains a match.
func MatchReader(pattern string, r io.RuneReader) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchReader(r), nil
}

// MatchString reports whether s contains a match.
func MatchString(pattern string, s string) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchString(s), nil
}

// Match reports whether b contains a match.
func Match(pattern string, b []byte) (matched bool, err error) { return MatchString(pattern, view(b)) }

// MatchReader reports whether the text of r contains a match.
func (re *Regexp) MatchReader(r io.RuneReader) bool { return re.read(r, 0) != nil }

// MatchString reports whether s contains a match.
func (re *Regexp) MatchString(s string) bool { return re.search(s, 0, 0, nil) != nil }

// Match reports whether b contains a match.
func (re *Regexp) Match(b []byte) bool { return re.search(view(b), 0, 0, nil) != nil }

// pad gives positions of groups that the program does not record.
func (re *Regexp) pad(a []int) []int {
	for a != nil && len(a) < 2*len(re.names) {
		a = append(a, -1)
	}
	return a
}

// FindReaderIndex returns the position of the first match in the text of r, which may be read beyond it.
func (re *Regexp) FindReaderIndex(r io.RuneReader) (loc []int) { return re.read(r, 2) }

// FindReaderSubmatchIndex is FindReaderIndex with the positions of the groups.
func (re *Regexp) FindReaderSubmatchIndex(r io.RuneReader) []int {
	return re.pad(re.read(r, re.prog.NumCap))
}

// Find returns the first match, nil if there is none.
func (re *Regexp) Find(b []byte) []byte {
	var buf [2]int
	a := re.search(view(b), 0, 2, buf[:0])
	if a == nil {
		return nil
	}
	return b[a[0]:a[1]:a[1]]
}

// FindIndex returns the position of the first match.
func (re *Regexp) FindIndex(b []byte) (loc []int) { return re.search(view(b), 0, 2, nil) }

// FindString returns the first match, "" if there is none.
func (re *Regexp) FindString(s string) string {
	var buf [2]int
	a := re.search(s, 0, 2, buf[:0])
	if a == nil {
		return ""
	}
	return s[a[0]:a[1]]
}

// FindStringIndex returns the position of the first match.
func (re *Regexp) FindStringIndex(s string) (loc []int) { return re.search(s, 0, 2, nil) }

// FindSubmatchIndex returns the positions of the first match and its groups, -1 for groups that take no part.
func (re *Regexp) FindSubmatchIndex(b []byte) []int {
	return re.pad(re.search(view(b), 0, re.prog.NumCap, nil))
}

// FindStringSubmatchIndex is FindSubmatchIndex for strings.
func (re *Regexp) FindStringSubmatchIndex(s string) []int {
	return re.pad(re.search(s, 0, re.prog.NumCap, nil))
}

// FindSubmatch returns the first match and its groups.
func (re *Regexp) FindSubmatch(b []byte) [][]byte {
	var buf [8]int
	return re.parts(b, re.search(view(b), 0, re.prog.NumCap, buf[:0]))
}

func (re *Regexp) parts(b []byte, a []int) [][]byte {
	if a == nil {
		return nil
	}
	list := make([][]byte, len(re.names))
	for i := range list {
		if 2*i < len(a) && a[2*i] >= 0 {
			list[i] = b[a[2*i]:a[2*i+1]:a[2*i+1]]
		}
	}
	return list
}

// FindStringSubmatch returns the first match and its groups.
func (re *Regexp) FindStringSubmatch(s string) []string {
	var buf [8]int
	return re.stringParts(s, re.search(s, 0, re.prog.NumCap, buf[:0]))
}

func (re *Regexp) stringParts(s string, a []int) []string {
	if a == nil {
		return nil
	}
	list := make([]string, len(re.names))
	for i := range list {
		if 2*i < len(a) && a[2*i] >= 0 {
			list[i] = s[a[2*i]:a[2*i+1]]
		}
	}
	return list
}

// each calls f for up to n matches, all if n < 0. An empty match right after another match does not count.
func (re *Regexp) each(s string, n, ncap int, f func(a []int)) {
	var buf [8]int
	last := -1
	for pos := 0; n != 0 && pos <= len(s); {
		a := re.search(s, pos, ncap, buf[:0])
		if a == nil {
			return
		}
		accept := true
		if a[1] == pos {
			// Empty: go on after the next character.
			accept = a[0] != last
			_, w := utf8.DecodeRuneInString(s[pos:])
			pos += max(w, 1)
		} else {
			pos = a[1]
		}
		last = a[1]
		if accept {
			f(a)
			n--
		}
	}
}

// FindAll returns up to n matches, all if n < 0; nil if there are none.
func (re *Regexp) FindAll(b []byte, n int) (list [][]byte) {
	re.each(view(b), n, 2, func(a []int) { list = append(list, b[a[0]:a[1]:a[1]]) })
	return list
}

// FindAllIndex returns positions of matches.
func (re *Regexp) FindAllIndex(b []byte, n int) [][]int { return re.FindAllStringIndex(view(b), n) }

// FindAllString returns up to n matches.
func (re *Regexp) FindAllString(s string, n int) (list []string) {
	re.each(s, n, 2, func(a []int) { list = append(list, s[a[0]:a[1]]) })
	return list
}

// FindAllStringIndex returns positions of matches.
func (re *Regexp) FindAllStringIndex(s string, n int) (list [][]int) {
	re.each(s, n, 2, func(a []int) { list = append(list, slices.Clone(a[:2])) })
	return list
}

// FindAllSubmatch returns matches with their groups.
func (re *Regexp) FindAllSubmatch(b []byte, n int) (list [][][]byte) {
	re.each(view(b), n, re.prog.NumCap, func(a []int) { list = append(list, re.parts(b, a)) })
	return list
}

// FindAllSubmatchIndex returns positions of matches with their groups.
func (re *Regexp) FindAllSubmatchIndex(b []byte, n int) [][]int {
	return re.FindAllStringSubmatchIndex(view(b), n)
}

// FindAllStringSubmatch returns matches with their groups.
func (re *Regexp) FindAllStringSubmatch(s string, n int) (list [][]string) {
	re.each(s, n, re.prog.NumCap, func(a []int) { list = append(list, re.stringParts(s, a)) })
	return list
}

// FindAllStringSubmatchIndex returns positions of matches with their groups.
func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) (list [][]int) {
	re.each(s, n, re.prog.NumCap, func(a []int) { list = append(list, re.pad(slices.Clone(a))) })
	return list
}

// Split cuts s at the matches, into at most n parts, any number if n < 0.
func (re *Regexp) Split(s string, n int) []string {
	if n == 0 {
		return nil
	}
	if len(re.expr) > 0 && s == "" {
		return []string{""}
	}
	list := []string{}
	from, end := 0, 0
	for _, m := range re.FindAllStringIndex(s, n) {
		if n > 0 && len(list) == n-1 {
			break
		}
		end = m[0]
		if m[1] != 0 {
			list = append(list, s[from:end])
		}
		from = m[1]
	}
	if end != len(s) {
		list = append(list, s[from:])
	}
	return list
}

// ---- replacing -----------------------------------------------------------------------------------------------------------------------

// replace returns s with each match replaced by what repl appends; nil if there is no match.
func (re *Regexp) replace(s string, ncap int, repl func(dst []byte, a []int) []byte) []byte {
	var buf [8]int
	var out []byte
	from, pos := 0, 0
	for pos <= len(s) {
		a := re.search(s, pos, ncap, buf[:0])
		if a == nil {
			break
		}
		out = append(out, s[from:a[0]]...)
		// Not for an empty match right after another one, and where a match ends that is not the first.
		if a[1] > from || a[0] == 0 {
			out = repl(out, a)
			if out == nil {
				out = []byte{}
			}
		}
		from = a[1]
		_, w := utf8.DecodeRuneInString(s[pos:])
		switch {
		case pos+w > a[1]:
			pos += w
		case pos+1 > a[1]:
			pos++ // at the end
		default:
			pos = a[1]
		}
	}
	if out == nil {
		return nil
	}
	return append(out, s[from:]...)
}

func (re *Regexp) replaceString(s string, ncap int, repl func(dst []byte, a []int) []byte) string {
	if b := re.replace(s, ncap, repl); b != nil {
		return view(b)
	}
	return s
}

func (re *Regexp) replaceBytes(b []byte, ncap int, repl func(dst []byte, a []int) []byte) []byte {
	if out := re.replace(view(b), ncap, repl); out != nil {
		return out
	}
	return slices.Clone(b)
}

// ncapFor is how many positions a template needs.
func (re *Regexp) ncapFor(template string) int {
	if strings.IndexByte(template, '$') >= 0 {
		return 2 * len(re.names)
	}
	return 2
}

// ReplaceAllString replaces the matches by repl, expanded as Expand does.
func (re *Regexp) ReplaceAllString(src, repl string) string {
	return re.replaceString(src, re.ncapFor(repl), func(dst []byte, a []int) []byte { return re.expand(dst, repl, src, re.pad(a)) })
}

// ReplaceAllLiteralString replaces the matches by repl.
func (re *Regexp) ReplaceAllLiteralString(src, repl string) string {
	return re.replaceString(src, 2, func(dst []byte, a []int) []byte { return append(dst, repl...) })
}

// ReplaceAllStringFunc replaces the matches by what repl returns for them.
func (re *Regexp) ReplaceAllStringFunc(src string, repl func(string) string) string {
	return re.replaceString(src, 2, func(dst []byte, a []int) []byte { return append(dst, repl(src[a[0]:a[1]])...) })
}

// ReplaceAll replaces the matches by repl, expanded as Expand does.
func (re *Regexp) ReplaceAll(src, repl []byte) []byte {
	template, text := string(repl), view(src)
	return re.replaceBytes(src, re.ncapFor(template), func(dst []byte, a []int) []byte { return re.expand(dst, template, text, re.pad(a)) })
}

// ReplaceAllLiteral replaces the matches by repl.
func (re *Regexp) ReplaceAllLiteral(src, repl []byte) []byte {
	return re.replaceBytes(src, 2, func(dst []byte, a []int) []byte { return append(dst, repl...) })
}

// ReplaceAllFunc replaces the matches by what repl returns for them.
func (re *Regexp) ReplaceAllFunc(src []byte, repl func([]byte) []byte) []byte {
	return re.replaceBytes(src, 2, func(dst []byte, a []int) []byte { return append(dst, repl(src[a[0]:a[1]])...) })
}

// Expand appends template to dst with $1, ${1}, $name and ${name} replaced by the groups of a match; $$ is a dollar sign. Without braces a
// name is as long as possible. Unknown groups are empty.
func (re *Regexp) Expand(dst []byte, template []byte, src []byte, match []int) []byte {
	return re.expand(dst, view(template), view(src), match)
}

// ExpandString is Expand for strings.
func (re *Regexp) ExpandString(dst []byte, template string, src string, match []int) []byte {
	return re.expand(dst, template, src, match)
}

func (re *Regexp) expand(dst []byte, template, src string, match []int) []byte {
	for {
		before, after, ok := strings.Cut(template, "$")
		dst = append(dst, before...)
		if !ok {
			return dst
		}
		template = after
		if strings.HasPrefix(template, "$") {
			dst = append(dst, '$')
			template = template[1:]
			continue
		}
		name, rest := reference(template)
		if name == "" {
			dst = append(dst, '$')
			continue
		}
		template = rest
		if n := groupNumber(name); n >= 0 {
			if 2*n+1 < len(match) && match[2*n] >= 0 {
				dst = append(dst, src[match[2*n]:match[2*n+1]]...)
			}
			continue
		}
		for i, s := range re.names {
			if s == name && 2*i+1 < len(match) && match[2*i] >= 0 {
				dst = append(dst, src[match[2*i]:match[2*i+1]]...)
				break
			}
		}
	}
}

// reference parses name or {name}; the name is "" if there is none.
func reference(s string) (name, rest string) {
	brace := strings.HasPrefix(s, "{")
	if brace {
		s = s[1:]
	}
	end := 0
	for end < len(s) {
		r, w := utf8.DecodeRuneInString(s[end:])
		if r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		end += w
	}
	name, rest = s[:end], s[end:]
	if brace {
		if !strings.HasPrefix(rest, "}") {
			return "", ""
		}
		rest = rest[1:]
	}
	return name, rest
}

// groupNumber is -1 for names that are no number.
func groupNumber(name string) int {
	n := 0
	for i := range len(name) {
		if name[i] < '0' || name[i] > '9' || n >= 1e8 {
			return -1
		}
		n = n*10 + int(name[i]-'0')
	}
	if len(name) > 1 && name[0] == '0' {
		return -1
	}
	return n
}
