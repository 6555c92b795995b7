/* cpu.h: the CPU profile and its signal. */
#ifndef TUCO_CPU_H
#define TUCO_CPU_H
#include "runtime/base/rt.h"

typedef struct CpuStack {
	struct CpuStack *same_hash, *next;
	uint64_t hash;
	int64_t count;
	uint32_t n;
	void *labels;
	uintptr_t pc[];
} CpuStack;
CpuStack *tu__cpuprof_stacks(void);
void tu__cpuprof_signal(TuM *m, TuG *g, uintptr_t pc, uintptr_t sp, uintptr_t bp, uint8_t frameless);
void tu__cpuprof_fork_m(TuM *m);        /* a new thread is about to run */
void tu__cpuprof_install(void);        /* os/os_signal.c */
#endif
