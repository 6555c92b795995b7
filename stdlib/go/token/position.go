package token

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"sync"
)

// Position is a place in a source. It is valid if Line > 0.
type Position struct {
	Filename string
	Offset   int // from 0
	Line     int // from 1
	Column   int // bytes, from 1
}

// IsValid reports whether Line > 0.
func (pos *Position) IsValid() bool { return pos.Line > 0 }

// String is file:line:column, without what is not known.
func (pos Position) String() string {
	s := pos.Filename
	if pos.IsValid() {
		if s != "" {
			s += ":"
		}
		s += strconv.Itoa(pos.Line)
		if pos.Column != 0 {
			s += ":" + strconv.Itoa(pos.Column)
		}
	}
	if s == "" {
		s = "-"
	}
	return s
}

// Pos is a Position in short: the offset in a file, plus the base of the file in its FileSet.
type Pos int

// NoPos is no position.
const NoPos Pos = 0

// IsValid reports whether p != NoPos.
func (p Pos) IsValid() bool { return p != NoPos }

// File is a source of a FileSet.
type File struct {
	name string
	base int
	size int

	mu    sync.Mutex
	lines []int // offsets
	infos []info
}

// info says that from an offset on another file and line are meant (//line).
type info struct {
	Offset       int
	Filename     string
	Line, Column int
}

// Name is the name given to AddFile.
func (f *File) Name() string { return f.name }

// Base is the Pos of offset 0.
func (f *File) Base() int { return f.base }

// Size is the size given to AddFile.
func (f *File) Size() int { return f.size }

// End is the Pos behind the last byte.
func (f *File) End() Pos { return Pos(f.base + f.size) }

func (f *File) String() string {
	return fmt.Sprintf("%s(%d-%d)", f.Name(), f.Base(), f.End())
}

// LineCount counts the lines known.
func (f *File) LineCount() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.lines)
}

// AddLine says that a line begins at offset, which is larger than those before.
func (f *File) AddLine(offset int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if n := len(f.lines); (n == 0 || f.lines[n-1] < offset) && offset < f.size {
		f.lines = append(f.lines, offset)
	}
}

// MergeLine joins a line and the next one.
func (f *File) MergeLine(line int) {
	if line < 1 {
		panic(fmt.Sprintf("invalid line number %d (should be >= 1)", line))
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if line >= len(f.lines) {
		panic(fmt.Sprintf("invalid line number %d (should be < %d)", line, len(f.lines)))
	}
	f.lines = slices.Delete(f.lines, line, line+1)
}

// Lines returns the offsets at which lines begin; it belongs to f.
func (f *File) Lines() []int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.lines
}

