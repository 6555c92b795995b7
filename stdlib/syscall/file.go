package syscall

import "unsafe"

// The three descriptors a process starts with.
var (
	Stdin  = 0
	Stdout = 1
	Stderr = 2
)

const atFdcwd = -100

// ImplementsGetwd says that Getwd works.
const ImplementsGetwd = true

var zero byte // what an empty buffer points at

func ptr(p []byte) uintptr {
	if len(p) == 0 {
		return uintptr(unsafe.Pointer(&zero))
	}
	return uintptr(unsafe.Pointer(&p[0]))
}

// Open opens a file.
func Open(path string, mode int, perm uint32) (fd int, err error) {
	return callPath(SYS_OPENAT, atFdcwd, path, uintptr(mode|O_LARGEFILE), uintptr(perm), 0)
}

// Openat opens a file relative to a directory.
func Openat(dirfd int, path string, flags int, mode uint32) (fd int, err error) {
	return callPath(SYS_OPENAT, dirfd, path, uintptr(flags|O_LARGEFILE), uintptr(mode), 0)
}

// Close closes a descriptor.
func Close(fd int) error { return call(SYS_CLOSE, uintptr(fd), 0, 0) }

// Read reads.
func Read(fd int, p []byte) (n int, err error) {
	return call1(SYS_READ, uintptr(fd), ptr(p), uintptr(len(p)))
}

// Write writes.
func Write(fd int, p []byte) (n int, err error) {
	return call1(SYS_WRITE, uintptr(fd), ptr(p), uintptr(len(p)))
}

// Pread reads at an offset.
func Pread(fd int, p []byte, offset int64) (n int, err error) {
	r, _, e := syscall6(SYS_PREAD64, uintptr(fd), ptr(p), uintptr(len(p)), uintptr(offset), 0, 0)
	if e != 0 {
		return -1, errOf(e)
	}
	return int(r), nil
}

// Pwrite writes at an offset.
func Pwrite(fd int, p []byte, offset int64) (n int, err error) {
	r, _, e := syscall6(SYS_PWRITE64, uintptr(fd), ptr(p), uintptr(len(p)), uintptr(offset), 0, 0)
	if e != 0 {
		return -1, errOf(e)
	}
	return int(r), nil
}

// Seek moves the position of fd.
func Seek(fd int, offset int64, whence int) (off int64, err error) {
	n, err := call1(SYS_LSEEK, uintptr(fd), uintptr(offset), uintptr(whence))
	return int64(n), err
}

// A Timespec is a time in seconds and nanoseconds.
type Timespec struct {
	Sec  int64
	Nsec int64
}

// Unix returns the seconds and nanoseconds.
func (ts *Timespec) Unix() (sec int64, nsec int64) { return ts.Sec, ts.Nsec }

// Nano returns the time in nanoseconds.
func (ts *Timespec) Nano() int64 { return ts.Sec*1e9 + ts.Nsec }

// NsecToTimespec splits nanoseconds.
func NsecToTimespec(nsec int64) Timespec {
	s, n := nsec/1e9, nsec%1e9
	if n < 0 {
		n += 1e9
		s--
	}
	return Timespec{s, n}
}

// TimespecToNsec is Nano.
func TimespecToNsec(ts Timespec) int64 { return ts.Nano() }

// A Timeval is a time in seconds and microseconds.
type Timeval struct {
	Sec  int64
	Usec int64
}

// Unix returns the seconds and nanoseconds.
func (tv *Timeval) Unix() (sec int64, nsec int64) { return tv.Sec, tv.Usec * 1000 }

// Nano returns the time in nanoseconds.
func (tv *Timeval) Nano() int64 { return tv.Sec*1e9 + tv.Usec*1000 }

// NsecToTimeval splits nanoseconds.
func NsecToTimeval(nsec int64) Timeval {
	ts := NsecToTimespec(nsec)
	return Timeval{ts.Sec, ts.Nsec / 1000}
}

// A Stat_t is what the kernel knows about a file.
type Stat_t struct {
	Dev       uint64
	Ino       uint64
	Nlink     uint64
	Mode      uint32
	Uid       uint32
	Gid       uint32
	X__pad0   int32
	Rdev      uint64
	Size      int64
	Blksize   int64
	Blocks    int64
	Atim      Timespec
	Mtim      Timespec
	Ctim      Timespec
	X__unused [3]int64
}

func statAt(path string, st *Stat_t, flags uintptr) error {
	_, err := callPath(SYS_NEWFSTATAT, atFdcwd, path, uintptr(unsafe.Pointer(st)), flags, 0)
	return err
}

// Stat describes a file, following symbolic links.
func Stat(path string, st *Stat_t) error { return statAt(path, st, 0) }

// Lstat describes a file or symbolic link.
func Lstat(path string, st *Stat_t) error { return statAt(path, st, 0x100) }

