package xml

// What the tags of struct fields say.

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
)

// mode tells how a field is represented.
type mode int

const (
	modeElement mode = 1 << iota
	modeAttr
	modeCDATA
	modeCharData
	modeInner
	modeComment
	modeAny
	modeOmitEmpty

	modeKinds = modeElement | modeAttr | modeCDATA | modeCharData | modeInner | modeComment | modeAny
)

// field is a field of a struct, perhaps of an embedded one.
type field struct {
	index   []int
	name    string
	space   string
	mode    mode
	parents []string
}

type structInfo struct {
	xmlName *field
	fields  []field
}

const xmlNameField = "XMLName"

var (
	nameType = reflect.TypeFor[Name]()
	infos    sync.Map // reflect.Type to *structInfo
)

// TagPathError says that two fields of a struct contradict each other.
type TagPathError struct {
	Struct       reflect.Type
	Field1, Tag1 string
	Field2, Tag2 string
}

func (e *TagPathError) Error() string {
	return fmt.Sprintf("%s field %q with tag %q conflicts with field %q with tag %q", e.Struct, e.Field1, e.Tag1, e.Field2, e.Tag2)
}

func infoOf(typ reflect.Type) (*structInfo, error) {
	if x, ok := infos.Load(typ); ok {
		return x.(*structInfo), nil
	}
	info := &structInfo{}
	if typ.Kind() == reflect.Struct && typ != nameType {
		for i := range typ.NumField() {
			f := typ.Field(i)
			if !f.IsExported() && !f.Anonymous || f.Tag.Get("xml") == "-" {
				continue
			}
			if f.Anonymous {
				t := f.Type
				if t.Kind() == reflect.Pointer {
					t = t.Elem()
				}
				if t.Kind() == reflect.Struct {
					inner, err := infoOf(t)
					if err != nil {
						return nil, err
					}
					if info.xmlName == nil {
						info.xmlName = inner.xmlName.in(i)
					}
					for _, x := range inner.fields {
						if err := info.add(typ, x.in(i)); err != nil {
							return nil, err
						}
					}
					continue
				}
				if !f.IsExported() {
					continue
				}
			}
			x, err := parseField(typ, &f)
			if err != nil {
				return nil, err
			}
			if f.Name == xmlNameField {
				info.xmlName = x
				continue
			}
			if err := info.add(typ, x); err != nil {
				return nil, err
			}
		}
	}
	x, _ := infos.LoadOrStore(typ, info)
	return x.(*structInfo), nil
}

// in is the field as part of the struct whose field i embeds its struct.
func (f *field) in(i int) *field {
	if f == nil {
		return nil
	}
	c := *f
	c.index = append([]int{i}, f.index...)
	return &c
}

