package slog

import (
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"sync"
	"time"
)

// Handler does something with records. Several goroutines may use it at once.
type Handler interface {
	// Enabled says whether records of the level are handled. It is asked first.
	Enabled(context.Context, Level) bool
	// Handle handles a record. A zero Time or PC, an empty Attr and a group without attributes are ignored;
	// a group without name is replaced by its attributes.
	Handle(context.Context, Record) error
	// WithAttrs gives a handler that adds attributes to each record. The slice belongs to it.
	WithAttrs(attrs []Attr) Handler
	// WithGroup gives a handler that puts the attributes which follow into a group. An empty name changes nothing.
	WithGroup(name string) Handler
}

// HandlerOptions are options of the handlers of this package. nil is the zero value.
type HandlerOptions struct {
	AddSource   bool                               // show the place of the call
	Level       Leveler                            // the lowest level that is handled; nil is LevelInfo
	ReplaceAttr func(groups []string, a Attr) Attr // changes attributes; a zero Attr removes one
}

// Keys of the parts of each record.
const (
	TimeKey    = "time"
	LevelKey   = "level"
	MessageKey = "msg"
	SourceKey  = "source"
)

// commonHandler is what the handlers for text and JSON share.
type commonHandler struct {
	json   bool
	opts   HandlerOptions
	groups []string // of WithGroup
	prefix string   // groups with dots, for text
	pre    []byte   // the attributes of WithAttrs, formatted
	nopen  int      // groups that pre opens
	mu     *sync.Mutex
	w      io.Writer
}

func newCommon(json bool, w io.Writer, opts *HandlerOptions) *commonHandler {
	h := &commonHandler{json: json, mu: new(sync.Mutex), w: w}
	if opts != nil {
		h.opts = *opts
	}
	return h
}

func (h *commonHandler) enabled(l Level) bool {
	lowest := LevelInfo
	if h.opts.Level != nil {
		lowest = h.opts.Level.Level()
	}
	return l >= lowest
}

func (h *commonHandler) withAttrs(as []Attr) *commonHandler {
	if !slices.ContainsFunc(as, func(a Attr) bool { return !isEmptyGroup(a) }) {
		return h
	}
	c := *h
	s := h.printer()
	defer s.free()
	s.buf = append(s.buf, h.pre...)
	if s.inGroups(as, nil) {
		c.nopen = len(h.groups)
		c.pre = slices.Clone(s.buf)
	}
	return &c
}

func (h *commonHandler) withGroup(name string) *commonHandler {
	c := *h
	c.groups = append(slices.Clip(h.groups), name)
	c.prefix += name + "."
	return &c
}

// handle writes a record on one line.
func (h *commonHandler) handle(r Record) error {
	s := h.printer()
	defer s.free()
	if h.json {
		s.buf = append(s.buf, '{')
	}
	rep := h.opts.ReplaceAttr
	if !r.Time.IsZero() {
		if t := r.Time.Round(0); rep == nil {
			s.key(TimeKey)
			s.time(t)
		} else {
			s.builtin(Time(TimeKey, t))
		}
	}
	if rep == nil {
		s.key(LevelKey)
		s.string(r.Level.String())
	} else {
		s.builtin(Any(LevelKey, r.Level))
	}
	if h.opts.AddSource {
		src := r.Source()
		if src == nil {
			src = &Source{}
		}
		s.builtin(Any(SourceKey, src))
	}
	if rep == nil {
		s.key(MessageKey)
		s.string(r.Message)
	} else {
		s.builtin(String(MessageKey, r.Message))
	}
	s.attrs(&r)
	s.buf = append(s.buf, '\n')
	h.mu.Lock()
	defer h.mu.Unlock()
	_, err := h.w.Write(s.buf)
	return err
}

// printer formats attributes into buf.
type printer struct {
	h      *commonHandler
	buf    []byte
	prefix string   // of keys of text: the groups with dots
	groups []string // open groups, for ReplaceAttr
}

var printers = sync.Pool{New: func() any { return &printer{buf: make([]byte, 0, 1024)} }}

