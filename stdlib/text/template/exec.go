package template

// Running a template: walking its tree and writing text.

import (
	"fmt"
	"internal/fmtsort"
	"io"
	"reflect"
	"runtime"
	"strings"
	"text/template/parse"
)

// maxExecDepth bounds templates that call templates.
var maxExecDepth = 100000

// ExecError is an error found while a template runs.
type ExecError struct {
	Name string // of the template
	Err  error
}

func (e ExecError) Error() string { return e.Err.Error() }

func (e ExecError) Unwrap() error { return e.Err }

// ioError carries an error of the writer out of the walk.
type ioError struct{ err error }

// slot is a variable with its value.
type slot struct {
	name  string
	value reflect.Value
}

// run is one execution.
type run struct {
	tmpl  *Template
	out   io.Writer
	node  parse.Node // where we are, for errors
	vars  []slot
	depth int
}

// flow tells how a list of nodes ended.
type flow int

const (
	flowNext flow = iota
	flowBreak
	flowContinue
)

// ExecuteTemplate runs the template called name of t's group.
func (t *Template) ExecuteTemplate(wr io.Writer, name string, data any) error {
	n := t.Lookup(name)
	if n == nil {
		return fmt.Errorf("template: no template %q associated with template %q", name, t.name)
	}
	return n.Execute(wr, data)
}

// Execute runs t with data as its dot and writes the result to wr.
func (t *Template) Execute(wr io.Writer, data any) (err error) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case runtime.Error:
			panic(e)
		case ioError:
			err = e.err
		case ExecError:
			err = e
		default:
			panic(e)
		}
	}()
	dot, ok := data.(reflect.Value)
	if !ok {
		dot = reflect.ValueOf(data)
	}
	r := &run{tmpl: t, out: wr, vars: []slot{{"$", dot}}}
	if t.Tree == nil || t.Root == nil {
		r.fail("%q is an incomplete or empty template", t.Name())
	}
	r.walk(dot, t.Root)
	return nil
}

// fail stops the execution with an error that tells where.
func (r *run) fail(format string, args ...any) {
	name := strings.ReplaceAll(r.tmpl.Name(), "%", "%%")
	where := "template: " + name + ": "
	if r.node != nil {
		location, context := r.tmpl.ErrorContext(r.node)
		context = strings.ReplaceAll(context, "%", "%%")
		where = fmt.Sprintf("template: %s: executing %q at <%s>: ", location, name, context)
	}
	panic(ExecError{r.tmpl.Name(), fmt.Errorf(where+format, args...)})
}

// lookup finds a variable.
func (r *run) lookup(name string) *reflect.Value {
	for i := len(r.vars) - 1; i >= 0; i-- {
		if r.vars[i].name == name {
			return &r.vars[i].value
		}
	}
	r.fail("undefined variable: %s", name)
	return nil
}

func (r *run) walk(dot reflect.Value, n parse.Node) flow {
	r.node = n
	switch n := n.(type) {
	case *parse.ListNode:
		for _, sub := range n.Nodes {
			if f := r.walk(dot, sub); f != flowNext {
				return f
			}
		}
	case *parse.TextNode:
		if _, err := r.out.Write(n.Text); err != nil {
			panic(ioError{err})
		}
	case *parse.ActionNode:
		v := r.pipeline(dot, n.Pipe)
		if len(n.Pipe.Decl) == 0 {
			r.print(n, v)
		}
	case *parse.IfNode:
		return r.branch(dot, &n.BranchNode, false)
	case *parse.WithNode:
		return r.branch(dot, &n.BranchNode, true)
	case *parse.RangeNode:
		return r.loop(dot, n)
	case *parse.TemplateNode:
		r.call(dot, n)
	case *parse.BreakNode:
		return flowBreak
	case *parse.ContinueNode:
		return flowContinue
	case *parse.CommentNode:
	default:
		r.fail("unknown node: %s", n)
	}
	return flowNext
}

// branch is if, and with, whose value becomes the dot.
func (r *run) branch(dot reflect.Value, n *parse.BranchNode, with bool) flow {
	mark := len(r.vars)
	v := r.pipeline(dot, n.Pipe)
	truth, ok := truthOf(inside(v))
	if !ok {
		r.fail("if/with can't use %v", v)
	}
	f := flowNext
	switch {
	case truth && with:
		f = r.walk(v, n.List)
	case truth:
		f = r.walk(dot, n.List)
	case n.ElseList != nil:
		f = r.walk(dot, n.ElseList)
	}
	r.vars = r.vars[:mark]
	return f
}

func (r *run) call(dot reflect.Value, n *parse.TemplateNode) {
	t := r.tmpl.Lookup(n.Name)
	if t == nil {
		r.fail("template %q not defined", n.Name)
	}
	if r.depth == maxExecDepth {
		r.fail("exceeded maximum template depth (%v)", maxExecDepth)
	}
	dot = r.pipeline(dot, n.Pipe)
	sub := run{tmpl: t, out: r.out, node: r.node, vars: []slot{{"$", dot}}, depth: r.depth + 1}
	sub.walk(dot, t.Root)
}

