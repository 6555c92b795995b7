package slog

import (
	"fmt"
	"strconv"
	"strings"
	"sync/atomic"
)

// Level is the weight of a record; higher is worse.
type Level int

const (
	LevelDebug Level = -4
	LevelInfo  Level = 0
	LevelWarn  Level = 4
	LevelError Level = 8
)

// named are the levels with names, from the top.
var named = [...]struct {
	level Level
	name  string
}{{LevelError, "ERROR"}, {LevelWarn, "WARN"}, {LevelInfo, "INFO"}, {LevelDebug, "DEBUG"}}

// String is a name with the distance to it: "WARN+2".
func (l Level) String() string {
	n := named[len(named)-1]
	for _, x := range named {
		if l >= x.level {
			n = x
			break
		}
	}
	if l == n.level {
		return n.name
	}
	return fmt.Sprintf("%s%+d", n.name, int(l-n.level))
}

// Level returns l.
func (l Level) Level() Level { return l }

// AppendText appends what String gives.
func (l Level) AppendText(b []byte) ([]byte, error) { return append(b, l.String()...), nil }

// MarshalText gives what String gives.
func (l Level) MarshalText() ([]byte, error) { return l.AppendText(nil) }

// UnmarshalText reads what String gives, in any case.
func (l *Level) UnmarshalText(data []byte) error { return l.parse(string(data)) }

// MarshalJSON gives a JSON string.
func (l Level) MarshalJSON() ([]byte, error) { return strconv.AppendQuote(nil, l.String()), nil }

// UnmarshalJSON reads a JSON string.
func (l *Level) UnmarshalJSON(data []byte) error {
	s, err := strconv.Unquote(string(data))
	if err != nil {
		return err
	}
	return l.parse(s)
}

func (l *Level) parse(s string) error {
	name, off := s, 0
	if i := strings.IndexAny(s, "+-"); i >= 0 {
		n, err := strconv.Atoi(s[i:])
		if err != nil {
			return fmt.Errorf("slog: level string %q: %w", s, err)
		}
		name, off = s[:i], n
	}
	for _, x := range named {
		if strings.EqualFold(name, x.name) {
			*l = x.level + Level(off)
			return nil
		}
	}
	return fmt.Errorf("slog: level string %q: %w", s, errUnknown)
}

type constError string

func (e constError) Error() string { return string(e) }

const errUnknown = constError("unknown name")

// Leveler has a level, perhaps one that changes.
type Leveler interface {
	Level() Level
}

// LevelVar is a level that several goroutines may read and set. It starts as LevelInfo.
type LevelVar struct {
	val atomic.Int64
}

// Level returns the level.
func (v *LevelVar) Level() Level { return Level(v.val.Load()) }

// Set sets the level.
func (v *LevelVar) Set(l Level) { v.val.Store(int64(l)) }

func (v *LevelVar) String() string { return fmt.Sprintf("LevelVar(%s)", v.Level()) }

// AppendText appends the name of the level.
func (v *LevelVar) AppendText(b []byte) ([]byte, error) { return v.Level().AppendText(b) }

// MarshalText gives the name of the level.
func (v *LevelVar) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// UnmarshalText sets the level by name.
func (v *LevelVar) UnmarshalText(data []byte) error {
	var l Level
	if err := l.UnmarshalText(data); err != nil {
		return err
	}
	v.Set(l)
	return nil
}
