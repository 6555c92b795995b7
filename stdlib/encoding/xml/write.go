package xml

// From Go values and tokens to XML.

import (
	"bufio"
	"bytes"
	"encoding"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Header is the usual first line. Marshal does not write it.
const Header = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// Marshaler is a value that writes itself as one element.
type Marshaler interface {
	MarshalXML(e *Encoder, start StartElement) error
}

// MarshalerAttr is a value that writes itself as an attribute. One without a name is left out.
type MarshalerAttr interface {
	MarshalXMLAttr(name Name) (Attr, error)
}

// UnsupportedTypeError is a type that has no form in XML.
type UnsupportedTypeError struct {
	Type reflect.Type
}

func (e *UnsupportedTypeError) Error() string { return "xml: unsupported type: " + e.Type.String() }

var (
	marshalerType     = reflect.TypeFor[Marshaler]()
	marshalerAttrType = reflect.TypeFor[MarshalerAttr]()
	textMarshalerType = reflect.TypeFor[encoding.TextMarshaler]()
)

// Marshal writes v as XML.
func Marshal(v any) ([]byte, error) { return MarshalIndent(v, "", "") }

// MarshalIndent is Marshal with each element on a line of its own.
func MarshalIndent(v any, prefix, indent string) ([]byte, error) {
	var b bytes.Buffer
	e := NewEncoder(&b)
	e.Indent(prefix, indent)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	if err := e.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// Encoder writes tokens and values.
type Encoder struct {
	p printer
}

// NewEncoder writes to w.
func NewEncoder(w io.Writer) *Encoder {
	e := &Encoder{printer{Writer: bufio.NewWriter(w)}}
	e.p.enc = e
	return e
}

// Indent puts each element on a line of its own from now on.
func (enc *Encoder) Indent(prefix, indent string) { enc.p.prefix, enc.p.indent = prefix, indent }

// Encode writes v and flushes.
func (enc *Encoder) Encode(v any) error {
	if err := enc.p.value(reflect.ValueOf(v), nil, nil); err != nil {
		return err
	}
	return enc.p.Flush()
}

// EncodeElement is Encode with the given start as the outermost one.
func (enc *Encoder) EncodeElement(v any, start StartElement) error {
	if start.Name.Local == "" {
		return fmt.Errorf("xml: EncodeElement of StartElement with missing name")
	}
	if err := enc.p.value(reflect.ValueOf(v), nil, &start); err != nil {
		return err
	}
	return enc.p.Flush()
}

// EncodeToken writes a token. Starts and ends have to match. It does not flush.
func (enc *Encoder) EncodeToken(t Token) error {
	p := &enc.p
	switch t := t.(type) {
	case StartElement:
		return p.start(&t)
	case EndElement:
		return p.end(t.Name)
	case CharData:
		escape(p, t, false)
	case Comment:
		if bytes.Contains(t, []byte("-->")) {
			return fmt.Errorf("xml: EncodeToken of Comment containing --> marker")
		}
		p.WriteString("<!--")
		p.Write(t)
		p.WriteString("-->")
		return p.cached()
	case ProcInst:
		if t.Target == "xml" && p.begun {
			return fmt.Errorf("xml: EncodeToken of ProcInst xml target only valid for xml declaration, first token encoded")
		}
		if !isName([]byte(t.Target)) {
			return fmt.Errorf("xml: EncodeToken of ProcInst with invalid Target")
		}
		if bytes.Contains(t.Inst, []byte("?>")) {
			return fmt.Errorf("xml: EncodeToken of ProcInst containing ?> marker")
		}
		p.WriteString("<?" + t.Target)
		if len(t.Inst) > 0 {
			p.WriteByte(' ')
			p.Write(t.Inst)
		}
		p.WriteString("?>")
	case Directive:
		if !balanced(t) {
			return fmt.Errorf("xml: EncodeToken of Directive containing wrong < or > markers")
		}
		p.WriteString("<!")
		p.Write(t)
		p.WriteString(">")
	default:
		return fmt.Errorf("xml: EncodeToken of invalid token type")
	}
	return p.cached()
}

// balanced reports whether < and > match, outside quotes and comments.
func balanced(dir []byte) bool {
	depth := 0
	var quote byte
	for i := 0; i < len(dir); i++ {
		c := dir[i]
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"':
			quote = c
		case c == '<':
			if bytes.HasPrefix(dir[i:], []byte("<!--")) {
				n := bytes.Index(dir[i+4:], []byte("-->"))
				if n < 0 {
					return false
				}
				i += 4 + n + 2
				continue
			}
			depth++
		case c == '>':
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return depth == 0 && quote == 0
}

// Flush writes what is buffered.
func (enc *Encoder) Flush() error { return enc.p.Flush() }

// Close flushes, and fails if elements are open.
func (enc *Encoder) Close() error { return enc.p.close() }

type printer struct {
	*bufio.Writer
	enc      *Encoder
	begun    bool
	closed   bool
	err      error
	seq      int // of made-up prefixes
	indent   string
	prefix   string
	depth    int
	indented bool              // the last tag began a line
	newline  bool              // something was written with indentation
	byPrefix map[string]string // prefixes in use
	bySpace  map[string]string
	undo     []string // prefixes to forget; "" marks where an element began
	tags     []Name
}

func (p *printer) cached() error {
	_, err := p.Write(nil)
	return err
}

var errClosedEncoder = errors.New("use of closed Encoder")

func (p *printer) Write(b []byte) (int, error) {
	if p.closed && p.err == nil {
		p.err = errClosedEncoder
	}
	if p.err == nil {
		p.begun = p.begun || len(b) > 0
		var n int
		n, p.err = p.Writer.Write(b)
		return n, p.err
	}
	return 0, p.err
}

func (p *printer) WriteString(s string) (int, error) {
	if p.closed && p.err == nil {
		p.err = errClosedEncoder
	}
	if p.err == nil {
		p.begun = p.begun || len(s) > 0
		var n int
		n, p.err = p.Writer.WriteString(s)
		return n, p.err
	}
	return 0, p.err
}

func (p *printer) WriteByte(c byte) error {
	_, err := p.Write([]byte{c})
	return err
}

func (p *printer) close() error {
	if p.closed {
		return nil
	}
	p.closed = true
	if err := p.Writer.Flush(); err != nil {
		return err
	}
	if len(p.tags) > 0 {
		return fmt.Errorf("unclosed tag <%s>", p.tags[len(p.tags)-1].Local)
	}
	return nil
}

// prefixFor finds or makes a prefix for a name space of an attribute.
func (p *printer) prefixFor(space string) string {
	if s := p.bySpace[space]; s != "" {
		return s
	}
	if space == xmlSpace {
		return xmlPrefix
	}
	if p.bySpace == nil {
		p.bySpace, p.byPrefix = map[string]string{}, map[string]string{}
	}
	// The last element of the address often makes a good prefix.
	prefix := strings.TrimRight(space, "/")
	prefix = prefix[strings.LastIndexByte(prefix, '/')+1:]
	if prefix == "" || !isName([]byte(prefix)) || strings.Contains(prefix, ":") {
		prefix = "_"
	}
	if len(prefix) >= 3 && strings.EqualFold(prefix[:3], "xml") {
		prefix = "_" + prefix
	}
	if p.byPrefix[prefix] != "" {
		for p.seq++; ; p.seq++ {
			if id := prefix + "_" + strconv.Itoa(p.seq); p.byPrefix[id] == "" {
				prefix = id
				break
			}
		}
	}
	p.bySpace[space], p.byPrefix[prefix] = prefix, space
	p.WriteString(`xmlns:` + prefix + `="`)
	EscapeText(p, []byte(space))
	p.WriteString(`" `)
	p.undo = append(p.undo, prefix)
	return prefix
}

// forget drops the prefixes of the innermost element.
func (p *printer) forget() {
	for len(p.undo) > 0 {
		prefix := p.undo[len(p.undo)-1]
		p.undo = p.undo[:len(p.undo)-1]
		if prefix == "" {
			return
		}
		delete(p.bySpace, p.byPrefix[prefix])
		delete(p.byPrefix, prefix)
	}
}

func (p *printer) start(s *StartElement) error {
	if s.Name.Local == "" {
		return fmt.Errorf("xml: start tag with no name")
	}
	p.tags = append(p.tags, s.Name)
	p.undo = append(p.undo, "")
	p.line(1)
	p.WriteString("<" + s.Name.Local)
	if s.Name.Space != "" {
		p.WriteString(` xmlns="`)
		p.text(s.Name.Space)
		p.WriteString(`"`)
	}
	for _, a := range s.Attr {
		if a.Name.Local == "" {
			continue
		}
		p.WriteString(" ")
		if a.Name.Space != "" {
			p.WriteString(p.prefixFor(a.Name.Space) + ":")
		}
		p.WriteString(a.Name.Local + `="`)
		p.text(a.Value)
		p.WriteString(`"`)
	}
	p.WriteString(">")
	return p.err
}

func (p *printer) end(name Name) error {
	if name.Local == "" {
		return fmt.Errorf("xml: end tag with no name")
	}
	if len(p.tags) == 0 || p.tags[len(p.tags)-1].Local == "" {
		return fmt.Errorf("xml: end tag </%s> without start tag", name.Local)
	}
	if top := p.tags[len(p.tags)-1]; top != name {
		if top.Local != name.Local {
			return fmt.Errorf("xml: end tag </%s> does not match start tag <%s>", name.Local, top.Local)
		}
		return fmt.Errorf("xml: end tag </%s> in namespace %s does not match start tag <%s> in namespace %s", name.Local, name.Space, top.Local, top.Space)
	}
	p.tags = p.tags[:len(p.tags)-1]
	p.line(-1)
	p.WriteString("</" + name.Local + ">")
	p.forget()
	return p.err
}

// line begins a line if there is indentation. delta changes the depth: 1 for a start, -1 for an end, 0 for what stays inside.
func (p *printer) line(delta int) {
	if p.prefix == "" && p.indent == "" {
		return
	}
	if delta < 0 {
		p.depth--
		if p.indented {
			p.indented = false
			return
		}
		p.indented = false
	}
	if p.newline {
		p.WriteByte('\n')
	} else {
		p.newline = true
	}
	p.WriteString(p.prefix)
	for range p.depth {
		p.WriteString(p.indent)
	}
	if delta > 0 {
		p.depth++
		p.indented = true
	}
}

func (p *printer) text(s string) { EscapeText(p, []byte(s)) }

// isEmpty is what omitempty leaves out.
func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Struct, reflect.Complex64, reflect.Complex128, reflect.Chan, reflect.Func, reflect.UnsafePointer:
		return false
	}
	return v.IsZero()
}

// value writes a value. f is the field it comes from, start what the caller wants as the outermost tag; both may be nil.
func (p *printer) value(v reflect.Value, f *field, start *StartElement) error {
	if start != nil && start.Name.Local == "" {
		return fmt.Errorf("xml: EncodeElement of StartElement with missing name")
	}
	if !v.IsValid() || f != nil && f.mode&modeOmitEmpty != 0 && isEmpty(v) {
		return nil
	}
	for v.Kind() == reflect.Interface || v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return nil
		}
		v = v.Elem()
	}
	typ := v.Type()
	if m, ok := implementer(v, marshalerType); ok {
		s := defaultStart(typ, f, start)
		return p.custom(m.(Marshaler), v, s)
	}
	if m, ok := implementer(v, textMarshalerType); ok {
		s := defaultStart(typ, f, start)
		return p.marshaledText(m.(encoding.TextMarshaler), s)
	}
	if k := v.Kind(); (k == reflect.Slice || k == reflect.Array) && typ.Elem().Kind() != reflect.Uint8 {
		for i := range v.Len() {
			if err := p.value(v.Index(i), f, start); err != nil {
				return err
			}
		}
		return nil
	}
	info, err := infoOf(typ)
	if err != nil {
		return err
	}
	s, err := elementStart(v, info, f, start)
	if err != nil {
		return err
	}
	if err := p.attributes(v, info, s); err != nil {
		return err
	}
	if n := info.xmlName; n != nil && n.name == "" && n.space == "" && s.Name.Space == "" && p.outerSpace() {
		// The value says that it is in no name space: that hides the one around.
		s.Attr = append(s.Attr, Attr{Name{"", nsPrefix}, ""})
	}
	if err := p.start(s); err != nil {
		return err
	}
	if v.Kind() == reflect.Struct {
		err = p.structure(v, info)
	} else {
		var text string
		var data []byte
		if text, data, err = p.simple(typ, v); err == nil {
			if data != nil {
				EscapeText(p, data)
			} else {
				p.text(text)
			}
		}
	}
	if err != nil {
		return err
	}
	if err := p.end(s.Name); err != nil {
		return err
	}
	return p.cached()
}

