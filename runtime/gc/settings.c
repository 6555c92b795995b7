/* settings.c: what the environment says about the collector.
 *
 *   GOGC          percentage or off; anything else is 100, as in Go
 *   GOMEMLIMIT    bytes with B, KiB, MiB, GiB, TiB; off; auto: 90 % of what the control group allows; N%: that share of it
 *   GOGCMIN       size below which the goal of the heap never falls (4MiB at GOGC=100)
 *   TUCOMEMHARD   more memory than this is a fatal error that says who holds it; without GOMEMLIMIT the limit is 95 % of it
 *   TUCOGCCPU     percent of the CPU that collections may take when memory is at the limit (50)
 *
 * A control group's limit is the least of its own and its ancestors', in the unified hierarchy (memory.max) or version 1
 * (memory.limit_in_bytes). It is read again every ten seconds. Without a group, auto means no limit. */
#ifndef TUCO_GC_BOEHM
#include "runtime/gc/gc.h"

static int32_t share;           /* percent of the group's limit; 0: the limit is not from there */
static int64_t next_look;

static TU_NORETURN void malformed(const char *name, const char *value, const char *text)
{
	tu__print(name);
	tu__print("=");
	tu__print(value);
	tu__print("\n");
	tu__throw(text);
}

/* TUCODEBUG=cgroot=DIR: the files of the control group are looked for below DIR: tests. */
static const char *below_root(const char *path, char *buf, int64_t room)
{
	int64_t n;
	const char *root = tu__tucodebug_text("cgroot", &n);
	if (!root)
		return path;
	int64_t k = 0;
	for (; k < n && k < room - 1; k++)
		buf[k] = root[k];
	while (*path && k < room - 1)
		buf[k++] = *path++;
	buf[k] = 0;
	return buf;
}

static int64_t read_file(const char *path, char *buf, int64_t room)
{
	int64_t fd = tu__sys(257, -100, (int64_t)path, 02000000, 0, 0, 0), n = 0, k;    /* openat, O_CLOEXEC */
	if (fd < 0)
		return -1;
	while (n < room - 1 && (k = tu__sys(0, fd, (int64_t)(buf + n), room - 1 - n, 0, 0, 0)) > 0)
		n += k;
	tu__sys(3, fd, 0, 0, 0, 0, 0);
	buf[n] = 0;
	return n;
}

int64_t tu__gc_rss(void)
{
	char buf[128];
	const char *s = buf;
	int64_t v = 0;
	if (read_file("/proc/self/statm", buf, sizeof buf) <= 0)
		return 0;
	while (*s && *s != ' ')
		s++;
	if (*s)
		s++;
	for (; *s >= '0' && *s <= '9'; s++)
		v = v * 10 + (*s - '0');
	return v * 4096;
}

static int64_t limit_in(const char *path)
{
	char buf[64], name[2048];
	int64_t v = 0;
	path = below_root(path, name, sizeof name);
	if (read_file(path, buf, sizeof buf) <= 0 || buf[0] < '0' || buf[0] > '9')
		return INT64_MAX;
	for (const char *s = buf; *s >= '0' && *s <= '9'; s++)
		if (__builtin_mul_overflow(v, 10, &v) || __builtin_add_overflow(v, *s - '0', &v))
			return INT64_MAX;
	return v >= (int64_t)1 << 60 ? INT64_MAX : v;   /* version 1 says "no limit" with a huge number */
}

static char *add(char *to, char *end, const char *s, const char *stop)
{
	while (s != stop && *s && to < end)
		*to++ = *s++;
	*to = 0;
	return to;
}

/* The least limit from root/group/file up to root/file. */
static int64_t walk_up(const char *root, const char *group, const char *stop, const char *file)
{
	char path[1024], *end = path + sizeof path - 1;
	int64_t least = INT64_MAX;
	for (;;) {
		while (stop > group && stop[-1] == '/')
			stop--;
		char *at = add(path, end, root, NULL);
		at = add(at, end, group, stop);
		(void)add(at, end, file, NULL);
		int64_t v = limit_in(path);
		least = v < least ? v : least;
		if (stop == group)
			return least;
		while (stop > group && stop[-1] != '/')
			stop--;
	}
}

static uint8_t starts(const char *s, const char *with)
{
	while (*with)
		if (*s++ != *with++)
			return 0;
	return 1;
}

/* list: controllers separated by commas, up to a colon. */
static uint8_t names_memory(const char *list)
{
	for (;;) {
		if (starts(list, "memory:") || starts(list, "memory,"))
			return 1;
		while (*list && *list != ',' && *list != ':')
			list++;
		if (*list++ != ',')
			return 0;
	}
}

