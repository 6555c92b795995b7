/* weave.c: the wake-up protocols of the scheduler as models: every interleaving of small cases, with store buffers. The numbers of steps are those of
 * the comments in runtime/sched/wake.c, runtime/sched/sched.c (sleep_in_poller), runtime/timer/timer.c, runtime/sync/sema.c and runtime/poll/poll.c.
 * Each model is also run with a step left out, which must be found. */
#include "weave.h"

static int broken;

/* ---- producer against sleeper (wake.c) ----------------------------------------------------------------------------------------
 * One running P makes work and keeps running; one M with a second P searches in vain and goes to sleep. Wrong: work is queued, the P idle, the M
 * asleep and nobody woken. */
enum { QUEUE, NPIDLE, NSPIN, WOKEN };

static void wake_init(W *w) { w->var[NSPIN] = 1; }

static uint8_t wake_step(W *w, int t, uint8_t pc)
{
	if (t < 2) {                            /* producers, two of them */
		switch (pc) {
		case 0: STORE(QUEUE, 1); return 1;                              /* 1 */
		case 1: if (broken != 1) FENCE(); return 2;                     /* 2 */
		case 2: w->loc[t][0] = LOAD(NPIDLE); return 3;                  /* 3 */
		case 3: w->loc[t][1] = LOAD(NSPIN); return w->loc[t][0] && !w->loc[t][1] ? 4 : W_DONE;
		case 4: FENCE(); return CAS(NSPIN, 0, 1) ? 5 : W_DONE;          /* 4 */
		case 5: FENCE(); if (w->var[NPIDLE] == 0) return 6; w->var[NPIDLE]--; w->var[WOKEN]++; return W_DONE;
		case 6: ADD(NSPIN, -1); return W_DONE;
		}
	}
	switch (pc) {                           /* sleeper: spins, found nothing */
	case 0: w->loc[t][0] = LOAD(QUEUE); return w->loc[t][0] ? 10 : 1;
	case 1: ADD(NPIDLE, 1); return 2;                                       /* 1 */
	case 2: ADD(NSPIN, -1); return broken == 2 ? 9 : 3;                     /* 2, 3 */
	case 3: w->loc[t][0] = LOAD(QUEUE); return w->loc[t][0] ? 4 : 9;        /* 4 */
	case 4: FENCE(); if (w->var[NPIDLE] == 0) return 9; w->var[NPIDLE]--; return 5;
	case 5: ADD(NSPIN, 1); return 0;
	case 9:                                 /* asleep until woken, then it spins and has a P */
		if (w->var[WOKEN] == 0)
			return W_BLOCK;
		w->var[WOKEN]--;
		return 0;
	case 10: FENCE(); w->var[QUEUE] = 0; return 11;                         /* takes the work */
	case 11: ADD(NSPIN, -1); return W_DONE;
	}
	return W_DONE;
}

static const char *wake_bad(const W *w)
{
	return w->var[QUEUE] && w->pc[2] == 9 ? "work waits, a P is idle, everybody sleeps" : NULL;
}

/* ---- timer against sleep in the poller ---------------------------------------------------------------------------------------- */
enum { LAST_POLL, UNTIL, TIMER, BROKEN_SLEEP };

static void poller_init(W *w) { w->var[LAST_POLL] = 1; }

static uint8_t poller_step(W *w, int t, uint8_t pc)
{
	if (t == 0) {                           /* starts a timer due at 1 */
		switch (pc) {
		case 0: if (broken == 1) STORE(TIMER, 1); else { FENCE(); w->var[TIMER] = 1; } return 1;
		case 1: w->loc[t][0] = LOAD(LAST_POLL); return w->loc[t][0] == 0 ? 2 : W_DONE;
		case 2: w->loc[t][0] = LOAD(UNTIL); return w->loc[t][0] == 0 || w->loc[t][0] > 1 ? 3 : W_DONE;
		case 3: FENCE(); w->var[BROKEN_SLEEP] = 1; return W_DONE;
		}
	}
	switch (pc) {                           /* saw no timer, sleeps until 2 (another timer) */
	case 0: FENCE(); w->var[LAST_POLL] = 0; return 1;
	case 1: FENCE(); w->var[UNTIL] = 2; w->loc[t][1] = 2; return broken == 2 ? 4 : 2;
	case 2: w->loc[t][0] = LOAD(TIMER); return w->loc[t][0] ? 3 : 4;
	case 3: FENCE(); w->var[UNTIL] = 1; w->loc[t][1] = 1; return 4;
	case 4: return w->var[BROKEN_SLEEP] || w->loc[t][1] == 1 ? 5 : W_BLOCK; /* a sleep until 1 ends in time by itself */
	case 5: return W_DONE;
	}
	return W_DONE;
}

