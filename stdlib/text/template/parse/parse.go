// Package parse turns the text of templates into trees. Programs use text/template and html/template, which are built on it.
package parse

import (
	"bytes"
	"fmt"
	"runtime"
	"strconv"
	"strings"
)

// Tree is one parsed template.
type Tree struct {
	Name      string    // name of the template
	ParseName string    // name of the outermost template of the text, which errors show
	Root      *ListNode // what was parsed
	Mode      Mode
	text      string

	// While parsing only.
	funcs       []map[string]any
	scan        *scanner
	back        []token // tokens read and put back, the next one last
	line        int     // line of the last token
	actionLine  int     // line of the delimiter that opened the action, or 0
	vars        []string
	treeSet     map[string]*Tree
	left, right string
	ranges      int // loops around this place
	depth       int // parentheses around this place
}

// Mode is a set of options of the parser.
type Mode uint

const (
	ParseComments Mode = 1 << iota // keep comments as nodes
	SkipFuncCheck                  // do not ask whether functions exist
)

var maxStackDepth = 10000

// Parse parses text and returns the templates found in it by name; the outermost is called name.
func Parse(name, text, leftDelim, rightDelim string, funcs ...map[string]any) (map[string]*Tree, error) {
	set := map[string]*Tree{}
	t := New(name)
	t.text = text
	_, err := t.Parse(text, leftDelim, rightDelim, set, funcs...)
	return set, err
}

// New makes an empty tree.
func New(name string, funcs ...map[string]any) *Tree { return &Tree{Name: name, funcs: funcs} }

// Copy copies a tree without the state of its parser.
func (t *Tree) Copy() *Tree {
	if t == nil {
		return nil
	}
	return &Tree{Name: t.Name, ParseName: t.ParseName, Root: t.Root.CopyList(), text: t.text, left: t.left, right: t.right}
}

// Parse parses text into t and adds templates that are defined inside to treeSet.
func (t *Tree) Parse(text, leftDelim, rightDelim string, treeSet map[string]*Tree, funcs ...map[string]any) (tree *Tree, err error) {
	defer t.catch(&err)
	t.ParseName = t.Name
	t.left, t.right = leftDelim, rightDelim
	t.text = text
	t.begin(funcs, newScanner(t.Name, text, leftDelim, rightDelim), treeSet)
	t.scan.comments = t.Mode&ParseComments != 0
	t.scan.breakWord, t.scan.continueWord = !t.known("break"), !t.known("continue")
	t.top()
	t.add()
	t.end()
	return t, nil
}

// catch turns the panics of fail into errors.
func (t *Tree) catch(errp *error) {
	e := recover()
	if e == nil {
		return
	}
	if _, ok := e.(runtime.Error); ok {
		panic(e)
	}
	if t != nil {
		t.end()
	}
	*errp = e.(error)
}

func (t *Tree) begin(funcs []map[string]any, s *scanner, set map[string]*Tree) {
	t.Root = nil
	t.scan, t.funcs, t.treeSet = s, funcs, set
	t.vars = []string{"$"}
	t.back, t.depth, t.ranges, t.actionLine = nil, 0, 0, 0
	t.line = s.line
}

func (t *Tree) end() { t.scan, t.vars, t.funcs, t.treeSet, t.back = nil, nil, nil, nil, nil }

// inner makes the tree of a define or block and lets it read on.
func (t *Tree) inner(name string) *Tree {
	n := New(name)
	n.text, n.Mode, n.left, n.right, n.ParseName = t.text, t.Mode, t.left, t.right, t.ParseName
	n.begin(t.funcs, t.scan, t.treeSet)
	n.line = t.line
	return n
}

func (t *Tree) known(name string) bool {
	for _, m := range t.funcs {
		if m[name] != nil {
			return true
		}
	}
	return false
}

// add puts t into the set. A definition replaces an empty one.
func (t *Tree) add() {
	old := t.treeSet[t.Name]
	if old == nil || IsEmptyTree(old.Root) {
		t.treeSet[t.Name] = t
	} else if !IsEmptyTree(t.Root) {
		t.fail("template: multiple definition of template %q", t.Name)
	}
}

// IsEmptyTree reports whether n shows nothing but blanks.
func IsEmptyTree(n Node) bool {
	switch n := n.(type) {
	case nil, *CommentNode:
		return true
	case *ListNode:
		for _, sub := range n.Nodes {
			if !IsEmptyTree(sub) {
				return false
			}
		}
		return true
	case *TextNode:
		return len(bytes.TrimSpace(n.Text)) == 0
	case *ActionNode, *IfNode, *RangeNode, *WithNode, *TemplateNode:
		return false
	}
	panic("unknown node: " + n.String())
}

