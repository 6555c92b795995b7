// Package url parses URLs and escapes texts for them, RFC 3986.
package url

import (
	"errors"
	"strconv"
	"strings"
)

// Error adds what was done, and to what, to an error.
type Error struct {
	Op  string
	URL string
	Err error
}

func (e *Error) Unwrap() error { return e.Err }
func (e *Error) Error() string { return e.Op + " " + strconv.Quote(e.URL) + ": " + e.Err.Error() }

// Timeout reports whether the error is a timeout.
func (e *Error) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// Temporary reports whether the error says that it is temporary.
func (e *Error) Temporary() bool {
	t, ok := e.Err.(interface{ Temporary() bool })
	return ok && t.Temporary()
}

// EscapeError is a % that is not followed by two hexadecimal digits, or not allowed.
type EscapeError string

func (e EscapeError) Error() string { return "invalid URL escape " + strconv.Quote(string(e)) }

// InvalidHostError is a character that a host name must not have.
type InvalidHostError string

func (e InvalidHostError) Error() string {
	return "invalid character " + strconv.Quote(string(e)) + " in host name"
}

// A part of a URL has its own characters that need no escape.
type part struct {
	plain string // besides letters, digits and -_.~
	kind  int
}

const (
	other = iota
	query
	host
	zone
)

var (
	inPath     = part{plain: "$&+,/:;=@"}
	inSegment  = part{plain: "$&+:=@"}
	inUserinfo = part{plain: "$&+,;="}
	inQuery    = part{kind: query}
	inFragment = part{plain: "$&+,/:;=?@!()*"}
	inHost     = part{plain: `!$&'()*+,;=:[]<>"`, kind: host}
	inZone     = part{plain: `!$&'()*+,;=:[]<>"`, kind: zone}
)

func (p *part) isPlain(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_' || c == '.' || c == '~' ||
		strings.IndexByte(p.plain, c) >= 0
}

func hexValue(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// QueryEscape escapes s for a query; spaces become +.
func QueryEscape(s string) string { return inQuery.escape(s) }

// PathEscape escapes s for an element of a path.
func PathEscape(s string) string { return inSegment.escape(s) }

// QueryUnescape undoes QueryEscape.
func QueryUnescape(s string) (string, error) { return inQuery.unescape(s) }

// PathUnescape undoes PathEscape.
func PathUnescape(s string) (string, error) { return inSegment.unescape(s) }

func (p *part) escape(s string) string {
	n := 0
	for n < len(s) && p.isPlain(s[n]) {
		n++
	}
	if n == len(s) {
		return s
	}
	const digits = "0123456789ABCDEF"
	b := append(make([]byte, 0, len(s)+16), s[:n]...)
	for ; n < len(s); n++ {
		switch c := s[n]; {
		case p.isPlain(c):
			b = append(b, c)
		case c == ' ' && p.kind == query:
			b = append(b, '+')
		default:
			b = append(b, '%', digits[c>>4], digits[c&15])
		}
	}
	return string(b)
}

func (p *part) unescape(s string) (string, error) {
	var b []byte // nil while nothing was changed
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '%':
			if i+2 >= len(s) || hexValue(s[i+1]) < 0 || hexValue(s[i+2]) < 0 {
				return "", EscapeError(s[i:min(i+3, len(s))])
			}
			v := byte(hexValue(s[i+1])<<4 | hexValue(s[i+2]))
			text := s[i : i+3]
			// Host names may escape only what is not ASCII; zones of IPv6 addresses also what can stand there unescaped, and spaces.
			if p.kind == host && v < 0x80 && text != "%25" || p.kind == zone && text != "%25" && v != ' ' && !inHost.isPlain(v) {
				return "", EscapeError(text)
			}
			if b == nil {
				b = append(make([]byte, 0, len(s)), s[:i]...)
			}
			b = append(b, v)
			i += 2
			continue
		case c == '+' && p.kind == query:
			if b == nil {
				b = append(make([]byte, 0, len(s)), s[:i]...)
			}
			c = ' '
		case (p.kind == host || p.kind == zone) && c < 0x80 && !p.isPlain(c):
			return "", InvalidHostError(s[i : i+1])
		}
		if b != nil {
			b = append(b, c)
		}
	}
	if b == nil {
		return s, nil
	}
	return string(b), nil
}

// valid reports whether s could be the escaped form of something: then the form that the user chose is kept.
func (p *part) valid(s string) bool {
	for i := range len(s) {
		if !p.isPlain(s[i]) && strings.IndexByte("!$&'()*+,;=:@[]%", s[i]) < 0 {
			return false
		}
	}
	return true
}

// ---- queries -----------------------------------------------------------------------------------------------------------------------------

// Values are the parameters of a query or form.
type Values map[string][]string

// Get returns the first value of key, "" if there is none.
func (v Values) Get(key string) string {
	if list := v[key]; len(list) > 0 {
		return list[0]
	}
	return ""
}

// Set replaces the values of key.
func (v Values) Set(key, value string) { v[key] = []string{value} }

// Add adds a value.
func (v Values) Add(key, value string) { v[key] = append(v[key], value) }

// Del removes the values of key.
func (v Values) Del(key string) { delete(v, key) }

// Has reports whether key has values.
func (v Values) Has(key string) bool {
	_, ok := v[key]
	return ok
}

// Clone returns a deep copy.
func (vs Values) Clone() Values {
	if vs == nil {
		return nil
	}
	c := make(Values, len(vs))
	for k, list := range vs {
		c[k] = append(list[:0:0], list...)
	}
	return c
}

// maxParams limits the parameters of a query.
const maxParams = 10000

// ParseQuery parses key=value&...; the error is the first one, and m has what is well-formed.
func ParseQuery(query string) (m Values, err error) {
	m = make(Values)
	if strings.Count(query, "&")+1 > maxParams {
		return m, errors.New("number of URL query parameters exceeded limit")
	}
	for setting := range strings.SplitSeq(query, "&") {
		if setting == "" {
			continue
		}
		bad := error(nil)
		if strings.Contains(setting, ";") {
			bad = errors.New("invalid semicolon separator in query")
		} else {
			key, value, _ := strings.Cut(setting, "=")
			if key, bad = QueryUnescape(key); bad == nil {
				if value, bad = QueryUnescape(value); bad == nil {
					m[key] = append(m[key], value)
				}
			}
		}
		if bad != nil && (err == nil || strings.Contains(setting, ";")) {
			err = bad
		}
	}
	return m, err
}
