// run

package main

import (
	"bytes"
	"compress/bzip2"
	"compress/flate"
	"compress/gzip"
	"compress/lzw"
	"compress/zlib"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"strings"
	"testing/iotest"
	"testing/quick"
)

func main() {
	text := []byte(strings.Repeat("the quick brown fox jumps over the lazy dog. ", 2000))
	for i := range text {
		if i%97 == 0 {
			text[i] = byte(i)
		}
	}
	for level := -2; level <= 9; level++ {
		var b bytes.Buffer
		w, _ := flate.NewWriter(&b, level)
		w.Write(text[:5000])
		w.Flush()
		w.Write(text[5000:])
		w.Close()
		small := b.Len() < len(text)
		out, err := io.ReadAll(flate.NewReader(iotest.OneByteReader(&b)))
		fmt.Println(level, small, bytes.Equal(out, text), err)
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Name, z.Comment = "naïve.txt", "c"
	z.Write(text)
	z.Close()
	r, err := gzip.NewReader(&b)
	fmt.Println(err, r.Name, r.Comment, r.OS)
	out, err := io.ReadAll(r)
	fmt.Println(bytes.Equal(out, text), err)
	zw := zlib.NewWriter(&b)
	zw.Write(text)
	zw.Close()
	data := bytes.Clone(b.Bytes())
	zr, _ := zlib.NewReader(&b)
	out, err = io.ReadAll(zr)
	fmt.Println(bytes.Equal(out, text), err)
	data[len(data)-1] ^= 1
	zr, _ = zlib.NewReader(bytes.NewReader(data))
	_, err = io.ReadAll(zr)
	fmt.Println(err)
	_, err = io.ReadAll(flate.NewReader(strings.NewReader("\xff\xff")))
	fmt.Println(err)
	b.Reset()
	l := lzw.NewWriter(&b, lzw.MSB, 8)
	l.Write(text)
	l.Close()
	fmt.Println(b.Len())
	out, err = io.ReadAll(lzw.NewReader(&b, lzw.MSB, 8))
	fmt.Println(bytes.Equal(out, text), err)
	bz, _ := base64.StdEncoding.DecodeString("QlpoOTFBWSZTWdhyLy0AAAHXgAAQYAQABEAAgAYEkAAgACIGm0IQMNhXwC7kinChIbDkXloA")
	out, err = io.ReadAll(bzip2.NewReader(bytes.NewReader(bz)))
	fmt.Printf("%q %v\n", out, err)
	fmt.Println(html.EscapeString(`<a href="x">'&'</a>`), html.UnescapeString("&lt;&eacute;&#233;&#x4e16;&notit;&amp;lt;&copy &nosuch;"))
	fmt.Println(quick.Check(func(s string) bool { return html.UnescapeString(html.EscapeString(s)) == s }, nil))
}
