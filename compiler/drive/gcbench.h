/* gcbench.h: runs of one program under many settings, and what was measured. */
#ifndef TUCO_GCBENCH_H
#define TUCO_GCBENCH_H
#include "compiler/base/base.h"
#include <signal.h>

typedef VEC(double) Numbers;
typedef struct GcTick { double t, heap_before, heap_after, goal; } GcTick;      /* one collection: s, MB */
typedef struct Setting {                /* one row */
	const char *gc, *gogc, *limit, *procs;
	const char *min;                /* GOGCMIN */
	const char *exe;
	bool peer;                      /* built by Go */
	const char *error;              /* why it could not be built or run; NULL: fine */
	Numbers wall, cpu, rss, gcs, assist;    /* per run: ms, ms, MiB, count, ms */
	Numbers mmu;                    /* per run: least share of any 10 ms that is left to the program, percent */
	Numbers pauses;                 /* of all runs, us */
	VEC(GcTick) ticks;              /* of the last run */
} Setting;
typedef struct GcBench {
	const char *prog;
	StrVec args;
	VEC(Setting) rows;
	int n, warmup;
	double timeout_s;
} GcBench;

double num_median(const Numbers *v);
double num_quantile(const Numbers *v, double q);
void num_ci95(const Numbers *v, double *lo, double *hi);        /* of the median, by order statistics */
/* Runs one setting once; false with s->error set when it failed. keep: record the numbers. */
bool gcbench_run(const GcBench *b, Setting *s, bool keep);
void gcbench_table(Buf *out, const GcBench *b);
void gcbench_csv(Buf *out, const GcBench *b);
void gcbench_json(Buf *out, const GcBench *b);
void gcbench_html(Buf *out, const GcBench *b);
/* "us", "ms"; "-" for nothing. */
const char *gcbench_pause_text(double us);
const char *gcbench_span(const Numbers *v, const char *fmt);    /* the 95 % interval; "" for a single number */
void gcbench_json_rows(Buf *out, const GcBench *b);
void gcbench_json_str(Buf *out, const char *s);

extern volatile sig_atomic_t gcbench_stopped;           /* Ctrl-C */
void gcbench_catch_int(void);
StrVec gcbench_split(const char *list);
const char *gcbench_build(const char *prog, const char *gc, const char **err);  /* the executable; NULL with *err */
int cmd_gcbench(int argc, char **argv);
int cmd_tune(int argc, char **argv);

#endif
