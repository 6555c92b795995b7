package reflect

import (
	"internal/abi"
	"strconv"
	"sync"
	"unsafe"
)

// Types made at run time. The program's own descriptors come first (tu_type_find looks through its typelinks); what is not there
// is made once and kept for ever in made, so that identical types stay one descriptor.
var (
	madeLock sync.Mutex
	made     map[string][]*abi.Type // by String()
	madePtr  sync.Map               // *abi.Type -> *abi.Type of pointer; the most frequent case
)

// lookup finds or makes the type whose string is s and for which same holds.
func lookup(s string, same func(*abi.Type) bool, build func() *abi.Type) *abi.Type {
	for t := typeFind(s, nil); t != nil; t = typeFind(s, t) {
		if same(t) {
			return t
		}
	}
	madeLock.Lock()
	defer madeLock.Unlock()
	for _, t := range made[s] {
		if same(t) {
			return t
		}
	}
	t := build()
	t.Str = s
	t.Flags = t.Flags&^abi.FlagNamed | abi.FlagDynamic
	t.PtrTo = nil
	if t.Hash == 0 {
		t.Hash = strHash(s)
	}
	typeFinish(t)
	if made == nil {
		made = make(map[string][]*abi.Type)
	}
	made[s] = append(made[s], t)
	return t
}

func strHash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h | 1
}

var oneWord = [1]byte{1}

// ptrTo is *t.
func ptrTo(t *abi.Type) *abi.Type {
	if t.PtrTo != nil {
		return t.PtrTo
	}
	if p, ok := madePtr.Load(t); ok {
		return p.(*abi.Type)
	}
	p := lookup("*"+t.Str, func(p *abi.Type) bool { return p.Kind == abi.Pointer && p.Elem == t }, func() *abi.Type {
		return &abi.Type{Size: 8, PtrBytes: 8, PtrMask: &oneWord[0], Kind: abi.Pointer, Align: 8, FieldAlign: 8, Elem: t,
			Flags: abi.FlagDirect | abi.FlagMemEq | abi.FlagComparable | abi.FlagNoHashPanic}
	})
	madePtr.Store(t, p)
	return p
}

// PointerTo returns *t.
func PointerTo(t Type) Type { return toType(ptrTo(t.common())) }

// PtrTo is the old name of PointerTo.
func PtrTo(t Type) Type { return PointerTo(t) }

func sliceOf(elem *abi.Type) *abi.Type {
	return lookup("[]"+elem.Str, func(t *abi.Type) bool { return t.Kind == abi.Slice && t.Elem == elem }, func() *abi.Type {
		return &abi.Type{Size: 24, PtrBytes: 8, PtrMask: &oneWord[0], Kind: abi.Slice, Align: 8, FieldAlign: 8, Elem: elem}
	})
}

// SliceOf returns []t.
func SliceOf(t Type) Type { return toType(sliceOf(t.common())) }

// ChanOf returns the channel type of a direction.
func ChanOf(dir ChanDir, t Type) Type {
	elem := t.common()
	if elem.Size >= 1<<16 {
		panic("reflect.ChanOf: element size too large")
	}
	var s string
	switch dir {
	case SendDir:
		s = "chan<- " + elem.Str
	case RecvDir:
		s = "<-chan " + elem.Str
	case BothDir:
		s = "chan " + elem.Str
		if len(elem.Str) > 0 && elem.Str[0] == '<' {
			s = "chan (" + elem.Str + ")"
		}
	default:
		panic("reflect.ChanOf: invalid dir")
	}
	same := func(t *abi.Type) bool { return t.Kind == abi.Chan && t.Elem == elem && t.Len == int(dir) }
	return toType(lookup(s, same, func() *abi.Type {
		return &abi.Type{Size: 8, PtrBytes: 8, PtrMask: &oneWord[0], Kind: abi.Chan, Align: 8, FieldAlign: 8, Elem: elem, Len: int(dir),
			Flags: abi.FlagDirect | abi.FlagMemEq | abi.FlagComparable | abi.FlagNoHashPanic}
	}))
}

// MapOf returns map[key]elem.
func MapOf(key, elem Type) Type {
	k, e := key.common(), elem.common()
	if k.Flags&abi.FlagComparable == 0 {
		panic("reflect.MapOf: invalid key type " + k.Str)
	}
	same := func(t *abi.Type) bool { return t.Kind == abi.Map && t.Key == k && t.Elem == e }
	return toType(lookup("map["+k.Str+"]"+e.Str, same, func() *abi.Type {
		return &abi.Type{Size: 8, PtrBytes: 8, PtrMask: &oneWord[0], Kind: abi.Map, Align: 8, FieldAlign: 8, Key: k, Elem: e,
			Flags: abi.FlagDirect}
	}))
}

