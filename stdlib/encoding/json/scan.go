package json

import "strconv"

// maxDepth limits how deep arrays and objects nest, so that recursion in the decoder is bounded.
const maxDepth = 10000

// States of a scanner: what comes next.
const (
	wantValue      = iota
	wantValueOrEnd // after [
	wantKey        // after , in an object
	wantKeyOrEnd   // after {
	wantColon
	wantMore // , or the end of the array or object
	inString
	inKey
	inEscape // the byte after a backslash
	inHex    // 1 to 4 bytes of \uXXXX
	inLiteral
	inNumber
	atEnd // the value is complete
	failed
)

// Parts of a number.
const (
	numMinus = iota
	numZero
	numInt
	numDot
	numFrac
	numE
	numSign
	numExp
)

// A scanner checks the syntax of one value, which may come in pieces. It is the only judge: the decoder assumes that its input is valid.
type scanner struct {
	state  uint8
	num    uint8  // part of the number
	esc    uint8  // hexadecimal digits seen
	inKey  bool   // the string is a key
	lit    string // rest of true, false or null
	word   string // all of it
	stack  []byte // open brackets: [ or {
	escape []byte // escape sequence so far
	err    *SyntaxError
}

func (s *scanner) reset() { *s = scanner{stack: s.stack[:0]} }

