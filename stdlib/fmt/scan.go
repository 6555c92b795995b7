package fmt

import (
	"errors"
	"io"
	"math"
	"os"
	"reflect"
	"strconv"
	"sync"
	"unicode/utf8"
)

// ScanState is what a Scanner gets: the input and the width of its verb.
type ScanState interface {
	// ReadRune reads the next rune; at the end of the width or, for the ...ln forms, of the line it returns io.EOF.
	ReadRune() (r rune, size int, err error)
	// UnreadRune takes the last rune back.
	UnreadRune() error
	// SkipSpace skips spaces, and newlines where the form allows.
	SkipSpace()
	// Token skips spaces if asked and returns the runes for which f holds (nil: not a space). The slice is valid until the next call.
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	// Width returns the width and whether there is one.
	Width() (wid int, ok bool)
	// Read must not be used.
	Read(buf []byte) (n int, err error)
}

// Scanner is implemented by values that read themselves.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

// Scan reads values separated by spaces from standard input; newlines count as spaces. It returns how many were stored.
func Scan(a ...any) (n int, err error) { return Fscan(os.Stdin, a...) }

// Scanln is Scan that stops at a newline, which must follow the last value.
func Scanln(a ...any) (n int, err error) { return Fscanln(os.Stdin, a...) }

// Scanf reads values as the format says. Newlines must match.
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(os.Stdin, format, a...) }

// stringReader gives the bytes of a string.
type stringReader string

func (r *stringReader) Read(b []byte) (n int, err error) {
	n = copy(b, *r)
	*r = (*r)[n:]
	if n == 0 {
		err = io.EOF
	}
	return n, err
}

// Sscan is Scan from a string.
func Sscan(str string, a ...any) (n int, err error) { return Fscan((*stringReader)(&str), a...) }

// Sscanln is Scanln from a string.
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln((*stringReader)(&str), a...) }

// Sscanf is Scanf from a string.
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf((*stringReader)(&str), format, a...)
}

// Fscan is Scan from r.
func Fscan(r io.Reader, a ...any) (n int, err error) {
	s := newScan(r, true, false)
	defer s.done()
	return s.doScan(a)
}

// Fscanln is Scanln from r.
func Fscanln(r io.Reader, a ...any) (n int, err error) {
	s := newScan(r, false, true)
	defer s.done()
	return s.doScan(a)
}

// Fscanf is Scanf from r.
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	s := newScan(r, false, false)
	defer s.done()
	return s.doScanf(format, a)
}

const (
	eof     = -1
	noWidth = 1 << 30
)

// scanError is what the methods of scan panic with; errors of the input are passed through it too.
type scanError struct{ err error }

// scan is the state of one call.
type scan struct {
	rs        io.RuneScanner
	buf       []byte // token
	count     int    // runes read
	atEOF     bool
	nlIsSpace bool // Scan
	nlIsEnd   bool // Scanln
	argLimit  int  // count at which the value's width ends
	limit     int
	maxWid    int
}

var scans = sync.Pool{New: func() any { return new(scan) }}

func newScan(r io.Reader, nlIsSpace, nlIsEnd bool) *scan {
	s := scans.Get().(*scan)
	if rs, ok := r.(io.RuneScanner); ok {
		s.rs = rs
	} else {
		s.rs = &runeReader{r: r, peeked: -1}
	}
	s.nlIsSpace, s.nlIsEnd = nlIsSpace, nlIsEnd
	s.atEOF = false
	s.limit, s.argLimit, s.maxWid = noWidth, noWidth, noWidth
	s.count = 0
	return s
}

func (s *scan) done() {
	s.rs = nil
	if cap(s.buf) > 1024 {
		s.buf = nil
	}
	s.buf = s.buf[:0]
	scans.Put(s)
}

// runeReader makes runes of a plain Reader, byte by byte so that it reads no further than it must.
type runeReader struct {
	r       io.Reader
	pending []byte // bytes of an incomplete rune that turned out invalid
	room    [utf8.UTFMax]byte
	last    rune
	lastLen int
	peeked  rune // taken back; -1: none
}

