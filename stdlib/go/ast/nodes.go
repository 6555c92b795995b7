package ast

// The nodes of expressions, statements and declarations.

import "go/token"

// BadExpr is a place where an expression should be.
type BadExpr struct {
	From, To token.Pos
}

// Pos is the place of the first character.
func (x *BadExpr) Pos() token.Pos {
	return x.From
}

// End is the place behind the last character.
func (x *BadExpr) End() token.Pos {
	return x.To
}

func (*BadExpr) exprNode() {}

// Ident is a name.
type Ident struct {
	NamePos token.Pos
	Name    string
	Obj     *Object
}

// Pos is the place of the first character.
func (x *Ident) Pos() token.Pos {
	return x.NamePos
}

// End is the place behind the last character.
func (x *Ident) End() token.Pos {
	return token.Pos(int(x.NamePos) + len(x.Name))
}

func (*Ident) exprNode() {}

// Ellipsis is "..." with the type of a last parameter, or in an array type.
type Ellipsis struct {
	Ellipsis token.Pos
	Elt      Expr
}

// Pos is the place of the first character.
func (x *Ellipsis) Pos() token.Pos {
	return x.Ellipsis
}

// End is the place behind the last character.
func (x *Ellipsis) End() token.Pos {
	if x.Elt != nil {
		return x.Elt.End()
	}
	return x.Ellipsis + 3
}

func (*Ellipsis) exprNode() {}

// BasicLit is a literal of a basic type.
type BasicLit struct {
	ValuePos, ValueEnd token.Pos
	Kind               token.Token
	Value              string
}

// Pos is the place of the first character.
func (x *BasicLit) Pos() token.Pos {
	return x.ValuePos
}

// End is the place behind the last character.
func (x *BasicLit) End() token.Pos {
	if x.ValueEnd.IsValid() {
		return x.ValueEnd
	}
	return token.Pos(int(x.ValuePos) + len(x.Value))
}

func (*BasicLit) exprNode() {}

// FuncLit is a function literal.
type FuncLit struct {
	Type *FuncType
	Body *BlockStmt
}

// Pos is the place of the first character.
func (x *FuncLit) Pos() token.Pos {
	return x.Type.Pos()
}

// End is the place behind the last character.
func (x *FuncLit) End() token.Pos {
	return x.Body.End()
}

func (*FuncLit) exprNode() {}

// CompositeLit is a composite literal.
type CompositeLit struct {
	Type       Expr
	Lbrace     token.Pos
	Elts       []Expr
	Rbrace     token.Pos
	Incomplete bool
}

// Pos is the place of the first character.
func (x *CompositeLit) Pos() token.Pos {
	if x.Type != nil {
		return x.Type.Pos()
	}
	return x.Lbrace
}

// End is the place behind the last character.
func (x *CompositeLit) End() token.Pos {
	return x.Rbrace + 1
}

func (*CompositeLit) exprNode() {}

// ParenExpr is an expression in parentheses.
type ParenExpr struct {
	Lparen token.Pos
	X      Expr
	Rparen token.Pos
}

// Pos is the place of the first character.
func (x *ParenExpr) Pos() token.Pos {
	return x.Lparen
}

// End is the place behind the last character.
func (x *ParenExpr) End() token.Pos {
	return x.Rparen + 1
}

func (*ParenExpr) exprNode() {}

// SelectorExpr is x.sel.
type SelectorExpr struct {
	X   Expr
	Sel *Ident
}

// Pos is the place of the first character.
func (x *SelectorExpr) Pos() token.Pos {
	return x.X.Pos()
}

// End is the place behind the last character.
func (x *SelectorExpr) End() token.Pos {
	return x.Sel.End()
}

func (*SelectorExpr) exprNode() {}

// IndexExpr is x[index].
type IndexExpr struct {
	X      Expr
	Lbrack token.Pos
	Index  Expr
	Rbrack token.Pos
}

// Pos is the place of the first character.
func (x *IndexExpr) Pos() token.Pos {
	return x.X.Pos()
}

// End is the place behind the last character.
func (x *IndexExpr) End() token.Pos {
	return x.Rbrack + 1
}

func (*IndexExpr) exprNode() {}

// IndexListExpr is x[i, j].
type IndexListExpr struct {
	X       Expr
	Lbrack  token.Pos
	Indices []Expr
	Rbrack  token.Pos
}

// Pos is the place of the first character.
func (x *IndexListExpr) Pos() token.Pos {
	return x.X.Pos()
}

// End is the place behind the last character.
func (x *IndexListExpr) End() token.Pos {
	return x.Rbrack + 1
}

func (*IndexListExpr) exprNode() {}

