// Package constraint parses and evaluates build constraint lines: "//go:build" expressions and the older "// +build" lines.
package constraint

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxSize bounds the number of operators and operands of an expression.
const maxSize = 1000

// An Expr is a build constraint: *AndExpr, *OrExpr, *NotExpr or *TagExpr.
type Expr interface {
	// String is the expression as it is written after //go:build.
	String() string

	// Eval says whether the constraint holds, given which tags do. All operands are evaluated, so ok sees every tag.
	Eval(ok func(tag string) bool) bool

	isExpr()
}

// A TagExpr is a single tag.
type TagExpr struct {
	Tag string // for example, "linux" or "cgo"
}

// A NotExpr is !X.
type NotExpr struct {
	X Expr
}

// An AndExpr is X && Y.
type AndExpr struct {
	X, Y Expr
}

// An OrExpr is X || Y.
type OrExpr struct {
	X, Y Expr
}

func (x *TagExpr) isExpr() {}
func (x *NotExpr) isExpr() {}
func (x *AndExpr) isExpr() {}
func (x *OrExpr) isExpr()  {}

func (x *TagExpr) Eval(ok func(tag string) bool) bool { return ok(x.Tag) }
func (x *NotExpr) Eval(ok func(tag string) bool) bool { return !x.X.Eval(ok) }

func (x *AndExpr) Eval(ok func(tag string) bool) bool {
	l, r := x.X.Eval(ok), x.Y.Eval(ok)
	return l && r
}

func (x *OrExpr) Eval(ok func(tag string) bool) bool {
	l, r := x.X.Eval(ok), x.Y.Eval(ok)
	return l || r
}

func (x *TagExpr) String() string { return x.Tag }

func (x *NotExpr) String() string {
	switch x.X.(type) {
	case *AndExpr, *OrExpr:
		return "!(" + x.X.String() + ")"
	}
	return "!" + x.X.String()
}

func (x *AndExpr) String() string { return andOperand(x.X) + " && " + andOperand(x.Y) }
func (x *OrExpr) String() string  { return orOperand(x.X) + " || " + orOperand(x.Y) }

func andOperand(x Expr) string {
	if _, ok := x.(*OrExpr); ok {
		return "(" + x.String() + ")"
	}
	return x.String()
}

func orOperand(x Expr) string {
	if _, ok := x.(*AndExpr); ok {
		return "(" + x.String() + ")"
	}
	return x.String()
}

// A SyntaxError is what is wrong with a constraint.
type SyntaxError struct {
	Offset int    // where, in bytes
	Err    string // what
}

func (e *SyntaxError) Error() string { return e.Err }

var errNotConstraint = errors.New("not a build constraint")

// Parse reads one line, of either form.
func Parse(line string) (Expr, error) {
	if text, ok := goBuildText(line); ok {
		return parseGoBuild(text)
	}
	if text, ok := plusBuildText(line); ok {
		return parsePlusBuild(text)
	}
	return nil, errNotConstraint
}

// IsGoBuild says whether the line begins as a //go:build constraint. What follows may be wrong.
func IsGoBuild(line string) bool {
	_, ok := goBuildText(line)
	return ok
}

// IsPlusBuild says whether the line begins as a // +build constraint. What follows may be wrong.
func IsPlusBuild(line string) bool {
	_, ok := plusBuildText(line)
	return ok
}

// oneLine removes one line end; a text with another one is no line.
func oneLine(line string) (string, bool) {
	line = strings.TrimSuffix(line, "\n")
	line = strings.TrimSuffix(line, "\r")
	return line, !strings.Contains(line, "\n")
}

func goBuildText(line string) (text string, ok bool) {
	line, ok = oneLine(line)
	if !ok || !strings.HasPrefix(line, "//go:build") {
		return "", false
	}
	line = strings.TrimSpace(line)[len("//go:build"):]
	text = strings.TrimSpace(line)
	if line != "" && len(line) == len(text) {
		return "", false // another word
	}
	return text, true
}

func plusBuildText(line string) (text string, ok bool) {
	line, ok = oneLine(line)
	if !ok || !strings.HasPrefix(line, "//") {
		return "", false
	}
	line = strings.TrimSpace(line[len("//"):])
	if !strings.HasPrefix(line, "+build") {
		return "", false
	}
	line = line[len("+build"):]
	text = strings.TrimSpace(line)
	if line != "" && len(line) == len(text) {
		return "", false
	}
	return text, true
}

// A reader takes a //go:build expression apart by recursive descent.
type reader struct {
	s     string
	next  int    // offset of the first byte after tok
	tok   string // "", "(", ")", "!", "&&", "||" or a tag
	isTag bool
	at    int // offset of tok
	size  int
}

// fail ends the parse; parseGoBuild recovers it.
func (r *reader) fail(at int, what string) { panic(&SyntaxError{Offset: at, Err: what}) }

func parseGoBuild(text string) (x Expr, err error) {
	defer func() {
		if e := recover(); e != nil {
			se, ok := e.(*SyntaxError)
			if !ok {
				panic(e)
			}
			x, err = nil, se
		}
	}()
	r := &reader{s: text}
	r.advance()
	x = r.or()
	if r.tok != "" {
		return x, &SyntaxError{Offset: r.at, Err: "unexpected token " + r.tok}
	}
	return x, nil
}

func isTagRune(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsDigit(c) || c == '_' || c == '.'
}

func (r *reader) advance() {
	for r.next < len(r.s) && (r.s[r.next] == ' ' || r.s[r.next] == '\t') {
		r.next++
	}
	r.at, r.tok, r.isTag = r.next, "", false
	if r.next == len(r.s) {
		return
	}
	switch c := r.s[r.next]; c {
	case '(', ')', '!':
		r.next++
	case '&', '|':
		if r.next+1 >= len(r.s) || r.s[r.next+1] != c {
			r.fail(r.next, "invalid syntax at "+string(rune(c)))
		}
		r.next += 2
	default:
		end := r.next
		for end < len(r.s) {
			c, n := utf8.DecodeRuneInString(r.s[end:])
			if !isTagRune(c) {
				break
			}
			end += n
		}
		if end == r.next {
			c, _ := utf8.DecodeRuneInString(r.s[r.next:])
			r.fail(r.next, "invalid syntax at "+string(c))
		}
		r.next, r.isTag = end, true
	}
	r.tok = r.s[r.at:r.next]
}

func (r *reader) or() Expr {
	x := r.and()
	for r.tok == "||" {
		r.advance()
		x = &OrExpr{x, r.and()}
	}
	return x
}

func (r *reader) and() Expr {
	x := r.not()
	for r.tok == "&&" {
		r.advance()
		x = &AndExpr{x, r.not()}
	}
	return x
}

func (r *reader) not() Expr {
	r.size++
	if r.size > maxSize {
		r.fail(r.at, "build expression too large")
	}
	if r.tok == "!" {
		r.advance()
		if r.tok == "!" {
			r.fail(r.at, "double negation not allowed")
		}
		return &NotExpr{r.not()}
	}
	return r.atom()
}

func (r *reader) atom() Expr {
	switch {
	case r.tok == "(":
		open := r.at
		r.advance()
		x := r.or()
		if r.tok == "" {
			r.fail(open, "missing close paren")
		}
		if r.tok != ")" {
			r.fail(r.at, "unexpected token "+r.tok)
		}
		r.advance()
		return x
	case r.isTag:
		x := &TagExpr{Tag: r.tok}
		r.advance()
		return x
	case r.tok == "":
		r.fail(r.at, "unexpected end of expression")
	}
	r.fail(r.at, "unexpected token "+r.tok)
	return nil
}
