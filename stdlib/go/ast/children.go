package ast

import (
	"fmt"
	"maps"
	"slices"
)

// children calls one for the parts of a node in the order of the source. nil parts are left out.
func children(n Node, visit func(Node)) {
	one := func(x Node) {
		if x != nil {
			visit(x)
		}
	}
	switch n := n.(type) {
	case *Ellipsis:
		one(n.Elt)
	case *FuncLit:
		if n.Type != nil {
			one(n.Type)
		}
		if n.Body != nil {
			one(n.Body)
		}
	case *CompositeLit:
		one(n.Type)
		for _, x := range n.Elts {
			one(x)
		}
	case *ParenExpr:
		one(n.X)
	case *SelectorExpr:
		one(n.X)
		if n.Sel != nil {
			one(n.Sel)
		}
	case *IndexExpr:
		one(n.X)
		one(n.Index)
	case *IndexListExpr:
		one(n.X)
		for _, x := range n.Indices {
			one(x)
		}
	case *SliceExpr:
		one(n.X)
		one(n.Low)
		one(n.High)
		one(n.Max)
	case *TypeAssertExpr:
		one(n.X)
		one(n.Type)
	case *CallExpr:
		one(n.Fun)
		for _, x := range n.Args {
			one(x)
		}
	case *StarExpr:
		one(n.X)
	case *UnaryExpr:
		one(n.X)
	case *BinaryExpr:
		one(n.X)
		one(n.Y)
	case *KeyValueExpr:
		one(n.Key)
		one(n.Value)
	case *ArrayType:
		one(n.Len)
		one(n.Elt)
	case *StructType:
		if n.Fields != nil {
			one(n.Fields)
		}
	case *FuncType:
		if n.TypeParams != nil {
			one(n.TypeParams)
		}
		if n.Params != nil {
			one(n.Params)
		}
		if n.Results != nil {
			one(n.Results)
		}
	case *InterfaceType:
		if n.Methods != nil {
			one(n.Methods)
		}
	case *MapType:
		one(n.Key)
		one(n.Value)
	case *ChanType:
		one(n.Value)
	case *DeclStmt:
		one(n.Decl)
	case *LabeledStmt:
		if n.Label != nil {
			one(n.Label)
		}
		one(n.Stmt)
	case *ExprStmt:
		one(n.X)
	case *SendStmt:
		one(n.Chan)
		one(n.Value)
	case *IncDecStmt:
		one(n.X)
	case *AssignStmt:
		for _, x := range n.Lhs {
			one(x)
		}
		for _, x := range n.Rhs {
			one(x)
		}
	case *GoStmt:
		if n.Call != nil {
			one(n.Call)
		}
	case *DeferStmt:
		if n.Call != nil {
			one(n.Call)
		}
	case *ReturnStmt:
		for _, x := range n.Results {
			one(x)
		}
	case *BranchStmt:
		if n.Label != nil {
			one(n.Label)
		}
	case *BlockStmt:
		for _, x := range n.List {
			one(x)
		}
	case *IfStmt:
		one(n.Init)
		one(n.Cond)
		if n.Body != nil {
			one(n.Body)
		}
		one(n.Else)
	case *CaseClause:
		for _, x := range n.List {
			one(x)
		}
		for _, x := range n.Body {
			one(x)
		}
	case *SwitchStmt:
		one(n.Init)
		one(n.Tag)
		if n.Body != nil {
			one(n.Body)
		}
	case *TypeSwitchStmt:
		one(n.Init)
		one(n.Assign)
		if n.Body != nil {
			one(n.Body)
		}
	case *CommClause:
		one(n.Comm)
		for _, x := range n.Body {
			one(x)
		}
	case *SelectStmt:
		if n.Body != nil {
			one(n.Body)
		}
	case *ForStmt:
		one(n.Init)
		one(n.Cond)
		one(n.Post)
		if n.Body != nil {
			one(n.Body)
		}
	case *RangeStmt:
		one(n.Key)
		one(n.Value)
		one(n.X)
		if n.Body != nil {
			one(n.Body)
		}
	case *ImportSpec:
		if n.Doc != nil {
			one(n.Doc)
		}
		if n.Name != nil {
			one(n.Name)
		}
		if n.Path != nil {
			one(n.Path)
		}
		if n.Comment != nil {
			one(n.Comment)
		}
	case *ValueSpec:
		if n.Doc != nil {
			one(n.Doc)
		}
		for _, x := range n.Names {
			one(x)
		}
		one(n.Type)
		for _, x := range n.Values {
			one(x)
		}
		if n.Comment != nil {
			one(n.Comment)
		}
	case *TypeSpec:
		if n.Doc != nil {
			one(n.Doc)
		}
		if n.Name != nil {
			one(n.Name)
		}
		if n.TypeParams != nil {
			one(n.TypeParams)
		}
		one(n.Type)
		if n.Comment != nil {
			one(n.Comment)
		}
	case *GenDecl:
		if n.Doc != nil {
			one(n.Doc)
		}
		for _, x := range n.Specs {
			one(x)
		}
	case *FuncDecl:
		if n.Doc != nil {
			one(n.Doc)
		}
		if n.Recv != nil {
			one(n.Recv)
		}
		if n.Name != nil {
			one(n.Name)
		}
		if n.Type != nil {
			one(n.Type)
		}
		if n.Body != nil {
			one(n.Body)
		}
	case *Field:
		if n.Doc != nil {
			one(n.Doc)
		}
		for _, x := range n.Names {
			one(x)
		}
		one(n.Type)
		if n.Tag != nil {
			one(n.Tag)
		}
		if n.Comment != nil {
			one(n.Comment)
		}
	case *FieldList:
		for _, f := range n.List {
			one(f)
		}
	case *CommentGroup:
		for _, c := range n.List {
			one(c)
		}
	case *File:
		if n.Doc != nil {
			one(n.Doc)
		}
		one(n.Name)
		for _, d := range n.Decls {
			one(d)
		}
	case *Package:
		for _, name := range slices.Sorted(maps.Keys(n.Files)) {
			one(n.Files[name])
		}
	case *Comment, *BadExpr, *Ident, *BasicLit, *BadStmt, *EmptyStmt, *BadDecl:
	default:
		panic(fmt.Sprintf("ast.Walk: unexpected node type %T", n))
	}
}
