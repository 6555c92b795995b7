package strconv

import "unicode/utf8"

const (
	lowerHex     = "0123456789abcdef"
	quoteASCII   = 1 << iota // escape everything outside ASCII
	quoteGraphic             // print graphic runes
)

func quoteTo(b []byte, s string, q byte, mode int) []byte {
	if cap(b)-len(b) < len(s) {
		n := make([]byte, len(b), len(b)+1+len(s)+1)
		copy(n, b)
		b = n
	}
	b = append(b, q)
	from := 0 // start of the run that is copied as it is
	for i := 0; i < len(s); {
		c := s[i]
		if ' ' <= c && c < 0x7F && c != q && c != '\\' {
			i++
			continue
		}
		r, w := rune(c), 1
		if c >= utf8.RuneSelf {
			r, w = utf8.DecodeRuneInString(s[i:])
			if !(w == 1 && r == utf8.RuneError) && mode&quoteASCII == 0 && (IsPrint(r) || mode&quoteGraphic != 0 && isExtraGraphic(r)) {
				i += w
				continue
			}
		}
		b = append(b, s[from:i]...)
		if w == 1 && r == utf8.RuneError {
			b = append(b, '\\', 'x', lowerHex[c>>4], lowerHex[c&15])
		} else {
			b = escapeRune(b, r, q, mode)
		}
		i += w
		from = i
	}
	b = append(b, s[from:]...)
	return append(b, q)
}

// escapeRune writes r as it stands in a literal quoted with q.
func escapeRune(b []byte, r rune, q byte, mode int) []byte {
	if r == rune(q) || r == '\\' {
		return append(b, '\\', byte(r))
	}
	if r < utf8.RuneSelf && IsPrint(r) {
		return append(b, byte(r))
	}
	if r >= utf8.RuneSelf && mode&quoteASCII == 0 && (IsPrint(r) || mode&quoteGraphic != 0 && isExtraGraphic(r)) {
		return utf8.AppendRune(b, r)
	}
	if 7 <= r && r <= 13 {
		return append(b, '\\', "abtnvfr"[r-7])
	}
	switch {
	case r < ' ' || r == 0x7F:
		return append(b, '\\', 'x', lowerHex[byte(r)>>4], lowerHex[byte(r)&15])
	case !utf8.ValidRune(r):
		r = utf8.RuneError
		fallthrough
	case r < 0x10000:
		b = append(b, '\\', 'u')
		for s := 12; s >= 0; s -= 4 {
			b = append(b, lowerHex[r>>uint(s)&15])
		}
	default:
		b = append(b, '\\', 'U')
		for s := 28; s >= 0; s -= 4 {
			b = append(b, lowerHex[r>>uint(s)&15])
		}
	}
	return b
}

func quote(s string, mode int) string {
	return string(quoteTo(make([]byte, 0, 3*len(s)/2), s, '"', mode))
}

// Quote writes s as a Go string literal, with escapes for what is not printable.
func Quote(s string) string { return quote(s, 0) }

// AppendQuote appends Quote(s) to dst.
func AppendQuote(dst []byte, s string) []byte { return quoteTo(dst, s, '"', 0) }

// QuoteToASCII is Quote with escapes for all that is not ASCII.
func QuoteToASCII(s string) string { return quote(s, quoteASCII) }

// AppendQuoteToASCII appends QuoteToASCII(s) to dst.
func AppendQuoteToASCII(dst []byte, s string) []byte { return quoteTo(dst, s, '"', quoteASCII) }

// QuoteToGraphic is Quote that leaves graphic runes, see IsGraphic, as they are.
func QuoteToGraphic(s string) string { return quote(s, quoteGraphic) }

// AppendQuoteToGraphic appends QuoteToGraphic(s) to dst.
func AppendQuoteToGraphic(dst []byte, s string) []byte { return quoteTo(dst, s, '"', quoteGraphic) }

func quoteRune(dst []byte, r rune, mode int) []byte {
	dst = append(dst, '\'')
	if !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return append(escapeRune(dst, r, '\'', mode), '\'')
}

// QuoteRune writes r as a Go rune literal.
func QuoteRune(r rune) string { return string(quoteRune(nil, r, 0)) }

// AppendQuoteRune appends QuoteRune(r) to dst.
func AppendQuoteRune(dst []byte, r rune) []byte { return quoteRune(dst, r, 0) }

// QuoteRuneToASCII is QuoteRune with escapes for all that is not ASCII.
func QuoteRuneToASCII(r rune) string { return string(quoteRune(nil, r, quoteASCII)) }

// AppendQuoteRuneToASCII appends QuoteRuneToASCII(r) to dst.
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return quoteRune(dst, r, quoteASCII) }

// QuoteRuneToGraphic is QuoteRune that leaves graphic runes as they are.
func QuoteRuneToGraphic(r rune) string { return string(quoteRune(nil, r, quoteGraphic)) }

// AppendQuoteRuneToGraphic appends QuoteRuneToGraphic(r) to dst.
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte { return quoteRune(dst, r, quoteGraphic) }

