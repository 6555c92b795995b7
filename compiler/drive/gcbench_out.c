/* gcbench_out.c: the measurements as an aligned table, CSV and JSON. */
#include "compiler/drive/gcbench.h"

const char *gcbench_span(const Numbers *v, const char *fmt)
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

const char *gcbench_pause_text(double us)
{
	return us <= 0 ? "-" : us < 1000 ? str_fmt("%.0f us", us) : str_fmt("%.2f ms", us / 1000);
}

static const char *or_dash(const char *s) { return s ? s : "-"; }

void gcbench_table(Buf *out, const GcBench *b)
{
	buf_fmt(out, "%-10s %5s %8s %3s  %9s %-17s %9s %-17s %9s %-15s %5s %9s %9s %9s %9s %5s\n", "collector", "GOGC", "limit", "P", "wall ms", "95 %", "CPU ms", "95 %", "peak MiB", "95 %",
		"GCs", "p50 pause", "p99 pause", "max pause", "assist ms", "MMU %");
	vec_each(&b->rows, i) {
		const Setting *s = &b->rows.v[i];
		buf_fmt(out, "%-10s %5s %8s %3s  ", s->gc, or_dash(s->gogc), or_dash(s->limit), or_dash(s->procs));
		if (!s->wall.n) {
			buf_fmt(out, "%s\n", s->error ? s->error : "not run");
			continue;
		}
		buf_fmt(out, "%9.1f %-17s %9.1f %-17s %9.1f %-15s ", num_median(&s->wall), gcbench_span(&s->wall, "%.1f"), num_median(&s->cpu), gcbench_span(&s->cpu, "%.1f"),
			num_median(&s->rss), gcbench_span(&s->rss, "%.1f"));
		buf_fmt(out, "%5.0f %9s %9s %9s ", num_median(&s->gcs), gcbench_pause_text(num_quantile(&s->pauses, 0.5)), gcbench_pause_text(num_quantile(&s->pauses, 0.99)),
			gcbench_pause_text(num_quantile(&s->pauses, 1)));
		if (s->pauses.n)
			buf_fmt(out, "%9.1f %5.1f\n", num_median(&s->assist), num_quantile(&s->mmu, 0));
		else
			buf_fmt(out, "%9s %5s\n", "-", "-");
	}
}

void gcbench_csv(Buf *out, const GcBench *b)
{
	buf_puts(out, "collector,gogc,memlimit,procs,run,wall_ms,cpu_ms,peak_mib,gcs,assist_ms,mmu_10ms_percent,p50_pause_us,p99_pause_us,max_pause_us,error\n");
	vec_each(&b->rows, i) {
		const Setting *s = &b->rows.v[i];
		vec_each(&s->wall, k)
			buf_fmt(out, "%s,%s,%s,%s,%d,%.3f,%.3f,%.3f,%.0f,%.3f,%.2f,%.1f,%.1f,%.1f,\n", s->gc, s->gogc ? s->gogc : "", s->limit ? s->limit : "", s->procs ? s->procs : "", k + 1,
				s->wall.v[k], s->cpu.v[k], s->rss.v[k], s->gcs.v[k], s->assist.v[k], s->mmu.v[k], num_quantile(&s->pauses, 0.5), num_quantile(&s->pauses, 0.99),
				num_quantile(&s->pauses, 1));
		if (s->wall.n)
			continue;
		Buf e = { 0 };
		gcbench_json_str(&e, s->error ? s->error : "not run");
		buf_fmt(out, "%s,%s,%s,%s,0,,,,,,,,,,%s\n", s->gc, s->gogc ? s->gogc : "", s->limit ? s->limit : "", s->procs ? s->procs : "", e.s);
		buf_free(&e);
	}
}

void gcbench_json_str(Buf *out, const char *s)
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

static void json_summary(Buf *out, const char *key, const Numbers *v, bool last)
{
	double lo, hi;
	num_ci95(v, &lo, &hi);
	buf_fmt(out, "\"%s\":{\"median\":%.3f,\"lo\":%.3f,\"hi\":%.3f}%s", key, num_median(v), lo, hi, last ? "" : ",");
}

void gcbench_json_rows(Buf *out, const GcBench *b)
{
	buf_puts(out, "\"rows\":[");
	vec_each(&b->rows, i) {
		const Setting *s = &b->rows.v[i];
		buf_fmt(out, "%s\n{\"collector\":", i ? "," : "");
		gcbench_json_str(out, s->gc);
		buf_puts(out, ",\"gogc\":");
		gcbench_json_str(out, s->gogc);
		buf_puts(out, ",\"memlimit\":");
		gcbench_json_str(out, s->limit);
		buf_puts(out, ",\"gogcmin\":");
		gcbench_json_str(out, s->min);
		buf_puts(out, ",\"procs\":");
		gcbench_json_str(out, s->procs);
		buf_puts(out, ",\"error\":");
		gcbench_json_str(out, s->wall.n ? NULL : s->error ? s->error : "not run");
		buf_puts(out, ",\"summary\":{");
		json_summary(out, "wall_ms", &s->wall, false);
		json_summary(out, "cpu_ms", &s->cpu, false);
		json_summary(out, "peak_mib", &s->rss, true);
		buf_fmt(out, ",\"p50_pause_us\":%.1f,\"p99_pause_us\":%.1f,\"max_pause_us\":%.1f}", num_quantile(&s->pauses, 0.5), num_quantile(&s->pauses, 0.99), num_quantile(&s->pauses, 1));
		json_nums(out, "wall_ms", &s->wall);
		json_nums(out, "cpu_ms", &s->cpu);
		json_nums(out, "peak_mib", &s->rss);
		json_nums(out, "gcs", &s->gcs);
		json_nums(out, "assist_ms", &s->assist);
		json_nums(out, "mmu_10ms_percent", &s->mmu);
		json_nums(out, "pause_us", &s->pauses);
		buf_puts(out, ",\"ticks\":[");
		vec_each(&s->ticks, k)
			buf_fmt(out, "%s[%.3f,%.0f,%.0f,%.0f]", k ? "," : "", s->ticks.v[k].t, s->ticks.v[k].heap_before, s->ticks.v[k].heap_after, s->ticks.v[k].goal);
		buf_puts(out, "]}");
	}
	buf_puts(out, "\n]");
}

void gcbench_json(Buf *out, const GcBench *b)
{
	buf_puts(out, "{\"program\":");
	gcbench_json_str(out, b->prog);
	buf_fmt(out, ",\"runs\":%d,", b->n);
	gcbench_json_rows(out, b);
	buf_puts(out, "}\n");
}
