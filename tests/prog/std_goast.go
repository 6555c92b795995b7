// run

package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"os"
	tscan "text/scanner"
	"strings"
)

const src = `// Package p is a test.
package p

import (
	"fmt"
	m "math"
)

// T is generic.
type T[K comparable, V any] struct {
	a, b K // trailing
	*fmt.Formatter
}

func (t *T[K, V]) Get(k K) (v V, err error) {
	for i, x := range []int{1, 2} {
		if x := x + i; x > 1 { continue }
		switch y := any(x).(type) {
		case int, string: _ = y
		default: goto end
		}
	}
end:
	defer func() { recover() }()
	return v, fmt.Errorf("x %v", m.Pi)
}
`

func main() {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", src, parser.ParseComments)
	fmt.Println(err, f.Name, len(f.Decls), len(f.Comments), f.Doc.Text())
	ast.Inspect(f, func(n ast.Node) bool {
		if n != nil {
			fmt.Printf("%T %v-%v\n", n, fset.Position(n.Pos()), fset.Position(n.End()))
		}
		return true
	})
	x, err := parser.ParseExpr("a + b*f(1, c...)[2:3].(T) <<4")
	fmt.Println(err)
	ast.Fprint(os.Stdout, nil, x, ast.NotNilFilter)
	for _, bad := range []string{"package", "package p; func f( {", "package p\nvar x = \n1 +\n", "package p; type T struct { a int b int }"} {
		_, err := parser.ParseFile(fset, "bad.go", bad, 0)
		if l, ok := err.(scanner.ErrorList); ok {
			for _, e := range l {
				fmt.Println(e)
			}
		}
	}
	var s tscan.Scanner
	s.Init(strings.NewReader("x := 3.14 // c\n \"s\" 'r' >="))
	for tok := s.Scan(); tok != tscan.EOF; tok = s.Scan() {
		fmt.Println(s.Position, tscan.TokenString(tok), s.TokenText())
	}
}