// SliceExpr is x[low:high:max].
type SliceExpr struct {
	X              Expr
	Lbrack         token.Pos
	Low, High, Max Expr
	Slice3         bool
	Rbrack         token.Pos
}

// Pos is the place of the first character.
func (x *SliceExpr) Pos() token.Pos {
	return x.X.Pos()
}

// End is the place behind the last character.
func (x *SliceExpr) End() token.Pos {
	return x.Rbrack + 1
}

func (*SliceExpr) exprNode() {}

// TypeAssertExpr is x.(type); Type is nil for the word type.
type TypeAssertExpr struct {
	X      Expr
	Lparen token.Pos
	Type   Expr
	Rparen token.Pos
}

// Pos is the place of the first character.
func (x *TypeAssertExpr) Pos() token.Pos {
	return x.X.Pos()
}

// End is the place behind the last character.
func (x *TypeAssertExpr) End() token.Pos {
	return x.Rparen + 1
}

func (*TypeAssertExpr) exprNode() {}

// CallExpr is a call or conversion.
type CallExpr struct {
	Fun      Expr
	Lparen   token.Pos
	Args     []Expr
	Ellipsis token.Pos
	Rparen   token.Pos
}

// Pos is the place of the first character.
func (x *CallExpr) Pos() token.Pos {
	return x.Fun.Pos()
}

// End is the place behind the last character.
func (x *CallExpr) End() token.Pos {
	return x.Rparen + 1
}

func (*CallExpr) exprNode() {}

// StarExpr is *x, also as a type.
type StarExpr struct {
	Star token.Pos
	X    Expr
}

// Pos is the place of the first character.
func (x *StarExpr) Pos() token.Pos {
	return x.Star
}

// End is the place behind the last character.
func (x *StarExpr) End() token.Pos {
	return x.X.End()
}

func (*StarExpr) exprNode() {}

// UnaryExpr is an operator and its operand.
type UnaryExpr struct {
	OpPos token.Pos
	Op    token.Token
	X     Expr
}

// Pos is the place of the first character.
func (x *UnaryExpr) Pos() token.Pos {
	return x.OpPos
}

// End is the place behind the last character.
func (x *UnaryExpr) End() token.Pos {
	return x.X.End()
}

func (*UnaryExpr) exprNode() {}

// BinaryExpr is an operator between operands.
type BinaryExpr struct {
	X     Expr
	OpPos token.Pos
	Op    token.Token
	Y     Expr
}

// Pos is the place of the first character.
func (x *BinaryExpr) Pos() token.Pos {
	return x.X.Pos()
}

// End is the place behind the last character.
func (x *BinaryExpr) End() token.Pos {
	return x.Y.End()
}

func (*BinaryExpr) exprNode() {}

// KeyValueExpr is key: value in a composite literal.
type KeyValueExpr struct {
	Key   Expr
	Colon token.Pos
	Value Expr
}

// Pos is the place of the first character.
func (x *KeyValueExpr) Pos() token.Pos {
	return x.Key.Pos()
}

// End is the place behind the last character.
func (x *KeyValueExpr) End() token.Pos {
	return x.Value.End()
}

func (*KeyValueExpr) exprNode() {}

// ArrayType is an array type, or a slice type without Len.
type ArrayType struct {
	Lbrack token.Pos
	Len    Expr
	Elt    Expr
}

// Pos is the place of the first character.
func (x *ArrayType) Pos() token.Pos {
	return x.Lbrack
}

// End is the place behind the last character.
func (x *ArrayType) End() token.Pos {
	return x.Elt.End()
}

func (*ArrayType) exprNode() {}

// StructType is a struct type.
type StructType struct {
	Struct     token.Pos
	Fields     *FieldList
	Incomplete bool
}

// Pos is the place of the first character.
func (x *StructType) Pos() token.Pos {
	return x.Struct
}

// End is the place behind the last character.
func (x *StructType) End() token.Pos {
	return x.Fields.End()
}

func (*StructType) exprNode() {}

// FuncType is a function type.
type FuncType struct {
	Func                        token.Pos
	TypeParams, Params, Results *FieldList
}

// Pos is the place of the first character.
func (x *FuncType) Pos() token.Pos {
	if x.Func.IsValid() || x.Params == nil {
		return x.Func
	}
	return x.Params.Pos()
}

// End is the place behind the last character.
func (x *FuncType) End() token.Pos {
	if x.Results != nil {
		return x.Results.End()
	}
	return x.Params.End()
}

func (*FuncType) exprNode() {}

// InterfaceType is an interface type.
type InterfaceType struct {
	Interface  token.Pos
	Methods    *FieldList
	Incomplete bool
}