// ErrorContext describes where n is, and what it says.
func (t *Tree) ErrorContext(n Node) (location, context string) {
	owner := n.tree()
	if owner == nil {
		owner = t
	}
	before := owner.text[:n.Position()]
	column := len(before)
	if nl := strings.LastIndexByte(before, '\n'); nl >= 0 {
		column -= nl + 1
	}
	return fmt.Sprintf("%s:%d:%d", owner.ParseName, 1+strings.Count(before, "\n"), column), n.String()
}

// Tokens.

func (t *Tree) next() token {
	var tok token
	if n := len(t.back); n > 0 {
		tok = t.back[n-1]
		t.back = t.back[:n-1]
	} else {
		tok = t.scan.next()
	}
	t.line = tok.line
	return tok
}

func (t *Tree) unread(tok token) { t.back = append(t.back, tok) }

func (t *Tree) peek() token {
	tok := t.next()
	t.unread(tok)
	return tok
}

// solid is next without blanks.
func (t *Tree) solid() token {
	for {
		if tok := t.next(); tok.kind != tokSpace {
			return tok
		}
	}
}

func (t *Tree) peekSolid() token {
	tok := t.solid()
	t.unread(tok)
	return tok
}

func (t *Tree) fail(format string, args ...any) {
	t.Root = nil
	panic(fmt.Errorf("template: %s:%d: %s", t.ParseName, t.line, fmt.Sprintf(format, args...)))
}

func (t *Tree) unexpected(tok token, context string) {
	if tok.kind == tokError {
		from := ""
		if t.actionLine != 0 && t.actionLine != tok.line {
			from = fmt.Sprintf(" in action started at %s:%d", t.ParseName, t.actionLine)
			if strings.HasSuffix(tok.val, " action") {
				from = from[len(" in action"):]
			}
		}
		t.line = tok.line
		t.fail("%s%s", tok.val, from)
	}
	t.fail("unexpected %s in %s", tok, context)
}

func (t *Tree) expect(k kind, context string) token {
	tok := t.solid()
	if tok.kind != k {
		t.unexpected(tok, context)
	}
	return tok
}

// unquote is the value of a string token.
func (t *Tree) unquote(tok token, context string) string {
	if tok.kind != tokString && tok.kind != tokRawString {
		t.unexpected(tok, context)
	}
	s, err := strconv.Unquote(tok.val)
	if err != nil {
		t.fail("%s", err)
	}
	return s
}

// Grammar.

// top parses the whole text: nodes, and definitions between them.
func (t *Tree) top() {
	t.Root = t.newList(t.peek().pos)
	for t.peek().kind != tokEOF {
		if t.peek().kind == tokLeft {
			delim := t.next()
			word := t.solid()
			if word.kind == tokDefine {
				t.define()
				continue
			}
			t.unread(word)
			t.unread(delim)
		}
		n := t.item()
		if isStop(n) {
			t.fail("unexpected %s", n)
		}
		t.Root.append(n)
	}
}

func isStop(n Node) bool { return n.Type() == nodeEnd || n.Type() == nodeElse }

func (t *Tree) define() {
	const context = "define clause"
	d := t.inner("definition")
	d.back, t.back = t.back, nil
	d.Name = d.unquote(d.solid(), context)
	d.expect(tokRight, context)
	d.body(context)
	t.back = d.back
	t.line = d.line
	d.add()
	d.end()
}

// body parses a list that {{end}} closes.
func (t *Tree) body(context string) {
	list, stop := t.list()
	t.Root = list
	if stop.Type() != nodeEnd {
		t.fail("unexpected %s in %s", stop, context)
	}
}

// list parses nodes up to an {{end}} or {{else}}, which it returns too.
func (t *Tree) list() (*ListNode, Node) {
	l := t.newList(t.peekSolid().pos)
	for t.peekSolid().kind != tokEOF {
		n := t.item()
		if isStop(n) {
			return l, n
		}
		l.append(n)
	}
	t.fail("unexpected EOF")
	return nil, nil
}