// FuncOf returns a func type.
func FuncOf(in, out []Type, variadic bool) Type {
	if variadic && (len(in) == 0 || in[len(in)-1].Kind() != Slice) {
		panic("reflect.FuncOf: last arg of variadic func must be slice")
	}
	list := make([]*abi.Type, 0, len(in)+len(out))
	s := "func("
	for i, t := range in {
		if i > 0 {
			s += ", "
		}
		if variadic && i == len(in)-1 {
			s += "..." + t.Elem().String()
		} else {
			s += t.String()
		}
		list = append(list, t.common())
	}
	s += ")"
	if len(out) > 0 {
		s += " "
	}
	if len(out) > 1 {
		s += "("
	}
	for i, t := range out {
		if i > 0 {
			s += ", "
		}
		s += t.String()
		list = append(list, t.common())
	}
	if len(out) > 1 {
		s += ")"
	}
	same := func(t *abi.Type) bool {
		return t.Kind == abi.Func && t.Variadic() == variadic && sameList(t.In(), list[:len(in)], true) &&
			sameList(t.Out(), list[len(in):], true)
	}
	return toType(lookup(s, same, func() *abi.Type {
		t := &abi.Type{Size: 8, PtrBytes: 8, PtrMask: &oneWord[0], Kind: abi.Func, Align: 8, FieldAlign: 8, Flags: abi.FlagDirect}
		if variadic {
			t.Flags |= abi.FlagVariadic
		}
		t.U.P = unsafe.Pointer(unsafe.SliceData(list))
		t.U.N = len(in)
		t.U.S[0] = uintptr(len(out))
		return t
	}))
}

// setMask sets the bits of a value of t at offset off in the pointer mask, one byte per eight words.
func setMask(mask []byte, off uintptr, t *abi.Type) {
	if t.PtrBytes == 0 {
		return
	}
	if t.PtrMask == nil || t.Kind == abi.Array {
		for i := range t.Len { // long arrays have no mask of their own
			setMask(mask, off+uintptr(i)*t.Elem.Size, t.Elem)
		}
		return
	}
	src := unsafe.Slice(t.PtrMask, (t.PtrBytes/8+7)/8)
	for w := uintptr(0); w < t.PtrBytes/8; w++ {
		if src[w/8]>>(w%8)&1 != 0 {
			at := off/8 + w
			mask[at/8] |= 1 << (at % 8)
		}
	}
}

// ArrayOf returns [length]elem.
func ArrayOf(length int, elem Type) Type {
	if length < 0 {
		panic("reflect: negative length passed to ArrayOf")
	}
	e := elem.common()
	if e.Size > 0 && uintptr(length) > (1<<47)/e.Size {
		panic("reflect.ArrayOf: array size would exceed virtual address space")
	}
	same := func(t *abi.Type) bool { return t.Kind == abi.Array && t.Len == length && t.Elem == e }
	return toType(lookup("["+strconv.Itoa(length)+"]"+e.Str, same, func() *abi.Type {
		t := &abi.Type{Size: e.Size * uintptr(length), Kind: abi.Array, Align: e.Align, FieldAlign: e.FieldAlign, Elem: e, Len: length}
		t.Flags = e.Flags & (abi.FlagMemEq | abi.FlagComparable | abi.FlagNoHashPanic)
		if length == 1 {
			t.Flags |= e.Flags & abi.FlagDirect
		}
		if length > 0 && e.PtrBytes > 0 {
			t.PtrBytes = e.Size*uintptr(length-1) + e.PtrBytes
			if t.PtrBytes/8 <= 128 {
				mask := make([]byte, (t.PtrBytes/8+7)/8)
				for i := range length {
					setMask(mask, uintptr(i)*e.Size, e)
				}
				t.PtrMask = &mask[0]
			}
		}
		return t
	}))
}

func isExportedName(s string) bool {
	for _, r := range s {
		if r < 0x80 {
			return 'A' <= r && r <= 'Z'
		}
		return upperRune(r)
	}
	return false
}

// upperRune is a small unicode.IsUpper for the common alphabets; other letters do not begin exported names made at run time.
func upperRune(r rune) bool {
	switch {
	case 0xC0 <= r && r <= 0xDE:
		return r != 0xD7
	case 0x100 <= r && r <= 0x17F:
		return r&1 == 0
	case 0x391 <= r && r <= 0x3A9, 0x400 <= r && r <= 0x42F:
		return true
	}
	return false
}

