package json

import (
	"bytes"
	"errors"
	"io"
)

// RawMessage is JSON that is kept as it is.
type RawMessage []byte

// MarshalJSON returns m, null for nil.
func (m RawMessage) MarshalJSON() ([]byte, error) {
	if m == nil {
		return []byte("null"), nil
	}
	return m, nil
}

// UnmarshalJSON copies data.
func (m *RawMessage) UnmarshalJSON(data []byte) error {
	if m == nil {
		return errors.New("json.RawMessage: UnmarshalJSON on nil pointer")
	}
	*m = append((*m)[:0], data...)
	return nil
}

var (
	_ Marshaler   = (*RawMessage)(nil)
	_ Unmarshaler = (*RawMessage)(nil)
)

// An Encoder writes JSON values, each followed by a newline.
type Encoder struct {
	w              io.Writer
	err            error
	noHTML         bool
	prefix, indent string
	indented       []byte
}

// NewEncoder returns an Encoder that writes to w.
func NewEncoder(w io.Writer) *Encoder { return &Encoder{w: w} }

// SetIndent lets Encode indent as Indent does.
func (enc *Encoder) SetIndent(prefix, indent string) { enc.prefix, enc.indent = prefix, indent }

// SetEscapeHTML tells whether <, > and & in strings are escaped; they are by default.
func (enc *Encoder) SetEscapeHTML(on bool) { enc.noHTML = !on }

// Encode writes v.
func (enc *Encoder) Encode(v any) error {
	if enc.err != nil {
		return enc.err
	}
	e := encoders.Get().(*encoder)
	defer e.release()
	e.escapeHTML = !enc.noHTML
	if err := e.run(v); err != nil {
		return err
	}
	e.buf = append(e.buf, '\n')
	b := e.buf
	if enc.prefix != "" || enc.indent != "" {
		var err error
		if enc.indented, err = appendIndent(enc.indented[:0], b, enc.prefix, enc.indent); err != nil {
			return err
		}
		b = enc.indented
	}
	_, enc.err = enc.w.Write(b)
	return enc.err
}

// A Decoder reads JSON values from a stream. It may read ahead.
type Decoder struct {
	r         io.Reader
	buf       []byte
	pos       int   // what precedes it was consumed
	base      int64 // offset of buf[0]
	err       error
	scan      scanner
	useNumber bool
	strict    bool
	state     uint8  // of Token
	stack     []byte // open brackets that Token has returned
}

// NewDecoder returns a Decoder that reads from r.
func NewDecoder(r io.Reader) *Decoder { return &Decoder{r: r} }

// UseNumber makes numbers that go into interfaces Numbers instead of float64s.
func (dec *Decoder) UseNumber() { dec.useNumber = true }

// DisallowUnknownFields makes keys that match no struct field errors.
func (dec *Decoder) DisallowUnknownFields() { dec.strict = true }

// Buffered is what was read from the stream and not decoded, until the next Decode.
func (dec *Decoder) Buffered() io.Reader { return bytes.NewReader(dec.buf[dec.pos:]) }

// InputOffset is the position behind the last token or value.
func (dec *Decoder) InputOffset() int64 { return dec.base + int64(dec.pos) }

// fill reads more. It may move the contents of the buffer, whose consumed part it drops.
func (dec *Decoder) fill() error {
	if dec.pos > 0 {
		n := copy(dec.buf, dec.buf[dec.pos:])
		dec.base += int64(dec.pos)
		dec.buf, dec.pos = dec.buf[:n], 0
	}
	if cap(dec.buf)-len(dec.buf) < 512 {
		b := make([]byte, len(dec.buf), 2*cap(dec.buf)+512)
		copy(b, dec.buf)
		dec.buf = b
	}
	n, err := dec.r.Read(dec.buf[len(dec.buf):cap(dec.buf)])
	dec.buf = dec.buf[:len(dec.buf)+n]
	if n > 0 {
		return nil // the error will come again
	}
	return err
}

// Decode decodes the next value into what v points to. At the end of the stream the error is io.EOF.
func (dec *Decoder) Decode(v any) error {
	if dec.err != nil {
		return dec.err
	}
	if err := dec.separator(); err != nil {
		return err
	}
	if !dec.valueAllowed() {
		return &SyntaxError{"not at beginning of value", dec.InputOffset()}
	}
	end, err := dec.readValue()
	if err != nil {
		return err
	}
	d := decoder{data: dec.buf[dec.pos:end], useNumber: dec.useNumber, strict: dec.strict}
	dec.pos = end
	err = d.run(v)
	dec.valueDone()
	return err
}

// readValue makes sure that there is a whole value in the buffer and returns its end.
func (dec *Decoder) readValue() (int, error) {
	s := &dec.scan
	s.reset()
	i := dec.pos
	for {
		i = s.scan(dec.buf, i)
		switch s.state {
		case atEnd:
			return i, nil
		case failed:
			s.err.Offset += dec.base
			dec.err = s.err
			return 0, dec.err
		}
		i -= dec.pos
		err := dec.fill()
		i += dec.pos
		if err == nil {
			continue
		}
		if err == io.EOF {
			if s.eof() {
				return i, nil
			}
			if s.state != wantValue || len(s.stack) > 0 {
				err = io.ErrUnexpectedEOF
			}
		}
		dec.err = err
		return 0, err
	}
}

