package parse

// The nodes of the tree.

import (
	"fmt"
	"strconv"
	"strings"
)

var textFormat = "%s" // how TextNode prints; tests quote

// Node is an element of the tree.
type Node interface {
	Type() NodeType
	String() string
	Copy() Node // with everything below
	Position() Pos
	tree() *Tree
	writeTo(*strings.Builder)
}

// NodeType tells the kinds of nodes apart.
type NodeType int

// Pos is an offset in the text of the template.
type Pos int

// Position returns p.
func (p Pos) Position() Pos { return p }

// Type returns t.
func (t NodeType) Type() NodeType { return t }

const (
	NodeText NodeType = iota
	NodeAction
	NodeBool
	NodeChain
	NodeCommand
	NodeDot
	nodeElse
	nodeEnd
	NodeField
	NodeIdentifier
	NodeIf
	NodeList
	NodeNil
	NodeNumber
	NodePipe
	NodeRange
	NodeString
	NodeTemplate
	NodeVariable
	NodeWith
	NodeComment
	NodeBreak
	NodeContinue
)

func show(n Node) string {
	var sb strings.Builder
	n.writeTo(&sb)
	return sb.String()
}

// open and close are the delimiters to print.
func (t *Tree) open() string {
	if t == nil || t.left == "" {
		return defaultLeft
	}
	return t.left
}

func (t *Tree) close() string {
	if t == nil || t.right == "" {
		return defaultRight
	}
	return t.right
}

// ListNode is a sequence of nodes.
type ListNode struct {
	NodeType
	Pos
	Nodes []Node
	tr    *Tree
}

func (n *ListNode) tree() *Tree { return n.tr }

// String gives the text of the node.
func (n *ListNode) String() string { return show(n) }

// TextNode is text outside actions.
type TextNode struct {
	NodeType
	Pos
	Text []byte
	tr   *Tree
}

func (n *TextNode) tree() *Tree { return n.tr }

// String gives the text of the node.
func (n *TextNode) String() string { return show(n) }

// Copy copies the node.
func (n *TextNode) Copy() Node {
	return &TextNode{NodeType: NodeText, Pos: n.Pos, Text: append([]byte{}, n.Text...), tr: n.tr}
}

func (n *TextNode) writeTo(sb *strings.Builder) {
	fmt.Fprintf(sb, textFormat, n.Text)
}

// CommentNode is a comment.
type CommentNode struct {
	NodeType
	Pos
	Text string
	tr   *Tree
}

func (n *CommentNode) tree() *Tree { return n.tr }

// String gives the text of the node.
func (n *CommentNode) String() string { return show(n) }

// Copy copies the node.
func (n *CommentNode) Copy() Node {
	c := *n
	return &c
}

func (n *CommentNode) writeTo(sb *strings.Builder) {
	sb.WriteString(n.tr.open() + n.Text + n.tr.close())
}

// PipeNode is a pipeline, perhaps with variables that get its value.
type PipeNode struct {
	NodeType
	Pos
	Line     int
	IsAssign bool // the variables exist already
	Decl     []*VariableNode
	Cmds     []*CommandNode
	tr       *Tree
}

func (n *PipeNode) tree() *Tree { return n.tr }

// String gives the text of the node.
func (n *PipeNode) String() string { return show(n) }

// ActionNode is an action that shows the value of a pipeline.
type ActionNode struct {
	NodeType
	Pos
	Line int
	Pipe *PipeNode
	tr   *Tree
}

func (n *ActionNode) tree() *Tree { return n.tr }

// String gives the text of the node.
func (n *ActionNode) String() string { return show(n) }

// Copy copies the node.
func (n *ActionNode) Copy() Node {
	return &ActionNode{NodeType: NodeAction, Pos: n.Pos, Line: n.Line, Pipe: n.Pipe.CopyPipe(), tr: n.tr}
}

func (n *ActionNode) writeTo(sb *strings.Builder) {
	sb.WriteString(n.tr.open())
	n.Pipe.writeTo(sb)
	sb.WriteString(n.tr.close())
}

// CommandNode is an operand, or a call with its operands.
type CommandNode struct {
	NodeType
	Pos
	Args []Node
	tr   *Tree
}

func (n *CommandNode) tree() *Tree { return n.tr }

// String gives the text of the node.
func (n *CommandNode) String() string { return show(n) }

// IdentifierNode is the name of a function.
type IdentifierNode struct {
	NodeType
	Pos
	Ident string
	tr    *Tree
}

func (n *IdentifierNode) tree() *Tree { return n.tr }

// String gives the text of the node.
func (n *IdentifierNode) String() string { return show(n) }

