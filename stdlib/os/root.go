package os

import (
	"errors"
	"io/fs"
	"runtime"
	"syscall"
	"time"
	"unsafe"
)

// A Root gives access to files below a directory and to no others: neither .. nor symbolic links lead out of it, even if the tree changes
// meanwhile. The kernel resolves the names (openat2 with RESOLVE_BENEATH, Linux 5.6).
type Root struct {
	f *File
}

var errEscapes = errors.New("path escapes from parent")

const (
	sysOpenat2     = 437
	resolveBeneath = 0x08
	resolveNoMagic = 0x02
	oPath          = 0x200000
	atNofollow     = 0x100
	atRemovedir    = 0x200
)

type openHow struct {
	flags, mode, resolve uint64
}

// openBeneath opens name below the directory fd.
func openBeneath(fd int, name string, flags int, mode uint32) (int, error) {
	if name == "" {
		return -1, syscall.ENOENT
	}
	p, err := syscall.BytePtrFromString(name)
	if err != nil {
		return -1, err
	}
	how := openHow{uint64(flags | syscall.O_CLOEXEC), uint64(mode), resolveBeneath | resolveNoMagic}
	for {
		n, _, e := syscall.Syscall6(sysOpenat2, uintptr(fd), uintptr(unsafe.Pointer(p)), uintptr(unsafe.Pointer(&how)), unsafe.Sizeof(how), 0, 0)
		switch e {
		case 0:
			return int(n), nil
		case syscall.EINTR, syscall.EAGAIN: // a rename elsewhere may have disturbed the walk
			continue
		case syscall.EXDEV:
			return -1, errEscapes
		}
		return -1, e
	}
}

// OpenRoot opens a directory as a Root.
func OpenRoot(name string) (*Root, error) {
	f, err := OpenFile(name, O_RDONLY|syscall.O_DIRECTORY, 0)
	if err != nil {
		return nil, err
	}
	return &Root{f}, nil
}

// OpenInRoot opens a file below dir.
func OpenInRoot(dir, name string) (*File, error) {
	r, err := OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return r.Open(name)
}

// Name is the name given to OpenRoot.
func (r *Root) Name() string { return r.f.Name() }

// Close ends the use of r. Files opened through it stay open.
func (r *Root) Close() error { return r.f.Close() }

// do calls f with the root's descriptor and wraps the error.
func (r *Root) do(op, name string, f func(fd int) error) error {
	err := r.f.fd.Call(f)
	if err != nil {
		if err.Error() == "use of closed file" {
			err = ErrClosed
		}
		return &PathError{Op: op, Path: name, Err: err}
	}
	return nil
}

// at calls f with the directory that holds name and name's last element.
func (r *Root) at(op, name string, f func(dir int, base string) error) error {
	return r.do(op, name, func(fd int) error {
		trimmed := name
		for len(trimmed) > 1 && trimmed[len(trimmed)-1] == '/' {
			trimmed = trimmed[:len(trimmed)-1]
		}
		i := len(trimmed)
		for i > 0 && trimmed[i-1] != '/' {
			i--
		}
		dir, base := trimmed[:i], trimmed[i:]
		switch base {
		case "":
			if name == "" {
				return syscall.ENOENT
			}
			return errEscapes
		case "..":
			return errEscapes
		}
		if dir == "" {
			dir = "."
		}
		d, err := openBeneath(fd, dir, oPath|syscall.O_DIRECTORY, 0)
		if err != nil {
			return err
		}
		defer syscall.Close(d)
		return f(d, base)
	})
}

// OpenFile is like the function OpenFile.
func (r *Root) OpenFile(name string, flag int, perm FileMode) (*File, error) {
	var file *File
	err := r.do("openat", name, func(fd int) error {
		mode := uint32(0)
		if flag&O_CREATE != 0 {
			mode = sysMode(perm)
		}
		n, err := openBeneath(fd, name, flag, mode)
		if err == nil {
			file = newFile(n, r.Name()+"/"+name, false)
			file.append = flag&O_APPEND != 0
		}
		return err
	})
	return file, err
}

