// run

package main

import (
	"fmt"
	"go/build/constraint"
)

func main() {
	for _, l := range []string{"//go:build linux && !cgo || (a&&b) && !(c||d)", "// +build linux,!cgo darwin", "//go:build go1.18 && (linux || go1.20)", "//go:build !!a", "//go:build (a", "//go:build a &", "//go:build a b", "//go:build ", "//go:buildx", "// +build", "//go:build é.x_1", "//go:build !go1.20", "//go:build a && b && c", "//go:build (a || b) && (c || d)", "// +build !!x", "//go:build !(a && b)", "//go:build (a && b || c) && d", "//go:build a$b", "//go:build a && ((b || c) && d || e)"} {
		x, err := constraint.Parse(l)
		fmt.Println(l, "=>", x, err)
		if se, ok := err.(*constraint.SyntaxError); ok {
			fmt.Println(se.Offset)
		}
		if x != nil {
			fmt.Println(x.Eval(func(t string) bool { return t == "linux" || t == "a" }), constraint.GoVersion(x))
			p, err := constraint.PlusBuildLines(x)
			fmt.Printf("%q %v\n", p, err)
		}
	}
	fmt.Println(constraint.IsGoBuild("//go:build a"), constraint.IsPlusBuild("// +build a"))
}
