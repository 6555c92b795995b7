package filepath

import (
	"os"
	"path"
	"slices"
	"strings"
)

// Match reports whether name matches a shell pattern: * (any text without separator), ? (one character), [set], [^set], \c.
func Match(pattern, name string) (matched bool, err error) { return path.Match(pattern, name) }

// Glob lists the files that match pattern, nil if there are none. Errors of the file system are ignored.
func Glob(pattern string) (matches []string, err error) {
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, err
	}
	return glob(pattern, 0)
}

// maxGlobDepth is far above what names can have.
const maxGlobDepth = 10000

func glob(pattern string, depth int) (matches []string, err error) {
	if depth > maxGlobDepth {
		return nil, ErrBadPattern
	}
	if !strings.ContainsAny(pattern, `*?[\`) {
		if _, err := os.Lstat(pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, file := Split(pattern)
	switch dir {
	case "":
		dir = "."
	case "/":
	default:
		dir = dir[:len(dir)-1]
	}
	if !strings.ContainsAny(dir, `*?[\`) {
		return globDir(dir, file, nil)
	}
	if dir == pattern {
		return nil, ErrBadPattern
	}
	dirs, err := glob(dir, depth+1)
	if err != nil {
		return nil, err
	}
	for _, d := range dirs {
		if matches, err = globDir(d, file, matches); err != nil {
			return matches, err
		}
	}
	return matches, nil
}

// globDir appends the entries of dir that match pattern, which has no separators.
func globDir(dir, pattern string, matches []string) ([]string, error) {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return matches, nil
	}
	names, _ := readNames(dir)
	for _, name := range names {
		ok, err := path.Match(pattern, name)
		if err != nil {
			return matches, err
		}
		if ok {
			matches = append(matches, Join(dir, name))
		}
	}
	return matches, nil
}

// readNames lists a directory in order.
func readNames(dir string) ([]string, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	names, err := f.Readdirnames(-1)
	f.Close()
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	return names, nil
}
