// Package xml reads and writes XML 1.0 with name spaces, token by token or to and from Go values.
package xml

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// SyntaxError says where the input is no XML.
type SyntaxError struct {
	Msg  string
	Line int
}

func (e *SyntaxError) Error() string {
	return "XML syntax error on line " + strconv.Itoa(e.Line) + ": " + e.Msg
}

// Name is a name in a name space. In tokens of RawToken Space is the prefix.
type Name struct {
	Space, Local string
}

// Attr is an attribute of an element.
type Attr struct {
	Name  Name
	Value string
}

// Token is a StartElement, EndElement, CharData, Comment, ProcInst or Directive.
type Token any

// StartElement begins an element.
type StartElement struct {
	Name Name
	Attr []Attr
}

// Copy copies the attributes too.
func (e StartElement) Copy() StartElement {
	e.Attr = append(make([]Attr, 0, len(e.Attr)), e.Attr...)
	return e
}

// End is the end that belongs to e.
func (e StartElement) End() EndElement { return EndElement{e.Name} }

// EndElement ends an element.
type EndElement struct {
	Name Name
}

// CharData is text, with its references replaced.
type CharData []byte

// Copy copies the bytes.
func (c CharData) Copy() CharData { return CharData(bytes.Clone(c)) }

// Comment is what stands between <!-- and -->.
type Comment []byte

// Copy copies the bytes.
func (c Comment) Copy() Comment { return Comment(bytes.Clone(c)) }

// ProcInst is <?target inst?>.
type ProcInst struct {
	Target string
	Inst   []byte
}

// Copy copies the bytes.
func (p ProcInst) Copy() ProcInst {
	p.Inst = bytes.Clone(p.Inst)
	return p
}

// Directive is what stands between <! and >.
type Directive []byte

// Copy copies the bytes.
func (d Directive) Copy() Directive { return Directive(bytes.Clone(d)) }

// CopyToken copies a token, whose bytes would change at the next one.
func CopyToken(t Token) Token {
	switch t := t.(type) {
	case CharData:
		return t.Copy()
	case Comment:
		return t.Copy()
	case Directive:
		return t.Copy()
	case ProcInst:
		return t.Copy()
	case StartElement:
		return t.Copy()
	}
	return t
}

// TokenReader gives tokens; at the end nil and io.EOF.
type TokenReader interface {
	Token() (Token, error)
}

// Decoder reads tokens and values.
type Decoder struct {
	// Strict is set by NewDecoder. Without it some mistakes of HTML are allowed: elements that are not closed (see AutoClose),
	// attributes without value or quotes, references that mean nothing.
	Strict bool
	// AutoClose names elements that end where they begin. Only without Strict.
	AutoClose []string
	// Entity holds further references.
	Entity map[string]string
	// CharsetReader translates input that is not UTF-8.
	CharsetReader func(charset string, input io.Reader) (io.Reader, error)
	// DefaultSpace is the name space of elements without one.
	DefaultSpace string

	r        io.ByteReader
	tokens   TokenReader // instead of r
	buf      []byte      // text of the token
	saved    *bytes.Buffer
	open     []element
	spaces   map[string]string // prefix to name space
	undo     []binding
	selfEnd  bool // the end of <a/> comes next
	toClose  Name
	next     Token // read ahead, not translated
	nextByte int   // a byte put back, or -1
	offset   int64
	line     int
	lineAt   int64 // offset of the line
	err      error
	limits   []int // UnmarshalXML methods that run: the number of open elements, with theirs
}

// element is one that is open.
type element struct {
	name Name // as it stands in the input
	undo int  // bindings to keep
}

type binding struct {
	prefix, space string
	ok            bool
}

// NewDecoder reads from r.
func NewDecoder(r io.Reader) *Decoder {
	d := &Decoder{Strict: true, spaces: map[string]string{}, nextByte: -1, line: 1}
	d.use(r)
	return d
}

// NewTokenDecoder takes tokens from t.
func NewTokenDecoder(t TokenReader) *Decoder {
	if d, ok := t.(*Decoder); ok {
		return d
	}
	return &Decoder{Strict: true, spaces: map[string]string{}, nextByte: -1, line: 1, tokens: t}
}

func (d *Decoder) use(r io.Reader) {
	if br, ok := r.(io.ByteReader); ok {
		d.r = br
	} else {
		d.r = bufio.NewReader(r)
	}
}

const (
	xmlSpace  = "http://www.w3.org/XML/1998/namespace"
	xmlPrefix = "xml"
	nsPrefix  = "xmlns"
)

