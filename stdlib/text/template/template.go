// Package template fills text templates with data: {{.Name}}, {{if}}, {{range}}, pipelines and functions.
package template

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"text/template/parse"
	"unicode"
)

// FuncMap names functions for templates. They return one value, or a value and an error.
type FuncMap map[string]any

// Template is a parsed template. It belongs to a group whose members can call each other.
type Template struct {
	name string
	*parse.Tree
	*common
	left, right string
}

// missing tells what a map without the key gives.
type missing int

const (
	missingInvalid missing = iota
	missingZero
	missingError
)

// common is what associated templates share.
type common struct {
	mu      sync.RWMutex // guards tmpl
	tmpl    map[string]*Template
	missing missing
	fmu     sync.RWMutex // guards the functions
	parseFn FuncMap
	execFn  map[string]reflect.Value
}

// New makes a template without text.
func New(name string) *Template { return &Template{name: name} }

// Name returns the name.
func (t *Template) Name() string { return t.name }

// New makes a template of the same group, with the same delimiters.
func (t *Template) New(name string) *Template {
	t.init()
	return &Template{name: name, common: t.common, left: t.left, right: t.right}
}

func (t *Template) init() {
	if t.common == nil {
		t.common = &common{tmpl: map[string]*Template{}, parseFn: FuncMap{}, execFn: map[string]reflect.Value{}}
	}
}

// Must returns t, and panics if err is set.
func Must(t *Template, err error) *Template {
	if err != nil {
		panic(err)
	}
	return t
}

// Clone copies t with its group; definitions added later belong to one of them only.
func (t *Template) Clone() (*Template, error) {
	c := &Template{name: t.name, Tree: t.Tree, left: t.left, right: t.right}
	c.init()
	if t.common == nil {
		return c, nil
	}
	c.missing = t.missing
	t.mu.RLock()
	for name, old := range t.tmpl {
		if name == t.name {
			c.tmpl[name] = c
			continue
		}
		c.tmpl[name] = &Template{name: old.name, Tree: old.Tree, common: c.common, left: old.left, right: old.right}
	}
	t.mu.RUnlock()
	t.fmu.RLock()
	maps.Copy(c.parseFn, t.parseFn)
	maps.Copy(c.execFn, t.execFn)
	t.fmu.RUnlock()
	return c, nil
}

// AddParseTree makes tree the template called name in t's group and returns it.
func (t *Template) AddParseTree(name string, tree *parse.Tree) (*Template, error) {
	t.init()
	t.mu.Lock()
	defer t.mu.Unlock()
	n := t
	if name != t.name {
		n = t.New(name)
	}
	if t.associate(n, tree) || n.Tree == nil {
		n.Tree = tree
	}
	return n, nil
}

// associate enters n, unless it is empty and there is one already. The caller holds mu.
func (t *Template) associate(n *Template, tree *parse.Tree) bool {
	if old := t.tmpl[n.name]; old != nil && parse.IsEmptyTree(tree.Root) && old.Tree != nil {
		return false
	}
	t.tmpl[n.name] = n
	return true
}

// Templates returns the defined templates of the group.
func (t *Template) Templates() []*Template {
	if t.common == nil {
		return nil
	}
	t.mu.RLock()
	defer t.mu.RUnlock()
	return slices.AppendSeq(make([]*Template, 0, len(t.tmpl)), maps.Values(t.tmpl))
}

// Lookup finds a template of the group, or nil.
func (t *Template) Lookup(name string) *Template {
	if t.common == nil {
		return nil
	}
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.tmpl[name]
}

// DefinedTemplates lists the templates for an error message.
func (t *Template) DefinedTemplates() string {
	if t.common == nil {
		return ""
	}
	var names []string
	for _, d := range t.Templates() {
		if d.Tree != nil && d.Root != nil {
			names = append(names, fmt.Sprintf("%q", d.name))
		}
	}
	if names == nil {
		return ""
	}
	return "; defined templates are: " + strings.Join(names, ", ")
}

// Delims sets the delimiters for Parse; empty means the default.
func (t *Template) Delims(left, right string) *Template {
	t.init()
	t.left, t.right = left, right
	return t
}

// Option sets options such as "missingkey=error". It panics for unknown ones.
func (t *Template) Option(opt ...string) *Template {
	t.init()
	for _, o := range opt {
		switch o {
		case "":
			panic("empty option string")
		case "missingkey=default", "missingkey=invalid":
			t.missing = missingInvalid
		case "missingkey=zero":
			t.missing = missingZero
		case "missingkey=error":
			t.missing = missingError
		default:
			panic("unrecognized option: " + o)
		}
	}
	return t
}