// CanBackquote reports whether s can stand between backquotes on one line.
func CanBackquote(s string) bool {
	for len(s) > 0 {
		r, w := utf8.DecodeRuneInString(s)
		s = s[w:]
		if w > 1 {
			if r == '\uFEFF' {
				return false
			}
			continue
		}
		if r == utf8.RuneError || r < ' ' && r != '\t' || r == '`' || r == 0x7F {
			return false
		}
	}
	return true
}

func unhex(c byte) (rune, bool) {
	switch {
	case '0' <= c && c <= '9':
		return rune(c - '0'), true
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return rune(c | 0x20 - 'a' + 10), true
	}
	return 0, false
}

// UnquoteChar decodes the first character or escape of s, the inside of a literal quoted with quote: the value, whether it needs
// UTF-8 (against a single byte), and what follows.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	c := s[0]
	switch {
	case c == quote && (quote == '\'' || quote == '"'):
		return 0, false, "", ErrSyntax
	case c >= utf8.RuneSelf:
		r, w := utf8.DecodeRuneInString(s)
		return r, true, s[w:], nil
	case c != '\\':
		return rune(c), false, s[1:], nil
	}
	if len(s) < 2 {
		return 0, false, "", ErrSyntax
	}
	c = s[1]
	s = s[2:]
	switch c {
	case 'a':
		value = '\a'
	case 'b':
		value = '\b'
	case 'f':
		value = '\f'
	case 'n':
		value = '\n'
	case 'r':
		value = '\r'
	case 't':
		value = '\t'
	case 'v':
		value = '\v'
	case 'x', 'u', 'U':
		n := 2
		if c == 'u' {
			n = 4
		} else if c == 'U' {
			n = 8
		}
		if len(s) < n {
			return 0, false, "", ErrSyntax
		}
		var v rune
		for i := 0; i < n; i++ {
			d, ok := unhex(s[i])
			if !ok {
				return 0, false, "", ErrSyntax
			}
			v = v<<4 | d
		}
		s = s[n:]
		if c == 'x' {
			return v, false, s, nil
		}
		if !utf8.ValidRune(v) {
			return 0, false, "", ErrSyntax
		}
		return v, true, s, nil
	case '0', '1', '2', '3', '4', '5', '6', '7':
		v := rune(c) - '0'
		if len(s) < 2 {
			return 0, false, "", ErrSyntax
		}
		for i := 0; i < 2; i++ {
			d := rune(s[i]) - '0'
			if d < 0 || d > 7 {
				return 0, false, "", ErrSyntax
			}
			v = v<<3 | d
		}
		if v > 255 {
			return 0, false, "", ErrSyntax
		}
		return v, false, s[2:], nil
	case '\\':
		value = '\\'
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		value = rune(c)
	default:
		return 0, false, "", ErrSyntax
	}
	return value, false, s, nil
}

// QuotedPrefix returns the quoted string, with its quotes, that s begins with.
func QuotedPrefix(s string) (string, error) {
	n, _, err := unquote(s, false)
	if err != nil {
		return "", err
	}
	return s[:n], nil
}

// Unquote interprets s as a string, raw string or rune literal and returns what it stands for.
func Unquote(s string) (string, error) {
	n, out, err := unquote(s, true)
	if err != nil {
		return "", err
	}
	if n != len(s) {
		return "", ErrSyntax
	}
	return out, nil
}

// unquote finds the literal that s begins with: its length and, when asked for, its value.
func unquote(s string, want bool) (n int, out string, err error) {
	if len(s) < 2 {
		return 0, "", ErrSyntax
	}
	q := s[0]
	switch q {
	case '`':
		cr := false
		for i := 1; i < len(s); i++ {
			if s[i] == '`' {
				if !want {
					return i + 1, "", nil
				}
				out = s[1:i]
				if cr { // carriage returns are not part of raw strings
					b := make([]byte, 0, len(out))
					for j := 0; j < len(out); j++ {
						if out[j] != '\r' {
							b = append(b, out[j])
						}
					}
					out = string(b)
				}
				return i + 1, out, nil
			}
			cr = cr || s[i] == '\r'
		}
		return 0, "", ErrSyntax
	case '"', '\'':
	default:
		return 0, "", ErrSyntax
	}
	// A string without escapes and with valid UTF-8 is its own value.
	if q == '"' {
		for i := 1; i < len(s); i++ {
			c := s[i]
			if c == '"' {
				if utf8.ValidString(s[1:i]) {
					return i + 1, s[1:i], nil
				}
				break
			}
			if c == '\\' || c == '\n' {
				break
			}
		}
	}
	var b []byte
	t := s[1:]
	for len(t) > 0 && t[0] != q {
		if t[0] == '\n' {
			return 0, "", ErrSyntax
		}
		r, multi, tail, err := UnquoteChar(t, q)
		if err != nil {
			return 0, "", err
		}
		t = tail
		if want {
			if r < utf8.RuneSelf || !multi {
				b = append(b, byte(r))
			} else {
				b = utf8.AppendRune(b, r)
			}
		}
		if q == '\'' {
			break
		}
	}
	if len(t) == 0 || t[0] != q {
		return 0, "", ErrSyntax
	}
	return len(s) - len(t) + 1, string(b), nil
}