// Token gives the next token with its name spaces; starts and ends match. At the end of the input it gives nil and io.EOF.
func (d *Decoder) Token() (Token, error) {
	if n := len(d.limits); n > 0 && len(d.open) < d.limits[n-1] {
		return nil, io.EOF // a value that reads itself sees its element only
	}
	t := d.next
	if t != nil {
		d.next = nil
	} else {
		var err error
		if t, err = d.rawToken(); t == nil {
			if err == io.EOF && len(d.open) > 0 {
				if d.Strict || !d.autoCloses() {
					d.err = d.syntax("unexpected EOF")
					err = d.err
				}
			}
			if err != nil {
				return nil, err
			}
		} else if err == io.EOF {
			err = nil
		} else if err != nil {
			return t, err
		}
	}
	if !d.Strict {
		if end, ok := d.autoClose(t); ok {
			d.next = t
			t = end
		}
	}
	switch x := t.(type) {
	case StartElement:
		d.push(x.Name)
		for _, a := range x.Attr {
			switch {
			case a.Name.Space == nsPrefix:
				d.bind(a.Name.Local, a.Value)
			case a.Name.Space == "" && a.Name.Local == nsPrefix:
				d.bind("", a.Value)
			}
		}
		d.translate(&x.Name, true)
		for i := range x.Attr {
			d.translate(&x.Attr[i].Name, false)
		}
		t = x
	case EndElement:
		if !d.pop(&x) {
			return nil, d.err
		}
		t = x
	}
	return t, nil
}

func (d *Decoder) push(n Name) { d.open = append(d.open, element{n, len(d.undo)}) }

func (d *Decoder) bind(prefix, space string) {
	old, ok := d.spaces[prefix]
	d.undo = append(d.undo, binding{prefix, old, ok})
	d.spaces[prefix] = space
}

// translate replaces the prefix by its name space.
func (d *Decoder) translate(n *Name, isElement bool) {
	switch {
	case n.Space == nsPrefix:
		return
	case n.Space == "" && !isElement:
		return
	case n.Space == xmlPrefix:
		n.Space = xmlSpace
	case n.Space == "" && n.Local == nsPrefix:
		return
	}
	if s, ok := d.spaces[n.Space]; ok {
		n.Space = s
	} else if n.Space == "" {
		n.Space = d.DefaultSpace
	}
}

// pop closes an element; t is the end, translated.
func (d *Decoder) pop(t *EndElement) bool {
	n := len(d.open)
	name := t.Name
	if n == 0 {
		d.err = d.syntax("unexpected end element </" + name.Local + ">")
		return false
	}
	e := d.open[n-1]
	switch {
	case e.name.Local != name.Local:
		if !d.Strict {
			// The end is of an element around: close this one first.
			d.selfEnd, d.toClose = true, t.Name
			t.Name = e.name
			break
		}
		d.err = d.syntax("element <" + e.name.Local + "> closed by </" + name.Local + ">")
		return false
	case e.name.Space != name.Space:
		space := name.Space
		if space == "" {
			space = `""`
		}
		d.err = d.syntax("element <" + e.name.Local + "> in space " + e.name.Space + " closed by </" + name.Local + "> in space " + space)
		return false
	}
	d.translate(&t.Name, true)
	d.open = d.open[:n-1]
	for len(d.undo) > e.undo {
		b := d.undo[len(d.undo)-1]
		d.undo = d.undo[:len(d.undo)-1]
		if b.ok {
			d.spaces[b.prefix] = b.space
		} else {
			delete(d.spaces, b.prefix)
		}
	}
	return true
}

// autoClose gives the end of an open element of AutoClose, unless t is that end.
func (d *Decoder) autoClose(t Token) (Token, bool) {
	if !d.autoCloses() {
		return nil, false
	}
	top := d.open[len(d.open)-1].name
	if end, ok := t.(EndElement); ok && strings.EqualFold(end.Name.Local, top.Local) {
		return nil, false
	}
	return EndElement{top}, true
}

func (d *Decoder) autoCloses() bool {
	if len(d.open) == 0 {
		return false
	}
	top := d.open[len(d.open)-1].name
	for _, s := range d.AutoClose {
		if strings.EqualFold(s, top.Local) {
			return true
		}
	}
	return false
}

// InputOffset is the offset behind the last token.
func (d *Decoder) InputOffset() int64 { return d.offset }

