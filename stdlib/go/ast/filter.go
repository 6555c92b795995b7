package ast

// Leaving out what is not exported, or not wanted, and joining files.

import (
	"cmp"
	"go/token"
	"maps"
	"slices"
)

// Filter says which names stay.
type Filter func(string) bool

// FileExports leaves only what is exported in src and reports whether anything is left.
func FileExports(src *File) bool { return filterFile(src, IsExported, true) }

// PackageExports leaves only what is exported in pkg and reports whether anything is left.
func PackageExports(pkg *Package) bool { return filterPackage(pkg, IsExported, true) }

// FilterFile leaves only the declarations whose names pass f and reports whether any are left.
func FilterFile(src *File, f Filter) bool { return filterFile(src, f, false) }

// FilterPackage is FilterFile for all files.
func FilterPackage(pkg *Package, f Filter) bool { return filterPackage(pkg, f, false) }

// FilterDecl leaves only the names of d that pass f and reports whether any are left.
func FilterDecl(d Decl, f Filter) bool { return filterDecl(d, f, false) }

func filterPackage(pkg *Package, f Filter, export bool) bool {
	some := false
	for _, src := range pkg.Files {
		some = filterFile(src, f, export) || some
	}
	return some
}

func filterFile(src *File, f Filter, export bool) bool {
	src.Decls = slices.DeleteFunc(src.Decls, func(d Decl) bool {
		if g, ok := d.(*GenDecl); ok && export && g.Tok == token.CONST {
			completeConsts(g)
		}
		return !filterDecl(d, f, export)
	})
	return len(src.Decls) > 0
}

// completeConsts repeats types and values that constants take from the one before, which may go.
func completeConsts(g *GenDecl) {
	var typ Expr
	for _, s := range g.Specs {
		v := s.(*ValueSpec)
		if v.Type == nil && len(v.Values) == 0 {
			v.Type = copyIdent(typ)
		} else {
			typ = v.Type
		}
	}
}

func copyIdent(e Expr) Expr {
	if id, ok := e.(*Ident); ok {
		c := *id
		return &c
	}
	return e
}

func filterDecl(d Decl, f Filter, export bool) bool {
	switch d := d.(type) {
	case *GenDecl:
		d.Specs = slices.DeleteFunc(d.Specs, func(s Spec) bool { return !filterSpec(s, f, export) })
		return len(d.Specs) > 0
	case *FuncDecl:
		if export {
			d.Body = nil
		}
		return f(d.Name.Name)
	}
	return false
}

func keepIdents(list []*Ident, f Filter) []*Ident {
	return slices.DeleteFunc(list, func(id *Ident) bool { return !f(id.Name) })
}

func filterSpec(s Spec, f Filter, export bool) bool {
	switch s := s.(type) {
	case *ValueSpec:
		s.Names = keepIdents(s.Names, f)
		if len(s.Names) > 0 {
			if export {
				filterType(s.Type, f)
			}
			return true
		}
	case *TypeSpec:
		if f(s.Name.Name) {
			if export {
				filterType(s.Type, f)
			}
			return true
		}
		if !export {
			return filterType(s.Type, f)
		}
	}
	return false
}

// fieldName is the name an embedded field has.
func fieldName(x Expr) *Ident {
	switch x := x.(type) {
	case *Ident:
		return x
	case *SelectorExpr:
		if _, ok := x.X.(*Ident); ok {
			return x.Sel
		}
	case *StarExpr:
		return fieldName(x.X)
	case *IndexExpr:
		return fieldName(x.X)
	case *IndexListExpr:
		return fieldName(x.X)
	}
	return nil
}

// filterFields leaves fields that pass and reports whether some went.
func filterFields(fields *FieldList, f Filter) (removed bool) {
	if fields == nil {
		return false
	}
	fields.List = slices.DeleteFunc(fields.List, func(x *Field) bool {
		keep := false
		if len(x.Names) == 0 {
			name := fieldName(x.Type)
			keep = name != nil && f(name.Name)
		} else {
			n := len(x.Names)
			x.Names = keepIdents(x.Names, f)
			removed = removed || len(x.Names) < n
			keep = len(x.Names) > 0
		}
		if keep {
			filterType(x.Type, f)
		} else {
			removed = true
		}
		return !keep
	})
	return removed
}

