package slog

// How values look in text and in JSON.

import (
	"bytes"
	"context"
	"encoding"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"
)

// TextHandler writes records as key=value pairs on a line.
type TextHandler struct {
	*commonHandler
}

// NewTextHandler returns a handler that writes to w.
func NewTextHandler(w io.Writer, opts *HandlerOptions) *TextHandler {
	return &TextHandler{newCommon(false, w, opts)}
}

// Enabled compares the level with the lowest one of the options.
func (h *TextHandler) Enabled(_ context.Context, level Level) bool { return h.enabled(level) }

// Handle writes a line with one call of Write.
func (h *TextHandler) Handle(_ context.Context, r Record) error { return h.handle(r) }

// WithAttrs returns a handler that adds attributes.
func (h *TextHandler) WithAttrs(attrs []Attr) Handler { return &TextHandler{h.withAttrs(attrs)} }

// WithGroup returns a handler that adds a group.
func (h *TextHandler) WithGroup(name string) Handler {
	if name == "" {
		return h
	}
	return &TextHandler{h.withGroup(name)}
}

// JSONHandler writes records as JSON objects, one on a line.
type JSONHandler struct {
	*commonHandler
}

// NewJSONHandler returns a handler that writes to w.
func NewJSONHandler(w io.Writer, opts *HandlerOptions) *JSONHandler {
	return &JSONHandler{newCommon(true, w, opts)}
}

// Enabled compares the level with the lowest one of the options.
func (h *JSONHandler) Enabled(_ context.Context, level Level) bool { return h.enabled(level) }

// Handle writes a line with one call of Write.
func (h *JSONHandler) Handle(_ context.Context, r Record) error { return h.handle(r) }

// WithAttrs returns a handler that adds attributes.
func (h *JSONHandler) WithAttrs(attrs []Attr) Handler { return &JSONHandler{h.withAttrs(attrs)} }

// WithGroup returns a handler that adds a group.
func (h *JSONHandler) WithGroup(name string) Handler {
	if name == "" {
		return h
	}
	return &JSONHandler{h.withGroup(name)}
}

// quoted are the ASCII characters for which text needs quotes; escaped those that JSON escapes.
var quoted, escaped [utf8.RuneSelf]bool

func init() {
	for c := range quoted {
		quoted[c] = c <= ' ' || c == '"' || c == '=' || c == 0x7f
		escaped[c] = c < ' ' || c == '"' || c == '\\'
	}
}

func needsQuoting(s string) bool {
	if s == "" {
		return true
	}
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if quoted[c] {
				return true
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError || unicode.IsSpace(r) || !unicode.IsPrint(r) {
			return true
		}
		i += n
	}
	return false
}

// appendRFC3339Millis formats t with three decimals.
func appendRFC3339Millis(b []byte, t time.Time) []byte {
	return t.AppendFormat(b, "2006-01-02T15:04:05.000Z07:00")
}

// appendJSONTime formats t as time.Time.MarshalJSON does.
func appendJSONTime(b []byte, t time.Time) []byte {
	if y := t.Year(); y < 0 || y >= 10000 {
		return strconv.AppendQuote(b, "!ERROR:time.Time year outside of range [0,9999]")
	}
	b = append(b, '"')
	b = t.AppendFormat(b, time.RFC3339Nano)
	return append(b, '"')
}

func (s *printer) textValue(v Value) {
	switch v.Kind() {
	case KindString:
		s.string(v.str())
	case KindTime:
		s.time(v.time())
	case KindAny:
		switch x := v.any.(type) {
		case encoding.TextAppender:
			b, err := x.AppendText(nil)
			s.marshaled(b, err)
		case encoding.TextMarshaler:
			b, err := x.MarshalText()
			s.marshaled(b, err)
		case []byte:
			s.buf = strconv.AppendQuote(s.buf, string(x))
		default:
			if rv := reflect.ValueOf(x); rv.Kind() == reflect.Slice && rv.Type().Elem().Kind() == reflect.Uint8 {
				s.buf = strconv.AppendQuote(s.buf, string(rv.Bytes()))
				return
			}
			s.string(fmt.Sprintf("%+v", x))
		}
	default:
		s.buf = v.append(s.buf)
	}
}

func (s *printer) marshaled(b []byte, err error) {
	if err != nil {
		s.failed(err)
		return
	}
	s.string(string(b))
}

func (s *printer) jsonValue(v Value) {
	switch v.Kind() {
	case KindString:
		s.string(v.str())
	case KindInt64, KindDuration:
		s.buf = strconv.AppendInt(s.buf, int64(v.num), 10)
	case KindUint64:
		s.buf = strconv.AppendUint(s.buf, v.num, 10)
	case KindBool:
		s.buf = strconv.AppendBool(s.buf, v.num == 1)
	case KindTime:
		s.time(v.time())
	case KindFloat64:
		s.json(v.float())
	case KindAny:
		_, marshals := v.any.(json.Marshaler)
		if err, ok := v.any.(error); ok && !marshals {
			s.string(err.Error())
			return
		}
		s.json(v.any)
	default:
		panic(fmt.Sprintf("bad kind: %s", v.Kind()))
	}
}

// json adds what encoding/json makes of x.
func (s *printer) json(x any) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(x); err != nil {
		s.failed(err)
		return
	}
	s.buf = append(s.buf, bytes.TrimSuffix(out.Bytes(), []byte{'\n'})...)
}

// appendEscaped appends s as it stands in a JSON string.
func appendEscaped(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	last := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if !escaped[c] {
				i++
				continue
			}
			b = append(b, s[last:i]...)
			switch c {
			case '"', '\\':
				b = append(b, '\\', c)
			case '\b':
				b = append(b, `\b`...)
			case '\f':
				b = append(b, `\f`...)
			case '\n':
				b = append(b, `\n`...)
			case '\r':
				b = append(b, `\r`...)
			case '\t':
				b = append(b, `\t`...)
			default:
				b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
			}
			i++
			last = i
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			b = append(b, s[last:i]...)
			b = append(b, "\uFFFD"...)
			last = i + n
		} else if r == '\u2028' || r == '\u2029' { // JavaScript ends lines there
			b = append(b, s[last:i]...)
			b = append(b, `\u202`...)
			b = append(b, hex[r&15])
			last = i + n
		}
		i += n
	}
	return append(b, s[last:]...)
}