// InputPos is the line and column, in bytes, behind the last token. Both count from 1.
func (d *Decoder) InputPos() (line, column int) { return d.line, int(d.offset-d.lineAt) + 1 }

func (d *Decoder) syntax(msg string) error { return &SyntaxError{Msg: msg, Line: d.line} }

var errRawToken = errors.New("xml: cannot use RawToken from UnmarshalXML method")

// RawToken is Token without checks of ends and without name spaces.
func (d *Decoder) RawToken() (Token, error) {
	if len(d.limits) > 0 {
		return nil, errRawToken
	}
	return d.rawToken()
}

// Bytes.

func (d *Decoder) getc() (byte, bool) {
	if d.err != nil {
		return 0, false
	}
	var b byte
	if d.nextByte >= 0 {
		b = byte(d.nextByte)
		d.nextByte = -1
	} else {
		if b, d.err = d.r.ReadByte(); d.err != nil {
			return 0, false
		}
		if d.saved != nil {
			d.saved.WriteByte(b)
		}
	}
	d.offset++
	if b == '\n' {
		d.line++
		d.lineAt = d.offset
	}
	return b, true
}

// mustGetc is getc where the input must not end.
func (d *Decoder) mustGetc() (byte, bool) {
	b, ok := d.getc()
	if !ok && d.err == io.EOF {
		d.err = d.syntax("unexpected EOF")
	}
	return b, ok
}

func (d *Decoder) ungetc(b byte) {
	if b == '\n' {
		d.line--
	}
	d.nextByte = int(b)
	d.offset--
}

// savedLen is how much of the input is saved, without a byte put back.
func (d *Decoder) savedLen() int {
	n := d.saved.Len()
	if d.nextByte >= 0 {
		n--
	}
	return n
}

func (d *Decoder) space() {
	for {
		b, ok := d.getc()
		if !ok {
			return
		}
		if !isSpace(b) {
			d.ungetc(b)
			return
		}
	}
}

func isSpace(b byte) bool { return b == ' ' || b == '\r' || b == '\n' || b == '\t' }

func (d *Decoder) rawToken() (Token, error) {
	if d.tokens != nil {
		return d.tokens.Token()
	}
	if d.err != nil {
		return nil, d.err
	}
	if d.selfEnd {
		d.selfEnd = false
		return EndElement{d.toClose}, nil
	}
	b, ok := d.getc()
	if !ok {
		return nil, d.err
	}
	if b != '<' {
		d.ungetc(b)
		data := d.text(-1, false)
		if data == nil {
			return nil, d.err
		}
		return CharData(data), nil
	}
	if b, ok = d.mustGetc(); !ok {
		return nil, d.err
	}
	switch b {
	case '/':
		return d.endTag()
	case '?':
		return d.procInst()
	case '!':
		return d.declaration()
	}
	d.ungetc(b)
	return d.startTag()
}

func (d *Decoder) failed(msg string) (Token, error) {
	if d.err == nil {
		d.err = d.syntax(msg)
	}
	return nil, d.err
}

func (d *Decoder) endTag() (Token, error) {
	name, ok := d.nsName()
	if !ok {
		return d.failed("expected element name after </")
	}
	d.space()
	b, ok := d.mustGetc()
	if !ok {
		return nil, d.err
	}
	if b != '>' {
		return d.failed("invalid characters between </" + name.Local + " and >")
	}
	return EndElement{name}, nil
}

// until reads up to the text 'end', which is left out.
func (d *Decoder) until(end string) ([]byte, bool) {
	d.buf = d.buf[:0]
	for {
		b, ok := d.mustGetc()
		if !ok {
			return nil, false
		}
		d.buf = append(d.buf, b)
		if b == end[len(end)-1] && bytes.HasSuffix(d.buf, []byte(end)) {
			return d.buf[:len(d.buf)-len(end)], true
		}
	}
}

func (d *Decoder) procInst() (Token, error) {
	target, ok := d.name()
	if !ok {
		return d.failed("expected target name after <?")
	}
	d.space()
	data, ok := d.until("?>")
	if !ok {
		return nil, d.err
	}
	if target == "xml" {
		content := string(data)
		if v := pseudoAttr("version", content); v != "" && v != "1.0" {
			d.err = fmt.Errorf("xml: unsupported version %q; only version 1.0 is supported", v)
			return nil, d.err
		}
		if enc := pseudoAttr("encoding", content); enc != "" && !strings.EqualFold(enc, "utf-8") {
			if d.CharsetReader == nil {
				d.err = fmt.Errorf("xml: encoding %q declared but Decoder.CharsetReader is nil", enc)
				return nil, d.err
			}
			r, err := d.CharsetReader(enc, d.r.(io.Reader))
			if err != nil {
				d.err = fmt.Errorf("xml: opening charset %q: %w", enc, err)
				return nil, d.err
			}
			if r == nil {
				panic("CharsetReader returned a nil Reader for charset " + enc)
			}
			d.use(r)
		}
	}
	return ProcInst{target, data}, nil
}