func filterParams(fields *FieldList, f Filter) (some bool) {
	if fields != nil {
		for _, x := range fields.List {
			some = filterType(x.Type, f) || some
		}
	}
	return some
}

// filterType reports whether a field or method is left in the type.
func filterType(typ Expr, f Filter) bool {
	switch t := typ.(type) {
	case *Ident:
		return f(t.Name)
	case *ParenExpr:
		return filterType(t.X, f)
	case *ArrayType:
		return filterType(t.Elt, f)
	case *StructType:
		if filterFields(t.Fields, f) {
			t.Incomplete = true
		}
		return len(t.Fields.List) > 0
	case *FuncType:
		a := filterParams(t.Params, f)
		return filterParams(t.Results, f) || a
	case *InterfaceType:
		if filterFields(t.Methods, f) {
			t.Incomplete = true
		}
		return len(t.Methods.List) > 0
	case *MapType:
		a := filterType(t.Key, f)
		return filterType(t.Value, f) || a
	case *ChanType:
		return filterType(t.Value, f)
	}
	return false
}

// MergeMode is a set of options of MergePackageFiles.
type MergeMode uint

const (
	FilterFuncDuplicates       MergeMode = 1 << iota // of functions of one name keep one, with a comment if there is one
	FilterUnassociatedComments                       // leave out comments that belong to nothing
	FilterImportDuplicates                           // leave out repeated imports
)

func funcKey(d *FuncDecl) string {
	if d.Recv == nil || len(d.Recv.List) != 1 {
		return d.Name.Name
	}
	t := d.Recv.List[0].Type
	if p, ok := t.(*StarExpr); ok {
		t = p.X
	}
	if id, ok := t.(*Ident); ok {
		return id.Name + "." + d.Name.Name
	}
	return "." + d.Name.Name
}

// MergePackageFiles makes one file of those of a package.
//
// Deprecated: see Package.
func MergePackageFiles(pkg *Package, mode MergeMode) *File {
	out := &File{Name: NewIdent(pkg.Name), Scope: pkg.Scope}
	names := slices.Sorted(maps.Keys(pkg.Files))
	funcs := map[string]int{}
	seen := map[string]bool{}
	var doc []*Comment
	first := true
	for _, name := range names {
		f := pkg.Files[name]
		if first || f.FileStart < out.FileStart {
			out.FileStart = f.FileStart
		}
		if first || f.FileEnd > out.FileEnd {
			out.FileEnd = f.FileEnd
		}
		first = false
		if f.Doc != nil {
			if len(doc) > 0 {
				doc = append(doc, &Comment{token.NoPos, "//"}) // an empty line between
			}
			doc = append(doc, f.Doc.List...)
			out.Package = max(out.Package, f.Package)
		}
		for _, d := range f.Decls {
			if fn, ok := d.(*FuncDecl); ok && mode&FilterFuncDuplicates != 0 {
				key := funcKey(fn)
				if i, ok := funcs[key]; ok {
					if out.Decls[i].(*FuncDecl).Doc != nil {
						continue // the one with a comment stays
					}
					out.Decls[i] = nil
				}
				funcs[key] = len(out.Decls)
			}
			out.Decls = append(out.Decls, d)
		}
		for _, imp := range f.Imports {
			if mode&FilterImportDuplicates != 0 {
				if seen[imp.Path.Value] {
					continue
				}
				seen[imp.Path.Value] = true
			}
			out.Imports = append(out.Imports, imp)
		}
		if mode&FilterUnassociatedComments == 0 {
			out.Comments = append(out.Comments, f.Comments...)
		}
	}
	out.Decls = slices.DeleteFunc(out.Decls, func(d Decl) bool { return d == nil })
	if len(doc) > 0 {
		out.Doc = &CommentGroup{doc}
	}
	return out
}