func (r *runeReader) readByte() (byte, error) {
	if len(r.pending) > 0 {
		b := r.pending[0]
		r.pending = r.pending[1:]
		return b, nil
	}
	var one [1]byte
	n, err := io.ReadFull(r.r, one[:])
	if n != 1 {
		return 0, err
	}
	return one[0], nil
}

func (r *runeReader) ReadRune() (rune, int, error) {
	if r.peeked >= 0 {
		c := r.peeked
		r.peeked = -1
		return c, r.lastLen, nil
	}
	b, err := r.readByte()
	if err != nil {
		return 0, 0, err
	}
	if b < utf8.RuneSelf {
		r.last, r.lastLen = rune(b), 1
		return r.last, 1, nil
	}
	var buf [utf8.UTFMax]byte
	buf[0] = b
	n := 1
	for ; n < len(buf) && !utf8.FullRune(buf[:n]); n++ {
		b, err := r.readByte()
		if err != nil {
			if err == io.EOF {
				break
			}
			return 0, 0, err
		}
		buf[n] = b
	}
	c, size := utf8.DecodeRune(buf[:n])
	if size < n {
		k := copy(r.room[:], buf[size:n])
		r.pending = r.room[:k]
	}
	r.last, r.lastLen = c, size
	return c, size, nil
}

func (r *runeReader) UnreadRune() error {
	if r.peeked >= 0 {
		return errors.New("fmt: scanning called UnreadRune with no rune available")
	}
	r.peeked = r.last
	return nil
}

func (s *scan) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func (s *scan) ReadRune() (r rune, size int, err error) {
	if s.atEOF || s.count >= s.argLimit {
		return 0, 0, io.EOF
	}
	r, size, err = s.rs.ReadRune()
	switch {
	case err == nil:
		s.count++
		if s.nlIsEnd && r == '\n' {
			s.atEOF = true
		}
	case err == io.EOF:
		s.atEOF = true
	}
	return r, size, err
}

func (s *scan) UnreadRune() error {
	s.rs.UnreadRune()
	s.atEOF = false
	s.count--
	return nil
}

func (s *scan) Width() (wid int, ok bool) {
	if s.maxWid == noWidth {
		return 0, false
	}
	return s.maxWid, true
}

// get is ReadRune that gives eof at the end.
func (s *scan) get() rune {
	r, _, err := s.ReadRune()
	if err != nil {
		if err == io.EOF {
			return eof
		}
		s.fail(err)
	}
	return r
}

// mustGet is get where the end is an error.
func (s *scan) mustGet() rune {
	r := s.get()
	if r == eof {
		s.fail(io.ErrUnexpectedEOF)
	}
	return r
}

func (s *scan) fail(err error)       { panic(scanError{err}) }
func (s *scan) failText(text string) { panic(scanError{errors.New(text)}) }

func (s *scan) Token(skipSpace bool, f func(rune) bool) (tok []byte, err error) {
	defer func() {
		if e := recover(); e != nil {
			se, ok := e.(scanError)
			if !ok {
				panic(e)
			}
			err = se.err
		}
	}()
	if f == nil {
		f = notSpace
	}
	s.buf = s.buf[:0]
	return s.token(skipSpace, f), err
}

func (s *scan) token(skipSpace bool, f func(rune) bool) []byte {
	if skipSpace {
		s.SkipSpace()
	}
	for {
		r := s.get()
		if r == eof {
			break
		}
		if !f(r) {
			s.UnreadRune()
			break
		}
		s.buf = utf8.AppendRune(s.buf, r)
	}
	return s.buf
}

// isSpace is unicode.IsSpace without its tables.
func isSpace(r rune) bool {
	switch {
	case r < 0x80:
		return '\t' <= r && r <= '\r' || r == ' '
	case r < 0x2000:
		return r == 0x85 || r == 0xA0 || r == 0x1680
	}
	return r <= 0x200A || r == 0x2028 || r == 0x2029 || r == 0x202F || r == 0x205F || r == 0x3000
}

func notSpace(r rune) bool { return !isSpace(r) }

