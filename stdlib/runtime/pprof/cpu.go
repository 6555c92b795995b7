package pprof

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
	"syscall"
)

var cpu struct {
	sync.Mutex
	w io.Writer // nil: no profile runs
}

// hz is the number of samples for each second of a thread's CPU time.
const hz = 100

// StartCPUProfile starts sampling where threads spend their CPU time. The profile is written to w by StopCPUProfile.
func StartCPUProfile(w io.Writer) error {
	cpu.Lock()
	defer cpu.Unlock()
	if cpu.w != nil {
		return errors.New("cpu profiling already in use")
	}
	cpu.w = w
	runtime.SetCPUProfileRate(hz)
	return nil
}

// StopCPUProfile stops the CPU profile, if there is one, and returns when it has been written.
func StopCPUProfile() {
	cpu.Lock()
	defer cpu.Unlock()
	if cpu.w == nil {
		return
	}
	runtime.SetCPUProfileRate(0)
	if err := writeProto(cpu.w, kindCPU); err != nil {
		fmt.Println("runtime/pprof:", err)
	}
	cpu.w = nil
}

func maxRSS() uint64 {
	var r syscall.Rusage
	if syscall.Getrusage(0, &r) != nil {
		return 0
	}
	return uint64(r.Maxrss) << 10
}