// Funcs adds functions. It panics if a name or a signature will not do.
func (t *Template) Funcs(m FuncMap) *Template {
	t.init()
	t.fmu.Lock()
	defer t.fmu.Unlock()
	for name, fn := range m {
		if !isName(name) {
			panic(fmt.Errorf("function name %q is not a valid identifier", name))
		}
		v := reflect.ValueOf(fn)
		if v.Kind() != reflect.Func {
			panic("value for " + name + " not a function")
		}
		if err := checkFunc(name, v.Type()); err != nil {
			panic(err)
		}
		t.execFn[name] = v
		t.parseFn[name] = fn
	}
	return t
}

func isName(s string) bool {
	for i, r := range s {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return false
		}
	}
	return s != ""
}

var errorType = reflect.TypeFor[error]()

// checkFunc checks the results of a function.
func checkFunc(name string, typ reflect.Type) error {
	n := typ.NumOut()
	if n != 1 && n != 2 {
		return fmt.Errorf("function %s has %d return values; should be 1 or 2", name, n)
	}
	if n == 2 && typ.Out(1) != errorType {
		return fmt.Errorf("invalid function signature for %s: second return value should be error; is %s", name, typ.Out(1))
	}
	return nil
}

// Parse parses text as the body of t; definitions in it join the group.
func (t *Template) Parse(text string) (*Template, error) {
	t.init()
	t.fmu.RLock()
	trees, err := parse.Parse(t.name, text, t.left, t.right, t.parseFn, builtinNames)
	t.fmu.RUnlock()
	if err != nil {
		return nil, err
	}
	for name, tree := range trees {
		if _, err := t.AddParseTree(name, tree); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// ParseFiles makes a template of each file, named after its last element.
func ParseFiles(filenames ...string) (*Template, error) { return parseAll(nil, osFile, filenames) }

// ParseFiles adds a template for each file to t's group.
func (t *Template) ParseFiles(filenames ...string) (*Template, error) {
	t.init()
	return parseAll(t, osFile, filenames)
}

// ParseGlob is ParseFiles for the files that match pattern.
func ParseGlob(pattern string) (*Template, error) { return parseGlob(nil, pattern) }

// ParseGlob is ParseFiles for the files that match pattern.
func (t *Template) ParseGlob(pattern string) (*Template, error) {
	t.init()
	return parseGlob(t, pattern)
}

// ParseFS is ParseFiles for the files of fsys that match the patterns.
func ParseFS(fsys fs.FS, patterns ...string) (*Template, error) {
	return parseFS(nil, fsys, patterns)
}

// ParseFS is ParseFiles for the files of fsys that match the patterns.
func (t *Template) ParseFS(fsys fs.FS, patterns ...string) (*Template, error) {
	t.init()
	return parseFS(t, fsys, patterns)
}

func osFile(file string) (string, []byte, error) {
	b, err := os.ReadFile(file)
	return filepath.Base(file), b, err
}

func noMatch(pattern string) error {
	return fmt.Errorf("template: pattern matches no files: %#q", pattern)
}

func parseGlob(t *Template, pattern string) (*Template, error) {
	files, err := filepath.Glob(pattern)
	if err == nil && len(files) == 0 {
		err = noMatch(pattern)
	}
	if err != nil {
		return nil, err
	}
	return parseAll(t, osFile, files)
}

func parseFS(t *Template, fsys fs.FS, patterns []string) (*Template, error) {
	var files []string
	for _, p := range patterns {
		list, err := fs.Glob(fsys, p)
		if err == nil && len(list) == 0 {
			err = noMatch(p)
		}
		if err != nil {
			return nil, err
		}
		files = append(files, list...)
	}
	return parseAll(t, func(file string) (string, []byte, error) {
		b, err := fs.ReadFile(fsys, file)
		return path.Base(file), b, err
	}, files)
}

// parseAll parses files; without t the first one starts a group.
func parseAll(t *Template, read func(string) (string, []byte, error), files []string) (*Template, error) {
	if len(files) == 0 {
		return nil, fmt.Errorf("template: no files named in call to ParseFiles")
	}
	for _, file := range files {
		name, b, err := read(file)
		if err != nil {
			return nil, err
		}
		if t == nil {
			t = New(name)
		}
		part := t
		if name != t.name {
			part = t.New(name)
		}
		if _, err := part.Parse(string(b)); err != nil {
			return nil, err
		}
	}
	return t, nil
}
