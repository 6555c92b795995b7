package parser

import (
	"go/ast"
	"go/build/constraint"
	"go/scanner"
	"go/token"
	"strconv"
	"strings"
	"unicode"
)

func (p *parser) init(file *token.File, src []byte, mode Mode) {
	p.file, p.mode, p.top = file, mode, true
	p.scan.Init(file, src, func(pos token.Position, msg string) { p.errors.Add(pos, msg) }, scanner.ScanComments)
	p.next()
}

// next0 reads a token, comments too.
func (p *parser) next0() {
	for {
		p.pos, p.tok, p.lit = p.scan.Scan()
		p.end = p.scan.End()
		if p.tok != token.COMMENT {
			p.top = false
			return
		}
		if p.top && strings.HasPrefix(p.lit, "//go:build") {
			if x, err := constraint.Parse(p.lit); err == nil {
				p.version = constraint.GoVersion(x)
			}
		}
		if p.mode&ParseComments != 0 {
			return
		}
	}
}

func (p *parser) line(pos token.Pos) int { return p.file.PositionFor(pos, false).Line }

// group reads comments with at most n lines between them, and says on what line the last one ends.
func (p *parser) group(n int) (g *ast.CommentGroup, end int) {
	var list []*ast.Comment
	end = p.line(p.pos)
	for p.tok == token.COMMENT && p.line(p.pos) <= end+n {
		end = p.line(p.pos)
		if p.lit[1] == '*' {
			end = p.line(p.end)
		}
		list = append(list, &ast.Comment{Slash: p.pos, Text: p.lit})
		p.next0()
	}
	g = &ast.CommentGroup{List: list}
	p.comments = append(p.comments, g)
	return g, end
}

// next moves to the next token that is no comment, and keeps the comments around.
func (p *parser) next() {
	p.lead, p.trail = nil, nil
	before := p.pos
	p.next0()
	if p.tok != token.COMMENT {
		return
	}
	var g *ast.CommentGroup
	end := 0
	if before.IsValid() && p.line(p.pos) == p.line(before) {
		g, end = p.group(0)
		if p.line(p.pos) != end || p.tok == token.SEMICOLON || p.tok == token.EOF {
			p.trail = g
		}
	}
	end = -1
	for p.tok == token.COMMENT {
		g, end = p.group(1)
	}
	if end+1 == p.line(p.pos) {
		p.lead = g
	}
}

func (p *parser) error(pos token.Pos, msg string) {
	at := p.file.Position(pos)
	if p.mode&AllErrors == 0 {
		n := len(p.errors)
		if n > 0 && p.errors[n-1].Pos.Line == at.Line {
			return
		}
		if n > 10 {
			panic(tooMany{})
		}
	}
	p.errors.Add(at, msg)
}

func (p *parser) expected(pos token.Pos, what string) {
	msg := "expected " + what
	if pos == p.pos {
		switch {
		case p.tok == token.SEMICOLON && p.lit == "\n":
			msg += ", found newline"
		case p.tok.IsLiteral():
			msg += ", found " + p.lit
		default:
			msg += ", found '" + p.tok.String() + "'"
		}
	}
	p.error(pos, msg)
}

func (p *parser) expect(tok token.Token) token.Pos {
	pos := p.pos
	if p.tok != tok {
		p.expected(pos, "'"+tok.String()+"'")
	}
	p.next()
	return pos
}

// closing is expect for a mark that ends a list; a newline before it is reported as a missing comma.
func (p *parser) closing(tok token.Token, context string) token.Pos {
	if p.tok != tok && p.tok == token.SEMICOLON && p.lit == "\n" {
		p.error(p.pos, "missing ',' before newline in "+context)
		p.next()
	}
	return p.expect(tok)
}

