/* report.h: renders what escape analysis found. */
#ifndef TUCO_REPORT_H
#define TUCO_REPORT_H
#include "compiler/escape/escape.h"

/* Go's -m lines for every package whose flags ask for them, as notes to diag. */
void report_m(void);

/* //tuco:noalloc, //tuco:allocs<=N, //tuco:stack: errors where p does not keep them. */
void report_directives(Package *p);

/* ---- facts.c: one row for each thing that is placed ------------------------------------------------------------------- */

typedef enum { ROW_SITE, ROW_LOCAL, ROW_PARAM, ROW_CALL, ROW_OTHER } RowKind;  /* the last two are made by measure.c */
typedef enum { CLASS_NONE, CLASS_ARG, CLASS_GLOBAL } EscClass;          /* NoEscape, ArgEscape, GlobalEscape (Choi et al. 1999) */
typedef struct Row {
	uint8_t kind, cls;
	bool room;                      /* heap, unless the caller gives memory of its frame */
	bool measured;                  /* cost is known */
	const Fn *fn;                   /* NULL: ROW_CALL, ROW_OTHER */
	const char *func;               /* name of fn */
	const Ins *ins;                 /* what allocates, or NULL */
	int index;                      /* site, local or parameter */
	Pos pos;
	const char *what, *type;
	int64_t nbyte;                  /* -1: known at run time only */
	const char *verdict;            /* "register" "stack" "stack<=N" "heap" "static" "param" */
	const char *reason;             /* one line */
	const EscPath *path;            /* how it flows to where it outlives, or NULL */
	const char *inlined;            /* function the code was inlined from, or NULL */
	const char *key;                /* same in the next build as long as the function is the same */
	const char *peer;               /* Go's verdict or NULL */
	int64_t cost_nobject, cost_nbyte;       /* allocated here while the program ran */
	double share;                   /* of all bytes */
	const char *disagrees;          /* how what was measured contradicts the verdict, or NULL */
} Row;
typedef VEC(Row) RowVec;
RowVec report_rows(const Package *p);   /* in order of position */
const char *class_name(int cls);
bool row_heap(const Row *r);
/* What would change a verdict, from the last step of its path; NULL when there is nothing to say. */
const char *row_advice(const Row *r);
const char *source_line(Pos p);         /* without leading blanks and line end */

/* ---- render.c, page.c --------------------------------------------------------------------------------------------------- */

void report_table(FILE *f, const RowVec *v, int top);
void report_json(Buf *b, const RowVec *v, const Package *p);            /* schema: docs/report.md */
void report_page(Buf *b, const RowVec *v, const Package *p);            /* one HTML page that needs nothing else */
void report_why(FILE *f, const Row *r);
void report_sarif(Buf *b, const RowVec *v, const Package *p);           /* export.c: SARIF 2.1.0, a result for each row on the heap */
void report_dot(Buf *b, const RowVec *v, const Package *p);             /* export.c: the paths as a graph for graphviz */
/* Rows whose key has another verdict in an older report_json text; returns how many are new on the heap, -1 when the text is no report. */
int report_diff(FILE *f, const RowVec *v, const char *old);
/* Marks rows with what Go's -m says (text: its output). */
void report_peer(RowVec *v, const char *text);

#endif
