package os

import (
	"runtime"
	"sync"
	"syscall"
	"time"
	"unsafe"
)

// ProcAttr is how StartProcess starts a process.
type ProcAttr struct {
	Dir   string   // working directory
	Env   []string // nil: this process's
	Files []*File  // the descriptors; nil: closed
	Sys   *syscall.SysProcAttr
}

// A Process is a process that StartProcess or FindProcess has returned.
type Process struct {
	Pid int

	mu   sync.RWMutex // keeps the number from being waited for while it is signalled
	done bool
	gone bool // released
}

// StartProcess starts a program. The package os/exec is easier to use.
func StartProcess(name string, argv []string, attr *ProcAttr) (*Process, error) {
	if attr != nil && attr.Sys == nil && attr.Dir != "" {
		// The error of the child would not tell the directory from the program.
		if _, err := Stat(attr.Dir); err != nil {
			pe := err.(*PathError)
			pe.Op = "chdir"
			return nil, pe
		}
	}
	sys := &syscall.ProcAttr{}
	if attr != nil {
		sys.Dir, sys.Env, sys.Sys = attr.Dir, attr.Env, attr.Sys
		for _, f := range attr.Files {
			sys.Files = append(sys.Files, f.Fd())
		}
	}
	if sys.Env == nil {
		sys.Env = Environ()
	}
	pid, err := syscall.ForkExec(name, argv, sys)
	if attr != nil {
		runtime.KeepAlive(attr)
	}
	if err != nil {
		return nil, &PathError{Op: "fork/exec", Path: name, Err: err}
	}
	return &Process{Pid: pid}, nil
}

// FindProcess returns the process with a number, whether it exists or not.
func FindProcess(pid int) (*Process, error) { return &Process{Pid: pid}, nil }

// Release gives up the process without waiting for it.
func (p *Process) Release() error {
	p.mu.Lock()
	p.gone = true
	p.Pid = -1
	p.mu.Unlock()
	return nil
}

// Kill ends the process at once. Its children go on.
func (p *Process) Kill() error { return p.Signal(Kill) }

// Signal sends a signal.
func (p *Process) Signal(sig Signal) error {
	p.mu.RLock()
	defer p.mu.RUnlock()
	switch {
	case p.gone:
		return &plainErr{"os: process already released"}
	case p.Pid == 0:
		return &plainErr{"os: process not initialized"}
	case p.done:
		return ErrProcessDone
	}
	s, ok := sig.(syscall.Signal)
	if !ok {
		return &plainErr{"os: unsupported signal type"}
	}
	if err := syscall.Kill(p.Pid, s); err != nil {
		if err == syscall.ESRCH {
			return ErrProcessDone
		}
		return err
	}
	return nil
}

// WithHandle is not possible: processes are known by number only.
func (p *Process) WithHandle(f func(handle uintptr)) error { return ErrNoHandle }

// Wait waits for the process, a child, to end.
func (p *Process) Wait() (*ProcessState, error) {
	if p == nil || p.Pid == -1 || p.gone {
		return nil, syscall.EINVAL
	}
	// Wait without reaping, so that the number stays valid for Signal until the lock is held.
	const waitNoReap, exited, idPid = 0x1000000, 4, 1
	var info [128]byte
	for {
		_, _, e := syscall.Syscall6(syscall.SYS_WAITID, idPid, uintptr(p.Pid), uintptr(unsafe.Pointer(&info)), exited|waitNoReap, 0, 0)
		if e != syscall.EINTR {
			break
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	var status syscall.WaitStatus
	var usage syscall.Rusage
	var pid int
	err := again(func() (e error) {
		pid, e = syscall.Wait4(p.Pid, &status, 0, &usage)
		return e
	})
	if err != nil {
		return nil, NewSyscallError("wait", err)
	}
	p.done = true
	return &ProcessState{pid, status, &usage}, nil
}

// ProcessState is how a process ended.
type ProcessState struct {
	pid    int
	status syscall.WaitStatus
	usage  *syscall.Rusage
}

func (p *ProcessState) Pid() int      { return p.pid }
func (p *ProcessState) Exited() bool  { return p.status.Exited() }
func (p *ProcessState) Success() bool { return p.status.ExitStatus() == 0 }
func (p *ProcessState) Sys() any      { return p.status }
func (p *ProcessState) SysUsage() any { return p.usage }

// ExitCode is the status, -1 if the process has not exited by itself.
func (p *ProcessState) ExitCode() int {
	if p == nil {
		return -1
	}
	return p.status.ExitStatus()
}

// UserTime and SystemTime are the CPU times of the process and the children it has waited for.
func (p *ProcessState) UserTime() time.Duration   { return time.Duration(p.usage.Utime.Nano()) }
func (p *ProcessState) SystemTime() time.Duration { return time.Duration(p.usage.Stime.Nano()) }

func itoa(n int) string {
	var a [20]byte
	i := len(a)
	for {
		i--
		a[i] = byte(n%10) + '0'
		if n /= 10; n == 0 {
			return string(a[i:])
		}
	}
}

func (p *ProcessState) String() string {
	if p == nil {
		return "<nil>"
	}
	s := ""
	switch w := p.status; {
	case w.Exited():
		s = "exit status " + itoa(w.ExitStatus())
	case w.Signaled():
		s = "signal: " + w.Signal().String()
	case w.Stopped():
		s = "stop signal: " + w.StopSignal().String()
		if w.StopSignal() == syscall.SIGTRAP && w.TrapCause() != 0 {
			s += " (trap " + itoa(w.TrapCause()) + ")"
		}
	case w.Continued():
		s = "continued"
	}
	if p.status.CoreDump() {
		s += " (core dumped)"
	}
	return s
}
