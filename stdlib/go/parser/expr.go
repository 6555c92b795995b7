package parser

import (
	"go/ast"
	"go/token"
)

// operand reads a literal, name, type or an expression in parentheses.
func (p *parser) operand() ast.Expr {
	switch p.tok {
	case token.IDENT:
		return p.ident()
	case token.INT, token.FLOAT, token.IMAG, token.CHAR, token.STRING:
		return p.basicLit()
	case token.LPAREN:
		l := p.pos
		p.next()
		p.level++
		x := p.rhs()
		p.level--
		return &ast.ParenExpr{Lparen: l, X: x, Rparen: p.expect(token.RPAREN)}
	case token.FUNC:
		pos := p.expect(token.FUNC)
		t := p.funcType(pos)
		if p.tok != token.LBRACE {
			return t
		}
		p.level++
		body := p.funcBody()
		p.level--
		return &ast.FuncLit{Type: t, Body: body}
	}
	if t := p.tryType(); t != nil {
		return t
	}
	pos := p.pos
	p.expected(pos, "operand")
	p.advance(stmtStart)
	return &ast.BadExpr{From: pos, To: p.pos}
}

func (p *parser) expr() ast.Expr { return p.binary(nil, token.LowestPrec+1) }

// binary reads an expression of operators of at least the precedence. x is its beginning, if it was read already.
func (p *parser) binary(x ast.Expr, prec int) ast.Expr {
	p.nest()
	defer p.leave()
	if x == nil {
		x = p.unary()
	}
	for {
		op := p.tok
		if p.inRhs && op == token.ASSIGN {
			op = token.EQL
		}
		n := op.Precedence()
		if n < prec {
			return x
		}
		b := &ast.BinaryExpr{X: x, OpPos: p.expect(op), Op: op}
		b.Y = p.binary(nil, n+1)
		x = b
	}
}

func (p *parser) unary() ast.Expr {
	p.nest()
	defer p.leave()
	switch p.tok {
	case token.ADD, token.SUB, token.NOT, token.XOR, token.AND, token.TILDE:
		u := &ast.UnaryExpr{OpPos: p.pos, Op: p.tok}
		p.next()
		u.X = p.unary()
		return u
	case token.MUL:
		s := &ast.StarExpr{Star: p.pos}
		p.next()
		s.X = p.unary()
		return s
	case token.ARROW:
		arrow := p.pos
		p.next()
		x := p.unary()
		if c, ok := x.(*ast.ChanType); ok {
			return p.receiveType(arrow, c)
		}
		return &ast.UnaryExpr{OpPos: arrow, Op: token.ARROW, X: x}
	}
	return p.postfix(nil)
}

// receiveType makes <-chan T of an arrow and a channel type: (<-chan T) where it was <- (chan T); the arrows of <-chan<- T move on.
func (p *parser) receiveType(arrow token.Pos, c *ast.ChanType) ast.Expr {
	dir := ast.SEND
	for t := c; dir == ast.SEND; {
		if t.Dir == ast.RECV {
			p.expected(t.Arrow, "'chan'")
		}
		arrow, t.Begin, t.Arrow = t.Arrow, arrow, arrow
		dir, t.Dir = t.Dir, ast.RECV
		if dir != ast.SEND {
			break
		}
		next, ok := t.Value.(*ast.ChanType)
		if !ok {
			p.expected(arrow, "channel type")
			break
		}
		t = next
	}
	return c
}

// postfix reads what may follow an operand.
func (p *parser) postfix(x ast.Expr) ast.Expr {
	if x == nil {
		x = p.operand()
	}
	for {
		switch p.tok {
		case token.PERIOD:
			p.next()
			switch p.tok {
			case token.IDENT:
				x = &ast.SelectorExpr{X: x, Sel: p.ident()}
			case token.LPAREN:
				a := &ast.TypeAssertExpr{X: x, Lparen: p.pos}
				p.next()
				if p.tok == token.TYPE {
					p.next()
				} else {
					a.Type = p.typ()
				}
				a.Rparen = p.expect(token.RPAREN)
				x = a
			default:
				pos := p.pos
				p.expected(pos, "selector or type assertion")
				if p.tok != token.RBRACE {
					p.next()
				}
				x = &ast.SelectorExpr{X: x, Sel: &ast.Ident{NamePos: pos, Name: "_"}}
			}
		case token.LBRACK:
			x = p.indexOrSlice(x)
		case token.LPAREN:
			x = p.call(x)
		case token.LBRACE:
			if !literalType(ast.Unparen(x)) || p.level < 0 && !isPlainType(x) {
				return x
			}
			if t := ast.Unparen(x); t != x {
				p.error(t.Pos(), "cannot parenthesize type in composite literal")
			}
			x = p.composite(x)
		default:
			return x
		}
		p.nest()
		defer p.leave()
	}
}

