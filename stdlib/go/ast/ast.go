// Package ast has the syntax trees of Go.
package ast

import (
	"go/token"
	"iter"
	"strings"
)

// Node is a node of a tree.
type Node interface {
	Pos() token.Pos // of the first character
	End() token.Pos // behind the last character
}

// Expr is an expression or type.
type Expr interface {
	Node
	exprNode()
}

// Stmt is a statement.
type Stmt interface {
	Node
	stmtNode()
}

// Decl is a declaration.
type Decl interface {
	Node
	declNode()
}

// Spec is an *ImportSpec, *ValueSpec or *TypeSpec.
type Spec interface {
	Node
	specNode()
}

// ChanDir says what a channel may be used for.
type ChanDir int

const (
	SEND ChanDir = 1 << iota
	RECV
)

// Comment is one comment, with its marks.
type Comment struct {
	Slash token.Pos
	Text  string
}

// Pos is the place of the slash.
func (c *Comment) Pos() token.Pos { return c.Slash }

// End is the place behind the comment.
func (c *Comment) End() token.Pos { return token.Pos(int(c.Slash) + len(c.Text)) }

// CommentGroup is comments with nothing between them.
type CommentGroup struct {
	List []*Comment
}

// Pos is the place of the first comment.
func (g *CommentGroup) Pos() token.Pos { return g.List[0].Pos() }

// End is the place behind the last comment.
func (g *CommentGroup) End() token.Pos { return g.List[len(g.List)-1].End() }

// Text is what the comments say: without marks, directives, blanks at the ends of lines, and empty lines around.
func (g *CommentGroup) Text() string {
	if g == nil {
		return ""
	}
	var lines []string
	for _, c := range g.List {
		text := c.Text
		switch text[1] {
		case '/':
			text = text[2:]
			if text == "" {
				break
			}
			if text[0] == ' ' {
				text = text[1:]
			} else if isDirective(text) {
				continue
			}
		case '*':
			text = text[2 : len(text)-2]
		}
		for line := range strings.SplitSeq(text, "\n") {
			lines = append(lines, strings.TrimRight(line, " \t\r\n"))
		}
	}
	// No empty lines at the ends, one at most between others.
	var out []string
	for _, l := range lines {
		if l != "" || len(out) > 0 && out[len(out)-1] != "" {
			out = append(out, l)
		}
	}
	if n := len(out); n > 0 && out[n-1] != "" {
		out = append(out, "")
	}
	return strings.Join(out, "\n")
}

// isDirective reports whether a comment is one for a tool: "line ", "extern ", "export ", or word:word.
func isDirective(c string) bool {
	for _, p := range []string{"line ", "extern ", "export "} {
		if strings.HasPrefix(c, p) {
			return true
		}
	}
	colon := strings.IndexByte(c, ':')
	if colon <= 0 || colon+1 >= len(c) {
		return false
	}
	for i := 0; i <= colon+1; i++ {
		if b := c[i]; i != colon && !('a' <= b && b <= 'z' || '0' <= b && b <= '9') {
			return false
		}
	}
	return true
}

// Field is a field, method or parameter, or several with one type.
type Field struct {
	Doc     *CommentGroup
	Names   []*Ident
	Type    Expr
	Tag     *BasicLit
	Comment *CommentGroup
}

// Pos is the place of the first name or the type.
func (f *Field) Pos() token.Pos {
	switch {
	case len(f.Names) > 0:
		return f.Names[0].Pos()
	case f.Type != nil:
		return f.Type.Pos()
	}
	return token.NoPos
}

// End is the place behind the last part.
func (f *Field) End() token.Pos {
	switch {
	case f.Tag != nil:
		return f.Tag.End()
	case f.Type != nil:
		return f.Type.End()
	case len(f.Names) > 0:
		return f.Names[len(f.Names)-1].End()
	}
	return token.NoPos
}

// FieldList is a list in parentheses, brackets or braces; results may stand without.
type FieldList struct {
	Opening token.Pos
	List    []*Field
	Closing token.Pos
}

// Pos is the place of the opening mark or the first field.
func (f *FieldList) Pos() token.Pos {
	switch {
	case f.Opening.IsValid():
		return f.Opening
	case len(f.List) > 0:
		return f.List[0].Pos()
	}
	return token.NoPos
}

