// Package scanner splits text into the tokens of Go, or a choice of them, and single characters.
package scanner

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"unicode"
	"unicode/utf8"
)

// Position is a place in the text. It is valid if Line > 0.
type Position struct {
	Filename string
	Offset   int // bytes, from 0
	Line     int // from 1
	Column   int // characters, from 1
}

// IsValid reports whether Line > 0.
func (pos *Position) IsValid() bool { return pos.Line > 0 }

func (pos Position) String() string {
	s := pos.Filename
	if s == "" {
		s = "<input>"
	}
	if pos.IsValid() {
		s += fmt.Sprintf(":%d:%d", pos.Line, pos.Column)
	}
	return s
}

// Bits of Mode.
const (
	ScanIdents     = 1 << -Ident
	ScanInts       = 1 << -Int
	ScanFloats     = 1 << -Float // with integers
	ScanChars      = 1 << -Char
	ScanStrings    = 1 << -String
	ScanRawStrings = 1 << -RawString
	ScanComments   = 1 << -Comment
	SkipComments   = 1 << -skipComment // with ScanComments: comments are blanks
	GoTokens       = ScanIdents | ScanFloats | ScanChars | ScanStrings | ScanRawStrings | ScanComments | SkipComments
)

// Results of Scan besides characters.
const (
	EOF = -(iota + 1)
	Ident
	Int
	Float
	Char
	String
	RawString
	Comment
	skipComment
)

var names = map[rune]string{EOF: "EOF", Ident: "Ident", Int: "Int", Float: "Float", Char: "Char", String: "String", RawString: "RawString", Comment: "Comment"}

// TokenString names a token or quotes a character.
func TokenString(tok rune) string {
	if s, ok := names[tok]; ok {
		return s
	}
	return fmt.Sprintf("%q", string(tok))
}

// GoWhitespace is the default for Whitespace.
const GoWhitespace = 1<<'\t' | 1<<'\n' | 1<<'\r' | 1<<' '

// Scanner reads characters and tokens.
type Scanner struct {
	// Error is called for errors; without it they go to standard error.
	Error func(s *Scanner, msg string)
	// ErrorCount counts errors.
	ErrorCount int
	// Mode chooses the tokens.
	Mode uint
	// Whitespace has the bit 1<<c for each character c that is skipped.
	Whitespace uint64
	// IsIdentRune says which characters make identifiers; i is the place in it. Without it they are those of Go.
	IsIdentRune func(ch rune, i int) bool
	// Position is where the token of the last Scan begins. Filename is never touched.
	Position

	src  io.Reader
	buf  []byte // text that is read; the token begins at tok
	pos  int    // of the character after ch
	base int    // offset of buf[0]
	eof  error
	tok  int // start of the token in buf, -1 outside
	end  int // and its end

	ch       rune // one character ahead; unread before the first call
	chLen    int
	line     int
	column   int
	lastLen  int // columns of the line before, for an error at its end
	lastLine int
}

const unread = -2 - (1 << 20)

// Init starts with src and the defaults.
func (s *Scanner) Init(src io.Reader) *Scanner {
	s.src = src
	s.buf, s.pos, s.base, s.eof = s.buf[:0], 0, 0, nil
	s.tok, s.end = -1, 0
	s.ch, s.chLen = unread, 0
	s.line, s.column = 1, 0
	s.lastLen = 0
	s.Error, s.ErrorCount = nil, 0
	s.Mode, s.Whitespace = GoTokens, GoWhitespace
	s.Line = 0
	return s
}

