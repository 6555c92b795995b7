package os

import (
	"internal/poll"
	"io"
	"io/fs"
	"runtime"
	"syscall"
	"time"
	"unsafe"
)

// Flags of OpenFile. One of the first three is needed.
const (
	O_RDONLY int = syscall.O_RDONLY
	O_WRONLY int = syscall.O_WRONLY
	O_RDWR   int = syscall.O_RDWR
	O_APPEND int = syscall.O_APPEND
	O_CREATE int = syscall.O_CREAT
	O_EXCL   int = syscall.O_EXCL
	O_SYNC   int = syscall.O_SYNC
	O_TRUNC  int = syscall.O_TRUNC
)

// Where Seek counts from; use io's constants.
const (
	SEEK_SET int = 0
	SEEK_CUR int = 1
	SEEK_END int = 2
)

// DevNull is the name of the null device.
const DevNull = "/dev/null"

// File is an open file. The inner struct carries the finalizer, so that a copy of a File does not run it twice.
type File struct {
	*file
}

type file struct {
	fd     poll.FD
	name   string
	append bool
	ours   bool // it is this package that made the descriptor non-blocking
	dir    *dirState
}

// The standard files are static: they are never collected and cost nothing at start.
var (
	stdin  = file{fd: poll.FD{Sysfd: 0, IsFile: true, Stream: true}, name: "/dev/stdin"}
	stdout = file{fd: poll.FD{Sysfd: 1, IsFile: true, Stream: true}, name: "/dev/stdout"}
	stderr = file{fd: poll.FD{Sysfd: 2, IsFile: true, Stream: true}, name: "/dev/stderr"}
)

// Standard input, output and error.
var (
	Stdin  = &File{&stdin}
	Stdout = &File{&stdout}
	Stderr = &File{&stderr}
)

// newFile wraps an open descriptor. With poll, it is made non-blocking and given to the poller if the kernel can wait for it.
func newFile(fd int, name string, pollable bool) *File {
	f := &File{&file{fd: poll.FD{Sysfd: fd, IsFile: true, Stream: true}, name: name}}
	if pollable && f.fd.Init() == nil {
		if syscall.SetNonblock(fd, true) == nil {
			f.fd.Nonblock = true
			f.ours = true
		}
	}
	runtime.SetFinalizer(f.file, (*file).close)
	return f
}

// NewFile returns a File for an open descriptor, nil if fd cannot be one.
func NewFile(fd uintptr, name string) *File {
	n := int(fd)
	if n < 0 {
		return nil
	}
	f := newFile(n, name, false)
	// A non-blocking descriptor is meant to be waited for by the poller.
	if flags, _, e := syscall.RawSyscall(syscall.SYS_FCNTL, fd, syscall.F_GETFL, 0); e == 0 && flags&syscall.O_NONBLOCK != 0 && f.fd.Init() == nil {
		f.fd.Nonblock = true
	}
	return f
}

func (f *file) close() error {
	if f == nil {
		return syscall.EINVAL
	}
	runtime.SetFinalizer(f, nil)
	if f.dir != nil {
		f.dir = nil
	}
	if err := f.fd.Close(); err != nil {
		if err == poll.ErrFileClosing {
			err = ErrClosed
		}
		return &PathError{Op: "close", Path: f.name, Err: err}
	}
	return nil
}

// valid reports a nil File.
func (f *File) valid() error {
	if f == nil {
		return ErrInvalid
	}
	return nil
}

// wrap turns an error into a PathError; io.EOF stays.
func (f *File) wrap(op string, err error) error {
	if err == nil || err == io.EOF {
		return err
	}
	if err == poll.ErrFileClosing {
		err = ErrClosed
	}
	return &PathError{Op: op, Path: f.name, Err: err}
}

// Name is the name given to Open.
func (f *File) Name() string { return f.name }

// Fd returns the descriptor, after taking back the non-blocking mode that this package has set.
func (f *File) Fd() uintptr {
	if f == nil {
		return ^uintptr(0)
	}
	if f.ours {
		f.fd.SetBlocking()
	}
	return uintptr(f.fd.Sysfd)
}

// Close closes the file. Reads and writes that wait on a pipe or terminal return ErrClosed.
func (f *File) Close() error {
	if f == nil {
		return ErrInvalid
	}
	return f.file.close()
}