// peekNL reports whether a newline comes next, after \r perhaps, when r is \r.
func (s *scan) peek(ok string) bool {
	r := s.get()
	if r != eof {
		s.UnreadRune()
	}
	return indexRune(ok, r) >= 0
}

func indexRune(s string, r rune) int {
	for i, c := range s {
		if c == r {
			return i
		}
	}
	return -1
}

func (s *scan) SkipSpace() {
	for {
		r := s.get()
		if r == eof {
			return
		}
		if r == '\r' && s.peek("\n") {
			continue
		}
		if r == '\n' {
			if s.nlIsSpace {
				continue
			}
			s.failText("unexpected newline")
		}
		if !isSpace(r) {
			s.UnreadRune()
			return
		}
	}
}

// consume takes the next rune if it is one of ok, and keeps it if accept.
func (s *scan) consume(ok string, accept bool) bool {
	r := s.get()
	if r == eof {
		return false
	}
	if indexRune(ok, r) >= 0 {
		if accept {
			s.buf = utf8.AppendRune(s.buf, r)
		}
		return true
	}
	if accept {
		s.UnreadRune()
	}
	return false
}

func (s *scan) accept(ok string) bool { return s.consume(ok, true) }

func (s *scan) notEOF() {
	if r := s.get(); r == eof {
		s.fail(io.EOF)
	}
	s.UnreadRune()
}

func (s *scan) okVerb(verb rune, okVerbs, typ string) bool {
	if indexRune(okVerbs, verb) >= 0 {
		return true
	}
	s.failText("bad verb '%" + string(verb) + "' for " + typ)
	return false
}

func (s *scan) scanBool(verb rune) bool {
	s.SkipSpace()
	s.notEOF()
	if !s.okVerb(verb, "tv", "boolean") {
		return false
	}
	switch s.get() {
	case '0':
		return false
	case '1':
		return true
	case 't', 'T':
		if s.accept("rR") && (!s.accept("uU") || !s.accept("eE")) {
			s.failText("syntax error scanning boolean")
		}
		return true
	case 'f', 'F':
		if s.accept("aA") && (!s.accept("lL") || !s.accept("sS") || !s.accept("eE")) {
			s.failText("syntax error scanning boolean")
		}
		return false
	}
	return false
}

const (
	binDigits = "01"
	octDigits = "01234567"
	decDigits = "0123456789"
	hexDigits = "0123456789aAbBcCdDeEfF"
	signs     = "+-"
	period    = "."
	exponents = "eEpP"
)

func (s *scan) base(verb rune) (base int, digits string) {
	s.okVerb(verb, "bdoUxXv", "integer")
	switch verb {
	case 'b':
		return 2, binDigits
	case 'o':
		return 8, octDigits
	case 'x', 'X', 'U':
		return 16, hexDigits
	}
	return 10, decDigits
}

func (s *scan) scanNumber(digits string, haveDigits bool) string {
	if !haveDigits {
		s.notEOF()
		if !s.accept(digits) {
			s.failText("expected integer")
		}
	}
	for s.accept(digits) {
	}
	return string(s.buf)
}

func (s *scan) scanRune(bitSize int) int64 {
	s.notEOF()
	r := s.get()
	x := int64(r) << uint(64-bitSize) >> uint(64-bitSize)
	if x != int64(r) {
		s.failText("overflow on character value " + string(r))
	}
	return int64(r)
}

// basePrefix reads 0b, 0o, 0 or 0x; zeroFound says that a digit was read.
func (s *scan) basePrefix() (base int, digits string, zeroFound bool) {
	if !s.accept("0") {
		return 0, decDigits + "_", false
	}
	switch {
	case s.accept("bB"):
		return 0, binDigits + "_", true
	case s.accept("oO"):
		return 0, octDigits + "_", true
	case s.accept("xX"):
		return 0, hexDigits + "_", true
	}
	return 0, octDigits + "_", true
}