static const char *poller_bad(const W *w)
{
	return w->pc[1] == 4 ? "the sleeper in the poller misses a timer" : NULL;
}

/* ---- semaphore (sema.c) -------------------------------------------------------------------------------------------------------- */
enum { COUNT, NWAIT, LOCK, QUEUED, READY };

static uint8_t sema_step(W *w, int t, uint8_t pc)
{
	if (t == 0) {                           /* releaser */
		switch (pc) {
		case 0: if (broken == 1) STORE(COUNT, 1); else ADD(COUNT, 1); return 1;
		case 1: w->loc[t][0] = LOAD(NWAIT); return w->loc[t][0] ? 2 : W_DONE;
		case 2: FENCE(); return CAS(LOCK, 0, 1) ? 3 : W_BLOCK;
		case 3: FENCE(); if (w->var[QUEUED]) { w->var[QUEUED] = 0; w->var[NWAIT]--; w->var[READY] = 1; } return 4;
		case 4: FENCE(); w->var[LOCK] = 0; return W_DONE;
		}
	}
	switch (pc) {                           /* acquirer */
	case 0: FENCE(); return CAS(COUNT, 1, 0) ? W_DONE : 1;
	case 1: FENCE(); return CAS(LOCK, 0, 1) ? 2 : W_BLOCK;
	case 2: if (broken == 2) return 3; ADD(NWAIT, 1); return 3;
	case 3: FENCE(); return CAS(COUNT, 1, 0) ? 4 : 5;
	case 4: FENCE(); if (broken != 2) w->var[NWAIT]--; w->var[LOCK] = 0; return W_DONE;
	case 5: FENCE(); w->var[QUEUED] = 1; return 6;
	case 6: FENCE(); w->var[LOCK] = 0; return 7;
	case 7: if (!w->var[READY]) return W_BLOCK; w->var[READY] = 0; return 0;
	}
	return W_DONE;
}

static const char *sema_bad(const W *w)
{
	return w->pc[1] == 7 ? "a waiter sleeps beside a free semaphore" : NULL;
}

/* ---- readiness of a descriptor (poll.c): 0 nothing, 1 ready, 2 the reader waits ------------------------------------------------ */
enum { DATA, SIDE, PLOCK, RUN, EDGE };

static uint8_t fd_step(W *w, int t, uint8_t pc)
{
	if (t == 0) {                           /* the kernel: data, then an edge */
		switch (pc) {
		case 0: FENCE(); w->var[DATA] = 1; return 1;
		case 1: FENCE(); w->var[EDGE] = 1; return W_DONE;
		}
	}
	if (t == 1) {                           /* poller: mark */
		switch (pc) {
		case 0: if (!w->var[EDGE]) return W_BLOCK; return 1;
		case 1: FENCE(); return CAS(PLOCK, 0, 1) ? 2 : W_BLOCK;
		case 2: FENCE(); if (w->var[SIDE] == 2) w->var[RUN] = 1; w->var[SIDE] = 1; return 3;
		case 3: FENCE(); w->var[PLOCK] = 0; return W_DONE;
		}
	}
	switch (pc) {                           /* reader: reset, read, wait */
	case 0: w->loc[t][0] = LOAD(SIDE); return w->loc[t][0] == 1 ? 1 : broken ? 8 : 2;
	case 1: FENCE(); (void)CAS(SIDE, 1, 0); return 2;
	case 2: w->loc[t][0] = LOAD(DATA); return w->loc[t][0] ? W_DONE : broken ? 9 : 3;
	case 3: FENCE(); return CAS(PLOCK, 0, 1) ? 4 : W_BLOCK;
	case 4: FENCE(); if (w->var[SIDE] == 1) { w->var[SIDE] = 0; return 7; } w->var[SIDE] = 2; return 5;
	case 5: FENCE(); w->var[PLOCK] = 0; return 6;
	case 6: if (!w->var[RUN]) return W_BLOCK; w->var[RUN] = 0; return 3;
	case 7: FENCE(); w->var[PLOCK] = 0; return 0;
	case 8: return 2;
	case 9: FENCE(); w->var[SIDE] = 0; return 3;    /* forgets an edge after the read, not before it */
	}
	return W_DONE;
}

static const char *fd_bad(const W *w)
{
	return w->pc[2] == 6 && w->var[DATA] ? "a reader sleeps beside data" : NULL;
}

/* ---- park and ready: a goroutine is readied before it has left its stack --------------------------------------------------------- */
enum { ON_CPU, QUEUE_G, CHLOCK, WAITING, RUNS };

