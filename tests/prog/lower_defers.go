// run
// exit 3

// defer, go and recover in all their forms.
package main

import (
	"errors"
	"os"
	"sync"
)

type S struct{ v int }

func (s S) Val()  { println("val", s.v) }
func (s *S) Ptr() { println("ptr", s.v) }

type I interface{ Val() }

func rec()            { println("rec", recover() != nil) }
func recArg(s string) { println("recArg", s, recover() != nil) }

type R struct{}

func (R) Rec()   { println("R.Rec", recover() != nil) }
func (*R) PRec() { println("R.PRec", recover() != nil) }

type Emb struct{ *R }
type IR interface{ Rec() }

func t1() { defer rec(); panic(1) }
func t2() { defer recArg("x"); panic(1) }
func t3() { var r R; defer r.Rec(); panic(1) }
func t4() { r := &R{}; defer r.PRec(); panic(1) }
func t5() { e := Emb{&R{}}; defer e.Rec(); panic(1) }
func t6() { var i IR = Emb{&R{}}; defer i.Rec(); panic(1) }
func t7() { f := R{}.Rec; defer f(); panic(1) }
func t8() { defer R.Rec(R{}); panic(1) }
func t9() {
	defer func() { println("outer", recover() != nil) }()
	defer func() { func() { println("inner", recover() != nil) }() }()
	panic(1)
}
func t10() {
	defer func() { println("sq", recover() != nil) }()
	defer recover()
	panic(1)
}
func t11() (r int) {
	defer func() { r++ }()
	defer func() { r *= 2 }()
	return 5
}
func t12() {
	defer func() {
		defer func() { println(recover().(string)) }()
		panic(recover().(string) + "b")
	}()
	panic("a")
}
func t13() {
	var mu sync.Mutex
	mu.Lock()
	defer mu.Unlock()
	s := S{1}
	p := &s
	defer s.Val()
	defer s.Ptr()
	defer p.Val()
	s.v = 2
	var i I = s
	defer i.Val()
	s.v = 3
}
func t14() {
	c := make(chan int, 1)
	m := map[string]int{"a": 1}
	func() {
		defer close(c)
		defer delete(m, "a")
		defer println("x", 1, 2.5 > 1)
		defer copy([]int{1}, []int{2})
	}()
	_, ok := <-c
	println(ok, len(m))
}
func t15() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.Join(err, r.(error))
		}
	}()
	var p *S
	p.Val()
	return
}
func t16() {
	for i := range 3 {
		defer func(n int) { println("t16", i, n) }(i * 10)
	}
}
func t17() {
	defer func() { println(recover() != nil) }()
	var f func()
	defer f()
	println("still")
}
func t18() {
	defer func() { println(recover() != nil) }()
	var i I
	defer i.Val()
	println("not here")
}
func t19() int {
	var wg sync.WaitGroup
	total := 0
	var mu sync.Mutex
	for i := range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			total += i
		}()
	}
	wg.Wait()
	return total
}
func worker(n int, out chan<- int) { out <- n * n }
func t20() {
	c := make(chan int)
	for i := 1; i <= 3; i++ {
		go worker(i, c)
	}
	println(<-c + <-c + <-c)
	s := S{4}
	done := make(chan bool)
	go func() { s.Ptr(); done <- true }()
	<-done
}

func main() {
	t1()
	t2()
	t3()
	t4()
	t5()
	t6()
	t7()
	t8()
	t9()
	t10()
	println(t11())
	t12()
	t13()
	t14()
	println(t15().Error())
	t16()
	t17()
	t18()
	println(t19())
	t20()
	defer os.Exit(3)
	defer println("bye")
}
