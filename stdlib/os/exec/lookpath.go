package exec

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// ErrNotFound says that a program was not found.
var ErrNotFound = errors.New("executable file not found in $PATH")

// ErrDot says that a program was found only through the working directory, which is not trusted.
var ErrDot = errors.New("cannot run executable found relative to current directory")

// An Error is a failure to find a program.
type Error struct {
	Name string
	Err  error
}

func (e *Error) Error() string { return "exec: " + quote(e.Name) + ": " + e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

func findExecutable(file string) error {
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	m := info.Mode()
	if m.IsDir() {
		return errIsDir
	}
	if m&0111 == 0 {
		return fs.ErrPermission
	}
	return nil
}

// LookPath finds a program in the directories of $PATH. A name with a slash is taken as it is.
func LookPath(file string) (string, error) {
	if strings.Contains(file, "/") {
		if err := findExecutable(file); err != nil {
			return "", &Error{file, err}
		}
		return file, nil
	}
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		if dir == "" {
			dir = "."
		}
		path := filepath.Join(dir, file)
		if err := findExecutable(path); err == nil {
			if !filepath.IsAbs(path) {
				return path, &Error{file, ErrDot}
			}
			return path, nil
		}
	}
	return "", &Error{file, ErrNotFound}
}
