// run

package main

import (
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

type Address struct {
	City, State string
}

type Person struct {
	XMLName   xml.Name `xml:"person"`
	ID        int      `xml:"id,attr"`
	First     string   `xml:"name>first"`
	Last      string   `xml:"name>last"`
	Email     []string `xml:"email"`
	Height    float32  `xml:"height,omitempty"`
	Married   bool
	When      time.Time `xml:"when,attr"`
	P         *int      `xml:"p"`
	Address
	Comment string `xml:",comment"`
	Raw     string `xml:",innerxml"`
}

type Temp float64

func (t Temp) MarshalXML(e *xml.Encoder, s xml.StartElement) error {
	s.Attr = append(s.Attr, xml.Attr{Name: xml.Name{Local: "unit"}, Value: "C"})
	return e.EncodeElement(fmt.Sprintf("%.1f", float64(t)), s)
}

func main() {
	n := 7
	p := &Person{ID: 13, First: "John", Last: "O'Doe <x>", Email: []string{"a@b", "c@d"}, P: &n, Comment: " hi ", When: time.Unix(0, 0).UTC()}
	p.Address = Address{"Hanga Roa", "Easter Island"}
	out, err := xml.MarshalIndent(p, "", "  ")
	fmt.Printf("%s %v\n", out, err)
	var q Person
	err = xml.Unmarshal(out, &q)
	fmt.Println(q.ID, q.First, q.Last, q.Email, *q.P, q.City, q.When, q.Comment, len(q.Raw), err)
	xml.NewEncoder(os.Stdout).Encode(struct {
		XMLName xml.Name `xml:"http://x/y t"`
		T       Temp     `xml:"temp"`
		M       []Temp   `xml:"list>item"`
	}{T: 21.5, M: []Temp{1, 2}})
	fmt.Println()
	d := xml.NewDecoder(strings.NewReader(`<?xml version="1.0"?><!DOCTYPE x><a xmlns:n="urn:n" n:k="v&#65;"><n:b/>t&lt;<![CDATA[<raw>]]><!--c--></a>`))
	for {
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Printf("%T %v %d\n", t, t, d.InputOffset())
	}
	for _, bad := range []string{"<a></b>", "<a", "<a b=c>", "<a>&nope;</a>", "", "<a>\x01</a>"} {
		var v struct{}
		fmt.Println(xml.Unmarshal([]byte(bad), &v))
	}
	_, err = xml.Marshal(map[string]int{})
	fmt.Println(err)
}
