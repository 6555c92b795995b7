package parse

// The scanner. next gives one token at a time; it is outside an action (text) or inside one.

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

type kind int

const (
	tokError kind = iota
	tokBool
	tokChar // a punctuation mark such as ','
	tokCharConst
	tokComment
	tokComplex
	tokAssign  // =
	tokDeclare // :=
	tokEOF
	tokField // .Name
	tokIdent
	tokLeft
	tokLparen
	tokNumber
	tokPipe
	tokRawString
	tokRight
	tokRparen
	tokSpace
	tokString
	tokText
	tokVariable
	tokKeyword // the keywords follow
	tokBlock
	tokBreak
	tokContinue
	tokDot
	tokDefine
	tokElse
	tokEnd
	tokIf
	tokNil
	tokRange
	tokTemplate
	tokWith
)

var keywords = map[string]kind{
	".":        tokDot,
	"block":    tokBlock,
	"break":    tokBreak,
	"continue": tokContinue,
	"define":   tokDefine,
	"else":     tokElse,
	"end":      tokEnd,
	"if":       tokIf,
	"nil":      tokNil,
	"range":    tokRange,
	"template": tokTemplate,
	"with":     tokWith,
}

type token struct {
	kind kind
	pos  Pos
	val  string
	line int
}

func (t token) String() string {
	switch {
	case t.kind == tokEOF:
		return "EOF"
	case t.kind == tokError:
		return t.val
	case t.kind > tokKeyword:
		return fmt.Sprintf("<%s>", t.val)
	case len(t.val) > 10:
		return fmt.Sprintf("%.10q...", t.val)
	}
	return fmt.Sprintf("%q", t.val)
}

const (
	defaultLeft  = "{{"
	defaultRight = "}}"
	blanks       = " \t\r\n"
	endOfText    = -1
)

type scanner struct {
	name         string
	input        string
	left, right  string
	comments     bool // give comments as tokens
	breakWord    bool // break is a keyword
	continueWord bool
	start, pos   int
	startLine    int // line of start
	line         int // line of pos
	inside       bool
	trimNext     bool // the text that follows loses its leading blanks
	parens       int
	done         bool
}

func newScanner(name, input, left, right string) *scanner {
	if left == "" {
		left = defaultLeft
	}
	if right == "" {
		right = defaultRight
	}
	return &scanner{name: name, input: input, left: left, right: right, line: 1, startLine: 1}
}

// advance moves the position to 'to', counting lines.
func (s *scanner) advance(to int) {
	s.line += strings.Count(s.input[s.pos:to], "\n")
	s.pos = to
}

// skip forgets the text from start to 'to'.
func (s *scanner) skip(to int) {
	s.advance(to)
	s.start, s.startLine = s.pos, s.line
}

func (s *scanner) peek() rune {
	if s.pos >= len(s.input) {
		return endOfText
	}
	r, _ := utf8.DecodeRuneInString(s.input[s.pos:])
	return r
}

func (s *scanner) read() rune {
	if s.pos >= len(s.input) {
		return endOfText
	}
	r, n := utf8.DecodeRuneInString(s.input[s.pos:])
	s.pos += n
	if r == '\n' {
		s.line++
	}
	return r
}

// take returns the token from start to pos.
func (s *scanner) take(k kind) token {
	t := token{k, Pos(s.start), s.input[s.start:s.pos], s.startLine}
	s.start, s.startLine = s.pos, s.line
	return t
}

func (s *scanner) fail(format string, args ...any) token {
	t := token{tokError, Pos(s.start), fmt.Sprintf(format, args...), s.startLine}
	s.done = true
	s.pos, s.start = len(s.input), len(s.input)
	return t
}

// next returns the next token. After an error or the end there is only tokEOF.
func (s *scanner) next() token {
	if s.done {
		return token{tokEOF, Pos(s.pos), "EOF", s.startLine}
	}
	if s.inside {
		return s.action()
	}
	return s.text()
}

// trimsLeft reports whether text begins with the marker "- ", trimsRight whether with " -".
func trimsLeft(text string) bool {
	return len(text) >= 2 && text[0] == '-' && strings.IndexByte(blanks, text[1]) >= 0
}

