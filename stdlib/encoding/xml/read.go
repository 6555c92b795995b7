package xml

// From XML to Go values.

import (
	"bytes"
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// Unmarshaler is a value that reads its element itself: all of it, up to its end.
type Unmarshaler interface {
	UnmarshalXML(d *Decoder, start StartElement) error
}

// UnmarshalerAttr is a value that reads its attribute itself.
type UnmarshalerAttr interface {
	UnmarshalXMLAttr(attr Attr) error
}

// UnmarshalError says that an element is not the one that is wanted.
type UnmarshalError string

func (e UnmarshalError) Error() string { return string(e) }

var (
	unmarshalerType     = reflect.TypeFor[Unmarshaler]()
	unmarshalerAttrType = reflect.TypeFor[UnmarshalerAttr]()
	textUnmarshalerType = reflect.TypeFor[encoding.TextUnmarshaler]()
	attrType            = reflect.TypeFor[Attr]()
	attrsType           = reflect.TypeFor[[]Attr]()
	errDepth            = errors.New("exceeded max depth")
)

const maxDepth = 10000

// Unmarshal reads the first element of data into what v points at.
func Unmarshal(data []byte, v any) error { return NewDecoder(bytes.NewReader(data)).Decode(v) }

// Decode reads the next element into what v points at.
func (d *Decoder) Decode(v any) error { return d.DecodeElement(v, nil) }

// DecodeElement is Decode for an element whose start has been read already.
func (d *Decoder) DecodeElement(v any, start *StartElement) error {
	p := reflect.ValueOf(v)
	if p.Kind() != reflect.Pointer {
		return errors.New("non-pointer passed to Unmarshal")
	}
	if p.IsNil() {
		return errors.New("nil pointer passed to Unmarshal")
	}
	return d.element(p.Elem(), start, 0)
}

func (d *Decoder) custom(u Unmarshaler, v reflect.Value, start *StartElement) error {
	open := len(d.open)
	d.limits = append(d.limits, open)
	err := u.UnmarshalXML(d, *start)
	d.limits = d.limits[:len(d.limits)-1]
	if err != nil {
		return err
	}
	if len(d.open) >= open && open > 0 {
		t := v.Type()
		name := t.String()
		if t.Name() == "" {
			name = "(" + name + ")"
		}
		return fmt.Errorf("xml: %s.UnmarshalXML did not consume entire <%s> element", name, start.Name.Local)
	}
	return nil
}

// textOf collects the text of an element up to its end.
func (d *Decoder) textOf() ([]byte, error) {
	var data []byte
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case CharData:
			if depth == 1 {
				data = append(data, t...)
			}
		case StartElement:
			depth++
		case EndElement:
			depth--
		}
	}
	return data, nil
}

// implementer finds the interface on v or its address.
func implementer(v reflect.Value, typ reflect.Type) (any, bool) {
	if v.CanInterface() && v.Type().Implements(typ) {
		return v.Interface(), true
	}
	if v.CanAddr() {
		if p := v.Addr(); p.CanInterface() && p.Type().Implements(typ) {
			return p.Interface(), true
		}
	}
	return nil, false
}

// element reads an element into v.
func (d *Decoder) element(v reflect.Value, start *StartElement, depth int) error {
	if depth >= maxDepth {
		return errDepth
	}
	for start == nil {
		t, err := d.Token()
		if err != nil {
			return err
		}
		if s, ok := t.(StartElement); ok {
			start = &s
		}
	}
	if v.Kind() == reflect.Interface && !v.IsNil() {
		if e := v.Elem(); e.Kind() == reflect.Pointer && !e.IsNil() {
			v = e
		}
	}
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		v = v.Elem()
	}
	if u, ok := implementer(v, unmarshalerType); ok {
		return d.custom(u.(Unmarshaler), v, start)
	}
	if u, ok := implementer(v, textUnmarshalerType); ok {
		data, err := d.textOf()
		if err != nil {
			return err
		}
		return u.(encoding.TextUnmarshaler).UnmarshalText(data)
	}
	switch v.Kind() {
	case reflect.Interface:
		return d.Skip()
	case reflect.Slice:
		typ := v.Type()
		if typ.Elem().Kind() == reflect.Uint8 {
			break
		}
		// One more element; it goes away again if it cannot be read.
		n := v.Len()
		v.Grow(1)
		v.SetLen(n + 1)
		if err := d.element(v.Index(n), start, depth+1); err != nil {
			v.SetLen(n)
			return err
		}
		return nil
	case reflect.Struct:
		if v.Type() == nameType {
			v.Set(reflect.ValueOf(start.Name))
			return d.Skip()
		}
		return d.structure(v, start, depth)
	case reflect.Bool, reflect.String, reflect.Float32, reflect.Float64,
		reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
	default:
		return errors.New("unknown type " + v.Type().String())
	}
	data, err := d.textOf()
	if err != nil {
		return err
	}
	return setText(v, data)
}