// Pos is the place of the first character.
func (x *InterfaceType) Pos() token.Pos {
	return x.Interface
}

// End is the place behind the last character.
func (x *InterfaceType) End() token.Pos {
	return x.Methods.End()
}

func (*InterfaceType) exprNode() {}

// MapType is a map type.
type MapType struct {
	Map        token.Pos
	Key, Value Expr
}

// Pos is the place of the first character.
func (x *MapType) Pos() token.Pos {
	return x.Map
}

// End is the place behind the last character.
func (x *MapType) End() token.Pos {
	return x.Value.End()
}

func (*MapType) exprNode() {}

// ChanType is a channel type.
type ChanType struct {
	Begin, Arrow token.Pos
	Dir          ChanDir
	Value        Expr
}

// Pos is the place of the first character.
func (x *ChanType) Pos() token.Pos {
	return x.Begin
}

// End is the place behind the last character.
func (x *ChanType) End() token.Pos {
	return x.Value.End()
}

func (*ChanType) exprNode() {}

// BadStmt is a place where a statement should be.
type BadStmt struct {
	From, To token.Pos
}

// Pos is the place of the first character.
func (x *BadStmt) Pos() token.Pos {
	return x.From
}

// End is the place behind the last character.
func (x *BadStmt) End() token.Pos {
	return x.To
}

func (*BadStmt) stmtNode() {}

// DeclStmt is a declaration in a function.
type DeclStmt struct {
	Decl Decl
}

// Pos is the place of the first character.
func (x *DeclStmt) Pos() token.Pos {
	return x.Decl.Pos()
}

// End is the place behind the last character.
func (x *DeclStmt) End() token.Pos {
	return x.Decl.End()
}

func (*DeclStmt) stmtNode() {}

// EmptyStmt is nothing.
type EmptyStmt struct {
	Semicolon token.Pos
	Implicit  bool
}

// Pos is the place of the first character.
func (x *EmptyStmt) Pos() token.Pos {
	return x.Semicolon
}

// End is the place behind the last character.
func (x *EmptyStmt) End() token.Pos {
	if x.Implicit {
		return x.Semicolon
	}
	return x.Semicolon + 1
}

func (*EmptyStmt) stmtNode() {}

// LabeledStmt is a statement with a label.
type LabeledStmt struct {
	Label *Ident
	Colon token.Pos
	Stmt  Stmt
}

// Pos is the place of the first character.
func (x *LabeledStmt) Pos() token.Pos {
	return x.Label.Pos()
}

// End is the place behind the last character.
func (x *LabeledStmt) End() token.Pos {
	return x.Stmt.End()
}

func (*LabeledStmt) stmtNode() {}

// ExprStmt is an expression as statement.
type ExprStmt struct {
	X Expr
}

// Pos is the place of the first character.
func (x *ExprStmt) Pos() token.Pos {
	return x.X.Pos()
}

// End is the place behind the last character.
func (x *ExprStmt) End() token.Pos {
	return x.X.End()
}

func (*ExprStmt) stmtNode() {}

// SendStmt is chan <- value.
type SendStmt struct {
	Chan  Expr
	Arrow token.Pos
	Value Expr
}

// Pos is the place of the first character.
func (x *SendStmt) Pos() token.Pos {
	return x.Chan.Pos()
}

// End is the place behind the last character.
func (x *SendStmt) End() token.Pos {
	return x.Value.End()
}

func (*SendStmt) stmtNode() {}

// IncDecStmt is x++ or x--.
type IncDecStmt struct {
	X      Expr
	TokPos token.Pos
	Tok    token.Token
}

// Pos is the place of the first character.
func (x *IncDecStmt) Pos() token.Pos {
	return x.X.Pos()
}

// End is the place behind the last character.
func (x *IncDecStmt) End() token.Pos {
	return x.TokPos + 2
}

func (*IncDecStmt) stmtNode() {}

// AssignStmt is an assignment or short declaration.
type AssignStmt struct {
	Lhs    []Expr
	TokPos token.Pos
	Tok    token.Token
	Rhs    []Expr
}

// Pos is the place of the first character.
func (x *AssignStmt) Pos() token.Pos {
	return x.Lhs[0].Pos()
}

// End is the place behind the last character.
func (x *AssignStmt) End() token.Pos {
	return x.Rhs[len(x.Rhs)-1].End()
}

func (*AssignStmt) stmtNode() {}

// GoStmt is go call.
type GoStmt struct {
	Go   token.Pos
	Call *CallExpr
}

// Pos is the place of the first character.
func (x *GoStmt) Pos() token.Pos {
	return x.Go
}

