package parser

import (
	"go/ast"
	"go/token"
)

func (p *parser) funcBody() *ast.BlockStmt {
	level := p.level
	p.level = 0
	b := p.block()
	p.level = level
	return b
}

func (p *parser) block() *ast.BlockStmt {
	b := &ast.BlockStmt{Lbrace: p.expect(token.LBRACE)}
	b.List = p.stmtList()
	if p.tok == token.RBRACE {
		b.Rbrace = p.pos
		p.next()
	} else {
		p.expected(p.pos, "'}'")
	}
	return b
}

func (p *parser) stmtList() (list []ast.Stmt) {
	for p.tok != token.CASE && p.tok != token.DEFAULT && p.tok != token.RBRACE && p.tok != token.EOF {
		list = append(list, p.stmt())
	}
	return list
}

func (p *parser) stmt() ast.Stmt {
	p.nest()
	defer p.leave()
	switch p.tok {
	case token.CONST, token.TYPE, token.VAR:
		return &ast.DeclStmt{Decl: p.genDecl(p.tok)}
	case token.LBRACE:
		b := p.block()
		p.semi()
		return b
	case token.IF:
		return p.ifStmt(true)
	case token.FOR:
		return p.forStmt()
	case token.SWITCH:
		return p.switchStmt()
	case token.SELECT:
		return p.selectStmt()
	case token.GO, token.DEFER:
		return p.goDefer()
	case token.RETURN:
		s := &ast.ReturnStmt{Return: p.pos}
		p.next()
		if p.tok != token.SEMICOLON && p.tok != token.RBRACE {
			s.Results = p.list(true)
		}
		p.semi()
		return s
	case token.BREAK, token.CONTINUE, token.GOTO, token.FALLTHROUGH:
		s := &ast.BranchStmt{TokPos: p.pos, Tok: p.tok}
		p.next()
		if s.Tok == token.GOTO || (s.Tok == token.BREAK || s.Tok == token.CONTINUE) && p.tok == token.IDENT {
			s.Label = p.ident()
		}
		p.semi()
		return s
	case token.SEMICOLON:
		s := &ast.EmptyStmt{Semicolon: p.pos, Implicit: p.lit == "\n"}
		p.next()
		return s
	case token.RBRACE:
		return &ast.EmptyStmt{Semicolon: p.pos, Implicit: true}
	case token.IDENT, token.INT, token.FLOAT, token.IMAG, token.CHAR, token.STRING, token.FUNC, token.LPAREN,
		token.LBRACK, token.STRUCT, token.MAP, token.CHAN, token.INTERFACE,
		token.ADD, token.SUB, token.MUL, token.AND, token.XOR, token.ARROW, token.NOT, token.TILDE:
		s, _ := p.simple(true, false)
		if _, ok := s.(*ast.LabeledStmt); !ok { // the statement behind a label has its own
			p.semi()
		}
		return s
	}
	pos := p.pos
	p.expected(pos, "statement")
	p.advance(stmtStart)
	return &ast.BadStmt{From: pos, To: p.pos}
}

// simple reads an expression, send, increment, assignment, or label. With ranges, isRange tells of "x = range y", whose y is a UnaryExpr.
func (p *parser) simple(labels, ranges bool) (s ast.Stmt, isRange bool) {
	x := p.list(false)
	pos, tok := p.pos, p.tok
	switch {
	case tok == token.DEFINE, token.ADD_ASSIGN <= tok && tok <= token.AND_NOT_ASSIGN, tok == token.ASSIGN:
		p.next()
		var y []ast.Expr
		if ranges && p.tok == token.RANGE && (tok == token.DEFINE || tok == token.ASSIGN) {
			at := p.pos
			p.next()
			y = []ast.Expr{&ast.UnaryExpr{OpPos: at, Op: token.RANGE, X: p.rhs()}}
			isRange = true
		} else {
			y = p.list(true)
		}
		return &ast.AssignStmt{Lhs: x, TokPos: pos, Tok: tok, Rhs: y}, isRange
	}
	if len(x) > 1 {
		p.expected(x[0].Pos(), "1 expression")
	}
	switch tok {
	case token.COLON:
		if label, ok := x[0].(*ast.Ident); labels && ok {
			p.next()
			return &ast.LabeledStmt{Label: label, Colon: pos, Stmt: p.stmt()}, false
		}
		if labels {
			p.next()
			p.error(pos, "illegal label declaration")
			return &ast.BadStmt{From: x[0].Pos(), To: pos + 1}, false
		}
	case token.ARROW:
		p.next()
		return &ast.SendStmt{Chan: x[0], Arrow: pos, Value: p.rhs()}, false
	case token.INC, token.DEC:
		p.next()
		return &ast.IncDecStmt{X: x[0], TokPos: pos, Tok: tok}, false
	}
	return &ast.ExprStmt{X: x[0]}, false
}

