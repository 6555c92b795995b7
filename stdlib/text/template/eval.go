package template

// Values of pipelines, commands and operands.

import (
	"fmt"
	"reflect"
	"strings"
	"text/template/parse"
)

// absent stands for "no value comes through the pipeline".
type absent struct{}

var (
	noFinal    = reflect.ValueOf(absent{})
	absentType = reflect.TypeFor[absent]()
	valueType  = reflect.TypeFor[reflect.Value]()
)

func given(v reflect.Value) bool { return !v.IsValid() || v.Type() != absentType }

// pipeline runs the commands and sets the variables.
func (r *run) pipeline(dot reflect.Value, p *parse.PipeNode) reflect.Value {
	if p == nil {
		return reflect.Value{}
	}
	r.node = p
	v := noFinal
	for _, c := range p.Cmds {
		v = r.command(dot, c, v)
		if v.Kind() == reflect.Interface && v.NumMethod() == 0 {
			v = v.Elem()
		}
	}
	for _, d := range p.Decl {
		if p.IsAssign {
			*r.lookup(d.Ident[0]) = v
		} else {
			r.vars = append(r.vars, slot{d.Ident[0], v})
		}
	}
	return v
}

// command evaluates a command; final is what came through the pipeline.
func (r *run) command(dot reflect.Value, c *parse.CommandNode, final reflect.Value) reflect.Value {
	first := c.Args[0]
	switch n := first.(type) {
	case *parse.FieldNode, *parse.ChainNode, *parse.IdentifierNode, *parse.VariableNode:
		return r.name(dot, n, c, c.Args, final)
	case *parse.PipeNode:
		r.noArgs(c.Args, final)
		return r.pipeline(dot, n)
	}
	r.node = first
	r.noArgs(c.Args, final)
	switch n := first.(type) {
	case *parse.DotNode:
		return dot
	case *parse.NilNode:
		r.fail("nil is not a command")
	case *parse.BoolNode, *parse.StringNode, *parse.NumberNode:
		return r.literal(n)
	}
	r.fail("can't evaluate command %q", first)
	return reflect.Value{}
}

func (r *run) noArgs(args []parse.Node, final reflect.Value) {
	if len(args) > 1 || given(final) {
		r.fail("can't give argument to non-function %s", args[0])
	}
}

// name evaluates what begins with a name: args[0] is the node itself, if there are args.
// whole is the node that errors of a called function show.
func (r *run) name(dot reflect.Value, n, whole parse.Node, args []parse.Node, final reflect.Value) reflect.Value {
	r.node = n
	switch n := n.(type) {
	case *parse.FieldNode:
		return r.fields(dot, dot, n, n.Ident, args, final)
	case *parse.VariableNode:
		v := *r.lookup(n.Ident[0])
		if len(n.Ident) == 1 {
			r.noArgs(args, final)
			return v
		}
		return r.fields(dot, v, n, n.Ident[1:], args, final)
	case *parse.ChainNode:
		if n.Node.Type() == parse.NodeNil {
			r.fail("indirection through explicit nil in %s", n)
		}
		return r.fields(dot, r.operand(dot, nil, n.Node), n, n.Field, args, final)
	}
	id := n.(*parse.IdentifierNode)
	fn, builtin := r.tmpl.function(id.Ident)
	if !fn.IsValid() {
		r.fail("%q is not a defined function", id.Ident)
	}
	return r.invoke(dot, fn, builtin, whole, id.Ident, args, final)
}

// literal is the value of a literal whose type is not known.
func (r *run) literal(n parse.Node) reflect.Value {
	switch n := n.(type) {
	case *parse.BoolNode:
		return reflect.ValueOf(n.True)
	case *parse.StringNode:
		return reflect.ValueOf(n.Text)
	case *parse.NumberNode:
		r.node = n
		hex := len(n.Text) > 2 && n.Text[0] == '0' && (n.Text[1]|0x20) == 'x' && !strings.ContainsAny(n.Text, "pP")
		switch {
		case n.IsComplex:
			return reflect.ValueOf(n.Complex128)
		case n.IsFloat && !hex && n.Text[0] != '\'' && strings.ContainsAny(n.Text, ".eEpP"):
			return reflect.ValueOf(n.Float64)
		case n.IsInt:
			return reflect.ValueOf(int(n.Int64))
		case n.IsUint:
			r.fail("%s overflows int", n.Text)
		}
	}
	return reflect.Value{}
}

