/* base.h: the compiler's ground floor: memory, interned strings, growing arrays, maps, positions, text buffers, diagnostics.
 *
 * Nothing here knows Go. One compiler process builds one program, so memory is never freed one by one: it comes from arenas. */
#ifndef TUCO_BASE_H
#define TUCO_BASE_H

#include <assert.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define ARRAY_LEN(a) ((int)(sizeof(a) / sizeof((a)[0])))
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define MAX(a, b) ((a) > (b) ? (a) : (b))

/* ---- arena.c: bump allocation ------------------------------------------------------------------------------------ */

typedef struct Chunk Chunk;
typedef struct Arena { Chunk *top; char *cur, *end; size_t nbyte; } Arena;
typedef struct { Chunk *top; char *cur; } Mark;
extern Arena build_arena;                               /* lives as long as the process */
void *arena_alloc_slow(Arena *a, size_t nbyte);
/* Zeroed, 8-aligned; dies with a message when memory is out. Inline: twenty calls for each line of source. */
static inline void *arena_alloc(Arena *a, size_t nbyte)
{
	nbyte = (nbyte + 7) & ~(size_t)7;
	if (nbyte > (size_t)(a->end - a->cur))
		return arena_alloc_slow(a, nbyte);
	void *p = a->cur;
	a->cur += nbyte;
	a->nbyte += nbyte;
	return p;
}
Mark arena_mark(Arena *a);
void arena_rewind(Arena *a, Mark m);                    /* check builds poison what is given back */
void arena_free(Arena *a);
#define arena_new(a, T) ((T *)arena_alloc((a), sizeof(T)))
#define arena_array(a, T, n) ((T *)arena_alloc((a), sizeof(T) * (size_t)(n)))
#define NEW(T) arena_new(&build_arena, T)
char *str_dup(const char *s, size_t n);                 /* NUL-terminated copy in the build arena */
char *str_fmt(const char *fmt, ...) __attribute__((format(printf, 1, 2)));      /* in the build arena */

/* ---- sym.c: interned strings --------------------------------------------------------------------------------------- */

/* Equal text is the equal pointer. id is small and dense, in order of creation. tag is free for one owner (the lexer: keyword). */
typedef struct Sym { uint32_t n, id; uint32_t hash; int32_t tag; char s[]; } Sym;
Sym *sym(const char *s);
Sym *sym_n(const char *s, size_t n);
#define SYM_IS(y, lit) ((y)->n == sizeof(lit) - 1 && !memcmp((y)->s, lit, sizeof(lit) - 1))

/* ---- vec.h-like growing arrays: VEC(T) is struct { T *v; int n, cap; } in the build arena --------------------------------- */

#define VEC(...) struct { __VA_ARGS__ *v; int n, cap; }
void *vec_grow(void *v, int n, int *cap, size_t elem);
#define vec_push(p, ...)                                                                                \
	do {                                                                                            \
		if ((p)->n == (p)->cap)                                                                 \
			(p)->v = vec_grow((p)->v, (p)->n, &(p)->cap, sizeof *(p)->v);                   \
		(p)->v[(p)->n++] = (__VA_ARGS__);                                                              \
	} while (0)
#define vec_last(p) ((p)->v[(p)->n - 1])
#define vec_pop(p) ((p)->v[--(p)->n])
#define vec_each(p, i) for (int i = 0; i < (p)->n; i++)
typedef VEC(char *) StrVec;
typedef VEC(Sym *) SymVec;
typedef VEC(int) IntVec;

/* ---- map.c: hash map from pointers or integers to pointers; iterates in insertion order -------------------------------------- */

typedef struct { uintptr_t key; void *val; } MapEnt;
typedef struct Map { MapEnt *ent; int n, cap; int32_t *slot; int nslot; } Map;  /* zero is an empty map; no deletion */
void *map_get(const Map *m, uintptr_t key);             /* NULL when absent */
bool map_has(const Map *m, uintptr_t key);
void map_set(Map *m, uintptr_t key, void *val);         /* insert or replace */
#define MAP_KEY(p) ((uintptr_t)(p))
/* the same keyed by text (copied) */
typedef struct StrMap { Map m; } StrMap;
void *strmap_get(const StrMap *m, const char *key);
void strmap_set(StrMap *m, const char *key, void *val);

/* ---- bits.c ---------------------------------------------------------------------------------------------------------------------- */

typedef struct { uint64_t *w; int nbit; } Bits;
Bits bits_new(Arena *a, int nbit);
static inline bool bits_get(const Bits *b, int i) { return b->w[i >> 6] >> (i & 63) & 1; }
static inline void bits_set(Bits *b, int i) { b->w[i >> 6] |= 1ull << (i & 63); }
static inline void bits_clear(Bits *b, int i) { b->w[i >> 6] &= ~(1ull << (i & 63)); }
bool bits_or(Bits *dst, const Bits *src);               /* true when dst changed */

/* ---- pos.c: source positions -------------------------------------------------------------------------------------------------------- */

