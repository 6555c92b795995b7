/* measure.h: what allocations cost, from a heap profile, beside the rows of the report. */
#ifndef TUCO_MEASURE_H
#define TUCO_MEASURE_H
#include "compiler/report/report.h"

/* ---- pprof.c: the profile ------------------------------------------------------------------------------------------------ */

typedef struct ProfLine { const char *func, *file; uint32_t line, col; } ProfLine;      /* col 0: unknown */
typedef VEC(ProfLine) ProfLoc;          /* of one return address: functions inlined there, innermost first */
typedef struct ProfSample { VEC(ProfLoc *) locs; int64_t nobject, nbyte; } ProfSample;  /* innermost first */
typedef struct Profile { VEC(ProfSample) samples; const char *build_id; int64_t rate; } Profile;
/* NULL, or what is wrong with the data: "is not a profile" and the like. */
const char *profile_read(Profile *out, const void *data, size_t nbyte);

/* ---- measure.c: the join --------------------------------------------------------------------------------------------------- */

typedef struct Measured {
	int64_t nobject, nbyte;         /* all of the profile */
	int64_t elsewhere_nobject, elsewhere_nbyte;     /* without a frame of the package: the runtime's and the library's start */
	bool columns;                   /* sites of one line are told apart */
	bool exact;                     /* every object was sampled */
	int nbad;                       /* rows that disagree */
} Measured;
/* Fills cost and disagrees of the rows, and adds rows for allocations that are no site of their own: calls into other packages (one row for each
 * call, all that was allocated below it), map stores and the like. std: folder of the standard library's sources. */
Measured report_measure(RowVec *v, const Package *p, const Profile *prof, const char *std);
void rows_by_cost(RowVec *v);
#endif