static void park_init(W *w) { w->var[ON_CPU] = 1; w->var[RUNS] = 1; }

static uint8_t park_step(W *w, int t, uint8_t pc)
{
	if (t == 0) {                           /* parks: queues itself under the lock, unlocks, leaves its stack */
		switch (pc) {
		case 0: FENCE(); return CAS(CHLOCK, 0, 1) ? 1 : W_BLOCK;
		case 1: FENCE(); w->var[WAITING] = 1; return 2;
		case 2: STORE(CHLOCK, 0); return 3;
		case 3: w->var[RUNS]--; return 4;                               /* its last instruction on this stack */
		case 4: STORE(ON_CPU, 0); return W_DONE;
		}
	}
	if (t == 1) {                           /* readies */
		switch (pc) {
		case 0: FENCE(); return CAS(CHLOCK, 0, 1) ? 1 : W_BLOCK;
		case 1: if (!w->var[WAITING]) { w->var[CHLOCK] = 0; return 0; } FENCE(); w->var[WAITING] = 0; return 2;
		case 2: FENCE(); w->var[QUEUE_G] = 1; return 3;
		case 3: STORE(CHLOCK, 0); return W_DONE;
		}
	}
	switch (pc) {                           /* a scheduler loop runs it */
	case 0: FENCE(); return CAS(QUEUE_G, 1, 0) ? broken ? 2 : 1 : W_BLOCK;
	case 1: return LOAD(ON_CPU) ? W_BLOCK : 2;
	case 2: FENCE(); w->var[RUNS]++; return W_DONE;
	}
	return W_DONE;
}

static const char *park_bad(const W *w) { return w->pc[2] != W_DONE ? "a readied goroutine does not run" : NULL; }
static const char *park_always(const W *w) { return w->var[RUNS] > 1 ? "a goroutine runs on two threads" : NULL; }

/* ---- select: two wakers, one goroutine in two queues ------------------------------------------------------------------------------ */
enum { DONE_SEL, WAKES, CLOSED };

static uint8_t select_step(W *w, int t, uint8_t pc)
{
	switch (pc) {                           /* each finds the waiter in its own channel's queue: one sends, one closes */
	case 0: w->loc[t][0] = LOAD(DONE_SEL); return broken ? 2 : 1;
	case 1: FENCE(); return CAS(DONE_SEL, 0, 1) ? 3 : W_DONE;
	case 2: if (w->loc[t][0]) return W_DONE; FENCE(); w->var[DONE_SEL] = 1; return 3;
	case 3: ADD(WAKES, 1); return W_DONE;
	}
	return W_DONE;
}

static const char *select_bad(const W *w) { return w->var[WAKES] != 1 ? "a select is woken twice or never" : NULL; }

/* ---- system call: the goroutine comes back while sysmon takes its P, or the world stops ---------------------------------------------- */
enum { STATUS, HOLDERS };       /* 2 in a system call, 1 running, 0 idle, 3 stopped */

static void sys_init(W *w) { w->var[STATUS] = 2; }

static uint8_t sys_step(W *w, int t, uint8_t pc)
{
	static const int8_t to[] = { 1, 0, 3 };
	switch (pc) {
	case 0: w->loc[t][0] = LOAD(STATUS); return w->loc[t][0] == 2 ? broken ? 2 : 1 : W_DONE;
	case 1: FENCE(); return CAS(STATUS, 2, to[t]) ? 3 : W_DONE;
	case 2: FENCE(); w->var[STATUS] = to[t]; return 3;
	case 3: ADD(HOLDERS, 1); return W_DONE;
	}
	return W_DONE;
}

static const char *sys_bad(const W *w) { return w->var[HOLDERS] != 1 ? "a P has two owners or none" : NULL; }

int main(void)
{
	static const struct { Model m; int nbroken; } all[] = {
		{ { "wake", 3, wake_step, wake_bad, NULL, wake_init }, 2 },
		{ { "timer against poller", 2, poller_step, poller_bad, NULL, poller_init }, 2 },
		{ { "semaphore", 2, sema_step, sema_bad, NULL, NULL }, 2 },
		{ { "descriptor", 3, fd_step, fd_bad, NULL, NULL }, 1 },
		{ { "park and ready", 3, park_step, park_bad, park_always, park_init }, 1 },
		{ { "select", 2, select_step, select_bad, NULL, NULL }, 1 },
		{ { "system call", 3, sys_step, sys_bad, NULL, sys_init }, 1 },
	};
	int bad = 0;
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		for (broken = 0; broken <= all[i].nbroken; broken++)
			bad += weave(&all[i].m, broken != 0);
	return bad != 0;
}
