/* printf.h: the parts of the printf checker. Private to compiler/vet/printf*.c. */
#ifndef TUCO_VET_PRINTF_H
#define TUCO_VET_PRINTF_H
#include "compiler/vet/vet.h"

/* printf_fmt.c: one %-operation of a format. Argument numbers index the call's arguments; -1: none. */
typedef struct Op {
	const char *text;               /* "%-10d" */
	int start;                      /* byte offset of the % in the format */
	const char *flags; int nflag;   /* within text */
	int width_arg, prec_arg, arg;
	int32_t verb;
	bool indexed;                   /* [n] was used */
} Op;
typedef struct Ops { VEC(Op) v; } Ops;
const char *parse_format(const char *format, size_t n, int format_arg, Ops *out);       /* NULL, or what is wrong: "format %! is missing ..." */

/* printf_type.c: what a verb accepts */
enum {
	ARG_BOOL = 1, ARG_BYTE = 2, ARG_INT = 4, ARG_RUNE = 8, ARG_STRING = 16, ARG_FLOAT = 32, ARG_COMPLEX = 64, ARG_POINTER = 128, ARG_ERROR = 256,
	ARG_ANY = ~0
};
bool match_arg(int accepts, Type *t, const char **reason);
bool is_formatter(Type *t);                             /* could have Format(fmt.State, rune) */

/* printf_wrap.c: which functions print */
typedef enum { NO_PRINT, PRINT, PRINTF, ERRORF } PrintKind;
PrintKind print_kind(const Node *call, Obj *callee);
bool args_are_any(Type *sig, int *format_param);        /* variadic ...any; format_param: index of a string parameter before it, or -1 */
void find_wrappers(bool report);
const char *print_name(const Node *fun, Obj *callee);   /* as messages show it */

#endif