// item parses text, a comment or an action.
func (t *Tree) item() Node {
	switch tok := t.solid(); tok.kind {
	case tokText:
		return &TextNode{NodeType: NodeText, Pos: tok.pos, Text: []byte(tok.val), tr: t}
	case tokComment:
		return &CommentNode{NodeType: NodeComment, Pos: tok.pos, Text: tok.val, tr: t}
	case tokLeft:
		t.actionLine = tok.line
		n := t.action()
		t.actionLine = 0
		return n
	default:
		t.unexpected(tok, "input")
	}
	return nil
}

// action parses what follows a left delimiter.
func (t *Tree) action() Node {
	tok := t.solid()
	switch tok.kind {
	case tokBlock:
		return t.block()
	case tokTemplate:
		return t.template()
	case tokIf:
		return t.ifAction()
	case tokWith:
		return t.withAction()
	case tokRange:
		return &RangeNode{t.control(NodeRange, "range")}
	case tokBreak, tokContinue:
		return t.jump(tok)
	case tokElse:
		if p := t.peekSolid(); p.kind == tokIf || p.kind == tokWith {
			return &elseNode{NodeType: nodeElse, Pos: p.pos, Line: p.line, tr: t}
		}
		r := t.expect(tokRight, "else")
		return &elseNode{NodeType: nodeElse, Pos: r.pos, Line: r.line, tr: t}
	case tokEnd:
		return &endNode{NodeType: nodeEnd, Pos: t.expect(tokRight, "end").pos, tr: t}
	}
	t.unread(tok)
	p := t.peek()
	pipe := t.pipeline("command", tokRight)
	return &ActionNode{NodeType: NodeAction, Pos: p.pos, Line: p.line, Pipe: pipe, tr: t}
}

func (t *Tree) jump(tok token) Node {
	word := "{{" + tok.val + "}}"
	if r := t.solid(); r.kind != tokRight {
		t.unexpected(r, word)
	}
	if t.ranges == 0 {
		t.fail("%s outside {{range}}", word)
	}
	if tok.kind == tokBreak {
		return &BreakNode{NodeType: NodeBreak, Pos: tok.pos, Line: tok.line, tr: t}
	}
	return &ContinueNode{NodeType: NodeContinue, Pos: tok.pos, Line: tok.line, tr: t}
}

func (t *Tree) ifAction() Node   { return &IfNode{t.control(NodeIf, "if")} }
func (t *Tree) withAction() Node { return &WithNode{t.control(NodeWith, "with")} }

// control parses if, with and range after the word.
func (t *Tree) control(typ NodeType, context string) BranchNode {
	nvar := len(t.vars)
	pipe := t.pipeline(context, tokRight)
	if typ == NodeRange {
		t.ranges++
	}
	list, stop := t.list()
	if typ == NodeRange {
		t.ranges--
	}
	b := BranchNode{NodeType: typ, Pos: pipe.Pos, Line: pipe.Line, Pipe: pipe, List: list, tr: t}
	if stop.Type() == nodeElse {
		// {{else if x}} is {{else}}{{if x}} with a common {{end}}.
		switch k := t.peek().kind; {
		case typ == NodeIf && k == tokIf:
			t.next()
			b.ElseList = t.newList(stop.Position())
			b.ElseList.append(t.ifAction())
		case typ == NodeWith && k == tokWith:
			t.next()
			b.ElseList = t.newList(stop.Position())
			b.ElseList.append(t.withAction())
		default:
			if b.ElseList, stop = t.list(); stop.Type() != nodeEnd {
				t.fail("expected end; found %s", stop)
			}
		}
	}
	t.vars = t.vars[:nvar]
	return b
}

// block parses {{block "name" pipeline}}...{{end}}, which defines a template and calls it.
func (t *Tree) block() Node {
	const context = "block clause"
	tok := t.solid()
	name := t.unquote(tok, context)
	pipe := t.pipeline(context, tokRight)
	b := t.inner(name)
	b.back, t.back = t.back, nil
	b.body(context)
	t.back, t.line = b.back, b.line
	b.add()
	b.end()
	return &TemplateNode{NodeType: NodeTemplate, Pos: tok.pos, Line: tok.line, Name: name, Pipe: pipe, tr: t}
}

func (t *Tree) template() Node {
	const context = "template clause"
	tok := t.solid()
	n := &TemplateNode{NodeType: NodeTemplate, Pos: tok.pos, Line: tok.line, Name: t.unquote(tok, context), tr: t}
	if p := t.solid(); p.kind != tokRight {
		t.unread(p)
		n.Pipe = t.pipeline(context, tokRight)
	}
	return n
}