// semi reads the semicolon that ends a statement and gives the comment behind it.
func (p *parser) semi() (comment *ast.CommentGroup) {
	switch p.tok {
	case token.RPAREN, token.RBRACE:
		return nil
	case token.COMMA:
		p.expected(p.pos, "';'")
		fallthrough
	case token.SEMICOLON:
		if p.lit == ";" {
			p.next()
			comment = p.trail
		} else {
			comment = p.trail
			p.next()
		}
		return comment
	}
	p.expected(p.pos, "';'")
	p.advance(stmtStart)
	return nil
}

func (p *parser) comma(context string, follow token.Token) bool {
	if p.tok == token.COMMA {
		return true
	}
	if p.tok != follow {
		msg := "missing ','"
		if p.tok == token.SEMICOLON && p.lit == "\n" {
			msg += " before newline"
		}
		p.error(p.pos, msg+" in "+context)
		return true // go on as if it were there
	}
	return false
}

var stmtStart = map[token.Token]bool{token.BREAK: true, token.CONST: true, token.CONTINUE: true, token.DEFER: true, token.FALLTHROUGH: true,
	token.FOR: true, token.GO: true, token.GOTO: true, token.IF: true, token.RETURN: true, token.SELECT: true, token.SWITCH: true, token.TYPE: true, token.VAR: true}

var declStart = map[token.Token]bool{token.IMPORT: true, token.CONST: true, token.TYPE: true, token.VAR: true}

var exprEnd = map[token.Token]bool{token.COMMA: true, token.COLON: true, token.RPAREN: true, token.RBRACK: true, token.RBRACE: true}

// advance skips tokens up to one of the set, without standing still for ever.
func (p *parser) advance(to map[token.Token]bool) {
	for ; p.tok != token.EOF; p.next() {
		if to[p.tok] {
			if p.pos == p.syncPos && p.syncN < 10 {
				p.syncN++
				return
			}
			if p.pos > p.syncPos {
				p.syncPos, p.syncN = p.pos, 0
				return
			}
		}
	}
}

// nest counts depth; leave undoes it.
func (p *parser) nest() {
	if p.depth++; p.depth > 100000 {
		p.error(p.pos, "exceeded max nesting depth")
		panic(tooMany{})
	}
}

func (p *parser) leave() { p.depth-- }

func (p *parser) ident() *ast.Ident {
	id := &ast.Ident{NamePos: p.pos, Name: "_"}
	if p.tok == token.IDENT {
		id.Name = p.lit
		p.next()
	} else {
		p.expect(token.IDENT)
	}
	return id
}

func (p *parser) identList() (list []*ast.Ident) {
	list = append(list, p.ident())
	for p.tok == token.COMMA {
		p.next()
		list = append(list, p.ident())
	}
	return list
}

func (p *parser) exprList() (list []ast.Expr) {
	list = append(list, p.expr())
	for p.tok == token.COMMA {
		p.next()
		list = append(list, p.expr())
	}
	return list
}

func (p *parser) list(rhs bool) []ast.Expr {
	old := p.inRhs
	p.inRhs = rhs
	l := p.exprList()
	p.inRhs = old
	return l
}

func (p *parser) rhs() ast.Expr {
	old := p.inRhs
	p.inRhs = true
	x := p.expr()
	p.inRhs = old
	return x
}

// Types.

func (p *parser) typ() ast.Expr {
	t := p.tryType()
	if t == nil {
		pos := p.pos
		p.expected(pos, "type")
		p.advance(exprEnd)
		return &ast.BadExpr{From: pos, To: p.pos}
	}
	return t
}

func (p *parser) tryType() ast.Expr {
	p.nest()
	defer p.leave()
	switch p.tok {
	case token.IDENT:
		t := p.typeName(nil)
		if p.tok == token.LBRACK {
			t = p.instance(t)
		}
		return t
	case token.LBRACK:
		l := p.expect(token.LBRACK)
		return p.arrayType(l, nil)
	case token.STRUCT:
		return p.structType()
	case token.MUL:
		star := p.expect(token.MUL)
		return &ast.StarExpr{Star: star, X: p.typ()}
	case token.FUNC:
		pos := p.expect(token.FUNC)
		return p.funcType(pos)
	case token.INTERFACE:
		return p.interfaceType()
	case token.MAP:
		pos := p.expect(token.MAP)
		p.expect(token.LBRACK)
		key := p.typ()
		p.expect(token.RBRACK)
		return &ast.MapType{Map: pos, Key: key, Value: p.typ()}
	case token.CHAN, token.ARROW:
		return p.chanType()
	case token.LPAREN:
		l := p.expect(token.LPAREN)
		t := p.typ()
		r := p.expect(token.RPAREN)
		return &ast.ParenExpr{Lparen: l, X: t, Rparen: r}
	}
	return nil
}

