package slog

import (
	"runtime"
	"slices"
	"time"
)

const nAttrsInline = 5

// Record is one event. Copies share their attributes: use Clone before changing one.
type Record struct {
	Time    time.Time
	Message string
	Level   Level
	PC      uintptr // where the event was logged, for runtime.CallersFrames
	front   [nAttrsInline]Attr
	nfront  int
	back    []Attr
}

// NewRecord makes a record without attributes.
func NewRecord(t time.Time, level Level, msg string, pc uintptr) Record {
	return Record{Time: t, Message: msg, Level: level, PC: pc}
}

// Clone makes a copy that may be changed.
func (r Record) Clone() Record {
	r.back = slices.Clip(r.back)
	return r
}

// NumAttrs counts the attributes.
func (r Record) NumAttrs() int { return r.nfront + len(r.back) }

// Attrs calls f for each attribute until it returns false.
func (r Record) Attrs(f func(Attr) bool) {
	for i := range r.nfront {
		if !f(r.front[i]) {
			return
		}
	}
	for _, a := range r.back {
		if !f(a) {
			return
		}
	}
}

// push adds one attribute. An element in use behind the end of back shows that a copy wrote there.
func (r *Record) push(a Attr) {
	if isEmptyGroup(a) {
		return
	}
	if r.nfront < len(r.front) {
		r.front[r.nfront] = a
		r.nfront++
		return
	}
	if n := len(r.back); cap(r.back) > n && !r.back[:n+1][n].isEmpty() {
		r.back = append(slices.Clip(r.back), String("!BUG", "AddAttrs unsafely called on copy of Record made without using Record.Clone"))
	}
	r.back = append(r.back, a)
}

// grow makes room for n more attributes.
func (r *Record) grow(n int) {
	if n -= len(r.front) - r.nfront; n > 0 && len(r.back) == 0 {
		r.back = make([]Attr, 0, n)
	}
}

// AddAttrs adds attributes. Groups without attributes are dropped.
func (r *Record) AddAttrs(attrs ...Attr) {
	r.grow(len(attrs))
	for _, a := range attrs {
		r.push(a)
	}
}

// Add adds attributes given as in Logger.Log.
func (r *Record) Add(args ...any) {
	r.grow(len(args) / 2)
	for len(args) > 0 {
		var a Attr
		a, args = nextAttr(args)
		r.push(a)
	}
}

// Source is a place in the source.
type Source struct {
	Function string `json:"function"`
	File     string `json:"file"`
	Line     int    `json:"line"`
}

// Source returns the place of the event, or nil if it is not known.
func (r Record) Source() *Source {
	if r.PC == 0 {
		return nil
	}
	f, _ := runtime.CallersFrames([]uintptr{r.PC}).Next()
	return &Source{Function: f.Function, File: f.File, Line: f.Line}
}

// group is the source as attributes; unknown parts are left out.
func (s *Source) group() Value {
	var as []Attr
	if s.Function != "" {
		as = append(as, String("function", s.Function))
	}
	if s.File != "" {
		as = append(as, String("file", s.File))
	}
	if s.Line != 0 {
		as = append(as, Int("line", s.Line))
	}
	return GroupValue(as...)
}
