package ast

import (
	"fmt"
	"go/token"
	"io"
	"os"
	"reflect"
)

// FieldFilter chooses fields for Fprint.
type FieldFilter func(name string, value reflect.Value) bool

// NotNilFilter leaves out fields that are nil.
func NotNilFilter(_ string, v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return !v.IsNil()
	}
	return true
}

// Print prints a tree to standard output, without nil fields.
func Print(fset *token.FileSet, x any) error { return Fprint(os.Stdout, fset, x, NotNilFilter) }

// Fprint prints a tree with line numbers. With fset places are shown as lines and columns.
func Fprint(w io.Writer, fset *token.FileSet, x any, f FieldFilter) error {
	p := &treePrinter{w: w, fset: fset, filter: f, seen: map[any]int{}, last: '\n'}
	if x == nil {
		p.printf("nil\n")
		return p.err
	}
	p.value(reflect.ValueOf(x))
	p.printf("\n")
	return p.err
}

type treePrinter struct {
	w      io.Writer
	fset   *token.FileSet
	filter FieldFilter
	seen   map[any]int // pointers and the line where each was printed
	indent int
	last   byte
	line   int
	err    error
}

func (p *treePrinter) printf(format string, args ...any) {
	var out []byte
	for _, b := range fmt.Appendf(nil, format, args...) {
		if b != '\n' && p.last == '\n' {
			out = fmt.Appendf(out, "%6d  ", p.line)
			for range p.indent {
				out = append(out, ".  "...)
			}
		}
		if b == '\n' {
			p.line++
		}
		out = append(out, b)
		p.last = b
	}
	if p.err == nil {
		_, p.err = p.w.Write(out)
	}
}

func (p *treePrinter) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface:
		if v.IsNil() {
			p.printf("nil")
			return
		}
		p.value(v.Elem())
	case reflect.Map:
		p.printf("%s (len = %d) {", v.Type(), v.Len())
		if v.Len() > 0 {
			p.indent++
			p.printf("\n")
			for _, k := range v.MapKeys() {
				p.value(k)
				p.printf(": ")
				p.value(v.MapIndex(k))
				p.printf("\n")
			}
			p.indent--
		}
		p.printf("}")
	case reflect.Pointer:
		if v.IsNil() {
			p.printf("nil")
			return
		}
		p.printf("*")
		if line, ok := p.seen[v.Interface()]; ok {
			p.printf("(obj @ %d)", line)
		} else {
			p.seen[v.Interface()] = p.line
			p.value(v.Elem())
		}
	case reflect.Array, reflect.Slice:
		if b, ok := v.Interface().([]byte); ok {
			p.printf("%#q", b)
			return
		}
		p.printf("%s", v.Type())
		if v.Kind() == reflect.Slice {
			p.printf(" (len = %d)", v.Len())
		}
		p.printf(" {")
		if v.Len() > 0 {
			p.indent++
			p.printf("\n")
			for i := range v.Len() {
				p.printf("%d: ", i)
				p.value(v.Index(i))
				p.printf("\n")
			}
			p.indent--
		}
		p.printf("}")
	case reflect.Struct:
		t := v.Type()
		p.printf("%s {", t)
		p.indent++
		first := true
		for i := range t.NumField() {
			f := t.Field(i)
			if !f.IsExported() || p.filter != nil && !p.filter(f.Name, v.Field(i)) {
				continue
			}
			if first {
				p.printf("\n")
				first = false
			}
			p.printf("%s: ", f.Name)
			p.value(v.Field(i))
			p.printf("\n")
		}
		p.indent--
		p.printf("}")
	default:
		switch x := v.Interface().(type) {
		case string:
			p.printf("%q", x)
		case token.Pos:
			if p.fset != nil {
				p.printf("%s", p.fset.Position(x))
				return
			}
			p.printf("%v", x)
		default:
			p.printf("%v", x)
		}
	}
}