// fill reads more text. What precedes the token is dropped.
func (s *Scanner) fill() {
	keep := s.pos - s.chLen
	if s.tok >= 0 {
		keep = s.tok
	}
	if keep > 4096 {
		n := copy(s.buf, s.buf[keep:])
		s.buf = s.buf[:n]
		s.pos -= keep
		s.base += keep
		if s.tok >= 0 {
			s.tok -= keep
		}
		s.end -= keep
	}
	if cap(s.buf)-len(s.buf) < 1024 {
		s.buf = append(make([]byte, 0, 2*cap(s.buf)+2048), s.buf...)
	}
	n, err := s.src.Read(s.buf[len(s.buf):cap(s.buf)])
	s.buf = s.buf[:len(s.buf)+n]
	if err != nil {
		s.eof = err
	}
}

// next moves to the next character: it becomes ch.
func (s *Scanner) next() rune {
	for s.eof == nil && !utf8.FullRune(s.buf[s.pos:]) {
		s.fill()
	}
	if s.pos >= len(s.buf) {
		if s.eof != nil && s.eof != io.EOF {
			err := s.eof
			s.eof = io.EOF
			s.error(err.Error())
		}
		if s.chLen > 0 {
			s.column++
		}
		s.chLen = 0
		return EOF
	}
	ch, n := rune(s.buf[s.pos]), 1
	if ch >= utf8.RuneSelf {
		ch, n = utf8.DecodeRune(s.buf[s.pos:])
		if ch == utf8.RuneError && n == 1 {
			s.pos += n
			s.chLen = n
			s.column++
			s.error("invalid UTF-8 encoding")
			return ch
		}
	}
	s.pos += n
	s.chLen = n
	s.column++
	switch ch {
	case 0:
		s.error("invalid character NUL")
	case '\n':
		s.line++
		s.lastLen = s.column
		s.column = 0
	}
	return ch
}

// Next returns the next character and moves past it; EOF at the end.
func (s *Scanner) Next() rune {
	s.tok = -1
	s.Line = 0
	ch := s.Peek()
	if ch != EOF {
		s.ch = s.next()
	}
	return ch
}

// Peek returns the next character.
func (s *Scanner) Peek() rune {
	if s.ch == unread {
		s.ch = s.next()
		if s.ch == '\uFEFF' {
			s.ch = s.next() // a byte order mark at the beginning means nothing
		}
	}
	return s.ch
}

func (s *Scanner) error(msg string) {
	s.end = s.pos - s.chLen
	s.ErrorCount++
	if s.Error != nil {
		s.Error(s, msg)
		return
	}
	pos := s.Position
	if !pos.IsValid() {
		pos = s.Pos()
	}
	fmt.Fprintf(os.Stderr, "%s: %s\n", pos, msg)
}

func (s *Scanner) errorf(format string, args ...any) { s.error(fmt.Sprintf(format, args...)) }

func (s *Scanner) isIdent(ch rune, i int) bool {
	if s.IsIdentRune != nil {
		return ch != EOF && s.IsIdentRune(ch, i)
	}
	return ch == '_' || unicode.IsLetter(ch) || unicode.IsDigit(ch) && i > 0
}

func lower(ch rune) rune { return ch | 0x20 }

func isDecimal(ch rune) bool { return '0' <= ch && ch <= '9' }

func isHex(ch rune) bool { return isDecimal(ch) || 'a' <= lower(ch) && lower(ch) <= 'f' }

// digits reads digits and separators; bad is the first digit too large for the base. seen has bit 0 for digits, bit 1 for separators.
func (s *Scanner) digits(ch rune, base int, bad *rune) (_ rune, seen int) {
	for ; isDecimal(ch) || ch == '_' || base > 10 && isHex(ch); ch = s.next() {
		switch {
		case ch == '_':
			seen |= 2
			continue
		case base <= 10 && ch >= '0'+rune(base) && *bad == 0:
			*bad = ch
		}
		seen |= 1
	}
	return ch, seen
}

func literal(prefix rune) string {
	switch prefix {
	case 'x':
		return "hexadecimal literal"
	case 'o', '0':
		return "octal literal"
	case 'b':
		return "binary literal"
	}
	return "decimal literal"
}