// pseudoAttr finds name="value" in a declaration.
func pseudoAttr(name, s string) string {
	for {
		i := strings.Index(s, name)
		if i < 0 {
			return ""
		}
		before := i == 0 || isSpace(s[i-1])
		s = strings.TrimLeft(s[i+len(name):], " \t\r\n")
		if !before || s == "" || s[0] != '=' {
			continue
		}
		s = strings.TrimLeft(s[1:], " \t\r\n")
		if s != "" && (s[0] == '"' || s[0] == '\'') {
			if v, _, ok := strings.Cut(s[1:], s[:1]); ok {
				return v
			}
			return ""
		}
	}
}

// declaration reads what begins with <!.
func (d *Decoder) declaration() (Token, error) {
	b, ok := d.mustGetc()
	if !ok {
		return nil, d.err
	}
	switch b {
	case '-':
		if b, ok = d.mustGetc(); !ok {
			return nil, d.err
		}
		if b != '-' {
			return d.failed("invalid sequence <!- not part of <!--")
		}
		data, ok := d.until("--")
		if !ok {
			return nil, d.err
		}
		if b, ok = d.mustGetc(); !ok {
			return nil, d.err
		}
		if b != '>' {
			return d.failed(`invalid sequence "--" not allowed in comments`)
		}
		return Comment(data), nil
	case '[':
		for _, want := range []byte("CDATA[") {
			if b, ok = d.mustGetc(); !ok {
				return nil, d.err
			}
			if b != want {
				return d.failed("invalid <![ sequence")
			}
		}
		data := d.text(-1, true)
		if data == nil {
			return nil, d.err
		}
		return CharData(data), nil
	}
	return d.directive(b)
}

// directive reads up to the > that is in no quotes and no nested <>. Comments inside become a blank.
func (d *Decoder) directive(b byte) (Token, error) {
	d.buf = append(d.buf[:0], b)
	quote, depth := byte(0), 0
	if b == '<' {
		depth++
	}
	for {
		b, ok := d.mustGetc()
		if !ok {
			return nil, d.err
		}
		if quote == 0 && b == '>' && depth == 0 {
			return Directive(d.buf), nil
		}
		d.buf = append(d.buf, b)
		switch {
		case b == quote:
			quote = 0
		case quote != 0:
		case b == '\'' || b == '"':
			quote = b
		case b == '>':
			depth--
		case b == '<':
			depth++
			if ok, comment := d.comment(); !ok {
				return nil, d.err
			} else if comment {
				depth--
			}
		}
	}
}

// comment is behind < in a directive. A whole comment is replaced by a blank; what is none stays.
func (d *Decoder) comment() (ok, found bool) {
	for i, want := range []byte("!--") {
		b, ok := d.mustGetc()
		if !ok {
			return false, false
		}
		if b != want {
			d.buf = append(d.buf, "!--"[:i]...)
			d.ungetc(b)
			return true, false
		}
	}
	d.buf[len(d.buf)-1] = ' '
	var b0, b1 byte
	for {
		b, ok := d.mustGetc()
		if !ok {
			return false, false
		}
		if b0 == '-' && b1 == '-' && b == '>' {
			return true, true
		}
		b0, b1 = b1, b
	}
}

func (d *Decoder) startTag() (Token, error) {
	name, ok := d.nsName()
	if !ok {
		return d.failed("expected element name after <")
	}
	attr := []Attr{}
	for {
		d.space()
		b, ok := d.mustGetc()
		if !ok {
			return nil, d.err
		}
		if b == '/' {
			if b, ok = d.mustGetc(); !ok {
				return nil, d.err
			}
			if b != '>' {
				return d.failed("expected /> in element")
			}
			d.selfEnd, d.toClose = true, name
			break
		}
		if b == '>' {
			break
		}
		d.ungetc(b)
		var a Attr
		if a.Name, ok = d.nsName(); !ok {
			return d.failed("expected attribute name in element")
		}
		d.space()
		if b, ok = d.mustGetc(); !ok {
			return nil, d.err
		}
		if b != '=' {
			if d.Strict {
				return d.failed("attribute name without = in element")
			}
			d.ungetc(b)
			a.Value = a.Name.Local
		} else {
			d.space()
			data := d.attrValue()
			if data == nil {
				return nil, d.err
			}
			a.Value = string(data)
		}
		attr = append(attr, a)
	}
	return StartElement{name, attr}, nil
}