func (p *parser) typeName(id *ast.Ident) ast.Expr {
	if id == nil {
		id = p.ident()
	}
	if p.tok == token.PERIOD {
		p.next()
		return &ast.SelectorExpr{X: id, Sel: p.ident()}
	}
	return id
}

// instance reads the type arguments of a type.
func (p *parser) instance(t ast.Expr) ast.Expr {
	open := p.expect(token.LBRACK)
	p.level++
	var args []ast.Expr
	for p.tok != token.RBRACK && p.tok != token.EOF {
		args = append(args, p.typ())
		if !p.comma("type argument list", token.RBRACK) {
			break
		}
		p.next()
	}
	p.level--
	end := p.closing(token.RBRACK, "type argument list")
	if len(args) == 0 {
		p.expected(end, "type argument list")
		return &ast.IndexExpr{X: t, Lbrack: open, Index: &ast.BadExpr{From: open + 1, To: end}, Rbrack: end}
	}
	return index(t, open, args, end)
}

func index(x ast.Expr, open token.Pos, args []ast.Expr, end token.Pos) ast.Expr {
	if len(args) == 1 {
		return &ast.IndexExpr{X: x, Lbrack: open, Index: args[0], Rbrack: end}
	}
	return &ast.IndexListExpr{X: x, Lbrack: open, Indices: args, Rbrack: end}
}

// arrayType is behind [; n is the length if it was read already.
func (p *parser) arrayType(open token.Pos, n ast.Expr) ast.Expr {
	if n == nil {
		p.level++
		if p.tok == token.ELLIPSIS {
			n = &ast.Ellipsis{Ellipsis: p.pos}
			p.next()
		} else if p.tok != token.RBRACK {
			n = p.rhs()
		}
		p.level--
	}
	if p.tok == token.COMMA {
		p.error(p.pos, "unexpected comma; expecting ]")
		p.next()
	}
	p.expect(token.RBRACK)
	return &ast.ArrayType{Lbrack: open, Len: n, Elt: p.typ()}
}

func (p *parser) chanType() ast.Expr {
	pos := p.pos
	c := &ast.ChanType{Begin: pos, Dir: ast.SEND | ast.RECV}
	if p.tok == token.CHAN {
		p.next()
		if p.tok == token.ARROW {
			c.Arrow, c.Dir = p.pos, ast.SEND
			p.next()
		}
	} else {
		c.Arrow, c.Dir = p.expect(token.ARROW), ast.RECV
		p.expect(token.CHAN)
	}
	c.Value = p.typ()
	return c
}

func (p *parser) structType() ast.Expr {
	pos := p.expect(token.STRUCT)
	f := &ast.FieldList{Opening: p.expect(token.LBRACE)}
	for p.tok == token.IDENT || p.tok == token.MUL || p.tok == token.LPAREN {
		f.List = append(f.List, p.fieldDecl())
	}
	f.Closing = p.expect(token.RBRACE)
	return &ast.StructType{Struct: pos, Fields: f}
}