// Open opens a file for reading.
func (r *Root) Open(name string) (*File, error) { return r.OpenFile(name, O_RDONLY, 0) }

// Create makes a file, or empties it, for reading and writing.
func (r *Root) Create(name string) (*File, error) {
	return r.OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666)
}

// OpenRoot opens a directory below r as a Root.
func (r *Root) OpenRoot(name string) (*Root, error) {
	f, err := r.OpenFile(name, O_RDONLY|syscall.O_DIRECTORY, 0)
	if err != nil {
		return nil, err
	}
	return &Root{f}, nil
}

// ReadFile reads a whole file.
func (r *Root) ReadFile(name string) ([]byte, error) {
	f, err := r.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return fs.ReadFile(oneFile{f}, ".")
}

// oneFile is an FS of one open file.
type oneFile struct{ f *File }

func (o oneFile) Open(string) (fs.File, error) { return o.f, nil }

// WriteFile writes data to a file, which is made with perm or emptied.
func (r *Root) WriteFile(name string, data []byte, perm FileMode) error {
	f, err := r.OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

// Stat describes a file, Lstat a symbolic link itself.
func (r *Root) Stat(name string) (FileInfo, error) { return r.stat("statat", name, 0) }
func (r *Root) Lstat(name string) (FileInfo, error) {
	return r.stat("lstatat", name, syscall.O_NOFOLLOW)
}

func (r *Root) stat(op, name string, flag int) (FileInfo, error) {
	st := &fileStat{name: baseName(name)}
	err := r.do(op, name, func(fd int) error {
		n, err := openBeneath(fd, name, oPath|flag, 0)
		if err != nil {
			return err
		}
		defer syscall.Close(n)
		return syscall.Fstat(n, &st.sys)
	})
	if err != nil {
		return nil, err
	}
	return st, nil
}

// viaProc names an open file for calls that take paths.
func viaProc(fd int) string { return "/proc/self/fd/" + itoa(fd) }

// follow calls f with a path of the file, links followed.
func (r *Root) follow(op, name string, f func(path string) error) error {
	return r.do(op, name, func(fd int) error {
		n, err := openBeneath(fd, name, oPath, 0)
		if err != nil {
			return err
		}
		defer syscall.Close(n)
		return f(viaProc(n))
	})
}

// Chmod changes permissions.
func (r *Root) Chmod(name string, mode FileMode) error {
	return r.follow("chmodat", name, func(path string) error { return syscall.Chmod(path, sysMode(mode)) })
}

// Chown changes owner and group.
func (r *Root) Chown(name string, uid, gid int) error {
	return r.follow("chownat", name, func(path string) error { return syscall.Chown(path, uid, gid) })
}

// Lchown is Chown for a symbolic link itself.
func (r *Root) Lchown(name string, uid, gid int) error {
	return r.at("lchownat", name, func(dir int, base string) error {
		return syscall.Lchown(viaProc(dir)+"/"+base, uid, gid)
	})
}

// Chtimes sets the times of access and change; a zero Time leaves one as it is.
func (r *Root) Chtimes(name string, atime time.Time, mtime time.Time) error {
	return r.follow("chtimesat", name, func(path string) error { return cause(Chtimes(path, atime, mtime)) })
}

// Mkdir makes a directory.
func (r *Root) Mkdir(name string, perm FileMode) error {
	return r.at("mkdirat", name, func(dir int, base string) error { return syscall.Mkdirat(dir, base, sysMode(perm)) })
}

// MkdirAll makes a directory and those above it that are missing.
func (r *Root) MkdirAll(name string, perm FileMode) error {
	for i := 1; i <= len(name); i++ {
		if i < len(name) && name[i] != '/' {
			continue
		}
		err := r.Mkdir(name[:i], perm)
		if err == nil || errors.Is(err, ErrExist) && i < len(name) {
			continue
		}
		if info, e := r.Stat(name[:i]); e == nil && info.IsDir() {
			continue
		}
		return err
	}
	return nil
}

// Remove removes a file or an empty directory.
func (r *Root) Remove(name string) error {
	return r.at("removeat", name, func(dir int, base string) error {
		err := syscall.Unlinkat(dir, base, 0)
		if err == syscall.EISDIR || err == syscall.EPERM {
			if e := syscall.Unlinkat(dir, base, atRemovedir); e != syscall.ENOTDIR {
				err = e
			}
		}
		return err
	})
}

// RemoveAll removes a file or a directory with all it holds.
func (r *Root) RemoveAll(name string) error {
	err := r.at("RemoveAll", name, func(dir int, base string) error { return cause(RemoveAll(viaProc(dir) + "/" + base)) })
	if errors.Is(err, ErrNotExist) {
		return nil
	}
	return err
}

// Readlink returns what a symbolic link points to.
func (r *Root) Readlink(name string) (s string, err error) {
	err = r.at("readlinkat", name, func(dir int, base string) (e error) {
		s, e = Readlink(viaProc(dir) + "/" + base)
		return cause(e)
	})
	return s, err
}

// two calls f with paths of both names' directories.
func (r *Root) two(op, oldname, newname string, f func(old, new string) error) error {
	err := r.at(op, oldname, func(d1 int, b1 string) error {
		return r.at(op, newname, func(d2 int, b2 string) error {
			return f(viaProc(d1)+"/"+b1, viaProc(d2)+"/"+b2)
		})
	})
	if err == nil {
		return nil
	}
	for {
		pe, ok := err.(*PathError)
		if !ok {
			return &LinkError{op, oldname, newname, err}
		}
		err = pe.Err
	}
}

// Rename moves a file.
func (r *Root) Rename(oldname, newname string) error {
	return r.two("renameat", oldname, newname, syscall.Rename)
}

// Link makes newname another name of oldname.
func (r *Root) Link(oldname, newname string) error {
	return r.two("linkat", oldname, newname, syscall.Link)
}

// Symlink makes newname a symbolic link to oldname, which is not checked.
func (r *Root) Symlink(oldname, newname string) error {
	err := r.at("symlinkat", newname, func(dir int, base string) error {
		return syscall.Symlink(oldname, viaProc(dir)+"/"+base)
	})
	if err != nil {
		return &LinkError{"symlinkat", oldname, newname, cause(err)}
	}
	return nil
}

// FS returns the tree as an fs.FS. It also reads files and directories directly.
func (r *Root) FS() fs.FS { return (*rootFS)(r) }

type rootFS Root

func (f *rootFS) check(op, name string) error {
	if !fs.ValidPath(name) {
		return &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	return nil
}

func (f *rootFS) Open(name string) (fs.File, error) {
	if err := f.check("open", name); err != nil {
		return nil, err
	}
	file, err := (*Root)(f).Open(name)
	if err != nil {
		return nil, err
	}
	return file, nil
}

func (f *rootFS) ReadDir(name string) ([]DirEntry, error) {
	if err := f.check("readdir", name); err != nil {
		return nil, err
	}
	file, err := (*Root)(f).Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	list, err := file.ReadDir(-1)
	sortEntries(list)
	runtime.KeepAlive(file)
	return list, err
}

func (f *rootFS) ReadFile(name string) ([]byte, error) {
	if err := f.check("readfile", name); err != nil {
		return nil, err
	}
	return (*Root)(f).ReadFile(name)
}

func (f *rootFS) Stat(name string) (FileInfo, error) {
	if err := f.check("stat", name); err != nil {
		return nil, err
	}
	return (*Root)(f).Stat(name)
}

func (f *rootFS) Lstat(name string) (FileInfo, error) {
	if err := f.check("lstat", name); err != nil {
		return nil, err
	}
	return (*Root)(f).Lstat(name)
}

func (f *rootFS) ReadLink(name string) (string, error) {
	if err := f.check("readlink", name); err != nil {
		return "", err
	}
	return (*Root)(f).Readlink(name)
}