func (h *commonHandler) printer() *printer {
	s := printers.Get().(*printer)
	s.h = h
	return s
}

func (s *printer) free() {
	if cap(s.buf) <= 16<<10 {
		s.buf, s.h, s.prefix, s.groups = s.buf[:0], nil, "", s.groups[:0]
		printers.Put(s)
	}
}

// attrs adds what WithAttrs prepared and the attributes of r, and closes what is open.
func (s *printer) attrs(r *Record) {
	h := s.h
	open := 0
	if len(h.pre) > 0 {
		s.sep()
		s.buf = append(s.buf, h.pre...)
		open = h.nopen
	}
	if r.NumAttrs() > 0 && s.inGroups(r.front[:r.nfront], r.back) {
		open = len(h.groups)
	}
	if h.json {
		for range open + 1 {
			s.buf = append(s.buf, '}')
		}
	}
}

// inGroups adds attributes in the groups of WithGroup. If nothing comes of them, the groups are left out too.
func (s *printer) inGroups(front, back []Attr) (some bool) {
	h := s.h
	mark := len(s.buf)
	if h.json {
		for _, g := range h.groups[h.nopen:] {
			s.key(g)
			s.buf = append(s.buf, '{')
		}
	} else if len(h.groups) > 0 {
		s.prefix = h.prefix
	}
	s.groups = append(s.groups[:0], h.groups...)
	for _, a := range front {
		some = s.attr(a) || some
	}
	for _, a := range back {
		some = s.attr(a) || some
	}
	if !some {
		s.buf = s.buf[:mark]
	}
	return some
}

// builtin adds a part of the record that ReplaceAttr may see. It belongs to no group.
func (s *printer) builtin(a Attr) {
	s.groups = s.groups[:0]
	s.attr(a)
}

// attr adds one attribute and reports whether it left something.
func (s *printer) attr(a Attr) bool {
	a.Value = a.Value.Resolve()
	if rep := s.h.opts.ReplaceAttr; rep != nil && a.Value.Kind() != KindGroup {
		var gs []string
		if len(s.groups) > 0 {
			gs = s.groups
		}
		a = rep(gs, a)
		a.Value = a.Value.Resolve()
	}
	if a.isEmpty() {
		return false
	}
	if src, ok := a.Value.any.(*Source); ok && src != nil {
		if *src == (Source{}) {
			return false
		}
		if s.h.json {
			a.Value = src.group()
		} else {
			a.Value = StringValue(src.File + ":" + strconv.Itoa(src.Line))
		}
	}
	if a.Value.Kind() == KindGroup {
		return s.group(a.Key, a.Value.group())
	}
	s.key(a.Key)
	s.value(a.Value)
	return true
}

// group adds the attributes of a group; without a name they belong to the group around.
func (s *printer) group(name string, as []Attr) (some bool) {
	mark, prefix := len(s.buf), s.prefix
	if name != "" {
		if s.h.json {
			s.key(name)
			s.buf = append(s.buf, '{')
		} else {
			s.prefix += name + "."
		}
		s.groups = append(s.groups, name)
	}
	for _, a := range as {
		some = s.attr(a) || some
	}
	if name != "" {
		s.prefix = prefix
		s.groups = s.groups[:len(s.groups)-1]
		if !some {
			s.buf = s.buf[:mark]
		} else if s.h.json {
			s.buf = append(s.buf, '}')
		}
	}
	return some
}

// sep separates an attribute from what precedes it.
func (s *printer) sep() {
	n := len(s.buf)
	switch {
	case n == 0:
	case !s.h.json:
		s.buf = append(s.buf, ' ')
	case s.buf[n-1] != '{':
		s.buf = append(s.buf, ',')
	}
}

func (s *printer) key(key string) {
	s.sep()
	if s.h.json {
		s.string(key)
		s.buf = append(s.buf, ':')
		return
	}
	if s.prefix != "" {
		key = s.prefix + key
	}
	s.string(key)
	s.buf = append(s.buf, '=')
}

