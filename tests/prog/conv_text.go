// run

// Conversions between strings, bytes and runes with invalid UTF-8; comparison; printing.
package main

import "fmt"

type MyB []byte
type MyR []rune
type MyS string
type B byte
type BS []B
type Rn rune

func main() {
	strs := []string{"", "a", "héllo", "\xff", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf0\x9f\x98\x80", "\xe2\x82", "a\xe2\x82b", "\xf0\x9f\x98", "\xc3", "\x80\x80", "\xef\xbf\xbd", "\x00", "日本\xffx", "\xf8\x88\x80\x80\x80", "\xe0\x9f\xbf", "\xf0\x8f\xbf\xbf"}
	for _, s := range strs {
		fmt.Printf("%q %x %v %v", s, s, []byte(s), []rune(s))
		for i, r := range s {
			fmt.Print(" ", i, ":", r)
		}
		fmt.Printf(" %q %d %v\n", string([]rune(s)), len([]rune(s)), string([]rune(s)) == s)
		fmt.Println(MyS(MyB(s)) == MyS(s), MyR(s), string(MyR(s)), []byte(MyS(s)), string(BS(s)), len(BS(MyS(s))))
		for _, t := range strs {
			fmt.Print(s < t, s == t, s+t > t+s, " ")
		}
		fmt.Println()
	}
	for _, r := range []rune{0, 'a', 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xffff, 0x10000, 0x10ffff, 0x110000, -1, 1<<31 - 1, -1 << 31, 0xfffd} {
		fmt.Printf("%q %x %q %+q %U %c\n", string(r), string(r), r, r, r, r)
		fmt.Println([]byte(string(r)), string([]rune{r, 'x', r}), string(Rn(r)))
	}
	for _, x := range []int64{0, 65, -1, 1 << 40, 0x110000, 0x10ffff, 1<<63 - 1, -1 << 63} {
		fmt.Printf("%q %q %q %q %q %q\n", string(rune(x)), string(rune(uint8(x))), fmt.Sprint(string(rune(x))), string(rune(uint64(x))), fmt.Sprintf("%c", x), fmt.Sprintf("%q", x))
	}
	type I64 int64
	conv := func(x int64) string { return string(rune(x)) }
	fmt.Printf("%q\n", conv(1<<32+65))
	var u64 uint64 = 1<<32 + 65
	fmt.Printf("%q %q\n", str(u64), str(int64(-5)))
	s := "hello, world"
	b := []byte(s)
	b[0] = 'J'
	fmt.Println(s, string(b), s[1:3], s[:0] == "", s[12:] == "", string(b[2:2]) == "")
	b2 := append([]byte("x"), "yz"...)
	n := copy(b2, "q")
	fmt.Println(string(b2), n, cap([]byte("")) >= 0, len([]byte{}))
	m := map[string]int{"a": 1, "\xff": 2}
	fmt.Println(m[string([]byte{0xff})], m[string([]byte("a"))])
	switch string(b) {
	case "Jello, world":
		fmt.Println("ok")
	}
	var nb []byte
	fmt.Println(string(nb) == "", []byte("") == nil, []rune("") == nil, nb == nil, string([]rune(nil)) == "")
	for i, c := range []byte("ab") {
		fmt.Print(i, c, " ")
	}
	for i := range "añb" {
		fmt.Print(i, " ")
	}
	fmt.Println()
	const c = "añb"
	fmt.Println(len(c), c[1], c[1:3], []rune(c)[1], len([3]byte([]byte("abc"))), [2]byte([]byte("xyz")))
	println(s, len(s), 1.5, 1e100, 'a', true, nil == any(nil), 3+4i, float32(0.1), uint8(200), int8(-3), c)
}
func str[T interface{ ~int64 | ~uint64 }](x T) string { return string(rune(x)) }