func (p *printer) outerSpace() bool { return len(p.tags) > 0 && p.tags[len(p.tags)-1].Space != "" }

// elementStart finds the name: given, of XMLName, of the field, of the type.
func elementStart(v reflect.Value, info *structInfo, f *field, start *StartElement) (*StartElement, error) {
	s := &StartElement{}
	switch {
	case start != nil:
		s.Name = start.Name
		s.Attr = append(s.Attr, start.Attr...)
	case info.xmlName != nil:
		n := info.xmlName
		if n.name != "" {
			s.Name.Space, s.Name.Local = n.space, n.name
		} else if fv := n.value(v, false); fv.IsValid() && fv.Type() == nameType {
			if name := fv.Interface().(Name); name.Local != "" {
				s.Name = name
			}
		}
	}
	if s.Name.Local == "" && f != nil {
		s.Name.Space, s.Name.Local = f.space, f.name
	}
	if s.Name.Local == "" {
		name := v.Type().Name()
		if i := strings.IndexByte(name, '['); i >= 0 {
			name = name[:i] // type arguments are no part of the name
		}
		if name == "" {
			return nil, &UnsupportedTypeError{v.Type()}
		}
		s.Name.Local = name
	}
	return s, nil
}

// defaultStart is the tag for values that write themselves.
func defaultStart(typ reflect.Type, f *field, start *StartElement) StartElement {
	var s StartElement
	switch {
	case start != nil:
		s.Name = start.Name
		s.Attr = append(s.Attr, start.Attr...)
	case f != nil && f.name != "":
		s.Name.Local, s.Name.Space = f.name, f.space
	case typ.Name() != "":
		s.Name.Local = typ.Name()
	default:
		s.Name.Local = typ.Elem().Name() // a pointer to a named type
	}
	return s
}