// ---- tokens ----------------------------------------------------------------------------------------------------------------------

// A Token is a Delim, bool, float64, Number, string, or nil for null.
type Token any

// A Delim is one of [ ] { }.
type Delim rune

// String returns the bracket.
func (d Delim) String() string { return string(d) }

// States of a Decoder that returns tokens: what comes next.
const (
	topValue = iota
	arrayStart
	arrayComma
	arrayValue
	objectStart
	objectKey
	objectColon
	objectValue
	objectComma
)

// separator consumes a comma or colon that must come before a value.
func (dec *Decoder) separator() error {
	var want byte
	var next uint8
	var text string
	switch dec.state {
	default:
		return nil
	case arrayComma:
		want, next, text = ',', arrayValue, "after array element"
	case objectColon:
		want, next, text = ':', objectValue, "after object key"
	}
	c, err := dec.peek()
	if err != nil {
		return err
	}
	if c != want {
		return dec.bad(c, text)
	}
	dec.pos++
	dec.state = next
	return nil
}

func (dec *Decoder) valueAllowed() bool {
	switch dec.state {
	case topValue, arrayStart, arrayValue, objectValue:
		return true
	}
	return false
}

func (dec *Decoder) valueDone() {
	switch dec.state {
	case arrayStart, arrayValue:
		dec.state = arrayComma
	case objectValue:
		dec.state = objectComma
	}
}

// close ends an array or object.
func (dec *Decoder) close(c byte) Token {
	dec.pos++
	dec.stack = dec.stack[:len(dec.stack)-1]
	dec.state = topValue
	if n := len(dec.stack); n > 0 {
		if dec.state = objectComma; dec.stack[n-1] == '[' {
			dec.state = arrayComma
		}
	}
	return Delim(c)
}

func (dec *Decoder) bad(c byte, context string) error {
	return &SyntaxError{"invalid character " + quoteChar(c) + " " + context, dec.InputOffset() + 1}
}

// peek returns the next byte that is no space, without consuming it.
func (dec *Decoder) peek() (byte, error) {
	for i := dec.pos; ; {
		for ; i < len(dec.buf); i++ {
			if c := dec.buf[i]; !isSpace(c) {
				dec.pos = i
				return c, nil
			}
		}
		i -= dec.pos
		if err := dec.fill(); err != nil {
			return 0, err
		}
		i += dec.pos
	}
}

// Token returns the next token. Commas and colons are checked but not returned. At the end of the stream the error is io.EOF.
func (dec *Decoder) Token() (Token, error) {
	if dec.err != nil {
		return nil, dec.err
	}
	for {
		c, err := dec.peek()
		if err != nil {
			return nil, err
		}
		switch {
		case c == '[' || c == '{':
			if !dec.valueAllowed() {
				return dec.unexpected(c)
			}
			dec.pos++
			dec.stack = append(dec.stack, c)
			if dec.state = objectStart; c == '[' {
				dec.state = arrayStart
			}
			return Delim(c), nil
		case c == ']' && (dec.state == arrayStart || dec.state == arrayComma),
			c == '}' && (dec.state == objectStart || dec.state == objectComma):
			return dec.close(c), nil
		case c == ':' && dec.state == objectColon:
			dec.pos++
			dec.state = objectValue
		case c == ',' && dec.state == arrayComma:
			dec.pos++
			dec.state = arrayValue
		case c == ',' && dec.state == objectComma:
			dec.pos++
			dec.state = objectKey
		case c == '"' && (dec.state == objectStart || dec.state == objectKey):
			end, err := dec.readValue()
			if err != nil {
				return nil, err
			}
			key, _ := unquoteString(dec.buf[dec.pos:end])
			dec.pos = end
			dec.state = objectColon
			return key, nil
		default:
			if !dec.valueAllowed() || c == ']' || c == '}' || c == ',' || c == ':' {
				return dec.unexpected(c)
			}
			var v any
			if err := dec.Decode(&v); err != nil {
				if e, ok := err.(*UnmarshalTypeError); ok {
					e.Offset = dec.InputOffset()
				}
				return nil, err
			}
			return v, nil
		}
	}
}

func (dec *Decoder) unexpected(c byte) (Token, error) {
	context := "looking for beginning of value"
	switch dec.state {
	case arrayComma:
		context = "after array element"
	case objectStart, objectKey:
		context = "looking for beginning of object key string"
	case objectColon:
		context = "after object key"
	case objectComma:
		context = "after object key:value pair"
	}
	return nil, dec.bad(c, context)
}

// More reports whether another element of the array or object, or another value of the stream, follows.
func (dec *Decoder) More() bool {
	c, err := dec.peek()
	return err == nil && c != ']' && c != '}'
}
