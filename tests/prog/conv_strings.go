// run

// Conversions between strings, bytes, runes and named types of them.

package main

import "fmt"

type S string
type B []byte
type R []rune
type by byte

func main() {
	s := "h\u00e9\xff\u65e5\U0001F600"
	fmt.Println(len(s), []byte(s), []rune(s), string([]rune(s)) == s)
	fmt.Printf("%q %q %q %q\n", string(rune(65)), string(rune(-1)), string(rune(0x10FFFF+1)), string(rune(0xD800)))
	b := []byte(s)
	t := string(b)
	b[0] = 'X'
	fmt.Println(t[:1], string(b[:1]), S(b[:1]), string(B(t)[:1]), string(R(t)[1:2]), []by("ab"), string([]by{'q'}))
	for i, r := range "a\xffb\xe6\x97c\u00e9" {
		fmt.Print(i, ":", r, " ")
	}
	for i := range "\u65e5\u672c" {
		fmt.Print(i, " ")
	}
	fmt.Println()
	var nb []byte
	fmt.Println(string(nb) == "", []byte("") == nil, len([]rune("")), S("a")+"b", "a" < "B", "ab" > "a", "" < "\x00")
	m := map[string]int{"x": 1}
	fmt.Println(m[string([]byte{'x'})], m[string(b)])
	switch string(b[:1]) {
	case "X":
		fmt.Println("X")
	}
	for i, c := range []byte("hey") {
		fmt.Print(i, c, ";")
	}
	fmt.Println(string(append([]byte("ab"), "cd"...)), copy(b, "zz"), string(b[:3]))
}