// Read reads up to len(b) bytes; at the end it returns io.EOF.
func (f *File) Read(b []byte) (n int, err error) {
	if err := f.valid(); err != nil {
		return 0, err
	}
	n, err = f.fd.Read(b)
	return n, f.wrap("read", err)
}

// ReadAt reads len(b) bytes at off; fewer only with an error.
func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	if err := f.valid(); err != nil {
		return 0, err
	}
	if off < 0 {
		return 0, &PathError{Op: "readat", Path: f.name, Err: errNegativeOffset}
	}
	for len(b) > 0 {
		m, e := f.fd.Pread(b, off)
		if e != nil {
			return n, f.wrap("read", e)
		}
		n += m
		b = b[m:]
		off += int64(m)
	}
	return n, nil
}

// Write writes all of b.
func (f *File) Write(b []byte) (n int, err error) {
	if err := f.valid(); err != nil {
		return 0, err
	}
	n, err = f.fd.Write(b)
	if err == nil && n != len(b) {
		err = io.ErrShortWrite
	}
	if err == syscall.EPIPE && (f.fd.Sysfd == 1 || f.fd.Sysfd == 2) {
		sigpipe() // as a C program would end
	}
	return n, f.wrap("write", err)
}

// sigpipe ends the program by SIGPIPE, whose handler is taken away first.
func sigpipe() {
	var act [4]uint64 // default, no flags
	syscall.RawSyscall6(syscall.SYS_RT_SIGACTION, uintptr(syscall.SIGPIPE), uintptr(unsafe.Pointer(&act)), 0, 8, 0, 0)
	syscall.Kill(syscall.Getpid(), syscall.SIGPIPE)
	syscall.Exit(2)
}

// WriteAt writes all of b at off. It is an error for files opened with O_APPEND.
func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	if err := f.valid(); err != nil {
		return 0, err
	}
	if f.append {
		return 0, errWriteAtInAppendMode
	}
	if off < 0 {
		return 0, &PathError{Op: "writeat", Path: f.name, Err: errNegativeOffset}
	}
	n, err = f.fd.Pwrite(b, off)
	return n, f.wrap("write", err)
}

// WriteString writes s.
func (f *File) WriteString(s string) (n int, err error) {
	return f.Write(unsafe.Slice(unsafe.StringData(s), len(s)))
}

// ReadFrom copies r to the file.
func (f *File) ReadFrom(r io.Reader) (n int64, err error) {
	if err := f.valid(); err != nil {
		return 0, err
	}
	return io.Copy(onlyWriter{f}, r)
}

// WriteTo copies the rest of the file to w.
func (f *File) WriteTo(w io.Writer) (n int64, err error) {
	if err := f.valid(); err != nil {
		return 0, err
	}
	return io.Copy(w, onlyReader{f})
}

// onlyWriter and onlyReader hide the methods that io.Copy would call again.
type onlyWriter struct{ f *File }

func (w onlyWriter) Write(b []byte) (int, error) { return w.f.Write(b) }

type onlyReader struct{ f *File }

func (r onlyReader) Read(b []byte) (int, error) { return r.f.Read(b) }

// Seek sets the position of the next Read or Write.
func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	if err := f.valid(); err != nil {
		return 0, err
	}
	err = f.fd.Call(func(fd int) error {
		var e error
		ret, e = syscall.Seek(fd, offset, whence)
		return e
	})
	if err != nil {
		return 0, f.wrap("seek", err)
	}
	if f.dir != nil { // the kernel starts over as well
		f.dir = nil
	}
	return ret, nil
}

// call runs a system call on the descriptor.
func (f *File) call(op string, fn func(fd int) error) error {
	if err := f.valid(); err != nil {
		return err
	}
	return f.wrap(op, f.fd.Call(fn))
}

// Sync writes the file to disk.
func (f *File) Sync() error { return f.call("sync", syscall.Fsync) }

// Truncate sets the length of the file.
func (f *File) Truncate(size int64) error {
	return f.call("truncate", func(fd int) error { return syscall.Ftruncate(fd, size) })
}

// Chmod changes the permissions.
func (f *File) Chmod(mode FileMode) error {
	return f.call("chmod", func(fd int) error { return syscall.Fchmod(fd, sysMode(mode)) })
}

