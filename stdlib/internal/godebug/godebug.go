// Package godebug reads settings of the environment variable GODEBUG for packages of a Go tree.
package godebug

import (
	"os"
	"strings"
	"sync"
)

// Setting is one setting.
type Setting struct {
	name  string
	once  sync.Once
	value string
}

// New names a setting. A leading # marks one that is not documented.
func New(name string) *Setting { return &Setting{name: name} }

// Name returns the name without the mark.
func (s *Setting) Name() string { return strings.TrimPrefix(s.name, "#") }

// Undocumented reports whether the name has the mark.
func (s *Setting) Undocumented() bool { return strings.HasPrefix(s.name, "#") }

// String shows the setting as it stands in GODEBUG.
func (s *Setting) String() string { return s.Name() + "=" + s.Value() }

// IncNonDefault would count uses of behaviour that is not the default; nobody reads the count.
func (s *Setting) IncNonDefault() {}

// Value is the value at the first call, or "". The last one of several counts.
func (s *Setting) Value() string {
	s.once.Do(func() {
		for pair := range strings.SplitSeq(os.Getenv("GODEBUG"), ",") {
			if name, v, ok := strings.Cut(pair, "="); ok && name == s.Name() {
				s.value, _, _ = strings.Cut(v, "#")
			}
		}
	})
	return s.value
}