// Copy copies the node.
func (n *IdentifierNode) Copy() Node {
	c := *n
	return &c
}

func (n *IdentifierNode) writeTo(sb *strings.Builder) {
	sb.WriteString(n.Ident)
}

// VariableNode is a variable and the fields taken from it.
type VariableNode struct {
	NodeType
	Pos
	Ident []string
	tr    *Tree
}

func (n *VariableNode) tree() *Tree { return n.tr }

// String gives the text of the node.
func (n *VariableNode) String() string { return show(n) }

// Copy copies the node.
func (n *VariableNode) Copy() Node {
	return &VariableNode{NodeType: NodeVariable, Pos: n.Pos, Ident: append([]string{}, n.Ident...), tr: n.tr}
}

func (n *VariableNode) writeTo(sb *strings.Builder) {
	sb.WriteString(strings.Join(n.Ident, "."))
}

// DotNode is the dot.
type DotNode struct {
	NodeType
	Pos
	tr *Tree
}

func (n *DotNode) tree() *Tree { return n.tr }

// String gives the text of the node.
func (n *DotNode) String() string { return show(n) }

// Copy copies the node.
func (n *DotNode) Copy() Node {
	c := *n
	return &c
}

func (n *DotNode) writeTo(sb *strings.Builder) {
	sb.WriteByte('.')
}

// Type returns NodeDot.
func (n *DotNode) Type() NodeType { return NodeDot }

// NilNode is the word nil.
type NilNode struct {
	NodeType
	Pos
	tr *Tree
}

func (n *NilNode) tree() *Tree { return n.tr }

// String gives the text of the node.
func (n *NilNode) String() string { return show(n) }

// Copy copies the node.
func (n *NilNode) Copy() Node {
	c := *n
	return &c
}

func (n *NilNode) writeTo(sb *strings.Builder) {
	sb.WriteString("nil")
}

// Type returns NodeNil.
func (n *NilNode) Type() NodeType { return NodeNil }

// FieldNode is fields taken from the dot.
type FieldNode struct {
	NodeType
	Pos
	Ident []string
	tr    *Tree
}

func (n *FieldNode) tree() *Tree { return n.tr }

// String gives the text of the node.
func (n *FieldNode) String() string { return show(n) }

// Copy copies the node.
func (n *FieldNode) Copy() Node {
	return &FieldNode{NodeType: NodeField, Pos: n.Pos, Ident: append([]string{}, n.Ident...), tr: n.tr}
}

func (n *FieldNode) writeTo(sb *strings.Builder) {
	for _, id := range n.Ident {
		sb.WriteString("." + id)
	}
}

// ChainNode is fields taken from another term.
type ChainNode struct {
	NodeType
	Pos
	Node  Node
	Field []string
	tr    *Tree
}

func (n *ChainNode) tree() *Tree { return n.tr }

// String gives the text of the node.
func (n *ChainNode) String() string { return show(n) }

// Copy copies the node.
func (n *ChainNode) Copy() Node {
	return &ChainNode{NodeType: NodeChain, Pos: n.Pos, Node: n.Node, Field: append([]string{}, n.Field...), tr: n.tr}
}

// BoolNode is true or false.
type BoolNode struct {
	NodeType
	Pos
	True bool
	tr   *Tree
}

func (n *BoolNode) tree() *Tree { return n.tr }

// String gives the text of the node.
func (n *BoolNode) String() string { return show(n) }

// Copy copies the node.
func (n *BoolNode) Copy() Node {
	c := *n
	return &c
}

func (n *BoolNode) writeTo(sb *strings.Builder) {
	sb.WriteString(strconv.FormatBool(n.True))
}

// NumberNode is a number, under each type that can hold it.
type NumberNode struct {
	NodeType
	Pos
	IsInt      bool
	IsUint     bool
	IsFloat    bool
	IsComplex  bool
	Int64      int64
	Uint64     uint64
	Float64    float64
	Complex128 complex128
	Text       string // as written
	tr         *Tree
}

func (n *NumberNode) tree() *Tree { return n.tr }

// String gives the text of the node.
func (n *NumberNode) String() string { return show(n) }

// Copy copies the node.
func (n *NumberNode) Copy() Node {
	c := *n
	return &c
}

func (n *NumberNode) writeTo(sb *strings.Builder) {
	sb.WriteString(n.Text)
}

// StringNode is a string.
type StringNode struct {
	NodeType
	Pos
	Quoted string // as written
	Text   string
	tr     *Tree
}

func (n *StringNode) tree() *Tree { return n.tr }

// String gives the text of the node.
func (n *StringNode) String() string { return show(n) }

