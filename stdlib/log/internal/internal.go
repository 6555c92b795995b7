// Package internal connects log and log/slog.
package internal

// DefaultOutput writes a line with the standard logger of log. pc is the place of the call, or 0.
var DefaultOutput func(pc uintptr, data []byte) error