func (s *scan) scanInt(verb rune, bitSize int) int64 {
	if verb == 'c' {
		return s.scanRune(bitSize)
	}
	s.SkipSpace()
	s.notEOF()
	base, digits := s.base(verb)
	have := false
	if verb == 'U' {
		if !s.consume("U", false) || !s.consume("+", false) {
			s.failText("bad unicode format ")
		}
	} else {
		s.accept(signs)
		if verb == 'v' {
			base, digits, have = s.basePrefix()
		}
	}
	tok := s.scanNumber(digits, have)
	i, err := strconv.ParseInt(tok, base, 64)
	if err != nil {
		s.fail(err)
	}
	n := uint(bitSize)
	if x := i << (64 - n) >> (64 - n); x != i {
		s.failText("integer overflow on token " + tok)
	}
	return i
}

func (s *scan) scanUint(verb rune, bitSize int) uint64 {
	if verb == 'c' {
		return uint64(s.scanRune(bitSize))
	}
	s.SkipSpace()
	s.notEOF()
	base, digits := s.base(verb)
	have := false
	if verb == 'U' {
		if !s.consume("U", false) || !s.consume("+", false) {
			s.failText("bad unicode format ")
		}
	} else if verb == 'v' {
		base, digits, have = s.basePrefix()
	}
	tok := s.scanNumber(digits, have)
	i, err := strconv.ParseUint(tok, base, 64)
	if err != nil {
		s.fail(err)
	}
	n := uint(bitSize)
	if x := i << (64 - n) >> (64 - n); x != i {
		s.failText("unsigned integer overflow on token " + tok)
	}
	return i
}

// floatToken collects what looks like a float.
func (s *scan) floatToken() string {
	s.buf = s.buf[:0]
	if s.accept("nN") && s.accept("aA") && s.accept("nN") {
		return string(s.buf)
	}
	s.accept(signs)
	if s.accept("iI") && s.accept("nN") && s.accept("fF") {
		return string(s.buf)
	}
	digits, exp := decDigits+"_", exponents
	if s.accept("0") && s.accept("xX") {
		digits, exp = hexDigits+"_", "pP"
	}
	for s.accept(digits) {
	}
	if s.accept(period) {
		for s.accept(digits) {
		}
	}
	if s.accept(exp) {
		s.accept(signs)
		for s.accept(decDigits + "_") {
		}
	}
	return string(s.buf)
}

func (s *scan) convertFloat(str string, n int) float64 {
	// A decimal mantissa may have a binary exponent, which ParseFloat does not know.
	if p := indexRune(str, 'p'); p >= 0 && !(indexRune(str, 'x') >= 0 || indexRune(str, 'X') >= 0) {
		f, err := strconv.ParseFloat(str[:p], n)
		if err != nil {
			if e, ok := err.(*strconv.NumError); ok {
				e.Num = str
			}
			s.fail(err)
		}
		m, err := strconv.Atoi(str[p+1:])
		if err != nil {
			if e, ok := err.(*strconv.NumError); ok {
				e.Num = str
			}
			s.fail(err)
		}
		return math.Ldexp(f, m)
	}
	f, err := strconv.ParseFloat(str, n)
	if err != nil {
		s.fail(err)
	}
	return f
}

func (s *scan) scanFloat(verb rune, n int) float64 {
	s.okVerb(verb, "beEfFgGv", "float"+strconv.Itoa(n))
	s.SkipSpace()
	s.notEOF()
	return s.convertFloat(s.floatToken(), n)
}

func (s *scan) scanComplex(verb rune, n int) complex128 {
	s.okVerb(verb, "beEfFgGv", "complex")
	s.SkipSpace()
	s.notEOF()
	parens := s.accept("(")
	re := s.floatToken()
	s.buf = s.buf[:0]
	if !s.accept("+-") {
		s.failText("syntax error scanning complex number")
	}
	sign := string(s.buf)
	im := s.floatToken()
	if !s.accept("i") || parens && !s.accept(")") {
		s.failText("syntax error scanning complex number")
	}
	return complex(s.convertFloat(re, n/2), s.convertFloat(sign+im, n/2))
}

func (s *scan) convertString(verb rune) string {
	s.okVerb(verb, "svqxX", "string")
	s.SkipSpace()
	s.notEOF()
	switch verb {
	case 'q':
		return s.quotedString()
	case 'x', 'X':
		return s.hexString()
	}
	return string(s.token(true, notSpace))
}

