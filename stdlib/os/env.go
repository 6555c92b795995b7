package os

import (
	"syscall"
)

// Args is the command line, the program first.
var Args []string = osArgs()

//tuco:extern tu_os_args
func osArgs() []string

// Exit ends the program at once: deferred calls do not run.
func Exit(code int) { syscall.Exit(code) }

// Getenv returns the value of an environment variable, "" if it is not set.
func Getenv(key string) string {
	v, _ := syscall.Getenv(key)
	return v
}

// LookupEnv is Getenv that tells unset from empty.
func LookupEnv(key string) (string, bool) { return syscall.Getenv(key) }

// Setenv sets an environment variable.
func Setenv(key, value string) error { return NewSyscallError("setenv", syscall.Setenv(key, value)) }

// Unsetenv removes an environment variable.
func Unsetenv(key string) error { return syscall.Unsetenv(key) }

// Clearenv removes all environment variables.
func Clearenv() { syscall.Clearenv() }

// Environ lists the environment as KEY=value.
func Environ() []string { return syscall.Environ() }

// ExpandEnv is Expand with the environment.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

// Expand replaces ${name} and $name in s by mapping(name). Malformed references vanish.
func Expand(s string, mapping func(string) string) string {
	var buf []byte
	from := 0
	for i := 0; i < len(s); i++ {
		if s[i] != '$' || i+1 >= len(s) {
			continue
		}
		if buf == nil {
			buf = make([]byte, 0, 2*len(s))
		}
		buf = append(buf, s[from:i]...)
		name, w := shellName(s[i+1:])
		switch {
		case name == "" && w > 0: // bad syntax, eaten
		case name == "":
			buf = append(buf, '$') // nothing that could be a name
		default:
			buf = append(buf, mapping(name)...)
		}
		i += w
		from = i + 1
	}
	if buf == nil {
		return s
	}
	return string(buf) + s[from:]
}

// specialVar are the one-letter names of shells.
func specialVar(c byte) bool {
	switch c {
	case '*', '#', '$', '@', '!', '?', '-':
		return true
	}
	return '0' <= c && c <= '9'
}

func alnum(c byte) bool { return c == '_' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' }

// shellName returns the name that s begins with and how many bytes it takes.
func shellName(s string) (string, int) {
	if s[0] == '{' {
		if len(s) > 2 && specialVar(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] == '}' {
				if i == 1 {
					return "", 2
				}
				return s[1:i], i + 1
			}
		}
		return "", 1
	}
	if specialVar(s[0]) {
		return s[:1], 1
	}
	i := 0
	for i < len(s) && alnum(s[i]) {
		i++
	}
	return s[:i], i
}

// Who and where the process is.
func Getpid() int      { return syscall.Getpid() }
func Getppid() int     { return syscall.Getppid() }
func Getuid() int      { return syscall.Getuid() }
func Geteuid() int     { return syscall.Geteuid() }
func Getgid() int      { return syscall.Getgid() }
func Getegid() int     { return syscall.Getegid() }
func Getpagesize() int { return syscall.Getpagesize() }

// Getgroups lists the supplementary groups.
func Getgroups() ([]int, error) {
	g, err := syscall.Getgroups()
	return g, NewSyscallError("getgroups", err)
}

// Hostname is the name of the machine as the kernel knows it.
func Hostname() (name string, err error) {
	var u syscall.Utsname
	if err := syscall.Uname(&u); err != nil {
		return "", NewSyscallError("uname", err)
	}
	var b [65]byte
	n := 0
	for n < len(b) && u.Nodename[n] != 0 {
		b[n] = byte(u.Nodename[n])
		n++
	}
	return string(b[:n]), nil
}

// Executable is the path of the running program.
func Executable() (string, error) {
	s, err := Readlink("/proc/self/exe")
	const gone = " (deleted)"
	if n := len(s) - len(gone); n > 0 && s[n:] == gone {
		s = s[:n]
	}
	return s, err
}
