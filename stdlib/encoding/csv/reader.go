// Package csv reads and writes comma-separated values, RFC 4180.
//
// A record is a line, or several when quoted fields contain newlines. Empty lines are skipped. Within quotes, two quotes stand for one.
package csv

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode"
	"unicode/utf8"
)

// A ParseError tells where the input is malformed. Lines and columns, which are bytes, count from 1.
type ParseError struct {
	StartLine int // where the record begins
	Line      int
	Column    int
	Err       error
}

func (e *ParseError) Error() string {
	switch {
	case e.Err == ErrFieldCount:
		return fmt.Sprintf("record on line %d: %v", e.Line, e.Err)
	case e.StartLine != e.Line:
		return fmt.Sprintf("record on line %d; parse error on line %d, column %d: %v", e.StartLine, e.Line, e.Column, e.Err)
	}
	return fmt.Sprintf("parse error on line %d, column %d: %v", e.Line, e.Column, e.Err)
}

func (e *ParseError) Unwrap() error { return e.Err }

// What a ParseError can contain. ErrTrailingComma is not used any more.
var (
	ErrBareQuote     = errors.New("bare \" in non-quoted-field")
	ErrQuote         = errors.New("extraneous or missing \" in quoted-field")
	ErrFieldCount    = errors.New("wrong number of fields")
	ErrTrailingComma = errors.New("extra delimiter at end of line")
)

var errInvalidDelim = errors.New("csv: invalid field or comment delimiter")

func validSeparator(r rune) bool {
	return r != 0 && r != '"' && r != '\r' && r != '\n' && utf8.ValidRune(r) && r != utf8.RuneError
}

// A Reader reads records. Its fields are set before the first Read.
type Reader struct {
	Comma            rune // between fields, ',' by default
	Comment          rune // lines that begin with it are skipped, unless 0
	FieldsPerRecord  int  // 0: as many as the first record has; negative: any number
	LazyQuotes       bool // quotes may stand in unquoted fields, and lone ones in quoted fields
	TrimLeadingSpace bool // white space before fields is ignored
	ReuseRecord      bool // the result of Read may be overwritten by the next one
	TrailingComma    bool // Deprecated: no effect

	r      *bufio.Reader
	line   int
	offset int64
	long   []byte // a line longer than r's buffer
	text   []byte // fields of the record, joined
	ends   []int  // of the fields in text
	pos    []position
	last   []string // for ReuseRecord
}

type position struct{ line, col int }

// NewReader returns a Reader of r.
func NewReader(r io.Reader) *Reader { return &Reader{Comma: ',', r: bufio.NewReader(r)} }

// Read returns the next record, io.EOF at the end. A record with a wrong number of fields comes with ErrFieldCount in a ParseError.
func (r *Reader) Read() (record []string, err error) {
	if r.ReuseRecord {
		record, err = r.read(r.last)
		r.last = record
		return record, err
	}
	return r.read(nil)
}

// ReadAll returns the records up to the end. io.EOF is no error.
func (r *Reader) ReadAll() (records [][]string, err error) {
	for {
		record, err := r.read(nil)
		if err == io.EOF {
			return records, nil
		}
		if err != nil {
			return nil, err
		}
		records = append(records, record)
	}
}

// FieldPos is where a field of the last record begins.
func (r *Reader) FieldPos(field int) (line, column int) {
	if field < 0 || field >= len(r.pos) {
		panic("out of range index passed to FieldPos")
	}
	return r.pos[field].line, r.pos[field].col
}

// InputOffset is the position behind the last record.
func (r *Reader) InputOffset() int64 { return r.offset }

// readLine returns the next line, in memory that the next call overwrites, with its newline, \r\n being \n. Before the end of the input the
// newline may be missing; the error then is nil and io.EOF comes with an empty line.
func (r *Reader) readLine() ([]byte, error) {
	line, err := r.r.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		r.long = append(r.long[:0], line...)
		for err == bufio.ErrBufferFull {
			line, err = r.r.ReadSlice('\n')
			r.long = append(r.long, line...)
		}
		line = r.long
	}
	n := len(line)
	r.offset += int64(n)
	r.line++
	if n > 0 && err == io.EOF {
		err = nil
		if line[n-1] == '\r' {
			line = line[:n-1]
		}
	}
	if bytes.HasSuffix(line, crlf) {
		line[n-2] = '\n'
		line = line[:n-1]
	}
	return line, err
}

var crlf = []byte("\r\n")

// newline is the length of the newline at the end of b.
func newline(b []byte) int {
	if len(b) > 0 && b[len(b)-1] == '\n' {
		return 1
	}
	return 0
}