// End is the place behind the last character.
func (x *GoStmt) End() token.Pos {
	return x.Call.End()
}

func (*GoStmt) stmtNode() {}

// DeferStmt is defer call.
type DeferStmt struct {
	Defer token.Pos
	Call  *CallExpr
}

// Pos is the place of the first character.
func (x *DeferStmt) Pos() token.Pos {
	return x.Defer
}

// End is the place behind the last character.
func (x *DeferStmt) End() token.Pos {
	return x.Call.End()
}

func (*DeferStmt) stmtNode() {}

// ReturnStmt is return results.
type ReturnStmt struct {
	Return  token.Pos
	Results []Expr
}

// Pos is the place of the first character.
func (x *ReturnStmt) Pos() token.Pos {
	return x.Return
}

// End is the place behind the last character.
func (x *ReturnStmt) End() token.Pos {
	if n := len(x.Results); n > 0 {
		return x.Results[n-1].End()
	}
	return x.Return + 6
}

func (*ReturnStmt) stmtNode() {}

// BranchStmt is break, continue, goto or fallthrough.
type BranchStmt struct {
	TokPos token.Pos
	Tok    token.Token
	Label  *Ident
}

// Pos is the place of the first character.
func (x *BranchStmt) Pos() token.Pos {
	return x.TokPos
}

// End is the place behind the last character.
func (x *BranchStmt) End() token.Pos {
	if x.Label != nil {
		return x.Label.End()
	}
	return token.Pos(int(x.TokPos) + len(x.Tok.String()))
}

func (*BranchStmt) stmtNode() {}

// BlockStmt is statements in braces.
type BlockStmt struct {
	Lbrace token.Pos
	List   []Stmt
	Rbrace token.Pos
}

// Pos is the place of the first character.
func (x *BlockStmt) Pos() token.Pos {
	return x.Lbrace
}

// End is the place behind the last character.
func (x *BlockStmt) End() token.Pos {
	if x.Rbrace.IsValid() {
		return x.Rbrace + 1
	}
	if n := len(x.List); n > 0 {
		return x.List[n-1].End()
	}
	return x.Lbrace + 1
}

func (*BlockStmt) stmtNode() {}

// IfStmt is if.
type IfStmt struct {
	If   token.Pos
	Init Stmt
	Cond Expr
	Body *BlockStmt
	Else Stmt
}

// Pos is the place of the first character.
func (x *IfStmt) Pos() token.Pos {
	return x.If
}

// End is the place behind the last character.
func (x *IfStmt) End() token.Pos {
	if x.Else != nil {
		return x.Else.End()
	}
	return x.Body.End()
}

func (*IfStmt) stmtNode() {}

// CaseClause is a case of a switch; List is nil for default.
type CaseClause struct {
	Case  token.Pos
	List  []Expr
	Colon token.Pos
	Body  []Stmt
}

// Pos is the place of the first character.
func (x *CaseClause) Pos() token.Pos {
	return x.Case
}

// End is the place behind the last character.
func (x *CaseClause) End() token.Pos {
	if n := len(x.Body); n > 0 {
		return x.Body[n-1].End()
	}
	return x.Colon + 1
}

func (*CaseClause) stmtNode() {}

// SwitchStmt is switch on a value.
type SwitchStmt struct {
	Switch token.Pos
	Init   Stmt
	Tag    Expr
	Body   *BlockStmt
}

// Pos is the place of the first character.
func (x *SwitchStmt) Pos() token.Pos {
	return x.Switch
}

// End is the place behind the last character.
func (x *SwitchStmt) End() token.Pos {
	return x.Body.End()
}

func (*SwitchStmt) stmtNode() {}

// TypeSwitchStmt is switch on a type.
type TypeSwitchStmt struct {
	Switch token.Pos
	Init   Stmt
	Assign Stmt
	Body   *BlockStmt
}

// Pos is the place of the first character.
func (x *TypeSwitchStmt) Pos() token.Pos {
	return x.Switch
}

// End is the place behind the last character.
func (x *TypeSwitchStmt) End() token.Pos {
	return x.Body.End()
}

func (*TypeSwitchStmt) stmtNode() {}

// CommClause is a case of a select; Comm is nil for default.
type CommClause struct {
	Case  token.Pos
	Comm  Stmt
	Colon token.Pos
	Body  []Stmt
}

// Pos is the place of the first character.
func (x *CommClause) Pos() token.Pos {
	return x.Case
}

// End is the place behind the last character.
func (x *CommClause) End() token.Pos {
	if n := len(x.Body); n > 0 {
		return x.Body[n-1].End()
	}
	return x.Colon + 1
}

