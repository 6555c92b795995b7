/* gcbench_out.c: the measurements as an aligned table, CSV and JSON. */
#include "compiler/drive/gcbench.h"

static const char *span(const Numbers *v, const char *fmt)
{
	double lo, hi;
	num_ci95(v, &lo, &hi);
	if (v->n < 2)
		return "";
	char a[32], b[32];
	snprintf(a, sizeof a, fmt, lo);
	snprintf(b, sizeof b, fmt, hi);
	return str_fmt("%s..%s", a, b);
}

static const char *pause_text(double us)
{
	return us <= 0 ? "-" : us < 1000 ? str_fmt("%.0f us", us) : str_fmt("%.2f ms", us / 1000);
}

void gcbench_table(Buf *out, const GcBench *b)
{
	buf_fmt(out, "%-10s %5s %8s %3s  %9s %-17s %9s %10s %5s %9s %9s %9s\n", "collector", "GOGC", "limit", "P", "wall ms", "95 %", "CPU ms", "peak MiB", "GCs", "p50 pause", "p99 pause",
		"max pause");
	vec_each(&b->rows, i) {
		const Setting *s = &b->rows.v[i];
		buf_fmt(out, "%-10s %5s %8s %3s  ", s->gc, s->gogc ? s->gogc : "-", s->limit ? s->limit : "-", s->procs ? s->procs : "-");
		if (!s->wall.n) {
			buf_fmt(out, "%s\n", s->error ? s->error : "not run");
			continue;
		}
		buf_fmt(out, "%9.1f %-17s %9.1f %10.1f %5.0f %9s %9s %9s\n", num_median(&s->wall), span(&s->wall, "%.1f"), num_median(&s->cpu), num_median(&s->rss), num_median(&s->gcs),
			pause_text(num_quantile(&s->pauses, 0.5)), pause_text(num_quantile(&s->pauses, 0.99)), pause_text(num_quantile(&s->pauses, 1)));
	}
}

void gcbench_csv(Buf *out, const GcBench *b)
{
	buf_puts(out, "collector,gogc,memlimit,procs,run,wall_ms,cpu_ms,peak_mib,gcs,assist_ms\n");
	vec_each(&b->rows, i) {
		const Setting *s = &b->rows.v[i];
		vec_each(&s->wall, k)
			buf_fmt(out, "%s,%s,%s,%s,%d,%.3f,%.3f,%.3f,%.0f,%.3f\n", s->gc, s->gogc ? s->gogc : "", s->limit ? s->limit : "", s->procs ? s->procs : "", k + 1, s->wall.v[k], s->cpu.v[k],
				s->rss.v[k], s->gcs.v[k], s->assist.v[k]);
	}
}

static void json_str(Buf *out, const char *s)
{
	if (!s) {
		buf_puts(out, "null");
		return;
	}
	buf_putc(out, '"');
	for (; *s; s++)
		if (*s == '"' || *s == '\\')
			buf_fmt(out, "\\%c", *s);
		else if ((unsigned char)*s < 32)
			buf_fmt(out, "\\u%04x", *s);
		else
			buf_putc(out, *s);
	buf_putc(out, '"');
}

static void json_nums(Buf *out, const char *key, const Numbers *v)
{
	buf_fmt(out, ",\"%s\":[", key);
	vec_each(v, i)
		buf_fmt(out, "%s%.3f", i ? "," : "", v->v[i]);
	buf_putc(out, ']');
}

void gcbench_json(Buf *out, const GcBench *b)
{
	buf_puts(out, "{\"program\":");
	json_str(out, b->prog);
	buf_fmt(out, ",\"runs\":%d,\"rows\":[", b->n);
	vec_each(&b->rows, i) {
		const Setting *s = &b->rows.v[i];
		buf_fmt(out, "%s\n{\"collector\":", i ? "," : "");
		json_str(out, s->gc);
		buf_puts(out, ",\"gogc\":");
		json_str(out, s->gogc);
		buf_puts(out, ",\"memlimit\":");
		json_str(out, s->limit);
		buf_puts(out, ",\"procs\":");
		json_str(out, s->procs);
		buf_puts(out, ",\"error\":");
		json_str(out, s->wall.n ? NULL : s->error);
		json_nums(out, "wall_ms", &s->wall);
		json_nums(out, "cpu_ms", &s->cpu);
		json_nums(out, "peak_mib", &s->rss);
		json_nums(out, "gcs", &s->gcs);
		json_nums(out, "assist_ms", &s->assist);
		json_nums(out, "pause_us", &s->pauses);
		buf_puts(out, ",\"ticks\":[");
		vec_each(&s->ticks, k)
			buf_fmt(out, "%s[%.3f,%.0f,%.0f,%.0f]", k ? "," : "", s->ticks.v[k].t, s->ticks.v[k].heap_before, s->ticks.v[k].heap_after, s->ticks.v[k].goal);
		buf_puts(out, "]}");
	}
	buf_puts(out, "\n]}\n");
}
