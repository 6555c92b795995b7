package slog

import (
	"fmt"
	"math"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
	"unsafe"
)

// Value holds any value; small kinds need no allocation.
//
// The field any tells the kind: a kindMark for numbers (num has the bits), a textPtr or list with its length in num, a moment or *time.Location for times,
// and anything else for itself.
type Value struct {
	_   [0]func() // no ==
	num uint64
	any any
}

type (
	kindMark Kind  // KindBool, KindDuration, KindFloat64, KindInt64, KindUint64
	textPtr  *byte // the bytes of a string
	list     *Attr // the attributes of a group
	moment   time.Time
	zone     *time.Location // num is the time in nanoseconds since 1970
)

// Kind is the kind of a Value.
type Kind int

const (
	KindAny Kind = iota
	KindBool
	KindDuration
	KindFloat64
	KindInt64
	KindString
	KindTime
	KindUint64
	KindGroup
	KindLogValuer
)

var kindNames = [...]string{"Any", "Bool", "Duration", "Float64", "Int64", "String", "Time", "Uint64", "Group", "LogValuer"}

func (k Kind) String() string {
	if uint(k) < uint(len(kindNames)) {
		return kindNames[k]
	}
	return "<unknown slog.Kind>"
}

// LogValuer is a value that gives another one to log.
type LogValuer interface {
	LogValue() Value
}

// Kind returns the kind of v.
func (v Value) Kind() Kind {
	switch x := v.any.(type) {
	case kindMark:
		return Kind(x)
	case textPtr:
		return KindString
	case moment, zone:
		return KindTime
	case list:
		return KindGroup
	case LogValuer:
		return KindLogValuer
	}
	return KindAny
}

// StringValue makes a Value.
func StringValue(value string) Value {
	return Value{num: uint64(len(value)), any: textPtr(unsafe.StringData(value))}
}

// IntValue makes a Value.
func IntValue(v int) Value { return Int64Value(int64(v)) }

// Int64Value makes a Value.
func Int64Value(v int64) Value { return Value{num: uint64(v), any: kindMark(KindInt64)} }

// Uint64Value makes a Value.
func Uint64Value(v uint64) Value { return Value{num: v, any: kindMark(KindUint64)} }

// Float64Value makes a Value.
func Float64Value(v float64) Value {
	return Value{num: math.Float64bits(v), any: kindMark(KindFloat64)}
}

// BoolValue makes a Value.
func BoolValue(v bool) Value {
	var n uint64
	if v {
		n = 1
	}
	return Value{num: n, any: kindMark(KindBool)}
}

// DurationValue makes a Value.
func DurationValue(v time.Duration) Value {
	return Value{num: uint64(v), any: kindMark(KindDuration)}
}

// TimeValue makes a Value. The monotonic part is dropped.
func TimeValue(v time.Time) Value {
	if v.IsZero() {
		return Value{any: zone(nil)}
	}
	ns := v.UnixNano()
	if !v.Equal(time.Unix(0, ns)) { // too far from 1970
		return Value{any: moment(v.Round(0))}
	}
	return Value{num: uint64(ns), any: zone(v.Location())}
}

// GroupValue makes a Value of attributes. Groups without attributes are dropped.
func GroupValue(as ...Attr) Value {
	if slices.ContainsFunc(as, isEmptyGroup) {
		as = slices.DeleteFunc(slices.Clone(as), isEmptyGroup)
	}
	return Value{num: uint64(len(as)), any: list(unsafe.SliceData(as))}
}

func isEmptyGroup(a Attr) bool {
	_, ok := a.Value.any.(list)
	return ok && a.Value.num == 0
}

// AnyValue makes a Value of the kind that fits v.
func AnyValue(v any) Value {
	switch v := v.(type) {
	case string:
		return StringValue(v)
	case int:
		return Int64Value(int64(v))
	case int64:
		return Int64Value(v)
	case int32:
		return Int64Value(int64(v))
	case int16:
		return Int64Value(int64(v))
	case int8:
		return Int64Value(int64(v))
	case uint:
		return Uint64Value(uint64(v))
	case uint64:
		return Uint64Value(v)
	case uint32:
		return Uint64Value(uint64(v))
	case uint16:
		return Uint64Value(uint64(v))
	case uint8:
		return Uint64Value(uint64(v))
	case uintptr:
		return Uint64Value(uint64(v))
	case bool:
		return BoolValue(v)
	case float64:
		return Float64Value(v)
	case float32:
		return Float64Value(float64(v))
	case time.Duration:
		return DurationValue(v)
	case time.Time:
		return TimeValue(v)
	case []Attr:
		return GroupValue(v...)
	case Value:
		return v
	}
	return Value{any: v}
}