func trimsRight(text string) bool {
	return len(text) >= 2 && strings.IndexByte(blanks, text[0]) >= 0 && text[1] == '-'
}

// text is outside an action: the text up to the next left delimiter, or the delimiter itself.
func (s *scanner) text() token {
	for {
		if s.trimNext {
			s.trimNext = false
			rest := s.input[s.pos:]
			s.skip(s.pos + len(rest) - len(strings.TrimLeft(rest, blanks)))
		}
		at := strings.Index(s.input[s.pos:], s.left)
		if at < 0 {
			if s.pos < len(s.input) {
				s.advance(len(s.input))
				return s.take(tokText)
			}
			s.done = true
			return s.take(tokEOF)
		}
		if at > 0 {
			end := s.pos + at
			trimmed := end
			if trimsLeft(s.input[end+len(s.left):]) {
				trimmed = s.pos + len(strings.TrimRight(s.input[s.pos:end], blanks))
			}
			if trimmed > s.pos {
				s.advance(trimmed)
				t := s.take(tokText)
				s.skip(end)
				return t
			}
			s.skip(end)
		}
		if t, ok := s.open(); ok {
			return t
		}
	}
}

// open is at a left delimiter. A comment that is not wanted gives no token.
func (s *scanner) open() (token, bool) {
	after := s.pos + len(s.left)
	body := after
	if trimsLeft(s.input[after:]) {
		body += 2
	}
	// Blanks may stand between the trim marker and the comment.
	com := body
	if body > after {
		com += len(s.input[body:]) - len(strings.TrimLeft(s.input[body:], blanks))
	}
	if !strings.HasPrefix(s.input[com:], "/*") {
		s.advance(after)
		t := s.take(tokLeft)
		s.skip(body)
		s.inside, s.parens = true, 0
		return t, true
	}
	s.skip(com)
	n := strings.Index(s.input[com:], "*/")
	if n < 0 {
		return s.fail("unclosed comment"), true
	}
	s.advance(com + n + 2)
	t := s.take(tokComment)
	rest := s.input[s.pos:]
	trim := false
	if trimsRight(rest) {
		trim = true
		rest = rest[2:]
	} else if more := strings.TrimLeft(rest, blanks); len(more) < len(rest) && strings.HasPrefix(more, "-") {
		trim = true
		rest = more[1:]
	}
	if !strings.HasPrefix(rest, s.right) {
		return s.fail("comment ends before closing delimiter"), true
	}
	s.skip(len(s.input) - len(rest) + len(s.right))
	s.trimNext = trim
	return t, s.comments
}

// atRight reports whether a right delimiter is here, and whether a trim marker precedes it.
func (s *scanner) atRight() (bool, bool) {
	rest := s.input[s.pos:]
	if trimsRight(rest) && strings.HasPrefix(rest[2:], s.right) {
		return true, true
	}
	return strings.HasPrefix(rest, s.right), false
}

// action gives a token inside an action.
func (s *scanner) action() token {
	if right, trim := s.atRight(); right {
		if s.parens > 0 {
			return s.fail("unclosed left paren")
		}
		if trim {
			s.skip(s.pos + 2)
		}
		s.advance(s.pos + len(s.right))
		t := s.take(tokRight)
		s.inside, s.trimNext = false, trim
		return t
	}
	switch r := s.read(); {
	case r == endOfText:
		return s.fail("unclosed action")
	case isBlank(r):
		return s.space()
	case r == '=':
		return s.take(tokAssign)
	case r == ':':
		if s.read() != '=' {
			return s.fail("expected :=")
		}
		return s.take(tokDeclare)
	case r == '|':
		return s.take(tokPipe)
	case r == '"':
		return s.quoted('"', tokString, "unterminated quoted string")
	case r == '\'':
		return s.quoted('\'', tokCharConst, "unterminated character constant")
	case r == '`':
		n := strings.IndexByte(s.input[s.pos:], '`')
		if n < 0 {
			return s.fail("unterminated raw quoted string")
		}
		s.advance(s.pos + n + 1)
		return s.take(tokRawString)
	case r == '$':
		return s.word(tokVariable)
	case r == '.' && (s.pos >= len(s.input) || s.input[s.pos] < '0' || s.input[s.pos] > '9'):
		return s.word(tokField)
	case r == '.', r == '+', r == '-', '0' <= r && r <= '9':
		s.pos = s.start
		return s.number()
	case isLetter(r):
		return s.ident()
	case r == '(':
		s.parens++
		return s.take(tokLparen)
	case r == ')':
		if s.parens--; s.parens < 0 {
			return s.fail("unexpected right paren")
		}
		return s.take(tokRparen)
	case r < utf8.RuneSelf && unicode.IsPrint(r):
		return s.take(tokChar)
	default:
		return s.fail("unrecognized character in action: %#U", r)
	}
}

