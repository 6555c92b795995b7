/* weave.h: tries every interleaving of a few small threads.
 *
 * A model is an array of threads; each is a function from (state, pc) to the next pc, doing one shared access per step, so that every order of
 * accesses is tried. Stores may also be delayed: with a store buffer per thread (as x86 has), a plain store is seen by others when a flush step of that
 * thread has happened; fences and read-modify-writes wait for the buffer to be empty. States seen before are not visited again. */
#ifndef TUCO_WEAVE_H
#define TUCO_WEAVE_H
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { W_THREADS = 4, W_VARS = 16, W_BUF = 3, W_DONE = 200, W_BLOCK = 201 };

typedef struct {
	int8_t var[W_VARS];                     /* shared memory */
	int8_t loc[W_THREADS][4];               /* registers of each thread */
	uint8_t pc[W_THREADS];
	struct { int8_t v, x; } buf[W_THREADS][W_BUF];
	uint8_t nbuf[W_THREADS];
} W;

typedef struct {
	const char *name;
	int nthread;
	uint8_t (*step)(W *w, int t, uint8_t pc);       /* next pc, W_DONE, or W_BLOCK when it can not move now */
	const char *(*bad)(const W *w);                 /* nobody can move: what is wrong, or NULL */
	const char *(*always)(const W *w);              /* may be NULL: what is wrong in this state */
	void (*init)(W *w);
} Model;

static inline int8_t w_load(const W *w, int t, int v)
{
	for (int i = w->nbuf[t]; i-- > 0;)
		if (w->buf[t][i].v == v)
			return w->buf[t][i].x;
	return w->var[v];
}

static inline int w_full(const W *w, int t) { return w->nbuf[t] == W_BUF; }
static inline int w_empty(const W *w, int t) { return w->nbuf[t] == 0; }

static inline void w_store(W *w, int t, int v, int8_t x)
{
	w->buf[t][w->nbuf[t]].v = (int8_t)v;
	w->buf[t][w->nbuf[t]++].x = x;
}

/* Each returns W_BLOCK from the step while the buffer is in the way. */
#define STORE(v, x) do { if (w_full(w, t)) return W_BLOCK; w_store(w, t, v, x); } while (0)
#define FENCE() do { if (!w_empty(w, t)) return W_BLOCK; } while (0)
#define ADD(v, d) do { FENCE(); w->var[v] = (int8_t)(w->var[v] + (d)); } while (0)
#define LOAD(v) w_load(w, t, v)
#define CAS(v, from, to) (w->var[v] == (from) ? (w->var[v] = (to), 1) : 0)      /* after FENCE */

static W *w_set;
static uint64_t w_cap, w_n;

static int w_seen(const W *w)
{
	if (w_n * 2 >= w_cap) {
		W *old = w_set;
		uint64_t cap = w_cap;
		w_cap = cap ? cap * 2 : 4096;
		w_set = calloc(w_cap, sizeof *w_set);
		w_n = 0;
		for (uint64_t i = 0; i < cap; i++)
			if (old[i].nbuf[W_THREADS - 1] & 128)
				w_seen(&old[i]);
		free(old);
	}
	W k = *w;
	k.nbuf[W_THREADS - 1] |= 128;           /* marks a used slot */
	uint64_t h = 1469598103934665603u;
	for (size_t i = 0; i < sizeof k; i++)
		h = (h ^ ((uint8_t *)&k)[i]) * 1099511628211u;
	for (h &= w_cap - 1; w_set[h].nbuf[W_THREADS - 1] & 128; h = (h + 1) & (w_cap - 1))
		if (!memcmp(&w_set[h], &k, sizeof k))
			return 1;
	w_set[h] = k;
	w_n++;
	return 0;
}

static const char *w_visit(const Model *m, const W *w)
{
	const char *e;
	int moved = 0;
	if (w_seen(w))
		return NULL;
	if (m->always && (e = m->always(w)) != NULL)
		return e;
	for (int t = 0; t < m->nthread; t++) {
		if (w->nbuf[t]) {               /* the oldest store becomes visible */
			W n = *w;
			n.var[n.buf[t][0].v] = n.buf[t][0].x;
			memmove(&n.buf[t][0], &n.buf[t][1], sizeof n.buf[t] - sizeof n.buf[t][0]);
			memset(&n.buf[t][W_BUF - 1], 0, sizeof n.buf[t][0]);
			n.nbuf[t]--;
			moved = 1;
			if ((e = w_visit(m, &n)) != NULL)
				return e;
		}
		if (w->pc[t] == W_DONE)
			continue;
		W n = *w;
		uint8_t to = m->step(&n, t, w->pc[t]);
		if (to == W_BLOCK)
			continue;
		n.pc[t] = to;
		moved = 1;
		if ((e = w_visit(m, &n)) != NULL)
			return e;
	}
	return moved ? NULL : m->bad(w);
}

/* expect_bad: the model leaves out a step on purpose, and the explorer has to notice. */
static inline int weave(const Model *m, int expect_bad)
{
	W w;
	memset(&w, 0, sizeof w);
	free(w_set);
	w_set = NULL;
	w_cap = w_n = 0;
	if (m->init)
		m->init(&w);
	const char *e = w_visit(m, &w);
	if (!e != !expect_bad) {
		printf("%s: %s\n", m->name, e ? e : "the error that was put in is not found");
		return 1;
	}
	printf("%s: %llu states, %s\n", m->name, (unsigned long long)w_n, expect_bad ? e : "ok");
	return 0;
}
#endif