// Fstat describes an open file.
func Fstat(fd int, st *Stat_t) error {
	return call(SYS_FSTAT, uintptr(fd), uintptr(unsafe.Pointer(st)), 0)
}

// Fstatat describes a file relative to a directory.
func Fstatat(fd int, path string, st *Stat_t, flags int) error {
	_, err := callPath(SYS_NEWFSTATAT, fd, path, uintptr(unsafe.Pointer(st)), uintptr(flags), 0)
	return err
}

// ReadDirent reads raw directory entries.
func ReadDirent(fd int, buf []byte) (n int, err error) { return Getdents(fd, buf) }

// Getdents reads raw directory entries.
func Getdents(fd int, buf []byte) (n int, err error) {
	return call1(SYS_GETDENTS64, uintptr(fd), ptr(buf), uintptr(len(buf)))
}

func pathCall(n uintptr, path string, c, d uintptr) error {
	_, err := callPath(n, atFdcwd, path, c, d, 0)
	return err
}

// Mkdir makes a directory.
func Mkdir(path string, mode uint32) error { return pathCall(SYS_MKDIRAT, path, uintptr(mode), 0) }

// Mkdirat makes a directory relative to another.
func Mkdirat(dirfd int, path string, mode uint32) error {
	_, err := callPath(SYS_MKDIRAT, dirfd, path, uintptr(mode), 0, 0)
	return err
}

// Unlink removes a name of a file.
func Unlink(path string) error { return pathCall(SYS_UNLINKAT, path, 0, 0) }

// Unlinkat removes a file or, with flag 0x200, a directory.
func Unlinkat(dirfd int, path string, flags int) error {
	_, err := callPath(SYS_UNLINKAT, dirfd, path, uintptr(flags), 0, 0)
	return err
}

// Rmdir removes an empty directory.
func Rmdir(path string) error { return pathCall(SYS_UNLINKAT, path, 0x200, 0) }

// Chmod changes permissions.
func Chmod(path string, mode uint32) error { return pathCall(SYS_FCHMODAT, path, uintptr(mode), 0) }

// Fchmod changes permissions of an open file.
func Fchmod(fd int, mode uint32) error { return call(SYS_FCHMOD, uintptr(fd), uintptr(mode), 0) }

// Chown changes owner and group.
func Chown(path string, uid int, gid int) error {
	return pathCall(SYS_FCHOWNAT, path, uintptr(uid), uintptr(gid))
}

// Lchown is Chown that does not follow a symbolic link.
func Lchown(path string, uid int, gid int) error {
	_, err := callPath(SYS_FCHOWNAT, atFdcwd, path, uintptr(uid), uintptr(gid), 0x100)
	return err
}

// Fchown is Chown for an open file.
func Fchown(fd int, uid int, gid int) error {
	return call(SYS_FCHOWN, uintptr(fd), uintptr(uid), uintptr(gid))
}

// Access tests permissions.
func Access(path string, mode uint32) error { return pathCall(SYS_FACCESSAT, path, uintptr(mode), 0) }

// Truncate sets the length of a file.
func Truncate(path string, length int64) error {
	p, err := BytePtrFromString(path)
	if err != nil {
		return err
	}
	err = call(SYS_TRUNCATE, uintptr(unsafe.Pointer(p)), uintptr(length), 0)
	keep(p)
	return err
}

// Ftruncate sets the length of an open file.
func Ftruncate(fd int, length int64) error {
	return call(SYS_FTRUNCATE, uintptr(fd), uintptr(length), 0)
}

// Fsync writes an open file to disk.
func Fsync(fd int) error { return call(SYS_FSYNC, uintptr(fd), 0, 0) }

func twoPaths(n uintptr, from, to string, link bool, flags uintptr) error {
	p, err := BytePtrFromString(from)
	if err != nil {
		return err
	}
	q, err := BytePtrFromString(to)
	if err != nil {
		return err
	}
	cwd := atFdcwd
	var e uintptr
	if link { // symlinkat(target, dirfd, path)
		_, _, e = syscall6(n, uintptr(unsafe.Pointer(p)), uintptr(cwd), uintptr(unsafe.Pointer(q)), 0, 0, 0)
	} else {
		_, _, e = syscall6(n, uintptr(cwd), uintptr(unsafe.Pointer(p)), uintptr(cwd), uintptr(unsafe.Pointer(q)), flags, 0)
	}
	keep(p)
	keep(q)
	return errOf(e)
}

// Rename moves a file.
func Rename(from, to string) error { return twoPaths(SYS_RENAMEAT, from, to, false, 0) }

// Link adds a name to a file.
func Link(path, link string) error { return twoPaths(SYS_LINKAT, path, link, false, 0) }

// Symlink makes a symbolic link.
func Symlink(path, link string) error { return twoPaths(SYS_SYMLINKAT, path, link, true, 0) }

