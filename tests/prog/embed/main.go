// Embedding: strings, bytes, trees with and without hidden files.
package main

import (
	"embed"
	"fmt"
	"io/fs"
)

//go:embed a.txt
var s string

//go:embed a.txt
var b []byte

//go:embed d
//go:embed a*.txt
var f embed.FS

//go:embed all:d
var g embed.FS

func list(f embed.FS) {
	fs.WalkDir(f, ".", func(p string, d fs.DirEntry, err error) error {
		fmt.Println(p, d.IsDir(), err)
		return nil
	})
}

func main() {
	fmt.Print(s, len(b), "\n")
	list(f)
	list(g)
	x, err := f.ReadFile("d/sub/two.txt")
	fmt.Printf("%q %v\n", x, err)
	_, err = f.ReadFile("nope")
	fmt.Println(err)
	e, err := f.ReadDir("d")
	fmt.Println(e, err)
}