func (d *Decoder) attrValue() []byte {
	b, ok := d.mustGetc()
	if !ok {
		return nil
	}
	if b == '"' || b == '\'' {
		return d.text(int(b), false)
	}
	if d.Strict {
		d.failed("unquoted or missing attribute value in element")
		return nil
	}
	d.ungetc(b)
	d.buf = d.buf[:0]
	for {
		if b, ok = d.mustGetc(); !ok {
			return nil
		}
		if !isNameByte(b) && b != '%' && b != '#' {
			d.ungetc(b)
			return d.buf
		}
		d.buf = append(d.buf, b)
	}
}

// text reads up to the quote (or, without one, to the next <; in CDATA to ]]>) and replaces references. It never gives nil without an error.
func (d *Decoder) text(quote int, cdata bool) []byte {
	d.buf = d.buf[:0]
	if d.buf == nil {
		d.buf = []byte{}
	}
	var b0, b1 byte
	brackets := 0 // bytes to drop at the end
loop:
	for {
		b, ok := d.getc()
		if !ok {
			if d.err != io.EOF {
				return nil
			}
			if cdata {
				d.err = d.syntax("unexpected EOF in CDATA section")
				return nil
			}
			if quote >= 0 {
				d.err = d.syntax("unexpected EOF")
				return nil
			}
			break
		}
		if quote < 0 && b0 == ']' && b1 == ']' && b == '>' {
			if cdata {
				brackets = 2
				break loop
			}
			d.failed("unescaped ]]> not in CDATA section")
			return nil
		}
		switch {
		case b == '<' && !cdata:
			if quote >= 0 {
				d.failed("unescaped < inside quoted string")
				return nil
			}
			d.ungetc('<')
			break loop
		case quote >= 0 && b == byte(quote):
			break loop
		case b == '&' && !cdata:
			if !d.reference() {
				return nil
			}
			b0, b1 = 0, 0
			continue
		case b == '\r':
			d.buf = append(d.buf, '\n')
		case b1 == '\r' && b == '\n':
			// the line end is there already
		default:
			d.buf = append(d.buf, b)
		}
		b0, b1 = b1, b
	}
	data := d.buf[:len(d.buf)-brackets]
	for rest := data; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		if r == utf8.RuneError && n == 1 {
			d.err = d.syntax("invalid UTF-8")
			return nil
		}
		if !isChar(r) {
			d.err = d.syntax(fmt.Sprintf("illegal character code %U", r))
			return nil
		}
		rest = rest[n:]
	}
	return data
}

func isChar(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || 0x20 <= r && r <= 0xd7ff || 0xe000 <= r && r <= 0xfffd || 0x10000 <= r && r <= 0x10ffff
}

var predefined = map[string]string{"lt": "<", "gt": ">", "amp": "&", "apos": "'", "quot": `"`}

// reference is behind & and appends what it means to buf.
func (d *Decoder) reference() bool {
	start := len(d.buf)
	d.buf = append(d.buf, '&')
	b, ok := d.mustGetc()
	if !ok {
		return false
	}
	text, known := "", false
	if b == '#' {
		d.buf = append(d.buf, b)
		if b, ok = d.mustGetc(); !ok {
			return false
		}
		base := 10
		if b == 'x' {
			base = 16
			d.buf = append(d.buf, b)
			if b, ok = d.mustGetc(); !ok {
				return false
			}
		}
		digits := len(d.buf)
		for '0' <= b && b <= '9' || base == 16 && ('a' <= b && b <= 'f' || 'A' <= b && b <= 'F') {
			d.buf = append(d.buf, b)
			if b, ok = d.mustGetc(); !ok {
				return false
			}
		}
		if b == ';' {
			n, err := strconv.ParseUint(string(d.buf[digits:]), base, 64)
			if err == nil && n <= unicode.MaxRune {
				text, known = string(rune(n)), true
			}
			d.buf = append(d.buf, b)
		} else {
			d.ungetc(b)
		}
	} else {
		d.ungetc(b)
		name := len(d.buf)
		if !d.nameBytes() && d.err != nil {
			return false
		}
		if b, ok = d.mustGetc(); !ok {
			return false
		}
		if b != ';' {
			d.ungetc(b)
		} else {
			if s := string(d.buf[name:]); isName([]byte(s)) {
				if text, known = predefined[s]; !known && d.Entity != nil {
					text, known = d.Entity[s]
				}
			}
			d.buf = append(d.buf, ';')
		}
	}
	if known {
		d.buf = append(d.buf[:start], text...)
		return true
	}
	if !d.Strict {
		return true
	}
	ent := string(d.buf[start:])
	if ent[len(ent)-1] != ';' {
		ent += " (no semicolon)"
	}
	d.err = d.syntax("invalid character entity " + ent)
	return false
}

