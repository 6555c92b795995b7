package os

import "syscall"

// A Signal is a signal of the system.
type Signal interface {
	String() string
	Signal() // marks the type
}

// Signals that exist everywhere.
var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)