// sinks are the fields of a struct that collect things.
type sinks struct {
	text, comment, inner, any reflect.Value
	textData, commentData     []byte
	innerAt                   int
	innerData                 []byte
}

func (d *Decoder) structure(v reflect.Value, start *StartElement, depth int) error {
	info, err := infoOf(v.Type())
	if err != nil {
		return err
	}
	if n := info.xmlName; n != nil {
		if n.name != "" && n.name != start.Name.Local {
			return UnmarshalError("expected element type <" + n.name + "> but have <" + start.Name.Local + ">")
		}
		if n.space != "" && n.space != start.Name.Space {
			e := "expected element <" + n.name + "> in name space " + n.space + " but have "
			if start.Name.Space == "" {
				e += "no name space"
			} else {
				e += start.Name.Space
			}
			return UnmarshalError(e)
		}
		if len(n.index) == 1 { // one of an embedded struct is not set
			if f := n.value(v, true); f.Type() == nameType {
				f.Set(reflect.ValueOf(start.Name))
			}
		}
	}
	if err := d.attributes(v, info, start); err != nil {
		return err
	}
	var s sinks
	saving := false
	for i := range info.fields {
		f := &info.fields[i]
		switch f.mode & modeKinds {
		case modeCDATA, modeCharData:
			if !s.text.IsValid() {
				s.text = f.value(v, true)
			}
		case modeComment:
			if !s.comment.IsValid() {
				s.comment = f.value(v, true)
			}
		case modeAny, modeAny | modeElement:
			if !s.any.IsValid() {
				s.any = f.value(v, true)
			}
		case modeInner:
			if !s.inner.IsValid() {
				s.inner = f.value(v, true)
				if d.saved == nil {
					saving = true
					d.saved = new(bytes.Buffer)
				}
				s.innerAt = d.savedLen()
			}
		}
	}
	for {
		before := 0
		if s.inner.IsValid() {
			before = d.savedLen()
		}
		t, err := d.Token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case StartElement:
			used, err := d.path(v, info, nil, &t, depth)
			if err == nil && !used {
				if s.any.IsValid() {
					err = d.element(s.any, &t, depth+1)
				} else {
					err = d.skip(depth)
				}
			}
			if err != nil {
				return err
			}
			continue
		case CharData:
			if s.text.IsValid() {
				s.textData = append(s.textData, t...)
			}
			continue
		case Comment:
			if s.comment.IsValid() {
				s.commentData = append(s.commentData, t...)
			}
			continue
		case EndElement:
			if s.inner.IsValid() {
				s.innerData = bytes.Clone(d.saved.Bytes()[s.innerAt:before])
				if saving {
					d.saved = nil
				}
			}
		default:
			continue
		}
		break
	}
	return s.store()
}

// store puts into the fields what was collected.
func (s *sinks) store() error {
	if s.text.IsValid() {
		if u, ok := implementer(s.text, textUnmarshalerType); ok {
			if err := u.(encoding.TextUnmarshaler).UnmarshalText(s.textData); err != nil {
				return err
			}
		} else if err := setText(s.text, s.textData); err != nil {
			return err
		}
	}
	for _, x := range []struct {
		v    reflect.Value
		data []byte
	}{{s.comment, s.commentData}, {s.inner, s.innerData}} {
		switch x.v.Kind() {
		case reflect.String:
			x.v.SetString(string(x.data))
		case reflect.Slice:
			if x.v.Type().Elem().Kind() == reflect.Uint8 {
				x.v.Set(reflect.ValueOf(x.data).Convert(x.v.Type()))
			}
		}
	}
	return nil
}

