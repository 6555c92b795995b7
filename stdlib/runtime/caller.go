package runtime

// Callers fills pc with return addresses of the calling goroutine. skip 0 is Callers itself, 1 its caller.
//
//go:noinline
func Callers(skip int, pc []uintptr) int { return callers(skip, pc) }

//tuco:extern tu_callers
//go:noescape
func callers(skip int, pc []uintptr) int

//tuco:extern tu_pc_info
func pcInfo(pc uintptr, level int, isReturn bool) (fn, file string, line int, entry uintptr, more int)

// Bits of pcInfo's more.
const (
	pcMore    = 1 // the address has another level
	pcInlined = 2 // the function is inlined into its caller
)

// Caller tells where the function was called: 0 is the caller of Caller.
//
//go:noinline
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	var buf [1]uintptr
	if Callers(skip+2, buf[:]) < 1 { // after Callers and Caller
		return
	}
	_, file, line, _, _ = pcInfo(buf[0], 0, true)
	return buf[0], file, line, true
}

// shortName elides type arguments. Method expressions go by the name of their method.
func shortName(s string) string {
	if n := len(s) - len("-expr"); n > 0 && s[n:] == "-expr" {
		s = s[:n]
	}
	for i := 0; i < len(s); i++ {
		if s[i] == '[' {
			for j := len(s) - 1; j > i; j-- {
				if s[j] == ']' {
					return s[:i] + "[...]" + s[j+1:]
				}
			}
		}
	}
	return s
}

// A Frame is one level of a call stack.
type Frame struct {
	PC        uintptr // 0: unknown
	Func      *Func   // nil for inlined functions
	Function  string  // name with package path
	File      string
	Line      int
	startLine int
	Entry     uintptr
}

// Frames turns addresses from Callers into Frames.
type Frames struct {
	pcs   []uintptr
	level int
}

// CallersFrames prepares the result of Callers for Next.
func CallersFrames(callers []uintptr) *Frames { return &Frames{pcs: callers} }

// Next returns the next Frame, from the innermost on, and whether there is another one after it.
func (f *Frames) Next() (frame Frame, more bool) {
	for len(f.pcs) > 0 {
		pc := f.pcs[0]
		fn, file, line, entry, more := pcInfo(pc, f.level, true)
		if fn == "" {
			f.pcs, f.level = f.pcs[1:], 0
			continue
		}
		fn = shortName(fn)
		frame = Frame{PC: pc - 1, Function: fn, File: file, Line: line, Entry: entry}
		if more&pcInlined == 0 {
			frame.Func = &Func{fn, entry}
		}
		if more&pcMore != 0 {
			f.level++
		} else {
			f.pcs, f.level = f.pcs[1:], 0
		}
		return frame, len(f.pcs) > 0
	}
	return Frame{}, false
}

// A Func is a function of the program.
type Func struct {
	name  string
	entry uintptr
}

// FuncForPC returns the function that contains an address, nil if there is none. With inlining it is the innermost one.
func FuncForPC(pc uintptr) *Func {
	fn, _, _, entry, _ := pcInfo(pc, 0, false)
	if fn == "" {
		return nil
	}
	return &Func{shortName(fn), entry}
}

// Name is the function's name with its package path.
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}

// Entry is its address.
func (f *Func) Entry() uintptr { return f.entry }

// FileLine tells where the code at pc comes from.
func (f *Func) FileLine(pc uintptr) (file string, line int) {
	_, file, line, _, _ = pcInfo(pc, 0, false)
	return file, line
}

// Stack writes the call stack of this goroutine, or of all, to buf and returns its length.
//
//tuco:extern tu_stack_text
//go:noescape
func Stack(buf []byte, all bool) int
