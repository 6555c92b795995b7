// Package scanner splits Go source into tokens.
package scanner

import (
	"bytes"
	"fmt"
	"go/token"
	"path/filepath"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// ErrorHandler is told about errors.
type ErrorHandler func(pos token.Position, msg string)

// Mode is a set of options.
type Mode uint

const (
	ScanComments    Mode = 1 << iota // give comments as tokens
	dontInsertSemis                  // for tests
)

// Scanner gives the tokens of a file.
type Scanner struct {
	file *token.File
	dir  string
	src  []byte
	err  ErrorHandler
	mode Mode

	ch     rune // the character ahead, -1 at the end
	offset int  // of ch
	next   int  // behind ch
	line   int  // offset of the line of ch
	semi   bool // a newline ends a statement here
	nlPos  token.Pos
	last   token.Pos // end of the last token

	// ErrorCount counts errors.
	ErrorCount int
}

const (
	bom = 0xFEFF
	eof = -1
)

// Init starts with src, the content of file. It panics if the size is not the one of file.
func (s *Scanner) Init(file *token.File, src []byte, err ErrorHandler, mode Mode) {
	if file.Size() != len(src) {
		panic(fmt.Sprintf("file size (%d) does not match src len (%d)", file.Size(), len(src)))
	}
	*s = Scanner{file: file, src: src, err: err, mode: mode, ch: ' '}
	s.dir, _ = filepath.Split(file.Name())
	s.advance()
	if s.ch == bom {
		s.advance()
	}
}

// advance moves to the next character.
func (s *Scanner) advance() {
	if s.ch == '\n' && s.next > 0 {
		s.line = s.next
		s.file.AddLine(s.next)
	}
	if s.next >= len(s.src) {
		s.offset = len(s.src)
		s.ch = eof
		return
	}
	s.offset = s.next
	r, n := rune(s.src[s.next]), 1
	switch {
	case r == 0:
		s.error(s.offset, "illegal character NUL")
	case r >= utf8.RuneSelf:
		r, n = utf8.DecodeRune(s.src[s.next:])
		if r == utf8.RuneError && n == 1 {
			in := s.src[s.next:]
			if s.offset == 0 && len(in) >= 2 && (in[0] == 0xFF && in[1] == 0xFE || in[0] == 0xFE && in[1] == 0xFF) {
				s.error(s.offset, "illegal UTF-8 encoding (got UTF-16)")
				s.next += len(in) // the rest makes no sense
				s.ch = r
				return
			}
			s.error(s.offset, "illegal UTF-8 encoding")
		} else if r == bom && s.offset > 0 {
			s.error(s.offset, "illegal byte order mark")
		}
	}
	s.next += n
	s.ch = r
}

func (s *Scanner) peek() byte {
	if s.next < len(s.src) {
		return s.src[s.next]
	}
	return 0
}

func (s *Scanner) error(at int, msg string) {
	if s.err != nil {
		s.err(s.file.Position(s.file.Pos(at)), msg)
	}
	s.ErrorCount++
}

func (s *Scanner) errorf(at int, format string, args ...any) {
	s.error(at, fmt.Sprintf(format, args...))
}

func isLetter(r rune) bool {
	return 'a' <= r|0x20 && r|0x20 <= 'z' || r == '_' || r >= utf8.RuneSelf && unicode.IsLetter(r)
}

func isDigit(r rune) bool {
	return isDecimal(r) || r >= utf8.RuneSelf && unicode.IsDigit(r)
}

func isDecimal(r rune) bool { return '0' <= r && r <= '9' }
func isHex(r rune) bool     { return isDecimal(r) || 'a' <= r|0x20 && r|0x20 <= 'f' }

// End is the place behind the last token.
func (s *Scanner) End() token.Pos { return s.last }

// comment is behind the first slash. nl is the offset of the first newline in it, 0 if there is none.
func (s *Scanner) comment() (text string, nl int) {
	start := s.offset - 1
	next := -1 // where the line after a //line comment begins
	ncr := 0
	if s.ch == '/' {
		s.advance()
		for s.ch != '\n' && s.ch != eof {
			if s.ch == '\r' {
				ncr++
			}
			s.advance()
		}
		next = s.offset
		if s.ch == '\n' {
			next++
		}
	} else {
		s.advance()
		closed := false
		for s.ch != eof {
			c := s.ch
			if c == '\r' {
				ncr++
			} else if c == '\n' && nl == 0 {
				nl = s.offset
			}
			s.advance()
			if c == '*' && s.ch == '/' {
				s.advance()
				next = s.offset
				closed = true
				break
			}
		}
		if !closed {
			s.error(start, "comment not terminated")
		}
	}
	lit := s.src[start:s.offset]
	if ncr > 0 && len(lit) >= 2 && lit[1] == '/' && lit[len(lit)-1] == '\r' {
		lit = lit[:len(lit)-1]
		ncr--
	}
	if next >= 0 && (lit[1] == '*' || start == s.lineOf(start)) && bytes.HasPrefix(lit[2:], []byte("line ")) {
		s.lineDirective(next, start, lit)
	}
	if ncr > 0 {
		lit = dropCR(lit, lit[1] == '*')
	}
	return string(lit), nl
}

// lineOf is where the line begins that the comment at start begins.
func (s *Scanner) lineOf(start int) int { return bytes.LastIndexByte(s.src[:start], '\n') + 1 }

// lineDirective reads "line file:line[:column]".
func (s *Scanner) lineDirective(next, start int, text []byte) {
	if text[1] == '*' {
		text = text[:len(text)-2]
	}
	text = text[7:]
	start += 7
	i, n, ok := trailing(text)
	if i == 0 {
		return // no colon
	}
	if !ok {
		s.error(start+i, "invalid line number: "+string(text[i:]))
		return
	}
	const large = 1 << 30
	line, col := n, 0
	if i2, n2, ok2 := trailing(text[:i-1]); ok2 {
		i, i2 = i2, i
		line, col = n2, n
		if col == 0 || col > large {
			s.error(start+i2, "invalid column number: "+string(text[i2:]))
			return
		}
		text = text[:i2-1]
	}
	if line == 0 || line > large {
		s.error(start+i, "invalid line number: "+string(text[i:]))
		return
	}
	name := string(text[:i-1])
	if name == "" && col != 0 {
		name = s.file.Position(s.file.Pos(start)).Filename
	} else if name != "" {
		if name = filepath.Clean(name); !filepath.IsAbs(name) {
			name = filepath.Join(s.dir, name)
		}
	}
	s.file.AddLineColumnInfo(next, name, line, col)
}

// trailing reads the number behind the last colon, which is at the returned index - 1.
func trailing(text []byte) (int, int, bool) {
	i := bytes.LastIndexByte(text, ':')
	if i < 0 {
		return 0, 0, false
	}
	n, err := strconv.ParseUint(string(text[i+1:]), 10, 0)
	return i + 1, int(n), err == nil
}

// dropCR removes carriage returns; in a comment not one that would make "*/".
func dropCR(b []byte, comment bool) []byte {
	var out []byte
	for i, c := range b {
		if c != '\r' || comment && len(out) > 2 && out[len(out)-1] == '*' && i+1 < len(b) && b[i+1] == '/' {
			out = append(out, c)
		}
	}
	return out
}

func (s *Scanner) identifier() string {
	start := s.offset
	for isLetter(s.ch) || isDigit(s.ch) {
		s.advance()
	}
	return string(s.src[start:s.offset])
}

// digits reads digits and separators. bad becomes the offset of the first digit too large for the base.
func (s *Scanner) digits(base int, bad *int) (seen int) {
	for s.ch == '_' || isDecimal(s.ch) || base == 16 && isHex(s.ch) {
		switch {
		case s.ch == '_':
			seen |= 2
		default:
			seen |= 1
			if base < 10 && s.ch >= rune('0'+base) && *bad < 0 {
				*bad = s.offset
			}
		}
		s.advance()
	}
	return seen
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

func (s *Scanner) number() (token.Token, string) {
	start, bad := s.offset, -1
	tok := token.ILLEGAL
	base, prefix, seen := 10, rune(0), 0
	if s.ch != '.' {
		tok = token.INT
		if s.ch == '0' {
			s.advance()
			switch s.ch | 0x20 {
			case 'x':
				s.advance()
				base, prefix = 16, 'x'
			case 'o':
				s.advance()
				base, prefix = 8, 'o'
			case 'b':
				s.advance()
				base, prefix = 2, 'b'
			default:
				base, prefix, seen = 8, '0', 1
			}
		}
		seen |= s.digits(base, &bad)
	}
	if s.ch == '.' {
		tok = token.FLOAT
		if prefix == 'o' || prefix == 'b' {
			s.error(s.offset, "invalid radix point in "+literal(prefix))
		}
		s.advance()
		seen |= s.digits(base, &bad)
	}
	if seen&1 == 0 {
		s.error(s.offset, literal(prefix)+" has no digits")
	}
	if e := s.ch | 0x20; e == 'e' || e == 'p' {
		switch {
		case e == 'e' && prefix != 0 && prefix != '0':
			s.errorf(s.offset, "%q exponent requires decimal mantissa", s.ch)
		case e == 'p' && prefix != 'x':
			s.errorf(s.offset, "%q exponent requires hexadecimal mantissa", s.ch)
		}
		s.advance()
		tok = token.FLOAT
		if s.ch == '+' || s.ch == '-' {
			s.advance()
		}
		none := 0
		n := s.digits(10, &none)
		seen |= n
		if n&1 == 0 {
			s.error(s.offset, "exponent has no digits")
		}
	} else if prefix == 'x' && tok == token.FLOAT {
		s.error(s.offset, "hexadecimal mantissa requires a 'p' exponent")
	}
	if s.ch == 'i' {
		tok = token.IMAG
		s.advance()
	}
	lit := string(s.src[start:s.offset])
	if tok == token.INT && bad >= 0 {
		s.errorf(bad, "invalid digit %q in %s", lit[bad-start], literal(prefix))
	}
	if seen&2 != 0 {
		if i := misplaced(lit); i >= 0 {
			s.error(start+i, "'_' must separate successive digits")
		}
	}
	return tok, lit
}

// misplaced is the index of an underscore that is neither between digits nor after the prefix, or -1.
func misplaced(lit string) int {
	before := byte('.')
	i, hex := 0, false
	if len(lit) >= 2 && lit[0] == '0' {
		if p := lit[1] | 0x20; p == 'x' || p == 'o' || p == 'b' {
			i, before, hex = 2, '0', p == 'x'
		}
	}
	for ; i < len(lit); i++ {
		c := rune(lit[i])
		switch {
		case c == '_':
			if before != '0' {
				return i
			}
			before = '_'
		case isDecimal(c) || hex && isHex(c):
			before = '0'
		default:
			if before == '_' {
				return i - 1
			}
			before = '.'
		}
	}
	if before == '_' {
		return len(lit) - 1
	}
	return -1
}

// escape is behind the backslash.
func (s *Scanner) escape(quote rune) bool {
	start := s.offset
	var n int
	var base, limit uint32
	switch s.ch {
	case 'a', 'b', 'f', 'n', 'r', 't', 'v', '\\', quote:
		s.advance()
		return true
	case '0', '1', '2', '3', '4', '5', '6', '7':
		n, base, limit = 3, 8, 255
	case 'x':
		s.advance()
		n, base, limit = 2, 16, 255
	case 'u':
		s.advance()
		n, base, limit = 4, 16, unicode.MaxRune
	case 'U':
		s.advance()
		n, base, limit = 8, 16, unicode.MaxRune
	default:
		msg := "unknown escape sequence"
		if s.ch == eof {
			msg = "escape sequence not terminated"
		}
		s.error(start, msg)
		return false
	}
	var x uint32
	for ; n > 0; n-- {
		d := uint32(16)
		switch {
		case isDecimal(s.ch):
			d = uint32(s.ch - '0')
		case isHex(s.ch):
			d = uint32(s.ch|0x20-'a') + 10
		}
		if d >= base {
			msg := fmt.Sprintf("illegal character %#U in escape sequence", s.ch)
			if s.ch == eof {
				msg = "escape sequence not terminated"
			}
			s.error(s.offset, msg)
			return false
		}
		x = x*base + d
		s.advance()
	}
	if x > limit || 0xD800 <= x && x < 0xE000 {
		s.error(start, "escape sequence is invalid Unicode code point")
		return false
	}
	return true
}

func (s *Scanner) runeLit() string {
	start := s.offset - 1
	ok, n := true, 0
	for {
		c := s.ch
		if c == '\n' || c == eof {
			if ok {
				s.error(start, "rune literal not terminated")
				ok = false
			}
			break
		}
		s.advance()
		if c == '\'' {
			break
		}
		n++
		if c == '\\' && !s.escape('\'') {
			ok = false
		}
	}
	if ok && n != 1 {
		s.error(start, "illegal rune literal")
	}
	return string(s.src[start:s.offset])
}

func (s *Scanner) stringLit() string {
	start := s.offset - 1
	for {
		c := s.ch
		if c == '\n' || c == eof {
			s.error(start, "string literal not terminated")
			break
		}
		s.advance()
		if c == '"' {
			break
		}
		if c == '\\' {
			s.escape('"')
		}
	}
	return string(s.src[start:s.offset])
}

func (s *Scanner) rawString() string {
	start := s.offset - 1
	cr := false
	for {
		c := s.ch
		if c == eof {
			s.error(start, "raw string literal not terminated")
			break
		}
		s.advance()
		if c == '`' {
			break
		}
		cr = cr || c == '\r'
	}
	lit := s.src[start:s.offset]
	if cr {
		lit = dropCR(lit, false)
	}
	return string(lit)
}

// Scan gives the next token. lit is the text of literals, identifiers, keywords and comments; "\n" for a semicolon that is not written.
// At the end it gives token.EOF.
func (s *Scanner) Scan() (pos token.Pos, tok token.Token, lit string) {
	pos, tok, lit = s.scan()
	s.last = s.file.Pos(s.offset)
	if lit == "\n" { // the semicolon may stand in a comment
		s.last = min(s.last, pos+1)
	}
	return pos, tok, lit
}

func (s *Scanner) scan() (pos token.Pos, tok token.Token, lit string) {
	if s.nlPos.IsValid() {
		// A comment with a newline was replaced by a semicolon.
		pos, s.nlPos = s.nlPos, token.NoPos
		return pos, token.SEMICOLON, "\n"
	}
again:
	for s.ch == ' ' || s.ch == '\t' || s.ch == '\n' && !s.semi || s.ch == '\r' {
		s.advance()
	}
	pos = s.file.Pos(s.offset)
	semi := false
	switch c := s.ch; {
	case isLetter(c):
		lit = s.identifier()
		tok = token.IDENT
		if len(lit) > 1 {
			tok = token.Lookup(lit)
		}
		switch tok {
		case token.IDENT, token.BREAK, token.CONTINUE, token.FALLTHROUGH, token.RETURN:
			semi = true
		}
	case isDecimal(c) || c == '.' && isDecimal(rune(s.peek())):
		semi = true
		tok, lit = s.number()
	default:
		s.advance()
		switch c {
		case eof:
			if s.semi {
				s.semi = false
				return pos, token.SEMICOLON, "\n"
			}
			tok = token.EOF
		case '\n':
			// only if a statement ends here
			s.semi = false
			return pos, token.SEMICOLON, "\n"
		case '"':
			semi = true
			tok, lit = token.STRING, s.stringLit()
		case '\'':
			semi = true
			tok, lit = token.CHAR, s.runeLit()
		case '`':
			semi = true
			tok, lit = token.STRING, s.rawString()
		case '/':
			if s.ch == '/' || s.ch == '*' {
				text, nl := s.comment()
				if s.semi && nl != 0 {
					s.nlPos = s.file.Pos(nl)
					s.semi = false
				} else {
					semi = s.semi
				}
				if s.mode&ScanComments == 0 {
					if s.nlPos.IsValid() {
						pos, s.nlPos = s.nlPos, token.NoPos
						return pos, token.SEMICOLON, "\n"
					}
					s.semi = semi
					goto again
				}
				tok, lit = token.COMMENT, text
				s.semi = semi
				return pos, tok, lit
			}
			tok = s.operator(c)
		default:
			if tok = s.operator(c); tok == token.ILLEGAL {
				if c != bom {
					if c == '“' || c == '”' {
						s.errorf(s.file.Offset(pos), "curly quotation mark %q (use neutral %q)", c, '"')
					} else {
						s.errorf(s.file.Offset(pos), "illegal character %#U", c)
					}
				}
				semi = s.semi
				lit = string(c)
			}
			switch tok {
			case token.RPAREN, token.RBRACK, token.RBRACE, token.INC, token.DEC:
				semi = true
			case token.SEMICOLON:
				lit = ";"
			}
		}
	}
	if s.mode&dontInsertSemis == 0 {
		s.semi = semi
	}
	return pos, tok, lit
}

// operators lists the operators that begin with a character, the longest first.
var operators = func() (t [128][]struct {
	text string
	tok  token.Token
}) {
	for tok := token.ADD; tok <= token.COLON; tok++ {
		t0 := tok.String()
		list := &t[t0[0]]
		i := 0
		for i < len(*list) && len((*list)[i].text) >= len(t0) {
			i++
		}
		*list = append(*list, struct {
			text string
			tok  token.Token
		}{})
		copy((*list)[i+1:], (*list)[i:])
		(*list)[i].text, (*list)[i].tok = t0, tok
	}
	t['~'] = append(t['~'], struct {
		text string
		tok  token.Token
	}{"~", token.TILDE})
	return t
}()

// operator is behind the first character c.
func (s *Scanner) operator(c rune) token.Token {
	if c >= 128 || c < 0 {
		return token.ILLEGAL
	}
	at := s.offset - 1
	for _, op := range operators[c] {
		if bytes.HasPrefix(s.src[at:], []byte(op.text)) {
			for range len(op.text) - 1 {
				s.advance()
			}
			return op.tok
		}
	}
	return token.ILLEGAL
}