func (s *printer) string(str string) {
	switch {
	case s.h.json:
		s.buf = append(s.buf, '"')
		s.buf = appendEscaped(s.buf, str)
		s.buf = append(s.buf, '"')
	case needsQuoting(str):
		s.buf = strconv.AppendQuote(s.buf, str)
	default:
		s.buf = append(s.buf, str...)
	}
}

func (s *printer) time(t time.Time) {
	if s.h.json {
		s.buf = appendJSONTime(s.buf, t)
	} else {
		s.buf = appendRFC3339Millis(s.buf, t)
	}
}

func (s *printer) failed(err error) { s.string(fmt.Sprintf("!ERROR:%v", err)) }

// value adds a value. Methods that panic leave a message.
func (s *printer) value(v Value) {
	mark := len(s.buf)
	defer func() {
		if e := recover(); e != nil {
			s.buf = s.buf[:mark]
			if rv := reflect.ValueOf(v.any); rv.Kind() == reflect.Pointer && rv.IsNil() {
				s.string("<nil>")
				return
			}
			s.string(fmt.Sprintf("!PANIC: %v", e))
		}
	}()
	if s.h.json {
		s.jsonValue(v)
	} else {
		s.textValue(v)
	}
}

// DiscardHandler handles nothing.
var DiscardHandler Handler = discard{}

type discard struct{}

func (discard) Enabled(context.Context, Level) bool  { return false }
func (discard) Handle(context.Context, Record) error { return nil }
func (d discard) WithAttrs([]Attr) Handler           { return d }
func (d discard) WithGroup(string) Handler           { return d }

// defaultHandler writes to the standard logger of package log.
type defaultHandler struct {
	ch     *commonHandler
	output func(pc uintptr, data []byte) error
}

func newDefaultHandler(output func(uintptr, []byte) error) *defaultHandler {
	return &defaultHandler{newCommon(false, nil, nil), output}
}

func (*defaultHandler) Enabled(_ context.Context, l Level) bool { return l >= logLoggerLevel.Level() }

func (h *defaultHandler) Handle(_ context.Context, r Record) error {
	s := h.ch.printer()
	defer s.free()
	s.buf = append(s.buf, r.Level.String()...)
	s.buf = append(s.buf, ' ')
	s.buf = append(s.buf, r.Message...)
	s.attrs(&r)
	return h.output(r.PC, s.buf)
}

func (h *defaultHandler) WithAttrs(as []Attr) Handler {
	return &defaultHandler{h.ch.withAttrs(as), h.output}
}

func (h *defaultHandler) WithGroup(name string) Handler {
	if name == "" {
		return h
	}
	return &defaultHandler{h.ch.withGroup(name), h.output}
}

// MultiHandler gives records to several handlers.
type MultiHandler struct {
	all []Handler
}

// NewMultiHandler returns a handler for all of the handlers.
func NewMultiHandler(handlers ...Handler) *MultiHandler {
	return &MultiHandler{slices.Clone(handlers)}
}

// Enabled reports whether one of the handlers is enabled.
func (h *MultiHandler) Enabled(ctx context.Context, l Level) bool {
	return slices.ContainsFunc(h.all, func(x Handler) bool { return x.Enabled(ctx, l) })
}

// Handle gives r to the handlers that are enabled and joins their errors.
func (h *MultiHandler) Handle(ctx context.Context, r Record) error {
	var errs []error
	for _, x := range h.all {
		if x.Enabled(ctx, r.Level) {
			if err := x.Handle(ctx, r.Clone()); err != nil {
				errs = append(errs, err)
			}
		}
	}
	return errors.Join(errs...)
}

// WithAttrs applies to all handlers.
func (h *MultiHandler) WithAttrs(attrs []Attr) Handler {
	c := &MultiHandler{}
	for _, x := range h.all {
		c.all = append(c.all, x.WithAttrs(attrs))
	}
	return c
}

// WithGroup applies to all handlers.
func (h *MultiHandler) WithGroup(name string) Handler {
	c := &MultiHandler{}
	for _, x := range h.all {
		c.all = append(c.all, x.WithGroup(name))
	}
	return c
}