// SortImports sorts runs of imports without empty lines between and removes repeated ones.
func SortImports(fset *token.FileSet, f *File) {
	for _, d := range f.Decls {
		g, ok := d.(*GenDecl)
		if !ok || g.Tok != token.IMPORT {
			break
		}
		if !g.Lparen.IsValid() {
			continue
		}
		line := func(p token.Pos) int { return fset.PositionFor(p, false).Line }
		var all []Spec
		start := 0
		for i := 1; i <= len(g.Specs); i++ {
			if i == len(g.Specs) || line(g.Specs[i].Pos()) > 1+line(g.Specs[i-1].End()) {
				all = append(all, sortRun(fset, f, g, g.Specs[start:i])...)
				start = i
			}
		}
		g.Specs = all
		// Without the empty lines that removed imports leave before the parenthesis.
		if n := len(all); n > 0 {
			last := line(all[n-1].Pos())
			for end := line(g.Rparen); end > last+1; end-- {
				fset.File(g.Rparen).MergeLine(end - 1)
			}
		}
	}
	f.Imports = f.Imports[:0]
	for _, d := range f.Decls {
		if g, ok := d.(*GenDecl); ok && g.Tok == token.IMPORT {
			for _, s := range g.Specs {
				f.Imports = append(f.Imports, s.(*ImportSpec))
			}
		}
	}
}

type importPlace struct{ start, end token.Pos }

// sortRun sorts imports: they take the places of the ones before, with their comments.
func sortRun(fset *token.FileSet, f *File, g *GenDecl, specs []Spec) []Spec {
	if len(specs) <= 1 {
		return specs
	}
	places := make([]importPlace, len(specs))
	for i, s := range specs {
		places[i] = importPlace{s.Pos(), s.End()}
	}
	// Comments between the first import and the end of the line of the last one.
	beginLine := fset.PositionFor(places[0].start, false).Line
	endLine := fset.PositionFor(places[len(places)-1].end, false).Line
	var comments []*CommentGroup
	for _, c := range f.Comments {
		l := fset.PositionFor(c.Pos(), false).Line
		if l >= beginLine && l <= endLine && c.Pos() >= places[0].start {
			comments = append(comments, c)
		}
	}
	// Each belongs to the import whose line it is on, before or after it.
	type owned struct {
		c     *CommentGroup
		after bool
	}
	of := map[Spec][]owned{}
	for _, c := range comments {
		i := 0
		for i+1 < len(specs) && places[i+1].start <= c.Pos() {
			i++
		}
		after := c.Pos() > places[i].start
		if after && i+1 < len(specs) && fset.PositionFor(c.Pos(), false).Line > fset.PositionFor(places[i].end, false).Line {
			i++
			after = false
		}
		of[specs[i]] = append(of[specs[i]], owned{c, after})
	}
	name := func(s Spec) string {
		if n := s.(*ImportSpec).Name; n != nil {
			return n.Name
		}
		return ""
	}
	text := func(s Spec) string {
		if c := s.(*ImportSpec).Comment; c != nil {
			return c.Text()
		}
		return ""
	}
	path := func(s Spec) string { return s.(*ImportSpec).Path.Value }
	slices.SortFunc(specs, func(a, b Spec) int {
		return cmp.Or(cmp.Compare(path(a), path(b)), cmp.Compare(name(a), name(b)), cmp.Compare(text(a), text(b)))
	})
	var out []Spec
	for i, s := range specs {
		if i+1 < len(specs) && path(s) == path(specs[i+1]) && name(s) == name(specs[i+1]) && s.(*ImportSpec).Comment == nil {
			p := s.Pos()
			if l := fset.PositionFor(p, false).Line; l < fset.File(p).LineCount() {
				fset.File(p).MergeLine(l)
			}
			continue
		}
		out = append(out, s)
	}
	for i, s := range out {
		imp := s.(*ImportSpec)
		if imp.Name != nil {
			imp.Name.NamePos = places[i].start
		}
		imp.Path.ValuePos = places[i].start
		imp.Path.ValueEnd = places[i].start + token.Pos(len(imp.Path.Value))
		imp.EndPos = places[i].end
		for _, o := range of[s] {
			for _, c := range o.c.List {
				if o.after {
					c.Slash = imp.EndPos
				} else {
					c.Slash = imp.Pos() - 1
				}
			}
		}
	}
	slices.SortFunc(comments, func(a, b *CommentGroup) int { return cmp.Compare(a.Pos(), b.Pos()) })
	return out
}
