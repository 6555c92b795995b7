// Package parser makes syntax trees of Go source.
package parser

import (
	"bytes"
	"errors"
	"go/ast"
	"go/scanner"
	"go/token"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Mode is a set of options.
type Mode uint

const (
	PackageClauseOnly    Mode             = 1 << iota // stop after the package clause
	ImportsOnly                                       // stop after the imports
	ParseComments                                     // keep comments
	Trace                                             // accepted; nothing is printed
	DeclarationErrors                                 // report names declared twice
	SpuriousErrors                                    // AllErrors
	SkipObjectResolution                              // leave Ident.Obj, File.Scope and File.Unresolved alone
	AllErrors            = SpuriousErrors             // report all errors, not the first ten of different lines
)

// source is the text: src if it is given, else the content of the file.
func source(filename string, src any) ([]byte, error) {
	switch s := src.(type) {
	case nil:
		return os.ReadFile(filename)
	case string:
		return []byte(s), nil
	case []byte:
		return s, nil
	case *bytes.Buffer:
		if s != nil {
			return s.Bytes(), nil
		}
	case io.Reader:
		return io.ReadAll(s)
	}
	return nil, errors.New("invalid source")
}

// ParseFile parses a file, or src (a string, []byte or io.Reader). After errors the tree has holes.
func ParseFile(fset *token.FileSet, filename string, src any, mode Mode) (f *ast.File, err error) {
	if fset == nil {
		panic("parser.ParseFile: no token.FileSet provided (fset == nil)")
	}
	text, err := source(filename, src)
	if err != nil {
		return nil, err
	}
	file := fset.AddFile(filename, -1, len(text))
	var p parser
	defer func() {
		p.catch(recover())
		if f == nil {
			f = &ast.File{Name: new(ast.Ident), Scope: ast.NewScope(nil)}
		}
		f.FileStart, f.FileEnd = token.Pos(file.Base()), file.End()
		p.errors.Sort()
		err = p.errors.Err()
	}()
	p.init(file, text, mode)
	f = p.parseFile()
	return f, err
}

// ParseDir parses the .go files of a directory that pass filter, by package.
//
// Deprecated: it knows nothing of build tags.
func ParseDir(fset *token.FileSet, path string, filter func(fs.FileInfo) bool, mode Mode) (pkgs map[string]*ast.Package, first error) {
	list, err := os.ReadDir(path)
	if err != nil {
		return nil, err
	}
	pkgs = map[string]*ast.Package{}
	for _, d := range list {
		if d.IsDir() || !strings.HasSuffix(d.Name(), ".go") {
			continue
		}
		if filter != nil {
			info, err := d.Info()
			if err != nil {
				return nil, err
			}
			if !filter(info) {
				continue
			}
		}
		name := filepath.Join(path, d.Name())
		f, err := ParseFile(fset, name, nil, mode)
		if err != nil {
			if first == nil {
				first = err
			}
			continue
		}
		pkg := pkgs[f.Name.Name]
		if pkg == nil {
			pkg = &ast.Package{Name: f.Name.Name, Files: map[string]*ast.File{}}
			pkgs[f.Name.Name] = pkg
		}
		pkg.Files[name] = f
	}
	return pkgs, first
}

// ParseExprFrom parses an expression or type.
func ParseExprFrom(fset *token.FileSet, filename string, src any, mode Mode) (expr ast.Expr, err error) {
	if fset == nil {
		panic("parser.ParseExprFrom: no token.FileSet provided (fset == nil)")
	}
	text, err := source(filename, src)
	if err != nil {
		return nil, err
	}
	file := fset.AddFile(filename, -1, len(text))
	var p parser
	defer func() {
		p.catch(recover())
		p.errors.Sort()
		err = p.errors.Err()
	}()
	p.init(file, text, mode)
	expr = p.rhs()
	if p.tok == token.SEMICOLON && p.lit == "\n" {
		p.next()
	}
	p.expect(token.EOF)
	return expr, nil
}

// ParseExpr parses an expression or type, without useful positions.
func ParseExpr(x string) (ast.Expr, error) {
	return ParseExprFrom(token.NewFileSet(), "", []byte(x), 0)
}

// tooMany stops the parser after ten errors or at great depth.
type tooMany struct{}

func (p *parser) catch(e any) {
	if _, ok := e.(tooMany); e != nil && !ok {
		panic(e)
	}
}

type parser struct {
	file     *token.File
	errors   scanner.ErrorList
	scan     scanner.Scanner
	mode     Mode
	comments []*ast.CommentGroup
	lead     *ast.CommentGroup // the comment right before the token
	trail    *ast.CommentGroup // the comment on the line of the token before
	pos      token.Pos
	tok      token.Token
	lit      string
	end      token.Pos // of the token
	syncPos  token.Pos // where the parser went on after an error
	syncN    int
	level    int // < 0: in the header of a control statement, where { begins its block
	depth    int
	inRhs    bool
	imports  []*ast.ImportSpec
	version  string
	top      bool // nothing but comments was seen
}
