package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
	"time"
	"unsafe"
)

type tags struct {
	A int `json:"a"`
	B int `json:"a"`
	c int `json:"c"`
	D int `json: "d"`
	E int "json:\"e\",xml:\"f\""
	F int `json:"f,omit empty"`
	G int `bad`
}

type locked struct {
	sync.Mutex
	n int
}

func (l locked) get() int { return l.n }

type nested struct{ in [2]locked }

func pass(n nested) nested { return n }

func locks(a []locked, p *locked) {
	for _, l := range a {
		_ = l.n
	}
	x := *p
	var y = a[0]
	f(x, y)
	z := [1]locked{*p}
	_ = len(z)
	var wg sync.WaitGroup
	go func() {
		wg.Add(1)
		wg.Done()
	}()
	for i, l := 0, (locked{}); i < 2; i++ {
		_ = l.n
	}
}

func f(a ...any) {}

func cancels(b bool) error {
	ctx, cancel := context.WithCancel(context.Background())
	if b {
		return errors.New("x")
	}
	_ = ctx
	cancel()
	_, _ = context.WithTimeout(context.Background(), 1)
	ctx2, cancel2 := context.WithTimeout(ctx, time.Second)
	for ctx2.Err() == nil {
		if b {
			os.Exit(1)
		}
	}
	switch {
	case b:
		cancel2()
	default:
	}
	return nil
}

func dead(n int) int {
	switch n {
	case 1:
		return 1
		fmt.Println()
	case 2:
		panic(n)
		n++
	}
L:
	for {
		if n > 2 {
			continue
			n--
		}
		break L
	}
	for {
		select {}
		n++
	}
	return 2
}

func bools(a, b int, p *int) {
	_ = a == 1 || a == 1
	_ = a == 1 && a == 2
	_ = a != 1 || a != 2 || b != 3
	_ = p != nil && (p != nil)
	if dead == nil || f != nil {
	}
}

type rw struct{}

func (rw) ReadByte() byte                       { return 0 }
func (rw) WriteTo(w io.Writer) error            { return nil }
func (rw) Seek(o int64, w int) error            { return nil }
func (*rw) UnmarshalJSON(b []byte, strict bool) {}
func (rw) Format(x int)                         {}
func (rw) WriteByte(c byte) error               { return nil }

type iface interface{ ReadByte() int }

type conflict interface{ ReadByte() (byte, error) }

func rest(v iface, s string, i int, u8 uint8, i64 int64, addr uintptr) {
	_ = v.(conflict)
	switch v.(type) {
	case conflict:
	}
	_ = string(i)
	_ = string(rune(i))
	_ = string(u8)
	u8 <<= 8
	_ = u8 >> 7
	_ = i64 << 64
	if false {
		_ = i64 << 64
	}
	fmt.Sprint("x")
	errors.New("x").Error()
	_ = json.Unmarshal(nil, i)
	_ = json.Unmarshal(nil, &i)
	var target error
	var perr *os.PathError
	errors.As(target, target)
	errors.As(target, &target)
	errors.As(target, &perr)
	errors.As(target, i)
	i = i
	s, i = s, 2
	i64 = atomic.AddInt64(&i64, 1)
	_ = unsafe.Pointer(addr)
	_ = unsafe.Pointer(uintptr(unsafe.Pointer(&i)) + 8)
	c := make(chan os.Signal)
	signal.Notify(c, os.Interrupt)
	signal.Notify(make(chan os.Signal), os.Interrupt)
	start := time.Now()
	defer fmt.Println(time.Since(start))
	_ = start.Format("2006-02-01")
	var list []int
	list = append(list)
	_ = time.Month(1)
	defer func() { fmt.Println(time.Since(start)) }()
}

func main() {}
