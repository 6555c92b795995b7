package os

import (
	"internal/rt"
	"io"
	"io/fs"
	"syscall"
)

const (
	PathSeparator     = '/' // between the elements of a path
	PathListSeparator = ':' // between the paths of a list such as $PATH
)

// IsPathSeparator reports whether c is PathSeparator.
func IsPathSeparator(c uint8) bool { return c == PathSeparator }

// Mkdir makes a directory.
func Mkdir(name string, perm FileMode) error {
	err := pathErr("mkdir", name, again(func() error { return syscall.Mkdir(name, sysMode(perm)) }))
	if err == nil && perm&ModeSticky != 0 { // mkdir may ignore the bit
		err = Chmod(name, perm)
	}
	return err
}

// MkdirAll makes a directory and those above it that are missing.
func MkdirAll(path string, perm FileMode) error {
	if info, err := Stat(path); err == nil {
		if info.IsDir() {
			return nil
		}
		return &PathError{Op: "mkdir", Path: path, Err: syscall.ENOTDIR}
	}
	i := len(path)
	for i > 0 && path[i-1] == '/' {
		i--
	}
	for i > 0 && path[i-1] != '/' {
		i--
	}
	if i > 1 {
		if err := MkdirAll(path[:i-1], perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if err != nil {
		if info, e := Lstat(path); e == nil && info.IsDir() {
			return nil
		}
	}
	return err
}

// Remove removes a file or an empty directory.
func Remove(name string) error {
	e := again(func() error { return syscall.Unlink(name) })
	if e == nil {
		return nil
	}
	e1 := again(func() error { return syscall.Rmdir(name) })
	if e1 == nil {
		return nil
	}
	if e1 != syscall.ENOTDIR { // it is a directory, so that is the better error
		e = e1
	}
	return &PathError{Op: "remove", Path: name, Err: e}
}

// RemoveAll removes a file or a directory with all it holds. It is no error if path does not exist.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if n := len(path); path == "." || n >= 2 && path[n-2:] == "/." {
		return &PathError{Op: "RemoveAll", Path: path, Err: syscall.EINVAL}
	}
	err := Remove(path)
	if err == nil || IsNotExist(err) {
		return nil
	}
	info, serr := Lstat(path)
	if serr != nil {
		if IsNotExist(serr) {
			return nil
		}
		return serr
	}
	if !info.IsDir() {
		return err
	}
	var first error
	for {
		f, oerr := Open(path)
		if oerr != nil {
			if IsNotExist(oerr) {
				return nil
			}
			return oerr
		}
		names, rerr := f.Readdirnames(1024)
		f.Close()
		failed := 0
		for _, name := range names {
			if e := RemoveAll(path + "/" + name); e != nil {
				failed++
				if first == nil {
					first = e
				}
			}
		}
		if len(names) < 1024 || failed == len(names) || rerr != nil && rerr != io.EOF {
			break
		}
	}
	err = Remove(path)
	if err == nil || IsNotExist(err) {
		return nil
	}
	if first != nil {
		return first
	}
	return err
}

func linkErr(op, from, to string, err error) error {
	if err == nil {
		return nil
	}
	return &LinkError{op, from, to, err}
}

// Rename moves a file.
func Rename(oldpath, newpath string) error {
	// A directory in the way gives a clearer error than the kernel's.
	if info, err := Lstat(newpath); err == nil && info.IsDir() {
		if old, err := Lstat(oldpath); err != nil {
			return &LinkError{"rename", oldpath, newpath, cause(err)}
		} else if newpath == oldpath || !old.IsDir() {
			return &LinkError{"rename", oldpath, newpath, syscall.EEXIST}
		}
	}
	return linkErr("rename", oldpath, newpath, again(func() error { return syscall.Rename(oldpath, newpath) }))
}

// Link makes newname another name of oldname.
func Link(oldname, newname string) error {
	return linkErr("link", oldname, newname, again(func() error { return syscall.Link(oldname, newname) }))
}

// Symlink makes newname a symbolic link to oldname.
func Symlink(oldname, newname string) error {
	return linkErr("symlink", oldname, newname, again(func() error { return syscall.Symlink(oldname, newname) }))
}

// Readlink returns what a symbolic link points to.
func Readlink(name string) (string, error) {
	for size := 128; ; size *= 2 {
		b := make([]byte, size)
		n := 0
		err := again(func() (e error) {
			n, e = syscall.Readlink(name, b)
			return e
		})
		if err != nil {
			return "", &PathError{Op: "readlink", Path: name, Err: err}
		}
		if n < size {
			return string(b[:n]), nil
		}
	}
}

// Truncate sets the length of a file.
func Truncate(name string, size int64) error {
	return pathErr("truncate", name, again(func() error { return syscall.Truncate(name, size) }))
}

// Chdir changes the working directory.
func Chdir(dir string) error {
	return pathErr("chdir", dir, again(func() error { return syscall.Chdir(dir) }))
}

