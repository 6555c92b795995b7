package ast

import (
	"fmt"
	"go/token"
	"strings"
)

// Scope holds the names declared in a block, and leads to the block around.
//
// Deprecated: use go/types.
type Scope struct {
	Outer   *Scope
	Objects map[string]*Object
}

// NewScope makes an empty scope.
func NewScope(outer *Scope) *Scope { return &Scope{outer, make(map[string]*Object, 4)} }

// Lookup finds a name of this scope, or nil.
func (s *Scope) Lookup(name string) *Object { return s.Objects[name] }

// Insert adds an object, unless there is one of that name, which it returns.
func (s *Scope) Insert(obj *Object) (alt *Object) {
	if alt = s.Objects[obj.Name]; alt == nil {
		s.Objects[obj.Name] = obj
	}
	return alt
}

func (s *Scope) String() string {
	var sb strings.Builder
	fmt.Fprintf(&sb, "scope %p {", s)
	if s != nil && len(s.Objects) > 0 {
		fmt.Fprintln(&sb)
		for _, obj := range s.Objects {
			fmt.Fprintf(&sb, "\t%s %s\n", obj.Kind, obj.Name)
		}
	}
	sb.WriteString("}\n")
	return sb.String()
}

// Object is what a name denotes.
//
// Deprecated: use go/types.
type Object struct {
	Kind ObjKind
	Name string
	Decl any // the Field, Spec, FuncDecl, LabeledStmt, AssignStmt or Scope
	Data any
	Type any
}

// NewObj makes an object.
func NewObj(kind ObjKind, name string) *Object { return &Object{Kind: kind, Name: name} }

// Pos is where the object is declared, as far as Decl tells.
func (obj *Object) Pos() token.Pos {
	var names []*Ident
	switch d := obj.Decl.(type) {
	case *Field:
		names = d.Names
	case *ValueSpec:
		names = d.Names
	case *TypeSpec:
		names = []*Ident{d.Name}
	case *FuncDecl:
		names = []*Ident{d.Name}
	case *LabeledStmt:
		names = []*Ident{d.Label}
	case *ImportSpec:
		if d.Name != nil && d.Name.Name == obj.Name {
			return d.Name.Pos()
		}
		return d.Path.Pos()
	case *AssignStmt:
		for _, x := range d.Lhs {
			if id, ok := x.(*Ident); ok {
				names = append(names, id)
			}
		}
	}
	for _, n := range names {
		if n.Name == obj.Name {
			return n.Pos()
		}
	}
	return token.NoPos
}

// ObjKind is a kind of object.
type ObjKind int

const (
	Bad ObjKind = iota
	Pkg
	Con
	Typ
	Var
	Fun
	Lbl
)

func (kind ObjKind) String() string {
	return [...]string{"bad", "package", "const", "type", "var", "func", "label"}[kind]
}