func (p *parser) goDefer() ast.Stmt {
	pos, tok := p.pos, p.tok
	p.next()
	x := p.rhs()
	if t := ast.Unparen(x); t != x {
		p.error(x.Pos(), "expression in "+tok.String()+" must not be parenthesized")
		x = t
	}
	call, ok := x.(*ast.CallExpr)
	if !ok {
		if _, bad := x.(*ast.BadExpr); !bad {
			p.error(x.End(), "expression in "+tok.String()+" must be function call")
		}
	}
	p.semi()
	switch {
	case !ok:
		return &ast.BadStmt{From: pos, To: pos + token.Pos(len(tok.String()))}
	case tok == token.GO:
		return &ast.GoStmt{Go: pos, Call: call}
	}
	return &ast.DeferStmt{Defer: pos, Call: call}
}

// cond takes the expression out of a statement in a header.
func (p *parser) cond(s ast.Stmt, want string) ast.Expr {
	if s == nil {
		return nil
	}
	if e, ok := s.(*ast.ExprStmt); ok {
		return e.X
	}
	found := "simple statement"
	if _, ok := s.(*ast.AssignStmt); ok {
		found = "assignment"
	}
	p.error(s.Pos(), "expected "+want+", found "+found+" (missing parentheses around composite literal?)")
	return &ast.BadExpr{From: s.Pos(), To: s.End()}
}

func (p *parser) ifHeader() (init ast.Stmt, cond ast.Expr) {
	if p.tok == token.LBRACE {
		p.error(p.pos, "missing condition in if statement")
		return nil, &ast.BadExpr{From: p.pos, To: p.pos}
	}
	level := p.level
	p.level = -1
	if p.tok != token.SEMICOLON {
		if p.tok == token.VAR {
			p.next()
			p.error(p.pos, "var declaration not allowed in if initializer")
		}
		init, _ = p.simple(false, false)
	}
	var c ast.Stmt
	var semi token.Pos
	lit := ""
	if p.tok != token.LBRACE {
		if p.tok == token.SEMICOLON {
			semi, lit = p.pos, p.lit
			p.next()
		} else {
			p.expect(token.SEMICOLON)
		}
		if p.tok != token.LBRACE {
			c, _ = p.simple(false, false)
		}
	} else {
		c, init = init, nil
	}
	switch {
	case c != nil:
		cond = p.cond(c, "boolean expression")
	case semi.IsValid() && lit == "\n":
		p.error(semi, "unexpected newline, expecting { after if clause")
	case semi.IsValid():
		p.error(semi, "missing condition in if statement")
	}
	if cond == nil {
		cond = &ast.BadExpr{From: p.pos, To: p.pos}
	}
	p.level = level
	return init, cond
}

func (p *parser) ifStmt(outer bool) *ast.IfStmt {
	p.nest()
	defer p.leave()
	s := &ast.IfStmt{If: p.expect(token.IF)}
	s.Init, s.Cond = p.ifHeader()
	s.Body = p.block()
	if p.tok != token.ELSE {
		p.semi()
		return s
	}
	p.next()
	switch p.tok {
	case token.IF:
		s.Else = p.ifStmt(false)
	case token.LBRACE:
		s.Else = p.block()
		p.semi()
	default:
		p.expected(p.pos, "if statement or block")
		s.Else = &ast.BadStmt{From: p.pos, To: p.pos}
	}
	return s
}

func (p *parser) forStmt() ast.Stmt {
	pos := p.expect(token.FOR)
	var s1, s2, s3 ast.Stmt
	isRange := false
	if p.tok != token.LBRACE {
		level := p.level
		p.level = -1
		if p.tok != token.SEMICOLON {
			if p.tok == token.RANGE {
				at := p.pos
				p.next()
				s2 = &ast.AssignStmt{TokPos: token.NoPos, Tok: token.ILLEGAL, Rhs: []ast.Expr{&ast.UnaryExpr{OpPos: at, Op: token.RANGE, X: p.rhs()}}}
				isRange = true
			} else {
				s2, isRange = p.simple(false, true)
			}
		}
		if !isRange && p.tok == token.SEMICOLON {
			p.next()
			s1, s2 = s2, nil
			if p.tok != token.SEMICOLON {
				if p.tok == token.LBRACE {
					p.expected(p.pos, "for loop condition")
				} else {
					s2, _ = p.simple(false, false)
				}
			}
			p.semiInHeader()
			if p.tok != token.LBRACE {
				s3, _ = p.simple(false, false)
			}
		}
		p.level = level
	}
	body := p.block()
	p.semi()
	if !isRange {
		return &ast.ForStmt{For: pos, Init: s1, Cond: p.cond(s2, "boolean or range expression"), Post: s3, Body: body}
	}
	as := s2.(*ast.AssignStmt)
	u := as.Rhs[0].(*ast.UnaryExpr)
	r := &ast.RangeStmt{For: pos, TokPos: as.TokPos, Tok: as.Tok, Range: u.OpPos, X: u.X, Body: body}
	switch n := len(as.Lhs); n {
	case 2:
		r.Value = as.Lhs[1]
		fallthrough
	case 1:
		r.Key = as.Lhs[0]
	case 0:
	default:
		p.expected(as.Lhs[n-1].Pos(), "at most 2 expressions")
		return &ast.BadStmt{From: pos, To: body.End()}
	}
	return r
}