// Chown changes owner and group; -1 leaves one as it is.
func (f *File) Chown(uid, gid int) error {
	return f.call("chown", func(fd int) error { return syscall.Fchown(fd, uid, gid) })
}

// Chdir makes the file, a directory, the working directory.
func (f *File) Chdir() error { return f.call("chdir", syscall.Fchdir) }

func (f *File) setDeadline(t time.Time, mode int) error {
	if err := f.valid(); err != nil {
		return err
	}
	return f.fd.SetDeadline(t, mode)
}

// SetDeadline, SetReadDeadline and SetWriteDeadline limit operations that wait, on pipes and terminals.
func (f *File) SetDeadline(t time.Time) error      { return f.setDeadline(t, 'r'+'w') }
func (f *File) SetReadDeadline(t time.Time) error  { return f.setDeadline(t, 'r') }
func (f *File) SetWriteDeadline(t time.Time) error { return f.setDeadline(t, 'w') }

// SyscallConn gives access to the descriptor.
func (f *File) SyscallConn() (syscall.RawConn, error) {
	if err := f.valid(); err != nil {
		return nil, err
	}
	return poll.RawConn{FD: &f.fd}, nil
}

// Open opens a file for reading.
func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

// Create makes a file, or empties it, for reading and writing.
func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666) }

// OpenFile opens a file with flags; perm is for new files, before the mask.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	var fd int
	err := again(func() (e error) {
		fd, e = syscall.Open(name, flag|syscall.O_CLOEXEC, sysMode(perm))
		return e
	})
	if err != nil {
		return nil, &PathError{Op: "open", Path: name, Err: err}
	}
	f := newFile(fd, name, false)
	f.append = flag&O_APPEND != 0
	var st syscall.Stat_t
	if flag&(O_CREATE|O_TRUNC) == 0 && syscall.Fstat(fd, &st) == nil {
		// Only these kinds can make a reader wait.
		if k := st.Mode & syscall.S_IFMT; k == syscall.S_IFIFO || k == syscall.S_IFCHR || k == syscall.S_IFSOCK {
			if f.fd.Init() == nil && syscall.SetNonblock(fd, true) == nil {
				f.fd.Nonblock, f.ours = true, true
			}
		}
	}
	return f, nil
}

// Pipe returns the two ends of a pipe.
func Pipe() (r *File, w *File, err error) {
	var p [2]int
	if err := syscall.Pipe2(p[:], syscall.O_CLOEXEC); err != nil {
		return nil, nil, NewSyscallError("pipe2", err)
	}
	return newFile(p[0], "|0", true), newFile(p[1], "|1", true), nil
}

// ReadFile reads a whole file.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	size := 0
	if info, err := f.Stat(); err == nil && info.Size() < 1<<40 {
		size = int(info.Size())
	}
	// One byte more, so that a Read finds the end without another round. Files of /proc say 0.
	b := make([]byte, 0, max(size+1, 512))
	for {
		n, err := f.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		if err != nil {
			if err == io.EOF {
				err = nil
			}
			return b, err
		}
		if len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
	}
}

// WriteFile writes data to a file, which is made with perm or emptied.
func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if e := f.Close(); e != nil && err == nil {
		err = e
	}
	return err
}

// FileInfo describes a file.
type FileInfo = fs.FileInfo

// FileMode is a file's kind and permissions.
type FileMode = fs.FileMode

// Bits of FileMode, see package io/fs.
const (
	ModeDir        = fs.ModeDir
	ModeAppend     = fs.ModeAppend
	ModeExclusive  = fs.ModeExclusive
	ModeTemporary  = fs.ModeTemporary
	ModeSymlink    = fs.ModeSymlink
	ModeDevice     = fs.ModeDevice
	ModeNamedPipe  = fs.ModeNamedPipe
	ModeSocket     = fs.ModeSocket
	ModeSetuid     = fs.ModeSetuid
	ModeSetgid     = fs.ModeSetgid
	ModeCharDevice = fs.ModeCharDevice
	ModeSticky     = fs.ModeSticky
	ModeIrregular  = fs.ModeIrregular

	ModeType = fs.ModeType
	ModePerm = fs.ModePerm
)

var errWriteAtInAppendMode = &plainErr{"os: invalid use of WriteAt on file opened with O_APPEND"}

type plainErr struct{ s string }

func (e *plainErr) Error() string { return e.s }
