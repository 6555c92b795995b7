/* race.c: which packages a build with -race watches.
 *
 * What implements synchronisation is trusted: it tells the detector its meaning through internal/race instead of showing its accesses, and
 * its functions are not copied into watched ones. */
#include "compiler/ir/ir.h"

bool race_build;

static const char *const trusted[] = { "internal", "os", "reflect", "runtime", "sync", "syscall", "time", "unique", "weak" };

bool race_watches(const Package *p)
{
	if (!race_build || !p)
		return false;
	for (int i = 0; p->is_std && i < ARRAY_LEN(trusted); i++) {
		size_t n = strlen(trusted[i]);
		if (!strncmp(p->path, trusted[i], n) && (!p->path[n] || p->path[n] == '/'))
			return false;
	}
	return true;
}
