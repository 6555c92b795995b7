package reflect

import (
	"internal/abi"
	"iter"
	"strconv"
)

// A StructField is a field of a struct type.
type StructField struct {
	Name      string
	PkgPath   string // of unexported fields
	Type      Type
	Tag       StructTag
	Offset    uintptr
	Index     []int // for FieldByIndex
	Anonymous bool  // embedded
}

// IsExported reports whether the name is exported.
func (f StructField) IsExported() bool { return f.PkgPath == "" }

// A StructTag is the string after a field: by convention key:"value" pairs separated by spaces.
type StructTag string

// Get returns the value of key, "" if there is none.
func (tag StructTag) Get(key string) string {
	v, _ := tag.Lookup(key)
	return v
}

// Lookup is Get that tells an empty value from none.
func (tag StructTag) Lookup(key string) (value string, ok bool) {
	for {
		for tag != "" && tag[0] == ' ' {
			tag = tag[1:]
		}
		i := 0
		for i < len(tag) && tag[i] > ' ' && tag[i] != ':' && tag[i] != '"' && tag[i] != 0x7F {
			i++
		}
		if i == 0 || i+1 >= len(tag) || tag[i] != ':' || tag[i+1] != '"' {
			return "", false
		}
		name := string(tag[:i])
		tag = tag[i+1:]
		for i = 1; i < len(tag) && tag[i] != '"'; i++ {
			if tag[i] == '\\' {
				i++
			}
		}
		if i >= len(tag) {
			return "", false
		}
		quoted := string(tag[:i+1])
		tag = tag[i+1:]
		if name == key {
			v, err := strconv.Unquote(quoted)
			return v, err == nil
		}
	}
}

func (r *rtype) NumField() int {
	r.need(abi.Struct, "NumField of non-struct")
	return r.t.U.N
}

func (r *rtype) Field(i int) StructField {
	r.need(abi.Struct, "Field of non-struct")
	if i < 0 || i >= r.t.U.N {
		panic("reflect: Field index out of bounds")
	}
	f := &r.t.Fields()[i]
	return StructField{
		Name: f.Name, PkgPath: f.Pkg, Type: toType(f.Type), Tag: StructTag(f.Tag), Offset: f.Offset,
		Index: []int{i}, Anonymous: f.Embedded,
	}
}

// fieldName is for fmt.
func fieldName(v Value, i int) string { return v.typ.Fields()[i].Name }

func (r *rtype) Fields() iter.Seq[StructField] {
	r.need(abi.Struct, "Fields of non-struct")
	return func(yield func(StructField) bool) {
		for i := range r.t.U.N {
			if !yield(r.Field(i)) {
				return
			}
		}
	}
}

func (r *rtype) FieldByIndex(index []int) (f StructField) {
	r.need(abi.Struct, "FieldByIndex of non-struct")
	t := toType(&r.t)
	for n, i := range index {
		if n > 0 {
			t = f.Type
			if t.Kind() == Pointer && t.Elem().Kind() == Struct {
				t = t.Elem()
			}
		}
		f = t.Field(i)
	}
	f.Index = index
	return f
}

func (r *rtype) FieldByName(name string) (StructField, bool) {
	r.need(abi.Struct, "FieldByName of non-struct")
	embedded := false
	fields := r.t.Fields()
	for i := range fields {
		if fields[i].Name == name {
			return r.Field(i), true
		}
		embedded = embedded || fields[i].Embedded
	}
	if !embedded {
		return StructField{}, false
	}
	return r.search(func(s string) bool { return s == name })
}

func (r *rtype) FieldByNameFunc(match func(string) bool) (StructField, bool) {
	r.need(abi.Struct, "FieldByNameFunc of non-struct")
	return r.search(match)
}

// search looks for one matching field level by level of embedding. Two on one level hide each other and everything below.
func (r *rtype) search(match func(string) bool) (found StructField, ok bool) {
	type scan struct {
		t     *abi.Type
		index []int
		times int // how often this type is embedded on its level
	}
	level := []scan{{t: &r.t, times: 1}}
	seen := map[*abi.Type]bool{}
	for len(level) > 0 && !ok {
		var next []scan
		at := map[*abi.Type]int{}
		for _, s := range level {
			if seen[s.t] {
				continue
			}
			seen[s.t] = true
			fields := s.t.Fields()
			for i := range fields {
				f := &fields[i]
				ft := f.Type
				if f.Embedded && ft.Kind == abi.Pointer {
					ft = ft.Elem
				}
				if match(f.Name) {
					if ok || s.times > 1 {
						return StructField{}, false
					}
					found = (*rtype)(ptrOf(s.t)).Field(i)
					found.Index = append(append([]int(nil), s.index...), i)
					ok = true
					continue
				}
				if ok || !f.Embedded || ft.Kind != abi.Struct {
					continue
				}
				if j, dup := at[ft]; dup {
					next[j].times = 2
					continue
				}
				at[ft] = len(next)
				next = append(next, scan{ft, append(append([]int(nil), s.index...), i), s.times})
			}
		}
		level = next
	}
	return found, ok
}

// VisibleFields lists the fields of t that can be selected by name, those of embedded structs after the structs themselves.
func VisibleFields(t Type) []StructField {
	if t == nil {
		panic("reflect: VisibleFields(nil)")
	}
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	w := &visible{byName: map[string]int{}, path: map[Type]bool{}}
	w.walk(t, nil)
	// Drop fields hidden by others.
	out := w.fields[:0]
	for _, f := range w.fields {
		if f.Name != "" {
			out = append(out, f)
		}
	}
	return out
}

type visible struct {
	byName map[string]int // index in fields of the shallowest so far
	path   map[Type]bool
	fields []StructField
}

func (w *visible) walk(t Type, index []int) {
	if w.path[t] {
		return
	}
	w.path[t] = true
	for i := range t.NumField() {
		f := t.Field(i)
		f.Index = append(append([]int(nil), index...), i)
		add := true
		if j, dup := w.byName[f.Name]; dup {
			old := &w.fields[j]
			switch {
			case len(f.Index) == len(old.Index):
				old.Name = "" // both are hidden, the new one too
				add = false
			case len(f.Index) < len(old.Index):
				old.Name = ""
			default:
				add = false
			}
		}
		if add {
			w.byName[f.Name] = len(w.fields)
			w.fields = append(w.fields, f)
		}
		if f.Anonymous {
			ft := f.Type
			if ft.Kind() == Pointer {
				ft = ft.Elem()
			}
			if ft.Kind() == Struct {
				w.walk(ft, f.Index)
			}
		}
	}
	delete(w.path, t)
}