func isSpace(c byte) bool { return c <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r') }

// quoteChar is how errors show a byte.
func quoteChar(c byte) string {
	switch c {
	case '\'':
		return `'\''`
	case '"':
		return `'"'`
	}
	s := strconv.Quote(string(rune(c)))
	return "'" + s[1:len(s)-1] + "'"
}

// fail is called for data[i]; offsets of errors count the offending byte. base is the offset of data.
func (s *scanner) fail(c byte, context string, offset int) int {
	s.state = failed
	s.err = &SyntaxError{"invalid character " + quoteChar(c) + " " + context, int64(offset) + 1}
	return offset
}

// scan goes on with data[i:] and returns how far it got: to the end of data, of the value, or to a wrong byte. The state tells which.
func (s *scanner) scan(data []byte, i int) int {
	for i < len(data) {
		c := data[i]
		switch s.state {
		case wantValue, wantValueOrEnd:
			switch {
			case isSpace(c):
				i++
				continue
			case c == '"':
				s.state, s.inKey = inString, false
			case c == '{' || c == '[':
				s.stack = append(s.stack, c)
				if len(s.stack) > maxDepth {
					s.state = failed
					s.err = &SyntaxError{"exceeded max depth", int64(i) + 1}
					return i
				}
				s.state = wantKeyOrEnd
				if c == '[' {
					s.state = wantValueOrEnd
				}
			case c == '-':
				s.state, s.num = inNumber, numMinus
			case c == '0':
				s.state, s.num = inNumber, numZero
			case '1' <= c && c <= '9':
				s.state, s.num = inNumber, numInt
			case c == 't':
				s.state, s.lit, s.word = inLiteral, "rue", "true"
			case c == 'f':
				s.state, s.lit, s.word = inLiteral, "alse", "false"
			case c == 'n':
				s.state, s.lit, s.word = inLiteral, "ull", "null"
			case c == ']' && s.state == wantValueOrEnd:
				if s.pop(); s.state == atEnd {
					return i + 1
				}
			default:
				return s.fail(c, "looking for beginning of value", i)
			}
			i++
		case inString:
			for i < len(data) && data[i] != '"' && data[i] != '\\' && data[i] >= ' ' {
				i++
			}
			if i == len(data) {
				return i
			}
			switch c = data[i]; {
			case c == '"':
				if s.inKey {
					s.state = wantColon
				} else if s.valueDone() {
					return i + 1
				}
			case c == '\\':
				s.state = inEscape
			default:
				return s.fail(c, "in string", i)
			}
			i++
		case inEscape:
			switch c {
			case 'b', 'f', 'n', 'r', 't', '\\', '/', '"':
				s.state = inString
			case 'u':
				s.state = inHex
				s.escape = append(s.escape[:0], '\\', 'u')
			default:
				return s.badEscape(`\`+string(rune(c)), i)
			}
			i++
		case inHex:
			s.escape = append(s.escape, c)
			if hexValue(c) < 0 {
				return s.badEscape(string(s.escape), i)
			}
			if len(s.escape) == 6 {
				s.state = inString
			}
			i++
		case inLiteral:
			if c != s.lit[0] {
				return s.fail(c, "in literal "+s.word+" (expecting "+quoteChar(s.lit[0])+")", i)
			}
			i++
			if s.lit = s.lit[1:]; s.lit == "" && s.valueDone() {
				return i
			}
		case inNumber:
			n, ok := s.number(data, i)
			if !ok {
				return s.fail(data[n], "in numeric literal", n)
			}
			i = n
			if s.state == atEnd {
				return i
			}
		case wantKey, wantKeyOrEnd:
			switch {
			case isSpace(c):
			case c == '"':
				s.state, s.inKey = inString, true
			case c == '}' && s.state == wantKeyOrEnd:
				if s.pop(); s.state == atEnd {
					return i + 1
				}
			default:
				return s.fail(c, "looking for beginning of object key string", i)
			}
			i++
		case wantColon:
			if c == ':' {
				s.state = wantValue
			} else if !isSpace(c) {
				return s.fail(c, "after object key", i)
			}
			i++
		case wantMore:
			open := s.stack[len(s.stack)-1]
			switch {
			case isSpace(c):
			case c == ',' && open == '{':
				s.state = wantKey
			case c == ',':
				s.state = wantValue
			case c == open+2: // ] is [+2, } is {+2
				if s.pop(); s.state == atEnd {
					return i + 1
				}
			case open == '{':
				return s.fail(c, "after object key:value pair", i)
			default:
				return s.fail(c, "after array element", i)
			}
			i++
		default:
			return i
		}
	}
	return i
}

func (s *scanner) badEscape(text string, i int) int {
	s.state = failed
	s.err = &SyntaxError{"invalid escape sequence `" + text + "` in string", int64(i) + 1}
	return i
}

func (s *scanner) pop() {
	s.stack = s.stack[:len(s.stack)-1]
	s.valueDone()
}

// valueDone reports whether the value was the outermost.
func (s *scanner) valueDone() bool {
	if len(s.stack) == 0 {
		s.state = atEnd
		return true
	}
	s.state = wantMore
	return false
}

// number returns the end of the number, or where it is wrong. At the end of data the number may still go on.
func (s *scanner) number(data []byte, i int) (int, bool) {
	num := s.num
	for ; i < len(data); i++ {
		c := data[i]
		digit := '0' <= c && c <= '9'
		switch num {
		case numMinus:
			if !digit {
				return i, false
			}
			num = numInt
			if c == '0' {
				num = numZero
			}
			continue
		case numZero, numInt:
			switch {
			case digit && num == numInt:
				continue
			case c == '.':
				num = numDot
				continue
			case c == 'e' || c == 'E':
				num = numE
				continue
			}
		case numDot, numFrac:
			switch {
			case digit:
				num = numFrac
				continue
			case num == numDot:
				return i, false
			case c == 'e' || c == 'E':
				num = numE
				continue
			}
		default:
			switch {
			case digit:
				num = numExp
				continue
			case num == numE && (c == '+' || c == '-'):
				num = numSign
				continue
			case num != numExp:
				return i, false
			}
		}
		s.valueDone() // c does not belong to the number
		return i, true
	}
	s.num = num
	return i, true
}

// eof tells that the data has ended. It reports whether the value is complete.
func (s *scanner) eof() bool {
	if s.state == inNumber && len(s.stack) == 0 && (s.num == numZero || s.num == numInt || s.num == numFrac || s.num == numExp) {
		s.state = atEnd
	}
	return s.state == atEnd
}

const unexpectedEnd = "unexpected end of JSON input"

// check scans a whole text: one value and white space.
func check(data []byte) *SyntaxError {
	var stack [32]byte
	s := scanner{stack: stack[:0]}
	i := s.scan(data, 0)
	if s.state == failed {
		return s.err
	}
	if !s.eof() {
		return &SyntaxError{unexpectedEnd, int64(len(data))}
	}
	for ; i < len(data); i++ {
		if !isSpace(data[i]) {
			s.fail(data[i], "after top-level value", i)
			return s.err
		}
	}
	return nil
}

// Valid reports whether data is one JSON value.
func Valid(data []byte) bool { return check(data) == nil }

// A SyntaxError describes what is wrong with a text.
type SyntaxError struct {
	msg    string
	Offset int64 // bytes read, including the one that was wrong
}

func (e *SyntaxError) Error() string { return e.msg }