// literalType reports whether x may be the type of a composite literal.
func literalType(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.BadExpr, *ast.Ident, *ast.ArrayType, *ast.StructType, *ast.MapType:
		return true
	case *ast.SelectorExpr:
		_, ok := x.X.(*ast.Ident)
		return ok
	case *ast.IndexExpr:
		return literalType(x.X)
	case *ast.IndexListExpr:
		return literalType(x.X)
	}
	return false
}

// isPlainType reports whether x can only be a type, so that a { after it begins a literal even in a header.
func isPlainType(x ast.Expr) bool {
	switch x.(type) {
	case *ast.ArrayType, *ast.StructType, *ast.MapType:
		return true
	}
	return false
}

func (p *parser) indexOrSlice(x ast.Expr) ast.Expr {
	open := p.expect(token.LBRACK)
	if p.tok == token.RBRACK {
		p.expected(p.pos, "operand")
		end := p.pos
		p.next()
		return &ast.IndexExpr{X: x, Lbrack: open, Index: &ast.BadExpr{From: end, To: end}, Rbrack: end}
	}
	p.level++
	var at [3]ast.Expr
	var args []ast.Expr
	var colons [2]token.Pos
	n := 0
	if p.tok != token.COLON {
		old := p.inRhs
		p.inRhs = true
		at[0] = p.expr()
		p.inRhs = old
	}
	switch p.tok {
	case token.COLON:
		for p.tok == token.COLON && n < 2 {
			colons[n] = p.pos
			n++
			p.next()
			if p.tok != token.COLON && p.tok != token.RBRACK && p.tok != token.EOF {
				at[n] = p.rhs()
			}
		}
	case token.COMMA:
		args = append(args, at[0])
		for p.tok == token.COMMA {
			p.next()
			if p.tok != token.RBRACK && p.tok != token.EOF {
				args = append(args, p.typ())
			}
		}
	}
	p.level--
	end := p.expect(token.RBRACK)
	if n > 0 {
		s := &ast.SliceExpr{X: x, Lbrack: open, Low: at[0], High: at[1], Max: at[2], Slice3: n == 2, Rbrack: end}
		if n == 2 {
			if s.High == nil {
				p.error(colons[0], "middle index required in 3-index slice")
				s.High = &ast.BadExpr{From: colons[0] + 1, To: colons[1]}
			}
			if s.Max == nil {
				p.error(colons[1], "final index required in 3-index slice")
				s.Max = &ast.BadExpr{From: colons[1] + 1, To: end}
			}
		}
		return s
	}
	if args == nil {
		args = append(args, at[0])
	}
	return index(x, open, args, end)
}

func (p *parser) call(fun ast.Expr) *ast.CallExpr {
	c := &ast.CallExpr{Fun: fun, Lparen: p.expect(token.LPAREN)}
	p.level++
	for p.tok != token.RPAREN && p.tok != token.EOF && !c.Ellipsis.IsValid() {
		c.Args = append(c.Args, p.rhs())
		if p.tok == token.ELLIPSIS {
			c.Ellipsis = p.pos
			p.next()
		}
		if !p.comma("argument list", token.RPAREN) {
			break
		}
		p.next()
	}
	p.level--
	c.Rparen = p.closing(token.RPAREN, "argument list")
	return c
}

func (p *parser) composite(typ ast.Expr) ast.Expr {
	p.nest()
	defer p.leave()
	c := &ast.CompositeLit{Type: typ, Lbrace: p.expect(token.LBRACE)}
	p.level++
	element := func() ast.Expr {
		if p.tok == token.LBRACE {
			return p.composite(nil)
		}
		return p.expr()
	}
	for p.tok != token.RBRACE && p.tok != token.EOF {
		x := element()
		if p.tok == token.COLON {
			kv := &ast.KeyValueExpr{Key: x, Colon: p.pos}
			p.next()
			kv.Value = element()
			x = kv
		}
		c.Elts = append(c.Elts, x)
		if !p.comma("composite literal", token.RBRACE) {
			break
		}
		p.next()
	}
	p.level--
	c.Rbrace = p.closing(token.RBRACE, "composite literal")
	return c
}
