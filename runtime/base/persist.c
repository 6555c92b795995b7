/* persist.c: metadata that is never freed: bump allocation from mapped chunks under one lock. */
#include "runtime/base/rt.h"

static TuLock lock;
static char *next, *end;

void *tu__persist(int64_t nbyte)
{
	void *p;
	nbyte = (nbyte + 15) & ~(int64_t)15;
	if (nbyte > 64 << 10)
		return tu__os_alloc(nbyte);
	tu__lock(&lock);
	if (end - next < nbyte) {
		next = tu__os_alloc(256 << 10);
		end = next + (256 << 10);
	}
	p = next;
	next += nbyte;
	tu__unlock(&lock);
	return p;
}
