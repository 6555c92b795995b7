package json

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// A field is a struct field, possibly of an embedded struct, that takes part in encoding.
type field struct {
	name      string
	quoted    string // name as a key: quoted, with colon
	html      string // the same with <, > and & escaped
	index     []int  // path through embedded structs
	typ       reflect.Type
	tagged    bool
	omitEmpty bool
	omitZero  bool
	asString  bool // option string
	isZero    func(reflect.Value) bool
	enc       encFunc
}

// structInfo are the fields of a struct type, in order, and by name.
type structInfo struct {
	list   []field
	exact  map[string]*field
	folded map[string]*field
}

var structCache sync.Map // reflect.Type -> *structInfo

func fieldsOf(t reflect.Type) *structInfo {
	if s, ok := structCache.Load(t); ok {
		return s.(*structInfo)
	}
	s, _ := structCache.LoadOrStore(t, newStructInfo(t))
	return s.(*structInfo)
}

// find looks up a key, also with different case.
func (s *structInfo) find(key []byte) *field {
	if f := s.exact[string(key)]; f != nil {
		return f
	}
	return s.folded[fold(string(key))]
}

func validName(s string) bool {
	for _, c := range s {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", c) {
			return false
		}
	}
	return s != ""
}

func hasOption(options, name string) bool {
	for o := range strings.SplitSeq(options, ",") {
		if o == name {
			return true
		}
	}
	return false
}

// level is a struct type reached by an embedding path; many: on more than one path of this length.
type level struct {
	typ   reflect.Type
	index []int
	many  bool
}

// newStructInfo visits embedded structs breadth first: what is less deep hides what is deeper.
func newStructInfo(t reflect.Type) *structInfo {
	var all []field
	visited := map[reflect.Type]bool{}
	for next := []level{{typ: t}}; len(next) > 0; {
		now := next
		next = nil
		for _, l := range now {
			if visited[l.typ] {
				continue
			}
			visited[l.typ] = true
			for i := range l.typ.NumField() {
				f, embedded := newField(l, i)
				switch {
				case embedded != nil:
					k := slices.IndexFunc(next, func(n level) bool { return n.typ == embedded })
					if k >= 0 {
						next[k].many = true
					} else {
						next = append(next, level{typ: embedded, index: f.index})
					}
				case f != nil:
					all = append(all, *f)
					if l.many { // a second one, so that both hide each other
						all = append(all, *f)
					}
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b field) int {
		if c := strings.Compare(a.name, b.name); c != 0 {
			return c
		}
		if c := cmp.Compare(len(a.index), len(b.index)); c != 0 {
			return c
		}
		if a.tagged != b.tagged {
			if a.tagged {
				return -1
			}
			return 1
		}
		return slices.Compare(a.index, b.index)
	})
	s := &structInfo{}
	for i := 0; i < len(all); {
		j := i + 1
		for j < len(all) && all[j].name == all[i].name {
			j++
		}
		// Of fields with the same name the first wins, unless the second is as good.
		if j == i+1 || len(all[i].index) != len(all[i+1].index) || all[i].tagged != all[i+1].tagged {
			s.list = append(s.list, all[i])
		}
		i = j
	}
	slices.SortFunc(s.list, func(a, b field) int { return slices.Compare(a.index, b.index) })
	s.exact = make(map[string]*field, len(s.list))
	s.folded = make(map[string]*field, len(s.list))
	for i := range s.list {
		f := &s.list[i]
		f.enc = encoderOf(f.typ)
		s.exact[f.name] = f
		if key := fold(f.name); s.folded[key] == nil {
			s.folded[key] = f
		}
	}
	return s
}

// newField returns nil for fields that do not count, and the type of an embedded struct whose fields count in its place.
func newField(l level, i int) (f *field, embedded reflect.Type) {
	sf := l.typ.Field(i)
	if sf.Anonymous {
		t := sf.Type
		if t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		if !sf.IsExported() && t.Kind() != reflect.Struct {
			return nil, nil
		}
	} else if !sf.IsExported() {
		return nil, nil
	}
	tag := sf.Tag.Get("json")
	if tag == "-" {
		return nil, nil
	}
	name, options, _ := strings.Cut(tag, ",")
	if !validName(name) {
		name = ""
	}
	elem := sf.Type
	if elem.Name() == "" && elem.Kind() == reflect.Pointer {
		elem = elem.Elem()
	}
	f = &field{
		name:      name,
		index:     append(slices.Clone(l.index), i),
		typ:       sf.Type,
		tagged:    name != "",
		omitEmpty: hasOption(options, "omitempty"),
		omitZero:  hasOption(options, "omitzero"),
	}
	if name == "" {
		if sf.Anonymous && elem.Kind() == reflect.Struct {
			return f, elem
		}
		f.name = sf.Name
	}
	if hasOption(options, "string") {
		switch k := elem.Kind(); {
		case reflect.Bool <= k && k <= reflect.Float64, k == reflect.String:
			f.asString = true
		}
	}
	if f.omitZero {
		f.isZero = zeroTest(sf.Type)
	}
	f.quoted = `"` + f.name + `":`
	f.html = string(appendHTML([]byte{'"'}, []byte(f.name))) + `":`
	return f, nil
}

type isZeroer interface{ IsZero() bool }

// zeroTest is what omitzero asks: the method IsZero, if there is one.
func zeroTest(t reflect.Type) func(reflect.Value) bool {
	method := reflect.TypeFor[isZeroer]()
	switch {
	case t.Kind() == reflect.Interface && t.Implements(method):
		return func(v reflect.Value) bool {
			// The nil check inside: methods on pointers may not stand a nil receiver.
			return v.IsNil() || v.Elem().Kind() == reflect.Pointer && v.Elem().IsNil() || v.Interface().(isZeroer).IsZero()
		}
	case t.Kind() == reflect.Pointer && t.Implements(method):
		return func(v reflect.Value) bool { return v.IsNil() || v.Interface().(isZeroer).IsZero() }
	case t.Implements(method):
		return func(v reflect.Value) bool { return v.Interface().(isZeroer).IsZero() }
	case reflect.PointerTo(t).Implements(method):
		return func(v reflect.Value) bool {
			if !v.CanAddr() {
				c := reflect.New(v.Type()).Elem()
				c.Set(v)
				v = c
			}
			return v.Addr().Interface().(isZeroer).IsZero()
		}
	}
	return reflect.Value.IsZero
}
