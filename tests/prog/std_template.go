// run

package main

import (
	"fmt"
	"os"
	"strings"
	"text/template"
)

type Item struct {
	Name string
	Qty  int
	Tags []string
}

func (i *Item) Upper() string            { return strings.ToUpper(i.Name) }
func (i Item) Times(n int) (int, error)  { return i.Qty * n, nil }

func main() {
	t := template.Must(template.New("x").Funcs(template.FuncMap{"join": strings.Join}).Parse(`{{define "row"}}[{{.Name | printf "%-6s"}}|{{.Upper}}|{{.Times 3}}]{{end -}}
{{range $i, $e := .Items}}{{if $i}}, {{end}}{{template "row" $e}}{{with .Tags}} ({{join . "+"}}){{else}} none{{end}}{{end}}
{{range $k, $v := .M}}{{$k}}={{$v}};{{end}} {{len .M}} {{index .M "b"}} {{slice "hello" 1 3}} {{html "<a&b>"}} {{js "it's"}} {{1.5}} {{printf "%q" 'x'}}
{{range 3}}{{if eq . 1}}{{continue}}{{end}}{{.}}{{end}} {{and 1 0}} {{or 0 "x"}} {{not true}} {{lt 1 2}} {{call .F 4}}
`))
	err := t.Execute(os.Stdout, map[string]any{
		"Items": []*Item{{"ab", 2, []string{"x", "y"}}, {"cd", 5, nil}},
		"M":     map[string]int{"b": 2, "a": 1},
		"F":     func(i int) int { return i * i },
	})
	fmt.Println(err)
	_, err = template.New("bad").Parse("{{if}}")
	fmt.Println(err)
	fmt.Println(template.Must(template.New("e").Parse("{{.X.Y}}")).Execute(os.Stdout, struct{ X *Item }{}))
}
