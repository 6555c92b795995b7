/* constval.h: how constants are represented; for constval.c and consttext.c only. */
#ifndef TUCO_TYPES_CONSTVAL_H
#define TUCO_TYPES_CONSTVAL_H
#include <gmp.h>
#include <mpfr.h>
#include "compiler/types/types.h"

enum { V_UNKNOWN, V_BOOL, V_STR, V_I64, V_BIG, V_RAT, V_FLT, V_CPLX };  /* order is the order of promotion from V_I64 on */
#define FLOAT_NBIT 512
#define SMALL_NBIT 4096         /* above: floats instead of rationals */

struct Const {
	uint8_t v;
	union {
		bool b;
		int64_t i;
		struct { Sym *sym; Const *l, *r; size_t n; } s;         /* sym NULL: concatenation of l and r, not yet made */
		mpz_t z;
		mpq_t q;
		mpfr_t f;
		struct { Const *re, *im; } c;
	} u;
};

Const *const_to_flt(const Const *c);    /* of a real number: as a big float */

#endif