func (p *printer) custom(m Marshaler, v reflect.Value, s StartElement) error {
	// A marker keeps it from closing elements around.
	p.tags = append(p.tags, Name{})
	n := len(p.tags)
	if err := m.MarshalXML(p.enc, s); err != nil {
		return err
	}
	if len(p.tags) > n {
		t := v.Type()
		name := t.String()
		if t.Name() == "" {
			name = "(" + name + ")"
		}
		return fmt.Errorf("xml: %s.MarshalXML wrote invalid XML: <%s> not closed", name, p.tags[len(p.tags)-1].Local)
	}
	p.tags = p.tags[:n-1]
	return nil
}

func (p *printer) marshaledText(m encoding.TextMarshaler, s StartElement) error {
	if err := p.start(&s); err != nil {
		return err
	}
	data, err := m.MarshalText()
	if err != nil {
		return err
	}
	EscapeText(p, data)
	return p.end(s.Name)
}

func (p *printer) attributes(v reflect.Value, info *structInfo, s *StartElement) error {
	for i := range info.fields {
		f := &info.fields[i]
		if f.mode&modeAttr == 0 {
			continue
		}
		fv := f.value(v, false)
		if !fv.IsValid() || f.mode&modeOmitEmpty != 0 && isEmpty(fv) || fv.Kind() == reflect.Interface && fv.IsNil() {
			continue
		}
		if err := p.attribute(s, Name{f.space, f.name}, fv); err != nil {
			return err
		}
	}
	return nil
}

