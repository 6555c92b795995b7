package syscall

import "unsafe"

func get(n uintptr) int {
	r, _, _ := rawSyscall6(n, 0, 0, 0, 0, 0, 0)
	return int(r)
}

// Getpid is the process.
func Getpid() int { return get(SYS_GETPID) }

// Getppid is its parent.
func Getppid() int { return get(SYS_GETPPID) }

// Getuid is the user.
func Getuid() int { return get(SYS_GETUID) }

// Geteuid is the effective user.
func Geteuid() int { return get(SYS_GETEUID) }

// Getgid is the group.
func Getgid() int { return get(SYS_GETGID) }

// Getegid is the effective group.
func Getegid() int { return get(SYS_GETEGID) }

// Gettid is the thread.
func Gettid() int { return get(SYS_GETTID) }

// Getpagesize is the size of a page.
func Getpagesize() int { return 4096 }

// Getgroups lists the supplementary groups.
func Getgroups() (gids []int, err error) {
	n, err := call1(SYS_GETGROUPS, 0, 0, 0)
	if err != nil || n == 0 {
		return nil, err
	}
	a := make([]uint32, n)
	n, err = call1(SYS_GETGROUPS, uintptr(n), uintptr(unsafe.Pointer(&a[0])), 0)
	if err != nil {
		return nil, err
	}
	for _, g := range a[:n] {
		gids = append(gids, int(g))
	}
	return gids, nil
}

// Kill sends a signal.
func Kill(pid int, sig Signal) error { return call(SYS_KILL, uintptr(pid), uintptr(sig), 0) }

// Tgkill sends a signal to a thread.
func Tgkill(tgid int, tid int, sig Signal) error {
	return call(SYS_TGKILL, uintptr(tgid), uintptr(tid), uintptr(sig))
}

// Umask sets the mask of file creation.
func Umask(mask int) (oldmask int) {
	r, _, _ := rawSyscall6(SYS_UMASK, uintptr(mask), 0, 0, 0, 0, 0)
	return int(r)
}

// Setpgid sets a process group.
func Setpgid(pid int, pgid int) error { return call(SYS_SETPGID, uintptr(pid), uintptr(pgid), 0) }

// Getpgid returns a process group.
func Getpgid(pid int) (pgid int, err error) { return call1(SYS_GETPGID, uintptr(pid), 0, 0) }

// Getpgrp returns the own process group.
func Getpgrp() (pid int) { return get(SYS_GETPGRP) }

// Setsid starts a session.
func Setsid() (pid int, err error) { return call1(SYS_SETSID, 0, 0, 0) }

// A Rusage is what a process has used.
type Rusage struct {
	Utime    Timeval
	Stime    Timeval
	Maxrss   int64
	Ixrss    int64
	Idrss    int64
	Isrss    int64
	Minflt   int64
	Majflt   int64
	Nswap    int64
	Inblock  int64
	Oublock  int64
	Msgsnd   int64
	Msgrcv   int64
	Nsignals int64
	Nvcsw    int64
	Nivcsw   int64
}

// Getrusage tells what the process (RUSAGE_SELF) or its children have used.
func Getrusage(who int, rusage *Rusage) error {
	return call(SYS_GETRUSAGE, uintptr(who), uintptr(unsafe.Pointer(rusage)), 0)
}

// A WaitStatus is how a process ended.
type WaitStatus uint32

func (w WaitStatus) Exited() bool    { return w&0x7F == 0 }
func (w WaitStatus) Signaled() bool  { return w&0x7F != 0x7F && w&0x7F != 0 }
func (w WaitStatus) Stopped() bool   { return w&0xFF == 0x7F }
func (w WaitStatus) Continued() bool { return w == 0xFFFF }
func (w WaitStatus) CoreDump() bool  { return w.Signaled() && w&0x80 != 0 }

// ExitStatus is the status passed to exit, -1 if the process did not exit.
func (w WaitStatus) ExitStatus() int {
	if !w.Exited() {
		return -1
	}
	return int(w>>8) & 0xFF
}

// Signal is the signal that ended the process, -1 if none did.
func (w WaitStatus) Signal() Signal {
	if !w.Signaled() {
		return -1
	}
	return Signal(w & 0x7F)
}

// StopSignal is the signal that stopped the process, -1 if none did.
func (w WaitStatus) StopSignal() Signal {
	if !w.Stopped() {
		return -1
	}
	return Signal(w>>8) & 0xFF
}

// TrapCause tells why a traced process stopped.
func (w WaitStatus) TrapCause() int {
	if w.StopSignal() != SIGTRAP {
		return -1
	}
	return int(w >> 16)
}

// Wait4 waits for a child.
func Wait4(pid int, wstatus *WaitStatus, options int, rusage *Rusage) (wpid int, err error) {
	var status int32
	r, _, e := syscall6(SYS_WAIT4, uintptr(pid), uintptr(unsafe.Pointer(&status)), uintptr(options), uintptr(unsafe.Pointer(rusage)), 0, 0)
	if wstatus != nil {
		*wstatus = WaitStatus(status)
	}
	if e != 0 {
		return -1, errOf(e)
	}
	return int(r), nil
}

// An Rlimit is a limit and its maximum.
type Rlimit struct {
	Cur uint64
	Max uint64
}

// Getrlimit reads a limit.
func Getrlimit(resource int, rlim *Rlimit) error {
	return call(SYS_GETRLIMIT, uintptr(resource), uintptr(unsafe.Pointer(rlim)), 0)
}

// Setrlimit sets a limit.
func Setrlimit(resource int, rlim *Rlimit) error {
	return call(SYS_SETRLIMIT, uintptr(resource), uintptr(unsafe.Pointer(rlim)), 0)
}

// Gettimeofday reads the clock.
func Gettimeofday(tv *Timeval) error {
	return call(SYS_GETTIMEOFDAY, uintptr(unsafe.Pointer(tv)), 0, 0)
}

// Nanosleep sleeps in the kernel; time.Sleep is better.
func Nanosleep(time *Timespec, leftover *Timespec) error {
	return call(SYS_NANOSLEEP, uintptr(unsafe.Pointer(time)), uintptr(unsafe.Pointer(leftover)), 0)
}

// A Utsname describes the system.
type Utsname struct {
	Sysname    [65]int8
	Nodename   [65]int8
	Release    [65]int8
	Version    [65]int8
	Machine    [65]int8
	Domainname [65]int8
}

// Uname describes the system.
func Uname(buf *Utsname) error { return call(SYS_UNAME, uintptr(unsafe.Pointer(buf)), 0, 0) }

// Exit ends the process at once.
func Exit(code int) { osExit(code) }

//tuco:extern tu_os_exit
func osExit(code int)

// Sysinfo_t is what Sysinfo reports.
type Sysinfo_t struct {
	Uptime    int64
	Loads     [3]uint64
	Totalram  uint64
	Freeram   uint64
	Sharedram uint64
	Bufferram uint64
	Totalswap uint64
	Freeswap  uint64
	Procs     uint16
	Pad       uint16
	Pad_cgo_0 [4]byte
	Totalhigh uint64
	Freehigh  uint64
	Unit      uint32
	X_f       [0]byte
	Pad_cgo_1 [4]byte
}

// Sysinfo reports memory and load.
func Sysinfo(info *Sysinfo_t) error { return call(SYS_SYSINFO, uintptr(unsafe.Pointer(info)), 0, 0) }