func validFieldName(s string) bool {
	for i, r := range s {
		letter := r == '_' || 'a' <= r|0x20 && r|0x20 <= 'z' || r >= 0x80
		if !letter && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return s != ""
}

// StructOf returns a struct type. Methods of embedded fields are not promoted.
func StructOf(fields []StructField) Type {
	list := make([]abi.Field, len(fields))
	names := map[string]bool{}
	t := &abi.Type{Kind: abi.Struct, Align: 1, FieldAlign: 1, Flags: abi.FlagMemEq | abi.FlagComparable | abi.FlagNoHashPanic}
	s := "struct {"
	var off uintptr
	pkg := ""
	for i, f := range fields {
		if f.Name == "" {
			panic("reflect.StructOf: field " + strconv.Itoa(i) + " has no name")
		}
		if !validFieldName(f.Name) {
			panic("reflect.StructOf: field " + strconv.Itoa(i) + " has invalid name")
		}
		if f.Type == nil {
			panic("reflect.StructOf: field " + strconv.Itoa(i) + " has no type")
		}
		if !f.IsExported() && isExportedName(f.Name) {
			panic("reflect.StructOf: field \"" + f.Name + "\" is exported but has PkgPath")
		}
		if f.PkgPath == "" && !isExportedName(f.Name) {
			panic("reflect.StructOf: field \"" + f.Name + "\" is unexported but missing PkgPath")
		}
		if names[f.Name] && f.Name != "_" {
			panic("reflect.StructOf: duplicate field " + f.Name)
		}
		names[f.Name] = true
		if f.PkgPath != "" {
			if pkg != "" && pkg != f.PkgPath {
				panic("reflect.Struct: fields with different PkgPath " + pkg + " and " + f.PkgPath)
			}
			pkg = f.PkgPath
		}
		ft := f.Type.common()
		a := uintptr(ft.FieldAlign)
		aligned := (off + a - 1) &^ (a - 1)
		if aligned != off {
			t.Flags &^= abi.FlagMemEq // padding
		}
		off = aligned
		list[i] = abi.Field{Name: f.Name, Pkg: f.PkgPath, Type: ft, Tag: string(f.Tag), Offset: off, Embedded: f.Anonymous}
		if f.Name == "_" {
			t.Flags &^= abi.FlagMemEq
		}
		t.Flags &= ft.Flags | ^uint8(abi.FlagMemEq|abi.FlagComparable|abi.FlagNoHashPanic)
		if ft.PtrBytes > 0 {
			t.PtrBytes = off + ft.PtrBytes
		}
		off += ft.Size
		t.Align = max(t.Align, ft.Align)
		if i > 0 {
			s += ";"
		}
		s += " "
		if !f.Anonymous {
			s += f.Name + " "
		}
		s += ft.Str
		if f.Tag != "" {
			s += " " + strconv.Quote(string(f.Tag))
		}
	}
	if len(fields) > 0 {
		if off > 0 && fields[len(fields)-1].Type.Size() == 0 {
			off++ // a pointer to the last field must not point past the struct
			t.Flags &^= abi.FlagMemEq
		}
		s += " "
	}
	s += "}"
	t.FieldAlign = t.Align
	size := (off + uintptr(t.Align) - 1) &^ (uintptr(t.Align) - 1)
	if size != off {
		t.Flags &^= abi.FlagMemEq
	}
	t.Size = size
	if len(fields) == 1 && list[0].Type.Direct() {
		t.Flags |= abi.FlagDirect
	}
	same := func(u *abi.Type) bool {
		if u.Kind != abi.Struct || u.U.N != len(list) {
			return false
		}
		for i, f := range u.Fields() {
			g := &list[i]
			if f.Name != g.Name || f.Pkg != g.Pkg || f.Type != g.Type || f.Tag != g.Tag || f.Embedded != g.Embedded {
				return false
			}
		}
		return true
	}
	return toType(lookup(s, same, func() *abi.Type {
		t.U.P = unsafe.Pointer(unsafe.SliceData(list))
		t.U.N = len(list)
		t.SetUnionPkg(pkg)
		if t.PtrBytes > 0 {
			mask := make([]byte, (t.PtrBytes/8+7)/8)
			for i := range list {
				setMask(mask, list[i].Offset, list[i].Type)
			}
			t.PtrMask = &mask[0]
		}
		return t
	}))
}