func (s *scan) quotedString() string {
	s.notEOF()
	q := s.get()
	switch q {
	case '`':
		for {
			r := s.mustGet()
			if r == q {
				return string(s.buf)
			}
			s.buf = utf8.AppendRune(s.buf, r)
		}
	case '"':
		s.buf = append(s.buf, '"')
		for {
			r := s.mustGet()
			s.buf = utf8.AppendRune(s.buf, r)
			if r == '\\' { // the next one cannot end the string
				s.buf = utf8.AppendRune(s.buf, s.mustGet())
			} else if r == '"' {
				break
			}
		}
		out, err := strconv.Unquote(string(s.buf))
		if err != nil {
			s.fail(err)
		}
		return out
	}
	s.failText("expected quoted string")
	return ""
}

func hexDigit(d rune) (int, bool) {
	switch {
	case '0' <= d && d <= '9':
		return int(d - '0'), true
	case 'a' <= d && d <= 'f':
		return int(d - 'a' + 10), true
	case 'A' <= d && d <= 'F':
		return int(d - 'A' + 10), true
	}
	return 0, false
}

func (s *scan) hexString() string {
	s.notEOF()
	for {
		r := s.get()
		if r == eof {
			break
		}
		hi, ok := hexDigit(r)
		if !ok {
			s.UnreadRune()
			break
		}
		lo, ok := hexDigit(s.mustGet())
		if !ok {
			s.failText("illegal hex digit")
		}
		s.buf = append(s.buf, byte(hi<<4|lo))
	}
	if len(s.buf) == 0 {
		s.failText("no hex data for %x string")
	}
	return string(s.buf)
}

// scanOne reads one value into arg.
func (s *scan) scanOne(verb rune, arg any) {
	s.buf = s.buf[:0]
	if v, ok := arg.(Scanner); ok {
		err := v.Scan(s, verb)
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			s.fail(err)
		}
		return
	}
	switch v := arg.(type) {
	case *bool:
		*v = s.scanBool(verb)
	case *complex64:
		*v = complex64(s.scanComplex(verb, 64))
	case *complex128:
		*v = s.scanComplex(verb, 128)
	case *int:
		*v = int(s.scanInt(verb, strconv.IntSize))
	case *int8:
		*v = int8(s.scanInt(verb, 8))
	case *int16:
		*v = int16(s.scanInt(verb, 16))
	case *int32:
		*v = int32(s.scanInt(verb, 32))
	case *int64:
		*v = s.scanInt(verb, 64)
	case *uint:
		*v = uint(s.scanUint(verb, strconv.IntSize))
	case *uint8:
		*v = uint8(s.scanUint(verb, 8))
	case *uint16:
		*v = uint16(s.scanUint(verb, 16))
	case *uint32:
		*v = uint32(s.scanUint(verb, 32))
	case *uint64:
		*v = s.scanUint(verb, 64)
	case *uintptr:
		*v = uintptr(s.scanUint(verb, 64))
	case *float32:
		*v = float32(s.scanFloat(verb, 32))
	case *float64:
		*v = s.scanFloat(verb, 64)
	case *string:
		*v = s.convertString(verb)
	case *[]byte:
		*v = []byte(s.convertString(verb))
	default:
		s.scanReflect(verb, arg)
	}
}