func (p *printer) attribute(s *StartElement, name Name, v reflect.Value) error {
	if m, ok := implementer(v, marshalerAttrType); ok {
		a, err := m.(MarshalerAttr).MarshalXMLAttr(name)
		if err == nil && a.Name.Local != "" {
			s.Attr = append(s.Attr, a)
		}
		return err
	}
	if m, ok := implementer(v, textMarshalerType); ok {
		if v.Kind() == reflect.Pointer && v.IsNil() {
			return nil
		}
		text, err := m.(encoding.TextMarshaler).MarshalText()
		if err == nil {
			s.Attr = append(s.Attr, Attr{name, string(text)})
		}
		return err
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return nil
		}
		return p.attribute(s, name, v.Elem())
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Uint8 {
			for i := range v.Len() {
				if err := p.attribute(s, name, v.Index(i)); err != nil {
					return err
				}
			}
			return nil
		}
	}
	if v.Type() == attrType {
		s.Attr = append(s.Attr, v.Interface().(Attr))
		return nil
	}
	text, data, err := p.simple(v.Type(), v)
	if err == nil {
		if data != nil {
			text = string(data)
		}
		s.Attr = append(s.Attr, Attr{name, text})
	}
	return err
}

// simple is the text of a value without structure.
func (p *printer) simple(typ reflect.Type, v reflect.Value) (string, []byte, error) {
	switch {
	case v.CanInt():
		return strconv.FormatInt(v.Int(), 10), nil, nil
	case v.CanUint():
		return strconv.FormatUint(v.Uint(), 10), nil, nil
	case v.CanFloat():
		return strconv.FormatFloat(v.Float(), 'g', -1, typ.Bits()), nil, nil
	}
	switch v.Kind() {
	case reflect.String:
		return v.String(), nil, nil
	case reflect.Bool:
		return strconv.FormatBool(v.Bool()), nil, nil
	case reflect.Array, reflect.Slice:
		if typ.Elem().Kind() == reflect.Uint8 {
			if v.Kind() == reflect.Array {
				b := make([]byte, v.Len())
				reflect.Copy(reflect.ValueOf(b), v)
				return "", b, nil
			}
			return "", v.Bytes(), nil
		}
	}
	return "", nil, &UnsupportedTypeError{typ}
}

