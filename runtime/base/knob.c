/* knob.c: the environment, GODEBUG and TUCODEBUG. The environment block is the kernel's and lives for ever. */
#include "runtime/base/rt.h"
#include "runtime/base/env.h"

static char **env_block;

void tu__env_init(char **envp)
{
	env_block = envp;
}

char **tu__env_block(void)
{
	return env_block;
}

const char *tu__env(const char *name)
{
	for (char **e = env_block; e && *e; e++) {
		const char *a = *e, *b = name;
		while (*b && *a == *b)
			a++, b++;
		if (!*b && *a == '=')
			return a + 1;
	}
	return NULL;
}

/* Finds name=value in a list separated by commas; the last one wins. */
static const char *list_find(const char *list, const char *name, int64_t *n)
{
	const char *found = NULL;
	while (list && *list) {
		const char *a = list, *b = name;
		while (*b && *a == *b)
			a++, b++;
		if (!*b && *a == '=') {
			found = ++a;
			while (*a && *a != ',')
				a++;
			*n = a - found;
		}
		while (*list && *list != ',')
			list++;
		if (*list)
			list++;
	}
	return found;
}

static int64_t parse_int(const char *s, int64_t n, int64_t dflt)
{
	int64_t v = 0, i = 0;
	uint8_t neg = n > 0 && s[0] == '-';
	if (neg)
		i++;
	if (i >= n)
		return dflt;
	for (; i < n; i++) {
		if (s[i] < '0' || s[i] > '9' || v > INT64_MAX / 16)
			return dflt;
		v = v * 10 + (s[i] - '0');
	}
	return neg ? -v : v;
}

const char *tu__godebug_text(const char *name, int64_t *n) { return list_find(tu__env("GODEBUG"), name, n); }
const char *tu__tucodebug_text(const char *name, int64_t *n) { return list_find(tu__env("TUCODEBUG"), name, n); }

int64_t tu__godebug(const char *name, int64_t dflt)
{
	int64_t n;
	const char *s = tu__godebug_text(name, &n);
	return s ? parse_int(s, n, dflt) : dflt;
}

int64_t tu__tucodebug(const char *name, int64_t dflt)
{
	int64_t n;
	const char *s = tu__tucodebug_text(name, &n);
	return s ? parse_int(s, n, dflt) : dflt;
}

int64_t tu__env_int(const char *name, int64_t dflt)
{
	const char *s = tu__env(name);
	int64_t n = 0;
	while (s && s[n])
		n++;
	return s ? parse_int(s, n, dflt) : dflt;
}

int64_t tu__parse_size(const char *s, int64_t n, uint8_t *ok)
{
	static const char unit[] = "KMGT";
	int64_t shift = 0, v;
	*ok = 0;
	if (n > 0 && s[n - 1] == 'B') {
		n--;
		if (n > 1 && s[n - 1] == 'i') {
			for (int i = 0; i < 4; i++)
				if (s[n - 2] == unit[i])
					shift = 10 * (i + 1);
			if (!shift)
				return 0;
			n -= 2;
		}
	}
	v = parse_int(s, n, -1);
	if (v < 0 || v > INT64_MAX >> shift)
		return 0;
	*ok = 1;
	return v << shift;
}