// record is the state of parsing one record.
type record struct {
	r       *Reader
	line    []byte // rest of the current line
	start   int
	pos     position
	readErr error
}

func (r *Reader) read(dst []string) ([]string, error) {
	if r.Comma == r.Comment || !validSeparator(r.Comma) || r.Comment != 0 && !validSeparator(r.Comment) {
		return nil, errInvalidDelim
	}
	p := record{r: r}
	for {
		p.line, p.readErr = r.readLine()
		if p.readErr == io.EOF {
			return nil, io.EOF
		}
		if p.readErr != nil {
			break
		}
		if first, _ := utf8.DecodeRune(p.line); r.Comment != 0 && first == r.Comment || len(p.line) == newline(p.line) {
			continue
		}
		break
	}
	r.text, r.ends, r.pos = r.text[:0], r.ends[:0], r.pos[:0]
	p.start = r.line
	p.pos = position{r.line, 1}
	err := p.parse()
	if err == nil {
		err = p.readErr
	}
	all := string(r.text) // one allocation for all fields
	if cap(dst) < len(r.ends) {
		dst = make([]string, len(r.ends))
	}
	dst = dst[:len(r.ends)]
	from := 0
	for i, end := range r.ends {
		dst[i] = all[from:end]
		from = end
	}
	if r.FieldsPerRecord > 0 {
		if len(dst) != r.FieldsPerRecord && err == nil {
			err = &ParseError{p.start, p.start, 1, ErrFieldCount}
		}
	} else if r.FieldsPerRecord == 0 {
		r.FieldsPerRecord = len(dst)
	}
	return dst, err
}

func (p *record) end(pos position) {
	p.r.ends = append(p.r.ends, len(p.r.text))
	p.r.pos = append(p.r.pos, pos)
}

func (p *record) skip(n int) {
	p.line = p.line[n:]
	p.pos.col += n
}

func (p *record) parse() error {
	r := p.r
	comma := utf8.RuneLen(r.Comma)
	for {
		if r.TrimLeadingSpace {
			i := bytes.IndexFunc(p.line, func(c rune) bool { return !unicode.IsSpace(c) })
			if i < 0 {
				i = len(p.line)
				p.pos.col -= newline(p.line) // the field begins at the newline's place
			}
			p.skip(i)
		}
		if len(p.line) > 0 && p.line[0] == '"' {
			if more, err := p.quoted(comma); !more {
				return err
			}
			continue
		}
		i := bytes.IndexRune(p.line, r.Comma)
		field := p.line
		if i >= 0 {
			field = field[:i]
		} else {
			field = field[:len(field)-newline(field)]
		}
		if !r.LazyQuotes {
			if j := bytes.IndexByte(field, '"'); j >= 0 {
				return &ParseError{p.start, r.line, p.pos.col + j, ErrBareQuote}
			}
		}
		r.text = append(r.text, field...)
		p.end(p.pos)
		if i < 0 {
			return nil
		}
		p.skip(i + comma)
	}
}

// quoted parses a field in quotes, which may go on over several lines. more: another field follows.
func (p *record) quoted(comma int) (more bool, err error) {
	r := p.r
	begin := p.pos
	p.skip(1)
	for {
		i := bytes.IndexByte(p.line, '"')
		if i >= 0 {
			r.text = append(r.text, p.line[:i]...)
			p.skip(i + 1)
			switch next, _ := utf8.DecodeRune(p.line); {
			case next == '"':
				r.text = append(r.text, '"')
				p.skip(1)
			case next == r.Comma:
				p.skip(comma)
				p.end(begin)
				return true, nil
			case len(p.line) == newline(p.line):
				p.end(begin)
				return false, nil
			case r.LazyQuotes:
				r.text = append(r.text, '"')
			default:
				return false, &ParseError{p.start, r.line, p.pos.col - 1, ErrQuote}
			}
			continue
		}
		if len(p.line) == 0 { // the input has ended
			if !r.LazyQuotes && p.readErr == nil {
				return false, &ParseError{p.start, p.pos.line, p.pos.col, ErrQuote}
			}
			p.end(begin)
			return false, nil
		}
		r.text = append(r.text, p.line...)
		if p.readErr != nil {
			return false, nil
		}
		p.pos.col += len(p.line)
		p.line, p.readErr = r.readLine()
		if len(p.line) > 0 {
			p.pos = position{p.pos.line + 1, 1}
		}
		if p.readErr == io.EOF {
			p.readErr = nil
		}
	}
}