// embedded reads the type of an embedded field.
func (p *parser) embedded() ast.Expr {
	if p.tok == token.MUL {
		star := p.pos
		p.next()
		if p.tok == token.LPAREN {
			p.error(p.pos, "cannot parenthesize embedded type")
			p.next()
			t := p.embedded()
			if p.tok == token.RPAREN {
				p.next()
			}
			return &ast.StarExpr{Star: star, X: t}
		}
		return &ast.StarExpr{Star: star, X: p.embedded()}
	}
	if p.tok == token.LPAREN {
		p.error(p.pos, "cannot parenthesize embedded type")
		p.next()
		t := p.embedded()
		if p.tok == token.RPAREN {
			p.next()
		}
		return t
	}
	t := p.typeName(nil)
	if p.tok == token.LBRACK {
		t = p.instance(t)
	}
	return t
}

func (p *parser) fieldDecl() *ast.Field {
	f := &ast.Field{Doc: p.lead}
	if p.tok == token.IDENT {
		id := p.ident()
		switch p.tok {
		case token.PERIOD, token.STRING, token.SEMICOLON, token.RBRACE:
			f.Type = p.typeName(id)
			if p.tok == token.LBRACK {
				f.Type = p.instance(f.Type)
			}
		case token.LBRACK:
			// a [n]T is a field, a[T] an embedded instance
			open := p.expect(token.LBRACK)
			f.Names = []*ast.Ident{id}
			if p.tok == token.RBRACK {
				f.Type = p.arrayType(open, nil)
				break
			}
			var args []ast.Expr
			if p.tok == token.ELLIPSIS {
				f.Type = p.arrayType(open, nil)
				break
			}
			p.level++
			old := p.inRhs
			p.inRhs = true
			args = append(args, p.typeOrExpr())
			for p.tok == token.COMMA {
				p.next()
				if p.tok == token.RBRACK {
					break
				}
				args = append(args, p.typeOrExpr())
			}
			p.inRhs = old
			p.level--
			end := p.expect(token.RBRACK)
			if len(args) == 1 {
				if elt := p.tryType(); elt != nil {
					f.Type = &ast.ArrayType{Lbrack: open, Len: args[0], Elt: elt}
					break
				}
			}
			f.Names = nil
			f.Type = index(id, open, args, end)
		default:
			f.Names = []*ast.Ident{id}
			for p.tok == token.COMMA {
				p.next()
				f.Names = append(f.Names, p.ident())
			}
			f.Type = p.typ()
		}
	} else {
		f.Type = p.embedded()
	}
	if p.tok == token.STRING {
		f.Tag = p.basicLit()
	}
	f.Comment = p.semi()
	return f
}

func (p *parser) basicLit() *ast.BasicLit {
	x := &ast.BasicLit{ValuePos: p.pos, ValueEnd: p.end, Kind: p.tok, Value: p.lit}
	p.next()
	return x
}

func (p *parser) interfaceType() ast.Expr {
	pos := p.expect(token.INTERFACE)
	f := &ast.FieldList{Opening: p.expect(token.LBRACE)}
	for p.tok != token.RBRACE && p.tok != token.EOF {
		m := &ast.Field{Doc: p.lead}
		if p.tok == token.IDENT {
			id := p.ident()
			if p.tok == token.LPAREN {
				m.Names = []*ast.Ident{id}
				m.Type = p.funcType(token.NoPos)
			} else {
				x := p.typeName(id)
				if p.tok == token.LBRACK {
					x = p.instance(x)
				}
				m.Type = p.union(x)
			}
		} else if p.tok == token.TILDE || typeStart(p.tok) {
			m.Type = p.union(nil)
		} else {
			break
		}
		m.Comment = p.semi()
		f.List = append(f.List, m)
	}
	f.Closing = p.expect(token.RBRACE)
	return &ast.InterfaceType{Interface: pos, Methods: f}
}

func typeStart(t token.Token) bool {
	switch t {
	case token.IDENT, token.LBRACK, token.STRUCT, token.MUL, token.FUNC, token.INTERFACE, token.MAP, token.CHAN, token.ARROW, token.LPAREN:
		return true
	}
	return false
}

