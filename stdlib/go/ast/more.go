package ast

// Comments by node, directives, and the resolution of names in packages.

import (
	"bytes"
	"cmp"
	"fmt"
	"go/scanner"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// CommentMap maps nodes to the comments that belong to them.
type CommentMap map[Node][]*CommentGroup

// NewCommentMap finds the nodes for comments: the node that ends on the line before or the same line, unless an empty line comes
// first and the comment stands right before the next one.
func NewCommentMap(fset *token.FileSet, node Node, comments []*CommentGroup) CommentMap {
	m := CommentMap{}
	if len(comments) == 0 {
		return m
	}
	comments = slices.SortedFunc(slices.Values(comments), func(a, b *CommentGroup) int { return cmp.Compare(a.Pos(), b.Pos()) })
	var nodes []Node
	Inspect(node, func(n Node) bool {
		switch n.(type) {
		case nil, *CommentGroup, *Comment:
			return false
		}
		nodes = append(nodes, n)
		return true
	})
	line := func(p token.Pos) int { return fset.Position(p).Line }
	important := func(n Node) bool {
		switch n.(type) {
		case *File, *Field, Decl, Spec, Stmt:
			return true
		}
		return false
	}
	for _, c := range comments {
		var before, group, around, next Node
		for _, n := range nodes {
			switch {
			case n.End() <= c.Pos():
				if before == nil || n.End() > before.End() || n.End() == before.End() && !important(before) {
					before = n
				}
				if important(n) && (group == nil || n.End() > group.End()) {
					group = n
				}
			case n.Pos() >= c.End():
				if next == nil && important(n) || next != nil && n.Pos() < next.Pos() {
					next = n
				}
			case n.Pos() <= c.Pos() && c.End() <= n.End():
				if important(n) || around == nil {
					around = n
				}
			}
		}
		start, end := line(c.Pos()), line(c.End())
		var owner Node
		switch {
		case group != nil && (line(group.End()) == start || line(group.End())+1 == start && (next == nil || end+1 < line(next.Pos()))):
			owner = group
		case before != nil && line(before.End()) == start:
			owner = before
			if group != nil {
				owner = group
			}
		case next != nil && around == nil, next != nil && next.Pos() < around.End():
			owner = next
		case next == nil && group != nil && (around == nil || group.Pos() >= around.Pos()):
			owner = group
		case around != nil:
			owner = around
		default:
			owner = node
		}
		m[owner] = append(m[owner], c)
	}
	return m
}

// Update moves the comments of old to new and returns new.
func (cmap CommentMap) Update(old, new Node) Node {
	if list := cmap[old]; len(list) > 0 {
		delete(cmap, old)
		cmap[new] = append(cmap[new], list...)
	}
	return new
}

// Filter is the part of the map for nodes of a tree.
func (cmap CommentMap) Filter(node Node) CommentMap {
	m := CommentMap{}
	Inspect(node, func(n Node) bool {
		if g := cmap[n]; len(g) > 0 {
			m[n] = g
		}
		return true
	})
	return m
}

// Comments lists the comments in the order of the source.
func (cmap CommentMap) Comments() []*CommentGroup {
	list := make([]*CommentGroup, 0, len(cmap))
	for _, l := range cmap {
		list = append(list, l...)
	}
	slices.SortFunc(list, func(a, b *CommentGroup) int { return cmp.Compare(a.Pos(), b.Pos()) })
	return list
}

func (cmap CommentMap) String() string {
	nodes := make([]Node, 0, len(cmap))
	for n := range cmap {
		nodes = append(nodes, n)
	}
	slices.SortFunc(nodes, func(a, b Node) int { return cmp.Or(cmp.Compare(a.Pos(), b.Pos()), cmp.Compare(b.End(), a.End())) })
	var sb strings.Builder
	fmt.Fprintln(&sb, "CommentMap {")
	for _, n := range nodes {
		s := strings.TrimPrefix(fmt.Sprintf("%T", n), "*ast.")
		if id, ok := n.(*Ident); ok {
			s = id.Name
		}
		var text bytes.Buffer
		for _, g := range cmap[n] {
			text.WriteString(g.Text())
		}
		short := strings.Join(strings.Fields(text.String()), " ")
		if len(short) > 40 {
			short = short[:40] + "..."
		}
		fmt.Fprintf(&sb, "\t%p  %20s:  %s\n", n, s, short)
	}
	fmt.Fprintln(&sb, "}")
	return sb.String()
}

// Directive is a comment for a tool: //tool:name args.
type Directive struct {
	Tool    string
	Name    string
	Args    string
	Slash   token.Pos
	ArgsPos token.Pos
}

// Pos is the place of the slash.
func (d *Directive) Pos() token.Pos { return d.Slash }

// End is the place behind the arguments.
func (d *Directive) End() token.Pos { return token.Pos(int(d.ArgsPos) + len(d.Args)) }

// ParseDirective takes a comment apart; ok is false if it is no directive.
func ParseDirective(pos token.Pos, c string) (Directive, bool) {
	rest, ok := strings.CutPrefix(c, "//")
	if !ok || !isDirective(rest) {
		return Directive{}, false
	}
	tool, rest, ok := strings.Cut(rest, ":")
	if !ok || strings.Contains(tool, " ") {
		return Directive{}, false
	}
	name, args := rest, ""
	at := len(c)
	if i := strings.IndexFunc(rest, unicode.IsSpace); i >= 0 {
		name = rest[:i]
		args = strings.TrimSpace(rest[i:])
		if args != "" {
			at = len(c) - len(strings.TrimLeftFunc(rest[i:], unicode.IsSpace))
		}
	}
	d := Directive{Tool: tool, Name: name, Args: args, Slash: pos, ArgsPos: token.Pos(int(pos) + at)}
	if args == "" {
		d.ArgsPos = token.Pos(int(pos) + len("//") + len(tool) + 1 + len(name))
	}
	return d, true
}

// DirectiveArg is an argument and its place.
type DirectiveArg struct {
	Arg string
	Pos token.Pos
}

// ParseArgs splits the arguments at blanks; they may be quoted as strings of Go.
func (d *Directive) ParseArgs() ([]DirectiveArg, error) {
	args := []DirectiveArg{}
	s := d.Args
	for {
		s = strings.TrimLeftFunc(s, unicode.IsSpace)
		if s == "" {
			return args, nil
		}
		pos := token.Pos(int(d.ArgsPos) + len(d.Args) - len(s))
		arg := s
		if s[0] == '"' || s[0] == '`' {
			q, err := strconv.QuotedPrefix(s)
			if err != nil {
				return nil, fmt.Errorf("invalid quoted string in //%s:%s: %s", d.Tool, d.Name, s)
			}
			arg, _ = strconv.Unquote(q)
			s = s[len(q):]
			if s != "" && !unicode.IsSpace(rune(s[0])) {
				return nil, fmt.Errorf("invalid quoted string in //%s:%s: %s", d.Tool, d.Name, q+s)
			}
		} else if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
			arg, s = s[:i], s[i:]
		} else {
			s = ""
		}
		args = append(args, DirectiveArg{arg, pos})
	}
}

