package runtime

import "unsafe"

// The implementation: what GOOS, GOARCH and Compiler name.
const (
	Compiler = "tuco"
	GOOS     string = "linux"
	GOARCH   string = "amd64"
)

// Version is the version of the language and library that this implementation follows.
func Version() string { return "go1.27" }

// GOROOT is $GOROOT; there is no Go tree otherwise.
func GOROOT() string {
	for _, kv := range environ() {
		if len(kv) > 7 && kv[:7] == "GOROOT=" {
			return kv[7:]
		}
	}
	return ""
}

//tuco:extern tu_os_environ
func environ() []string

// GOMAXPROCS sets how many threads run Go code at once, when n > 0, and returns the setting before.
//
//tuco:extern tu_gomaxprocs
func GOMAXPROCS(n int) int

// SetDefaultGOMAXPROCS undoes GOMAXPROCS: the environment variable or else the number of CPUs counts again.
func SetDefaultGOMAXPROCS() {
	n := 0
	for _, kv := range environ() {
		if len(kv) > 11 && kv[:11] == "GOMAXPROCS=" {
			for _, c := range kv[11:] {
				if c < '0' || c > '9' || n > 1000 {
					n = 0
					break
				}
				n = n*10 + int(c-'0')
			}
		}
	}
	if n == 0 {
		n = NumCPU()
	}
	GOMAXPROCS(n)
}

// NumCPU is the number of CPUs the process may use, as seen at its start.
//
//tuco:extern tu_num_cpu
func NumCPU() int

// NumGoroutine is the number of goroutines that exist.
//
//tuco:extern tu_num_goroutine
func NumGoroutine() int

// NumCgoCall is the number of calls to C libraries; there is no cgo.
func NumCgoCall() int64 { return 0 }

// Gosched lets other goroutines run.
//
//tuco:extern tu_gosched
func Gosched()

// Goexit ends the calling goroutine after running its deferred calls.
//
//tuco:extern tu_goexit
func Goexit()

// LockOSThread binds the goroutine to its thread until UnlockOSThread was called as often.
//
//tuco:extern tu_lock_os_thread
func LockOSThread()

// UnlockOSThread undoes one LockOSThread.
//
//tuco:extern tu_unlock_os_thread
func UnlockOSThread()

// KeepAlive marks x as used up to this point, so that its finalizer does not run earlier.
//
//tuco:intrinsic tu_keep_alive
//go:noescape
func KeepAlive(x any)

// Breakpoint stops the program in a debugger.
func Breakpoint() { breakpoint() }

//tuco:intrinsic tu_breakpoint
func breakpoint()

// SetCgoTraceback does nothing: there is no cgo.
func SetCgoTraceback(version int, traceback, context, symbolizer unsafe.Pointer) {}
