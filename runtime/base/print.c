/* print.c: text to stderr without allocation, from any context including signal handlers.
 *
 * Output gathers in one static buffer between tu_print_lock and tu_print_unlock and is written when the lock is left or the buffer
 * is full. The lock is recursive per thread, so that a fault while printing can still report itself. */
#include "runtime/base/rt.h"
#include "runtime/arch/arch.h"
#include <sys/syscall.h>

static TuLock print_lock;
static uintptr_t owner;                 /* fs base of the holder */
static int32_t depth;
static char buf[1024];
static int32_t nbuf;

int32_t tu__crash_fd = -1;              /* debug.SetCrashOutput */
uint8_t tu__crash_on;                   /* the program is dying: its last words go there too */

static char *capture;                   /* where the holder of the lock wants the text instead */
static int64_t capture_n, capture_cap;

static void flush(void)
{
	int32_t done = 0;
	if (capture) {
		int64_t n = capture_cap - capture_n < nbuf ? capture_cap - capture_n : nbuf;
		__builtin_memcpy(capture + capture_n, buf, (uint64_t)n);
		capture_n += n;
		nbuf = 0;
		return;
	}
	if (TU_UNLIKELY(tu__crash_on) && tu__crash_fd >= 0)
		(void)tu__sys(SYS_write, tu__crash_fd, (int64_t)buf, nbuf, 0, 0, 0);    /* best effort: the copy must not stop the original */
	while (done < nbuf) {
		int64_t r = tu__sys(SYS_write, 2, (int64_t)(buf + done), nbuf - done, 0, 0, 0);
		if (r == -4)                    /* EINTR */
			continue;
		if (r <= 0)
			break;
		done += (int32_t)r;
	}
	nbuf = 0;
}

int64_t tu_set_crash_fd(int64_t fd)
{
	return __atomic_exchange_n(&tu__crash_fd, (int32_t)fd, __ATOMIC_ACQ_REL);
}

void tu_print_lock(void)
{
	uintptr_t me = tu__fs_base();
	TuM *m = tu__m();
	if (m)
		m->locks++;
	if (__atomic_load_n(&owner, __ATOMIC_RELAXED) != me) {
		uint32_t z = 0;
		for (int64_t i = 0; !__atomic_compare_exchange_n(&print_lock.v, &z, 1, 0, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED); i++, z = 0)
			if (i > 1000)
				tu__sys(SYS_sched_yield, 0, 0, 0, 0, 0, 0);
			else
				__builtin_ia32_pause();
		__atomic_store_n(&owner, me, __ATOMIC_RELAXED);
	}
	depth++;
}

void tu_print_unlock(void)
{
	TuM *m = tu__m();
	if (--depth == 0) {
		flush();
		__atomic_store_n(&owner, 0, __ATOMIC_RELAXED);
		__atomic_store_n(&print_lock.v, 0, __ATOMIC_RELEASE);
	}
	if (m)
		m->locks--;
}

void tu__print_capture(void *p, int64_t n)
{
	tu_print_lock();
	flush();
	capture = p;
	capture_cap = n;
	capture_n = 0;
}

int64_t tu__print_capture_end(void)
{
	flush();
	int64_t n = capture_n;
	capture = NULL;
	tu_print_unlock();
	return n;
}

void tu__print_n(const void *p, int64_t n)
{
	tu_print_lock();
	for (int64_t i = 0; i < n; i++) {
		if (nbuf == (int32_t)sizeof buf)
			flush();
		buf[nbuf++] = ((const char *)p)[i];
	}
	tu_print_unlock();
}

void tu__print(const char *s)
{
	int64_t n = 0;
	while (s[n])
		n++;
	tu__print_n(s, n);
}

static void put_base(uint64_t v, uint64_t base)
{
	char t[24];
	int i = 24;
	do
		t[--i] = "0123456789abcdef"[v % base];
	while ((v /= base) != 0);
	tu__print_n(t + i, 24 - i);
}

void tu__print_uint(uint64_t v)
{
	put_base(v, 10);
}

void tu__print_int(int64_t v)
{
	if (v < 0)
		tu__print_n("-", 1);
	put_base(v < 0 ? -(uint64_t)v : (uint64_t)v, 10);
}

void tu__print_hex(uint64_t v)
{
	tu__print_n("0x", 2);
	put_base(v, 16);
}

void tu__print_fmt(const char *f, uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t g)
{
	uint64_t v[6] = { a, b, c, d, e, g };
	int i = 0;
	tu_print_lock();
	for (; *f; f++) {
		if (*f != '%' || i == 6) {
			tu__print_n(f, 1);
			continue;
		}
		switch (*++f) {
		case 's': tu__print((const char *)v[i++]); break;
		case 'd': tu__print_int((int64_t)v[i++]); break;
		case 'u': tu__print_uint(v[i++]); break;
		case 'x':
		case 'p': tu__print_hex(v[i++]); break;
		case 'c': {
			char ch = (char)v[i++];
			tu__print_n(&ch, 1);
			break;
		}
		default: tu__print_n(f, 1); break;
		}
	}
	tu_print_unlock();
}

/* Go's print and println. */
void tu_print_bool(uint8_t v) { tu__print(v ? "true" : "false"); }
void tu_print_i64(int64_t v) { tu__print_int(v); }
void tu_print_u64(uint64_t v) { tu__print_uint(v); }
void tu_print_str(const uint8_t *p, int64_t n) { tu__print_n(p, n); }
void tu_print_ptr(const void *p) { tu__print_hex((uint64_t)p); }
void tu_print_sp(void) { tu__print_n(" ", 1); }
void tu_print_nl(void) { tu__print_n("\n", 1); }

void tu_print_slice(const void *p, int64_t n, int64_t c)
{
	tu__printf("[%d/%d]%x", n, c, p);
}

void tu_print_iface(const void *tab, void *d)
{
	tu__printf("(%x,%x)", tab, d);
}
