/* poll.c: descriptors that can be waited for, and the epoll instance that watches them.
 *
 * The lock is taken where a goroutine may be woken; tu_poll_reset, which every read and write calls, needs none: only the one goroutine that
 * reads (or writes) and the poller touch a side, and a CAS from READY to 0 tells them apart.
 * drained: a read of a TCP socket that got less than it asked for has taken everything, so that the next one waits at once instead of asking the
 * kernel for nothing. New data raises a new edge. An end or urgent data may have raised its edge before: `odd` remembers them, and then every
 * read asks.
 *
 * Edge-triggered: each descriptor remembers readiness per direction in a word: 0 nothing, READY, or the goroutine that waits. Descriptors
 * are never freed, only reused, so a late event at worst wakes somebody for nothing. The lock is real (not lock_p): sysmon polls too. */
#include "runtime/poll/poll.h"
#include "runtime/sched/sched.h"
#include <sys/syscall.h>
#include <sys/epoll.h>
#include <errno.h>

typedef struct Pd Pd;
typedef struct { uintptr_t g; int64_t deadline; TuTimer timer; } Side;  /* deadline: 0 none, -1 passed */
struct Pd {
	TuLock lock;
	int32_t fd;
	uint8_t closing;        /* atomic */
	uint8_t odd;            /* atomic: the peer has ended, failed or sent urgent data */
	Side side[2];           /* reading, writing */
	Pd *link;
};

enum { READY = 1, OK = 0, CLOSING = 1, DEADLINE = 2, NOT_POLLABLE = 3 };

static int32_t epfd = -1, evfd = -1;
static int32_t nwait;                   /* atomic */
static uint32_t ready_state;            /* atomic: 0 no, 1 being made, 2 yes */
static TuLock free_lock;
static Pd *free_pd;

uint8_t tu__poll_ready(void) { return __atomic_load_n(&ready_state, __ATOMIC_ACQUIRE) == 2; }
int32_t tu__poll_nwait(void) { return __atomic_load_n(&nwait, __ATOMIC_RELAXED); }

