package syscall

import (
	"sync"
	"unsafe"
)

// ForkLock is held for reading while a descriptor exists that is not yet close-on-exec, for writing during a fork.
var ForkLock sync.RWMutex

// A Credential is the user and groups of a child.
type Credential struct {
	Uid         uint32
	Gid         uint32
	Groups      []uint32
	NoSetGroups bool
}

// SysProcAttr is what is special to Linux about starting a process.
type SysProcAttr struct {
	Chroot     string
	Credential *Credential
	Ptrace     bool
	Setsid     bool
	Setpgid    bool // into group Pgid, its own for 0
	Setctty    bool // Ctty, a descriptor of the child, becomes its terminal
	Noctty     bool
	Ctty       int
	Foreground bool // its group becomes the terminal's; implies Setpgid; Ctty is a descriptor of the parent
	Pgid       int
	Pdeathsig  Signal
	Cloneflags uintptr // not supported yet
	PidFD      *int
}

// ProcAttr is how a process is started.
type ProcAttr struct {
	Dir   string
	Env   []string
	Files []uintptr
	Sys   *SysProcAttr
}

type forkExec struct {
	path, argv, envv, dir, chroot  unsafe.Pointer
	nfd, flags, pgid, ctty, pdeath int
	group                          unsafe.Pointer
	ngroup                         int
	uid, gid                       uint32
}

//tuco:extern tu_fork_exec
func forkAndExec(a *forkExec, fd unsafe.Pointer) int

// ForkExec starts a program and returns its process.
func ForkExec(argv0 string, argv []string, attr *ProcAttr) (pid int, err error) {
	if attr == nil {
		attr = &ProcAttr{}
	}
	sys := attr.Sys
	if sys == nil {
		sys = &SysProcAttr{}
	}
	if sys.Ptrace || sys.Cloneflags != 0 {
		return 0, ENOSYS
	}
	var a forkExec
	path, err := BytePtrFromString(argv0)
	if err != nil {
		return 0, err
	}
	args, err := SlicePtrFromStrings(argv)
	if err != nil {
		return 0, err
	}
	env, err := SlicePtrFromStrings(attr.Env)
	if err != nil {
		return 0, err
	}
	a.path, a.argv, a.envv = unsafe.Pointer(path), unsafe.Pointer(&args[0]), unsafe.Pointer(&env[0])
	if attr.Dir != "" {
		p, err := BytePtrFromString(attr.Dir)
		if err != nil {
			return 0, err
		}
		a.dir = unsafe.Pointer(p)
	}
	if sys.Chroot != "" {
		p, err := BytePtrFromString(sys.Chroot)
		if err != nil {
			return 0, err
		}
		a.chroot = unsafe.Pointer(p)
	}
	if sys.Setctty && sys.Foreground {
		return 0, EINVAL
	}
	if sys.Setctty && sys.Ctty >= len(attr.Files) {
		return 0, EINVAL
	}
	for i, on := range [...]bool{sys.Setsid, sys.Setpgid || sys.Foreground, sys.Setctty, sys.Noctty, sys.Foreground, sys.Credential != nil} {
		if on {
			a.flags |= 1 << uint(i)
		}
	}
	if c := sys.Credential; c != nil {
		if c.NoSetGroups {
			a.flags |= 64
		}
		a.uid, a.gid = c.Uid, c.Gid
		a.ngroup = len(c.Groups)
		a.group = unsafe.Pointer(unsafe.SliceData(c.Groups))
	}
	a.pgid, a.ctty, a.pdeath = sys.Pgid, sys.Ctty, int(sys.Pdeathsig)
	fds := make([]int32, len(attr.Files)+1)
	for i, f := range attr.Files {
		fds[i] = int32(f)
	}
	a.nfd = len(attr.Files)
	ForkLock.Lock()
	pid = forkAndExec(&a, unsafe.Pointer(&fds[0]))
	ForkLock.Unlock()
	keep(path)
	if pid < 0 {
		return 0, Errno(-pid)
	}
	if sys.PidFD != nil {
		*sys.PidFD = -1
	}
	return pid, nil
}

// StartProcess is ForkExec for package os.
func StartProcess(argv0 string, argv []string, attr *ProcAttr) (pid int, handle uintptr, err error) {
	pid, err = ForkExec(argv0, argv, attr)
	return pid, 0, err
}

// Exec replaces the process by another program.
func Exec(argv0 string, argv []string, envv []string) (err error) {
	path, err := BytePtrFromString(argv0)
	if err != nil {
		return err
	}
	args, err := SlicePtrFromStrings(argv)
	if err != nil {
		return err
	}
	env, err := SlicePtrFromStrings(envv)
	if err != nil {
		return err
	}
	_, _, e := RawSyscall(SYS_EXECVE, uintptr(unsafe.Pointer(path)), uintptr(unsafe.Pointer(&args[0])), uintptr(unsafe.Pointer(&env[0])))
	return e
}
