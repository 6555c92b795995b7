package os

import (
	"io/fs"
	"syscall"
	"time"
)

// fileStat is the FileInfo of this package.
type fileStat struct {
	name string
	sys  syscall.Stat_t
}

func (s *fileStat) Name() string       { return s.name }
func (s *fileStat) Size() int64        { return s.sys.Size }
func (s *fileStat) Mode() FileMode     { return fileMode(s.sys.Mode) }
func (s *fileStat) ModTime() time.Time { return time.Unix(s.sys.Mtim.Sec, s.sys.Mtim.Nsec) }
func (s *fileStat) IsDir() bool        { return s.Mode().IsDir() }
func (s *fileStat) Sys() any           { return &s.sys }

// fileMode translates the kernel's mode.
func fileMode(m uint32) FileMode {
	mode := FileMode(m & 0777)
	switch m & syscall.S_IFMT {
	case syscall.S_IFBLK:
		mode |= ModeDevice
	case syscall.S_IFCHR:
		mode |= ModeDevice | ModeCharDevice
	case syscall.S_IFDIR:
		mode |= ModeDir
	case syscall.S_IFIFO:
		mode |= ModeNamedPipe
	case syscall.S_IFLNK:
		mode |= ModeSymlink
	case syscall.S_IFSOCK:
		mode |= ModeSocket
	}
	if m&syscall.S_ISGID != 0 {
		mode |= ModeSetgid
	}
	if m&syscall.S_ISUID != 0 {
		mode |= ModeSetuid
	}
	if m&syscall.S_ISVTX != 0 {
		mode |= ModeSticky
	}
	return mode
}

// sysMode translates permissions to the kernel's bits.
func sysMode(m FileMode) uint32 {
	o := uint32(m.Perm())
	if m&ModeSetuid != 0 {
		o |= syscall.S_ISUID
	}
	if m&ModeSetgid != 0 {
		o |= syscall.S_ISGID
	}
	if m&ModeSticky != 0 {
		o |= syscall.S_ISVTX
	}
	return o
}

// baseName is the last element of a path.
func baseName(name string) string {
	for len(name) > 1 && name[len(name)-1] == '/' {
		name = name[:len(name)-1]
	}
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '/' && i+1 < len(name) {
			return name[i+1:]
		}
	}
	return name
}

// Stat describes the file, following symbolic links.
func Stat(name string) (FileInfo, error) {
	st := &fileStat{name: baseName(name)}
	if err := again(func() error { return syscall.Stat(name, &st.sys) }); err != nil {
		return nil, &PathError{Op: "stat", Path: name, Err: err}
	}
	return st, nil
}

// Lstat describes the file or symbolic link.
func Lstat(name string) (FileInfo, error) {
	st := &fileStat{name: baseName(name)}
	if err := again(func() error { return syscall.Lstat(name, &st.sys) }); err != nil {
		return nil, &PathError{Op: "lstat", Path: name, Err: err}
	}
	return st, nil
}

// Stat describes the open file.
func (f *File) Stat() (FileInfo, error) {
	if f == nil {
		return nil, ErrInvalid
	}
	st := &fileStat{name: baseName(f.name)}
	if err := f.fd.Call(func(fd int) error { return syscall.Fstat(fd, &st.sys) }); err != nil {
		return nil, f.wrap("stat", err)
	}
	return st, nil
}

// SameFile reports whether two FileInfos of this package describe the same file.
func SameFile(fi1, fi2 FileInfo) bool {
	a, ok1 := fi1.(*fileStat)
	b, ok2 := fi2.(*fileStat)
	return ok1 && ok2 && a.sys.Dev == b.sys.Dev && a.sys.Ino == b.sys.Ino
}

// DirEntry is what a directory says about one of its files.
type DirEntry = fs.DirEntry

// Chmod changes permissions.
func Chmod(name string, mode FileMode) error {
	return pathErr("chmod", name, again(func() error { return syscall.Chmod(name, sysMode(mode)) }))
}

// Chown changes owner and group; -1 leaves one as it is.
func Chown(name string, uid, gid int) error {
	return pathErr("chown", name, again(func() error { return syscall.Chown(name, uid, gid) }))
}

// Lchown is Chown for a symbolic link itself.
func Lchown(name string, uid, gid int) error {
	return pathErr("lchown", name, again(func() error { return syscall.Lchown(name, uid, gid) }))
}

// Chtimes sets the times of access and change; a zero Time leaves one as it is.
func Chtimes(name string, atime time.Time, mtime time.Time) error {
	const omit = 1<<30 - 2
	ts := func(t time.Time) syscall.Timespec {
		if t.IsZero() {
			return syscall.Timespec{Nsec: omit}
		}
		return syscall.NsecToTimespec(t.UnixNano())
	}
	times := []syscall.Timespec{ts(atime), ts(mtime)}
	return pathErr("chtimes", name, syscall.UtimesNano(name, times))
}