// number scans a number. ch is its first character; after a dot, dot is set.
func (s *Scanner) number(ch rune, dot bool) (rune, rune) {
	base, prefix := 10, rune(0)
	seen, all := 0, 0
	var bad rune
	tok := rune(0)
	if !dot {
		tok = Int
		if ch == '0' {
			ch = s.next()
			switch lower(ch) {
			case 'x':
				base, prefix = 16, 'x'
			case 'o':
				base, prefix = 8, 'o'
			case 'b':
				base, prefix = 2, 'b'
			default:
				base, prefix = 8, '0'
				all = 1
			}
			if prefix != '0' {
				ch = s.next()
			}
		}
		ch, seen = s.digits(ch, base, &bad)
		all |= seen
		if ch == '.' && s.Mode&ScanFloats != 0 {
			ch = s.next()
			dot = true
		}
	}
	if dot {
		tok = Float
		if prefix == 'o' || prefix == 'b' {
			s.error("invalid radix point in " + literal(prefix))
		}
		ch, seen = s.digits(ch, base, &bad)
		all |= seen
	}
	if all&1 == 0 {
		s.error(literal(prefix) + " has no digits")
	}
	if e := lower(ch); (e == 'e' || e == 'p') && s.Mode&ScanFloats != 0 {
		switch {
		case e == 'e' && prefix != 0 && prefix != '0':
			s.errorf("%q exponent requires decimal mantissa", ch)
		case e == 'p' && prefix != 'x':
			s.errorf("%q exponent requires hexadecimal mantissa", ch)
		}
		ch = s.next()
		tok = Float
		if ch == '+' || ch == '-' {
			ch = s.next()
		}
		var none rune
		ch, seen = s.digits(ch, 10, &none)
		all |= seen
		if seen&1 == 0 {
			s.error("exponent has no digits")
		}
	} else if prefix == 'x' && tok == Float {
		s.error("hexadecimal mantissa requires a 'p' exponent")
	}
	if tok == Int && bad != 0 {
		s.errorf("invalid digit %q in %s", bad, literal(prefix))
	}
	if all&2 != 0 {
		s.end = s.pos - s.chLen
		if misplaced(s.buf[s.tok:s.end]) {
			s.error("'_' must separate successive digits")
		}
	}
	return tok, ch
}

// misplaced reports whether an underscore stands anywhere but between digits or after the prefix.
func misplaced(lit []byte) bool {
	before := byte('.') // what is no digit
	i := 0
	hex := false
	if len(lit) >= 2 && lit[0] == '0' {
		if p := lit[1] | 0x20; p == 'x' || p == 'o' || p == 'b' {
			i, before, hex = 2, '0', p == 'x'
		}
	}
	for ; i < len(lit); i++ {
		c := lit[i]
		digit := isDecimal(rune(c)) || hex && isHex(rune(c))
		switch {
		case c == '_':
			if before != '0' {
				return true
			}
			before = '_'
		case digit:
			before = '0'
		default:
			if before == '_' {
				return true
			}
			before = '.'
		}
	}
	return before == '_'
}

func (s *Scanner) escape(quote rune) rune {
	ch := s.next()
	run := func(ch rune, base rune, n int) rune {
		for ; n > 0; n-- {
			d := rune(16)
			switch {
			case isDecimal(ch):
				d = ch - '0'
			case isHex(ch):
				d = lower(ch) - 'a' + 10
			}
			if d >= base {
				s.error("invalid char escape")
				return ch
			}
			ch = s.next()
		}
		return ch
	}
	switch ch {
	case 'a', 'b', 'f', 'n', 'r', 't', 'v', '\\', quote:
		return s.next()
	case '0', '1', '2', '3', '4', '5', '6', '7':
		return run(ch, 8, 3)
	case 'x':
		return run(s.next(), 16, 2)
	case 'u':
		return run(s.next(), 16, 4)
	case 'U':
		return run(s.next(), 16, 8)
	}
	s.error("invalid char escape")
	return ch
}

