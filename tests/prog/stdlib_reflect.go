// run

// Looks at types and values through package reflect: kinds, fields, methods, calls, made types, conversions, panics.

package main

import (
	"errors"
	"fmt"
	"reflect"
	"sort"
	"strings"
	"unsafe"
)

type I interface{ M(int) string }
type J interface {
	I
	N()
}
type Base struct {
	X, Y int `json:"x,omitempty" xml:"q"`
}

func (b Base) Sum() int                       { return b.X + b.Y }
func (b *Base) Set(x, y int)                  { b.X, b.Y = x, y }
func (b Base) Var(p string, xs ...int) string { return fmt.Sprint(p, xs, len(xs)) }

type T struct {
	Base
	Name string
	priv int
	P    *T
	M    map[string]int
	F    func(int) int
	C    chan int
	E    any
	Er   error
	S    []string
	A    [3]int8
}

func (t T) M1(n int) string { return strings.Repeat(t.Name, n) }

type MyInt int

func (m MyInt) M(n int) string { return fmt.Sprint(int(m) * n) }

type One struct{ p *int }
type G[T any] struct{ v T }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			if e, ok := r.(error); ok {
				fmt.Printf("%s: panic %T %s\n", name, r, e.Error())
			} else {
				fmt.Printf("%s: panic %v\n", name, r)
			}
		}
	}()
	f()
}
func main() {
	for _, v := range []any{1, "a", 1.5, []int{1}, map[string]bool{}, T{}, &T{}, MyInt(3), func(int, ...string) error { return nil }, make(chan int), make(<-chan string), make(chan<- int), [2]string{}, struct{ A int }{1}, G[int]{}, G[map[string][]T]{}, (*I)(nil), (*any)(nil), unsafe.Pointer(nil), complex64(1), uintptr(1), struct{}{}, [0]int{}, func() {}, []any{nil}, One{}, (*error)(nil), 'x', byte(1)} {
		t := reflect.TypeOf(v)
		fmt.Println(t, t.Kind(), t.Name(), t.PkgPath(), t.Size(), t.Align(), t.NumMethod(), t.Comparable())
		if t.Kind() == reflect.Struct {
			for i := 0; i < t.NumField(); i++ {
				f := t.Field(i)
				fmt.Println("  ", f.Name, f.PkgPath, f.Type, f.Tag.Get("json"), f.Offset, f.Index, f.Anonymous)
			}
			for _, f := range reflect.VisibleFields(t) {
				fmt.Print(" ", f.Name, f.Index)
			}
			fmt.Println()
		}
		for i := 0; i < t.NumMethod(); i++ {
			m := t.Method(i)
			fmt.Println("  m", m.Name, m.Type, m.Index)
		}
		if t.Kind() == reflect.Func {
			for i := range t.NumIn() {
				fmt.Print(" in ", t.In(i))
			}
			for i := range t.NumOut() {
				fmt.Print(" out ", t.Out(i))
			}
			fmt.Println(t.IsVariadic())
		}
	}
	it := reflect.TypeFor[I]()
	jt := reflect.TypeFor[J]()
	fmt.Println(it.NumMethod(), jt.NumMethod(), jt.Method(0).Name, jt.Implements(it), it.Implements(jt), reflect.TypeOf(MyInt(1)).Implements(it), reflect.TypeOf(1).Implements(it), reflect.TypeOf(1).ConvertibleTo(reflect.TypeOf(MyInt(1))), reflect.TypeOf(1).AssignableTo(reflect.TypeOf(MyInt(1))))
	x := T{Name: "ab", Base: Base{3, 4}}
	v := reflect.ValueOf(&x).Elem()
	v.Field(1).SetString("zz")
	v.FieldByName("X").SetInt(77)
	fmt.Println(x.Name, x.X, v.FieldByName("Sum").IsValid(), v.NumMethod(), v.Addr().NumMethod())
	fmt.Println(v.MethodByName("M1").Call([]reflect.Value{reflect.ValueOf(3)})[0])
	fmt.Println(v.MethodByName("Sum").Call(nil)[0].Int())
	v.Addr().MethodByName("Set").Call([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf(2)})
	fmt.Println(x.Base)
	fmt.Println(v.MethodByName("Var").Call([]reflect.Value{reflect.ValueOf("p"), reflect.ValueOf(2), reflect.ValueOf(5)})[0])
	fmt.Println(v.MethodByName("Var").CallSlice([]reflect.Value{reflect.ValueOf("p"), reflect.ValueOf([]int{1, 2, 3})})[0])
	mf := v.MethodByName("Sum").Interface().(func() int)
	x.X = 100
	fmt.Println(mf())
	m, _ := reflect.TypeOf(x).MethodByName("M1")
	fmt.Println(m.Type, m.Func.Call([]reflect.Value{v, reflect.ValueOf(2)})[0])
	var ii I = MyInt(7)
	iv := reflect.ValueOf(&ii).Elem()
	fmt.Println(iv.Kind(), iv.Elem().Kind(), iv.Method(0).Call([]reflect.Value{reflect.ValueOf(6)})[0], iv.NumMethod())
	// makefunc
	swap := func(in []reflect.Value) []reflect.Value { return []reflect.Value{in[1], in[0]} }
	var isw func(int, string) (string, int)
	reflect.ValueOf(&isw).Elem().Set(reflect.MakeFunc(reflect.TypeOf(isw), swap))
	fmt.Println(isw(4, "four"))
	var big func(a T, f float64, g float32, s []int, e any, c complex128) (T, float64, any)
	reflect.ValueOf(&big).Elem().Set(reflect.MakeFunc(reflect.TypeOf(big), func(in []reflect.Value) []reflect.Value {
		fmt.Println(in[0].Field(1), in[1], in[2], in[3], in[4], in[5])
		return []reflect.Value{in[0], reflect.ValueOf(2.5), reflect.ValueOf([]int{9}).Convert(reflect.TypeFor[any]())}
	}))
	a, b, c := big(T{Name: "big"}, 1.5, 2.5, []int{1, 2}, "e", 1+2i)
	fmt.Println(a.Name, b, c)
	// call with many
	f := func(a int8, b uint16, c string, d []byte, e float32, f T, g any, h ...int) (int, error, string) {
		return int(a) + int(b) + len(c) + len(d) + int(e) + f.X + len(h), errors.New("er"), fmt.Sprint(g)
	}
	out := reflect.ValueOf(f).Call([]reflect.Value{reflect.ValueOf(int8(1)), reflect.ValueOf(uint16(2)), reflect.ValueOf("abc"), reflect.ValueOf([]byte("xx")), reflect.ValueOf(float32(3.5)), reflect.ValueOf(T{Base: Base{X: 10}}), reflect.ValueOf(5), reflect.ValueOf(1), reflect.ValueOf(2)})
	fmt.Println(out[0], out[1], out[2])
	// maps
	mm := map[string]int{"a": 1, "b": 2}
	mv := reflect.ValueOf(mm)
	mv.SetMapIndex(reflect.ValueOf("c"), reflect.ValueOf(3))
	mv.SetMapIndex(reflect.ValueOf("a"), reflect.Value{})
	keys := mv.MapKeys()
	sort.Slice(keys, func(i, j int) bool { return keys[i].String() < keys[j].String() })
	fmt.Println(keys, mv.MapIndex(reflect.ValueOf("b")), mv.MapIndex(reflect.ValueOf("zz")).IsValid(), mv.Len())
	sum := 0
	for it := mv.MapRange(); it.Next(); {
		sum += int(it.Value().Int()) * len(it.Key().String())
	}
	fmt.Println(sum)
	mp := reflect.MakeMap(reflect.MapOf(reflect.TypeOf(1), reflect.TypeOf([]string{})))
	mp.SetMapIndex(reflect.ValueOf(1), reflect.ValueOf([]string{"q"}))
	fmt.Println(mp.Interface(), mp.Type())
	type K struct{ a, b int8 }
	mk := reflect.MakeMap(reflect.MapOf(reflect.TypeOf(K{}), reflect.TypeOf(1.5)))
	mk.SetMapIndex(reflect.ValueOf(K{1, 2}), reflect.ValueOf(2.5))
	fmt.Println(mk.MapIndex(reflect.ValueOf(K{1, 2})))
	// slices
	s := reflect.ValueOf([]int{1, 2, 3})
	s = reflect.Append(s, reflect.ValueOf(4))
	s = reflect.AppendSlice(s, reflect.ValueOf([]int{5, 6}))
	fmt.Println(s, s.Len(), s.Slice(1, 3), s.Slice3(1, 2, 4).Cap())
	s.Index(0).SetInt(99)
	reflect.Swapper(s.Interface())(0, 1)
	fmt.Println(s.Interface(), reflect.Copy(s, reflect.ValueOf([]int{7})), s)
	st := reflect.MakeSlice(reflect.SliceOf(reflect.TypeOf(T{})), 2, 5)
	st.Index(1).Field(1).SetString("n")
	fmt.Println(st.Len(), st.Cap(), st.Index(1).Field(1))
	arr := reflect.New(reflect.ArrayOf(3, reflect.TypeOf("")))
	arr.Elem().Index(1).SetString("mid")
	fmt.Println(arr.Elem(), arr.Type(), arr.Elem().Interface() == [3]string{"", "mid", ""})
	so := reflect.StructOf([]reflect.StructField{{Name: "A", Type: reflect.TypeOf(1), Tag: `k:"v"`}, {Name: "B", Type: reflect.TypeOf("")}, {Name: "C", Type: reflect.TypeOf([]int{})}})
	sv := reflect.New(so).Elem()
	sv.Field(0).SetInt(5)
	sv.Field(1).SetString("five")
	fmt.Printf("%v %+v %v %v\n", sv.Type(), sv.Interface(), so.Size(), so.Field(0).Tag.Get("k"))
	fo := reflect.FuncOf([]reflect.Type{reflect.TypeOf(1), reflect.TypeOf([]string{})}, []reflect.Type{reflect.TypeOf(true)}, true)
	fmt.Println(fo, fo == reflect.TypeOf(func(int, ...string) bool { return true }), reflect.PointerTo(so) == reflect.PointerTo(so), reflect.ChanOf(reflect.RecvDir, so).String() != "", reflect.PointerTo(reflect.TypeOf(x)) == reflect.TypeOf(&x), reflect.MapOf(reflect.TypeOf(""), reflect.TypeOf(1)) == reflect.TypeOf(mm))
	// chans
	ch := reflect.MakeChan(reflect.TypeOf(make(chan int)), 2)
	ch.Send(reflect.ValueOf(5))
	fmt.Println(ch.TrySend(reflect.ValueOf(6)), ch.TrySend(reflect.ValueOf(7)), ch.Len(), ch.Cap())
	r, ok := ch.Recv()
	fmt.Println(r, ok)
	i, rv, rok := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: ch}, {Dir: reflect.SelectRecv, Chan: reflect.ValueOf(make(chan string))}})
	fmt.Println(i, rv, rok)
	i, rv, rok = reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: ch}, {Dir: reflect.SelectDefault}})
	fmt.Println(i, rv, rok)
	i, _, _ = reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectSend, Chan: ch, Send: reflect.ValueOf(3)}})
	ch.Close()
	r, ok = ch.Recv()
	fmt.Println(i, r, ok)
	r, ok = ch.TryRecv()
	fmt.Println(i, r, ok)
	// conversions
	fmt.Println(reflect.ValueOf(65).Convert(reflect.TypeOf("")), reflect.ValueOf(3.9).Convert(reflect.TypeOf(1)), reflect.ValueOf("hé").Convert(reflect.TypeOf([]byte{})), reflect.ValueOf([]rune{65, 66}).Convert(reflect.TypeOf("")), reflect.ValueOf(MyInt(3)).Convert(it).Elem().Type(), reflect.ValueOf([]int{1, 2, 3}).Convert(reflect.TypeOf([2]int{})), reflect.ValueOf(-1).Convert(reflect.TypeOf(uint8(0))))
	// deepequal
	type L struct {
		v int
		n *L
	}
	l1 := &L{1, nil}
	l1.n = l1
	l2 := &L{1, nil}
	l2.n = l2
	fmt.Println(reflect.DeepEqual(l1, l2), reflect.DeepEqual(map[string][]int{"a": {1}}, map[string][]int{"a": {1}}), reflect.DeepEqual([]int{}, []int(nil)), reflect.DeepEqual(x, x), reflect.DeepEqual(1, int64(1)), reflect.DeepEqual([]any{1, "a", nil}, []any{1, "a", nil}))
	fmt.Println(reflect.Zero(reflect.TypeOf(x)).IsZero(), reflect.ValueOf(x).IsZero(), reflect.ValueOf([2]int{}).IsZero(), reflect.ValueOf("").IsZero())
	p := 5
	o := One{&p}
	ov := reflect.ValueOf(o)
	fmt.Println(ov.Field(0).Elem().Int(), ov.Field(0).Pointer() == uintptr(unsafe.Pointer(&p)))
	// panics
	try("set", func() { reflect.ValueOf(x).Field(0).Field(0).SetInt(1) })
	try("unexp", func() { reflect.ValueOf(&x).Elem().FieldByName("priv").SetInt(1) })
	try("iface", func() { reflect.ValueOf(x).FieldByName("priv").Interface() })
	try("kind", func() { reflect.ValueOf(x).Len() })
	try("zero", func() { reflect.Value{}.Type() })
	try("call", func() { reflect.ValueOf(f).Call(nil) })
	try("call2", func() { reflect.ValueOf(isw).Call([]reflect.Value{reflect.ValueOf(""), reflect.ValueOf("")}) })
	try("idx", func() { s.Index(100) })
	try("elem", func() { reflect.TypeOf(1).Elem() })
	try("assign", func() { v.Field(1).Set(reflect.ValueOf(1)) })
	try("conv", func() { reflect.ValueOf(x).Convert(reflect.TypeOf(1)) })
	try("nilmap", func() { reflect.ValueOf(map[string]int(nil)).SetMapIndex(reflect.ValueOf("a"), reflect.ValueOf(1)) })
	try("fieldof", func() { reflect.ValueOf(1).Field(0) })
	for i, e := range reflect.ValueOf([]string{"a", "b"}).Seq2() {
		fmt.Print(i, e, " ")
	}
	for i := range reflect.ValueOf(3).Seq() {
		fmt.Print(i, " ")
	}
	fmt.Println(reflect.TypeAssert[int](reflect.ValueOf(5)))
	fmt.Println(reflect.ValueOf(fmt.Println).Kind(), reflect.ValueOf(x).FieldByName("M").IsNil(), reflect.ValueOf(uint8(3)).CanInt(), reflect.ValueOf(1.5).CanFloat())
	var e error
	ev := reflect.ValueOf(&e).Elem()
	ev.Set(reflect.ValueOf(errors.New("set")))
	fmt.Println(e, ev.Elem().Type(), ev.Type())
	ev.SetZero()
	fmt.Println(e == nil)
	g := reflect.ValueOf(&[]int{1}).Elem()
	g.Grow(10)
	g.SetLen(3)
	fmt.Println(g, g.Cap() >= 11)
}