// Copy copies the node.
func (n *StringNode) Copy() Node {
	c := *n
	return &c
}

func (n *StringNode) writeTo(sb *strings.Builder) {
	sb.WriteString(n.Quoted)
}

// TemplateNode is a call of another template.
type TemplateNode struct {
	NodeType
	Pos
	Line int
	Name string
	Pipe *PipeNode // its dot, may be nil
	tr   *Tree
}

func (n *TemplateNode) tree() *Tree { return n.tr }

// String gives the text of the node.
func (n *TemplateNode) String() string { return show(n) }

// Copy copies the node.
func (n *TemplateNode) Copy() Node {
	return &TemplateNode{NodeType: NodeTemplate, Pos: n.Pos, Line: n.Line, Name: n.Name, Pipe: n.Pipe.CopyPipe(), tr: n.tr}
}

// BreakNode is {{break}}.
type BreakNode struct {
	NodeType
	Pos
	Line int
	tr   *Tree
}

func (n *BreakNode) tree() *Tree { return n.tr }

// String gives the text of the node.
func (n *BreakNode) String() string { return show(n) }

// Copy copies the node.
func (n *BreakNode) Copy() Node {
	c := *n
	return &c
}

func (n *BreakNode) writeTo(sb *strings.Builder) {
	sb.WriteString(n.tr.open() + "break" + n.tr.close())
}

// ContinueNode is {{continue}}.
type ContinueNode struct {
	NodeType
	Pos
	Line int
	tr   *Tree
}

func (n *ContinueNode) tree() *Tree { return n.tr }

// String gives the text of the node.
func (n *ContinueNode) String() string { return show(n) }

// Copy copies the node.
func (n *ContinueNode) Copy() Node {
	c := *n
	return &c
}

func (n *ContinueNode) writeTo(sb *strings.Builder) {
	sb.WriteString(n.tr.open() + "continue" + n.tr.close())
}

// BranchNode is what if, range and with have in common.
type BranchNode struct {
	NodeType
	Pos
	Line     int
	Pipe     *PipeNode
	List     *ListNode
	ElseList *ListNode // nil without else
	tr       *Tree
}

func (n *BranchNode) tree() *Tree { return n.tr }

// String gives the text of the node.
func (n *BranchNode) String() string { return show(n) }

// endNode is {{end}}.
type endNode struct {
	NodeType
	Pos
	tr *Tree
}

func (n *endNode) tree() *Tree { return n.tr }

// String gives the text of the node.
func (n *endNode) String() string { return show(n) }

// Copy copies the node.
func (n *endNode) Copy() Node {
	c := *n
	return &c
}

func (n *endNode) writeTo(sb *strings.Builder) {
	sb.WriteString(n.tr.open() + "end" + n.tr.close())
}

// elseNode is {{else}}.
type elseNode struct {
	NodeType
	Pos
	Line int
	tr   *Tree
}

func (n *elseNode) tree() *Tree { return n.tr }

// String gives the text of the node.
func (n *elseNode) String() string { return show(n) }

// Copy copies the node.
func (n *elseNode) Copy() Node {
	c := *n
	return &c
}

func (n *elseNode) writeTo(sb *strings.Builder) {
	sb.WriteString(n.tr.open() + "else" + n.tr.close())
}

// IfNode is {{if}}.
type IfNode struct {
	BranchNode
}

// Copy copies the node.
func (n *IfNode) Copy() Node { return &IfNode{*n.BranchNode.dup()} }

// RangeNode is {{range}}.
type RangeNode struct {
	BranchNode
}

// Copy copies the node.
func (n *RangeNode) Copy() Node { return &RangeNode{*n.BranchNode.dup()} }

// WithNode is {{with}}.
type WithNode struct {
	BranchNode
}

// Copy copies the node.
func (n *WithNode) Copy() Node { return &WithNode{*n.BranchNode.dup()} }

func (n *ListNode) append(sub Node) { n.Nodes = append(n.Nodes, sub) }

func (n *ListNode) writeTo(sb *strings.Builder) {
	for _, sub := range n.Nodes {
		sub.writeTo(sb)
	}
}

// CopyList copies the list and what is in it.
func (n *ListNode) CopyList() *ListNode {
	if n == nil {
		return nil
	}
	c := &ListNode{NodeType: NodeList, Pos: n.Pos, tr: n.tr}
	for _, sub := range n.Nodes {
		c.append(sub.Copy())
	}
	return c
}

// Copy is CopyList.
func (n *ListNode) Copy() Node { return n.CopyList() }