func (s *scan) scanReflect(verb rune, arg any) {
	val := reflect.ValueOf(arg)
	if val.Kind() != reflect.Pointer {
		s.failText("type not a pointer: " + val.Type().String())
	}
	switch v := val.Elem(); v.Kind() {
	case reflect.Bool:
		v.SetBool(s.scanBool(verb))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(s.scanInt(verb, v.Type().Bits()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		v.SetUint(s.scanUint(verb, v.Type().Bits()))
	case reflect.String:
		v.SetString(s.convertString(verb))
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Uint8 {
			s.failText("can't scan type: " + val.Type().String())
		}
		v.Set(reflect.ValueOf([]byte(s.convertString(verb))).Convert(v.Type()))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(s.scanFloat(verb, v.Type().Bits()))
	case reflect.Complex64, reflect.Complex128:
		v.SetComplex(s.scanComplex(verb, v.Type().Bits()))
	default:
		s.failText("can't scan type: " + val.Type().String())
	}
}

// recovered turns scanError panics into errp.
func recovered(errp *error) {
	if e := recover(); e != nil {
		se, ok := e.(scanError)
		if !ok {
			if err, isErr := e.(error); isErr && err == io.EOF {
				*errp = err
				return
			}
			panic(e)
		}
		*errp = se.err
	}
}

func (s *scan) doScan(a []any) (n int, err error) {
	defer recovered(&err)
	for _, v := range a {
		s.scanOne('v', v)
		n++
	}
	if s.nlIsEnd {
		for {
			r := s.get()
			if r == '\n' || r == eof {
				break
			}
			if !isSpace(r) {
				s.failText("expected newline")
			}
		}
	}
	return n, nil
}

// advance matches the text of a format up to the next directive. It returns how many bytes of the format matched, -1 for a mismatch.
func (s *scan) advance(format string) (i int) {
	for i < len(format) {
		c, w := utf8.DecodeRuneInString(format[i:])
		if isSpace(c) {
			// A run of spaces with newlines must match as many newlines with any spaces around them; without newlines it matches
			// one or more spaces, or the end of the line.
			newlines := 0
			trailing := false
			for isSpace(c) && i < len(format) {
				if c == '\n' {
					newlines++
					trailing = false
				} else {
					trailing = true
				}
				i += w
				c, w = utf8.DecodeRuneInString(format[i:])
			}
			for j := 0; j < newlines; j++ {
				in := s.get()
				for isSpace(in) && in != '\n' {
					in = s.get()
				}
				if in != '\n' && in != eof {
					s.failText("newline in format does not match input")
				}
			}
			if trailing {
				in := s.get()
				if newlines == 0 {
					// Without newlines at least one space is needed, unless the line or the input ends.
					if !isSpace(in) && in != eof {
						s.failText("expected space in input to match format")
					}
					if in == '\n' {
						s.failText("newline in input does not match format")
					}
				}
				for isSpace(in) && in != '\n' {
					in = s.get()
				}
				if in != eof {
					s.UnreadRune()
				}
			}
			continue
		}
		if c == '%' {
			if i+w == len(format) {
				s.failText("missing verb: % at end of format string")
			}
			next, _ := utf8.DecodeRuneInString(format[i+w:])
			if next != '%' {
				return i
			}
			i += w // %% matches %, after spaces
		}
		in := s.mustGet()
		if in != c {
			s.UnreadRune()
			return -1
		}
		i += w
	}
	return i
}

func (s *scan) doScanf(format string, a []any) (n int, err error) {
	defer recovered(&err)
	end := len(format) - 1
	for i := 0; i <= end; {
		w := s.advance(format[i:])
		if w > 0 {
			i += w
			continue
		}
		if format[i] != '%' {
			if w < 0 {
				s.failText("input does not match format")
			}
			break // too many operands
		}
		i++
		wid, hasWid, at := parseNum(format, i, len(format))
		i = at
		s.maxWid = noWidth
		if hasWid {
			s.maxWid = wid
		}
		if i >= len(format) {
			s.failText("missing verb: % at end of format string")
		}
		c, cw := utf8.DecodeRuneInString(format[i:])
		i += cw
		if c != 'c' {
			s.SkipSpace()
		}
		if c == '%' {
			s.scanPercent()
			continue
		}
		s.argLimit = s.limit
		if f := s.count + s.maxWid; f < s.argLimit {
			s.argLimit = f
		}
		if n >= len(a) {
			s.failText("too few operands for format '%" + format[i-cw:] + "'")
		}
		s.scanOne(c, a[n])
		n++
		s.argLimit = s.limit
	}
	if n < len(a) {
		s.failText("too many operands")
	}
	return n, nil
}

func (s *scan) scanPercent() {
	s.SkipSpace()
	s.notEOF()
	if !s.accept("%") {
		s.failText("missing literal %")
	}
}