func parseField(typ reflect.Type, f *reflect.StructField) (*field, error) {
	x := &field{index: f.Index}
	tag := f.Tag.Get("xml")
	if space, rest, ok := strings.Cut(tag, " "); ok {
		x.space, tag = space, rest
	}
	parts := strings.Split(tag, ",")
	if len(parts) == 1 {
		x.mode = modeElement
	} else {
		tag = parts[0]
		for _, flag := range parts[1:] {
			switch flag {
			case "attr":
				x.mode |= modeAttr
			case "cdata":
				x.mode |= modeCDATA
			case "chardata":
				x.mode |= modeCharData
			case "innerxml":
				x.mode |= modeInner
			case "comment":
				x.mode |= modeComment
			case "any":
				x.mode |= modeAny
			case "omitempty":
				x.mode |= modeOmitEmpty
			}
		}
		valid := true
		switch m := x.mode & modeKinds; m {
		case 0:
			x.mode |= modeElement
		case modeAttr, modeCDATA, modeCharData, modeInner, modeComment, modeAny, modeAny | modeAttr:
			valid = f.Name != xmlNameField && (tag == "" || m == modeAttr)
		default:
			valid = false
		}
		if x.mode&modeKinds == modeAny {
			x.mode |= modeElement
		}
		if x.mode&modeOmitEmpty != 0 && x.mode&(modeElement|modeAttr) == 0 {
			valid = false
		}
		if !valid {
			return nil, fmt.Errorf("xml: invalid tag in field %s of type %s: %q", f.Name, typ, f.Tag.Get("xml"))
		}
	}
	switch {
	case x.space != "" && tag == "":
		return nil, fmt.Errorf("xml: namespace without name in field %s of type %s: %q", f.Name, typ, f.Tag.Get("xml"))
	case f.Name == xmlNameField:
		x.name = tag
		return x, nil
	case tag == "":
		// The XMLName of the type, or the name of the field.
		if n := nameFieldOf(f.Type); n != nil {
			x.space, x.name = n.space, n.name
		} else {
			x.name = f.Name
		}
		return x, nil
	}
	path := strings.Split(tag, ">")
	if path[0] == "" {
		path[0] = f.Name
	}
	if path[len(path)-1] == "" {
		return nil, fmt.Errorf("xml: trailing '>' in field %s of type %s", f.Name, typ)
	}
	x.name = path[len(path)-1]
	if len(path) > 1 {
		if x.mode&modeElement == 0 {
			return nil, fmt.Errorf("xml: %s chain not valid with %s flag", tag, strings.Join(parts[1:], ","))
		}
		x.parents = path[:len(path)-1]
	}
	if x.mode&modeElement != 0 {
		if n := nameFieldOf(f.Type); n != nil && n.name != x.name {
			return nil, fmt.Errorf("xml: name %q in tag of %s.%s conflicts with name %q in %s.XMLName", x.name, typ, f.Name, n.name, f.Type)
		}
	}
	return x, nil
}

// nameFieldOf is the XMLName field of a struct type, if its tag has a name.
func nameFieldOf(typ reflect.Type) *field {
	for typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct {
		return nil
	}
	for i := range typ.NumField() {
		f := typ.Field(i)
		if f.Name != xmlNameField {
			continue
		}
		if x, err := parseField(typ, &f); err == nil && x.name != "" {
			return x
		}
		break
	}
	return nil
}

// add adds a field, unless fields that are less deep hide it. Equal depth is a conflict.
func (info *structInfo) add(typ reflect.Type, x *field) error {
	var conflicts []int
outer:
	for i := range info.fields {
		old := &info.fields[i]
		if old.mode&modeKinds != x.mode&modeKinds || old.space != "" && x.space != "" && old.space != x.space {
			continue
		}
		n := min(len(x.parents), len(old.parents))
		for p := range n {
			if old.parents[p] != x.parents[p] {
				continue outer
			}
		}
		switch {
		case len(old.parents) > len(x.parents):
			if old.parents[len(x.parents)] == x.name {
				conflicts = append(conflicts, i)
			}
		case len(old.parents) < len(x.parents):
			if x.parents[len(old.parents)] == old.name {
				conflicts = append(conflicts, i)
			}
		case x.name == old.name && x.space == old.space:
			conflicts = append(conflicts, i)
		}
	}
	for _, i := range conflicts {
		if len(info.fields[i].index) < len(x.index) {
			return nil
		}
	}
	for _, i := range conflicts {
		if old := &info.fields[i]; len(old.index) == len(x.index) {
			f1, f2 := typ.FieldByIndex(old.index), typ.FieldByIndex(x.index)
			return &TagPathError{typ, f1.Name, f1.Tag.Get("xml"), f2.Name, f2.Tag.Get("xml")}
		}
	}
	for k := len(conflicts) - 1; k >= 0; k-- {
		i := conflicts[k]
		info.fields = append(info.fields[:i], info.fields[i+1:]...)
	}
	info.fields = append(info.fields, *x)
	return nil
}

// value is the field of v. With make, embedded nil pointers are filled in; without, they give an invalid Value.
func (f *field) value(v reflect.Value, make bool) reflect.Value {
	for i, x := range f.index {
		if i > 0 && v.Kind() == reflect.Pointer && v.Type().Elem().Kind() == reflect.Struct {
			if v.IsNil() {
				if !make {
					return reflect.Value{}
				}
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v
}