// Readlink reads a symbolic link.
func Readlink(path string, buf []byte) (n int, err error) {
	return callPath(SYS_READLINKAT, atFdcwd, path, ptr(buf), uintptr(len(buf)), 0)
}

// UtimesNano sets the times of access and change.
func UtimesNano(path string, ts []Timespec) error {
	if len(ts) != 2 {
		return EINVAL
	}
	return pathCall(SYS_UTIMENSAT, path, uintptr(unsafe.Pointer(&ts[0])), 0)
}

// Chdir changes the working directory.
func Chdir(path string) error {
	p, err := BytePtrFromString(path)
	if err != nil {
		return err
	}
	err = call(SYS_CHDIR, uintptr(unsafe.Pointer(p)), 0, 0)
	keep(p)
	return err
}

// Fchdir changes the working directory to an open one.
func Fchdir(fd int) error { return call(SYS_FCHDIR, uintptr(fd), 0, 0) }

// Getcwd writes the working directory, with its NUL, to buf.
func Getcwd(buf []byte) (n int, err error) { return call1(SYS_GETCWD, ptr(buf), uintptr(len(buf)), 0) }

// Getwd returns the working directory.
func Getwd() (wd string, err error) {
	var buf [4096]byte
	n, err := Getcwd(buf[:])
	if err != nil {
		return "", err
	}
	if n < 1 || buf[0] != '/' {
		return "", ENOENT
	}
	return string(buf[:n-1]), nil
}

// Pipe makes a pipe.
func Pipe(p []int) error { return Pipe2(p, 0) }

// Pipe2 makes a pipe with flags.
func Pipe2(p []int, flags int) error {
	if len(p) != 2 {
		return EINVAL
	}
	var fd [2]int32
	err := call(SYS_PIPE2, uintptr(unsafe.Pointer(&fd)), uintptr(flags), 0)
	p[0], p[1] = int(fd[0]), int(fd[1])
	return err
}

// Dup copies a descriptor.
func Dup(fd int) (nfd int, err error) { return call1(SYS_DUP, uintptr(fd), 0, 0) }

// Dup2 copies a descriptor to a given number.
func Dup2(oldfd, newfd int) error { return call(SYS_DUP2, uintptr(oldfd), uintptr(newfd), 0) }

// Dup3 is Dup2 with flags.
func Dup3(oldfd, newfd, flags int) error {
	return call(SYS_DUP3, uintptr(oldfd), uintptr(newfd), uintptr(flags))
}

// FcntlInt calls fcntl; internal users only.
func fcntl(fd, cmd, arg int) (int, error) {
	return call1(SYS_FCNTL, uintptr(fd), uintptr(cmd), uintptr(arg))
}

// CloseOnExec makes a descriptor end with exec.
func CloseOnExec(fd int) { fcntl(fd, F_SETFD, FD_CLOEXEC) }

// SetNonblock switches between blocking and not.
func SetNonblock(fd int, nonblocking bool) error {
	flag, err := fcntl(fd, F_GETFL, 0)
	if err != nil {
		return err
	}
	if nonblocking == (flag&O_NONBLOCK != 0) {
		return nil
	}
	_, err = fcntl(fd, F_SETFL, flag^O_NONBLOCK)
	return err
}

// Flock locks an open file.
func Flock(fd int, how int) error { return call(SYS_FLOCK, uintptr(fd), uintptr(how), 0) }

// Mmap maps a file or memory.
func Mmap(fd int, offset int64, length int, prot int, flags int) (data []byte, err error) {
	if length <= 0 {
		return nil, EINVAL
	}
	r, _, e := syscall6(SYS_MMAP, 0, uintptr(length), uintptr(prot), uintptr(flags), uintptr(fd), uintptr(offset))
	if e != 0 {
		return nil, errOf(e)
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(r)), length), nil
}

// Munmap undoes Mmap.
func Munmap(b []byte) error {
	if len(b) == 0 || len(b) != cap(b) {
		return EINVAL
	}
	return call(SYS_MUNMAP, ptr(b), uintptr(len(b)), 0)
}

// Mprotect changes the protection of pages.
func Mprotect(b []byte, prot int) error {
	return call(SYS_MPROTECT, ptr(b), uintptr(len(b)), uintptr(prot))
}

// Madvise advises the kernel about pages.
func Madvise(b []byte, advice int) error {
	return call(SYS_MADVISE, ptr(b), uintptr(len(b)), uintptr(advice))
}

// A RawConn gives access to the descriptor of a connection or file.
type RawConn interface {
	// Control calls f with the descriptor, which is valid during the call only.
	Control(f func(fd uintptr)) error
	// Read calls f, waiting for input between calls, until f returns true.
	Read(f func(fd uintptr) (done bool)) error
	// Write calls f, waiting for room between calls, until f returns true.
	Write(f func(fd uintptr) (done bool)) error
}

// A Conn is what has a RawConn.
type Conn interface {
	SyscallConn() (RawConn, error)
}