func (d *Decoder) attributes(v reflect.Value, info *structInfo, start *StartElement) error {
	for _, a := range start.Attr {
		used := false
		var rest *field
		for i := range info.fields {
			f := &info.fields[i]
			switch f.mode & modeKinds {
			case modeAttr:
				if a.Name.Local == f.name && (f.space == "" || f.space == a.Name.Space) {
					if err := d.attribute(f.value(v, true), a); err != nil {
						return err
					}
					used = true
				}
			case modeAny | modeAttr:
				if rest == nil {
					rest = f
				}
			}
		}
		if !used && rest != nil {
			if err := d.attribute(rest.value(v, true), a); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *Decoder) attribute(v reflect.Value, a Attr) error {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		v = v.Elem()
	}
	if u, ok := implementer(v, unmarshalerAttrType); ok {
		return u.(UnmarshalerAttr).UnmarshalXMLAttr(a)
	}
	if u, ok := implementer(v, textUnmarshalerType); ok {
		return u.(encoding.TextUnmarshaler).UnmarshalText([]byte(a.Value))
	}
	if v.Type() == attrType {
		v.Set(reflect.ValueOf(a))
		return nil
	}
	if v.Kind() == reflect.Slice && v.Type().Elem().Kind() != reflect.Uint8 {
		n := v.Len()
		v.Grow(1)
		v.SetLen(n + 1)
		if err := d.attribute(v.Index(n), a); err != nil {
			v.SetLen(n)
			return err
		}
		return nil
	}
	return setText(v, []byte(a.Value))
}

// setText sets v to the value that the text means.
func setText(v reflect.Value, data []byte) error {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		v = v.Elem()
	}
	s := ""
	switch v.Kind() {
	case reflect.String:
		v.SetString(string(data))
		return nil
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Uint8 {
			return errors.New("cannot unmarshal into " + v.Type().String())
		}
		if len(data) == 0 {
			data = []byte{}
		}
		v.SetBytes(data)
		return nil
	case reflect.Interface, reflect.Invalid:
		if v.Kind() == reflect.Invalid {
			return nil
		}
	default:
		s = strings.TrimSpace(string(data))
	}
	switch {
	case v.Kind() == reflect.Bool:
		if s == "" {
			v.SetBool(false)
			return nil
		}
		b, err := strconv.ParseBool(s)
		if err != nil {
			return err
		}
		v.SetBool(b)
	case v.CanInt():
		if s == "" {
			v.SetInt(0)
			return nil
		}
		i, err := strconv.ParseInt(s, 10, v.Type().Bits())
		if err != nil {
			return err
		}
		v.SetInt(i)
	case v.CanUint():
		if s == "" {
			v.SetUint(0)
			return nil
		}
		u, err := strconv.ParseUint(s, 10, v.Type().Bits())
		if err != nil {
			return err
		}
		v.SetUint(u)
	case v.CanFloat():
		if s == "" {
			v.SetFloat(0)
			return nil
		}
		f, err := strconv.ParseFloat(s, v.Type().Bits())
		if err != nil {
			return err
		}
		v.SetFloat(f)
	default:
		return errors.New("cannot unmarshal into " + v.Type().String())
	}
	return nil
}

// path looks for the field of an element below the parents, and goes down if it is the parent of fields.
func (d *Decoder) path(v reflect.Value, info *structInfo, parents []string, start *StartElement, depth int) (used bool, err error) {
	down := false
outer:
	for i := range info.fields {
		f := &info.fields[i]
		if f.mode&modeElement == 0 || len(f.parents) < len(parents) || f.space != "" && f.space != start.Name.Space {
			continue
		}
		for j, p := range parents {
			if f.parents[j] != p {
				continue outer
			}
		}
		if len(f.parents) == len(parents) && f.name == start.Name.Local {
			return true, d.element(f.value(v, true), start, depth+1)
		}
		if len(f.parents) > len(parents) && f.parents[len(parents)] == start.Name.Local {
			parents = f.parents[:len(parents)+1]
			down = true
			break
		}
	}
	if !down {
		return false, nil
	}
	if depth >= maxDepth {
		return true, errDepth
	}
	for {
		t, err := d.Token()
		if err != nil {
			return true, err
		}
		switch t := t.(type) {
		case StartElement:
			used, err := d.path(v, info, parents, &t, depth+1)
			if err == nil && !used {
				err = d.skip(depth)
			}
			if err != nil {
				return true, err
			}
		case EndElement:
			return true, nil
		}
	}
}

// Skip reads up to the end of the element whose start was the last token.
func (d *Decoder) Skip() error { return d.skip(0) }

func (d *Decoder) skip(int) error {
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if err != nil {
			return err
		}
		switch t.(type) {
		case StartElement:
			depth++
		case EndElement:
			depth--
		}
	}
	return nil
}
