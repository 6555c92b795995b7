// Package filepath manipulates the names of files as the operating system writes them.
//
// Names on Linux are slash-separated like those of package path, so most of the work is done there; this package adds what looks at the
// file system.
package filepath

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"
)

// The separator in names and the one in lists of names.
const (
	Separator     = os.PathSeparator
	ListSeparator = os.PathListSeparator
)

// ErrBadPattern says that a pattern of Match or Glob is malformed.
var ErrBadPattern = path.ErrBadPattern

// Results of callbacks of Walk and WalkDir: leave out the directory (or the rest of the file's directory), or stop altogether.
var (
	SkipDir error = fs.SkipDir
	SkipAll error = fs.SkipAll
)

// Clean returns the shortest name equivalent to path, by its text only.
func Clean(path string) string { return clean(path) }

func clean(name string) string { return path.Clean(name) }

// IsAbs reports whether path starts at the root.
func IsAbs(path string) bool { return strings.HasPrefix(path, "/") }

// IsLocal reports whether path, by its text, names something in the directory it is evaluated in: not empty, not absolute, and never above
// that directory.
func IsLocal(path string) bool {
	if path == "" || IsAbs(path) {
		return false
	}
	c := clean(path)
	return c != ".." && !strings.HasPrefix(c, "../")
}

var errInvalidPath = errors.New("invalid path")

// Localize turns a slash-separated name that satisfies fs.ValidPath into the system's form.
func Localize(path string) (string, error) {
	if !fs.ValidPath(path) || strings.IndexByte(path, 0) >= 0 {
		return "", errInvalidPath
	}
	return path, nil
}

// ToSlash and FromSlash replace separators by slashes and back.
func ToSlash(path string) string   { return path }
func FromSlash(path string) string { return path }

// VolumeName is empty on this system.
func VolumeName(path string) string { return "" }

// SplitList splits a list of names such as $PATH.
func SplitList(path string) []string {
	if path == "" {
		return []string{}
	}
	return strings.Split(path, string(ListSeparator))
}

// Split splits path after its last separator.
func Split(path string) (dir, file string) {
	i := strings.LastIndexByte(path, Separator) + 1
	return path[:i], path[i:]
}

// Join joins elements with separators and cleans the result. Empty elements are ignored.
func Join(elem ...string) string { return path.Join(elem...) }

// Ext returns the end of the last element from its last dot on.
func Ext(path string) string { return ext(path) }

func ext(name string) string { return path.Ext(name) }

// Base returns the last element of path: "." when path is empty, "/" when there are only separators.
func Base(path string) string { return base(path) }

func base(name string) string { return path.Base(name) }

// Dir returns all but the last element of path, cleaned.
func Dir(path string) string { return dir(path) }

func dir(name string) string { return path.Dir(name) }

// Abs makes path absolute by means of the working directory.
func Abs(path string) (string, error) {
	if IsAbs(path) {
		return clean(path), nil
	}
	wd, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return Join(wd, path), nil
}

// Rel returns a name that, joined to basepath, names targpath. It fails when that would need the working directory.
func Rel(basepath, targpath string) (string, error) {
	from, to := clean(basepath), clean(targpath)
	if from == to {
		return ".", nil
	}
	if from == "." {
		from = ""
	}
	if IsAbs(from) != IsAbs(to) {
		return "", errors.New("Rel: can't make " + targpath + " relative to " + basepath)
	}
	// Drop the common elements.
	f, t := strings.Split(strings.TrimPrefix(from, "/"), "/"), strings.Split(strings.TrimPrefix(to, "/"), "/")
	if f[0] == "" {
		f = nil
	}
	if t[0] == "" || to == "." {
		t = nil
	}
	for len(f) > 0 && len(t) > 0 && f[0] == t[0] {
		f, t = f[1:], t[1:]
	}
	for _, e := range f {
		if e == ".." {
			return "", errors.New("Rel: can't make " + targpath + " relative to " + basepath)
		}
	}
	up := make([]string, 0, len(f)+len(t))
	for range f {
		up = append(up, "..")
	}
	if len(up)+len(t) == 0 {
		return ".", nil
	}
	return strings.Join(append(up, t...), "/"), nil
}

// HasPrefix is strings.HasPrefix: it does not know elements.
//
// Deprecated: it rarely does what is wanted.
func HasPrefix(p, prefix string) bool { return strings.HasPrefix(p, prefix) }
