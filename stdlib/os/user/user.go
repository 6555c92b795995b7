// Package user looks up users and groups in /etc/passwd and /etc/group.
package user

import (
	"bufio"
	"bytes"
	"errors"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
)

const (
	usersFile  = "/etc/passwd"
	groupsFile = "/etc/group"
)

// User is an account.
type User struct {
	Uid      string // number
	Gid      string // number of the main group
	Username string // login name
	Name     string // name of the person, may be empty
	HomeDir  string
}

// Group is a group of users.
type Group struct {
	Gid  string // number
	Name string
}

// UnknownUserIdError is a user number that does not exist.
type UnknownUserIdError int

func (e UnknownUserIdError) Error() string { return "user: unknown userid " + strconv.Itoa(int(e)) }

// UnknownUserError is a user name that does not exist.
type UnknownUserError string

func (e UnknownUserError) Error() string { return "user: unknown user " + string(e) }

// UnknownGroupIdError is a group number that does not exist.
type UnknownGroupIdError string

func (e UnknownGroupIdError) Error() string { return "group: unknown groupid " + string(e) }

// UnknownGroupError is a group name that does not exist.
type UnknownGroupError string

func (e UnknownGroupError) Error() string { return "group: unknown group " + string(e) }

// find calls f with the fields of each line of a file, of at least min fields, until it returns true.
func find(file string, min int, f func(fields []string) bool) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for s := bufio.NewScanner(bytes.NewReader(data)); s.Scan(); {
		line := strings.TrimSpace(s.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, ":")
		if len(fields) < min || fields[0] == "" || fields[0][0] == '+' || fields[0][0] == '-' || !isNumber(fields[2]) {
			continue
		}
		if f(fields) {
			break
		}
	}
	return nil
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

func findUser(column int, value string, missing error) (*User, error) {
	var u *User
	err := find(usersFile, 6, func(f []string) bool {
		if f[column] != value || !isNumber(f[3]) {
			return false
		}
		name, _, _ := strings.Cut(f[4], ",")
		u = &User{Username: f[0], Uid: f[2], Gid: f[3], Name: name, HomeDir: f[5]}
		return true
	})
	if err == nil && u == nil {
		err = missing
	}
	return u, err
}

func findGroup(column int, value string, missing error) (*Group, error) {
	var g *Group
	err := find(groupsFile, 4, func(f []string) bool {
		if f[column] == value {
			g = &Group{Name: f[0], Gid: f[2]}
		}
		return g != nil
	})
	if err == nil && g == nil {
		err = missing
	}
	return g, err
}

var current = sync.OnceValues(func() (*User, error) {
	uid := strconv.Itoa(os.Getuid())
	u, err := LookupId(uid)
	if err == nil {
		return u, nil
	}
	// Without an entry the environment has to do.
	home, _ := os.UserHomeDir()
	u = &User{Uid: uid, Gid: strconv.Itoa(os.Getgid()), Username: os.Getenv("USER"), HomeDir: home}
	if u.Username == "" || u.HomeDir == "" {
		return nil, errors.New("user: Current requires cgo or $USER, $HOME set in environment")
	}
	return u, nil
})

// Current is the user of this process.
func Current() (*User, error) {
	u, err := current()
	if err != nil {
		return nil, err
	}
	c := *u
	return &c, nil
}

// Lookup finds a user by name.
func Lookup(username string) (*User, error) {
	if u, err := Current(); err == nil && u.Username == username {
		return u, nil
	}
	return findUser(0, username, UnknownUserError(username))
}

// LookupId finds a user by number.
func LookupId(uid string) (*User, error) {
	n, err := strconv.Atoi(uid)
	if err != nil {
		return nil, errors.New("user: invalid userid " + uid)
	}
	return findUser(2, uid, UnknownUserIdError(n))
}

// LookupGroup finds a group by name.
func LookupGroup(name string) (*Group, error) { return findGroup(0, name, UnknownGroupError(name)) }

// LookupGroupId finds a group by number.
func LookupGroupId(gid string) (*Group, error) { return findGroup(2, gid, UnknownGroupIdError(gid)) }

// GroupIds lists the numbers of the groups that u belongs to, the main one first.
func (u *User) GroupIds() ([]string, error) {
	if !isNumber(u.Gid) {
		return nil, errors.New("user: list groups for " + u.Username + ": invalid gid \"" + u.Gid + "\"")
	}
	ids := []string{u.Gid}
	err := find(groupsFile, 4, func(f []string) bool {
		if f[2] != u.Gid && slices.Contains(strings.Split(f[3], ","), u.Username) {
			ids = append(ids, f[2])
		}
		return false
	})
	return ids, err
}