// nsName reads a name with an optional prefix.
func (d *Decoder) nsName() (Name, bool) {
	s, ok := d.name()
	if !ok {
		return Name{}, false
	}
	if strings.Count(s, ":") > 1 {
		return Name{}, false
	}
	if space, local, ok := strings.Cut(s, ":"); ok && space != "" && local != "" {
		return Name{space, local}, true
	}
	return Name{Local: s}, true
}

func (d *Decoder) name() (string, bool) {
	d.buf = d.buf[:0]
	if !d.nameBytes() {
		return "", false
	}
	if !isName(d.buf) {
		d.err = d.syntax("invalid XML name: " + string(d.buf))
		return "", false
	}
	return string(d.buf), true
}

// nameBytes appends the bytes of a name to buf.
func (d *Decoder) nameBytes() bool {
	for first := true; ; first = false {
		b, ok := d.mustGetc()
		if !ok {
			return false
		}
		if b < utf8.RuneSelf && !isNameByte(b) {
			d.ungetc(b)
			return !first
		}
		d.buf = append(d.buf, b)
	}
}

func isNameByte(b byte) bool {
	return 'a' <= b|0x20 && b|0x20 <= 'z' || '0' <= b && b <= '9' || b == '_' || b == ':' || b == '.' || b == '-'
}

// isName reports whether s is a name: a letter, then letters, digits, marks.
func isName(s []byte) bool {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRune(s[i:])
		if r == utf8.RuneError && n == 1 {
			return false
		}
		ok := r == '_' || r == ':' || unicode.IsLetter(r) || unicode.Is(unicode.Nl, r)
		if !ok && i > 0 {
			ok = r == '-' || r == '.' || unicode.IsDigit(r) || unicode.In(r, unicode.Mn, unicode.Mc, unicode.Lm) || r == '·'
		}
		if !ok {
			return false
		}
		i += n
	}
	return len(s) > 0
}

// HTMLEntity holds the references of HTML 4, for Decoder.Entity.
var HTMLEntity map[string]string = htmlEntities()

// HTMLAutoClose names the elements of HTML without content, for Decoder.AutoClose.
var HTMLAutoClose []string = []string{"basefont", "br", "area", "link", "img", "param", "hr", "input", "col", "frame", "isindex", "base", "meta"}

func htmlEntities() map[string]string {
	const names = `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm
raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute
Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave
iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml fnof Alpha Beta Gamma Delta Epsilon Zeta Eta
Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigma Tau Upsilon Phi Chi Psi Omega alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi
omicron pi rho sigmaf sigma tau upsilon phi chi psi omega thetasym upsih piv bull hellip prime Prime oline frasl weierp image real trade alefsym larr uarr rarr
darr harr crarr lArr uArr rArr dArr hArr forall part exist empty nabla isin notin ni prod sum minus lowast radic prop infin ang and or cap cup int there4 sim cong
asymp ne equiv le ge sub sup nsub sube supe oplus otimes perp sdot lceil rceil lfloor rfloor lang rang loz spades clubs hearts diams quot amp lt gt OElig oelig
Scaron scaron Yuml circ tilde ensp emsp thinsp zwnj zwj lrm rlm ndash mdash lsquo rsquo sbquo ldquo rdquo bdquo dagger Dagger permil lsaquo rsaquo euro`
	m := map[string]string{}
	for _, n := range strings.Fields(names) {
		m[n] = html.UnescapeString("&" + n + ";")
	}
	m["lang"], m["rang"] = "\u2329", "\u232A" // HTML 4 differs from 5
	m["epsilon"], m["phi"], m["thetasym"] = "\u03b5", "\u03c6", "\u03d1"
	return m
}