// union reads terms of a constraint, of which the first may be read already.
func (p *parser) union(x ast.Expr) ast.Expr {
	term := func() ast.Expr {
		if p.tok == token.TILDE {
			pos := p.pos
			p.next()
			return &ast.UnaryExpr{OpPos: pos, Op: token.TILDE, X: p.typ()}
		}
		t := p.tryType()
		if t == nil {
			pos := p.pos
			p.expected(pos, "~ term or type")
			p.advance(exprEnd)
			return &ast.BadExpr{From: pos, To: p.pos}
		}
		return t
	}
	if x == nil {
		x = term()
	}
	for p.tok == token.OR {
		b := &ast.BinaryExpr{X: x, OpPos: p.pos, Op: token.OR}
		p.next()
		b.Y = term()
		x = b
	}
	return x
}

func (p *parser) funcType(pos token.Pos) *ast.FuncType {
	if p.tok == token.LBRACK {
		open := p.pos
		p.next()
		tp := p.params(token.RBRACK, open, nil, nil)
		what := "function type must have no type parameters"
		if !pos.IsValid() {
			what = "interface method must have no type parameters"
		}
		p.error(tp.Opening, what)
	}
	t := &ast.FuncType{Func: pos}
	t.Params, t.Results = p.signature()
	return t
}

func (p *parser) signature() (params, results *ast.FieldList) {
	open := p.expect(token.LPAREN)
	params = p.params(token.RPAREN, open, nil, nil)
	if p.tok == token.LPAREN {
		open := p.pos
		p.next()
		results = p.params(token.RPAREN, open, nil, nil)
	} else if t := p.tryType(); t != nil {
		results = &ast.FieldList{List: []*ast.Field{{Type: t}}}
	}
	return params, results
}

// param is a parameter before it is known whether it has a name.
type param struct {
	name *ast.Ident
	typ  ast.Expr
}

// params reads parameters up to the closing mark. For type parameters name, and perhaps typ, were read already.
func (p *parser) params(end token.Token, open token.Pos, name *ast.Ident, typ ast.Expr) *ast.FieldList {
	types := end == token.RBRACK
	var list []param
	named := 0
	for name != nil || p.tok != end && p.tok != token.EOF {
		var q param
		if typ != nil {
			q = param{name, p.maybeUnion(typ, types)}
			if name == nil {
				q.typ = typ
			}
		} else {
			q = p.param(name, types)
		}
		name, typ = nil, nil
		if q.name != nil && q.typ != nil {
			named++
		}
		if q.name != nil || q.typ != nil {
			list = append(list, q)
		}
		context := "parameter list"
		if types {
			context = "type parameter list"
		}
		if !p.comma(context, end) {
			break
		}
		p.next()
	}
	f := &ast.FieldList{Opening: open}
	defer func() {
		f.Closing = p.closing(end, "parameter list")
		if types && len(f.List) == 0 {
			p.error(f.Closing, "empty type parameter list")
		}
	}()
	if len(list) == 0 {
		return f
	}
	if named == 0 && !types {
		for _, q := range list {
			t := q.typ
			if t == nil {
				t = q.name
			}
			f.List = append(f.List, &ast.Field{Type: t})
		}
		return f
	}
	// Names without type take the one that follows.
	var last ast.Expr
	bad := false
	for i := len(list) - 1; i >= 0; i-- {
		q := &list[i]
		switch {
		case q.typ != nil && q.name != nil:
			last = q.typ
		case q.typ != nil: // a type without name
			bad = true
			q.name = &ast.Ident{NamePos: q.typ.Pos(), Name: "_"}
			last = q.typ
		case last != nil:
			q.typ = last
		default:
			bad = true
			q.typ = &ast.BadExpr{From: q.name.Pos(), To: p.pos}
		}
	}
	if bad {
		switch {
		case types && named == 0:
			p.error(p.pos, "missing type constraint")
		case types:
			p.error(p.pos, "missing type parameter name or type constraint")
		default:
			p.error(p.pos, "missing parameter name or type")
		}
	}
	var cur *ast.Field
	for _, q := range list {
		if cur == nil || cur.Type != q.typ {
			cur = &ast.Field{Type: q.typ}
			f.List = append(f.List, cur)
		}
		cur.Names = append(cur.Names, q.name)
	}
	return f
}

