package parser

// The old resolution of names inside a file: Ident.Obj, File.Scope, File.Unresolved.

import (
	"fmt"
	"go/ast"
	"go/token"
)

type resolver struct {
	file       *token.File
	report     func(token.Pos, string)
	pkg, top   *ast.Scope
	unresolved []*ast.Ident
	labels     *ast.Scope
	targets    [][]*ast.Ident
}

// unresolvedObj marks names that were looked for and not found.
var unresolvedObj = new(ast.Object)

func resolve(f *ast.File, file *token.File, report func(token.Pos, string)) {
	s := ast.NewScope(nil)
	r := &resolver{file: file, report: report, pkg: s, top: s}
	for _, d := range f.Decls {
		ast.Walk(r, d)
	}
	left := r.unresolved[:0]
	for _, id := range r.unresolved {
		if id.Obj = s.Lookup(id.Name); id.Obj == nil {
			left = append(left, id)
		}
	}
	f.Scope = s
	f.Unresolved = left
}

func (r *resolver) open()  { r.top = ast.NewScope(r.top) }
func (r *resolver) close() { r.top = r.top.Outer }

func (r *resolver) declare(decl, data any, scope *ast.Scope, kind ast.ObjKind, ids ...*ast.Ident) {
	for _, id := range ids {
		if id.Obj != nil {
			continue
		}
		obj := ast.NewObj(kind, id.Name)
		obj.Decl, obj.Data = decl, data
		if _, ok := decl.(*ast.Ident); !ok {
			id.Obj = obj
		}
		if id.Name == "_" {
			continue
		}
		if alt := scope.Insert(obj); alt != nil && r.report != nil {
			before := ""
			if pos := alt.Pos(); pos.IsValid() {
				before = fmt.Sprintf("\n\tprevious declaration at %v", r.file.Position(pos))
			}
			r.report(id.Pos(), fmt.Sprintf("%s redeclared in this block%s", id.Name, before))
		}
	}
}

// define declares the new names of :=.
func (r *resolver) define(s *ast.AssignStmt) {
	n := 0
	for _, x := range s.Lhs {
		id, ok := x.(*ast.Ident)
		if !ok {
			continue
		}
		obj := ast.NewObj(ast.Var, id.Name)
		obj.Decl = s
		id.Obj = obj
		if id.Name != "_" {
			if alt := r.top.Insert(obj); alt != nil {
				id.Obj = alt
			} else {
				n++
			}
		}
	}
	if n == 0 && r.report != nil {
		r.report(s.Lhs[0].Pos(), "no new variables on left side of :=")
	}
}

func (r *resolver) use(id *ast.Ident, collect bool) {
	if id.Obj != nil || id.Name == "_" {
		return
	}
	for s := r.top; s != nil; s = s.Outer {
		if obj := s.Lookup(id.Name); obj != nil {
			if _, ok := obj.Decl.(*ast.Ident); !ok { // a type parameter of a receiver has no object
				id.Obj = obj
			}
			return
		}
	}
	if collect {
		id.Obj = unresolvedObj
		r.unresolved = append(r.unresolved, id)
	}
}

func (r *resolver) walk(n ast.Node) { ast.Walk(r, n) }

func (r *resolver) exprs(list []ast.Expr) {
	for _, x := range list {
		r.walk(x)
	}
}

func (r *resolver) stmts(list []ast.Stmt) {
	for _, s := range list {
		r.walk(s)
	}
}

// fields declares the names of parameters after their types were resolved.
func (r *resolver) fields(l *ast.FieldList, kind ast.ObjKind) {
	if l == nil {
		return
	}
	for _, f := range l.List {
		if f.Type != nil {
			r.walk(f.Type)
		}
	}
	r.names(l, kind)
}

func (r *resolver) names(l *ast.FieldList, kind ast.ObjKind) {
	for _, f := range l.List {
		r.declare(f, nil, r.top, kind, f.Names...)
	}
}

func (r *resolver) typeParams(l *ast.FieldList) {
	r.names(l, ast.Typ)
	for _, f := range l.List {
		if f.Type != nil {
			r.walk(f.Type)
		}
	}
}

func (r *resolver) openLabels() {
	r.labels = ast.NewScope(r.labels)
	r.targets = append(r.targets, nil)
}

func (r *resolver) closeLabels() {
	n := len(r.targets) - 1
	for _, id := range r.targets[n] {
		if id.Obj = r.labels.Lookup(id.Name); id.Obj == nil && r.report != nil {
			r.report(id.Pos(), fmt.Sprintf("label %s undefined", id.Name))
		}
	}
	r.targets = r.targets[:n]
	r.labels = r.labels.Outer
}

func (r *resolver) body(b *ast.BlockStmt) {
	if b != nil {
		r.openLabels()
		r.stmts(b.List)
		r.closeLabels()
	}
}

func (r *resolver) function(t *ast.FuncType) {
	if t.Params != nil {
		r.fields(t.Params, ast.Var)
	}
	if t.Results != nil {
		for _, f := range t.Results.List {
			if f.Type != nil {
				r.walk(f.Type)
			}
		}
		r.names(t.Results, ast.Var)
	}
}