// semiInHeader reads the second semicolon of a for.
func (p *parser) semiInHeader() {
	if p.tok != token.RPAREN && p.tok != token.RBRACE {
		p.expect(token.SEMICOLON)
	}
}

// typeSwitch reports whether s is x := y.(type) or y.(type).
func (p *parser) typeSwitch(s ast.Stmt) bool {
	is := func(x ast.Expr) bool {
		a, ok := x.(*ast.TypeAssertExpr)
		return ok && a.Type == nil
	}
	switch t := s.(type) {
	case *ast.ExprStmt:
		return is(t.X)
	case *ast.AssignStmt:
		if len(t.Lhs) == 1 && len(t.Rhs) == 1 && is(t.Rhs[0]) {
			switch t.Tok {
			case token.ASSIGN:
				p.error(t.TokPos, "expected ':=', found '='")
				return true
			case token.DEFINE:
				return true
			}
		}
	}
	return false
}

func (p *parser) switchStmt() ast.Stmt {
	pos := p.expect(token.SWITCH)
	var s1, s2 ast.Stmt
	if p.tok != token.LBRACE {
		level := p.level
		p.level = -1
		if p.tok != token.SEMICOLON {
			s2, _ = p.simple(false, false)
		}
		if p.tok == token.SEMICOLON {
			p.next()
			s1, s2 = s2, nil
			if p.tok != token.LBRACE {
				s2, _ = p.simple(false, false)
			}
		}
		p.level = level
	}
	types := p.typeSwitch(s2)
	body := &ast.BlockStmt{Lbrace: p.expect(token.LBRACE)}
	for p.tok == token.CASE || p.tok == token.DEFAULT {
		c := &ast.CaseClause{Case: p.pos}
		if p.tok == token.CASE {
			p.next()
			c.List = p.list(true)
		} else {
			p.next()
		}
		c.Colon = p.expect(token.COLON)
		c.Body = p.stmtList()
		body.List = append(body.List, c)
	}
	body.Rbrace = p.expect(token.RBRACE)
	p.semi()
	if types {
		return &ast.TypeSwitchStmt{Switch: pos, Init: s1, Assign: s2, Body: body}
	}
	return &ast.SwitchStmt{Switch: pos, Init: s1, Tag: p.cond(s2, "switch expression"), Body: body}
}

func (p *parser) selectStmt() ast.Stmt {
	pos := p.expect(token.SELECT)
	body := &ast.BlockStmt{Lbrace: p.expect(token.LBRACE)}
	for p.tok == token.CASE || p.tok == token.DEFAULT {
		c := &ast.CommClause{Case: p.pos}
		if p.tok == token.CASE {
			p.next()
			c.Comm = p.comm()
		} else {
			p.next()
		}
		c.Colon = p.expect(token.COLON)
		c.Body = p.stmtList()
		body.List = append(body.List, c)
	}
	body.Rbrace = p.expect(token.RBRACE)
	p.semi()
	return &ast.SelectStmt{Select: pos, Body: body}
}

// comm reads a send or receive.
func (p *parser) comm() ast.Stmt {
	x := p.list(false)
	pos, tok := p.pos, p.tok
	switch tok {
	case token.ARROW:
		if len(x) > 1 {
			p.expected(x[0].Pos(), "1 expression")
		}
		p.next()
		return &ast.SendStmt{Chan: x[0], Arrow: pos, Value: p.rhs()}
	case token.ASSIGN, token.DEFINE:
		if len(x) > 2 {
			p.expected(x[0].Pos(), "1 or 2 expressions")
			x = x[:2]
		}
		p.next()
		return &ast.AssignStmt{Lhs: x, TokPos: pos, Tok: tok, Rhs: []ast.Expr{p.rhs()}}
	}
	if len(x) > 1 {
		p.expected(x[0].Pos(), "1 expression")
	}
	return &ast.ExprStmt{X: x[0]}
}
