// Package embed gives access to files that the compiler put into the program.
//
// A directive //go:embed PATTERN... above a package variable of type string, []byte or FS names the files.
package embed

import (
	"errors"
	"io"
	"io/fs"
	"time"
)

// An FS is a read-only tree of files. The zero FS is empty.
type FS struct {
	// Sorted by name; directories end in '/'. Filled by the compiler.
	files *[]file
}

type file struct {
	name string
	data string
}

var (
	_ fs.ReadDirFS  = FS{}
	_ fs.ReadFileFS = FS{}
)

func (f *file) base() string {
	s := f.name
	if f.IsDir() {
		s = s[:len(s)-1]
	}
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == '/' {
			return s[i+1:]
		}
	}
	return s
}

func (f *file) Name() string               { return f.base() }
func (f *file) Size() int64                { return int64(len(f.data)) }
func (f *file) ModTime() time.Time         { return time.Time{} }
func (f *file) IsDir() bool                { return len(f.name) > 0 && f.name[len(f.name)-1] == '/' }
func (f *file) Sys() any                   { return nil }
func (f *file) Type() fs.FileMode          { return f.Mode().Type() }
func (f *file) Info() (fs.FileInfo, error) { return f, nil }
func (f *file) String() string             { return fs.FormatFileInfo(f) }

func (f *file) Mode() fs.FileMode {
	if f.IsDir() {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

var root = file{name: "./"}

func (f FS) all() []file {
	if f.files == nil {
		return nil
	}
	return *f.files
}

func (f FS) find(name string) *file {
	if name == "." {
		return &root
	}
	if !fs.ValidPath(name) {
		return nil
	}
	v := f.all()
	for i := range v {
		n := v[i].name
		if n == name || (len(n) == len(name)+1 && n[len(name)] == '/' && n[:len(name)] == name) {
			return &v[i]
		}
	}
	return nil
}

// entries lists what stands directly in the directory.
func (f FS) entries(dir *file) []*file {
	prefix := dir.name
	if dir == &root {
		prefix = ""
	}
	var out []*file
	v := f.all()
	for i := range v {
		n := v[i].name
		if len(n) <= len(prefix) || n[:len(prefix)] != prefix {
			continue
		}
		rest := n[len(prefix):]
		direct := true
		for k := 0; k < len(rest)-1; k++ {
			if rest[k] == '/' {
				direct = false
			}
		}
		if direct {
			out = append(out, &v[i])
		}
	}
	return out
}

// Open opens the named file or directory.
func (f FS) Open(name string) (fs.File, error) {
	e := f.find(name)
	if e == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if e.IsDir() {
		return &openDir{e, f.entries(e), 0}, nil
	}
	return &openFile{e, 0}, nil
}

// ReadDir lists a directory by name.
func (f FS) ReadDir(name string) ([]fs.DirEntry, error) {
	e := f.find(name)
	if e == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if !e.IsDir() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("not a directory")}
	}
	v := f.entries(e)
	out := make([]fs.DirEntry, len(v))
	for i, x := range v {
		out[i] = x
	}
	return out, nil
}

// ReadFile returns a copy of the file's bytes.
func (f FS) ReadFile(name string) ([]byte, error) {
	e := f.find(name)
	if e == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if e.IsDir() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("is a directory")}
	}
	return []byte(e.data), nil
}

type openFile struct {
	f   *file
	off int64
}

func (o *openFile) Close() error               { return nil }
func (o *openFile) Stat() (fs.FileInfo, error) { return o.f, nil }

func (o *openFile) Read(b []byte) (int, error) {
	if o.off >= int64(len(o.f.data)) {
		return 0, io.EOF
	}
	n := copy(b, o.f.data[o.off:])
	o.off += int64(n)
	return n, nil
}

func (o *openFile) Seek(off int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		off += o.off
	case io.SeekEnd:
		off += int64(len(o.f.data))
	}
	if off < 0 || off > int64(len(o.f.data)) {
		return 0, &fs.PathError{Op: "seek", Path: o.f.name, Err: fs.ErrInvalid}
	}
	o.off = off
	return off, nil
}

func (o *openFile) ReadAt(b []byte, off int64) (int, error) {
	if off < 0 || off > int64(len(o.f.data)) {
		return 0, &fs.PathError{Op: "read", Path: o.f.name, Err: fs.ErrInvalid}
	}
	n := copy(b, o.f.data[off:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

type openDir struct {
	f   *file
	v   []*file
	off int
}

func (d *openDir) Close() error               { return nil }
func (d *openDir) Stat() (fs.FileInfo, error) { return d.f, nil }

func (d *openDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.f.name, Err: errors.New("is a directory")}
}

func (d *openDir) ReadDir(n int) ([]fs.DirEntry, error) {
	left := len(d.v) - d.off
	if left == 0 && n > 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > left {
		n = left
	}
	out := make([]fs.DirEntry, n)
	for i := range out {
		out[i] = d.v[d.off+i]
	}
	d.off += n
	return out, nil
}