// parents are the elements of a>b>c that are open.
type parents struct {
	p     *printer
	open  []string
	space string
}

// shift closes and opens elements so that exactly those of 'to' are open.
func (s *parents) shift(to []string) error {
	same := 0
	for same < len(s.open) && same < len(to) && s.open[same] == to[same] {
		same++
	}
	for i := len(s.open) - 1; i >= same; i-- {
		if err := s.p.end(Name{Local: s.open[i]}); err != nil {
			return err
		}
	}
	s.open = s.open[:same]
	for _, name := range to[same:] {
		if err := s.p.start(&StartElement{Name: Name{Local: name}}); err != nil {
			return err
		}
		s.open = append(s.open, name)
	}
	return nil
}

func follow(v reflect.Value) reflect.Value {
	for (v.Kind() == reflect.Interface || v.Kind() == reflect.Pointer) && !v.IsNil() {
		v = v.Elem()
	}
	return v
}

func (p *printer) structure(v reflect.Value, info *structInfo) error {
	s := &parents{p: p}
	for i := range info.fields {
		f := &info.fields[i]
		if f.mode&modeAttr != 0 {
			continue
		}
		fv := f.value(v, false)
		if !fv.IsValid() {
			continue
		}
		switch f.mode & modeKinds {
		case modeCDATA, modeCharData:
			if err := s.shift(nil); err != nil {
				return err
			}
			if err := p.charData(fv, f.mode&modeCDATA != 0); err != nil {
				return err
			}
			continue
		case modeComment:
			if err := s.shift(nil); err != nil {
				return err
			}
			if err := p.comment(v, follow(fv)); err != nil {
				return err
			}
			continue
		case modeInner:
			fv = follow(fv)
			switch raw := fv.Interface().(type) {
			case []byte:
				p.Write(raw)
				continue
			case string:
				p.WriteString(raw)
				continue
			}
		case modeElement, modeElement | modeAny:
			if (fv.Kind() == reflect.Pointer || fv.Kind() == reflect.Interface) && fv.IsNil() && len(f.parents) > 0 {
				// Only parents that are open already stay open.
				n := 0
				for n < len(s.open) && n < len(f.parents) && s.open[n] == f.parents[n] {
					n++
				}
				if err := s.shift(f.parents[:n]); err != nil {
					return err
				}
				continue
			}
			if err := s.shift(f.parents); err != nil {
				return err
			}
		}
		if err := p.value(fv, f, nil); err != nil {
			return err
		}
	}
	if err := s.shift(nil); err != nil {
		return err
	}
	return p.cached()
}