func (*CommClause) stmtNode() {}

// SelectStmt is select.
type SelectStmt struct {
	Select token.Pos
	Body   *BlockStmt
}

// Pos is the place of the first character.
func (x *SelectStmt) Pos() token.Pos {
	return x.Select
}

// End is the place behind the last character.
func (x *SelectStmt) End() token.Pos {
	return x.Body.End()
}

func (*SelectStmt) stmtNode() {}

// ForStmt is for with a condition.
type ForStmt struct {
	For  token.Pos
	Init Stmt
	Cond Expr
	Post Stmt
	Body *BlockStmt
}

// Pos is the place of the first character.
func (x *ForStmt) Pos() token.Pos {
	return x.For
}

// End is the place behind the last character.
func (x *ForStmt) End() token.Pos {
	return x.Body.End()
}

func (*ForStmt) stmtNode() {}

// RangeStmt is for with range.
type RangeStmt struct {
	For        token.Pos
	Key, Value Expr
	TokPos     token.Pos
	Tok        token.Token
	Range      token.Pos
	X          Expr
	Body       *BlockStmt
}

// Pos is the place of the first character.
func (x *RangeStmt) Pos() token.Pos {
	return x.For
}

// End is the place behind the last character.
func (x *RangeStmt) End() token.Pos {
	return x.Body.End()
}

func (*RangeStmt) stmtNode() {}

// ImportSpec is one import.
type ImportSpec struct {
	Doc     *CommentGroup
	Name    *Ident
	Path    *BasicLit
	Comment *CommentGroup
	EndPos  token.Pos
}

// Pos is the place of the first character.
func (x *ImportSpec) Pos() token.Pos {
	if x.Name != nil {
		return x.Name.Pos()
	}
	return x.Path.Pos()
}

// End is the place behind the last character.
func (x *ImportSpec) End() token.Pos {
	if x.EndPos != 0 {
		return x.EndPos
	}
	return x.Path.End()
}

func (*ImportSpec) specNode() {}

// ValueSpec is constants or variables.
type ValueSpec struct {
	Doc     *CommentGroup
	Names   []*Ident
	Type    Expr
	Values  []Expr
	Comment *CommentGroup
}

// Pos is the place of the first character.
func (x *ValueSpec) Pos() token.Pos {
	return x.Names[0].Pos()
}

// End is the place behind the last character.
func (x *ValueSpec) End() token.Pos {
	if n := len(x.Values); n > 0 {
		return x.Values[n-1].End()
	}
	if x.Type != nil {
		return x.Type.End()
	}
	return x.Names[len(x.Names)-1].End()
}

func (*ValueSpec) specNode() {}

// TypeSpec is one type.
type TypeSpec struct {
	Doc        *CommentGroup
	Name       *Ident
	TypeParams *FieldList
	Assign     token.Pos
	Type       Expr
	Comment    *CommentGroup
}

// Pos is the place of the first character.
func (x *TypeSpec) Pos() token.Pos {
	return x.Name.Pos()
}

// End is the place behind the last character.
func (x *TypeSpec) End() token.Pos {
	return x.Type.End()
}

func (*TypeSpec) specNode() {}

// BadDecl is a place where a declaration should be.
type BadDecl struct {
	From, To token.Pos
}

// Pos is the place of the first character.
func (x *BadDecl) Pos() token.Pos {
	return x.From
}

// End is the place behind the last character.
func (x *BadDecl) End() token.Pos {
	return x.To
}

func (*BadDecl) declNode() {}

// GenDecl is import, const, type or var.
type GenDecl struct {
	Doc    *CommentGroup
	TokPos token.Pos
	Tok    token.Token
	Lparen token.Pos
	Specs  []Spec
	Rparen token.Pos
}

// Pos is the place of the first character.
func (x *GenDecl) Pos() token.Pos {
	return x.TokPos
}

// End is the place behind the last character.
func (x *GenDecl) End() token.Pos {
	if x.Rparen.IsValid() {
		return x.Rparen + 1
	}
	return x.Specs[0].End()
}

func (*GenDecl) declNode() {}

// FuncDecl is a function or method.
type FuncDecl struct {
	Doc  *CommentGroup
	Recv *FieldList
	Name *Ident
	Type *FuncType
	Body *BlockStmt
}

// Pos is the place of the first character.
func (x *FuncDecl) Pos() token.Pos {
	return x.Type.Pos()
}

// End is the place behind the last character.
func (x *FuncDecl) End() token.Pos {
	if x.Body != nil {
		return x.Body.End()
	}
	return x.Type.End()
}

func (*FuncDecl) declNode() {}
