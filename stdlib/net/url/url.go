package url

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
)

// A URL is [scheme:][//[userinfo@]host][/]path[?query][#fragment], or scheme:opaque[?query][#fragment].
type URL struct {
	Scheme      string
	Opaque      string // escaped
	User        *Userinfo
	Host        string // with port
	Path        string // not escaped
	Fragment    string // not escaped
	RawQuery    string // escaped, without ?
	RawPath     string // the escaped path, if that is not the usual form
	RawFragment string // the escaped fragment, if that is not the usual form
	ForceQuery  bool   // ? although the query is empty
	OmitHost    bool   // no // although the host is empty
}

// Userinfo is a user's name and maybe a password.
type Userinfo struct {
	username    string
	password    string
	passwordSet bool
}

// User returns a Userinfo without password.
func User(username string) *Userinfo { return &Userinfo{username: username} }

// UserPassword returns a Userinfo with password. RFC 3986 recommends not to use them.
func UserPassword(username, password string) *Userinfo { return &Userinfo{username, password, true} }

// Username is the name.
func (u *Userinfo) Username() string {
	if u == nil {
		return ""
	}
	return u.username
}

// Password is the password and whether there is one.
func (u *Userinfo) Password() (string, bool) {
	if u == nil {
		return "", false
	}
	return u.password, u.passwordSet
}

// String is name[:password], escaped.
func (u *Userinfo) String() string {
	if u == nil {
		return ""
	}
	s := inUserinfo.escape(u.username)
	if u.passwordSet {
		s += ":" + inUserinfo.escape(u.password)
	}
	return s
}

// ---- parsing -----------------------------------------------------------------------------------------------------------------------------

// Parse parses a URL, which may be relative.
func Parse(rawURL string) (*URL, error) {
	text, fragment, _ := strings.Cut(rawURL, "#")
	u, err := parse(text, false)
	if err != nil {
		return nil, &Error{"parse", text, err}
	}
	if fragment != "" {
		if err := u.setFragment(fragment); err != nil {
			return nil, &Error{"parse", rawURL, err}
		}
	}
	return u, nil
}

// ParseRequestURI parses a URL of an HTTP request: absolute, or an absolute path; without fragment.
func ParseRequestURI(rawURL string) (*URL, error) {
	u, err := parse(rawURL, true)
	if err != nil {
		return nil, &Error{"parse", rawURL, err}
	}
	return u, nil
}

// cutScheme cuts the scheme off, if there is one.
func cutScheme(s string) (scheme, rest string, err error) {
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c|0x20 && c|0x20 <= 'z':
		case i > 0 && ('0' <= c && c <= '9' || c == '+' || c == '-' || c == '.'):
		case c == ':' && i == 0:
			return "", "", errors.New("missing protocol scheme")
		case c == ':':
			return s[:i], s[i+1:], nil
		default:
			return "", s, nil
		}
	}
	return "", s, nil
}

func parse(text string, request bool) (u *URL, err error) {
	for i := range len(text) {
		if text[i] < ' ' || text[i] == 0x7F {
			return nil, errors.New("net/url: invalid control character in URL")
		}
	}
	if text == "" && request {
		return nil, errors.New("empty url")
	}
	u = new(URL)
	if text == "*" {
		u.Path = "*"
		return u, nil
	}
	scheme, rest, err := cutScheme(text)
	if err != nil {
		return nil, err
	}
	u.Scheme = strings.ToLower(scheme)
	var hasQuery bool
	rest, u.RawQuery, hasQuery = strings.Cut(rest, "?")
	u.ForceQuery = hasQuery && u.RawQuery == ""
	if !strings.HasPrefix(rest, "/") {
		if u.Scheme != "" {
			u.Opaque = rest
			return u, nil
		}
		if request {
			return nil, errors.New("invalid URI for request")
		}
		if first, _, _ := strings.Cut(rest, "/"); strings.Contains(first, ":") {
			return nil, errors.New("first path segment in URL cannot contain colon") // it would look like a scheme
		}
	}
	if strings.HasPrefix(rest, "//") && (u.Scheme != "" || !request && !strings.HasPrefix(rest, "///")) {
		authority := rest[2:]
		end := strings.IndexByte(authority, '/')
		if end < 0 {
			end = len(authority)
		}
		if err := u.setAuthority(authority[:end]); err != nil {
			return nil, err
		}
		rest = authority[end:]
	} else if u.Scheme != "" && strings.HasPrefix(rest, "/") {
		u.OmitHost = true // scheme:/path
	}
	if err := u.setPath(rest); err != nil {
		return nil, err
	}
	return u, nil
}

