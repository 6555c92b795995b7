package csv

import (
	"bufio"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Writer writes records, one per line. Writes are buffered: call Flush, then Error.
type Writer struct {
	Comma   rune // between fields, ',' by default
	UseCRLF bool // lines end in \r\n
	w       *bufio.Writer
}

// NewWriter returns a Writer to w.
func NewWriter(w io.Writer) *Writer { return &Writer{Comma: ',', w: bufio.NewWriter(w)} }

// Write writes a record, quoting fields where necessary.
func (w *Writer) Write(record []string) error {
	if !validSeparator(w.Comma) {
		return errInvalidDelim
	}
	for i, field := range record {
		if i > 0 {
			w.w.WriteRune(w.Comma)
		}
		if w.needsQuotes(field) {
			w.quote(field)
		} else {
			w.w.WriteString(field)
		}
	}
	return w.newline()
}

func (w *Writer) newline() error {
	if w.UseCRLF {
		w.w.WriteByte('\r')
	}
	return w.w.WriteByte('\n')
}

func (w *Writer) quote(field string) {
	w.w.WriteByte('"')
	for {
		i := strings.IndexAny(field, "\"\r\n")
		if i < 0 {
			break
		}
		w.w.WriteString(field[:i])
		switch field[i] {
		case '"':
			w.w.WriteString(`""`)
		case '\n':
			w.newline()
		case '\r':
			if !w.UseCRLF { // else \n writes both
				w.w.WriteByte('\r')
			}
		}
		field = field[i+1:]
	}
	w.w.WriteString(field)
	w.w.WriteByte('"') // errors stay in the bufio.Writer
}

// needsQuotes: an empty line would be skipped by readers only if it were the whole record, and quotes are not needed for that; \. ends data of
// PostgreSQL.
func (w *Writer) needsQuotes(field string) bool {
	if field == "" {
		return false
	}
	if field == `\.` || strings.ContainsRune(field, w.Comma) || strings.ContainsAny(field, "\"\r\n") {
		return true
	}
	r, _ := utf8.DecodeRuneInString(field)
	return unicode.IsSpace(r)
}

// Flush writes what is buffered.
func (w *Writer) Flush() { w.w.Flush() }

// Error returns the error of a Write or Flush before.
func (w *Writer) Error() error {
	_, err := w.w.Write(nil)
	return err
}

// WriteAll writes records and flushes.
func (w *Writer) WriteAll(records [][]string) error {
	for _, record := range records {
		if err := w.Write(record); err != nil {
			return err
		}
	}
	return w.w.Flush()
}
