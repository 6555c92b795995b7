/* dwarf.h: reading debug information of the linked executable: the primitive values, and what gcc inlined where. */
#ifndef TUCO_DWARF_H
#define TUCO_DWARF_H
#include "compiler/drive/drive.h"

typedef struct { const uint8_t *p, *end; bool bad; } Rd;        /* a reader; runs dry instead of past the end */
uint64_t rd_take(Rd *r, size_t n);      /* n <= 8 bytes, little-endian */
uint64_t rd_uleb(Rd *r);
int64_t rd_sleb(Rd *r);
const char *rd_text(Rd *r);             /* "" when damaged */
const char *rd_text_at(const Rd *sec, uint64_t off);

/* One address range of a call that gcc inlined. Ranges nest: parent is the range set of the call around it. */
typedef struct InlCall {
	const char *fn;                 /* C name of the inlined function */
	int parent;                     /* index into Inlined.call, -1: the physical function */
	int depth;                      /* 0: directly in the physical function */
	uint64_t unit, file;            /* where the call stands: unit's offset in .debug_line, index of the file there */
	uint32_t line;
} InlCall;
typedef struct { uint64_t lo, hi; int call; } InlRange;
typedef struct Inlined { VEC(InlCall) call; VEC(InlRange) range; } Inlined;
typedef struct DebugInfo { Rd info, abbrev, str, line_str, ranges; } DebugInfo;         /* sections; p NULL: absent */

/* Reads DWARF 5; units of other versions are passed over. Ranges come sorted by lo, outer ones first. Damage ends a unit. */
void read_inlined(const DebugInfo *d, Inlined *out);
#endif
