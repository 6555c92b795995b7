// Package path works on paths whose elements are separated by slashes, such as those of URLs. For files of the system see
// path/filepath.
package path

import "internal/bytealg"

// Clean returns the shortest path that is the same as path: without double slashes, . elements and elements cancelled by .., and
// without a slash at the end unless it is the root. The empty path becomes ".".
func Clean(path string) string {
	if path == "" {
		return "."
	}
	rooted := path[0] == '/'
	n := len(path)
	out := make([]byte, 0, n) // compared with path at the end, so that clean paths cost no copy
	start := 0                // no element before it can be cancelled
	r := 0
	if rooted {
		out = append(out, '/')
		r, start = 1, 1
	}
	for r < n {
		end := r
		for end < n && path[end] != '/' {
			end++
		}
		switch elem := path[r:end]; elem {
		case "", ".":
		case "..":
			switch {
			case len(out) > start:
				w := len(out) - 1
				for w > start && out[w] != '/' {
					w--
				}
				out = out[:w]
			case !rooted:
				if len(out) > 0 {
					out = append(out, '/')
				}
				out = append(out, ".."...)
				start = len(out)
			}
		default:
			if rooted && len(out) != 1 || !rooted && len(out) != 0 {
				out = append(out, '/')
			}
			out = append(out, elem...)
		}
		r = end + 1
	}
	if len(out) == 0 {
		return "."
	}
	if string(out) == path {
		return path
	}
	return string(out)
}

// Split cuts path after its last slash.
func Split(path string) (dir, file string) {
	i := bytealg.LastIndexByteString(path, '/')
	return path[:i+1], path[i+1:]
}

// Join joins elements with slashes, leaving out empty ones, and cleans the result. Without elements it is "".
func Join(elem ...string) string {
	size := 0
	for _, e := range elem {
		size += len(e)
	}
	if size == 0 {
		return ""
	}
	buf := make([]byte, 0, size+len(elem)-1)
	for _, e := range elem {
		if len(buf) > 0 || e != "" {
			if len(buf) > 0 {
				buf = append(buf, '/')
			}
			buf = append(buf, e...)
		}
	}
	return Clean(string(buf))
}

// Ext is the suffix of the last element from its last dot on, "" if it has none.
func Ext(path string) string {
	for i := len(path) - 1; i >= 0 && path[i] != '/'; i-- {
		if path[i] == '.' {
			return path[i:]
		}
	}
	return ""
}

// Base is the last element; "." for the empty path, "/" for slashes alone.
func Base(path string) string {
	if path == "" {
		return "."
	}
	for len(path) > 0 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	if path == "" {
		return "/"
	}
	return path[bytealg.LastIndexByteString(path, '/')+1:]
}

// IsAbs reports whether path begins with a slash.
func IsAbs(path string) bool { return len(path) > 0 && path[0] == '/' }

// Dir is all but the last element, cleaned.
func Dir(path string) string {
	dir, _ := Split(path)
	return Clean(dir)
}