func (p *parser) maybeUnion(t ast.Expr, types bool) ast.Expr {
	if types && p.tok == token.OR {
		return p.union(t)
	}
	return t
}

func (p *parser) param(name *ast.Ident, types bool) (q param) {
	if types && p.tok == token.TILDE {
		return param{name, p.union(nil)}
	}
	if name != nil || p.tok == token.IDENT {
		if name == nil {
			name = p.ident()
		}
		switch p.tok {
		case token.PERIOD:
			q.typ = p.typeName(name)
			if p.tok == token.LBRACK {
				q.typ = p.instance(q.typ)
			}
			q.typ = p.maybeUnion(q.typ, types)
			return q
		case token.OR:
			if types {
				return param{nil, p.union(name)}
			}
		case token.LBRACK:
			// name []T, name [n]T, or an instance without name
			open := p.pos
			p.next()
			if p.tok == token.RBRACK || p.tok == token.ELLIPSIS {
				return param{name, p.maybeUnion(p.arrayType(open, nil), types)}
			}
			p.level++
			args := []ast.Expr{p.typeOrExpr()}
			for p.tok == token.COMMA {
				p.next()
				if p.tok == token.RBRACK {
					break
				}
				args = append(args, p.typeOrExpr())
			}
			p.level--
			end := p.expect(token.RBRACK)
			if len(args) == 1 {
				if elt := p.tryType(); elt != nil {
					return param{name, p.maybeUnion(&ast.ArrayType{Lbrack: open, Len: args[0], Elt: elt}, types)}
				}
			}
			return param{nil, p.maybeUnion(index(name, open, args, end), types)}
		}
		if p.tok == token.ELLIPSIS {
			return param{name, p.dots()}
		}
		if types && p.tok == token.TILDE {
			return param{name, p.union(nil)}
		}
		if t := p.tryType(); t != nil {
			return param{name, p.maybeUnion(t, types)}
		}
		return param{name, nil}
	}
	if p.tok == token.ELLIPSIS {
		return param{nil, p.dots()}
	}
	t := p.tryType()
	if t == nil {
		p.expected(p.pos, "'"+map[bool]string{false: ")", true: "]"}[types]+"'")
		p.advance(exprEnd)
		return q
	}
	return param{nil, p.maybeUnion(t, types)}
}

func (p *parser) dots() ast.Expr {
	e := &ast.Ellipsis{Ellipsis: p.pos}
	p.next()
	if e.Elt = p.tryType(); e.Elt == nil {
		p.error(e.Ellipsis, "'...' parameter is missing type")
	}
	return e
}

func (p *parser) typeOrExpr() ast.Expr { return p.expr() }

// isValid checks the text of an import path.
func validPath(lit string) bool {
	const bad = `!"#$%&'()*,:;<=>?[\]^{|}` + "`\uFFFD"
	s, _ := strconv.Unquote(lit)
	for _, r := range s {
		if !unicode.IsGraphic(r) || unicode.IsSpace(r) || strings.ContainsRune(bad, r) {
			return false
		}
	}
	return s != ""
}

// Declarations.

func (p *parser) importSpec(doc *ast.CommentGroup) ast.Spec {
	s := &ast.ImportSpec{Doc: doc}
	switch p.tok {
	case token.IDENT:
		s.Name = p.ident()
	case token.PERIOD:
		s.Name = &ast.Ident{NamePos: p.pos, Name: "."}
		p.next()
	}
	s.Path = &ast.BasicLit{ValuePos: p.pos, Kind: token.STRING}
	switch {
	case p.tok == token.STRING:
		if !validPath(p.lit) {
			p.error(p.pos, "invalid import path: "+p.lit)
		}
		s.Path = p.basicLit()
	case p.tok.IsLiteral():
		p.error(p.pos, "import path must be a string")
		p.next()
	default:
		p.error(p.pos, "missing import path")
		p.advance(exprEnd)
	}
	s.Comment = p.semi()
	p.imports = append(p.imports, s)
	return s
}