/* A position is a file's base plus a byte offset: 32 bits name every byte of every source. 0 is no position. */
typedef uint32_t Pos;
typedef struct SrcFile {
	const char *path;               /* as named on the command line: shown in messages */
	const char *full;               /* absolute: goes into #line and tracebacks */
	const char *text;               /* NUL-terminated */
	uint32_t nbyte;
	Pos base;
	VEC(uint32_t) lines;            /* offsets of line starts, filled by the lexer */
	VEC(struct LineDir { uint32_t off; const char *file; uint32_t line, col; }) dirs;       /* //line directives, by offset */
	void *pkg;                      /* owner, set by the loader */
} SrcFile;
typedef struct { const char *file, *full; uint32_t line, col; } Where;
SrcFile *src_add(const char *path, const char *full, const char *text, uint32_t nbyte);
SrcFile *src_of(Pos p);
uint64_t src_nline(void);                               /* of all files lexed */
Where pos_where(Pos p);                                 /* obeys //line; col counts bytes from 1, 0 when a //line hides it */
Where pos_raw(Pos p);                                   /* ignores //line */
const char *pos_str(Pos p);                             /* "file:line:col" in the build arena */
int pos_cmp_line(Pos a, Pos b);                         /* order by file (as added), line */

/* ---- buf.c: text builder --------------------------------------------------------------------------------------------------------------- */

typedef struct Buf { char *s; size_t n, cap; int indent; } Buf;         /* malloc'ed; s always NUL-terminated once written */
void buf_putc(Buf *b, char c);
void buf_puts(Buf *b, const char *s);
void buf_put(Buf *b, const char *s, size_t n);
void buf_fmt(Buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void buf_vfmt(Buf *b, const char *fmt, va_list ap);
void buf_free(Buf *b);
char *buf_take(Buf *b);                                 /* text copied to the build arena; buffer freed */

/* ---- hash.c: 128-bit content hash for cache keys ------------------------------------------------------------------------------------------ */

typedef struct { uint64_t a, b; } Hash128;
typedef struct { uint64_t s[4]; uint8_t tail[64]; uint64_t n; } Hasher;
void hash_init(Hasher *h);
void hash_add(Hasher *h, const void *p, size_t n);      /* length-prefixed, so that pieces cannot be confused */
Hash128 hash_done(Hasher *h);
void hash_hex(Hash128 h, char out[33]);

/* ---- file.c ----------------------------------------------------------------------------------------------------------------------------------- */

char *file_read(const char *path, size_t *nbyte);       /* NUL-terminated, in the build arena; NULL with errno set */
bool file_write(const char *path, const void *p, size_t n);     /* to a temporary name, then renamed; false with errno set */
bool file_exists(const char *path);
bool dir_exists(const char *path);
bool dir_make(const char *path);                        /* with parents */
StrVec dir_list(const char *path);                      /* sorted names; n == -1 with errno set on failure */
char *path_join(const char *dir, const char *name);
char *path_dir(const char *path);
const char *path_base(const char *path);
char *path_abs(const char *path);
char *path_clean(const char *path);

/* ---- proc.c ------------------------------------------------------------------------------------------------------------------------------------ */

typedef struct Proc { char **argv; const char *dir; Buf out; int status; bool started, done; int pid, fd; void *tag; } Proc;  /* out: stdout + stderr; status: exit code, 128 + signal */
void proc_run_all(Proc *p, int n, int njob);            /* runs them njob at a time */
int proc_run(char **argv, Buf *out);                    /* out NULL: inherit */
const char *temp_dir(void);                             /* made once, removed at exit unless kept */
void temp_keep(bool keep);

/* ---- diag.c: diagnostics ------------------------------------------------------------------------------------------------------------------------- */

/* Messages are collected, sorted by position, printed by diag_flush as "file:line:col: text"; the same text on the same line is
 * printed once. Further lines of a message start with a tab. A message without position prints its text alone. */
void diag_at(Pos p, const char *fmt, ...) __attribute__((format(printf, 2, 3)));      /* error */
void diag_soft(Pos p, const char *fmt, ...) __attribute__((format(printf, 2, 3)));    /* error that does not stop later phases from reporting (unused things) */
void diag_note(Pos p, const char *fmt, ...) __attribute__((format(printf, 2, 3)));    /* -m and other remarks: not an error */
void diag_unsupported(Pos p, const char *what);         /* "WHAT is not supported yet" */
int diag_nerror(void);
int diag_pending(void);                                 /* collected and not yet printed, notes included */
/* Sets the collected messages aside and gives them back (before those collected since). NULL when there are none. */
void *diag_take(void);
void diag_give(void *taken);
int diag_nsyntax(void);                                 /* of those, the ones whose text begins with "syntax error" */
/* Prints what was collected to stderr and forgets it. Stops after 10 errors with "too many errors" unless all is set. */
void diag_flush(bool all);
void diag_hint(Pos p, const char *fmt, ...) __attribute__((format(printf, 2, 3)));    /* what to do about the error just reported at p */
void diag_forget(const char *text);                     /* drops collected errors of just that text */
void diag_first_only(bool on);                          /* go vet's habit: one error per package */
/* color: auto, always, never; layout: full (source line, caret, hint) or plain; NULL or "" chooses by what stderr is. False: not such a word. */
bool diag_style(const char *color, const char *layout);
bool diag_is_rich(void);
void diag_json(const char *import_path);                /* lines go to stdout as go build -json writes them; NULL: as text again */
void diag_show_line(const char *text);                  /* a line of its own among the diagnostics */
void diag_json_fail(void);                              /* the closing event of a failed package */
__attribute__((noreturn)) void die(const char *fmt, ...) __attribute__((format(printf, 1, 2)));        /* environment error: "tuco: text", exit 1 */
/* Our bug: prints what is known (set by bug_at) and asks for a report; exit 3. */
__attribute__((noreturn)) void bug(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void bug_at(const char *phase, const char *fn, Pos p);

#endif