func (p *printer) charData(v reflect.Value, cdata bool) error {
	emit := func(b []byte) error {
		if cdata {
			return p.cdata(b)
		}
		return EscapeText(p, b)
	}
	if m, ok := implementer(v, textMarshalerType); ok {
		if v.Kind() == reflect.Pointer && v.IsNil() {
			return nil
		}
		data, err := m.(encoding.TextMarshaler).MarshalText()
		if err != nil {
			return err
		}
		return emit(data)
	}
	v = follow(v)
	if m, ok := implementer(v, textMarshalerType); ok {
		data, err := m.(encoding.TextMarshaler).MarshalText()
		if err != nil {
			return err
		}
		return emit(data)
	}
	switch {
	case v.Kind() == reflect.Slice:
		if b, ok := v.Interface().([]byte); ok {
			return emit(b)
		}
	default:
		if text, _, err := p.simple(v.Type(), v); err == nil {
			return emit([]byte(text))
		}
	}
	return nil
}

// cdata writes text in CDATA sections; ]]> is split between two.
func (p *printer) cdata(b []byte) error {
	if len(b) == 0 {
		return nil
	}
	p.WriteString("<![CDATA[" + strings.ReplaceAll(string(b), "]]>", "]]]]><![CDATA[>") + "]]>")
	return p.err
}

func (p *printer) comment(v, f reflect.Value) error {
	k := f.Kind()
	if !(k == reflect.String || k == reflect.Slice && f.Type().Elem().Kind() == reflect.Uint8) {
		return fmt.Errorf("xml: bad type for comment field of %s", v.Type())
	}
	if f.Len() == 0 {
		return nil
	}
	text := ""
	if k == reflect.String {
		text = f.String()
	} else {
		text = string(f.Bytes())
	}
	if strings.Contains(text, "--") {
		return fmt.Errorf(`xml: comments must not contain "--"`)
	}
	p.line(0)
	p.WriteString("<!--" + text)
	if text[len(text)-1] == '-' {
		p.WriteByte(' ') // "--->" is no end
	}
	p.WriteString("-->")
	return nil
}

// Escaping.

// EscapeText writes s with the special characters escaped.
func EscapeText(w io.Writer, s []byte) error { return escape(w, s, true) }

// Escape is EscapeText without its error.
func Escape(w io.Writer, s []byte) { EscapeText(w, s) }

func escape(w io.Writer, s []byte, newlines bool) error {
	last := 0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRune(s[i:])
		esc := ""
		switch r {
		case '"':
			esc = "&#34;"
		case '\'':
			esc = "&#39;"
		case '&':
			esc = "&amp;"
		case '<':
			esc = "&lt;"
		case '>':
			esc = "&gt;"
		case '\t':
			esc = "&#x9;"
		case '\n':
			if newlines {
				esc = "&#xA;"
			}
		case '\r':
			esc = "&#xD;"
		default:
			if !isChar(r) || r == utf8.RuneError && n == 1 {
				esc = "\uFFFD"
			}
		}
		if esc != "" {
			if _, err := w.Write(s[last:i]); err != nil {
				return err
			}
			if _, err := io.WriteString(w, esc); err != nil {
				return err
			}
			last = i + n
		}
		i += n
	}
	_, err := w.Write(s[last:])
	return err
}
