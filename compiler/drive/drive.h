/* drive.h: the build as a whole: flags, where things are, packages, phases. Private to compiler/drive. */
#ifndef TUCO_DRIVE_H
#define TUCO_DRIVE_H
#include "compiler/opt/opt.h"

#define TUCO_VERSION "0.1"
#define GO_MINOR 27                     /* language go1.27 */

/* ---- flags.c ------------------------------------------------------------------------------------------------------- */

typedef struct PkgRule { const char *pattern; const char *flag; } PkgRule;      /* pattern NULL: the packages named on the command line */
typedef enum { TESTS_NONE, TESTS_INSIDE, TESTS_EXTERNAL } TestFiles;   /* _test.go files left out; those of the package itself; only package x_test */
typedef struct Build {
	const char *out, *gc, *escape, *emit, *tags, *cc, *cflags, *ldflags, *chdir;
	int njob;
	bool rebuild, x, n, v, work, timings, json, debug, verify, trimpath, leakcheck, race;
	const char *memprofile, *memprofilerate, *cpuprofile, *blockprofile, *mutexprofile;     /* of run */
	VEC(PkgRule) rules;
	void (*report)(Package *named); /* tuco escape: takes over after the analysis */
	bool report_first;              /* ... and the build goes on when the report returns */
	bool columns;                   /* profiles know columns: -d columns=1 */
	bool id_only;                   /* find the build id, compile nothing */
	const char *id;                 /* build id, once known */
	bool compile_only;              /* -o /dev/null */
	bool check_only;
	bool vet;                       /* tuco vet: of the named package's errors only the first, as go vet does */
	TestFiles tests;                /* of the named package */
	const char *color, *diag;
} Build;
extern Build build;

typedef struct PkgFlags { int m; bool no_inline, no_opt, mutations, all_errors, complete; const char *lang; } PkgFlags;
PkgFlags flags_of(const Package *p);
/* Takes flags from argv[i] on; returns the index of the first argument that is none. Usage errors exit with 2. */
int parse_flags(int argc, char **argv, int i, const char *command);
int cmd_begin(int argc, char **argv, const char *command);      /* main.c: all flags; index of the first argument */
int run_child(const char *exe, char **args, int n);     /* its exit status; 128 + signal */
/* Runs the same command again with more flags. */
__attribute__((noreturn)) void restart(const char *flags);
int cmd_escape(int argc, char **argv);  /* cmd_escape.c */
int cmd_vet(int argc, char **argv);     /* cmd_vet.c */
void vet_print_flags(FILE *f);
void parse_env_flags(void);             /* TUCOFLAGS */
void print_flags(FILE *f);
__attribute__((noreturn)) void usage_error(const char *command, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* ---- places.c: where tuco's parts, caches, a Go tree are --------------------------------------------------------------- */

/* Sources of the standard library are named from this mark on in emitted C, so that objects made before an installation, or in
 * another folder, serve here too; the line table gets the real folder. */
#define STD_MARK "/@std/"
#define TRIM_MARK "/@trim/"      /* -trimpath; both are absolute for the C compiler, and replaced after linking */

typedef struct Places {
	const char *exe;
	const char *root;               /* holds stdlib/ and runtime/include/ */
	const char *stdlib;
	const char *lib;                /* holds libtuco-*.a */
	const char *cache;              /* writable object cache, "" when there is none */
	const char *warm;               /* read-only cache made by `make`, or NULL */
	const char *goroot;             /* a Go tree for packages that stdlib/ lacks, or NULL (found on first need) */
} Places;
extern Places places;
void places_init(const char *argv0);
const char *find_goroot(void);          /* NULL when there is none */
const char *find_program(const char *name);     /* in PATH; NULL when absent */
const char *runtime_lib(void);          /* libtuco of the chosen collector; dies when it is not built */

/* ---- tags.c --------------------------------------------------------------------------------------------------------------- */

typedef enum { TAGS_USER, TAGS_PORTABLE } TagSet;       /* portable: for packages of a Go tree: no GOARCH, purego */
bool file_name_ok(const char *name, TagSet set);        /* GOOS and GOARCH in the name */
bool file_tags_ok(const SrcFile *src, TagSet set);

/* ---- load.c ----------------------------------------------------------------------------------------------------------------- */

typedef struct Module { const char *dir, *path, *go_version; } Module;
typedef VEC(Package *) PkgVec;
typedef struct Load {                   /* Package.load */
	bool named;                     /* on the command line */
	bool std, portable;             /* of stdlib/ or of a Go tree */
	bool failed;                    /* errors reported */
	bool tests;                     /* has test files, or was made of named files */
	int state;                      /* 0 new, 1 on the path from the root, 2 done */
	Module *mod;
	Package *from; Pos from_pos;    /* first importer */
	void *held;                     /* lesser errors of the parser, shown with the checker's */
} Load;
#define LOAD(p) ((Load *)(p)->load)
/* Loads what args name and everything it imports; *named gets the package of the command line. Returns all packages, imported ones first. */
PkgVec load_packages(char **args, int n, Package **named);
Package *load_import(Package *from, Node *spec, const char *path, void *arg);   /* for check_package: the package loaded for an import */
bool is_external_test(const char *text);        /* a test file of package x_test */
const char *pkg_title(const Package *p);        /* as in "# title" */
void report_header(const Package *p);           /* prints "# title" once before diagnostics of p */

/* ---- cc.c, link.c, symtab.c, emitdir.c --------------------------------------------------------------------------------------- */

typedef struct CUnit { const char *name; Buf text; char key[33]; const char *object; bool cached, no_opt; } CUnit;   /* no_opt: -N, the C compiler does not optimise either */
void cc_identity(Hasher *h);                    /* compiler, flags, headers */
void cc_keys(CUnit *u, int n);                  /* fills key */
const char *build_id(CUnit *u, int n);          /* names the program by its keys and the runtime: hexadecimal */
void cc_compile(CUnit *u, int n);               /* fills object; dies with the compiler's words */
StrVec cc_command(const char *src, const char *obj);
void link_program(CUnit *u, int n, const char *out);
void add_symtab(const char *exe, const char *out);      /* exe as linked; out: stripped, with the table appended */
void emit_c_dir(CUnit *u, int n, const char *dir);

/* ---- timings.c --------------------------------------------------------------------------------------------------------------- */

void phase(const char *name);                   /* a phase begins */
void timings_print(void);                       /* -timings */

/* ---- build.c ------------------------------------------------------------------------------------------------------------------- */

/* Builds args. Returns the executable's path, or NULL when nothing was linked; exits on errors. */
const char *build_program(char **args, int n, const char *default_out);
void check_packages(PkgVec *pkgs);              /* type-checks them; exits on errors */
void show_command(char **argv);                 /* -x, -n */

#endif