// loop is range.
func (r *run) loop(dot reflect.Value, n *parse.RangeNode) flow {
	outer := len(r.vars)
	over, _ := follow(r.pipeline(dot, n.Pipe))
	mark := len(r.vars)
	ran := false
	decl := n.Pipe.Decl
	// step runs the body once and reports whether to go on.
	step := func(key, elem reflect.Value) bool {
		ran = true
		vals := []reflect.Value{elem}
		if len(decl) > 1 {
			vals = []reflect.Value{key, elem}
		}
		for i := range decl {
			if n.Pipe.IsAssign {
				*r.lookup(decl[i].Ident[0]) = vals[i]
			} else {
				r.vars[mark-len(decl)+i].value = vals[i]
			}
		}
		f := r.walk(elem, n.List)
		r.vars = r.vars[:mark]
		return f != flowBreak
	}
	r.each(over, len(decl), step)
	r.vars = r.vars[:mark]
	f := flowNext
	if !ran && n.ElseList != nil {
		f = r.walk(dot, n.ElseList)
	}
	r.vars = r.vars[:outer]
	return f
}

// each calls step for what over holds until it returns false.
func (r *run) each(over reflect.Value, nvar int, step func(key, elem reflect.Value) bool) {
	var none reflect.Value
	switch over.Kind() {
	case reflect.Invalid:
		return
	case reflect.Array, reflect.Slice:
		for i := 0; i < over.Len() && step(reflect.ValueOf(i), over.Index(i)); i++ {
		}
		return
	case reflect.Map:
		for _, m := range fmtsort.Sort(over) {
			if !step(m.Key, m.Value) {
				return
			}
		}
		return
	case reflect.Chan:
		if over.IsNil() {
			return
		}
		if over.Type().ChanDir() == reflect.SendDir {
			r.fail("range over send-only channel %v", over)
		}
		for i := 0; ; i++ {
			if v, ok := over.Recv(); !ok || !step(reflect.ValueOf(i), v) {
				return
			}
		}
	case reflect.Func:
		switch t := over.Type(); {
		case t.CanSeq():
			if nvar > 1 {
				r.fail("can't use %v iterate over more than one variable", over)
			}
			for v := range over.Seq() {
				if !step(none, v) {
					return
				}
			}
			return
		case t.CanSeq2():
			for k, v := range over.Seq2() {
				if nvar < 2 {
					k, v = none, k
				}
				if !step(k, v) {
					return
				}
			}
			return
		}
	}
	if isInt(over.Kind()) {
		if nvar > 1 {
			r.fail("can't use %v to iterate over more than one variable", over)
		}
		for v := range over.Seq() {
			if !step(none, v) {
				return
			}
		}
		return
	}
	r.fail("range can't iterate over %v", over)
}

// print writes the value of an action.
func (r *run) print(n parse.Node, v reflect.Value) {
	r.node = n
	x, ok := printable(v)
	if !ok {
		r.fail("can't print %s of type %s", n, v.Type())
	}
	if _, err := fmt.Fprint(r.out, x); err != nil {
		panic(ioError{err})
	}
}

var stringerType = reflect.TypeFor[fmt.Stringer]()

func prints(t reflect.Type) bool { return t.Implements(errorType) || t.Implements(stringerType) }

// printable is what fmt shall print for v; channels and functions cannot be printed.
func printable(v reflect.Value) (any, bool) {
	if v.Kind() == reflect.Pointer {
		v, _ = follow(v)
	}
	if !v.IsValid() {
		return "<no value>", true
	}
	if t := v.Type(); !prints(t) {
		if v.CanAddr() && prints(reflect.PointerTo(t)) {
			v = v.Addr()
		} else if k := v.Kind(); k == reflect.Chan || k == reflect.Func {
			return nil, false
		}
	}
	return v.Interface(), true
}

// IsTrue reports whether val is not the zero value of its type, as if sees it; ok is false if that has no meaning.
func IsTrue(val any) (truth, ok bool) { return truthOf(reflect.ValueOf(val)) }

func truthOf(v reflect.Value) (truth, ok bool) {
	switch v.Kind() {
	case reflect.Invalid:
		return false, true
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() > 0, true
	case reflect.Chan, reflect.Func, reflect.Pointer, reflect.UnsafePointer, reflect.Interface:
		return !v.IsNil(), true
	case reflect.Struct:
		return true, true
	case reflect.Float32, reflect.Float64:
		return v.Float() != 0, true
	case reflect.Complex64, reflect.Complex128:
		return v.Complex() != 0, true
	}
	return !v.IsZero(), true
}

// follow goes through pointers and interfaces; isNil if one of them is nil.
func follow(v reflect.Value) (_ reflect.Value, isNil bool) {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			return v, true
		}
		v = v.Elem()
	}
	return v, false
}

// inside is what an interface holds, or v itself.
func inside(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Interface {
		return v.Elem()
	}
	return v
}