// End is the place behind the closing mark or the last field.
func (f *FieldList) End() token.Pos {
	switch {
	case f.Closing.IsValid():
		return f.Closing + 1
	case len(f.List) > 0:
		return f.List[len(f.List)-1].End()
	}
	return token.NoPos
}

// NumFields counts the names; a field without names counts as one.
func (f *FieldList) NumFields() int {
	n := 0
	if f != nil {
		for _, x := range f.List {
			n += max(1, len(x.Names))
		}
	}
	return n
}

// File is a source file.
type File struct {
	Doc                *CommentGroup
	Package            token.Pos // of the word
	Name               *Ident
	Decls              []Decl
	FileStart, FileEnd token.Pos
	Scope              *Scope // of the package, this file only
	Imports            []*ImportSpec
	Unresolved         []*Ident
	Comments           []*CommentGroup
	GoVersion          string // that //go:build asks for
}

// Pos is the place of the word package.
func (f *File) Pos() token.Pos { return f.Package }

// End is the place behind the last declaration.
func (f *File) End() token.Pos {
	if n := len(f.Decls); n > 0 {
		return f.Decls[n-1].End()
	}
	return f.Name.End()
}

// Package is the files of a package.
//
// Deprecated: use go/types.
type Package struct {
	Name    string
	Scope   *Scope
	Imports map[string]*Object
	Files   map[string]*File
}

// Pos is NoPos.
func (p *Package) Pos() token.Pos { return token.NoPos }

// End is NoPos.
func (p *Package) End() token.Pos { return token.NoPos }

// NewIdent makes a name without place.
func NewIdent(name string) *Ident { return &Ident{Name: name} }

// IsExported reports whether name begins with an upper-case letter.
func IsExported(name string) bool { return token.IsExported(name) }

// IsExported reports whether the name begins with an upper-case letter.
func (id *Ident) IsExported() bool { return token.IsExported(id.Name) }

func (id *Ident) String() string {
	if id != nil {
		return id.Name
	}
	return "<nil>"
}

// Unparen takes parentheses off.
func Unparen(e Expr) Expr {
	for {
		p, ok := e.(*ParenExpr)
		if !ok {
			return e
		}
		e = p.X
	}
}

// IsGenerated reports whether a comment before the package clause says "// Code generated ... DO NOT EDIT."
func IsGenerated(file *File) bool {
	for _, g := range file.Comments {
		for _, c := range g.List {
			if c.Pos() > file.Package {
				return false
			}
			for line := range strings.SplitSeq(c.Text, "\n") {
				if rest, ok := strings.CutPrefix(line, "// Code generated "); ok && strings.HasSuffix(rest, " DO NOT EDIT.") {
					return true
				}
			}
		}
	}
	return false
}

// Visitor visits nodes: Visit returns the visitor for the parts of the node, nil to leave them out.
type Visitor interface {
	Visit(node Node) (w Visitor)
}

// Walk visits node and, with the visitor returned, its parts and nil after them.
func Walk(v Visitor, node Node) {
	if v = v.Visit(node); v == nil {
		return
	}
	children(node, func(n Node) { Walk(v, n) })
	v.Visit(nil)
}

// Inspect calls f for node, for its parts if f returned true, and for nil after them.
func Inspect(node Node, f func(Node) bool) {
	if f(node) {
		children(node, func(n Node) { Inspect(n, f) })
		f(nil)
	}
}

// Preorder gives the nodes of a tree, each before its parts.
func Preorder(root Node) iter.Seq[Node] {
	return func(yield func(Node) bool) {
		ok := true
		Inspect(root, func(n Node) bool {
			if n != nil {
				ok = ok && yield(n)
			}
			return ok
		})
	}
}

// PreorderStack is Inspect with the nodes around, of which stack are the outer ones.
func PreorderStack(root Node, stack []Node, f func(n Node, stack []Node) bool) {
	before := len(stack)
	Inspect(root, func(n Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return false
		}
		if !f(n, stack) {
			return false
		}
		stack = append(stack, n)
		return true
	})
	if len(stack) != before {
		panic("push/pop mismatch")
	}
}