// pipeline parses [declarations] command { '|' command } up to the token 'end'.
func (t *Tree) pipeline(context string, end kind) *PipeNode {
	tok := t.peekSolid()
	p := &PipeNode{NodeType: NodePipe, Pos: tok.pos, Line: tok.line, tr: t}
	t.declarations(p, context)
	for {
		tok := t.solid()
		switch tok.kind {
		case end:
			t.checkPipe(p, context)
			return p
		case tokBool, tokCharConst, tokComplex, tokDot, tokField, tokIdent, tokNumber, tokNil, tokRawString, tokString, tokVariable, tokLparen:
			t.unread(tok)
			p.Cmds = append(p.Cmds, t.command())
		default:
			t.unexpected(tok, context)
		}
	}
}

// declarations parses $x :=, $x = and, for range, $x, $y :=.
func (t *Tree) declarations(p *PipeNode, context string) {
	for t.peekSolid().kind == tokVariable {
		v := t.solid()
		after := t.peek()
		op := t.peekSolid()
		switch {
		case op.kind == tokAssign, op.kind == tokDeclare:
			t.solid()
			p.IsAssign = op.kind == tokAssign
			p.Decl = append(p.Decl, t.variable(v.pos, v.val))
			t.vars = append(t.vars, v.val)
			return
		case op.kind == tokChar && op.val == ",":
			t.solid()
			p.Decl = append(p.Decl, t.variable(v.pos, v.val))
			t.vars = append(t.vars, v.val)
			if context != "range" || len(p.Decl) >= 2 {
				t.fail("too many declarations in %s", context)
			}
			switch t.peekSolid().kind {
			case tokVariable, tokRight, tokRparen:
			default:
				t.fail("range can only initialize variables")
			}
		default:
			if after.kind == tokSpace {
				t.unread(after)
			}
			t.unread(v)
			return
		}
	}
}

func (t *Tree) checkPipe(p *PipeNode, context string) {
	if len(p.Cmds) == 0 {
		t.fail("missing value for %s", context)
	}
	for i, c := range p.Cmds[1:] {
		switch c.Args[0].Type() {
		case NodeBool, NodeDot, NodeNil, NodeNumber, NodeString:
			t.fail("non executable command in pipeline stage %d", i+2)
		}
	}
}

// command parses operands separated by blanks.
func (t *Tree) command() *CommandNode {
	c := &CommandNode{NodeType: NodeCommand, Pos: t.peekSolid().pos, tr: t}
loop:
	for {
		if n := t.operand(); n != nil {
			c.Args = append(c.Args, n)
		}
		switch tok := t.next(); tok.kind {
		case tokSpace:
		case tokRight, tokRparen:
			t.unread(tok)
			break loop
		case tokPipe:
			break loop
		default:
			t.unexpected(tok, "operand")
		}
	}
	if len(c.Args) == 0 {
		t.fail("empty command")
	}
	return c
}

// operand parses a term and the fields taken from it.
func (t *Tree) operand() Node {
	n := t.term()
	if n == nil || t.peek().kind != tokField {
		return n
	}
	c := &ChainNode{NodeType: NodeChain, Pos: t.peek().pos, Node: n, tr: t}
	for t.peek().kind == tokField {
		c.Add(t.next().val)
	}
	switch n := n.(type) {
	case *FieldNode:
		return t.field(c.Pos, c.String())
	case *VariableNode:
		return t.variable(c.Pos, c.String())
	case *BoolNode, *StringNode, *NumberNode, *NilNode, *DotNode:
		t.fail("unexpected . after term %q", n.String())
	}
	return c
}