// Visit resolves the names in a node.
func (r *resolver) Visit(node ast.Node) ast.Visitor {
	switch n := node.(type) {
	case *ast.Ident:
		r.use(n, true)
	case *ast.FuncLit:
		r.open()
		r.function(n.Type)
		r.body(n.Body)
		r.close()
	case *ast.SelectorExpr:
		r.walk(n.X)
		// Sel is no name of a scope
	case *ast.StructType:
		r.open()
		r.fields(n.Fields, ast.Var)
		r.close()
	case *ast.FuncType:
		r.open()
		r.function(n)
		r.close()
	case *ast.CompositeLit:
		if n.Type != nil {
			r.walk(n.Type)
		}
		for _, e := range n.Elts {
			kv, ok := e.(*ast.KeyValueExpr)
			if !ok {
				r.walk(e)
				continue
			}
			// A key may be the name of a field.
			if id, ok := kv.Key.(*ast.Ident); ok {
				r.use(id, false)
			} else {
				r.walk(kv.Key)
			}
			r.walk(kv.Value)
		}
	case *ast.InterfaceType:
		r.open()
		r.fields(n.Methods, ast.Fun)
		r.close()
	case *ast.LabeledStmt:
		r.declare(n, nil, r.labels, ast.Lbl, n.Label)
		r.walk(n.Stmt)
	case *ast.AssignStmt:
		r.exprs(n.Rhs)
		if n.Tok == token.DEFINE {
			r.define(n)
		} else {
			r.exprs(n.Lhs)
		}
	case *ast.BranchStmt:
		if n.Label != nil && n.Tok != token.FALLTHROUGH {
			i := len(r.targets) - 1
			r.targets[i] = append(r.targets[i], n.Label)
		}
	case *ast.BlockStmt:
		r.open()
		r.stmts(n.List)
		r.close()
	case *ast.IfStmt:
		r.open()
		r.optional(n.Init)
		r.walk(n.Cond)
		r.walk(n.Body)
		r.optional(n.Else)
		r.close()
	case *ast.CaseClause:
		r.exprs(n.List)
		r.open()
		r.stmts(n.Body)
		r.close()
	case *ast.SwitchStmt:
		r.open()
		r.optional(n.Init)
		if n.Tag != nil {
			r.walk(n.Tag)
		}
		r.stmts(n.Body.List)
		r.close()
	case *ast.TypeSwitchStmt:
		r.open()
		r.optional(n.Init)
		r.open()
		r.walk(n.Assign)
		r.stmts(n.Body.List)
		r.close()
		r.close()
	case *ast.CommClause:
		r.open()
		r.optional(n.Comm)
		r.stmts(n.Body)
		r.close()
	case *ast.SelectStmt:
		r.stmts(n.Body.List)
	case *ast.ForStmt:
		r.open()
		r.optional(n.Init)
		if n.Cond != nil {
			r.walk(n.Cond)
		}
		r.optional(n.Post)
		r.walk(n.Body)
		r.close()
	case *ast.RangeStmt:
		r.open()
		r.walk(n.X)
		var lhs []ast.Expr
		for _, x := range []ast.Expr{n.Key, n.Value} {
			if x != nil {
				lhs = append(lhs, x)
			}
		}
		if n.Tok == token.DEFINE {
			r.define(&ast.AssignStmt{Lhs: lhs, TokPos: n.TokPos, Tok: token.DEFINE, Rhs: []ast.Expr{&ast.UnaryExpr{Op: token.RANGE, X: n.X}}})
		} else {
			r.exprs(lhs)
		}
		r.walk(n.Body)
		r.close()
	case *ast.GenDecl:
		r.genDecl(n)
	case *ast.FuncDecl:
		r.funcDecl(n)
	default:
		return r
	}
	return nil
}

func (r *resolver) optional(s ast.Stmt) {
	if s != nil {
		r.walk(s)
	}
}

func (r *resolver) genDecl(d *ast.GenDecl) {
	for i, s := range d.Specs {
		switch s := s.(type) {
		case *ast.ValueSpec:
			kind, data := ast.Var, any(nil)
			if d.Tok == token.CONST {
				kind, data = ast.Con, i
			}
			r.exprs(s.Values)
			if s.Type != nil {
				r.walk(s.Type)
			}
			r.declare(s, data, r.top, kind, s.Names...)
		case *ast.TypeSpec:
			r.declare(s, nil, r.top, ast.Typ, s.Name)
			if s.TypeParams != nil {
				r.open()
				r.typeParams(s.TypeParams)
			}
			r.walk(s.Type)
			if s.TypeParams != nil {
				r.close()
			}
		}
	}
}

func (r *resolver) funcDecl(d *ast.FuncDecl) {
	r.open()
	if d.Recv != nil && len(d.Recv.List) > 0 {
		// Names in the brackets of the receiver's type declare type parameters.
		t := d.Recv.List[0].Type
		if s, ok := t.(*ast.StarExpr); ok {
			t = s.X
		}
		var args []ast.Expr
		switch x := t.(type) {
		case *ast.IndexExpr:
			args = []ast.Expr{x.Index}
			t = x.X
		case *ast.IndexListExpr:
			args = x.Indices
			t = x.X
		}
		for _, a := range args {
			if id, ok := a.(*ast.Ident); ok {
				r.declare(id, nil, r.top, ast.Typ, id)
				id.Obj = nil
			} else {
				r.walk(a)
			}
		}
		r.walk(t)
		for _, f := range d.Recv.List[1:] {
			if f.Type != nil {
				r.walk(f.Type)
			}
		}
	}
	if d.Type.TypeParams != nil {
		r.typeParams(d.Type.TypeParams)
	}
	// The types of all parameters come before their names.
	lists := []*ast.FieldList{d.Recv, d.Type.Params, d.Type.Results}
	for _, l := range lists[1:] {
		if l != nil {
			for _, f := range l.List {
				if f.Type != nil {
					r.walk(f.Type)
				}
			}
		}
	}
	for _, l := range lists {
		if l != nil {
			r.names(l, ast.Var)
		}
	}
	r.body(d.Body)
	r.close()
	if d.Recv == nil && d.Name.Name != "init" {
		r.declare(d, nil, r.pkg, ast.Fun, d.Name)
	}
}
