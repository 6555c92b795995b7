// Package runtime gives programs access to the system that runs them: goroutines, the collector, memory statistics and
// call stacks.
//
// The work is done by the C runtime (runtime/ at the top of the tree); the files here declare its functions and hold the parts
// that are simpler in Go, such as the texts of run-time errors.
//
// Environment variables: GOGC, GOMEMLIMIT, GOMAXPROCS, GODEBUG and GOTRACEBACK have the meaning they have in Go.
package runtime