// fields takes fields one after another; the last one may be a method with arguments.
func (r *run) fields(dot, v reflect.Value, n parse.Node, names []string, args []parse.Node, final reflect.Value) reflect.Value {
	last := len(names) - 1
	for _, name := range names[:last] {
		v = r.field(dot, v, n, name, nil, noFinal)
	}
	return r.field(dot, v, n, names[last], args, final)
}

// field is v.name: a method, a field of a struct or a key of a map.
func (r *run) field(dot, v reflect.Value, n parse.Node, name string, args []parse.Node, final reflect.Value) reflect.Value {
	if !v.IsValid() {
		if r.tmpl.missing == missingError {
			r.fail("nil data; no entry for key %q", name)
		}
		return v
	}
	typ := v.Type()
	v, isNil := follow(v)
	if isNil && v.Kind() == reflect.Interface {
		r.fail("nil pointer evaluating %s.%s", typ, name)
	}
	recv := v
	if k := v.Kind(); k != reflect.Interface && k != reflect.Pointer && v.CanAddr() {
		recv = v.Addr() // has the methods of both
	}
	if m := recv.MethodByName(name); m.IsValid() {
		return r.invoke(dot, m, false, n, name, args, final)
	}
	hasArgs := len(args) > 1 || given(final)
	switch v.Kind() {
	case reflect.Struct:
		sf, ok := v.Type().FieldByName(name)
		if !ok {
			break
		}
		f, err := v.FieldByIndexErr(sf.Index)
		switch {
		case !sf.IsExported():
			r.fail("%s is an unexported field of struct type %s", name, typ)
		case err != nil:
			r.fail("%v", err)
		case hasArgs:
			r.fail("%s has arguments but cannot be invoked as function", name)
		}
		return f
	case reflect.Map:
		key := reflect.ValueOf(name)
		if !key.Type().AssignableTo(v.Type().Key()) {
			break
		}
		if hasArgs {
			r.fail("%s is not a method but has arguments", name)
		}
		elem := v.MapIndex(key)
		if !elem.IsValid() {
			switch r.tmpl.missing {
			case missingZero:
				elem = reflect.Zero(v.Type().Elem())
			case missingError:
				r.fail("map has no entry for key %q", name)
			}
		}
		return elem
	case reflect.Pointer: // nil
		if e := v.Type().Elem(); e.Kind() == reflect.Struct {
			if _, ok := e.FieldByName(name); !ok {
				break
			}
		}
		r.fail("nil pointer evaluating %s.%s", typ, name)
	}
	r.fail("can't evaluate field %s in type %s", name, typ)
	return reflect.Value{}
}

// unwrap undoes the wrapping of results of type reflect.Value.
func unwrap(v reflect.Value) reflect.Value {
	if v.IsValid() && v.Type() == valueType {
		return v.Interface().(reflect.Value)
	}
	return v
}

// invoke calls a function or method. args[0] is its name.
func (r *run) invoke(dot, fn reflect.Value, builtin bool, n parse.Node, name string, args []parse.Node, final reflect.Value) reflect.Value {
	if args != nil {
		args = args[1:]
	}
	typ := fn.Type()
	nin, nparam := len(args), typ.NumIn()
	if given(final) {
		nin++
	}
	if typ.IsVariadic() {
		if nin < nparam-1 {
			r.fail("wrong number of args for %s: want at least %d got %d", name, nparam-1, len(args))
		}
	} else if nin != nparam {
		r.fail("wrong number of args for %s: want %d got %d", name, nparam, nin)
	}
	if err := checkFunc(name, typ); err != nil {
		r.fail("%v", err)
	}
	param := func(i int) reflect.Type {
		if typ.IsVariadic() && i >= nparam-1 {
			return typ.In(nparam - 1).Elem()
		}
		return typ.In(i)
	}
	if builtin && (name == "and" || name == "or") {
		var v reflect.Value
		for i, arg := range args {
			v = unwrap(r.operand(dot, param(i), arg))
			if isTruth(v) == (name == "or") {
				return v
			}
		}
		if given(final) {
			v = unwrap(r.convert(final, param(len(args))))
		}
		return v
	}
	argv := make([]reflect.Value, 0, nin+1)
	if builtin && name == "call" {
		fn = reflect.ValueOf(callNamed)
		callee := final.String()
		if len(args) > 0 {
			callee = args[0].String()
		}
		argv = append(argv, reflect.ValueOf(callee))
	}
	for i, arg := range args {
		argv = append(argv, r.operand(dot, param(i), arg))
	}
	if given(final) {
		argv = append(argv, r.convert(final, param(nin-1)))
	}
	v, err := protect(fn, argv)
	if err != nil {
		r.node = n
		r.fail("error calling %s: %w", name, err)
	}
	return unwrap(v)
}