func (p *parser) valueSpec(doc *ast.CommentGroup, tok token.Token, n int) ast.Spec {
	s := &ast.ValueSpec{Doc: doc, Names: p.identList()}
	if p.tok != token.EOF && p.tok != token.SEMICOLON && p.tok != token.RPAREN {
		s.Type = p.tryType()
		if p.tok == token.ASSIGN {
			p.next()
			s.Values = p.list(true)
		}
	}
	s.Comment = p.semi()
	return s
}

func (p *parser) typeSpec(doc *ast.CommentGroup) ast.Spec {
	s := &ast.TypeSpec{Doc: doc, Name: p.ident()}
	if p.tok == token.LBRACK {
		open := p.pos
		p.next()
		switch p.tok {
		case token.IDENT:
			// Type parameters or the length of an array: an expression decides, as far as it goes.
			name, typ, x := p.typeParamStart()
			if name != nil {
				s.TypeParams = p.params(token.RBRACK, open, name, typ)
				p.alias(s)
			} else {
				s.Type = p.arrayType(open, x)
			}
		default:
			s.Type = p.arrayType(open, nil)
		}
	} else {
		p.alias(s)
	}
	s.Comment = p.semi()
	return s
}

func (p *parser) alias(s *ast.TypeSpec) {
	if p.tok == token.ASSIGN {
		s.Assign = p.pos
		p.next()
	}
	s.Type = p.typ()
}

// typeParamStart is behind [ at an identifier: either name (and typ) of a type parameter, or x, the length of an array.
func (p *parser) typeParamStart() (name *ast.Ident, typ, x ast.Expr) {
	id := p.ident()
	if p.tok == token.LBRACK {
		// name []T or name [n]T begins a constraint; a[i] is an expression.
		open := p.pos
		p.next()
		if p.tok == token.RBRACK || p.tok == token.ELLIPSIS {
			return id, p.arrayType(open, nil), nil
		}
		p.level++
		args := []ast.Expr{p.typeOrExpr()}
		for p.tok == token.COMMA {
			p.next()
			args = append(args, p.typeOrExpr())
		}
		p.level--
		end := p.expect(token.RBRACK)
		if elt := p.tryType(); elt != nil && len(args) == 1 {
			return id, &ast.ArrayType{Lbrack: open, Len: args[0], Elt: elt}, nil
		}
		p.level++
		x = p.binary(p.postfix(index(id, open, args, end)), token.LowestPrec+1)
		p.level--
		return nil, nil, x
	}
	p.level++
	x = p.binary(p.postfix(id), token.LowestPrec+1)
	p.level--
	if n, t := split(x, p.tok == token.COMMA || p.tok == token.TILDE); n != nil && (t != nil || p.tok != token.RBRACK) {
		return n, t, nil
	}
	return nil, nil, x
}

// split takes x apart if it can be a name with a constraint: P *T, P (T), P *T|Q. Without force a bare *T stays an expression.
func split(x ast.Expr, force bool) (*ast.Ident, ast.Expr) {
	switch x := x.(type) {
	case *ast.Ident:
		return x, nil
	case *ast.BinaryExpr:
		switch x.Op {
		case token.MUL:
			if n, ok := x.X.(*ast.Ident); ok && (force || isType(x.Y)) {
				return n, &ast.StarExpr{Star: x.OpPos, X: x.Y}
			}
		case token.OR:
			if n, l := split(x.X, force || isType(x.Y)); n != nil && l != nil {
				op := *x
				op.X = l
				return n, &op
			}
		}
	case *ast.CallExpr:
		if n, ok := x.Fun.(*ast.Ident); ok && len(x.Args) == 1 && x.Ellipsis == token.NoPos && (force || isType(x.Args[0])) {
			return n, &ast.ParenExpr{Lparen: x.Lparen, X: x.Args[0], Rparen: x.Rparen}
		}
	}
	return nil, nil
}