int64_t tu__cgroup_limit(void)
{
	char buf[4096], name[2048];
	int64_t least = INT64_MAX;
	if (read_file(below_root("/proc/self/cgroup", name, sizeof name), buf, sizeof buf) <= 0)
		return INT64_MAX;
	for (const char *line = buf; *line;) {
		const char *eol = line, *a, *b;
		while (*eol && *eol != '\n')
			eol++;
		for (a = line; a < eol && *a != ':'; a++)
			;
		for (b = a + 1; b < eol && *b != ':'; b++)
			;
		if (b < eol) {
			int64_t v = INT64_MAX;
			if (starts(line, "0::"))
				v = walk_up("/sys/fs/cgroup", b + 1, eol, "/memory.max");
			else if (names_memory(a + 1))
				v = walk_up("/sys/fs/cgroup/memory", b + 1, eol, "/memory.limit_in_bytes");
			least = v < least ? v : least;
		}
		line = *eol ? eol + 1 : eol;
	}
	return least;
}

static int64_t share_of_group(void)
{
	int64_t v = tu__cgroup_limit();
	return v == INT64_MAX ? v : v / 100 * share;
}

/* auto and N%: 1 when that was the text. */
static uint8_t parse_share(const char *s)
{
	int32_t v = 0;
	if (starts(s, "auto") && !s[4]) {
		share = 90;
		return 1;
	}
	const char *p = s;
	for (; *p >= '0' && *p <= '9' && v <= 100; p++)
		v = v * 10 + (*p - '0');
	if (p == s || *p != '%' || p[1] || v < 1 || v > 100)
		return 0;
	share = v;
	return 1;
}

static int64_t bytes_of(const char *name, const char *text, int64_t dflt)
{
	const char *s = tu__env(name);
	uint8_t ok;
	if (!s || !*s)
		return dflt;
	int64_t v = tu__parse_memlimit(s, &ok);
	if (!ok)
		malformed(name, s, text);
	return v;
}

void tu__gc_read_settings(void)
{
	TuGc *c = &tu__gc;
	const char *limit = tu__env("GOMEMLIMIT"), *cpu = tu__env("TUCOGCCPU");
	uint8_t ok;
	c->gogc = tu__parse_gogc(tu__env("GOGC"));
	c->min_heap = bytes_of("GOGCMIN", "malformed GOGCMIN: a size such as 64MiB is expected", (int64_t)4 << 20);
	c->hard = bytes_of("TUCOMEMHARD", "malformed TUCOMEMHARD: a size such as 512MiB is expected", INT64_MAX);
	if (limit && parse_share(limit)) {
		c->memlimit = share_of_group();
	} else {
		c->memlimit = tu__parse_memlimit(limit, &ok);
		if (!ok)
			malformed("GOMEMLIMIT", limit, "malformed GOMEMLIMIT; see `go doc runtime/debug.SetMemoryLimit`");
	}
	if (c->hard != INT64_MAX && c->memlimit > c->hard / 100 * 95)
		c->memlimit = c->hard / 100 * 95;
	c->cpu_share = 50;
	if (cpu && *cpu) {
		int32_t v = 0;
		const char *p = cpu;
		for (; *p >= '0' && *p <= '9' && v < 1000; p++)
			v = v * 10 + (*p - '0');
		if (*p || v < 1 || v > 99)
			malformed("TUCOGCCPU", cpu, "malformed TUCOGCCPU: a percentage from 1 to 99 is expected");
		c->cpu_share = v;
	}
}

/* Called by sysmon. */
void tu__gc_watch_group(int64_t now)
{
	TuGc *c = &tu__gc;
	if (!share || now < next_look)
		return;
	int64_t every_ms = tu__tucodebug("cgevery", 10000);
	next_look = now + every_ms * 1000000;
	int64_t v = share_of_group();
	tu__lock(&c->lock);
	if (v != c->memlimit && share) {
		c->memlimit = v;
		tu__gc_commit_pace();
	}
	tu__unlock(&c->lock);
}

void tu__gc_limit_set(void) { share = 0; }

/* ---- TUCOMEMHARD ----------------------------------------------------------------------------------------------------------- */

void tu__gc_hard_limit(int64_t resident)
{
	TuHeap *h = &tu__heap;
	uint8_t shown[2 * TU_NCLASS] = { 0 };
	int64_t outside = tu__gc.hard - h->hard;
	tu__printf("runtime: memory in use (%d bytes) is beyond TUCOMEMHARD (%d bytes)\n", resident + outside, tu__gc.hard);
	tu__printf("runtime: %d bytes outside the heap: program, stacks, metadata\n", outside);
	tu__printf("runtime: %d bytes in large objects\n", h->large_alloc_nbyte - h->large_free_nbyte);
	for (int32_t k = 0; k < 5; k++) {
		int32_t best = -1;
		uint64_t most = 0;
		for (int32_t i = 0; i < 2 * TU_NCLASS; i++) {
			uint64_t n = (h->central[i].nalloc - h->central[i].nfree) * tu__class_size[i >> 1];
			if (!shown[i] && n > most && n < (uint64_t)1 << 60) {
				best = i;
				most = n;
			}
		}
		if (best < 0)
			break;
		shown[best] = 1;
		tu__printf("runtime: %d bytes in objects of %d bytes", most, tu__class_size[best >> 1]);
		tu__print(best & 1 ? " without pointers\n" : "\n");
	}
	tu__throw("out of memory: beyond TUCOMEMHARD");
}
#endif
