/* leak.c: placeholder until the search is here. */
#include "runtime/obs/prof.h"
#include "runtime/obs/exit.h"
void tu_leak_find(void) {}
int64_t tu__leak_report(void) { return 0; }