func isType(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.ArrayType, *ast.StructType, *ast.FuncType, *ast.InterfaceType, *ast.MapType, *ast.ChanType:
		return true
	case *ast.BinaryExpr:
		return isType(x.X) || isType(x.Y)
	case *ast.UnaryExpr:
		return x.Op == token.TILDE
	case *ast.ParenExpr:
		return isType(x.X)
	}
	return false
}

func (p *parser) genDecl(tok token.Token) *ast.GenDecl {
	d := &ast.GenDecl{Doc: p.lead, Tok: tok}
	d.TokPos = p.expect(tok)
	spec := func(doc *ast.CommentGroup, i int) ast.Spec {
		switch tok {
		case token.IMPORT:
			return p.importSpec(doc)
		case token.TYPE:
			return p.typeSpec(doc)
		}
		return p.valueSpec(doc, tok, i)
	}
	if p.tok != token.LPAREN {
		d.Specs = append(d.Specs, spec(nil, 0))
		return d
	}
	d.Lparen = p.pos
	p.next()
	for i := 0; p.tok != token.RPAREN && p.tok != token.EOF; i++ {
		d.Specs = append(d.Specs, spec(p.lead, i))
	}
	d.Rparen = p.expect(token.RPAREN)
	p.semi()
	return d
}

func (p *parser) funcDecl() *ast.FuncDecl {
	d := &ast.FuncDecl{Doc: p.lead}
	t := &ast.FuncType{Func: p.expect(token.FUNC)}
	if p.tok == token.LPAREN {
		open := p.pos
		p.next()
		d.Recv = p.params(token.RPAREN, open, nil, nil)
	}
	d.Name = p.ident()
	if p.tok == token.LBRACK {
		open := p.pos
		p.next()
		t.TypeParams = p.params(token.RBRACK, open, nil, nil)
	}
	t.Params, t.Results = p.signature()
	d.Type = t
	switch p.tok {
	case token.LBRACE:
		d.Body = p.funcBody()
		p.semi()
	case token.SEMICOLON:
		p.next()
		if p.tok == token.LBRACE {
			p.error(p.pos, "unexpected semicolon or newline before {")
			d.Body = p.funcBody()
			p.semi()
		}
	default:
		p.semi()
	}
	return d
}

func (p *parser) decl(sync map[token.Token]bool) ast.Decl {
	switch p.tok {
	case token.IMPORT, token.CONST, token.VAR, token.TYPE:
		return p.genDecl(p.tok)
	case token.FUNC:
		return p.funcDecl()
	}
	pos := p.pos
	p.expected(pos, "declaration")
	p.advance(sync)
	return &ast.BadDecl{From: pos, To: p.pos}
}

func (p *parser) parseFile() *ast.File {
	if len(p.errors) > 0 {
		return nil // it may be no Go at all
	}
	doc := p.lead
	pos := p.expect(token.PACKAGE)
	name := p.ident()
	if name.Name == "_" && p.mode&DeclarationErrors != 0 {
		p.error(p.pos, "invalid package name _")
	}
	p.semi()
	if len(p.errors) > 0 {
		return nil
	}
	f := &ast.File{Doc: doc, Package: pos, Name: name}
	if p.mode&PackageClauseOnly == 0 {
		for p.tok == token.IMPORT {
			f.Decls = append(f.Decls, p.genDecl(token.IMPORT))
		}
		if p.mode&ImportsOnly == 0 {
			before := token.IMPORT
			for p.tok != token.EOF {
				if p.tok == token.IMPORT && before != token.IMPORT {
					p.error(p.pos, "imports must appear before other declarations")
				}
				before = p.tok
				f.Decls = append(f.Decls, p.decl(declStart))
			}
		}
	}
	f.Imports, f.Comments, f.GoVersion = p.imports, p.comments, p.version
	if p.mode&SkipObjectResolution == 0 {
		var report func(token.Pos, string)
		if p.mode&DeclarationErrors != 0 {
			report = p.error
		}
		resolve(f, p.file, report)
	}
	return f
}
