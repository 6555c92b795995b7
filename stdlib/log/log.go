// Package log writes lines with a time stamp. Each Print adds a newline when there is none; Fatal functions call os.Exit(1) after writing,
// Panic functions panic.
package log

import (
	"fmt"
	"io"
	"log/internal"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// Flags say what stands before each line, in this order: "2009/01/23 01:23:23.123123 /a/b/c/d.go:23: message".
const (
	Ldate         = 1 << iota     // 2009/01/23
	Ltime                         // 01:23:23
	Lmicroseconds                 // 01:23:23.123123; assumes Ltime
	Llongfile                     // /a/b/c/d.go:23
	Lshortfile                    // d.go:23; overrides Llongfile
	LUTC                          // date and time in UTC
	Lmsgprefix                    // the prefix goes before the message, not the line
	LstdFlags     = Ldate | Ltime // of the standard logger
)

// Logger writes lines to one io.Writer, one Write call a line. Several goroutines may use it at once.
type Logger struct {
	outMu  sync.Mutex
	out    io.Writer // under outMu
	prefix atomic.Pointer[string]
	flag   atomic.Int32
	silent atomic.Bool // out is io.Discard
}

// New returns a logger. prefix is written at the start of each line, or before the message with Lmsgprefix.
func New(out io.Writer, prefix string, flag int) *Logger {
	l := new(Logger)
	l.SetOutput(out)
	l.SetPrefix(prefix)
	l.SetFlags(flag)
	return l
}

var std = New(os.Stderr, "", LstdFlags)

// Default returns the logger of the package-level functions.
func Default() *Logger { return std }

// SetOutput sets where l writes.
func (l *Logger) SetOutput(w io.Writer) {
	l.outMu.Lock()
	defer l.outMu.Unlock()
	l.out = w
	l.silent.Store(w == io.Discard)
}

var buffers = sync.Pool{New: func() any { return new([]byte) }}

func putBuffer(p *[]byte) {
	if cap(*p) > 64<<10 {
		*p = nil // one huge line must not stay in the pool
	}
	buffers.Put(p)
}

// digits appends n with at least width digits.
func digits(b []byte, n, width int) []byte {
	var tmp [20]byte
	i := len(tmp)
	for n >= 10 || width > 1 {
		i--
		tmp[i] = byte('0' + n%10)
		n /= 10
		width--
	}
	i--
	tmp[i] = byte('0' + n)
	return append(b, tmp[i:]...)
}

func header(b []byte, t time.Time, prefix string, flag int, file string, line int) []byte {
	if flag&Lmsgprefix == 0 {
		b = append(b, prefix...)
	}
	if flag&(Ldate|Ltime|Lmicroseconds) != 0 {
		if flag&LUTC != 0 {
			t = t.UTC()
		}
		if flag&Ldate != 0 {
			year, month, day := t.Date()
			b = append(digits(b, year, 4), '/')
			b = append(digits(b, int(month), 2), '/')
			b = append(digits(b, day, 2), ' ')
		}
		if flag&(Ltime|Lmicroseconds) != 0 {
			hour, minute, sec := t.Clock()
			b = append(digits(b, hour, 2), ':')
			b = append(digits(b, minute, 2), ':')
			b = digits(b, sec, 2)
			if flag&Lmicroseconds != 0 {
				b = digits(append(b, '.'), t.Nanosecond()/1000, 6)
			}
			b = append(b, ' ')
		}
	}
	if flag&(Lshortfile|Llongfile) != 0 {
		if flag&Lshortfile != 0 {
			for i := len(file) - 1; i > 0; i-- {
				if file[i] == '/' {
					file = file[i+1:]
					break
				}
			}
		}
		b = append(append(b, file...), ':')
		b = append(digits(b, line, 1), ": "...)
	}
	if flag&Lmsgprefix != 0 {
		b = append(b, prefix...)
	}
	return b
}

func init() {
	internal.DefaultOutput = func(pc uintptr, data []byte) error {
		return std.writeAt(func() (string, int) {
			f, _ := runtime.CallersFrames([]uintptr{pc}).Next()
			if f.File == "" {
				f.File = "???"
			}
			return f.File, f.Line
		}, func(b []byte) []byte { return append(b, data...) })
	}
}

func (l *Logger) write(depth int, msg func([]byte) []byte) error {
	if l.silent.Load() {
		return nil
	}
	return l.writeAt(func() (string, int) {
		_, file, line, ok := runtime.Caller(depth + 2)
		if !ok {
			return "???", 0
		}
		return file, line
	}, msg)
}

// writeAt writes a line. where finds file and line, if they are wanted.
func (l *Logger) writeAt(where func() (string, int), msg func([]byte) []byte) error {
	if l.silent.Load() {
		return nil
	}
	now := time.Now()
	flag, prefix := l.Flags(), l.Prefix()
	var file string
	var line int
	if flag&(Lshortfile|Llongfile) != 0 {
		file, line = where()
	}
	p := buffers.Get().(*[]byte)
	defer putBuffer(p)
	b := msg(header((*p)[:0], now, prefix, flag, file, line))
	if len(b) == 0 || b[len(b)-1] != '\n' {
		b = append(b, '\n')
	}
	*p = b
	l.outMu.Lock()
	defer l.outMu.Unlock()
	_, err := l.out.Write(b)
	return err
}

// Output writes one line. calldepth is how many frames to go up for the file and line: 1 is the caller of Output.
func (l *Logger) Output(calldepth int, s string) error {
	return l.write(calldepth+1, func(b []byte) []byte { return append(b, s...) })
}

// Print writes its arguments as fmt.Print does.
func (l *Logger) Print(v ...any) {
	l.write(2, func(b []byte) []byte { return fmt.Append(b, v...) })
}

// Printf writes its arguments as fmt.Printf does.
func (l *Logger) Printf(format string, v ...any) {
	l.write(2, func(b []byte) []byte { return fmt.Appendf(b, format, v...) })
}

// Println writes its arguments as fmt.Println does.
func (l *Logger) Println(v ...any) {
	l.write(2, func(b []byte) []byte { return fmt.Appendln(b, v...) })
}

// Fatal is Print followed by os.Exit(1).
func (l *Logger) Fatal(v ...any) {
	l.Output(2, fmt.Sprint(v...))
	os.Exit(1)
}

// Fatalf is Printf followed by os.Exit(1).
func (l *Logger) Fatalf(format string, v ...any) {
	l.Output(2, fmt.Sprintf(format, v...))
	os.Exit(1)
}

// Fatalln is Println followed by os.Exit(1).
func (l *Logger) Fatalln(v ...any) {
	l.Output(2, fmt.Sprintln(v...))
	os.Exit(1)
}

// Panic is Print followed by panic.
func (l *Logger) Panic(v ...any) {
	s := fmt.Sprint(v...)
	l.Output(2, s)
	panic(s)
}

// Panicf is Printf followed by panic.
func (l *Logger) Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	l.Output(2, s)
	panic(s)
}

