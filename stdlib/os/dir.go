package os

import (
	"internal/bytealg"
	"io"
	"io/fs"
	"slices"
	"syscall"
	"unsafe"
)

// dirState is how far a directory was read.
type dirState struct {
	buf      []byte
	pos, end int
}

// next returns the next entry, io.EOF at the end. The name is a copy.
func (f *File) nextEntry() (name string, typ byte, err error) {
	if f.dir == nil {
		f.dir = &dirState{buf: make([]byte, 8192)}
	}
	d := f.dir
	for {
		if d.pos >= d.end {
			n := 0
			err := f.fd.Call(func(fd int) (e error) {
				n, e = syscall.ReadDirent(fd, d.buf)
				return e
			})
			if err != nil {
				return "", 0, &PathError{Op: "readdirent", Path: f.name, Err: err}
			}
			if n <= 0 {
				return "", 0, io.EOF
			}
			d.pos, d.end = 0, n
		}
		// struct linux_dirent64: ino 8, off 8, reclen 2, type 1, name.
		rec := d.buf[d.pos:d.end]
		size := int(rec[16]) | int(rec[17])<<8
		d.pos += size
		raw := rec[19:size]
		for i, c := range raw {
			if c == 0 {
				raw = raw[:i]
				break
			}
		}
		ino := *(*uint64)(unsafe.Pointer(&rec[0]))
		if ino == 0 || string(raw) == "." || string(raw) == ".." {
			continue
		}
		return string(raw), rec[18], nil
	}
}

type dirEntry struct {
	dir  string
	name string
	typ  FileMode
}

func (e *dirEntry) Name() string            { return e.name }
func (e *dirEntry) IsDir() bool             { return e.typ.IsDir() }
func (e *dirEntry) Type() FileMode          { return e.typ }
func (e *dirEntry) Info() (FileInfo, error) { return Lstat(e.dir + "/" + e.name) }
func (e *dirEntry) String() string          { return fs.FormatDirEntry(e) }

// entryMode translates the type of a directory entry; ok is false when the file system does not tell.
func entryMode(typ byte) (m FileMode, ok bool) {
	switch typ {
	case syscall.DT_BLK:
		return ModeDevice, true
	case syscall.DT_CHR:
		return ModeDevice | ModeCharDevice, true
	case syscall.DT_DIR:
		return ModeDir, true
	case syscall.DT_FIFO:
		return ModeNamedPipe, true
	case syscall.DT_LNK:
		return ModeSymlink, true
	case syscall.DT_REG:
		return 0, true
	case syscall.DT_SOCK:
		return ModeSocket, true
	}
	return 0, false
}

// each calls fn for up to n entries, all for n <= 0, and returns the error that ReadDir and its kin return.
func (f *File) each(n int, fn func(name string, typ byte) error) error {
	if f == nil {
		return ErrInvalid
	}
	count := 0
	for n <= 0 || count < n {
		name, typ, err := f.nextEntry()
		if err == io.EOF {
			if n > 0 && count == 0 {
				return io.EOF
			}
			return nil
		}
		if err != nil {
			return err
		}
		if err := fn(name, typ); err != nil {
			if IsNotExist(err) { // removed meanwhile
				continue
			}
			return err
		}
		count++
	}
	return nil
}

// ReadDir returns up to n more entries, all for n <= 0; with n > 0 the end is io.EOF.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	list := []DirEntry{}
	err := f.each(n, func(name string, typ byte) error {
		m, ok := entryMode(typ)
		if !ok {
			info, err := Lstat(f.name + "/" + name)
			if err != nil {
				return err
			}
			m = info.Mode().Type()
		}
		list = append(list, &dirEntry{f.name, name, m})
		return nil
	})
	return list, err
}

// Readdir is ReadDir with a FileInfo of each file.
func (f *File) Readdir(n int) ([]FileInfo, error) {
	list := []FileInfo{}
	err := f.each(n, func(name string, typ byte) error {
		info, err := Lstat(f.name + "/" + name)
		if err == nil {
			list = append(list, info)
		}
		return err
	})
	return list, err
}

// Readdirnames is ReadDir with names only.
func (f *File) Readdirnames(n int) (names []string, err error) {
	names = []string{}
	err = f.each(n, func(name string, typ byte) error {
		names = append(names, name)
		return nil
	})
	return names, err
}

// ReadDir lists a directory, sorted by name.
func ReadDir(name string) ([]DirEntry, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	list, err := f.ReadDir(-1)
	sortEntries(list)
	return list, err
}

func sortEntries(list []DirEntry) {
	slices.SortFunc(list, func(a, b DirEntry) int { return bytealg.CompareString(a.Name(), b.Name()) })
}

// dirFS is the FS of a directory.
type dirFS string

// DirFS returns the tree at dir as an fs.FS. It also reads files and directories directly.
func DirFS(dir string) fs.FS { return dirFS(dir) }

func (d dirFS) join(op, name string) (string, error) {
	if d == "" {
		return "", &PathError{Op: op, Path: name, Err: &plainErr{"os: DirFS with empty root"}}
	}
	for i := 0; i < len(name); i++ {
		if name[i] == 0 {
			return "", &PathError{Op: op, Path: name, Err: ErrInvalid}
		}
	}
	if !fs.ValidPath(name) {
		return "", &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	return string(d) + "/" + name, nil
}

// shorten puts the name within the tree into an error.
func shorten(err error, name string) error {
	if e, ok := err.(*PathError); ok {
		e.Path = name
	}
	return err
}

func (d dirFS) Open(name string) (fs.File, error) {
	full, err := d.join("open", name)
	if err != nil {
		return nil, err
	}
	f, err := Open(full)
	if err != nil {
		return nil, shorten(err, name)
	}
	return f, nil
}

func (d dirFS) ReadFile(name string) ([]byte, error) {
	full, err := d.join("readfile", name)
	if err != nil {
		return nil, err
	}
	b, err := ReadFile(full)
	return b, shorten(err, name)
}

func (d dirFS) ReadDir(name string) ([]DirEntry, error) {
	full, err := d.join("readdir", name)
	if err != nil {
		return nil, err
	}
	list, err := ReadDir(full)
	return list, shorten(err, name)
}

func (d dirFS) Stat(name string) (fs.FileInfo, error) {
	full, err := d.join("stat", name)
	if err != nil {
		return nil, err
	}
	info, err := Stat(full)
	return info, shorten(err, name)
}

func (d dirFS) Lstat(name string) (fs.FileInfo, error) {
	full, err := d.join("lstat", name)
	if err != nil {
		return nil, err
	}
	info, err := Lstat(full)
	return info, shorten(err, name)
}

func (d dirFS) ReadLink(name string) (string, error) {
	full, err := d.join("readlink", name)
	if err != nil {
		return "", err
	}
	s, err := Readlink(full)
	return s, shorten(err, name)
}
