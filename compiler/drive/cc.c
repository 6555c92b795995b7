/* cc.c: C units to objects, through a cache keyed by content.
 *
 * A unit's key covers its text, the C compiler (path, size, time), the flags and the runtime's headers, so a hit is always right.
 * Objects arrive in the cache by rename: concurrent builds and a killed compiler leave nothing half written. A cache that
 * cannot be written is only read. */
#include "compiler/drive/drive.h"
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const flags[] = {
	"-O2", "-g1", "-std=gnu11", "-w", "-fwrapv", "-fno-strict-aliasing", "-fno-delete-null-pointer-checks", "-fno-omit-frame-pointer",
	"-fsplit-stack", "-maccumulate-outgoing-args", "-ffunction-sections", "-fdata-sections", "-fno-pie", "-fno-asynchronous-unwind-tables", "-fno-stack-protector",
	"-fcf-protection=none", "-fno-optimize-sibling-calls", "-fno-ipa-icf", "-fno-partial-inlining", "-fno-tree-tail-merge", "-fno-crossjumping", "-ffp-contract=off", "-ftree-vectorize", "-fno-tree-slp-vectorize", "-fvect-cost-model=dynamic", "-fno-math-errno",
};

static const char *compiler(void)
{
	static const char *path;
	if (!path && !(path = find_program(build.cc)))
		die("the C compiler %s was not found: install gcc, or name another with -cc or TUCOCC", build.cc);
	return path;
}

StrVec cc_command(const char *src, const char *obj)
{
	StrVec v = { 0 };
	vec_push(&v, (char *)compiler());
	for (int i = 0; i < ARRAY_LEN(flags); i++)
		vec_push(&v, (char *)flags[i]);
	for (const char *s = build.cflags; s && *s;) {
		size_t n = strcspn(s, " ");
		if (n)
			vec_push(&v, str_dup(s, n));
		s += n + (s[n] != 0);
	}
	vec_push(&v, str_fmt("-I%s", places.root));
	vec_push(&v, "-c");
	vec_push(&v, "-o");
	vec_push(&v, (char *)obj);
	vec_push(&v, (char *)src);
	vec_push(&v, NULL);
	v.n--;
	return v;
}

static void add_text(Hasher *h, const char *s)
{
	hash_add(h, s, strlen(s));
}

void cc_identity(Hasher *h)
{
	struct stat st;
	StrVec cmd = cc_command("", "");
	vec_each(&cmd, i)
		if (strncmp(cmd.v[i], "-I", 2))
			add_text(h, cmd.v[i]);
	if (!stat(compiler(), &st))
		add_text(h, str_fmt("%lld %lld", (long long)st.st_size, (long long)st.st_mtime));
	static const char *const headers[] = { "runtime/include/tuco.h", "runtime/include/tuco_intrin.h" };
	for (int i = 0; i < ARRAY_LEN(headers); i++) {
		size_t n;
		const char *path = path_join(places.root, headers[i]), *text = file_read(path, &n);
		if (!text)
			die("cannot read %s: %s (TUCOROOT should name tuco's directory)", path, strerror(errno));
		hash_add(h, text, n);
	}
}

void show_command(char **argv)
{
	if (!build.x && !build.n)
		return;
	for (int i = 0; argv[i]; i++)
		fprintf(stderr, "%s%s", i ? " " : "", argv[i]);
	putc('\n', stderr);
}

/* An object of the caches, or NULL. */
static const char *cached(const char *key)
{
	const char *dirs[] = { places.cache, places.warm };
	struct stat st;
	for (int i = 0; i < ARRAY_LEN(dirs); i++) {
		if (!dirs[i] || !*dirs[i])
			continue;
		const char *path = str_fmt("%s/%.2s/%s.o", dirs[i], key, key + 2);
		if (!stat(path, &st) && st.st_size > 0)
			return path;
	}
	return NULL;
}

/* Where the object of key is to be made: in the cache when it can be written. *final: the name it gets afterwards. */
static const char *new_object(const char *key, int i, const char **final)
{
	const char *dir = *places.cache ? str_fmt("%s/%.2s", places.cache, key) : "";
	if (*dir && dir_make(dir) && !access(dir, W_OK)) {
		*final = str_fmt("%s/%s.o", dir, key + 2);
		return str_fmt("%s.%d-%d", *final, (int)getpid(), i);   /* two units may have the same text */
	}
	return *final = str_fmt("%s/%s-%d.o", temp_dir(), key, i);
}

/* The C compiler's complaint about our text is our bug; anything else is the environment's. */
static void report_failure(const Proc *p, const CUnit *u, const char *src)
{
	const char *text = p->out.s ? p->out.s : "";
	int lines = 0;
	size_t n = 0;
	while (text[n] && lines < 12)
		lines += text[n++] == '\n';
	bool ours = p->status == 1 && strstr(text, "error:") && !strstr(text, "No space left");
	temp_keep(build.work);
	if (ours) {
		fprintf(stderr, "tuco: internal compiler error: the C compiler rejects the code of package %s\n%.*s", u->name, (int)n, text);
		fprintf(stderr, "\tThis is a bug in tuco, not in your program. -work keeps the C file (%s).\n", path_base(src));
		exit(3);
	}
	die("C compiler failed with status %d on package %s\n%.*sThe command was: %s ... %s", p->status, u->name, (int)n, text, compiler(), src);
}

void cc_keys(CUnit *u, int n)
{
	Hasher base;
	hash_init(&base);
	cc_identity(&base);
	for (int i = 0; i < n; i++) {
		Hasher h = base;
		hash_add(&h, u[i].text.s ? u[i].text.s : "", u[i].text.n);
		if (u[i].no_opt)
			add_text(&h, "-O0");
		hash_hex(hash_done(&h), u[i].key);
	}
}

void cc_compile(CUnit *u, int n)
{
	cc_keys(u, n);
	Proc *jobs = arena_array(&build_arena, Proc, n);
	const char **final = arena_array(&build_arena, const char *, n), **tmp = arena_array(&build_arena, const char *, n);
	const char **srcs = arena_array(&build_arena, const char *, n);
	int njob = 0;
	for (int i = 0; i < n; i++) {
		u[i].object = build.rebuild ? NULL : cached(u[i].key);
		u[i].cached = u[i].object != NULL;
		if (u[i].cached)
			continue;
		srcs[njob] = str_fmt("%s/u%d.c", temp_dir(), i);
		tmp[njob] = new_object(u[i].key, i, &final[njob]);
		if (!build.n && !file_write(srcs[njob], u[i].text.s ? u[i].text.s : "", u[i].text.n))
			die("cannot write %s: %s", srcs[njob], strerror(errno));
		StrVec cmd = cc_command(srcs[njob], tmp[njob]);
		if (u[i].no_opt) {
			vec_push(&cmd, "-O0");
			vec_push(&cmd, NULL);
			cmd.n--;
		}
		show_command(cmd.v);
		jobs[njob++] = (Proc){ .argv = cmd.v, .tag = &u[i] };
	}
	if (build.n)
		return;
	proc_run_all(jobs, njob, build.njob);
	for (int k = 0; k < njob; k++) {
		CUnit *unit = jobs[k].tag;
		if (jobs[k].status)
			for (int j = 0; j < njob; j++)
				(void)unlink(tmp[j]);   /* of the others too: the build is over */
		if (jobs[k].status)
			report_failure(&jobs[k], unit, srcs[k]);
		if (tmp[k] != final[k] && rename(tmp[k], final[k]) < 0)
			die("cannot rename %s: %s", tmp[k], strerror(errno));
		unit->object = final[k];
		buf_free(&jobs[k].out);
	}
}