// protect calls fn and turns a panic into an error.
func protect(fn reflect.Value, args []reflect.Value) (v reflect.Value, err error) {
	defer func() {
		if e := recover(); e != nil {
			var ok bool
			if err, ok = e.(error); !ok {
				err = fmt.Errorf("%v", e)
			}
		}
	}()
	out := fn.Call(args)
	if len(out) == 2 && !out[1].IsNil() {
		err = out[1].Interface().(error)
	}
	return out[0], err
}

func nilable(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return true
	}
	return t == valueType
}

// convert makes v fit the type, which is nil where anything goes.
func (r *run) convert(v reflect.Value, typ reflect.Type) reflect.Value {
	if typ == nil {
		return v
	}
	if !v.IsValid() {
		if !nilable(typ) {
			r.fail("invalid value; expected %s", typ)
		}
		return reflect.Zero(typ)
	}
	if typ == valueType && v.Type() != typ {
		return reflect.ValueOf(v)
	}
	if v.Type().AssignableTo(typ) {
		return v
	}
	if v.Kind() == reflect.Interface && !v.IsNil() {
		if v = v.Elem(); v.Type().AssignableTo(typ) {
			return v
		}
	}
	switch {
	case v.Kind() == reflect.Pointer && v.Type().Elem().AssignableTo(typ):
		e := v.Elem()
		if !e.IsValid() {
			r.fail("dereference of nil pointer of type %s", typ)
		}
		return e
	case v.CanAddr() && reflect.PointerTo(v.Type()).AssignableTo(typ):
		return v.Addr()
	}
	r.fail("wrong type for value; expected %s; got %s", typ, v.Type())
	return v
}

// operand evaluates an argument for a parameter of the type.
func (r *run) operand(dot reflect.Value, typ reflect.Type, n parse.Node) reflect.Value {
	r.node = n
	switch n := n.(type) {
	case *parse.DotNode:
		return r.convert(dot, typ)
	case *parse.PipeNode:
		return r.convert(r.pipeline(dot, n), typ)
	case *parse.FieldNode, *parse.VariableNode, *parse.ChainNode, *parse.IdentifierNode:
		return r.convert(r.name(dot, n, n, nil, noFinal), typ)
	case *parse.NilNode:
		if !nilable(typ) {
			r.fail("cannot assign nil to %s", typ)
		}
		return reflect.Zero(typ)
	}
	switch {
	case typ == valueType:
		return reflect.ValueOf(r.literal(n))
	case typ.Kind() == reflect.Interface && typ.NumMethod() == 0:
		return r.literal(n)
	}
	return r.constant(typ, n)
}

// constant is a literal as a value of the type.
func (r *run) constant(typ reflect.Type, n parse.Node) reflect.Value {
	v := reflect.New(typ).Elem()
	num, isNum := n.(*parse.NumberNode)
	want := ""
	switch k := typ.Kind(); {
	case k == reflect.Bool:
		if b, ok := n.(*parse.BoolNode); ok {
			v.SetBool(b.True)
			return v
		}
		want = "bool"
	case k == reflect.String:
		if s, ok := n.(*parse.StringNode); ok {
			v.SetString(s.Text)
			return v
		}
		want = "string"
	case v.CanInt():
		if isNum && num.IsInt {
			v.SetInt(num.Int64)
			return v
		}
		want = "integer"
	case v.CanUint():
		if isNum && num.IsUint {
			v.SetUint(num.Uint64)
			return v
		}
		want = "unsigned integer"
	case v.CanFloat():
		if isNum && num.IsFloat {
			v.SetFloat(num.Float64)
			return v
		}
		want = "float"
	case v.CanComplex():
		if isNum && num.IsComplex {
			v.SetComplex(num.Complex128)
			return v
		}
		want = "complex"
	default:
		r.fail("can't handle %s for arg of type %s", n, typ)
	}
	r.fail("expected %s; found %s", want, n)
	return v
}