// Any returns the value as an interface.
func (v Value) Any() any {
	switch v.Kind() {
	case KindString:
		return v.str()
	case KindInt64:
		return int64(v.num)
	case KindUint64:
		return v.num
	case KindFloat64:
		return v.float()
	case KindBool:
		return v.num == 1
	case KindDuration:
		return time.Duration(v.num)
	case KindTime:
		return v.time()
	case KindGroup:
		return v.group()
	}
	return v.any
}

func (v Value) str() string    { return unsafe.String(v.any.(textPtr), v.num) }
func (v Value) float() float64 { return math.Float64frombits(v.num) }
func (v Value) group() []Attr  { return unsafe.Slice((*Attr)(v.any.(list)), v.num) }

func (v Value) time() time.Time {
	switch x := v.any.(type) {
	case moment:
		return time.Time(x)
	case zone:
		if x != nil {
			return time.Unix(0, int64(v.num)).In(x)
		}
	}
	return time.Time{}
}

// need panics unless v is of kind k.
func (v Value) need(k Kind) {
	if got := v.Kind(); got != k {
		panic(fmt.Sprintf("Value kind is %s, not %s", got, k))
	}
}

// Int64 returns the value of an integer.
func (v Value) Int64() int64 {
	v.need(KindInt64)
	return int64(v.num)
}

// Uint64 returns the value of an unsigned integer.
func (v Value) Uint64() uint64 {
	v.need(KindUint64)
	return v.num
}

// Bool returns the value of a bool.
func (v Value) Bool() bool {
	v.need(KindBool)
	return v.num == 1
}

// Duration returns the value of a duration.
func (v Value) Duration() time.Duration {
	v.need(KindDuration)
	return time.Duration(v.num)
}

// Float64 returns the value of a float.
func (v Value) Float64() float64 {
	v.need(KindFloat64)
	return v.float()
}

// Time returns the value of a time.
func (v Value) Time() time.Time {
	v.need(KindTime)
	return v.time()
}

// LogValuer returns the value as a LogValuer.
func (v Value) LogValuer() LogValuer { return v.any.(LogValuer) }

// Group returns the attributes of a group.
func (v Value) Group() []Attr {
	if _, ok := v.any.(list); !ok {
		panic("Group: bad kind")
	}
	return v.group()
}

// String returns a string as it is and other values as fmt prints them.
func (v Value) String() string {
	if v.Kind() == KindString {
		return v.str()
	}
	return string(v.append(nil))
}

func (v Value) append(b []byte) []byte {
	switch v.Kind() {
	case KindString:
		return append(b, v.str()...)
	case KindInt64:
		return strconv.AppendInt(b, int64(v.num), 10)
	case KindUint64:
		return strconv.AppendUint(b, v.num, 10)
	case KindFloat64:
		return strconv.AppendFloat(b, v.float(), 'g', -1, 64)
	case KindBool:
		return strconv.AppendBool(b, v.num == 1)
	case KindDuration:
		return append(b, time.Duration(v.num).String()...)
	case KindTime:
		return append(b, v.time().String()...)
	case KindGroup:
		return fmt.Append(b, v.group())
	}
	return fmt.Append(b, v.any)
}

// Equal reports whether v and w are the same value of the same kind.
func (v Value) Equal(w Value) bool {
	k := v.Kind()
	if k != w.Kind() {
		return false
	}
	switch k {
	case KindString:
		return v.str() == w.str()
	case KindFloat64:
		return v.float() == w.float()
	case KindTime:
		return v.time().Equal(w.time())
	case KindGroup:
		return slices.EqualFunc(v.group(), w.group(), Attr.Equal)
	case KindAny, KindLogValuer:
		return v.any == w.any
	}
	return v.num == w.num
}

func (v Value) isZero() bool { return v.any == nil }

const maxResolve = 5 // LogValue calls in a row

// Resolve calls LogValue until the value is no LogValuer. A panic or too many calls give an error as the value.
func (v Value) Resolve() (out Value) {
	if v.Kind() != KindLogValuer {
		return v
	}
	first := v
	defer func() {
		if recover() != nil {
			out = AnyValue(fmt.Errorf("LogValue panicked\n%s", callers(3, 5)))
		}
	}()
	for range maxResolve {
		if v = v.LogValuer().LogValue(); v.Kind() != KindLogValuer {
			return v
		}
	}
	return AnyValue(fmt.Errorf("LogValue called too many times on Value of type %T", first.any))
}

// callers lists n frames of the stack.
func callers(skip, n int) string {
	pcs := make([]uintptr, n)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(skip, pcs)])
	var sb strings.Builder
	for {
		f, more := frames.Next()
		fmt.Fprintf(&sb, "called from %s (%s:%d)\n", f.Function, f.File, f.Line)
		if !more {
			return sb.String()
		}
	}
}