// space has read one blank. The last one may belong to a trim marker before the delimiter.
func (s *scanner) space() token {
	n := 1
	for isBlank(s.peek()) {
		s.read()
		n++
	}
	if rest := s.input[s.pos-1:]; trimsRight(rest) && strings.HasPrefix(rest[2:], s.right) {
		if s.pos--; s.input[s.pos] == '\n' {
			s.line--
		}
		if n == 1 {
			return s.action()
		}
	}
	return s.take(tokSpace)
}

func (s *scanner) quoted(end rune, k kind, missing string) token {
	for {
		r := s.read()
		if r == '\\' {
			if r = s.read(); r != endOfText && r != '\n' {
				continue
			}
		}
		switch r {
		case endOfText, '\n':
			return s.fail("%s", missing)
		case end:
			return s.take(k)
		}
	}
}

// word reads the letters after '$' or '.'.
func (s *scanner) word(k kind) token {
	if s.ends() {
		if k == tokField {
			return s.take(tokDot)
		}
		return s.take(k)
	}
	for isLetter(s.peek()) {
		s.read()
	}
	if !s.ends() {
		return s.fail("bad character %#U", s.peek())
	}
	return s.take(k)
}

func (s *scanner) ident() token {
	for isLetter(s.peek()) {
		s.read()
	}
	if !s.ends() {
		return s.fail("bad character %#U", s.peek())
	}
	w := s.input[s.start:s.pos]
	switch k := keywords[w]; {
	case k == tokBreak && !s.breakWord, k == tokContinue && !s.continueWord:
		return s.take(tokIdent)
	case k > tokKeyword:
		return s.take(k)
	case w == "true", w == "false":
		return s.take(tokBool)
	}
	return s.take(tokIdent)
}

// ends reports whether what is here may follow a name.
func (s *scanner) ends() bool {
	r := s.peek()
	if isBlank(r) {
		return true
	}
	switch r {
	case endOfText, '.', ',', '|', ':', ')', '(':
		return true
	}
	return strings.HasPrefix(s.input[s.pos:], s.right)
}

// number reads what looks like a number; its value is checked by the parser.
func (s *scanner) number() token {
	ok := s.numeral()
	k := tokNumber
	if c := s.peek(); ok && (c == '+' || c == '-') {
		k = tokComplex
		ok = s.numeral() && s.input[s.pos-1] == 'i'
	}
	if !ok {
		return s.fail("bad number syntax: %q", s.input[s.start:s.pos])
	}
	return s.take(k)
}

func (s *scanner) accept(set string) bool {
	if s.pos < len(s.input) && strings.IndexByte(set, s.input[s.pos]) >= 0 {
		s.pos++
		return true
	}
	return false
}

func (s *scanner) numeral() bool {
	s.accept("+-")
	digits, exp := "0123456789_", "eE"
	if s.accept("0") {
		switch {
		case s.accept("xX"):
			digits, exp = "0123456789abcdefABCDEF_", "pP"
		case s.accept("oO"):
			digits = "01234567_"
		case s.accept("bB"):
			digits = "01_"
		}
	}
	for s.accept(digits) {
	}
	if s.accept(".") {
		for s.accept(digits) {
		}
	}
	if len(digits) != 9 && len(digits) != 3 && s.accept(exp) {
		s.accept("+-")
		for s.accept("0123456789_") {
		}
	}
	s.accept("i")
	if isLetter(s.peek()) {
		s.read()
		return false
	}
	return true
}

func isBlank(r rune) bool  { return r == ' ' || r == '\t' || r == '\r' || r == '\n' }
func isLetter(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }
