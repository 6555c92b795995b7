package fmt

import (
	"internal/fmtsort"
	"io"
	"os"
	"reflect"
	"strconv"
	"sync"
	"unicode/utf8"
	_ "unsafe" // for go:linkname
)

// State is what a Formatter gets: where to write, and the flags of its verb.
type State interface {
	// Write writes to the output.
	Write(b []byte) (n int, err error)
	// Width and Precision return the numbers given and whether there were any.
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	// Flag reports whether a flag, a character such as '+', was given.
	Flag(c int) bool
}

// Formatter is implemented by values that format themselves for all verbs.
type Formatter interface {
	Format(f State, verb rune)
}

// Stringer is implemented by values that have a text.
type Stringer interface {
	String() string
}

// GoStringer is implemented by values that have a text for %#v.
type GoStringer interface {
	GoString() string
}

// FormatString rebuilds the directive that a Formatter was called for.
func FormatString(state State, verb rune) string {
	var room [16]byte
	b := append(room[:0], '%')
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			b = append(b, byte(c))
		}
	}
	if w, ok := state.Width(); ok {
		b = strconv.AppendInt(b, int64(w), 10)
	}
	if p, ok := state.Precision(); ok {
		b = append(b, '.')
		b = strconv.AppendInt(b, int64(p), 10)
	}
	return string(utf8.AppendRune(b, verb))
}

// printer is the state of one call. It is what Formatters see as State.
type printer struct {
	formatter
	arg   any           // the operand
	value reflect.Value // the operand when it came through reflection

	reordered   bool // the directive used [n]
	goodArgNum  bool // its [n] was right
	panicking   bool // a method is panicking while its panic is printed
	erroring    bool // an error is being printed, so methods are not called
	wrapErrs    bool // %w is allowed
	wrappedErrs []int
}

var printers = sync.Pool{New: func() any { return new(printer) }}

func newPrinter() *printer {
	p := printers.Get().(*printer)
	p.panicking, p.erroring, p.wrapErrs = false, false, false
	p.clearFlags()
	return p
}

// maxKeep is the largest buffer that goes back to the pool.
const maxKeep = 64 << 10

func (p *printer) free() {
	if cap(p.buf) > maxKeep {
		p.buf = nil
	} else {
		p.buf = p.buf[:0]
	}
	if cap(p.wrappedErrs) > 8 {
		p.wrappedErrs = nil
	}
	p.arg = nil
	if p.value.IsValid() {
		p.value = reflect.Value{}
	}
	p.wrappedErrs = p.wrappedErrs[:0]
	printers.Put(p)
}

// Write appends to the output.
func (p *printer) Write(b []byte) (int, error) {
	p.buf = append(p.buf, b...)
	return len(b), nil
}

// WriteString makes io.WriteString cheap for Formatters.
func (p *printer) WriteString(s string) (int, error) {
	p.buf = append(p.buf, s...)
	return len(s), nil
}

// Width is the width of the directive.
func (p *printer) Width() (int, bool) { return p.wid, p.hasWid }

// Precision is the precision of the directive.
func (p *printer) Precision() (int, bool) { return p.prec, p.hasPrec }

// Flag reports a flag of the directive.
func (p *printer) Flag(c int) bool {
	switch c {
	case '-':
		return p.minus
	case '+':
		return p.plus || p.plusV
	case '#':
		return p.sharp || p.sharpV
	case ' ':
		return p.space
	case '0':
		return p.zero
	}
	return false
}

// Fprintf formats to w.
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	p := newPrinter()
	p.doPrintf(format, a)
	n, err = w.Write(p.buf)
	p.free()
	return n, err
}

// Printf formats to standard output.
func Printf(format string, a ...any) (n int, err error) { return Fprintf(os.Stdout, format, a...) }

// Sprintf formats to a string.
func Sprintf(format string, a ...any) string {
	p := newPrinter()
	p.doPrintf(format, a)
	s := string(p.buf)
	p.free()
	return s
}

// Appendf appends what Sprintf would return to b.
func Appendf(b []byte, format string, a ...any) []byte {
	p := newPrinter()
	p.doPrintf(format, a)
	b = append(b, p.buf...)
	p.free()
	return b
}

// Fprint writes the operands in their default form, with spaces between two that are not strings.
func Fprint(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.doPrint(a)
	n, err = w.Write(p.buf)
	p.free()
	return n, err
}

// Print is Fprint to standard output.
func Print(a ...any) (n int, err error) { return Fprint(os.Stdout, a...) }

// Sprint is Fprint to a string.
func Sprint(a ...any) string {
	p := newPrinter()
	p.doPrint(a)
	s := string(p.buf)
	p.free()
	return s
}

// Append appends what Sprint would return to b.
func Append(b []byte, a ...any) []byte {
	p := newPrinter()
	p.doPrint(a)
	b = append(b, p.buf...)
	p.free()
	return b
}

// Fprintln writes the operands in their default form with spaces between and a newline after them.
func Fprintln(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.doPrintln(a)
	n, err = w.Write(p.buf)
	p.free()
	return n, err
}

// Println is Fprintln to standard output.
func Println(a ...any) (n int, err error) { return Fprintln(os.Stdout, a...) }

// Sprintln is Fprintln to a string.
func Sprintln(a ...any) string {
	p := newPrinter()
	p.doPrintln(a)
	s := string(p.buf)
	p.free()
	return s
}

// Appendln appends what Sprintln would return to b.
func Appendln(b []byte, a ...any) []byte {
	p := newPrinter()
	p.doPrintln(a)
	b = append(b, p.buf...)
	p.free()
	return b
}

func (p *printer) doPrint(a []any) {
	prevString := false
	for i, arg := range a {
		isString := arg != nil && reflect.TypeOf(arg).Kind() == reflect.String
		if i > 0 && !isString && !prevString {
			p.buf = append(p.buf, ' ')
		}
		p.printArg(arg, 'v')
		prevString = isString
	}
}

func (p *printer) doPrintln(a []any) {
	for i, arg := range a {
		if i > 0 {
			p.buf = append(p.buf, ' ')
		}
		p.printArg(arg, 'v')
	}
	p.buf = append(p.buf, '\n')
}

// tooLarge limits widths and precisions.
func tooLarge(n int) bool { return n > 1e6 || n < -1e6 }

// parseNum reads a decimal number of s[start:end].
func parseNum(s string, start, end int) (num int, isnum bool, i int) {
	for i = start; i < end && '0' <= s[i] && s[i] <= '9'; i++ {
		if tooLarge(num) {
			return 0, false, end
		}
		num = num*10 + int(s[i]-'0')
		isnum = true
	}
	return num, isnum, i
}

// parseArgNumber reads [n] at the beginning of format: the index, its length including brackets, and whether it is right.
func parseArgNumber(format string) (index, wid int, ok bool) {
	if len(format) < 3 {
		return 0, 1, false
	}
	for i := 1; i < len(format); i++ {
		if format[i] == ']' {
			n, isnum, at := parseNum(format, 1, i)
			if !isnum || at != i {
				return 0, i + 1, false
			}
			return n - 1, i + 1, true
		}
	}
	return 0, 1, false
}

// argNumber handles [n] at format[i:], if it is there.
func (p *printer) argNumber(argNum int, format string, i, numArgs int) (newArg, newi int, found bool) {
	if len(format) <= i || format[i] != '[' {
		return argNum, i, false
	}
	p.reordered = true
	index, wid, ok := parseArgNumber(format[i:])
	if ok && 0 <= index && index < numArgs {
		return index, i + wid, true
	}
	p.goodArgNum = false
	return argNum, i + wid, ok
}

// intFromArg takes the number for a *.
func intFromArg(a []any, argNum int) (num int, isInt bool, newArg int) {
	newArg = argNum
	if argNum < len(a) {
		num, isInt = a[argNum].(int)
		if !isInt {
			switch v := reflect.ValueOf(a[argNum]); v.Kind() {
			case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
				n := v.Int()
				num, isInt = int(n), true
			case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
				n := v.Uint()
				num, isInt = int(n), int64(n) >= 0
			}
		}
		newArg = argNum + 1
		if tooLarge(num) {
			num, isInt = 0, false
		}
	}
	return num, isInt, newArg
}

func (p *printer) doPrintf(format string, a []any) {
	end := len(format)
	argNum := 0
	afterIndex := false // the last thing was [n]
	p.reordered = false
formatLoop:
	for i := 0; i < end; {
		p.goodArgNum = true
		last := i
		for i < end && format[i] != '%' {
			i++
		}
		if i > last {
			p.buf = append(p.buf, format[last:i]...)
		}
		if i >= end {
			break
		}
		i++ // the %
		p.clearFlags()
	flagLoop:
		for ; i < end; i++ {
			c := format[i]
			switch c {
			case '#':
				p.sharp = true
			case '0':
				p.zero = true
			case '+':
				p.plus = true
			case '-':
				p.minus = true
			case ' ':
				p.space = true
			default:
				// Letters without width, precision or [n] are done here.
				if 'a' <= c && c <= 'z' && argNum < len(a) {
					switch c {
					case 'w':
						p.wrappedErrs = append(p.wrappedErrs, argNum)
						fallthrough
					case 'v':
						p.sharpV, p.sharp = p.sharp, false
						p.plusV, p.plus = p.plus, false
					}
					p.printArg(a[argNum], rune(c))
					argNum++
					i++
					continue formatLoop
				}
				break flagLoop
			}
		}
		argNum, i, afterIndex = p.argNumber(argNum, format, i, len(a))
		if i < end && format[i] == '*' {
			i++
			p.wid, p.hasWid, argNum = intFromArg(a, argNum)
			if !p.hasWid {
				p.buf = append(p.buf, "%!(BADWIDTH)"...)
			}
			if p.wid < 0 {
				p.wid = -p.wid
				p.minus = true
				p.zero = false
			}
			afterIndex = false
		} else {
			p.wid, p.hasWid, i = parseNum(format, i, end)
			if afterIndex && p.hasWid { // "%[3]2d"
				p.goodArgNum = false
			}
		}
		if i+1 <= end && format[i] == '.' {
			i++
			if afterIndex { // "%[3].2d"
				p.goodArgNum = false
			}
			argNum, i, afterIndex = p.argNumber(argNum, format, i, len(a))
			if i < end && format[i] == '*' {
				i++
				p.prec, p.hasPrec, argNum = intFromArg(a, argNum)
				if p.prec < 0 {
					p.prec = 0
					p.hasPrec = false
				}
				if !p.hasPrec {
					p.buf = append(p.buf, "%!(BADPREC)"...)
				}
				afterIndex = false
			} else {
				p.prec, p.hasPrec, i = parseNum(format, i, end)
				if !p.hasPrec {
					p.prec = 0
					p.hasPrec = true
				}
			}
		}
		if !afterIndex {
			argNum, i, afterIndex = p.argNumber(argNum, format, i, len(a))
		}
		if i >= end {
			p.buf = append(p.buf, "%!(NOVERB)"...)
			break
		}
		verb, size := rune(format[i]), 1
		if verb >= utf8.RuneSelf {
			verb, size = utf8.DecodeRuneInString(format[i:])
		}
		i += size
		switch {
		case verb == '%': // takes no operand and no flags
			p.buf = append(p.buf, '%')
		case !p.goodArgNum:
			p.badText(verb, "(BADINDEX)")
		case argNum >= len(a):
			p.badText(verb, "(MISSING)")
		default:
			switch verb {
			case 'w':
				p.wrappedErrs = append(p.wrappedErrs, argNum)
				fallthrough
			case 'v':
				p.sharpV, p.sharp = p.sharp, false
				p.plusV, p.plus = p.plus, false
			}
			p.printArg(a[argNum], verb)
			argNum++
		}
	}
	if !p.reordered && argNum < len(a) {
		p.clearFlags()
		p.buf = append(p.buf, "%!(EXTRA "...)
		for i, arg := range a[argNum:] {
			if i > 0 {
				p.buf = append(p.buf, ", "...)
			}
			if arg == nil {
				p.buf = append(p.buf, "<nil>"...)
			} else {
				p.buf = append(p.buf, reflect.TypeOf(arg).String()...)
				p.buf = append(p.buf, '=')
				p.printArg(arg, 'v')
			}
		}
		p.buf = append(p.buf, ')')
	}
}

func (p *printer) badText(verb rune, text string) {
	p.buf = append(p.buf, "%!"...)
	p.buf = utf8.AppendRune(p.buf, verb)
	p.buf = append(p.buf, text...)
}

// badVerb shows an operand that the verb does not suit.
func (p *printer) badVerb(verb rune) {
	p.erroring = true
	p.badText(verb, "(")
	switch {
	case p.arg != nil:
		p.buf = append(p.buf, reflect.TypeOf(p.arg).String()...)
		p.buf = append(p.buf, '=')
		p.printArg(p.arg, 'v')
	case p.value.IsValid():
		p.buf = append(p.buf, p.value.Type().String()...)
		p.buf = append(p.buf, '=')
		p.printValue(p.value, 'v', 0)
	default:
		p.buf = append(p.buf, "<nil>"...)
	}
	p.buf = append(p.buf, ')')
	p.erroring = false
}

func (p *printer) fmtBoolVerb(v bool, verb rune) {
	switch verb {
	case 't', 'v':
		p.fmtBool(v)
	default:
		p.badVerb(verb)
	}
}

// fmt0x64 writes v in hexadecimal, with 0x when leading0x.
func (p *printer) fmt0x64(v uint64, leading0x bool) {
	sharp := p.sharp
	p.sharp = leading0x
	p.fmtInteger(v, 16, false, 'v', lowerDigits)
	p.sharp = sharp
}

func (p *printer) fmtIntVerb(v uint64, signed bool, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV && !signed {
			p.fmt0x64(v, true)
		} else {
			p.fmtInteger(v, 10, signed, verb, lowerDigits)
		}
	case 'd':
		p.fmtInteger(v, 10, signed, verb, lowerDigits)
	case 'b':
		p.fmtInteger(v, 2, signed, verb, lowerDigits)
	case 'o', 'O':
		p.fmtInteger(v, 8, signed, verb, lowerDigits)
	case 'x':
		p.fmtInteger(v, 16, signed, verb, lowerDigits)
	case 'X':
		p.fmtInteger(v, 16, signed, verb, upperDigits)
	case 'c':
		p.fmtC(v)
	case 'q':
		p.fmtQc(v)
	case 'U':
		p.fmtUnicode(v)
	default:
		p.badVerb(verb)
	}
}

func (p *printer) fmtFloatVerb(v float64, size int, verb rune) {
	switch verb {
	case 'v':
		p.fmtFloat(v, size, 'g', -1)
	case 'b', 'g', 'G', 'x', 'X':
		p.fmtFloat(v, size, verb, -1)
	case 'f', 'e', 'E', 'F':
		if verb == 'F' {
			verb = 'f'
		}
		p.fmtFloat(v, size, verb, 6)
	default:
		p.badVerb(verb)
	}
}

func (p *printer) fmtComplexVerb(v complex128, size int, verb rune) {
	switch verb {
	case 'v', 'b', 'g', 'G', 'x', 'X', 'f', 'F', 'e', 'E':
		plus := p.plus
		p.buf = append(p.buf, '(')
		p.fmtFloatVerb(real(v), size/2, verb)
		p.plus = true // the imaginary part always has a sign
		p.fmtFloatVerb(imag(v), size/2, verb)
		p.buf = append(p.buf, "i)"...)
		p.plus = plus
	default:
		p.badVerb(verb)
	}
}

func (p *printer) fmtStringVerb(v string, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV {
			p.fmtQ(v)
		} else {
			p.fmtS(v)
		}
	case 's':
		p.fmtS(v)
	case 'x':
		p.fmtHex(v, lowerDigits)
	case 'X':
		p.fmtHex(v, upperDigits)
	case 'q':
		p.fmtQ(v)
	default:
		p.badVerb(verb)
	}
}

// fmtBytesVerb writes a slice or array of bytes of a type called typeName.
func (p *printer) fmtBytesVerb(v []byte, verb rune, typeName string) {
	switch verb {
	case 'v', 'd':
		if p.sharpV {
			p.buf = append(p.buf, typeName...)
			if v == nil {
				p.buf = append(p.buf, "(nil)"...)
				return
			}
			p.buf = append(p.buf, '{')
			for i, c := range v {
				if i > 0 {
					p.buf = append(p.buf, ", "...)
				}
				p.fmt0x64(uint64(c), true)
			}
			p.buf = append(p.buf, '}')
			return
		}
		p.buf = append(p.buf, '[')
		for i, c := range v {
			if i > 0 {
				p.buf = append(p.buf, ' ')
			}
			p.fmtInteger(uint64(c), 10, false, verb, lowerDigits)
		}
		p.buf = append(p.buf, ']')
	case 's':
		p.fmtS(textOf(v))
	case 'x':
		p.fmtHex(textOf(v), lowerDigits)
	case 'X':
		p.fmtHex(textOf(v), upperDigits)
	case 'q':
		p.fmtQ(textOf(v))
	default:
		p.printValue(reflect.ValueOf(v), verb, 0)
	}
}

// fmtPointer writes the address that v holds.
func (p *printer) fmtPointer(v reflect.Value, verb rune) {
	var u uintptr
	switch v.Kind() {
	case reflect.Chan, reflect.Func, reflect.Map, reflect.Pointer, reflect.Slice, reflect.UnsafePointer:
		u = uintptr(v.UnsafePointer())
	default:
		p.badVerb(verb)
		return
	}
	switch verb {
	case 'v':
		if p.sharpV {
			p.buf = append(p.buf, '(')
			p.buf = append(p.buf, v.Type().String()...)
			p.buf = append(p.buf, ")("...)
			if u == 0 {
				p.buf = append(p.buf, "nil"...)
			} else {
				p.fmt0x64(uint64(u), true)
			}
			p.buf = append(p.buf, ')')
		} else if u == 0 {
			p.padString("<nil>")
		} else {
			p.fmt0x64(uint64(u), !p.sharp)
		}
	case 'p':
		p.fmt0x64(uint64(u), !p.sharp)
	case 'b', 'o', 'd', 'x', 'X':
		p.fmtIntVerb(uint64(u), false, verb)
	default:
		p.badVerb(verb)
	}
}

// catchPanic turns a panic of the method name of v into text.
func (p *printer) catchPanic(arg any, verb rune, method string) {
	err := recover()
	if err == nil {
		return
	}
	// A nil pointer is the usual reason, and printing it is all one wants.
	if v := reflect.ValueOf(arg); v.Kind() == reflect.Pointer && v.IsNil() {
		p.buf = append(p.buf, "<nil>"...)
		return
	}
	if p.panicking { // printing the panic has panicked
		panic(err)
	}
	old := p.flags
	p.clearFlags()
	p.badText(verb, "(PANIC=")
	p.buf = append(p.buf, method...)
	p.buf = append(p.buf, " method: "...)
	p.panicking = true
	p.printArg(err, 'v')
	p.panicking = false
	p.buf = append(p.buf, ')')
	p.flags = old
}

// handleMethods lets the operand format itself. It reports whether it did.
func (p *printer) handleMethods(verb rune) (handled bool) {
	if p.erroring {
		return
	}
	if verb == 'w' {
		// Only Errorf allows %w, and only errors fit it.
		_, ok := p.arg.(error)
		if !ok || !p.wrapErrs {
			p.badVerb(verb)
			return true
		}
		verb = 'v'
	}
	if f, ok := p.arg.(Formatter); ok {
		handled = true
		defer p.catchPanic(p.arg, verb, "Format")
		f.Format(p, verb)
		return
	}
	if p.sharpV {
		if s, ok := p.arg.(GoStringer); ok {
			handled = true
			defer p.catchPanic(p.arg, verb, "GoString")
			p.fmtS(s.GoString())
			return
		}
		return false
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch v := p.arg.(type) {
		case error:
			handled = true
			defer p.catchPanic(p.arg, verb, "Error")
			p.fmtStringVerb(v.Error(), verb)
			return
		case Stringer:
			handled = true
			defer p.catchPanic(p.arg, verb, "String")
			p.fmtStringVerb(v.String(), verb)
			return
		}
	}
	return false
}

func (p *printer) printArg(arg any, verb rune) {
	p.arg = arg
	if arg == nil {
		switch verb {
		case 'T', 'v':
			p.padString("<nil>")
		default:
			p.value = reflect.Value{}
			p.badVerb(verb)
		}
		return
	}
	switch verb {
	case 'T':
		p.fmtS(reflect.TypeOf(arg).String())
		return
	case 'p':
		p.fmtPointer(reflect.ValueOf(arg), 'p')
		return
	}
	switch f := arg.(type) {
	case bool:
		p.fmtBoolVerb(f, verb)
	case float32:
		p.fmtFloatVerb(float64(f), 32, verb)
	case float64:
		p.fmtFloatVerb(f, 64, verb)
	case complex64:
		p.fmtComplexVerb(complex128(f), 64, verb)
	case complex128:
		p.fmtComplexVerb(f, 128, verb)
	case int:
		p.fmtIntVerb(uint64(f), true, verb)
	case int8:
		p.fmtIntVerb(uint64(f), true, verb)
	case int16:
		p.fmtIntVerb(uint64(f), true, verb)
	case int32:
		p.fmtIntVerb(uint64(f), true, verb)
	case int64:
		p.fmtIntVerb(uint64(f), true, verb)
	case uint:
		p.fmtIntVerb(uint64(f), false, verb)
	case uint8:
		p.fmtIntVerb(uint64(f), false, verb)
	case uint16:
		p.fmtIntVerb(uint64(f), false, verb)
	case uint32:
		p.fmtIntVerb(uint64(f), false, verb)
	case uint64:
		p.fmtIntVerb(f, false, verb)
	case uintptr:
		p.fmtIntVerb(uint64(f), false, verb)
	case string:
		p.fmtStringVerb(f, verb)
	case []byte:
		p.fmtBytesVerb(f, verb, "[]byte")
	case reflect.Value:
		// A Value is printed as what it holds.
		if f.IsValid() && f.CanInterface() {
			p.arg = f.Interface()
			if p.handleMethods(verb) {
				return
			}
		}
		p.printValue(f, verb, 0)
	default:
		if !p.handleMethods(verb) {
			p.printValue(reflect.ValueOf(f), verb, 0)
		}
	}
}

// printValue prints what has no methods of its own. depth counts levels, so that methods are not tried twice on the outermost and
// pointers are followed only there.
func (p *printer) printValue(value reflect.Value, verb rune, depth int) {
	if depth > 0 && value.IsValid() && value.CanInterface() {
		p.arg = value.Interface()
		if p.handleMethods(verb) {
			return
		}
	}
	p.arg = nil
	p.value = value
	switch f := value; value.Kind() {
	case reflect.Invalid:
		if depth == 0 {
			p.buf = append(p.buf, "<invalid reflect.Value>"...)
		} else if verb == 'v' {
			p.buf = append(p.buf, "<nil>"...)
		} else {
			p.badVerb(verb)
		}
	case reflect.Bool:
		p.fmtBoolVerb(f.Bool(), verb)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		p.fmtIntVerb(uint64(f.Int()), true, verb)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		p.fmtIntVerb(f.Uint(), false, verb)
	case reflect.Float32:
		p.fmtFloatVerb(f.Float(), 32, verb)
	case reflect.Float64:
		p.fmtFloatVerb(f.Float(), 64, verb)
	case reflect.Complex64:
		p.fmtComplexVerb(f.Complex(), 64, verb)
	case reflect.Complex128:
		p.fmtComplexVerb(f.Complex(), 128, verb)
	case reflect.String:
		p.fmtStringVerb(f.String(), verb)
	case reflect.Map:
		p.printMap(f, verb, depth)
	case reflect.Struct:
		p.printStruct(f, verb, depth)
	case reflect.Interface:
		v := f.Elem()
		switch {
		case v.IsValid():
			p.printValue(v, verb, depth+1)
		case p.sharpV:
			p.buf = append(p.buf, f.Type().String()...)
			p.buf = append(p.buf, "(nil)"...)
		default:
			p.buf = append(p.buf, "<nil>"...)
		}
	case reflect.Array, reflect.Slice:
		p.printList(f, verb, depth)
	case reflect.Pointer:
		// One level of pointers to composite values is shown as &{...}.
		if depth == 0 && f.UnsafePointer() != nil {
			switch a := f.Elem(); a.Kind() {
			case reflect.Array, reflect.Slice, reflect.Struct, reflect.Map:
				p.buf = append(p.buf, '&')
				p.printValue(a, verb, depth+1)
				return
			}
		}
		p.fmtPointer(f, verb)
	case reflect.Chan, reflect.Func, reflect.UnsafePointer:
		p.fmtPointer(f, verb)
	default:
		p.badText('?', "(unknown kind)")
	}
}

func (p *printer) printMap(f reflect.Value, verb rune, depth int) {
	if p.sharpV {
		p.buf = append(p.buf, f.Type().String()...)
		if f.IsNil() {
			p.buf = append(p.buf, "(nil)"...)
			return
		}
		p.buf = append(p.buf, '{')
	} else {
		p.buf = append(p.buf, "map["...)
	}
	for i, e := range fmtsort.Sort(f) {
		if i > 0 {
			if p.sharpV {
				p.buf = append(p.buf, ", "...)
			} else {
				p.buf = append(p.buf, ' ')
			}
		}
		p.printValue(e.Key, verb, depth+1)
		p.buf = append(p.buf, ':')
		p.printValue(e.Value, verb, depth+1)
	}
	if p.sharpV {
		p.buf = append(p.buf, '}')
	} else {
		p.buf = append(p.buf, ']')
	}
}

func (p *printer) printStruct(f reflect.Value, verb rune, depth int) {
	if p.sharpV {
		p.buf = append(p.buf, f.Type().String()...)
	}
	p.buf = append(p.buf, '{')
	for i := 0; i < f.NumField(); i++ {
		if i > 0 {
			if p.sharpV {
				p.buf = append(p.buf, ", "...)
			} else {
				p.buf = append(p.buf, ' ')
			}
		}
		if p.plusV || p.sharpV {
			if name := fieldName(f, i); name != "" {
				p.buf = append(p.buf, name...)
				p.buf = append(p.buf, ':')
			}
		}
		v := f.Field(i)
		if v.Kind() == reflect.Interface && !v.IsNil() {
			v = v.Elem()
		}
		p.printValue(v, verb, depth+1)
	}
	p.buf = append(p.buf, '}')
}

// fieldName is f.Type().Field(i).Name without the rest of a StructField.
//
//go:linkname fieldName reflect.fieldName
func fieldName(f reflect.Value, i int) string

func (p *printer) printList(f reflect.Value, verb rune, depth int) {
	switch verb {
	case 's', 'q', 'x', 'X':
		// Bytes are treated as a string by these.
		t := f.Type()
		if t.Elem().Kind() == reflect.Uint8 {
			var b []byte
			if f.Kind() == reflect.Slice || f.CanAddr() {
				b = f.Bytes()
			} else {
				b = make([]byte, f.Len())
				for i := range b {
					b[i] = byte(f.Index(i).Uint())
				}
			}
			p.fmtBytesVerb(b, verb, t.String())
			return
		}
	}
	if p.sharpV {
		p.buf = append(p.buf, f.Type().String()...)
		if f.Kind() == reflect.Slice && f.IsNil() {
			p.buf = append(p.buf, "(nil)"...)
			return
		}
		p.buf = append(p.buf, '{')
		for i := 0; i < f.Len(); i++ {
			if i > 0 {
				p.buf = append(p.buf, ", "...)
			}
			p.printValue(f.Index(i), verb, depth+1)
		}
		p.buf = append(p.buf, '}')
		return
	}
	p.buf = append(p.buf, '[')
	for i := 0; i < f.Len(); i++ {
		if i > 0 {
			p.buf = append(p.buf, ' ')
		}
		p.printValue(f.Index(i), verb, depth+1)
	}
	p.buf = append(p.buf, ']')
}