// Panicln is Println followed by panic.
func (l *Logger) Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	l.Output(2, s)
	panic(s)
}

// Flags returns the output flags.
func (l *Logger) Flags() int { return int(l.flag.Load()) }

// SetFlags sets the output flags.
func (l *Logger) SetFlags(flag int) { l.flag.Store(int32(flag)) }

// Prefix returns the prefix.
func (l *Logger) Prefix() string {
	if p := l.prefix.Load(); p != nil {
		return *p
	}
	return ""
}

// SetPrefix sets the prefix.
func (l *Logger) SetPrefix(prefix string) { l.prefix.Store(&prefix) }

// Writer returns where l writes.
func (l *Logger) Writer() io.Writer {
	l.outMu.Lock()
	defer l.outMu.Unlock()
	return l.out
}

// SetOutput sets where the standard logger writes.
func SetOutput(w io.Writer) { std.SetOutput(w) }

// Flags returns the flags of the standard logger.
func Flags() int { return std.Flags() }

// SetFlags sets the flags of the standard logger.
func SetFlags(flag int) { std.SetFlags(flag) }

// Prefix returns the prefix of the standard logger.
func Prefix() string { return std.Prefix() }

// SetPrefix sets the prefix of the standard logger.
func SetPrefix(prefix string) { std.SetPrefix(prefix) }

// Writer returns where the standard logger writes.
func Writer() io.Writer { return std.Writer() }

// Print calls the standard logger's Print.
func Print(v ...any) { std.write(2, func(b []byte) []byte { return fmt.Append(b, v...) }) }

// Printf calls the standard logger's Printf.
func Printf(format string, v ...any) {
	std.write(2, func(b []byte) []byte { return fmt.Appendf(b, format, v...) })
}

// Println calls the standard logger's Println.
func Println(v ...any) { std.write(2, func(b []byte) []byte { return fmt.Appendln(b, v...) }) }

// Fatal is Print followed by os.Exit(1).
func Fatal(v ...any) {
	std.Output(2, fmt.Sprint(v...))
	os.Exit(1)
}

// Fatalf is Printf followed by os.Exit(1).
func Fatalf(format string, v ...any) {
	std.Output(2, fmt.Sprintf(format, v...))
	os.Exit(1)
}

// Fatalln is Println followed by os.Exit(1).
func Fatalln(v ...any) {
	std.Output(2, fmt.Sprintln(v...))
	os.Exit(1)
}

// Panic is Print followed by panic.
func Panic(v ...any) {
	s := fmt.Sprint(v...)
	std.Output(2, s)
	panic(s)
}

// Panicf is Printf followed by panic.
func Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	std.Output(2, s)
	panic(s)
}

// Panicln is Println followed by panic.
func Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	std.Output(2, s)
	panic(s)
}

// Output writes one line of the standard logger.
func Output(calldepth int, s string) error { return std.Output(calldepth+1, s) }
