/* file.c: whole files, directories, path text. */
#define _GNU_SOURCE
#include "compiler/base/base.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

char *file_read(const char *path, size_t *nbyte)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return NULL;
	struct stat st;
	if (fstat(fd, &st) < 0 || S_ISDIR(st.st_mode)) {
		int e = S_ISDIR(st.st_mode) ? EISDIR : errno;
		(void)close(fd);        /* read-only, nothing to lose */
		errno = e;
		return NULL;
	}
	size_t cap = st.st_size > 0 ? (size_t)st.st_size + 1 : 4096, n = 0;
	char *p = arena_alloc(&build_arena, cap + 8);   /* the lexer may look a few bytes past the end */
	for (;;) {
		ssize_t got = read(fd, p + n, cap - n);
		if (got < 0) {
			if (errno == EINTR)
				continue;
			int e = errno;
			(void)close(fd);
			errno = e;
			return NULL;
		}
		if (!got)
			break;
		n += (size_t)got;
		if (n == cap) {         /* a pipe or a file that grows */
			char *q = arena_alloc(&build_arena, cap * 2 + 8);
			memcpy(q, p, n);
			p = q;
			cap *= 2;
		}
	}
	(void)close(fd);
	p[n] = 0;
	if (nbyte)
		*nbyte = n;
	return p;
}

static bool write_all(int fd, const char *p, size_t n)
{
	while (n) {
		ssize_t put = write(fd, p, n);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return false;
		p += put;
		n -= (size_t)put;
	}
	return true;
}

bool file_write(const char *path, const void *p, size_t n)
{
	struct stat st;
	bool special = !stat(path, &st) && !S_ISREG(st.st_mode);
	char *tmp = special ? NULL : str_fmt("%s.tmp%d", path, (int)getpid());
	int fd = open(special ? path : tmp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0)
		return false;
	bool ok = write_all(fd, p, n);
	int e = errno;
	if (close(fd) < 0 && ok) {
		ok = false;
		e = errno;
	}
	if (ok && !special && rename(tmp, path) < 0) {
		ok = false;
		e = errno;
	}
	if (!ok && !special)
		(void)unlink(tmp);      /* the first failure is the one to report */
	errno = e;
	return ok;
}

bool file_exists(const char *path)
{
	struct stat st;
	return !stat(path, &st) && !S_ISDIR(st.st_mode);
}

bool dir_exists(const char *path)
{
	struct stat st;
	return !stat(path, &st) && S_ISDIR(st.st_mode);
}

bool dir_make(const char *path)
{
	if (dir_exists(path))
		return true;
	char *up = path_dir(path);
	if (strcmp(up, path) && !dir_make(up))
		return false;
	return !mkdir(path, 0777) || errno == EEXIST;
}

static int cmp_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

StrVec dir_list(const char *path)
{
	StrVec list = { 0 };
	DIR *d = opendir(path);
	if (!d) {
		list.n = -1;
		return list;
	}
	for (struct dirent *e; (e = readdir(d));)
		if (strcmp(e->d_name, ".") && strcmp(e->d_name, ".."))
			vec_push(&list, str_dup(e->d_name, strlen(e->d_name)));
	(void)closedir(d);
	if (list.n)
		qsort(list.v, (size_t)list.n, sizeof *list.v, cmp_name);
	return list;
}

char *path_join(const char *dir, const char *name)
{
	if (!*dir)
		return path_clean(name);
	return path_clean(str_fmt("%s/%s", dir, name));
}

char *path_dir(const char *path)
{
	const char *slash = strrchr(path, '/');
	if (!slash)
		return str_dup(".", 1);
	while (slash > path && slash[-1] == '/')
		slash--;
	return slash == path ? str_dup("/", 1) : str_dup(path, (size_t)(slash - path));
}

const char *path_base(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

char *path_abs(const char *path)
{
	if (path[0] == '/')
		return path_clean(path);
	static char *cwd;
	if (!cwd && !(cwd = getcwd(NULL, 0)))
		die("cannot find the current directory: %s", strerror(errno));
	return path_join(cwd, path);
}

/* Shortest equal path, by text alone: no "." or "//", ".." folded where it can be. */
char *path_clean(const char *path)
{
	size_t n = strlen(path);
	char *out = arena_alloc(&build_arena, n + 2);
	bool rooted = path[0] == '/';
	size_t w = 0, floor = rooted ? 1 : 0;           /* ".." cannot eat below floor */
	if (rooted)
		out[w++] = '/';
	for (size_t r = 0; r < n;) {
		size_t end = r;
		while (end < n && path[end] != '/')
			end++;
		size_t len = end - r;
		if (len == 2 && path[r] == '.' && path[r + 1] == '.') {
			if (w > floor) {
				do
					w--;
				while (w > floor && out[w] != '/');
			} else if (!rooted) {
				if (w)
					out[w++] = '/';
				out[w++] = '.';
				out[w++] = '.';
				floor = w;
			}
		} else if (len && !(len == 1 && path[r] == '.')) {
			if (w > (size_t)rooted)
				out[w++] = '/';
			memcpy(out + w, path + r, len);
			w += len;
		}
		r = end + 1;
	}
	if (!w)
		out[w++] = '.';
	out[w] = 0;
	return out;
}