// quoted scans up to the quote and counts characters.
func (s *Scanner) quoted(quote rune) (n int) {
	for ch := s.next(); ch != quote; n++ {
		if ch == '\n' || ch < 0 {
			s.error("literal not terminated")
			return n
		}
		if ch == '\\' {
			ch = s.escape(quote)
		} else {
			ch = s.next()
		}
	}
	return n
}

func (s *Scanner) rawString() {
	for ch := s.next(); ch != '`'; ch = s.next() {
		if ch < 0 {
			s.error("literal not terminated")
			return
		}
	}
}

// comment is at the second character.
func (s *Scanner) comment(ch rune) rune {
	if ch == '/' {
		for ch = s.next(); ch != '\n' && ch >= 0; ch = s.next() {
		}
		return ch
	}
	ch = s.next()
	for {
		if ch < 0 {
			s.error("comment not terminated")
			return ch
		}
		before := ch
		ch = s.next()
		if before == '*' && ch == '/' {
			return s.next()
		}
	}
}

// Scan returns the next token or character and moves past it; EOF at the end.
func (s *Scanner) Scan() rune {
	ch := s.Peek()
	s.tok = -1
	s.Line = 0
redo:
	for ch >= 0 && ch < 64 && s.Whitespace&(1<<uint(ch)) != 0 {
		ch = s.next()
	}
	s.tok = s.pos - s.chLen
	s.Offset = s.base + s.tok
	if s.column > 0 {
		s.Line, s.Column = s.line, s.column
	} else {
		s.Line, s.Column = s.line-1, s.lastLen
	}
	tok := ch
	switch {
	case s.isIdent(ch, 0):
		if s.Mode&ScanIdents == 0 {
			ch = s.next()
			break
		}
		tok = Ident
		ch = s.next()
		for i := 1; s.isIdent(ch, i); i++ {
			ch = s.next()
		}
	case isDecimal(ch):
		if s.Mode&(ScanInts|ScanFloats) != 0 {
			tok, ch = s.number(ch, false)
		} else {
			ch = s.next()
		}
	case ch == EOF:
	case ch == '"':
		if s.Mode&ScanStrings != 0 {
			s.quoted('"')
			tok = String
		}
		ch = s.next()
	case ch == '\'':
		if s.Mode&ScanChars != 0 {
			if s.quoted('\'') != 1 {
				s.error("invalid char literal")
			}
			tok = Char
		}
		ch = s.next()
	case ch == '.':
		ch = s.next()
		if isDecimal(ch) && s.Mode&ScanFloats != 0 {
			tok, ch = s.number(ch, true)
		}
	case ch == '/':
		ch = s.next()
		if (ch == '/' || ch == '*') && s.Mode&ScanComments != 0 {
			if s.Mode&SkipComments != 0 {
				s.tok = -1
				ch = s.comment(ch)
				goto redo
			}
			ch = s.comment(ch)
			tok = Comment
		}
	case ch == '`':
		if s.Mode&ScanRawStrings != 0 {
			s.rawString()
			tok = RawString
		}
		ch = s.next()
	default:
		ch = s.next()
	}
	s.end = s.pos - s.chLen
	s.ch = ch
	return tok
}

// Pos is the place after the last character or token.
func (s *Scanner) Pos() (pos Position) {
	pos.Filename = s.Filename
	pos.Offset = s.base + s.pos - s.chLen
	switch {
	case s.column > 0:
		pos.Line, pos.Column = s.line, s.column
	case s.lastLen > 0:
		pos.Line, pos.Column = s.line-1, s.lastLen
	default:
		pos.Line, pos.Column = 1, 1
	}
	return pos
}

// TokenText is the text of the token of the last Scan.
func (s *Scanner) TokenText() string {
	if s.tok < 0 {
		return ""
	}
	return string(bytes.Clone(s.buf[s.tok:s.end]))
}