func (u *URL) setAuthority(s string) (err error) {
	at := strings.LastIndexByte(s, '@')
	if u.Host, err = parseHost(u.Scheme, s[at+1:]); err != nil || at < 0 {
		return err
	}
	info := s[:at]
	for i := range len(info) {
		if c := info[i]; c >= 0x80 || !inUserinfo.isPlain(c) && strings.IndexByte(":!'()*%@", c) < 0 {
			return errors.New("net/url: invalid userinfo")
		}
	}
	name, password, has := strings.Cut(info, ":")
	if name, err = inUserinfo.unescape(name); err != nil {
		return err
	}
	if password, err = inUserinfo.unescape(password); err != nil {
		return err
	}
	u.User = &Userinfo{name, password, has}
	return nil
}

// validPort accepts "" and a colon with digits, or none.
func validPort(s string) bool {
	return s == "" || s[0] == ':' && strings.Trim(s[1:], "0123456789") == ""
}

func parseHost(scheme, s string) (string, error) {
	if open := strings.LastIndexByte(s, '['); open > 0 {
		return "", errors.New("invalid IP-literal")
	} else if open == 0 {
		return parseIPv6(s)
	}
	if i := strings.IndexByte(s, ':'); i >= 0 {
		if scheme != "http" && scheme != "https" {
			i = strings.LastIndexByte(s, ':')
		}
		if !validPort(s[i:]) {
			return "", fmt.Errorf("invalid port %q after host", s[i:])
		}
	}
	return inHost.unescape(s)
}

func parseIPv6(s string) (string, error) {
	end := strings.LastIndexByte(s, ']')
	if end < 0 {
		return "", errors.New("missing ']' in host")
	}
	port := s[end+1:]
	if !validPort(port) {
		return "", fmt.Errorf("invalid port %q after host", port)
	}
	addr, zoneID := s[1:end], ""
	var err error
	if i := strings.Index(addr, "%25"); i >= 0 { // a zone, RFC 6874
		if zoneID, err = inZone.unescape(addr[i:]); err != nil {
			return "", err
		}
		addr = addr[:i]
	}
	if addr, err = inHost.unescape(addr); err != nil {
		return "", err
	}
	if !validIPv6(addr) || zoneID == "%" {
		return "", fmt.Errorf("invalid host: ParseAddr(%q): unable to parse IP", addr+zoneID)
	}
	return "[" + addr + zoneID + "]" + port, nil
}

// validIPv6: eight groups of up to four hexadecimal digits, :: for some zero ones, at the end maybe an IPv4 address for two.
func validIPv6(s string) bool {
	groups, double := 0, false
	if strings.HasPrefix(s, "::") {
		double = true
		if s = s[2:]; s == "" {
			return true
		}
	}
	for {
		group, rest, more := strings.Cut(s, ":")
		if !more && strings.Contains(group, ".") {
			return validIPv4(group) && (groups+2 == 8 && !double || groups+2 < 8 && double)
		}
		if group == "" || len(group) > 4 {
			return false
		}
		for i := range len(group) {
			if hexValue(group[i]) < 0 {
				return false
			}
		}
		groups++
		if !more {
			break
		}
		if strings.HasPrefix(rest, ":") {
			if double {
				return false
			}
			double = true
			if rest = rest[1:]; rest == "" {
				break
			}
		}
		s = rest
	}
	return groups == 8 && !double || groups < 8 && double
}

func validIPv4(s string) bool {
	list := strings.Split(s, ".")
	for _, n := range list {
		if n == "" || len(n) > 3 || strings.Trim(n, "0123456789") != "" || len(n) > 1 && n[0] == '0' || len(n) == 3 && n > "255" {
			return false
		}
	}
	return len(list) == 4
}

// setPath keeps the escaped form only if it is not the usual one.
func (u *URL) setPath(p string) error {
	plain, err := inPath.unescape(p)
	if err != nil {
		return err
	}
	u.Path, u.RawPath = plain, ""
	if inPath.escape(u.Path) != p {
		u.RawPath = p
	}
	return nil
}

