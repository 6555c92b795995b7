package debug

import (
	"errors"
	"fmt"
	"runtime"
	"strconv"
	"strings"
)

// BuildInfo tells how a program was built.
type BuildInfo struct {
	GoVersion string         `json:",omitempty"`
	Path      string         `json:",omitempty"` // of the main package
	Main      Module         `json:""`
	Deps      []*Module      `json:",omitempty"`
	Settings  []BuildSetting `json:",omitempty"`
}

// A Module is a module that is part of the program.
type Module struct {
	Path    string  `json:",omitempty"`
	Version string  `json:",omitempty"`
	Sum     string  `json:",omitempty"`
	Replace *Module `json:",omitempty"`
}

// A BuildSetting is a setting that influenced the build.
type BuildSetting struct {
	Key   string `json:",omitempty"`
	Value string `json:",omitempty"`
}

// ReadBuildInfo tells how the running program was built: by tuco, which records nothing but its version.
func ReadBuildInfo() (info *BuildInfo, ok bool) {
	return &BuildInfo{
		GoVersion: runtime.Version(),
		Path:      "command-line-arguments",
		Settings: []BuildSetting{
			{"-compiler", runtime.Compiler},
			{"GOARCH", runtime.GOARCH},
			{"GOOS", runtime.GOOS},
		},
	}, true
}

const special = " \t\r\n\"`"

func keyNeedsQuotes(key string) bool { return key == "" || strings.ContainsAny(key, special+"=") }

func valueNeedsQuotes(value string) bool { return strings.ContainsAny(value, special) }

// String is the form that ParseBuildInfo reads: lines whose columns are separated by tabs.
func (bi *BuildInfo) String() string {
	var b []byte
	line := func(columns ...string) {
		b = append(append(b, strings.Join(columns, "\t")...), '\n')
	}
	if bi.GoVersion != "" {
		line("go", bi.GoVersion)
	}
	if bi.Path != "" {
		line("path", bi.Path)
	}
	module := func(word string, m *Module) {
		for ; m.Replace != nil; m = m.Replace {
			line(word, m.Path, m.Version)
			word = "=>"
		}
		line(word, m.Path, m.Version, m.Sum)
	}
	if bi.Main != (Module{}) {
		module("mod", &bi.Main)
	}
	for _, m := range bi.Deps {
		module("dep", m)
	}
	for _, s := range bi.Settings {
		if keyNeedsQuotes(s.Key) {
			s.Key = strconv.Quote(s.Key)
		}
		if valueNeedsQuotes(s.Value) {
			s.Value = strconv.Quote(s.Value)
		}
		line("build", s.Key+"="+s.Value)
	}
	return string(b)
}

// ParseBuildInfo is the inverse of BuildInfo.String. Lines of unknown kinds are skipped, GoVersion is not read.
func ParseBuildInfo(data string) (*BuildInfo, error) {
	p := infoParser{info: new(BuildInfo)}
	for number := 1; ; number++ {
		line, rest, ok := strings.Cut(data, "\n")
		if !ok { // what follows the last newline does not count
			return p.info, nil
		}
		data = rest
		if err := p.line(line); err != nil {
			return nil, fmt.Errorf("could not parse Go build info: line %d: %w", number, err)
		}
	}
}

type infoParser struct {
	info *BuildInfo
	last *Module // may still be replaced by the next line
}

func (p *infoParser) line(line string) (err error) {
	kind, rest, ok := strings.Cut(line, "\t")
	if !ok {
		return nil
	}
	switch kind {
	case "path":
		p.info.Path = rest
	case "mod":
		p.last = &p.info.Main
		*p.last, err = parseModule(rest)
	case "dep":
		p.last = new(Module)
		p.info.Deps = append(p.info.Deps, p.last)
		*p.last, err = parseModule(rest)
	case "=>":
		col := strings.Split(rest, "\t")
		if len(col) != 3 {
			return fmt.Errorf("expected 3 columns for replacement; got %d", len(col))
		}
		if p.last == nil {
			return errors.New("replacement with no module on previous line")
		}
		p.last.Replace = &Module{Path: col[0], Version: col[1], Sum: col[2]}
		p.last = nil
	case "build":
		var s BuildSetting
		if s, err = parseSetting(rest); err == nil {
			p.info.Settings = append(p.info.Settings, s)
		}
	}
	return err
}

func parseModule(text string) (m Module, err error) {
	col := strings.Split(text, "\t")
	if len(col) != 2 && len(col) != 3 {
		return m, fmt.Errorf("expected 2 or 3 columns; got %d", len(col))
	}
	m.Path, m.Version = col[0], col[1]
	if len(col) == 3 {
		m.Sum = col[2]
	}
	return m, nil
}

func isQuote(s string) bool { return s != "" && (s[0] == '"' || s[0] == '`') }

func parseSetting(text string) (s BuildSetting, err error) {
	var value string
	switch {
	case text == "":
		return s, errors.New("build line missing '='")
	case text[0] == '=':
		return s, errors.New("build line with missing key")
	case isQuote(text):
		quoted, err := strconv.QuotedPrefix(text)
		if err != nil {
			return s, errors.New("invalid quoted key in build line")
		}
		value = text[len(quoted):]
		if value == "" {
			return s, errors.New("build line missing '=' after quoted key")
		}
		if value[0] != '=' {
			return s, fmt.Errorf("unexpected character after quoted key: %q", value[0])
		}
		s.Key, _ = strconv.Unquote(quoted)
		value = value[1:]
	default:
		var ok bool
		if s.Key, value, ok = strings.Cut(text, "="); !ok {
			return s, errors.New("build line missing '=' after key")
		}
		if keyNeedsQuotes(s.Key) {
			return s, fmt.Errorf("unquoted key %q must be quoted", s.Key)
		}
	}
	if isQuote(value) {
		if s.Value, err = strconv.Unquote(value); err != nil {
			return s, errors.New("invalid quoted value in build line")
		}
		return s, nil
	}
	if valueNeedsQuotes(value) {
		return s, fmt.Errorf("unquoted value %q must be quoted", value)
	}
	s.Value = value
	return s, nil
}