void tu__poll_init(void)
{
	uint32_t z = 0;
	if (!__atomic_compare_exchange_n(&ready_state, &z, 1, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {
		while (!tu__poll_ready())
			__builtin_ia32_pause();
		return;
	}
	struct epoll_event ev = { .events = EPOLLIN };
	epfd = (int32_t)tu__sys(SYS_epoll_create1, EPOLL_CLOEXEC, 0, 0, 0, 0, 0);
	evfd = (int32_t)tu__sys(SYS_eventfd2, 0, 0x80800, 0, 0, 0, 0);  /* EFD_CLOEXEC | EFD_NONBLOCK */
	if (epfd < 0 || evfd < 0)
		tu__throw("epoll is not available");
	tu__sys(SYS_epoll_ctl, epfd, EPOLL_CTL_ADD, evfd, (int64_t)&ev, 0, 0);
	__atomic_store_n(&ready_state, 2, __ATOMIC_RELEASE);
}

void tu__poll_break(void)
{
	uint64_t one = 1;
	tu__sys(SYS_write, evfd, (int64_t)&one, 8, 0, 0, 0);
}

/* Marks one direction ready; adds its waiter to the list. */
static TuG *mark(Pd *pd, int side, uintptr_t to, TuG *list)
{
	tu__lock(&pd->lock);
	uintptr_t g = pd->side[side].g;
	if (g > READY) {
		((TuG *)g)->qnext = list;
		list = (TuG *)g;
		__atomic_sub_fetch(&nwait, 1, __ATOMIC_RELAXED);
		pd->side[side].g = to;
	} else if (to) {
		pd->side[side].g = to;
	}
	tu__unlock(&pd->lock);
	return list;
}

static int64_t epoll_sleep(struct epoll_event *ev, int n, int64_t ns)
{
	static uint8_t no_pwait2;
	if (ns > 0 && !no_pwait2) {
		struct { int64_t s, ns; } ts = { ns / 1000000000, ns % 1000000000 };
		int64_t r = tu__sys(441, epfd, (int64_t)ev, n, (int64_t)&ts, 0, 8);     /* epoll_pwait2: nanoseconds */
		if (r != -ENOSYS)
			return r;
		no_pwait2 = 1;
	}
	int64_t ms = ns < 0 ? -1 : ns / 1000000 > INT32_MAX ? INT32_MAX : (ns + 999999) / 1000000;
	return tu__sys(SYS_epoll_pwait, epfd, (int64_t)ev, n, ms, 0, 8);
}

TuG *tu__poll(int64_t ns)
{
	enum { BATCH = 128 };
	struct epoll_event ev[BATCH];
	TuG *list = NULL;
	int64_t n = epoll_sleep(ev, BATCH, ns);
	for (int64_t i = 0; i < n; i++) {
		Pd *pd = ev[i].data.ptr;
		uint32_t e = ev[i].events;
		if (!pd) {
			uint64_t v;
			if (ns != 0)
				tu__sys(SYS_read, evfd, (int64_t)&v, 8, 0, 0, 0);
			continue;
		}
		if (e & (EPOLLRDHUP | EPOLLHUP | EPOLLERR | EPOLLPRI))
			__atomic_store_n(&pd->odd, 1, __ATOMIC_SEQ_CST);        /* before mark: see tu_poll_wait */
		if (e & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR | EPOLLPRI))
			list = mark(pd, 0, READY, list);
		if (e & (EPOLLOUT | EPOLLHUP | EPOLLERR))
			list = mark(pd, 1, READY, list);
	}
	return list;
}

/* ---- descriptors ------------------------------------------------------------------------------------------------------------- */

static Pd *pd_new(void)
{
	tu__lock(&free_lock);
	Pd *pd = free_pd;
	if (pd)
		free_pd = pd->link;
	tu__unlock(&free_lock);
	return pd ? pd : tu__persist(sizeof(Pd));
}

static void init_body(void *arg)
{
	tu__poll_init();
	tu__sysmon_need();
}

TuPollOpen tu_poll_open(uintptr_t fd)
{
	tu__on_m(init_body, NULL);
	Pd *pd = pd_new();
	tu__lock(&pd->lock);
	pd->fd = (int32_t)fd;
	pd->closing = pd->odd = 0;
	for (int i = 0; i < 2; i++)
		pd->side[i].g = 0, pd->side[i].deadline = 0;
	tu__unlock(&pd->lock);
	struct epoll_event ev = { .events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLPRI | EPOLLET, .data.ptr = pd };
	int64_t r = tu__sys(SYS_epoll_ctl, epfd, EPOLL_CTL_ADD, (int64_t)fd, (int64_t)&ev, 0, 0);
	if (r < 0) {
		tu__lock(&free_lock);
		pd->link = free_pd;
		free_pd = pd;
		tu__unlock(&free_lock);
		return (TuPollOpen){ NULL, -r };
	}
	return (TuPollOpen){ pd, 0 };
}

void tu_poll_close(void *p)
{
	Pd *pd = p;
	struct epoll_event ev = { 0 };
	tu__sys(SYS_epoll_ctl, epfd, EPOLL_CTL_DEL, pd->fd, (int64_t)&ev, 0, 0);
	for (int i = 0; i < 2; i++)
		tu_timer_stop(&pd->side[i].timer);
	tu__lock(&free_lock);
	pd->link = free_pd;
	free_pd = pd;
	tu__unlock(&free_lock);
}

static int64_t trouble(Pd *pd, int side)
{
	return __atomic_load_n(&pd->closing, __ATOMIC_RELAXED) ? CLOSING :
		__atomic_load_n(&pd->side[side].deadline, __ATOMIC_RELAXED) < 0 ? DEADLINE : OK;
}

int64_t tu_poll_reset(void *p, int64_t mode)
{
	Pd *pd = p;
	int side = mode == 'w';
	int64_t r = trouble(pd, side);
	uintptr_t ready = READY;
	if (r == OK && __atomic_load_n(&pd->side[side].g, __ATOMIC_RELAXED) == READY)
		__atomic_compare_exchange_n(&pd->side[side].g, &ready, 0, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED);
	return r;
}

static void unlock_pd(void *l)
{
	tu__unlock(l);
}

/* mode d: reading, after a read that has drained the socket. */
int64_t tu_poll_wait(void *p, int64_t mode)
{
	Pd *pd = p;
	Side *s = &pd->side[mode == 'w'];
	for (;;) {
		tu__lock(&pd->lock);
		int64_t r = trouble(pd, mode == 'w');
		if (r != OK || s->g == READY || (mode == 'd' && __atomic_load_n(&pd->odd, __ATOMIC_SEQ_CST))) {
			if (r == OK)
				s->g = 0;
			tu__unlock(&pd->lock);
			return r;
		}
		if (s->g)
			tu__throw("poll: two goroutines wait for one direction");
		s->g = (uintptr_t)tu__g();
		__atomic_add_fetch(&nwait, 1, __ATOMIC_RELAXED);
		tu__park(TU_WAIT_IO, unlock_pd, &pd->lock);
	}
}

static void ready_list(TuG *list)
{
	while (list) {
		TuG *g = list;
		list = g->qnext;
		tu__ready(g);
	}
}

static void deadline_passed(Pd *pd, int side)
{
	tu__lock(&pd->lock);
	__atomic_store_n(&pd->side[side].deadline, -1, __ATOMIC_RELAXED);
	tu__unlock(&pd->lock);
	ready_list(mark(pd, side, 0, NULL));
}

static void deadline_timer(TuTimer *t)
{
	deadline_passed((Pd *)t->state[3], (int)t->seq);
}

void tu_poll_set_deadline(void *p, int64_t when, int64_t mode)
{
	Pd *pd = p;
	for (int side = 0; side < 2; side++) {
		if (mode != 'r' + 'w' && mode != "rw"[side])
			continue;
		Side *s = &pd->side[side];
		tu_timer_stop(&s->timer);
		if (when < 0) {
			deadline_passed(pd, side);
			continue;
		}
		tu__lock(&pd->lock);
		__atomic_store_n(&s->deadline, when, __ATOMIC_RELAXED);
		tu__unlock(&pd->lock);
		if (when == 0)
			continue;
		s->timer.f = NULL;
		s->timer.seq = (uintptr_t)side;
		s->timer.state[2] = (uintptr_t)deadline_timer;
		s->timer.state[3] = (uintptr_t)pd;
		tu_timer_reset(&s->timer, when, 0);
	}
}

void tu_poll_unblock(void *p)
{
	Pd *pd = p;
	tu__lock(&pd->lock);
	__atomic_store_n(&pd->closing, 1, __ATOMIC_RELAXED);
	tu__unlock(&pd->lock);
	ready_list(mark(pd, 0, 0, mark(pd, 1, 0, NULL)));
	for (int i = 0; i < 2; i++)
		tu_timer_stop(&pd->side[i].timer);
}
