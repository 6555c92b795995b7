package filepath

import (
	"errors"
	"os"
	"strings"
	"syscall"
)

// maxLinks is how many symbolic links EvalSymlinks follows before it suspects a cycle.
const maxLinks = 255

// EvalSymlinks returns the cleaned name of what path names, without symbolic links.
func EvalSymlinks(path string) (string, error) {
	done := "" // resolved so far; has no links
	rest := path
	if IsAbs(rest) {
		done = "/"
	}
	links := 0
	for {
		rest = strings.TrimLeft(rest, "/")
		if rest == "" {
			return clean(done), nil
		}
		var elem string
		end := strings.IndexByte(rest, '/')
		if end < 0 {
			end = len(rest)
		}
		elem, rest = rest[:end], rest[end:]
		switch elem {
		case ".":
			continue
		case "..":
			// What is resolved has no links, so its last element can be dropped, unless it is ".." itself.
			if b := Base(done); done == "" || b == ".." {
				done = appendElem(done, "..")
			} else if done != "/" {
				i := strings.LastIndexByte(done, '/')
				if i < 0 {
					done = ""
				} else {
					done = done[:max(i, 1)]
				}
			}
			continue
		}
		next := appendElem(done, elem)
		info, err := os.Lstat(next)
		if err != nil {
			return "", err
		}
		if info.Mode()&os.ModeSymlink == 0 {
			if !info.IsDir() && rest != "" {
				return "", syscall.ENOTDIR
			}
			done = next
			continue
		}
		if links++; links > maxLinks {
			return "", errors.New("EvalSymlinks: too many links")
		}
		target, err := os.Readlink(next)
		if err != nil {
			return "", err
		}
		if IsAbs(target) {
			done = "/"
		}
		rest = target + rest
	}
}

func appendElem(dir, elem string) string {
	if dir == "" || dir == "/" {
		return dir + elem
	}
	return dir + "/" + elem
}