func (u *URL) setFragment(f string) error {
	plain, err := inFragment.unescape(f)
	if err != nil {
		return err
	}
	u.Fragment, u.RawFragment = plain, ""
	if inFragment.escape(u.Fragment) != f {
		u.RawFragment = f
	}
	return nil
}

// escaped is raw if that is a form of plain, else the usual form.
func (p *part) escaped(plain, raw string) string {
	if raw != "" && p.valid(raw) {
		if s, err := p.unescape(raw); err == nil && s == plain {
			return raw
		}
	}
	return p.escape(plain)
}

// EscapedPath is the path, escaped: RawPath if that is a form of Path.
func (u *URL) EscapedPath() string {
	if u.RawPath == "" && u.Path == "*" {
		return "*"
	}
	return inPath.escaped(u.Path, u.RawPath)
}

// EscapedFragment is the fragment, escaped: RawFragment if that is a form of Fragment.
func (u *URL) EscapedFragment() string { return inFragment.escaped(u.Fragment, u.RawFragment) }

// ---- texts -------------------------------------------------------------------------------------------------------------------------------

// String is the URL as text.
func (u *URL) String() string {
	var b strings.Builder
	if u.Scheme != "" {
		b.WriteString(u.Scheme + ":")
	}
	if u.Opaque != "" {
		b.WriteString(u.Opaque)
	} else {
		bare := u.Host == "" && u.User == nil
		if !bare || u.Scheme != "" && !u.OmitHost && u.Path != "" {
			b.WriteString("//")
		}
		if u.User != nil {
			b.WriteString(u.User.String() + "@")
		}
		b.WriteString(inHost.escape(u.Host))
		p := u.EscapedPath()
		switch {
		case u.OmitHost && bare && strings.HasPrefix(p, "//"):
			p = "%2F" + p[1:] // would look like a host
		case p != "" && p[0] != '/' && u.Host != "":
			p = "/" + p
		case b.Len() == 0:
			if first, _, _ := strings.Cut(p, "/"); strings.Contains(first, ":") {
				p = "./" + p // would look like a scheme
			}
		}
		b.WriteString(p)
	}
	if u.ForceQuery || u.RawQuery != "" {
		b.WriteString("?" + u.RawQuery)
	}
	if u.Fragment != "" {
		b.WriteString("#" + u.EscapedFragment())
	}
	return b.String()
}

// Redacted is String with xxxxx for the password.
func (u *URL) Redacted() string {
	if u == nil {
		return ""
	}
	c := *u
	if _, has := c.User.Password(); has {
		c.User = UserPassword(c.User.Username(), "xxxxx")
	}
	return c.String()
}

// Clone returns a deep copy.
func (u *URL) Clone() *URL {
	if u == nil {
		return nil
	}
	c := *u
	if u.User != nil {
		user := *u.User
		c.User = &user
	}
	return &c
}

