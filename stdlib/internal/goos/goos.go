// Package goos describes the system to packages of a Go tree.
package goos

const (
	GOOS      = "linux"
	IsLinux   = 1
	IsAix     = 0
	IsAndroid = 0
	IsDarwin  = 0
	IsIos     = 0
	IsJs      = 0
	IsPlan9   = 0
	IsWasip1  = 0
	IsWindows = 0
)
