// Shapes: interfaces, embedding, type switches, methods as values, formatted printing.
package main

import (
	"fmt"
	"math"
	"sort"
	"strings"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}

type Named struct{ Name string }

func (n Named) Title() string { return strings.ToUpper(n.Name[:1]) + n.Name[1:] }

type Rect struct {
	Named
	W, H float64
}

type Circle struct {
	Named
	R float64
}

func (r Rect) Area() float64         { return r.W * r.H }
func (r Rect) Perimeter() float64    { return 2 * (r.W + r.H) }
func (c *Circle) Area() float64      { return math.Pi * c.R * c.R }
func (c *Circle) Perimeter() float64 { return 2 * math.Pi * c.R }

func (r Rect) String() string { return fmt.Sprintf("%s(%gx%g)", r.Title(), r.W, r.H) }

type byArea []Shape

func (s byArea) Len() int           { return len(s) }
func (s byArea) Less(i, j int) bool { return s[i].Area() < s[j].Area() }
func (s byArea) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }

func describe(x any) string {
	switch v := x.(type) {
	case nil:
		return "nothing"
	case fmt.Stringer:
		return "stringer " + v.String()
	case *Circle:
		return fmt.Sprintf("circle %q of radius %.1f", v.Name, v.R)
	case []int, []string:
		return fmt.Sprintf("a list: %v", v)
	case error:
		return "error " + v.Error()
	default:
		return fmt.Sprintf("%T %v", v, v)
	}
}

func main() {
	shapes := []Shape{Rect{Named{"door"}, 1, 2}, &Circle{Named{"plate"}, 0.5}, Rect{Named{"tile"}, 0.3, 0.3}}
	sort.Sort(byArea(shapes))
	for _, s := range shapes {
		fmt.Printf("%-14s area %6.3f perimeter %6.3f\n", fmt.Sprintf("%T", s), s.Area(), s.Perimeter())
	}
	for _, x := range []any{shapes[0], &Circle{Named{"coin"}, 1}, []int{1, 2}, nil, fmt.Errorf("bad"), 3 + 4i, map[string]int{"b": 2, "a": 1}} {
		fmt.Println(describe(x))
	}
	area := shapes[0].Area
	fmt.Printf("%+v %.3f\n", shapes[2], area())
}