// Importer finds the package object of an import path and enters it in imports.
//
// Deprecated: use go/types.
type Importer func(imports map[string]*Object, path string) (pkg *Object, err error)

// NewPackage makes a package of files and resolves names across them.
//
// Deprecated: use go/types.
func NewPackage(fset *token.FileSet, files map[string]*File, importer Importer, universe *Scope) (*Package, error) {
	var errs scanner.ErrorList
	report := func(pos token.Pos, format string, args ...any) {
		errs.Add(fset.Position(pos), fmt.Sprintf(format, args...))
	}
	name := ""
	scope := NewScope(universe)
	for _, f := range files {
		switch {
		case name == "":
			name = f.Name.Name
		case name != f.Name.Name:
			report(f.Package, "package %s; expected package %s", f.Name.Name, name)
			continue
		}
		for _, obj := range f.Scope.Objects {
			if alt := scope.Insert(obj); alt != nil {
				before := ""
				if p := alt.Pos(); p.IsValid() {
					before = fmt.Sprintf("\n\tprevious declaration at %s", fset.Position(p))
				}
				report(obj.Pos(), "%s redeclared in this block%s", obj.Name, before)
			}
		}
	}
	imports := map[string]*Object{}
	for _, f := range files {
		if f.Name.Name != name {
			continue
		}
		failed := false
		inner := NewScope(scope)
		for _, spec := range f.Imports {
			if importer == nil {
				failed = true
				continue
			}
			path, _ := strconv.Unquote(spec.Path.Value)
			pkg, err := importer(imports, path)
			if err != nil {
				report(spec.Path.Pos(), "could not import %s (%s)", path, err)
				failed = true
				continue
			}
			local := pkg.Name
			if spec.Name != nil {
				local = spec.Name.Name
			}
			switch local {
			case "_":
			case ".":
				for _, obj := range pkg.Data.(*Scope).Objects {
					inner.Insert(obj)
				}
			default:
				obj := NewObj(Pkg, local)
				obj.Decl, obj.Data = spec, pkg.Data
				inner.Insert(obj)
			}
		}
		if failed {
			scope.Outer = nil // names of the universe could be those of imports
		}
		left := f.Unresolved[:0]
		for _, id := range f.Unresolved {
			id.Obj = nil
			for s := inner; s != nil && id.Obj == nil; s = s.Outer {
				id.Obj = s.Lookup(id.Name)
			}
			if id.Obj == nil {
				report(id.Pos(), "undeclared name: %s", id.Name)
				left = append(left, id)
			}
		}
		f.Unresolved = left
		scope.Outer = universe
	}
	errs.Sort()
	return &Package{name, scope, imports, files}, errs.Err()
}