// term parses a literal, a name or a pipeline in parentheses; nil if there is none.
func (t *Tree) term() Node {
	tok := t.solid()
	switch tok.kind {
	case tokIdent:
		if t.Mode&SkipFuncCheck == 0 && !t.known(tok.val) {
			t.fail("function %q not defined", tok.val)
		}
		return NewIdentifier(tok.val).SetTree(t).SetPos(tok.pos)
	case tokDot:
		return &DotNode{NodeType: NodeDot, Pos: tok.pos, tr: t}
	case tokNil:
		return &NilNode{NodeType: NodeNil, Pos: tok.pos, tr: t}
	case tokVariable:
		v := t.variable(tok.pos, tok.val)
		for _, name := range t.vars {
			if name == v.Ident[0] {
				return v
			}
		}
		t.fail("undefined variable %q", v.Ident[0])
	case tokField:
		return t.field(tok.pos, tok.val)
	case tokBool:
		return &BoolNode{NodeType: NodeBool, Pos: tok.pos, True: tok.val == "true", tr: t}
	case tokCharConst, tokComplex, tokNumber:
		n, err := t.number(tok)
		if err != nil {
			t.fail("%s", err)
		}
		return n
	case tokLparen:
		if t.depth >= maxStackDepth {
			t.fail("max expression depth exceeded")
		}
		t.depth++
		p := t.pipeline("parenthesized pipeline", tokRparen)
		t.depth--
		return p
	case tokString, tokRawString:
		return &StringNode{NodeType: NodeString, Pos: tok.pos, Quoted: tok.val, Text: t.unquote(tok, ""), tr: t}
	}
	t.unread(tok)
	return nil
}

func (t *Tree) newList(pos Pos) *ListNode { return &ListNode{NodeType: NodeList, Pos: pos, tr: t} }

func (t *Tree) variable(pos Pos, text string) *VariableNode {
	return &VariableNode{NodeType: NodeVariable, Pos: pos, Ident: strings.Split(text, "."), tr: t}
}

func (t *Tree) field(pos Pos, text string) *FieldNode {
	return &FieldNode{NodeType: NodeField, Pos: pos, Ident: strings.Split(text[1:], "."), tr: t}
}

// number finds all types that can hold the value.
func (t *Tree) number(tok token) (*NumberNode, error) {
	text := tok.val
	n := &NumberNode{NodeType: NodeNumber, Pos: tok.pos, Text: text, tr: t}
	switch tok.kind {
	case tokCharConst:
		r, _, rest, err := strconv.UnquoteChar(text[1:], text[0])
		if err != nil {
			return nil, err
		}
		if rest != "'" {
			return nil, fmt.Errorf("malformed character constant: %s", text)
		}
		n.IsInt, n.Int64 = true, int64(r)
		n.IsUint, n.Uint64 = true, uint64(r)
		n.IsFloat, n.Float64 = true, float64(r)
		return n, nil
	case tokComplex:
		if _, err := fmt.Sscan(text, &n.Complex128); err != nil {
			return nil, err
		}
		n.IsComplex = true
		n.simplify()
		return n, nil
	}
	if text[len(text)-1] == 'i' {
		if f, err := strconv.ParseFloat(text[:len(text)-1], 64); err == nil {
			n.IsComplex, n.Complex128 = true, complex(0, f)
			n.simplify()
			return n, nil
		}
	}
	if u, err := strconv.ParseUint(text, 0, 64); err == nil {
		n.IsUint, n.Uint64 = true, u
	}
	if i, err := strconv.ParseInt(text, 0, 64); err == nil {
		n.IsInt, n.Int64 = true, i
		if i == 0 { // -0
			n.IsUint, n.Uint64 = true, 0
		}
	}
	switch {
	case n.IsInt:
		n.IsFloat, n.Float64 = true, float64(n.Int64)
	case n.IsUint:
		n.IsFloat, n.Float64 = true, float64(n.Uint64)
	default:
		f, err := strconv.ParseFloat(text, 64)
		if err != nil {
			break
		}
		if !strings.ContainsAny(text, ".eEpP") {
			return nil, fmt.Errorf("integer overflow: %q", text)
		}
		n.IsFloat, n.Float64 = true, f
		n.integral(f)
	}
	if !n.IsInt && !n.IsUint && !n.IsFloat {
		return nil, fmt.Errorf("illegal number syntax: %q", text)
	}
	return n, nil
}

// integral notes that f is an integer too, if it is.
func (n *NumberNode) integral(f float64) {
	if !n.IsInt && float64(int64(f)) == f {
		n.IsInt, n.Int64 = true, int64(f)
	}
	if !n.IsUint && float64(uint64(f)) == f {
		n.IsUint, n.Uint64 = true, uint64(f)
	}
}

// simplify notes that a complex number without imaginary part is a float.
func (n *NumberNode) simplify() {
	n.IsFloat = imag(n.Complex128) == 0
	if n.IsFloat {
		n.Float64 = real(n.Complex128)
		n.IsInt = float64(int64(n.Float64)) == n.Float64
		n.Int64 = int64(n.Float64)
		n.IsUint = float64(uint64(n.Float64)) == n.Float64
		n.Uint64 = uint64(n.Float64)
	}
}
