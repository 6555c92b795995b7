package filepath

import (
	"io/fs"
	"os"
)

// WalkFunc is called for each file of Walk. err tells why info is missing, or why the directory could not be read.
type WalkFunc func(path string, info fs.FileInfo, err error) error

func walkDir(path string, d fs.DirEntry, fn fs.WalkDirFunc) error {
	if err := fn(path, d, nil); err != nil || !d.IsDir() {
		if err == SkipDir && d.IsDir() {
			err = nil
		}
		return err
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		// The second report of the directory; what could be read of it follows all the same.
		if err := fn(path, d, err); err != nil {
			if err == SkipDir {
				err = nil
			}
			return err
		}
	}
	for _, e := range entries {
		if err := walkDir(Join(path, e.Name()), e, fn); err != nil {
			if err == SkipDir { // from a file: leave out the rest of its directory
				break
			}
			return err
		}
	}
	return nil
}

// WalkDir calls fn for the file or directory root and all that is below it, in the order of names. It does not follow symbolic links.
func WalkDir(root string, fn fs.WalkDirFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walkDir(root, fs.FileInfoToDirEntry(info), fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

// Walk is WalkDir with a FileInfo for each file, which costs a system call per file.
func Walk(root string, fn WalkFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walkInfo(root, info, fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walkInfo(path string, info fs.FileInfo, fn WalkFunc) error {
	if !info.IsDir() {
		return fn(path, info, nil)
	}
	names, err := readNames(path)
	if err1 := fn(path, info, err); err != nil || err1 != nil {
		// A directory that can not be read is only reported; the callback decides whether the walk goes on.
		return err1
	}
	for _, name := range names {
		child := Join(path, name)
		info, err := os.Lstat(child)
		if err != nil {
			if err := fn(child, info, err); err != nil && err != SkipDir {
				return err
			}
			continue
		}
		if err := walkInfo(child, info, fn); err != nil && !(info.IsDir() && err == SkipDir) {
			return err
		}
	}
	return nil
}
