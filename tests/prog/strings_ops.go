// run

// Strings: indexing, slicing, comparison, concatenation, builders, iteration, conversion in place.

package main

import (
	"fmt"
	"strconv"
	"strings"
)

type S string

func rev(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}
func main() {
	s := "h\u00e9llo, \u4e16\u754c\x80"
	fmt.Println(len(s), s[1], s[1:3], s[3:], s[:0] == "", rev("ab\u00e9"), s > "h", s >= s, "a"+s[:1]+string(s[2]))
	for i, r := range s {
		fmt.Print(i, ":", string(r), " ")
	}
	fmt.Println()
	fmt.Printf("%q %x %+q %v %s|%6s|%-6s|%.2s\n", s, s, s, []byte(s[:3]), S("n"), "r", "l", "trunc")
	t := ""
	for i := range 10 {
		t += strconv.Itoa(i)
	}
	u := t
	t += "x"
	fmt.Println(t, u, t[:10] == u, strings.Repeat("ab", 3), strings.Split("a,b,,c", ","), strings.Fields(" a  b "), strings.Map(func(r rune) rune { return r + 1 }, "HAL"))
	var b strings.Builder
	for i := 3; i > 0; i-- {
		fmt.Fprintf(&b, "%d...", i)
	}
	b.WriteByte('!')
	b.WriteRune('\u00e9')
	fmt.Println(b.String(), b.Len(), strings.Contains(s, "\u4e16"), strings.Index(s, "l"), strings.LastIndex(s, "l"), strings.ToUpper("\u00e9a"), strings.TrimSpace("\t x \n"), strings.EqualFold("\u00c9", "\u00e9"))
	before, after, ok := strings.Cut("k=v=w", "=")
	fmt.Println(before, after, ok, strings.Title("foo bar"), strings.Replace("aaa", "a", "b", 2), strings.NewReplacer("a", "1", "b", "2").Replace("abc"))
	const c = "const"
	fmt.Println(c[1], c[1:3], len(c), string(c[0])+c[4:], "\a\b\f\n\r\t\v\\\"'"[2:4] == "\f\n", `raw\n`+"\x41")
	n, err := strconv.Atoi("12x")
	fmt.Println(n, err)
	_, err = strconv.ParseInt("99999999999999999999", 10, 64)
	f, _ := strconv.ParseFloat("1e-7", 64)
	q, _ := strconv.Unquote(`"a\tb"`)
	fmt.Println(err, f, strconv.Quote("\x00\u00ff\U0001F600"), q, strconv.FormatInt(-255, 16), strconv.FormatFloat(1.0/3, 'g', 5, 64))
	x := []string{"b", "a", "\u00e9", "B", ""}
	for i := range x {
		for j := i + 1; j < len(x); j++ {
			if x[j] < x[i] {
				x[i], x[j] = x[j], x[i]
			}
		}
	}
	fmt.Printf("%q\n", x)
	var ns S
	ns += "q"
	ns = ns + ns
	switch ns {
	case "qq":
		fmt.Println(strings.Join([]string{string(ns), "z"}, "-"))
	}
	for l := range strings.SplitSeq("x y z", " ") {
		fmt.Print(l, ";")
	}
	fmt.Println(strings.Compare("a", "b"), strings.Count("cheese", "e"), strings.Count("abc", ""))
}
