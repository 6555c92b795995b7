package slog

import "time"

// Attr is a key with its value.
type Attr struct {
	Key   string
	Value Value
}

// String makes an Attr.
func String(key, value string) Attr { return Attr{key, StringValue(value)} }

// Int64 makes an Attr.
func Int64(key string, value int64) Attr { return Attr{key, Int64Value(value)} }

// Int makes an Attr.
func Int(key string, value int) Attr { return Attr{key, Int64Value(int64(value))} }

// Uint64 makes an Attr.
func Uint64(key string, v uint64) Attr { return Attr{key, Uint64Value(v)} }

// Float64 makes an Attr.
func Float64(key string, v float64) Attr { return Attr{key, Float64Value(v)} }

// Bool makes an Attr.
func Bool(key string, v bool) Attr { return Attr{key, BoolValue(v)} }

// Time makes an Attr.
func Time(key string, v time.Time) Attr { return Attr{key, TimeValue(v)} }

// Duration makes an Attr.
func Duration(key string, v time.Duration) Attr { return Attr{key, DurationValue(v)} }

// Any makes an Attr.
func Any(key string, value any) Attr { return Attr{key, AnyValue(value)} }

// Group makes an Attr of attributes, given as in Logger.Log.
func Group(key string, args ...any) Attr { return GroupAttrs(key, attrsOf(args)...) }

// GroupAttrs makes an Attr of attributes.
func GroupAttrs(key string, attrs ...Attr) Attr { return Attr{key, GroupValue(attrs...)} }

// Equal reports whether a and b have the same key and value.
func (a Attr) Equal(b Attr) bool { return a.Key == b.Key && a.Value.Equal(b.Value) }

func (a Attr) String() string { return a.Key + "=" + a.Value.String() }

func (a Attr) isEmpty() bool { return a.Key == "" && a.Value.isZero() }

const badKey = "!BADKEY"

// nextAttr takes an Attr from the front of args: an Attr, or a string and a value.
func nextAttr(args []any) (Attr, []any) {
	switch x := args[0].(type) {
	case Attr:
		return x, args[1:]
	case string:
		if len(args) > 1 {
			return Any(x, args[1]), args[2:]
		}
		return String(badKey, x), nil
	default:
		return Any(badKey, x), args[1:]
	}
}

func attrsOf(args []any) []Attr {
	var attrs []Attr
	for len(args) > 0 {
		var a Attr
		a, args = nextAttr(args)
		attrs = append(attrs, a)
	}
	return attrs
}