// Encode is the query as text, sorted by key.
func (v Values) Encode() string {
	keys := make([]string, 0, len(v))
	for k := range v {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var b strings.Builder
	for _, k := range keys {
		key := QueryEscape(k)
		for _, value := range v[k] {
			if b.Len() > 0 {
				b.WriteByte('&')
			}
			b.WriteString(key + "=" + QueryEscape(value))
		}
	}
	return b.String()
}

// MarshalBinary and its kin use String and Parse.
func (u *URL) MarshalBinary() (text []byte, err error) { return u.AppendBinary(nil) }

// AppendBinary appends String.
func (u *URL) AppendBinary(b []byte) ([]byte, error) { return append(b, u.String()...), nil }

// UnmarshalBinary is Parse.
func (u *URL) UnmarshalBinary(text []byte) error {
	n, err := Parse(string(text))
	if err == nil {
		*u = *n
	}
	return err
}

// ---- parts and references ----------------------------------------------------------------------------------------------------------------

// IsAbs reports whether there is a scheme.
func (u *URL) IsAbs() bool { return u.Scheme != "" }

// Query parses the query; what is malformed is left out.
func (u *URL) Query() Values {
	v, _ := ParseQuery(u.RawQuery)
	return v
}

// RequestURI is what an HTTP request for u has: path and query, or the opaque part.
func (u *URL) RequestURI() string {
	s := u.Opaque
	if s == "" {
		if s = u.EscapedPath(); s == "" {
			s = "/"
		}
	} else if strings.HasPrefix(s, "//") {
		s = u.Scheme + ":" + s
	}
	if u.ForceQuery || u.RawQuery != "" {
		s += "?" + u.RawQuery
	}
	return s
}

func (u *URL) hostPort() (name, port string) {
	name = u.Host
	if i := strings.LastIndexByte(name, ':'); i >= 0 && validPort(name[i:]) {
		name, port = name[:i], name[i+1:]
	}
	if strings.HasPrefix(name, "[") && strings.HasSuffix(name, "]") {
		name = name[1 : len(name)-1]
	}
	return name, port
}

// Hostname is Host without port and brackets.
func (u *URL) Hostname() string {
	name, _ := u.hostPort()
	return name
}

// Port is the port of Host, "" if there is none.
func (u *URL) Port() string {
	_, port := u.hostPort()
	return port
}

// Parse parses ref as seen from u.
func (u *URL) Parse(ref string) (*URL, error) {
	r, err := Parse(ref)
	if err != nil {
		return nil, err
	}
	return u.ResolveReference(r), nil
}

// ResolveReference makes ref, which may be relative to u, absolute: RFC 3986, section 5.2.
func (u *URL) ResolveReference(ref *URL) *URL {
	r := *ref
	if ref.Scheme == "" {
		r.Scheme = u.Scheme
	}
	switch {
	case ref.Scheme != "" || ref.Host != "" || ref.User != nil:
		r.setPath(resolve(ref.EscapedPath(), "")) // can not fail: it was escaped
		return &r
	case ref.Opaque != "":
		r.User, r.Host, r.Path = nil, "", ""
		return &r
	}
	if ref.Path == "" && !ref.ForceQuery && ref.RawQuery == "" {
		r.RawQuery = u.RawQuery
		if ref.Fragment == "" {
			r.Fragment, r.RawFragment = u.Fragment, u.RawFragment
		}
	}
	if ref.Path == "" && u.Opaque != "" {
		r.Opaque = u.Opaque
		r.User, r.Host, r.Path = nil, "", ""
		return &r
	}
	r.Host, r.User = u.Host, u.User
	r.setPath(resolve(u.EscapedPath(), ref.EscapedPath()))
	return &r
}

// resolve returns ref as seen from base, without . and .. elements.
func resolve(base, ref string) string {
	full := ref
	if ref == "" {
		full = base
	} else if ref[0] != '/' {
		full = base[:strings.LastIndexByte(base, '/')+1] + ref
	}
	if full == "" {
		return ""
	}
	var out []string
	elems := strings.Split(full, "/")
	for _, e := range elems {
		switch e {
		case ".":
		case "..":
			if len(out) > 0 && !(len(out) == 1 && out[0] == "") {
				out = out[:len(out)-1]
			}
		default:
			out = append(out, e)
		}
	}
	if last := elems[len(elems)-1]; last == "." || last == ".." {
		out = append(out, "")
	}
	return "/" + strings.TrimPrefix(strings.Join(out, "/"), "/")
}

// JoinPath returns u with elements added to its path, which is cleaned.
func (u *URL) JoinPath(elem ...string) *URL {
	r, _ := u.join(elem)
	return r
}

// JoinPath adds elements to the path of a URL.
func JoinPath(base string, elem ...string) (result string, err error) {
	u, err := Parse(base)
	if err != nil {
		return "", err
	}
	r, err := u.join(elem)
	if err != nil {
		return "", err
	}
	return r.String(), nil
}

func (u *URL) join(elem []string) (*URL, error) {
	all := append([]string{u.EscapedPath()}, elem...)
	relative := !strings.HasPrefix(all[0], "/")
	if relative {
		all[0] = "/" + all[0] // so that .. stops at the beginning
	}
	p := path.Join(all...)
	if relative {
		p = p[1:]
	}
	if strings.HasSuffix(all[len(all)-1], "/") && !strings.HasSuffix(p, "/") {
		p += "/"
	}
	r := *u
	err := r.setPath(p)
	return &r, err
}