// SetLines sets the offsets at which lines begin. It reports whether they grow and lie in the file.
func (f *File) SetLines(lines []int) bool {
	for i, off := range lines {
		if i > 0 && off <= lines[i-1] || f.size <= off {
			return false
		}
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.lines = lines
	return true
}

// SetLinesForContent finds the lines.
func (f *File) SetLinesForContent(content []byte) {
	var lines []int
	line := 0
	for off, b := range content {
		if line >= 0 {
			lines = append(lines, line)
		}
		line = -1
		if b == '\n' {
			line = off + 1
		}
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.lines = lines
}

// LineStart is the Pos at which a line begins.
func (f *File) LineStart(line int) Pos {
	if line < 1 {
		panic(fmt.Sprintf("invalid line number %d (should be >= 1)", line))
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if line > len(f.lines) {
		panic(fmt.Sprintf("invalid line number %d (should be < %d)", line, len(f.lines)))
	}
	return Pos(f.base + f.lines[line-1])
}

// AddLineInfo is AddLineColumnInfo with column 1.
func (f *File) AddLineInfo(offset int, filename string, line int) {
	f.AddLineColumnInfo(offset, filename, line, 1)
}

// AddLineColumnInfo says what file, line and column are meant at offset and after it.
func (f *File) AddLineColumnInfo(offset int, filename string, line, column int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if n := len(f.infos); (n == 0 || f.infos[n-1].Offset < offset) && offset < f.size {
		f.infos = append(f.infos, info{offset, filename, line, column})
	}
}

// Pos is the Pos of an offset, which is moved into the file.
func (f *File) Pos(offset int) Pos { return Pos(f.base + max(0, min(offset, f.size))) }

// Offset is the offset of a Pos, which is moved into the file.
func (f *File) Offset(p Pos) int { return max(0, min(int(p)-f.base, f.size)) }

// Line is the line of a Pos, as //line says.
func (f *File) Line(p Pos) int { return f.Position(p).Line }

// Position is PositionFor(p, true).
func (f *File) Position(p Pos) Position { return f.PositionFor(p, true) }

// PositionFor is the place of p; adjusted, as //line says.
func (f *File) PositionFor(p Pos, adjusted bool) (pos Position) {
	if p == NoPos {
		return pos
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	off := f.Offset(p)
	pos = Position{Filename: f.name, Offset: off}
	if i := search(f.lines, off, func(x int) int { return x }); i >= 0 {
		pos.Line, pos.Column = i+1, off-f.lines[i]+1
	}
	if adjusted && len(f.infos) > 0 {
		if i := search(f.infos, off, func(x info) int { return x.Offset }); i >= 0 {
			alt := f.infos[i]
			pos.Filename = alt.Filename
			if i := search(f.lines, alt.Offset, func(x int) int { return x }); i >= 0 {
				d := pos.Line - (i + 1)
				pos.Line = alt.Line + d
				switch {
				case alt.Column == 0:
					pos.Column = 0
				case d == 0:
					pos.Column = alt.Column + off - alt.Offset
				}
			}
		}
	}
	return pos
}

// search finds the last element that is not above x, or -1.
func search[E any](list []E, x int, key func(E) int) int {
	i, _ := slices.BinarySearchFunc(list, x, func(e E, x int) int {
		if key(e) <= x {
			return -1
		}
		return 1
	})
	return i - 1
}

// FileSet is a set of files with disjoint ranges of Pos.
type FileSet struct {
	mu    sync.RWMutex
	base  int
	files []*File // by base
}

// NewFileSet makes an empty set.
func NewFileSet() *FileSet { return &FileSet{base: 1} }

// Base is the base that the next file gets at least.
func (s *FileSet) Base() int {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.base
}

// AddFile adds a file. A negative base means Base().
func (s *FileSet) AddFile(filename string, base, size int) *File {
	f := &File{name: filename, size: size, lines: []int{0}}
	s.mu.Lock()
	defer s.mu.Unlock()
	if base < 0 {
		base = s.base
	}
	if base < s.base {
		panic(fmt.Sprintf("invalid base %d (should be >= %d)", base, s.base))
	}
	f.base = base
	if size < 0 {
		panic(fmt.Sprintf("invalid size %d (should be >= 0)", size))
	}
	if base += size + 1; base < 0 {
		panic("token.Pos offset overflow (> 2G of source code in file set)")
	}
	s.base = base
	s.files = append(s.files, f)
	return f
}

// AddExistingFiles adds files of another set. Their ranges must not overlap those of s.
func (s *FileSet) AddExistingFiles(files ...*File) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range files {
		i, found := slices.BinarySearchFunc(s.files, f.base, func(x *File, b int) int { return cmp.Compare(x.base, b) })
		if found {
			if s.files[i] == f {
				continue
			}
			panic(fmt.Sprintf("file %s (%d-%d) overlaps with file %s (%d-%d)", s.files[i].name, s.files[i].base, s.files[i].base+s.files[i].size, f.name, f.base, f.base+f.size))
		}
		check := func(x *File) {
			if x.base <= f.base+f.size && f.base <= x.base+x.size {
				panic(fmt.Sprintf("file %s (%d-%d) overlaps with file %s (%d-%d)", x.name, x.base, x.base+x.size, f.name, f.base, f.base+f.size))
			}
		}
		if i > 0 {
			check(s.files[i-1])
		}
		if i < len(s.files) {
			check(s.files[i])
		}
		s.files = slices.Insert(s.files, i, f)
		s.base = max(s.base, f.base+f.size+1)
	}
}

// RemoveFile forgets a file.
func (s *FileSet) RemoveFile(file *File) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if i := slices.Index(s.files, file); i >= 0 {
		s.files = slices.Delete(s.files, i, i+1)
	}
}

// Iterate calls yield for the files in the order of their bases until it returns false.
func (s *FileSet) Iterate(yield func(*File) bool) {
	next := 0
	for {
		s.mu.RLock()
		i, _ := slices.BinarySearchFunc(s.files, next, func(x *File, b int) int { return cmp.Compare(x.base, b) })
		if i >= len(s.files) {
			s.mu.RUnlock()
			return
		}
		f := s.files[i]
		s.mu.RUnlock()
		if !yield(f) {
			return
		}
		next = f.base + f.size + 1
	}
}

// File finds the file of p, or nil.
func (s *FileSet) File(p Pos) *File {
	if p == NoPos {
		return nil
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	i := search(s.files, int(p), func(f *File) int { return f.base })
	if i >= 0 && int(p) <= s.files[i].base+s.files[i].size {
		return s.files[i]
	}
	return nil
}

// Position is PositionFor(p, true).
func (s *FileSet) Position(p Pos) Position { return s.PositionFor(p, true) }

// PositionFor is the place of p; adjusted, as //line says.
func (s *FileSet) PositionFor(p Pos, adjusted bool) (pos Position) {
	if f := s.File(p); f != nil {
		return f.PositionFor(p, adjusted)
	}
	return pos
}

type savedFile struct {
	Name  string
	Base  int
	Size  int
	Lines []int
	Infos []info
}

type savedSet struct {
	Base  int
	Files []savedFile
}

// Write saves the set by a call of encode.
func (s *FileSet) Write(encode func(any) error) error {
	var x savedSet
	s.mu.RLock()
	x.Base = s.base
	for _, f := range s.files {
		f.mu.Lock()
		x.Files = append(x.Files, savedFile{f.name, f.base, f.size, slices.Clone(f.lines), slices.Clone(f.infos)})
		f.mu.Unlock()
	}
	s.mu.RUnlock()
	return encode(x)
}

// Read restores a set saved by Write by a call of decode.
func (s *FileSet) Read(decode func(any) error) error {
	var x savedSet
	if err := decode(&x); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.base, s.files = x.Base, nil
	for _, f := range x.Files {
		s.files = append(s.files, &File{name: f.Name, base: f.Base, size: f.Size, lines: f.Lines, infos: f.Infos})
	}
	return nil
}
