// Package slog logs records with attributes: slog.Info("hello", "count", 3).
package slog

import (
	"context"
	"log"
	loginternal "log/internal"
	"runtime"
	"sync/atomic"
	"time"
)

var current atomic.Pointer[Logger]

// logLoggerLevel is the lowest level that the default handler shows, and the level of what comes from log after SetDefault.
var logLoggerLevel LevelVar

func init() { current.Store(New(newDefaultHandler(loginternal.DefaultOutput))) }

// SetLogLoggerLevel sets the level of the bridge to package log and returns the old one.
func SetLogLoggerLevel(level Level) (oldLevel Level) {
	oldLevel = logLoggerLevel.Level()
	logLoggerLevel.Set(level)
	return oldLevel
}

// Default returns the logger of the top-level functions.
func Default() *Logger { return current.Load() }

// SetDefault makes l the logger of the top-level functions, and of package log.
func SetDefault(l *Logger) {
	current.Store(l)
	if _, ok := l.Handler().(*defaultHandler); ok {
		return // it writes to log itself
	}
	withPC := log.Flags()&(log.Lshortfile|log.Llongfile) != 0
	log.SetOutput(&logWriter{l.Handler(), &logLoggerLevel, withPC})
	log.SetFlags(0)
}

// logWriter makes records of the lines that package log writes.
type logWriter struct {
	h      Handler
	level  Leveler
	withPC bool
}

func (w *logWriter) Write(line []byte) (int, error) {
	n := len(line)
	level := w.level.Level()
	if !w.h.Enabled(context.Background(), level) {
		return 0, nil
	}
	var pc uintptr
	if w.withPC {
		var pcs [1]uintptr
		runtime.Callers(5, pcs[:]) // above Callers, Write, and three functions of log
		pc = pcs[0]
	}
	if n > 0 && line[n-1] == '\n' {
		line = line[:n-1]
	}
	return n, w.h.Handle(context.Background(), NewRecord(time.Now(), level, string(line), pc))
}

// NewLogLogger returns a logger of package log whose lines become records of the level.
func NewLogLogger(h Handler, level Level) *log.Logger {
	return log.New(&logWriter{h, level, true}, "", 0)
}

// Logger makes records and gives them to a Handler.
type Logger struct {
	handler Handler
}

// New returns a logger with the handler.
func New(h Handler) *Logger {
	if h == nil {
		panic("nil Handler")
	}
	return &Logger{h}
}

// With returns a logger that adds attributes to each record.
func With(args ...any) *Logger { return Default().With(args...) }

// Handler returns the handler of l.
func (l *Logger) Handler() Handler { return l.handler }

// With returns a logger that adds attributes to each record.
func (l *Logger) With(args ...any) *Logger {
	if len(args) == 0 {
		return l
	}
	return New(l.handler.WithAttrs(attrsOf(args)))
}

// WithGroup returns a logger whose later attributes belong to a group.
func (l *Logger) WithGroup(name string) *Logger {
	if name == "" {
		return l
	}
	return New(l.handler.WithGroup(name))
}

// Enabled reports whether records of the level are handled.
func (l *Logger) Enabled(ctx context.Context, level Level) bool {
	if ctx == nil {
		ctx = context.Background()
	}
	return l.handler.Enabled(ctx, level)
}

// log makes a record with args. Its caller is a function of the interface of this package.
func (l *Logger) log(ctx context.Context, level Level, msg string, args []any) {
	if ctx == nil {
		ctx = context.Background()
	}
	if !l.handler.Enabled(ctx, level) {
		return
	}
	var pcs [1]uintptr
	runtime.Callers(3, pcs[:])
	r := NewRecord(time.Now(), level, msg, pcs[0])
	r.Add(args...)
	l.handler.Handle(ctx, r)
}

func (l *Logger) logAttrs(ctx context.Context, level Level, msg string, attrs []Attr) {
	if ctx == nil {
		ctx = context.Background()
	}
	if !l.handler.Enabled(ctx, level) {
		return
	}
	var pcs [1]uintptr
	runtime.Callers(3, pcs[:])
	r := NewRecord(time.Now(), level, msg, pcs[0])
	r.AddAttrs(attrs...)
	l.handler.Handle(ctx, r)
}

// Log logs with the level. args are attributes: Attr values, or keys each followed by a value.
func (l *Logger) Log(ctx context.Context, level Level, msg string, args ...any) {
	l.log(ctx, level, msg, args)
}

// LogAttrs is a faster Log for Attr values only.
func (l *Logger) LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	l.logAttrs(ctx, level, msg, attrs)
}

// Log logs with the default logger.
func Log(ctx context.Context, level Level, msg string, args ...any) {
	Default().log(ctx, level, msg, args)
}

// LogAttrs logs with the default logger.
func LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	Default().logAttrs(ctx, level, msg, attrs)
}

// Debug logs with LevelDebug.
func (l *Logger) Debug(msg string, args ...any) { l.log(context.Background(), LevelDebug, msg, args) }

// DebugContext logs with LevelDebug.
func (l *Logger) DebugContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelDebug, msg, args)
}

// Debug logs with LevelDebug and the default logger.
func Debug(msg string, args ...any) { Default().log(context.Background(), LevelDebug, msg, args) }

// DebugContext logs with LevelDebug and the default logger.
func DebugContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelDebug, msg, args)
}

// Info logs with LevelInfo.
func (l *Logger) Info(msg string, args ...any) { l.log(context.Background(), LevelInfo, msg, args) }

// InfoContext logs with LevelInfo.
func (l *Logger) InfoContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelInfo, msg, args)
}

// Info logs with LevelInfo and the default logger.
func Info(msg string, args ...any) { Default().log(context.Background(), LevelInfo, msg, args) }

// InfoContext logs with LevelInfo and the default logger.
func InfoContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelInfo, msg, args)
}

// Warn logs with LevelWarn.
func (l *Logger) Warn(msg string, args ...any) { l.log(context.Background(), LevelWarn, msg, args) }

// WarnContext logs with LevelWarn.
func (l *Logger) WarnContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelWarn, msg, args)
}

// Warn logs with LevelWarn and the default logger.
func Warn(msg string, args ...any) { Default().log(context.Background(), LevelWarn, msg, args) }

// WarnContext logs with LevelWarn and the default logger.
func WarnContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelWarn, msg, args)
}

// Error logs with LevelError.
func (l *Logger) Error(msg string, args ...any) { l.log(context.Background(), LevelError, msg, args) }

// ErrorContext logs with LevelError.
func (l *Logger) ErrorContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelError, msg, args)
}

// Error logs with LevelError and the default logger.
func Error(msg string, args ...any) { Default().log(context.Background(), LevelError, msg, args) }

// ErrorContext logs with LevelError and the default logger.
func ErrorContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelError, msg, args)
}