func (n *PipeNode) writeTo(sb *strings.Builder) {
	for i, v := range n.Decl {
		if i > 0 {
			sb.WriteString(", ")
		}
		v.writeTo(sb)
	}
	if len(n.Decl) > 0 {
		if n.IsAssign {
			sb.WriteString(" = ")
		} else {
			sb.WriteString(" := ")
		}
	}
	for i, c := range n.Cmds {
		if i > 0 {
			sb.WriteString(" | ")
		}
		c.writeTo(sb)
	}
}

// CopyPipe copies the pipeline and what is in it.
func (n *PipeNode) CopyPipe() *PipeNode {
	if n == nil {
		return nil
	}
	c := &PipeNode{NodeType: NodePipe, Pos: n.Pos, Line: n.Line, IsAssign: n.IsAssign, tr: n.tr}
	for _, v := range n.Decl {
		c.Decl = append(c.Decl, v.Copy().(*VariableNode))
	}
	for _, cmd := range n.Cmds {
		c.Cmds = append(c.Cmds, cmd.Copy().(*CommandNode))
	}
	return c
}

// Copy is CopyPipe.
func (n *PipeNode) Copy() Node { return n.CopyPipe() }

// writeOperand writes an operand of a command or chain; pipelines get parentheses.
func writeOperand(sb *strings.Builder, n Node) {
	if p, ok := n.(*PipeNode); ok {
		sb.WriteByte('(')
		p.writeTo(sb)
		sb.WriteByte(')')
		return
	}
	n.writeTo(sb)
}

func (n *CommandNode) writeTo(sb *strings.Builder) {
	for i, arg := range n.Args {
		if i > 0 {
			sb.WriteByte(' ')
		}
		writeOperand(sb, arg)
	}
}

// Copy copies the command and its operands.
func (n *CommandNode) Copy() Node {
	if n == nil {
		return n
	}
	c := &CommandNode{NodeType: NodeCommand, Pos: n.Pos, tr: n.tr}
	for _, arg := range n.Args {
		c.Args = append(c.Args, arg.Copy())
	}
	return c
}

// NewIdentifier makes the node of a name.
func NewIdentifier(ident string) *IdentifierNode {
	return &IdentifierNode{NodeType: NodeIdentifier, Ident: ident}
}

// SetPos sets the position and returns the node.
func (n *IdentifierNode) SetPos(pos Pos) *IdentifierNode {
	if n != nil {
		n.Pos = pos
	}
	return n
}

// SetTree sets the tree and returns the node.
func (n *IdentifierNode) SetTree(t *Tree) *IdentifierNode {
	if n != nil {
		n.tr = t
	}
	return n
}

// Add appends a field, written with its dot.
func (n *ChainNode) Add(field string) {
	if field == "" || field[0] != '.' {
		panic("no dot in field")
	}
	if field = field[1:]; field == "" {
		panic("empty field")
	}
	n.Field = append(n.Field, field)
}

func (n *ChainNode) writeTo(sb *strings.Builder) {
	writeOperand(sb, n.Node)
	for _, f := range n.Field {
		sb.WriteString("." + f)
	}
}

func (n *TemplateNode) writeTo(sb *strings.Builder) {
	sb.WriteString(n.tr.open() + "template " + strconv.Quote(n.Name))
	if n.Pipe != nil {
		sb.WriteByte(' ')
		n.Pipe.writeTo(sb)
	}
	sb.WriteString(n.tr.close())
}

func (n *BranchNode) dup() *BranchNode {
	return &BranchNode{NodeType: n.NodeType, Pos: n.Pos, Line: n.Line, Pipe: n.Pipe.CopyPipe(), List: n.List.CopyList(), ElseList: n.ElseList.CopyList(), tr: n.tr}
}

// Copy copies the node as one of its kind.
func (n *BranchNode) Copy() Node {
	switch b := *n.dup(); n.NodeType {
	case NodeIf:
		return &IfNode{b}
	case NodeRange:
		return &RangeNode{b}
	case NodeWith:
		return &WithNode{b}
	}
	panic("unknown branch type")
}

func (n *BranchNode) writeTo(sb *strings.Builder) {
	switch n.NodeType {
	case NodeIf:
		sb.WriteString(n.tr.open() + "if ")
	case NodeRange:
		sb.WriteString(n.tr.open() + "range ")
	case NodeWith:
		sb.WriteString(n.tr.open() + "with ")
	default:
		panic("unknown branch type")
	}
	n.Pipe.writeTo(sb)
	sb.WriteString(n.tr.close())
	n.List.writeTo(sb)
	if n.ElseList != nil {
		sb.WriteString(n.tr.open() + "else" + n.tr.close())
		n.ElseList.writeTo(sb)
	}
	sb.WriteString(n.tr.open() + "end" + n.tr.close())
}