// Getwd returns the working directory; $PWD if that is another name of it.
func Getwd() (dir string, err error) {
	if pwd := Getenv("PWD"); len(pwd) > 0 && pwd[0] == '/' {
		if a, err := Stat("."); err == nil {
			if b, err := Stat(pwd); err == nil && SameFile(a, b) {
				return pwd, nil
			}
		}
	}
	dir, err = syscall.Getwd()
	return dir, NewSyscallError("getwd", err)
}

// TempDir is the directory for temporary files: $TMPDIR or /tmp.
func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

// tempParts splits a pattern at its last *, where a random text goes.
func tempParts(op, dir, pattern string) (prefix, suffix string, err error) {
	star := -1
	for i := 0; i < len(pattern); i++ {
		switch pattern[i] {
		case '/':
			return "", "", &PathError{Op: op, Path: pattern, Err: errPatternHasSeparator}
		case '*':
			star = i
		}
	}
	prefix = pattern
	if star >= 0 {
		prefix, suffix = pattern[:star], pattern[star+1:]
	}
	if dir == "" {
		dir = TempDir()
	}
	if dir[len(dir)-1] != '/' {
		dir += "/"
	}
	return dir + prefix, suffix, nil
}

func randomName() string {
	u := rt.Rand64() % 1e10
	var a [10]byte
	i := len(a)
	for {
		i--
		a[i] = byte(u%10) + '0'
		if u /= 10; u == 0 {
			return string(a[i:])
		}
	}
}

// CreateTemp makes a new file in dir ("": TempDir()) whose name is pattern with a random text for the last *, or at the end.
func CreateTemp(dir, pattern string) (*File, error) {
	prefix, suffix, err := tempParts("createtemp", dir, pattern)
	if err != nil {
		return nil, err
	}
	for try := 0; ; try++ {
		f, err := OpenFile(prefix+randomName()+suffix, O_RDWR|O_CREATE|O_EXCL, 0600)
		if IsExist(err) {
			if try < 10000 {
				continue
			}
			return nil, &PathError{Op: "createtemp", Path: prefix + "*" + suffix, Err: ErrExist}
		}
		return f, err
	}
}

// MkdirTemp makes a new directory, named as by CreateTemp.
func MkdirTemp(dir, pattern string) (string, error) {
	prefix, suffix, err := tempParts("mkdirtemp", dir, pattern)
	if err != nil {
		return "", err
	}
	for try := 0; ; try++ {
		name := prefix + randomName() + suffix
		err := Mkdir(name, 0700)
		if err == nil {
			return name, nil
		}
		if IsExist(err) {
			if try < 10000 {
				continue
			}
			return "", &PathError{Op: "mkdirtemp", Path: prefix + "*" + suffix, Err: ErrExist}
		}
		return "", err
	}
}

func homeDir(env, under, what string) (string, error) {
	if dir := Getenv(env); dir != "" {
		if dir[0] != '/' {
			return "", &plainErr{"path in $" + env + " is relative"}
		}
		return dir, nil
	}
	if dir := Getenv("HOME"); dir != "" {
		return dir + under, nil
	}
	return "", &plainErr{"neither $" + env + " nor $HOME are defined"}
}

// UserCacheDir is $XDG_CACHE_HOME or $HOME/.cache.
func UserCacheDir() (string, error) { return homeDir("XDG_CACHE_HOME", "/.cache", "") }

// UserConfigDir is $XDG_CONFIG_HOME or $HOME/.config.
func UserConfigDir() (string, error) { return homeDir("XDG_CONFIG_HOME", "/.config", "") }

// UserHomeDir is $HOME.
func UserHomeDir() (string, error) {
	if dir := Getenv("HOME"); dir != "" {
		return dir, nil
	}
	return "", &plainErr{"$HOME is not defined"}
}

// CopyFS copies all files of fsys to dir, which is made if need be. Files that exist are errors.
func CopyFS(dir string, fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := dir + "/" + path
		if path == "." {
			to = dir
		}
		switch d.Type() {
		case ModeDir:
			return MkdirAll(to, 0777)
		case ModeSymlink:
			target, err := fs.ReadLink(fsys, path)
			if err != nil {
				return err
			}
			return Symlink(target, to)
		case 0:
		default:
			return &PathError{Op: "CopyFS", Path: path, Err: ErrInvalid}
		}
		r, err := fsys.Open(path)
		if err != nil {
			return err
		}
		defer r.Close()
		info, err := r.Stat()
		if err != nil {
			return err
		}
		w, err := OpenFile(to, O_CREATE|O_EXCL|O_WRONLY, 0666|info.Mode()&0777)
		if err != nil {
			return err
		}
		if _, err := io.Copy(w, r); err != nil {
			w.Close()
			return &PathError{Op: "Copy", Path: to, Err: err}
		}
		return w.Close()
	})
}
